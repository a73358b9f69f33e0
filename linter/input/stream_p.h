/*
 * stream: the bytes of a file or of standard input, one after the other, unpacked if they are gzip or Zstandard. Memory does not grow
 * with the file.
 */
#ifndef KANLINT_STREAM_P_H
#define KANLINT_STREAM_P_H

#include "../arena.h"
#include "../error.h"

struct stream;

/* What to do with a file that another program has to read first. */
#define TRY_THROUGH(command) "try " command " FILE | kanlint --input-format=jsonl -"

/* A file's name without the ending that promises what packs it, .gz or .zst. */
struct str stream_name_unpacked(const char *name);

/*
 * Opens a path, "-" for standard input. What packs it is told from its first bytes; where its name ends in .gz or .zst they must be
 * those. Everything is in ARENA but the unpacker's own memory. NULL with a sentence.
 */
struct stream *stream_open(const char *path, struct arena *arena, struct error *error);

/*
 * Reads SIZE bytes, fewer only at the end; *GOT is how many. False with a sentence if there are no more because the file cannot be
 * read or is broken or cut short; the bytes before that place were read, and *GOT counts them too.
 */
bool stream_read(struct stream *stream, char *bytes, size_t size, size_t *got, struct error *error);

/* Are offsets in the bytes other than those in the file? */
bool stream_is_packed(const struct stream *stream);

/* NULL: does nothing. */
void stream_close(struct stream *stream);

#endif
