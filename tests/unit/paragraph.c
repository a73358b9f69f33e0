/* Paragraphs: their roles, what ends them, and text that was wrapped by hand. */
#include <check.h>

#include "article_p.h"
#include "layer_p.h"

Suite *suite_paragraph(void);

static struct arena arena;

static void set_up(void)
{
	arena_init(&arena);
}

static void tear_down(void)
{
	arena_release(&arena);
}

static const struct article *article_of(const char *text)
{
	struct article_builder *builder = article_builder_new(&arena, "sample.txt", str_from(text));
	article_builder_text(builder, 0, strlen(text));
	struct article *article = article_builder_finish(builder, VARIANT_NONE);
	article_build_paragraphs(article);
	return article;
}

/* One letter a paragraph: Body Title Heading bYline Date Caption Item Signature Navigation taBle Verse. */
static const char *roles_of(const struct article *article)
{
	static const char letters[ROLE_COUNT] = {
		[ROLE_BODY] = 'B', [ROLE_TITLE] = 'T', [ROLE_HEADING] = 'H', [ROLE_BYLINE] = 'Y', [ROLE_DATE_LINE] = 'D', [ROLE_CAPTION] = 'C',
		[ROLE_LIST_ITEM] = 'I', [ROLE_SIGNATURE] = 'S', [ROLE_NAVIGATION] = 'N', [ROLE_TABLE] = 'L', [ROLE_VERSE] = 'V'};
	char *text = ARENA_ARRAY(&arena, char, article->paragraph_count + 1);
	for (uint32_t i = 0; i < article->paragraph_count; i++)
		text[i] = letters[article->paragraphs[i].role];
	return text;
}

START_TEST(lines_are_paragraphs)
{
	const struct article *article = article_of("甲乙丙。\n\n\n　　丁戊己\r\n   \n庚辛\n");
	ck_assert_uint_eq(article->paragraph_count, 3);
	ck_assert_uint_eq(article->paragraphs[0].blanks, 0);
	ck_assert_uint_eq(article->paragraphs[1].blanks, 2);
	ck_assert_uint_eq(article->paragraphs[2].blanks, 1);
	ck_assert_uint_eq(article->paragraphs[1].span.end - article->paragraphs[1].span.begin, 5);
	ck_assert(!article->hard_wrapped);
}
END_TEST

START_TEST(nothing_at_all)
{
	ck_assert_uint_eq(article_of("")->paragraph_count, 0);
	ck_assert_uint_eq(article_of("\n \n\t\n")->paragraph_count, 0);
}
END_TEST

START_TEST(ends)
{
	static const struct {
		const char *text;
		bool ends;
	} cases[] = {
		{"天亮了。", true}, {"天亮了", false}, {"天亮了！”", true}, {"天亮了……　", true}, {"他說：「天亮了。」", true}, {"天亮了?", true},
		{"天亮了，", false}, {"如下：", false}, {"天亮了。（记者 李明）", true}, {"天亮了（记者 李明）", false}, {"天亮了）", false}, {"It is day.", true},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_msg(article_of(cases[i].text)->paragraphs[0].ends_sentence == cases[i].ends, "%s", cases[i].text);
}
END_TEST

START_TEST(news)
{
	const struct article *article = article_of(
		"首页 > 新闻 > 正文\n\n"
		"山路通了 乡亲们的日子宽了\n——青岭村修路记\n\n记者 方远 通讯员 何小满\n\n2025年3月8日\n\n"
		"青岭村的山路修了三年，今年春天终于通了车。\n\n"
		"图为村民在新修的山路上\n\n"
		"一、修路\n\n路是大家一锹一锹挖出来的，没有请一台机器。\n\n"
		"二、护路\n\n村里定了三条规矩：\n1. 不在路上晒粮食；\n2. 不往路上倒垃圾；\n3. 下雨天不走重车。\n\n"
		"这三条规矩写在村口的石头上。\n\n"
		"青岭村村民委员会\n2025年3月8日\n\n"
		"相关阅读\n\n山里的学校有了新操场\n\n镇上开了第一家书店\n");
	ck_assert_str_eq(roles_of(article), "NTHYDBCHBHBIIIBSSNNN");
	ck_assert_uint_eq(article->paragraphs[11].level, 1);
}
END_TEST

START_TEST(traditional_news)
{
	const struct article *article = article_of(
		"山路通了　鄉親們的日子寬了\n\n記者方遠／青嶺報導\n\n"
		"青嶺村的山路修了三年，今年春天終於通了車。\n\n"
		"村民在新修的山路上　攝影／何小滿\n\n"
		"路是大家一鍬一鍬挖出來的\n\n"
		"「那時候一天只能挖三公尺，挖到後來連鋤頭都彎了。」\n\n"
		"地點：青嶺村\n時間：三月八日\n\n"
		"通車那天，全村的人都走了一趟。\n\n"
		"（完）\n");
	ck_assert_str_eq(roles_of(article), "TYBCHBIIBS");
}
END_TEST

START_TEST(caption_in_a_broken_sentence)
{
	const struct article *article = article_of(
		"茶园在半山腰\n\n清明前的茶最贵，采的人也最辛苦，天不亮就上山，露水打湿了裤\n\n采茶的妇女\n\n腿，手指冻得发红。\n\n山下的人家也忙着生火炒茶。\n");
	ck_assert_str_eq(roles_of(article), "TBCBB");
}
END_TEST

START_TEST(verse_and_tables)
{
	const struct article *article = article_of(
		"老师在黑板上抄了一首诗，让大家念一念。\n\n"
		"春天在小河里，\n小鱼儿游来游去，\n春天在柳枝上，\n小燕子飞来飞去。\n\n"
		"品种  亩数  产量\n早稻  120  980\n晚稻  150  1020\n\n"
		"姓名\t班级\n方远\t三班\n何满\t四班\n\n"
		"念完了诗，同学们又算了一道算术题。\n");
	ck_assert_str_eq(roles_of(article), "BVVVVLLLLLLB");
}
END_TEST

START_TEST(nested_lists)
{
	const struct article *article = article_of(
		"会议定了下面几件事，请各组照着去办。\n\n"
		"一、修路，工期三个月，先修村口到桥头一段；\n（1）备料，石子二十方；\n（2）请工，每户出一人；\n二、修桥，工期两个月，桥面加宽到四米；\n"
		"散会以后各组就分头去准备。\n");
	ck_assert_str_eq(roles_of(article), "BIIIIB");
	ck_assert_uint_eq(article->paragraphs[1].level, 1);
	ck_assert_uint_eq(article->paragraphs[2].level, 2);
	ck_assert_uint_eq(article->paragraphs[3].level, 2);
	ck_assert_uint_eq(article->paragraphs[4].level, 1);
}
END_TEST

static const char wrapped[] =
	"    这封信是去年冬天写的，当时我刚刚搬到北方，住在一间临街的小屋里，窗外\n"
	"是一排光秃秃的白杨树，风一吹就呜呜地响。我不认识什么人，白天上班，晚上就在\n"
	"灯下看书，偶尔也给家里写信，写得很长，却很少寄出去，因为总觉得没有什么值得\n"
	"说的事情。\n"
	"    后来我认识了楼下修鞋的老张，他的摊子摆在楼道口，一坐就是一整天，谁家的\n"
	"钥匙丢了，谁家的孩子没人接，都来找他帮忙。他从不嫌麻烦，总是笑呵呵地答应下\n"
	"来，好像这条街上的事情就是他自己的事情。\n"
	"    春天来的时候，白杨树发了芽，老张把摊子挪到了树底下。我下班回来，常常坐\n"
	"在他旁边的小板凳上，听他讲年轻时候在林场伐木的故事，一直听到天黑。\n";

START_TEST(wrapped_lines_are_joined)
{
	const struct article *article = article_of(wrapped);
	ck_assert(article->hard_wrapped);
	ck_assert_uint_eq(article->paragraph_count, 3);
	ck_assert(article->paragraphs[0].ends_sentence);
	ck_assert_uint_eq(article_count(article, article->paragraphs[0].span, CLASS_BIT(CLASS_NEWLINE)), 3);
}
END_TEST

START_TEST(long_lines_are_not_wrapped)
{
	static const char line[] = "这一段话有六十个字左右，每一段都差不多长，可是每一段都是一句完整的话，后面有一个句号，所以它不是硬换行的文章。\n";
	char text[12 * sizeof line] = "";
	for (int i = 0; i < 12; i++)
		memcpy(text + strlen(text), line, sizeof line);
	ck_assert(!article_of(text)->hard_wrapped);
}
END_TEST

START_TEST(blocks_hold)
{
	static const char text[] = "# 标题\n\n第一行\n第二行。\n";
	struct article_builder *builder = article_builder_new(&arena, "sample.md", STR(text));
	article_builder_block(builder, ROLE_HEADING, 1, 0);
	article_builder_text(builder, 2, 8);
	article_builder_block(builder, ROLE_BODY, 0, 8);
	article_builder_text(builder, 10, sizeof text - 1);
	struct article *article = article_builder_finish(builder, VARIANT_NONE);
	article_build_paragraphs(article);
	ck_assert_str_eq(roles_of(article), "HB");
	ck_assert_uint_eq(article->paragraphs[0].level, 1);
	ck_assert_uint_eq(article->paragraphs[1].span.end - article->paragraphs[1].span.begin, 8);
	ck_assert(article->paragraphs[1].ends_sentence);
}
END_TEST

Suite *suite_paragraph(void)
{
	Suite *suite = suite_create("paragraph");
	TCase *tests = tcase_create("paragraphs");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, lines_are_paragraphs);
	tcase_add_test(tests, nothing_at_all);
	tcase_add_test(tests, ends);
	tcase_add_test(tests, news);
	tcase_add_test(tests, traditional_news);
	tcase_add_test(tests, caption_in_a_broken_sentence);
	tcase_add_test(tests, verse_and_tables);
	tcase_add_test(tests, nested_lists);
	tcase_add_test(tests, wrapped_lines_are_joined);
	tcase_add_test(tests, long_lines_are_not_wrapped);
	tcase_add_test(tests, blocks_hold);
	suite_add_tcase(suite, tests);
	return suite;
}
