/* Classes, variants, readings and widths of single characters, and the whole range against utf8proc. */
#include <check.h>
#include <utf8proc.h>

#include "character.h"

Suite *suite_character(void);

static uint32_t one(const char *text)
{
	return character_decode(&text);
}

static void all_are(const char *text, enum character_class expected)
{
	while (*text) {
		uint32_t cp = character_decode(&text);
		ck_assert_msg(character_class(cp) == expected, "U+%04X has class %u, not %u", cp, character_class(cp), expected);
	}
}

START_TEST(classes)
{
	all_are("人民的乾瞭藉", CLASS_HAN);
	all_are("〇零一二三十百千万亿两几半", CLASS_HAN_NUMERAL);
	all_are("国学习这说", CLASS_HAN_SIMPLIFIED);
	all_are("國學習這說對內於", CLASS_HAN_TRADITIONAL);
	all_are("群峰床秘恒吓晒栖痴着里后干面台云只", CLASS_HAN);
	all_are("ぁカー", CLASS_KANA);
	all_are("한글", CLASS_HANGUL);
	all_are("ㄅㄆ", CLASS_BOPOMOFO);
	all_are("Azéß", CLASS_LATIN);
	all_are("ЯΩअ", CLASS_LETTER);
	all_are("0123456789", CLASS_DIGIT);
	all_are("Ａｚ", CLASS_FULL_LATIN);
	all_are("０９", CLASS_FULL_DIGIT);
	all_are("。？！", CLASS_END_STOP);
	all_are("，、；：", CLASS_INNER_STOP);
	all_are(",.;:?!", CLASS_HALF_STOP);
	all_are("“‘「『（［〔【《〈", CLASS_OPEN);
	all_are("”’」』）］〕】》〉", CLASS_CLOSE);
	all_are("([{", CLASS_HALF_OPEN);
	all_are(")]}", CLASS_HALF_CLOSE);
	all_are("\"'", CLASS_HALF_QUOTE);
	all_are("…⋯", CLASS_ELLIPSIS);
	all_are("—–─-～~", CLASS_DASH);
	all_are("·•‧・", CLASS_INTERPUNCT);
	all_are(" \t　", CLASS_SPACE);
	all_are("\u00A0\u2003\u202F", CLASS_ODD_SPACE);
	all_are("\u200B\uFEFF\u00AD\u202E\uFE0F", CLASS_INVISIBLE);
	all_are("\uE000", CLASS_PRIVATE);
	all_are("⼈\uF914", CLASS_COMPATIBILITY);
	all_are("😀", CLASS_EMOJI);
	all_are("※■→%+", CLASS_SYMBOL);
	ck_assert_int_eq(character_class(CHARACTER_OBJECT), CLASS_OBJECT);
	ck_assert_int_eq(character_class(CHARACTER_BAD), CLASS_BAD);
	ck_assert_int_eq(character_class('\n'), CLASS_NEWLINE);
	ck_assert_int_eq(character_class('\0'), CLASS_INVISIBLE);
	ck_assert_int_eq(character_class(0x110000), CLASS_BAD);
	ck_assert_int_eq(character_class(UINT32_MAX), CLASS_BAD);
}
END_TEST

/*
 * The Han characters that are no letters for utf8proc, and the reverse, would be faults of the generator. Here and below nothing is
 * asserted that holds: Check writes each assertion to a file, and there are millions.
 */
START_TEST(categories_agree_with_utf8proc)
{
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
		uint8_t class = character_class(cp);
		bool is_letter = category == UTF8PROC_CATEGORY_LO || category == UTF8PROC_CATEGORY_NL || category == UTF8PROC_CATEGORY_LM ||
				 category == UTF8PROC_CATEGORY_MC;
		if (class_is_han(class) && !is_letter)
			ck_abort_msg("U+%04X is Han and of category %d", cp, category);
		if (class == CLASS_DIGIT)
			ck_assert_int_eq(category, UTF8PROC_CATEGORY_ND);
		if (category == UTF8PROC_CATEGORY_CO && class != CLASS_PRIVATE)
			ck_abort_msg("U+%04X is private use and of class %u", cp, class);
		if (category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF)
			ck_assert_msg(class == CLASS_INVISIBLE || cp == '\n' || cp == '\t', "U+%04X is a control and of class %u", cp, class);
	}
}
END_TEST

START_TEST(variants_and_readings)
{
	ck_assert_uint_eq(character_to_simplified(one("國")), one("国"));
	ck_assert_uint_eq(character_to_traditional(one("国")), one("國"));
	ck_assert_uint_eq(character_to_simplified(one("人")), 0);
	ck_assert_uint_eq(character_unified(one("⼈")), one("人"));
	ck_assert_uint_eq(character_unified(0xF914), one("樂"));
	ck_assert_uint_eq(character_unified(one("人")), 0);
	ck_assert_uint_ne(character_reading(one("权")), 0);
	ck_assert_uint_eq(character_reading(one("利")), character_reading(one("力")));
	ck_assert_uint_ne(character_reading(one("利")), character_reading(one("民")));
	ck_assert_uint_eq(character_reading('a'), 0);
	ck_assert_uint_eq(character_reading(UINT32_MAX), 0);
}
END_TEST

START_TEST(listed_characters)
{
	uint32_t count = 0;
	for (uint32_t cp = 0; cp < 0x110000; cp++)
		count += character_is_listed(cp);
	ck_assert_uint_eq(count, 8105); /* as the table counts itself */
	ck_assert(character_is_listed(one("市")));
	ck_assert(character_is_listed(one("𬺈")));
	ck_assert(!character_is_listed(one("巿")));
	ck_assert(!character_is_listed(one("國")));
	ck_assert(!character_is_listed('a'));
}
END_TEST

START_TEST(numerals)
{
	ck_assert_int_eq(character_numeral(one("〇")), 0);
	ck_assert_int_eq(character_numeral(one("兩")), 2);
	ck_assert_int_eq(character_numeral(one("叁")), 3);
	ck_assert_int_eq(character_numeral(one("萬")), 10000);
	ck_assert_int_eq(character_numeral(one("億")), 100000000);
	ck_assert_int_eq(character_numeral(one("几")), -1);
	ck_assert_int_eq(character_numeral(one("人")), -1);
	uint32_t count = 0;
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		const struct character_numeral *numeral = character_numeral_find(cp);
		int64_t value = numeral ? numeral->digit : -1;
		for (uint8_t i = 0; numeral && i < numeral->zeros; i++)
			value *= 10;
		count += numeral != NULL;
		if (value != character_numeral(cp))
			ck_abort_msg("U+%04X", (unsigned)cp);
	}
	ck_assert_uint_eq(count, 39);
}
END_TEST

START_TEST(every_code_point_goes_to_utf8_and_back)
{
	for (uint32_t cp = 1; cp < 0x110000; cp++) {
		char bytes[8] = {0};
		utf8proc_uint8_t expected[8] = {0};
		const char *at = bytes;
		if (cp == 0xD800)
			cp = 0xE000;
		uint32_t length = character_encode(cp, bytes);
		bool encoded = length == character_bytes(cp) && utf8proc_encode_char((utf8proc_int32_t)cp, expected) == length && memcmp(bytes, expected, 4) == 0;
		bool decoded = character_decode(&at) == cp && at == bytes + length;
		if (!encoded || !decoded)
			ck_abort_msg("U+%04X is %s", cp, encoded ? "not decoded" : "wrongly encoded");
	}
}
END_TEST

START_TEST(widths)
{
	ck_assert_int_eq(character_width(one("中"), 2), 2);
	ck_assert_int_eq(character_width('a', 2), 1);
	ck_assert_int_eq(character_width(one("…"), 2), 2);
	ck_assert_int_eq(character_width(one("…"), 1), 1);
	ck_assert_int_eq(character_width(one("😀"), 2), 2);
	for (const char *at = "①→×°α★Ⅰ─“·"; *at;) {
		uint32_t cp = character_decode(&at);
		ck_assert_int_eq(character_width(cp, 2), 2);
		ck_assert_int_eq(character_width(cp, 1), 1);
	}
	ck_assert_int_eq(character_width(one("ë"), 2), 1);
	ck_assert_int_eq(character_width(0x200B, 2), 0);
	ck_assert_int_eq(character_width(0x0301, 2), 0);
}
END_TEST

START_TEST(likeness)
{
	ck_assert(character_sounds_like(one("弛"), one("驰")));
	ck_assert(character_sounds_like(one("晨"), one("程"))); /* -n and -ng */
	ck_assert(character_sounds_like(one("李"), one("倪")) == character_sounds_like(one("理"), one("尼")));
	ck_assert(!character_sounds_like(one("大"), one("小")));
	ck_assert(!character_sounds_like('a', 'a'));
	ck_assert(character_looks_like(one("昱"), one("煜")));
	ck_assert(character_looks_like(one("清"), one("晴")));
	ck_assert(character_looks_like(one("未"), one("末")));
	ck_assert(character_looks_like(one("己"), one("已")));
	ck_assert(!character_looks_like(one("大"), one("明")));
	ck_assert(!character_looks_like('a', one("明")));
	ck_assert_uint_eq(character_sound(0x10FFFF), 0);
}
END_TEST

Suite *suite_character(void)
{
	Suite *suite = suite_create("character");
	TCase *all = tcase_create("all");
	tcase_set_timeout(all, 60);
	tcase_add_test(all, classes);
	tcase_add_test(all, categories_agree_with_utf8proc);
	tcase_add_test(all, variants_and_readings);
	tcase_add_test(all, listed_characters);
	tcase_add_test(all, numerals);
	tcase_add_test(all, every_code_point_goes_to_utf8_and_back);
	tcase_add_test(all, widths);
	tcase_add_test(all, likeness);
	suite_add_tcase(suite, all);
	return suite;
}
