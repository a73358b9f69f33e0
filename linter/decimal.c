/* decimal: exact arithmetic on decimals. */
#include "figure.h"

enum { EXPONENT_LIMIT = 1 << 20 };

static const struct decimal unknown = {0, 0, false};

struct decimal decimal_make(int64_t mantissa, int32_t exponent)
{
	if (mantissa == 0)
		return (struct decimal){0, 0, true};
	while ((mantissa & 1) == 0 && mantissa % 10 == 0) {
		mantissa /= 10;
		exponent++;
	}
	if (exponent > EXPONENT_LIMIT || exponent < -EXPONENT_LIMIT || mantissa == INT64_MIN)
		return unknown;
	return (struct decimal){mantissa, exponent, true};
}

/* Writes the number with a smaller exponent; false if the mantissa does not fit. */
static bool lower_exponent(struct decimal *value, int32_t exponent)
{
	while (value->exponent > exponent) {
		if (__builtin_mul_overflow(value->mantissa, 10, &value->mantissa))
			return false;
		value->exponent--;
	}
	return true;
}

struct decimal decimal_add(struct decimal a, struct decimal b)
{
	if (!a.known || !b.known)
		return unknown;
	if (a.mantissa == 0)
		return b;
	if (b.mantissa == 0)
		return a;
	int32_t exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
	int64_t sum;
	if (!lower_exponent(&a, exponent) || !lower_exponent(&b, exponent) || __builtin_add_overflow(a.mantissa, b.mantissa, &sum))
		return unknown;
	return decimal_make(sum, exponent);
}

struct decimal decimal_subtract(struct decimal a, struct decimal b)
{
	b.mantissa = -b.mantissa;
	return decimal_add(a, b);
}

struct decimal decimal_multiply(struct decimal a, struct decimal b)
{
	int64_t product;
	if (!a.known || !b.known || __builtin_mul_overflow(a.mantissa, b.mantissa, &product))
		return unknown;
	return decimal_make(product, a.exponent + b.exponent);
}

static int sign_of(int64_t value)
{
	return (value > 0) - (value < 0);
}

int decimal_compare(struct decimal a, struct decimal b)
{
	int sign = sign_of(a.mantissa);
	if (sign != sign_of(b.mantissa) || sign == 0)
		return sign - sign_of(b.mantissa);
	/* The one with the larger exponent is larger when it cannot be written with the smaller. */
	if (a.exponent > b.exponent && !lower_exponent(&a, b.exponent))
		return sign;
	if (b.exponent > a.exponent && !lower_exponent(&b, a.exponent))
		return -sign;
	return (a.mantissa > b.mantissa) - (a.mantissa < b.mantissa);
}

bool decimal_integer(struct decimal value, int64_t *integer)
{
	if (!value.known || value.exponent < 0 || !lower_exponent(&value, 0))
		return false;
	*integer = value.mantissa;
	return true;
}

bool figure_integer(const struct figure *figure, int64_t *integer)
{
	bool counts =
		figure->kind == FIGURE_CARDINAL || figure->kind == FIGURE_ORDINAL || figure->kind == FIGURE_MARKER || figure->kind == FIGURE_SLOGAN;
	return counts && figure->divisor == 1 && decimal_integer(figure->value, integer);
}
