/* article: decoding by RFC 3629, classes and their index, offsets there and back. */
#include <check.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "../../linter/article_p.h"
#include "../../linter/utf8_p.h"

Suite *suite_article(void);

static struct arena arena;

static void set_up(void)
{
	arena_init(&arena);
}

static void tear_down(void)
{
	arena_release(&arena);
}

static struct article *decode(const char *bytes, size_t size)
{
	struct article_builder *builder = article_builder_new(&arena, "test", (struct str){bytes, size});
	article_builder_text(builder, 0, size);
	return article_builder_finish(builder, VARIANT_NONE);
}

/* The code points of a text, U+FFFD for each broken sequence. */
static void expect(const char *bytes, size_t count, const uint32_t *wanted)
{
	const struct article *article = decode(bytes, strlen(bytes));
	ck_assert_uint_eq(article->end - article->begin, count);
	for (size_t i = 0; i < count; i++)
		ck_assert_uint_eq(article->cp[article->begin + i], wanted[i]);
}

#define EXPECT(bytes, ...) expect((bytes), sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t), (uint32_t[]){__VA_ARGS__})

START_TEST(the_borders_of_each_length)
{
	EXPECT("\x01\x7F", 0x01, 0x7F);
	EXPECT("\xC2\x80\xDF\xBF", 0x80, 0x7FF);
	EXPECT("\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF", 0x800, 0xD7FF, 0xE000, 0xFFFF);
	EXPECT("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", 0x10000, 0x10FFFF);
}
END_TEST

START_TEST(overlong_forms_are_broken)
{
	EXPECT("\xC0\x80", 0xFFFD, 0xFFFD);
	EXPECT("\xC1\xBF", 0xFFFD, 0xFFFD);
	EXPECT("\xE0\x80\x80", 0xFFFD, 0xFFFD, 0xFFFD);
	EXPECT("\xE0\x9F\xBF", 0xFFFD, 0xFFFD, 0xFFFD);
	EXPECT("\xF0\x8F\xBF\xBF", 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD);
}
END_TEST

START_TEST(surrogates_and_what_is_beyond_are_broken)
{
	EXPECT("\xED\xA0\x80", 0xFFFD, 0xFFFD, 0xFFFD);
	EXPECT("\xED\xBF\xBF", 0xFFFD, 0xFFFD, 0xFFFD);
	EXPECT("\xF4\x90\x80\x80", 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD);
	EXPECT("\xF5\x80\x80\x80", 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD);
	EXPECT("\xFE\xFF", 0xFFFD, 0xFFFD);
}
END_TEST

/* Unicode 3.9, table 3-11: one U+FFFD for each maximal subpart. */
START_TEST(truncated_sequences_are_one_each)
{
	EXPECT("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x41);
	EXPECT("\xE4\xB8", 0xFFFD);
	EXPECT("\xE4\xB8\xE4\xB8\xAD\xE4", 0xFFFD, 0x4E2D, 0xFFFD);
	EXPECT("\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xF0\x9F\x98", 0x4E2D, 0x4E2D, 0x4E2D, 0xFFFD);
}
END_TEST

/* Random bytes, three of four of them parts of right characters, against utf8proc's opinion on each. */
START_TEST(the_same_as_utf8proc)
{
	static const char *const parts[] = {"中", "文", "é", "a", "😀", "，", "\xE4", "\xB8", "\xED", "\xA0", "\xF0", "\xC0", "\xFF", "\x90", "\xE0", "\xF4"};
	srand(20);
	for (int round = 0; round < 3000; round++) {
		char bytes[400];
		size_t size = 0, broken = 0, first;
		for (int i = rand() % 90; i > 0; i--) {
			const char *part = parts[rand() % (rand() % 4 ? 6 : 16)];
			memcpy(bytes + size, part, strlen(part));
			size += strlen(part);
		}
		const struct article *article = decode(bytes, size);
		uint32_t at = article->begin;
		for (size_t i = 0; i < size; at++) {
			utf8proc_int32_t code_point;
			utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)bytes + i, (utf8proc_ssize_t)(size - i), &code_point);
			ck_assert_uint_lt(at, article->end);
			ck_assert_uint_eq(article_byte(article, at), i);
			ck_assert_uint_eq(article->cp[at], length > 0 ? (uint32_t)code_point : CHARACTER_BAD);
			size_t end = article_byte_end(article, at + 1);
			ck_assert(length < 0 || end == i + (size_t)length);
			broken += length > 0 ? 0 : end - i;
			i = end;
		}
		ck_assert_uint_eq(at, article->end);
		ck_assert_uint_eq(utf8_count_broken((const unsigned char *)bytes, size, &first), broken);
	}
}
END_TEST

/* A single damaged byte at any place of a long text is found, wherever the vectors begin and end. */
START_TEST(broken_bytes_are_counted)
{
	char text[300];
	size_t first;
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = "中"[i % 3];
	ck_assert_uint_eq(utf8_count_broken((unsigned char *)text, sizeof text, &first), 0);
	for (size_t i = 0; i < sizeof text; i++) {
		char kept = text[i];
		text[i] = '\xFF';
		ck_assert_uint_eq(utf8_count_broken((unsigned char *)text, sizeof text, &first), 3);
		ck_assert_uint_eq(first, i - i % 3);
		text[i] = kept;
	}
	for (size_t size = 0; size < sizeof text; size++)
		ck_assert_uint_eq(utf8_count_broken((unsigned char *)text, size, &first), size % 3);
}
END_TEST

START_TEST(a_crlf_is_one_newline)
{
	const char *text = "一\r\n二\r三\r\n";
	const struct article *article = decode(text, strlen(text));
	EXPECT(text, 0x4E00, '\n', 0x4E8C, '\r', 0x4E09, '\n');
	ck_assert_uint_eq(article_byte(article, article->begin + 1), 4);
	ck_assert_uint_eq(article_byte_end(article, article->begin + 1), 3);
	ck_assert_uint_eq(article->cls[article->begin + 3], CLASS_INVISIBLE);
}
END_TEST

START_TEST(the_index_lists_each_class)
{
	const char *text = "他们在2023年5月，说：“ok（好）。”\n\xFF 国";
	const struct article *article = decode(text, strlen(text));
	uint32_t total = 0;
	ck_assert_int_eq(article->variant, VARIANT_HANS);
	for (unsigned c = 0; c < CLASS_COUNT; c++) {
		bool is_most = c == CLASS_HAN || c == CLASS_LATIN || c == CLASS_HAN_SIMPLIFIED;
		uint32_t count = 0;
		for (uint32_t i = article->begin; i < article->end; i++) {
			if (article->cls[i] != c)
				continue;
			if (!is_most)
				ck_assert_uint_eq(article->index[c].at[count], i);
			count++;
		}
		ck_assert_uint_eq(article->class_count[c], count);
		ck_assert_uint_eq(article->index[c].count, is_most ? 0 : count);
		total += count;
	}
	ck_assert_uint_eq(total, article->end - article->begin);
	ck_assert_uint_eq(article->class_count[CLASS_BAD], 1);
	ck_assert_uint_eq(article->class_count[CLASS_DIGIT], 5);
}
END_TEST

START_TEST(guards_stand_round_the_text)
{
	const struct article *article = decode("", 0);
	ck_assert_uint_eq(article->begin, article->end);
	for (uint32_t i = 0; i < ARTICLE_GUARD; i++) {
		ck_assert_uint_eq(article->cls[i], CLASS_NEWLINE);
		ck_assert_uint_eq(article->cls[article->end + i], CLASS_NEWLINE);
	}
}
END_TEST

Suite *suite_article(void)
{
	Suite *suite = suite_create("article");
	TCase *cases = tcase_create("article");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, the_borders_of_each_length);
	tcase_add_test(cases, overlong_forms_are_broken);
	tcase_add_test(cases, surrogates_and_what_is_beyond_are_broken);
	tcase_add_test(cases, truncated_sequences_are_one_each);
	tcase_add_test(cases, the_same_as_utf8proc);
	tcase_add_test(cases, broken_bytes_are_counted);
	tcase_add_test(cases, a_crlf_is_one_newline);
	tcase_add_test(cases, the_index_lists_each_class);
	tcase_add_test(cases, guards_stand_round_the_text);
	suite_add_tcase(suite, cases);
	return suite;
}
