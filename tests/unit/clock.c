/* clock: parts of the day, and what is a time of day. */
#include <check.h>

#include "../article.h"
#include "../../linter/clock.h"
#include "../../linter/mention.h"

Suite *suite_clock(void);

static const struct {
	const char *text;
	enum clock_fit fit; /* of the first figure */
} periods[] = {
	{"上午9时", CLOCK_FITS}, {"上午12时", CLOCK_FITS}, {"上午14时", CLOCK_CONTRADICTS}, {"上午 14:30", CLOCK_CONTRADICTS}, {"下午3时", CLOCK_FITS},
	{"下午15时", CLOCK_TWICE}, {"下午15:30", CLOCK_TWICE}, {"下午21时", CLOCK_CONTRADICTS}, {"凌晨12点", CLOCK_FITS}, {"凌晨18时", CLOCK_CONTRADICTS},
	{"晚上20时", CLOCK_FITS}, {"晚間14時", CLOCK_CONTRADICTS}, {"15时", CLOCK_FITS}, {"中午1点半", CLOCK_FITS}, {"下午25时", CLOCK_FITS},
};

START_TEST(parts_of_the_day)
{
	const struct article *article = test_article(periods[_i].text);
	const struct figure *time = article->figures;
	ck_assert_msg(article->figure_count == 1 && time->kind == FIGURE_TIME, "%s", periods[_i].text);
	struct span period = clock_period_before(article, time->span.begin);
	ck_assert_msg(clock_period_fit(article, period, figure_hour(time)) == periods[_i].fit, "%s", periods[_i].text);
}
END_TEST

static const struct {
	const char *text;
	int hour; /* of the last figure; -1: it is no time */
} times[] = {
	{"上午8:75集合", 8}, {"8:30—9:75", 9}, {"5月1日 25:30", 25}, {"会议8:75开始", 8}, {"时间：25:30", 25}, {"比分8:75", -1}, {"按8:75配制", -1},
	{"主队上半场8:75开始落后", -1}, {"会议于25时30分散会", 25}, {"历时25时30分", -1}, {"今晚25点30分", 25}, {"25时", -1}, {"25時開始", 25},
};

START_TEST(times_of_day)
{
	const struct article *article = test_article(times[_i].text);
	int hour = -1, minute;
	bool found = article->figure_count > 0 && clock_is_time(article, &article->figures[article->figure_count - 1], &hour, &minute);
	ck_assert_msg((found ? hour : -1) == times[_i].hour, "%s: %d", times[_i].text, found ? hour : -1);
}
END_TEST

START_TEST(programmes)
{
	const struct article *article = test_article("该节目25时30分播出。会议25时30分结束。");
	ck_assert(clock_is_late_programme(article, &article->figures[0]));
	ck_assert(!clock_is_late_programme(article, &article->figures[1]));
}
END_TEST

START_TEST(mentions)
{
	const struct article *article = test_article("不存在的2月30日。他说“2月30日”。他2月30日来。");
	ck_assert(mention_is_quoted(article, article->figures[0].span));
	ck_assert(mention_is_quoted(article, article->figures[1].span));
	ck_assert(!mention_is_quoted(article, article->figures[2].span));
}
END_TEST

Suite *suite_clock(void)
{
	Suite *suite = suite_create("clock");
	TCase *tcase = tcase_create("clock");
	tcase_add_checked_fixture(tcase, test_open, test_close);
	tcase_add_loop_test(tcase, parts_of_the_day, 0, sizeof periods / sizeof *periods);
	tcase_add_loop_test(tcase, times_of_day, 0, sizeof times / sizeof *times);
	tcase_add_test(tcase, programmes);
	tcase_add_test(tcase, mentions);
	suite_add_tcase(suite, tcase);
	return suite;
}
