/* civil: dates of one calendar, told from codes and from other calendars. */
#include "calendar.h"
#include "civil.h"
#include "pair.h"
#include "reign.h"

enum {
	SOLAR_FROM = 1912,
	JULIAN_UNTIL = 1924,
	LUNAR_LONGEST = 30,
	SURE_DAYS = 28,
	DAYS_HIGHEST = 31,
	MONTHS = 12,
	CODE_FROM = 1900,
	CODE_UNTIL = 2100,
	BRACKET_LONGEST = 24,
	JOINT_LONGEST = 3,
	MOVED_REACH = 12,
};

static bool is_han(const struct figure *date)
{
	return date->style != FIGURE_ARABIC && date->style != FIGURE_MIXED;
}

bool civil_year(const struct article *article, const struct figure *date, int64_t *year)
{
	*year = figure_year(date);
	if (date->flags & FIGURE_OTHER_CALENDAR) {
		const struct reign *reign = *year > 0 ? reign_before(article, date->number.begin) : NULL;
		if (!reign || !reign_is_republic(reign))
			return false;
		*year = reign_year(reign, *year);
	} else if (*year > 0 && *year < 1000) {
		*year = 0;
	}
	return *year >= 0 && (!is_han(date) || *year == 0 || *year >= SOLAR_FROM);
}

/* 2024.5.32 may be a version, and what stands after letters (ISO 8601-2004-13) a number of something. */
static bool may_be_code(const struct article *article, const struct figure *date)
{
	uint32_t last = article->cp[date->span.end - 1], next = article->cp[date->span.end], before = date->span.begin - 1;
	if (!article_is(article, date->span.end - 1, CLASSES_DIGIT))
		/* 2023年5月33号楼 */
		return (last == U'号' || last == U'號') && character_is_one_of(next, U"楼樓线線院门門店铺鋪馆館车車井机機令文房路公件");
	before -= article->cls[before] == CLASS_SPACE;
	bool dotted = article->cp[date->span.begin + 4] == '.';
	return article_is(article, before, CLASSES_LATIN) || article_is(article, date->span.end, CLASSES_LATIN) || figure_year(date) < CODE_FROM ||
	       figure_year(date) > CODE_UNTIL || (dotted && (figure_day(date) > DAYS_HIGHEST || figure_month(date) > MONTHS)) ||
	       character_is_one_of(next, U"版号號-") || character_is_one_of(article->cp[before], U"版号號第-");
}

bool civil_is_suspect(const struct article *article, const struct figure *date)
{
	int month = figure_month(date), day = figure_day(date);
	bool no_day = month > 0 && day == 0 && character_is_one_of(article->cp[date->span.end - 1], U"日号號");
	return (month > MONTHS || day > SURE_DAYS || no_day) && !may_be_code(article, date);
}

bool civil_is_impossible(const struct article *article, const struct figure *date, const struct dateline_day *day)
{
	int64_t year;
	if (day->month > MONTHS)
		return true;
	bool said = civil_year(article, date, &year) && year > 0;
	bool julian = day->month == 2 && day->day == 29 && day->year % 4 == 0 && day->year < JULIAN_UNTIL;
	bool lunar = is_han(date) && !said && day->day <= LUNAR_LONGEST;
	return !calendar_is_day(day->year, day->month, day->day) && !julian && !lunar;
}

const struct figure *civil_range_end(const struct article *article, const struct figure *date)
{
	const struct figure *end = article->figures + article->figure_count, *second = date + 1;
	uint32_t at = date->span.end;
	const struct pair *pair = article_is(article, at, CLASSES_OPENING) ? pair_opening(article, at) : NULL;
	if (pair && pair->close - at <= BRACKET_LONGEST)
		at = pair->close + 1;
	while (second < end && second->span.begin < at)
		second++;
	if (second < end && second->kind == FIGURE_TIME && second->span.begin - at <= JOINT_LONGEST &&
		article_count(article, (struct span){at, second->span.begin}, CLASSES_STOP) == 0)
		at = second++->span.end;
	if (second >= end || second->kind != FIGURE_DATE || second->span.begin - at > JOINT_LONGEST || second->span.begin == at)
		return NULL;
	bool word = character_is_one_of(article->cp[at], U"至到") && at + 1 == second->span.begin;
	bool line = article_skip(article, at, second->span.begin, CLASS_BIT(CLASS_DASH) | CLASSES_SPACE) == second->span.begin &&
		    article_count(article, (struct span){at, second->span.begin}, CLASS_BIT(CLASS_DASH)) > 0;
	return word || line ? second : NULL;
}

static bool is_later(const struct figure *first, const struct figure *second)
{
	int64_t years[2] = {figure_year(first), figure_year(second)};
	int months[2] = {figure_month(first), figure_month(second)}, days[2] = {figure_day(first), figure_day(second)};
	if (months[1] == 0 && years[1] == 0)
		months[1] = months[0];
	if (months[0] == 0 || months[1] == 0 || months[0] > MONTHS || months[1] > MONTHS || (years[1] > 0 && years[0] == 0))
		return false;
	if (years[1] > 0 && years[0] != years[1])
		return years[0] > years[1];
	if (months[0] != months[1])
		return years[1] > 0 && months[0] > months[1];
	return days[0] > 0 && days[1] > 0 && days[0] > days[1];
}

bool civil_runs_backwards(const struct article *article, const struct figure *first, const struct figure *second)
{
	static const char *const moved[] = {"提前", "调整", "調整", "改期", "倒", "逆", "回溯", "追溯", "往前", "提早", NULL};
	unsigned no_order = FIGURE_OTHER_CALENDAR | FIGURE_MINUS;
	if ((first->flags & no_order) || (second->flags & no_order) || !second->value.known || !is_later(first, second) ||
		(is_han(first) && figure_year(first) > 0 && figure_year(first) < SOLAR_FROM))
		return false;
	struct span near = {article_back(article, first->span.begin, MOVED_REACH), article_ahead(article, second->span.end, MOVED_REACH)};
	return !article_holds_any(article, near, moved);
}
