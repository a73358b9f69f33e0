/* marker: list markers at the beginning of lines (GB/T 15834 A.3). */
#include "marker_p.h"

#define SPACES (CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE) | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_INVISIBLE))

static bool is_count(uint32_t cp)
{
	return (character_numeral(cp) >= 1 && character_numeral(cp) <= 100) || character_is_one_of(cp, U"甲乙丙丁戊己庚辛");
}

/* A run of numerals at AT, at most MOST long: how many. */
static uint32_t run_of(const struct article *article, uint32_t at, bool han, uint32_t most)
{
	uint32_t length = 0;
	while (length <= most && (han ? is_count(article->cp[at + length]) : article_is(article, at + length, CLASSES_DIGIT)))
		length++;
	return length <= most ? length : 0;
}

static enum marker marker_bracket(const struct article *article, uint32_t at, uint32_t *end)
{
	uint32_t han = run_of(article, at + 1, true, 3), digits = run_of(article, at + 1, false, 3);
	uint32_t length = han ? han : digits;
	*end = at + length + 2;
	if (length == 0 || !character_is_one_of(article->cp[at + 1 + length], U"）)"))
		return MARKER_NONE;
	return han ? MARKER_HAN_BRACKET : MARKER_DIGIT_BRACKET;
}

static enum marker marker_number(const struct article *article, uint32_t at, uint32_t *end)
{
	uint32_t digits = run_of(article, at, false, 3);
	uint32_t after = at + digits;
	*end = after + 1;
	if (digits == 0 && article->cls[at] == CLASS_LATIN && character_is_one_of(article->cp[at + 1], U")）")) {
		*end = at + 2;
		return MARKER_HALF_BRACKET;
	}
	if (digits == 0)
		return MARKER_NONE;
	if (character_is_one_of(article->cp[after], U")）"))
		return MARKER_HALF_BRACKET;
	if (character_is_one_of(article->cp[after], U"．、") || (article->cp[after] == '.' && !article_is(article, after + 1, CLASSES_DIGIT)))
		return MARKER_DIGIT;
	return MARKER_NONE;
}

static enum marker marker_han(const struct article *article, uint32_t at, uint32_t *end)
{
	if (article->cp[at] == 0x7B2C) { /* 第 */
		uint32_t length = run_of(article, at + 1, true, 6);
		length = length ? length : run_of(article, at + 1, false, 4);
		*end = at + length + 2;
		return length > 0 && character_is_one_of(article->cp[at + 1 + length], U"条條章节節款编編") ? MARKER_ARTICLE : MARKER_NONE;
	}
	uint32_t length = run_of(article, at, true, 3);
	*end = at + length + 1;
	if (length == 0)
		return MARKER_NONE;
	if (character_is_one_of(article->cp[at + length], U"、．.") && !class_in(article->cls[at + length + 1], CLASS_BIT(CLASS_HAN_NUMERAL)))
		return character_is_one_of(article->cp[at], U"壹贰貳叁參肆伍陆陸柒捌玖拾甲乙丙丁戊己庚辛") ? MARKER_FORMAL : MARKER_HAN;
	return article->cp[at + length] == 0x662F ? MARKER_ORDINAL : MARKER_NONE; /* 是 */
}

enum marker marker_at(const struct article *article, struct span line, uint32_t *end)
{
	uint32_t at = article_skip(article, line.begin, line.end, SPACES), after = at;
	uint32_t cp = article->cp[at];
	enum marker marker = MARKER_NONE;
	if (at >= line.end)
		marker = MARKER_NONE;
	else if (class_is_han(article->cls[at]))
		marker = cp == 0x7B2C || is_count(cp) ? marker_han(article, at, &after) : MARKER_NONE; /* 第 */
	else if (article_is(article, at, CLASSES_DIGIT) || article->cls[at] == CLASS_LATIN)
		marker = marker_number(article, at, &after);
	else if (cp == '(' || cp == 0xFF08) /* （ */
		marker = marker_bracket(article, at, &after);
	else if (cp >= 0x2460 && cp <= 0x249B)
		marker = MARKER_CIRCLED, after = at + 1;
	else if (character_is_one_of(cp, U"•●■□▲◆◇○※★☆►▶·") || (character_is_one_of(cp, U"-*+") && article->cp[at + 1] == ' '))
		marker = MARKER_BULLET, after = at + 1;
	if (end)
		*end = after;
	return marker;
}
