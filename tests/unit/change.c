/* change: which figures are the ends of a change, and which its sizes. */
#include <check.h>

#include "../article.h"
#include "../../linter/change.h"

Suite *suite_change(void);

/* FROM>TO SIGN [SIZE SIGN MEASURE]…, one after another. */
static const char *describe(const char *text)
{
	static const char *const measures[] = {"rate", "times", "ratio", "fold", "doublings", "points", "amount"}, *const signs = "-=+";
	const struct article *article = test_article(text);
	struct change_stated change = {0};
	struct str out = STR("");
	while (change_next(article, &change)) {
		struct str from = article_text(article, change.from->span, &test_arena), to = article_text(article, change.to->span, &test_arena);
		out = arena_format(&test_arena, "%.*s%s%.*s>%.*s %c", (int)out.size, out.data, out.size ? "; " : "", (int)from.size, from.data,
			(int)to.size, to.data, signs[change.direction + 1]);
		for (uint32_t i = 0; i < change.size_count; i++) {
			struct str size = article_text(article, change.sizes[i].span, &test_arena);
			out = arena_format(&test_arena, "%.*s [%.*s %c %s]", (int)out.size, out.data, (int)size.size, size.data,
				signs[change.sizes[i].direction + 1], measures[change.sizes[i].measure]);
		}
	}
	return out.size ? out.data : "";
}

static const struct {
	const char *text, *changes;
} changes[] = {
	{"由200家增至300家，增长50%。", "200家>300家 + [50% + rate]"},
	{"從50公噸下降到40公噸，降幅20%。", "50公噸>40公噸 - [20% - rate]"},
	{"从去年的200家增加到今年的300家，增加了100家，增长50%。", "200家>300家 + [100家 + amount] [50% + rate]"},
	{"增长50%，由200家增至300家。", "200家>300家 + [50% + rate]"},
	{"达300家，比上年的200家增长50%。", "200家>300家 = [50% + rate]"},
	{"在200家的基础上增加100家，达到300家。", "200家>300家 = [100家 + amount]"},
	{"去年招生200人，今年招生300人，增长50%。", "200人>300人 = [50% + rate]"},
	{"利润217万元，同比增长8.5%（上年同期为200万元）。", "200万元>217万元 = [8.5% + rate]"},
	{"利润217万元（上年同期：200万元），增长8.5%。", "200万元>217万元 = [8.5% + rate]"},
	{"从200家到300家，增长50%。", "200家>300家 = [50% + rate]"},
	{"产量由1吨增至3吨，增长2倍，是原来的3倍。", "1吨>3吨 + [2倍 + times] [3倍 = ratio]"},
	{"产量由1吨增至4吨，翻了两番。", "1吨>4吨 + [两番 = doublings]"},
	{"产量由1吨增至2吨，实现翻番。", "1吨>2吨 + [翻番 + doublings]"},
	{"占比由5%提高到8%，提高3个百分点。", "5%>8% + [3个百分点 + points]"},
	{"由200家调整为300家。", "200家>300家 ="},
	{"企业由200家增至300家，利润增长50%。", "200家>300家 +"},
	{"由200家和100家增至300家和150家。", ""},
	{"由2015年的200家增至2020年的300家，同比增长5%。", "200家>300家 +"},
	{"由200家增至300家，年均增长5%。", "200家>300家 +"},
	{"由200家增至300人。", ""},
	{"同比增长12%，环比下降3%。", ""},
	{"去年营收200万元，今年利润300万元，增长40%。", ""},
	{"由3.6增至4.2亿元。", ""},
};

/* What makes a number rough does not hide the verb before it, nor does what says of which year it is. */
static const char *const roughs[] = {"约", "約", "近", "超", "超过", "超過", "逾", "不足", "不到", "几乎", "幾乎", "至少", "整整", "足足", "高达",
	"高達", "仅", "僅", "只", "大概", " ", "2020年的", "今年的", "每年"};

START_TEST(rough)
{
	struct str text = arena_format(&test_arena, "由200家增至%s300家。", roughs[_i]);
	const char *found = describe(text.data);
	ck_assert_msg(strstr(found, "300家 +") != NULL, "%s: %s", text.data, found);
}
END_TEST

START_TEST(stated)
{
	const char *found = describe(changes[_i].text);
	ck_assert_msg(strcmp(found, changes[_i].changes) == 0, "%s: %s, not %s", changes[_i].text, found, changes[_i].changes);
}
END_TEST

static enum change_fit fit(const char *text)
{
	const struct article *article = test_article(text);
	struct change_stated change = {0};
	ck_assert(change_next(article, &change));
	ck_assert_uint_gt(change.size_count, 0);
	return change_fits(article, &change, &change.sizes[0], false);
}

START_TEST(fits)
{
	ck_assert_int_eq(fit("由200家增至300家，增长50%。"), CHANGE_FITS);
	ck_assert_int_eq(fit("由200家增至300家，增长40%。"), CHANGE_WRONG);
	ck_assert_int_eq(fit("由2.8万人增至3.5万人，增长24%。"), CHANGE_FITS);
	ck_assert_int_eq(fit("由2.8万人增至3.5万人，增长32%。"), CHANGE_WRONG);
	ck_assert_int_eq(fit("由5%提高到8%，提高4个百分点。"), CHANGE_ROUNDED);
	ck_assert_int_eq(fit("由5%提高到8%，提高6个百分点。"), CHANGE_WRONG);
	ck_assert_int_eq(fit("由99999999999999999家增至999999999999999999家，增长12345.678901%。"), CHANGE_FITS);
}
END_TEST

START_TEST(multiples)
{
	struct span verb;
	const struct article *article = test_article("废水减少了两倍，降到两倍，增长两倍，用放大镜缩小两倍。");
	ck_assert(change_falls_by_multiples(article, &article->figures[0], &verb));
	ck_assert_uint_eq(verb.begin, article->begin + 2);
	for (uint32_t i = 1; i < article->figure_count; i++)
		ck_assert(!change_falls_by_multiples(article, &article->figures[i], &verb));
	article = test_article("增长3倍，达到原来的4倍，增长3倍，比得上4倍");
	ck_assert_ptr_eq(change_restated(article, &article->figures[0]), &article->figures[1]);
	ck_assert_ptr_null(change_restated(article, &article->figures[2]));
}
END_TEST

/* A megabyte of each: the suite's time limit is the proof. */
START_TEST(hostile)
{
	static const char *const pieces[] = {"由1增至2，", "由1家", "增至2家", "增长3倍，", "比1家增2家，", "（上年1家）增长", "的1年", "由1%", "翻",
		"至1", "去年1家，今年2家，增", "增增增", "1年"};
	const char *piece = pieces[_i];
	size_t length = strlen(piece), times = 1000000 / length;
	char *text = arena_alloc_raw(&test_arena, length * times);
	for (size_t i = 0; i < times; i++)
		memcpy(text + i * length, piece, length);
	const struct article *article = test_article_of((struct str){text, length * times});
	struct change_stated change = {0};
	while (change_next(article, &change))
		;
}
END_TEST

Suite *suite_change(void)
{
	Suite *suite = suite_create("change");
	TCase *test = tcase_create("all");
	tcase_add_checked_fixture(test, test_open, test_close);
	tcase_set_timeout(test, 20);
	tcase_add_loop_test(test, rough, 0, sizeof roughs / sizeof *roughs);
	tcase_add_loop_test(test, stated, 0, sizeof changes / sizeof *changes);
	tcase_add_test(test, fits);
	tcase_add_test(test, multiples);
	tcase_add_loop_test(test, hostile, 0, 13);
	suite_add_tcase(suite, test);
	return suite;
}
