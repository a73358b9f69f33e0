/*
 * figure: every number of an article, read once (NEED_FIGURES).
 *
 * Numbers of all styles are read to an exact decimal with their precision, unit and counted noun; ordinals, dates,
 * times, codes and list markers are told apart, so that nobody does arithmetic on them.
 */
#ifndef KANLINT_FIGURE_H
#define KANLINT_FIGURE_H

#include "article.h"

/* An exact decimal: mantissa × 10^exponent, without trailing zeros in the mantissa. Not known if it does not fit. */
struct decimal {
	int64_t mantissa;
	int32_t exponent;
	bool known;
};

enum figure_kind {
	FIGURE_CARDINAL,  /* a quantity: 三项, 2800名, 2.8万 */
	FIGURE_ORDINAL,   /* 第三, 第3届 */
	FIGURE_DATE,      /* a year, month or day, or what is written together: 2024年5月1日 */
	FIGURE_TIME,      /* 12:30, 8时 */
	FIGURE_MARKER,    /* a list marker: 一、 （二） 3. ④ 一是 第五， */
	FIGURE_CODE,      /* telephone and other numbers that count nothing */
	FIGURE_SCORE,     /* 3:2, 1:70 */
};

enum figure_style {
	FIGURE_ARABIC,       /* 2800, 2,800, also full-width digits */
	FIGURE_HAN,          /* 二千八百, 三 */
	FIGURE_HAN_DIGITS,   /* 二〇二二 */
	FIGURE_FORMAL,       /* 壹贰叁 */
	FIGURE_MIXED,        /* 2.8万 */
};

enum {
	FIGURE_APPROXIMATE = 1 << 0,  /* 约 近 余 多 来 左右 上下 几 */
	FIGURE_AT_LEAST = 1 << 1,     /* 超 逾 以上 至少 */
	FIGURE_AT_MOST = 1 << 2,      /* 以下 不足 不到 最多 */
	FIGURE_RANGE_BEGIN = 1 << 3,  /* the first end of a range; the next figure is the other */
	FIGURE_RANGE_END = 1 << 4,
};

struct figure {
	struct span span;          /* number with its unit */
	struct span number;        /* the number alone, with 万 and 亿 */
	struct span unit;          /* measure word or unit; empty: none */
	struct span noun;          /* the counted noun after the unit, to the border of its phrase; empty: none */
	struct decimal value;
	enum figure_kind kind;
	enum figure_style style;
	unsigned flags;            /* FIGURE_APPROXIMATE ... */
};

/* Compares two known decimals: negative, 0 or positive. */
int decimal_compare(struct decimal a, struct decimal b);

/* True if the decimal is a whole number that fits, which is then written to *INTEGER. */
bool decimal_integer(struct decimal value, int64_t *integer);

/* The index of the first figure whose span begins at or after a position; figure_count if there is none. Logarithmic. */
uint32_t figure_from(const struct article *article, uint32_t at);

#endif
