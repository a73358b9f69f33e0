/*
 * rounding: the values that a stated figure may stand for. 2.8万 is anything from 27,500 to 28,500; 200家 is 200; 约, 近 and 多 widen
 * that, 超 and 不到 open it to one side. Arithmetic on stated figures is wrong only if no such values make it right.
 *
 * All is exact; what does not fit is not known, and then nobody can say that it is wrong.
 */
#ifndef KANLINT_ROUNDING_H
#define KANLINT_ROUNDING_H

#include "figure.h"

/* Both ends inclusive. */
struct rounding {
	struct decimal low, high;
	bool endless; /* no upper end: 超过200 */
};

/*
 * Of a cardinal; the value still has the figure's divisor. What is counted (人 家 次) is exact to one; 3倍 and 三分之一 are said
 * roughly; what is measured is right to half of its last digit. False if the value is not known.
 */
bool rounding_of(const struct article *article, const struct figure *figure, struct rounding *rounding);

/* Sum and difference of all values of two. */
struct rounding rounding_add(const struct rounding *a, const struct rounding *b);
struct rounding rounding_subtract(const struct rounding *a, const struct rounding *b);

/* All values of two that are not negative, multiplied. */
struct rounding rounding_multiply(const struct rounding *a, const struct rounding *b);

/* One value, of a whole number. */
struct rounding rounding_exactly(int64_t value);

/* Are both ends known? */
bool rounding_is_known(const struct rounding *rounding);

/* Have two, which are known, a value in common? Is every value of the first less than every one of the second? */
bool rounding_meets(const struct rounding *a, const struct rounding *b);
bool rounding_is_below(const struct rounding *a, const struct rounding *b);

/* A quotient with so many decimal places, halves away from 0; not known if it does not fit, or if the divisor is 0. */
struct decimal rounding_quotient(struct decimal dividend, struct decimal divisor, int places);

/* A number as people write it: 1200, -3.5. At most SIZE bytes with the NUL; "?" if it does not fit or is not known. Returns TEXT. */
char *rounding_write(struct decimal value, char *text, size_t size);

#endif
