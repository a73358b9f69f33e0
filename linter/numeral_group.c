/* numeral_group: the digits of one number with a mark among them that does not belong there. */
#include "numeral.h"

enum { GROUP = 3, GROUPED_DIGITS = 5, BESIDE = 10 };

/* The next figure begins at a position. */
static bool next_begins(const struct article *article, const struct figure *figure, uint32_t at)
{
	return figure + 1 < article->figures + article->figure_count && figure[1].span.begin == at;
}

static uint32_t digits_end(const struct article *article, uint32_t at)
{
	return article_skip(article, at, article_ahead(article, at, 2 * GROUP), CLASSES_DIGIT);
}

bool numeral_stop(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	uint32_t mark = figure->span.end, next = mark + 1;
	bool point = article->cp[mark] == U'。';
	if ((!point && article->cp[mark] != U'，') || !article_is(article, next, CLASSES_DIGIT) || figure->kind != FIGURE_CARDINAL ||
		figure->style != FIGURE_ARABIC || span_length(figure->number) > GROUP || span_length(figure->unit) > 0)
		return false;
	const struct figure *second = figure + 1;
	uint32_t end = digits_end(article, next), length = end - next;
	bool measured = next_begins(article, figure, next) && second->kind == FIGURE_CARDINAL && span_length(second->unit) > 0;
	bool follows = article_is_han(article, figure->number.begin - 1) && article->cp[figure->number.begin - 1] != U'第';
	if (!measured || !follows)
		return false;
	/* 3。5% and 3。5万元; in 共33。85岁以上的 two sentences meet. */
	const unsigned measures = 1u << UNIT_SHARE | 1u << UNIT_MONEY | 1u << UNIT_LENGTH | 1u << UNIT_AREA | 1u << UNIT_VOLUME | 1u << UNIT_MASS |
				  1u << UNIT_TEMPERATURE | 1u << UNIT_OTHER;
	if (point && (length > 2 || !(measures >> second->measure & 1) || article->cp[second->span.end] == U'以'))
		return false;
	/* 住在302，500米外; 有7，000人 */
	uint32_t before = article->cp[figure->number.begin - 1];
	if (!point && (length != GROUP || !character_is_one_of(before, U"有达達到过過近约約超逾共计計额額收入出了增減减足付支投发發捐招募") ||
			      article->cp[figure->number.begin] == '0'))
		return false;
	slip->span = (struct span){figure->number.begin, end};
	numeral_copy(article, figure->number, slip);
	numeral_write(slip, point ? '.' : ',');
	numeral_copy(article, (struct span){next, end}, slip);
	return true;
}

/* Before "234,567": a space, and one to three digits that belong to nothing else. */
static bool group_before(const struct article *article, uint32_t at, struct span *whole)
{
	if (!article_is(article, at - 1, CLASSES_SPACE) || !article_is(article, at - 2, CLASSES_DIGIT))
		return false;
	whole->begin = article_skip_back(article, at - 1, article_back(article, at, 2 * GROUP), CLASSES_DIGIT);
	return at - 1 - whole->begin <= GROUP && article_is_han(article, whole->begin - 1) && article->cp[whole->begin - 1] != U'第';
}

bool numeral_separators(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	uint32_t begin = figure->number.begin, end = figure->number.end;
	if (figure->style == FIGURE_HAN || figure->kind != FIGURE_CARDINAL || end - begin < GROUP + 2)
		return false;
	uint32_t comma = article_find(article, begin, begin + GROUP + 1, CLASS_BIT(CLASS_HALF_STOP));
	if (article->cp[comma] != ',')
		return false;
	struct span whole = {begin, end};
	bool before = comma == begin + GROUP && group_before(article, begin, &whole);
	bool after = !before && (article->cp[end] == ',' || article->cp[end] == ' ') && article_is(article, end + 1, CLASSES_DIGIT);
	if (after) {
		whole.end = digits_end(article, end + 1);
		const struct figure *second = figure + 1;
		bool odd = article->cp[end] == ',' ? whole.end - end - 1 != GROUP : whole.end - end - 1 == GROUP;
		after = odd && next_begins(article, figure, end + 1) && span_length(second->unit) > 0 && article_is_han(article, begin - 1);
	}
	slip->span = whole;
	return before || after;
}

int numeral_grouping(const struct article *article, const struct figure *figure)
{
	uint32_t begin = figure->number.begin, end = figure->number.end;
	if (figure->kind != FIGURE_CARDINAL || figure->style != FIGURE_ARABIC || end - begin < GROUPED_DIGITS || span_length(figure->unit) == 0)
		return -1;
	uint32_t run = article_skip(article, begin, end, CLASS_BIT(CLASS_DIGIT));
	if (run - begin >= GROUPED_DIGITS)
		return 0;
	return run < end && article->cp[run] == ',' && end - begin > GROUPED_DIGITS ? 1 : -1;
}

bool numeral_beside(const struct article *article, const struct figure *a, const struct figure *b)
{
	struct span gap = a < b ? (struct span){a->span.end, b->span.begin} : (struct span){b->span.end, a->span.begin};
	if (gap.begin >= gap.end || span_length(gap) > BESIDE)
		return false;
	for (uint32_t at = gap.begin; at < gap.end; at++)
		if (!article_is_han(article, at) && article->cp[at] != U'、')
			return false;
	static const char *const joints[] = {"和", "与", "與", "及", "、", NULL};
	return article_holds_any(article, gap, joints);
}
