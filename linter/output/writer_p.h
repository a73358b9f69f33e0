/*
 * writer: an output format. One file a format, found through the table in writer.c; they are given diagnostics in the
 * order of the files and, within a file, of their places.
 */
#ifndef KANLINT_WRITER_P_H
#define KANLINT_WRITER_P_H

#include <stdio.h>

#include "../diagnostic_p.h"
#include "../terminal_p.h"

enum column_unit { COLUMN_CODEPOINT, COLUMN_BYTE, COLUMN_UTF16, COLUMN_DISPLAY };

struct writer_options {
	enum column_unit column_unit;
	bool show_source;
	int ambiguous_width;    /* cells of East Asian Ambiguous characters: 1 or 2; 0 until it is settled */
	bool statistics;        /* counts in place of the findings */
	bool color, hyperlinks;
	unsigned cells;         /* width of the terminal; 0: none */
};

/* A check that found more than REPORT_CAP faults in a file or a record: those past it are not among the findings. */
struct capped {
	const char *path;
	const struct check *check;
	uint32_t line;          /* of the record; 0: it is a file of its own */
};

/* What a whole run came to, for formats that say it. */
struct writer_summary {
	size_t files;           /* linted, streams among them */
	size_t streams, records; /* linted */
	size_t failures;        /* what could not be done: a file or folder not read, a fix or baseline not written */
	size_t findings[3];     /* by severity, shown */
	struct capped *capped;  /* in the order of the files */
	size_t capped_count, capped_capacity;
};

struct writer {
	const char *name;
	const char *summary;    /* one line for --help */
	/* Any of these may be NULL. STATE is what begin returned. */
	void *(*begin)(FILE *out, const struct writer_options *options, struct arena *arena);
	void (*finding)(void *state, const struct diagnostic *diagnostic, struct arena *scratch);
	void (*failure)(void *state, const char *path, const char *message);   /* what could not be done; PATH NULL: no file of its own */
	void (*end)(void *state, const struct writer_summary *summary);
	const struct writer *counting;   /* what takes its place for --statistics; NULL: nothing does */
};

extern const struct writer writer_gcc, writer_json, writer_jsonl, writer_sarif, writer_github, writer_gitlab, writer_checkstyle, writer_rdjsonl,
	writer_junit;

/* What takes the place of gcc, json and jsonl for --statistics. */
extern const struct writer statistics_gcc, statistics_json, statistics_jsonl;

/* The writers, ends in NULL. */
extern const struct writer *const writers[];

const struct writer *writer_find(const char *name);

/* A finding as gcc prints it, without the related places. Columns are code points. */
void write_gcc_line(FILE *out, const struct diagnostic *diagnostic, struct arena *scratch);

/* A string as JSON, with quotes; broken UTF-8 becomes U+FFFD. */
void json_write_string(FILE *out, struct str text);

/* A path or message as one line: control characters as \n \t \033, those that turn the direction of text as \u202E. */
void write_escaped(FILE *out, struct str text);

/* A path as a part of a URI: what is not unreserved in RFC 3986, and no slash, as %XX. */
void write_uri_path(FILE *out, const char *path);

/* Does a terminal show this character as a command, not as a sign? Controls, and what turns the direction of text. */
bool is_terminal_control(uint32_t code_point);

/*
 * The line of a place, cut round it to the terminal's width (to about a hundred cells where there is none), and a second line with ^~~~ under
 * the region. Personal numbers are masked, controls made visible, tabs written as spaces to the next multiple of 8. STYLE is that of region and caret.
 */
void write_excerpt(
	FILE *out, struct str source, const struct region *region, const struct writer_options *options, enum style style, struct arena *scratch);

#endif
