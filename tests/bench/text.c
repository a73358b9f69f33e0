/*
 * text: makes Chinese text of any size, the same for the same seed: whole articles of the files it is given, in random order,
 * with about one Han character in four changed for another, so that long passages hardly stand twice. Numerals, marks,
 * digits and lines stay, so that the work is that of real articles; but two in three of the clauses with a figure are left out
 * if a comma ends them: 35 numbers in 1,000 characters stay, numerals counted, as in edited text.
 *
 * usage: text BYTES SEED FILE...
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../linter/utf8.h"

struct text {
	uint32_t *characters;
	size_t count;
	uint32_t *common;       /* those that stand three times or more: no names, and nothing out of a quotation in the other variant */
	size_t common_count;
};

static uint64_t random_next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static struct text read_file(const char *path)
{
	struct text text = {0};
	FILE *file = fopen(path, "rb");
	char *line = NULL;
	size_t size = 0, capacity = 0;
	if (!file)
		exit(1);
	while (getline(&line, &size, file) > 0)
		for (const char *at = line; *at; text.count++) {
			if (text.count == capacity) {
				capacity = capacity ? capacity * 2 : 4096;
				text.characters = realloc(text.characters, capacity * sizeof *text.characters);
				if (!text.characters)
					exit(1);
			}
			text.characters[text.count] = character_decode(&at);
		}
	free(line);
	fclose(file);
	return text;
}

static int is_changeable(uint32_t character)
{
	static const char kept[] = "一二三四五六七八九十百千万亿两几半第个项年月日时分元";
	if (character < 0x4E00 || character > 0x9FFF)
		return 0;
	for (const char *at = kept; *at;)
		if (character_decode(&at) == character)
			return 0;
	return 1;
}

static void find_common(struct text *text)
{
	static uint8_t seen[0x110000];
	memset(seen, 0, sizeof seen);
	text->common = calloc(text->count + 1, sizeof *text->common);
	if (!text->common)
		exit(1);
	for (size_t i = 0; i < text->count; i++)
		if (is_changeable(text->characters[i]) && ++seen[text->characters[i]] >= 3)
			text->common[text->common_count++] = text->characters[i];
}

/* Is the character part of 高高兴兴, 讨论讨论, 看看? */
static int is_doubled(const struct text *text, size_t i)
{
	uint32_t character = text->characters[i];
	for (size_t distance = 1; distance <= 2; distance++)
		if ((i >= distance && text->characters[i - distance] == character) ||
			(i + distance < text->count && text->characters[i + distance] == character))
			return 1;
	return 0;
}

/* The end of a clause from AT with a digit in it and a comma after it; AT if it is no such clause. */
static size_t clause_with_figure(const struct text *text, size_t at)
{
	int has_digit = 0;
	for (size_t i = at; i < text->count && i < at + 60; i++) {
		uint32_t character = text->characters[i];
		has_digit |= character >= '0' && character <= '9';
		if (character == 0xFF0C) /* ， */
			return has_digit && i + 1 < text->count ? i + 1 : at;
		if (character == '\n' || (character >= 0x3001 && character <= 0x3011) || character == 0x201C || character == 0xFF1B || character == 0xFF08)
			return at;
	}
	return at;
}

static int begins_clause(uint32_t before)
{
	return before == 0xFF0C || before == 0x3002; /* ，。 */
}

/* Writes an article; returns its bytes. */
static size_t write_article(const struct text *text, uint64_t *state)
{
	size_t written = 0;
	uint32_t before = 0;
	for (size_t i = 0; i < text->count; i++) {
		if (begins_clause(before) && random_next(state) % 3 > 0)
			i = clause_with_figure(text, i);
		uint32_t character = text->characters[i], after = i + 1 < text->count ? text->characters[i + 1] : 0;
		if (random_next(state) % 4 == 0 && text->common_count > 0 && is_changeable(character) && !is_doubled(text, i)) {
			uint32_t other = text->common[random_next(state) % text->common_count];
			if (other != before && other != after)
				character = other;
		}
		before = character;
		char out[4];
		uint32_t size = character_encode(character, out);
		fwrite(out, 1, size, stdout);
		written += size;
	}
	putchar('\n');
	return written + 1;
}

int main(int argc, char **argv)
{
	if (argc < 4)
		return 1;
	size_t bytes = strtoull(argv[1], NULL, 10), written = 0, count = (size_t)argc - 3;
	uint64_t state = strtoull(argv[2], NULL, 10) * 2654435761u + 88172645463325252u;
	struct text *texts = calloc(count, sizeof *texts);
	if (!texts)
		return 1;
	for (size_t i = 0; i < count; i++) {
		texts[i] = read_file(argv[3 + i]);
		find_common(&texts[i]);
	}
	while (written < bytes)
		written += write_article(&texts[random_next(&state) % count], &state);
	return fflush(stdout) != 0;
}
