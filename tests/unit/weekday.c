/* weekday: names of days, and what only looks like one. */
#include <check.h>

#include "../article.h"
#include "../../linter/weekday.h"

Suite *suite_weekday(void);

static const struct {
	const char *text;
	int day; /* of the first place that names one */
} rows[] = {
	{"星期三", 3}, {"星期日", 7}, {"星期天", 7}, {"礼拜一", 1}, {"禮拜天", 7}, {"周五", 5}, {"週六", 6}, {"周日", 7}, {"本周二下午", 2},
	{"每周三上午", 3}, {"周一至周五", 1}, {"周一、三、五", 1}, {"上週四晚間", 4}, {"2024年5月1日星期三", 3}, {"5月1日周三举行", 3},
	{"周三三点开会", 3}, {"周一一早出门", 1}, {"周六夜里", 6}, {"周日出发", 7}, {"双周五停刊", 5}, {"从下周一起，停水", 1},
	{"自週一起實施", 1}, {"周五五點集合", 5}, {"周四面试", 4}, {"周六日休息", 6}, {"在每个星期五", 5}, {"這個星期二", 2}, {"星期六晚上", 6},
	{"每周三次", 0}, {"一周三天", 0}, {"一周五練", 0}, {"每週四場", 0}, {"每星期两次", 0}, {"两个星期一次", 0}, {"三個禮拜一次", 0}, {"下周一起去", 0},
	{"四周一片漆黑", 0}, {"西周一件铜器", 0}, {"本周日程", 0}, {"上周日本队获胜", 0}, {"周日均销量", 0}, {"周天子", 0}, {"周末", 0}, {"周年", 0},
	{"每周三四次", 0}, {"每周二十人", 0}, {"3周三次", 0}, {"几周一趟", 0}, {"两周一次", 0}, {"星期一样", 0}, {"本周一直下雨", 0}, {"圓周一圈", 0},
	{"周七", 0}, {"星期八", 0}, {"礼拜堂", 0}, {"星光", 0}, {"每周一个", 0}, {"本星期天氣", 0},
};

START_TEST(names)
{
	const struct article *article = test_article(rows[_i].text);
	int day = 0;
	uint32_t end = 0;
	for (uint32_t at = article->begin; at < article->end && day == 0; at++)
		day = weekday_at(article, at, &end);
	ck_assert_msg(day == rows[_i].day, "%s: %d, not %d", rows[_i].text, day, rows[_i].day);
	ck_assert(day == 0 || (end > article->begin && end <= article->end));
}
END_TEST

static const struct {
	const char *text;
	int day;
	uint32_t length;
} brackets[] = {
	{"（三）", 3, 2}, {"(週日)", 7, 3}, {"（星期三）", 3, 4}, {"（日）", 7, 2}, {"（周三，农历初五）", 3, 3}, {"（天）", 0, 0}, {"（三人）", 0, 0}, {"三", 0, 0}, {"（七）", 0, 0},
};

START_TEST(in_brackets)
{
	const struct article *article = test_article(brackets[_i].text);
	uint32_t end = article->begin;
	ck_assert_int_eq(weekday_in_brackets(article, article->begin, &end), brackets[_i].day);
	ck_assert_uint_eq(end - article->begin, brackets[_i].length);
}
END_TEST

Suite *suite_weekday(void)
{
	Suite *suite = suite_create("weekday");
	TCase *tcase = tcase_create("weekday");
	tcase_add_checked_fixture(tcase, test_open, test_close);
	tcase_add_loop_test(tcase, names, 0, sizeof rows / sizeof *rows);
	tcase_add_loop_test(tcase, in_brackets, 0, sizeof brackets / sizeof *brackets);
	suite_add_tcase(suite, tcase);
	return suite;
}
