/* Shell patterns over paths, and the nearest name. */
#include <check.h>
#include <time.h>

#include "config_p.h"

Suite *suite_glob(void);

static const struct {
	const char *pattern, *path;
	bool matches;
} matches[] = {
	{"*.txt", "a.txt", true},
	{"*.txt", "news/2024/a.txt", true},
	{"*.txt", "a.txtx", false},
	{"?.txt", "·.txt", true},
	{"??.txt", "·.txt", false},
	{"/*.txt", "a.txt", true},
	{"/*.txt", "news/a.txt", false},
	{"news/*.txt", "news/a.txt", true},
	{"news/*.txt", "news/old/a.txt", false},
	{"news/*.txt", "old/news/a.txt", false},
	{"news/**", "news/a.txt", true},
	{"news/**", "news/old/a.txt", true},
	{"news/**", "news", false},
	{"news/**", "newsroom/a.txt", false},
	{"**/news/*.txt", "news/a.txt", true},
	{"**/news/*.txt", "x/y/news/a.txt", true},
	{"**/news/*.txt", "x/ynews/a.txt", false},
	{"a/**/b", "a/b", true},
	{"a/**/b", "a/x/b", true},
	{"a/**/b", "a/x/y/z/b", true},
	{"a/**/b", "a/xb", false},
	{"a/**/b/**/c", "a/b/x/b/c", true},
	{"a/**/*b/c", "a/ab/b/c", true},
	{"**/*.md", "readme.md", true},
	{"**", "a/b/c", true},
	{"a**b", "axxb", true},
	{"x/a**b", "x/a/b", false},
	{"*", "a", true},
	{"*", "", true},
	{"", "", true},
	{"", "a", false},
	{"?", "新", true},
	{"??", "新", false},
	{"新?稿*", "新闻稿2024.txt", true},
	{"[0-9][0-9].md", "07.md", true},
	{"[0-9][0-9].md", "7.md", false},
	{"[!0-9]*", "7.md", false},
	{"[!0-9]*", "x.md", true},
	{"[^0-9]*", "x.md", true},
	{"[一-龥].txt", "稿.txt", true},
	{"[一-龥].txt", "k.txt", false},
	{"[]]", "]", true},
	{"[a-]", "-", true},
	{"[ab", "[ab", true},
	{"[ab", "a", false},
	{"x[/]y", "x/y", false},
	{"x?y/z", "x/y/z", false},
	{"\\*.txt", "*.txt", true},
	{"\\*.txt", "a.txt", false},
	{"[\\]]", "]", true},
	{"./news/a.txt", "news/a.txt", true},
	{"news/a.txt", "./news/a.txt", true},
	{"a*b*c*d", "a-b-c-d", true},
	{"a*b*c*d", "a-b-c-", false},
	{"**/a/b", "a/a/b", true},
	{"**/a/b", "a/b/a", false},
	{"\xFF*", "\xFFx", true},
};

START_TEST(patterns)
{
	for (size_t i = 0; i < sizeof matches / sizeof *matches; i++)
		ck_assert_msg(glob_match(matches[i].pattern, matches[i].path) == matches[i].matches, "%s on %s", matches[i].pattern, matches[i].path);
}
END_TEST

static const struct {
	const char *pattern, *path;
	bool is_folder, covers;
} covers[] = {
	{"drafts", "drafts", true, true},
	{"drafts", "x/drafts", true, true},
	{"drafts", "drafts/a.txt", false, true},
	{"drafts", "x/drafts/y/a.txt", false, true},
	{"drafts/", "drafts", true, true},
	{"drafts/", "drafts", false, false},
	{"drafts/", "x/drafts/a.txt", false, true},
	{"drafts/**", "drafts", true, true},
	{"drafts/**", "drafts", false, false},
	{"drafts/**", "drafts/a/b.txt", false, true},
	{"drafts/**", "x/drafts", true, false},
	{"drafts/**", "x/drafts/a.txt", false, false},
	{"x/drafts/**", "x/drafts", true, true},
	{"**/drafts/**", "x/y/drafts", true, true},
	{"/drafts", "drafts/a.txt", false, true},
	{"/drafts", "x/drafts/a.txt", false, false},
	{"*.md", "notes.md/a.txt", false, true},
	{"a/*", "a/b/c.txt", false, true},
	{"a/*/", "a/b", false, false},
	{"**", "a", false, true},
	{"/**", "a/b", false, true},
};

START_TEST(folders)
{
	for (size_t i = 0; i < sizeof covers / sizeof *covers; i++)
		ck_assert_msg(glob_covers(covers[i].pattern, covers[i].path, covers[i].is_folder) == covers[i].covers, "%s on %s%s",
			covers[i].pattern, covers[i].path, covers[i].is_folder ? "/" : "");
}
END_TEST

START_TEST(no_pattern_explodes)
{
	char path[4001], pattern[201];
	memset(path, 'a', 4000);
	path[4000] = 0;
	for (size_t i = 0; i < 100; i++)
		memcpy(pattern + 2 * i, "*a", 2);
	pattern[199] = 'b';
	pattern[200] = 0;
	clock_t start = clock();
	ck_assert(!glob_match(pattern, path));
	for (size_t i = 1; i < 4000; i += 2)
		path[i] = '/';
	ck_assert(!glob_match("**/a/**/a/**/a/**/a/**/a/**/a/**/*b", path));
	ck_assert_int_lt((int)((clock() - start) / (CLOCKS_PER_SEC / 10)), 10);
}
END_TEST

static const struct {
	const char *word, *nearest;
} words[] = {
	{"punct_halfwith", "punct_halfwidth"},
	{"punct-halfwidth", "punct_halfwidth"},
	{"halfwidth", "punct_halfwidth"},
	{"Figure_Miscount", "figure_miscount"},
	{"figure_miscuont", "figure_miscount"},
	{"figure_", NULL},
	{"figure", NULL},
	{"of", "off"},
	{"xyzzy", NULL},
	{"a", NULL},
	{"", NULL},
};

START_TEST(nearest)
{
	static const char *const names[] = {"punct_halfwidth", "punct_unpaired", "figure_miscount", "figure_conflict", "off", NULL};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const char *name = nearest_name(words[i].word, names);
		ck_assert_msg((!name && !words[i].nearest) || (name && words[i].nearest && !strcmp(name, words[i].nearest)), "%s: %s", words[i].word,
			name ? name : "none");
	}
}
END_TEST

START_TEST(nearest_of_long_words)
{
	char word[300];
	memset(word, 'x', 299);
	word[299] = 0;
	ck_assert_ptr_null(nearest_name(word, (const char *const[]){"off", NULL}));
	ck_assert_ptr_null(nearest_name("off", (const char *const[]){word, NULL}));
}
END_TEST

Suite *suite_glob(void)
{
	Suite *suite = suite_create("glob");
	TCase *all = tcase_create("all");
	tcase_add_test(all, patterns);
	tcase_add_test(all, folders);
	tcase_add_test(all, no_pattern_explodes);
	tcase_add_test(all, nearest);
	tcase_add_test(all, nearest_of_long_words);
	suite_add_tcase(suite, all);
	return suite;
}
