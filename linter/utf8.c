/* utf8: single code points from and to UTF-8. Whole texts are decoded in article.c. */
#include "utf8.h"

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

uint32_t character_decode(const char **text)
{
	const unsigned char *at = (const unsigned char *)*text;
	uint32_t length = at[0] < 0x80 ? 1 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
	uint32_t cp = length == 1 ? at[0] : at[0] & (0xFFu >> (length + 1));
	for (uint32_t i = 1; i < length; i++)
		cp = cp << 6 | (at[i] & 0x3F);
	*text += length;
	return cp;
}

size_t character_read(const char *text, size_t size, uint32_t *code_point)
{
	const unsigned char *at = (const unsigned char *)text;
	unsigned lead = at[0];
	*code_point = lead < 0x80 ? lead : 0xFFFD;
	if (lead < 0xC2 || lead > 0xF4)
		return 1;
	unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, length = 1;
	while (length < wanted && length < size && at[length] >= low && at[length] <= high) {
		low = 0x80;
		high = 0xBF;
		length++;
	}
	if (length == wanted)
		*code_point = character_decode(&text);
	return length;
}
