/* form: the slips of converters. */
#include <check.h>

#include "../article.h"
#include "../../linter/data_p.h"
#include "../../linter/form.h"
#include "../../linter/layer_p.h"

static struct article *article_of(enum variant variant, const char *text)
{
	struct article_builder *builder = article_builder_new(&test_arena, "test", str_from(text));
	article_builder_text(builder, 0, strlen(text));
	struct article *article = article_builder_finish(builder, variant);
	article_build_bigrams(article, test_data);
	return article;
}

/* The text with all slips of words put right. */
static const char *corrected(enum variant variant, const char *text)
{
	struct article *article = article_of(variant, text);
	char *out = arena_alloc(&test_arena, 2 * strlen(text) + 4), *at = out;
	uint32_t candidate = form_candidate(test_data, article, article->begin, article->end);
	for (uint32_t i = article->begin; i < article->end; i++) {
		struct form form;
		uint32_t cp = article->cp[i];
		if (i == candidate) {
			if (form_find(test_data, article, i, &form)) {
				ck_assert_uint_le(form.word.begin, i);
				ck_assert_uint_gt(form.word.end, i);
				cp = form.right;
			}
			candidate = form_candidate(test_data, article, i + 1, article->end);
		}
		at += character_encode(cp, at);
	}
	return out;
}

START_TEST(corrects_words)
{
	ck_assert_str_eq(corrected(VARIANT_HANT, "以后再說"), "以後再說");
	ck_assert_str_eq(corrected(VARIANT_HANT, "她的頭發很長"), "她的頭髮很長");
	ck_assert_str_eq(corrected(VARIANT_HANT, "裡程很遠"), "里程很遠");
	ck_assert_str_eq(corrected(VARIANT_HANT, "關系不大"), "關係不大");
	ck_assert_str_eq(corrected(VARIANT_HANT_HK, "髮現了問題"), "發現了問題");
	ck_assert_str_eq(corrected(VARIANT_HANS, "随著天气转暖"), "随着天气转暖");
	ck_assert_str_eq(corrected(VARIANT_HANS, "衣服很乾净"), "衣服很干净");
}
END_TEST

START_TEST(leaves_right_text)
{
	static const char *const hant[] = {"皇后", "以后土為神", "三里之外", "若干年後", "公布與公佈", "這裡與這裏", "一只皮箱", "一隻貓", "天干地支", "", "后"};
	static const char *const hans[] = {"著名的著作", "乾隆年间", "瞭望塔", "慰藉", "覆盖", "显著"};
	for (size_t i = 0; i < sizeof hant / sizeof *hant; i++)
		ck_assert_str_eq(corrected(VARIANT_HANT, hant[i]), hant[i]);
	for (size_t i = 0; i < sizeof hans / sizeof *hans; i++)
		ck_assert_str_eq(corrected(VARIANT_HANS, hans[i]), hans[i]);
}
END_TEST

/* Wherever they stand in a block of positions: at the beginning of the article, in its middle, at its end. */
START_TEST(finds_candidates_at_every_place)
{
	enum { PLACES = 140 };
	static const char han[] = "的", slip[] = "随著";
	for (uint32_t place = 0; place < PLACES; place++) {
		char text[(PLACES + 2) * 3 + 1] = "";
		for (uint32_t i = 0; i < place; i++)
			strcat(text, han);
		const struct article *article = article_of(VARIANT_HANS, strcat(text, slip));
		struct form form;
		uint32_t at = article->begin;
		while ((at = form_candidate(test_data, article, at, article->end)) < article->end && !form_find(test_data, article, at, &form))
			at++;
		ck_assert_uint_eq(at, article->begin + place + 1);
		ck_assert_uint_eq(form_candidate(test_data, article, at + 1, article->end), article->end);
	}
}
END_TEST

static bool convert(enum variant variant, const char *text, uint32_t at, uint32_t length, uint32_t *out)
{
	struct article *article = article_of(variant, text);
	return form_convert(test_data, article, (struct span){article->begin + at, article->begin + at + length}, out);
}

START_TEST(converts_by_neighbours)
{
	uint32_t out[8];
	ck_assert(convert(VARIANT_HANS, "國家", 0, 2, out));
	ck_assert_uint_eq(out[0], 0x56FD);  /* 国 */
	ck_assert_uint_eq(out[1], 0x5BB6);
	ck_assert(convert(VARIANT_HANT, "国家", 0, 1, out));
	ck_assert_uint_eq(out[0], 0x570B);  /* 國 */
	ck_assert(!convert(VARIANT_HANT, "他的头发", 3, 1, out));
	ck_assert_uint_eq(out[0], 0x9AEE);  /* 髮 */
	ck_assert(!convert(VARIANT_HANT, "發表和发展", 3, 1, out));
	ck_assert_uint_eq(out[0], 0x767C);  /* 發 */
	ck_assert(convert(VARIANT_HANT, "为了", 0, 1, out));
	ck_assert_uint_eq(out[0], 0x70BA);  /* 為, not OpenCC's 爲 */
}
END_TEST

Suite *suite_form(void);

Suite *suite_form(void)
{
	Suite *suite = suite_create("form");
	TCase *forms = tcase_create("forms");
	tcase_add_checked_fixture(forms, test_open, test_close);
	tcase_add_test(forms, corrects_words);
	tcase_add_test(forms, leaves_right_text);
	tcase_add_test(forms, finds_candidates_at_every_place);
	tcase_add_test(forms, converts_by_neighbours);
	suite_add_tcase(suite, forms);
	return suite;
}
