/*
 * record: from places in the text of a record to those in its line of the file. As with lines and columns, nothing is kept for that:
 * the strings are walked over once more where there are findings.
 */
#include "record_p.h"

#include <stdlib.h>

#include "language_p.h"
#include "locate_p.h"

enum { ID_SHOWN = 64 };

/* A place of the record's text and the one in the file that is to be filled in. */
struct twin {
	size_t byte;
	struct place *in_file;
};

struct twins {
	struct twin *items;
	size_t count, capacity;
	struct arena *arena;
};

static int compare_twins(const void *a, const void *b)
{
	const struct twin *left = a, *right = b;
	return left->byte < right->byte ? -1 : left->byte > right->byte;
}

/* Bytes of the title in the input's text; the blank line after it belongs to neither member. */
static size_t title_end(const struct record *record)
{
	return record->text_begin > 0 ? record->text_begin - strlen("\n\n") : 0;
}

static bool is_in_title(const struct record *record, size_t byte)
{
	return byte < record->text_begin;
}

static void add_region(struct twins *twins, const struct record *record, struct region *region)
{
	struct region *in_file = ARENA_NEW(twins->arena, struct region);
	size_t begin = region->begin.byte, end = region->end.byte;
	if (is_in_title(record, begin)) {
		end = end < title_end(record) ? end : title_end(record);
		begin = begin < end ? begin : end;
	}
	region->in_file = in_file;
	ARENA_PUSH(twins->arena, twins->items, twins->count, twins->capacity, (struct twin){begin, &in_file->begin});
	ARENA_PUSH(twins->arena, twins->items, twins->count, twins->capacity, (struct twin){end, &in_file->end});
}

static bool is_of_one_member(const struct record *record, const struct region *region)
{
	return !is_in_title(record, region->begin.byte) || region->end.byte <= title_end(record);
}

static void add_diagnostic(struct twins *twins, const struct record *record, struct diagnostic *diagnostic)
{
	diagnostic->record = record;
	add_region(twins, record, &diagnostic->region);
	for (uint32_t i = 0; i < diagnostic->related_count; i++)
		add_region(twins, record, (struct region *)&diagnostic->related[i].region);
	for (uint32_t i = 0; i < diagnostic->edit_count; i++)
		if (!is_of_one_member(record, &diagnostic->edits[i].region))
			diagnostic->edit_count = 0;
	for (uint32_t i = 0; i < diagnostic->edit_count; i++)
		add_region(twins, record, (struct region *)&diagnostic->edits[i].region);
}

/* The bytes in the line, and then the columns. */
static void find_places(const struct record *record, struct twins *twins)
{
	struct place **places = ARENA_ARRAY(twins->arena, struct place *, twins->count);
	struct json_walk title = {.raw = record->title.raw}, text = {.raw = record->text.raw};
	if (twins->count > 1)
		qsort(twins->items, twins->count, sizeof *twins->items, compare_twins);
	for (size_t i = 0; i < twins->count; i++) {
		const struct twin *twin = &twins->items[i];
		bool in_title = is_in_title(record, twin->byte);
		struct json_walk *walk = in_title ? &title : &text;
		size_t at = json_walk_to(walk, twin->byte - (in_title ? 0 : record->text_begin));
		twin->in_file->byte = (size_t)(walk->raw.data - record->raw.data) + at;
		places[i] = twin->in_file;
	}
	places_fill(record->raw, places, twins->count);
	for (size_t i = 0; i < twins->count; i++) {
		places[i]->line = record->line;
		places[i]->byte += record->byte;
	}
}

void record_locate(const struct record *record, struct diagnostic *diagnostics, size_t count, struct arena *arena)
{
	struct twins twins = {.arena = arena};
	for (size_t i = 0; i < count; i++)
		add_diagnostic(&twins, record, &diagnostics[i]);
	if (count > 0)
		find_places(record, &twins);
}

const char *record_field(const struct record *record, const struct place *place, struct place *own)
{
	*own = *place;
	if (is_in_title(record, place->byte))
		return record->names->title;
	own->byte -= record->text_begin;
	own->line -= record->text_line;
	return record->names->text;
}

const char *record_own_region(const struct diagnostic *diagnostic, const struct region *region, struct place *begin, struct place *end)
{
	const struct record *record = diagnostic->record;
	const char *field = record_field(record, &region->begin, begin);
	record_field(record, &region->end, end);
	if (is_of_one_member(record, region))
		return field;
	struct place *places[] = {end};
	*end = (struct place){.byte = title_end(record)};
	places_fill(diagnostic->source, places, 1);
	if (begin->byte > end->byte)
		*begin = *end;
	return field;
}

struct str record_note(const struct record *record, const struct region *region, struct arena *arena)
{
	struct place own;
	if (!record)
		return STR("");
	const char *field = record_field(record, &region->begin, &own);
	struct str place = arena_format(arena, "%s %u:%u", field, own.line, own.column);
	if (!record->id)
		return arena_format(arena, " (%s)", place.data);
	size_t size = strlen(record->id), shown = size;
	if (size > ID_SHOWN)
		for (shown = ID_SHOWN; shown > 0 && ((unsigned char)record->id[shown] & 0xC0) == 0x80;) /* an id may be no UTF-8 */
			shown--;
	struct str arguments[] = {arena_format(arena, "%.*s%s", (int)shown, record->id, shown < size ? "…" : ""), place};
	return text_fill(translate(N_(" (record {0}, {1})")), arguments, 2, arena);
}

struct str edit_in_file(const struct diagnostic *diagnostic, const struct edit *edit, struct arena *arena)
{
	return diagnostic->record ? json_encode(edit->replacement, arena) : edit->replacement;
}

struct str record_message(const struct diagnostic *diagnostic, struct arena *arena)
{
	struct str message = diagnostic_message(diagnostic, arena), note = record_note(diagnostic->record, &diagnostic->region, arena);
	return note.size ? arena_format(arena, "%.*s%.*s", (int)message.size, message.data, (int)note.size, note.data) : message;
}
