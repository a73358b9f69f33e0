/*
 * texts: the lists of words that checks look for, and a filter for each: which characters begin its texts, which end them. Nearly every
 * place of an article is refused by one look at the filter, whatever the length of the list.
 *
 * A list is known by its address, and its filter is kept from the first use on, for all threads: so a list must be static and constant,
 * `static const char *const words[] = {"男", "女", NULL}`, its texts UTF-8 and not empty.
 */
#ifndef KANLINT_TEXTS_H
#define KANLINT_TEXTS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

enum { TEXTS_PAIR_ROWS = 16 };

/*
 * Sets of characters by the low 9 bits of their code points, and of pairs of them at the beginning and at the end of a text: a row by the outer
 * one, a bit by the low 6 bits of the inner one. Others may have the same bits, so that a member is only likely.
 */
struct texts_filter {
	const char *const *_Atomic texts; /* NULL: none yet; set when all the rest is there */
	uint64_t begin[8], end[8];
	uint64_t begin_pairs[TEXTS_PAIR_ROWS], end_pairs[TEXTS_PAIR_ROWS];
};

enum { TEXTS_FILTER_BITS = 10 };
extern struct texts_filter texts_filters[1 << TEXTS_FILTER_BITS];

/*
 * The filter of a list that is not at its place among texts_filters: it is made when it is first asked for. It may be gone when the thread
 * asks for that of another list.
 */
const struct texts_filter *texts_filter_find(const char *const *texts);

static inline const struct texts_filter *texts_filter(const char *const *texts)
{
	uint64_t hash = (uint64_t)(uintptr_t)texts * UINT64_C(0x9E3779B97F4A7C15);
	const struct texts_filter *filter = &texts_filters[hash >> (64 - TEXTS_FILTER_BITS)];
	return atomic_load_explicit(&filter->texts, memory_order_acquire) == texts ? filter : texts_filter_find(texts);
}

/* May a text of the list begin (end) with this character? */
static inline bool texts_may_begin(const struct texts_filter *filter, uint32_t code_point)
{
	return filter->begin[code_point >> 6 & 7] >> (code_point & 63) & 1;
}

static inline bool texts_may_end(const struct texts_filter *filter, uint32_t code_point)
{
	return filter->end[code_point >> 6 & 7] >> (code_point & 63) & 1;
}

static inline uint32_t texts_pair_row(uint32_t outer)
{
	return (outer ^ outer >> 9) % TEXTS_PAIR_ROWS; /* not by bits that the first look has seen already */
}

/* The second look: may a text that begins (ends) with OUTER go on with INNER? Also true where OUTER may be all of it. */
static inline bool texts_may_begin_with(const struct texts_filter *filter, uint32_t outer, uint32_t inner)
{
	return filter->begin_pairs[texts_pair_row(outer)] >> (inner & 63) & 1;
}

static inline bool texts_may_end_with(const struct texts_filter *filter, uint32_t inner, uint32_t outer)
{
	return filter->end_pairs[texts_pair_row(outer)] >> (inner & 63) & 1;
}

#endif
