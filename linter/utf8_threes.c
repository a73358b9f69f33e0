/*
 * utf8_threes: runs of characters of three bytes, which nearly all of Chinese text is, eight of them at once by AVX2 where the
 * processor has it, else two.
 */
#include <stdbool.h>

#include "utf8_p.h"

enum { LANES = 8 };

/*
 * Two characters in one look at eight bytes: both leads are E0 to EF and all four tails are tails. Overlong forms and surrogates
 * are left to the careful way.
 */
static inline bool decode_two(const unsigned char *at, uint32_t *out)
{
	uint64_t word = utf8_word(at);
	if ((word & UINT64_C(0x0000C0C0F0C0C0F0)) != UINT64_C(0x00008080E08080E0))
		return false;
	uint32_t first = (uint32_t)((word & 0xF) << 12 | (word >> 2 & 0xFC0) | (word >> 16 & 0x3F));
	uint32_t second = (uint32_t)((word >> 12 & 0xF000) | (word >> 26 & 0xFC0) | (word >> 40 & 0x3F));
	out[0] = first;
	out[1] = second;
	return first >= 0x800 && second >= 0x800 && (first & 0xF800) != 0xD800 && (second & 0xF800) != 0xD800;
}

static size_t decode_by_two(const unsigned char *at, const unsigned char *end, uint32_t *out, size_t room)
{
	size_t count = 0;
	while (count < room && end - at >= 8 && decode_two(at, out + count)) {
		count += 2;
		at += 6;
	}
	return count;
}

#if defined(__x86_64__)
#include <immintrin.h>

/* Twelve bytes in each half of a register become four characters: tail, tail, lead and a zero, from the lowest byte on. */
__attribute__((target("avx2"))) static size_t decode_by_eight(const unsigned char *at, const unsigned char *end, uint32_t *out, size_t room)
{
	const __m256i order = _mm256_setr_epi8(2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1, 2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1);
	size_t count = 0;
	while (count < room && end - at >= 28) {
		__m128i low = _mm_loadu_si128((const __m128i *)(const void *)at), high = _mm_loadu_si128((const __m128i *)(const void *)(at + 12));
		__m256i bytes = _mm256_shuffle_epi8(_mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1), order);
		__m256i marks = _mm256_and_si256(bytes, _mm256_set1_epi32(0x00F0C0C0));
		__m256i value = _mm256_or_si256(_mm256_and_si256(bytes, _mm256_set1_epi32(0x3F)),
			_mm256_or_si256(_mm256_and_si256(_mm256_srli_epi32(bytes, 2), _mm256_set1_epi32(0xFC0)),
				_mm256_and_si256(_mm256_srli_epi32(bytes, 4), _mm256_set1_epi32(0xF000))));
		__m256i group = _mm256_and_si256(value, _mm256_set1_epi32(0xF800));
		__m256i wrong = _mm256_or_si256(
			_mm256_cmpeq_epi32(group, _mm256_setzero_si256()), _mm256_cmpeq_epi32(group, _mm256_set1_epi32(0xD800)));
		__m256i right = _mm256_andnot_si256(wrong, _mm256_cmpeq_epi32(marks, _mm256_set1_epi32(0x00E08080)));
		unsigned lanes = (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(right));
		_mm256_storeu_si256((__m256i *)(void *)(out + count), value);
		if (lanes != 0xFF)
			return count + (size_t)__builtin_ctz(~lanes);
		count += LANES;
		at += 3 * LANES;
	}
	return count;
}

size_t utf8_decode_threes(const unsigned char *at, const unsigned char *end, uint32_t *out, size_t room)
{
	return __builtin_cpu_supports("avx2") ? decode_by_eight(at, end, out, room) : decode_by_two(at, end, out, room);
}
#else
size_t utf8_decode_threes(const unsigned char *at, const unsigned char *end, uint32_t *out, size_t room)
{
	return decode_by_two(at, end, out, room);
}
#endif
