/* elapsed: the two points between which time passed, and how much of it. */
#include <check.h>

#include "../article.h"
#include "../../linter/elapsed.h"
#include "../../linter/rounding.h"

Suite *suite_elapsed(void);

/* STATED=LOW..HIGH, one after another. */
static const char *describe(struct str text)
{
	const struct article *article = test_article_of(text);
	struct elapsed_walk walk = {.article = article, .arena = &test_arena};
	struct elapsed elapsed;
	struct str out = STR("");
	while (elapsed_next(&walk, &elapsed)) {
		char low[48], high[48];
		struct str stated = article_text(article, elapsed.stated->span, &test_arena);
		rounding_write(elapsed.low, low, sizeof low);
		rounding_write(elapsed.high, high, sizeof high);
		out = arena_format(
			&test_arena, "%.*s%s%.*s=%s..%s", (int)out.size, out.data, out.size ? "; " : "", (int)stated.size, stated.data, low, high);
	}
	return out.size ? out.data : "";
}

static const struct {
	const char *text, *elapsed;
} passages[] = {
	{"他生于1950年，2020年病逝，享年70岁。", "70岁=69..71"},
	{"他1950年3月1日出生，2020年5月2日去世，享年70岁。", "70岁=70..71"},
	{"他1950年7月1日出生，2020年5月2日去世，享年70岁。", "70岁=69..70"},
	{"她生於1938年，2016年病逝於台北，享壽80歲，親友都來送她最後一程。", "80歲=77..80"},
	{"他父亲生于1920年，他2020年病逝，享年70岁。", ""},
	{"甲1950年出生。乙1960年出生。2020年病逝，享年70岁。", ""},
	{"2016年，1990年出生的他年仅26岁。", "26岁=25..27"},
	{"学校1998年成立，2023年迎来建校25周年。", "25周年=25..25"},
	{"学校1998年成立，2022年计划迎接建校25周年。", "25周年=24..25"},
	{"大桥1998年通车，2023年庆祝建校25周年。", ""},
	{"学校前身1905年成立，2023年庆祝建校25周年。", ""},
	{"从3月1日至3月10日，历时10天。", "10天=9..10"},
	{"2月20日至3月5日共14天。", "14天=13..15"},
	{"为期8天（3月1日至10日）。", "8天=9..10"},
	{"2010年至2020年共11年。", "11年=9..11"},
	{"2022年3月至2023年5月，共15个月。", "15个月=14..15"},
	{"3月1日至3月21日，为期三周。", "三周=2..3"},
	{"14:00至16:30，共2.5小时。", "2.5小时=2.42..2.58"},
	{"上午9时至下午3时共6小时。", "6小时=3.75..6.25"},
	{"2010年开工，2018年竣工，历时8年。", "8年=7..9"},
	{"从12月28日至1月3日，共7天。", ""},
	{"新华社北京2023年4月16日电　十五年前的2008年，他来了。", "十五年=14..16"},
};

START_TEST(passage)
{
	const char *found = describe(str_from(passages[_i].text));
	ck_assert_msg(strcmp(found, passages[_i].elapsed) == 0, "%s: %s, not %s", passages[_i].text, found, passages[_i].elapsed);
}
END_TEST

/* A megabyte of each: the suite's time limit is the proof. */
START_TEST(hostile)
{
	static const char *const pieces[] = {"1950年生", "享年70岁", "2020年去世，享年70岁。", "1998年成立", "20周年", "3月1日至3月2日共3天", "共3天",
		"9999年至1年", "十年前", "今年3岁"};
	const char *piece = pieces[_i];
	size_t length = strlen(piece), times = 1000000 / length;
	char *text = arena_alloc_raw(&test_arena, length * times);
	for (size_t i = 0; i < times; i++)
		memcpy(text + i * length, piece, length);
	const struct article *article = test_article_of((struct str){text, length * times});
	struct elapsed_walk walk = {.article = article, .arena = &test_arena};
	struct elapsed elapsed;
	while (elapsed_next(&walk, &elapsed))
		;
}
END_TEST

Suite *suite_elapsed(void)
{
	Suite *suite = suite_create("elapsed");
	TCase *test = tcase_create("all");
	tcase_add_checked_fixture(test, test_open, test_close);
	tcase_set_timeout(test, 20);
	tcase_add_loop_test(test, passage, 0, sizeof passages / sizeof *passages);
	tcase_add_loop_test(test, hostile, 0, 10);
	suite_add_tcase(suite, test);
	return suite;
}
