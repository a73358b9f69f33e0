/* character_set: many characters at once. */
#include "character_set.h"

#include "vector_p.h"

CLONES uint64_t character_places(const uint8_t table[0x10000], uint8_t bits, const uint32_t *cp, uint32_t count)
{
	uint8_t bytes[CHARACTER_BLOCK];
	if (count < CHARACTER_BLOCK) {
		memset(bytes, 0, sizeof bytes);
		for (uint32_t i = 0; i < count; i++)
			bytes[i] = table[(uint16_t)cp[i]];
	} else {
#pragma GCC unroll 8
		for (int i = 0; i < CHARACTER_BLOCK; i++)
			bytes[i] = table[(uint16_t)cp[i]];
	}
	return bytes64_with(bytes, bits);
}
