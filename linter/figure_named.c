/* figure_named: numbers of which a character beside them says what they are: 第, 分之, 比. */
#include "figure_p.h"

/* 三分之二, 百分之3.5: the words belong to the number. */
bool figure_fraction(const struct article *article, struct number *number, struct figure *figure)
{
	int64_t below = 0;
	if (article->cp[number->end] != U'分' || article->cp[number->end + 1] != U'之')
		return false;
	struct number above = number_at(article, number->end + 2);
	if (!above.well_formed || (above.bare && !(number->bare && above.end == number->end + 3)))
		return false;
	bool known = number->well_formed && decimal_integer(number->value, &below) && below > 1 && below <= UINT32_MAX;
	figure->divisor = known ? (uint32_t)below : 0;
	figure->value = above.value;
	figure->flags |= above.flags;
	figure->style = number_is_han(&above) ? FIGURE_HAN : FIGURE_MIXED;
	figure->number.end = figure->span.end = above.end;
	figure->unit = figure->noun = (struct span){above.end, above.end};
	figure->measure = UNIT_SHARE;
	figure->kind = FIGURE_CARDINAL;
	number->end = above.end;
	return true;
}

void figure_ordinal(const struct article *article, const struct number *number, struct figure *figure)
{
	uint32_t end;
	figure->kind = FIGURE_ORDINAL;
	figure->span.begin = number->begin - 1;
	enum figure_unit_kind unit = figure_read_unit(article, number->end, &end);
	if (unit != UNIT_NONE)
		figure_use_unit(article, figure, unit, number->end, end);
	figure_read_noun(article, figure);
}

/* 第一时间 and 第三方 name no place in a row. */
bool figure_is_ordinal_word(const struct article *article, const struct number *number)
{
	static const char *const words[] = {"时间", "時間", "方", "者", "线", "線", "手", "书记", "書記", "夫人", "桶金", "世界", "国际", "國際",
		"人称", "人稱", "课堂", "課堂", "帝国", "帝國", NULL};
	return number_is_single(number) && article_starts_any(article, number->end, words);
}

/* 3比2 and 三比二; 3比例 and 三比较 are others. */
bool figure_score(const struct article *article, const struct number *number, struct figure *figure)
{
	if (article->cp[number->end] != U'比' || number->flags || number->bare)
		return false;
	struct number other = number_at(article, number->end + 1);
	if (!other.well_formed || other.end == number->end + 1)
		return false;
	figure->kind = FIGURE_SCORE;
	figure->value.known = false;
	figure->number.end = figure->span.end = other.end;
	return true;
}
