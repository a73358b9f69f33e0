/* weekday: the words, and the places where they explain a date. */
#include <uchar.h>

#include "calendar.h"
#include "pair.h"
#include "weekday.h"

enum { BRACKET_LONGEST = 24, YEAR_WORD_REACH = 8 };

static const char32_t numerals[] = U"一二三四五六日";

static int number_of(uint32_t code_point)
{
	for (int i = 0; numerals[i]; i++)
		if (numerals[i] == code_point)
			return i + 1;
	return code_point == U'天' ? 7 : 0;
}

bool weekday_at(const struct article *article, uint32_t at, struct weekday *weekday)
{
	static const char *const names[] = {"星期", "礼拜", "禮拜", NULL};
	uint32_t cp = article->cp[at], end;
	if (cp == U'周' || cp == U'週')
		end = at + 1;
	else if ((cp == U'星' || cp == U'礼' || cp == U'禮') && article_starts_any(article, at, names))
		end = at + 2;
	else
		return false;
	int number = number_of(article->cp[end]);
	/* 周一百货, 周三十 */
	if (number == 0 || (number < 7 && article->cls[end + 1] == CLASS_HAN_NUMERAL) || (cp == U'周' && article->cp[end] == U'天'))
		return false;
	*weekday = (struct weekday){{at, end + 1}, number};
	return true;
}

static bool is_open_bracket(uint32_t code_point)
{
	return code_point == U'（' || code_point == '(' || code_point == U'〔' || code_point == U'【' || code_point == '[';
}

/* What may stand after the word, if it is to be of the date: a mark, an hour, a part of the day. */
static bool ends_there(const struct article *article, uint32_t at)
{
	static const char *const words[] = {"上午", "下午", "中午", "凌晨", "晚", "早", "清晨", "傍晚", "夜", "全天", "当天", "當天", "起", "止", NULL};
	if (article->cls[at] == CLASS_DASH || character_is_one_of(article->cp[at], U"至到、和及与與或"))
		return false;
	return !article_is_han(article, at) || article_starts_any(article, at, words);
}

static uint32_t over_this(const struct article *article, uint32_t at)
{
	return at + character_is_one_of(article->cp[at], U"本这這下上");
}

/* （星期三）, （农历三月廿三，星期三）, （三）. The word must fill one of the parts between the marks. */
static bool in_bracket(const struct article *article, uint32_t open, struct weekday *weekday)
{
	const struct pair *pair = pair_opening(article, open);
	if (!pair || pair->close - open > BRACKET_LONGEST)
		return false;
	if (pair->close == open + 2 && number_of(article->cp[open + 1]) > 0 && article->cp[open + 1] != U'天') {
		*weekday = (struct weekday){{open + 1, open + 2}, number_of(article->cp[open + 1])};
		return true;
	}
	uint64_t borders = CLASSES_PAUSE | CLASSES_SPACE | CLASS_BIT(CLASS_INTERPUNCT);
	int found = 0;
	for (uint32_t at = open + 1; at < pair->close; at++) {
		struct weekday other;
		bool begins = at == open + 1 || article_is(article, at - 1, borders);
		if (!weekday_at(article, begins ? over_this(article, at) : at, &other))
			continue;
		if (!begins || !ends_there(article, other.span.end) || found++)
			return false;
		*weekday = other;
		at = other.span.end - 1;
	}
	return found == 1;
}

/* 5月1日，星期三，天晴; but not 5月1日，周三下起了雨. */
static bool after_comma(const struct article *article, uint32_t at, struct weekday *weekday)
{
	return (article->cp[at] == U'，' || article->cp[at] == ',') && weekday_at(article, at + 1 + (article->cp[at + 1] == ' '), weekday) &&
	       (article_is(article, weekday->span.end, CLASSES_PAUSE | CLASS_BIT(CLASS_NEWLINE)) && article->cp[weekday->span.end] != U'、');
}

/* Does the date stand alone in a list of its own: 5月1日、2日（周三、周四）? */
static bool is_listed(const struct article *article, const struct figure *date)
{
	uint32_t before = article->cp[date->span.begin - 1];
	return before == U'、' || character_is_one_of(before, U"和及与與");
}

static bool after_date(const struct article *article, const struct figure *date, struct weekday *weekday)
{
	uint32_t at = date->span.end;
	if (is_open_bracket(article->cp[at]))
		return in_bracket(article, at, weekday);
	uint32_t next = at + (article->cls[at] == CLASS_SPACE);
	if (is_open_bracket(article->cp[next]))
		return in_bracket(article, next, weekday);
	if (weekday_at(article, next, weekday))
		return ends_there(article, weekday->span.end) && !is_listed(article, date);
	return after_comma(article, at, weekday);
}

/* 星期三（5月1日）, 本周三5月1日; 每周三（5月1日除外） is no such. */
static bool before_date(const struct article *article, const struct figure *date, struct weekday *weekday)
{
	uint32_t end = date->span.begin;
	bool bracket = is_open_bracket(article->cp[end - 1]);
	if (bracket) {
		const struct pair *pair = pair_opening(article, end - 1);
		if (!pair || pair->close != date->span.end)
			return false;
	}
	end -= bracket || article->cp[end - 1] == ' ';
	for (uint32_t length = 2; length <= 3; length++) {
		if (!weekday_at(article, end - length, weekday) || weekday->span.end != end)
			continue;
		uint32_t before = article->cp[weekday->span.begin - 1];
		return !character_is_one_of(before, U"每逢个個至到、和及与與") && article->cls[weekday->span.begin - 1] != CLASS_DASH;
	}
	return false;
}

bool weekday_of(const struct article *article, const struct figure *date, struct weekday *weekday)
{
	if (date->kind != FIGURE_DATE || figure_day(date) == 0)
		return false;
	return after_date(article, date, weekday) || before_date(article, date, weekday);
}

static bool fits(const struct dateline_day *day, int64_t year, int weekday)
{
	return calendar_is_day(year, day->month, day->day) && calendar_weekday(year, day->month, day->day) == weekday;
}

/* A year that is carried over is the wrong one if the weekday fits another year of the article. */
static bool fits_another(const struct datelines *datelines, const struct dateline_day *day, int weekday)
{
	uint32_t count = datelines->year_count < DATELINE_YEARS ? datelines->year_count : DATELINE_YEARS;
	for (uint32_t i = 0; i < count; i++)
		if (fits(day, datelines->years[i], weekday))
			return true;
	return !day->certain && (fits(day, day->year - 1, weekday) || fits(day, day->year + 1, weekday));
}

static bool names_other_year(const struct article *article, const struct figure *date)
{
	static const char *const words[] = {"去年", "明年", "来年", "來年", "前年", "次年", "翌年", "后年", "後年", "上年", "往年", "历年", "歷年", NULL};
	uint32_t begin = article_back(article, date->span.begin, YEAR_WORD_REACH);
	return article_holds_any(article, (struct span){begin, date->span.begin}, words);
}

bool weekday_contradicts(const struct datelines *datelines, const struct figure *date, const struct dateline_day *day, int weekday)
{
	if (fits(day, day->year, weekday))
		return false;
	return day->joined || (!fits_another(datelines, day, weekday) && !names_other_year(datelines->article, date));
}

enum { WEEK = 7, ORDINARY_YEAR = 2001 };

/* Where in the week the year would have to begin for the weekday to be right. */
static int beginning(const struct weekday_use *use)
{
	return (int)((calendar_day_number(ORDINARY_YEAR, use->month, use->day) - use->weekday.number) % WEEK);
}

void weekday_vote(struct weekday_votes *votes)
{
	for (size_t i = 0; i < votes->count; i++) {
		const struct weekday_use *use = &votes->uses[i];
		int part = use->month > 2, start = beginning(use);
		votes->all[part]++;
		if (votes->kinds[part][start]++ == 0)
			votes->first[part][start] = use;
	}
}

int weekday_outvoted(const struct article *article, const struct weekday_votes *votes, size_t index, const struct weekday_use **model)
{
	const struct weekday_use *use = &votes->uses[index];
	int part = use->month > 2, best = -1;
	for (int start = 0; start < WEEK; start++)
		if (start != beginning(use) && votes->kinds[part][start] > 0 && (best < 0 || votes->kinds[part][start] > votes->kinds[part][best]))
			best = start;
	if (best < 0)
		return 0;
	size_t against = votes->kinds[part][best];
	*model = votes->first[part][best];
	bool second = against == 1 && votes->all[part] == 2 && *model < use &&
		      article_sentence_at(article, (*model)->date->span.begin) == article_sentence_at(article, use->date->span.begin);
	if (!second && (against < 2 || against * 3 < votes->all[part] * 2))
		return 0;
	int right = (int)((calendar_day_number(ORDINARY_YEAR, use->month, use->day) - best) % WEEK);
	return right == 0 ? WEEK : right;
}
