/* locate: from positions of an article to places in the file. */
#ifndef KANLINT_LOCATE_P_H
#define KANLINT_LOCATE_P_H

#include "diagnostic_p.h"
#include "report_p.h"

/*
 * Makes diagnostics of the findings of a report, sorted by place, then by name of check. Severities are those of the
 * messages. Linear in the text, however many findings there are.
 */
struct diagnostic *report_locate(const struct report *report, size_t *count, struct arena *arena);

/* Fills in the lines and columns of places whose bytes are known, in one walk; sorts the array of pointers. */
void source_places(struct str source, struct place **places, size_t count);

#endif
