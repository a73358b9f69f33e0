/* figure_tail: what stands behind a unit and belongs to the quantity: halves, tenths, the unit itself after 多, the lower one of two. */
#include "figure_p.h"

/* 85折 and 八五折 are 0.85, 8.5折 too. */
static bool is_two_digits(const struct figure *figure)
{
	int64_t integer;
	return decimal_integer(figure->value, &integer) && integer > 10 && integer < 100;
}

void figure_use_share(const struct article *article, struct figure *figure)
{
	uint32_t first = article->cp[figure->unit.begin];
	figure->divisor = first == '%' || first == U'％'     ? 100
			  : first == U'‰'                    ? 1000
			  : first == U'成' || first == U'折' ? (is_two_digits(figure) ? 100 : 10)
							     : figure->divisor;
}

/* 两个半小时, 三年半: a half more; but not 两个半球. */
static void read_half(const struct article *article, struct figure *figure)
{
	uint32_t at = figure->span.end, end = 0;
	if (article->cp[at] != U'半' || figure->measure == UNIT_NONE || figure_refusal_end(article, at) > at)
		return;
	enum figure_unit_kind next = figure_unit_at(article, at + 1, &end);
	bool of_next = is_among(article->cp[at - 1], U"个個") && (next == UNIT_DURATION || next == UNIT_COUNT);
	if (!of_next && article_is_han(article, at + 1) && !is_among(article->cp[at + 1], U"的后後前内內了以来來时時"))
		return;
	figure->value = decimal_add(figure->value, decimal_make(5, -1));
	figure->span.end = at + 1;
	if (of_next)
		figure_use_unit(article, figure, next, at + 1, end);
}

/* 三成五 = 3.5成, 一米七五 = 1.75米, 三块五 = 3.5块: digits after a unit that takes tenths, with no unit of their own. */
static void read_tenths(const struct article *article, struct figure *figure)
{
	uint32_t at = figure->span.end, unit_end, last = article->cp[at - 1];
	if (article->cls[at] != CLASS_HAN_NUMERAL && article->cls[at] != CLASS_DIGIT)
		return;
	bool one_character = span_length(figure->unit) == 1 || (last == U'尺' && article->cp[at - 2] == U'公');
	int64_t tenths = 0;
	if (!one_character || !is_among(last, U"成米尺块塊") || figure->value.exponent < 0)
		return;
	struct number number = number_at(article, at);
	uint32_t digits = number.end - at;
	bool digits_only = number.style == FIGURE_ARABIC || number.style == FIGURE_HAN || number.style == FIGURE_HAN_DIGITS;
	if (digits == 2 && last == U'米' && !number.magnitude && number.style == FIGURE_HAN)
		tenths = character_numeral(article->cp[at]) * 10 + character_numeral(article->cp[at + 1]);
	else if (digits != 1 || !digits_only || !decimal_integer(number.value, &tenths) || tenths < 1 || tenths > 9)
		return;
	if (is_among(last, U"块塊"))
		figure->measure = UNIT_MONEY;
	if (is_among(article->cp[number.end], U"毛分月日年点點") || figure_read_unit(article, number.end, &unit_end) != UNIT_NONE ||
		article->cls[number.end] == CLASS_HAN_NUMERAL)
		return;
	figure->value = decimal_add(figure->value, decimal_make(tenths, digits == 1 ? -1 : -2));
	figure->span.end = number.end;
}

/* 一个多小时, 两个来月: the measure word of the unit that follows. */
static void read_rough_unit(const struct article *article, struct figure *figure)
{
	uint32_t at = figure->span.end, end;
	if (!is_among(article->cp[at], U"多来來") || !is_among(article->cp[at - 1], U"个個"))
		return;
	enum figure_unit_kind kind = figure_unit_at(article, at + 1, &end);
	if (kind != UNIT_DURATION)
		return;
	figure_use_unit(article, figure, kind, at + 1, end);
	figure->flags |= FIGURE_APPROXIMATE;
}

/* 3元5角2分 and 5小时20分: 分 is a part of the unit before it; 3分20秒. */
static void read_lower_unit(const struct article *article, struct figure *figure, const struct figure *before)
{
	if (figure->measure != UNIT_POINT || article->cp[figure->span.end - 1] != U'分')
		return;
	if (before && before->span.end == figure->number.begin && (before->measure == UNIT_MONEY || before->measure == UNIT_DURATION))
		figure->measure = before->measure;
	else if (article_is(article, figure->span.end, CLASSES_DIGIT | CLASS_BIT(CLASS_HAN_NUMERAL)) &&
		 article->cp[number_at(article, figure->span.end).end] == U'秒')
		figure->measure = UNIT_DURATION;
}

void figure_read_tail(const struct article *article, struct figure *figure, const struct figure *before)
{
	read_half(article, figure);
	read_tenths(article, figure);
	read_rough_unit(article, figure);
	read_lower_unit(article, figure, before);
}
