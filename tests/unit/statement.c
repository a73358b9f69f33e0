/* statement: which ？ ends no question. */
#include <check.h>

#include "../article.h"
#include "../../linter/statement.h"

/* What the text before the first ？ is. */
static enum statement first(const char *text)
{
	const struct article *article = test_article(text);
	const struct positions *stops = &article->index[CLASS_END_STOP];
	for (uint32_t i = 0; i < stops->count; i++)
		if (article->cp[stops->at[i]] == 0xFF1F) /* ？ */
			return statement_before(article, stops->at[i]);
	ck_abort_msg("no ？ in %s", text);
	return STATEMENT_NONE;
}

START_TEST(statements)
{
	ck_assert_int_eq(first("我不知道谁会来？"), STATEMENT_WHOLE);
	ck_assert_int_eq(first("誰也說不清這筆錢去了哪裡？"), STATEMENT_WHOLE);
	ck_assert_int_eq(first("成败取决于怎样用人？"), STATEMENT_WHOLE);
	ck_assert_int_eq(first("灯灭了。他问我为什么不早说？我没有答话。"), STATEMENT_WHOLE);
}
END_TEST

START_TEST(conditions)
{
	ck_assert_int_eq(first("不管他来不来？我们都走。"), STATEMENT_CONDITION);
	ck_assert_int_eq(first("不管他？我们都不同意。"), STATEMENT_NONE);
}
END_TEST

START_TEST(questions)
{
	ck_assert_int_eq(first("我怎么知道谁会来？"), STATEMENT_NONE);
	ck_assert_int_eq(first("难道没有人知道他是谁？"), STATEMENT_NONE);
	ck_assert_int_eq(first("灯灭了。“他没说什么时候回来？”她问。"), STATEMENT_NONE);
	ck_assert_int_eq(first("不知道谁有钥匙？"), STATEMENT_NONE);
}
END_TEST

Suite *suite_statement(void);

Suite *suite_statement(void)
{
	Suite *suite = suite_create("statement");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, statements);
	tcase_add_test(test, conditions);
	tcase_add_test(test, questions);
	suite_add_tcase(suite, test);
	return suite;
}
