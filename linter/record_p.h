/*
 * record: one article of a stream. Findings know their places in its own text; writers ask for those in the file.
 */
#ifndef KANLINT_RECORD_P_H
#define KANLINT_RECORD_P_H

#include "diagnostic_p.h"
#include "input/json_scan_p.h"

/* Which members of a record are read; a path as json_scan takes it; empty: none, but the text is one. */
struct record_names {
	const char *text, *title, *id;
};

/* A line of a stream. The input that is made of it has as its text the title, a blank line, and the text; without a title the text. */
struct record {
	const struct record_names *names;
	struct str raw;                   /* the line as it stands in the file, unpacked */
	uint32_t line;                    /* in the file, from 1 */
	size_t byte;                      /* where the line begins in the unpacked file */
	const char *id;                   /* a string, or a number as it stands; NULL: it has none */
	struct json_value title, text, ignored;
	size_t text_begin;                /* where the text's own begins in the input's text; 0: there is no title */
	uint32_t text_line;               /* lines of the input's text before that */
};

/*
 * Tells the regions of some diagnostics, located in the record's text, where they stand in the file, and says that they are of the
 * record. A fix that would change more than one member is taken away.
 */
void record_locate(const struct record *record, struct diagnostic *diagnostics, size_t count, struct arena *arena);

/* The field that holds a place of the input's text: its name, and the place counted in that field alone. */
const char *record_field(const struct record *record, const struct place *place, struct place *own);

/* The same for a region of a diagnostic of a record. One that goes on from the title into the text ends with the title, as in the file. */
const char *record_own_region(const struct diagnostic *diagnostic, const struct region *region, struct place *begin, struct place *end);

/* “ (record ID, NAME LINE:COLUMN)”, for lines that people read; without an id “ (NAME LINE:COLUMN)”. Of a file of its own: empty. */
struct str record_note(const struct record *record, const struct region *region, struct arena *arena);

/* The message, and that note: for formats that have no field for it. */
struct str record_message(const struct diagnostic *diagnostic, struct arena *arena);

#endif
