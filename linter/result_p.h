/* result: what one input came to, on its way from the reader to the writers. */
#ifndef KANLINT_RESULT_P_H
#define KANLINT_RESULT_P_H

#include "config_p.h"
#include "diagnostic_p.h"
#include "input/reader_p.h"
#include "rule_set_p.h"

/* What a result is of: a file of its own; or of a stream its beginning and its end, which have no text, and the records between. */
enum result_part { PART_WHOLE, PART_BEGIN, PART_RECORD, PART_END };

/* Lives in its own arena. */
struct result {
	struct arena arena;
	struct input input;
	const struct policy *policy;
	enum result_part part;
	struct diagnostic *diagnostics;    /* sorted by place; on and confident enough by the policy */
	size_t count;
	struct diagnostic *hidden;         /* if the policy keeps them: of messages that are off, or not confident enough */
	size_t hidden_count;
	const struct check **capped;       /* checks that found more than REPORT_CAP */
	size_t capped_count;
	struct rule_stops stopped;         /* patterns of rules that took too long */
	bool unread;                       /* at the end of a stream: some of its records could not be linted */
	bool failed;                       /* something could not be done: */
	struct error error;
	bool said;                         /* the error was said before: it is of a file that holds for several inputs */
};

#endif
