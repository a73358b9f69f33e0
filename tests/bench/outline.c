/* outline: what of an article stays, and what is filled anew. */
#include "outline.h"

#include <stdlib.h>
#include <string.h>

#include "../../linter/utf8.h"
#include "../harness.h"

static int is_han(uint32_t character)
{
	return character >= 0x4E00 && character <= 0x9FFF;
}

static int is_number(uint32_t character)
{
	static const char numerals[] = "〇零一二三四五六七八九十百千万亿萬億两兩几幾半第";
	for (const char *at = numerals; *at;)
		if (character_decode(&at) == character)
			return 1;
	return character >= '0' && character <= '9';
}

static int is_digit(const struct outline *outline, size_t at)
{
	return at < outline->count && outline->characters[at] >= '0' && outline->characters[at] <= '9';
}

static int begins_clause(const struct outline *outline, size_t at)
{
	return at > 0 && (outline->characters[at - 1] == 0xFF0C || outline->characters[at - 1] == 0x3002); /* ，。 */
}

struct outline outline_read(const char *path)
{
	const char *at = harness_file(path).data;
	struct outline outline = {calloc(strlen(at) + 1, sizeof(uint32_t)), 0};
	if (!outline.characters)
		exit(1);
	while (*at)
		outline.characters[outline.count++] = character_decode(&at);
	return outline;
}

size_t outline_line(const struct outline *outline, size_t at)
{
	size_t end = at;
	while (end < outline->count && outline->characters[end] != '\n')
		end++;
	return end - at;
}

int outline_is_filling(const struct outline *outline, size_t at)
{
	/* One character before a number and two behind belong to it. */
	if (!is_han(outline->characters[at]))
		return 0;
	for (size_t i = at < 2 ? 0 : at - 2; i <= at + 1 && i < outline->count; i++)
		if (is_number(outline->characters[i]))
			return 0;
	return 1;
}

int outline_is_last_digit(const struct outline *outline, size_t at)
{
	static const char dates[] = "年月日号號时時点點分：至—～-";
	if (!is_digit(outline, at) || is_digit(outline, at + 1) || at == 0 || (!is_digit(outline, at - 1) && outline->characters[at - 1] != '.'))
		return 0;
	for (const char *unit = dates; *unit;)
		if (at + 1 < outline->count && character_decode(&unit) == outline->characters[at + 1])
			return 0;
	return 1;
}

size_t outline_clause_with_figure(const struct outline *outline, size_t at)
{
	int has_digit = 0;
	if (!begins_clause(outline, at))
		return at;
	for (size_t i = at; i + 1 < outline->count; i++) {
		uint32_t character = outline->characters[i];
		has_digit |= is_digit(outline, i);
		if (character == 0xFF0C) /* ， */
			return has_digit ? i + 1 : at;
		if (character == '\n' || (character >= 0x3001 && character <= 0x3011) || character == 0x201C || character == 0x201D ||
			character == 0xFF09 || character == 0xFF1B || character == 0xFF08)
			return at;
	}
	return at;
}
