/*
 * text: makes articles of any number, the same for the same seed. An article has the outline of one of the files it is given: its
 * lines, marks, digits, Latin and numerals stay where they are, and half of the short pieces of Han; the rest is filled with
 * words drawn from pairs of words that stand in real text (chain.h), some of them again and again in one article. So words are as
 * frequent as in a language, hardly a line stands twice, and there is about one slip in 5,000 characters.
 *
 * usage: text words                                                      prints the words that may be drawn
 *        text make FOLDER VARIANT BYTES COUNT SEED WORDS FILE...         writes FOLDER/VARIANT.txt of BYTES, and the first COUNT
 *                                                                        articles also to files in FOLDER/articles/VARIANT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../../linter/utf8.h"
#include "../harness.h"
#include "chain.h"
#include "draft.h"
#include "outline.h"
#include "slips.h"

/* ARTICLE_LEAST and twice the rest: bytes of an article; IN_FOLDER: files; SLIP_EVERY: beside what the outline and the words bring. */
enum {
	ARTICLE_LEAST = 1400,
	ARTICLE_SPREAD = 5000,
	IN_FOLDER = 500,
	RECENT = 32,
	AGAIN = 24,
	SHORT = 3,
	LATIN_EVERY = 400,
	LINE_LEAST = 40,
	SLIP_EVERY = 6500
};

struct maker {
	const struct chain *chain;
	struct outline *outlines;
	size_t outline_count; /* at most 64 */
	uint64_t used;        /* a bit for each outline that this article has had */
	uint64_t random;
	uint32_t recent[RECENT]; /* words of this article; 0: none yet */
	struct draft draft;
	size_t bytes; /* of the draft */
	struct rates rates;
};

static size_t below(struct maker *maker, size_t bound)
{
	return (size_t)(harness_random(&maker->random) >> 16) % bound;
}

static void add(struct maker *maker, uint32_t character)
{
	draft_add(&maker->draft, character);
	maker->bytes += character_bytes(character);
}

/* A word of the article once more, now and then, or another. */
static uint32_t draw(struct maker *maker, struct chain_place *place, uint32_t room, uint32_t after)
{
	uint32_t before = maker->draft.count ? maker->draft.characters[maker->draft.count - 1] : 0;
	uint32_t *recent = &maker->recent[below(maker, RECENT)], length;
	if (*recent && *recent != place->word && below(maker, AGAIN) == 0) {
		const uint32_t *text = chain_text(maker->chain, *recent, &length);
		if (length < room && text[0] != before) {
			chain_step(maker->chain, place, *recent);
			return *recent;
		}
	}
	uint32_t word = chain_draw(maker->chain, place, room, before, after, &maker->random);
	chain_text(maker->chain, word, &length);
	if (length > 1)
		*recent = word;
	return word;
}

/* Filled by Latin where news has it: in about three characters of 1,000. */
static void add_latin(struct maker *maker)
{
	static const char *const words[] = {
		"GDP", "App", "AI", "Wi-Fi", "CEO", "5G", "DNA", "LED", "TOLAN", "SUV", "iPhone", "Android", "OpenLab", "VR"};
	for (const char *at = words[below(maker, sizeof words / sizeof *words)]; *at; at++)
		add(maker, (uint32_t)*at);
}

static void fill(struct maker *maker, size_t room, uint32_t after)
{
	struct chain_place place = chain_clause(maker->chain);
	for (uint32_t length; room > 0; room -= length) {
		const uint32_t *text = chain_text(maker->chain, draw(maker, &place, (uint32_t)room, after), &length);
		for (uint32_t i = 0; i < length; i++)
			add(maker, text[i]);
		if (room > length && below(maker, LATIN_EVERY) == 0)
			add_latin(maker);
	}
}

/* Adds the line of an outline that begins at AT; returns where the next one does. */
static size_t add_line(struct maker *maker, const struct outline *outline, size_t at)
{
	while (at < outline->count && outline->characters[at] != '\n') {
		if (below(maker, 3) > 0)
			at = outline_clause_with_figure(outline, at);
		size_t end = at;
		while (end < outline->count && outline_is_filling(outline, end))
			end++;
		if (end > at && (end - at > SHORT || below(maker, 2) == 0)) {
			fill(maker, end - at, end < outline->count ? outline->characters[end] : 0);
			at = end;
		} else {
			do
				add(maker, outline_is_last_digit(outline, at) ? '1' + (uint32_t)below(maker, 9) : outline->characters[at]);
			while (++at < end);
		}
	}
	add(maker, '\n');
	return at + 1;
}

/* Lines of an outline up to the size; without its head and foot if it only goes on what has begun. */
static void add_outline(struct maker *maker, size_t bytes, int goes_on)
{
	size_t number = below(maker, maker->outline_count);
	while (maker->used >> number & 1)
		number = (number + 1) % maker->outline_count;
	maker->used |= UINT64_C(1) << number;
	const struct outline *outline = &maker->outlines[number];
	for (size_t at = 0; at < outline->count && maker->bytes < bytes;) {
		size_t length = outline_line(outline, at);
		if (goes_on && length > 0 && length < LINE_LEAST)
			at += length + 1;
		else if (length == 0 && (maker->draft.count == 0 || maker->draft.characters[maker->draft.count - 2] == '\n'))
			at++;
		else
			at = add_line(maker, outline, at);
	}
}

static void make_article(struct maker *maker)
{
	size_t bytes = ARTICLE_LEAST + below(maker, ARTICLE_SPREAD);
	memset(maker->recent, 0, sizeof maker->recent);
	maker->draft.count = maker->draft.slips = 0;
	maker->bytes = maker->used = 0;
	add_outline(maker, bytes, 0);
	while (maker->bytes < bytes)
		add_outline(maker, bytes, 1);
	while (maker->draft.count > 0 && maker->draft.characters[maker->draft.count - 1] == '\n')
		maker->draft.count--;
	draft_add(&maker->draft, '\n');
	draft_slip(&maker->draft, 0, SLIP_EVERY, &maker->random);
}

static FILE *open_output(const char *format, const char *folder, const char *variant, size_t part, size_t number)
{
	char path[4096];
	snprintf(path, sizeof path, format, folder, variant, part, number);
	FILE *file = fopen(path, "wb");
	if (file)
		return file;
	fprintf(stderr, "text: %s: cannot be written\n", path);
	exit(1);
}

static void make(struct maker *maker, const char *folder, const char *variant, size_t bytes, size_t count)
{
	FILE *whole = open_output("%s/%s.txt", folder, variant, 0, 0);
	for (size_t written = 0, number = 0; written < bytes || number < count; number++) {
		char part[4096];
		make_article(maker);
		draft_count(&maker->draft, &maker->rates);
		if (written < bytes) {
			written += draft_write(&maker->draft, whole);
			written += fwrite("\n", 1, 1, whole);
		}
		if (number >= count)
			continue;
		snprintf(part, sizeof part, "%s/articles/%s/%03zu", folder, variant, number / IN_FOLDER);
		mkdir(part, 0777);
		FILE *file = open_output("%s/articles/%s/%03zu/%05zu.txt", folder, variant, number / IN_FOLDER, number);
		draft_write(&maker->draft, file);
		if (fclose(file) != 0)
			exit(1);
	}
	if (fclose(whole) != 0)
		exit(1);
	rates_print(&maker->rates, variant, stderr);
}

int main(int argc, char **argv)
{
	struct arena arena;
	struct error error;
	arena_init(&arena);
	struct chain *chain = chain_new(&arena, &error);
	if (chain && argc == 2 && strcmp(argv[1], "words") == 0) {
		chain_print_words(chain, stdout);
	} else if (chain && argc > 8 && strcmp(argv[1], "make") == 0 && chain_begin(chain, argv[7], &arena, &error)) {
		struct maker maker = {
			.chain = chain, .outline_count = (size_t)argc - 8, .random = strtoull(argv[6], NULL, 10) * 2654435761u + 88172645463325252u};
		maker.outlines = ARENA_ARRAY(&arena, struct outline, maker.outline_count);
		maker.draft.traditional = strcmp(argv[3], "hant") == 0;
		for (size_t i = 0; i < maker.outline_count; i++)
			maker.outlines[i] = outline_read(argv[8 + i]);
		make(&maker, argv[2], argv[3], strtoull(argv[4], NULL, 10), strtoull(argv[5], NULL, 10));
	} else {
		fprintf(stderr, "text: %s\n",
			chain && argc < 9 ? "usage: text words | text make FOLDER VARIANT BYTES COUNT SEED WORDS FILE..." : error.text);
		return 1;
	}
	return fflush(stdout) != 0;
}
