/* lexicon: what of the project's lists matches, and what does not. */
#include <check.h>

#include "../article.h"
#include "../../linter/layer_p.h"
#include "../../linter/lexicon.h"

/* The texts that match, as TEXT>PIECES. */
static const char *matches_of(const char *text)
{
	struct article *article = test_article(text);
	struct str out = STR("");
	article_build_lexicon(article, test_data, &test_scratch);
	for (uint32_t i = 0; i < article->match_count; i++) {
		const struct lexicon_match *match = &article->matches[i];
		size_t begin = article_byte(article, match->span.begin), end = article_byte(article, match->span.end);
		out = arena_format(&test_arena, "%.*s%s%.*s>%u", (int)out.size, out.data, out.size ? " " : "", (int)(end - begin), text + begin,
			match->piece_count);
		ck_assert(lexicon_covers(article, match->span, 1U << match->list));
		ck_assert(!lexicon_covers(article, match->span, ~(1U << match->list)));
		ck_assert(!lexicon_covers(article, (struct span){match->span.end, match->span.end + 1}, 1U << match->list) ||
			  i + 1 < article->match_count);
	}
	return arena_format(&test_arena, "%.*s", (int)out.size, out.data).data;
}

START_TEST(words)
{
	ck_assert_str_eq(matches_of("师傅上门按装空调，靠的是自已。"), "按装>1 自已>1");
	ck_assert_str_eq(matches_of("按装机容量计算，资料来自已故的校长。"), "");
	ck_assert_str_eq(matches_of("師傅上門按裝空調。"), "按裝>1");
}
END_TEST

START_TEST(gaps)
{
	ck_assert_str_eq(matches_of("这首歌反应了乡亲们的心声。"), "反应了乡亲们的心声>2");
	ck_assert_str_eq(matches_of("大家反应很快，说出了心声。"), "");
	ck_assert_str_eq(matches_of("反应"), "");
}
END_TEST

START_TEST(mentions)
{
	ck_assert_str_eq(matches_of("“按装”应为“安装”，这是常见的错误。"), "");
	ck_assert_str_eq(matches_of("他说“按装电梯”的事明天办。"), "按装>1");
	ck_assert_str_eq(matches_of("“按装”"), "按装>1");
}
END_TEST

START_TEST(conditions)
{
	ck_assert_str_eq(matches_of("既使下雨，也要出发。"), "既使>1");
	ck_assert_str_eq(matches_of("既使人感动，又使人深思。"), "");
	ck_assert_str_eq(matches_of("既使下雨，也要出发。他又来了。"), "既使>1");
}
END_TEST

Suite *suite_lexicon(void);

Suite *suite_lexicon(void)
{
	Suite *suite = suite_create("lexicon");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, words);
	tcase_add_test(test, gaps);
	tcase_add_test(test, mentions);
	tcase_add_test(test, conditions);
	suite_add_tcase(suite, test);
	return suite;
}
