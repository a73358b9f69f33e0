/* article: one arena and one dictionary, new for each test. */
#include "article.h"

#include <check.h>

#include "../linter/data_p.h"
#include "../linter/layer_p.h"

struct arena test_arena, test_scratch;
const struct data *test_data;

void test_open(void)
{
	struct error error;
	arena_init(&test_arena);
	arena_init(&test_scratch);
	test_data = data_open("build/kanlint.dat", &test_arena, &error);
	ck_assert_msg(test_data != NULL, "%s", error.text);
}

void test_close(void)
{
	arena_release(&test_scratch);
	arena_release(&test_arena);
}

struct article *test_article_of(struct str text)
{
	struct article_builder *builder = article_builder_new(&test_arena, "test", text);
	article_builder_text(builder, 0, text.size);
	struct article *article = article_builder_finish(builder, VARIANT_NONE);
	article_build_paragraphs(article);
	article_build_sentences(article);
	article_build_pairs(article);
	article_build_figures(article, test_data);
	article_build_bigrams(article, test_data);
	return article;
}

struct article *test_article(const char *text)
{
	return test_article_of(str_from(text));
}
