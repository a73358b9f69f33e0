/* change_p: the words of the change layer. */
#ifndef KANLINT_CHANGE_P_H
#define KANLINT_CHANGE_P_H

#include "change.h"

/* A verb of change that ends where a figure, or what makes it rough, begins. */
struct change_verb {
	uint32_t begin, end;
	int direction; /* 0 of 变为, 翻 and of no verb at all */
	bool found;
	bool to;      /* 增至, 变为: the figure is the new value, not the difference */
	bool twofold; /* 翻 */
	bool ratio;   /* 原来的: the figure says how many times as much */
};

/* May a verb stand before a figure? One look at the character before it says no of most. */
bool change_may_follow_verb(const struct article *article, const struct figure *figure);

/* The verb before a figure, but not before FLOOR; over 约, 2023年的 and 今年的. */
struct change_verb change_verb_before(const struct article *article, const struct figure *figure, uint32_t floor);

/*
 * Does the text from BEGIN to END say nothing but that what precedes goes on? First the noun that was counted, to a mark; then words like
 * 同比, 比上年, 净, 五年间. No other subject and no other base can be in it.
 */
bool change_goes_on(const struct article *article, uint32_t begin, uint32_t end);

/* Where the 由 or 从 stands that makes FIGURE the old value; 0: none. It is not before FLOOR. */
uint32_t change_source(const struct article *article, const struct figure *figure, uint32_t floor);

/* 上年同期, 去年 (a year before) and 今年, 目前 at the beginning of the clause of FIGURE: where that ends; AT if there is none. */
uint32_t change_skip_earlier(const struct article *article, uint32_t at, const struct figure *figure);
uint32_t change_skip_later(const struct article *article, uint32_t at, const struct figure *figure);

/* Where the clause begins that a position stands in; not before FLOOR. */
uint32_t change_clause_begin(const struct article *article, uint32_t at, uint32_t floor);

/* Where the figure before one of this index ends: nothing before that belongs to it. */
uint32_t change_floor(const struct article *article, uint32_t index);

/* A known quantity above 0. */
bool change_is_value(const struct figure *figure);

/* May two figures be the ends of one change? */
bool change_same_unit(const struct article *article, const struct figure *a, const struct figure *b);

/* How a size is said; false if it is none of a change that ends at END. */
bool change_classify(const struct article *article, const struct figure *end, const struct figure *size, const struct change_verb *verb,
	enum change_measure *measure);

/* Words in and round a change that make its size one of something else: 年均, 可比口径, 分别. */
bool change_is_of_other_base(const struct article *article, struct span span);

void change_add_size(struct change_stated *change, const struct figure *figure, enum change_measure measure, const struct change_verb *verb);

/* The change with the size at INDEX whose ends stand beside it: 达300家，比上年的200家增长50%. */
bool change_read_compared(const struct article *article, uint32_t index, const struct change_verb *verb, struct change_stated *change);

#endif
