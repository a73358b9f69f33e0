/* changed: which lines of which files are new, from a unified diff or from git. */
#ifndef KANLINT_CHANGED_P_H
#define KANLINT_CHANGED_P_H

#include "arena.h"
#include "error.h"
#include "map_p.h"

struct line_range {
	uint32_t first, last; /* both inclusive */
};

struct changed_file {
	bool whole;                /* every line */
	struct line_range *ranges; /* ascending */
	size_t count, capacity;
};

/* A file that is new as a whole. */
extern const struct changed_file changed_whole;

/*
 * Reads a unified diff (of git or diff -u) and calls ADD for each file that has a new side; its ranges are what the diff adds.
 * NAME is unquoted and has lost its a/ b/; FULL is the name with whatever prefix it had. NAMED is how messages call the diff.
 */
bool patch_read(struct str patch, const char *named, struct arena *arena,
	void (*add)(const char *name, const char *full, struct changed_file *file, void *state), void *state, struct error *error);

/* Runs git in a folder, without a shell; ARGUMENTS end in NULL. True if it ended with 0; else ERROR has what it said. */
bool git_run(const char *folder, const char *const *arguments, struct str *output, struct arena *arena, struct error *error);

/* The top folder of the repository or worktree that an absolute folder is in; NULL: none. */
const char *git_top(const char *folder, struct arena *arena);

/*
 * The commit that a revision of a repository stands for as the begin of changes: where the branch that is checked out left it. A revision that
 * shares no history with that branch is taken itself. *COMMIT NULL: there was nothing before (an unborn branch's HEAD, a name all of
 * zeros). False with a sentence if there is no such revision.
 */
bool revision_base(const char *top, const char *revision, const char **commit, struct arena *arena, struct error *error);

/* The top folder of the repository that this one is a submodule of; NULL: it is none. */
const char *revision_outer(const char *top, struct arena *arena);

/* The commit of a submodule that a commit of its outer repository has recorded; *COMMIT NULL: none. False if the submodule lacks it. */
bool revision_recorded(const char *outer, const char *base, const char *top, const char **commit, struct arena *arena, struct error *error);

struct changed;

/* The lines that a diff (a file or "-") adds. NULL with a sentence. */
struct changed *changed_from_diff(const char *path, struct arena *arena, struct error *error);

/*
 * The lines changed since the current branch left a git revision, committed or not, asked for each repository that a file is in; a file
 * that git does not track is new as a whole. NULL with a sentence if the current folder is in a repository that has no such revision.
 */
struct changed *changed_from_revision(const char *revision, struct arena *arena, struct error *error);

/*
 * What is new in a file; *FILE NULL: nothing. False with a sentence if that cannot be told; *SAID tells that it was given
 * before, for another file of the same repository.
 */
bool changed_in(struct changed *changed, const char *path, const struct changed_file **file, struct arena *scratch, struct error *error, bool *said);

/* Is any of the lines FIRST to LAST new? Logarithmic. */
bool changed_touches(const struct changed_file *file, uint32_t first, uint32_t last);

#endif
