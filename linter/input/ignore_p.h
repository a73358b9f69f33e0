/* ignore: what .gitignore files leave out. */
#ifndef KANLINT_IGNORE_P_H
#define KANLINT_IGNORE_P_H

#include "../arena.h"
#include "../error.h"

struct ignore;

/*
 * The .gitignore of FOLDER (an absolute path), which holds for everything below it, on top of OUTER, those of the folders
 * round it (NULL: none). If there is no such file, OUTER. NULL with a sentence if it cannot be read.
 */
const struct ignore *ignore_read(const char *folder, const struct ignore *outer, struct arena *arena, struct error *error);

/*
 * Those of the folders round FOLDER, from the root of its repository down, without FOLDER's own; an empty one if it is in no
 * repository. NULL with a sentence.
 */
const struct ignore *ignore_outside(const char *folder, struct arena *arena, struct error *error);

/* Is this absolute path left out? The inmost file that says something of it decides, and there the last pattern. */
bool ignore_matches(const struct ignore *ignore, const char *path, bool is_folder);

#endif
