/* manner: 的 between a verb and how it is done. */
#include <check.h>

#include "../article.h"
#include "../../linter/manner.h"

/* What the 的 in a text should be; the words with it are in FOUND. */
static enum manner asked(const char *text, const char **found)
{
	const struct article *article = test_article(text);
	static struct character_set openings;
	struct span whole;
	manner_add_openings(&openings);
	for (uint32_t at = article->begin; at < article->end; at++) {
		unsigned kinds = article->cp[at] == 0x7684 ? manner_kinds(article, &openings, at + 1) : 0; /* 的 */
		enum manner manner = kinds ? manner_at(article, test_data, &test_scratch, kinds, at, &whole) : MANNER_NONE;
		if (manner == MANNER_NONE)
			continue;
		*found = article_text(article, whole, &test_arena).data;
		return manner;
	}
	*found = "";
	return MANNER_NONE;
}

static bool is(const char *text, enum manner manner, const char *words)
{
	const char *found;
	return asked(text, &found) == manner && strcmp(found, words) == 0;
}

START_TEST(complements)
{
	ck_assert(is("他跑的很快，我们追不上。", MANNER_COMPLEMENT, "跑的很快"));
	ck_assert(is("工作开展的越来越顺利。", MANNER_COMPLEMENT, "开展的越来越顺利"));
	ck_assert(is("他累的说不出话来。", MANNER_COMPLEMENT, "累的说不出"));
	ck_assert(is("屋子收拾的干干净净。", MANNER_COMPLEMENT, "收拾的干干净净"));
	ck_assert(is("孩子們玩的很開心。", MANNER_COMPLEMENT, "玩的很開心"));
	ck_assert(is("他写字写的非常漂亮。", MANNER_COMPLEMENT, "写的非常漂亮"));
	ck_assert(is("这瓜甜的很。", MANNER_COMPLEMENT, "甜的很"));
}
END_TEST

START_TEST(adverbials)
{
	ck_assert(is("他高兴的跳起来，大家都笑了。", MANNER_ADVERBIAL, "高兴的跳起"));
	ck_assert(is("她激动的说：“谢谢大家！”", MANNER_ADVERBIAL, "激动的说"));
	ck_assert(is("老人慢慢的走出門去，沒有說話。", MANNER_NONE, ""));
}
END_TEST

START_TEST(things)
{
	static const char *const texts[] = {"他说的很对，我完全同意。", "他的目的很明确。", "昨天买的很多。", "他做的很好吃的菜",
		"我们所做的很有意义。", "长的很长，短的很短。", "高兴的说法有很多种。", "跑的很快的人", "最冷的很可能是明天。", "的", "的很", NULL};
	const char *found;
	for (const char *const *text = texts; *text; text++)
		ck_assert_msg(asked(*text, &found) == MANNER_NONE, "%s: %s", *text, found);
}
END_TEST

Suite *suite_manner(void);

Suite *suite_manner(void)
{
	Suite *suite = suite_create("manner");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, complements);
	tcase_add_test(test, adverbials);
	tcase_add_test(test, things);
	suite_add_tcase(suite, test);
	return suite;
}
