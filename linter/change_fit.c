/* change_fit: does what is said of a change follow from its ends? */
#include "change.h"
#include "rounding.h"

enum { DOUBLINGS_LIMIT = 20 };

/* 2^n, as people say it: within a tenth. */
static bool doubled(const struct figure *figure, struct rounding *factor)
{
	int64_t count = 1;
	if (figure && (!figure_integer(figure, &count) || count < 1 || count > DOUBLINGS_LIMIT))
		return false;
	struct decimal power = decimal_make(INT64_C(1) << count, 0);
	bool rough = figure && (figure->flags & FIGURE_APPROXIMATE);
	factor->low = decimal_multiply(power, decimal_make(rough ? 8 : 9, -1));
	factor->high = decimal_multiply(power, decimal_make(rough ? 20 : 11, -1));
	factor->endless = figure && (figure->flags & FIGURE_AT_LEAST);
	return true;
}

/* 翻了3倍 may be three times, four times, or eight; 翻了一倍 is two. */
static bool folded(const struct rounding *stated, struct rounding *factor)
{
	struct decimal two = decimal_make(17, -1);
	int64_t count;
	*factor = *stated;
	if (decimal_compare(factor->low, two) < 0)
		factor->low = two;
	factor->high = decimal_add(stated->high, decimal_make(1, 0));
	if (decimal_integer(rounding_quotient(stated->high, decimal_make(1, 0), 0), &count) && count > 1 && count <= DOUBLINGS_LIMIT)
		factor->high = decimal_make(INT64_C(11) << count, -1);
	return rounding_is_known(factor);
}

/* The multiples of the old value that a size may mean, over its divisor. False: nobody can say. */
static bool factor_of(const struct article *article, const struct change_size *size, int direction, struct rounding *factor)
{
	struct rounding stated;
	if (size->measure == CHANGE_DOUBLINGS)
		return doubled(size->figure, factor);
	if (!rounding_of(article, size->figure, &stated))
		return false;
	if (size->measure == CHANGE_FOLD)
		return folded(&stated, factor);
	/* 30%, but not 30.0% */
	bool round = size->measure == CHANGE_RATE && size->figure->value.exponent > 0 &&
		     decimal_compare(stated.high, decimal_add(size->figure->value, decimal_make(5, -1))) == 0;
	if (round) {
		stated.low = decimal_subtract(size->figure->value, decimal_make(1, 0));
		stated.high = decimal_add(size->figure->value, decimal_make(1, 0));
	}
	struct rounding whole = rounding_exactly(size->measure == CHANGE_RATE ? size->figure->divisor : 1);
	if (size->measure == CHANGE_RATIO)
		*factor = stated;
	else
		*factor = direction > 0 ? rounding_add(&whole, &stated) : rounding_subtract(&whole, &stated);
	return rounding_is_known(factor) && factor->low.mantissa >= 0;
}

struct ends {
	struct rounding from, to;
};

static enum change_fit fit_factor(const struct article *article, const struct ends *ends, const struct change_size *size, int direction)
{
	struct rounding factor, divisor = rounding_exactly(size->figure && size->measure != CHANGE_DOUBLINGS ? size->figure->divisor : 1);
	if (!factor_of(article, size, direction, &factor))
		return CHANGE_FITS;
	struct rounding right = rounding_multiply(&ends->from, &factor), stated = rounding_multiply(&ends->to, &divisor);
	bool meets = !rounding_is_known(&right) || !rounding_is_known(&stated) || rounding_meets(&right, &stated);
	return meets ? CHANGE_FITS : CHANGE_WRONG;
}

static enum change_fit fit_difference(
	const struct article *article, const struct change_stated *change, const struct ends *ends, const struct figure *size, int direction)
{
	const struct rounding *low = direction > 0 ? &ends->from : &ends->to, *high = direction > 0 ? &ends->to : &ends->from;
	struct rounding stated, difference = rounding_subtract(high, low);
	struct decimal exact = decimal_subtract(change->to->value, change->from->value);
	unsigned rough = change->from->flags | change->to->flags | size->flags;
	if (!rounding_of(article, size, &stated) || !rounding_is_known(&difference) || !exact.known)
		return CHANGE_FITS;
	if (!rounding_meets(&difference, &stated))
		return CHANGE_WRONG;
	exact.mantissa = exact.mantissa < 0 ? -exact.mantissa : exact.mantissa;
	return rough || decimal_compare(exact, size->value) == 0 ? CHANGE_FITS : CHANGE_ROUNDED;
}

static bool read_ends(const struct article *article, const struct change_stated *change, struct ends *ends)
{
	return rounding_of(article, change->from, &ends->from) && rounding_of(article, change->to, &ends->to);
}

bool change_is_difference(enum change_measure measure)
{
	return measure == CHANGE_POINTS || measure == CHANGE_AMOUNT;
}

int change_course(const struct article *article, const struct change_stated *change)
{
	struct ends ends;
	if (!read_ends(article, change, &ends))
		return 0;
	return rounding_is_below(&ends.from, &ends.to) ? 1 : rounding_is_below(&ends.to, &ends.from) ? -1 : 0;
}

enum change_fit change_fits(const struct article *article, const struct change_stated *change, const struct change_size *size, bool as_points)
{
	struct ends ends;
	int direction = size->direction != 0 ? size->direction : change_course(article, change) < 0 ? -1 : 1;
	if (!read_ends(article, change, &ends) || (size->measure == CHANGE_TIMES && direction < 0))
		return CHANGE_FITS;
	if (as_points || change_is_difference(size->measure))
		return fit_difference(article, change, &ends, size->figure, direction);
	return fit_factor(article, &ends, size, direction);
}
