/* fix: edits applied to a file, whole or not at all. */
#ifndef KANLINT_FIX_P_H
#define KANLINT_FIX_P_H

#include <stdio.h>

#include "diagnostic_p.h"

/*
 * The text after all edits of the fixes of KIND or safer; where fixes overlap the first wins. *APPLIED counts fixes.
 * Everything outside an edit's span stays as it was, byte for byte.
 */
struct str fix_apply(struct str source, const struct diagnostic *diagnostics, size_t count, enum fix_kind kind, size_t *applied, struct arena *arena);

/*
 * Puts BYTES into a file that held BEFORE when it was read, as file_replace does; not if somebody has written into it since.
 * False with a sentence without the path; then the old file is whole.
 */
bool fix_write(const char *path, struct str before, struct str bytes, struct error *error);

/* A unified diff of two texts with three lines of context, personal numbers masked. */
struct str fix_diff(const char *path, struct str before, struct str after, struct arena *arena);

/* Writes such a diff, its lines in the colours that git gives them if COLOR is set. */
void fix_diff_write(FILE *out, struct str diff, bool color);

#endif
