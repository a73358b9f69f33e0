/*
 * calendar: the Gregorian calendar, also before it was in use (ISO 8601 proleptic), for what a text says of dates: does a day exist,
 * which weekday was it, how far apart are two days.
 */
#ifndef KANLINT_CALENDAR_H
#define KANLINT_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

/* Is February of a year one day longer? */
bool calendar_is_leap(int64_t year);

/* How many days a month (1 to 12) of a year has; in year 0, which no text means, February has 29. 0 for any other month. */
int calendar_days_in_month(int64_t year, int month);

/* Is there such a day? Year 0 stands for an unknown one: 29 February is a day of it. */
bool calendar_is_day(int64_t year, int month, int day);

/* The days from 1 January 1970 to a day that exists; negative before it. Years from -9999 to 9999. */
int64_t calendar_day_number(int64_t year, int month, int day);

/* The weekday of a day that exists: 1 is Monday, 7 is Sunday (ISO 8601). */
int calendar_weekday(int64_t year, int month, int day);

#endif
