/* Sentences: where they end, and where they do not. */
#include <check.h>

#include "article_p.h"
#include "layer_p.h"

Suite *suite_sentence(void);

static struct arena arena;

static void set_up(void)
{
	arena_init(&arena);
}

static void tear_down(void)
{
	arena_release(&arena);
}

/* The sentences of a text with | between. */
static const char *split(const char *text)
{
	struct article_builder *builder = article_builder_new(&arena, "sample.txt", str_from(text));
	article_builder_text(builder, 0, strlen(text));
	struct article *article = article_builder_finish(builder, VARIANT_NONE);
	article_build_paragraphs(article);
	article_build_sentences(article);
	struct str result = {"", 0};
	for (uint32_t i = 0; i < article->sentence_count; i++) {
		struct str sentence = article_text(article, article->sentences[i].span, &arena);
		result = arena_format(&arena, "%.*s%s%.*s", (int)result.size, result.data, i ? "|" : "", (int)sentence.size, sentence.data);
	}
	return result.data;
}

START_TEST(full_stops)
{
	ck_assert_str_eq(split("天亮了。鸟叫了！人呢？都走了。"), "天亮了。|鸟叫了！|人呢？|都走了。");
	ck_assert_str_eq(split("天亮了；鸟叫了：人，都走了"), "天亮了；鸟叫了：人，都走了");
	ck_assert_str_eq(split("真的？！是的！！！好。"), "真的？！|是的！！！|好。");
	ck_assert_str_eq(split("我说OK好!他就走了?是。"), "我说OK好!|他就走了?|是。");
	ck_assert_str_eq(split("　　天亮了。  鸟叫了。\n\n人走了"), "天亮了。|鸟叫了。|人走了");
}
END_TEST

START_TEST(closing_marks)
{
	ck_assert_str_eq(split("他说：“天亮了。”我醒了。"), "他说：“天亮了。”|我醒了。");
	ck_assert_str_eq(split("他說：「他說過『天亮了。』」我醒了。"), "他說：「他說過『天亮了。』」|我醒了。");
	ck_assert_str_eq(split("他說：\"天亮了。\"我醒了。"), "他說：\"天亮了。\"|我醒了。");
}
END_TEST

START_TEST(quotation_goes_on)
{
	ck_assert_str_eq(split("“天亮了。”他说，“起来吧。”大家都醒了。"), "“天亮了。”他说，“起来吧。”|大家都醒了。");
	ck_assert_str_eq(split("「走吧！」隊長揮著手喊。沒有人動。"), "「走吧！」隊長揮著手喊。|沒有人動。");
	ck_assert_str_eq(split("“天亮了！”的喊声传来。"), "“天亮了！”的喊声传来。");
	ck_assert_str_eq(split("“天亮了。”，他想。"), "“天亮了。”，他想。");
}
END_TEST

START_TEST(enclosed)
{
	ck_assert_str_eq(split("我们看了《去哪儿？》和《你好！朋友》。散场了。"), "我们看了《去哪儿？》和《你好！朋友》。|散场了。");
	ck_assert_str_eq(split("他笑了（真的！你看。），走了。"), "他笑了（真的！你看。），走了。");
	ck_assert_str_eq(split("他走了。（笑声。掌声。）散会。"), "他走了。|（笑声。|掌声。）|散会。");
}
END_TEST

START_TEST(ellipses)
{
	ck_assert_str_eq(split("桌上有瓦灰、麻布……他坐下来。"), "桌上有瓦灰、麻布……|他坐下来。");
	ck_assert_str_eq(split("面对洪水、大风……的时候，他没有退。"), "面对洪水、大风……的时候，他没有退。");
	ck_assert_str_eq(split("他说……，算了。"), "他说……，算了。");
	ck_assert_str_eq(split("“……后来呢？”"), "“……后来呢？”");
	ck_assert_str_eq(split("他走了⋯⋯雨停了。"), "他走了⋯⋯|雨停了。");
}
END_TEST

START_TEST(half_width_text)
{
	ck_assert_str_eq(split("天亮了.气温是3.5度.鸟叫了!人呢?"), "天亮了.|气温是3.5度.|鸟叫了!|人呢?");
	ck_assert_str_eq(split("最高12℃.明天转晴.读a.txt即可."), "最高12℃.|明天转晴.|读a.txt即可.");
	ck_assert_str_eq(split("天亮了.鸟叫了。人走了。"), "天亮了.鸟叫了。|人走了。");
}
END_TEST

START_TEST(latin_text)
{
	ck_assert_str_eq(split("It rains. Mr. Li stays at home. He reads v2.0 of J. K. Smith's book!"),
		"It rains.|Mr. Li stays at home.|He reads v2.0 of J. K. Smith's book!");
	ck_assert_str_eq(split("他用Yahoo!的邮箱，读file.txt和Co., Ltd.的网站。"), "他用Yahoo!的邮箱，读file.txt和Co., Ltd.的网站。");
	ck_assert_str_eq(split("1. 备料。2. 开工。"), "1. 备料。|2. 开工。");
}
END_TEST

START_TEST(paragraph_of_sentence)
{
	static const char text[] = "甲。乙。\n丙";
	struct article_builder *builder = article_builder_new(&arena, "sample.txt", STR(text));
	article_builder_text(builder, 0, sizeof text - 1);
	struct article *article = article_builder_finish(builder, VARIANT_NONE);
	article_build_paragraphs(article);
	article_build_sentences(article);
	ck_assert_uint_eq(article->sentence_count, 3);
	ck_assert_uint_eq(article->sentences[1].paragraph, 0);
	ck_assert_uint_eq(article->sentences[2].paragraph, 1);
	ck_assert_uint_eq(article_sentence_at(article, article->begin + 3), 1);
}
END_TEST

Suite *suite_sentence(void)
{
	Suite *suite = suite_create("sentence");
	TCase *tests = tcase_create("sentences");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, full_stops);
	tcase_add_test(tests, closing_marks);
	tcase_add_test(tests, quotation_goes_on);
	tcase_add_test(tests, enclosed);
	tcase_add_test(tests, ellipses);
	tcase_add_test(tests, half_width_text);
	tcase_add_test(tests, latin_text);
	tcase_add_test(tests, paragraph_of_sentence);
	suite_add_tcase(suite, tests);
	return suite;
}
