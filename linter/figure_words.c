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

static bool is_letter(uint8_t class)
{
	return class == CLASS_LATIN || class == CLASS_FULL_LATIN;
}

enum figure_unit_kind figure_unit_at(const struct article *article, uint32_t at, uint32_t *end)
{
	uint32_t low = 0, high = figure_unit_count, first = article->cp[at];
	enum figure_unit_kind kind = UNIT_NONE;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (figure_units[middle].text[0] < first)
			low = middle + 1;
		else
			high = middle;
	}
	for (uint32_t i = low; i < figure_unit_count && figure_units[i].text[0] == first; i++) {
		uint32_t length = match(article, at, figure_units[i].text);
		bool in_word = length && is_letter(article->cls[at + length - 1]) && is_letter(article->cls[at + length]);
		if (length == 0 || in_word || (kind != UNIT_NONE && at + length <= *end))
			continue;
		kind = figure_units[i].kind;
		*end = at + length;
	}
	return kind;
}

uint32_t figure_refusal_end(const struct article *article, uint32_t at)
{
	uint32_t low = 0, high = figure_refusal_count, first = article->cp[at], second = article->cp[at + 1], end = at;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		const char32_t *text = figure_refusals[middle].text;
		if (text[0] < first || (text[0] == first && text[1] < second))
			low = middle + 1;
		else
			high = middle;
	}
	for (uint32_t i = low; i < figure_refusal_count && figure_refusals[i].text[0] == first && figure_refusals[i].text[1] == second; i++) {
		uint32_t length = match(article, at, figure_refusals[i].text);
		if (at + length > end)
			end = at + length;
	}
	return end;
}
