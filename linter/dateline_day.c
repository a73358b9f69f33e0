/* dateline_day: a date in the text round it: lists and ranges, 本月, 今天. */
#include "dateline.h"
#include "pair.h"

enum { LEADERS = 8, BRACKET_LONGEST = 16 };

/* What may stand between two days of a list or range: brackets and a mark or joint. */
static bool is_joined(const struct article *article, uint32_t at, uint32_t end)
{
	const struct pair *pair = at < end ? pair_opening(article, at) : NULL;
	if (pair && pair->close < end && pair->close - at <= BRACKET_LONGEST)
		at = pair->close + 1;
	if (end - at == 1 && character_is_one_of(article->cp[at], U"至到、和及与與"))
		return true;
	return at < end && end - at <= 3 && article_skip(article, at, end, CLASS_BIT(CLASS_DASH) | CLASS_BIT(CLASS_SPACE)) == end;
}

const struct figure *dateline_leader(const struct article *article, const struct figure *day)
{
	for (int steps = 0; steps < LEADERS && day > article->figures; steps++, day--) {
		const struct figure *before = day - 1;
		if (before->kind != FIGURE_DATE || figure_day(before) == 0 || !is_joined(article, before->span.end, day->span.begin))
			return NULL;
		if (figure_month(before) > 0)
			return before->flags & (FIGURE_OTHER_CALENDAR | FIGURE_MINUS) ? NULL : before;
	}
	return NULL;
}

/* The last date with a month in the sentence: 5月1日（周三）开考，3日（周五）结束. */
static const struct figure *month_before(const struct article *article, const struct figure *day)
{
	uint32_t begin = article->sentences[article_sentence_at(article, day->span.begin)].span.begin;
	const struct figure *at = day;
	for (int steps = 0; steps < LEADERS && at > article->figures; steps++) {
		at--;
		if (at->span.begin < begin)
			return NULL;
		if (at->kind == FIGURE_DATE && figure_month(at) > 0)
			return !(at->flags & FIGURE_OTHER_CALENDAR) && figure_day(at) > 0 && figure_day(at) < figure_day(day) ? at : NULL;
	}
	return NULL;
}

static void set_month(const struct datelines *datelines, const struct figure *figure, struct dateline_day *day)
{
	const struct article *article = datelines->article;
	if (article_ends(article, figure->span.begin, "本月")) {
		const struct dateline *line = dateline_at(datelines, figure->span.begin);
		if (line && line->month) {
			day->month = line->month;
			day->month_place = line->span;
		}
		return;
	}
	const struct figure *leader = dateline_leader(article, figure);
	leader = leader ? leader : month_before(article, figure);
	if (leader) {
		day->month = figure_month(leader);
		day->month_place = leader->span;
	}
}

/* 2024年5月1日至6月1日; 2023年12月30日至1月2日 ends in the next year. */
static void set_year(const struct article *article, const struct figure *figure, struct dateline_day *day)
{
	const struct figure *leader = dateline_leader(article, figure);
	for (int steps = 0; leader && figure_year(leader) == 0 && steps < LEADERS; steps++)
		leader = dateline_leader(article, leader);
	if (!leader || figure_year(leader) < 1000 || day->month == 0)
		return;
	day->year = figure_year(leader) + (day->month < figure_month(leader));
	day->year_place = leader->span;
	day->certain = day->joined = true;
}

struct dateline_day dateline_day(const struct datelines *datelines, const struct figure *figure)
{
	struct dateline_day day = {.year = figure_year(figure), .month = figure_month(figure), .day = figure_day(figure)};
	day.certain = day.joined = day.year != 0;
	if (day.month == 0)
		set_month(datelines, figure, &day);
	if (day.year == 0)
		set_year(datelines->article, figure, &day);
	struct dateline_year year;
	struct figure whole = *figure;
	whole.value = decimal_make(day.month * 100 + day.day, 0);
	if (day.year == 0 && day.month > 0 && dateline_year(datelines, &whole, &year)) {
		day.year = year.year;
		day.year_place = year.place;
		day.certain = year.certain;
	}
	return day;
}

static const struct {
	const char *name;
	int offset;
} day_words[] = {
	{"今天", 0}, {"今日", 0}, {"今晨", 0}, {"今早", 0}, {"今晚", 0}, {"昨天", -1}, {"昨日", -1}, {"昨晚", -1}, {"昨夜", -1}, {"前天", -2},
	{"前日", -2}, {"明天", 1}, {"明日", 1}, {"明早", 1}, {"明晨", 1}, {"明晚", 1}, {"后天", 2}, {"後天", 2}, {"后日", 2}, {"後日", 2},
};

/* 大前天 is three days ago; 空前 and 目前日 are no such words. */
static struct span word_ending(const struct article *article, uint32_t end, int *offset)
{
	static const char *const parts[] = {"上午", "下午", "凌晨", "清晨", "中午", "晚上", "晚间", "晚間", "傍晚", "早上", "夜里", "夜裡", NULL};
	end -= article_ends_any(article, end, parts) ? 2 : 0;
	for (size_t i = 0; i < sizeof day_words / sizeof *day_words; i++) {
		if (article_ends(article, end, day_words[i].name) && !character_is_one_of(article->cp[end - 3], U"大目空以先此日午")) {
			*offset = day_words[i].offset;
			return (struct span){end - 2, end};
		}
	}
	return (struct span){end, end};
}

struct span dateline_day_word(const struct article *article, const struct figure *date, int *offset)
{
	uint32_t begin = date->span.begin, before = article->cp[begin - 1], after = article->cp[date->span.end];
	struct span none = {begin, begin};
	bool bracket = before == U'（' || before == '(';
	if (bracket || before == U'是' || (before == U'，' && (after == U'，' || after == U'。')))
		return word_ending(article, begin - 1, offset);
	if (after != U'（' && after != '(')
		return none;
	const struct pair *pair = pair_opening(article, date->span.end);
	struct span word = pair ? word_ending(article, pair->close, offset) : none;
	return span_length(word) > 0 && word.begin == date->span.end + 1 ? word : none;
}
