/* word: the dictionary and its segmentation, and the data file behind them. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "../article.h"
#include "../../linter/data_p.h"
#include "../../linter/foreign.h"
#include "../../linter/word.h"

static uint32_t decode(const char *text, uint32_t *cp)
{
	uint32_t length = 0;
	while (*text)
		cp[length++] = character_decode(&text);
	return length;
}

static bool find(const char *text, struct word *word)
{
	uint32_t cp[64];
	return word_find(test_data, cp, decode(text, cp), word);
}

static float cost_in(enum variant variant, const char *text)
{
	uint32_t cp[256];
	return word_cost_in(test_data, variant, cp, decode(text, cp));
}

/* The segmentation with spaces between the words. */
static const char *segment(const char *text)
{
	struct article_builder *builder = article_builder_new(&test_arena, "test", str_from(text));
	article_builder_text(builder, 0, strlen(text));
	struct article *article = article_builder_finish(builder, VARIANT_NONE);
	struct word *words;
	uint32_t count = word_segment(test_data, article, (struct span){article->begin, article->end}, &test_arena, &words);
	char *out = arena_alloc(&test_arena, 2 * strlen(text) + 2), *at = out;
	uint32_t expected = article->begin;
	for (uint32_t i = 0; i < count; i++) {
		ck_assert_uint_eq(words[i].span.begin, expected);
		expected = words[i].span.end;
		struct str piece = article_text(article, words[i].span, &test_arena);
		if (i)
			*at++ = ' ';
		memcpy(at, piece.data, piece.size);
		at += piece.size;
	}
	ck_assert_uint_eq(expected, article->end);
	return out;
}

START_TEST(finds_words_of_both_variants)
{
	struct word word;
	ck_assert(find("国家", &word));
	ck_assert(word.in_hans && !word.in_hant);
	ck_assert_int_eq(word.tag, WORD_NOUN);
	float cost = word.cost;
	ck_assert(find("國家", &word));
	ck_assert(!word.in_hans && word.in_hant);
	ck_assert_float_eq(word.cost, cost);
	ck_assert(find("人民", &word));
	ck_assert(word.in_hans && word.in_hant);
	ck_assert(!find("国家国家", NULL));
	ck_assert(!find("國家的", NULL));
	ck_assert(!find("", NULL));
}
END_TEST

START_TEST(finds_forms_of_taiwan_and_hong_kong)
{
	ck_assert(find("臺灣", NULL));
	ck_assert(find("台灣", NULL));
	ck_assert(find("軟體", NULL));
	ck_assert(find("這裡", NULL));
	ck_assert(find("這裏", NULL));
	ck_assert(find("麵粉", NULL));
	ck_assert(find("頭髮", NULL));
	ck_assert(!find("頭發", NULL));
}
END_TEST

START_TEST(holds_the_words_of_the_project)
{
	struct word word;
	ck_assert(find("群防群控", &word));
	ck_assert_int_eq(word.tag, WORD_IDIOM);
	ck_assert(find("群防群控", NULL));
	ck_assert(find("復工復產", NULL));
	ck_assert(find("聯防聯控", NULL));
	ck_assert(find("网红", NULL));
	ck_assert(find("副書記", NULL));
	ck_assert(find("捷運站", &word));
	ck_assert(word.in_hant && !word.in_hans);
	ck_assert_int_eq(word.tag, WORD_NOUN);
	ck_assert(find("城市", &word));
	ck_assert_int_eq(word.tag, WORD_NOUN);
	ck_assert(!find("再接再励", NULL));
	ck_assert(!find("好象", NULL));
	ck_assert(find("座落", &word));
	ck_assert(!word.in_hans && word.in_hant);
}
END_TEST

START_TEST(knows_parts_of_speech)
{
	static const struct {
		const char *text;
		enum word_tag tag;
	} cases[] = {
		{"提高", WORD_VERB}, {"高兴", WORD_ADJECTIVE}, {"非常", WORD_ADVERB}, {"他们", WORD_PRONOUN}, {"因为", WORD_FUNCTION},
		{"北京", WORD_PLACE}, {"昨天", WORD_TIME}, {"画蛇添足", WORD_IDIOM}, {"畫蛇添足", WORD_IDIOM}, {"了", WORD_PARTICLE},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct word word;
		ck_assert_msg(find(cases[i].text, &word), "%s", cases[i].text);
		ck_assert_msg(word.tag == cases[i].tag, "%s: %d", cases[i].text, word.tag);
	}
}
END_TEST

START_TEST(gives_prefixes_shortest_first)
{
	uint32_t cp[64];
	uint32_t length = decode("中华人民共和国成立了", cp);
	struct word words[16];
	uint32_t count = word_prefixes(test_data, cp, length, words, 16);
	ck_assert_uint_ge(count, 3);
	ck_assert_uint_eq(words[0].span.end, 1);
	for (uint32_t i = 1; i < count; i++)
		ck_assert_uint_gt(words[i].span.end, words[i - 1].span.end);
	ck_assert_uint_eq(words[count - 1].span.end, 7);
	ck_assert_uint_eq(word_longest(test_data, cp, length), 7);
	ck_assert_uint_eq(word_longest(test_data, cp, 6), 4);
	ck_assert_uint_eq(word_longest(test_data, cp, 0), 0);
	ck_assert_uint_eq(word_prefixes(test_data, cp, length, words, 2), 2);
	cp[0] = 0x2A700;
	ck_assert_uint_eq(word_longest(test_data, cp, length), 0);
	cp[0] = 0x10FFFF;
	ck_assert_uint_eq(word_prefixes(test_data, cp, length, words, 16), 0);
}
END_TEST

START_TEST(segments_by_probability)
{
	ck_assert_str_eq(segment("研究生命的起源"), "研究 生命 的 起源");
	ck_assert_str_eq(segment("人民民主"), "人民 民主");
	ck_assert_str_eq(segment("南京市长江大桥"), "南京市 长江大桥");
	ck_assert_str_eq(segment("人民民主是國家的生命"), "人民 民主 是 國家 的 生命");
}
END_TEST

START_TEST(keeps_runs_and_marks)
{
	ck_assert_str_eq(segment("共2022人，穿T恤。"), "共 2022 人 ， 穿 T恤 。");
	ck_assert_str_eq(segment("ABC公司"), "ABC 公司");
	ck_assert_str_eq(segment("12345678901234567890123456789012345678901234567890人民"),
		"12345678901234567890123456789012345678901234567890 人民");
	ck_assert_str_eq(segment("𪜀𪜁"), "𪜀 𪜁");
	ck_assert_str_eq(segment(""), "");
}
END_TEST

START_TEST(compares_readings)
{
	ck_assert(cost_in(VARIANT_NONE, "众志成城") < cost_in(VARIANT_NONE, "众志成诚"));
	ck_assert(cost_in(VARIANT_HANT, "皇后來了") < cost_in(VARIANT_HANT, "皇後來了"));
	ck_assert(cost_in(VARIANT_HANT, "以後再說") < cost_in(VARIANT_HANT, "以后再說"));
	ck_assert_float_eq(cost_in(VARIANT_NONE, "国家"), cost_in(VARIANT_HANS, "国家"));
	ck_assert_float_eq(cost_in(VARIANT_NONE, ""), 0);
	/* The ring gives what the whole array gives, also round runs that are longer than it. */
	ck_assert_float_eq_tol(cost_in(VARIANT_NONE, "共123456789012345678901234567890123456789012345678901234567890人民"),
		cost_in(VARIANT_NONE, "共") + cost_in(VARIANT_NONE, "1") + cost_in(VARIANT_NONE, "人民"), 1e-3f);
}
END_TEST

START_TEST(guesses_persons_beside_titles)
{
	ck_assert_str_eq(segment("记者李晓峰从市民政局获悉"), "记者 李晓峰 从 市 民政局 获悉");
	ck_assert_str_eq(segment("村民王桂珍说今年收成好"), "村民 王桂珍 说 今年 收成 好");
	ck_assert_str_eq(segment("記者歐陽倩採訪了立委陳玉珊"), "記者 歐陽倩 採訪 了 立委 陳玉珊");
	ck_assert_str_eq(segment("校长说他不来"), "校长 说 他 不 来");
	ck_assert_str_eq(segment("主任张开双臂"), "主任 张开 双臂");
}
END_TEST

START_TEST(guesses_foreign_names)
{
	ck_assert_str_eq(segment("他在卡萨吉马斯的家里"), "他 在 卡萨吉马斯 的 家里");
	ck_assert_str_eq(segment("作家奥勃洛莫夫去世"), "作家 奥勃洛莫夫 去世");
	ck_assert_str_eq(segment("歐斯納布魯克的和約"), "歐斯納布魯克 的 和約");
	ck_assert_str_eq(segment("马克思列宁主义"), "马克思列宁主义");
	ck_assert_str_eq(segment("那里有多少人"), "那里 有 多少 人");
}
END_TEST

START_TEST(guesses_places_and_doubled_words)
{
	ck_assert_str_eq(segment("沟赵镇政府"), "沟赵镇 政府");
	ck_assert_str_eq(segment("走进沟赵镇"), "走进 沟赵镇");
	ck_assert_str_eq(segment("我们全镇的人"), "我们 全镇 的 人");
	ck_assert_str_eq(segment("稳稳健健地走"), "稳稳健健 地 走");
	ck_assert_str_eq(segment("看了看手表"), "看了看 手表");
}
END_TEST

/* A name explains no reading of a text that is compared with another. */
START_TEST(costs_have_no_guesses)
{
	ck_assert_float_gt(cost_in(VARIANT_NONE, "卡萨吉马斯"), 30);
	ck_assert_float_gt(cost_in(VARIANT_NONE, "稳稳健健"), cost_in(VARIANT_NONE, "稳健") + 10);
}
END_TEST

/* The lists that are searched by halves are sorted: their first, last and middle ones are found. */
START_TEST(sorted_lists)
{
	static const char surnames[] = "丁万于任伍余侯俞傅冯刘华卓卢叶司吕吴周唐姚孙宋岳崔张彭徐戴方曹曾朱李杜杨林柳梁梅欧段毛江汪沈洪温潘熊牛王田白石秦程章"
				       "罗胡苏范董蒋蔡薛袁许谢谭贺贾赵赖连邓邢邱邵邹郑郭金钟钱闫阎陆陈陶雷霍韩顾颜马骆高魏鲁麦黄黎龙龚劉張陳楊黃趙吳孫馬鄭";
	for (const char *at = surnames; *at;) {
		uint32_t character = character_decode(&at);
		ck_assert_msg(character_is_surname(character), "U+%04X", character);
	}
	for (const char *at = "的了是在我"; *at;)
		ck_assert(!character_is_surname(character_decode(&at)));
	for (const char *at = "丁万勒卡尔爾塞夫奥威巴布德斯曼普林格沃洛特瓦科穆罗羅莎萨薩贝赫迪那里阿雷韦马馬黎默齐"; *at;) {
		uint32_t character = character_decode(&at);
		ck_assert_msg(foreign_has_sound(character), "U+%04X", character);
	}
}
END_TEST

static void *read_file(size_t *size)
{
	FILE *file = fopen("build/kanlint.dat", "rb");
	ck_assert_ptr_nonnull(file);
	fseek(file, 0, SEEK_END);
	*size = (size_t)ftell(file);
	rewind(file);
	void *bytes = malloc(*size);
	ck_assert_uint_eq(fread(bytes, 1, *size, file), *size);
	fclose(file);
	return bytes;
}

START_TEST(refuses_damaged_files)
{
	struct error error;
	size_t size;
	char *bytes = read_file(&size);
	ck_assert_ptr_nonnull(data_read(bytes, size, "test", &test_arena, &error));
	ck_assert_ptr_null(data_read(bytes, size - 8, "test", &test_arena, &error));
	ck_assert_ptr_null(data_read(bytes, 7, "test", &test_arena, &error));
	ck_assert_ptr_null(data_read(bytes, 0, "test", &test_arena, &error));
	for (size_t at = 0; at < size; at += at < 256 ? 1 : size / 60) {
		bool is_unused = at >= offsetof(struct data_header, reserved) && at < sizeof(struct data_header);
		bytes[at] ^= 0x10;
		if (!is_unused)
			ck_assert_ptr_null(data_read(bytes, size, "test", &test_arena, &error));
		bytes[at] ^= 0x10;
	}
	free(bytes);
	ck_assert_ptr_null(data_open("/nonexistent/kanlint.dat", &test_arena, &error));
	ck_assert_ptr_null(data_open("/dev/null", &test_arena, &error));
}
END_TEST

static uint32_t next_random(uint32_t *seed)
{
	return *seed = *seed * 1664525 + 1013904223;
}

/* A sum can be right over wrong contents: no look-up may leave the file. For asan. */
START_TEST(survives_wrong_contents)
{
	struct error error;
	size_t size;
	char *bytes = read_file(&size);
	struct data_header *header = (void *)bytes;
	struct data_section *section = (void *)(header + 1);
	struct trie_node *nodes = (void *)(bytes + section[DATA_WORD_NODES].offset);
	uint16_t *roots = (void *)(bytes + section[DATA_WORD_ROOTS].offset);
	uint32_t seed = 1;
	for (uint64_t i = 0; i < section[DATA_WORD_NODES].count; i++)
		nodes[i].children = next_random(&seed) >> (i & 15);
	for (uint32_t i = 0; i < 0x10000; i++)
		roots[i] = (uint16_t)(next_random(&seed) >> 16);
	header->sum = data_sum(header + 1, size - sizeof *header);
	test_data = data_read(bytes, size, "test", &test_arena, &error);
	ck_assert_ptr_nonnull(test_data);
	for (uint32_t i = 0; i < 20; i++)
		ck_assert_str_ne(segment("研究生命的起源，人民民主是國家的生命，南京市长江大桥二〇二二年通车"), "");
	free(bytes);
}
END_TEST

Suite *suite_word(void);

Suite *suite_word(void)
{
	Suite *suite = suite_create("word");
	TCase *words = tcase_create("words");
	tcase_add_checked_fixture(words, test_open, test_close);
	tcase_add_test(words, finds_words_of_both_variants);
	tcase_add_test(words, finds_forms_of_taiwan_and_hong_kong);
	tcase_add_test(words, holds_the_words_of_the_project);
	tcase_add_test(words, knows_parts_of_speech);
	tcase_add_test(words, gives_prefixes_shortest_first);
	tcase_add_test(words, segments_by_probability);
	tcase_add_test(words, keeps_runs_and_marks);
	tcase_add_test(words, compares_readings);
	tcase_add_test(words, guesses_persons_beside_titles);
	tcase_add_test(words, guesses_foreign_names);
	tcase_add_test(words, guesses_places_and_doubled_words);
	tcase_add_test(words, costs_have_no_guesses);
	tcase_add_test(words, sorted_lists);
	tcase_add_test(words, refuses_damaged_files);
	tcase_add_test(words, survives_wrong_contents);
	suite_add_tcase(suite, words);
	return suite;
}
