/* figure_p: the parts of the figures layer. */
#ifndef KANLINT_FIGURE_P_H
#define KANLINT_FIGURE_P_H

#include <uchar.h>

#include "figure.h"

/* What few numbers need stands apart: were it put into what all of them go through, that would save registers for it. */
#define APART __attribute__((noinline)) static

enum { FIGURE_WORD = 8 };

/* Tables sorted by code points. */
struct figure_unit {
	char32_t text[FIGURE_WORD];
	enum figure_unit_kind kind;
};

struct figure_refusal {
	char32_t text[FIGURE_WORD];
};

/* Where the units with one first character begin, and how many there are; made from the table by tools/gen_figures.c. */
enum { FIGURE_UNIT_SLOTS = 2048, FIGURE_REFUSAL_SLOTS = 4096 };

struct figure_unit_slot {
	uint16_t first, begin;
	uint16_t count;   /* 0: free */
	uint16_t alone;   /* the kind of the unit that is this character alone; UNIT_NONE: there is none */
	uint64_t seconds; /* a bit for each character that may make something else of it: a longer unit, another word (figure_word_endings), 元/吨 */
};

struct figure_refusal_slot {
	uint16_t first, second, begin, count;
};

static inline uint32_t figure_unit_hash(uint32_t first)
{
	return first * UINT32_C(0x9E3779B1) >> 21;
}

static inline uint64_t figure_second_bit(uint32_t second)
{
	return UINT64_C(1) << (second * UINT32_C(0x9E3779B1) >> 26);
}

static inline uint32_t figure_refusal_hash(uint32_t first, uint32_t second)
{
	return (first * UINT32_C(0x9E3779B1) ^ second * UINT32_C(0x85EBCA77)) >> 20;
}

extern const struct figure_unit_slot figure_unit_slots[FIGURE_UNIT_SLOTS];
extern const struct figure_refusal_slot figure_refusal_slots[FIGURE_REFUSAL_SLOTS];
extern const struct figure_unit figure_units[];
extern const uint32_t figure_unit_count;
extern const struct figure_refusal figure_refusals[];
extern const uint32_t figure_refusal_count;

/* What may not follow a unit of one character: 十分之, 三名字, 五行动. */
const char32_t *figure_word_endings(uint32_t unit);

/*
 * What a character means beside a number, before or after it. A dozen questions are put about each number, and one look at these bits
 * answers most of them: no. Who asks on for a character (precision_before …) asks only for those of its row in figure_hint.c.
 */
enum figure_hint {
	HINT_MARKER = 1 << 0,         /* after: ends the marker of a list */
	HINT_DATE = 1 << 1,           /* after: a date or time, or the space before its word */
	HINT_RATIO = 1 << 2,          /* after: 分之, 比 */
	HINT_MORE = 1 << 3,           /* after, also after a unit: 多 余 来 几 */
	HINT_GOES_ON = 1 << 4,        /* after: the number may go on behind it */
	HINT_JOINT = 1 << 5,          /* after digits: may join them to others */
	HINT_PRECISION_AFTER = 1 << 6,
	HINT_PRECISION = 1 << 7,      /* before */
	HINT_WORD = 1 << 8,           /* before: may make a word with the numeral */
	HINT_SIGN = 1 << 9,           /* before: 零下, 公元前, a minus sign */
	HINT_SEVERAL = 1 << 10,       /* before: 数百, 成百上千 */
	HINT_NTH = 1 << 11,           /* before: 第 */
	HINT_TAIL = 1 << 12,          /* behind a figure: may begin a mark that makes it rough (approximation.h) */
	HINT_BORDER = 1 << 13,        /* function words, before which a noun ends */
};

struct figure_hint_row {
	enum figure_hint hint;
	const char32_t *characters;
};

extern const struct figure_hint_row figure_hint_rows[];
extern const uint32_t figure_hint_row_count;

/* The table of the rows. The factor is one with which no two characters meet; tools/gen_figures.c finds another where that is needed. */
struct figure_hint_slot {
	uint16_t code_point, hints;
};

#define FIGURE_HINT_FACTOR UINT32_C(0xB3E907B3)
enum { FIGURE_HINT_BITS = 11 };
extern const struct figure_hint_slot figure_hint_slots[1 << FIGURE_HINT_BITS];

static inline uint32_t figure_hint_hash(uint32_t code_point, uint32_t factor)
{
	return code_point * factor >> (32 - FIGURE_HINT_BITS);
}

static inline uint16_t figure_hints(uint32_t code_point)
{
	const struct figure_hint_slot *slot = &figure_hint_slots[figure_hint_hash(code_point, FIGURE_HINT_FACTOR)];
	return slot->code_point == code_point ? slot->hints : 0;
}

/* Is the code point one of these? Faster than character_is_one_of, where every number is asked a dozen times. */
static inline bool is_among(uint32_t code_point, const char32_t *characters)
{
	while (*characters)
		if (*characters++ == code_point)
			return true;
	return false;
}

/* Where the longest word that counts nothing (十分, 三心二意) ends that begins at a position; the position if none does. */
uint32_t figure_refusal_end(const struct article *article, uint32_t at);

/* A number as it is read from the text, before anybody asks what it means. */
struct number {
	uint32_t begin, end;
	struct decimal value;
	enum figure_style style;
	unsigned flags;      /* FIGURE_APPROXIMATE, FIGURE_MINUS */
	uint32_t digits_end; /* of an Arabic number: where 万 or its like begins; else 0 */
	uint32_t digits;     /* of an Arabic number without fraction and separators: how many; of Han digits too; else 0 */
	bool leads_zero;     /* 007 */
	bool bare;           /* 百, 千, 万 without a digit before it */
	bool magnitude;      /* with 万 亿 千 百 …, in Arabic style too */
	bool fraction;       /* has a decimal point */
	bool well_formed;
	uint16_t before, after; /* the hints of its neighbours */
};

static inline bool number_is_han(const struct number *number)
{
	return number->style == FIGURE_HAN || number->style == FIGURE_HAN_DIGITS || number->style == FIGURE_FORMAL;
}

static inline bool number_is_single(const struct number *number)
{
	return number_is_han(number) && number->end == number->begin + 1;
}

/* 0 to 9 of a half-width or full-width digit; -1 for others. */
int digit_value(uint32_t code_point);

/*
 * Reads the number that begins at a digit, with separators, point and 万 亿, never past a second point, or the run of Han numerals;
 * well_formed tells whether it is a number, and is false where none begins.
 */
void number_read(const struct article *article, uint32_t at, struct number *number);

static inline struct number number_at(const struct article *article, uint32_t at)
{
	struct number number;
	number_read(article, at, &number);
	return number;
}

/* figure_unit_at, but not where the unit is the beginning of another word (三名字, 五行动), and all of 元/吨. */
enum figure_unit_kind figure_read_unit(const struct article *article, uint32_t at, uint32_t *end);

/* Sets the divisor of a share, by its unit. */
void figure_use_share(const struct article *article, struct figure *figure);

/* Sets the unit of a figure, and the divisor of a share. */
static inline void figure_use_unit(
	const struct article *article, struct figure *figure, enum figure_unit_kind kind, uint32_t begin, uint32_t end)
{
	figure->measure = kind;
	figure->unit = (struct span){begin, end};
	figure->span.end = end;
	if (kind == UNIT_SHARE)
		figure_use_share(article, figure);
}

/* Reads on behind the unit of a quantity: 两个半小时, 三成五, 一个多月. BEFORE is the figure before it, or NULL. */
void figure_read_tail(const struct article *article, struct figure *figure, const struct figure *before);

/* Sets the noun after the span of a figure, and the flags that the words before and after it give. */
void figure_read_noun(const struct article *article, struct figure *figure);
void figure_read_precision(const struct article *article, struct figure *figure);

/*
 * Each of these looks whether the number is what its name says, and then fills span, number, value and kind; FLOOR is the end of
 * the figure before, behind which nobody looks back for a part of this one.
 */

/*
 * Digits that are joined: 12:30, 3:2, 2024-05-01, 3/4, 1.2.3, 010-12345678, T-34, MC00001. Begins at a digit. Where other text than
 * letters and what joins stands round an Arabic number, as it mostly does, figure_may_join says that one need not ask: 3.5 alone is none.
 */
static inline bool figure_may_join(const struct article *article, const struct number *number)
{
	uint32_t begin = number->begin, end = number->digits_end;
	return article_is(article, begin - 1, CLASSES_LATIN) || article->cp[begin - 1] == '-' || article_is(article, end, CLASSES_LATIN) ||
	       figure_hints(article->cp[end]) & HINT_JOINT;
}

bool figure_group(const struct article *article, uint32_t at, uint32_t floor, struct figure *figure);

/* 2024年5月1日, 5月, 1日, 21世纪, 90年代. */
bool figure_date(const struct article *article, const struct number *number, struct figure *figure);

/* Does 公元前, or a 前 that can be no other, stand before a position? */
bool figure_before_christ(const struct article *article, uint32_t at);

/* 第三届; but 第一时间 and 第三方 name no place in a row. Of numbers after 第. */
void figure_ordinal(const struct article *article, const struct number *number, struct figure *figure);
bool figure_is_ordinal_word(const struct article *article, const struct number *number);

/* 三分之二, 百分之3.5: the number takes the second one in. */
bool figure_fraction(const struct article *article, struct number *number, struct figure *figure);

/* 3比2 */
bool figure_score(const struct article *article, const struct number *number, struct figure *figure);

/* 8时30分, 下午三点半. */
bool figure_time(const struct article *article, const struct number *number, struct figure *figure);

/* 一、 （一） 1. 1) 一是 第一， 其一. Circled numbers have no struct number: figure_circled. */
bool figure_marker(const struct article *article, const struct number *number, struct figure *figure);
bool figure_circled(const struct article *article, uint32_t at, struct figure *figure);
bool figure_any_circled(const struct article *article);

/* Flags the figures that are the two ends of a range. */
void figure_link_ranges(const struct article *article, struct figure *figures, size_t count);

/* Does a paragraph begin here (FIGURE_PARAGRAPH), or a clause after a stop (FIGURE_CLAUSE)? Spaces and bullets are passed over. */
enum figure_place { FIGURE_INSIDE, FIGURE_CLAUSE, FIGURE_PARAGRAPH };
enum figure_place figure_place(const struct article *article, uint32_t at);

#endif
