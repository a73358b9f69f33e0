/* run_state: a run while it goes on. Shared by the files run*.c, which take the inputs through threads to filters, fixes and writers. */
#ifndef KANLINT_RUN_STATE_P_H
#define KANLINT_RUN_STATE_P_H

#include <pthread.h>

#include "fix_p.h"
#include "input/walk_p.h"
#include "map_p.h"
#include "outputs_p.h"
#include "progress_p.h"
#include "records_p.h"

/* A stream of records, while pieces of it are on their way. */
struct records {
	const char *path;
	const struct policy *policy;
	bool is_packed;
	size_t failures;                 /* records that could not be linted */
};

/* A file, or a piece of a stream, on its way through the threads. */
struct slot {
	struct result result;
	const char *path;
	struct records *records;         /* of a stream; NULL: a file */
	struct batch batch;
	struct record_results linted;
	bool begins, ends;               /* the first piece of the stream, the last one */
	const char *broken;              /* why the stream has no more pieces, if that is not its end */
	enum { SLOT_FREE, SLOT_WAITING, SLOT_TAKEN, SLOT_DONE } state;
};

struct run {
	const struct cli *cli;
	const struct data *data;
	struct config *config;
	struct filter *filter;
	struct arena *arena;
	struct outputs outputs;
	struct writer_summary summary;
	struct progress progress;
	size_t fixes;                    /* applied */
	size_t fixed_files;
	bool colors_diff;
	bool failing;                    /* a finding at or above fail_on */
	struct map stopped;              /* places of patterns that took too long, and were named */

	struct lint_memory *memory;      /* of the first thread; NULL: it does not lint, but shows progress or reads a stream */
	size_t jobs;
	struct slot *slots;              /* a ring */
	size_t slot_count;
	size_t next;                     /* the slot that a thread takes next */
	size_t submitted;                /* slots that are filled */
	size_t written;                  /* slots that are free again */
	size_t way_bytes, way_most;      /* bytes of the batches in the slots between; no slot is filled while they are more than the most */
	size_t finished, files;          /* files taken to their end, and all */
	bool closing;
	pthread_mutex_t lock;
	pthread_cond_t work, done;
};

/* An input that could not be linted, or with PATH NULL what else went wrong: said on standard error and to every writer. */
void run_fail(struct run *run, const char *path, const char *sentence);

/* How a path is named to the user: standard input by --stdin-filename. */
const char *run_shown_path(const struct run *run, const char *path);

/* What is wrong in files of rules and words: said when they are read, once. */
void run_say_problems(struct run *run);

/*
 * A free slot, with an arena and nothing else; the oldest are finished if there is none, or too much is on its way. Filled, it is submitted
 * to the threads, or only to its turn.
 */
struct slot *run_next_slot(struct run *run);
void run_submit(struct run *run, struct slot *slot, bool ready);

/* Waits for the oldest slot and takes its result to the end; the slot is free then. */
void run_finish_oldest(struct run *run);

/* Reads a stream and submits its pieces. */
void run_submit_stream(struct run *run, const struct walk_entry *entry);

/* Take what threads made of a slot to filters, fixes and writers. */
void run_finish_file(struct run *run, struct slot *slot);
void run_finish_batch(struct run *run, struct slot *slot);

/* --fix and --diff for one file. True: it was fixed, and the findings that stay are those of FIXED. */
bool run_fix(struct run *run, struct result *result, struct result *fixed);

#endif
