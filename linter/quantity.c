/* quantity: goes through the figures once, and links those of one key. */
#include "quantity.h"

#include "quantity_p.h"
#include "word.h"

enum { CLAUSE_REACH = 40, FEW = 10 };

uint32_t quantity_goes_on(const struct article *article, uint32_t at, const char *text)
{
	uint32_t length = 0;
	while (*text) {
		uint32_t wanted = character_decode(&text);
		if (article->cp[at + length] != wanted && quantity_simplified(article, at + length) != wanted)
			return 0;
		length++;
	}
	return length;
}

uint32_t quantity_ended(const struct article *article, uint32_t at, const char *text)
{
	uint32_t length = 0;
	for (const char *rest = text; *rest; length++)
		character_decode(&rest);
	return at - article->begin >= length ? quantity_goes_on(article, at - length, text) : 0;
}

int quantity_starts_listed(const struct article *article, uint32_t at, const char *const *texts, uint32_t *length)
{
	for (int i = 0; texts[i]; i++)
		if ((*length = quantity_starts(article, at, texts[i])) > 0)
			return i;
	return -1;
}

int quantity_ends_listed(const struct article *article, uint32_t at, const char *const *texts, uint32_t *length)
{
	for (int i = 0; texts[i]; i++)
		if ((*length = quantity_ends(article, at, texts[i])) > 0)
			return i;
	return -1;
}

uint32_t quantity_clause_begin(const struct article *article, uint32_t at)
{
	const uint64_t ends = CLASSES_PAUSE | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_DASH);
	return article_skip_back(article, at, article_back(article, at, CLAUSE_REACH), ~ends);
}

/* Units that differ by a power of ten from the first of their kind. */
static struct decimal in_base(const struct article *article, const struct figure *figure, uint64_t *unit)
{
	static const struct {
		const char *text, *base;
		int exponent;
	} units[] = {{"公里", "米", 3}, {"千米", "米", 3}, {"km", "米", 3}, {"公尺", "米", 0}, {"米", "米", 0}, {"m", "米", 0}, {"厘米", "米", -2},
		{"公分", "米", -2}, {"平方公里", "㎡", 6}, {"公顷", "㎡", 4}, {"平方米", "㎡", 0}, {"平方公尺", "㎡", 0}, {"平米", "㎡", 0},
		{"吨", "克", 6}, {"公斤", "克", 3}, {"千克", "克", 3}, {"克", "克", 0}, {"人", "人", 0}, {"名", "人", 0}, {"位", "人", 0},
		{"口人", "人", 0}, {"周岁", "岁", 0}, {"岁", "岁", 0}, {NULL, NULL, 0}};
	const uint32_t known = 1u << UNIT_LENGTH | 1u << UNIT_AREA | 1u << UNIT_MASS | 1u << UNIT_PERSON | 1u << UNIT_AGE;
	uint32_t length = span_length(figure->unit);
	for (uint32_t i = 0; units[i].text && known >> figure->measure & 1; i++) {
		if (quantity_starts(article, figure->unit.begin, units[i].text) != length)
			continue;
		const char *base = units[i].base;
		*unit = character_decode(&base);
		return decimal_multiply(figure->value, decimal_make(1, units[i].exponent));
	}
	*unit = article_hash(article, figure->unit);
	return figure->value;
}

/* 3:2 with Arabic digits. */
static bool read_score(const struct article *article, struct quantity *quantity)
{
	struct span span = quantity->figure->span;
	int64_t first = 0, second = 0;
	bool after = false;
	for (uint32_t at = span.begin; at < span.end; at++) {
		bool full = article->cls[at] == CLASS_FULL_DIGIT;
		if (!full && article->cls[at] != CLASS_DIGIT) {
			if (after || !character_is_one_of(article->cp[at], U":：∶比"))
				return false;
			after = true;
			continue;
		}
		int64_t digit = (int64_t)article->cp[at] - (full ? 0xFF10 : '0'), *part = after ? &second : &first;
		*part = *part * 10 + digit;
		if (*part >= QUANTITY_SCORE_BASE)
			return false;
	}
	quantity->kind = QUANTITY_SCORE;
	quantity->value = decimal_make(first * QUANTITY_SCORE_BASE + second, 0);
	bool word = article_is_han(article, span.end) && article_is_han(article, span.end + 1);
	quantity->head = word ? (struct span){span.end, span.end + 2} : span;
	return after;
}

/* 第8届龙舟赛: the name of the event may begin with a quotation. */
static bool read_edition(const struct article *article, struct quantity *quantity)
{
	const struct figure *figure = quantity->figure;
	if (span_length(figure->unit) == 0 || !character_is_one_of(article->cp[figure->unit.begin], U"届屆") ||
		article->cp[figure->span.begin] != U'第')
		return false;
	uint32_t begin = figure->span.end, end = begin;
	while (end < begin + FIGURE_NOUN && article_is(article, end, CLASSES_HAN | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE) | CLASSES_LATIN) &&
		!character_is_one_of(article->cp[end], U"在于於将將已开開登昨今由落举舉"))
		end++;
	quantity->kind = QUANTITY_EDITION;
	quantity->head = quantity->subject = (struct span){begin, end};
	return end >= begin + 2;
}

/* What no text but its figure refuses: rough ones, shares, numbers without a unit. */
static bool is_stated(const struct figure *figure)
{
	const unsigned rough = FIGURE_APPROXIMATE | FIGURE_AT_LEAST | FIGURE_AT_MOST | FIGURE_RANGE_BEGIN | FIGURE_RANGE_END | FIGURE_EACH;
	if (figure->flags & rough)
		return false;
	switch (figure->kind) {
	case FIGURE_SCORE: return true;
	case FIGURE_ORDINAL:
	case FIGURE_DATE: return figure->value.known;
	case FIGURE_CARDINAL:
		return figure->value.known && span_length(figure->unit) > 0 && figure->divisor == 1 && figure->value.mantissa > 0;
	default: return false;
	}
}

/* FIGURE is stated. */
static bool read(const struct article *article, const struct data *data, uint32_t lead_end, struct quantity *quantity)
{
	const struct figure *figure = quantity->figure;
	switch (figure->kind) {
	case FIGURE_SCORE: return read_score(article, quantity);
	case FIGURE_ORDINAL: return read_edition(article, quantity);
	case FIGURE_DATE: return quantity_read_event(article, quantity);
	default: break;
	}
	if (figure->measure == UNIT_AGE)
		return quantity_read_age(article, data, quantity);
	if (quantity_read_measure(article, quantity))
		return true;
	/* Of a few things there are many in any text. */
	bool few = figure->value.exponent == 0 && figure->value.mantissa < FEW && figure->span.begin > lead_end;
	return !few && (quantity_read_fate(article, data, quantity) || quantity_read_things(article, data, quantity));
}

static void set_key(const struct article *article, struct quantity *quantity)
{
	uint64_t unit = 0, head = 0;
	if (quantity->kind <= QUANTITY_AGE)
		quantity->value = in_base(article, quantity->figure, &unit);
	if (quantity->kind == QUANTITY_FATE)
		unit = 'p';
	if (quantity->kind == QUANTITY_EVENT || quantity->kind == QUANTITY_EDITION)
		quantity->value = quantity->figure->value;
	if (quantity->key == 0 && quantity->kind <= QUANTITY_EVENT)
		head = article_hash(article, quantity->head);
	quantity->key = (quantity->key * 31 + (uint64_t)quantity->kind + unit * UINT64_C(0x9E3779B97F4A7C15)) ^ head;
}

static void link_keys(struct quantities *all, struct arena *scratch)
{
	uint32_t size = 16;
	while (size < all->count * 2)
		size *= 2;
	uint32_t *last = arena_alloc(scratch, size * sizeof *last); /* index + 1 */
	for (uint32_t i = 0; i < all->count; i++) {
		struct quantity *quantity = &all->items[i];
		uint32_t slot = (uint32_t)((quantity->key * UINT64_C(0xFF51AFD7ED558CCD)) >> 32) & (size - 1);
		while (last[slot] && all->items[last[slot] - 1].key != quantity->key)
			slot = (slot + 1) & (size - 1);
		quantity->next = QUANTITY_NONE;
		quantity->first = last[slot] == 0;
		if (last[slot])
			all->items[last[slot] - 1].next = i;
		last[slot] = i + 1;
	}
}

static bool is_over_prose(const struct article *article, uint32_t paragraph, uint32_t lead)
{
	enum role role = article->paragraphs[paragraph].role;
	return role == ROLE_TITLE || (role == ROLE_HEADING && paragraph < lead);
}

struct quantities quantities_of(const struct article *article, const struct data *data, struct arena *scratch)
{
	struct quantities all = {0};
	size_t count = 0, capacity = 0;
	uint32_t sentence = 0, lead = 0;
	while (lead < article->paragraph_count && article->paragraphs[lead].role != ROLE_BODY)
		lead++;
	uint32_t lead_end = lead < article->paragraph_count ? article->paragraphs[lead].span.end : article->end;
	for (uint32_t i = 0; i < article->figure_count; i++) {
		if (!is_stated(&article->figures[i]))
			continue;
		struct quantity quantity = {.figure = &article->figures[i]};
		if (!read(article, data, lead_end, &quantity))
			continue;
		while (sentence + 1 < article->sentence_count && article->sentences[sentence + 1].span.begin <= quantity.figure->span.begin)
			sentence++;
		uint32_t paragraph = article->sentences[sentence].paragraph;
		quantity.sentence = sentence;
		quantity.titled = is_over_prose(article, paragraph, lead);
		quantity.leading = paragraph == lead;
		set_key(article, &quantity);
		if (!quantity.value.known)
			continue;
		ARENA_PUSH(scratch, all.items, count, capacity, quantity);
		/* 2350名跑者参加 is one of 跑者 and one of 参加. */
		if (quantity.kind == QUANTITY_FATE && quantity_read_things(article, data, &quantity)) {
			quantity.key = 0;
			set_key(article, &quantity);
			ARENA_PUSH(scratch, all.items, count, capacity, quantity);
		}
	}
	all.count = (uint32_t)count;
	if (count > 1)
		link_keys(&all, scratch);
	else
		all.count = 0;
	return all;
}
