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
	MESSAGE_TODAY, MESSAGE_LATER, MESSAGE_PERIOD, MESSAGE_TWICE, MESSAGE_LUNAR, MESSAGE_REPUBLIC, MESSAGE_REIGN, MESSAGE_CYCLE,
};

enum { WEEKDAYS_FROM = 1912, LUNAR_LONGEST = 30, LATEST_HOUR = 30 };

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

static void check_day(struct dates *dates, const struct figure *date)
{
	const struct article *article = dates->context->article;
	int64_t year;
	if (!civil_is_suspect(article, date) || !civil_year(article, date, &year))
		return;
	struct dateline_day day = {.year = year, .month = figure_month(date), .day = figure_day(date)};
	if (day.month == 0 || (day.year == 0 && day.month == 2 && day.day == 29))
		day = dateline_day(lines_of(dates), date);
	if (year == 0 && !day.certain)
		day.year = 0;
	if (day.month == 0 || !civil_is_impossible(article, date, &day) || mention_is_quoted(article, date->span))
		return;
	if (day.month > 12)
		finding_text(report_add(dates->context->report, MESSAGE_MONTH, date->span), date->span);
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
	} else if (!figure_integer(figure, &day) || day <= LUNAR_LONGEST || figure->style != FIGURE_HAN) {
		return;
	} else {
		bool named = article_ends_any(article, begin, months);
		bool other = figure > article->figures && figure[-1].span.end == begin && (figure[-1].flags & FIGURE_OTHER_CALENDAR);
		if ((!named && !other) || (article_is_han(article, end) && !character_is_one_of(article->cp[end], U"日那这這当當")))
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
	bool right = time->kind == FIGURE_TIME && figure_hour(time) < 24 && figure_minute(time) < 60;
	if (right || !clock_is_time(article, time, &hour, &minute))
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

static void check_weekday(struct dates *dates, const struct figure *date)
{
	const struct article *article = dates->context->article;
	struct weekday weekday;
	int64_t year;
	if (!weekday_of(article, date, &weekday) || !civil_year(article, date, &year))
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
	if (day.year < WEEKDAYS_FROM || !weekday_contradicts(lines_of(dates), date, &day, weekday.number))
		return;
	int right = calendar_weekday(day.year, day.month, day.day);
	struct finding *finding = report_add(dates->context->report, MESSAGE_WEEKDAY, weekday.span);
	finding_text(finding, weekday.span);
	finding_text(finding, date->span);
	add_weekday(finding, article, &weekday, right);
	finding_note(finding, weekday_notes[right], date->span);
	add_places(finding, &day, true);
	if (!day.certain)
		finding_confidence(finding, CONFIDENCE_MEDIUM);
}

/* Dates without a year must at least agree with one another. */
static void check_uses(struct dates *dates)
{
	const struct article *article = dates->context->article;
	struct weekday_votes votes = {.uses = dates->uses, .count = dates->use_count};
	weekday_vote(&votes);
	for (size_t i = 0; i < dates->use_count; i++) {
		const struct weekday_use *use = &dates->uses[i], *model;
		int right = weekday_outvoted(article, &votes, i, &model);
		if (right == 0)
			continue;
		struct finding *finding = report_add(dates->context->report, MESSAGE_WEEKDAYS, use->weekday.span);
		finding_text(finding, use->weekday.span);
		add_weekday(finding, article, &use->weekday, right);
		finding_note(finding, N_("the other date is here: {0}"), model->date->span);
	}
}

/* 记者17日从市政府获悉 under 4月16日电 */
static void check_later(struct dates *dates, const struct figure *date)
{
	static const char *const words[] = {"从", "從", "在", "获悉", "獲悉", "了解", "瞭解", "采访", "採訪", "来到", "來到", NULL};
	const struct article *article = dates->context->article;
	int days;
	if (!character_is_one_of(article->cp[date->span.begin - 1], U"者") || !article_starts_any(article, date->span.end, words))
		return;
	const struct dateline *line = dateline_at(lines_of(dates), date->span.begin);
	if (!line || line->kind != DATELINE_DISPATCH || !dateline_distance(line, figure_month(date), figure_day(date), &days) || days <= 0)
		return;
	struct finding *finding = report_add(dates->context->report, MESSAGE_LATER, date->span);
	finding_text(finding, date->span);
	finding_note(finding, N_("the article is dated here: {0}"), line->span);
}

static void check_range(struct dates *dates, const struct figure *first)
{
	const struct article *article = dates->context->article;
	const struct figure *second = figure_month(first) > 0 ? civil_range_end(article, first) : NULL;
	struct span span = {first->span.begin, second ? second->span.end : 0};
	if (second && civil_runs_backwards(article, first, second) && !mention_is_quoted(article, span))
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
	check_later(dates, date);
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
		else if (figure->kind == FIGURE_CARDINAL && article->cp[figure->span.begin - 1] == U'月')
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
	[MESSAGE_LATER] = {"later", N_("“{0}” is later than the date of the article"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
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
