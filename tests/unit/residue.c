/* residue: phrases of web pages, and lines taken apart. */
#include <check.h>

#include "../article.h"
#include "../../linter/residue.h"

static struct residue_line read_line(const char *text)
{
	const struct article *article = test_article(text);
	return residue_line_read(article, (struct span){article->begin, article->end});
}

/* Sorted, or a phrase is not found; none twice. */
START_TEST(table_is_sorted)
{
	for (uint32_t i = 0; i < residue_phrase_count; i++) {
		ck_assert(*residue_phrases[i].text && residue_phrases[i].kinds);
		ck_assert_msg(i == 0 || strcmp(residue_phrases[i - 1].text, residue_phrases[i].text) < 0, "%s", residue_phrases[i].text);
	}
}
END_TEST

START_TEST(the_longest_phrase)
{
	unsigned kinds = 0;
	const struct article *article = test_article("分享到微信的图片");
	ck_assert_uint_eq(residue_at(article, article->begin, article->end, RESIDUE_SHARE, &kinds), 5);
	ck_assert(kinds & RESIDUE_STRONG);
	ck_assert_uint_eq(residue_at(article, article->begin, article->begin + 4, RESIDUE_SHARE, &kinds), 3);
	ck_assert_uint_eq(residue_at(article, article->begin, article->end, RESIDUE_RELATED, &kinds), 0);
}
END_TEST

START_TEST(lines)
{
	struct residue_line line = read_line("首页 > 新闻 > 某地 > 正文");
	ck_assert(line.arrows == 3 && line.others == 1 && line.first & RESIDUE_NAVIGATION && line.last & RESIDUE_FILLER);
	line = read_line("责编：高御");
	ck_assert(line.labelled && line.labels == 1 && line.stops == 0);
	line = read_line("联系方式：13800000000");
	ck_assert(!line.labelled && line.phrases == 0);
	line = read_line("關於我們｜網站導覽");
	ck_assert(line.phrases == 2 && line.others == 0 && line.bars == 1);
	line = read_line("评论员文章");
	ck_assert(line.phrases + line.fillers == 0 && line.others == 1);
}
END_TEST

Suite *suite_residue(void);

Suite *suite_residue(void)
{
	Suite *suite = suite_create("residue");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, table_is_sorted);
	tcase_add_test(test, the_longest_phrase);
	tcase_add_test(test, lines);
	suite_add_tcase(suite, test);
	return suite;
}
