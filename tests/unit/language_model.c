/* The language model: a small one in memory, damaged ones, and the package's own where it is installed. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "language_model.h"
#include "utf8.h"

/*
 * Words: 71 。 72 我 73 们 74 门 75 去 76 我们. Bigrams: 。我们 0.5, 我们 去 0.25; trigram 。我们 去 0.75. Probabilities and weights are
 * numbers of the tables.
 */
enum { COUNT = 77, NODES0 = 2, NODES1 = 8, NODES2 = 3, LEAVES = 2, TABLES = (1 << 16) + (1 << 14) };
enum { PR_UNKNOWN, PR_TENTH, PR_QUARTER, PR_HALF, PR_MOST, PR_RARE };
static const float probabilities[] = {0.01F, 0.1F, 0.25F, 0.5F, 0.75F, 0.001F};
static const float weights[] = {1, 0.4F};

static struct arena arena;
static struct error error;
static uint32_t model_file[2 + 4 + TABLES + (NODES0 + NODES1 + NODES2) * 3 + LEAVES * 2];
static uint32_t words_file[256];
static size_t words_size;

static uint32_t *put_node(uint32_t *at, uint32_t word, uint32_t weight, uint32_t probability, uint32_t children, uint32_t level, uint32_t behind)
{
	at[0] = word | weight << 18;
	at[1] = probability | (children & 0xFFFF) << 16;
	at[2] = behind | level << 23 | children >> 16 << 25;
	return at + 3;
}

static void make_model(void)
{
	uint32_t head[] = {3, 0, NODES0, NODES1, NODES2, LEAVES};
	memset(model_file, 0, sizeof model_file);
	memcpy(model_file, head, sizeof head);
	memcpy(model_file + 6, probabilities, sizeof probabilities);
	memcpy(model_file + 6 + (1 << 16), weights, sizeof weights);
	uint32_t *at = model_file + 6 + TABLES;
	at = put_node(at, 0, 0, PR_RARE, 0, 0, 0);
	at = put_node(at, 0, 0, 0, NODES1 - 1, 0, 0);
	at = put_node(at, 0, 0, PR_UNKNOWN, 0, 0, 0);
	at = put_node(at, 71, 1, PR_TENTH, 0, 0, 0);
	at = put_node(at, 72, 0, PR_TENTH, 1, 0, 0);
	at = put_node(at, 73, 0, PR_TENTH, 1, 0, 0);
	at = put_node(at, 74, 0, PR_TENTH, 1, 0, 0);
	at = put_node(at, 75, 0, PR_TENTH, 1, 0, 0);
	at = put_node(at, 76, 1, PR_TENTH, 1, 0, 0);
	at = put_node(at, 0, 0, 0, 2, 0, 0);
	at = put_node(at, 76, 0, PR_HALF, 0, 1, 6);
	at = put_node(at, 75, 0, PR_QUARTER, 1, 0, 0);
	at = put_node(at, 0, 0, 0, 1, 0, 0);
	at[0] = 75 | PR_MOST << 18;
	at[1] = 0;
}

/* The root has one syllable, mén, with 们 and 门. */
static void make_words(void)
{
	static const char *const texts[] = {"。", "我", "们", "门", "去", "我们"};
	enum { TRIE = 3, STRINGS = 16, SYLLABLE = 3 << 12 | 9 << 4 };
	memset(words_file, 0, sizeof words_file);
	words_file[0] = COUNT;
	words_file[1] = 2;
	words_file[2] = STRINGS * 4;
	words_file[TRIE] = 1 << 12;
	words_file[TRIE + 1] = SYLLABLE;
	words_file[TRIE + 2] = (TRIE + 3) * 4;
	words_file[TRIE + 3] = 2;
	words_file[TRIE + 4] = 73;
	words_file[TRIE + 5] = 74;
	uint32_t *at = words_file + STRINGS + 71;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++, at++)
		for (const char *next = texts[i]; *next;)
			*at++ = character_decode(&next);
	words_size = (size_t)(at - words_file) * sizeof *at;
}

static const struct language_model *read_model(void)
{
	return language_model_read(
		(struct str){(const char *)model_file, sizeof model_file}, (struct str){(const char *)words_file, words_size}, &arena, &error);
}

static uint32_t decode(const char *text, uint32_t cp[64])
{
	uint32_t count = 0;
	while (*text)
		cp[count++] = character_decode(&text);
	return count;
}

static uint32_t word_of(const struct language_model *model, const char *text)
{
	uint32_t cp[64], length = decode(text, cp);
	return language_model_word(model, cp, length);
}

static float cost_of(const struct language_model *model, const char *text)
{
	uint32_t cp[64], length = decode(text, cp);
	return language_model_cost(model, cp, length);
}

static bool is_about(float cost, double probability)
{
	return fabs((double)cost + log(probability)) < 1e-4;
}

static void set_up(void)
{
	arena_init(&arena);
	make_model();
	make_words();
}

static void tear_down(void)
{
	arena_release(&arena);
}

START_TEST(words_are_found_by_their_text)
{
	const struct language_model *model = read_model();
	ck_assert_ptr_nonnull(model);
	ck_assert_uint_eq(word_of(model, "我们"), 76);
	ck_assert_uint_eq(word_of(model, "门"), 74);
	ck_assert_uint_eq(word_of(model, "我门"), LANGUAGE_MODEL_UNKNOWN);
}
END_TEST

START_TEST(a_step_takes_the_longest_history)
{
	const struct language_model *model = read_model();
	struct language_model_state state = {0, 0};
	ck_assert(is_about(language_model_step(model, &state, 71), 0.1));
	ck_assert(is_about(language_model_step(model, &state, 76), 0.5));
	ck_assert(is_about(language_model_step(model, &state, 75), 0.75));
	state = (struct language_model_state){0, 0};
	language_model_step(model, &state, 76);
	ck_assert(is_about(language_model_step(model, &state, 75), 0.25));
}
END_TEST

START_TEST(a_step_backs_off)
{
	const struct language_model *model = read_model();
	struct language_model_state state = {0, 0};
	language_model_step(model, &state, 71);
	ck_assert(is_about(language_model_step(model, &state, 75), 0.4 * 0.1));
	ck_assert(is_about(language_model_step(model, &state, 5), 0.001));
}
END_TEST

START_TEST(a_text_costs_what_its_best_words_cost)
{
	const struct language_model *model = read_model();
	ck_assert(is_about(cost_of(model, "我们去"), 0.5 * 0.75));
	ck_assert(is_about(cost_of(model, "我门去"), 0.4 * 0.1 * 0.1 * 0.1));
	ck_assert(cost_of(model, "我Ａ去") > cost_of(model, "我门去"));
	uint32_t cp[64], length = decode("我们去", cp);
	float costs[4];
	ck_assert(is_about(language_model_costs(model, cp, length, costs), 0.5 * 0.75));
	ck_assert(is_about(costs[2], 0.5) && is_about(costs[1], 0.4 * 0.1) && costs[0] >= 0);
}
END_TEST

START_TEST(words_one_character_away)
{
	const struct language_model *model = read_model();
	uint32_t cp[64], length = decode("我门", cp), size;
	const uint32_t *words;
	ck_assert_uint_eq(language_model_fillings(model, cp, length, 1, &words), 1);
	ck_assert_uint_eq(words[0], 76);
	ck_assert_uint_eq(language_model_text(model, words[0], &size)[1], 0x4EEC);
	ck_assert_uint_eq(size, 2);
	ck_assert_int_eq(language_model_sound(model, 0x4EEC, 0x95E8), MODEL_SOUND_SAME);
	ck_assert_int_eq(language_model_sound(model, 0x4EEC, 0x6211), MODEL_SOUND_OTHER);
}
END_TEST

/* What may be read of any model must stay inside it. */
static void use(const struct language_model *model)
{
	const uint32_t *words;
	uint32_t cp[64], length = decode("我们去，我门去我们Ａ", cp), size;
	language_model_cost(model, cp, length);
	for (uint32_t i = 0; i < 2; i++) {
		uint32_t count = language_model_fillings(model, cp, 2, i, &words);
		for (uint32_t j = 0; j < count; j++)
			language_model_text(model, words[j], &size);
	}
	language_model_sound(model, cp[0], cp[1]);
}

START_TEST(a_short_file_is_refused)
{
	for (size_t size = 0; size < sizeof model_file; size += size < 64 || size > sizeof model_file - 200 ? 1 : 997) {
		struct str part = {(const char *)model_file, size}, words = {(const char *)words_file, words_size};
		ck_assert_ptr_null(language_model_read(part, words, &arena, &error));
	}
	for (size_t size = 0; size < words_size; size++) {
		struct str part = {(const char *)words_file, size}, model = {(const char *)model_file, sizeof model_file};
		const struct language_model *made = language_model_read(model, part, &arena, &error);
		if (made)
			use(made);
		arena_clear(&arena);
	}
}
END_TEST

START_TEST(a_damaged_file_is_survived)
{
	unsigned survived = 0;
	for (uint64_t state = 7, round = 0; round < 3000; round++) {
		set_up();
		state = state * 6364136223846793005u + 1442695040888963407u;
		uint32_t *nodes = model_file + 6 + TABLES, *words = words_file;
		uint32_t where = (uint32_t)(state >> 40), node_count = (uint32_t)(sizeof model_file / 4 - 6 - TABLES);
		uint32_t bit = 1U << (state >> 33 & 31);
		switch (round % 3) {
		case 0: nodes[where % node_count] ^= bit; break;
		case 1: words[where % (words_size / 4)] ^= bit; break;
		case 2: nodes[where % node_count] = (uint32_t)(state >> 16); break;
		}
		const struct language_model *model = read_model();
		if (model) {
			use(model);
			survived++;
		}
		tear_down();
	}
	ck_assert_uint_gt(survived, 1000);
	arena_init(&arena);
}
END_TEST

START_TEST(a_folder_without_model_names_the_package)
{
	setenv("KANLINT_LANGUAGE_MODEL", "/nonexistent", 1);
	ck_assert_ptr_null(language_model_open(&arena, &error));
	ck_assert_str_eq(error.text, "there is no language model in /nonexistent: install the package sunpinyin-data");
	unsetenv("KANLINT_LANGUAGE_MODEL");
}
END_TEST

/* Do all words after a history have a probability of 1 together? Those without one of their own share what is left. */
static double sum_after(const struct language_model *model, struct language_model_state history)
{
	double sum = 0;
	for (uint32_t word = 0, length; word < 84154; word++) {
		struct language_model_state state = history;
		language_model_text(model, word, &length);
		float cost = language_model_step(model, &state, word);
		if (state.level > 0 || cost < 14)
			sum += exp(-(double)cost);
	}
	return sum;
}

START_TEST(the_package_is_understood)
{
	const struct language_model *model = language_model_open(&arena, &error);
	if (!model)
		return; /* sunpinyin-data is not installed */
	struct language_model_state state = {0, 0};
	language_model_step(model, &state, word_of(model, "。"));
	double sum = sum_after(model, state);
	ck_assert_msg(sum > 0.98 && sum < 1.02, "the words after 。 have %f", sum);
	language_model_step(model, &state, word_of(model, "中国"));
	sum = sum_after(model, state);
	ck_assert_msg(sum > 0.98 && sum < 1.02, "the words after 。中国 have %f", sum);
	ck_assert(cost_of(model, "当事人向人民法院起诉") + 10 < cost_of(model, "当事人向人民法完起诉"));
	ck_assert(cost_of(model, "今天天气很好，我们去公园散步。") + 30 < cost_of(model, "散我园公，天气今去步们很好天。"));
	ck_assert_int_eq(language_model_sound(model, 0x91CD, 0x866B), MODEL_SOUND_SAME); /* 重 虫 */
	ck_assert_int_eq(language_model_sound(model, 0x65B0, 0x578B), MODEL_SOUND_NEAR); /* 新 型 */
	ck_assert_int_eq(language_model_sound(model, 0x65B0, 0x5927), MODEL_SOUND_OTHER); /* 新 大 */
}
END_TEST

Suite *suite_language_model(void);
Suite *suite_language_model(void)
{
	Suite *suite = suite_create("language_model");
	TCase *all = tcase_create("all");
	tcase_add_checked_fixture(all, set_up, tear_down);
	tcase_set_timeout(all, 60);
	tcase_add_test(all, words_are_found_by_their_text);
	tcase_add_test(all, a_step_takes_the_longest_history);
	tcase_add_test(all, a_step_backs_off);
	tcase_add_test(all, a_text_costs_what_its_best_words_cost);
	tcase_add_test(all, words_one_character_away);
	tcase_add_test(all, a_short_file_is_refused);
	tcase_add_test(all, a_damaged_file_is_survived);
	tcase_add_test(all, a_folder_without_model_names_the_package);
	tcase_add_test(all, the_package_is_understood);
	suite_add_tcase(suite, all);
	return suite;
}
