/* sarif: the parts of a log. */
#ifndef KANLINT_SARIF_P_H
#define KANLINT_SARIF_P_H

#include <stdio.h>

#include "../check.h"

/* A reportingDescriptor (3.49): what a check is, with its page as help. */
void sarif_write_rule(FILE *out, const struct check *check);

#endif
