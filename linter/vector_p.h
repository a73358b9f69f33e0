/*
 * vector: many bytes or code points at a time, by the vectors that gcc and clang have on every machine. A function that is marked
 * CLONES is compiled twice, and the one with the wider vectors is taken where the processor has them.
 */
#ifndef KANLINT_VECTOR_P_H
#define KANLINT_VECTOR_P_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#else
/* Of eight bytes, each 1 or 0: bit I for the byte I, the first one in memory. */
static inline uint64_t word_bits(uint64_t bytes)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	bytes = __builtin_bswap64(bytes);
#endif
	return bytes * UINT64_C(0x0102040810204080) >> 56;
}
#endif

/* clang 14 forgets a function that is not called in its own file. */
#if defined(__x86_64__) && defined(__OPTIMIZE__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define CLONES __attribute__((target_clones("avx2", "default")))
#define VECTOR_CLONES
#else
#define CLONES
#endif

/*
 * Vectors that are compared: as wide as what CLONES counts on. gcc compares wider ones than the processor has byte by byte, which takes
 * ten times as long.
 */
#ifdef VECTOR_CLONES
enum { WIDE = 32 };
#else
enum { WIDE = 16 };
#endif
typedef uint8_t wide_bytes __attribute__((vector_size(WIDE)));
typedef uint16_t wide_halves __attribute__((vector_size(WIDE)));

typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef uint8_t bytes32 __attribute__((vector_size(32)));
typedef uint16_t halves8 __attribute__((vector_size(16)));
typedef uint32_t words4 __attribute__((vector_size(16)));
typedef uint32_t words8 __attribute__((vector_size(32)));

static inline void bytes32_load(bytes32 *bytes, const void *at)
{
	memcpy(bytes, at, sizeof *bytes);
}

static inline void words4_load(words4 *words, const uint32_t *at)
{
	memcpy(words, at, sizeof *words);
}

/* Is any bit of four words set? */
static inline bool words4_any(words4 words)
{
	uint64_t parts[2];
	memcpy(parts, &words, sizeof parts);
	return (parts[0] | parts[1]) != 0;
}

static inline void words8_load(words8 *words, const uint32_t *at)
{
	memcpy(words, at, sizeof *words);
}

static inline void wide_bytes_load(wide_bytes *bytes, const void *at)
{
	memcpy(bytes, at, sizeof *bytes);
}

/* Is any bit of the bytes set? */
static inline bool wide_bytes_any(const wide_bytes *bytes)
{
	uint64_t parts[WIDE / 8], any = 0;
	memcpy(parts, bytes, sizeof parts);
#pragma GCC unroll 4
	for (int i = 0; i < WIDE / 8; i++)
		any |= parts[i];
	return any != 0;
}

static inline void wide_halves_load(wide_halves *halves, const uint16_t *at)
{
	memcpy(halves, at, sizeof *halves);
}

/* The lower halves of eight words, to memory. */
static inline void words8_store_low(const words8 *words, uint16_t *at)
{
	halves8 low = __builtin_convertvector(*words, halves8);
	memcpy(at, &low, sizeof low);
}

/* Which of the halves, all ones or zero, are set: bit I for the half I. */
static inline uint32_t wide_halves_bits(const wide_halves *truths)
{
#ifdef __SSE2__
	__m128i parts[2] = {_mm_setzero_si128(), _mm_setzero_si128()};
	memcpy(parts, truths, sizeof *truths);
	return (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(parts[0], parts[1]));
#else
	const wide_halves bits = {1, 2, 4, 8, 16, 32, 64, 128};
	wide_halves found = *truths & bits;
	uint64_t parts[2];
	memcpy(parts, &found, sizeof parts);
	parts[0] |= parts[1];
	parts[0] |= parts[0] >> 32;
	return (uint16_t)(parts[0] | parts[0] >> 16);
#endif
}

/* Which of 64 bytes, each all ones or zero, are set: bit I for the byte I. Every x86-64 has an instruction for 16 of them. */
static inline uint64_t bytes64_bits(const bytes16 truths[4])
{
	uint64_t bits = 0;
#pragma GCC unroll 4
	for (int i = 0; i < 4; i++) {
#ifdef __SSE2__
		bits |= (uint64_t)(uint16_t)_mm_movemask_epi8((__m128i)truths[i]) << 16 * i;
#else
		uint64_t halves[2];
		bytes16 ones = truths[i] & 1;
		memcpy(halves, &ones, sizeof halves);
		for (int half = 0; half < 2; half++)
			bits |= word_bits(halves[half]) << (16 * i + 8 * half);
#endif
	}
	return bits;
}

/* Which of 64 bytes have one of these bits, or are this one: bit I for the byte I. */
static inline uint64_t bytes64_with(const uint8_t *at, uint8_t wanted)
{
	bytes16 bytes[4];
	memcpy(bytes, at, sizeof bytes);
#pragma GCC unroll 4
	for (int i = 0; i < 4; i++)
		bytes[i] = (bytes16)((bytes[i] & wanted) == 0);
	return ~bytes64_bits(bytes);
}

static inline uint64_t bytes64_equal(const uint8_t *at, uint8_t wanted)
{
	bytes16 bytes[4];
	memcpy(bytes, at, sizeof bytes);
#pragma GCC unroll 4
	for (int i = 0; i < 4; i++)
		bytes[i] = (bytes16)(bytes[i] == wanted);
	return bytes64_bits(bytes);
}

/* Which of 32 words are this one: bit I for the word I. */
static inline uint32_t words_equal(const uint32_t *at, uint32_t word)
{
#ifdef __SSE2__
	const __m128i wanted = _mm_set1_epi32((int)word);
	uint32_t equal = 0;
#pragma GCC unroll 2
	for (int i = 0; i < 32; i += 16) {
		const __m128i *parts = (const __m128i *)(at + i);
		__m128i same[4];
#pragma GCC unroll 4
		for (int part = 0; part < 4; part++)
			same[part] = _mm_cmpeq_epi32(_mm_loadu_si128(parts + part), wanted);
		same[0] = _mm_packs_epi16(_mm_packs_epi32(same[0], same[1]), _mm_packs_epi32(same[2], same[3]));
		equal |= (uint32_t)_mm_movemask_epi8(same[0]) << i;
	}
	return equal;
#else
	const words8 wanted = {word, word, word, word, word, word, word, word};
	words8 bits = {1, 2, 4, 8, 16, 32, 64, 128}, words, found = {0};
#pragma GCC unroll 4
	for (int i = 0; i < 4; i++) {
		words8_load(&words, at + 8 * i);
		found |= (words8)(words == wanted) & bits << 8 * i;
	}
	uint64_t parts[4];
	memcpy(parts, &found, sizeof parts);
	parts[0] |= parts[1] | parts[2] | parts[3];
	return (uint32_t)(parts[0] | parts[0] >> 32);
#endif
}

/* How many of COUNT bytes are each of BYTES_COUNTED values. */
enum { BYTES_COUNTED = 4 };
void bytes_count(const uint8_t *bytes, size_t count, const uint8_t values[BYTES_COUNTED], uint32_t counts[BYTES_COUNTED]);

#endif
