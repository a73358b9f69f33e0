/* The table of beginnings of lines: its order, which the look-up needs. */
#include <check.h>

#include "line_p.h"

Suite *suite_line(void);

START_TEST(beginnings_are_sorted)
{
	ck_assert_uint_gt(line_opening_count, 100);
	for (uint32_t i = 1; i < line_opening_count; i++)
		ck_assert_msg(strcmp(line_openings[i - 1].text, line_openings[i].text) < 0, "%s stands before %s", line_openings[i - 1].text,
			line_openings[i].text);
}
END_TEST

Suite *suite_line(void)
{
	Suite *suite = suite_create("line");
	TCase *all = tcase_create("all");
	tcase_add_test(all, beginnings_are_sorted);
	suite_add_tcase(suite, all);
	return suite;
}
