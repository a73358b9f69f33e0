/* utf8: single code points from and to UTF-8. */
#ifndef KANLINT_UTF8_H
#define KANLINT_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* UTF-8 length of a code point. */
static inline uint32_t character_bytes(uint32_t code_point)
{
	return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

/* Writes a code point as UTF-8, returns the number of bytes (1 to 4). */
uint32_t character_encode(uint32_t code_point, char out[4]);

/* Reads one code point of valid UTF-8 and moves *TEXT past it. */
uint32_t character_decode(const char **text);

/*
 * Reads one code point of any bytes, SIZE > 0 of them, and returns how many it takes. A broken sequence is one U+FFFD for
 * its longest valid beginning (Unicode 3.9, "maximal subparts"), as in an article.
 */
size_t character_read(const char *text, size_t size, uint32_t *code_point);

#endif
