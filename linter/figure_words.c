/* figure_words: units and words that count nothing, looked up in the tables of figure_table.c through their index. */
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
	uint32_t first = article->cp[at], second = article->cp[at + 1], slot = figure_unit_hash(first);
	enum figure_unit_kind kind = UNIT_NONE;
	if (class_in(article->cls[at], NO_UNIT))
		return UNIT_NONE;
	while (figure_unit_slots[slot].first != first) {
		if (figure_unit_slots[slot].count == 0)
			return UNIT_NONE;
		slot = (slot + 1) % FIGURE_UNIT_SLOTS;
	}
	const struct figure_unit *unit = &figure_units[figure_unit_slots[slot].begin], *last = unit + figure_unit_slots[slot].count;
	for (; unit < last && unit->text[1] <= second; unit++) {
		if (unit->text[1] != 0 && unit->text[1] != second)
			continue;
		uint32_t length = match(article, at, unit->text);
		bool in_word = length && class_in(article->cls[at + length - 1], CLASSES_LATIN) && class_in(article->cls[at + length], CLASSES_LATIN);
		if (length == 0 || in_word || (kind != UNIT_NONE && at + length <= *end))
			continue;
		kind = unit->kind;
		*end = at + length;
	}
	return kind;
}

uint32_t figure_refusal_end(const struct article *article, uint32_t at)
{
	uint32_t first = article->cp[at], second = article->cp[at + 1], end = at, slot = figure_refusal_hash(first, second);
	if (!article_is_han(article, at + 1))
		return at;
	while (figure_refusal_slots[slot].first != first || figure_refusal_slots[slot].second != second) {
		if (figure_refusal_slots[slot].count == 0)
			return at;
		slot = (slot + 1) % FIGURE_REFUSAL_SLOTS;
	}
	for (uint32_t i = 0; i < figure_refusal_slots[slot].count; i++) {
		uint32_t length = match(article, at, figure_refusals[figure_refusal_slots[slot].begin + i].text);
		if (at + length > end)
			end = at + length;
	}
	return end;
}
