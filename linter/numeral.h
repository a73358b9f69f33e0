/*
 * numeral: numbers and words that are written half in digits and half in Chinese numerals, or in the style that the sense does not
 * allow, and what should stand there (needs figures; GB/T 15835-2011).
 *
 * Each question is asked of one figure, looks at a few characters round it and costs nothing where its first character says no.
 */
#ifndef KANLINT_NUMERAL_H
#define KANLINT_NUMERAL_H

#include "figure.h"

struct data;

enum { NUMERAL_RIGHT = 40 };

/* A span, and what should be written for it: LENGTH code points, 0 if that is not known. */
struct numeral_slip {
	struct span span;
	uint32_t right[NUMERAL_RIGHT];
	uint32_t length;
};

typedef bool numeral_question(const struct article *article, const struct figure *figure, struct numeral_slip *slip);

/* GB/T 15835 4.2.2: 几 goes with Chinese numerals: 10几天, 几10个人. */
numeral_question numeral_several;

/* GB/T 15835 5.1.4: 十, 百 and 千 beside digits in one number: 3百5十人, 二十3岁, 3十天, 3万五千元. */
numeral_question numeral_places;

/* GB/T 15835 5.1.4: 百 or 千 alone after digits: 3百名, 5千万元; not 5千克, where it belongs to the unit. */
numeral_question numeral_hundred;

/* 百分之30, 4分之3 */
numeral_question numeral_share;

/* A length, an area, a weight in Chinese numerals (GB/T 15835 4.1.1) that is no round number: 一百二十三公里. */
numeral_question numeral_measure;

/* 2022年四月16日, 下午三点30分; not 1898年四月二十三日, which is a day of the lunar calendar. */
numeral_question numeral_date;

/* GB/T 15835 5.2.3: 零 in a year that is written digit by digit: 二零二二年. */
numeral_question numeral_zero;

/* GB/T 15835 5.1.3: years are not shortened: 于98年5月. */
numeral_question numeral_short_year;

/* GB/T 15835 4.2.1: days of the lunar calendar and years of a reign take Chinese numerals: 农历8月15日, 康熙50年. */
numeral_question numeral_lunar;

/* 正月初5, 腊月23, 大年30 */
numeral_question numeral_festival;

/* 星期5, 周5下午 */
numeral_question numeral_weekday;

/* A Chinese stop inside a number: 3。5%, 7，000人. The figure is the first part. */
numeral_question numeral_stop;

/* Digits grouped by two separators, or by threes and not by threes: 1 234,567; 1,234,56元. */
numeral_question numeral_separators;

/* GB/T 15834 4.5.3.4: an approximate number of two neighbours takes no mark: 3、4天, 三、四十岁, 3-4十人. The figure is the second. */
numeral_question numeral_rough;

/* GB/T 15835 4.2.3: a word whose numerals are fixed: 4书5经, 3心二意, 万1. The figure is the first digit. */
bool numeral_word(const struct data *data, const struct article *article, const struct figure *figure, struct numeral_slip *slip);

/* The same of a word with 、 inside: 三、五成群. AT is its second numeral. */
bool numeral_word_broken(const struct data *data, const struct article *article, uint32_t at, struct numeral_slip *slip);

/* 九八年, at its first character. */
bool numeral_han_short_year(const struct article *article, uint32_t at, struct numeral_slip *slip);

/* Is a number of five or more digits with a unit grouped by threes (1), not grouped (0), or shorter or no such number (-1)? */
int numeral_grouping(const struct article *article, const struct figure *figure);

/* 3个苹果和四个梨: nothing but a few words and 、 or 和 between two figures of one article. */
bool numeral_beside(const struct article *article, const struct figure *a, const struct figure *b);

/* Adds one character to the right text; a text that is too long becomes unknown. */
void numeral_write(struct numeral_slip *slip, uint32_t code_point);

/* Adds the characters of a span. */
void numeral_copy(const struct article *article, struct span span, struct numeral_slip *slip);

/* Adds a whole number, not negative, in digits. */
void numeral_write_arabic(struct numeral_slip *slip, int64_t value);

#endif
