/*
 * diagnostic: a finding with its places in the user's file, its severity settled: what filters, fixes and writers see.
 */
#ifndef KANLINT_DIAGNOSTIC_P_H
#define KANLINT_DIAGNOSTIC_P_H

#include "check.h"

/* A place in the file. Columns count from 1. */
struct place {
	size_t byte;             /* offset in source */
	uint32_t line;           /* from 1 */
	uint32_t column;         /* code points */
	uint32_t byte_column;
	uint32_t utf16_column;
	uint32_t display_column; /* terminal cells; tabs go to the next multiple of 8 */
	uint32_t narrow_column;  /* the same where East Asian Ambiguous characters take one cell, not two */
};

struct region {
	struct place begin;
	struct place end;        /* one past the last character */
	const struct region *in_file; /* of a record's text: where it stands in the file. NULL: here */
};

/* Where a region stands in the file that the user has; its bytes count from the beginning of the file, unpacked. */
static inline const struct region *region_in_file(const struct region *region)
{
	return region->in_file ? region->in_file : region;
}

struct related {
	struct region region;
	const char *text;        /* untranslated, with {0} */
	struct str argument;
};

struct edit {
	struct region region;
	struct str replacement;  /* UTF-8 */
};

struct record;

/* What a finding of a rule says of itself. */
struct rule_label {
	struct check_message message;         /* its key is the rule's name */
	const char *full_name;                /* house_rule.NAME */
	uint32_t name;                        /* index of that name: the message of the policy's house_rule */
};

struct diagnostic {
	const char *path;                     /* as named by the user, or found in a folder */
	const struct check *check;
	const struct check_message *message;
	const struct rule_label *rule;        /* of house_rule; its message is the rule's own. Else NULL */
	enum severity severity;
	enum confidence confidence;
	struct region region;
	const struct str *arguments;
	unsigned argument_count;
	const struct related *related;
	uint32_t related_count;
	const struct edit *edits;             /* sorted, not overlapping; none: no fix */
	uint32_t edit_count;
	enum fix_kind fix_kind;
	struct str source;                    /* of the whole file, for writers that show lines; of a record its text */
	const struct record *record;          /* of a stream; NULL: the file is the article */
	size_t skipped;                       /* bytes of the file before source: its byte order mark */
	bool converted;                       /* the file is in another encoding: byte offsets are those of source only */
};

/* The name that it is addressed by: its check's, of a rule house_rule.NAME. */
const char *diagnostic_name(const struct diagnostic *diagnostic);

/* The line on which a place stands, without its newline and the blanks at its ends: what a finding is known by from run to run. */
struct str diagnostic_line(struct str source, struct place place);

/* The message in the user's language with its arguments filled in, personal numbers masked. */
struct str diagnostic_message(const struct diagnostic *diagnostic, struct arena *arena);
struct str related_message(const struct related *related, struct arena *arena);

/* The text of an edit as it has to be written into the file: in a record inside a JSON string. */
struct str edit_in_file(const struct diagnostic *diagnostic, const struct edit *edit, struct arena *arena);

/* Fills {0} {1} … of a text; what is no such place stays as it is. */
struct str text_fill(const char *text, const struct str *arguments, unsigned count, struct arena *arena);

/*
 * Masks the middle of identity numbers (15, 18, Taiwan's and Hong Kong's with their letter), telephone numbers (11; +86 and
 * +886; Taiwan's 09) and bank cards (16 to 19 digits), also full-width or in groups, with * (＊), one for each digit, so
 * that offsets stay. Used wherever text of an article is shown.
 */
struct str mask_personal_numbers(struct str text, struct arena *arena);

/* source[begin, end), masked as what stands round it demands: also where the span holds a part of a number only. */
struct str source_masked(struct str source, size_t begin, size_t end, struct arena *arena);

const char *severity_name(enum severity severity);     /* "note", "warning", "error" */
const char *confidence_name(enum confidence confidence);

#endif
