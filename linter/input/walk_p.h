/*
 * walk: from the paths of the command line to the files to lint.
 *
 * A path that names a file stands for itself, whatever its ending and even if excluded. A folder stands for the *.txt, *.md
 * and *.markdown in it and below it, sorted by name, without what .gitignore files (from the root of the repository down)
 * and `exclude` of the config name, and without hidden files and folders (.git, editors' lock files). A link to a file
 * is read like the file; a link to a folder is not followed, unless it was named itself. A file that comes up twice,
 * by whatever names, is listed once, under the first. Files of the run itself, its reports and baseline, are no articles: they
 * are left out of folders.
 */
#ifndef KANLINT_WALK_P_H
#define KANLINT_WALK_P_H

#include <sys/types.h>

#include "../arena.h"
#include "../config_p.h"

/* A file to lint, or, where ERROR is set, a path that cannot be followed and the sentence why. */
struct walk_entry {
	const char *path;
	const char *error;
};

/* A file of the run itself. */
struct own_file {
	const char *real;                 /* absolute, without links */
	dev_t device;
	ino_t inode;
	bool written;                     /* the run writes it: it must not be named as an article */
};

struct own_files {
	struct own_file *items;
	size_t count, capacity;
};

/* Adds the regular file that a path, or an open descriptor, names; anything else is passed over. */
void own_files_add(struct own_files *own, const char *path, bool written, struct arena *arena);
void own_files_add_descriptor(struct own_files *own, int descriptor, struct arena *arena);

struct walk {
	const struct walk_entry *entries; /* in the order of the command line */
	size_t count;
	const char *overwritten;          /* a path that was named and is a file that the run writes; NULL: none */
};

/*
 * Follows COUNT paths; none: the current folder, whose files are named without a leading "./". "-" is listed as it is.
 * FORCE_EXCLUDE: `exclude` holds for paths that were named too. OWN may be NULL. What could not be followed is an entry with an error; the
 * rest goes on. Everything is in ARENA.
 */
struct walk walk_paths(
	char *const *paths, size_t count, struct config *config, bool force_exclude, const struct own_files *own, struct arena *arena);

#endif
