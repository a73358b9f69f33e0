/* rounding: how exact a number is says its last digit, its unit, and the words round it. */
#include "rounding.h"

#include <stdio.h>

enum { QUOTIENT_DIGITS = 16, ROUGH_TIMES = 5, PRICE = 1000 };

__extension__ typedef __int128 wide;

struct rounding rounding_exactly(int64_t value)
{
	struct decimal exact = decimal_make(value, 0);
	return (struct rounding){exact, exact, false};
}

bool rounding_is_known(const struct rounding *rounding)
{
	return rounding->low.known && (rounding->endless || rounding->high.known);
}

static bool is_digit(const struct article *article, uint32_t at)
{
	return article_is(article, at, CLASSES_DIGIT);
}

/* What one more in the last place that is written adds: 0.1 of 3.5, 10,000 of 200万, 10^7 of 三千万. */
static struct decimal last_place(const struct article *article, const struct figure *figure)
{
	uint32_t at = figure->number.end;
	struct decimal place = decimal_make(1, 0);
	int64_t multiplier;
	int32_t digits = 0;
	for (; at > figure->number.begin && (multiplier = character_numeral(article->cp[at - 1])) >= 10; at--)
		place = decimal_multiply(place, decimal_make(multiplier, 0));
	bool arabic = is_digit(article, at - 1);
	/* 三百 is as exact as 300. */
	if (!arabic && at < figure->number.end && place.known && decimal_compare(place, decimal_make(10000, 0)) < 0)
		place = decimal_make(1, 0);
	while (at > figure->number.begin && (is_digit(article, at - 1) || (!arabic && article->cls[at - 1] == CLASS_HAN_NUMERAL))) {
		at--;
		digits++;
	}
	bool point = at > figure->number.begin && character_is_one_of(article->cp[at - 1], U".．点點");
	return point ? decimal_multiply(place, decimal_make(1, -digits)) : place;
}

/* Half of what one more in the last place adds; otherwise for what is counted, and for what is said roughly. */
static struct decimal half_place(const struct article *article, const struct figure *figure)
{
	struct decimal place = last_place(article, figure);
	bool whole = place.mantissa == 1 && place.exponent == 0;
	bool counted =
		figure->measure == UNIT_COUNT || figure->measure == UNIT_PERSON || figure->measure == UNIT_NOUN || figure->measure == UNIT_OCCASION;
	bool price = figure->measure == UNIT_MONEY && decimal_compare(figure->value, decimal_make(PRICE, 0)) < 0;
	if (whole && (counted || price || figure->measure == UNIT_AGE || figure->measure == UNIT_DURATION))
		return decimal_make(0, 0);
	if (figure->divisor != 1 && figure->divisor != 10 && figure->divisor != 100 && figure->divisor != 1000)
		return decimal_make(1, -1);
	if (whole && figure->unit.begin < figure->unit.end && article->cp[figure->unit.begin] == U'倍' &&
		decimal_compare(figure->value, decimal_make(ROUGH_TIMES, 0)) < 0)
		return decimal_make(3, -1);
	return decimal_multiply(place, decimal_make(5, -1));
}

/* The lowest place that is not 0: 100 of 2800多. */
static struct decimal lowest_place(struct decimal value)
{
	return decimal_make(1, value.exponent);
}

static bool has_word_of_more(const struct article *article, const struct figure *figure)
{
	for (uint32_t at = figure->number.begin; at <= figure->span.end; at++)
		if (character_is_one_of(article->cp[at], U"多余餘许許几幾"))
			return true;
	return false;
}

static void widen(const struct article *article, const struct figure *figure, struct rounding *rounding)
{
	static const char *const nearly[] = {"近", "接近", "几乎", "幾乎", NULL};
	static const char *const about[] = {"大约", "大約", "大概", "大致", "基本", "差不多", "几乎", "幾乎", "接近", "大体", "大體", NULL};
	struct decimal tenth = decimal_multiply(figure->value, decimal_make(15, -2));
	bool rough = (figure->flags & FIGURE_APPROXIMATE) || article_ends_any(article, figure->span.begin, about);
	if (figure->flags & FIGURE_AT_LEAST)
		rounding->endless = true;
	if (figure->flags & FIGURE_AT_MOST)
		rounding->low = decimal_make(0, 0);
	if (rough && has_word_of_more(article, figure)) {
		rounding->high = decimal_add(figure->value, lowest_place(figure->value));
	} else if (rough) {
		rounding->low = decimal_subtract(rounding->low, tenth);
		if (!article_ends_any(article, figure->span.begin, nearly))
			rounding->high = decimal_add(rounding->high, tenth);
	}
}

bool rounding_of(const struct article *article, const struct figure *figure, struct rounding *rounding)
{
	if (figure->kind != FIGURE_CARDINAL || !figure->value.known || figure->divisor == 0)
		return false;
	struct decimal half = half_place(article, figure);
	rounding->low = decimal_subtract(figure->value, half);
	rounding->high = decimal_add(figure->value, half);
	rounding->endless = false;
	widen(article, figure, rounding);
	return rounding_is_known(rounding);
}

struct rounding rounding_add(const struct rounding *a, const struct rounding *b)
{
	return (struct rounding){decimal_add(a->low, b->low), decimal_add(a->high, b->high), a->endless || b->endless};
}

struct rounding rounding_subtract(const struct rounding *a, const struct rounding *b)
{
	struct rounding difference = {decimal_subtract(a->low, b->high), decimal_subtract(a->high, b->low), a->endless};
	difference.low.known &= !b->endless;
	return difference;
}

struct rounding rounding_multiply(const struct rounding *a, const struct rounding *b)
{
	return (struct rounding){decimal_multiply(a->low, b->low), decimal_multiply(a->high, b->high), a->endless || b->endless};
}

bool rounding_is_below(const struct rounding *a, const struct rounding *b)
{
	return !a->endless && decimal_compare(a->high, b->low) < 0;
}

bool rounding_meets(const struct rounding *a, const struct rounding *b)
{
	return !rounding_is_below(a, b) && !rounding_is_below(b, a);
}

/* The mantissa with as many digits as fit below the limit; the exponent goes down with it. */
static wide stretch(struct decimal value, int32_t *exponent)
{
	wide mantissa = value.mantissa, limit = INT64_MAX;
	limit *= INT64_MAX / 100;
	*exponent = value.exponent;
	while (mantissa < limit / 10 && mantissa > -limit / 10 && mantissa != 0) {
		mantissa *= 10;
		--*exponent;
	}
	return mantissa;
}

struct decimal rounding_quotient(struct decimal dividend, struct decimal divisor, int places)
{
	struct decimal unknown = {0, 0, false};
	int32_t exponent;
	if (!dividend.known || !divisor.known || divisor.mantissa == 0)
		return unknown;
	wide quotient = stretch(dividend, &exponent) / divisor.mantissa;
	exponent -= divisor.exponent;
	if (exponent > -places)
		return quotient == 0 ? decimal_make(0, 0) : unknown;
	int last = 0;
	for (; exponent < -places && quotient != 0; exponent++) {
		last = (int)(quotient % 10);
		quotient /= 10;
	}
	quotient += last >= 5 ? 1 : last <= -5 ? -1 : 0;
	return quotient > INT64_MAX / 10 || quotient < INT64_MIN / 10 ? unknown : decimal_make((int64_t)quotient, -places);
}

char *rounding_write(struct decimal value, char *text, size_t size)
{
	char digits[QUOTIENT_DIGITS + 1] = "";
	int64_t whole = value.mantissa;
	int32_t exponent = value.exponent, places = -exponent;
	bool fits = value.known && places < QUOTIENT_DIGITS;
	for (; fits && exponent > 0; exponent--)
		fits = !__builtin_mul_overflow(whole, 10, &whole);
	const char *sign = whole < 0 ? "-" : "";
	uint64_t rest = whole < 0 ? -(uint64_t)whole : (uint64_t)whole;
	for (int32_t i = places; fits && i > 0; i--, rest /= 10)
		digits[i - 1] = (char)('0' + rest % 10);
	if (!fits)
		snprintf(text, size, "?");
	else
		snprintf(text, size, "%s%llu%s%s", sign, (unsigned long long)rest, *digits ? "." : "", digits);
	return text;
}
