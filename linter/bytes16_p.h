/* bytes16: sixteen bytes at a time, by the vectors that gcc and clang have on every machine. */
#ifndef KANLINT_BYTES16_P_H
#define KANLINT_BYTES16_P_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t bytes16 __attribute__((vector_size(16)));

static inline bytes16 bytes16_load(const void *at)
{
	bytes16 bytes;
	memcpy(&bytes, at, sizeof bytes);
	return bytes;
}

/* Is any of them not zero? */
static inline bool bytes16_any(bytes16 bytes)
{
	uint64_t halves[2];
	memcpy(halves, &bytes, sizeof halves);
	return (halves[0] | halves[1]) != 0;
}

#endif
