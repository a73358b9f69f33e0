/* locate: from positions of an article to places in the file. */
#ifndef KANLINT_LOCATE_P_H
#define KANLINT_LOCATE_P_H

#include "diagnostic_p.h"
#include "report_p.h"

struct diagnostics {
	struct diagnostic *items;
	size_t count, capacity;
};

/*
 * Makes diagnostics of the findings of a report and appends them; they live as long as ARENA and the report's, but need the article no
 * more. Of places they know the bytes only; severities are those of the messages.
 */
void report_diagnose(const struct report *report, struct diagnostics *diagnostics, struct arena *arena);

/* Sorts diagnostics of one file by place, then by name of check: the order in which they are written. */
void diagnostics_sort(struct diagnostic *diagnostics, size_t count);

/*
 * Fills in lines and columns of all regions of some diagnostics, whose bytes are known: their own, those of related places and
 * of edits. All must be of one source. One walk over it.
 */
void diagnostics_locate(struct diagnostic *diagnostics, size_t count, struct arena *arena);

/* Fills in the lines and columns of places in a source whose bytes are known; sorts the array of pointers. */
void places_fill(struct str source, struct place **places, size_t count);

#endif
