/*
 * segment: what tools/compare_words.sh asks of the dictionary.
 *
 * usage: segment runs FILE...            writes the runs of two Han characters or more, one a line
 *        segment words DATA < RUNS       writes them with spaces between the words
 *        segment time DATA ROUNDS < RUNS writes how many characters a second are segmented
 *        segment agree ONE OTHER         writes precision, recall and F1 of the borders of ONE against those of OTHER
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../linter/article_p.h"
#include "../linter/data_p.h"
#include "../linter/word.h"
#include "harness.h"

enum { LINE = 1 << 16 };

static _Noreturn void fail(const char *what, const char *name)
{
	fprintf(stderr, "segment: %s %s\n", what, name);
	exit(2);
}

static const struct data *open_data(const char *path, struct arena *arena)
{
	struct error error;
	const struct data *data = data_open(path, arena, &error);
	if (!data)
		fail(error.text, "");
	return data;
}

static struct article *read_text(const char *name, struct str text, struct arena *arena)
{
	struct article_builder *builder = article_builder_new(arena, name, text);
	article_builder_text(builder, 0, text.size);
	return article_builder_finish(builder, VARIANT_NONE);
}

static void write_runs(const char *path)
{
	struct arena arena;
	arena_init(&arena);
	struct str file = harness_file(path);
	struct article *article = read_text(path, file, &arena);
	for (uint32_t at = article->begin, end; at < article->end; at = end + 1) {
		at = article_find(article, at, article->end, CLASSES_HAN);
		end = article_skip(article, at, article->end, CLASSES_HAN);
		if (end >= at + 2)
			puts(article_text(article, (struct span){at, end}, &arena).data);
	}
	free((char *)file.data);
	arena_release(&arena);
}

static void write_words(const struct data *data)
{
	static char line[LINE];
	struct arena arena;
	arena_init(&arena);
	while (fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = 0;
		struct article *article = read_text("line", str_from(line), &arena);
		struct word *words;
		uint32_t count = word_segment(data, article, (struct span){article->begin, article->end}, &arena, &words);
		for (uint32_t i = 0; i < count; i++)
			printf(i ? " %s" : "%s", article_text(article, words[i].span, &arena).data);
		putchar('\n');
		arena_clear(&arena);
	}
	arena_release(&arena);
}

/* All runs are one article: its decoding is not measured. */
static void time_words(const struct data *data, unsigned rounds)
{
	struct arena arena, scratch;
	size_t size = 0, capacity = 1 << 26;
	char *text = malloc(capacity);
	if (!text)
		fail("out of memory", "");
	size = fread(text, 1, capacity - 1, stdin);
	text[size] = 0;
	arena_init(&arena);
	arena_init(&scratch);
	struct article *article = read_text("text", (struct str){text, size}, &arena);
	size_t characters = 0;
	clock_t begun = clock();
	for (unsigned round = 0; round < rounds; round++)
		for (uint32_t at = article->begin, end; at < article->end; at = end + 1) {
			struct word *words;
			end = article_find(article, at, article->end, CLASS_BIT(CLASS_NEWLINE));
			word_segment(data, article, (struct span){at, end}, &scratch, &words);
			characters += end - at;
			arena_clear(&scratch);
		}
	printf("%.0f\n", (double)characters * CLOCKS_PER_SEC / (double)(clock() - begun + 1));
	arena_release(&scratch);
	arena_release(&arena);
	free(text);
}

/* The next character of a line, blanks skipped; IS_BORDER if there was one. */
static uint32_t next_character(const char **at, bool *is_border)
{
	*is_border = **at == ' ';
	while (**at == ' ')
		++*at;
	return **at && **at != '\n' ? character_decode(at) : 0;
}

static void compare(const char *one, const char *other)
{
	static char lines[2][LINE];
	FILE *files[2] = {fopen(one, "r"), fopen(other, "r")};
	double borders[2] = {0}, both = 0;
	unsigned long number = 0;
	if (!files[0] || !files[1])
		fail("cannot open", files[0] ? other : one);
	while (fgets(lines[0], LINE, files[0]) && fgets(lines[1], LINE, files[1])) {
		const char *at[2] = {lines[0], lines[1]};
		uint32_t character[2];
		number++;
		do {
			bool is_border[2];
			for (int i = 0; i < 2; i++) {
				character[i] = next_character(&at[i], &is_border[i]);
				borders[i] += is_border[i] && character[i];
			}
			both += is_border[0] && is_border[1] && character[0];
		} while (character[0] && character[1]);
		if (character[0] || character[1]) {
			fprintf(stderr, "segment: line %lu has other characters in %s\n", number, other);
			exit(2);
		}
	}
	printf("%.3f %.3f %.3f\n", both / borders[0], both / borders[1], 2 * both / (borders[0] + borders[1]));
}

int main(int argc, char **argv)
{
	struct arena arena;
	arena_init(&arena);
	if (argc > 2 && strcmp(argv[1], "runs") == 0) {
		for (int i = 2; i < argc; i++)
			write_runs(argv[i]);
	} else if (argc == 3 && strcmp(argv[1], "words") == 0) {
		write_words(open_data(argv[2], &arena));
	} else if (argc == 4 && strcmp(argv[1], "time") == 0) {
		time_words(open_data(argv[2], &arena), (unsigned)strtoul(argv[3], NULL, 10));
	} else if (argc == 4 && strcmp(argv[1], "agree") == 0) {
		compare(argv[2], argv[3]);
	} else {
		fprintf(stderr, "usage: segment runs FILE... | words DATA | time DATA ROUNDS | agree ONE OTHER\n");
		return 2;
	}
	arena_release(&arena);
	return 0;
}
