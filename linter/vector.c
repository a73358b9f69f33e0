/* vector: what is too large to be inline. */
#include "vector_p.h"

enum { STEPS = 255 }; /* a byte counts so far */

/* STEPS vectors at most, each byte of which counts for itself. */
static inline uint32_t count_steps(const uint8_t *bytes, size_t steps, uint8_t value)
{
	wide_bytes counts = {0}, here;
	for (size_t i = 0; i < steps; i++) {
		wide_bytes_load(&here, bytes + i * sizeof here);
		counts -= (wide_bytes)(here == value); /* all ones: minus one */
	}
	uint32_t sum = 0;
	for (size_t i = 0; i < sizeof counts; i++)
		sum += counts[i];
	return sum;
}

CLONES void bytes_count(const uint8_t *bytes, size_t count, const uint8_t values[BYTES_COUNTED], uint32_t counts[BYTES_COUNTED])
{
	for (int i = 0; i < BYTES_COUNTED; i++)
		counts[i] = 0;
	while (count >= sizeof(wide_bytes)) {
		size_t steps = count / sizeof(wide_bytes) < STEPS ? count / sizeof(wide_bytes) : STEPS;
		for (int i = 0; i < BYTES_COUNTED; i++)
			counts[i] += count_steps(bytes, steps, values[i]);
		bytes += steps * sizeof(wide_bytes);
		count -= steps * sizeof(wide_bytes);
	}
	for (; count; count--, bytes++)
		for (int i = 0; i < BYTES_COUNTED; i++)
			counts[i] += *bytes == values[i];
}
