/* records: lints the records of a batch, in one thread; what came of them goes on to the filters and writers in order. */
#ifndef KANLINT_RECORDS_P_H
#define KANLINT_RECORDS_P_H

#include "input/batch_p.h"
#include "lint_p.h"
#include "record_p.h"

/* A record: what was found, or why it could not be linted. In the arena of the batch. */
struct record_result {
	struct record record;
	struct lint_unit unit;
	const char *error;                /* why it could not be linted, and where; else NULL */
	uint32_t line, column;
	struct record_result *next;
};

struct record_results {
	struct record_result *first;      /* those that are of interest: with findings or errors, or silenced */
	size_t linted;                    /* records, those without findings too */
};

/* Lints a batch. TEMPLATE says policy, path and what else is the same for all records; its arena gets everything. */
struct record_results records_lint(struct batch *batch, const struct record_names *names, struct result *template, const struct data *data,
	struct lint_memory *memory);

/* What was found in a record, as the filter takes it, put into TEMPLATE, whose arena it lives in. */
void records_restore(struct result *template, const struct lint_unit *unit);

#endif
