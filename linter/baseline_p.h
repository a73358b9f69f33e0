/*
 * baseline: findings that were there before. A line of the file is
 *
 *	PATH<TAB>CHECK<TAB>HASH<TAB>COUNT<TAB>what the line of the text begins with, for people
 *
 * sorted; HASH is of the text of the line on which the finding begins, without spaces at its ends, so that an entry
 * holds while its line moves and ends when the line changes. PATH is relative to the folder of the baseline; the entries of a file that
 * is gone hold for the files in which their lines are found now, for it may have been renamed.
 */
#ifndef KANLINT_BASELINE_P_H
#define KANLINT_BASELINE_P_H

#include "silence_p.h"

struct baseline;

/* An empty one, to be written to a path. */
struct baseline *baseline_new(const char *path, struct arena *arena);

/* Reads one. NULL with a sentence. */
struct baseline *baseline_read(const char *path, struct arena *arena, struct error *error);

/* Takes out the findings that it knows, each as often as it counts; a file that comes again starts anew. */
void baseline_hide(struct baseline *baseline, struct filtering *filtering);

/* Counts the findings of a file in; a file that comes again replaces its own. */
void baseline_collect(struct baseline *baseline, const struct filtering *filtering);

/*
 * Drops what baseline_hide had no need of: in the files that it was given, where all is known that the check finds there, and in files that
 * are gone. Hidden findings need their lines, too. True if that was anything.
 */
bool baseline_prune(struct baseline *baseline);

bool baseline_write(const struct baseline *baseline, struct error *error);

#endif
