/* Fixes: which edits are applied, the diff, and files replaced whole. */
#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "file_p.h"
#include "fix_p.h"

Suite *suite_fix(void);

static struct arena arena;
static struct error error;
static struct diagnostic diagnostics[8];
static size_t count;

static void set_up(void)
{
	arena_init(&arena);
	count = 0;
}

static void tear_down(void)
{
	arena_release(&arena);
}

static struct edit edit(size_t begin, size_t end, const char *text)
{
	return (struct edit){{.begin.byte = begin, .end.byte = end}, str_from(text)};
}

static void add(enum fix_kind kind, uint32_t edit_count, struct edit one, struct edit two)
{
	struct edit *edits = ARENA_ARRAY(&arena, struct edit, 2);
	edits[0] = one;
	edits[1] = two;
	diagnostics[count++] = (struct diagnostic){.edits = edits, .edit_count = edit_count, .fix_kind = kind};
}

static void add_one(size_t begin, size_t end, const char *text)
{
	add(FIX_SAFE, 1, edit(begin, end, text), edit(0, 0, ""));
}

static void expect(const char *before, enum fix_kind kind, size_t applied, const char *after)
{
	size_t done;
	struct str text = fix_apply(str_from(before), diagnostics, count, kind, &done, &arena);
	ck_assert_str_eq(arena_copy(&arena, text).data, after);
	ck_assert_uint_eq(done, applied);
}

START_TEST(nothing_to_do)
{
	expect("abc", FIX_UNSAFE, 0, "abc");
	diagnostics[count++] = (struct diagnostic){0};
	expect("abc", FIX_UNSAFE, 0, "abc");
	expect("", FIX_UNSAFE, 0, "");
}
END_TEST

START_TEST(change_delete_insert)
{
	add_one(0, 1, "ABC");
	add_one(2, 3, "");
	add_one(4, 4, "+");
	add_one(6, 6, "!");
	expect("abcdef", FIX_SAFE, 4, "ABCbd+ef!");
}
END_TEST

START_TEST(unsafe_ones_are_asked_for)
{
	add(FIX_UNSAFE, 1, edit(0, 1, "X"), edit(0, 0, ""));
	add_one(1, 2, "Y");
	expect("ab", FIX_SAFE, 1, "aY");
	expect("ab", FIX_UNSAFE, 2, "XY");
}
END_TEST

START_TEST(the_first_of_two_wins)
{
	add_one(0, 4, "x");
	add_one(2, 6, "y");
	expect("abcdefgh", FIX_SAFE, 1, "xefgh");
	count = 0;
	add_one(0, 4, "x");
	add_one(4, 6, "y"); /* beside it is not over it */
	expect("abcdefgh", FIX_SAFE, 2, "xygh");
	count = 0;
	add_one(2, 2, "x");
	add_one(2, 2, "y");
	expect("abcd", FIX_SAFE, 1, "abxcd");
	count = 0;
	add_one(1, 3, "x");
	add_one(2, 2, "y");
	expect("abcd", FIX_SAFE, 1, "axd");
	count = 0;
	add_one(1, 3, "x");
	add_one(3, 3, "y"); /* an insertion at its end may count on what was there */
	expect("abcd", FIX_SAFE, 1, "axd");
}
END_TEST

START_TEST(a_fix_is_whole_or_not_at_all)
{
	add_one(4, 5, "E");
	add(FIX_SAFE, 2, edit(0, 1, "("), edit(4, 6, ")"));
	add(FIX_SAFE, 2, edit(0, 1, "["), edit(7, 8, "]"));
	expect("abcdefgh", FIX_SAFE, 2, "[bcdEfg]");
	count = 0;
	add(FIX_SAFE, 2, edit(0, 3, "x"), edit(2, 4, "y")); /* over itself: senseless */
	add(FIX_SAFE, 2, edit(5, 5, "1"), edit(5, 5, "2"));
	expect("abcdefgh", FIX_SAFE, 1, "abcde12fgh");
}
END_TEST

START_TEST(many_fixes_are_linear)
{
	enum { N = 200000 };
	char *text = arena_alloc_raw(&arena, 3 * N);
	struct diagnostic *many = ARENA_ARRAY(&arena, struct diagnostic, N);
	struct edit *edits = ARENA_ARRAY(&arena, struct edit, N);
	memset(text, 'a', 3 * N);
	for (size_t i = 0; i < N; i++) {
		edits[i] = edit(3 * i, 3 * i + (i % 2 ? 1 : 3 * N - 3 * i), "b"); /* every other one reaches to the end */
		many[i] = (struct diagnostic){.edits = &edits[i], .edit_count = 1};
	}
	edits[0].region.end.byte = 1;
	clock_t start = clock();
	size_t applied;
	fix_apply((struct str){text, 3 * N}, many, N, FIX_SAFE, &applied, &arena);
	ck_assert_uint_eq(applied, 3); /* the third wants all the rest */
	ck_assert_int_lt((int)((clock() - start) / (CLOCKS_PER_SEC / 10)), 20);
}
END_TEST

static const struct {
	const char *before, *after, *diff;
} diffs[] = {
	{"a\n", "a\n", ""},
	{"a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"},
	{"a\n", "", "@@ -1 +0,0 @@\n-a\n"},
	{"", "a\n", "@@ -0,0 +1 @@\n+a\n"},
	{"a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"},
	{"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n", "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"},
	{"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\ny\n9\n", "@@ -1,9 +1,9 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n 9\n"},
	{"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n", "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n"},
	{"一\n\n二\n三\n", "一二\n三\n", "@@ -1,4 +1,2 @@\n-一\n-\n-二\n+一二\n 三\n"},
	{"a\nb\n", "a\nx\ny\nb\n", "@@ -1,2 +1,4 @@\n a\n+x\n+y\n b\n"},
	{"身份证11010519491231002X号\nb\n", "身份证11010519491231002X号\nc\n", "@@ -1,2 +1,2 @@\n 身份证110*************2X号\n-b\n+c\n"},
};

START_TEST(diffs_are_unified)
{
	for (size_t i = 0; i < sizeof diffs / sizeof *diffs; i++) {
		struct str diff = fix_diff("n.txt", str_from(diffs[i].before), str_from(diffs[i].after), &arena);
		const char *head = "--- a/n.txt\n+++ b/n.txt\n", *text = arena_copy(&arena, diff).data;
		ck_assert(!*diffs[i].diff || !strncmp(text, head, strlen(head)));
		if (strstr(diffs[i].before, "1101"))
			ck_assert_ptr_null(strstr(text, "1949123"));
		else
			ck_assert_str_eq(text + (*text ? strlen(head) : 0), diffs[i].diff);
	}
}
END_TEST

START_TEST(names_in_a_diff)
{
	static const char *const names[][2] = {
		{"./a/新.txt", "--- a/a/新.txt\n+++ b/a/新.txt\n"},
		{"/x/y.txt", "--- /x/y.txt\n+++ /x/y.txt\n"},
		{"a\"b\n.txt", "--- \"a/a\\\"b\\012.txt\"\n+++ \"b/a\\\"b\\012.txt\"\n"},
	};
	for (size_t i = 0; i < 3; i++) {
		struct str diff = fix_diff(names[i][0], STR("a\n"), STR("b\n"), &arena);
		ck_assert_int_eq(strncmp(diff.data, names[i][1], strlen(names[i][1])), 0);
	}
}
END_TEST

/* Random texts: patch(1) would rebuild the new text; here the diff is read back by hand. */
static void check_diff(struct str before, struct str after)
{
	struct str diff = fix_diff("n", before, after, &arena);
	char *rebuilt = arena_alloc(&arena, before.size + after.size + 64), *end = rebuilt;
	const char *old = before.data, *at = diff.data + (diff.size ? strlen("--- a/n\n+++ b/n\n") : 0), *stop = diff.data + diff.size;
	unsigned line = 1, begin;
	while (at < stop) {
		const char *next = (const char *)memchr(at, '\n', (size_t)(stop - at)) + 1;
		if (*at == '@') {
			unsigned old_count = 1;
			ck_assert_int_ge(sscanf(at, "@@ -%u,%u", &begin, &old_count), 1);
			for (begin += !old_count; line < begin; line++) {
				const char *newline = strchr(old, '\n') + 1;
				memcpy(end, old, (size_t)(newline - old));
				end += newline - old;
				old = newline;
			}
		} else {
			if (*at != '+') {
				ck_assert_int_eq(strncmp(old, at + 1, (size_t)(next - at - 1)), 0);
				old += next - at - 1;
				line++;
			}
			if (*at != '-') {
				memcpy(end, at + 1, (size_t)(next - at - 1));
				end += next - at - 1;
			}
		}
		at = next;
	}
	memcpy(end, old, strlen(old));
	ck_assert_str_eq(rebuilt, after.data);
}

START_TEST(diffs_rebuild_the_text)
{
	unsigned state = 1;
	for (int round = 0; round < 2000; round++) {
		char text[2][256];
		for (int side = 0; side < 2; side++) {
			size_t size = 0;
			for (int i = 0; i < 40; i++) {
				state = state * 1103515245 + 12345;
				unsigned random = state >> 16;
				if (side && random % 8 == 0)
					continue;
				text[side][size++] = (char)('a' + (round % 2                        ? random % 3
									  : side && random % 8 != 1 ? (unsigned)i % 20
												    : (unsigned)i));
				text[side][size++] = '\n';
			}
			text[side][size] = 0;
		}
		check_diff(str_from(text[0]), str_from(text[1]));
		arena_clear(&arena);
	}
}
END_TEST

static const char *read_back(const char *path)
{
	struct str bytes;
	ck_assert_msg(file_read(path, FILE_NO_LIMIT, &bytes, &arena, &error), "%s", error.text);
	return bytes.data;
}

START_TEST(files_are_replaced)
{
	char folder[] = "/tmp/kanlint-fix-XXXXXX";
	struct stat status;
	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder), 0);
	ck_assert(file_replace("a.txt", STR("old"), true, &error));
	ck_assert(!file_replace("b.txt", STR("old"), false, &error));
	ck_assert_int_eq(chmod("a.txt", 0640), 0);
	mkdir("d", 0777);
	ck_assert_int_eq(symlink("../a.txt", "d/link"), 0);
	ck_assert_msg(fix_write("d/link", STR("old"), STR("new\0text"), &error), "%s", error.text);
	ck_assert_str_eq(read_back("a.txt"), "new");
	ck_assert_int_eq(lstat("d/link", &status), 0);
	ck_assert(S_ISLNK(status.st_mode));
	ck_assert_int_eq(stat("a.txt", &status), 0);
	ck_assert_int_eq(status.st_mode & 07777, 0640);
	ck_assert_int_eq(status.st_size, 8);
	ck_assert(!fix_write("d", STR(""), STR("x"), &error));
	ck_assert_str_eq(error.text, "cannot be written: it is not a regular file");
	ck_assert(!fix_write("gone/x.txt", STR(""), STR("x"), &error));
	ck_assert(!fix_write("a.txt", STR("old"), STR("newer"), &error));
	ck_assert(!fix_write("a.txt", STR("new\0text+"), STR("newer"), &error));
	ck_assert(!fix_write("a.txt", STR("new"), STR("newer"), &error));
	ck_assert_str_eq(read_back("a.txt"), "new");
	ck_assert_int_eq(system("test -z \"$(find . -name '.kanlint*')\""), 0);
	ck_assert_int_eq(chdir("/"), 0);
	ck_assert_int_eq(system(arena_format(&arena, "rm -rf %s", folder).data), 0);
}
END_TEST

Suite *suite_fix(void)
{
	Suite *suite = suite_create("fix");
	TCase *all = tcase_create("all");
	tcase_add_checked_fixture(all, set_up, tear_down);
	tcase_add_test(all, nothing_to_do);
	tcase_add_test(all, change_delete_insert);
	tcase_add_test(all, unsafe_ones_are_asked_for);
	tcase_add_test(all, the_first_of_two_wins);
	tcase_add_test(all, a_fix_is_whole_or_not_at_all);
	tcase_add_test(all, many_fixes_are_linear);
	tcase_add_test(all, diffs_are_unified);
	tcase_add_test(all, names_in_a_diff);
	tcase_add_test(all, diffs_rebuild_the_text);
	tcase_add_test(all, files_are_replaced);
	suite_add_tcase(suite, all);
	return suite;
}
