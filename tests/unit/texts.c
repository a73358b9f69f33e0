/* texts: the filters of word lists refuse nothing that stands in a text, also at its beginning and its end. */
#include <check.h>
#include <stdio.h>

#include "../article.h"

static const char *const longer[] = {"共计", "合计三", "计", NULL};
static const char *const single[] = {"共", "三", NULL};
static const char *const pairs[] = {"计三", "三三", "a共", NULL};
static const char *const beyond[] = {"𠀀共", "共𠀀", NULL};
static const char *const *const lists[] = {longer, single, pairs, beyond};

static bool starts(const struct article *article, uint32_t at, const char *const *texts)
{
	while (*texts && !article_starts(article, at, *texts))
		texts++;
	return *texts != NULL;
}

static bool ends(const struct article *article, uint32_t at, const char *const *texts)
{
	while (*texts && !article_ends(article, at, *texts))
		texts++;
	return *texts != NULL;
}

static void compare(const char *text)
{
	const struct article *article = test_article(text);
	for (uint32_t i = 0; i < sizeof lists / sizeof *lists; i++)
		for (uint32_t at = article->begin - 2; at <= article->end + 2; at++) {
			bool begins = starts(article, at, lists[i]), closes = ends(article, at, lists[i]);
			ck_assert(article_starts_any(article, at, lists[i]) == begins);
			ck_assert(article_ends_any(article, at, lists[i]) == closes);
			ck_assert((article_longest_at(article, at, lists[i]) > 0) == begins);
			ck_assert((article_longest_before(article, at, lists[i]) > 0) == closes);
			ck_assert(!begins || article_holds_any(article, (struct span){at, at + 1}, lists[i]));
		}
}

START_TEST(nothing_is_refused)
{
	static const char *const letters[] = {"共", "计", "三", "合", "a", "𠀀", "\n"};
	enum { LETTERS = sizeof letters / sizeof *letters };
	char text[3 * 4 + 1];
	for (uint32_t i = 0; i < LETTERS * LETTERS * LETTERS; i++) {
		snprintf(text, sizeof text, "%s%s%s", letters[i % LETTERS], letters[i / LETTERS % LETTERS], letters[i / LETTERS / LETTERS]);
		compare(text);
	}
}
END_TEST

START_TEST(most_is_refused)
{
	const struct texts_filter *filter = texts_filter(longer);
	ck_assert(texts_may_begin(filter, U'共') && texts_may_begin_with(filter, U'共', U'计') && !texts_may_begin_with(filter, U'共', U'三'));
	ck_assert(texts_may_end(filter, U'三') && texts_may_end_with(filter, U'计', U'三') && !texts_may_end_with(filter, U'共', U'三'));
	ck_assert(texts_may_begin_with(filter, U'计', U'三') && texts_may_end_with(filter, U'三', U'计'));
}
END_TEST

Suite *suite_texts(void);

Suite *suite_texts(void)
{
	Suite *suite = suite_create("texts");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, nothing_is_refused);
	tcase_add_test(test, most_is_refused);
	suite_add_tcase(suite, test);
	return suite;
}
