/* numeral: numbers of two styles, asked of the figures of a text. */
#include <check.h>

#include "../article.h"
#include "../../linter/numeral.h"

/* What should be written for the first figure that the question is about; "" if it is about none, "?" if that is not known. */
static const char *written(const char *text, numeral_question *question)
{
	static char right[4 * NUMERAL_RIGHT + 1];
	const struct article *article = test_article(text);
	struct numeral_slip slip;
	char *end = right;
	*end = 0;
	for (uint32_t i = 0; i < article->figure_count; i++) {
		slip.length = 0;
		if (!question(article, &article->figures[i], &slip))
			continue;
		ck_assert_uint_lt(slip.span.begin, slip.span.end);
		ck_assert_uint_le(slip.length, NUMERAL_RIGHT);
		for (uint32_t j = 0; j < slip.length; j++)
			end += character_encode(slip.right[j], end);
		*end = 0;
		return slip.length ? right : "?";
	}
	return right;
}

START_TEST(several)
{
	ck_assert_str_eq(written("修了10几天", numeral_several), "十几");
	ck_assert_str_eq(written("修了90幾天", numeral_several), "九十幾");
	ck_assert_str_eq(written("来了几100个人", numeral_several), "几百");
	ck_assert_str_eq(written("修了10多天，10几乎满分，第几10页", numeral_several), "");
	ck_assert_str_eq(written("人数10人，105几天", numeral_several), "");
}
END_TEST

START_TEST(places)
{
	ck_assert_str_eq(written("共有3百5十人", numeral_places), "350");
	ck_assert_str_eq(written("共有二十3人", numeral_places), "二十三");
	ck_assert_str_eq(written("预算3万五千元", numeral_places), "3.5万");
	ck_assert_str_eq(written("预算3亿五千万元", numeral_places), "3亿5000万");
	ck_assert_str_eq(written("共有3百人，3千克，3万4500人，3百5", numeral_places), "");
	ck_assert_str_eq(written("九月3日，周三15时，一二3班", numeral_places), "");
}
END_TEST

START_TEST(hundred)
{
	ck_assert_str_eq(written("共有3百人", numeral_hundred), "300");
	ck_assert_str_eq(written("共有37万4千人", numeral_hundred), "37.4万");
	ck_assert_str_eq(written("共有3千克，3千瓦，980百帕，前5千年，27千兆瓦", numeral_hundred), "");
	ck_assert_str_eq(written("9千9百9千9百9千9百人，1亿8千年，99999999千人", numeral_hundred), "");
}
END_TEST

START_TEST(shares)
{
	ck_assert_str_eq(written("占百分之4.5", numeral_share), "4.5%");
	ck_assert_str_eq(written("占4分之3", numeral_share), "四分之三");
	ck_assert_str_eq(written("占百分之三，三分之一，1/3", numeral_share), "");
}
END_TEST

START_TEST(dates)
{
	ck_assert_str_eq(written("2022年四月16日", numeral_date), "2022年4月16日");
	ck_assert_str_eq(written("4月十八日", numeral_date), "4月18日");
	ck_assert_str_eq(written("下午三点30分", numeral_date), "3点30分");
	ck_assert_str_eq(written("1898年四月二十三日，3点半，3点一刻，二〇二二年四月十六日", numeral_date), "");
	ck_assert_str_eq(written("自二零二二年起施行这些办法，请大家执行。", numeral_zero), "二〇二二");
}
END_TEST

START_TEST(words)
{
	ck_assert_str_eq(written("星期5下午", numeral_weekday), "星期五");
	ck_assert_str_eq(written("每星期5天，两星期5次，周5次，星期1-5", numeral_weekday), "");
	ck_assert_str_eq(written("腊月23祭灶", numeral_festival), "二十三");
	ck_assert_str_eq(written("年初5个，月初3天，初3学生，大年31", numeral_festival), "");
}
END_TEST

START_TEST(rough)
{
	ck_assert_str_eq(written("走了3、4天", numeral_rough), "三四");
	ck_assert_str_eq(written("多在三、四十岁", numeral_rough), "三四十");
	ck_assert_str_eq(written("来了3-4十人", numeral_rough), "三四十");
	ck_assert_str_eq(written("才十七、八岁", numeral_rough), "七八");
	ck_assert_str_eq(written("第三、四个，二、三产业，住三、四层，在3、4月，一、二、三个，图3、4个", numeral_rough), "");
}
END_TEST

START_TEST(stops)
{
	ck_assert_str_eq(written("增长3。5%", numeral_stop), "3.5");
	ck_assert_str_eq(written("共有7，000人", numeral_stop), "7,000");
	ck_assert_str_eq(written("得了3。5月再考，住302，500米外", numeral_stop), "");
	ck_assert_str_eq(written("总额是1 234,567元", numeral_separators), "?");
	ck_assert_str_eq(written("总额是1,234,56元", numeral_separators), "?");
	ck_assert_str_eq(written("总额是1,234,567元", numeral_separators), "");
}
END_TEST

START_TEST(ends)
{
	/* A number at the very end of an article has no figure after it. */
	ck_assert_str_eq(written("增长3。", numeral_stop), "");
	ck_assert_str_eq(written("1,234,", numeral_separators), "");
	ck_assert_str_eq(written("3百5十3百5十3百5十3百5十3百5十", numeral_places), "");
}
END_TEST

Suite *suite_numeral(void);

Suite *suite_numeral(void)
{
	Suite *suite = suite_create("numeral");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, several);
	tcase_add_test(test, places);
	tcase_add_test(test, hundred);
	tcase_add_test(test, shares);
	tcase_add_test(test, dates);
	tcase_add_test(test, words);
	tcase_add_test(test, rough);
	tcase_add_test(test, stops);
	tcase_add_test(test, ends);
	suite_add_tcase(suite, test);
	return suite;
}
