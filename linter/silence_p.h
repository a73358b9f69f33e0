/* silence: one file's diagnostics on their way through the filter. */
#ifndef KANLINT_SILENCE_P_H
#define KANLINT_SILENCE_P_H

#include "filter_p.h"
#include "policy_p.h"

/* One file on its way. */
struct filtering {
	const struct input *input;
	const struct policy *policy;
	enum result_part part;
	const struct check_list *list;
	bool narrowed;                  /* config_narrowed */
	struct diagnostic *diagnostics; /* sorted by place */
	size_t count;
	const struct diagnostic *hidden; /* as in struct result; for the baseline */
	size_t hidden_count;
	const struct check *const *capped;
	size_t capped_count;
	bool stopped;             /* patterns of rules took too long */
	bool unread;
	struct diagnostic *notes; /* of unused_silencing */
	size_t note_count, note_capacity;
	struct arena *arena;
};

/* What is counted for a file begins, or ends, with this part of it. */
static inline bool filtering_begins(const struct filtering *filtering)
{
	return filtering->part == PART_WHOLE || filtering->part == PART_BEGIN;
}

static inline bool filtering_ends(const struct filtering *filtering)
{
	return filtering->part == PART_WHOLE || filtering->part == PART_END;
}

/* Is a finding in the file that was linted? Notes on kanlint-ignore.yaml are not. */
static inline bool is_own(const struct filtering *filtering, const struct diagnostic *diagnostic)
{
	return strcmp(diagnostic->path, filtering->input->path) == 0;
}

/* The first four are of comments; UNUSED_OF_RECORD and one of them, of a record's “_kanlint”. */
enum unused_message { UNUSED_ALL, UNUSED_NAME, UNUSED_UNKNOWN, UNUSED_NEAREST, UNUSED_ENTRY, UNUSED_FILE, UNUSED_OF_RECORD };

/* Adds a note on source[begin, end) of a file, with up to two arguments (NULL: none), if the policy has it on. */
void unused_note(struct filtering *filtering, enum unused_message message, const char *path, struct str source, size_t begin, size_t end,
	const char *first, const char *second);

/* Is any of the messages that a name (NULL: all) means on? *ALL: are they all? */
bool name_is_on(const struct filtering *filtering, const char *name, bool *all);

/* Takes out what comments in the text silence. */
void silence_comments(struct filtering *filtering, const struct directive *directives);

struct sidecars;
struct sidecars *sidecars_new(struct config *config, struct arena *arena);

/*
 * Takes out what the file's kanlint-ignore.yaml silences. False with a sentence if that is wrong; *SAID tells that it was given
 * before, for another file.
 */
bool silence_sidecar(struct sidecars *sidecars, struct filtering *filtering, struct error *error, bool *said);

#endif
