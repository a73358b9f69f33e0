/* lint: one input through reader, layers and checks. */
#ifndef KANLINT_LINT_P_H
#define KANLINT_LINT_P_H

#include "result_p.h"

/* Makes an article of result->input and lints it by result->policy; past its limit of memory that is an error of the result. */
void lint_input(struct result *result, const struct data *data);

#endif
