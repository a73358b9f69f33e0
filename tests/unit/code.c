/* code: labelled numbers. */
#include <check.h>

#include "../article.h"
#include "../../linter/code.h"

/* KIND:CHARACTERS of all codes. */
static const char *codes_of(const char *text)
{
	static const char *const kinds[] = {"none", "identity", "credit", "isbn", "book", "issn", "business", "mobile", "card"};
	const struct article *article = test_article(text);
	struct code code = {.kind = CODE_NONE};
	struct str out = STR("");
	while (code_next(article, &code))
		out = arena_format(&test_arena, "%.*s%s%s:%s", (int)out.size, out.data, out.size ? " " : "", kinds[code.kind], code.characters);
	return arena_format(&test_arena, "%.*s", (int)out.size, out.data).data;
}

START_TEST(labels)
{
	ck_assert_str_eq(codes_of("身份证号：341125198604123713。"), "identity:341125198604123713");
	ck_assert_str_eq(codes_of("身份证（510107 19990815 006x）"), "identity:51010719990815006X");
	ck_assert_str_eq(codes_of("遗失居民身份证一张，证号341125198604123713"), "identity:341125198604123713");
	ck_assert_str_eq(codes_of("ISBN-13：978-7-111-62384-7 1998年"), "isbn:9787111623847");
	ck_assert_str_eq(codes_of("ＩＳＳＮ 0257-2184，ISSN ０２５７－２１８４"), "issn:02572184");
	ck_assert_str_eq(codes_of("手机13855123456、13955123456转801"), "mobile:13855123456 mobile:13955123456");
	ck_assert_str_eq(codes_of("联系人：王师傅 13855123456"), "mobile:13855123456");
	ck_assert_str_eq(codes_of("身分證字號F129457301，統一編號27483514"), "identity:F129457301 business:27483514");
}
END_TEST

START_TEST(no_codes)
{
	ck_assert_str_eq(codes_of("编号341125198604123713"), "");
	ck_assert_str_eq(codes_of("身份证号：1101**********7250"), "");
	ck_assert_str_eq(codes_of("身份证号：123456789012345678，000000000000000000"), "");
	ck_assert_str_eq(codes_of("遗失身份证和驾驶证，驾驶证号34112519860412371"), "");
	ck_assert_str_eq(codes_of("身份证号：1234567890123456789012345678901234567890"), "");
	ck_assert_str_eq(codes_of("2024年有1200人办了身份证。"), "");
	ck_assert_str_eq(codes_of("身份证号：Thầ341125198604123713，ầ203"), "");
}
END_TEST

Suite *suite_code(void);

Suite *suite_code(void)
{
	Suite *suite = suite_create("code");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, labels);
	tcase_add_test(test, no_codes);
	suite_add_tcase(suite, test);
	return suite;
}
