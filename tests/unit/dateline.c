/* dateline: the day of an article, and the years of dates without one. */
#include <check.h>

#include "../article.h"
#include "../../linter/dateline.h"

Suite *suite_dateline(void);

/* KIND YEAR-MONTH-DAY, one after another. */
static const char *describe(const struct article *article)
{
	static const char *const kinds[] = {"dispatch", "published", "line", "signature", "lead"};
	struct datelines datelines;
	struct str out = STR("");
	datelines_read(article, &test_scratch, &datelines);
	for (size_t i = 0; i < datelines.count; i++) {
		const struct dateline *line = &datelines.lines[i];
		out = arena_format(&test_arena, "%.*s%s%s %lld-%d-%d", (int)out.size, out.data, i ? "; " : "", kinds[line->kind], (long long)line->year,
			line->month, line->day);
	}
	return out.data;
}

static const struct {
	const char *text, *lines;
} texts[] = {
	{"新华社北京4月16日电 全国人大常委会会议16日在北京举行。", "dispatch 0-4-16"},
	{"新华社北京4月16日电（记者 王芳）今天上午，大桥通车。", "dispatch 0-4-16"},
	{"中新网广州2024年4月16日电　一场大雨过后，白云山的游人多了。", "dispatch 2024-4-16"},
	{"（中央社記者王小明台北16日電）氣象署今天表示，明天轉晴。", "dispatch 0-0-16"},
	{"本报5月3日讯　记者从市供电公司获悉，明天停电。", "dispatch 0-5-3"},
	{"5月3日电力供应紧张，全市用电创新高，请市民节约用电。", ""},
	{"他说，大桥通车那天是4月16日。电话打不通，讯息也没有。", ""},
	{"本报讯（记者 王芳）5月3日，市图书馆新馆开馆。", "lead 0-5-3"},
	{"新馆开馆\n发布时间：2023-05-06 10:20\n\n昨天，市图书馆新馆开馆，市民排队入场参观。", "published 2023-5-6"},
	{"新館開館\n發佈時間：2023年5月6日\n\n昨天，市圖書館新館開館，市民排隊入場參觀。", "published 2023-5-6"},
	{"新馆开馆\n2023年5月6日\n\n昨天，市图书馆新馆开馆，市民排队入场参观，场面热闹。", "line 2023-5-6"},
	{"停电通知\n\n各位居民：因线路检修，本小区将于5月8日停电，请大家互相转告，早作准备。\n\n青山物业服务中心\n2023年5月6日", "signature 2023-5-6"},
	{"停電通知\n\n各位住戶：因線路檢修，本社區將於5月8日停電，請大家互相轉告，早作準備。\n\n青山社區管理委員會\n2023年5月6日", "signature 2023-5-6"},
	{"大会于2023年5月6日开幕，5月8日闭幕，历时三天，与会代表三百余人。", ""},
	{"新华社北京农历四月十六日电 今天是个好日子，全家人都来了。", ""},
	{"新华社北京2月30日电 今天是个好日子，全家人都来了。", ""},
};

START_TEST(lines)
{
	const char *found = describe(test_article(texts[_i].text));
	ck_assert_msg(strcmp(found, texts[_i].lines) == 0, "%s: %s, not %s", texts[_i].text, found, texts[_i].lines);
}
END_TEST

static const struct {
	const char *text;
	int64_t year; /* of the last date of the text; 0: none */
	bool certain;
} years[] = {
	{"展览2023年5月1日开幕，5月3日闭幕。", 2023, true},
	{"展览从2023年12月20日办到1月5日。", 2023, false},
	{"新华社北京2023年4月16日电 展览将于5月3日开幕。", 2023, true},
	{"新华社北京2023年12月28日电 展览将于1月3日开幕。", 2024, true},
	{"新华社北京2023年1月3日电 展览去冬12月28日开幕。", 2022, true},
	{"新华社北京2023年1月3日电 展览将于7月2日开幕。", 2023, false},
	{"2023年5月1日，展览开幕。5月3日，展览闭幕。", 2023, true},
	{"2022年4月1日，馆舍完工。2023年5月1日，展览开幕。5月3日，展览闭幕。", 2023, false},
	{"公司成立于2018年，5月3日开业。", 0, false},
	{"5月3日开业。", 0, false},
	{"民國112年5月1日開幕，5月3日閉幕。", 0, false},
};

START_TEST(carried)
{
	const struct article *article = test_article(years[_i].text);
	struct datelines datelines;
	struct dateline_year year = {0};
	datelines_read(article, &test_scratch, &datelines);
	bool found = dateline_year(&datelines, &article->figures[article->figure_count - 1], &year);
	ck_assert_msg(found == (years[_i].year != 0) && year.year == years[_i].year && year.certain == years[_i].certain, "%s: %lld %d", years[_i].text,
		(long long)year.year, year.certain);
}
END_TEST

START_TEST(in_force)
{
	const struct article *article = test_article("新华社北京4月16日电 今天大桥通车，市民纷纷前往参观。\n新华社上海4月17日电 今天展览开幕，市民纷纷前往参观。\n");
	struct datelines datelines;
	int days;
	datelines_read(article, &test_scratch, &datelines);
	ck_assert_uint_eq(datelines.count, 2);
	ck_assert_int_eq(dateline_at(&datelines, datelines.lines[1].span.begin - 3)->day, 16);
	ck_assert_int_eq(dateline_at(&datelines, article->end)->day, 17);
	ck_assert(dateline_distance(&datelines.lines[0], 4, 14, &days) && days == -2);
	datelines.lines[0] = (struct dateline){.year = 2023, .month = 12, .day = 31};
	ck_assert(dateline_distance(&datelines.lines[0], 1, 2, &days) && days == 2);
	ck_assert(dateline_distance(&datelines.lines[0], 0, 2, &days) && days == 2);
	datelines.lines[0] = (struct dateline){.month = 3, .day = 1};
	ck_assert(!dateline_distance(&datelines.lines[0], 2, 28, &days));
	datelines.lines[0] = (struct dateline){.day = 16};
	ck_assert(dateline_distance(&datelines.lines[0], 0, 15, &days) && days == -1);
	ck_assert(!dateline_distance(&datelines.lines[0], 0, 31, &days));
}
END_TEST

START_TEST(signature_holds_before)
{
	const struct article *article =
		test_article("停电通知\n\n因线路检修，本小区明天停电，请大家互相转告，早作准备，注意安全。\n\n青山物业服务中心\n2023年5月6日");
	struct datelines datelines;
	datelines_read(article, &test_scratch, &datelines);
	ck_assert_int_eq(dateline_at(&datelines, article->begin)->year, 2023);
}
END_TEST

/* A megabyte of dates must come back at once: the suite's time limit is the proof. */
START_TEST(hostile)
{
	static const char *const pieces[] = {"5月1日", "5月1日电 ", "2024年5月1日", "讯（5月1日", "  5月1日\n", "发布时间：2024-05-01"};
	size_t length = strlen(pieces[_i]), times = 1000000 / length;
	char *text = arena_alloc_raw(&test_arena, length * times);
	struct datelines datelines;
	struct dateline_year year;
	uint32_t found = 0;
	for (size_t i = 0; i < times; i++)
		memcpy(text + i * length, pieces[_i], length);
	const struct article *article = test_article_of((struct str){text, length * times});
	datelines_read(article, &test_scratch, &datelines);
	for (uint32_t i = 0; i < article->figure_count; i++)
		found += dateline_year(&datelines, &article->figures[i], &year);
	ck_assert_uint_le(found, article->figure_count);
}
END_TEST

Suite *suite_dateline(void)
{
	Suite *suite = suite_create("dateline");
	TCase *tcase = tcase_create("dateline");
	tcase_add_checked_fixture(tcase, test_open, test_close);
	tcase_add_loop_test(tcase, lines, 0, sizeof texts / sizeof *texts);
	tcase_add_loop_test(tcase, carried, 0, sizeof years / sizeof *years);
	tcase_add_test(tcase, in_force);
	tcase_add_test(tcase, signature_holds_before);
	tcase_add_loop_test(tcase, hostile, 0, 6);
	suite_add_tcase(suite, tcase);
	return suite;
}
