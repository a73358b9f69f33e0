/* copy: passages that stand twice. */
#include <check.h>

#include "../../linter/article_p.h"
#include "../../linter/copy.h"
#include "../../linter/layer_p.h"

static struct arena arena;

static void open_arena(void)
{
	arena_init(&arena);
}

static void close_arena(void)
{
	arena_release(&arena);
}

struct search {
	const struct article *article;
	uint32_t count;
	struct span first, copy;
};

static void found(void *user, struct span first, struct span copy)
{
	struct search *search = user;
	ck_assert(first.end <= copy.begin);
	ck_assert(article_same(search->article, first, copy));
	search->count++;
	search->first = first;
	search->copy = copy;
}

/* How many copies a text has, and the last one's text. */
static const char *copy_in(const char *text, uint32_t length, uint32_t count)
{
	struct article_builder *builder = article_builder_new(&arena, "test", str_from(text));
	article_builder_text(builder, 0, strlen(text));
	struct article *article = article_builder_finish(builder, VARIANT_NONE);
	article_build_paragraphs(article);
	struct search search = {.article = article};
	struct arena scratch;
	arena_init(&scratch);
	copy_each(article, &scratch, length, found, &search);
	arena_release(&scratch);
	ck_assert_uint_eq(search.count, count);
	return count ? article_text(article, search.copy, &arena).data : "";
}

START_TEST(a_copy_reaches_as_far_as_the_text_is_the_same)
{
	ck_assert_str_eq(copy_in("他每天五点起床，先去河边跑步。后来搬了家，先去河边跑步。", 7, 1), "先去河边跑步。");
	ck_assert_str_eq(copy_in("雨停了，孩子们跑出门，踩着水玩。\n\n天晴了，孩子们跑出门，踩着水玩。", 10, 1), "孩子们跑出门，踩着水玩。");
	copy_in("他每天五点起床，先去河边跑步。后来搬了家，先去河边跑步。", 8, 0);
}
END_TEST

START_TEST(loose_ends_are_left_out)
{
	/* 了 before the mark is less than a clause. */
	ck_assert_str_eq(copy_in("门开了，屋里坐着三个老人。窗关了，屋里坐着三个老人。", 8, 1), "屋里坐着三个老人。");
}
END_TEST

START_TEST(copies_do_not_overlap)
{
	ck_assert_str_eq(copy_in("来来往往，来来往往，来来往往，来来往往，人很多。", 4, 2), "来来往往，来来往往");
}
END_TEST

START_TEST(titles_and_short_lines_are_no_prose)
{
	copy_in("# 河边的老茶馆要拆了吗\n\n河边的老茶馆要拆了吗", 6, 0);
	copy_in("", 4, 0);
}
END_TEST

Suite *suite_copy(void);

Suite *suite_copy(void)
{
	Suite *suite = suite_create("copy");
	TCase *tests = tcase_create("copies");
	tcase_add_checked_fixture(tests, open_arena, close_arena);
	tcase_add_test(tests, a_copy_reaches_as_far_as_the_text_is_the_same);
	tcase_add_test(tests, loose_ends_are_left_out);
	tcase_add_test(tests, copies_do_not_overlap);
	tcase_add_test(tests, titles_and_short_lines_are_no_prose);
	suite_add_tcase(suite, tests);
	return suite;
}
