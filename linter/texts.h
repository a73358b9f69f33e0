/*
 * texts: the lists of words that checks look for, and a filter for each: which characters begin its texts, which end them. Nearly every
 * place of an article is refused by one look at the filter, whatever the length of the list, and most of the others by a second one, at
 * their first or last two characters.
 *
 * A list is known by its address, and its filter is kept by each thread from the first use on: so a list must be static and constant,
 * `static const char *const words[] = {"男", "女", NULL}`, its texts UTF-8 and not empty.
 */
#ifndef KANLINT_TEXTS_H
#define KANLINT_TEXTS_H

#include <stdbool.h>
#include <stdint.h>

/* Sets of characters by the low 9 bits of their code points: others may have the same, so that a member is only likely. */
struct texts_filter {
	const char *const *texts;
	uint64_t begin[8], end[8];
	uint64_t pairs[8]; /* of the first two characters of a text, and the last two: by a hash */
	uint64_t alone;    /* of the texts of one character, by the low 6 bits */
};

enum { TEXTS_FILTER_BITS = 10 };
extern _Thread_local struct texts_filter texts_filters[1 << TEXTS_FILTER_BITS];

/* The filter of a list that is not at its place among texts_filters: it is made when it is first asked for. */
const struct texts_filter *texts_filter_find(const char *const *texts);

static inline const struct texts_filter *texts_filter(const char *const *texts)
{
	uint64_t hash = (uint64_t)(uintptr_t)texts * UINT64_C(0x9E3779B97F4A7C15);
	const struct texts_filter *filter = &texts_filters[hash >> (64 - TEXTS_FILTER_BITS)];
	return filter->texts == texts ? filter : texts_filter_find(texts);
}

/* The bit of two neighbours among the pairs. */
static inline uint32_t texts_pair(uint32_t first, uint32_t second)
{
	return (first * UINT32_C(0x9E3779B1) ^ second * UINT32_C(0x85EBCA77)) >> 23;
}

/* May a text of the list begin (end) with these two characters? */
static inline bool texts_may_begin_so(const struct texts_filter *filter, uint32_t first, uint32_t second)
{
	uint32_t pair = texts_pair(first, second);
	return (filter->pairs[pair >> 6] >> (pair & 63) & 1) || (filter->alone >> (first & 63) & 1);
}

static inline bool texts_may_end_so(const struct texts_filter *filter, uint32_t first, uint32_t second)
{
	uint32_t pair = texts_pair(first, second);
	return (filter->pairs[pair >> 6] >> (pair & 63) & 1) || (filter->alone >> (second & 63) & 1);
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

#endif
