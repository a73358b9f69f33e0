/* shape: the shapes of a mark in an article, told by their length. */
#include <check.h>

#include "../article.h"
#include "../../linter/shape.h"

static bool counts_all(const struct article *article, struct span run)
{
	return run.end <= article->end;
}

static bool counts_after_han(const struct article *article, struct span run)
{
	return article_is_han(article, run.begin - 1);
}

static struct shapes dashes = {CLASS_DASH, 3, {{0x2014, 2, "——"}, {0x2500, 2, "──"}, {0x2E3A, 1, "⸺"}}, counts_all};

START_TEST(runs_of_their_length)
{
	struct shape_use use = shape_count(test_article("去——來——回—走———坐──立⸺"), &dashes);
	ck_assert_uint_eq(use.count[0], 2);
	ck_assert_uint_eq(use.count[1], 1);
	ck_assert_uint_eq(use.count[2], 1);
	ck_assert_uint_eq(use.right, 0);
	ck_assert_uint_eq(use.others, 2);
	ck_assert_uint_eq(use.first[1].end - use.first[1].begin, 2);
}
END_TEST

START_TEST(the_shape_of_an_article)
{
	ck_assert_uint_eq(shape_count(test_article("關燈──開門──睡覺——"), &dashes).right, 1);
	ck_assert_uint_eq(shape_count(test_article("关灯──开门──睡觉——"), &dashes).right, 0); /* Simplified: the standard's */
	ck_assert_uint_eq(shape_count(test_article("關燈──開門——睡覺"), &dashes).right, 0);
	ck_assert_uint_eq(shape_count(test_article(""), &dashes).others, 0);
}
END_TEST

START_TEST(runs_that_count)
{
	struct shapes shapes = dashes;
	shapes.counts = counts_after_han;
	struct shape_use use = shape_count(test_article("關燈──a——睡覺"), &shapes);
	ck_assert_uint_eq(use.count[0], 0);
	ck_assert_uint_eq(use.count[1], 1);
}
END_TEST

Suite *suite_shape(void);

Suite *suite_shape(void)
{
	Suite *suite = suite_create("shape");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, runs_of_their_length);
	tcase_add_test(test, the_shape_of_an_article);
	tcase_add_test(test, runs_that_count);
	suite_add_tcase(suite, test);
	return suite;
}
