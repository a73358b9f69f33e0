/* announce: what a count counts, and what stands before it. */
#include <check.h>

#include "../article.h"
#include "../../linter/announce.h"
#include "../../linter/list.h"

/* The first count of a text that may announce a list. */
static struct announcement count_in(const char *text, const struct article **article)
{
	struct announcement count = {0};
	*article = test_article(text);
	ck_assert(announcement_next(*article, &count));
	return count;
}

static const char *noun_of(const char *text)
{
	const struct article *article;
	struct announcement count = count_in(text, &article);
	return article_text(article, announcement_with_noun(article, test_data, count.figure), &test_arena).data;
}

static bool is_plain(const char *text)
{
	const struct article *article;
	struct announcement count = count_in(text, &article);
	struct list list;
	list_before(article, count.figure->span.begin, announcement_list_begin(article, &count), &list);
	return list_is_plain(article, test_data, &list);
}

START_TEST(nouns)
{
	ck_assert_str_eq(noun_of("会议提出三项措施：巡查、宣传。"), "三项措施");
	ck_assert_str_eq(noun_of("一共有五名选手参加了比赛。"), "五名选手");
}
END_TEST

START_TEST(nouns_before_a_name)
{
	const struct article *article;
	struct announcement count = count_in("三位专家李明、王刚、赵强出席。", &article);
	uint32_t end = announcement_noun_end(article, test_data, count.figure);
	ck_assert_uint_eq(end, count.figure->span.end + 2);
	count = count_in("三位研究生、王刚、赵强出席。", &article);
	ck_assert_uint_eq(announcement_noun_end(article, test_data, count.figure), 0);
}
END_TEST

START_TEST(beginnings_of_lists)
{
	const struct article *article;
	struct announcement count = count_in("张伟、李娜两名同学和王芳、赵磊两名老师获奖。", &article);
	ck_assert_uint_eq(announcement_list_begin(article, &count), article->begin);
	ck_assert(announcement_next(article, &count));
	ck_assert_uint_eq(announcement_list_begin(article, &count), article->begin + 10);
}
END_TEST

START_TEST(items_that_are_names)
{
	ck_assert(is_plain("东湖、西湖、南湖、北湖五个社区停水。"));
	ck_assert(!is_plain("围绕教育、医疗、住房推出五项举措。"));
	ck_assert(!is_plain("讲了春天的花、夏天的雨、秋天的风五个故事。"));
}
END_TEST

Suite *suite_announce(void);

Suite *suite_announce(void)
{
	Suite *suite = suite_create("announce");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, nouns);
	tcase_add_test(test, nouns_before_a_name);
	tcase_add_test(test, beginnings_of_lists);
	tcase_add_test(test, items_that_are_names);
	suite_add_tcase(suite, test);
	return suite;
}
