/*
 * amount: what a written number may stand for, and sums of such numbers (needs figures).
 *
 * 2.8万 stands for anything from 2.75万 to 2.85万, 3.5% for 3.45% to 3.55%; 300人 is exactly 300. 约, 近, 余 and 多 widen it by a tenth, 超 and
 * 不足 open it on one side. Arithmetic is exact; all is constant time.
 */
#ifndef KANLINT_AMOUNT_H
#define KANLINT_AMOUNT_H

#include "arena.h"
#include "figure.h"

/* VALUE give or take SLACK. The value is not known if it does not fit, and then nothing is said of it. */
struct amount {
	struct decimal value;
	struct decimal slack;
	bool more; /* it may be any greater number */
	bool less; /* it may be any smaller number */
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
