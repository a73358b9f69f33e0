/* line: what a line of a plain text says of itself, by its shape and its first and last words. */
#ifndef KANLINT_LINE_P_H
#define KANLINT_LINE_P_H

#include "article.h"
#include "marker_p.h"

enum {
	LINE_READ = 100,         /* characters: a longer line is not read through */
	LINE_PROSE = 60,         /* a line as long as this is prose whatever its end */
	LINE_SENTENCE = 15,      /* one that ends a sentence is prose from here */
	LINE_HEADING = 40,       /* no heading is longer */
	LINE_VERSE = 20,         /* characters of a line of verse, at most */
	LINE_CAPTION = 15,       /* a line without a mark, a number or a space: shorter it is a heading */
};

/* What the first words of a line say of it. */
enum {
	OPENS_BYLINE = 1 << 0,
	OPENS_DATE = 1 << 1,
	OPENS_CAPTION = 1 << 2,
	OPENS_SIGNATURE = 1 << 3,
	OPENS_NAVIGATION = 1 << 4,
	OPENS_LINKS = 1 << 5,   /* after it, at the end of an article, come links only */
};

/* A beginning of a line, and what it says of the line. */
struct line_opening {
	const char *text;
	uint8_t opens;
};

/* Sorted by code point: found from the first one. A unit test proves the order. */
extern const struct line_opening line_openings[];
extern const uint32_t line_opening_count;

/* A line of a plain text; what is counted is counted up to LINE_READ characters only. */
struct line {
	uint32_t begin, end;    /* without indent and trailing spaces */
	uint32_t length;
	uint32_t colon;         /* position of the first colon; 0: none */
	uint8_t tabs, pipes, gaps, arrows; /* columns: gaps are two spaces or an ideographic one inside the line */
	uint8_t inner, ends;    /* stops inside; colons do not count as inner ones */
	uint8_t marker;         /* enum marker */
	uint8_t opens;          /* OPENS_... */
	bool full_stop;         /* 。 inside: no heading, no caption */
	bool ends_sentence;     /* as of its paragraph */
	bool prose;
};

/* Reads the line that is this paragraph. */
struct line line_read(const struct article *article, const struct paragraph *paragraph);

/* OPENS_... of the words at a position. */
uint8_t line_openings_at(const struct article *article, uint32_t at);

/* Does the line end as captions do: 摄, 供图? */
bool line_ends_caption(const struct article *article, const struct line *line);

/* Each of these is told from the line alone. */
bool line_is_date(const struct article *article, const struct line *line);
bool line_is_byline(const struct article *article, const struct line *line);
bool line_is_names(const struct article *article, const struct line *line);
bool line_is_navigation(const struct line *line);
bool line_is_caption(const struct article *article, const struct line *line);

#endif
