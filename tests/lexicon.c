/*
 * lexicon: the examples of the project's lists, in both variants. Each wrong one gives a finding at the entry's
 * text, and its fix writes the cure; no right one gives a finding of that check.
 *
 * usage: lexicon DATA LEXICON
 */
#include <stdio.h>
#include <stdlib.h>

#include "harness.h"

enum { FIELDS = 10, VARIANT = 0, LIST, PLACE, REPLACE, WITH, UNLESS, NEAR, UNLESS_NEAR, WRONG, RIGHT };

/* Those that report the lists, and no other: what typo_homophone finds proves nothing about an entry. */
#define CHECKS "typo_wrong_word,typo_particle,typo_redundant,typo_variant_word"

static size_t passed, failed;

struct entry {
	char *fields[FIELDS];
	const struct policy *policy;
};

static void fail(const struct entry *entry, const char *what, const char *example)
{
	printf("FAILED %s: %s (%s): %s: %s\n", entry->fields[PLACE], entry->fields[REPLACE], entry->fields[VARIANT], what, example);
	failed++;
}

/* Does TEXT hold the pieces of a pattern, that … stands between, one after another? */
static bool holds(const char *text, const char *pattern)
{
	char piece[256];
	for (const char *end; text && *pattern; pattern = end + (*end ? strlen("…") : 0)) {
		end = strstr(pattern, "…");
		end = end ? end : pattern + strlen(pattern);
		snprintf(piece, sizeof piece, "%.*s", (int)(end - pattern), pattern);
		text = strstr(text, piece);
		text = text ? text + strlen(piece) : NULL;
	}
	return text != NULL;
}

static bool is_of(const struct diagnostic *diagnostic, const struct entry *entry)
{
	return strcmp(diagnostic->check->name + strlen("typo_"), entry->fields[LIST]) == 0;
}

/* Does a finding touch the first piece of the entry? A longer entry, of another list too, may hold it. */
static bool is_at(const struct diagnostic *diagnostic, const struct entry *entry)
{
	size_t size = strcspn(entry->fields[REPLACE], "\xE2"); /* the first byte of … */
	size = size ? size : strlen(entry->fields[REPLACE]);
	const char *text = diagnostic->source.data, *begin = text + diagnostic->region.begin.byte, *end = text + diagnostic->region.end.byte;
	for (const char *at = text; at < end; at++)
		if (at + size > begin && strncmp(at, entry->fields[REPLACE], size) == 0)
			return true;
	return false;
}

static struct str fixed(const struct diagnostic *diagnostic, struct arena *arena)
{
	struct str source = diagnostic->source, text = STR("");
	size_t at = 0;
	for (uint32_t i = 0; i < diagnostic->edit_count; i++) {
		const struct edit *edit = &diagnostic->edits[i];
		text = arena_format(arena, "%.*s%.*s%.*s", (int)text.size, text.data, (int)(edit->region.begin.byte - at), source.data + at,
			(int)edit->replacement.size, edit->replacement.data);
		at = edit->region.end.byte;
	}
	return arena_format(arena, "%.*s%s", (int)text.size, text.data, source.data + at);
}

static const char *fault_of_wrong(const struct entry *entry, const struct result *result, struct arena *arena)
{
	const struct diagnostic *found = NULL;
	for (size_t i = 0; i < result->count && !found; i++)
		if (is_at(&result->diagnostics[i], entry))
			found = &result->diagnostics[i];
	if (!found)
		return "is not found in its wrong example";
	bool has_choice = strchr(entry->fields[WITH], '|') != NULL;
	if (has_choice != (found->edit_count == 0))
		return has_choice ? "has a fix, and several cures" : "has no fix";
	return has_choice || holds(fixed(found, arena).data, entry->fields[WITH]) ? NULL : "is not mended";
}

static const char *fault_of_right(const struct entry *entry, const struct result *result)
{
	for (size_t i = 0; i < result->count; i++)
		if (is_of(&result->diagnostics[i], entry))
			return "is found in its right example";
	return NULL;
}

static void try_example(const struct entry *entry, const char *example, bool wrong)
{
	struct result result;
	harness_result(&result, entry->policy, "example.txt", str_from(example));
	const char *fault = wrong ? fault_of_wrong(entry, &result, &result.arena) : fault_of_right(entry, &result);
	if (fault)
		fail(entry, fault, example);
	else
		passed++;
	arena_release(&result.arena);
}

/* Cuts the text at the first CUT; returns what follows, or NULL. */
static char *cut(char *text, char mark)
{
	char *rest = strchr(text, mark);
	if (rest)
		*rest++ = 0;
	return rest;
}

static void try_line(char *line, const struct policy *hans, const struct policy *hant)
{
	struct entry entry = {.policy = strncmp(line, "hant", 4) == 0 ? hant : hans};
	for (size_t i = 0; i < FIELDS; i++) {
		entry.fields[i] = line;
		line = cut(line, i < FIELDS - 1 ? '\t' : '\n');
		if (!line)
			line = (char[]){""};
	}
	if (strcmp(entry.fields[REPLACE], entry.fields[WITH]) == 0)
		return; /* opencc makes the cure of it */
	for (size_t field = WRONG; field <= RIGHT; field++)
		for (char *example = entry.fields[field], *rest; example && *example; example = rest) {
			rest = cut(example, '|');
			try_example(&entry, example, field == WRONG);
		}
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		fprintf(stderr, "usage: lexicon DATA LEXICON\n");
		return 2;
	}
	harness_init(argv[1]);
	const struct policy *hans = harness_select(CHECKS, VARIANT_HANS), *hant = harness_select(CHECKS, VARIANT_HANT);
	struct str text = harness_file(argv[2]);
	for (char *line = (char *)text.data, *rest; line && *line; line = rest) {
		rest = cut(line, '\n');
		try_line(line, hans, hant);
	}
	free((char *)text.data);
	printf("lexicon: %zu examples passed, %zu failed\n", passed, failed);
	return failed ? 1 : 0;
}
