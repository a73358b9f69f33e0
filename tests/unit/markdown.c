/* markdown: what is prose and what is not, and that every character leads back to its bytes. */
#include <check.h>
#include <stdio.h>

#include "../../linter/input/reader_p.h"

Suite *suite_markdown(void);

static struct arena arena;

static void set_up(void)
{
	arena_init(&arena);
}

static void tear_down(void)
{
	arena_release(&arena);
}

static const struct article *read_text(const char *text)
{
	struct input input = {.path = "a.md", .text = str_from(text)};
	return reader_article(&input, &arena);
}

static char role_letter(enum role role)
{
	return role == ROLE_HEADING ? 'H' : role == ROLE_LIST_ITEM ? 'L' : role == ROLE_TABLE ? 'T' : role == ROLE_BODY ? 'B' : '?';
}

/*
 * The article as one line: a block begins with its role and level ("H1:"), a break inside is /, an object is its source
 * between [ and ]. Proves on the way that offsets go up and lie in the source.
 */
static const char *show(const char *text)
{
	const struct article *article = read_text(text);
	static char shown[4096];
	size_t size = 0, last = 0;
	uint32_t block = 0;
	for (uint32_t i = article->begin; i < article->end; i++) {
		size_t begin = article_byte(article, i), end = article_byte_end(article, i + 1);
		ck_assert_uint_ge(begin, last);
		ck_assert_uint_gt(end, begin);
		ck_assert_uint_le(end, article->source.size);
		last = end;
		if (block < article->block_count && article->blocks[block].begin == i) {
			const struct article_block *at = &article->blocks[block++];
			size += (size_t)snprintf(shown + size, sizeof shown - size, "%c%u:", role_letter(at->role), at->level);
		}
		bool breaks = block < article->block_count && article->blocks[block].begin == i + 1;
		if (article->cp[i] == '\n')
			size += (size_t)snprintf(shown + size, sizeof shown - size, breaks ? " " : "/");
		else if (article->cp[i] == CHARACTER_OBJECT)
			size += (size_t)snprintf(shown + size, sizeof shown - size, "[%.*s]", (int)(end - begin), text + begin);
		else
			size += character_encode(article->cp[i], shown + size);
	}
	shown[size] = 0;
	ck_assert_uint_eq(block, article->block_count);
	return shown;
}

#define EXPECT(text, wanted) ck_assert_str_eq(show(text), wanted)

START_TEST(markup_is_left_out)
{
	EXPECT("这是*强调*和**加**粗。", "B0:这是强调和加粗。");
	EXPECT("见[这里](https://example.org/a_(b) \"标题\")，以及[那里][x]。\n\n[x]: /y '不是正文'\n", "B0:见这里，以及那里。");
	EXPECT("删去~~这些~~字，5~10人，\\*不是强调\\*。", "B0:删去这些字，5~10人，*不是强调*。");
	EXPECT("- [x] 做完\n- [ ] 没做\n", "L1:做完 L1:没做");
}
END_TEST

START_TEST(offsets_lead_back)
{
	const char *text = "一**二**[三](u)`四`五";
	const struct article *article = read_text(text);
	static const char *const parts[] = {"一", "二", "三", "`四`", "五"};
	ck_assert_uint_eq(article->end - article->begin, 5);
	for (uint32_t i = 0; i < 5; i++) {
		uint32_t at = article->begin + i;
		ck_assert_uint_eq(article_byte(article, at), (size_t)(strstr(text, parts[i]) - text));
		ck_assert_uint_eq(article_byte_end(article, at + 1), article_byte(article, at) + strlen(parts[i]));
	}
}
END_TEST

START_TEST(objects)
{
	EXPECT("运行`make`和``a`b``。", "B0:运行[`make`]和[``a`b``]。");
	EXPECT("跨行`代\n码`完", "B0:跨行[`代\n码`]完");
	EXPECT("图![说明 *文字*](a(1).png \"题)\")后", "B0:图[![说明 *文字*](a(1).png \"题)\")]后");
	EXPECT("图![甲][x]和![乙]后\n\n[x]: a\n[乙]: b\n", "B0:图[![甲][x]]和[![乙]]后");
	EXPECT("见<https://example.org>和<a@example.org>。", "B0:见[<https://example.org>]和[<a@example.org>]。");
	EXPECT("见https://example.org/a_b_c。", "B0:见[https://example.org/a_b_c]。");
	EXPECT("按<kbd title=\"a>b\">Ctrl</kbd>键", "B0:按[<kbd title=\"a>b\">]Ctrl[</kbd>]键");
	EXPECT("{{ site.name }}的{% if x %}页", "B0:[{{ site.name }}]的[{% if x %}]页");
}
END_TEST

START_TEST(formulas_and_prices)
{
	EXPECT("速度$v_1*t*2$与$\\text{路程}$。", "B0:速度[$v_1*t*2$]与[$\\text{路程}$]。");
	EXPECT("卖$5，原价$10；HK$3和US$4。", "B0:卖$5，原价$10；HK$3和US$4。");
	EXPECT("$$\na = b\n- c\n$$\n完。", "B0:[$$\na = b\n- c\n$$]/完。");
	EXPECT("\\$a$和`$`与$", "B0:$a$和[`$`]与$");
	EXPECT("写作$$$$。", "B0:写作$$$$。");
}
END_TEST

START_TEST(entities)
{
	EXPECT("甲&hellip;&#8212;&#x4E59;&lt;", "B0:甲…—乙<");
	EXPECT("甲&nbsp;&emsp;乙&nosuch;", "B0:甲[&nbsp;][&emsp;]乙[&nosuch;]");
	EXPECT("甲&#xD800;&#9999999;", "B0:甲\xEF\xBF\xBD\xEF\xBF\xBD");
}
END_TEST

START_TEST(breaks)
{
	EXPECT("第一行\n第二行  \n第三行\\\n第四行<br>第五行", "B0:第一行/第二行/第三行/第四行/第五行");
	EXPECT("> 甲**乙\n> 丙**丁\n", "B0:甲乙/丙丁");
	const struct article *article = read_text("甲**乙**\r\n丙\r\n\r\n丁\r\n");
	ck_assert_uint_eq(article_byte(article, article->begin + 2), 11); /* the LF of the CRLF */
	EXPECT("甲\r\n乙\r\n\r\n# 丙\r\n\r\n- 丁\r\n", "B0:甲/乙 H1:丙 L1:丁");
}
END_TEST

START_TEST(blocks)
{
	EXPECT("题一\n===\n\n## 题二 ##\n\n文\n\n> 引\n>\n> 引二\n", "H1:题一 H2:题二 B0:文 B0:引 B0:引二");
	EXPECT("- 一\n  - 二\n    - 三\n- 四\n\n  续\n", "L1:一 L2:二 L3:三 L1:四 B0:续");
	EXPECT("1. 一\n   ```\n   码\n   ```\n   后\n2. 二\n", "L1:一 B0:后 L1:二");
	EXPECT("|甲|*乙*|\n|--|--|\n|丙|`丁`|\n||己\\|庚|\n", "T257:甲 T258:乙 T513:丙 T514:[`丁`] T769:己|庚");
	EXPECT("甲\n\n---\n\n乙", "B0:甲 B0:乙");
	EXPECT("|甲|乙|丙|\n|-|:-|-:|\n|`丁`|戊|己|\n\n甲|乙\n--|:-:\n丙|丁\n", "T257:甲 T258:乙 T259:丙 T513:[`丁`] T514:戊 T515:己 T257:甲 T258:乙 T513:丙 T514:丁");
	EXPECT("> |甲|乙|\n> |-|-|\n> |丙|丁|\n\n一--二|三\n-|-", "T257:甲 T258:乙 T513:丙 T514:丁 T257:一--二 T258:三");
}
END_TEST

START_TEST(what_is_no_prose)
{
	EXPECT("甲\n\n```c\n码，码\n```\n\n    缩进\n\n乙", "B0:甲 B0:乙");
	EXPECT("<div>\n块\n</div>\n\n甲<!-- 注\n<b>释 -->乙\n", "B0:甲乙");
	EXPECT("甲\n\n<!-- 注释 -->\n\n乙", "B0:甲 B0:乙");
	EXPECT("", "");
	EXPECT("```\n", "");
}
END_TEST

START_TEST(front_matter)
{
	EXPECT("---\ntitle: 题,目\n---\n\n正文", "B0:正文");
	EXPECT("---\r\ntitle: 题\r\n---\r\n正文\r\n", "B0:正文");
	EXPECT("+++\ntitle = '题'\n+++\n正文", "B0:正文");
	EXPECT("---\n\n文\n\n---\n\n尾", "B0:文 B0:尾");
	EXPECT("---\na: 没有结束\n", "B0:a: 没有结束");
	EXPECT("---\n---\n正文", "B0:正文");
	EXPECT("---\n# 说明\n题: 好\n---\n\n正文", "B0:正文");
	EXPECT("---\n没有冒号\n\n---\n\n正文", "B0:没有冒号 B0:正文");
}
END_TEST

START_TEST(marks_of_other_tools)
{
	EXPECT("甲[^1]乙。\n\n[^1]: 注一。\n[^2]: 注 二。\n", "B0:甲乙。 B0:注一。 B0:注 二。");
	EXPECT("> [!NOTE]\n> 提示", "B0:提示");
	EXPECT("::: tip 注意\n内容\n:::\n", "B0:内容");
}
END_TEST

/* Nothing that stands on many lines of one paragraph takes more than its share of time. */
START_TEST(long_paragraphs)
{
	static const char *const lines[] = {"[^1]:\n", "[a]\n", "[a](b)\n", "![a]\n", "`a\n", "*a\n", "<a\n", "|-|\n", "$a\n", "&amp;\n", "<b>\n"};
	enum { COUNT = 40000 };
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		size_t size = strlen(lines[i]);
		char *text = arena_alloc_raw(&arena, COUNT * size + 1);
		for (size_t j = 0; j < COUNT; j++)
			memcpy(text + j * size, lines[i], size);
		text[COUNT * size] = 0;
		read_text(text);
	}
}
END_TEST

static const struct directive *directives_of(const char *text, const char *path)
{
	struct input input = {.path = path, .text = str_from(text)};
	return reader_directives(&input, &arena);
}

START_TEST(directives)
{
	const char *text = "甲<!-- kanlint-disable a_b c* -->乙\n\n```\n<!-- kanlint-disable d -->\n```\n\n"
			   "- 丙 `<!-- kanlint-disable e -->`\n<!--kanlint-enable-->\n\n|<!-- kanlint-disable-next-line\nf -->\n\n<!-- kanlint-disabled -->";
	const struct directive *at = directives_of(text, "a.md");
	ck_assert_int_eq(at->kind, DIRECTIVE_DISABLE);
	ck_assert_uint_eq(at->byte, 3);
	ck_assert(str_equal(at->names, STR("a_b c*")));
	at = at->next;
	ck_assert_int_eq(at->kind, DIRECTIVE_ENABLE);
	ck_assert_uint_eq(at->names.size, 0);
	at = at->next;
	ck_assert_int_eq(at->kind, DIRECTIVE_DISABLE_NEXT_LINE);
	ck_assert(str_equal(at->names, STR("f")));
	ck_assert_ptr_null(at->next);
	ck_assert_ptr_null(directives_of(text, "a.txt"));
}
END_TEST

Suite *suite_markdown(void)
{
	Suite *suite = suite_create("markdown");
	TCase *cases = tcase_create("markdown");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, markup_is_left_out);
	tcase_add_test(cases, offsets_lead_back);
	tcase_add_test(cases, objects);
	tcase_add_test(cases, formulas_and_prices);
	tcase_add_test(cases, entities);
	tcase_add_test(cases, breaks);
	tcase_add_test(cases, blocks);
	tcase_add_test(cases, what_is_no_prose);
	tcase_add_test(cases, front_matter);
	tcase_add_test(cases, marks_of_other_tools);
	tcase_add_test(cases, long_paragraphs);
	tcase_add_test(cases, directives);
	suite_add_tcase(suite, cases);
	return suite;
}
