/* Configuration: what a file says and what comes of it, with checks of the test's own. */
#include <check.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config_p.h"
#include "file_p.h"
#include "path_p.h"
#include "policy_p.h"

Suite *suite_config(void);

struct sum_settings {
	bool loose;
	int64_t limit;
	int mode;
};

static const char *const modes[] = {"first", "second", NULL};
static const struct check_option sum_options[] = {
	{.key = "loose", .type = OPTION_BOOL, .offset = offsetof(struct sum_settings, loose)},
	{.key = "limit", .type = OPTION_NUMBER, .offset = offsetof(struct sum_settings, limit), .initial = 20, .minimum = -5, .maximum = 100},
	{.key = "mode", .type = OPTION_CHOICE, .offset = offsetof(struct sum_settings, mode), .initial = 1, .choices = modes},
	{0},
};
static const struct check_message sum_messages[] = {
	{"over", "over", SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{"under", "under", SEVERITY_NOTE, PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};
static const struct check_message one_message[] = {{NULL, "one", SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH}, {0}};
static const struct check_message strict_message[] = {{NULL, "one", SEVERITY_NOTE, PROFILE_STRICT, CONFIDENCE_HIGH}, {0}};

static int prepared;

static bool prepare(void *settings, const struct data *data, struct arena *arena, struct error *error)
{
	(void)data, (void)arena;
	prepared++;
	return ((struct sum_settings *)settings)->limit != 13 || error_set(error, "unlucky");
}

static const struct check figure_sum = {
	sizeof figure_sum, "figure_sum", "", 0, SCOPE_ARTICLE, sum_messages, sum_options, sizeof(struct sum_settings), prepare, NULL};
static const struct check punct_width = {.name = "punct_width", .messages = one_message};
static const struct check text_long = {
	.name = "text_long", .messages = strict_message, .options = sum_options, .settings_size = sizeof(struct sum_settings)};
static const struct check *const table[] = {&figure_sum, &punct_width, &text_long, NULL};
enum { SUM, WIDTH, LONG, HOUSE, SILENCING };

static struct arena arena;
static struct error error;
static char folder[] = "/tmp/kanlint-config-XXXXXX";

static void set_up(void)
{
	arena_init(&arena);
	memcpy(folder, "/tmp/kanlint-config-XXXXXX", sizeof folder);
	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder), 0);
	prepared = 0;
}

static void tear_down(void)
{
	arena_release(&arena);
	ck_assert_int_eq(chdir("/"), 0);
	struct str command = arena_format(&arena, "rm -rf '%s'", folder);
	ck_assert_int_eq(system(command.data), 0);
	arena_release(&arena);
}

static void put(const char *path, const char *text)
{
	char name[256];
	for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
		snprintf(name, sizeof name, "%.*s", (int)(slash - path), path);
		mkdir(name, 0777);
	}
	ck_assert_msg(file_replace(path, str_from(text), true, &error), "%s", error.text);
}

static struct config *make(struct config_options options)
{
	struct error why = {""};
	struct config *config = config_new_for(table, &options, NULL, &arena, &why);
	error = why;
	return config;
}

#define OPTIONS(...) ((struct config_options){.variant = -1, .fail_on = -1, .confidence = -1, __VA_ARGS__})

static const struct policy *policy_of(struct config *config, const char *path)
{
	bool said;
	const struct policy *policy = config_policy(config, path, &error, &said);
	ck_assert_msg(policy, "%s", error.text);
	return policy;
}

/* The policy of one config file. */
static const struct policy *policy_by(const char *yaml)
{
	put("c.yaml", yaml);
	struct config *config = make(OPTIONS(.config = "c.yaml"));
	ck_assert_msg(config, "%s", error.text);
	return policy_of(config, "a.txt");
}

static const struct sum_settings *settings(const struct policy *policy, int check)
{
	return policy->checks[check].settings;
}

static const struct {
	const char *yaml, *sentence;
} wrongs[] = {
	{"a: 1", "c.yaml:1:1: unknown key “a”"},
	{"fail_on: warning\nvarient: hans", "c.yaml:2:1: unknown key “varient”; did you mean “variant”?"},
	{"words: [names.txt]", "c.yaml:1:8: “words” must be a map of allow and lists, not a list"},
	{"word: {allow: [names.txt]}", "c.yaml:1:1: unknown key “word”; did you mean “words”?"},
	{"rules: house.yaml", "c.yaml:1:8: “rules” must be a list, not a text"},
	{"rules: [house.yaml, [a]]", "c.yaml:1:21: the name of a file must be a text, not a list"},
	{"variant: simplified", "c.yaml:1:10: “variant” must be auto, hans, hant, hant-tw or hant-hk, not “simplified”"},
	{"variant: hant_tw", "c.yaml:1:10: “variant” must be auto, hans, hant, hant-tw or hant-hk, not “hant_tw”; did you mean “hant-tw”?"},
	{"variant: [hans]", "c.yaml:1:10: “variant” must be auto, hans, hant, hant-tw or hant-hk, not a list"},
	{"variant:", "c.yaml:1:9: “variant” must be auto, hans, hant, hant-tw or hant-hk, not nothing"},
	{"fail_on: warnings", "c.yaml:1:10: “fail_on” must be note, warning, error or never, not “warnings”; did you mean “warning”?"},
	{"extends: newsrom", "c.yaml:1:10: unknown profile “newsrom”; did you mean “newsroom”?"},
	{"extends: {a: b}", "c.yaml:1:10: extends must be a text, not a map"},
	{"extends: gone.yaml", "c.yaml:1:10: cannot extend “gone.yaml”: No such file or directory"},
	{"extends: c.yaml", "c.yaml:1:10: “c.yaml” extends itself"},
	{"checks: [punct_width]", "c.yaml:1:9: checks must be a map of keys, not a list"},
	{"checks:\n  punct_widht: off", "c.yaml:2:3: unknown check “punct_widht”; did you mean “punct_width”?"},
	{"checks: {punct: off}", "c.yaml:1:10: unknown check “punct”; did you mean “punct_width”?"},
	{"checks: {punct_width: of}", "c.yaml:1:23: “punct_width” must be note, warning, error, off or on, not “of”; did you mean “off”?"},
	{"checks: {punct_width: 3}", "c.yaml:1:23: “punct_width” must be note, warning, error, off or on, not “3”"},
	{"checks: {punct_width: [off]}", "c.yaml:1:23: “punct_width” must be note, warning, error, off or on, not a list"},
	{"checks:\n  punct_width:", "c.yaml:2:15: “punct_width” must be note, warning, error, off or on, not nothing"},
	{"checks: {punct_width: off, punct_width: on}", "c.yaml:1:28: duplicate key “punct_width”; it stands in line 1 too"},
	{"checks: {punct_width.one: off}", "c.yaml:1:10: “punct_width” has only one message: write “punct_width”"},
	{"checks: {figure_sum.ovr: off}", "c.yaml:1:10: “figure_sum” has no message “ovr”; did you mean “figure_sum.over”?"},
	{"checks: {figure_sum: {limt: 3}}", "c.yaml:1:23: “figure_sum” has no option “limt”; did you mean “limit”?"},
	{"checks: {figure_sum: {severty: note}}", "c.yaml:1:23: “figure_sum” has no option “severty”; did you mean “severity”?"},
	{"checks: {figure_sum: {severity: high}}", "c.yaml:1:33: “severity” must be note, warning, error, off or on, not “high”"},
	{"checks: {figure_sum: {limit: x}}", "c.yaml:1:30: “limit” must be a whole number, not “x”"},
	{"checks: {figure_sum: {limit: 3.5}}", "c.yaml:1:30: “limit” must be a whole number, not “3.5”"},
	{"checks: {figure_sum: {limit: \"3\"}}", "c.yaml:1:30: “limit” must be a whole number, not “3”"},
	{"checks: {figure_sum: {limit: [3]}}", "c.yaml:1:30: “limit” must be a whole number, not a list"},
	{"checks: {figure_sum: {limit: 101}}", "c.yaml:1:30: “limit” must be from -5 to 100, not 101"},
	{"checks: {figure_sum: {limit: -6}}", "c.yaml:1:30: “limit” must be from -5 to 100, not -6"},
	{"checks: {figure_sum: {limit: 99999999999999999999}}", "c.yaml:1:30: “limit” must be from -5 to 100, not 99999999999999999999"},
	{"checks: {figure_sum: {loose: maybe}}", "c.yaml:1:30: “loose” must be false or true, not “maybe”"},
	{"checks: {figure_sum: {mode: frist}}", "c.yaml:1:29: “mode” must be first or second, not “frist”; did you mean “first”?"},
	{"checks: {figure_sum.over: {limit: 3}}", "c.yaml:1:28: “limit” is an option of the whole check: set it under “figure_sum”"},
	{"exclude: drafts", "c.yaml:1:10: exclude must be a list, not a text"},
	{"exclude: [[a]]", "c.yaml:1:11: a pattern must be a text, not a list"},
	{"exclude: ['']", "c.yaml:1:11: an empty pattern"},
	{"overrides: {files: [a]}", "c.yaml:1:12: overrides must be a list, not a map"},
	{"overrides: [{checks: {punct_width: off}}]", "c.yaml:1:13: an override needs “files”: a list of patterns"},
	{"overrides: [{files: [a], variant: hans}]", "c.yaml:1:26: unknown key “variant” in an override"},
	{"overrides: [{files: [a], check: {}}]", "c.yaml:1:26: unknown key “check” in an override; did you mean “checks”?"},
	{"overrides: [{files: [a], checks: {punct_witdh: off}}]", "c.yaml:1:35: unknown check “punct_witdh”; did you mean “punct_width”?"},
	{"[a, b]", "c.yaml:1:1: a configuration must be a map of keys, not a list"},
	{"checks", "c.yaml:1:1: a configuration must be a map of keys, not a text"},
	{"{[a]: b}", "c.yaml:1:2: a key must be a text, not a list"},
	{"fail_on: note\n---\nfail_on: note", "c.yaml:2:1: a second document begins here; only one can be used"},
	{"checks: *gone", "c.yaml:1:9: “*gone” names nothing: there is no “&gone” before it"},
	{"exclude: &a [*a]", "c.yaml:1:14: “*a” stands inside what it names"},
	{"variant: \"ha\\0ns\"", "c.yaml:1:10: a NUL character in a text"},
	{"检查：关\nvariant: hans", "c.yaml:2:8: mapping values are not allowed in this context (in this file)"},
	{"{新闻: 甲, 要闻: 乙}", "c.yaml:1:2: unknown key “新闻”"},
	{"variant: hans\nfail_on: \xff", "c.yaml:2:10: invalid leading UTF-8 octet"},
	{"variant: hans\n\x01", "c.yaml:2:1: control characters are not allowed"},
	{"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "c.yaml:1:33: nested more than 32 deep"},
	{"checks: {figure_sum: {limit: 13}}", NULL},
};

START_TEST(what_is_wrong_has_its_place)
{
	for (size_t i = 0; wrongs[i].sentence; i++) {
		put("c.yaml", wrongs[i].yaml);
		ck_assert_msg(!make(OPTIONS(.config = "c.yaml")), "%s", wrongs[i].yaml);
		ck_assert_str_eq(error.text, wrongs[i].sentence);
	}
}
END_TEST

START_TEST(empty_files_say_nothing)
{
	static const char *const files[] = {"", "# nothing\n", "---\n", "{}", "checks:\noverrides:\nexclude:\n", "\xEF\xBB\xBFvariant: auto\n"};
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		const struct policy *policy = policy_by(files[i]);
		ck_assert_int_eq(policy->variant, VARIANT_NONE);
		ck_assert_int_eq(policy->fail_on, FAIL_ON_WARNING);
		ck_assert_int_eq(policy->confidence, CONFIDENCE_HIGH);
		ck_assert(policy->checks[SUM].messages[0].on && !policy->checks[SUM].messages[1].on && policy->checks[WIDTH].on &&
			  !policy->checks[LONG].on);
		ck_assert_int_eq(settings(policy, SUM)->limit, 20);
		ck_assert_int_eq(settings(policy, SUM)->mode, 1);
		ck_assert(!settings(policy, SUM)->loose);
	}
}
END_TEST

START_TEST(values)
{
	const struct policy *policy =
		policy_by("extends: strict\nvariant: hant-hk\nfail_on: never\nconfidence: low\n"
			  "checks:\n  figure_sum.under: error\n  figure_sum: {limit: -5, mode: first, loose: true}\n  punct_width: note\n");
	ck_assert_int_eq(policy->variant, VARIANT_HANT_HK);
	ck_assert_int_eq(policy->fail_on, FAIL_ON_NEVER);
	ck_assert_int_eq(policy->confidence, CONFIDENCE_LOW);
	ck_assert(policy->checks[LONG].on);
	ck_assert_int_eq(policy->checks[SUM].messages[0].severity, SEVERITY_WARNING);
	ck_assert_int_eq(policy->checks[SUM].messages[1].severity, SEVERITY_ERROR);
	ck_assert_int_eq(policy->checks[WIDTH].messages[0].severity, SEVERITY_NOTE);
	ck_assert_int_eq(settings(policy, SUM)->limit, -5);
	ck_assert_int_eq(settings(policy, SUM)->mode, 0);
	ck_assert(settings(policy, SUM)->loose);
}
END_TEST

START_TEST(on_and_off)
{
	const struct policy *policy = policy_by("checks: {figure_sum: on, punct_width: off}");
	ck_assert(policy->checks[SUM].messages[0].on && policy->checks[SUM].messages[1].on && !policy->checks[WIDTH].on);
	policy = policy_by("checks: {figure_sum: error, text_long: {limit: 7}}");
	ck_assert(policy->checks[SUM].messages[0].on && !policy->checks[SUM].messages[1].on); /* a severity leaves the set alone */
	ck_assert_int_eq(policy->checks[SUM].messages[0].severity, SEVERITY_ERROR);
	ck_assert(policy->checks[LONG].on); /* but what is wholly off is put on */
	ck_assert_int_eq(settings(policy, LONG)->limit, 7);
	policy = policy_by("checks: {figure_sum.over: off, figure_sum.under: on, text_long: {severity: off, limit: 8}, unused_silencing: error}");
	ck_assert(!policy->checks[SUM].messages[0].on && policy->checks[SUM].messages[1].on && !policy->checks[LONG].on);
	ck_assert_int_eq(settings(policy, LONG)->limit, 8);
	ck_assert_int_eq(policy->checks[SILENCING].messages[0].severity, SEVERITY_ERROR);
}
END_TEST

START_TEST(files_extend_files)
{
	put("base/house.yaml", "extends: strict\nvariant: hans\nchecks: {punct_width: off, figure_sum: {limit: 5}}\n"
			       "overrides: [{files: [opinion/**], checks: {punct_width: note}}]");
	put("site/.kanlint.yaml", "extends: ../base/house.yaml\nfail_on: note\nchecks: {figure_sum: {mode: first}}\n"
				  "overrides: [{files: ['*.md'], checks: {text_long: off}}]");
	struct config *config = make(OPTIONS());
	const struct policy *policy = policy_of(config, "site/a.txt");
	ck_assert_int_eq(policy->variant, VARIANT_HANS);
	ck_assert_int_eq(policy->fail_on, FAIL_ON_NOTE);
	ck_assert(policy->checks[LONG].on && !policy->checks[WIDTH].on);
	ck_assert_int_eq(settings(policy, SUM)->limit, 5);
	ck_assert_int_eq(settings(policy, SUM)->mode, 0);
	ck_assert(!policy_of(config, "site/opinion/a.txt")->checks[WIDTH].on); /* opinion/ of base/, not of site/ */
	ck_assert(!policy_of(config, "site/x/y/a.md")->checks[LONG].on);
	ck_assert_ptr_eq(policy_of(config, "site/x/b.md"), policy_of(config, "site/c.md"));
	ck_assert_ptr_ne(policy_of(config, "site/x/b.md"), policy);
	put("auto/.kanlint.yaml", "extends: ../base/house.yaml\nvariant: auto\nfail_on: note\nconfidence: low\n");
	ck_assert_int_eq(policy_of(config, "auto/a.txt")->variant, VARIANT_NONE); /* said, not unsaid */
	config = make(OPTIONS(.profile = "default"));
	ck_assert(!policy_of(config, "site/a.txt")->checks[LONG].on); /* in place of strict */
	ck_assert_int_eq(settings(policy_of(config, "site/a.txt"), SUM)->limit, 5);
}
END_TEST

START_TEST(circles_are_found)
{
	put("a.yaml", "extends: ./b.yaml");
	put("b.yaml", "fail_on: note\nextends: d/../a.yaml");
	mkdir("d", 0777);
	ck_assert_ptr_null(make(OPTIONS(.config = "a.yaml")));
	ck_assert_str_eq(error.text, "./b.yaml:2:10: “d/../a.yaml” extends itself");
}
END_TEST

START_TEST(the_nearest_file_holds)
{
	put(".kanlint.yaml", "fail_on: note");
	put("a/b/c/x.txt", "");
	put("a/.kanlint.yaml", "fail_on: error");
	struct config *config = make(OPTIONS());
	ck_assert_int_eq(policy_of(config, "x.txt")->fail_on, FAIL_ON_NOTE);
	ck_assert_int_eq(policy_of(config, "a/b/c/x.txt")->fail_on, FAIL_ON_ERROR);
	ck_assert_int_eq(policy_of(config, "a/new/folder/x.txt")->fail_on, FAIL_ON_ERROR);
	ck_assert_int_eq(policy_of(config, "a/../x.txt")->fail_on, FAIL_ON_NOTE);
	ck_assert_int_eq(policy_of(config, "-")->fail_on, FAIL_ON_NOTE);
	ck_assert_str_eq(config_file_for(config, "a/b/x.txt")->path, "a/.kanlint.yaml");
	ck_assert_str_eq(config_file_for(config, "-")->path, ".kanlint.yaml");
	ck_assert_ptr_null(config_file_for(make(OPTIONS(.no_config = true)), "a/x.txt")->path);
	ck_assert_int_eq(chdir("a/b"), 0);
	config = make(OPTIONS());
	ck_assert_int_eq(policy_of(config, "c/x.txt")->fail_on, FAIL_ON_ERROR);
	ck_assert_int_eq(config_file_for(config, "c/x.txt")->path[0], '/');
	ck_assert_int_eq(chdir(folder), 0);
}
END_TEST

START_TEST(an_error_is_said_once)
{
	bool said;
	put("a/.kanlint.yaml", "checks: {x: off}");
	put("b/.kanlint.yaml", "checks: {figure_sum: {limit: 13}}");
	struct config *config = make(OPTIONS());
	ck_assert_ptr_null(config_policy(config, "a/x.txt", &error, &said));
	ck_assert_str_eq(error.text, "a/.kanlint.yaml:1:10: unknown check “x”");
	ck_assert(!said);
	ck_assert_ptr_null(config_policy(config, "a/b/y.txt", &error, &said));
	ck_assert(said);
	ck_assert(!config_excludes(config, "a/x.txt", false));
	ck_assert_ptr_null(config_policy(config, "b/x.txt", &error, &said));
	ck_assert_str_eq(error.text, "figure_sum: unlucky");
	ck_assert(!said);
	ck_assert_ptr_nonnull(policy_of(config, "c/x.txt"));
}
END_TEST

START_TEST(overrides_and_exclude)
{
	put("site/.kanlint.yaml", "exclude: ['drafts/**', '*.tmp.md', /top.txt]\n"
				  "overrides:\n"
				  "  - {files: [opinion], checks: {punct_width: off}}\n"
				  "  - {files: ['opinion/*.md'], checks: {punct_width: note}}\n");
	struct config *config = make(OPTIONS());
	ck_assert(policy_of(config, "site/a.txt")->checks[WIDTH].on);
	ck_assert(!policy_of(config, "site/opinion/x/a.txt")->checks[WIDTH].on);
	ck_assert_int_eq(policy_of(config, "site/opinion/a.md")->checks[WIDTH].messages[0].severity, SEVERITY_NOTE);
	ck_assert(config_excludes(config, "site/drafts", true));
	ck_assert(config_excludes(config, "site/drafts/x/a.txt", false));
	ck_assert(!config_excludes(config, "site/x/drafts/a.txt", false));
	ck_assert(config_excludes(config, "site/x/y.tmp.md", false));
	ck_assert(config_excludes(config, "site/top.txt", false));
	ck_assert(!config_excludes(config, "site/x/top.txt", false));
	ck_assert(!config_excludes(config, "drafts/a.txt", false));
	put("conf/house.yaml", "exclude: [site/drafts]\noverrides: [{files: [site/*.md], checks: {punct_width: off}}]");
	config = make(OPTIONS(.config = "conf/house.yaml"));
	ck_assert(config_excludes(config, "site/drafts/a.txt", false)); /* from the working folder */
	ck_assert(!policy_of(config, "site/a.md")->checks[WIDTH].on);
}
END_TEST

static bool is_on(const struct config_options options, int check, int message)
{
	struct config *config = make(options);
	ck_assert_msg(config, "%s", error.text);
	return policy_of(config, "a.txt")->checks[check].messages[message].on;
}

START_TEST(select_and_ignore)
{
	ck_assert(is_on(OPTIONS(.select = "figure_sum"), SUM, 1)); /* with all its messages */
	ck_assert(!is_on(OPTIONS(.select = "figure_sum"), WIDTH, 0));
	ck_assert(!is_on(OPTIONS(.select = "figure_sum"), SILENCING, 0));
	ck_assert(is_on(OPTIONS(.select = " text_long , punct_width"), LONG, 0));
	ck_assert(is_on(OPTIONS(.select = "figure"), SUM, 1));
	ck_assert(is_on(OPTIONS(.select = "figure_"), SUM, 1));
	ck_assert(is_on(OPTIONS(.select = "*_l?ng"), LONG, 0));
	ck_assert(is_on(OPTIONS(.select = "*"), LONG, 0));
	ck_assert(!is_on(OPTIONS(.select = "figure_sum.under"), SUM, 0));
	ck_assert(is_on(OPTIONS(.select = "figure_sum.under"), SUM, 1));
	ck_assert(is_on(OPTIONS(.select = "+text_long"), LONG, 0));
	ck_assert(is_on(OPTIONS(.select = "+text_long"), WIDTH, 0));
	ck_assert(!is_on(OPTIONS(.select = "+text_long,figure"), WIDTH, 0));
	ck_assert(is_on(OPTIONS(.select = "+text_long,figure"), LONG, 0));
	ck_assert(!is_on(OPTIONS(.ignore = "figure"), SUM, 0));
	ck_assert(!is_on(OPTIONS(.ignore = "figure_sum.over,punct_*"), SUM, 0));
	ck_assert(!is_on(OPTIONS(.ignore = "figure_sum.over,punct_*"), WIDTH, 0));
	ck_assert(!is_on(OPTIONS(.select = "figure,punct", .ignore = "figure"), SUM, 0));
	ck_assert(is_on(OPTIONS(.profile = "strict"), LONG, 0));
	ck_assert(!config_narrowed(make(OPTIONS())));
	ck_assert(config_narrowed(make(OPTIONS(.ignore = "figure"))));
}
END_TEST

static const struct {
	const char *select, *ignore, *profile, *sentence;
} selections[] = {
	{"punct_widht", NULL, NULL, "--select: unknown check “punct_widht”; did you mean “punct_width”?"},
	{"+punct_widht", NULL, NULL, "--select: unknown check “punct_widht”; did you mean “punct_width”?"},
	{"pun", NULL, NULL, "--select: unknown check “pun”"},
	{"figur", NULL, NULL, "--select: unknown check “figur”; did you mean “figure”?"},
	{"x*", NULL, NULL, "--select: no check has a name like “x*”"},
	{"figure_sum.ove", NULL, NULL, "--select: “figure_sum” has no message “ove”; did you mean “figure_sum.over”?"},
	{"", NULL, NULL, "--select: no check is named"},
	{" , ", NULL, NULL, "--select: no check is named"},
	{NULL, "text_lnog", NULL, "--ignore: unknown check “text_lnog”; did you mean “text_long”?"},
	{NULL, "+text_long", NULL, "--ignore: unknown check “+text_long”; did you mean “text_long”?"},
	{NULL, NULL, "stric", "--profile: unknown profile “stric”; did you mean “strict”?"},
	{NULL, NULL, "", "--profile: unknown profile “”"},
};

START_TEST(unknown_names)
{
	for (size_t i = 0; i < sizeof selections / sizeof *selections; i++) {
		ck_assert_ptr_null(make(OPTIONS(.select = selections[i].select, .ignore = selections[i].ignore, .profile = selections[i].profile)));
		ck_assert_str_eq(error.text, selections[i].sentence);
	}
}
END_TEST

START_TEST(the_command_line_wins)
{
	put(".kanlint.yaml", "variant: hans\nfail_on: note\nconfidence: low\nchecks: {figure_sum: off, punct_width: {severity: note}}");
	struct config *config = make(OPTIONS(.select = "figure,punct"));
	const struct policy *policy = policy_of(config, "a.txt");
	ck_assert(policy->checks[SUM].on);
	ck_assert_int_eq(policy->checks[WIDTH].messages[0].severity, SEVERITY_NOTE);
	ck_assert_int_eq(policy->fail_on, FAIL_ON_NOTE);
	struct config_options options = {.variant = VARIANT_NONE, .fail_on = FAIL_ON_NEVER, .confidence = CONFIDENCE_HIGH};
	policy = policy_of(make(options), "a.txt");
	ck_assert_int_eq(policy->variant, VARIANT_NONE);
	ck_assert_int_eq(policy->fail_on, FAIL_ON_NEVER);
	ck_assert_int_eq(policy->confidence, CONFIDENCE_HIGH);
	options.no_config = true;
	ck_assert(policy_of(make(options), "a.txt")->checks[SUM].on);
}
END_TEST

START_TEST(alike_settings_are_prepared_once)
{
	put(".kanlint.yaml", "overrides: [{files: [a.txt], checks: {punct_width: off}}, {files: [b.txt], checks: {figure_sum: {limit: 3}}},\n"
			     "  {files: [c.txt], checks: {figure_sum: off}}]");
	struct config *config = make(OPTIONS());
	const struct policy *a = policy_of(config, "a.txt"), *b = policy_of(config, "b.txt"), *d = policy_of(config, "d.txt");
	policy_of(config, "c.txt");
	ck_assert_int_eq(prepared, 2);
	ck_assert_ptr_eq(settings(a, SUM), settings(d, SUM));
	ck_assert_int_eq(settings(b, SUM)->limit, 3);
}
END_TEST

static bool same_policy(const struct policy *a, const struct policy *b)
{
	bool same = a->variant == b->variant && a->fail_on == b->fail_on && a->confidence == b->confidence;
	for (int i = 0; i <= SILENCING; i++) {
		const struct check *check = i < HOUSE ? table[i] : i == HOUSE ? &check_house_rule : &check_unused_silencing;
		same &= a->checks[i].on == b->checks[i].on;
		for (size_t j = 0; check->messages[j].text; j++)
			same &= a->checks[i].messages[j].on == b->checks[i].messages[j].on &&
				(!a->checks[i].messages[j].on || a->checks[i].messages[j].severity == b->checks[i].messages[j].severity);
		same &= !check->settings_size || memcmp(a->checks[i].settings, b->checks[i].settings, check->settings_size) == 0;
	}
	return same;
}

START_TEST(what_is_printed_reads_back)
{
	static const char *const files[] = {
		("extends: strict\nvariant: hant\nconfidence: medium\n"
		 "checks: {figure_sum.over: note, text_long: {severity: warning, limit: 9, loose: true}}"),
		"fail_on: never\nexclude: ['a \"b\"\\c', drafts]\nchecks: {figure_sum: off, text_long: {severity: off, mode: first}}",
		"extends: crawl\nchecks: {figure_sum.under: error, punct_width: off, unused_silencing.unknown: off}",
	};
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		put("c.yaml", files[i]);
		struct config *config = make(OPTIONS(.config = "c.yaml"));
		fflush(stdout);
		int saved = dup(STDOUT_FILENO), out = open("printed.yaml", O_CREAT | O_TRUNC | O_WRONLY, 0666);
		dup2(out, STDOUT_FILENO);
		bool done = config_print(config, "a\n.txt", &error);
		dup2(saved, STDOUT_FILENO);
		close(out);
		close(saved);
		ck_assert(done);
		struct config *again = make(OPTIONS(.config = "printed.yaml"));
		ck_assert_msg(again, "%s", error.text);
		ck_assert(same_policy(policy_of(config, "a.txt"), policy_of(again, "a.txt")));
		ck_assert_int_eq(config_excludes(config, "drafts/a.txt", false), config_excludes(again, "drafts/a.txt", false));
		ck_assert_int_eq(config_excludes(config, "a \"b\"\\c", false), config_excludes(again, "a \"b\"\\c", false));
	}
}
END_TEST

/* The profiles name checks of the program, so they are tried with its own table. */
START_TEST(built_in_profiles_are_right)
{
	for (const struct profile *profile = profiles; profile->name; profile++) {
		struct config_options options = OPTIONS(.profile = profile->name, .no_config = true);
		ck_assert_msg(config_new(&options, NULL, &arena, &error), "%s", error.text);
	}
}
END_TEST

START_TEST(paths)
{
	mkdir("real", 0777);
	ck_assert_int_eq(symlink("real", "link"), 0);
	const char *here = path_absolute(".", &arena);
	ck_assert_str_eq(path_relative(path_absolute("link/x.txt", &arena), here, &arena), "real/x.txt");
	ck_assert_str_eq(path_relative(path_absolute("link", &arena), here, &arena), "link");
	ck_assert_str_eq(path_relative(path_absolute("./gone//./a/../x.txt", &arena), here, &arena), "gone/x.txt");
	ck_assert_str_eq(path_relative("/a/b/c", "/a/b", &arena), "c");
	ck_assert_str_eq(path_relative("/a/bc/x", "/a/b", &arena), "../bc/x");
	ck_assert_str_eq(path_relative("/x", "/a/b", &arena), "../../x");
	ck_assert_str_eq(path_relative("/a/b", "/", &arena), "a/b");
	ck_assert_str_eq(path_relative("/a/b", "/a/b", &arena), ".");
	ck_assert_str_eq(path_folder("/x.txt", &arena).data, "/");
	ck_assert_str_eq(path_folder("a//x.txt", &arena).data, "a");
	ck_assert_str_eq(path_absolute("/", &arena), "/");
	ck_assert_str_eq(path_absolute("/..", &arena), "/");
}
END_TEST

Suite *suite_config(void)
{
	Suite *suite = suite_create("config");
	TCase *all = tcase_create("all");
	tcase_add_checked_fixture(all, set_up, tear_down);
	tcase_add_test(all, what_is_wrong_has_its_place);
	tcase_add_test(all, empty_files_say_nothing);
	tcase_add_test(all, values);
	tcase_add_test(all, on_and_off);
	tcase_add_test(all, files_extend_files);
	tcase_add_test(all, circles_are_found);
	tcase_add_test(all, the_nearest_file_holds);
	tcase_add_test(all, an_error_is_said_once);
	tcase_add_test(all, overrides_and_exclude);
	tcase_add_test(all, select_and_ignore);
	tcase_add_test(all, unknown_names);
	tcase_add_test(all, the_command_line_wins);
	tcase_add_test(all, alike_settings_are_prepared_once);
	tcase_add_test(all, what_is_printed_reads_back);
	tcase_add_test(all, built_in_profiles_are_right);
	tcase_add_test(all, paths);
	suite_add_tcase(suite, all);
	return suite;
}
