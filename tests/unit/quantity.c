/* quantity: what a figure is the quantity of, and whether two are the same. */
#include <check.h>

#include "../article.h"
#include "../../linter/quantity.h"

static const struct article *article;
static struct quantities all;

static void read_text(const char *text)
{
	article = test_article(text);
	all = quantities_of(article, test_data, &test_scratch);
}

/* The first two quantities, which have one key. */
static void read_two(const char *text)
{
	read_text(text);
	ck_assert_uint_ge(all.count, 2);
	ck_assert_uint_eq(all.items[0].key, all.items[1].key);
	ck_assert_uint_eq(all.items[0].next, 1);
}

static bool agree(const char *text)
{
	read_two(text);
	return quantity_agrees(&all.items[0], &all.items[1]);
}

static enum quantity_slip slip(const char *text)
{
	read_two(text);
	return quantity_slip(&all.items[0], &all.items[1]);
}

static enum quantity_sameness same(const char *text)
{
	read_two(text);
	return quantity_same(article, &all.items[0], &all.items[1]);
}

START_TEST(kinds)
{
	static const struct {
		const char *text;
		enum quantity_kind kind;
	} cases[] = {
		{"2800名干部职工下沉社区。2700名干部职工下沉社区。", QUANTITY_THINGS},
		{"事故造成8人遇难。事故死亡7人。", QUANTITY_FATE},
		{"大桥全长12.5公里。大桥全长达12800米。", QUANTITY_MEASURE},
		{"張偉（35歲）是隊長。36歲的張偉說好。", QUANTITY_AGE},
		{"公司成立于1998年。1997年成立的公司。", QUANTITY_EVENT},
		{"第八届龙舟赛开幕。第九届龙舟赛闭幕。", QUANTITY_EDITION},
		{"主队3:2获胜。客队2:3落败。", QUANTITY_SCORE},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		read_two(cases[i].text);
		ck_assert_int_eq(all.items[0].kind, cases[i].kind);
	}
	read_text("约2800名干部职工，20～30名学生，他说了三句话。");
	ck_assert_uint_eq(all.count, 0);
}
END_TEST

START_TEST(rounding)
{
	ck_assert(agree("工程总投资3.18亿元。工程总投资3.2亿元。"));
	ck_assert(!agree("工程总投资3.2亿元。工程总投资3.3亿元。"));
	ck_assert(agree("全县总人口1.2万人。全县总人口12345人。"));
	ck_assert(agree("大桥全长1.5公里。大桥全长1500米。"));
	ck_assert(!agree("2800名干部职工。2805名干部职工。"));
	ck_assert(agree("公司成立于1998年。公司成立于1998年5月。"));
}
END_TEST

START_TEST(slips)
{
	ck_assert_int_eq(slip("2800名干部职工。2700名干部职工。"), SLIP_STRONG);
	ck_assert_int_eq(slip("大桥全长12.5公里。大桥全长15.2公里。"), SLIP_STRONG);
	ck_assert_int_eq(slip("35名干部职工。36名干部职工。"), SLIP_FAIR);
	ck_assert_int_eq(slip("7名干部职工。8名干部职工。"), SLIP_WEAK);
	ck_assert_int_eq(slip("2800名干部职工。1500名干部职工。"), SLIP_NONE);
}
END_TEST

START_TEST(subjects)
{
	ck_assert_int_eq(same("东湖大桥全长12.5公里。东湖大桥全长12.8公里。"), SAMENESS_SURE);
	ck_assert_int_eq(same("东湖大桥全长12.5公里。西湖大桥全长12.8公里。"), SAMENESS_NONE);
	ck_assert_int_eq(same("东湖大桥位于城东，全长12.5公里。东湖大桥全长12.8公里。"), SAMENESS_SURE);
	ck_assert_int_eq(same("东湖大桥全长12.5公里，东湖大桥全长12.8公里。"), SAMENESS_NONE);
	ck_assert_int_eq(same("甲村120名干部职工。乙村130名干部职工。"), SAMENESS_NONE);
	read_two("全县2800名干部职工。其中2700名干部职工。");
	ck_assert(!quantity_is_limited(article, &all.items[0]));
	ck_assert(quantity_is_limited(article, &all.items[1]));
}
END_TEST

Suite *suite_quantity(void);

Suite *suite_quantity(void)
{
	Suite *suite = suite_create("quantity");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, kinds);
	tcase_add_test(test, rounding);
	tcase_add_test(test, slips);
	tcase_add_test(test, subjects);
	suite_add_tcase(suite, test);
	return suite;
}
