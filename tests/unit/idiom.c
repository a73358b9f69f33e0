/* idiom: set phrases with one slip. */
#include <check.h>
#include <stdlib.h>

#include "../article.h"
#include "../../linter/data_p.h"
#include "../../linter/idiom.h"
#include "../../linter/layer_p.h"

static struct article *article_of(enum variant variant, const char *text)
{
	struct article_builder *builder = article_builder_new(&test_arena, "test", str_from(text));
	article_builder_text(builder, 0, strlen(text));
	struct article *article = article_builder_finish(builder, variant);
	article_build_bigrams(article, test_data);
	return article;
}

struct search {
	const struct article *article;
	struct idiom_slip first;
	unsigned count;
};

static void note(void *user, const struct idiom_slip *slip)
{
	struct search *search = user;
	ck_assert_uint_ge(slip->span.begin, search->article->begin);
	ck_assert_uint_le(slip->span.end, search->article->end);
	ck_assert_uint_lt(slip->at, slip->span.end + 1);
	if (search->count++ == 0)
		search->first = *slip;
}

static struct search search_in(enum variant variant, const char *text)
{
	struct search search = {.article = article_of(variant, text)};
	idiom_each(test_data, search.article, note, &search);
	return search;
}

/* What the first slip should be; "" if there is none. */
static const char *right_of(enum variant variant, const char *text)
{
	struct search search = search_in(variant, text);
	char *out = arena_alloc(&test_arena, IDIOM_MOST * 4 + 1), *at = out;
	for (uint32_t i = 0; search.count && i < search.first.length; i++)
		at += character_encode(search.first.right[i], at);
	return out;
}

static const char *text_of(const char *text)
{
	struct search search = search_in(VARIANT_HANS, text);
	return search.count ? article_text(search.article, search.first.span, &test_arena).data : "";
}

START_TEST(wrong_characters)
{
	ck_assert_str_eq(right_of(VARIANT_HANS, "全村众志成诚"), "众志成城");
	ck_assert_str_eq(right_of(VARIANT_HANS, "他破斧沉舟地干"), "破釜沉舟");
	ck_assert_str_eq(right_of(VARIANT_HANS, "无法一劳永意的事"), "一劳永逸");
	ck_assert_str_eq(right_of(VARIANT_HANS, "任务迫在眉捷"), "迫在眉睫");
	ck_assert_str_eq(right_of(VARIANT_HANS, "这群乌和之众"), "乌合之众");
	ck_assert_str_eq(right_of(VARIANT_HANT, "他振振有詞，天花亂墮"), "天花亂墜");
	ck_assert_str_eq(right_of(VARIANT_HANT, "大家眾志成誠"), "眾志成城");
}
END_TEST

START_TEST(other_faults)
{
	ck_assert_str_eq(right_of(VARIANT_HANS, "发挥先锋模作用"), "先锋模范作用");
	ck_assert_str_eq(text_of("发挥先锋模作用"), "先锋模作用");
	ck_assert_str_eq(text_of("他涛滔不绝"), "涛滔不绝");
	ck_assert_str_eq(right_of(VARIANT_HANS, "他一如继既往"), "一如既往");
	ck_assert_str_eq(text_of("他一如继既往"), "一如继既往");
	ck_assert_str_eq(right_of(VARIANT_HANS, "大家同济共舟"), "同舟共济");
	ck_assert_int_eq(search_in(VARIANT_HANS, "大家同济共舟").first.fault, IDIOM_SWAPPED);
	ck_assert_int_eq(search_in(VARIANT_HANS, "观众趋若鹜").first.fault, IDIOM_LOST);
}
END_TEST

START_TEST(each_slip_once)
{
	ck_assert_uint_eq(search_in(VARIANT_HANS, "众志成诚，破斧沉舟，一愁莫展。众志成诚").count, 4);
	ck_assert_uint_eq(search_in(VARIANT_HANS, "众志成诚").count, 1);
	ck_assert_uint_eq(search_in(VARIANT_HANS, "").count, 0);
	ck_assert_uint_eq(search_in(VARIANT_HANS, "志").count, 0);
}
END_TEST

START_TEST(right_texts)
{
	static const char *const texts[] = {"众志成城", "百废具兴", "莫明其妙", "先试先行", "由外而内", "天公作美", "高兴的跳", "五月初七", "三言两语，四言八句",
		"众志成成城", "塔亭楼榭", "众志成\n诚"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		ck_assert_msg(search_in(VARIANT_HANS, texts[i]).count == 0, "%s", texts[i]);
	static const char *const hant[] = {"追根究柢", "消聲匿跡", "星羅棋布", "不着邊際", "兼容並蓄", "窮奢極慾"};
	for (size_t i = 0; i < sizeof hant / sizeof *hant; i++)
		ck_assert_msg(search_in(VARIANT_HANT, hant[i]).count == 0, "%s", hant[i]);
}
END_TEST

/* A sum can be right over wrong contents: no look-up may leave the file. For asan. */
START_TEST(survives_wrong_contents)
{
	struct data damaged = *test_data;
	uint32_t *buckets = malloc((IDIOM_BUCKETS + 1) * sizeof *buckets), *postings = malloc(1000 * sizeof *postings), seed = 7;
	uint8_t *filter = malloc(IDIOM_FILTER_SIZE);
	uint16_t *texts = malloc(1000 * sizeof *texts);
	for (uint32_t i = 0; i <= IDIOM_BUCKETS; i++)
		buckets[i] = (seed = seed * 1664525 + 1013904223) >> (i & 31);
	for (uint32_t i = 0; i < 1000; i++) {
		postings[i] = (seed = seed * 1664525 + 1013904223) >> (i & 31);
		texts[i] = (uint16_t)(seed >> 7);
	}
	memset(filter, 0xFF, IDIOM_FILTER_SIZE);
	damaged.idioms = (struct idiom_table){.texts = texts, .text_count = 1000, .buckets = buckets, .postings = postings, .posting_count = 1000, .filter = filter};
	struct article *article = article_of(VARIANT_HANS, "全村众志成诚，他破斧沉舟地干，发挥先锋模作用。");
	uint8_t *bigrams = arena_alloc_raw(&test_arena, article->end + 2 * BIGRAM_BLOCK);
	memset(bigrams, 0xFF, article->end + 2 * BIGRAM_BLOCK);
	article->bigrams = bigrams;
	struct search search = {.article = article};
	idiom_each(&damaged, search.article, note, &search);
	free(buckets);
	free(postings);
	free(filter);
	free(texts);
}
END_TEST

Suite *suite_idiom(void);

Suite *suite_idiom(void)
{
	Suite *suite = suite_create("idiom");
	TCase *idioms = tcase_create("idioms");
	tcase_add_checked_fixture(idioms, test_open, test_close);
	tcase_add_test(idioms, wrong_characters);
	tcase_add_test(idioms, other_faults);
	tcase_add_test(idioms, each_slip_once);
	tcase_add_test(idioms, right_texts);
	tcase_add_test(idioms, survives_wrong_contents);
	suite_add_tcase(suite, idioms);
	return suite;
}
