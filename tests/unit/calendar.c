/* calendar: days that exist, weekdays, distances. */
#include <check.h>

#include "../../linter/calendar.h"

START_TEST(leap_years)
{
	ck_assert(calendar_is_leap(2024) && calendar_is_leap(2000) && calendar_is_leap(1600));
	ck_assert(!calendar_is_leap(2023) && !calendar_is_leap(1900) && !calendar_is_leap(2100));
}
END_TEST

START_TEST(days_exist)
{
	ck_assert(calendar_is_day(2024, 2, 29) && !calendar_is_day(2023, 2, 29) && calendar_is_day(0, 2, 29) && !calendar_is_day(0, 2, 30));
	ck_assert(calendar_is_day(2023, 12, 31) && !calendar_is_day(2023, 4, 31) && !calendar_is_day(2023, 13, 1) && !calendar_is_day(2023, 0, 1));
	ck_assert(!calendar_is_day(2023, 1, 0) && !calendar_is_day(2023, -1, 1));
	ck_assert_int_eq(calendar_days_in_month(2023, 2), 28);
	ck_assert_int_eq(calendar_days_in_month(2023, 13), 0);
}
END_TEST

START_TEST(weekdays)
{
	ck_assert_int_eq(calendar_weekday(1970, 1, 1), 4);
	ck_assert_int_eq(calendar_weekday(2024, 5, 1), 3);
	ck_assert_int_eq(calendar_weekday(2000, 2, 29), 2);
	ck_assert_int_eq(calendar_weekday(1949, 10, 1), 6);
	ck_assert_int_eq(calendar_weekday(2023, 12, 31), 7);
	ck_assert_int_eq(calendar_weekday(1582, 10, 15), 5);
}
END_TEST

/* Each day is one after the day before, over four centuries and both sides of year 0. */
START_TEST(days_are_numbered)
{
	int64_t next = calendar_day_number(-101, 1, 1);
	for (int64_t year = -101; year < 2110; year++) {
		for (int month = 1; month <= 12; month++)
			for (int day = 1; day <= calendar_days_in_month(year, month); day++)
				ck_assert_int_eq(calendar_day_number(year, month, day), next++);
	}
	ck_assert_int_eq(calendar_day_number(1970, 1, 1), 0);
	ck_assert_int_eq(calendar_day_number(2024, 5, 1), 19844);
}
END_TEST

Suite *suite_calendar(void);

Suite *suite_calendar(void)
{
	Suite *suite = suite_create("calendar");
	TCase *tcase = tcase_create("calendar");
	tcase_add_test(tcase, leap_years);
	tcase_add_test(tcase, days_exist);
	tcase_add_test(tcase, weekdays);
	tcase_add_test(tcase, days_are_numbered);
	suite_add_tcase(suite, tcase);
	return suite;
}
