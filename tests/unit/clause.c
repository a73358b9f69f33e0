/* clause: what the words on both sides of a line say. */
#include <check.h>

#include "../article.h"
#include "../../linter/clause.h"

/* Does what stands after the one — of a text explain what stands before it? */
static bool explains(const char *text)
{
	const struct article *article = test_article(text);
	const struct positions *dashes = &article->index[CLASS_DASH];
	ck_assert_uint_eq(dashes->count, 1);
	return clause_explains(article, test_data, &test_scratch, dashes->at[0], dashes->at[0] + 1);
}

START_TEST(ends_of_a_clause)
{
	const struct article *article = test_article("天晴了，他“走”了。");
	uint32_t at = article->begin + 4;
	ck_assert_uint_eq(clause_begin(article, at), at);
	ck_assert_uint_eq(clause_end(article, at), at + 1);
	ck_assert_uint_eq(clause_begin(article, article->begin + 3), article->begin);
}
END_TEST

START_TEST(explained)
{
	ck_assert(explains("师傅一辈子只做一件事—修钟。"));
	ck_assert(explains("院子里有一只铜表盘—表盘背面刻着名字。"));
	ck_assert(explains("他是这本书的第一个读者—因为他就住在隔壁。"));
}
END_TEST

START_TEST(joined)
{
	ck_assert(!explains("北京—上海的列车加开两班。"));
	ck_assert(!explains("苏联—波兰战争结束以后。"));
	ck_assert(!explains("好—坏。"));
}
END_TEST

Suite *suite_clause(void);

Suite *suite_clause(void)
{
	Suite *suite = suite_create("clause");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, ends_of_a_clause);
	tcase_add_test(test, explained);
	tcase_add_test(test, joined);
	suite_add_tcase(suite, test);
	return suite;
}
