/* approximation: marks round a number. */
#include <check.h>

#include "../article.h"
#include "../../linter/approximation.h"

static struct str text_of(const struct article *article, const struct approximation_mark *mark)
{
	return mark->kind == APPROXIMATION_NONE ? STR("-") : article_text(article, mark->span, &test_arena);
}

/* BEFORE INSIDE AFTER of the figure of this index. */
static const char *marks_of(const char *text, uint32_t figure)
{
	const struct article *article = test_article(text);
	struct approximation_number number;
	struct approximation_mark before = {.kind = APPROXIMATION_NONE};
	ck_assert_uint_lt(figure, article->figure_count);
	approximation_read(article, test_data, figure, &number);
	if (!approximation_before(article, test_data, &test_scratch, figure, article->figures[figure].span.begin, &before))
		before.kind = APPROXIMATION_NONE;
	struct str parts[] = {text_of(article, &before), text_of(article, &number.inner), text_of(article, &number.after)};
	return arena_format(&test_arena, "%.*s %.*s %.*s", (int)parts[0].size, parts[0].data, (int)parts[1].size, parts[1].data, (int)parts[2].size,
		parts[2].data)
		.data;
}

START_TEST(marks_are_found)
{
	ck_assert_str_eq(marks_of("约100多人左右", 0), "约 多 左右");
	ck_assert_str_eq(marks_of("大约需要50元上下", 0), "大约 - 上下");
	ck_assert_str_eq(marks_of("近百余年以上", 0), "近 余 以上");
	ck_assert_str_eq(marks_of("約23萬4千多人", 0), "約 多 -");
	ck_assert_str_eq(marks_of("大约50多。", 0), "大约 多 -");
	ck_assert_str_eq(marks_of("约3个多月左右", 0), "约 多 左右");
	ck_assert_str_eq(marks_of("约3-5天左右", 0), "约 - 左右");
	ck_assert_str_eq(marks_of("约8时许到达", 0), "约 - 许");
	ck_assert_str_eq(marks_of("至少需要5年以上工作经验", 0), "至少 - 以上");
	ck_assert_str_eq(marks_of("约占播种面积的七成左右", 0), "约 - 左右");
}
END_TEST

START_TEST(words_are_no_marks)
{
	ck_assert_str_eq(marks_of("条约10条", 0), "- - -");
	ck_assert_str_eq(marks_of("预约100人左右", 0), "- - 左右");
	ck_assert_str_eq(marks_of("附近100多人", 0), "- 多 -");
	ck_assert_str_eq(marks_of("看不到30名", 0), "- - -");
	ck_assert_str_eq(marks_of("约30人左右两侧", 0), "约 - -");
	ck_assert_str_eq(marks_of("约30起余震", 0), "约 - -");
	ck_assert_str_eq(marks_of("约100名30岁左右的青年", 1), "- - 左右");
	ck_assert_str_eq(marks_of("超过100人。以上人员", 0), "超过 - -");
	ck_assert_str_eq(marks_of("超过去年100倍以上", 0), "- - 以上");
}
END_TEST

START_TEST(rough_and_recent)
{
	const struct article *article = test_article("总数百余件，有数百人，几十人，30人");
	ck_assert_uint_eq(article->figure_count, 4);
	ck_assert(!approximation_is_several(article, test_data, &test_scratch, &article->figures[0]));
	ck_assert(approximation_is_several(article, test_data, &test_scratch, &article->figures[1]));
	ck_assert(approximation_is_rough(&article->figures[2]));
	ck_assert(!approximation_is_rough(&article->figures[3]));
	struct approximation_mark near;
	article = test_article("近十余年来，历时近10多年");
	ck_assert(approximation_before(article, test_data, &test_scratch, 0, article->figures[0].span.begin, &near));
	ck_assert(approximation_is_recent(article, &near, &article->figures[0]));
	ck_assert(approximation_before(article, test_data, &test_scratch, 1, article->figures[1].span.begin, &near));
	ck_assert(!approximation_is_recent(article, &near, &article->figures[1]));
}
END_TEST

Suite *suite_approximation(void);

Suite *suite_approximation(void)
{
	Suite *suite = suite_create("approximation");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, marks_are_found);
	tcase_add_test(test, words_are_no_marks);
	tcase_add_test(test, rough_and_recent);
	suite_add_tcase(suite, test);
	return suite;
}
