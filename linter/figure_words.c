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

static inline const struct figure_unit_slot *unit_slot(const struct article *article, uint32_t at)
{
	uint32_t first = article->cp[at], slot = figure_unit_hash(first);
	if (class_in(article->cls[at], NO_UNIT))
		return NULL;
	while (figure_unit_slots[slot].first != first) {
		if (figure_unit_slots[slot].count == 0)
			return NULL;
		slot = (slot + 1) % FIGURE_UNIT_SLOTS;
	}
	return &figure_unit_slots[slot];
}

/* Can the character behind the first one make nothing else of it: no longer unit and no other word? Mostly so. */
static inline bool is_whole(const struct article *article, uint32_t at, const struct figure_unit_slot *slot)
{
	return (slot->seconds & figure_second_bit(article->cp[at + 1])) == 0 && !class_in(article->cls[at + 1], CLASSES_LATIN);
}

static enum figure_unit_kind longest_unit(const struct article *article, uint32_t at, const struct figure_unit_slot *slot, uint32_t *end)
{
	const struct figure_unit *unit = &figure_units[slot->begin], *last = unit + slot->count;
	enum figure_unit_kind kind = UNIT_NONE;
	uint32_t second = article->cp[at + 1];
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

enum figure_unit_kind figure_unit_at(const struct article *article, uint32_t at, uint32_t *end)
{
	const struct figure_unit_slot *slot = unit_slot(article, at);
	if (!slot)
		return UNIT_NONE;
	if (!is_whole(article, at, slot))
		return longest_unit(article, at, slot, end);
	*end = at + 1;
	return slot->alone;
}

/* 元/吨, 微克/立方米: a unit for each of another is a unit of its own. In 第12位/成绩 the line divides two columns. */
static bool read_per(const struct article *article, uint32_t *end)
{
	uint32_t at = *end + 1, next_end;
	if ((article->cp[*end] != '/' && article->cp[*end] != 0xFF0F) || figure_unit_at(article, at, &next_end) == UNIT_NONE)
		return false;
	if (next_end == at + 1 && article_is_han(article, at) &&
		!is_among(article->cp[at], U"年月日天时時分秒吨噸斤升米人次户戶亩畝克个個台件股瓶株只套张張"))
		return false;
	*end = next_end;
	return true;
}

APART enum figure_unit_kind read_longest(const struct article *article, uint32_t at, const struct figure_unit_slot *slot, uint32_t *end)
{
	enum figure_unit_kind kind = longest_unit(article, at, slot, end);
	if (kind == UNIT_NONE || (*end == at + 1 && is_among(article->cp[at + 1], figure_word_endings(article->cp[at]))))
		return UNIT_NONE;
	return read_per(article, end) ? UNIT_OTHER : kind;
}

enum figure_unit_kind figure_read_unit(const struct article *article, uint32_t at, uint32_t *end)
{
	const struct figure_unit_slot *slot = unit_slot(article, at);
	if (!slot)
		return UNIT_NONE;
	if (!is_whole(article, at, slot))
		return read_longest(article, at, slot, end);
	*end = at + 1;
	return slot->alone;
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
