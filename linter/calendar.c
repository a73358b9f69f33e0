/* calendar: counts days in eras of 400 years, after which the calendar repeats (146,097 days, a whole number of weeks). */
#include "calendar.h"

enum { ERA_YEARS = 400, ERA_DAYS = 146097, DAYS_TO_1970 = 719468 /* from 1 March 0000 */, THURSDAY = 4 };

bool calendar_is_leap(int64_t year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int calendar_days_in_month(int64_t year, int month)
{
	static const uint8_t days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12)
		return 0;
	return days[month] + (month == 2 && calendar_is_leap(year));
}

bool calendar_is_day(int64_t year, int month, int day)
{
	return day >= 1 && day <= calendar_days_in_month(year, month);
}

int64_t calendar_day_number(int64_t year, int month, int day)
{
	/* The year begins in March, so that the leap day is its last. */
	int64_t shifted = year - (month <= 2);
	int64_t era = (shifted >= 0 ? shifted : shifted - (ERA_YEARS - 1)) / ERA_YEARS;
	int64_t year_of_era = shifted - era * ERA_YEARS;
	int64_t day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
	return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - DAYS_TO_1970;
}

int calendar_weekday(int64_t year, int month, int day)
{
	int64_t shifted = (calendar_day_number(year, month, day) + THURSDAY - 1) % 7;
	return (int)((shifted + 7) % 7) + 1;
}
