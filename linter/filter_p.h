/*
 * filter: which diagnostics are shown. After policy and confidence come, in this order: comments in the text, the
 * sidecar file kanlint-ignore.yaml, the baseline, the changed lines.
 */
#ifndef KANLINT_FILTER_P_H
#define KANLINT_FILTER_P_H

#include "result_p.h"

struct filter_options {
	const char *baseline;         /* --baseline FILE */
	const char *write_baseline;   /* --write-baseline FILE */
	bool prune_baseline;          /* --prune-baseline: drop what --baseline no longer needs */
	const char *new_from;         /* --new-from REV: lines changed since a git revision */
	const char *diff_from;        /* --diff-from FILE or "-": lines that a unified diff adds */
};

struct filter;

/* Do the options go together? False with a sentence. */
bool filter_check(const struct filter_options *options, struct error *error);

/* Reads the baseline and the diff of options that go together. NULL with a sentence. */
struct filter *filter_new(const struct filter_options *options, struct config *config, struct arena *arena, struct error *error);

/*
 * Takes out of the diagnostics of one file what is silenced, known or not new, and puts in a note of the engine (check
 * "unused_silencing") for each silencing that silenced nothing. The result fails if the sidecar file is wrong, or if it cannot be
 * told what is new; the findings that were left then stay in it.
 */
void filter_apply(struct filter *filter, struct result *result);

/* Writes the baseline if one was asked for. */
bool filter_finish(struct filter *filter, struct error *error);

#endif
