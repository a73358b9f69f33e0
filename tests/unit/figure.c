/* figure: what the figures layer reads, decimals, lists and series. */
#include <check.h>
#include <stdlib.h>

#include "../article.h"
#include "../figures.h"
#include "../../linter/figure_p.h"
#include "../../linter/list.h"

Suite *suite_figure(void);

static const struct {
	const char *text, *figures;
} expressions[] = {
	{"2800名干部职工", "cardinal 2800 unit=名 noun=干部职工"},
	{"2,800名員工", "cardinal 2800 unit=名 noun=員工"},
	{"1,234,567元", "cardinal 1234567 unit=元"},
	{"１２３４人", "cardinal 1234 unit=人"},
	{"２,８００人", "cardinal 2800 unit=人"},
	{"0.5公斤", "cardinal 5e-1 unit=公斤"},
	{"3.14", "cardinal 314e-2"},
	{"2.8万人", "cardinal 28000 unit=人"},
	{"2.8萬人", "cardinal 28000 unit=人"},
	{"3亿4500万元", "cardinal 345000000 unit=元"},
	{"3億4500萬元", "cardinal 345000000 unit=元"},
	{"12万亿元", "cardinal 12000000000000 unit=元"},
	{"20余万人", "cardinal 200000 unit=人 ~"},
	{"20餘萬人", "cardinal 200000 unit=人 ~"},
	{"3千米", "cardinal 3 unit=千米"},
	{"500千伏", "cardinal 500 unit=千伏"},
	{"3百名", "cardinal 300 unit=名"},
	{"两千八百元", "cardinal 2800 unit=元"},
	{"兩千八百元", "cardinal 2800 unit=元"},
	{"一百零五", "cardinal 105"},
	{"一百二十三万四千五百六十七", "cardinal 1234567"},
	{"一億兩千萬", "cardinal 120000000"},
	{"一万亿", "cardinal 1000000000000"},
	{"三万五", "cardinal 35000"},
	{"两百二", "cardinal 220"},
	{"十二", "cardinal 12"},
	{"二十", "cardinal 20"},
	{"廿三人", "cardinal 23 unit=人"},
	{"三点五", "cardinal 35e-1"},
	{"三點五公里", "cardinal 35e-1 unit=公里"},
	{"三点五万人", "cardinal 35000 unit=人"},
	{"一千零一夜", "cardinal 1001 unit=夜"},
	{"壹佰贰拾叁元", "cardinal 123 unit=元"},
	{"伍仟元", "cardinal 5000 unit=元"},
	{"貳拾萬圓", "cardinal 200000 unit=圓"},
	{"二〇二二年", "date 20220000"},
	{"二零二二年五月一日", "date 20220501"},
	{"一九九八年", "date 19980000"},
	{"百分之三", "cardinal 3/100"},
	{"百分之三十五点二", "cardinal 352e-1/100"},
	{"百分之30", "cardinal 30/100"},
	{"千分之五", "cardinal 5/1000"},
	{"百分之百", "cardinal 100/100"},
	{"三分之二", "cardinal 2/3"},
	{"四分之三", "cardinal 3/4"},
	{"3%", "cardinal 3/100 unit=%"},
	{"３％", "cardinal 3/100 unit=％"},
	{"5‰", "cardinal 5/1000 unit=‰"},
	{"3成", "cardinal 3/10 unit=成"},
	{"三成五", "cardinal 35e-1/10 unit=成"},
	{"六成以上", "cardinal 6/10 unit=成 >"},
	{"八折", "cardinal 8/10 unit=折"},
	{"3/4", "cardinal 3/4"},
	{"一半", "cardinal 1/2"},
	{"半小时", "cardinal 1/2 unit=小时"},
	{"半個月", "cardinal 1/2 unit=個月"},
	{"两个半小时", "cardinal 25e-1 unit=小时"},
	{"三年半", "cardinal 35e-1 unit=年"},
	{"三個半月", "cardinal 35e-1 unit=月"},
	{"第三届", "ordinal 3 unit=届"},
	{"第3屆", "ordinal 3 unit=屆"},
	{"第十二条", "ordinal 12 unit=条"},
	{"第一，落实责任", "marker 1 nth"},
	{"第一次", "ordinal 1 unit=次"},
	{"5号楼", "ordinal 5 unit=号 noun=楼"},
	{"3.2版", "ordinal 32e-1 unit=版"},
	{"三年级", "ordinal 3 unit=年级"},
	{"2024年5月1日", "date 20240501"},
	{"2024-05-01", "date 20240501"},
	{"2024/5/1", "date 20240501"},
	{"2024.5.1", "date 20240501"},
	{"2024-13-01", "date 20241301"},
	{"2024/13/01", "date 20241301"},
	{"2024.13.1", "code ?"},
	{"2024-45-12", "code ?"},
	{"5月1日", "date 501"},
	{"五月一日", "date 501"},
	{"15日", "date 15"},
	{"3月至10月", "date 300 from; date 1000 to"},
	{"公元前770年", "date -7700000 minus"},
	{"民國113年", "date 1130000 other"},
	{"21世纪", "date ?"},
	{"20世紀90年代", "date ?; date ?"},
	{"98年5月", "date 980500"},
	{"2024年", "date 20240000"},
	{"农历八月", "date 800 other"},
	{"農曆二月三十日", "date 230 other"},
	{"闰二月三十日", "date 230 other"},
	{"二月初二", "date 200 other"},
	{"甲辰年二月三十日", "date 230 other"},
	{"去年二月三十日", "date 230"},
	{"昭和63年2月30日", "date 630230 other"},
	{"公历2023年2月30日", "date 20230230"},
	{"98年2月28日", "date 980228"},
	{"13月5日", "date 1305"},
	{"13月份", "date 1300"},
	{"13月的婴儿", "cardinal 13 unit=月"},
	{"下午25点30分", "time 253000"},
	{"8:30", "time 83000"},
	{"12:30:45", "time 123045"},
	{"8时30分", "time 83000"},
	{"下午三点半", "time 33000"},
	{"上午9點", "time 90000"},
	{"三点钟", "time 30000"},
	{"12小时", "cardinal 12 unit=小时"},
	{"8：30开会", "time 83000"},
	{"比分3:2", "score ?"},
	{"以21:15获胜", "score ?"},
	{"3比2", "score ?"},
	{"三比二", "score ?"},
	{"1∶1", "score ?"},
	{"3：2战平", "score ?"},
	{"010-12345678", "code ?"},
	{"400-800-1234", "code ?"},
	{"13800000000", "code ?"},
	{"0376676", "code ?"},
	{"T-34坦克", "code ?"},
	{"歼-20战机", "code ? noun=战机"},
	{"MC00001", "code ?"},
	{"5G网络", "code ?"},
	{"3D打印", "code ?"},
	{"G20峰会", "code ?"},
	{"1.2.3", "code ?"},
	{"1994/95", "code ?"},
	{"一、项目", "marker 1 han"},
	{"壹、主席致詞", "marker 1 han"},
	{"（一）开头", "marker 1 han-bracket"},
	{"(二) 開頭", "marker 2 han-bracket"},
	{"（1）甲", "marker 1 arabic-bracket"},
	{"1. 苹果", "marker 1 arabic"},
	{"1、梨", "marker 1 arabic"},
	{"1）桃", "marker 1 arabic-bracket"},
	{"① 桃", "marker 1 circled"},
	{"㈠ 李", "marker 1 circled"},
	{"一是加强巡查；二是完善预案", "marker 1 is; marker 2 is"},
	{"：一就是读书；二就是看报", "marker 1 is; marker 2 is"},
	{"：一就读书；二就看报", ""},
	{"：一要读书；二要看报", "marker 1 is; marker 2 is"},
	{"第二，天气；第三，交通", "marker 2 nth; marker 3 nth"},
	{"其一，人多；其二，地少", "marker 1 qi; marker 2 qi"},
	{"近百名党员", "cardinal 100 unit=名 noun=党员 ~"},
	{"約50人", "cardinal 50 unit=人 ~"},
	{"大约三十个", "cardinal 30 unit=个 ~"},
	{"超过200人", "cardinal 200 unit=人 >"},
	{"逾百人", "cardinal 100 unit=人 ~ >"},
	{"上千名", "cardinal 1000 unit=名 ~"},
	{"不足10人", "cardinal 10 unit=人 <"},
	{"至少3个", "cardinal 3 unit=个 >"},
	{"不超過5天", "cardinal 5 unit=天 <"},
	{"100多名", "cardinal 100 unit=名 ~"},
	{"三十余人", "cardinal 30 unit=人 ~"},
	{"十來個", "cardinal 10 unit=個 ~"},
	{"50人左右", "cardinal 50 unit=人 noun=左右 ~"},
	{"18岁以上", "cardinal 18 unit=岁 >"},
	{"10人以下", "cardinal 10 unit=人 <"},
	{"十几天", "cardinal ? unit=天 ~"},
	{"几十万人", "cardinal ? unit=人 ~"},
	{"數百家企業", "cardinal ? unit=家 noun=企業 ~"},
	{"三四十个", "cardinal ? unit=个 ~"},
	{"三五个人", "cardinal ? unit=个 noun=人 ~"},
	{"五六百米", "cardinal ? unit=米 ~"},
	{"几个人", "cardinal ? unit=个 noun=人 ~"},
	{"30～20岁", "cardinal 30 from; cardinal 20 unit=岁 to"},
	{"3—5万元", "cardinal 3 from; cardinal 50000 unit=元 to"},
	{"20-25℃", "cardinal 20 from; cardinal 25 unit=℃ to"},
	{"3.5-4.2%", "cardinal 35e-1 from; cardinal 42e-1/100 unit=% to"},
	{"5到10人", "cardinal 5 from; cardinal 10 unit=人 to"},
	{"三至五人", "cardinal 3 from; cardinal 5 unit=人 to"},
	{"一到三層", "cardinal 1 from; cardinal 3 unit=層 to"},
	{"22:00—6:00", "time 220000 from; time 60000 to"},
	{"0376676—00376700", "code ? from; code ? to"},
	{"MC00001—MC003000", "code ? from; code ? to"},
	{"第48—42頁", "ordinal 48 from; cardinal 42 unit=頁 to"},
	{"1998—99年", "cardinal 1998 from; cardinal 99 unit=年 to"},
	{"-4至-2℃", "cardinal -4 minus from; cardinal -2 unit=℃ minus to"},
	{"零下5度", "cardinal -5 unit=度 minus"},
	{"0376676---00376700", "code ? from; code ? to"},
	{"每组4人", "cardinal 4 unit=人 each"},
	{"各3個社區", "cardinal 3 unit=個 noun=社區 each"},
	{"“五个一”活动", "slogan 5 noun=个一"},
	{"“三查”制度", "slogan 3 noun=查"},
	{"「四不」守則", "slogan 4 noun=不"},
	{"把好“四道关卡”", "cardinal 4 unit=道 noun=关卡"},
	{"四大主题区", "cardinal 4 unit=大 noun=主题区"},
	{"三大类", "cardinal 3 unit=大类"},
	{"四大名著", "cardinal 4 unit=大 noun=名著"},
	{"三个百分点", "cardinal 3 unit=个百分点"},
	{"5个工作日", "cardinal 5 unit=个工作日"},
	{"两国", "cardinal 2 unit=国"},
	{"三地", "cardinal 3 unit=地"},
	{"五省二市", "cardinal 5 unit=省; cardinal 2 unit=市"},
	{"90 分鐘", "cardinal 90 unit=分鐘"},
	{"900 公克", "cardinal 900 unit=公克"},
	{"四川", ""},
	{"统一部署", ""},
	{"三心二意", ""},
	{"万一出事", ""},
	{"百姓安居", ""},
	{"千万别去", ""},
	{"千萬不要", ""},
	{"十分重要", ""},
	{"第一时间到场", ""},
	{"第三方机构", ""},
	{"第一书记", ""},
	{"一起去", ""},
	{"一些人", ""},
	{"一定要去", ""},
	{"唯一的办法", ""},
	{"五四运动", ""},
	{"双十一", ""},
	{"“一二·九”运动", ""},
	{"三角洲", ""},
	{"四面八方", ""},
	{"三门峡市", ""},
	{"五台山", ""},
	{"两岸关系", ""},
	{"一年四季", ""},
	{"百货大楼", ""},
	{"三三两两", ""},
	{"不三不四", ""},
	{"星期三", ""},
	{"为期三天", "cardinal 3 unit=天"},
	{"周三下午", ""},
	{"每周三次", "cardinal 3 unit=次 each"},
	{"初三学生", ""},
	{"张三和李四", ""},
	{"半径", ""},
	{"半島", ""},
	{"十九大报告", ""},
	{"万里长城", ""},
	{"一、二年级", "ordinal 2 unit=年级"},
	{"二、三产业", ""},
	{"三、四年級", "ordinal 4 unit=年級"},
	{"三到三不漏", ""},
	{"三名字", ""},
	{"三公里", "cardinal 3 unit=公里"},
	{"二百五", "cardinal 250"},
	{"五五开", ""},
	{"十分钟", "cardinal 10 unit=分钟"},
	{"四周年", "cardinal 4 unit=周年"},
	{"两岸三地", ""},
	{"15元/吨", "cardinal 15 unit=元/吨"},
	{"3个/人", "cardinal 3 unit=个/人"},
	{"2,800-3,000元", "cardinal 2800 from; cardinal 3000 unit=元 to"},
	{"3.5", "cardinal 35e-1"},
	{"3.5-4.2", "cardinal 35e-1 from; cardinal 42e-1 to"},
	{"3.5kg", "cardinal 35e-1 unit=kg"},
	{"3.5x", "code ?"},
	{"3．5-4", "cardinal 35e-1 from; cardinal 4 to"},
	{"000000000000000000001", "code ?"},
	{"1234567890123456789012345元", "cardinal ? unit=元"},
	{"农历的八月", "date 800 other"},
	{"旧历年八月", "date 800 other"},
	{"今年八月", "date 800"},
	{"元旦各三人", "cardinal 3 unit=人 each"},
	{"各地元旦的下午三人", "cardinal 3 unit=人"},
	{"3%和①", "cardinal 3/100 unit=%; marker 1 circled"},
};

START_TEST(expression)
{
	const struct article *article = test_article(expressions[_i].text);
	ck_assert_msg(strcmp(figures_text(article), expressions[_i].figures) == 0, "%s: %s, not %s", expressions[_i].text, figures_text(article), expressions[_i].figures);
}
END_TEST

/*
 * Spans lie in the text, are ordered, do not overlap, and hold their parts. Nothing is asserted that holds: Check writes each
 * assertion to a file, and there are millions.
 */
static void check_order(const struct article *article)
{
	uint32_t last = article->begin;
	for (uint32_t i = 0; i < article->figure_count; i++) {
		const struct figure *figure = &article->figures[i];
		bool in_order = figure->span.begin >= last && figure->span.end > figure->span.begin;
		bool holds_number = figure->number.begin >= figure->span.begin && figure->number.end <= figure->span.end;
		bool inside = figure->span.end <= article->end && figure->noun.end <= article->end;
		if (!in_order || !holds_number || !inside)
			ck_abort_msg("figure %u at [%u, %u)", i, figure->span.begin, figure->span.end);
		last = figure->span.end;
	}
}

START_TEST(order)
{
	char text[4096];
	size_t size = 0;
	for (size_t i = 0; i < sizeof expressions / sizeof *expressions; i++) {
		size_t length = strlen(expressions[i].text);
		if (size + length > sizeof text)
			break;
		memcpy(text + size, expressions[i].text, length);
		size += length;
	}
	check_order(test_article_of((struct str){text, size}));
}
END_TEST

static struct str repeat(const char *piece, size_t times)
{
	size_t length = strlen(piece);
	char *text = arena_alloc_raw(&test_arena, length * times + 1);
	for (size_t i = 0; i < times; i++)
		memcpy(text + i * length, piece, length);
	return (struct str){text, length * times};
}

/* A megabyte of each must come back at once: the suite's time limit is the proof. */
START_TEST(hostile)
{
	static const char *const pieces[] = {"9", "一", "亿", "1,", "1-", "1.2-", "1:", "1/", "A1", "半", "三个", "一是", "“三", "第", "百分之", "十", "1 ", "（一）", "①", "三至", "3—", "五比", "2024年"};
	check_order(test_article_of(repeat(pieces[_i], 1000000 / strlen(pieces[_i]))));
}
END_TEST

START_TEST(too_large)
{
	const struct article *article = test_article_of(repeat("7", 10000));
	ck_assert_uint_eq(article->figure_count, 1);
	ck_assert(!article->figures[0].value.known);
	article = test_article("99999999999999999999元和900亿亿亿元");
	ck_assert(!article->figures[0].value.known);
	ck_assert(article->figures[1].value.known);
}
END_TEST

START_TEST(decimals)
{
	struct decimal tenth = decimal_make(1, -1), fifth = decimal_make(2, -1), large = decimal_make(INT64_MAX, 0);
	int64_t integer;
	ck_assert_int_eq(decimal_compare(decimal_add(tenth, fifth), decimal_make(3, -1)), 0);
	ck_assert_int_eq(decimal_compare(decimal_subtract(tenth, fifth), decimal_make(-1, -1)), 0);
	ck_assert_int_eq(decimal_compare(decimal_multiply(tenth, fifth), decimal_make(2, -2)), 0);
	ck_assert_int_lt(decimal_compare(tenth, fifth), 0);
	ck_assert_int_gt(decimal_compare(decimal_make(1, 40), large), 0);
	ck_assert_int_lt(decimal_compare(decimal_make(-1, 40), large), 0);
	ck_assert_int_lt(decimal_compare(decimal_make(-1, 40), decimal_make(-5, 0)), 0);
	ck_assert(!decimal_add(large, large).known);
	ck_assert(!decimal_multiply(large, decimal_make(3, 0)).known);
	ck_assert(decimal_integer(decimal_make(28, 2), &integer));
	ck_assert_int_eq(integer, 2800);
	ck_assert(!decimal_integer(tenth, &integer));
	ck_assert(!decimal_integer(decimal_make(1, 40), &integer));
	ck_assert_int_eq(decimal_make(2800, 0).mantissa, 28);
}
END_TEST

START_TEST(dates)
{
	const struct article *article = test_article("2024年5月1日，公元前256年，8时30分，下午三点半");
	ck_assert_int_eq(figure_year(&article->figures[0]), 2024);
	ck_assert_int_eq(figure_month(&article->figures[0]), 5);
	ck_assert_int_eq(figure_day(&article->figures[0]), 1);
	ck_assert_int_eq(figure_year(&article->figures[1]), -256);
	ck_assert_int_eq(figure_month(&article->figures[1]), 0);
	ck_assert_int_eq(figure_hour(&article->figures[2]), 8);
	ck_assert_int_eq(figure_minute(&article->figures[2]), 30);
	ck_assert_int_eq(figure_minute(&article->figures[3]), 30);
}
END_TEST

START_TEST(look_up)
{
	const struct article *article = test_article("三项，五项，七项");
	uint32_t end;
	ck_assert_uint_eq(figure_from(article, article->begin), 0);
	ck_assert_uint_eq(figure_from(article, article->begin + 1), 1);
	ck_assert_uint_eq(figure_from(article, article->end), 3);
	ck_assert_int_eq(figure_unit_at(article, article->begin + 1, &end), UNIT_COUNT);
	ck_assert_uint_eq(end, article->begin + 2);
	ck_assert_int_eq(figure_unit_at(article, article->begin, &end), UNIT_NONE);
}
END_TEST

static int compare(const char32_t *a, const char32_t *b)
{
	while (*a && *a == *b)
		a++, b++;
	return (*a > *b) - (*a < *b);
}

START_TEST(tables)
{
	for (uint32_t i = 1; i < figure_unit_count; i++)
		ck_assert_int_lt(compare(figure_units[i - 1].text, figure_units[i].text), 0);
	for (uint32_t i = 1; i < figure_refusal_count; i++)
		ck_assert_int_lt(compare(figure_refusals[i - 1].text, figure_refusals[i].text), 0);
}
END_TEST

static unsigned rows_of(uint32_t code_point)
{
	unsigned hints = 0;
	for (uint32_t i = 0; i < figure_hint_row_count; i++)
		if (code_point && is_among(code_point, figure_hint_rows[i].characters))
			hints |= figure_hint_rows[i].hint;
	return hints;
}

/* The table says what its rows say, of every character. */
START_TEST(hints)
{
	for (uint32_t cp = 0; cp < 0x30000; cp++)
		if (figure_hints(cp) != rows_of(cp))
			ck_abort_msg("U+%04X", (unsigned)cp);
}
END_TEST

/* Every unit is found whole, and none of one character before what makes another word of it. */
START_TEST(units)
{
	for (uint32_t i = 0; i < figure_unit_count; i++) {
		char text[64];
		size_t size = 0;
		for (const char32_t *character = figure_units[i].text; *character; character++)
			size += character_encode(*character, text + size);
		const struct article *article = test_article_of((struct str){text, size});
		uint32_t end = 0;
		if (figure_unit_at(article, article->begin, &end) != figure_units[i].kind || end != article->end)
			ck_abort_msg("%.*s", (int)size, text);
		const char32_t *ending = figure_word_endings(article->cp[article->begin]);
		if (figure_units[i].text[1] || !*ending)
			continue;
		for (; *ending; ending++) {
			char word[64];
			memcpy(word, text, size);
			size_t length = size + character_encode(*ending, word + size);
			article = test_article_of((struct str){word, length});
			bool longer = figure_unit_at(article, article->begin, &end) != UNIT_NONE && end == article->end;
			if (!longer && figure_read_unit(article, article->begin, &end) != UNIT_NONE)
				ck_abort_msg("%.*s", (int)length, word);
		}
	}
}
END_TEST

/* Items with | between them, + for each joint, … where it is open. */
static const char *list_text(const struct article *article, const struct list *list)
{
	struct str out = STR("");
	for (uint32_t i = 0; i < list->count; i++) {
		struct str item = article_text(article, list->items[i], &test_arena);
		out = arena_format(&test_arena, "%.*s%s%.*s", (int)out.size, out.data, i ? "|" : "", (int)item.size, item.data);
	}
	for (uint32_t i = 0; i < list->joints; i++)
		out = arena_format(&test_arena, "%.*s+", (int)out.size, out.data);
	return arena_format(&test_arena, "%.*s%s", (int)out.size, out.data, list->open ? "…" : "").data;
}

static const struct {
	const char *text, *after, *before;
} lists[] = {
	{"甲、乙、丙", "甲|乙|丙", "甲|乙|丙"},
	{"甲、乙和丙", "甲|乙和丙+", "甲|乙和丙+"},
	{"甲、乙、丙等", "甲|乙|丙等…", "甲|乙|丙等…"},
	{"一等奖、三等奖", "一等奖|三等奖", "一等奖|三等奖"},
	{"甲、乙，丙、丁", "甲|乙", "丙|丁"},
	{"甲、乙……", "甲|乙…", NULL},
	{"村（居）、组（甲、乙）、户", "村（居）|组（甲、乙）|户", "村（居）|组（甲、乙）|户"},
	{"《红与黑》《家》、《春》", "《红与黑》|《家》|《春》", "《红与黑》|《家》|《春》"},
	{"“甲、乙”“丙”", "“甲、乙”|“丙”", "“甲、乙”|“丙”"},
	{"「甲」、「乙」", "「甲」|「乙」", "「甲」|「乙」"},
	{"3.5米、1,200米", "3.5米|1,200米", "3.5米|1,200米"},
};

START_TEST(enumeration)
{
	const struct article *article = test_article(lists[_i].text);
	struct list list;
	list_after(article, article->begin, article->end, &list);
	ck_assert_str_eq(list_text(article, &list), lists[_i].after);
	if (!lists[_i].before)
		return;
	list_before(article, article->end, article->begin, &list);
	ck_assert_str_eq(list_text(article, &list), lists[_i].before);
}
END_TEST

START_TEST(long_list)
{
	const struct article *article = test_article_of(repeat("甲、", 1000));
	struct list list;
	list_after(article, article->begin, article->end, &list);
	ck_assert(list.cut);
	list_before(article, article->end, article->begin, &list);
	ck_assert(list.cut);
}
END_TEST

START_TEST(series)
{
	const struct article *article = test_article("一是修路；二是修桥；三是植树。\n一、甲\n二、乙\n四、丁\n一是读书；二是写字。");
	struct series first = series_from(article, 0, article->end);
	ck_assert_uint_eq(first.count, 3);
	ck_assert_int_eq(first.form, FORM_IS);
	ck_assert(!first.broken);
	struct series second = series_from(article, 3, article->end);
	ck_assert_uint_eq(second.count, 2);
	ck_assert_int_eq(second.form, FORM_HAN);
	ck_assert(second.broken);
}
END_TEST

Suite *suite_figure(void)
{
	Suite *suite = suite_create("figure");
	TCase *tcase = tcase_create("figure");
	tcase_add_checked_fixture(tcase, test_open, test_close);
	tcase_set_timeout(tcase, 20);
	tcase_add_loop_test(tcase, expression, 0, sizeof expressions / sizeof *expressions);
	tcase_add_test(tcase, order);
	tcase_add_loop_test(tcase, hostile, 0, 23);
	tcase_add_test(tcase, too_large);
	tcase_add_test(tcase, decimals);
	tcase_add_test(tcase, dates);
	tcase_add_test(tcase, look_up);
	tcase_add_test(tcase, tables);
	tcase_add_test(tcase, hints);
	tcase_add_test(tcase, units);
	tcase_add_loop_test(tcase, enumeration, 0, sizeof lists / sizeof *lists);
	tcase_add_test(tcase, long_list);
	tcase_add_test(tcase, series);
	suite_add_tcase(suite, tcase);
	return suite;
}
