/* amount: what written numbers may stand for. */
#include <check.h>

#include "../article.h"
#include "../../linter/amount.h"

static int order(const char *text)
{
	const struct article *article = test_article(text);
	return amount_compare(amount_of(article, &article->figures[0]), amount_of(article, &article->figures[1]));
}

START_TEST(rounding)
{
	ck_assert_int_lt(order("300人和301人"), 0);
	ck_assert_int_eq(order("2.8万人和28400人"), 0);
	ck_assert_int_lt(order("2.80万人和28400人"), 0);
	ck_assert_int_eq(order("约300人和320人"), 0);
	ck_assert_int_eq(order("超300人和900人"), 0);
	ck_assert_int_gt(order("超300人和200人"), 0);
}
END_TEST

START_TEST(sums)
{
	struct amount huge = amount_exact(INT64_MAX);
	ck_assert_int_eq(amount_compare(amount_add(huge, huge), amount_exact(1)), 0);
	ck_assert(amount_compare(amount_multiply(amount_exact(12), amount_exact(6)), amount_exact(72)) == 0);
	ck_assert(amount_compare(amount_subtract(amount_exact(12), amount_exact(6)), amount_exact(7)) < 0);
	const struct article *article = test_article("12.5亿元");
	ck_assert_str_eq(amount_text(article, amount_exact(330000000), &article->figures[0], &test_scratch).data, "3.3亿");
	ck_assert_str_eq(amount_text(article, amount_exact(5000000), &article->figures[0], &test_scratch).data, "0.05亿");
	ck_assert_str_eq(amount_text(article, amount_exact(-30), NULL, &test_scratch).data, "-30");
}
END_TEST

Suite *suite_amount(void);

Suite *suite_amount(void)
{
	Suite *suite = suite_create("amount");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, rounding);
	tcase_add_test(test, sums);
	suite_add_tcase(suite, test);
	return suite;
}
