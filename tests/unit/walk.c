/* walk: folders to files, in a tree made for each test. */
#include <check.h>
#include <stdio.h>
#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../linter/data_p.h"
#include "../../linter/input/walk_p.h"

Suite *suite_walk(void);

static struct arena arena;
static struct config *config;
static char root[] = "/tmp/kanlint-walk-XXXXXX";
static char home[4096];

static void put(const char *path, const char *text)
{
	char folder[256];
	for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
		snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
		mkdir(folder, 0777);
	}
	FILE *file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	fclose(file);
}

static void use_config(void)
{
	struct config_options options = {.variant = -1, .fail_on = -1, .confidence = -1};
	struct error error;
	config = config_new(&options, NULL, &arena, &error);
	ck_assert_msg(config != NULL, "%s", error.text);
}

static void set_up(void)
{
	arena_init(&arena);
	memcpy(root + sizeof root - 7, "XXXXXX", 6);
	ck_assert_ptr_nonnull(getcwd(home, sizeof home));
	ck_assert_ptr_nonnull(mkdtemp(root));
	ck_assert_int_eq(chdir(root), 0);
	put("b.txt", "");
	put("a/2.md", "");
	put("a/1.markdown", "");
	put("a/x.c", "");
	put("a/b/深 处.txt", "");
	put(".hidden/h.txt", "");
	put("A.TXT", "");
	use_config();
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *where)
{
	(void)status, (void)type, (void)where;
	return remove(path);
}

static void tear_down(void)
{
	ck_assert_int_eq(chdir(home), 0);
	nftw(root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	arena_release(&arena);
}

/* The paths that come of these, up to a NULL, in one line; an error stands behind its path. */
static const char *walk_to(bool force_exclude, char **paths)
{
	static char shown[4096];
	size_t count = 0, size = 0;
	while (paths[count])
		count++;
	struct walk walk = walk_paths(paths, count, config, force_exclude, NULL, &arena);
	shown[0] = 0;
	for (size_t i = 0; i < walk.count; i++) {
		const struct walk_entry *entry = &walk.entries[i];
		size += (size_t)snprintf(shown + size, sizeof shown - size, "%s%s%s%s%s", i ? " " : "", entry->path, entry->error ? "(" : "",
			entry->error ? entry->error : "", entry->error ? ")" : "");
	}
	return shown;
}

#define WALK(...) walk_to(false, (char *[]){__VA_ARGS__, NULL})

START_TEST(folders_are_sorted)
{
	ck_assert_str_eq(WALK(NULL), "A.TXT a/1.markdown a/2.md a/b/深 处.txt b.txt");
	ck_assert_str_eq(WALK("."), "A.TXT a/1.markdown a/2.md a/b/深 处.txt b.txt");
	ck_assert_str_eq(WALK("a//"), "a/1.markdown a/2.md a/b/深 处.txt");
	ck_assert_str_eq(WALK("./a"), "./a/1.markdown ./a/2.md ./a/b/深 处.txt");
	ck_assert_str_eq(WALK(".hidden"), ".hidden/h.txt");
}
END_TEST

START_TEST(named_files_come_once_in_their_order)
{
	ck_assert_str_eq(WALK("b.txt", "a/x.c", "-", "./b.txt", "a/../b.txt", "-"), "b.txt a/x.c -");
	ck_assert_str_eq(WALK("a/2.md", "a", "a/b"), "a/2.md a/1.markdown a/b/深 处.txt");
}
END_TEST

START_TEST(what_is_not_there_is_said)
{
	ck_assert_str_eq(WALK("none.txt", "b.txt", "b.txt/x"), "none.txt(there is no such file or folder) b.txt b.txt/x(there is no such file or folder)");
}
END_TEST

START_TEST(links)
{
	ck_assert_int_eq(symlink("..", "a/loop"), 0);
	ck_assert_int_eq(symlink("../b.txt", "a/link.txt"), 0);
	ck_assert_int_eq(symlink("nowhere", "a/lost.txt"), 0);
	ck_assert_int_eq(symlink("nowhere", "a/lost"), 0);
	ck_assert_int_eq(symlink("a", "folder.txt"), 0);
	ck_assert_str_eq(WALK("a"), "a/1.markdown a/2.md a/b/深 处.txt a/link.txt a/lost.txt(is a link that cannot be followed: No such file or directory)");
	ck_assert_str_eq(WALK("b.txt", "a/b", "a/link.txt"), "b.txt a/b/深 处.txt");
	ck_assert_str_eq(WALK("folder.txt/b"), "folder.txt/b/深 处.txt");
	ck_assert_int_eq(mkfifo("a/b/fifo.txt", 0666), 0);
	ck_assert_str_eq(WALK("a/b"), "a/b/fifo.txt(is not a regular file; name it to read it) a/b/深 处.txt");
}
END_TEST

START_TEST(gitignore)
{
	put(".gitignore", "# comment\n\n/a/*.md\n*.TXT\n");
	ck_assert_str_eq(WALK(NULL), "a/1.markdown a/b/深 处.txt b.txt");
	put("a/.gitignore", "!2.md\r\nb/\n");
	ck_assert_str_eq(WALK(NULL), "a/1.markdown a/2.md b.txt");
	ck_assert_str_eq(WALK("a/b", "A.TXT"), "a/b/深 处.txt A.TXT");
	put(".gitignore", "a/**\n!a/b/\n!a/b/**\n");
	put("a/.gitignore", "");
	ck_assert_str_eq(WALK(NULL), "A.TXT a/b/深 处.txt b.txt");
	put(".gitignore", "\\#x.txt\n\\!y.txt\n深*\nsp.txt  \n**/b.txt\n");
	put("#x.txt", "");
	put("!y.txt", "");
	put("sp.txt", "");
	put("a/b.txt", "");
	ck_assert_str_eq(WALK(NULL), "A.TXT a/1.markdown a/2.md");
}
END_TEST

START_TEST(gitignore_from_the_root_of_the_repository)
{
	put("out/.gitignore", "*.txt\n");
	put("out/repo/.git/HEAD", "");
	put("out/repo/.gitignore", "/deep/er/no.txt\nskip.txt\n");
	put("out/repo/deep/er/no.txt", "");
	put("out/repo/deep/er/yes.txt", "");
	put("out/repo/deep/skip.txt", "");
	ck_assert_str_eq(WALK("out/repo/deep"), "out/repo/deep/er/yes.txt");
	ck_assert_str_eq(WALK("out/repo/deep/er"), "out/repo/deep/er/yes.txt");
	ck_assert_int_eq(chdir("out/repo/deep/er"), 0);
	ck_assert_str_eq(WALK(NULL), "yes.txt");
	ck_assert_int_eq(chdir(root), 0);
}
END_TEST

START_TEST(exclude)
{
	put(".kanlint.yaml", "exclude: [\"a/b/**\", \"*.markdown\"]\n");
	use_config();
	ck_assert_str_eq(WALK(NULL), "A.TXT a/2.md b.txt");
	ck_assert_str_eq(WALK("a/1.markdown"), "a/1.markdown");
	ck_assert_str_eq(walk_to(true, (char *[]){"a/1.markdown", "b.txt", NULL}), "b.txt");
}
END_TEST

Suite *suite_walk(void)
{
	Suite *suite = suite_create("walk");
	TCase *cases = tcase_create("walk");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, folders_are_sorted);
	tcase_add_test(cases, named_files_come_once_in_their_order);
	tcase_add_test(cases, what_is_not_there_is_said);
	tcase_add_test(cases, links);
	tcase_add_test(cases, gitignore);
	tcase_add_test(cases, gitignore_from_the_root_of_the_repository);
	tcase_add_test(cases, exclude);
	suite_add_tcase(suite, cases);
	return suite;
}
