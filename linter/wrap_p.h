/* wrap: breaks lines of messages and pages for a terminal, Chinese text and English. */
#ifndef KANLINT_WRAP_P_H
#define KANLINT_WRAP_P_H

#include <stdio.h>

#include "str.h"

struct wrap {
	unsigned cells;     /* width of a line */
	unsigned indent;    /* of every line but the first, which the caller has begun */
	int ambiguous;      /* cells of ambiguous characters */
	const char *margin; /* what further lines begin with, INDENT cells; NULL: spaces */
};

/*
 * Writes TEXT and a newline; AT is the cell that the first line has come to. Lines break at spaces and beside wide characters, but no line begins
 * with a closing mark or ends in an opening one. Styles (ESC [ … m) take no cell. A word wider than the line stands alone.
 */
void wrap_write(FILE *out, struct str text, unsigned at, const struct wrap *wrap);

/* Cells that a text takes on a line of its own. */
unsigned wrap_cells(struct str text, int ambiguous);

/* The text, or as much of its end as fits into CELLS behind an ellipsis. */
void write_end(FILE *out, struct str text, unsigned cells, int ambiguous);

/* Spaces, COUNT of them. */
void write_spaces(FILE *out, unsigned count);

#endif
