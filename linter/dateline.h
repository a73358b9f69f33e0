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

/* The days from a date line to a day of its month or, with a month, of its year or one beside it: the nearest such day. False: not known. */
bool dateline_distance(const struct dateline *line, int month, int day, int *days);

#endif
