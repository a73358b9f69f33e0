/*
 * civil: what the Gregorian calendar can say of a date as it is written (needs sentences, pairs and figures).
 */
#ifndef KANLINT_CIVIL_H
#define KANLINT_CIVIL_H

#include "dateline.h"

/*
 * Can the Gregorian calendar be asked about a date? Not for other calendars, years before Christ, and Han numerals of a year before the
 * Republic (lunar dates stand beside such years). YEAR: 0 if the date has none; of 民國112年 2023.
 */
bool civil_year(const struct article *article, const struct figure *date, int64_t *year);

/* Is it worth to ask whether the day exists? A month past 12, a day past 28 or 0, and no version (2023.2.45), code or house number. */
bool civil_is_suspect(const struct article *article, const struct figure *date);

/* Is there no such day, whatever calendar may be meant? 二月三十日 without a year may be lunar, 1900年2月29日 Julian. */
bool civil_is_impossible(const struct article *article, const struct figure *date, const struct dateline_day *day);

/* The other end of a range that begins with a date; brackets and an hour may stand between. NULL: there is none. */
const struct figure *civil_range_end(const struct article *article, const struct figure *date);

/* Does a range of dates end before it begins, also if it may run over the new year? */
bool civil_runs_backwards(const struct article *article, const struct figure *first, const struct figure *second);

#endif
