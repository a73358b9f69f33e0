/* option: the table of options. The command line, --help, the completions of shells and the test of the manual are made from it. */
#ifndef KANLINT_OPTION_P_H
#define KANLINT_OPTION_P_H

#include <stdbool.h>
#include <stddef.h>

enum option_kind {
	KIND_FLAG,   /* bool */
	KIND_TEXT,   /* const char *; the last one holds */
	KIND_LIST,   /* const char *; each further one is added after a comma */
	KIND_TEXTS,  /* const char **, ends in NULL; each use adds one */
	KIND_NUMBER, /* int64_t */
	KIND_CHOICE, /* int: the index in choices plus first */
	KIND_ACTION, /* enum cli_action in first; with an argument, that is the name it acts on */
	KIND_FORMAT, /* FORMAT[:FILE], one more output */
};

/* What a shell offers where the value stands, besides the choices. */
enum option_values {
	VALUES_ANY,
	VALUES_FILE,
	VALUES_CHECK,    /* a check */
	VALUES_CHECKS,   /* checks and families, separated by commas */
	VALUES_REVISION, /* of git */
};

enum option_group { GROUP_CHECKS, GROUP_CONFIG, GROUP_FILES, GROUP_OUTPUT, GROUP_FIXES, GROUP_KNOWN, GROUP_STATUS, GROUP_OTHER, GROUP_HIDDEN };

struct option_row {
	const char *name;
	char letter;                  /* 0: none */
	enum option_group group;      /* GROUP_HIDDEN: neither help nor shells tell of it */
	enum option_kind kind;
	const char *argument;         /* as --help shows it; NULL: takes none */
	enum option_values values;
	const char *const *choices;   /* ends in NULL; all there are for KIND_CHOICE, else the usual ones; NULL: none to tell */
	const char *(*known)(const char *value); /* of KIND_TEXT: NULL for a value that there is not; NULL: any may be */
	int first;
	size_t offset;                /* of the field in struct cli */
	const char *help;             /* one line, translatable */
};

/* In the order of the groups; ends in a NULL name. */
extern const struct option_row option_rows[];

/* Headings of the groups that are shown, translatable. */
extern const char *const option_headings[GROUP_HIDDEN];

/* The option of a letter; NULL: none. */
const struct option_row *option_lettered(char letter);

/* A value that can be named: one of the choices, of the formats; NULL past the last. */
const char *option_value(const struct option_row *row, size_t index);

#endif
