/* lint: one input through reader, layers and checks. */
#ifndef KANLINT_LINT_P_H
#define KANLINT_LINT_P_H

#include "locate_p.h"
#include "result_p.h"

/* What linting takes and gives back; kept from one small input to the next. All zero is empty. */
struct lint_memory {
	struct arena units;            /* what lives as long as the inputs that are linted together */
	struct arena article, scratch; /* what lives as long as an article, and as a check runs */
	struct arena words;            /* of a segmentation */
};

void lint_memory_release(struct lint_memory *memory);

/* Makes an article of result->input and lints it by result->policy; past its limit of memory that is an error of the result. */
void lint_input(struct result *result, const struct data *data);

/* An input to be linted with others. */
struct lint_unit {
	struct input input;
	struct arena *arena;               /* for what is found */
	struct diagnostic *diagnostics;    /* these as in struct result */
	size_t count;
	struct diagnostic *hidden;
	size_t hidden_count;
	const struct check **capped;
	size_t capped_count;
	struct rule_stops stopped;
	/* While it is linted: */
	size_t at;                         /* where its next article begins */
	struct article *article;
	struct report report;
	size_t *found;                     /* by each check up to now, and by all rules */
	struct diagnostics list;
	struct report hidden_report;       /* of messages that are off */
	struct diagnostics hidden_list;
};

/*
 * Lints inputs of one policy together, check by check: with small ones most of the time goes into fetching what a check looks up,
 * if every check runs once for each. False with a sentence if they need too much memory; nothing is found then.
 */
bool lint_units(struct lint_memory *memory, struct lint_unit *const *units, size_t count, const struct policy *policy, const struct data *data,
	struct error *error);

/* The input and what was found in it. */
void result_take(struct result *result, const struct lint_unit *unit);

/*
 * Lints results of one policy together, LINT_TOGETHER at most, in memory that the caller keeps. One that needs too much memory has
 * failed, the others have not.
 */
enum { LINT_TOGETHER = 16 };
void lint_inputs(struct lint_memory *memory, struct result *const *results, size_t count, const struct data *data);

#endif
