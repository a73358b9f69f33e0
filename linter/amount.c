/* amount: intervals round written numbers. */
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

/* Half of the last place that is written. */
static struct decimal rounding(const struct article *article, const struct figure *figure)
{
	struct span number = figure->number;
	uint32_t word, point = number.end, at = number.end;
	int32_t power = magnitude(article, number, &word);
	while (at > number.begin && point == number.end) {
		uint32_t c = article->cp[--at];
		if (c == '.' || c == U'．' || c == U'点' || c == U'點')
			point = at;
	}
	if (point == number.end && power < 4 && !is_measured(figure))
		return decimal_make(0, 0);
	uint32_t digits = 0;
	for (at = point + 1; at < number.end && (article_is(article, at, CLASSES_DIGIT) || character_numeral(article->cp[at]) < 10); at++)
		digits++;
	return decimal_make(5, power - (int32_t)(digits < 18 ? digits : 18) - 1);
}

struct amount amount_of(const struct article *article, const struct figure *figure)
{
	struct amount amount = {.value = figure->value, .slack = rounding(article, figure)};
	amount.more = (figure->flags & FIGURE_AT_LEAST) != 0;
	amount.less = (figure->flags & FIGURE_AT_MOST) != 0;
	if (figure->flags & FIGURE_APPROXIMATE && figure->value.known) {
		struct decimal tenth = decimal_multiply(figure->value, decimal_make(1, -1));
		if (tenth.mantissa < 0)
			tenth.mantissa = -tenth.mantissa;
		amount.slack = decimal_add(amount.slack, tenth);
	}
	return amount;
}

struct amount amount_exact(int64_t value)
{
	return (struct amount){.value = decimal_make(value, 0), .slack = decimal_make(0, 0)};
}

static struct decimal both(struct decimal a, struct decimal b, struct decimal (*operation)(struct decimal, struct decimal))
{
	return a.known && b.known ? operation(a, b) : (struct decimal){0};
}

struct amount amount_add(struct amount a, struct amount b)
{
	return (struct amount){both(a.value, b.value, decimal_add), both(a.slack, b.slack, decimal_add), a.more || b.more, a.less || b.less};
}

struct amount amount_subtract(struct amount a, struct amount b)
{
	return (struct amount){both(a.value, b.value, decimal_subtract), both(a.slack, b.slack, decimal_add), a.more || b.less, a.less || b.more};
}

/* |(a ± s)(b ± t) - ab| <= |a|t + |b|s + st */
struct amount amount_multiply(struct amount a, struct amount b)
{
	struct decimal left = both(a.value, b.slack, decimal_multiply), right = both(b.value, a.slack, decimal_multiply);
	struct decimal corner = both(a.slack, b.slack, decimal_multiply);
	left.mantissa = left.mantissa < 0 ? -left.mantissa : left.mantissa;
	right.mantissa = right.mantissa < 0 ? -right.mantissa : right.mantissa;
	return (struct amount){both(a.value, b.value, decimal_multiply), both(both(left, right, decimal_add), corner, decimal_add),
		a.more || b.more, a.less || b.less};
}

int amount_compare(struct amount a, struct amount b)
{
	struct decimal slack = both(a.slack, b.slack, decimal_add);
	struct decimal difference = both(a.value, b.value, decimal_subtract);
	if (!slack.known || !difference.known)
		return 0;
	if (difference.mantissa < 0) {
		difference.mantissa = -difference.mantissa;
		return decimal_compare(difference, slack) > 0 && !a.more && !b.less ? -1 : 0;
	}
	return decimal_compare(difference, slack) > 0 && !a.less && !b.more ? 1 : 0;
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
	return article_same(article, a->unit, b->unit) || (a->measure == UNIT_PERSON && b->measure == UNIT_PERSON);
}
