/* gap: what a space in Chinese text is for. */
#include <check.h>

#include "../article.h"
#include "../../linter/gap.h"

/* The gap at the first space after Han text or a mark. */
static struct gap gap_of(const char *text, const struct article **article)
{
	*article = test_article(text);
	const struct positions *spaces = &(*article)->index[CLASS_SPACE];
	ck_assert_uint_gt(spaces->count, 0);
	return gap_at(*article, (struct span){spaces->at[0], spaces->at[0] + 1});
}

static bool asked(const char *text, bool (*question)(const struct article *, const struct gap *))
{
	const struct article *article;
	struct gap gap = gap_of(text, &article);
	return question(article, &gap);
}

static bool asked_words(const char *text, bool (*question)(const struct article *, const struct data *, const struct gap *))
{
	const struct article *article;
	struct gap gap = gap_of(text, &article);
	return question(article, test_data, &gap);
}

START_TEST(clauses)
{
	const struct article *article;
	struct gap gap = gap_of("天晴了，老 顾客都来了。", &article);
	ck_assert_uint_eq(gap.span.begin - gap.begin, 1);
	ck_assert_uint_eq(gap.end - gap.span.end, 5);
	ck_assert(asked("天晴了，他的老 顾客都来了。", gap_is_in_prose));
	ck_assert(!asked("守护家园 危难有我", gap_is_in_prose));
}
END_TEST

START_TEST(torn_words)
{
	ck_assert(asked_words("湖面都结 冰。", gap_tears_word));
	ck_assert(!asked_words("加强领导 提高认识", gap_tears_word));
	ck_assert(asked_words("这本书的作者是 著名作家。", gap_cuts_phrase));
	ck_assert(!asked_words("桥梁无处不在 河边更多。", gap_cuts_phrase));
}
END_TEST

START_TEST(spaces_that_are_meant)
{
	ck_assert(asked_words("参加的有张 三、李四。", gap_is_in_name));
	ck_assert(!asked_words("他回来了，当面 酬谢。", gap_is_in_name));
	ck_assert(asked("装修公司 装修公司", gap_repeats));
	ck_assert(asked("加强领导 提高认识", gap_parts_halves));
	ck_assert(!asked("天晴了，加强领导 提高认识", gap_parts_halves));
	ck_assert(asked("第三十二条 本办法自公布之日起施行。", gap_follows_label));
	ck_assert(asked("本报记者 李明昨天到了村里。", gap_follows_byline));
	ck_assert(asked("校方朗讀國父 孫中山先生的遺教。", gap_shows_respect));
	ck_assert(!asked("这是他的老师 说过的。我们大家都记得。", gap_shows_respect));
}
END_TEST

START_TEST(beside_pairs)
{
	ck_assert(asked("他读过《山海经》 这本书。", gap_parts_pair));
	ck_assert(asked("他昨天终于读完了一本 《山海经》。", gap_parts_pair));
	ck_assert(!asked("【公告】 明天停水。", gap_parts_pair));
	ck_assert(!asked("请打开文件 “README”看一看。", gap_parts_pair));
	ck_assert(!asked("新华社北京5月1日电 （记者李明）昨天", gap_parts_pair));
}
END_TEST

START_TEST(borders)
{
	const struct article *article = test_article("我有3 个iPhone，5月买的T恤");
	uint32_t spaced = 0, tight = 0, units = 0;
	struct border border;
	for (uint32_t at = article->begin; at < article->end; at++) {
		if (!border_at(article, at, &border))
			continue;
		spaced += border.gap.end > border.gap.begin;
		tight += border.gap.end == border.gap.begin;
		units += border.unit;
	}
	ck_assert_uint_eq(spaced, 1);
	ck_assert_uint_eq(tight, 5); /* 有3, 个i, 5月, 的T, T恤 */
	ck_assert_uint_eq(units, 3);
}
END_TEST

Suite *suite_gap(void);

Suite *suite_gap(void)
{
	Suite *suite = suite_create("gap");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, clauses);
	tcase_add_test(test, torn_words);
	tcase_add_test(test, spaces_that_are_meant);
	tcase_add_test(test, beside_pairs);
	tcase_add_test(test, borders);
	suite_add_tcase(suite, test);
	return suite;
}
