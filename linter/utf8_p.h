/*
 * utf8_p: UTF-8 that nobody has checked yet, by RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF.
 */
#ifndef KANLINT_UTF8_P_H
#define KANLINT_UTF8_P_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Eight bytes from anywhere, the first lowest. */
static inline uint64_t utf8_word(const unsigned char *at)
{
	uint64_t word;
	memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	return word;
}

static inline int utf8_is_tail(unsigned byte)
{
	return (byte & 0xC0) == 0x80;
}

/* Decodes the character at AT, before END; returns its bytes, 0 if the sequence is broken. */
static inline size_t utf8_decode(const unsigned char *at, const unsigned char *end, uint32_t *code_point)
{
	size_t left = (size_t)(end - at);
	unsigned lead = at[0];
	if (lead < 0x80) {
		*code_point = lead;
		return 1;
	}
	if (lead >= 0xE0 && lead < 0xF0 && left >= 3 && utf8_is_tail(at[1]) && utf8_is_tail(at[2])) {
		uint32_t cp = (lead & 0xFu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
		*code_point = cp;
		return cp >= 0x800 && (cp < 0xD800 || cp > 0xDFFF) ? 3 : 0;
	}
	if (lead >= 0xC2 && lead < 0xE0 && left >= 2 && utf8_is_tail(at[1])) {
		*code_point = (lead & 0x1Fu) << 6 | (at[1] & 0x3Fu);
		return 2;
	}
	if (lead >= 0xF0 && lead < 0xF5 && left >= 4 && utf8_is_tail(at[1]) && utf8_is_tail(at[2]) && utf8_is_tail(at[3])) {
		uint32_t cp = (lead & 0x7u) << 18 | (at[1] & 0x3Fu) << 12 | (at[2] & 0x3Fu) << 6 | (at[3] & 0x3Fu);
		*code_point = cp;
		return cp >= 0x10000 && cp <= 0x10FFFF ? 4 : 0;
	}
	return 0;
}

/*
 * Decodes the characters of three bytes that stand at AT, up to another one, a broken sequence, END or ROOM of them (a multiple of 8);
 * returns how many. May stop before that. OUT has room for ROOM.
 */
size_t utf8_decode_threes(const unsigned char *at, const unsigned char *end, uint32_t *out, size_t room);

/* Length of the broken sequence at AT: its longest beginning that could still become a character, at least one byte. */
size_t utf8_broken(const unsigned char *at, const unsigned char *end);

/* How many bytes of a text are in broken sequences; *FIRST is the offset of the first one. Fast where there are none. */
size_t utf8_count_broken(const unsigned char *text, size_t size, size_t *first);

#endif
