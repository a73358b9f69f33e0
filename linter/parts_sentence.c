/*
 * parts_sentence: which sentences may hold a whole and its parts, and the numbers of these. Six in a hundred do, so a sentence is refused by what its
 * figures are, then by the characters near them, before any of its words is read.
 */
#include "parts_p.h"

enum { NEIGHBOURS = 8, BEHIND = 24 };

static inline bool is_usable(const struct figure *figure)
{
	const unsigned flags = FIGURE_RANGE_BEGIN | FIGURE_RANGE_END | FIGURE_EACH | FIGURE_MINUS;
	const unsigned others = 1u << UNIT_AGE | 1u << UNIT_TEMPERATURE | 1u << UNIT_ORDER;
	return figure->kind == FIGURE_CARDINAL && figure->value.known && !(figure->flags & flags) && !(others >> figure->measure & 1) &&
	       figure->value.mantissa >= 0 && (figure->divisor == 1 || figure->divisor == 10 || figure->divisor == 100);
}

/* Is it of a word that may bind numbers? Asked of several characters before a figure. */
static bool is_trigger(uint32_t code_point)
{
	/* clang-format off */
	switch (code_point) {
	case U'其': case U'共': case U'合': case U'总': case U'總': case U'占': case U'佔': case U'分': case U'余': case U'餘': case U'男': case U'女': case U'计': case U'計':
	case U'包': case U'城': case U'赞': case U'贊': case U'反': case U'结': case U'結': case U'他':
		return true;
	default:
		return false;
	}
	/* clang-format on */
}

static bool is_opening_mark(uint32_t code_point)
{
	return code_point == U'（' || code_point == '(' || code_point == U'：' || code_point == ':';
}

/* A word or mark that may bind numbers, near this one. */
static bool has_trigger(const struct article *article, const struct figure *figure)
{
	uint32_t low = article_back(article, figure->span.begin, NEIGHBOURS);
	for (uint32_t at = figure->span.begin; at > low; at--)
		if (is_trigger(article->cp[at - 1]))
			return true;
	uint32_t after = figure->noun.end > figure->span.end ? figure->noun.end : figure->span.end;
	return is_opening_mark(article->cp[after]) || is_opening_mark(article->cp[figure->span.begin - 1]);
}

/* Is there such a word or mark near any of the numbers? */
static bool is_bound(const struct article *article, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (is_usable(&article->figures[i]) && has_trigger(article, &article->figures[i]))
			return true;
	return false;
}

/* Where the words before a figure may begin: behind the figure before it, but 第二天 and 2024年 are words of the label. */
static uint32_t label_floor(const struct article *article, uint32_t index, uint32_t first, uint32_t begin)
{
	const struct figure *figures = article->figures;
	uint32_t low = index > first + 3 ? index - 3 : first;
	while (index > low && (figures[index - 1].kind == FIGURE_ORDINAL || figures[index - 1].kind == FIGURE_DATE))
		index--;
	return index > first ? figures[index - 1].span.end : begin;
}

/* Where those end that are looked at in the sentence before, going back from FIRST: there is none if that is of another paragraph. */
static uint32_t previous_low(const struct article *article, const struct sentence *sentence, uint32_t first)
{
	if (sentence == article->sentences || sentence[-1].paragraph != sentence->paragraph)
		return first;
	return first > BEHIND ? first - BEHIND : 0;
}

static bool stands_before(const struct article *article, const struct sentence *sentence, uint32_t index)
{
	return article->figures[index - 1].span.begin >= sentence[-1].span.begin;
}

static bool is_like(const struct article *article, const struct figure *a, const struct figure *b)
{
	return (a->measure == UNIT_SHARE) == (b->measure == UNIT_SHARE) && amount_is_like(article, a, b);
}

/* Two parts, or a whole and its part, are alike. Is a number of a sentence like another one of it? */
static bool has_likes(const struct article *article, const struct figure *const *own, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++)
		for (uint32_t j = 0; j < i; j++)
			if (is_like(article, own[j], own[i]))
				return true;
	return count == PARTS_SENTENCE; /* and others behind them */
}

/* Is it like one of the sentence before? */
static bool has_likes_before(
	const struct article *article, const struct figure *const *own, uint32_t count, const struct sentence *sentence, uint32_t first)
{
	for (uint32_t i = first, low = previous_low(article, sentence, first); i > low && stands_before(article, sentence, i); i--) {
		const struct figure *figure = &article->figures[i - 1];
		uint32_t others = is_usable(figure) ? count : 0;
		for (uint32_t j = 0; j < others; j++)
			if (is_like(article, figure, own[j]))
				return true;
	}
	return false;
}

/* May 其中 or 当中 stand in a label, or before the mark in front of it? Then even a single part has a whole. */
static bool may_be_of(const struct article *article, const struct figure *const *own, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		uint32_t end = own[i]->span.begin;
		for (uint32_t at = article_back(article, end, PART_REACH); at < end; at++)
			if (article->cp[at] == U'中' && character_is_one_of(article->cp[at - 1], U"其当當"))
				return true;
	}
	return false;
}

/* The sentence of a figure: the walk only moves forward. */
static const struct sentence *sentence_of(struct parts_reading *reading, const struct figure *figure)
{
	const struct sentence *sentences = reading->article->sentences;
	uint32_t index = reading->walk->sentence, last = reading->article->sentence_count - 1;
	while (index < last && sentences[index + 1].span.begin <= figure->span.begin)
		index++;
	reading->walk->sentence = index;
	return &sentences[index];
}

static void read_own(struct parts_reading *reading, const struct figure *const *own, uint32_t count, uint32_t first, uint32_t last)
{
	const struct article *article = reading->article;
	const struct figure *figures = article->figures, *behind = figures + last;
	reading->count = count;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t floor = label_floor(article, (uint32_t)(own[i] - figures), first, reading->sentence.begin);
		uint32_t end = own[i] + 1 < behind ? own[i][1].span.begin : reading->sentence.end;
		reading->parts[i] = part_read(article, own[i], floor, end);
	}
}

static void find_previous(struct parts_reading *reading, const struct sentence *sentence, uint32_t first)
{
	const struct article *article = reading->article;
	uint32_t low = previous_low(article, sentence, first);
	reading->previous_count = 0;
	for (uint32_t i = first; i > low && reading->previous_count < PARTS_PREVIOUS && stands_before(article, sentence, i); i--)
		if (is_usable(&article->figures[i - 1]))
			reading->previous[reading->previous_count++] = (struct part){.figure = &article->figures[i - 1]};
	if (reading->previous_count == 0)
		return;
	reading->previous_begin = sentence[-1].span.begin;
	reading->previous_end = sentence[-1].span.end;
}

bool parts_read_sentence(struct parts_reading *reading, uint32_t first, uint32_t *next)
{
	const struct article *article = reading->article;
	const struct sentence *sentence = sentence_of(reading, &article->figures[first]);
	const struct figure *own[PARTS_SENTENCE];
	uint32_t last = first, count = 0;
	for (; last < article->figure_count && article->figures[last].span.begin < sentence->span.end; last++)
		if (is_usable(&article->figures[last]) && count < PARTS_SENTENCE)
			own[count++] = &article->figures[last];
	*next = last;
	if (count == 0)
		return false;
	bool likes = has_likes(article, own, count) || (has_likes_before(article, own, count, sentence, first) && may_be_of(article, own, count));
	if (!likes || !is_bound(article, first, last))
		return false;
	reading->sentence = sentence->span;
	read_own(reading, own, count, first, last);
	find_previous(reading, sentence, first);
	return true;
}

const struct part *parts_previous(struct parts_reading *reading, uint32_t index)
{
	const struct article *article = reading->article;
	struct part *part = &reading->previous[index];
	if (part->lead)
		return part;
	const struct figure *before = part->figure > article->figures ? part->figure - 1 : NULL;
	uint32_t floor = before && before->span.end > reading->previous_begin ? before->span.end : reading->previous_begin;
	*part = part_read(article, part->figure, floor, reading->previous_end);
	return part;
}
