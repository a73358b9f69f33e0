/* outputs: the writers of a run, each on its file. */
#ifndef KANLINT_OUTPUTS_P_H
#define KANLINT_OUTPUTS_P_H

#include "cli_p.h"

struct output {
	const struct writer *writer;
	void *state;
	FILE *file;
	const char *path;   /* NULL: standard output */
};

struct outputs {
	struct output *items;
	size_t count;
};

/*
 * Opens the files that the command line names and begins the writers; --diff has standard output for itself. False with a
 * sentence.
 */
bool outputs_open(struct outputs *outputs, const struct cli *cli, struct arena *arena, struct error *error);

/* Hands a finding, or what could not be done, to every writer. */
void outputs_finding(struct outputs *outputs, const struct diagnostic *diagnostic, struct arena *scratch);
void outputs_failure(struct outputs *outputs, const char *path, const char *sentence);

/*
 * Ends the writers and closes their files. What could not be written is said on standard error and counted as a failure of
 * SUMMARY: a full disk must not look like a clean run.
 */
void outputs_close(struct outputs *outputs, struct writer_summary *summary);

#endif
