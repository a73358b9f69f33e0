/* doubling, repeat: what stands twice, and whether that is a slip. */
#include <check.h>

#include "../article.h"
#include "../../linter/doubling.h"
#include "../../linter/repeat.h"

/* The first slip of a text, and what was found on the way. */
struct search {
	const struct article *article;
	struct doubling slip;
	unsigned stretches, slips;
};

static void look(void *user, struct span whole, uint32_t period)
{
	struct search *search = user;
	struct doubling doubling;
	search->stretches++;
	if (doubling_at(test_data, search->article, &test_scratch, whole, period, &doubling) && search->slips++ == 0)
		search->slip = doubling;
}

static struct search search_in(const char *text)
{
	struct search search = {.article = test_article(text)};
	repeat_each(search.article, look, &search);
	return search;
}

static const char *unit_of(const char *text)
{
	struct search search = search_in(text);
	return search.slips ? article_text(search.article, search.slip.unit, &test_arena).data : "";
}

START_TEST(repeat_each_finds_units_of_all_lengths)
{
	ck_assert_uint_eq(search_in("这里没有什么重复。").stretches, 0);
	ck_assert_uint_eq(search_in("他的的书，防汛防汛，进一步进一步。").stretches, 3);
	ck_assert_uint_eq(search_in("一二三四五六七八九十甲乙丙丁一二三四五六七八九十甲乙丙丁").stretches, 1);
	ck_assert_uint_eq(search_in("一二三四五六七八九十甲乙丙丁戊一二三四五六七八九十甲乙丙丁戊").stretches, 0);
	ck_assert_uint_eq(search_in("----====1111").stretches, 0);
	ck_assert_uint_eq(search_in("防汛防汛 防汛防汛 防汛防汛 ").stretches, 4); /* of two periods, each once */
}
END_TEST

START_TEST(slips)
{
	ck_assert_str_eq(unit_of("他们的的目的很清楚。"), "的");
	ck_assert_str_eq(unit_of("要做好防汛防汛工作。"), "防汛");
	ck_assert_str_eq(unit_of("公司将进一步进一步完善制度。"), "进一步");
	ck_assert_str_eq(unit_of("人群纷纷纷纷散去。"), "纷纷");
	ck_assert_str_eq(unit_of("政府應加強加強管理。"), "加強");
	ck_assert_str_eq(unit_of("火势已已经蔓延。"), "已");
	ck_assert_str_eq(unit_of("对设备进进行了检修。"), "进");
	ck_assert_str_eq(unit_of("全镇的经济济总量。"), "济");
	ck_assert_str_eq(unit_of("应当充分充分发挥优势。"), "充分");
	ck_assert_str_eq(unit_of("按照有关规定关规定，应当标价。"), "关规定");
	ck_assert_str_eq(unit_of("活動當天將會將會有表演。"), "將會");
	ck_assert_str_eq(unit_of("他一直一直住在厂里。"), "一直");
}
END_TEST

START_TEST(parts_have_a_word)
{
	struct search search = search_in("组委会委会昨天开会。");
	ck_assert_uint_eq(search.slips, 1);
	ck_assert_str_eq(article_text(search.article, search.slip.word, &test_arena).data, "组委会委会");
	ck_assert(!search.slip.is_sure);
}
END_TEST

START_TEST(usage_is_no_slip)
{
	static const char *const right[] = {"大家讨论讨论这个问题。", "他一步一步走来。", "孩子们高高兴兴地回家。", "目的的确如此。", "雪白雪白的墙。",
		"哗啦哗啦下着雨。", "非常非常好。", "“走开走开。”他说。", "被参数指定的模块的模块名字。", "美丽的“来来”两个字。", "卡拉卡拉浴场。",
		"告诉他他们到了。", "请把把手拧紧。", "因为为群众说话。", "热烈烈的气氛。", "一瓣一瓣地剥。", "慢慢慢慢地走远。", "龙山龙山，你看龙山。",
		"政协协商会议。", "實驗驗證。", "认认真真地做。"};
	for (size_t i = 0; i < sizeof right / sizeof *right; i++)
		ck_assert_msg(search_in(right[i]).slips == 0, "%s", right[i]);
}
END_TEST

static void keep_gap(void *user, struct span gap)
{
	*(struct span *)user = gap;
}

START_TEST(across_gaps)
{
	struct article *article = test_article("各地要加强对食品安全的监管， 对各种 各种情况都要考虑周到。");
	struct span gap = {0};
	struct doubling doubling;
	repeat_gaps(article, false, keep_gap, &gap);
	ck_assert(doubling_across(test_data, article, &test_scratch, gap, &doubling));
	ck_assert_str_eq(article_text(article, doubling.whole, &test_arena).data, "各种 各种");
}
END_TEST

START_TEST(in_lines_and_at_marks)
{
	struct repeat repeat;
	struct span gap = {0};
	struct article *article = test_article("青石装修公司 青石装修公司");
	repeat_gaps(article, false, keep_gap, &gap);
	ck_assert(repeat_in_line(article, gap, &repeat));
	article = test_article("甲乙丙丁 甲乙丙丁 甲乙丙丁");
	repeat_gaps(article, false, keep_gap, &gap);
	ck_assert(!repeat_in_line(article, gap, &repeat));
	article = test_article("垃圾分类、垃圾分类、节水。");
	ck_assert(repeat_at_mark(article, article->index[CLASS_INNER_STOP].at[0], &repeat));
	ck_assert(!repeat_at_mark(article, article->index[CLASS_INNER_STOP].at[1], &repeat));
}
END_TEST

/* A clause of six characters at both ends of an article is long enough, one of five is not, nor one with a digit. */
START_TEST(where_marks_may_be_between_copies)
{
	static const struct {
		const char *text;
		bool may_be;
	} texts[] = {{"大家都要小心，大家都要小心", true}, {"大家要小心，大家要小心", false}, {"2家都要小心，2家都要小心", false}, {"、水", false},
		{"水、", false}, {"水、水", true}, {"，", false}};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const struct article *article = test_article(texts[i].text);
		ck_assert_msg(repeat_may_be_at_mark(article, article->index[CLASS_INNER_STOP].at[0]) == texts[i].may_be, "%s", texts[i].text);
	}
}
END_TEST

Suite *suite_doubling(void);

Suite *suite_doubling(void)
{
	Suite *suite = suite_create("doubling");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, repeat_each_finds_units_of_all_lengths);
	tcase_add_test(test, slips);
	tcase_add_test(test, parts_have_a_word);
	tcase_add_test(test, usage_is_no_slip);
	tcase_add_test(test, across_gaps);
	tcase_add_test(test, in_lines_and_at_marks);
	tcase_add_test(test, where_marks_may_be_between_copies);
	suite_add_tcase(suite, test);
	return suite;
}
