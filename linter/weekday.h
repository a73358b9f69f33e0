/*
 * weekday: words for days of the week, and which of them stand for a date (needs sentences, pairs and figures).
 */
#ifndef KANLINT_WEEKDAY_H
#define KANLINT_WEEKDAY_H

#include "dateline.h"

struct weekday {
	struct span span;  /* 星期二, 周二, 週二, 礼拜天; in brackets after a date also 二 alone */
	int number;        /* 1 is Monday, 7 is Sunday */
};

/* The word that begins at a position. False: there is none. */
bool weekday_at(const struct article *article, uint32_t at, struct weekday *weekday);

/*
 * The weekday that the text gives for a date: after it (5月1日（星期三）, 5月1日 周三, 5月1日，星期三，), in brackets also among other remarks,
 * or before it (星期三（5月1日）, 周三5月1日). False where the word may belong to something else: 每周二, 周一至周五, 5月1日，周二还….
 */
bool weekday_of(const struct article *article, const struct figure *date, struct weekday *weekday);

/*
 * Is the weekday (1 to 7) not the one of a day whose year is known? Of a year that is only carried over it is not said where another
 * year of the article fits, or 去年 and its like stand before the date.
 */
bool weekday_contradicts(const struct datelines *datelines, const struct figure *date, const struct dateline_day *day, int weekday);

/* A date with its weekday, whose year nothing says. */
struct weekday_use {
	const struct figure *date;
	struct weekday weekday;
	int month, day;
};

/* Such dates of one article, sorted by what they say of the year: filled by weekday_vote in linear time. */
struct weekday_votes {
	const struct weekday_use *uses;
	size_t count;
	size_t kinds[2][7], all[2];            /* January and February have their own answer: the year may be a leap year */
	const struct weekday_use *first[2][7];
};

void weekday_vote(struct weekday_votes *votes);

/*
 * The weekday by which the use of this index would agree with the others, and in *MODEL the first of them; 0: nobody says that it is
 * wrong. At least two of three must be against it; of two dates that disagree it is the second, if they stand in one sentence.
 */
int weekday_outvoted(const struct article *article, const struct weekday_votes *votes, size_t index, const struct weekday_use **model);

#endif
