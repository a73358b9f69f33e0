/*
 * weekday: words for days of the week, and which of them stand for a date (needs pairs and figures).
 */
#ifndef KANLINT_WEEKDAY_H
#define KANLINT_WEEKDAY_H

#include "figure.h"

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

#endif
