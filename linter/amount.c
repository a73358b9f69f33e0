/* amount: arithmetic on the numbers of a text. */
#include "amount.h"

enum { TEXT_DIGITS = 30 };

/* The power of ten of the last 万, 亿, 千 … of a number; 0: it has none. */
static int32_t magnitude(const struct article *article, struct span number, uint32_t *word)
{
	int32_t power = 0;
	*word = 0;
	if (span_length(number) < 2)
		return 0;
	int64_t value = character_numeral(article->cp[number.end - 1]);
	for (; value >= 10; value /= 10)
		power++;
	if (power >= 4)
		*word = article->cp[number.end - 1];
	return power;
}

/* Lengths and weights are measured, so their last digit is rounded. What was counted is exact. */
static bool is_measured(const struct figure *figure)
{
	switch (figure->measure) {
	case UNIT_LENGTH:
	case UNIT_AREA:
	case UNIT_VOLUME:
	case UNIT_MASS:
	case UNIT_SHARE:
	case UNIT_DURATION:
	case UNIT_OTHER: return true;
	default: return false;
	}
}

/* No 万, no point, no 约: every digit counts. */
static bool is_exact(const struct article *article, const struct figure *figure)
{
	uint32_t word;
	if (magnitude(article, figure->number, &word) >= 4 || is_measured(figure) ||
		figure->flags & (FIGURE_APPROXIMATE | FIGURE_AT_LEAST | FIGURE_AT_MOST))
		return false;
	for (uint32_t at = figure->number.begin; at < figure->number.end; at++)
		if (character_is_one_of(article->cp[at], U".．点點"))
			return false;
	return true;
}

struct amount amount_of(const struct article *article, const struct figure *figure)
{
	struct amount amount = {.value = figure->value};
	if (!rounding_of(article, figure, &amount.range))
		amount.value.known = false;
	else if (is_exact(article, figure))
		amount.range = (struct rounding){figure->value, figure->value, false};
	return amount;
}

struct amount amount_exact(int64_t value)
{
	return (struct amount){decimal_make(value, 0), rounding_exactly(value)};
}

static bool is_known(const struct amount *amount)
{
	return amount->value.known && rounding_is_known(&amount->range);
}

struct amount amount_add(struct amount a, struct amount b)
{
	if (!is_known(&a) || !is_known(&b))
		return (struct amount){0};
	return (struct amount){decimal_add(a.value, b.value), rounding_add(&a.range, &b.range)};
}

struct amount amount_subtract(struct amount a, struct amount b)
{
	if (!is_known(&a) || !is_known(&b))
		return (struct amount){0};
	return (struct amount){decimal_subtract(a.value, b.value), rounding_subtract(&a.range, &b.range)};
}

struct amount amount_multiply(struct amount a, struct amount b)
{
	if (!is_known(&a) || !is_known(&b))
		return (struct amount){0};
	return (struct amount){decimal_multiply(a.value, b.value), rounding_multiply(&a.range, &b.range)};
}

int amount_compare(struct amount a, struct amount b)
{
	if (!is_known(&a) || !is_known(&b))
		return 0;
	return rounding_is_below(&b.range, &a.range) - rounding_is_below(&a.range, &b.range);
}

struct str amount_text(const struct article *article, struct amount amount, const struct figure *like, struct arena *arena)
{
	uint32_t word = 0;
	int32_t power = like ? magnitude(article, like->number, &word) : 0;
	int64_t mantissa = amount.value.mantissa;
	int32_t exponent = amount.value.exponent - (word ? power : 0);
	char digits[TEXT_DIGITS], text[3 * TEXT_DIGITS], magnitude_text[8] = "";
	if (!amount.value.known || exponent > 12 || exponent < -12 || mantissa == INT64_MIN)
		return STR("");
	if (word)
		magnitude_text[character_encode(word, magnitude_text)] = 0;
	int length = snprintf(digits, sizeof digits, "%lld", (long long)(mantissa < 0 ? -mantissa : mantissa));
	const char *sign = mantissa < 0 ? "-" : "";
	if (exponent >= 0)
		snprintf(text, sizeof text, "%s%s%.*s%s", sign, digits, mantissa ? exponent : 0, "000000000000", magnitude_text);
	else if (length > -exponent)
		snprintf(text, sizeof text, "%s%.*s.%s%s", sign, length + exponent, digits, digits + length + exponent, magnitude_text);
	else
		snprintf(text, sizeof text, "%s0.%.*s%s%s", sign, -exponent - length, "000000000000", digits, magnitude_text);
	return arena_copy(arena, str_from(text));
}

bool amount_is_like(const struct article *article, const struct figure *a, const struct figure *b)
{
	bool bare_a = span_length(a->unit) == 0, bare_b = span_length(b->unit) == 0;
	if (a->divisor != b->divisor || (bare_a && !bare_b && b->measure == UNIT_MONEY) || (bare_b && !bare_a && a->measure == UNIT_MONEY))
		return false;
	if (bare_a || bare_b)
		return a->divisor == 1;
	if (a->measure == UNIT_PERSON && b->measure == UNIT_PERSON)
		return true;
	return article->cp[a->unit.begin] == article->cp[b->unit.begin] && article_same(article, a->unit, b->unit);
}
