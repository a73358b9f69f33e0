/*
 * figure: every number of an article, read once (NEED_FIGURES).
 *
 * Numbers of all styles are read to an exact value with their precision, unit and counted noun; ordinals, dates, times,
 * codes, scores and list markers are told apart, so that nobody does arithmetic on them. A character that looks like a
 * numeral but counts nothing (统一, 三心二意, 千万别, 百姓, 三门峡) makes no figure. Figures are sorted, do not overlap, and
 * are found from the lists of digits and Han numerals, so text without them costs nothing; the time is linear.
 *
 * What a figure covers:
 *   近2800名干部职工  number 2800, unit 名, noun 干部职工, FIGURE_APPROXIMATE
 *   3亿4500万元      number 3亿4500万 = 345000000, unit 元
 *   两个半小时       number 两, unit 小时, value 2.5; the span covers all of it
 *   百分之三 / 3%    value 3, divisor 100, measure UNIT_SHARE; the words 百分之 are part of number, % is the unit
 *   三成五 / 八五折    value 3.5, divisor 10; value 85, divisor 100
 *   一米七五          value 1.75; the span covers all of it
 *   两个多月          value 2, unit 月, FIGURE_APPROXIMATE
 *   15元/吨          value 15, unit 元/吨, UNIT_OTHER
 *   3～5万元         two figures: 3 (FIGURE_RANGE_BEGIN, no unit) and 5万元 (FIGURE_RANGE_END)
 *   2024年5月1日      one date, value 20240501: see figure_year and its like
 */
#ifndef KANLINT_FIGURE_H
#define KANLINT_FIGURE_H

#include <assert.h>

#include "article.h"

/*
 * An exact decimal: mantissa × 10^exponent, without trailing zeros in the mantissa (zero is 0 × 10^0). Not known if it does
 * not fit, or if the text does not say it (几十, 三四个, 数百).
 */
struct decimal {
	int64_t mantissa;
	int32_t exponent;
	bool known;
};

enum figure_kind {
	FIGURE_CARDINAL,  /* a quantity: 三项, 2800名, 2.8万, 3%, 一半; a number that stands alone: 42 */
	FIGURE_ORDINAL,   /* 第三, 第3届; numbers that name: 5号, 3.2版, 一季度, 二层, 八月十五; 初五 without a month is none */
	FIGURE_DATE,      /* a year, month or day, or what is written together; 21世纪 and 90年代 with an unknown value */
	FIGURE_TIME,      /* 12:30, 8时30分, 下午三点半 */
	FIGURE_MARKER,    /* a list marker, see figure_form */
	FIGURE_CODE,      /* telephone and other numbers that count nothing: 0376676, T-34, 13800000000; value not known */
	FIGURE_SCORE,     /* 3:2, 1∶70, 三比二; value not known */
	FIGURE_SLOGAN,    /* the number of a catchword in quotes: “三查”, 「四不」, “五个一”; noun is the rest of it */
};

enum figure_style {
	FIGURE_ARABIC,       /* 2800, 2,800, also full-width digits */
	FIGURE_HAN,          /* 二千八百, 三 */
	FIGURE_HAN_DIGITS,   /* 二〇二二 */
	FIGURE_FORMAL,       /* 壹贰叁 */
	FIGURE_MIXED,        /* 2.8万, 百分之30 */
};

/* How a list marker is written. Only markers of one form make a list. */
enum figure_form {
	FORM_NONE,           /* no marker */
	FORM_HAN,            /* 一、 at the beginning of a paragraph or after a stop */
	FORM_HAN_BRACKET,    /* （一） */
	FORM_ARABIC,         /* 1. 1． 1、 */
	FORM_ARABIC_BRACKET, /* （1） 1） */
	FORM_CIRCLED,        /* ① ⑴ ㈠ ❶ */
	FORM_IS,             /* 一是 二要 三则 */
	FORM_NTH,            /* 第一， 第二是 */
	FORM_QI,             /* 其一 */
};

/* What a unit measures. */
enum figure_unit_kind {
	UNIT_NONE,
	UNIT_COUNT,       /* measure words for things: 个 项 条 种 大(类) */
	UNIT_PERSON,      /* 人 名 位 */
	UNIT_NOUN,        /* nouns that are counted without a measure word: 国 省 市 校 */
	UNIT_OCCASION,    /* 次 遍 场次 */
	UNIT_ORDER,       /* names more than it counts: 号 楼 路 年级 */
	UNIT_MONEY,
	UNIT_LENGTH,
	UNIT_AREA,
	UNIT_VOLUME,
	UNIT_MASS,
	UNIT_DURATION,
	UNIT_AGE,
	UNIT_TEMPERATURE,
	UNIT_SHARE,       /* % 成 倍 个百分点 */
	UNIT_POINT,       /* 分 of a game or an exam */
	UNIT_OTHER,       /* 千瓦时 MB km/h */
};

enum {
	FIGURE_APPROXIMATE = 1 << 0,  /* 约 近 余 多 来 左右 上下 几, and 百名, 万人 without a digit */
	FIGURE_AT_LEAST = 1 << 1,     /* 超 逾 以上 至少 */
	FIGURE_AT_MOST = 1 << 2,      /* 以下 以内 不足 不到 最多 */
	FIGURE_RANGE_BEGIN = 1 << 3,  /* the first end of a range; the next figure is the other */
	FIGURE_RANGE_END = 1 << 4,
	FIGURE_MINUS = 1 << 5,        /* -4℃, 零下4度, 前770年: the value is negative */
	FIGURE_EACH = 1 << 6,         /* 每组4人, 各3个, 平均5件: not the whole number */
	FIGURE_OTHER_CALENDAR = 1 << 7, /* a date that is not Gregorian, or counts years in an era: 农历八月, 民國113年, 回历1445年 */
};

struct figure {
	struct span span;          /* all of it: 第 or a sign, number, unit */
	struct span number;        /* the number alone, with 万 and 亿 */
	struct span unit;          /* measure word or unit; empty: none */
	/*
	 * What is counted: the Han text after the unit, to the next mark, digit or function word (的 了 在 是 和 与 及 …), at
	 * most FIGURE_NOUN characters. It may run into a predicate (职工下沉社区): who needs the head asks the dictionary.
	 */
	struct span noun;
	struct decimal value;      /* divided by divisor */
	uint32_t divisor;          /* 1; 100 of 3% and 百分之三, 10 of 3成, 4 of 3/4 and 四分之三; 0: not known */
	enum figure_kind kind : 8;
	enum figure_style style : 8;
	enum figure_form form : 8; /* of a marker */
	enum figure_unit_kind measure : 8;
	unsigned flags;            /* FIGURE_APPROXIMATE ... */
};

static_assert(sizeof(struct figure) == 64, "a figure is one line of the cache");

enum { FIGURE_NOUN = 12 };

/* mantissa × 10^exponent, in normal form. */
struct decimal decimal_make(int64_t mantissa, int32_t exponent);

/* Arithmetic on known decimals; the result is not known if it does not fit. */
struct decimal decimal_add(struct decimal a, struct decimal b);
struct decimal decimal_subtract(struct decimal a, struct decimal b);
struct decimal decimal_multiply(struct decimal a, struct decimal b);

/* Compares two known decimals: negative, 0 or positive. */
int decimal_compare(struct decimal a, struct decimal b);

/* True if the decimal is a whole number that fits, which is then written to *INTEGER. */
bool decimal_integer(struct decimal value, int64_t *integer);

/* A plain whole number: a cardinal (or slogan, ordinal, marker) with divisor 1. */
bool figure_integer(const struct figure *figure, int64_t *integer);

/* The parts of a known date, 0 where it has none. Years before Christ are negative; then month and day are not kept. */
int64_t figure_year(const struct figure *date);
int figure_month(const struct figure *date);
int figure_day(const struct figure *date);

/* The parts of a known time; 8时 and 8:00 are the same. */
int figure_hour(const struct figure *time);
int figure_minute(const struct figure *time);
int figure_second(const struct figure *time);

/* The index of the first figure whose span begins at or after a position; figure_count if there is none. Logarithmic. */
uint32_t figure_from(const struct article *article, uint32_t at);

/* The measure word or unit that begins at a position, the longest: its kind and, in *END, where it ends. UNIT_NONE: none, and *END says nothing. */
enum figure_unit_kind figure_unit_at(const struct article *article, uint32_t at, uint32_t *end);

#endif
