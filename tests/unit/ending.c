/* ending: how a paragraph without an end mark ends. */
#include <check.h>

#include "../article.h"
#include "../../linter/ending.h"

static bool asked(const char *text, bool (*question)(const struct article *, struct span))
{
	const struct article *article = test_article(text);
	return question(article, (struct span){article->begin, article->end});
}

static bool ends_in_sentence(const char *text)
{
	const struct article *article = test_article(text);
	return ending_is_sentence(article, test_data, &test_scratch, (struct span){article->begin, article->end});
}

static const char *last_words(const char *text)
{
	const struct article *article = test_article(text);
	return article_text(article, ending_words(article, test_data, &test_scratch, (struct span){article->begin, article->end}), &test_arena).data;
}

START_TEST(text_and_what_is_none)
{
	ck_assert(asked("他说，“什么事都好办”", ending_is_text));
	ck_assert(asked("今年增长了3%", ending_is_text));
	ck_assert(!asked("他住在这里（二楼）", ending_is_text));
	ck_assert(!asked("材料如下：", ending_is_text));
}
END_TEST

START_TEST(what_needs_no_mark)
{
	ck_assert(asked("报名请写信到mail@example.com", ending_is_address));
	ck_assert(!asked("他们给新产品取名为iPhone", ending_is_address));
	ck_assert(asked("工人在安装门窗（本报记者 李明 摄）", ending_is_caption));
	ck_assert(asked("图为工人在安装门窗", ending_is_caption));
	ck_assert(!asked("工人在安装门窗", ending_is_caption));
	ck_assert(asked("關於加強河道管理的若干意見", ending_is_document_title));
	ck_assert(!asked("我们谈了很多关于河道的事。大家都提了意见", ending_is_document_title));
}
END_TEST

START_TEST(sentences)
{
	ck_assert(ends_in_sentence("村里的老把式也常常过来看一看，说两句自己的经验"));
	ck_assert(!ends_in_sentence("他走了。县医院、中医院、卫生院、疗养院、保健站"));
	ck_assert(!ends_in_sentence("报名的人要带齐证件，需要的材料如下"));
	ck_assert(!ends_in_sentence("他走了。河边的老茶馆"));
}
END_TEST

START_TEST(words_to_find_the_place_by)
{
	ck_assert_str_eq(last_words("他说，“什么事都好办”"), "什么事都好办");
	ck_assert_str_eq(last_words("大家提出了老房子修缮的意见"), "修缮的意见");
	ck_assert_str_eq(last_words("”"), "”");
}
END_TEST

Suite *suite_ending(void);

Suite *suite_ending(void)
{
	Suite *suite = suite_create("ending");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, text_and_what_is_none);
	tcase_add_test(test, what_needs_no_mark);
	tcase_add_test(test, sentences);
	tcase_add_test(test, words_to_find_the_place_by);
	suite_add_tcase(suite, test);
	return suite;
}
