/* parts_equation: 25+30=65, written out in prose. */
#include "parts.h"

static uint32_t operator_at(const struct article *article, uint32_t *at, uint32_t end)
{
	uint32_t begin = article_skip(article, *at, end, CLASSES_SPACE), c = article->cp[begin];
	*at = article_skip(article, begin + 1, end, CLASSES_SPACE);
	if (*at != end)
		return 0;
	return c == U'＋' ? '+' : c == U'－' || c == U'−' ? '-' : c == U'＝' ? '=' : c == '+' || c == '-' || c == '=' || c == U'×' ? c : 0;
}

#define OPERATORS U"+-=×*/^÷<>＋－−＝＊／"

/* The sign and the unit belong to the number; x+25, 2^3 and 12a do not. */
static bool stands_free(const struct article *article, uint32_t at)
{
	return !article_is(article, at,
		       CLASSES_LATIN | CLASSES_DIGIT | CLASS_BIT(CLASS_LETTER) | CLASS_BIT(CLASS_SYMBOL) | CLASS_BIT(CLASS_DASH) |
			       CLASS_BIT(CLASS_OBJECT)) &&
	       !character_is_one_of(article->cp[at], OPERATORS) && !character_is_one_of(article->cp[at], U"()（）[]%_·");
}

/* 验算：25 + 30 + 10 = 65: free, but 30 is not, nor 25 in 2：25. */
static bool begins_free(const struct article *article, uint32_t begin)
{
	uint32_t before = article_skip_back(article, begin, article->begin, CLASSES_SPACE) - 1;
	bool is_ratio = character_is_one_of(article->cp[before], U":：") && article_is(article, before - 1, CLASSES_DIGIT);
	return stands_free(article, begin - 1) && !is_ratio && !character_is_one_of(article->cp[before], OPERATORS);
}

/* 25 + 30 = 50 + 5: its first half says nothing. */
static bool ends_free(const struct article *article, uint32_t end)
{
	uint32_t after = article_skip(article, end, article->end, CLASSES_SPACE);
	bool is_ratio = character_is_one_of(article->cp[after], U":：") && article_is(article, after + 1, CLASSES_DIGIT);
	return stands_free(article, end) && !is_ratio && !character_is_one_of(article->cp[after], OPERATORS);
}

bool parts_equation(const struct article *article, uint32_t index, struct equation *equation, uint32_t *next)
{
	const struct figure *figures = article->figures;
	uint32_t operator= 0, i = index;
	*next = index + 1;
	if (!begins_free(article, figures[index].span.begin))
		return false;
	equation->count = 0;
	for (;; i++) {
		const struct figure *figure = &figures[i];
		if (figure->kind != FIGURE_CARDINAL || !figure->value.known || figure->divisor != 1 || figure->style == FIGURE_HAN ||
			equation->count == PARTS_LIMIT)
			return false;
		if (operator== '=')
			break;
		equation->operators[equation->count] = operator;
		equation->items[equation->count++] = figure;
		uint32_t at = figure->span.end, end = i + 1 < article->figure_count ? figures[i + 1].number.begin : at;
		operator= end> at && end - at <= 3 ? operator_at(article, &at, end) : 0;
		if (operator== 0)
			return false;
	}
	equation->result = &figures[i];
	*next = i;
	return equation->count >= 2 && ends_free(article, figures[i].span.end);
}
