/* pair: which marks belong together, which are alone, and the questions about them. */
#include <check.h>
#include <stdlib.h>

#include "../../linter/article_p.h"
#include "../../linter/layer_p.h"
#include "../../linter/pair.h"

Suite *suite_pair(void);

static struct arena arena;

static void setup(void)
{
	arena_init(&arena);
}

static void teardown(void)
{
	arena_release(&arena);
}

static struct article *read_text(const char *text)
{
	struct str source = str_from(text);
	struct article_builder *builder = article_builder_new(&arena, "test", source);
	article_builder_text(builder, 0, source.size);
	struct article *article = article_builder_finish(builder, VARIANT_NONE);
	article_build_paragraphs(article);
	article_build_pairs(article);
	return article;
}

/* "“好”|+(a)" ("+" continued, "~" reversed), then the lone marks: " !（4" never closed, " !4）" never opened, " !4>1" wrong. */
static const char *shown(const char *text)
{
	const struct article *article = read_text(text);
	struct str out = {"", 0};
	for (uint32_t i = 0; i < article->pair_count; i++) {
		const struct pair *pair = &article->pairs[i];
		struct str inner = article_text(article, (struct span){pair->open, pair->close + 1}, &arena);
		const char *flag = pair->continued ? "+" : pair->reversed ? "~" : "";
		out = arena_format(&arena, "%s%s%s%.*s", out.data, i ? "|" : "", flag, (int)inner.size, inner.data);
	}
	for (uint32_t i = 0; i < article->unpaired_count; i++) {
		const struct unpaired *unpaired = &article->unpaired[i];
		struct str mark = article_text(article, (struct span){unpaired->at, unpaired->at + 1}, &arena);
		unsigned at = unpaired->at - article->begin;
		if (unpaired->reason == UNPAIRED_NEVER_CLOSED)
			out = arena_format(&arena, "%s !%s%u", out.data, mark.data, at);
		else if (unpaired->reason == UNPAIRED_NEVER_OPENED)
			out = arena_format(&arena, "%s !%u%s", out.data, at, mark.data);
		else
			out = arena_format(&arena, "%s !%u>%u", out.data, at, unpaired->partner - article->begin);
	}
	return out.data;
}

struct example {
	const char *text;
	const char *pairs;
};

static void compare(const struct example *examples, size_t count)
{
	for (size_t i = 0; i < count; i++)
		ck_assert_msg(strcmp(shown(examples[i].text), examples[i].pairs) == 0, "%s\n  wanted: %s\n  found:  %s", examples[i].text,
			examples[i].pairs, shown(examples[i].text));
}

#define COMPARE(examples) compare(examples, sizeof(examples) / sizeof *(examples))

START_TEST(whole)
{
	static const struct example examples[] = {
		{"他说：“好。”", "“好。”"},
		{"他说：“读《史记》（节选）。”", "“读《史记》（节选）。”|《史记》|（节选）"},
		{"他說「讀『史記』」", "「讀『史記』」|『史記』"},
		{"混用(全角）与（半角)", "(全角）|（半角)"},
		{"“甲‘乙“丙”丁’戊”", "“甲‘乙“丙”丁’戊”|‘乙“丙”丁’|“丙”"},
		{"交错“（甲”乙）", "“（甲”|（甲”乙）"},
		{"交错（甲【乙）丙】", "（甲【乙）|【乙）丙】"},
		{"区间[0, 1)和(0，1]", "[0, 1)|(0，1]"},
		{"﹁直排﹂", "﹁直排﹂"},
		{"没有标记", ""},
		{"他说\"好\"，又写\"OK\"。", "\"好\"|\"OK\""},
		{"", ""},
	};
	COMPARE(examples);
}
END_TEST

START_TEST(one_forgotten)
{
	static const struct example examples[] = {
		{"他说：“好。走。", " !“3"},
		{"他说'好，又说\"行\"，转身就走了。", "\"行\" !'2"},
		{"他说\"好\"，屏幕上写着OK\"，大家都笑了。", "\"好\" !13\""},
		{"甲（乙。丙（丁）戊", "（丁） !（1"},
		{"甲《乙（丙）丁", "（丙） !《1"},
		{"甲（乙《丙）丁", "（乙《丙） !《3"},
		{"甲”乙，丙。", " !1”"},
		{"甲“乙”，丙”丁。", "“乙” !6”"},
		{"甲“乙‘丙”丁。", "“乙‘丙” !‘3"},
		{"（甲）乙）丙。", "（甲） !4）"},
		{"第一段“甲。\n第二段“乙”，“丙”。", "“乙”|“丙” !“3"},
		{"第一段“甲。\n\n第二段乙”。\n", " !“3 !12”"},
		{"第一段（甲。\n\n第二段（乙）。\n", "（乙） !（3"},
	};
	COMPARE(examples);
}
END_TEST

START_TEST(one_wrong)
{
	static const struct example examples[] = {
		{"见（图一】。", "（图一】 !4>1"},
		{"读《史记〉。", "《史记〉 !4>1"},
		{"说“好」了", "“好」 !3>1"},
		{"说“好“了", "“好“ !3>1"},
		{"说”好”了", "”好” !1>3"},
		{"叫“甲“、“乙”和“丙“", "“甲“|“乙”|“丙“ !3>1 !11>9"},
		{"叫“甲“，说”好”了", "“甲“|”好” !3>1 !6>8"},
		{"说”好“了", "~”好“"},
		{"叫”甲“和”乙“的", "~”甲“|~”乙“"},
		{"说\"好”了", "\"好”"},
	};
	COMPARE(examples);
}
END_TEST

START_TEST(over_paragraphs)
{
	static const struct example examples[] = {
		{"他说：“甲。\n“乙。\n“丙。”", "“甲。\n“乙。\n“丙。”|+“乙。\n“丙。”|+“丙。”"},
		{"他說：「甲。\n\n「乙。\n\n　　「丙。」", "「甲。\n\n「乙。\n\n　　「丙。」|+「乙。\n\n　　「丙。」|+「丙。」"},
		{"“‘甲。\n“‘乙。’”", "“‘甲。\n“‘乙。’”|‘甲。\n“‘乙。’|+“‘乙。’”|+‘乙。’"},
		{"他说：“销售额上升。\n“双十”期间更多。", "“双十” !“3"},
		{"“床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。”", "“床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。”"},
		{"他吟道：“床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。”", "“床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。”"},
		{"（本报记者\n李明）", "（本报记者\n李明）"},
		{"“甲。\n“乙。\n丙丁。", " !“4"},
	};
	COMPARE(examples);
}
END_TEST

START_TEST(no_marks)
{
	static const struct example examples[] = {
		{"1）加强；2）完善；a)甲；iv)乙；一）丙；①)丁", ""},
		{"（包括1）甲；2）乙；3）丙。）完", "（包括1）甲；2）乙；3）丙。）"},
		{"第（1）项与(a)项", "（1）|(a)"},
		{"O’Neil和don't、students’ books与’90s", ""},
		{"身高5' 6\"，屏幕27\"", ""},
		{"身高5’6”，屏幕27”", ""},
		{"“屏幕27”很大”", "“屏幕27”很大”"},
		{"\"甲\"和\"乙27\"", "\"甲\"|\"乙27\""},
		{"\"甲\"的27\"屏", "\"甲\""},
		{"真好:)眨眼;-)", ""},
		{"难过:( 唉", ""},
		{"（真好:)）", "（真好:)）"},
		{"首页》新闻》正文", ""},
		{"》 原信内容", ""},
		{"查看更多》", ""},
		{"„Die Zeit“报", ""},
		{"Ch‘ing和（‘Abd）", "（‘Abd）"},
		{"(￣︶￣)", "(￣︶￣)"},
	};
	COMPARE(examples);
}
END_TEST

START_TEST(straight)
{
	static const struct example examples[] = {
		{"说\"好\"和\"坏\"。", "\"好\"|\"坏\""},
		{"说：\"好，他走。", " !\"2"},
		{"说：\"好，他走：\"不。\"", "\"不。\" !\"2"},
		{"说\"好\"，走\"。", "\"好\" !6\""},
		{"说'好'了", "'好'"},
	};
	COMPARE(examples);
}
END_TEST

START_TEST(questions)
{
	const struct article *article = read_text("甲“乙（丙）《丁》戊”己");
	uint32_t base = article->begin;
	ck_assert_ptr_null(pair_around(article, base, PAIRS_ANY));
	ck_assert_uint_eq(pair_around(article, base + 1, PAIRS_ANY)->kind, PAIR_DOUBLE_QUOTE);
	ck_assert_uint_eq(pair_around(article, base + 4, PAIRS_ANY)->kind, PAIR_PARENTHESIS);
	ck_assert_uint_eq(pair_around(article, base + 4, PAIRS_QUOTE)->kind, PAIR_DOUBLE_QUOTE);
	ck_assert_uint_eq(pair_around(article, base + 9, PAIRS_ANY)->kind, PAIR_DOUBLE_QUOTE);
	ck_assert_ptr_null(pair_around(article, base + 9, PAIRS_TITLE));
	ck_assert_ptr_null(pair_around(article, base + 11, PAIRS_ANY));
	ck_assert_ptr_eq(pair_opening(article, base + 3), &article->pairs[1]);
	ck_assert_ptr_null(pair_opening(article, base + 4));
	ck_assert_ptr_eq(pair_closing(article, base + 10), &article->pairs[0]);
	ck_assert_ptr_null(pair_closing(article, base + 4));
	ck_assert_uint_eq(article->pairs[2].parent, 0);
}
END_TEST

/* Overlapping pairs: the innermost one is that with the last opening mark. */
START_TEST(questions_overlap)
{
	const struct article *article = read_text("“（甲”乙）丙");
	uint32_t base = article->begin;
	ck_assert_uint_eq(pair_around(article, base + 4, PAIRS_ANY)->kind, PAIR_PARENTHESIS);
	ck_assert_uint_eq(pair_around(article, base + 2, PAIRS_QUOTE)->kind, PAIR_DOUBLE_QUOTE);
	ck_assert_ptr_null(pair_around(article, base + 4, PAIRS_QUOTE));
	const struct article *quotation = read_text("“甲。\n“乙。”");
	ck_assert_ptr_eq(pair_closing(quotation, quotation->end - 1), &quotation->pairs[0]);
}
END_TEST

/* Half a million marks: open ones, nested pairs, closing marks of other kinds. Done in no time, and every mark is accounted for. */
START_TEST(hostile)
{
	static const struct {
		const char *open, *close;
		uint32_t pairs;
	} parts[] = {{"(", ")", 1}, {"（", "】", 0}, {"“", "‘", 0}, {"”", "“", 0}, {"\"", "\"", 1}};
	enum { COUNT = 250000 };
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t sizes[2] = {strlen(parts[i].open), strlen(parts[i].close)};
		char *text = arena_alloc(&arena, COUNT * (sizes[0] + sizes[1]) + 1), *end = text;
		for (size_t side = 0; side < 2; side++)
			for (uint32_t n = 0; n < COUNT; n++, end += sizes[side])
				memcpy(end, side ? parts[i].close : parts[i].open, sizes[side]);
		const struct article *article = read_text(text);
		if (parts[i].pairs)
			ck_assert_uint_eq(article->pair_count, COUNT);
		uint32_t inside = 0;
		for (uint32_t at = article->begin; at < article->end; at++)
			inside += pair_around(article, at, PAIR_BIT(PAIR_BRACE)) != NULL;
		ck_assert_uint_eq(inside, 0);
	}
}
END_TEST

Suite *suite_pair(void)
{
	Suite *suite = suite_create("pair");
	TCase *cases = tcase_create("pair");
	tcase_add_checked_fixture(cases, setup, teardown);
	tcase_add_test(cases, whole);
	tcase_add_test(cases, one_forgotten);
	tcase_add_test(cases, one_wrong);
	tcase_add_test(cases, over_paragraphs);
	tcase_add_test(cases, no_marks);
	tcase_add_test(cases, straight);
	tcase_add_test(cases, questions);
	tcase_add_test(cases, questions_overlap);
	tcase_add_test(cases, hostile);
	suite_add_tcase(suite, cases);
	return suite;
}
