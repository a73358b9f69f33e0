/*
 * dateline: on which day an article is dated (新华社北京4月16日电, 发布时间：2023-05-06, a line with nothing but a date over or under the
 * text), and which year is meant where a date has none (needs sentences and figures).
 *
 * Both are read once for an article, in the time of its figures; a question is logarithmic. Dates of other calendars, dates before
 * Christ and days that do not exist are taken for neither.
 */
#ifndef KANLINT_DATELINE_H
#define KANLINT_DATELINE_H

#include "figure.h"

enum dateline_kind {
	DATELINE_DISPATCH,   /* 新华社北京4月16日电, 本报5月3日讯, 台北16日電: the day on which it was written */
	DATELINE_PUBLISHED,  /* 发布时间：2023-05-06, in the head or at the end: often a day or two later */
	DATELINE_LINE,       /* a line with little but the date, over the text; a head of a diary's day, too */
	DATELINE_SIGNATURE,  /* the same under the text */
	DATELINE_LEAD,       /* 本报讯（记者 王芳）5月3日，…: the day of what it tells first */
};

struct dateline {
	struct span span;    /* of the date */
	int64_t year;        /* 0: not said, here or in another date line of about the same day */
	int month, day;      /* month 0: only the day is said (16日電) */
	enum dateline_kind kind;
};

/* A year that a date without one takes over. */
struct dateline_year {
	int64_t year;
	struct span place;   /* where the text says it */
	bool certain;        /* nothing else in the article speaks for another year */
};

enum { DATELINE_YEARS = 8 };

struct datelines {
	const struct article *article;
	struct dateline *lines;           /* by position */
	size_t count, capacity;
	uint32_t *dated;                  /* indexes of the figures that say their year and month, or are a year in a title or heading */
	size_t dated_count, dated_capacity;
	int64_t years[DATELINE_YEARS];    /* the different years of these; past the limit nothing is certain */
	uint32_t year_count;              /* DATELINE_YEARS + 1: there are more */
};

/* Reads them all into an arena, which must live as long as they are asked. */
void datelines_read(const struct article *article, struct arena *arena, struct datelines *datelines);

/*
 * The date line that holds at a position: the last one before it that is no signature, else the first signature after it. NULL:
 * the article is not dated.
 */
const struct dateline *dateline_at(const struct datelines *datelines, uint32_t at);

/*
 * The year of a date with month and without year: from a date before it in its sentence, the date line, or the last date before
 * it. False: there is none.
 */
bool dateline_year(const struct datelines *datelines, const struct figure *date, struct dateline_year *year);

/*
 * The days from a date line to the nearest such day: of its year or one beside it; with month 0, of its month or one beside it. False:
 * not known, also where a leap day may lie between.
 */
bool dateline_distance(const struct dateline *line, int month, int day, int *days);

/* A date with all that the text round it adds: the month of a day alone (5月1日至3日, 本月3日) and the year. */
struct dateline_day {
	int64_t year;          /* 0: nothing says it */
	int month, day;        /* month 0: nothing says it */
	struct span month_place, year_place; /* where another date or the date line says them; empty: said here, or not at all */
	bool certain;          /* the year is said here, or carried without a doubt */
	bool joined;           /* the year is said here, or at the other end of its range or list */
};

/* FIGURE: a Gregorian date with a day. Constant time but for the logarithm of a question. */
struct dateline_day dateline_day(const struct datelines *datelines, const struct figure *figure);

/* The date with a month in the same list or range before a date (2024年5月1日、2日和3日, 5月1日（周三）至6月1日); NULL: there is none. */
const struct figure *dateline_leader(const struct article *article, const struct figure *day);

/*
 * The word 今天, 昨日, 明晚 … that names a day: 今天（17日）, 17日（今天）, 今天是4月17日. OFFSET: days from the day of the article. Empty:
 * there is none.
 */
struct span dateline_day_word(const struct article *article, const struct figure *date, int *offset);

#endif
