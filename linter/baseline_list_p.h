/*
 * baseline_list: what a baseline holds. PATH, CHECK and HASH name an entry; see baseline_p.h.
 */
#ifndef KANLINT_BASELINE_LIST_P_H
#define KANLINT_BASELINE_LIST_P_H

#include "map_p.h"

struct policy;

/* A check that some line names. */
struct known_check {
	struct str name;
	bool is_on;   /* by the policy of the file that was linted last, all that it finds is known */
	bool was_off; /* by that of another file it is not */
	struct known_check *next;
};

struct known_line {
	struct str check;
	uint64_t hash;
	size_t count;
	size_t used;      /* by findings that it hides */
	size_t hidden;    /* by findings that are not to show */
	struct str shown; /* beginning of the text, escaped */
	bool was_on;      /* all that its check finds in the file is known */
	const struct known_check *of;
	struct known_line *next;
	struct known_file *file;
	struct known_line *alike; /* the next of this key in another file that is gone */
};

struct known_file {
	const char *name; /* relative to the baseline's folder, not escaped */
	struct known_line *lines, **last;
	struct map by_key; /* check and hash -> line */
	bool linted;
	struct known_file *renamed; /* where lines of this file, which is gone, were found; NULL: nowhere */
};

struct baseline {
	const char *path;
	const char *folder; /* absolute */
	struct map files;   /* by name */
	struct known_file **list;
	size_t count, capacity;
	struct map checks;  /* name -> struct known_check */
	struct known_check *first_check;
	const struct policy *policy; /* that the checks' is_on is of */
	struct map gone; /* key -> lines of files that are gone; made when it is first asked for */
	bool knows_gone, moved;
	struct arena *arena;
};

/* What names an entry in its file. */
struct str known_key(struct str check, uint64_t hash, struct arena *arena);

/* The file of this name, the line of this key in it; made if they are not there. */
struct known_file *known_file_in(struct baseline *baseline, const char *name);
struct known_line *known_line_in(struct baseline *baseline, struct known_file *file, struct str key, struct str check, uint64_t hash);

#endif
