/* run: lints files and hands their diagnostics on. */
#ifndef KANLINT_RUN_P_H
#define KANLINT_RUN_P_H

#include "config_p.h"
#include "diagnostic_p.h"
#include "input/reader_p.h"

struct data;

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
	bool said;                         /* the error was said before (a config file's) */
};

/* Runs the checks that are on over one article and settles severities. Used by lint_input, tests and the editor server. */
void lint_article(struct article *article, const struct policy *policy, const struct data *data, struct arena *scratch, struct result *result);

/* Makes an article of result->input and lints it; past MEMORY_LIMIT bytes (0: none) that is an error of the result. */
void lint_input(struct result *result, const struct policy *policy, const struct data *data, size_t memory_limit);

#endif
