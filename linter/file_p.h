/* file: whole files, read and replaced: configuration, baselines, diffs, what --fix writes. */
#ifndef KANLINT_FILE_P_H
#define KANLINT_FILE_P_H

#include "arena.h"
#include "error.h"

#define FILE_NO_LIMIT ((size_t)1 << 40)

/*
 * Reads a file, "-" standard input, to its end; a NUL follows the bytes. False with "PATH: why", also if there are more
 * bytes than LIMIT.
 */
bool file_read(const char *path, size_t limit, struct str *bytes, struct arena *arena, struct error *error);

/* Does a file hold these bytes and no others? False also if it cannot be read. */
bool file_holds(const char *path, struct str bytes);

/* Reads an open descriptor to its end. False with errno, EFBIG past the limit. */
bool file_read_descriptor(int descriptor, size_t limit, struct str *bytes, struct arena *arena);

/* Writes to an open descriptor, past stdio. False with errno. */
bool file_write_descriptor(int descriptor, struct str bytes);

/*
 * Puts BYTES into a file, whole or not at all: written beside it, brought to the disk, renamed. Mode and owner stay; of a
 * symbolic link the target is replaced. With CREATE a file that is not there is made. False with why, without the path; then
 * the old file is whole.
 */
bool file_replace(const char *path, struct str bytes, bool create, struct error *error);

#endif
