/*
 * locate: lines and columns are counted only where a finding is, by one walk over the source: all places of all findings
 * are sorted by byte offset first.
 */
#include "locate_p.h"

#include <stdlib.h>

#include "cells_p.h"
#include "edit_p.h"

/* A walk over the source. */
struct walk {
	struct str source;
	struct place at;
	struct cells wide, narrow;     /* where ambiguous characters take two cells, and one */
	uint32_t han;                  /* the character before, if it is one that these have not been told of; else 0 */
};

static void start_line(struct walk *walk)
{
	walk->at.line++;
	walk->at.column = walk->at.byte_column = walk->at.utf16_column = walk->at.display_column = walk->at.narrow_column = 1;
	walk->wide = walk->narrow = (struct cells){0};
	walk->han = 0;
}

static void add_cells(struct walk *walk, uint32_t cp)
{
	struct place *at = &walk->at;
	if (cp >= 0x4E00 && cp <= 0x9FFF) { /* most of the text: no look-up */
		walk->han = cp;
		at->display_column += 2;
		at->narrow_column += 2;
	} else if (cp == '\t') {
		walk->wide = walk->narrow = (struct cells){0};
		walk->han = 0;
		at->display_column += 8 - (at->display_column - 1) % 8;
		at->narrow_column += 8 - (at->narrow_column - 1) % 8;
	} else {
		if (walk->han)
			walk->wide = walk->narrow = cells_after_wide(walk->han);
		walk->han = 0;
		at->display_column += cells_add(&walk->wide, cp, 2);
		at->narrow_column += cells_add(&walk->narrow, cp, 1);
	}
}

/* One character that is no newline. */
static void step(struct walk *walk)
{
	uint32_t cp;
	size_t bytes = character_read(walk->source.data + walk->at.byte, walk->source.size - walk->at.byte, &cp);
	walk->at.byte += bytes;
	walk->at.byte_column += (uint32_t)bytes;
	walk->at.column++;
	walk->at.utf16_column += cp >= 0x10000 ? 2 : 1;
	add_cells(walk, cp);
}

/* Jumps over whole lines without looking at their characters. */
static void walk_to(struct walk *walk, size_t byte)
{
	for (;;) {
		const char *from = walk->source.data + walk->at.byte;
		const char *newline = byte > walk->at.byte ? memchr(from, '\n', byte - walk->at.byte) : NULL;
		if (!newline)
			break;
		walk->at.byte += (size_t)(newline - from) + 1;
		start_line(walk);
	}
	while (walk->at.byte < byte)
		step(walk);
}

static int compare_places(const void *a, const void *b)
{
	const struct place *left = *(struct place *const *)a, *right = *(struct place *const *)b;
	return left->byte < right->byte ? -1 : left->byte > right->byte;
}

static int compare_diagnostics(const void *a, const void *b)
{
	const struct diagnostic *left = a, *right = b;
	if (left->region.begin.byte != right->region.begin.byte)
		return left->region.begin.byte < right->region.begin.byte ? -1 : 1;
	int names = strcmp(left->check->name, right->check->name);
	if (names)
		return names;
	if (left->region.end.byte != right->region.end.byte)
		return left->region.end.byte < right->region.end.byte ? -1 : 1;
	return left->message < right->message ? -1 : left->message > right->message;
}

/* An insertion comes before what replaces the text after it. */
static int compare_edits(const void *a, const void *b)
{
	const struct edit *left = a, *right = b;
	if (left->region.begin.byte != right->region.begin.byte)
		return left->region.begin.byte < right->region.begin.byte ? -1 : 1;
	return left->region.end.byte < right->region.end.byte ? -1 : left->region.end.byte > right->region.end.byte;
}

/* Edits are mostly added in order; then two insertions at one place keep theirs. */
static bool edits_sorted(const struct edit *edits, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++)
		if (compare_edits(&edits[i - 1], &edits[i]) > 0)
			return false;
	return true;
}

/* CR LF is one newline of the article, that stands at LF; a span that begins with it takes both. */
static struct region region_of(const struct article *article, struct span span)
{
	uint32_t begin = article_byte(article, span.begin);
	if (span.end > span.begin && article->cp[span.begin] == '\n' && begin > 0 && article->source.data[begin - 1] == '\r')
		begin--;
	struct region region = {.begin.byte = begin, .end.byte = begin};
	if (span.end > span.begin)
		region.end.byte = article_byte_end(article, span.end);
	return region;
}

static void fill_related(struct diagnostic *diagnostic, const struct finding *finding, const struct article *article, struct arena *arena)
{
	uint32_t count = 0;
	for (const struct finding_note *note = finding->notes; note; note = note->next)
		count++;
	struct related *related = ARENA_ARRAY(arena, struct related, count);
	diagnostic->related = related;
	diagnostic->related_count = count;
	for (const struct finding_note *note = finding->notes; note; note = note->next)
		*related++ = (struct related){region_of(article, note->span), note->text, note->argument};
}

/* None at all if one of them would change more than prose. */
static void fill_edits(struct diagnostic *diagnostic, const struct finding *finding, const struct article *article, struct arena *arena)
{
	uint32_t count = 0;
	for (const struct finding_edit *edit = finding->edits; edit; edit = edit->next, count++)
		if (!edit_keeps_markup(article, edit->span, edit->replacement))
			return;
	struct edit *edits = ARENA_ARRAY(arena, struct edit, count), *next = edits;
	for (const struct finding_edit *edit = finding->edits; edit; edit = edit->next)
		*next++ = (struct edit){region_of(article, edit->span), edit->replacement};
	if (!edits_sorted(edits, count))
		qsort(edits, count, sizeof *edits, compare_edits);
	diagnostic->edits = edits;
	diagnostic->edit_count = count;
	diagnostic->fix_kind = finding->fix_kind;
}

void places_fill(struct str source, struct place **places, size_t count)
{
	if (count > 1)
		qsort(places, count, sizeof *places, compare_places);
	struct walk walk = {.source = source, .at = {.line = 1, .column = 1, .byte_column = 1, .utf16_column = 1, .display_column = 1, .narrow_column = 1}};
	for (size_t i = 0; i < count; i++) {
		walk_to(&walk, places[i]->byte);
		*places[i] = walk.at;
	}
}

void diagnostics_locate(struct diagnostic *diagnostics, size_t count, struct arena *arena)
{
	struct place **places = NULL;
	size_t place_count = 0, capacity = 0;
	for (size_t i = 0; i < count; i++) {
		struct diagnostic *diagnostic = &diagnostics[i];
		ARENA_PUSH(arena, places, place_count, capacity, &diagnostic->region.begin);
		ARENA_PUSH(arena, places, place_count, capacity, &diagnostic->region.end);
		for (uint32_t j = 0; j < diagnostic->related_count; j++) {
			struct related *related = (struct related *)&diagnostic->related[j];
			ARENA_PUSH(arena, places, place_count, capacity, &related->region.begin);
			ARENA_PUSH(arena, places, place_count, capacity, &related->region.end);
		}
		for (uint32_t j = 0; j < diagnostic->edit_count; j++) {
			struct edit *edit = (struct edit *)&diagnostic->edits[j];
			ARENA_PUSH(arena, places, place_count, capacity, &edit->region.begin);
			ARENA_PUSH(arena, places, place_count, capacity, &edit->region.end);
		}
	}
	if (count > 0)
		places_fill(diagnostics->source, places, place_count);
}

void diagnostics_sort(struct diagnostic *diagnostics, size_t count)
{
	if (count > 1)
		qsort(diagnostics, count, sizeof *diagnostics, compare_diagnostics);
}

void report_diagnose(const struct report *report, struct diagnostics *diagnostics, struct arena *arena)
{
	const struct article *article = report->article;
	for (const struct finding *finding = report->findings; finding; finding = finding->next) {
		const struct check_message *message = finding->rule ? &finding->rule->message : &finding->check->messages[finding->message];
		struct diagnostic diagnostic = {
			.path = article->path,
			.check = finding->check,
			.message = message,
			.rule = finding->rule,
			.severity = message->severity,
			.confidence = finding->confidence,
			.region = region_of(article, finding->span),
			.arguments = finding->arguments,
			.argument_count = finding->argument_count,
			.source = article->source,
		};
		fill_related(&diagnostic, finding, article, arena);
		fill_edits(&diagnostic, finding, article, arena);
		ARENA_PUSH(arena, diagnostics->items, diagnostics->count, diagnostics->capacity, diagnostic);
	}
}
