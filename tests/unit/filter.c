/* Silencing, baseline and changed lines, on findings made by hand. */
#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "baseline_p.h"
#include "changed_p.h"
#include "file_p.h"
#include "locate_p.h"
#include "silence_p.h"

Suite *suite_filter(void);

static const struct check_message two_messages[] = {
	{"one", "one", SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{"two", "two", SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};
static const struct check_message strict_message[] = {{NULL, "one", SEVERITY_NOTE, PROFILE_STRICT, CONFIDENCE_HIGH}, {0}};
static const struct check figure_sum = {.name = "figure_sum", .messages = two_messages};
static const struct check punct_width = {.name = "punct_width", .messages = two_messages};
static const struct check text_long = {.name = "text_long", .messages = strict_message};
static const struct check *const table[] = {&figure_sum, &punct_width, &text_long, NULL};

static struct arena arena;
static struct error error;
static struct config *config;
static char folder[] = "/tmp/kanlint-filter-XXXXXX";
static struct diagnostic diagnostics[32];
static struct input input;
static struct filtering filtering;

static void make_config(const char *select)
{
	struct config_options options = {.select = select, .variant = -1, .fail_on = -1, .confidence = -1};
	config = config_new_for(table, &options, NULL, &arena, &error);
	ck_assert_msg(config, "%s", error.text);
}

static void set_up(void)
{
	arena_init(&arena);
	memcpy(folder, "/tmp/kanlint-filter-XXXXXX", sizeof folder);
	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder), 0);
	make_config(NULL);
}

static void tear_down(void)
{
	ck_assert_int_eq(chdir("/"), 0);
	ck_assert_int_eq(system(arena_format(&arena, "rm -rf '%s'", folder).data), 0);
	arena_release(&arena);
}

static void start(const char *path, const char *text)
{
	bool said;
	input = (struct input){.path = path, .text = str_from(text)};
	filtering = (struct filtering){.input = &input,
		.narrowed = config_narrowed(config),
		.diagnostics = diagnostics,
		.arena = &arena};
	filtering.policy = config_policy(config, path, &error, &said);
	ck_assert_msg(filtering.policy, "%s", error.text);
	filtering.list = filtering.policy->list;
}

/* A finding at the first place of WORD after the one before. */
static void find(const struct check *check, int message, const char *word)
{
	struct diagnostic *diagnostic = &diagnostics[filtering.count];
	size_t from = filtering.count ? diagnostic[-1].region.begin.byte : 0;
	const char *at = strstr(input.text.data + from, word);
	ck_assert_ptr_nonnull(at);
	size_t begin = (size_t)(at - input.text.data);
	*diagnostic = (struct diagnostic){.path = input.path,
		.check = check,
		.message = &check->messages[message],
		.source = input.text,
		.region = {.begin.byte = begin, .end.byte = begin + strlen(word)}};
	diagnostics_locate(diagnostic, 1, &arena);
	filtering.count++;
}

/* What stays, as the texts of the findings. */
static const char *left(void)
{
	struct str out = {"", 0};
	for (size_t i = 0; i < filtering.count; i++) {
		const struct region *region = &filtering.diagnostics[i].region;
		out = arena_format(&arena, "%s%s%.*s", out.data, i ? " " : "", (int)(region->end.byte - region->begin.byte),
			input.text.data + region->begin.byte);
	}
	return out.data;
}

static const char *notes(void)
{
	struct str out = {"", 0};
	for (size_t i = 0; i < filtering.note_count; i++) {
		struct diagnostic *note = &filtering.notes[i];
		diagnostics_locate(note, 1, &arena);
		out = arena_format(&arena, "%s%s:%u:%u: %s\n", out.data, note->path, note->region.begin.line, note->region.begin.column,
			text_fill(note->message->text, note->arguments, note->argument_count, &arena).data);
	}
	return out.data;
}

/* The comments of a text, without a Markdown reader. */
static struct directive *directives_of(const char *text)
{
	static const char *const words[] = {"kanlint-disable-next-line", "kanlint-enable", "kanlint-disable"};
	static const enum directive_kind kinds[] = {DIRECTIVE_DISABLE_NEXT_LINE, DIRECTIVE_ENABLE, DIRECTIVE_DISABLE};
	struct directive *first = NULL, **last = &first;
	for (const char *at = strstr(text, "<!-- "); at; at = strstr(at + 1, "<!-- "))
		for (size_t i = 0; i < 3; i++) {
			size_t size = strlen(words[i]);
			if (strncmp(at + 5, words[i], size))
				continue;
			struct directive *directive = ARENA_NEW(&arena, struct directive);
			const char *end = strstr(at, "-->");
			directive->kind = kinds[i];
			directive->byte = (size_t)(at - text);
			directive->names = (struct str){at + 5 + size, (size_t)(end - at) - 5 - size};
			*last = directive;
			last = &directive->next;
			break;
		}
	return first;
}

static void silence(void)
{
	silence_comments(&filtering, directives_of(input.text.data));
}

START_TEST(comments_silence_to_their_end)
{
	start("a.md", "甲\n<!-- kanlint-disable figure_sum -->\n乙丙\n<!-- kanlint-enable figure_sum -->\n丁\n");
	find(&figure_sum, 0, "甲");
	find(&figure_sum, 0, "乙");
	find(&punct_width, 0, "丙");
	find(&figure_sum, 1, "丁");
	silence();
	ck_assert_str_eq(left(), "甲 丙 丁");
	ck_assert_str_eq(notes(), "");
}
END_TEST

START_TEST(without_names_all_is_meant)
{
	start("a.md", "甲\n<!-- kanlint-disable -- quoted as printed -->\n乙丙\n<!-- kanlint-enable -->\n丁\n");
	find(&figure_sum, 0, "甲");
	find(&figure_sum, 0, "乙");
	find(&punct_width, 0, "丙");
	find(&punct_width, 0, "丁");
	silence();
	ck_assert_str_eq(left(), "甲 丁");
}
END_TEST

START_TEST(names_of_every_kind)
{
	start("a.md", "<!-- kanlint-disable punct_*, figure_sum.two -- because -->甲乙丙<!-- kanlint-enable punct -->丁戊\n");
	find(&punct_width, 0, "甲");
	find(&figure_sum, 0, "乙");
	find(&figure_sum, 1, "丙");
	find(&punct_width, 0, "丁");
	find(&figure_sum, 1, "戊");
	silence();
	ck_assert_str_eq(left(), "乙 丁");
	ck_assert_str_eq(notes(), "");
}
END_TEST

START_TEST(the_next_line)
{
	start("a.md", "甲\n<!-- kanlint-disable-next-line punct_width -->\n\n  <!-- kanlint-disable-next-line figure_sum -->\n\n乙丙\n丁\n");
	find(&punct_width, 0, "甲");
	find(&punct_width, 0, "乙");
	find(&figure_sum, 0, "丙");
	find(&punct_width, 0, "丁");
	silence();
	ck_assert_str_eq(left(), "甲 丁");
	ck_assert_str_eq(notes(), "");
	start("a.md", "甲 <!-- kanlint-disable-next-line punct_width -->");
	find(&punct_width, 0, "甲");
	silence();
	ck_assert_str_eq(left(), "甲");
}
END_TEST

START_TEST(what_silences_nothing_is_said)
{
	start("a.md", "<!-- kanlint-disable figure_sum punct_width -->\n<!-- kanlint-disable figure_sum -->甲\n"
		      "<!-- kanlint-disable-next-line -->\n乙\n<!-- kanlint-disable punct_widht xyzzy -->\n"
		      "<!-- kanlint-enable -->\n<!-- kanlint-disable text_long -->\n<!-- kanlint-enable text_long -->\n");
	find(&figure_sum, 0, "甲");
	silence();
	ck_assert_str_eq(left(), "");
	ck_assert_str_eq(notes(), "a.md:1:1: this comment silences nothing: there is no finding of punct_width\n"
				  "a.md:2:1: this comment silences nothing: there is no finding of figure_sum\n"
				  "a.md:3:1: this comment silences nothing\n"
				  "a.md:5:1: this comment silences nothing: there is no check “punct_widht”; did you mean “punct_width”?\n"
				  "a.md:5:1: this comment silences nothing: there is no check “xyzzy”\n");
	/* Nobody knows what a check that is off would have found. */
	make_config("punct_width,unused_silencing");
	start("a.md", "<!-- kanlint-disable figure_sum -->\n<!-- kanlint-disable -->\n<!-- kanlint-disable punct_width -->\n");
	silence();
	ck_assert_str_eq(notes(), "a.md:3:1: this comment silences nothing: there is no finding of punct_width\n");
	make_config("punct_width");
	start("a.md", "<!-- kanlint-disable punct_width -->\n");
	silence();
	ck_assert_str_eq(notes(), "");
}
END_TEST

static void put(const char *path, const char *text)
{
	ck_assert_msg(file_replace(path, str_from(text), true, &error), "%s", error.text);
}

static bool by_sidecar(void)
{
	bool said = false;
	return silence_sidecar(sidecars_new(config, &arena), &filtering, &error, &said);
}

START_TEST(sidecar)
{
	mkdir("news", 0777);
	put("news/a.txt", "");
	put(".kanlint.yaml", "variant: hans\n");
	put("kanlint-ignore.yaml", "- {file: news/a.txt, check: punct_width, text: 甲乙, reason: a name}\n"
				   "- file: ./news/../news/a.txt\n  check: figure_*\n"
				   "- {file: news/a.txt, check: punct_width, text: 丙}\n"
				   "- {file: news/gone.txt, check: punct_width}\n"
				   "- {file: news/a.txt, check: text_long}\n");
	start("news/a.txt", "甲 甲乙甲 丙 丁\n");
	find(&punct_width, 0, "甲");
	find(&punct_width, 0, "乙甲");
	find(&figure_sum, 0, "丙");
	find(&punct_width, 0, "丁");
	ck_assert_msg(by_sidecar(), "%s", error.text);
	ck_assert_str_eq(left(), "甲 丁");
	ck_assert_str_eq(notes(), "kanlint-ignore.yaml:4:3: this entry silences nothing: there is no such finding in news/a.txt\n"
				  "kanlint-ignore.yaml:5:3: this entry silences nothing: there is no file news/gone.txt\n");
	put("news/kanlint-ignore.yaml", "- {file: a.txt, check: punct}\n"); /* nearer */
	start("news/a.txt", "甲\n");
	find(&punct_width, 0, "甲");
	ck_assert(by_sidecar());
	ck_assert_str_eq(left(), "");
}
END_TEST

static const struct {
	const char *yaml, *sentence;
} wrongs[] = {
	{"a: b", "kanlint-ignore.yaml:1:1: must be a list of entries, not a map"},
	{"- a", "kanlint-ignore.yaml:1:3: an entry must be a map of file, check, text and reason, not a text"},
	{"- {file: a.txt}", "kanlint-ignore.yaml:1:3: an entry needs “check”"},
	{"- {check: punct_width}", "kanlint-ignore.yaml:1:3: an entry needs “file”"},
	{"- {file: a.txt, chek: x}", "kanlint-ignore.yaml:1:17: unknown key “chek”; did you mean “check”?"},
	{"- {file: a.txt, check: punct_widht}", "kanlint-ignore.yaml:1:24: unknown check “punct_widht”; did you mean “punct_width”?"},
	{"- {file: [a.txt], check: punct_width}", "kanlint-ignore.yaml:1:10: “file” must be a text, not a list"},
	{"- {file: a.txt, check: punct_width, text: ''}", "kanlint-ignore.yaml:1:43: “text” must be a text, not empty"},
};

START_TEST(a_wrong_sidecar_has_its_place)
{
	for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
		put("kanlint-ignore.yaml", wrongs[i].yaml);
		start("a.txt", "甲\n");
		ck_assert(!by_sidecar());
		ck_assert_str_eq(error.text, wrongs[i].sentence);
	}
}
END_TEST

static void findings_of_baseline(const char *path, const char *text)
{
	start(path, text);
	for (const char *at = strstr(text, "甲"); at; at = strstr(at + 1, "甲"))
		find(&punct_width, 0, at);
	for (size_t i = 0; i < filtering.count; i++)
		filtering.diagnostics[i].region.end = filtering.diagnostics[i].region.begin;
}

static size_t hidden(struct baseline *baseline, const char *path, const char *text)
{
	findings_of_baseline(path, text);
	size_t before = filtering.count;
	baseline_hide(baseline, &filtering);
	return before - filtering.count;
}

START_TEST(baseline_counts_lines)
{
	mkdir("b", 0777);
	mkdir("news\t新", 0777);
	struct baseline *written = baseline_new("b/base.txt", &arena);
	findings_of_baseline("news\t新/a.txt", "乙\n甲甲丙\n甲丁\n");
	baseline_collect(written, &filtering);
	baseline_collect(written, &filtering); /* another round of --fix */
	ck_assert_msg(baseline_write(written, &error), "%s", error.text);
	struct str bytes;
	ck_assert(file_read("b/base.txt", FILE_NO_LIMIT, &bytes, &arena, &error));
	ck_assert_ptr_nonnull(strstr(bytes.data, "\n../news\\t新/a.txt\tpunct_width\t"));
	ck_assert_ptr_nonnull(strstr(bytes.data, "\t2\t甲甲丙\n"));
	struct baseline *read = baseline_read("b/base.txt", &arena, &error);
	ck_assert_msg(read, "%s", error.text);
	ck_assert_uint_eq(hidden(read, "news\t新/a.txt", "甲丁\n\n\n  甲甲丙\r\n"), 3); /* moved, indented, ended otherwise */
	ck_assert_uint_eq(hidden(read, "news\t新/a.txt", "甲甲丙\n甲甲丙\n"), 2);       /* once more than it was: new */
	ck_assert_uint_eq(hidden(read, "news\t新/a.txt", "甲甲戊\n"), 0);
	ck_assert_uint_eq(hidden(read, "other.txt", "甲甲丙\n"), 0);
}
END_TEST

START_TEST(pruning)
{
	put("a.txt", "");
	put("b.txt", "");
	struct baseline *baseline = baseline_new("base.txt", &arena);
	findings_of_baseline("a.txt", "甲甲\n甲乙\n");
	baseline_collect(baseline, &filtering);
	findings_of_baseline("b.txt", "甲\n");
	baseline_collect(baseline, &filtering);
	findings_of_baseline("gone.txt", "甲\n");
	baseline_collect(baseline, &filtering);
	ck_assert(baseline_write(baseline, &error));
	baseline = baseline_read("base.txt", &arena, &error);
	hidden(baseline, "a.txt", "甲甲\n");
	ck_assert(baseline_prune(baseline));
	ck_assert(!baseline_prune(baseline));
	ck_assert(baseline_write(baseline, &error));
	baseline = baseline_read("base.txt", &arena, &error);
	ck_assert_uint_eq(hidden(baseline, "a.txt", "甲甲\n甲乙\n"), 2);
	ck_assert_uint_eq(hidden(baseline, "b.txt", "甲\n"), 1); /* was not linted */
	ck_assert_uint_eq(hidden(baseline, "gone.txt", "甲\n"), 0);
	make_config("figure_sum"); /* punct_width is off: what it would find is not known */
	baseline = baseline_read("base.txt", &arena, &error);
	start("a.txt", "丙\n");
	baseline_hide(baseline, &filtering);
	ck_assert(!baseline_prune(baseline));
}
END_TEST

START_TEST(wrong_baselines)
{
	static const char *const files[][2] = {
		{"x", "b:1: is no baseline: its first line must be “# kanlint baseline 1”"},
		{"# kanlint baseline 2\n", "b:1: is no baseline: its first line must be “# kanlint baseline 1”"},
		{"# kanlint baseline 1\na\tb\tc\td\n", "b:2: is no line of a baseline (path, check, hash, count; tabs between)"},
		{"# kanlint baseline 1\n\na\tb\t0123456789abcdef\t-1\n", "b:3: is no line of a baseline (path, check, hash, count; tabs between)"},
		{"# kanlint baseline 1\na\tb\t0123456789abcdef\t0\n", "b:2: is no line of a baseline (path, check, hash, count; tabs between)"},
	};
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		put("b", files[i][0]);
		ck_assert_ptr_null(baseline_read("b", &arena, &error));
		ck_assert_str_eq(error.text, files[i][1]);
	}
	put("b", "# kanlint baseline 1\r\n# a remark\r\na\tb\t0123456789abcdef\t1\r\n");
	ck_assert_ptr_nonnull(baseline_read("b", &arena, &error));
	ck_assert_ptr_null(baseline_read("gone", &arena, &error));
	ck_assert_str_eq(error.text, "gone: cannot read: No such file or directory");
}
END_TEST

static struct str seen;

static void see(const char *name, const char *full, struct changed_file *file, void *state)
{
	struct changed_file **last = state;
	*last = file;
	seen = arena_format(&arena, "%s%s|%s;", seen.data, name, full);
}

static const struct {
	const char *patch, *names, *sentence;
	bool lines[8]; /* of the last file, from line 1 */
} patches[] = {
	{"", "", NULL, {0}},
	{"\n\n", "", NULL, {0}},
	{"--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n a\n+b\n c\n", "x|b/x;", NULL, {0, 1, 0}},
	{"--- a/x\n+++ b/x\n@@ -1 +1,2 @@ context -1,2 @@\n-a\n+b\n+c\n@@ -5,0 +6 @@\n+d\n", "x|b/x;", NULL, {1, 1, 0, 0, 0, 1}},
	{"--- a/x\r\n+++ b/x\r\n@@ -1 +1 @@\r\n-a\r\n+b\r\n", "x|b/x;", NULL, {1}},
	{"--- x.orig\t2024-05-01 10:00:00\n+++ x\t2024-05-01 10:00:01\n@@ -1 +1 @@\n-a\n+b\n", "x|x;", NULL, {1}},
	{"--- b/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "b/x|b/x;", NULL, {1}},
	{"--- c/x\n+++ w/x\n@@ -1 +1 @@\n-a\n+b\n", "x|w/x;", NULL, {1}},
	{"--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n+b\n", "x|b/x;", NULL, {1, 1}},
	{"--- a/x\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n", "", NULL, {0}},
	{"--- \"a/\\346\\226\\260\\t.txt\"\n+++ \"b/\\346\\226\\260\\t.txt\"\n@@ -1 +1 @@\n-a\n+b\n", "新\t.txt|b/新\t.txt;", NULL, {1}},
	{"--- \"a/\\\"\\\\\"\n+++ \"b/\\\"\\\\\"\n@@ -1 +1 @@\n-a\n+b\n", "\"\\|b/\"\\;", NULL, {1}},
	{"--- a/x y\n+++ b/x y\t\n@@ -1 +1 @@\n-a\n+b\n", "x y|b/x y;", NULL, {1}},
	{"--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n--- a/y\n-b\n+++ b/y\n+d\n@@ -9 +9,0 @@\n-x\n", "x|b/x;", NULL, {1, 1}},
	{"--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n\n-b\n+c\n", "x|b/x;", NULL, {0, 0, 1}},
	{"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n", "x|b/x;", NULL, {1}},
	{"From 1 Mon\nSubject: a\n---\n x | 2 +-\n\ndiff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n-- \n2.39\n",
		"x|b/x;", NULL, {1}},
	{"diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n", "", NULL, {0}},
	{"diff --git b/x b/x\nnew file mode 100644\nindex 0..1\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n", "b/x|b/x;", NULL, {1}},
	{"diff --git a/x b/x\nnew file mode 100644\nindex 0..1\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n", "x|b/x;", NULL, {1}},
	{"diff --git b/x b/x\nindex 0..1\nBinary files /dev/null and b/x differ\n", "b/x|b/x;", NULL, {1, 1, 1, 1, 1, 1, 1, 1}},
	{"diff --git a/x b/x\nrename from a/x\nrename to b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "b/x|b/x;", NULL, {1}},
	{"diff --git x x\nold mode 100644\nnew mode 100755\ndiff -u a/y b/y\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n-a\n+b\n", "y|b/y;", NULL, {1}},
	{"hello\n", "", "d: is no unified diff", {0}},
	{"--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n a\n", "x|b/x;", "d:4: the diff ends inside a hunk", {0}},
	{"--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n a\nb\n", "x|b/x;", "d:5: is no line of the hunk it stands in", {0}},
	{"--- a/x\n+++ b/x\n@@ -x +1 @@\n", "x|b/x;", "d:3: is no head of a hunk (@@ -1,2 +3,4 @@)", {0}},
	{"--- a/x\n+++ b/x\n@@ -1 +99999999999 @@\n", "x|b/x;", "d:3: is no head of a hunk (@@ -1,2 +3,4 @@)", {0}},
	{"@@ -1 +1 @@\n-a\n+b\n", "", "d:1: a hunk without the names of its file (--- and +++) before it", {0}},
	{"diff --cc x\n@@@ -1 -1 +1 @@@\n", "", "d:1: is a diff of a merge, which has two old sides; make one against a single revision", {0}},
};

START_TEST(diffs_are_read)
{
	for (size_t i = 0; i < sizeof patches / sizeof *patches; i++) {
		struct changed_file *last = NULL;
		seen = (struct str){"", 0};
		bool done = patch_read(str_from(patches[i].patch), "d", &arena, see, &last, &error);
		ck_assert_str_eq(seen.data, patches[i].names);
		ck_assert_msg(done == !patches[i].sentence, "%s", patches[i].patch);
		if (!done)
			ck_assert_str_eq(error.text, patches[i].sentence);
		for (uint32_t line = 0; line < 8 && done && last; line++)
			ck_assert_msg(
				changed_touches(last, line + 1, line + 1) == patches[i].lines[line], "line %u of %s", line + 1, patches[i].patch);
	}
}
END_TEST

START_TEST(ranges)
{
	struct line_range some[] = {{2, 3}, {7, 7}};
	struct changed_file file = {.ranges = some, .count = 2};
	ck_assert(!changed_touches(&file, 1, 1));
	ck_assert(changed_touches(&file, 1, 2));
	ck_assert(changed_touches(&file, 3, 9));
	ck_assert(!changed_touches(&file, 4, 6));
	ck_assert(changed_touches(&file, 4, 7));
	ck_assert(!changed_touches(&file, 8, 99));
	ck_assert(changed_touches(&(struct changed_file){.whole = true}, 8, 99));
}
END_TEST

Suite *suite_filter(void)
{
	Suite *suite = suite_create("filter");
	TCase *all = tcase_create("all");
	tcase_add_checked_fixture(all, set_up, tear_down);
	tcase_add_test(all, comments_silence_to_their_end);
	tcase_add_test(all, without_names_all_is_meant);
	tcase_add_test(all, names_of_every_kind);
	tcase_add_test(all, the_next_line);
	tcase_add_test(all, what_silences_nothing_is_said);
	tcase_add_test(all, sidecar);
	tcase_add_test(all, a_wrong_sidecar_has_its_place);
	tcase_add_test(all, baseline_counts_lines);
	tcase_add_test(all, pruning);
	tcase_add_test(all, wrong_baselines);
	tcase_add_test(all, diffs_are_read);
	tcase_add_test(all, ranges);
	suite_add_tcase(suite, all);
	return suite;
}
