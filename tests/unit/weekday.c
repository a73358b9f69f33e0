/* weekday: which word belongs to a date; and civil: which dates and ranges cannot be. */
#include <check.h>

#include "../article.h"
#include "../../linter/civil.h"
#include "../../linter/weekday.h"

Suite *suite_weekday(void);

static const struct {
	const char *text;
	int number; /* the weekday of the first date; 0: it has none */
} words[] = {
	{"5月1日（星期三）开会", 3}, {"5月1日（周三）", 3}, {"5月1日(週三)", 3}, {"5月1日（三）", 3}, {"5月1日 礼拜天 晴", 7}, {"5月1日星期日", 7},
	{"5月1日，星期三，天晴", 3}, {"5月1日（农历三月廿三，星期三）", 3}, {"5月1日（星期三）至5月3日", 3}, {"5月1日（本周三）", 3},
	{"5月1日（周三上午）", 3}, {"星期三（5月1日）", 3}, {"本周三5月1日", 3}, {"5月1日（周二休息）", 0}, {"5月1日（周一至周五）", 0},
	{"5月1日（周一、周三）", 0}, {"5月1日，周三下起了雨", 0}, {"每周三（5月1日）", 0}, {"周三（5月1日除外）", 0}, {"5月1日", 0}, {"5月1日周三十人到场", 0},
	{"5月1日，周边", 0}, {"5月（三）", 0},
};

START_TEST(words_of_dates)
{
	const struct article *article = test_article(words[_i].text);
	struct weekday weekday = {.number = 0};
	bool found = false;
	for (uint32_t i = 0; i < article->figure_count && !found; i++)
		found = weekday_of(article, &article->figures[i], &weekday);
	ck_assert_msg((found ? weekday.number : 0) == words[_i].number, "%s: %d", words[_i].text, found ? weekday.number : 0);
}
END_TEST

START_TEST(votes)
{
	const struct article *article = test_article("5月1日（周三），5月8日（周三），5月15日（周四），5月22日（周三）。");
	struct weekday_use uses[4];
	for (uint32_t i = 0, count = 0; i < article->figure_count; i++)
		if (weekday_of(article, &article->figures[i], &uses[count].weekday)) {
			uses[count].date = &article->figures[i];
			uses[count].month = figure_month(uses[count].date);
			uses[count].day = figure_day(uses[count].date);
			count++;
		}
	struct weekday_votes voting = {.uses = uses, .count = 4};
	const struct weekday_use *model = NULL;
	weekday_vote(&voting);
	ck_assert_int_eq(weekday_outvoted(article, &voting, 0, &model), 0);
	ck_assert_int_eq(weekday_outvoted(article, &voting, 2, &model), 3);
	ck_assert_ptr_eq(model, &uses[0]);
}
END_TEST

static const struct {
	const char *text;
	bool backwards;
} ranges[] = {
	{"9月18日至9月12日", true}, {"9月18日（周三）至12日", true}, {"9月18日8:00至9月12日18:00", true}, {"2023年5月—2022年3月", true},
	{"9月12日至9月18日", false}, {"11月15日至3月15日", false}, {"2023年12月28日至1月3日", false}, {"由9月18日提前，9月18日至9月12日", false},
	{"农历九月十八日至九月十二日", false},
};

START_TEST(order)
{
	const struct article *article = test_article(ranges[_i].text);
	bool backwards = false;
	for (uint32_t i = 0; i < article->figure_count; i++) {
		const struct figure *first = &article->figures[i];
		const struct figure *second = first->kind == FIGURE_DATE ? civil_range_end(article, first) : NULL;
		backwards |= second && civil_runs_backwards(article, first, second);
	}
	ck_assert_msg(backwards == ranges[_i].backwards, "%s", ranges[_i].text);
}
END_TEST

static const struct {
	const char *text;
	bool impossible;
} days[] = {
	{"2月30日", true}, {"2023年2月29日", true}, {"2024年2月29日", false}, {"2月29日", false}, {"13月5日", true}, {"二月三十日", false},
	{"九月三十一日", true}, {"二〇二三年二月三十日", true}, {"1900年2月29日", false}, {"民國112年2月29日", true}, {"农历二月三十日", false},
	{"2023.2.45", false}, {"2023.4.31", true}, {"2023-02-30", true}, {"5月33号楼", false}, {"5月0日", true},
};

START_TEST(days_of_the_calendar)
{
	const struct article *article = test_article(days[_i].text);
	const struct figure *date = article->figures;
	int64_t year;
	bool asked = civil_is_suspect(article, date) && civil_year(article, date, &year);
	struct dateline_day day = {.year = asked ? year : 0, .month = figure_month(date), .day = figure_day(date)};
	ck_assert_msg((asked && civil_is_impossible(article, date, &day)) == days[_i].impossible, "%s", days[_i].text);
}
END_TEST

Suite *suite_weekday(void)
{
	Suite *suite = suite_create("weekday");
	TCase *tcase = tcase_create("weekday");
	tcase_add_checked_fixture(tcase, test_open, test_close);
	tcase_add_loop_test(tcase, words_of_dates, 0, sizeof words / sizeof *words);
	tcase_add_test(tcase, votes);
	tcase_add_loop_test(tcase, order, 0, sizeof ranges / sizeof *ranges);
	tcase_add_loop_test(tcase, days_of_the_calendar, 0, sizeof days / sizeof *days);
	suite_add_tcase(suite, tcase);
	return suite;
}
