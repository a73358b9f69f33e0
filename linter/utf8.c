/* utf8: single code points from and to UTF-8, and what is no UTF-8. Whole texts are decoded in article.c. */
#include "utf8.h"

#include "utf8_p.h"
#include "vector_p.h"

uint32_t character_encode(uint32_t code_point, char out[4])
{
	uint32_t length = character_bytes(code_point);
	if (length == 1) {
		out[0] = (char)code_point;
		return 1;
	}
	for (uint32_t i = length - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (code_point & 0x3F));
		code_point >>= 6;
	}
	out[0] = (char)((0xF00u >> length & 0xFF) | code_point);
	return length;
}

size_t utf8_broken(const unsigned char *at, const unsigned char *end)
{
	unsigned lead = at[0];
	if (lead < 0xC2 || lead > 0xF4)
		return 1;
	unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	size_t length = 1;
	while (length < wanted && at + length < end && at[length] >= low && at[length] <= high) {
		low = 0x80;
		high = 0xBF;
		length++;
	}
	return length;
}

/* Bytes in broken sequences from AT to END. */
static size_t count_broken(const unsigned char *at, const unsigned char *end, const unsigned char **first)
{
	size_t count = 0;
	while (at < end) {
		uint32_t value;
		size_t length = utf8_decode(at, end, &value);
		if (length == 0) {
			length = utf8_broken(at, end);
			if (count == 0)
				*first = at;
			count += length;
		}
		at += length;
	}
	return count;
}

/* Sets in FOUND what is not zero where one of the bytes from AT on does not follow from the three before it. */
static inline void find_faults(const unsigned char *at, wide_bytes *found)
{
	wide_bytes byte, before, earlier, earliest;
	wide_bytes_load(&byte, at);
	wide_bytes_load(&before, at - 1);
	wide_bytes_load(&earlier, at - 2);
	wide_bytes_load(&earliest, at - 3);
	wide_bytes tail = (wide_bytes)((byte & 0xC0) == 0x80);
	wide_bytes wanted = (wide_bytes)(before >= 0xC0) | (wide_bytes)(earlier >= 0xE0) | (wide_bytes)(earliest >= 0xF0);
	wide_bytes overlong = (wide_bytes)((byte & 0xFE) == 0xC0) | ((wide_bytes)(before == 0xE0) & (wide_bytes)(byte < 0xA0)) |
			   ((wide_bytes)(before == 0xF0) & (wide_bytes)(byte < 0x90));
	wide_bytes surrogate = (wide_bytes)(before == 0xED) & (wide_bytes)(byte >= 0xA0);
	wide_bytes beyond = (wide_bytes)(byte >= 0xF5) | ((wide_bytes)(before == 0xF4) & (wide_bytes)(byte >= 0x90));
	*found |= (tail ^ wanted) | overlong | surrogate | beyond;
}

/* How far from FROM (which begins a character, and has three bytes before it) the text is right; may stop inside a character. */
CLONES static const unsigned char *skip_right(const unsigned char *from, const unsigned char *end)
{
	while (end - from >= 64) {
		wide_bytes found = {0};
#pragma GCC unroll 4
		for (int i = 0; i < 64; i += WIDE)
			find_faults(from + i, &found);
		if (wide_bytes_any(&found))
			break;
		from += 64;
	}
	return from;
}

size_t utf8_count_broken(const unsigned char *text, size_t size, size_t *first)
{
	const unsigned char *end = text + size, *at = text, *place = end;
	uint32_t value;
	size_t length;
	while (at < end && at - text < 3 && (length = utf8_decode(at, end, &value)) > 0)
		at += length;
	if (at - text >= 3) {
		const unsigned char *begin = at;
		at = skip_right(at, end);
		if (at > begin) /* back to the last beginning: its character may stand across the border */
			while (utf8_is_tail(*--at))
				;
	}
	size_t count = count_broken(at, end, &place);
	*first = (size_t)(place - text);
	return count;
}

size_t character_read(const char *text, size_t size, uint32_t *code_point)
{
	const unsigned char *at = (const unsigned char *)text, *end = at + size;
	size_t length = utf8_decode(at, end, code_point);
	if (length > 0)
		return length;
	*code_point = 0xFFFD;
	return utf8_broken(at, end);
}
