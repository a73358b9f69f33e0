/* texts: filters of word lists, by the address of the list. */
#include "texts.h"

#include <pthread.h>

#include "utf8.h"

enum { PROBES = 8 };

/* Only grows, under the lock; a filter that is there never changes. */
struct texts_filter texts_filters[1 << TEXTS_FILTER_BITS];
static pthread_mutex_t filling = PTHREAD_MUTEX_INITIALIZER;

/* For a list that finds no place, as among the lists of hundreds of plug-ins: until the thread asks for another such. */
static _Thread_local struct texts_filter homeless;

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
	for (const char *const *text = texts; *text; text++)
		add_text(filter, *text);
	atomic_store_explicit(&filter->texts, texts, memory_order_release);
}

/* The place of a list, or a free one for it, among those near its own; NULL: all are taken. */
static struct texts_filter *find_place(const char *const *texts)
{
	uint64_t home = (uint64_t)(uintptr_t)texts * UINT64_C(0x9E3779B97F4A7C15) >> (64 - TEXTS_FILTER_BITS);
	for (uint32_t i = 0; i < PROBES; i++) {
		struct texts_filter *filter = &texts_filters[(home + i) & ((1u << TEXTS_FILTER_BITS) - 1)];
		const char *const *here = atomic_load_explicit(&filter->texts, memory_order_acquire);
		if (here == texts || !here)
			return filter;
	}
	return NULL;
}

const struct texts_filter *texts_filter_find(const char *const *texts)
{
	struct texts_filter *filter = find_place(texts);
	if (!filter) {
		memset(&homeless, 0, sizeof homeless);
		fill(&homeless, texts);
		return &homeless;
	}
	if (filter->texts != texts) {
		pthread_mutex_lock(&filling);
		filter = find_place(texts);
		if (filter && filter->texts != texts)
			fill(filter, texts);
		pthread_mutex_unlock(&filling);
	}
	return filter ? filter : texts_filter_find(texts);
}
