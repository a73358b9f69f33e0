/* record_read: from a line of a stream to an article's text. */
#ifndef KANLINT_RECORD_READ_P_H
#define KANLINT_RECORD_READ_P_H

#include "../record_p.h"
#include "reader_p.h"

/*
 * Reads the line of a record, whose raw, line, byte and names are set, into an input of plain text; both live as long as ARENA and
 * the line. False with a fault: the place in the line, and a sentence.
 */
bool record_read(struct record *record, struct input *input, struct arena *arena, struct json_fault *fault);

/* What the record says of itself to be silenced: "_kanlint": {"ignore": ["NAME"]}. */
struct directive *record_directives(const struct record *record, struct arena *arena);

#endif
