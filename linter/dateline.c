/* dateline: told from what stands before and after a date in its paragraph, and from the paragraph's role. */
#include <stdlib.h>

#include "calendar.h"
#include "dateline.h"

enum {
	OPENING = 40,       /* a dispatch says its day so far into its paragraph at the latest */
	LINE_LONGEST = 30,
	REST_LONGEST = 20,  /* what a line may hold after the date: weekday, hour, weather, source */
	HEAD = 5,           /* paragraphs in which a line of its own dates the article */
	TAIL = 4,
	YEAR_OLDEST = 1900,
	NEAR_DAYS = 100,
	HALF_YEAR = 6,      /* months */
};

static const char *const labels[] = {"发布时间", "发布日期", "发表时间", "发表日期", "发布于", "发表于", "更新时间", "更新日期", "刊发日期", "刊登日期",
	"上传时间", "上传日期", "印发时间", "發布時間", "發布日期", "發佈時間", "發佈日期", "發表時間", "發表日期", "發佈於", "發布於", "更新時間",
	"更新日期", "刊登日期", "上傳時間", "出版日期", "签发日期", "簽發日期", NULL};

/* What may follow the date in a line that dates the text. */
static const char *const tails[] = {"星期", "周", "週", "礼拜", "禮拜", "来源", "來源", "记者", "記者", "作者", "编辑", "編輯", "责", "責", "晴", "阴",
	"陰", "雨", "雪", "多云", "多雲", "上午", "下午", "晚", "于", "於", "发布", "發布", "發佈", "第", NULL};

static bool is_day(const struct figure *figure)
{
	if (figure->kind != FIGURE_DATE || !figure->value.known || figure->flags & (FIGURE_MINUS | FIGURE_OTHER_CALENDAR))
		return false;
	int month = figure_month(figure), day = figure_day(figure);
	return day > 0 && day <= 31 && (month == 0 || calendar_is_day(figure_year(figure), month, day));
}

/* 电 and 讯 end the date line; 电话, 电力 and 讯息 are other words. */
static bool ends_dispatch(const struct article *article, uint32_t at)
{
	static const char *const words[] = {
		"电", "電", "讯", "訊", "专电", "專電", "综合电", "綜合電", "消息", "综合消息", "綜合外電", "综合外电", "报道", "報導", "報道", NULL};
	at += article->cp[at] == ' ';
	if (!article_starts_any(article, at, words))
		return false;
	for (const char *const *word = words; *word; word++)
		if (article_starts(article, at, *word) &&
			!article_is_han(article, at + (uint32_t)strlen(*word) / 3 /* bytes of a Han character */))
			return true;
	return false;
}

static bool is_dispatch(const struct article *article, const struct figure *date, struct span paragraph)
{
	struct span before = {paragraph.begin, date->span.begin};
	return span_length(before) <= OPENING && ends_dispatch(article, date->span.end) &&
	       !article_has(article, CLASS_END_STOP, before) && !(date->flags & (FIGURE_RANGE_BEGIN | FIGURE_RANGE_END));
}

/* 本报讯（记者 王芳 通讯员 李明）5月3日， */
static bool is_lead(const struct article *article, const struct figure *date, struct span paragraph)
{
	uint32_t at = date->span.begin;
	at = article_skip_back(article, at, paragraph.begin, CLASSES_SPACE);
	if (at - paragraph.begin > OPENING)
		return false;
	if (at > paragraph.begin && (article->cp[at - 1] == U'）' || article->cp[at - 1] == ')')) {
		while (at > paragraph.begin && article->cp[at - 1] != U'（' && article->cp[at - 1] != '(')
			at--;
		at -= at > paragraph.begin;
	}
	return at > paragraph.begin && (article->cp[at - 1] == U'讯' || article->cp[at - 1] == U'訊') && at - paragraph.begin <= OPENING / 2;
}

static bool is_published(const struct article *article, const struct figure *date, struct span paragraph)
{
	uint32_t at = article_skip_back(article, date->span.begin, paragraph.begin, CLASSES_SPACE);
	at -= at > paragraph.begin && (article->cp[at - 1] == U'：' || article->cp[at - 1] == ':');
	return article_ends_any(article, article_skip_back(article, at, paragraph.begin, CLASSES_SPACE), labels);
}

/* Is there nothing in the paragraph but the date and what goes with it? */
static bool is_line(const struct article *article, const struct figure *date, struct span paragraph)
{
	if (date->span.begin - paragraph.begin > 1 || paragraph.end - paragraph.begin > LINE_LONGEST + REST_LONGEST)
		return false;
	uint32_t begin = article_skip(article, paragraph.begin, date->span.begin, CLASSES_OPENING);
	uint32_t at = article_skip(article, date->span.end, paragraph.end, CLASSES_SPACE);
	if (begin != date->span.begin || paragraph.end - at > REST_LONGEST || article_has(article, CLASS_END_STOP, paragraph))
		return false;
	if (at >= paragraph.end || article_is(article, at, CLASSES_CLOSING | CLASSES_OPENING | CLASS_BIT(CLASS_DIGIT)))
		return true;
	return article_starts_any(article, at, tails);
}

/* 青山社区居委会 2024年5月1日: who signs and when, in one line. */
static bool ends_signature(const struct figure *date, const struct paragraph *paragraph, struct span text)
{
	return paragraph->role == ROLE_SIGNATURE && date->span.end == text.end && span_length(text) <= LINE_LONGEST;
}

/* TEXT: the paragraph without its blanks. False: the date says nothing of the day of the article. */
static bool tell(const struct article *article, const struct figure *date, uint32_t index, struct span text, enum dateline_kind *kind)
{
	const struct paragraph *paragraph = &article->paragraphs[index];
	bool tail = index + TAIL >= article->paragraph_count && index > 0, head = index < HEAD;
	if (is_dispatch(article, date, text))
		*kind = DATELINE_DISPATCH;
	else if (figure_month(date) == 0)
		return false;
	else if (is_published(article, date, text))
		*kind = DATELINE_PUBLISHED;
	else if (is_lead(article, date, text))
		*kind = DATELINE_LEAD;
	else if (is_line(article, date, text))
		*kind = paragraph->role == ROLE_SIGNATURE || (tail && !head) || (tail && paragraph->role != ROLE_DATE_LINE) ? DATELINE_SIGNATURE
															 : DATELINE_LINE;
	else if (ends_signature(date, paragraph, text))
		*kind = DATELINE_SIGNATURE;
	else if ((paragraph->role == ROLE_DATE_LINE || paragraph->role == ROLE_BYLINE) && head && figure_year(date) >= YEAR_OLDEST &&
		 !article_has(article, CLASS_END_STOP, text))
		*kind = DATELINE_LINE;
	else
		return false;
	return *kind != DATELINE_LINE || head || paragraph->role == ROLE_DATE_LINE || paragraph->role == ROLE_HEADING;
}

static void add_year(struct datelines *datelines, int64_t year)
{
	uint32_t i = 0;
	while (i < datelines->year_count && i < DATELINE_YEARS && datelines->years[i] != year)
		i++;
	if (i < datelines->year_count)
		return;
	if (i < DATELINE_YEARS)
		datelines->years[i] = year;
	datelines->year_count = i + 1;
}

/* Does a figure say the year that the dates after it may be of? A year alone only names one in a title or heading. */
static bool says_year(const struct article *article, const struct figure *figure, uint32_t paragraph)
{
	int64_t year = figure->kind == FIGURE_DATE && figure->value.known ? figure_year(figure) : 0;
	enum role role = article->paragraphs[paragraph].role;
	return year >= YEAR_OLDEST && !(figure->flags & FIGURE_OTHER_CALENDAR) &&
	       (figure_month(figure) > 0 || role == ROLE_TITLE || role == ROLE_HEADING);
}

static bool is_same_time(const struct dateline *a, const struct dateline *b)
{
	int months = a->month > b->month ? a->month - b->month : b->month - a->month;
	return a->month > 0 && b->month > 0 && months <= 1;
}

/* A dispatch without a year takes the one of another line of about the same day. */
static void complete(struct datelines *datelines)
{
	const struct dateline *full = NULL;
	for (size_t i = 0; i < datelines->count && !full; i++)
		if (datelines->lines[i].year && datelines->lines[i].month)
			full = &datelines->lines[i];
	for (size_t i = 0; full && i < datelines->count; i++)
		if (!datelines->lines[i].year && is_same_time(&datelines->lines[i], full) &&
			calendar_is_day(full->year, datelines->lines[i].month, datelines->lines[i].day))
			datelines->lines[i].year = full->year;
}

void datelines_read(const struct article *article, struct arena *arena, struct datelines *datelines)
{
	uint32_t paragraph = 0, trimmed = UINT32_MAX;
	struct span text = {0, 0};
	*datelines = (struct datelines){.article = article};
	for (uint32_t i = 0; i < article->figure_count; i++) {
		const struct figure *figure = &article->figures[i];
		enum dateline_kind kind;
		if (figure->kind != FIGURE_DATE)
			continue;
		while (paragraph + 1 < article->paragraph_count && article->paragraphs[paragraph + 1].span.begin <= figure->span.begin)
			paragraph++;
		if (trimmed != paragraph)
			text = article_trim(article, article->paragraphs[trimmed = paragraph].span);
		if (says_year(article, figure, paragraph)) {
			ARENA_PUSH(arena, datelines->dated, datelines->dated_count, datelines->dated_capacity, i);
			add_year(datelines, figure_year(figure));
		}
		if (is_day(figure) && tell(article, figure, paragraph, text, &kind))
			ARENA_PUSH(arena, datelines->lines, datelines->count, datelines->capacity,
				(struct dateline){figure->span, figure_year(figure), figure_month(figure), figure_day(figure), kind});
	}
	complete(datelines);
}

/* How many lines begin before a position. */
static size_t lines_before(const struct datelines *datelines, uint32_t at)
{
	size_t low = 0, high = datelines->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (datelines->lines[middle].span.begin < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct dateline *dateline_at(const struct datelines *datelines, uint32_t at)
{
	size_t next = lines_before(datelines, at);
	if (next > 0 && datelines->lines[next - 1].kind != DATELINE_SIGNATURE)
		return &datelines->lines[next - 1];
	if (next < datelines->count && datelines->lines[next].kind == DATELINE_SIGNATURE)
		return &datelines->lines[next];
	/* After the signature, a note; before the first line, a title. */
	return next > 0 ? &datelines->lines[next - 1] : next < datelines->count ? &datelines->lines[next] : NULL;
}

/* How many dated figures begin before a position. */
static size_t dated_before(const struct datelines *datelines, uint32_t at)
{
	size_t low = 0, high = datelines->dated_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (datelines->article->figures[datelines->dated[middle]].span.begin < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int ordinal(int month, int day)
{
	return month * 32 + day;
}

/* The date before it in its sentence: 2023年5月1日至5月3日. After December comes perhaps another year. */
static bool year_of_sentence(const struct datelines *datelines, const struct figure *date, size_t before, struct dateline_year *year)
{
	const struct article *article = datelines->article;
	const struct figure *last = before > 0 ? &article->figures[datelines->dated[before - 1]] : NULL;
	if (!last || last->span.begin < article->sentences[article_sentence_at(article, date->span.begin)].span.begin)
		return false;
	const struct dateline *line = dateline_at(datelines, date->span.begin);
	if (line && line->span.begin == last->span.begin)
		return false;
	bool later = ordinal(figure_month(date), figure_day(date)) >= ordinal(figure_month(last), figure_day(last));
	*year = (struct dateline_year){figure_year(last), last->span, later};
	return true;
}

static void take_nearer(int64_t from, int64_t year, int month, int day, int64_t *nearest)
{
	int64_t distance = calendar_is_day(year, month, day) ? calendar_day_number(year, month, day) - from : INT64_MAX;
	if (distance != INT64_MAX && (*nearest == INT64_MAX || llabs(distance) < llabs(*nearest)))
		*nearest = distance;
}

/* INT64_MAX: there is no such day. */
static int64_t distance_in(const struct dateline *line, int64_t base, int month, int day)
{
	int64_t nearest = INT64_MAX, from;
	if (!calendar_is_day(base, line->month, line->day))
		return INT64_MAX;
	from = calendar_day_number(base, line->month, line->day);
	for (int shift = -1; shift <= 1; shift++) {
		int months = line->month - 1 + shift; /* from January of BASE */
		if (month > 0)
			take_nearer(from, base + shift, month, day, &nearest);
		else
			take_nearer(from, base + (months < 0 ? -1 : months / 12), (months + 12) % 12 + 1, day, &nearest);
	}
	return nearest;
}

bool dateline_distance(const struct dateline *line, int month, int day, int *days)
{
	enum { LEAP = 2000, ORDINARY = 2002, FORTNIGHT = 14 };
	if (line->month == 0) {
		*days = day - line->day;
		return month == 0 && abs(*days) <= FORTNIGHT;
	}
	int64_t distance = distance_in(line, line->year ? line->year : LEAP, month, day);
	if (distance == INT64_MAX || (!line->year && distance != distance_in(line, ORDINARY, month, day)))
		return false;
	*days = (int)distance;
	return true;
}

/* The year that brings the date nearest to the day of the article. */
static bool year_of_line(const struct datelines *datelines, const struct figure *date, struct dateline_year *year)
{
	const struct dateline *line = dateline_at(datelines, date->span.begin);
	int days;
	if (!line || !line->year || !line->month || !dateline_distance(line, figure_month(date), figure_day(date) ? figure_day(date) : 1, &days))
		return false;
	int order = ordinal(figure_month(date), figure_day(date)) - ordinal(line->month, line->day);
	int64_t shift = days > 0 && order < 0 ? 1 : days < 0 && order > 0 ? -1 : 0;
	*year = (struct dateline_year){line->year + shift, line->span, abs(days) <= NEAR_DAYS};
	return true;
}

bool dateline_year(const struct datelines *datelines, const struct figure *date, struct dateline_year *year)
{
	size_t before = dated_before(datelines, date->span.begin);
	if (year_of_sentence(datelines, date, before, year) || year_of_line(datelines, date, year))
		return true;
	if (datelines->dated_count == 0)
		return false;
	const struct figure *last = &datelines->article->figures[datelines->dated[before > 0 ? before - 1 : 0]];
	int apart = figure_month(date) - figure_month(last);
	bool near = figure_month(last) == 0 || (apart < HALF_YEAR && apart > -HALF_YEAR);
	*year = (struct dateline_year){figure_year(last), last->span, datelines->year_count == 1 && near};
	return true;
}
