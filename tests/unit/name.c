/* name: the names of an article, and one name in two spellings. */
#include <check.h>

#include "../article.h"
#include "../../linter/layer_p.h"
#include "../../linter/name.h"

static struct article *article_of(const char *text)
{
	struct article *article = test_article(text);
	article_build_names(article, test_data);
	return article;
}

/* The names of one kind, each followed by its title: "刘昱弛/书记 ". */
static const char *names_of(const char *text, enum name_kind kind)
{
	const struct article *article = article_of(text);
	const char *names = "";
	for (uint32_t i = 0; i < article->name_count; i++) {
		const struct name *name = &article->names[i];
		if (name->kind == kind)
			names = arena_format(&test_arena, "%s%s/%s%s ", names, article_text(article, name->span, &test_arena).data,
				article_text(article, name->title, &test_arena).data, name->speaks ? "!" : "").data;
	}
	return names;
}

START_TEST(persons)
{
	ck_assert_str_eq(names_of("党支部书记刘昱弛得知情况后赶来。", NAME_PERSON), "刘昱弛/书记 ");
	ck_assert_str_eq(names_of("本报记者 王建国 李卫东 报道", NAME_PERSON), "王建国/记者 李卫东/记者 ");
	ck_assert_str_eq(names_of("委员张红、李明和王志强到会。", NAME_PERSON), "张红/委员 李明/委员 王志强/委员 ");
	ck_assert_str_eq(names_of("次日，沈维钧表示，水退了。", NAME_PERSON), "沈维钧/! ");
	ck_assert_str_eq(names_of("教练欧阳建国指出，要多练。", NAME_PERSON), "欧阳建国/教练! ");
	ck_assert_str_eq(names_of("村民王强调研去了。", NAME_PERSON), "王强/村民 ");
	ck_assert_str_eq(names_of("里長蕭麗雯說，路燈壞了。", NAME_PERSON), "蕭麗雯/里長! ");
	ck_assert_str_eq(names_of("老师李有为说，他为群众写诗。", NAME_PERSON), "李有为/老师! ");
}
END_TEST

START_TEST(what_is_no_person)
{
	static const char *const texts[] = {"主任高度重视这件事。", "经理解释了原因。", "记者从中得知。", "老师高兴得跳了起来。", "經理說明天開會。",
		"馬祖俗稱閩東之珠。", "股东和债权人到会。", "今天天气很好。"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		ck_assert_msg(*names_of(texts[i], NAME_PERSON) == 0, "%s: %s", texts[i], names_of(texts[i], NAME_PERSON));
}
END_TEST

START_TEST(foreign_names)
{
	ck_assert_str_eq(names_of("总统弗拉基米尔·泽连斯基说，谢谢。", NAME_FOREIGN), "弗拉基米尔·泽连斯基/总统! ");
	ck_assert_str_eq(names_of("总统泽连斯基连任。", NAME_FOREIGN), "泽连斯基/总统 ");
	ck_assert_str_eq(names_of("飛機在布宜諾斯艾利斯轉機。", NAME_FOREIGN), "布宜諾斯艾利斯/ ");
	ck_assert_str_eq(names_of("我们喜欢唱歌。", NAME_FOREIGN), "");
}
END_TEST

/* In the order of the text, whatever found them: title, mark or 《》; of those that begin together in that of their kinds. */
START_TEST(in_order)
{
	const struct article *article = article_of("总统约翰·亚当斯读《红楼梦》。书记王建国、李卫东读《约翰·亚当斯》，村民张红说好，科马罗夫·伊万诺夫也说好。中洲花园。");
	uint32_t together = 0;
	ck_assert_uint_gt(article->name_count, 6);
	for (uint32_t i = 1; i < article->name_count; i++) {
		const struct name *before = &article->names[i - 1], *name = &article->names[i];
		ck_assert_uint_le(before->span.begin, name->span.begin);
		if (before->span.begin == name->span.begin) {
			ck_assert_int_le(before->kind, name->kind);
			together++;
		}
	}
	ck_assert_uint_gt(together, 0);
}
END_TEST

START_TEST(places_organisations_and_works)
{
	ck_assert_str_eq(names_of("他住在中洲花园。", NAME_ORGANISATION), "中洲花园/ ");
	ck_assert_str_eq(names_of("她在長青村長大。", NAME_PLACE), "長青村/ ");
	ck_assert_str_eq(names_of("他读《红楼梦》。", NAME_WORK), "红楼梦/ ");
}
END_TEST

/* Is the first character of WORD in a text covered? */
static bool covers(const char *text, const char *word)
{
	const struct article *article = article_of(text);
	uint32_t length = 0, at = article->begin;
	for (const char *rest = word; *rest; length++)
		character_decode(&rest);
	while (!article_starts(article, at, word))
		at++;
	return name_covers(article, test_data, (struct span){at, at + length});
}

START_TEST(covered_spans)
{
	ck_assert(covers("县委书记刘昱弛来到现场。", "弛"));
	ck_assert(covers("他去过布宜诺斯艾利斯。", "艾利"));
	ck_assert(covers("列夫·托尔斯泰写作。", "尔斯"));
	ck_assert(!covers("县委书记刘昱弛来到现场。", "现场"));
	ck_assert(!covers("今天天气很好。", "天气"));
}
END_TEST

static void keep(void *user, const struct name_spelling *spelling)
{
	*(struct name_spelling *)user = *spelling;
}

/* "rare/usual" of the last name that is spelt in two ways; "" if there is none. */
static const char *spelt(const char *text)
{
	const struct article *article = article_of(text);
	struct name_spelling spelling = {0};
	name_spellings(article, test_data, &test_scratch, keep, &spelling);
	if (!spelling.rare_count)
		return "";
	return arena_format(&test_arena, "%s/%s", article_text(article, spelling.rare, &test_arena).data,
		article_text(article, spelling.usual, &test_arena).data).data;
}

START_TEST(two_spellings)
{
	ck_assert_str_eq(spelt("书记刘昱弛到了。刘昱弛说，好。后来的刘昱驰又走了。"), "刘昱驰/刘昱弛");
	ck_assert_str_eq(spelt("他住在中洲花园。她也住在中州花园。"), "中州花园/中洲花园");
	ck_assert_str_eq(spelt("總統澤連斯基到訪。次日澤倫斯基離開。"), "澤倫斯基/澤連斯基");
	ck_assert_str_eq(spelt("他读《红搂梦》。她也读《红楼梦》。"), "红搂梦/红楼梦");
	ck_assert_str_eq(spelt("东风机械公司扩产。东锋机械公司招工。东风机械公司在城北。"), "东锋机械公司/东风机械公司");
}
END_TEST

START_TEST(two_names)
{
	static const char *const texts[] = {"书记王建国到会。镇长王建过主持。", "站长沈维钧的弟弟沈维均也来了。", "站长何俊杰，又名何骏杰。何骏杰说，好。",
		"村民王丽来了。村民王莉也来了。", "他在实验小学。她在试验小学。", "约翰·史密斯来了。玛丽·斯密斯走了。", "第一小学很大。第七小学很小。"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		ck_assert_msg(*spelt(texts[i]) == 0, "%s: %s", texts[i], spelt(texts[i]));
}
END_TEST

Suite *suite_name(void);

Suite *suite_name(void)
{
	Suite *suite = suite_create("name");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, persons);
	tcase_add_test(test, what_is_no_person);
	tcase_add_test(test, foreign_names);
	tcase_add_test(test, in_order);
	tcase_add_test(test, places_organisations_and_works);
	tcase_add_test(test, covered_spans);
	tcase_add_test(test, two_spellings);
	tcase_add_test(test, two_names);
	suite_add_tcase(suite, test);
	return suite;
}
