/*
 * locate: lines and columns are counted only where a finding is, by one walk over the source: all places of all findings
 * are sorted by byte offset first.
 */
#include "locate_p.h"

#include <stdlib.h>

/* A walk over the source. */
struct walk {
	struct str source;
	struct place at;
};

static void step(struct walk *walk)
{
	const char *text = walk->source.data + walk->at.byte;
	unsigned char lead = (unsigned char)*text;
	if (lead == '\n') {
		walk->at.line++;
		walk->at.column = walk->at.byte_column = walk->at.utf16_column = walk->at.display_column = 1;
		walk->at.byte++;
		return;
	}
	size_t left = walk->source.size - walk->at.byte;
	uint32_t bytes = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
	if (bytes > left)
		bytes = 1;
	for (uint32_t i = 1; i < bytes; i++)
		if (((unsigned char)text[i] & 0xC0) != 0x80)
			bytes = i; /* broken: one column for what there is */
	uint32_t cp = CHARACTER_BAD;
	if (bytes == 1 && lead < 0x80)
		cp = lead;
	else if (bytes > 1 && bytes == (lead < 0xE0 ? 2u : lead < 0xF0 ? 3u : 4u))
		cp = character_decode(&text);
	walk->at.byte += bytes;
	walk->at.byte_column += bytes;
	walk->at.column++;
	walk->at.utf16_column += cp >= 0x10000 ? 2 : 1;
	if (cp == '\t') {
		walk->at.display_column += 8 - (walk->at.display_column - 1) % 8;
	} else {
		int width = character_width(cp, 2);
		walk->at.display_column += width > 0 ? (uint32_t)width : 0;
	}
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
		walk->at.line++;
		walk->at.column = walk->at.byte_column = walk->at.utf16_column = walk->at.display_column = 1;
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

static int compare_edits(const void *a, const void *b)
{
	const struct edit *left = a, *right = b;
	return left->region.begin.byte < right->region.begin.byte ? -1 : left->region.begin.byte > right->region.begin.byte;
}

static struct region region_of(const struct article *article, struct span span)
{
	struct region region = {{.byte = article->off[span.begin]}, {.byte = article->off[span.begin]}};
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

static void fill_edits(struct diagnostic *diagnostic, const struct finding *finding, const struct article *article, struct arena *arena)
{
	uint32_t count = 0;
	for (const struct finding_edit *edit = finding->edits; edit; edit = edit->next)
		count++;
	struct edit *edits = ARENA_ARRAY(arena, struct edit, count), *next = edits;
	for (const struct finding_edit *edit = finding->edits; edit; edit = edit->next)
		*next++ = (struct edit){region_of(article, edit->span), edit->replacement};
	qsort(edits, count, sizeof *edits, compare_edits);
	diagnostic->edits = edits;
	diagnostic->edit_count = count;
	diagnostic->fix_kind = finding->fix_kind;
}

/* Every region of every diagnostic, so that their lines and columns are filled in one walk. */
static void fill_places(struct diagnostic *diagnostics, size_t count, struct str source, struct arena *arena)
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
	if (place_count > 1)
		qsort(places, place_count, sizeof *places, compare_places);
	struct walk walk = {source, {0, 1, 1, 1, 1, 1}};
	for (size_t i = 0; i < place_count; i++) {
		walk_to(&walk, places[i]->byte);
		*places[i] = walk.at;
	}
}

struct diagnostic *report_locate(const struct report *report, size_t *count, struct arena *arena)
{
	const struct article *article = report->article;
	struct diagnostic *diagnostics = ARENA_ARRAY(arena, struct diagnostic, report->count + 1), *next = diagnostics;
	for (const struct finding *finding = report->findings; finding; finding = finding->next) {
		*next = (struct diagnostic){
			.path = article->path,
			.check = finding->check,
			.message = &finding->check->messages[finding->message],
			.severity = finding->check->messages[finding->message].severity,
			.confidence = finding->confidence,
			.region = region_of(article, finding->span),
			.arguments = finding->arguments,
			.argument_count = finding->argument_count,
			.source = article->source,
		};
		fill_related(next, finding, article, arena);
		fill_edits(next, finding, article, arena);
		next++;
	}
	*count = report->count;
	if (*count > 1)
		qsort(diagnostics, *count, sizeof *diagnostics, compare_diagnostics);
	fill_places(diagnostics, *count, article->source, arena);
	return diagnostics;
}
