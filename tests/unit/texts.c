/* texts: what the filters of lists let through. */
#include <check.h>

#include "../article.h"

static const char *const texts[] = {"水", "山川", "不得已", ",", NULL};

/* Every text of a list at every place of an article, alone in it, or with others of its characters beside it. */
START_TEST(finds_each_text)
{
	static const char *const whole[] = {"水", "山川", "不得已", ",", "大水", "大山川", "大不得已", "水小", "山川小", "不得已小"};
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
		const struct article *article = test_article(whole[i]);
		bool has_before = i >= 4 && i < 7, has_behind = i >= 7;
		ck_assert_msg(article_starts_any(article, article->begin + has_before, texts), "%s", whole[i]);
		ck_assert_msg(article_ends_any(article, article->end - has_behind, texts), "%s", whole[i]);
		ck_assert_uint_eq(article_longest_at(article, article->begin + has_before, texts), article->end - article->begin - has_before - has_behind);
		ck_assert_uint_eq(article_longest_before(article, article->end - has_behind, texts), article->end - article->begin - has_before - has_behind);
		ck_assert(article_holds_any(article, (struct span){article->begin, article->end}, texts));
	}
}
END_TEST

START_TEST(leaves_what_is_near)
{
	static const char *const near[] = {"山", "川", "山水", "不得", "得已", "已得不", ""};
	for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
		const struct article *article = test_article(near[i]);
		ck_assert_msg(!article_starts_any(article, article->begin, texts), "%s", near[i]);
		ck_assert_msg(i == 2 || !article_ends_any(article, article->end, texts), "%s", near[i]); /* 山|水 */
	}
}
END_TEST

Suite *suite_texts(void);

Suite *suite_texts(void)
{
	Suite *suite = suite_create("texts");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, finds_each_text);
	tcase_add_test(test, leaves_what_is_near);
	suite_add_tcase(suite, test);
	return suite;
}
