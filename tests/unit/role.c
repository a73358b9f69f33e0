/* The table of beginnings of lines: its order, which the look-up needs. */
#include <check.h>

#include "role_p.h"

Suite *suite_role(void);

START_TEST(beginnings_are_sorted)
{
	ck_assert_uint_gt(role_opening_count, 100);
	for (uint32_t i = 1; i < role_opening_count; i++)
		ck_assert_msg(strcmp(role_openings[i - 1].text, role_openings[i].text) < 0, "%s stands before %s", role_openings[i - 1].text,
			role_openings[i].text);
}
END_TEST

Suite *suite_role(void)
{
	Suite *suite = suite_create("role");
	TCase *all = tcase_create("all");
	tcase_add_test(all, beginnings_are_sorted);
	suite_add_tcase(suite, all);
	return suite;
}
