/* lint: one input through reader, layers and checks. */
#ifndef KANLINT_LINT_P_H
#define KANLINT_LINT_P_H

#include "config_p.h"
#include "diagnostic_p.h"
#include "input/reader_p.h"

/* What one input came to. Lives in its own arena. */
struct result {
	struct arena arena;
	struct input input;
	const struct policy *policy;
	struct diagnostic *diagnostics;    /* sorted by place; on and confident enough by the policy */
	size_t count;
	const struct check **capped;       /* checks that found more than REPORT_CAP */
	size_t capped_count;
	bool failed;                       /* the input could not be linted: */
	struct error error;
};

/* Makes an article of result->input and lints it; past its limit of memory that is an error of the result. */
void lint_input(struct result *result, const struct policy *policy, const struct data *data);

#endif
