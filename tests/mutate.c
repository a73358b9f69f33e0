/*
 * mutate: one punctuation mark of a clean article is deleted, doubled, put in another's place or set in the other width; what
 * a reader of GB/T 15834 would object to must be found within two lines of it. Counts by kind of edit and mark.
 *
 * An edit that leaves a text which the standard allows counts as allowed: a comma fewer, ？ for 。, 、 for a comma's pause.
 *
 * usage: mutate DATA COUNT SEED BAR FILE...   fails if less than BAR percent are found; MUTATE_SHOW=1 prints what is not
 */
#include <stdio.h>
#include <stdlib.h>

#include "../linter/character.h"
#include "harness.h"

enum edit_kind { EDIT_DELETE, EDIT_DOUBLE, EDIT_SWAP, EDIT_WIDTH, EDIT_KINDS };
static const char *const edit_names[EDIT_KINDS] = {"deleted", "doubled", "swapped", "other width"};

enum mark_kind { MARK_COMMA, MARK_PAUSE, MARK_STOP, MARK_LAST, MARK_COLON, MARK_PAIR, MARK_LONG, MARK_DOT, MARK_KINDS };
static const char *const mark_names[MARK_KINDS] = {"，；", "、", "。？！ inside", "。？！ at the end", "：", "quotes and brackets", "—— ……", "·"};

enum { NEAR = 2, CHARACTERS = 1 << 16 };

struct text {
	uint32_t characters[CHARACTERS];
	size_t count;
};

struct tally {
	unsigned edits, objectionable, found;
};

static const struct policy *policy;

static void read_text(const char *path, struct text *text)
{
	struct str file = harness_file(path);
	text->count = 0;
	for (const char *at = file.data; *at && text->count < CHARACTERS;)
		text->characters[text->count++] = character_decode(&at);
	free((char *)file.data);
}

static uint32_t at(const struct text *text, size_t i)
{
	return i < text->count ? text->characters[i] : '\n';
}

/* How many of a character stand side by side. */
static size_t run_of(const struct text *text, size_t i)
{
	size_t begin = i, end = i + 1;
	while (begin > 0 && text->characters[begin - 1] == text->characters[i])
		begin--;
	while (at(text, end) == text->characters[i])
		end++;
	return end - begin;
}

/* A row of …… or —— is a ruled line. */
static bool is_mark(const struct text *text, size_t i)
{
	return character_is_one_of(text->characters[i], U"，、。；：？！“”‘’「」『』（）《》〈〉【】—…·") && run_of(text, i) <= 4;
}

static bool is_stop(uint32_t character)
{
	return character_is_one_of(character, U"。？！");
}

static bool is_closing(uint32_t character)
{
	return character_is_one_of(character, U"”’」』）》〉】");
}

/* Does nothing but closing marks stand between a mark and the end of its line? */
static bool ends_line(const struct text *text, size_t i)
{
	for (i++; is_closing(at(text, i));)
		i++;
	return at(text, i) == '\n';
}

static enum mark_kind kind_of(const struct text *text, size_t i)
{
	uint32_t mark = text->characters[i];
	if (is_stop(mark))
		return ends_line(text, i) ? MARK_LAST : MARK_STOP;
	return mark == 0xFF0C || mark == 0xFF1B ? MARK_COMMA
	       : mark == 0x3001                 ? MARK_PAUSE
	       : mark == 0xFF1A                 ? MARK_COLON
	       : mark == 0x2014 || mark == 0x2026 ? MARK_LONG
	       : mark == 0xB7                     ? MARK_DOT
						  : MARK_PAIR;
}

/* The mark that a slip of the hand puts in a mark's place: the other one of a pair, or its neighbour among the stops. */
static uint32_t counterpart(uint32_t mark)
{
	static const char pairs[] = "“”‘’「」『』（）《》〈〉【】，、。，；：？！";
	for (const char *next = pairs; *next;) {
		uint32_t first = character_decode(&next), second = character_decode(&next);
		if (mark == first)
			return second;
		if (mark == second && mark != 0xFF0C)
			return first;
	}
	return 0;
}

static uint32_t half_width(uint32_t mark)
{
	switch (mark) {
	case 0x3002: return '.';
	case 0x201C:
	case 0x201D: return '"';
	case 0x2018:
	case 0x2019: return '\'';
	default: return mark >= 0xFF01 && mark <= 0xFF5E ? mark - 0xFEE0 : 0;
	}
}

/* It’s: no mark of Chinese text. */
static bool is_apostrophe(const struct text *text, size_t i)
{
	return i > 0 && text->characters[i] == 0x2019 && character_class(text->characters[i - 1]) == CLASS_LATIN &&
	       character_class(at(text, i + 1)) == CLASS_LATIN;
}

/* 他说：“…”, …如下：⏎: the colon is the only mark that announces. */
static bool announces(const struct text *text, size_t i)
{
	return text->characters[i] == 0xFF1A && character_is_one_of(at(text, i + 1), U"“「\n");
}

/* Is the line at a position short, and of Han text and stops alone? */
static bool is_short_line(const struct text *text, size_t i)
{
	enum { VERSE = 16 };
	size_t begin = i, end = i, length = 0;
	while (begin > 0 && text->characters[begin - 1] != '\n')
		begin--;
	while (at(text, end) != '\n')
		end++;
	for (size_t j = begin; j < end; j++) {
		uint32_t character = text->characters[j];
		if (!class_is_han(character_class(character)) && !character_is_one_of(character, U"　，。！？……"))
			return false;
		length += character != 0x3000;
	}
	return length > 2 && length <= VERSE;
}

/* A line of verse with another beside it: how it ends is the poet's affair. */
static bool is_verse(const struct text *text, size_t i)
{
	size_t begin = i, end = i;
	while (begin > 0 && text->characters[begin - 1] != '\n')
		begin--;
	while (at(text, end) != '\n')
		end++;
	return is_short_line(text, i) && ((begin > 1 && is_short_line(text, begin - 2)) || (end + 1 < text->count && is_short_line(text, end + 1)));
}

/* Would a reader of the standard object? Clauses of GB/T 15834. */
static bool is_objectionable(const struct text *text, size_t i, enum edit_kind edit)
{
	uint32_t mark = text->characters[i];
	enum mark_kind kind = kind_of(text, i);
	if (kind == MARK_LAST && (edit == EDIT_DELETE || edit == EDIT_SWAP) && is_verse(text, i))
		return false;
	switch (edit) {
	/* 4.4.1: a comma is a pause, taken where one wants it. Half of —— and …… is no mark; nobody misses a joining — that is gone. */
	case EDIT_DELETE: return kind != MARK_COMMA && kind != MARK_COLON && (kind != MARK_LONG || run_of(text, i) > 1);
	/* 4.2.3.3, 4.3.3.2: ？？ and ！！ for strength. Twice the — of a range is a dash (4.13.1). */
	case EDIT_DOUBLE: return !(is_stop(mark) && mark != 0x3002);
	case EDIT_SWAP: return kind == MARK_PAIR || (mark == 0x3002 && kind == MARK_LAST) || announces(text, i); /* the stops have several uses */
	case EDIT_WIDTH: return !is_apostrophe(text, i); /* 5.1.1: full-width marks */
	case EDIT_KINDS: break;
	}
	return false;
}

/* False if the edit does not exist for the mark. */
static bool apply(const struct text *text, size_t i, enum edit_kind edit, struct text *edited)
{
	uint32_t mark = text->characters[i], put[2] = {mark, mark};
	size_t length = edit == EDIT_DELETE ? 0 : edit == EDIT_DOUBLE ? 2 : 1;
	if (edit == EDIT_SWAP)
		put[0] = counterpart(mark);
	if (edit == EDIT_WIDTH)
		put[0] = half_width(mark);
	if (put[0] == 0)
		return false;
	memcpy(edited->characters, text->characters, i * sizeof *text->characters);
	memcpy(edited->characters + i, put, length * sizeof *put);
	memcpy(edited->characters + i + length, text->characters + i + 1, (text->count - i - 1) * sizeof *text->characters);
	edited->count = text->count - 1 + length;
	return true;
}

/* BYTES holds the text as long as the findings are read. */
static void lint(const struct text *text, struct result *result, char bytes[4 * CHARACTERS])
{
	char *end = bytes;
	for (size_t i = 0; i < text->count; i++)
		end += character_encode(text->characters[i], end);
	harness_result(result, policy, "mutate.txt", (struct str){bytes, (size_t)(end - bytes)});
}

static unsigned count_near(const struct result *result, uint32_t line)
{
	unsigned count = 0;
	for (size_t i = 0; i < result->count; i++) {
		const struct region *region = &result->diagnostics[i].region;
		count += region->begin.line <= line + NEAR && region->end.line + NEAR >= line;
	}
	return count;
}

static uint32_t line_of(const struct text *text, size_t at)
{
	uint32_t line = 1;
	for (size_t i = 0; i < at; i++)
		line += text->characters[i] == '\n';
	return line;
}

static void print_miss(const char *path, const struct text *edited, size_t i, enum edit_kind edit, enum mark_kind kind)
{
	printf("not found: %s, %s: %s:%u: ", mark_names[kind], edit_names[edit], path, line_of(edited, i));
	for (size_t j = i > 12 ? i - 12 : 0; j < i + 12 && j < edited->count; j++) {
		char out[4];
		if (edited->characters[j] == '\n')
			fputs("⏎", stdout);
		else
			fwrite(out, 1, character_encode(edited->characters[j], out), stdout);
	}
	putchar('\n');
}

static bool try_edit(const char *path, const struct text *text, size_t i, enum edit_kind edit, struct tally tally[EDIT_KINDS][MARK_KINDS])
{
	static struct text edited;
	if (!apply(text, i, edit, &edited))
		return false;
	enum mark_kind kind = kind_of(text, i);
	struct tally *own = &tally[edit][kind];
	own->edits++;
	if (!is_objectionable(text, i, edit))
		return true;
	own->objectionable++;
	static char bytes[2][4 * CHARACTERS];
	struct result before, after;
	lint(text, &before, bytes[0]);
	lint(&edited, &after, bytes[1]);
	uint32_t line = line_of(text, i);
	if (count_near(&after, line) > count_near(&before, line))
		own->found++;
	else if (getenv("MUTATE_SHOW"))
		print_miss(path, &edited, i, edit, kind);
	arena_release(&before.arena);
	arena_release(&after.arena);
	return true;
}

static int print(struct tally tally[EDIT_KINDS][MARK_KINDS], unsigned bar)
{
	struct tally all = {0};
	puts("| edit | mark | edits | objectionable | found |\n| --- | --- | ---: | ---: | ---: |");
	for (int edit = 0; edit < EDIT_KINDS; edit++)
		for (int kind = 0; kind < MARK_KINDS; kind++) {
			struct tally *own = &tally[edit][kind];
			if (own->edits)
				printf("| %s | %s | %u | %u | %u |\n", edit_names[edit], mark_names[kind], own->edits, own->objectionable, own->found);
			all.edits += own->edits;
			all.objectionable += own->objectionable;
			all.found += own->found;
		}
	double percent = all.objectionable ? 100.0 * all.found / all.objectionable : 0;
	printf("| all | | %u | %u | %u |\nmutate: %.1f%% found\n", all.edits, all.objectionable, all.found, percent);
	return percent < bar;
}

int main(int argc, char **argv)
{
	static struct text text;
	static struct tally tally[EDIT_KINDS][MARK_KINDS];
	if (argc < 6) {
		fprintf(stderr, "usage: mutate DATA COUNT SEED BAR FILE...\n");
		return 2;
	}
	harness_init(argv[1]);
	policy = harness_profile("newsroom");
	uint64_t state = strtoull(argv[3], NULL, 10) * 2654435761u + 88172645463325252u;
	for (unsigned long done = 0, count = strtoul(argv[2], NULL, 10); done < count;) {
		const char *path = argv[5 + harness_random(&state) % (uint64_t)(argc - 5)];
		read_text(path, &text);
		size_t i = harness_random(&state) % text.count;
		if (is_mark(&text, i))
			done += try_edit(path, &text, i, (enum edit_kind)(harness_random(&state) % EDIT_KINDS), tally);
	}
	return print(tally, (unsigned)strtoul(argv[4], NULL, 10));
}
