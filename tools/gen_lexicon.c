/* gen_lexicon: entries, their texts and the automaton over them. */
#include "gen_lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../linter/character.h"
#include "../linter/lexicon.h"

enum { FIELDS = 10, VARIANT = 0, LIST, PLACE, REPLACE, WITH, UNLESS, NEAR, UNLESS_NEAR };

/* A line, cut into its fields. */
struct line {
	char *fields[FIELDS];
	uint8_t variants;
	uint8_t list;
	uint32_t number; /* in the file */
};

static struct arena arena;
static struct line *lines;
static size_t line_count, line_capacity;
static uint16_t *pool;
static size_t pool_count, pool_capacity;

static _Noreturn void fail(const struct line *line, const char *what)
{
	fprintf(stderr, "gen_lexicon: %s: %s: %s\n", line->fields[PLACE], line->fields[REPLACE], what);
	exit(1);
}

static void read_line(char *text, uint32_t number)
{
	struct line line = {.number = number};
	for (size_t i = 0; i < FIELDS; i++) {
		line.fields[i] = text ? text : (char[]){""};
		text = text ? strchr(text, '\t') : NULL;
		if (text)
			*text++ = 0;
		else if (i < FIELDS - 1)
			fail(&(struct line){.fields = {[PLACE] = line.fields[0], [REPLACE] = line.fields[0]}}, "too few fields");
	}
	line.variants = strcmp(line.fields[VARIANT], "hant") == 0 ? LEXICON_HANT : LEXICON_HANS;
	while (lexicon_names[line.list] && strcmp(lexicon_names[line.list], line.fields[LIST]) != 0)
		line.list++;
	if (!lexicon_names[line.list])
		fail(&line, "no such list");
	if (strcmp(line.fields[REPLACE], line.fields[WITH]) != 0)
		ARENA_PUSH(&arena, lines, line_count, line_capacity, line);
}

static int compare_lines(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	int order = strcmp(x->fields[REPLACE], y->fields[REPLACE]);
	if (order == 0)
		order = x->list != y->list ? x->list - y->list : x->variants - y->variants;
	return order ? order : x->number < y->number ? -1 : 1;
}

/* Of lines that say the same of one text in one variant, the first stays; the same in both variants is one entry for both. */
static void merge_lines(void)
{
	size_t kept = 0;
	if (line_count)
		qsort(lines, line_count, sizeof *lines, compare_lines);
	for (size_t i = 0; i < line_count; i++) {
		struct line *last = kept ? &lines[kept - 1] : NULL, *line = &lines[i];
		bool same = last && strcmp(last->fields[REPLACE], line->fields[REPLACE]) == 0 && last->list == line->list;
		if (same && last->variants & line->variants) {
			if (line->variants == LEXICON_HANS)
				fail(line, "stands twice in this list");
			continue;
		}
		bool alike = same;
		for (size_t j = WITH; alike && j <= UNLESS_NEAR; j++)
			alike = strcmp(last->fields[j], line->fields[j]) == 0;
		if (alike)
			last->variants |= line->variants;
		else
			lines[kept++] = *line;
	}
	line_count = kept;
}

static void add_unit(uint16_t unit)
{
	ARENA_PUSH(&arena, pool, pool_count, pool_capacity, unit);
}

/* Adds the texts of a field, which stand between marks of the set CUTS; returns how many. */
static uint8_t add_texts(const struct line *line, size_t field, const char *cuts)
{
	const char *text = line->fields[field];
	uint32_t count = *text != 0;
	while (*text) {
		uint32_t cp = character_decode(&text);
		if (cp > 0xFFFF)
			fail(line, "a character outside the Basic Multilingual Plane");
		bool cut = cp == '|' || (cp == 0x2026 && strcmp(cuts, "…") == 0);
		add_unit(cut ? 0 : (uint16_t)cp);
		count += cut;
	}
	if (count)
		add_unit(0);
	if (count > UINT8_MAX)
		fail(line, "too many texts");
	return (uint8_t)count;
}

static struct lexicon_entry make_entry(const struct line *line)
{
	struct lexicon_entry entry = {.text = (uint32_t)pool_count, .list = line->list, .variants = line->variants};
	entry.piece_count = add_texts(line, REPLACE, "…");
	entry.right_count = add_texts(line, WITH, "");
	entry.unless_count = add_texts(line, UNLESS, "");
	entry.near_count = add_texts(line, NEAR, "");
	entry.unless_near_count = add_texts(line, UNLESS_NEAR, "");
	if (entry.piece_count == 0 || entry.piece_count > LEXICON_PIECES || entry.right_count == 0)
		fail(line, "needs one to three pieces, and a cure");
	return entry;
}

/* The first piece of an entry, for the automaton. */
static struct automaton_text first_piece(const struct lexicon_entry *entry, uint32_t index)
{
	uint32_t length = 0;
	while (pool[entry->text + length])
		length++;
	uint32_t *cp = ARENA_ARRAY(&arena, uint32_t, length);
	for (uint32_t i = 0; i < length; i++)
		cp[i] = pool[entry->text + i];
	return (struct automaton_text){cp, length, index};
}

static void read_lines(const char *work_folder)
{
	char path[4096], text[16384];
	snprintf(path, sizeof path, "%s/lexicon", work_folder);
	FILE *file = fopen(path, "r");
	if (!file) {
		perror(path);
		exit(1);
	}
	for (uint32_t number = 1; fgets(text, sizeof text, file); number++) {
		text[strcspn(text, "\n")] = 0;
		read_line(arena_strdup(&arena, text), number);
	}
	fclose(file);
}

void gen_lexicon(const char *work_folder, struct lexicon_table *lexicon)
{
	arena_init(&arena);
	read_lines(work_folder);
	merge_lines();
	struct lexicon_entry *entries = ARENA_ARRAY(&arena, struct lexicon_entry, line_count + 1),
			     *sorted = ARENA_ARRAY(&arena, struct lexicon_entry, line_count + 1);
	struct automaton_text *texts = ARENA_ARRAY(&arena, struct automaton_text, line_count + 1);
	for (size_t i = 0; i < line_count; i++)
		entries[i] = make_entry(&lines[i]);
	add_unit(0);
	for (size_t i = 0; i < line_count; i++)
		texts[i] = first_piece(&entries[i], (uint32_t)i);
	automaton_build(&lexicon->automaton, texts, (uint32_t)line_count, &arena);
	for (size_t i = 0; i < line_count; i++)
		sorted[i] = entries[texts[i].value];
	lexicon->entries = sorted;
	lexicon->entry_count = (uint32_t)line_count;
	lexicon->text = pool;
	lexicon->text_length = (uint32_t)pool_count;
}
