/*
 * figure_impossible_date: days and hours that the calendar and the clock do not have.
 *
 * 2月30日, 13月5日, 25时 and 8:75 do not exist; 2024年5月1日（星期二） was a Wednesday; 9月18日至9月12日 ends before it begins; under 4月16日电
 * today is no 17日; 上午14时 is no morning; 腊月 has no 三十一; 民國100年 was 2011. One of the two is wrong, and the reader who plans by it
 * comes on the wrong day. 下午15时 only says the afternoon twice (a note, with a fix). In the profile strict also names of years (甲辰年,
 * 光绪二十四年) beside a year that is another one.
 *
 * Passes on purpose: 24时, 29 February without a year, dates of other calendars, dates of stories and slips that somebody quotes, scores
 * and ratios (3:75), lengths of time (32日, 25时30分), hours past 24 in programmes, ranges over the new year, Julian leap days, weekdays
 * before 1912, and whatever needs a year that is not certain.
 * Misses: day without month that is too high alone (32日), Han dates without a year that may be lunar (二月三十日), weekdays of other
 * clauses, reigns older than the Ming but two, 元年.
 */
#include "check.h"

enum {
	MESSAGE_DAY, MESSAGE_LEAP, MESSAGE_MONTH, MESSAGE_HOUR, MESSAGE_MINUTE, MESSAGE_WEEKDAY, MESSAGE_WEEKDAYS, MESSAGE_REVERSED,
	MESSAGE_TODAY, MESSAGE_PERIOD, MESSAGE_TWICE, MESSAGE_LUNAR, MESSAGE_REPUBLIC, MESSAGE_REIGN, MESSAGE_CYCLE,
};

enum { WEEKDAYS_FROM = 1912, JULIAN_UNTIL = 1924, SOLAR_FROM = 1912, LUNAR_LONGEST = 30, DAYS_HIGHEST = 31, LATEST_HOUR = 30 };

enum { YEAR_WORD_REACH = 8, BRACKET_LONGEST = 24, RANGE_REACH = 12 };

/* A date with its weekday, whose year nothing says. */
struct weekday_use {
	const struct figure *date;
	struct weekday weekday;
	int month, day;
};

struct dates {
	struct check_context *context;
	struct datelines lines;
	bool read; /* lines are read when the first question comes */
	struct weekday_use *uses;
	size_t use_count, use_capacity;
};

static const struct datelines *lines_of(struct dates *dates)
{
	if (!dates->read)
		datelines_read(dates->context->article, dates->context->scratch, &dates->lines);
	dates->read = true;
	return &dates->lines;
}

static void add_places(struct finding *finding, const struct dateline_day *day, bool of_year)
{
	if (span_length(day->month_place) > 0)
		finding_note(finding, N_("the month is said here: {0}"), day->month_place);
	if (of_year && span_length(day->year_place) > 0 && day->year_place.begin != day->month_place.begin)
		finding_note(finding, N_("the year is said here: {0}"), day->year_place);
}

static bool is_han(const struct figure *date)
{
	return date->style != FIGURE_ARABIC && date->style != FIGURE_MIXED;
}

/* Can the Gregorian calendar be asked about the date? Of 民國112年 it can; *YEAR is the Gregorian year, 0 if the date has none. */
static bool is_gregorian(const struct article *article, const struct figure *date, int64_t *year)
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
	uint32_t last = article->cp[date->span.end - 1], before = date->span.begin - 1;
	if (!article_is(article, date->span.end - 1, CLASSES_DIGIT))
		/* 2023年5月33号楼 */
		return (last == U'号' || last == U'號') && character_is_one_of(article->cp[date->span.end], "楼樓线線院门門店铺鋪馆館车車井机機令文房路公件");
	before -= article->cls[before] == CLASS_SPACE;
	bool dotted = article->cp[date->span.begin + 4] == '.';
	return article_is(article, before, CLASSES_LATIN) || article_is(article, date->span.end, CLASSES_LATIN) || figure_year(date) < 1900 ||
	       figure_year(date) > 2100 || (dotted && (figure_day(date) > DAYS_HIGHEST || figure_month(date) > 12)) ||
	       character_is_one_of(article->cp[date->span.end], "版号號-") || character_is_one_of(article->cp[before], "版号號第-");
}

static void report_month(struct dates *dates, const struct figure *date)
{
	finding_text(report_add(dates->context->report, MESSAGE_MONTH, date->span), date->span);
}

static void report_day(struct dates *dates, const struct figure *date, const struct dateline_day *day)
{
	bool leap = day->year > 0 && day->month == 2 && day->day == 29;
	struct finding *finding = report_add(dates->context->report, leap ? MESSAGE_LEAP : MESSAGE_DAY, date->span);
	finding_text(finding, date->span);
	finding_number(finding, leap ? day->year : day->month);
	finding_number(finding, calendar_days_in_month(day->year, day->month));
	add_places(finding, day, leap);
	/* The next leap year may be meant. */
	if (leap && span_length(day->year_place) > 0)
		finding_confidence(finding, CONFIDENCE_MEDIUM);
}

/* 二月三十日 without a year may be lunar, but no month of any calendar in use has 四月三十一日. */
static bool is_impossible(const struct figure *date, const struct dateline_day *day, int64_t year)
{
	bool julian = day->month == 2 && day->day == 29 && day->year % 4 == 0 && day->year < JULIAN_UNTIL;
	bool lunar = is_han(date) && year == 0 && day->day <= LUNAR_LONGEST;
	return !calendar_is_day(day->year, day->month, day->day) && !julian && !lunar;
}

static void check_day(struct dates *dates, const struct figure *date)
{
	const struct article *article = dates->context->article;
	bool says_day = figure_day(date) > 0 || (figure_month(date) > 0 && character_is_one_of(article->cp[date->span.end - 1], "日号號"));
	int64_t year;
	if ((!says_day && figure_month(date) <= 12) || !is_gregorian(article, date, &year))
		return;
	struct dateline_day day = {.year = year, .month = figure_month(date), .day = figure_day(date)};
	bool suspect = day.month > 12 || day.day == 0 || day.day > 28;
	if (!suspect || may_be_code(article, date))
		return;
	if (day.month == 0 || (day.year == 0 && day.month == 2 && day.day == 29))
		day = dateline_day(lines_of(dates), date);
	if (!day.certain && year == 0)
		day.year = 0;
	if (day.month == 0 || !is_impossible(date, &day, year) || mention_is_quoted(article, date->span))
		return;
	if (day.month > 12)
		report_month(dates, date);
	else
		report_day(dates, date, &day);
}

/* 腊月三十一, 农历八月三十一; but 腊月三十一家人 is 三十 and 一家人. */
static void check_lunar(struct dates *dates, const struct figure *figure)
{
	static const char *const months[] = {"腊月", "臘月", "正月", "冬月", NULL};
	static const char *const calendars[] = {"农历", "農曆", "阴历", "陰曆", "旧历", "舊曆", "夏历", "夏曆", "闰", "閏", NULL};
	const struct article *article = dates->context->article;
	uint32_t begin = figure->span.begin, end = figure->span.end;
	int64_t day;
	if (figure->kind == FIGURE_DATE) {
		if (figure_day(figure) <= LUNAR_LONGEST || figure_year(figure) != 0 || !article_ends_any(article, begin, calendars))
			return;
	} else if (article->cp[begin - 1] != U'月' || !figure_integer(figure, &day) || day <= LUNAR_LONGEST || day > 99 || !is_han(figure)) {
		return;
	} else {
		bool named = article_ends_any(article, begin, months);
		bool other = figure > article->figures && figure[-1].span.end == begin && (figure[-1].flags & FIGURE_OTHER_CALENDAR);
		if ((!named && !other) || (article_is_han(article, end) && !character_is_one_of(article->cp[end], "日那这這当當")))
			return;
		begin = named ? begin - 2 : figure[-1].span.begin;
	}
	struct span span = {begin, end};
	if (!mention_is_quoted(article, span))
		finding_text(report_add(dates->context->report, MESSAGE_LUNAR, span), span);
}

static void check_clock(struct dates *dates, const struct figure *time)
{
	const struct article *article = dates->context->article;
	int hour, minute;
	if (!clock_is_time(article, time, &hour, &minute))
		return;
	bool late = hour > 24 || (hour == 24 && minute > 0), minutes = minute > 59;
	if ((!late && !minutes) || (!minutes && hour <= LATEST_HOUR && clock_is_late_programme(article, time)) || mention_is_quoted(article, time->span))
		return;
	finding_text(report_add(dates->context->report, minutes ? MESSAGE_MINUTE : MESSAGE_HOUR, time->span), time->span);
}

/* 上午14时 and 下午15时 */
static void check_period(struct dates *dates, const struct figure *time)
{
	const struct article *article = dates->context->article;
	struct span period = clock_period_before(article, time->span.begin);
	enum clock_fit fit = clock_period_fit(article, period, figure_hour(time));
	struct span span = {period.begin, time->span.end};
	if (fit == CLOCK_FITS || mention_is_quoted(article, span))
		return;
	struct finding *finding = report_add(dates->context->report, fit == CLOCK_TWICE ? MESSAGE_TWICE : MESSAGE_PERIOD, span);
	finding_text(finding, span);
	finding_text(finding, fit == CLOCK_TWICE ? time->span : period);
	if (fit == CLOCK_TWICE)
		finding_fix(finding, FIX_SAFE, (struct span){period.begin, time->span.begin}, "");
	else
		finding_number(finding, figure_hour(time));
}

/* 今天（17日） under 4月16日电. What was published later may tell of yesterday as today. */
static void check_today(struct dates *dates, const struct figure *date)
{
	const struct article *article = dates->context->article;
	int offset = 0, days;
	struct span word = dateline_day_word(article, date, &offset);
	if (span_length(word) == 0 || (date->flags & FIGURE_OTHER_CALENDAR) || pair_around(article, date->span.begin, PAIRS_QUOTE))
		return;
	const struct dateline *line = dateline_at(lines_of(dates), word.begin);
	if (!line || line->kind == DATELINE_LEAD || line->span.begin == date->span.begin)
		return;
	if (!dateline_distance(line, figure_month(date), figure_day(date), &days) || days == offset)
		return;
	struct finding *finding = report_add(dates->context->report, MESSAGE_TODAY, date->span);
	finding_text(finding, word);
	finding_text(finding, date->span);
	finding_note(finding, N_("the article is dated here: {0}"), line->span);
	if (line->kind != DATELINE_DISPATCH && line->kind != DATELINE_SIGNATURE)
		finding_confidence(finding, CONFIDENCE_MEDIUM);
}

/* The weekday as the text writes it: 星期三 where it has 星期二. */
static void add_weekday(struct finding *finding, const struct article *article, const struct weekday *weekday, int right)
{
	static const uint32_t names[] = {0, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x65E5}; /* 一 to 六, 日 */
	uint32_t text[3], length = span_length(weekday->span);
	for (uint32_t i = 0; i < length && i < 3; i++)
		text[i] = article->cp[weekday->span.begin + i];
	text[length - 1] = names[right];
	finding_characters(finding, text, length);
}

static const char *const weekday_notes[] = {NULL, N_("{0} is a Monday"), N_("{0} is a Tuesday"), N_("{0} is a Wednesday"), N_("{0} is a Thursday"),
	N_("{0} is a Friday"), N_("{0} is a Saturday"), N_("{0} is a Sunday")};

static bool fits(const struct dateline_day *day, int64_t year, int weekday)
{
	return calendar_is_day(year, day->month, day->day) && calendar_weekday(year, day->month, day->day) == weekday;
}

/* A year that is carried over is the wrong one if the weekday fits another year of the article. */
static bool fits_another(struct dates *dates, const struct dateline_day *day, int weekday)
{
	const struct datelines *lines = lines_of(dates);
	uint32_t count = lines->year_count < DATELINE_YEARS ? lines->year_count : DATELINE_YEARS;
	for (uint32_t i = 0; i < count; i++)
		if (fits(day, lines->years[i], weekday))
			return true;
	return !day->certain && (fits(day, day->year - 1, weekday) || fits(day, day->year + 1, weekday));
}

/* 去年, 明年 and 次年 before the date: its year is another one. */
static bool names_other_year(const struct article *article, const struct figure *date)
{
	static const char *const words[] = {"去年", "明年", "来年", "來年", "前年", "次年", "翌年", "后年", "後年", "上年", "往年", "历年", "歷年", NULL};
	uint32_t begin = article_back(article, date->span.begin, YEAR_WORD_REACH);
	return article_holds_any(article, (struct span){begin, date->span.begin}, words);
}

static void check_weekday(struct dates *dates, const struct figure *date)
{
	const struct article *article = dates->context->article;
	struct weekday weekday;
	int64_t year;
	if (!weekday_of(article, date, &weekday) || !is_gregorian(article, date, &year))
		return;
	struct dateline_day day = dateline_day(lines_of(dates), date);
	if (year > 0) {
		day.year = year;
		day.certain = day.joined = true;
	}
	if (day.month == 0 || !calendar_is_day(day.year, day.month, day.day) || mention_is_quoted(article, date->span))
		return;
	if (day.year == 0) {
		ARENA_PUSH(dates->context->scratch, dates->uses, dates->use_count, dates->use_capacity,
			(struct weekday_use){date, weekday, day.month, day.day});
		return;
	}
	int right = calendar_weekday(day.year, day.month, day.day);
	if (day.year < WEEKDAYS_FROM || right == weekday.number)
		return;
	if (!day.joined && (fits_another(dates, &day, weekday.number) || names_other_year(article, date)))
		return;
	struct finding *finding = report_add(dates->context->report, MESSAGE_WEEKDAY, weekday.span);
	finding_text(finding, weekday.span);
	finding_text(finding, date->span);
	add_weekday(finding, article, &weekday, right);
	finding_note(finding, weekday_notes[right], date->span);
	add_places(finding, &day, true);
	if (!day.certain)
		finding_confidence(finding, CONFIDENCE_MEDIUM);
}

/* Where in the week an ordinary year would have to begin for the weekday to be right. January and February have their own answer. */
static int beginning(const struct weekday_use *use)
{
	return (int)((calendar_day_number(2001, use->month, use->day) - use->weekday.number) % 7);
}

/* Dates without a year must at least agree with one another: the one that differs from all others is reported. */
static void check_uses(struct dates *dates)
{
	size_t count[2][7] = {{0}}, all[2] = {0};
	const struct weekday_use *first[2][7] = {{NULL}};
	for (size_t i = 0; i < dates->use_count; i++) {
		const struct weekday_use *use = &dates->uses[i];
		int part = use->month > 2, start = beginning(use);
		all[part]++;
		if (count[part][start]++ == 0)
			first[part][start] = use;
	}
	for (size_t i = 0; i < dates->use_count; i++) {
		const struct weekday_use *use = &dates->uses[i];
		int part = use->month > 2, start = beginning(use), best = start;
		for (int other = 0; other < 7; other++)
			if (count[part][other] > 0 && other != start && (best == start || count[part][other] > count[part][best]))
				best = other;
		size_t against = best == start ? 0 : count[part][best];
		/* Two that disagree: the second, if one sentence holds both. */
		const struct weekday_use *model = first[part][best];
		bool pair = against == 1 && all[part] == 2 && model < use &&
			    article_sentence_at(dates->context->article, model->date->span.begin) ==
				    article_sentence_at(dates->context->article, use->date->span.begin);
		if (!pair && (against < 2 || against * 3 < all[part] * 2))
			continue;
		int right = (int)((calendar_day_number(2001, use->month, use->day) - best) % 7);
		struct finding *finding = report_add(dates->context->report, MESSAGE_WEEKDAYS, use->weekday.span);
		finding_text(finding, use->weekday.span);
		add_weekday(finding, dates->context->article, &use->weekday, right == 0 ? 7 : right);
		finding_note(finding, N_("the other date is here: {0}"),
			(struct span){model->date->span.begin, model->date->span.end});
	}
}

/* The other end of a range that begins with a date: brackets and hours may stand between. */
static const struct figure *range_end(const struct article *article, const struct figure *date)
{
	const struct figure *end = article->figures + article->figure_count, *second = date + 1;
	uint32_t at = date->span.end;
	const struct pair *pair = pair_opening(article, at);
	if (pair && pair->close - at <= BRACKET_LONGEST)
		at = pair->close + 1;
	while (second < end && second->span.begin < at)
		second++;
	if (second < end && second->kind == FIGURE_TIME && second->span.begin - at <= 3 && article_count(article, (struct span){at, second->span.begin}, CLASSES_STOP) == 0)
		at = second++->span.end;
	if (second >= end || second->kind != FIGURE_DATE || second->span.begin - at > 3 || second->span.begin == at)
		return NULL;
	bool word = character_is_one_of(article->cp[at], "至到") && at + 1 == second->span.begin;
	return word || article_skip(article, at, second->span.begin, CLASS_BIT(CLASS_DASH) | CLASSES_SPACE) == second->span.begin ? second : NULL;
}

static bool is_backwards(const struct figure *first, const struct figure *second)
{
	int64_t years[2] = {figure_year(first), figure_year(second)};
	int months[2] = {figure_month(first), figure_month(second)}, days[2] = {figure_day(first), figure_day(second)};
	if (months[1] == 0 && years[1] == 0)
		months[1] = months[0];
	if (months[0] == 0 || months[1] == 0 || months[0] > 12 || months[1] > 12 || (years[1] > 0 && years[0] == 0))
		return false;
	if (years[1] > 0 && years[0] != years[1])
		return years[0] > years[1];
	if (months[0] != months[1])
		return years[1] > 0 && months[0] > months[1];
	return days[0] > 0 && days[1] > 0 && days[0] > days[1];
}

static void check_range(struct dates *dates, const struct figure *first)
{
	static const char *const moved[] = {"提前", "调整", "調整", "改期", "倒", "逆", "回溯", "追溯", "往前", "提早", NULL};
	const struct article *article = dates->context->article;
	unsigned no_order = FIGURE_OTHER_CALENDAR | FIGURE_MINUS;
	const struct figure *second = (first->flags & no_order) || figure_month(first) == 0 ? NULL : range_end(article, first);
	if (!second || (second->flags & no_order) || !second->value.known || !is_backwards(first, second))
		return;
	struct span span = {first->span.begin, second->span.end};
	struct span near = {article_back(article, span.begin, RANGE_REACH), article_ahead(article, span.end, RANGE_REACH)};
	if (article_holds_any(article, near, moved) || mention_is_quoted(article, span) || (is_han(first) && figure_year(first) < SOLAR_FROM && figure_year(first) > 0))
		return;
	finding_text(report_add(dates->context->report, MESSAGE_REVERSED, span), span);
}

static void report_name(struct dates *dates, const struct figure *date, const struct reign_name *name)
{
	bool cycle = name->reign == NULL;
	unsigned message = cycle ? MESSAGE_CYCLE : reign_is_republic(name->reign) ? MESSAGE_REPUBLIC : MESSAGE_REIGN;
	struct finding *finding = report_add(dates->context->report, message, date->span);
	finding_text(finding, date->span);
	finding_text(finding, name->span);
	if (cycle) {
		uint32_t right[2];
		sexagenary_name(sexagenary_of_year(figure_year(date)), right);
		finding_characters(finding, right, 2);
	} else {
		finding_number(finding, name->year);
	}
	finding_note(finding, N_("the other name of the year is here: {0}"), name->span);
	/* Its last month, which nobody names, may lie in the next year. */
	if (name->reign && !name->reign->solar && figure_year(date) == name->year + 1)
		finding_confidence(finding, CONFIDENCE_MEDIUM);
}

/* A lunar year ends in January or February of the next one. */
static void check_name(struct dates *dates, const struct figure *date)
{
	const struct article *article = dates->context->article;
	struct reign_name name;
	if (!reign_name_of(article, date, &name))
		return;
	int64_t year = figure_year(date);
	bool month = figure_month(date) > 0;
	bool right = name.reign ? year == name.year || (!name.reign->solar && month && year == name.year + 1)
				: sexagenary_of_year(year) == name.place || (month && sexagenary_of_year(year - 1) == name.place);
	if (!right && !mention_is_quoted(article, date->span))
		report_name(dates, date, &name);
}

static void check_date(struct dates *dates, const struct figure *date)
{
	if (!date->value.known || date->flags & FIGURE_MINUS)
		return;
	check_lunar(dates, date);
	check_day(dates, date);
	check_weekday(dates, date);
	check_today(dates, date);
	check_range(dates, date);
	if (figure_year(date) > 0)
		check_name(dates, date);
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	struct dates dates = {.context = context};
	for (uint32_t i = 0; i < article->figure_count; i++) {
		const struct figure *figure = &article->figures[i];
		if (figure->kind == FIGURE_DATE)
			check_date(&dates, figure);
		else if (figure->kind == FIGURE_TIME || figure->kind == FIGURE_SCORE)
			check_clock(&dates, figure);
		else if (figure->kind == FIGURE_CARDINAL)
			check_lunar(&dates, figure);
		if (figure->kind == FIGURE_TIME)
			check_period(&dates, figure);
	}
	check_uses(&dates);
}

#define USUAL (PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT)

static const struct check_message messages[] = {
	[MESSAGE_DAY] = {"day", N_("“{0}” does not exist: month {1} has {2} days"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_LEAP] = {"leap", N_("“{0}” does not exist: February {1} has {2} days"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_MONTH] = {"month", N_("“{0}” does not exist: a year has 12 months"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_HOUR] = {"hour", N_("“{0}” does not exist: a day ends at 24:00"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_MINUTE] = {"minute", N_("“{0}” does not exist: an hour has 60 minutes"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_WEEKDAY] = {"weekday", N_("“{0}” does not match “{1}”, which is {2}"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_WEEKDAYS] = {"weekdays", N_("“{0}” does not agree with the other dates, by which it is {1}"), SEVERITY_ERROR, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_REVERSED] = {"reversed", N_("“{0}” ends before it begins"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_TODAY] = {"today", N_("“{0}” is not {1} by the date of the article"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_PERIOD] = {"period", N_("“{0}” contradicts itself: {1} does not go with hour {2}"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_TWICE] = {"twice", N_("“{0}” says the afternoon twice, write {1}"), SEVERITY_NOTE, USUAL, CONFIDENCE_HIGH},
	[MESSAGE_LUNAR] = {"lunar", N_("“{0}” does not exist: a lunar month has at most 30 days"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_REPUBLIC] = {"republic", N_("“{0}” is not “{1}”, which is {2} (+ 1911)"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_REIGN] = {"reign", N_("“{0}” is not “{1}”, which is {2}"), SEVERITY_WARNING, PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_CYCLE] = {"cycle", N_("“{0}” is not “{1}”, but {2}"), SEVERITY_WARNING, PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_figure_impossible_date = {
	.struct_size = sizeof(struct check),
	.name = "figure_impossible_date",
	.summary = N_("a date or time that does not exist, or contradicts its weekday or its date line"),
	.needs = NEED_SENTENCES | NEED_PAIRS | NEED_FIGURES,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
