/*
 * charset: what the double bytes of the Chinese encodings stand for, for the statically linked program. tools/gen_charsets.c makes the
 * tables.
 *
 * An element of a table is a code point, 0 for none; above CHARSET_SECOND_SHIFT bits a second one, a mark that combines with it
 * (four characters of Big5-HKSCS).
 */
#ifndef KANLINT_CHARSET_H
#define KANLINT_CHARSET_H

#include <stdint.h>

enum {
	CHARSET_FIRST_LEAD = 0x80,
	CHARSET_FIRST_TRAIL = 0x30,
	CHARSET_TRAILS = 0x100 - CHARSET_FIRST_TRAIL,
	CHARSET_QUADS = 39420, /* four bytes of GB18030 up to U+FFFF; from 90 30 81 30 on they count from U+10000 */
	CHARSET_SECOND_SHIFT = 21,
};

struct charset {
	const char *name;
	const uint32_t *singles; /* of one byte, from CHARSET_FIRST_LEAD on */
	const uint32_t *doubles; /* of two: CHARSET_TRAILS for each first byte */
	const uint32_t *quads;   /* NULL: there are none */
};

extern const struct charset charsets[]; /* ends in a NULL name */

#endif
