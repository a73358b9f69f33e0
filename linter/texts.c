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

static void fill(struct texts_filter *filter, const char *const *texts)
{
	memset(filter, 0, sizeof *filter);
	filter->texts = texts;
	for (; *texts; texts++) {
		const char *text = *texts;
		uint32_t first = character_decode(&text), last = first, before = 0;
		add(filter->begin, first);
		for (uint32_t i = 1; *text; i++) {
			before = last;
			last = character_decode(&text);
			if (i == 1)
				add(filter->pairs, texts_pair(first, last));
		}
		add(filter->end, last);
		if (before)
			add(filter->pairs, texts_pair(before, last));
		else
			filter->alone |= UINT64_C(1) << (first & 63);
	}
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
