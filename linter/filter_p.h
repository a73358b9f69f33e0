/*
 * filter: which diagnostics are shown. After policy and confidence come, in this order: comments in the text, the
 * sidecar file kanlint-ignore.yaml, the baseline, the changed lines.
 */
#ifndef KANLINT_FILTER_P_H
#define KANLINT_FILTER_P_H

#include "diagnostic_p.h"
#include "input/reader_p.h"

struct config;

struct filter_options {
	const char *baseline;         /* --baseline FILE */
	const char *write_baseline;   /* --write-baseline FILE */
	bool prune_baseline;          /* --prune-baseline: drop what --baseline no longer needs */
	const char *new_from;         /* --new-from REV: lines changed since a git revision */
	const char *diff_from;        /* --diff-from FILE or "-": lines that a unified diff adds */
};

struct filter;

/* Reads the baseline and the diff. NULL with a sentence. */
struct filter *filter_new(const struct filter_options *options, struct config *config, struct arena *arena, struct error *error);

/*
 * Removes what is silenced from the sorted DIAGNOSTICS of one file, and returns how many stay; appends a note of the engine
 * (check "unused_silencing") for each silencing that silenced nothing, so there must be room: it returns a new array.
 * False with a sentence if the sidecar file is wrong.
 */
bool filter_apply(
	struct filter *filter, const struct input *input, struct diagnostic **diagnostics, size_t *count, struct arena *arena, struct error *error);

/* Writes the baseline if one was asked for. */
bool filter_finish(struct filter *filter, struct error *error);

#endif
