/* range: the two ends of a range, and the words round them. */
#include <check.h>

#include "../article.h"
#include "../../linter/range.h"

/* The first range of a text. */
static const struct figure *range_in(const struct article *article)
{
	for (uint32_t i = 0; i + 1 < article->figure_count; i++)
		if (article->figures[i].flags & FIGURE_RANGE_BEGIN)
			return &article->figures[i];
	ck_abort_msg("no range");
	return NULL;
}

static bool asked(const char *text, bool (*question)(const struct article *, const struct figure *, const struct figure *))
{
	const struct article *article = test_article(text);
	const struct figure *first = range_in(article);
	return question(article, first, first + 1);
}

static bool asked_before(const char *text, bool (*question)(const struct article *, uint32_t))
{
	const struct article *article = test_article(text);
	return question(article, range_in(article)->span.begin);
}

static bool has_company(const char *text)
{
	const struct article *article = test_article(text);
	return range_has_company(article, range_in(article));
}

START_TEST(order)
{
	ck_assert(asked("招收30～20岁的学员", range_runs_backwards));
	ck_assert(!asked("招收20～30岁的学员", range_runs_backwards));
	ck_assert(asked("收入3.6—3.2亿元", range_runs_backwards));
	ck_assert(!asked("收入3.2—3.6亿元", range_runs_backwards));
	ck_assert(!asked("收入3000—5万元", range_runs_backwards));
	ck_assert(!asked("见第101—10页", range_runs_backwards));
}
END_TEST

START_TEST(words_before)
{
	ck_assert(asked_before("价格下降到30～20元", range_follows_change));
	ck_assert(!asked_before("他从事教育，招收30～20岁的学员", range_follows_change));
	ck_assert(!asked_before("产量下降。招收30～20岁的学员", range_follows_change));
	ck_assert(asked_before("赛前30～20分钟", range_counts_down));
	ck_assert(!asked_before("休息30～20分钟", range_counts_down));
}
END_TEST

START_TEST(no_ranges)
{
	ck_assert(asked("误差小于10-9秒", range_is_power_of_ten));
	ck_assert(!asked("休息30-20秒", range_is_power_of_ten));
	ck_assert(has_company("分为60—50岁、50—40岁、40—30岁三组"));
	ck_assert(!has_company("分为60—50岁、20—30岁两组"));
}
END_TEST

Suite *suite_range(void);

Suite *suite_range(void)
{
	Suite *suite = suite_create("range");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, order);
	tcase_add_test(test, words_before);
	tcase_add_test(test, no_ranges);
	suite_add_tcase(suite, test);
	return suite;
}
