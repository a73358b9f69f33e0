/* Findings as records: arguments, notes, edits, and the cap. */
#include <check.h>

#include "article_p.h"
#include "report_p.h"

Suite *suite_report(void);

static const struct check_message messages[] = {
	{NULL, "{0}", SEVERITY_WARNING, PROFILE_DEFAULT, CONFIDENCE_MEDIUM},
	{0},
};
static const struct check sample = {.struct_size = sizeof sample, .name = "sample", .messages = messages};
static struct arena arena;
static struct report report;

static void set_up(void)
{
	static const char text[] = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";
	arena_init(&arena);
	struct article_builder *builder = article_builder_new(&arena, "sample.txt", STR(text));
	article_builder_text(builder, 0, sizeof text - 1);
	report_init(&report, article_builder_finish(builder, VARIANT_NONE), &arena);
	report_enter(&report, &sample, 0);
}

static void tear_down(void)
{
	arena_release(&arena);
}

static struct span at(uint32_t begin, uint32_t end)
{
	return (struct span){report.article->begin + begin, report.article->begin + end};
}

START_TEST(arguments_are_text)
{
	struct finding *finding = report_add(&report, 0, at(0, 3));
	finding_text(finding, at(1, 4));
	finding_number(finding, -12);
	finding_character(finding, 0x200B);
	finding_character(finding, 0x4E00);
	finding_character(finding, 0x2061);
	finding_string(finding, "x");
	finding_string(finding, "one more than there is room for");
	ck_assert_uint_eq(finding->argument_count, FINDING_ARGUMENTS);
	ck_assert_str_eq(finding->arguments[0].data, "二三四");
	ck_assert_str_eq(finding->arguments[1].data, "-12");
	ck_assert_str_eq(finding->arguments[2].data, "U+200B ZERO WIDTH SPACE");
	ck_assert_str_eq(finding->arguments[3].data, "一");
	ck_assert_str_eq(finding->arguments[4].data, "U+2061");
	ck_assert_int_eq(finding->confidence, CONFIDENCE_MEDIUM);
}
END_TEST

START_TEST(a_long_text_loses_its_middle)
{
	struct finding *finding = report_add(&report, 0, at(0, 40));
	finding_text(finding, at(0, 40));
	ck_assert_str_eq(finding->arguments[0].data, "一二三四五六七八九十一二三四五…六七八九十一二三四五六七八九十");
}
END_TEST

START_TEST(notes_and_edits_keep_their_order)
{
	struct finding *finding = report_add(&report, 0, at(0, 1));
	finding_note(finding, "first", at(1, 2));
	finding_note(finding, "second", at(2, 3));
	finding_fix(finding, FIX_SAFE, at(3, 4), "甲");
	ck_assert_int_eq(finding->fix_kind, FIX_SAFE);
	finding_fix_character(finding, FIX_UNSAFE, at(4, 5), 0x4E59);
	ck_assert_int_eq(finding->fix_kind, FIX_UNSAFE);
	ck_assert_str_eq(finding->notes->text, "first");
	ck_assert_str_eq(finding->notes->argument.data, "二");
	ck_assert_str_eq(finding->notes->next->text, "second");
	ck_assert_str_eq(finding->edits->replacement.data, "甲");
	ck_assert_str_eq(finding->edits->next->replacement.data, "乙");
	ck_assert_ptr_null(finding->edits->next->next);
}
END_TEST

START_TEST(past_the_cap_findings_are_thrown_away)
{
	for (int i = 0; i < REPORT_CAP + 5; i++)
		ck_assert_ptr_nonnull(report_add(&report, 0, at(0, 1)));
	ck_assert_uint_eq(report.count, REPORT_CAP);
	ck_assert_uint_eq(report.capped_count, 1);
	ck_assert_ptr_eq(report.capped[0], &sample);
	report_enter(&report, &sample, 0);
	report_add(&report, 0, at(0, 1));
	ck_assert_uint_eq(report.count, REPORT_CAP + 1);
}
END_TEST

START_TEST(hidden_messages_do_not_count)
{
	report_enter(&report, &sample, 1);
	for (int i = 0; i < REPORT_CAP + 5; i++)
		ck_assert_ptr_nonnull(report_add(&report, 0, at(0, 1)));
	ck_assert_uint_eq(report.count, 0);
	ck_assert_uint_eq(report.capped_count, 0);
	ck_assert_ptr_null(report.findings);
}
END_TEST

/* A hostile text has a million of them. */
START_TEST(what_is_thrown_away_takes_no_memory)
{
	for (int hidden = 0; hidden < 2; hidden++) {
		report_enter(&report, &sample, (uint64_t)hidden);
		for (int i = 0; i < REPORT_CAP + 1; i++)
			report_add(&report, 0, at(0, 1));
		size_t used = arena.used;
		const char *next = arena.next;
		for (int i = 0; i < 100; i++) {
			struct finding *finding = report_add(&report, 0, at(0, 1));
			finding_text(finding, at(0, 40));
			finding_string(finding, "x");
			finding_number(finding, i);
			finding_character(finding, 0x4E00);
			finding_code_point(finding, 0x4E00);
			finding_characters(finding, (const uint32_t[]){0x4E00, 0x4E01}, 2);
			finding_confidence(finding, CONFIDENCE_LOW);
			finding_note(finding, "note {0}", at(0, 40));
			finding_fix(finding, FIX_UNSAFE, at(0, 1), "甲");
			finding_fix_character(finding, FIX_SAFE, at(0, 1), 0x4E59);
		}
		ck_assert_uint_eq(arena.used, used);
		ck_assert_ptr_eq(arena.next, next);
		ck_assert_uint_eq(report.count, REPORT_CAP);
	}
	const struct finding *kept = report.findings;
	ck_assert_int_eq(kept->confidence, CONFIDENCE_MEDIUM);
	ck_assert_uint_eq(kept->argument_count, 0);
	ck_assert_ptr_null(kept->edits);
}
END_TEST

Suite *suite_report(void)
{
	Suite *suite = suite_create("report");
	TCase *all = tcase_create("all");
	tcase_add_checked_fixture(all, set_up, tear_down);
	tcase_add_test(all, arguments_are_text);
	tcase_add_test(all, a_long_text_loses_its_middle);
	tcase_add_test(all, notes_and_edits_keep_their_order);
	tcase_add_test(all, past_the_cap_findings_are_thrown_away);
	tcase_add_test(all, hidden_messages_do_not_count);
	tcase_add_test(all, what_is_thrown_away_takes_no_memory);
	suite_add_tcase(suite, all);
	return suite;
}
