/* sequence: which marks are tied together, where they break, and the mark that is due. */
#include <check.h>
#include <uchar.h>

#include "../article.h"
#include "../../linter/sequence.h"

static const struct article *article;
static struct str faults;

static void note_fault(void *user, const struct sequence_fault *fault)
{
	static const char *const kinds[] = {"skipped", "repeated", "misplaced"};
	uint32_t label[SEQUENCE_LABEL], length = sequence_label(article, fault->mark, fault->due, label);
	struct str mark = article_text(article, fault->mark->span, &test_arena), due = STR("");
	(void)user;
	for (uint32_t i = 0; i < length; i++) {
		char bytes[4] = {0};
		uint32_t size = character_encode(label[i], bytes);
		due = arena_format(&test_arena, "%.*s%.*s", (int)due.size, due.data, (int)size, bytes);
	}
	faults = arena_format(&test_arena, "%.*s%s%s %.*s>%.*s%s", (int)faults.size, faults.data, faults.size ? "; " : "", kinds[fault->kind], (int)mark.size,
		mark.data, (int)due.size, due.data, fault->sure ? "" : "?");
}

static const char *faults_of(const char *text)
{
	article = test_article(text);
	faults = STR("");
	struct sequence sequence = sequence_read(article, &test_arena);
	sequence_each_fault(article, &sequence, note_fault, NULL);
	return arena_format(&test_arena, "%.*s", (int)faults.size, faults.data).data;
}

static const struct {
	const char *text, *faults;
} cases[] = {
	{"一、甲\n\n二、乙\n\n三、丙\n", ""},
	{"一、甲\n\n二、乙\n\n四、丁\n", "skipped 四、>三、"},
	{"一、甲\n\n二、乙\n\n二、丙\n", "repeated 二、>三、"},
	{"一、甲\n\n二、乙\n\n七、丙\n\n四、丁\n", "misplaced 七、>三、"},
	{"一、甲\n\n二、乙\n\n四、丙\n\n三、丁\n", "misplaced 四、>三、"},
	{"一、甲\n\n二、乙\n\n九、丙\n", ""},
	{"（一）甲\n\n（二）乙\n\n（四）丙\n", "skipped （四）>（三）"},
	{"１．甲\n２．乙\n４．丙\n", "skipped ４．>3．"},
	{"①甲；②乙；④丙。", "skipped ④>③"},
	{"壹、甲\n\n貳、乙\n\n肆、丙\n", "skipped 肆、>叁、"},
	{"一是快，二是好，四是省。", "skipped 四是>三是"},
	{"一是快，三是省。", "skipped 三是>二是"},
	{"一、甲\n\n三、丙\n", ""},
	{"三、甲\n\n四、乙\n\n六、丙\n", ""},
	{"一、甲\n\n1. 子\n2. 丑\n\n二、乙\n\n1. 寅\n2. 卯\n4. 辰\n", "skipped 4.>3."},
	{"一、甲\n\n（一）子\n\n二、乙\n\n（一）丑\n\n三、丙\n", ""},
	{"第九条　甲\n\n第十条　乙\n\n第十一条　丙\n\n第十二条　丁\n\n第十四条　戊\n", "skipped 第十四条>第十三条"},
	{"步骤一：甲\n\n步骤二：乙\n\n步骤四：丙\n", "skipped 步骤四>步骤三"},
	{"第一、二组先走，第三、四组后走。", ""},
};

START_TEST(breaks)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *found = faults_of(cases[i].text);
		ck_assert_msg(strcmp(found, cases[i].faults) == 0, "%s: %s, not %s", cases[i].text, found, cases[i].faults);
	}
}
END_TEST

START_TEST(labels)
{
	struct sequence_mark mark = {.span = {ARTICLE_GUARD, ARTICLE_GUARD + 3}, .number = {ARTICLE_GUARD + 1, ARTICLE_GUARD + 2}, .value = 3};
	static const struct {
		uint32_t number;
		const char32_t *text;
	} rows[] = {{10, U"第十条"}, {12, U"第十二条"}, {30, U"第三十条"}, {100, U"第一百条"}, {105, U"第一百零五条"}, {110, U"第一百一十条"}};
	article = test_article("第三条");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t label[SEQUENCE_LABEL], length = sequence_label(article, &mark, rows[i].number, label);
		for (uint32_t at = 0; at < length; at++)
			ck_assert_uint_eq(label[at], rows[i].text[at]);
		ck_assert_uint_eq(rows[i].text[length], 0);
	}
}
END_TEST

Suite *suite_sequence(void);

Suite *suite_sequence(void)
{
	Suite *suite = suite_create("sequence");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, breaks);
	tcase_add_test(test, labels);
	suite_add_tcase(suite, test);
	return suite;
}
