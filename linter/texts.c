/* texts: filters of word lists, by the address of the list. */
#include "texts.h"

#include <string.h>

#include "utf8.h"

enum { PROBES = 8 };

_Thread_local struct texts_filter texts_filters[1 << TEXTS_FILTER_BITS];

static void add(uint64_t set[8], uint32_t code_point)
{
	set[code_point >> 6 & 7] |= UINT64_C(1) << (code_point & 63);
}

/* INNER 0: the text has but one character, after which anything may stand. */
static void add_pair(uint64_t rows[TEXTS_PAIR_ROWS], uint32_t outer, uint32_t inner)
{
	rows[texts_pair_row(outer)] |= inner ? UINT64_C(1) << (inner & 63) : UINT64_MAX;
}

static void add_text(struct texts_filter *filter, const char *text)
{
	uint32_t first = character_decode(&text), second = 0, before = 0, last = first;
	while (*text) {
		before = last;
		last = character_decode(&text);
		second = second ? second : last;
	}
	add(filter->begin, first);
	add(filter->end, last);
	add_pair(filter->begin_pairs, first, second);
	add_pair(filter->end_pairs, last, before);
}

static void fill(struct texts_filter *filter, const char *const *texts)
{
	memset(filter, 0, sizeof *filter);
	filter->texts = texts;
	for (; *texts; texts++)
		add_text(filter, *texts);
}

/* Where the places near its own are all taken, as by the lists of hundreds of plug-ins, one of the lists has to go. */
const struct texts_filter *texts_filter_find(const char *const *texts)
{
	uint64_t home = (uint64_t)(uintptr_t)texts * UINT64_C(0x9E3779B97F4A7C15) >> (64 - TEXTS_FILTER_BITS);
	struct texts_filter *filter = &texts_filters[home];
	for (uint32_t i = 0; i < PROBES; i++) {
		struct texts_filter *next = &texts_filters[(home + i) & ((1u << TEXTS_FILTER_BITS) - 1)];
		if (next->texts == texts)
			return next;
		if (!next->texts) {
			filter = next;
			break;
		}
	}
	fill(filter, texts);
	return filter;
}
