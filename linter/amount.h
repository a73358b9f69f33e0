/*
 * amount: sums of written numbers, with what each of them may stand for (rounding.h), and as text again (needs figures).
 *
 * A whole number that was counted or stands in an account is exact here, also 12000元 and a number without unit: who adds them up has not
 * rounded them. Arithmetic is exact; all is constant time.
 */
#ifndef KANLINT_AMOUNT_H
#define KANLINT_AMOUNT_H

#include "arena.h"
#include "figure.h"
#include "rounding.h"

/* VALUE as it is written, and all that it may stand for. What is not known does not fit, and then nothing is said of it. */
struct amount {
	struct decimal value;
	struct rounding range;
};

/* Without the divisor: 3% is 3. */
struct amount amount_of(const struct article *article, const struct figure *figure);

struct amount amount_exact(int64_t value);
struct amount amount_add(struct amount a, struct amount b);
struct amount amount_subtract(struct amount a, struct amount b);
struct amount amount_multiply(struct amount a, struct amount b);

/* Negative or positive: A is certainly smaller or greater than B, whatever was rounded. 0: they may be equal. */
int amount_compare(struct amount a, struct amount b);

/* The value as text, written with the same 万 or 亿 as a figure (no figure: plain digits), in an arena. "" if it is not known or too long. */
struct str amount_text(const struct article *article, struct amount amount, const struct figure *like, struct arena *arena);

/*
 * A number counts what another one counts: the same unit and divisor, or two words for persons, or one of them without unit. 元 and 美元,
 * 公里 and 米 are different.
 */
bool amount_is_like(const struct article *article, const struct figure *a, const struct figure *b);

#endif
