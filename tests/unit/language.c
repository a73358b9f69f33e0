/* The choice of a language, by option and environment; the catalogues themselves are tried in tests/cli/output.sh. */
#include <check.h>
#include <stdlib.h>

#include "language_p.h"

Suite *suite_language(void);

static void set_up(void)
{
	unsetenv("LANGUAGE");
	unsetenv("LC_ALL");
	unsetenv("LC_MESSAGES");
	unsetenv("LANG");
}

static const char *chosen(const char *wanted)
{
	language_init(wanted, "/nonexistent");
	return language_tag();
}

START_TEST(names_have_catalogues)
{
	static const char *const names[][2] = {
		{"zh", "zh_CN"}, {"zh_CN", "zh_CN"}, {"zh_CN.UTF-8", "zh_CN"}, {"zh_CN.GB18030", "zh_CN"}, {"zh_SG", "zh_CN"}, {"zh-Hans", "zh_CN"},
		{"ZH-HANS-CN", "zh_CN"}, {"zh-Hans-HK", "zh_CN"}, {"cmn-CN", "zh_CN"},
		{"zh_TW", "zh_TW"}, {"zh_TW.Big5@radical", "zh_TW"}, {"zh_HK", "zh_TW"}, {"zh_MO", "zh_TW"}, {"zh-Hant", "zh_TW"}, {"zh-hant-cn", "zh_TW"},
		{"zh-TW", "zh_TW"}, {"yue_HK", "zh_TW"},
		{"en", "en"}, {"en_GB.UTF-8", "en"}, {"C", "en"}, {"POSIX", "en"}, {"C.UTF-8", "en"},
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		ck_assert_str_eq(language_catalogue(names[i][0]), names[i][1]);
}
END_TEST

START_TEST(other_names_have_none)
{
	static const char *const names[] = {"", "de", "de_DE.UTF-8", "zhx", "english", "_CN", "ja_JP", "Hant",
		"zh_a_name_that_is_longer_than_any_name_of_a_language_ever_was_or_will_be"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		ck_assert_ptr_null(language_catalogue(names[i]));
}
END_TEST

START_TEST(the_option_wins)
{
	setenv("LC_ALL", "C", 1);
	setenv("LANGUAGE", "zh_CN", 1);
	ck_assert_str_eq(chosen("zh-Hant"), "zh-TW");
	setenv("LC_ALL", "zh_TW.UTF-8", 1);
	ck_assert_str_eq(chosen("en"), "en");
}
END_TEST

START_TEST(the_locale_that_is_set_first_counts)
{
	setenv("LANG", "zh_CN.UTF-8", 1);
	ck_assert_str_eq(chosen(NULL), "zh-CN");
	unsetenv("LANGUAGE");
	setenv("LC_MESSAGES", "zh_HK.UTF-8", 1);
	ck_assert_str_eq(chosen(NULL), "zh-TW");
	unsetenv("LANGUAGE");
	setenv("LC_ALL", "de_DE.UTF-8", 1);
	ck_assert_str_eq(chosen(NULL), "en");
	unsetenv("LANGUAGE");
	setenv("LC_ALL", "", 1);
	ck_assert_str_eq(chosen(""), "zh-TW");
}
END_TEST

START_TEST(language_is_a_list)
{
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("LANGUAGE", "zh_TW", 1);
	ck_assert_str_eq(chosen(NULL), "zh-TW");
	setenv("LANGUAGE", "de:zh_CN:en", 1);
	ck_assert_str_eq(chosen(NULL), "zh-CN");
	setenv("LANGUAGE", "::en:zh_CN", 1);
	ck_assert_str_eq(chosen(NULL), "en");
	setenv("LANGUAGE", "de:fr", 1);
	ck_assert_str_eq(chosen(NULL), "en");
}
END_TEST

START_TEST(language_needs_no_locale)
{
	setenv("LANGUAGE", "zh_CN", 1);
	ck_assert_str_eq(chosen(NULL), "zh-CN");
}
END_TEST

START_TEST(the_c_locale_is_english)
{
	setenv("LC_ALL", "C", 1);
	ck_assert_str_eq(chosen(NULL), "en");
	setenv("LANGUAGE", "zh_CN", 1);
	ck_assert_str_eq(chosen(NULL), "en");
	setenv("LC_ALL", "POSIX", 1);
	setenv("LANGUAGE", "zh_CN", 1);
	ck_assert_str_eq(chosen(NULL), "en");
}
END_TEST

START_TEST(without_a_catalogue_texts_stay)
{
	chosen("zh_CN");
	ck_assert_str_eq(translate("a text that no catalogue has"), "a text that no catalogue has");
	ck_assert_str_eq(translate(""), "");
}
END_TEST

Suite *suite_language(void)
{
	Suite *suite = suite_create("language");
	TCase *cases = tcase_create("language");
	tcase_add_checked_fixture(cases, set_up, NULL);
	tcase_add_test(cases, names_have_catalogues);
	tcase_add_test(cases, other_names_have_none);
	tcase_add_test(cases, the_option_wins);
	tcase_add_test(cases, the_locale_that_is_set_first_counts);
	tcase_add_test(cases, language_is_a_list);
	tcase_add_test(cases, language_needs_no_locale);
	tcase_add_test(cases, the_c_locale_is_english);
	tcase_add_test(cases, without_a_catalogue_texts_stay);
	suite_add_tcase(suite, cases);
	return suite;
}
