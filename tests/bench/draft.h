/* draft: an article while it is made, and what such articles are made of. */
#ifndef KANLINT_BENCH_DRAFT_H
#define KANLINT_BENCH_DRAFT_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct draft {
	uint32_t *characters;
	size_t count, capacity;
	int traditional;
	unsigned slips;
};

/* Characters of each kind. */
struct rates {
	size_t all, han, digits, latin, marks, numbers, slips;
};

void draft_add(struct draft *draft, uint32_t character);

/* Returns the bytes that were written. */
size_t draft_write(const struct draft *draft, FILE *file);

void draft_count(const struct draft *draft, struct rates *rates);
void rates_print(const struct rates *rates, const char *variant, FILE *file);

#endif
