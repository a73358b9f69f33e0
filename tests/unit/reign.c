/* reign: eras and the cycle of sixty. */
#include <check.h>

#include "../article.h"
#include "../../linter/reign.h"

Suite *suite_reign(void);

START_TEST(eras)
{
	const struct article *article = test_article("民國");
	const struct reign *reign = reign_before(article, article->end);
	ck_assert(reign && reign_is_republic(reign));
	ck_assert_int_eq(reign_year(reign, 100), 2011);
	article = test_article("光绪");
	reign = reign_before(article, article->end);
	ck_assert(reign && !reign_is_republic(reign) && !reign->solar);
	ck_assert_int_eq(reign_year(reign, 24), 1898);
	article = test_article("光荣");
	ck_assert(!reign_before(article, article->end));
}
END_TEST

/* Every year has a name, which stands at the same place. */
START_TEST(cycle)
{
	ck_assert_int_eq(sexagenary_of_year(1984), 0);
	ck_assert_int_eq(sexagenary_of_year(2023), 39);
	for (int place = 0; place < 60; place++) {
		uint32_t name[2];
		char text[9] = "";
		sexagenary_name(place, name);
		size_t length = character_encode(name[0], text);
		character_encode(name[1], text + length);
		const struct article *article = test_article(text);
		ck_assert_int_eq(sexagenary_at(article, article->begin), place);
	}
	const struct article *article = test_article("甲丑甲乙");
	ck_assert_int_eq(sexagenary_at(article, article->begin), -1);
	ck_assert_int_eq(sexagenary_at(article, article->begin + 2), -1);
}
END_TEST

Suite *suite_reign(void)
{
	Suite *suite = suite_create("reign");
	TCase *tcase = tcase_create("reign");
	tcase_add_checked_fixture(tcase, test_open, test_close);
	tcase_add_test(tcase, eras);
	tcase_add_test(tcase, cycle);
	suite_add_tcase(suite, tcase);
	return suite;
}
