/* What writers share: escapes, JSON strings, the excerpt with its caret. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "output/writer_p.h"

Suite *suite_output(void);

static struct arena arena;
static char *printed;
static size_t printed_size;
static FILE *out;

static void set_up(void)
{
	arena_init(&arena);
	out = open_memstream(&printed, &printed_size);
}

static void tear_down(void)
{
	fclose(out);
	free(printed);
	arena_release(&arena);
}

static const char *take(void)
{
	fflush(out);
	const char *text = arena_format(&arena, "%s", printed).data;
	rewind(out);
	return text;
}

static const char *json(struct str text)
{
	json_write_string(out, text);
	putc(0, out);
	return take();
}

static const char *escaped(struct str text)
{
	write_escaped(out, text);
	putc(0, out);
	return take();
}

/* The excerpt of TEXT for the bytes from BEGIN to END, all on one line that begins with the text. */
static const char *excerpt(struct str text, size_t begin, size_t end, int ambiguous)
{
	struct region region = {{.byte = begin, .line = 7, .byte_column = (uint32_t)begin + 1}, {.byte = end, .line = 7}};
	write_excerpt(out, text, &region, ambiguous, &arena);
	putc(0, out);
	return take();
}

START_TEST(json_strings)
{
	ck_assert_str_eq(json(STR("新闻😀")), "\"新闻😀\"");
	ck_assert_str_eq(json(STR("a\"b\\c/d\n\r\t\b\x01\x7F")), "\"a\\\"b\\\\c/d\\n\\r\\t\\u0008\\u0001\\u007f\"");
	ck_assert_str_eq(json((struct str){"a\0b", 3}), "\"a\\u0000b\"");
	ck_assert_str_eq(json(STR("\xE4\xBD" "a\xFF\xED\xA0\x80")), "\"\xEF\xBF\xBD" "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
	ck_assert_str_eq(json(STR("")), "\"\"");
}
END_TEST

START_TEST(escapes_for_terminals)
{
	ck_assert_str_eq(escaped(STR("稿件.txt")), "稿件.txt");
	ck_assert_str_eq(escaped(STR("a\nb\tc\rd\x1B[31m\x7F")), "a\\nb\\tc\\rd\\033[31m\\177");
	ck_assert_str_eq(escaped(STR("\xC2\x9B" "1m\xE2\x80\xAE")), "\\u009B1m\\u202E");
	ck_assert_str_eq(escaped(STR("\xFF.txt")), "\xFF.txt");
}
END_TEST

START_TEST(a_caret_stands_under_wide_characters)
{
	ck_assert_str_eq(excerpt(STR("他说经济增长。\n后"), 6, 12, 2), "    7 | 他说经济增长。\n      |     ^~~~\n");
	ck_assert_str_eq(excerpt(STR("ab经"), 1, 2, 2), "    7 | ab经\n      |  ^\n");
}
END_TEST

START_TEST(ambiguous_width_moves_the_caret)
{
	ck_assert_str_eq(excerpt(STR("“新”!"), 9, 10, 2), "    7 | “新”!\n      |       ^\n");
	ck_assert_str_eq(excerpt(STR("“新”!"), 9, 10, 1), "    7 | “新”!\n      |     ^\n");
}
END_TEST

START_TEST(an_empty_region_has_one_caret)
{
	ck_assert_str_eq(excerpt(STR("新闻"), 6, 6, 2), "    7 | 新闻\n      |     ^\n");
	ck_assert_str_eq(excerpt(STR("新闻"), 0, 0, 2), "    7 | 新闻\n      | ^\n");
	ck_assert_str_eq(excerpt(STR(""), 0, 0, 2), "    7 | \n      | ^\n");
}
END_TEST

START_TEST(tabs_and_combining_marks)
{
	ck_assert_str_eq(excerpt(STR("a\tb"), 2, 3, 2), "    7 | a       b\n      |         ^\n");
	ck_assert_str_eq(excerpt(STR("e\xCC\x81x"), 3, 4, 2), "    7 | e\xCC\x81x\n      |  ^\n");
}
END_TEST

START_TEST(what_shows_nothing_is_made_visible)
{
	ck_assert_str_eq(excerpt(STR("新\xE2\x80\x8B闻"), 3, 6, 2), "    7 | 新<U+200B>闻\n      |   ^~~~~~~~\n");
	ck_assert_str_eq(excerpt(STR("\x1B[1m\xE2\x80\xAE!"), 7, 8, 2), "    7 | ␛[1m<U+202E>!\n      |             ^\n");
}
END_TEST

START_TEST(only_the_first_line_of_a_region_is_shown)
{
	ck_assert_str_eq(excerpt(STR("一二\r\n三四"), 3, 14, 2), "    7 | 一二\n      |   ^~\n");
}
END_TEST

START_TEST(numbers_are_masked)
{
	ck_assert_str_eq(excerpt(STR("电话13812345678!"), 17, 18, 2), "    7 | 电话138******78!\n      |                ^\n");
}
END_TEST

static struct str repeat(const char *text, size_t count)
{
	size_t size = strlen(text);
	char *all = arena_alloc(&arena, size * count + 1);
	for (size_t i = 0; i < count; i++)
		memcpy(all + i * size, text, size);
	return (struct str){all, size * count};
}

static unsigned cells_of(const char *line)
{
	unsigned cells = 0;
	for (const char *at = line; *at != '\n';) {
		int width = character_width(character_decode(&at), 2);
		cells += width > 0 ? (unsigned)width : 0;
	}
	return cells - 8; /* the margin */
}

START_TEST(long_lines_are_cut_round_the_place)
{
	struct str text = repeat("文", 1000);
	const char *middle = excerpt(text, 1500, 1503, 2);
	ck_assert_ptr_nonnull(strstr(middle, "| …文"));
	ck_assert_ptr_nonnull(strstr(middle, "文…\n"));
	ck_assert_uint_le(cells_of(middle), 104);
	const char *caret = strstr(strchr(middle, '\n'), "^~");
	ck_assert_int_eq(caret - strchr(middle, '\n') - 1, 8 + 2 + 40);
	const char *first = excerpt(text, 0, 3, 2);
	ck_assert_ptr_null(strstr(first, "| …"));
	ck_assert_ptr_nonnull(strstr(first, "文…\n      | ^~\n"));
	const char *last = excerpt(text, 2997, 3000, 2);
	ck_assert_ptr_nonnull(strstr(last, "| …文"));
	ck_assert_ptr_null(strstr(last, "文…\n"));
}
END_TEST

START_TEST(a_wide_region_is_cut_too)
{
	const char *text = excerpt(repeat("文", 1000), 300, 2700, 2);
	ck_assert_ptr_nonnull(strstr(text, "文…\n"));
	ck_assert_uint_le(strlen(strchr(text, '\n') + 1), 8 + 104 + 1);
}
END_TEST

START_TEST(broken_text_does_not_matter)
{
	struct str text = repeat("\xE4\xBD\x80\x80", 300);
	for (size_t byte = 0; byte < text.size; byte += 37)
		ck_assert_ptr_nonnull(strchr(excerpt(text, byte, byte + 1, 2), '^'));
}
END_TEST

Suite *suite_output(void)
{
	Suite *suite = suite_create("output");
	TCase *cases = tcase_create("output");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, json_strings);
	tcase_add_test(cases, escapes_for_terminals);
	tcase_add_test(cases, a_caret_stands_under_wide_characters);
	tcase_add_test(cases, ambiguous_width_moves_the_caret);
	tcase_add_test(cases, an_empty_region_has_one_caret);
	tcase_add_test(cases, tabs_and_combining_marks);
	tcase_add_test(cases, what_shows_nothing_is_made_visible);
	tcase_add_test(cases, only_the_first_line_of_a_region_is_shown);
	tcase_add_test(cases, numbers_are_masked);
	tcase_add_test(cases, long_lines_are_cut_round_the_place);
	tcase_add_test(cases, a_wide_region_is_cut_too);
	tcase_add_test(cases, broken_text_does_not_matter);
	suite_add_tcase(suite, cases);
	return suite;
}
