/* locate: from positions of an article to places in the file. */
#ifndef KANLINT_LOCATE_P_H
#define KANLINT_LOCATE_P_H

#include "diagnostic_p.h"
#include "report_p.h"

/*
 * Makes diagnostics of the findings of a report, sorted as by diagnostics_sort; they live as long as ARENA and the report's.
 * Severities are those of the messages. Linear in the text, however many findings there are.
 */
struct diagnostic *report_locate(const struct report *report, size_t *count, struct arena *arena);

/* Sorts diagnostics of one file by place, then by name of check: the order in which they are written. */
void diagnostics_sort(struct diagnostic *diagnostics, size_t count);

/*
 * Fills in lines and columns of all regions of some diagnostics, whose bytes are known: their own, those of related places and
 * of edits. All must be of one source. One walk over it.
 */
void diagnostics_locate(struct diagnostic *diagnostics, size_t count, struct arena *arena);

#endif
