/* figure_words: units and words that count nothing, looked up in the tables of figure_table.c. */
#include "figure_p.h"

/* How many characters of a word of the table stand at a position: its length, or 0 if they differ. */
static uint32_t match(const struct article *article, uint32_t at, const char32_t *word)
{
	uint32_t length = 0;
	while (word[length]) {
		if (article->cp[at + length] != word[length])
			return 0;
		length++;
	}
	return length;
}

/* What stands most often after a number and begins no unit. */
#define NO_UNIT \
	(CLASSES_STOP | CLASSES_OPENING | CLASSES_CLOSING | CLASSES_SPACE | CLASS_BIT(CLASS_DASH) | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_DIGIT))

enum figure_unit_kind figure_unit_at(const struct article *article, uint32_t at, uint32_t *end)
{
	uint32_t low = 0, first = article->cp[at], second = article->cp[at + 1];
	enum figure_unit_kind kind = UNIT_NONE;
	if (class_in(article->cls[at], NO_UNIT))
		return UNIT_NONE;
	/* Halves without a branch that depends on the text: it would be mispredicted every other time. */
	for (uint32_t rest = figure_unit_count; rest > 1; rest -= rest / 2)
		low += figure_units[low + rest / 2 - 1].text[0] < first ? rest / 2 : 0;
	low += figure_units[low].text[0] < first;
	for (uint32_t i = low; i < figure_unit_count && figure_units[i].text[0] == first && figure_units[i].text[1] <= second; i++) {
		if (figure_units[i].text[1] != 0 && figure_units[i].text[1] != second)
			continue;
		uint32_t length = match(article, at, figure_units[i].text);
		bool in_word = length && class_in(article->cls[at + length - 1], CLASSES_LATIN) && class_in(article->cls[at + length], CLASSES_LATIN);
		if (length == 0 || in_word || (kind != UNIT_NONE && at + length <= *end))
			continue;
		kind = figure_units[i].kind;
		*end = at + length;
	}
	return kind;
}

static uint64_t two_characters(uint32_t first, uint32_t second)
{
	return (uint64_t)first << 32 | second;
}

uint32_t figure_refusal_end(const struct article *article, uint32_t at)
{
	uint32_t low = 0, first = article->cp[at], second = article->cp[at + 1], end = at;
	uint64_t key = two_characters(first, second);
	if (!article_is_han(article, at + 1))
		return at;
	for (uint32_t rest = figure_refusal_count; rest > 1; rest -= rest / 2) {
		const char32_t *text = figure_refusals[low + rest / 2 - 1].text;
		low += two_characters(text[0], text[1]) < key ? rest / 2 : 0;
	}
	low += two_characters(figure_refusals[low].text[0], figure_refusals[low].text[1]) < key;
	for (uint32_t i = low; i < figure_refusal_count && figure_refusals[i].text[0] == first && figure_refusals[i].text[1] == second; i++) {
		uint32_t length = match(article, at, figure_refusals[i].text);
		if (at + length > end)
			end = at + length;
	}
	return end;
}
