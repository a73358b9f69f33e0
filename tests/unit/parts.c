/* parts: a whole and its parts, and equations. */
#include <check.h>

#include "../article.h"
#include "../../linter/parts.h"

static struct parts parts_of(const char *text)
{
	struct parts_walk walk = {0};
	struct parts parts = {0};
	parts_next(test_article(text), &walk, &parts);
	return parts;
}

START_TEST(complete)
{
	struct parts parts = parts_of("共接种300人，其中男性120人、女性150人。");
	ck_assert_uint_eq(parts.count, 2);
	ck_assert(parts.whole && parts.complete && parts.within && parts.certain);
	parts = parts_of("三个班分别为32人、30人、31人，共95人。");
	ck_assert_uint_eq(parts.count, 3);
	ck_assert(parts.complete && parts.certain);
	ck_assert(parts_of("收入50萬元，支出30萬元，結餘20萬元。").balance);
}
END_TEST

START_TEST(partial)
{
	struct parts parts = parts_of("全镇有党员80人，其中女性30人、大专以上60人。");
	ck_assert(!parts.complete && !parts.disjoint && parts.within);
	parts = parts_of("共300户，其中东村120户、西村90户。");
	ck_assert(!parts.complete && parts.disjoint);
	ck_assert(!parts_of("公司有职工200人，其中男党员50人、女党员30人。").complete);
}
END_TEST

/* One number alone is a part of what the sentence before counts. */
START_TEST(single)
{
	struct parts parts = parts_of("全镇有党员80人。其中女性90人。");
	ck_assert_uint_eq(parts.count, 1);
	ck_assert(parts.whole && parts.whole < parts.items[0] && parts.within);
	ck_assert_uint_eq(parts_of("全镇有党员80人。其中，来自东村西村南村北村的女性有90人。").count, 1);
	ck_assert_uint_eq(parts_of("全镇有黨員80人。當中女性90人。").count, 1);
	ck_assert_uint_eq(parts_of("全镇有党员80人。女性90人。").count, 0);
	ck_assert_uint_eq(parts_of("全镇有党员80人。\n其中女性90人。").count, 0);
	ck_assert_uint_eq(parts_of("其中女性90人").count, 0);
}
END_TEST

START_TEST(nothing)
{
	ck_assert_uint_eq(parts_of("设立40个卡口、1个隔离点成立41个支部。").count, 0);
	ck_assert_uint_eq(parts_of("男性近视率为55%，女性为40%。").count, 0);
	ck_assert_uint_eq(parts_of("今天走了12公里。").count, 0);
}
END_TEST

START_TEST(equations)
{
	struct equation equation;
	uint32_t next;
	ck_assert(parts_equation(test_article("答案是25+30+5=60。"), 0, &equation, &next));
	ck_assert_uint_eq(equation.count, 3);
	ck_assert(!parts_equation(test_article("x+25=30和25+30"), 0, &equation, &next));
	ck_assert(!parts_equation(test_article("（3+4）×2=14"), 0, &equation, &next));
}
END_TEST

START_TEST(many)
{
	enum { COUNT = 50000 };
	static char text[COUNT * 24];
	size_t length = 0;
	for (int i = 0; i < COUNT; i++) {
		memcpy(text + length, "其中共1人、", 16);
		length += 16;
	}
	struct article *article = test_article_of((struct str){text, length});
	struct parts_walk walk = {0};
	struct parts parts;
	while (parts_next(article, &walk, &parts))
		ck_assert_uint_le(parts.count, PARTS_LIMIT);
}
END_TEST

Suite *suite_parts(void);

Suite *suite_parts(void)
{
	Suite *suite = suite_create("parts");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, complete);
	tcase_add_test(test, partial);
	tcase_add_test(test, single);
	tcase_add_test(test, nothing);
	tcase_add_test(test, equations);
	tcase_add_test(test, many);
	suite_add_tcase(suite, test);
	return suite;
}
