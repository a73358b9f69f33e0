/* rounding: which values a stated figure may stand for, and sums of them. */
#include <check.h>

#include "../article.h"
#include "../../linter/rounding.h"

Suite *suite_rounding(void);

/* The ends of the first figure's rounding: LOW..HIGH, with + where it is open. */
static const char *range_of(const char *text)
{
	const struct article *article = test_article(text);
	struct rounding rounding;
	char low[48], high[48];
	ck_assert_uint_gt(article->figure_count, 0);
	if (!rounding_of(article, &article->figures[0], &rounding))
		return "unknown";
	rounding_write(rounding.low, low, sizeof low);
	rounding_write(rounding.high, high, sizeof high);
	return arena_format(&test_arena, "%s..%s%s", low, high, rounding.endless ? "+" : "").data;
}

static const struct {
	const char *text, *range;
} stated[] = {
	{"200家", "200..200"},
	{"2.8万人", "27500..28500"},
	{"2.80萬人", "27950..28050"},
	{"3.5%", "3.45..3.55"},
	{"3.50%", "3.495..3.505"},
	{"217万元", "2165000..2175000"},
	{"1200万元", "11995000..12005000"},
	{"3亿4500万元", "344995000..345005000"},
	{"三百名", "300..300"},
	{"三千万元", "25000000..35000000"},
	{"三点五公里", "3.45..3.55"},
	{"3倍", "2.7..3.3"},
	{"15倍", "14.5..15.5"},
	{"三成", "2.5..3.5"},
	{"三分之一", "0.9..1.1"},
	{"200多家", "200..300"},
	{"2800余人", "2800..2900"},
	{"约200家", "170..230"},
	{"近200家", "170..200"},
	{"超过200家", "200..200+"},
	{"不到200家", "0..200"},
	{"十几家", "unknown"},
	{"2023年", "unknown"},
	{"12元", "12..12"},
};

START_TEST(stated_for)
{
	const char *range = range_of(stated[_i].text);
	ck_assert_msg(strcmp(range, stated[_i].range) == 0, "%s: %s, not %s", stated[_i].text, range, stated[_i].range);
}
END_TEST

START_TEST(arithmetic)
{
	struct rounding two = rounding_exactly(2), three = rounding_exactly(3), sum = rounding_add(&two, &three), five = rounding_exactly(5);
	struct rounding open = {two.low, two.high, true}, product = rounding_multiply(&two, &three), six = rounding_exactly(6);
	ck_assert(rounding_meets(&sum, &five));
	ck_assert(rounding_meets(&product, &six));
	ck_assert(rounding_is_below(&two, &three));
	ck_assert(!rounding_is_below(&open, &three));
	ck_assert(rounding_meets(&open, &three));
	struct rounding difference = rounding_subtract(&three, &open);
	ck_assert(!rounding_is_known(&difference));
}
END_TEST

static const char *quotient(int64_t dividend, int64_t divisor, int places)
{
	static char text[48];
	return rounding_write(rounding_quotient(decimal_make(dividend, 0), decimal_make(divisor, 0), places), text, sizeof text);
}

START_TEST(quotients)
{
	ck_assert_str_eq(quotient(100, 3, 1), "33.3");
	ck_assert_str_eq(quotient(200, 3, 1), "66.7");
	ck_assert_str_eq(quotient(-200, 3, 1), "-66.7");
	ck_assert_str_eq(quotient(1, 2, 0), "1");
	ck_assert_str_eq(quotient(0, 7, 2), "0");
	ck_assert_str_eq(quotient(1, 1000, 1), "0");
	ck_assert_str_eq(quotient(-1, 20, 2), "-0.05");
	ck_assert_str_eq(quotient(1, 0, 2), "?");
	ck_assert_str_eq(quotient(INT64_MAX, 1, 4), "?");
	ck_assert(!rounding_quotient(decimal_make(1, 1000), decimal_make(1, -1000), 1).known);
	ck_assert(rounding_quotient(decimal_make(1, -1000), decimal_make(1, 1000), 1).known);
}
END_TEST

Suite *suite_rounding(void)
{
	Suite *suite = suite_create("rounding");
	TCase *test = tcase_create("all");
	tcase_add_checked_fixture(test, test_open, test_close);
	tcase_add_loop_test(test, stated_for, 0, sizeof stated / sizeof *stated);
	tcase_add_test(test, arithmetic);
	tcase_add_test(test, quotients);
	suite_add_tcase(suite, test);
	return suite;
}
