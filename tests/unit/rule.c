/* rule: files of rules read, names, plain lists, and what rules find in a text. */
#include <check.h>

#include "../article.h"
#include "lint_p.h"
#include "policy_p.h"
#include "rule_set_p.h"

Suite *suite_rule(void);

static struct str said;

static void hear(void *state, const char *sentence)
{
	(void)state;
	said = arena_format(&test_arena, "%.*s%s\n", (int)said.size, said.data, sentence);
}

static const struct rule_errors errors = {hear, NULL};

static void set_up(void)
{
	test_open();
	said = STR("");
}

static struct rules read_rules(const char *yaml)
{
	struct rules rules = {0};
	rules_read_all(&rules, "r.yaml", str_from(yaml), &test_arena, &errors);
	return rules;
}

static struct rule_set *finish(struct rule_set *set)
{
	struct check_list *checks = ARENA_NEW(&test_arena, struct check_list);
	*checks = check_list_make(checks_table, &test_arena);
	rule_set_finish(set, checks);
	return set;
}

static struct rule_set *set_of(const char *yaml)
{
	struct rules rules = read_rules(yaml);
	struct rule_set *set = rule_set_new(&test_arena);
	struct error error;
	for (size_t i = 0; i < rules.count; i++)
		if (!rule_set_add(set, &rules.items[i], "/", &error))
			hear(NULL, error.text);
	return finish(set);
}

/* What rules find: NAME:TEXT, blanks between. */
static const char *found_by(struct rule_set *set, const char *text)
{
	struct result result = {.policy = rule_set_policy(set, VARIANT_NONE)};
	struct str out = STR("");
	arena_init(&result.arena);
	result.input = (struct input){.path = "a.txt", .bytes = str_from(text), .text = str_from(text)};
	lint_input(&result, test_data);
	for (size_t i = 0; i < result.count; i++) {
		const struct region *region = &result.diagnostics[i].region;
		out = arena_format(&test_arena, "%.*s%s%s:%.*s", (int)out.size, out.data, out.size ? " " : "", result.diagnostics[i].message->key,
			(int)(region->end.byte - region->begin.byte), text + region->begin.byte);
	}
	arena_release(&result.arena);
	rule_set_release(set);
	return out.data;
}

static const char *found(const char *yaml, const char *text)
{
	return found_by(set_of(arena_format(&test_arena, "rules:\n%s\n", yaml).data), text);
}

START_TEST(all_keys_are_read)
{
	struct rules rules =
		read_rules("rules:\n- {replace: [甲, 乙], with: 丙, unless: 丁, near: [戊], unless_near: 己, variant: hant-tw, anywhere: true,\n"
			   "   name: n-1, message: m, severity: note, files: ['*.md'], wrong: w, right: [r, s], reason: why}\n"
			   "- {limit: times, of: 庚, to: 3}\n");
	ck_assert_str_eq(said.data, "");
	ck_assert_uint_eq(rules.count, 2);
	const struct rule *rule = &rules.items[0];
	ck_assert_int_eq(rule->kind, RULE_REPLACE);
	ck_assert_uint_eq(rule->line, 2);
	ck_assert_uint_eq(rule->column, 3);
	ck_assert_str_eq(rule->replace.items[1], "乙");
	ck_assert_str_eq(rule->unless_near.items[0], "己");
	ck_assert_int_eq(rule->variant, VARIANT_HANT_TW);
	ck_assert(rule->anywhere);
	ck_assert_int_eq(rule->severity, SEVERITY_NOTE);
	ck_assert_str_eq(rule->files.items[0], "*.md");
	ck_assert_str_eq(rule->right.items[1], "s");
	ck_assert_str_eq(rule->reason, "why");
	ck_assert_int_eq(rules.items[1].limit, LIMIT_TIMES);
	ck_assert_int_eq(rules.items[1].to, 3);
	ck_assert_int_eq(rules.items[1].severity, -1);
}
END_TEST

START_TEST(one_wrong_rule_leaves_the_others)
{
	struct rules rules =
		read_rules("rules:\n- {avoid: 甲}\n- {avoid: [乙}\n# a note\n- {avoid: 丙, foo: 丁}\n-   avoid: 戊\n    name: e\n- {avoid: \"己}\n");
	ck_assert_uint_eq(rules.count, 2);
	ck_assert_uint_eq(rules.items[1].line, 6);
	ck_assert_str_eq(said.data, "r.yaml:3:13: did not find expected ',' or ']' (while parsing a flow sequence)\n"
				    "r.yaml:5:14: unknown key “foo”\n"
				    "r.yaml:9:1: found unexpected end of stream (while scanning a quoted scalar)\n");
}
END_TEST

START_TEST(what_is_no_list_is_said)
{
	static const char *const wrongs[][2] = {
		{"", "r.yaml:1:1: must be “rules:” and a list of them\n"},
		{"- {avoid: 甲}", "r.yaml:1:1: must be “rules:” and a list of them\n"},
		{"rules: 甲", "r.yaml:1:8: must be “rules:” and a list of them\n"},
		{"rules: []\nrule: []", "r.yaml:1:1: must be “rules:” and a list of them\n"},
		{"rules:", ""},
		{"rules: []", ""},
		{"rules: [", "r.yaml:2:1: did not find expected node content (while parsing a flow node)\n"},
	};
	for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
		said = STR("");
		ck_assert_uint_eq(read_rules(wrongs[i][0]).count, 0);
		ck_assert_str_eq(said.data, wrongs[i][1]);
	}
}
END_TEST

START_TEST(names)
{
	static const char *const files[][2] = {{"a/house-words.tsv", "house-words"}, {"a b.v2.yaml", "a_b_v2"}, {".kanlint.yaml", "kanlint"},
		{"用语.yaml", "用语"}, {"-x.tsv", "_x"}, {"list", "list"}, {"，.tsv", "rules"}};
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		ck_assert_str_eq(rule_file_name(files[i][0], &test_arena), files[i][1]);
	ck_assert(rule_name_is_good("用语-1_a"));
	ck_assert(!rule_name_is_good("") && !rule_name_is_good("-a") && !rule_name_is_good("a.b") && !rule_name_is_good("a b") &&
		  !rule_name_is_good("a，b"));
}
END_TEST

START_TEST(plain_lists)
{
	struct rule_set *set = rule_set_new(&test_arena);
	rule_set_add_plain(set, "l.tsv",
		STR("\xEF\xBB\xBF# 注\r\n登陆网站\t登录网站\r\n\r\n 图象 \t 图像|圖像 \t说明\n小道消息\n两 个\n无\t\n\t有\n同\t同\n"), &errors);
	ck_assert_str_eq(said.data, "l.tsv:6:1: no tab between the wrong text and the right one\n"
				    "l.tsv:7:1: a line needs a text on both sides of its tab\n"
				    "l.tsv:8:1: a line needs a text on both sides of its tab\n"
				    "l.tsv:9:1: the right text is the wrong one\n");
	ck_assert_str_eq(found_by(finish(set), "请登陆网站看图象，不传小道消息。"), "l:登陆网站 l:图象 l:小道消息");
}
END_TEST

START_TEST(texts)
{
	static const char *const cases[][3] = {
		{"- {avoid: 台独}", "两个平台独立运行，反对台独。", "r:台独"},
		{"- {replace: 台湾, with: 中国台湾}", "中国台湾、台湾。", "r:台湾"},
		{"- {name: a, avoid: 网络}\n- {name: b, avoid: 网络安全}", "网络安全和网络。", "b:网络安全 a:网络"},
		{"- {name: a, avoid: 网络安}\n- {name: b, avoid: 安全}", "网络安全。", "b:安全"},
		{"- {name: a, avoid: 甲乙丙}\n- {name: b, avoid: 乙}", "甲乙丙，乙。", "a:甲乙丙 b:乙"},
		{"- {name: a, avoid: 甲乙}\n- {name: b, replace: 甲乙, with: 丙}", "甲乙。", "a:甲乙"},
		{"- {avoid: 甲…乙…丙}", "甲一乙二丙，甲一乙，丙。", "r:甲一乙二丙"},
		{"- {avoid: ABC}", "ABCD ABC，ABC1甲ABC", "r:ABC r:ABC r:ABC"},
		{"- {consistent: [甲乙, 丙丁, 戊己]}", "丙丁，甲乙，戊己，甲乙。", "r:丙丁 r:戊己"},
		{"- {consistent: [甲, 甲乙]}", "甲乙，甲乙。", ""},
		{"- {limit: times, of: [甲, 乙], to: 0}", "甲。乙。", "r:甲 r:乙"},
		{"- {require: 甲}", "", "r:"},
		{"- {pattern: '(?<=甲)乙'}", "甲乙。乙。", "r:乙"},
		{"- {pattern: '^乙|乙$'}", "乙甲乙\n\n乙丙。", "r:乙 r:乙 r:乙"},
		{"- {pattern: '甲\\K乙'}", "甲乙。", "r:乙"},
		{"- {pattern: '\\w+', near: 丁}", "甲乙 丁。丙", "r:甲乙"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_msg(!strcmp(found(cases[i][0], cases[i][1]), cases[i][2]), "%s in %s: %s", cases[i][0], cases[i][1],
			found(cases[i][0], cases[i][1]));
	ck_assert_str_eq(said.data, "");
}
END_TEST

START_TEST(broken_patterns)
{
	static const char *const wrongs[] = {"- {pattern: '['}", "- {pattern: '(?<a'}", "- {pattern: '\\C'}",
		"- {pattern: '((((a{900}){900}){900}){900})'}", "- {pattern: '甲', with: '$'}", "- {pattern: '甲', with: '${'}",
		"- {pattern: '甲', with: '$x'}", "- {pattern: '甲', with: '${99999999999}'}", "- {pattern: '甲', with: '${name}'}"};
	for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
		said = STR("");
		found(wrongs[i], "甲");
		ck_assert_msg(str_begins(said, "r.yaml:2:"), "%s: %s", wrongs[i], said.data);
	}
}
END_TEST

Suite *suite_rule(void)
{
	Suite *suite = suite_create("rule");
	TCase *test_case = tcase_create("all");
	tcase_add_checked_fixture(test_case, set_up, test_close);
	tcase_add_test(test_case, all_keys_are_read);
	tcase_add_test(test_case, one_wrong_rule_leaves_the_others);
	tcase_add_test(test_case, what_is_no_list_is_said);
	tcase_add_test(test_case, names);
	tcase_add_test(test_case, plain_lists);
	tcase_add_test(test_case, texts);
	tcase_add_test(test_case, broken_patterns);
	suite_add_tcase(suite, test_case);
	return suite;
}
