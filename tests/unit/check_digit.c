/* check_digit: published examples, and single slips in them. */
#include <check.h>

#include "../../linter/check_digit.h"

START_TEST(identity_numbers)
{
	/* The examples of GB 11643. */
	ck_assert_int_eq(check_digit_identity("11010519491231002X"), 'X');
	ck_assert_int_eq(check_digit_identity("440524188001010014"), '4');
	ck_assert_int_ne(check_digit_identity("110105194912310120"), 'X');
	ck_assert_int_eq(check_digit_identity("1101051949123100A"), 0);
}
END_TEST

START_TEST(books_and_journals)
{
	ck_assert_int_eq(check_digit_isbn10("0306406152"), '2');
	ck_assert_int_eq(check_digit_isbn10("097522980X"), 'X');
	ck_assert_int_eq(check_digit_ean13("9780306406157"), '7');
	ck_assert_int_eq(check_digit_ean13("9781861972712"), '2');
	ck_assert_int_eq(check_digit_issn("03785955"), '5');
	ck_assert_int_eq(check_digit_issn("2434561X"), 'X');
	ck_assert_int_eq(check_digit_issn("20493630"), '0');
	ck_assert_int_ne(check_digit_ean13("9780306406147"), '7');
}
END_TEST

START_TEST(companies)
{
	ck_assert_int_eq(check_digit_credit("91350100M000100Y43"), '3'); /* GB 32100 */
	ck_assert_int_eq(check_digit_credit("9135O100M000100Y43"), 0);
	ck_assert(check_digit_is_credit('Y') && !check_digit_is_credit('Z') && !check_digit_is_credit(0));
	ck_assert(check_digit_is_business("04595257"));
	ck_assert(check_digit_is_business("10458574") && check_digit_is_business("10458575")); /* the seventh digit is 7: two may fit */
	ck_assert(!check_digit_is_business("04595256"));
}
END_TEST

START_TEST(taiwan_and_hong_kong)
{
	ck_assert_int_eq(check_digit_taiwan("A123456789"), '9');
	ck_assert_int_eq(check_digit_taiwan("A1234567890"), '9');
	ck_assert_int_eq(check_digit_taiwan("1123456789"), 0);
	ck_assert_int_eq(check_digit_hong_kong("A123456"), '3');
	ck_assert_int_eq(check_digit_hong_kong("G123456"), 'A');
	ck_assert_int_eq(check_digit_hong_kong("AB987654"), '3');
}
END_TEST

START_TEST(cards)
{
	ck_assert(check_digit_is_card("79927398713", 11));
	ck_assert(!check_digit_is_card("79927398731", 11));
	ck_assert(check_digit_is_card("4111111111111111", 16));
}
END_TEST

Suite *suite_check_digit(void);

Suite *suite_check_digit(void)
{
	Suite *suite = suite_create("check_digit");
	TCase *test = tcase_create("all");
	tcase_add_test(test, identity_numbers);
	tcase_add_test(test, books_and_journals);
	tcase_add_test(test, companies);
	tcase_add_test(test, taiwan_and_hong_kong);
	tcase_add_test(test, cards);
	suite_add_tcase(suite, test);
	return suite;
}
