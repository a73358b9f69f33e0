/* progress: one line on standard error that says how far a long run has come; it is erased before anything else is written, and at the end. */
#ifndef KANLINT_PROGRESS_P_H
#define KANLINT_PROGRESS_P_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <time.h>

struct progress {
	bool on;
	bool shown;
	struct timespec next;   /* when it is shown, or written anew (CLOCK_MONOTONIC) */
};

/* WANTED: nobody has said no. Only a terminal that can erase a line has it. */
void progress_init(struct progress *progress, bool wanted);

/* Shows the line if it is time: not within the first second, and ten times a second at most. PATH: what is being linted. */
void progress_show(struct progress *progress, size_t done, size_t all, size_t findings, const char *path);

/* When the line is to be written anew, by CLOCK_MONOTONIC; NULL: never. */
const struct timespec *progress_next(const struct progress *progress);

/* Erases the line before something is written to OUT, if that is a terminal; with stderr, at the end. */
void progress_yield(struct progress *progress, FILE *out);

#endif
