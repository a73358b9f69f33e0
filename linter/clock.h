/*
 * clock: hours of the day and the words that go with them (needs sentences, pairs and figures).
 */
#ifndef KANLINT_CLOCK_H
#define KANLINT_CLOCK_H

#include "figure.h"

enum clock_fit {
	CLOCK_FITS,
	CLOCK_TWICE,        /* 下午15时: the hour says it already */
	CLOCK_CONTRADICTS,  /* 上午14时 */
};

/* The word for a part of the day (上午, 凌晨, 今晚) that stands before a position, a space between allowed. Empty: none. */
struct span clock_period_before(const struct article *article, uint32_t at);

/* How an hour goes with such a word. */
enum clock_fit clock_period_fit(const struct article *article, struct span period, int hour);

/*
 * The hour and minute of a time that may be none (8:75, 25:30, 25时30分), also where the figures layer took it for a score. False for other
 * figures, and if the text does not make sure that it is a time of day: a word for a part of the day, a date or 时间： before it, a
 * line to another time, 开始 and the like after it; for 25时30分 it is enough that nothing makes it a length of time.
 */
bool clock_is_time(const struct article *article, const struct figure *figure, int *hour, int *minute);

/* Does the sentence tell of broadcasts or of Japan, where a day may go on to 30:00? */
bool clock_is_late_programme(const struct article *article, const struct figure *time);

#endif
