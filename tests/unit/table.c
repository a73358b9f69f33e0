/* table: rows and columns of plain text. */
#include <check.h>

#include "../article.h"
#include "../../linter/table.h"

START_TEST(plain)
{
	const struct article *article = test_article("各村的户数如下，请村委会核对以后签字。\n\n村  户数\n东村  120\n西村  90户\n合 计  210\n");
	struct table table = {0};
	ck_assert(table_next(article, &test_scratch, &table));
	ck_assert_uint_eq(table.rows, 4);
	ck_assert_uint_eq(table.columns, 2);
	ck_assert(table_number(article, table_cell(&table, 2, 1)) != NULL);
	ck_assert(table_number(article, table_cell(&table, 0, 1)) == NULL);
	ck_assert(table_is_total(article, table_cell(&table, 3, 0)));
	ck_assert(!table_next(article, &test_scratch, &table));
}
END_TEST

START_TEST(none)
{
	struct table table = {0};
	ck_assert(!table_next(test_article("今天走了12公里。"), &test_scratch, &table));
}
END_TEST

Suite *suite_table(void);

Suite *suite_table(void)
{
	Suite *suite = suite_create("table");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, plain);
	tcase_add_test(test, none);
	suite_add_tcase(suite, test);
	return suite;
}
