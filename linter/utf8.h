/* utf8: single code points from and to UTF-8. */
#ifndef KANLINT_UTF8_H
#define KANLINT_UTF8_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* UTF-8 length of a code point. */
static inline uint32_t character_bytes(uint32_t code_point)
{
	return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

/* Writes a code point as UTF-8, returns the number of bytes (1 to 4). */
uint32_t character_encode(uint32_t code_point, char out[4]);

/* Reads one code point of valid UTF-8 and moves *TEXT past it. Inline: the compiler reads literals while it compiles. */
static inline uint32_t character_decode(const char **text)
{
	const unsigned char *at = (const unsigned char *)*text;
	if (at[0] < 0x80) {
		*text += 1;
		return at[0];
	}
	if (at[0] < 0xE0) {
		*text += 2;
		return (at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu);
	}
	if (at[0] < 0xF0) {
		*text += 3;
		return (at[0] & 0xFu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
	}
	*text += 4;
	return (at[0] & 0x7u) << 18 | (at[1] & 0x3Fu) << 12 | (at[2] & 0x3Fu) << 6 | (at[3] & 0x3Fu);
}

/*
 * Reads one code point of any bytes, SIZE > 0 of them, and returns how many it takes. A broken sequence is one U+FFFD for
 * its longest valid beginning (Unicode 3.9, "maximal subparts"), as in an article.
 */
size_t character_read(const char *text, size_t size, uint32_t *code_point);

/* The last code point of valid UTF-8 that is not empty. */
static inline uint32_t character_last(const char *text)
{
	const char *last = text + strlen(text) - 1;
	while (((unsigned char)*last & 0xC0) == 0x80)
		last--;
	return character_decode(&last);
}

#endif
