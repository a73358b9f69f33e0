/* Lines that are broken for a terminal, in Chinese and English. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "wrap_p.h"

Suite *suite_wrap(void);

static char *printed;
static size_t printed_size;
static FILE *out;

static void set_up(void)
{
	out = open_memstream(&printed, &printed_size);
}

static void tear_down(void)
{
	fclose(out);
	free(printed);
}

static const char *wrapped(const char *text, unsigned at, struct wrap wrap)
{
	rewind(out);
	wrap_write(out, str_from(text), at, &wrap);
	putc(0, out);
	fflush(out);
	return printed;
}

static const char *end_of(const char *text, unsigned cells)
{
	rewind(out);
	write_end(out, str_from(text), cells, 1);
	putc(0, out);
	fflush(out);
	return printed;
}

START_TEST(english_breaks_at_spaces)
{
	ck_assert_str_eq(wrapped("one two three", 0, (struct wrap){.cells = 8}), "one two\nthree\n");
	ck_assert_str_eq(wrapped("one two three", 2, (struct wrap){.cells = 8, .indent = 2}), "one\n  two\n  three\n");
	ck_assert_str_eq(wrapped("--ambiguous-width is long", 0, (struct wrap){.cells = 5}), "--ambiguous-width\nis\nlong\n");
	ck_assert_str_eq(wrapped("", 0, (struct wrap){.cells = 5}), "\n");
}
END_TEST

START_TEST(chinese_breaks_between_characters_but_not_before_a_stop)
{
	ck_assert_str_eq(wrapped("一二三四五", 0, (struct wrap){.cells = 6}), "一二三\n四五\n");
	ck_assert_str_eq(wrapped("一二三，四", 0, (struct wrap){.cells = 6}), "一二\n三，四\n");
	ck_assert_str_eq(wrapped("一二（三）", 0, (struct wrap){.cells = 6}), "一二\n（三）\n");
	ck_assert_str_eq(wrapped("用 --fix 修正", 0, (struct wrap){.cells = 8}), "用 --fix\n修正\n");
	ck_assert_str_eq(wrapped("一👨‍👩‍👧二", 0, (struct wrap){.cells = 4}), "一👨‍👩‍👧\n二\n");
}
END_TEST

START_TEST(styles_take_no_cell_and_margins_come_again)
{
	ck_assert_str_eq(wrapped("\033[1m一二\033[0m三", 0, (struct wrap){.cells = 6}), "\033[1m一二\033[0m三\n");
	ck_assert_str_eq(wrapped("一二三", 2, (struct wrap){.cells = 6, .indent = 2, .margin = "| "}), "一二\n| 三\n");
	ck_assert_uint_eq(wrap_cells(str_from("\033[1m一“二\033[0m"), 2), 6);
}
END_TEST

START_TEST(the_end_of_a_path_is_kept)
{
	ck_assert_str_eq(end_of("news/0415.txt", 13), "news/0415.txt");
	ck_assert_str_eq(end_of("news/0415.txt", 9), "…0415.txt");
	ck_assert_str_eq(end_of("新闻稿.txt", 7), "…稿.txt");
	ck_assert_str_eq(end_of("新闻稿.txt", 8), "…稿.txt");
}
END_TEST

Suite *suite_wrap(void)
{
	Suite *suite = suite_create("wrap");
	TCase *cases = tcase_create("wrap");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, english_breaks_at_spaces);
	tcase_add_test(cases, chinese_breaks_between_characters_but_not_before_a_stop);
	tcase_add_test(cases, styles_take_no_cell_and_margins_come_again);
	tcase_add_test(cases, the_end_of_a_path_is_kept);
	suite_add_tcase(suite, cases);
	return suite;
}
