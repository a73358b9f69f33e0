/* width: half-width marks that do the work of Chinese ones. */
#include <check.h>

#include "../article.h"
#include "../../linter/width.h"

/* The marks of a text that do the work of Chinese ones, one after the other. */
static const char *marks_of(const char *text, bool with_latin)
{
	const struct article *article = test_article(text);
	struct positions marks = width_half_marks(article, test_data, &test_scratch, with_latin);
	char found[32] = "";
	for (uint32_t i = 0; i < marks.count; i++)
		character_encode(article->cp[marks.at[i]], found + i);
	return arena_copy(&test_arena, str_from(found)).data;
}

START_TEST(forms)
{
	ck_assert_uint_eq(width_full(','), 0xFF0C);
	ck_assert_uint_eq(width_full('.'), 0x3002);
	ck_assert_uint_eq(width_full('['), 0);
	ck_assert_uint_eq(width_half(0xFF1F), '?');
	ck_assert_uint_eq(width_half(0x3002), 0);
}
END_TEST

START_TEST(between_han)
{
	ck_assert_str_eq(marks_of("下雪了,路滑;慢走!好吗?好.", false), ",;!?.");
	ck_assert_str_eq(marks_of("他说(小声地):走吧,GDP是什么?", false), "():,?");
}
END_TEST

START_TEST(right_where_they_stand)
{
	ck_assert_str_eq(marks_of("票价1,280元,12:30开门", false), ",");
	ck_assert_str_eq(marks_of("请翻译 Hello, world! 这句话。文件名是a.txt，列夫.托尔斯泰写的。", false), "");
	ck_assert_str_eq(marks_of("心情好:)，区间(0, 1]，写作print(\"你好\")，c=a+b;然后求和。", false), "");
	ck_assert_str_eq(marks_of("王力. 汉语史稿[M]. 北京: 中华书局, 1980.", false), "");
	ck_assert_str_eq(marks_of("1.总则\n一. 范围", false), "");
}
END_TEST

START_TEST(brackets_round_latin)
{
	ck_assert_str_eq(marks_of("苹果(Apple)公司", false), "");
	ck_assert_str_eq(marks_of("苹果(Apple)公司", true), "()");
	ck_assert_str_eq(marks_of("苹果（Apple)公司", false), ")");
}
END_TEST

Suite *suite_width(void);

Suite *suite_width(void)
{
	Suite *suite = suite_create("width");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, forms);
	tcase_add_test(test, between_han);
	tcase_add_test(test, right_where_they_stand);
	tcase_add_test(test, brackets_round_latin);
	suite_add_tcase(suite, test);
	return suite;
}
