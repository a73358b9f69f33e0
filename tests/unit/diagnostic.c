/* The words of a message: places filled in, personal numbers masked, the line of a place. */
#include <check.h>

#include "diagnostic_p.h"

Suite *suite_diagnostic(void);

static struct arena arena;

static void set_up(void)
{
	arena_init(&arena);
}

static void tear_down(void)
{
	arena_release(&arena);
}

static const char *masked(const char *text)
{
	struct str result = mask_personal_numbers(str_from(text), &arena);
	ck_assert_uint_eq(result.size, strlen(text));
	return arena_copy(&arena, result).data;
}

static const char *filled(const char *text, const char *first, const char *second)
{
	struct str arguments[] = {str_from(first), str_from(second)};
	return text_fill(text, arguments, 2, &arena).data;
}

START_TEST(places_are_filled)
{
	ck_assert_str_eq(filled("“{0}” and “{1}”", "一", "二"), "“一” and “二”");
	ck_assert_str_eq(filled("{1}{0}{1}", "一", "二"), "二一二");
	ck_assert_str_eq(filled("{0}{0}{0}{0}{0}{0}{0}{0}", "十个字以上的一段文字", ""),
		"十个字以上的一段文字十个字以上的一段文字十个字以上的一段文字十个字以上的一段文字"
		"十个字以上的一段文字十个字以上的一段文字十个字以上的一段文字十个字以上的一段文字");
}
END_TEST

START_TEST(what_is_no_place_stays)
{
	ck_assert_str_eq(filled("{2} {x} {} {0 {", "一", "二"), "{2} {x} {} {0 {");
	ck_assert_str_eq(filled("{0}", "{1}", "二"), "{1}");
	ck_assert_str_eq(filled("", "一", "二"), "");
	struct str nothing = {NULL, 0};
	ck_assert_str_eq(text_fill("a{0}b", &nothing, 1, &arena).data, "ab");
}
END_TEST

START_TEST(personal_numbers_are_masked)
{
	ck_assert_str_eq(masked("电话13812345678。"), "电话138******78。");
	ck_assert_str_eq(masked("+8613812345678"), "+861********78");
	ck_assert_str_eq(masked("110105194912310021"), "110*************21");
	ck_assert_str_eq(masked("11010519491231002X号"), "110************02X号");
	ck_assert_str_eq(masked("110105491231002"), "110**********02");
	ck_assert_str_eq(masked("6222020200112233445"), "622**************45");
	ck_assert_str_eq(masked("手機0912345678"), "手機091*****78");
	ck_assert_str_eq(masked("身分證A123456789"), "身分證A123****89");
	ck_assert_str_eq(masked("身份證A123456(7)"), "身份證A123*56(7)");
}
END_TEST

START_TEST(groups_and_full_width_are_masked)
{
	ck_assert_str_eq(masked("138 1234 5678"), "138 **** **78");
	ck_assert_str_eq(masked("138-1234-5678，"), "138-****-**78，");
	ck_assert_str_eq(masked("+86 138 1234 5678"), "+86 1** **** **78");
	ck_assert_str_eq(masked("0912-345-678"), "091*-***-*78");
	ck_assert_str_eq(masked("6222 0202 0011 2233 445"), "622* **** **** **** *45");
	ck_assert_str_eq(masked("110105 19491231 002X"), "110*** ******** *02X");
	ck_assert_str_eq(masked("１３８１２３４５６７８"), "１３８＊＊＊＊＊＊７８");
}
END_TEST

START_TEST(other_numbers_stay)
{
	static const char *const texts[] = {"", "2800", "12345678", "1234567890", "010-12345678", "2024-05-01 12", "2019 2020 2021 2022", "12345678901234567890",
		"123456789012345678901234567890", "1,234,567.89", "12:30:15", "ISBN 978-7-111-11111-1", "G20", "B12345678"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		ck_assert_str_eq(masked(texts[i]), texts[i]);
}
END_TEST

START_TEST(a_number_cut_by_a_message_is_masked)
{
	ck_assert_str_eq(masked("号码110105194912…了"), "号码110*******12…了");
	ck_assert_str_eq(masked("…1002123 4"), "…100**23 4");
	ck_assert_str_eq(masked("2024…"), "2024…");
}
END_TEST

START_TEST(a_part_of_a_number_is_masked_too)
{
	struct str source = STR("电话13812345678。");
	struct str part = source_masked(source, 10, 14, &arena);
	ck_assert_str_eq(arena_copy(&arena, part).data, "****");
	ck_assert_uint_eq(source_masked(source, source.size, source.size, &arena).size, 0);
}
END_TEST

START_TEST(the_line_of_a_place)
{
	struct str source = STR("一\r\n二三\r\n四");
	struct place place = {.byte = 8, .line = 2, .column = 2, .byte_column = 4};
	ck_assert(str_equal(diagnostic_line(source, place), STR("二三")));
	place = (struct place){.byte = source.size, .line = 3, .column = 2, .byte_column = 4};
	ck_assert(str_equal(diagnostic_line(source, place), STR("四")));
	place = (struct place){.byte = 0, .line = 1, .column = 1, .byte_column = 1};
	ck_assert(str_equal(diagnostic_line(source, place), STR("一")));
	ck_assert_uint_eq(diagnostic_line(STR(""), place).size, 0);
	ck_assert(str_equal(diagnostic_line(STR(" \t五 六 \r\n"), place), STR("五 六")));
	ck_assert_uint_eq(diagnostic_line(STR(" \t \n七"), place).size, 0);
}
END_TEST

Suite *suite_diagnostic(void)
{
	Suite *suite = suite_create("diagnostic");
	TCase *cases = tcase_create("diagnostic");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, places_are_filled);
	tcase_add_test(cases, what_is_no_place_stays);
	tcase_add_test(cases, personal_numbers_are_masked);
	tcase_add_test(cases, groups_and_full_width_are_masked);
	tcase_add_test(cases, other_numbers_stay);
	tcase_add_test(cases, a_number_cut_by_a_message_is_masked);
	tcase_add_test(cases, a_part_of_a_number_is_masked_too);
	tcase_add_test(cases, the_line_of_a_place);
	suite_add_tcase(suite, cases);
	return suite;
}
