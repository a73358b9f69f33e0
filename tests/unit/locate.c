/* Places in the file: lines, and columns in every unit. */
#include <check.h>

#include "article_p.h"
#include "locate_p.h"

Suite *suite_locate(void);

static const struct check_message messages[] = {
	{NULL, "{0}", SEVERITY_WARNING, PROFILE_DEFAULT, CONFIDENCE_HIGH},
	{"other", "{0}", SEVERITY_ERROR, PROFILE_DEFAULT, CONFIDENCE_HIGH},
	{0},
};
static const struct check sample = {.struct_size = sizeof sample, .name = "sample", .messages = messages};
static const struct check earlier = {.struct_size = sizeof earlier, .name = "earlier", .messages = messages};
static struct arena arena;
static struct report report;

static void set_up(void)
{
	arena_init(&arena);
}

static void tear_down(void)
{
	arena_release(&arena);
}

static void open_text(struct str text)
{
	struct article_builder *builder = article_builder_new(&arena, "sample.txt", text);
	article_builder_text(builder, 0, text.size);
	report_init(&report, article_builder_finish(builder, VARIANT_NONE), &arena);
	report_enter(&report, &sample, 0);
}

/* The span of a character that stands once in the text. */
static struct span span_of(uint32_t code_point)
{
	uint32_t at = report.article->begin;
	while (at < report.article->end && report.article->cp[at] != code_point)
		at++;
	return (struct span){at, at + 1};
}

static const struct diagnostic *locate(size_t expected)
{
	struct diagnostics diagnostics = {0};
	report_diagnose(&report, &diagnostics, &arena);
	ck_assert_uint_eq(diagnostics.count, expected);
	diagnostics_sort(diagnostics.items, diagnostics.count);
	diagnostics_locate(diagnostics.items, diagnostics.count, &arena);
	return diagnostics.items;
}

static const struct region *region_of_mark(const char *text, size_t size)
{
	open_text((struct str){text, size});
	report_add(&report, 0, span_of('!'));
	return &locate(1)->region;
}

#define REGION(text) region_of_mark((text), sizeof(text) - 1)

static void expect(const struct place *place, size_t byte, uint32_t line, const uint32_t columns[5])
{
	ck_assert_uint_eq(place->byte, byte);
	ck_assert_uint_eq(place->line, line);
	ck_assert_uint_eq(place->column, columns[0]);
	ck_assert_uint_eq(place->byte_column, columns[1]);
	ck_assert_uint_eq(place->utf16_column, columns[2]);
	ck_assert_uint_eq(place->display_column, columns[3]);
	ck_assert_uint_eq(place->narrow_column, columns[4]);
}

#define EXPECT(place, byte, line, ...) expect(&(place), (byte), (line), (const uint32_t[5]){__VA_ARGS__})

START_TEST(units_differ)
{
	const struct region *region = REGION("新闻😀!后");
	EXPECT(region->begin, 10, 1, 4, 11, 5, 7, 7);
	EXPECT(region->end, 11, 1, 5, 12, 6, 8, 8);
}
END_TEST

START_TEST(tabs_go_to_the_next_stop)
{
	EXPECT(REGION("\t!")->begin, 1, 1, 2, 2, 2, 9, 9);
	EXPECT(REGION("新\t!")->begin, 4, 1, 3, 5, 3, 9, 9);
	EXPECT(REGION("新闻新闻\t!")->begin, 13, 1, 6, 14, 6, 17, 17);
}
END_TEST

START_TEST(ambiguous_characters_have_two_widths)
{
	EXPECT(REGION("“新”……!")->begin, 15, 1, 6, 16, 6, 11, 7);
}
END_TEST

START_TEST(combining_marks_have_no_width)
{
	EXPECT(REGION("e\xCC\x81\xE2\x80\x8B!")->begin, 6, 1, 4, 7, 4, 2, 2);
}
END_TEST

START_TEST(joined_emoji_are_one_character_on_the_screen)
{
	EXPECT(REGION("👨‍👩!")->begin, 11, 1, 4, 12, 6, 3, 3);
	EXPECT(REGION("🇨🇳❤️!")->begin, 14, 1, 5, 15, 7, 5, 5);
}
END_TEST

START_TEST(lines_end_in_lf_or_crlf)
{
	EXPECT(REGION("一\r\n二\r\n三!\r\n")->begin, 13, 3, 2, 4, 2, 3, 3);
	EXPECT(REGION("一\n\n三!")->begin, 8, 3, 2, 4, 2, 3, 3);
	const struct region *region = REGION("一!\r\n二");
	EXPECT(region->end, 4, 1, 3, 5, 3, 4, 4);
}
END_TEST

START_TEST(broken_bytes_count_as_the_article_counts_them)
{
	/* E0 80 80: three; E4 BD: one; F0 9F 98: one; ED A0 80: three; FF: one */
	const struct region *region = REGION("\xE0\x80\x80\xE4\xBD\xF0\x9F\x98\xED\xA0\x80\xFF!");
	ck_assert_uint_eq(region->begin.byte, 12);
	ck_assert_uint_eq(region->begin.column, report.article->end - report.article->begin);
	ck_assert_uint_eq(region->begin.column, 10);
	ck_assert_uint_eq(region->begin.utf16_column, 10);
	ck_assert_uint_eq(region->begin.byte_column, 13);
}
END_TEST

START_TEST(every_broken_byte_has_its_place)
{
	open_text(STR("\xE0\x80\x80!"));
	for (uint32_t i = 0; i < 3; i++)
		report_add(&report, 0, (struct span){report.article->begin + i, report.article->begin + i + 1});
	const struct diagnostic *diagnostics = locate(3);
	for (uint32_t i = 0; i < 3; i++) {
		ck_assert_uint_eq(diagnostics[i].region.begin.byte, i);
		ck_assert_uint_eq(diagnostics[i].region.end.byte, i + 1);
		ck_assert_uint_eq(diagnostics[i].region.begin.column, i + 1);
	}
}
END_TEST

START_TEST(an_empty_span_is_a_place)
{
	open_text(STR("一二!"));
	uint32_t at = span_of('!').begin;
	report_add(&report, 0, (struct span){at, at});
	report_add(&report, 0, (struct span){report.article->end, report.article->end});
	const struct diagnostic *diagnostics = locate(2);
	EXPECT(diagnostics[0].region.begin, 6, 1, 3, 7, 3, 5, 5);
	EXPECT(diagnostics[0].region.end, 6, 1, 3, 7, 3, 5, 5);
	EXPECT(diagnostics[1].region.begin, 7, 1, 4, 8, 4, 6, 6);
}
END_TEST

START_TEST(sorted_by_place_then_by_name)
{
	open_text(STR("甲乙\n丙!"));
	report_add(&report, 0, span_of('!'));
	report_add(&report, 1, span_of(0x4E59));
	report_add(&report, 0, span_of(0x4E59));
	report_enter(&report, &earlier, 0);
	report_add(&report, 0, span_of(0x4E59));
	report_add(&report, 0, span_of(0x7532));
	const struct diagnostic *diagnostics = locate(5);
	ck_assert_uint_eq(diagnostics[0].region.begin.byte, 0);
	ck_assert_str_eq(diagnostics[1].check->name, "earlier");
	ck_assert_ptr_eq(diagnostics[2].message, &messages[0]);
	ck_assert_ptr_eq(diagnostics[3].message, &messages[1]);
	ck_assert_int_eq(diagnostics[3].severity, SEVERITY_ERROR);
	ck_assert_uint_eq(diagnostics[4].region.begin.line, 2);
}
END_TEST

START_TEST(notes_and_edits_have_places)
{
	open_text(STR("甲乙\n丙!"));
	struct finding *finding = report_add(&report, 0, span_of('!'));
	finding_note(finding, "here", span_of(0x7532));
	finding_fix(finding, FIX_SAFE, span_of('!'), "！");
	finding_fix(finding, FIX_SAFE, (struct span){span_of(0x4E59).begin, span_of(0x4E59).begin}, "“");
	finding_fix(finding, FIX_SAFE, (struct span){span_of(0x4E59).begin, span_of(0x4E59).begin}, "‘");
	const struct diagnostic *diagnostic = locate(1);
	ck_assert_uint_eq(diagnostic->related_count, 1);
	EXPECT(diagnostic->related[0].region.begin, 0, 1, 1, 1, 1, 1, 1);
	ck_assert_uint_eq(diagnostic->edit_count, 3);
	EXPECT(diagnostic->edits[0].region.begin, 3, 1, 2, 4, 2, 3, 3);
	EXPECT(diagnostic->edits[2].region.begin, 10, 2, 2, 4, 2, 3, 3);
	ck_assert_str_eq(diagnostic->edits[0].replacement.data, "“");
	ck_assert_str_eq(diagnostic->edits[1].replacement.data, "‘");
	ck_assert_str_eq(diagnostic->edits[2].replacement.data, "！");
}
END_TEST

Suite *suite_locate(void)
{
	Suite *suite = suite_create("locate");
	TCase *cases = tcase_create("locate");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, units_differ);
	tcase_add_test(cases, tabs_go_to_the_next_stop);
	tcase_add_test(cases, ambiguous_characters_have_two_widths);
	tcase_add_test(cases, combining_marks_have_no_width);
	tcase_add_test(cases, joined_emoji_are_one_character_on_the_screen);
	tcase_add_test(cases, lines_end_in_lf_or_crlf);
	tcase_add_test(cases, broken_bytes_count_as_the_article_counts_them);
	tcase_add_test(cases, every_broken_byte_has_its_place);
	tcase_add_test(cases, an_empty_span_is_a_place);
	tcase_add_test(cases, sorted_by_place_then_by_name);
	tcase_add_test(cases, notes_and_edits_have_places);
	suite_add_tcase(suite, cases);
	return suite;
}
