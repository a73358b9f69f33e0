/*
 * batch: a stream in pieces of whole lines, so that threads can share it. A piece is small, unless one line is not.
 */
#ifndef KANLINT_BATCH_P_H
#define KANLINT_BATCH_P_H

#include "stream_p.h"

/* A line longer than RECORD_MAXIMUM bytes is no record: its beginning stands for it. */
enum { RECORD_MAXIMUM = 256 << 20 };

/* A piece has no more lines: what is kept of a record until it is written may be much more than its line. */
enum { BATCH_LINES = 500 };

/* Some lines. They live in the arena of batch_fill. */
struct batch {
	char *bytes;
	size_t size, capacity;
	size_t begin;            /* of the next line in bytes */
	uint32_t line;           /* its number in the stream, from 1 */
	size_t byte;             /* where bytes begin in the stream */
	size_t lines, whole;     /* lines with a newline, and their bytes */
	bool too_long;           /* there is one line, longer than RECORD_MAXIMUM */
};

struct batch_source {
	struct stream *stream;
	struct arena arena;
	char *rest;              /* what the last batch did not take */
	size_t rest_size;
	uint32_t line;
	size_t byte;
	bool skipping;           /* the line that is read is not kept any more */
	bool read_up;            /* the stream has no more bytes, */
	bool ended;              /* and nothing is left of them */
	bool failed;             /* the stream is broken: */
	struct error error;
};

void batch_source_init(struct batch_source *source, struct stream *stream);
void batch_source_release(struct batch_source *source);

/* Fills BATCH with the next lines; there may be none. A broken stream ends with its last whole line and `failed`. */
void batch_fill(struct batch_source *source, struct batch *batch, struct arena *arena);

/* A line of a stream, without the newline. */
struct batch_line {
	struct str text;
	uint32_t number;
	size_t byte;
};

/* The next line that is not blank, or is too long. False: there is none. */
bool batch_next(struct batch *batch, struct batch_line *line);

#endif
