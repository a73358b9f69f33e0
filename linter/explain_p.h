/* explain: what the program says of its checks. */
#ifndef KANLINT_EXPLAIN_P_H
#define KANLINT_EXPLAIN_P_H

#include <stdio.h>

#include "error.h"

/* A table of all checks: name, severity, profiles, summary. */
void explain_list(FILE *out);

/* The page of a check (NAME or NAME.KEY). False with a sentence that names the nearest right name. */
bool explain_check(FILE *out, const char *name, struct error *error);

#endif
