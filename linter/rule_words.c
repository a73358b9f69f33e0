/* rule_words: words that are right whatever typo_ checks say: names, a house's own spelling. One a line; # begins a comment. */
#include <stdlib.h>

#include "rule_set_p.h"

enum { ENDS = 16 };

struct allowed_words {
	struct arena *arena;
	struct automaton automaton;
	struct automaton_text *texts;
	size_t count, capacity;
	uint32_t longest;
};

struct allowed_words *allowed_words_new(struct arena *arena)
{
	struct allowed_words *words = ARENA_NEW(arena, struct allowed_words);
	words->arena = arena;
	return words;
}

static void add_line(struct allowed_words *words, struct str line)
{
	const char *tab = memchr(line.data, '\t', line.size); /* what follows is of another program: a frequency, a reading */
	if (tab)
		line.size = (size_t)(tab - line.data);
	struct points points = points_from(str_trimmed(line), words->arena);
	if (points.length == 0 || points.length > RULE_TEXT_LONGEST)
		return;
	struct automaton_text text = {points.cp, points.length, 0};
	ARENA_PUSH(words->arena, words->texts, words->count, words->capacity, text);
	if (points.length > words->longest)
		words->longest = points.length;
}

void allowed_words_add_file(struct allowed_words *words, const char *path, const struct rule_errors *errors)
{
	struct str bytes, line;
	struct error error;
	if (!rule_file_read(path, &bytes, words->arena, &error)) {
		errors->add(errors->state, error.text);
		return;
	}
	if (!rule_check_utf8(path, &bytes, errors))
		return;
	while (str_take_line(&bytes, &line))
		if (line.size && *line.data != '#')
			add_line(words, line);
}

void allowed_words_finish(struct allowed_words *words)
{
	automaton_build(&words->automaton, words->texts, (uint32_t)words->count, words->arena);
}

/* Does an allowed word stand so that it holds the span? */
static bool allows(const struct allowed_words *words, const struct article *article, struct span span)
{
	struct automaton_end ends[ENDS];
	uint32_t reach = words->longest > span_length(span) ? words->longest - span_length(span) : 0;
	for (uint32_t at = article_back(article, span.begin, reach); at <= span.begin; at++) {
		uint32_t count = automaton_find(&words->automaton, article->cp + at, article->end - at, ends, ENDS);
		if (count > 0 && at + ends[count - 1].length >= span.end)
			return true;
	}
	return false;
}

/* The places of which a rule said how they should be, ascending. */
struct places {
	struct span *items;
	size_t count, capacity;
};

static int compare_places(const void *a, const void *b)
{
	const struct span *x = a, *y = b;
	return x->begin < y->begin ? -1 : x->begin > y->begin;
}

static struct places places_of_rules(const struct report *report, struct arena *scratch)
{
	struct places places = {0};
	for (const struct finding *finding = report->findings; finding; finding = finding->next)
		if (finding->rule && finding->edits)
			ARENA_PUSH(scratch, places.items, places.count, places.capacity, finding->span);
	if (places.count > 1)
		qsort(places.items, places.count, sizeof *places.items, compare_places);
	return places;
}

/* Does the last place that begins at or before a span hold it? */
static bool is_told(const struct places *places, struct span span)
{
	size_t low = 0, high = places->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (places->items[middle].begin <= span.begin)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && places->items[low - 1].end >= span.end;
}

void allowed_words_apply(const struct allowed_words *const *words, struct report *report, const struct article *article, struct arena *scratch)
{
	struct places places = places_of_rules(report, scratch);
	struct finding **place = &report->findings;
	if (!*words && !places.count)
		return;
	while (*place) {
		const struct finding *finding = *place;
		bool is_typo = !strncmp(finding->check->name, "typo_", 5) && span_length(finding->span) <= RULE_TEXT_LONGEST;
		bool allowed = is_typo && is_told(&places, finding->span);
		for (const struct allowed_words *const *list = words; is_typo && *list && !allowed; list++)
			allowed = allows(*list, article, finding->span);
		if (allowed) {
			*place = finding->next;
			report->count--;
		} else {
			place = &(*place)->next;
		}
	}
	report->last = place;
}
