/* cli: what the command line says. option_p.h has the table it is read by. */
#ifndef KANLINT_CLI_P_H
#define KANLINT_CLI_P_H

#include "config_p.h"
#include "filter_p.h"
#include "output/writer_p.h"
#include "record_p.h"
#include "terminal_p.h"

/* One -f: a format, and the file it goes to (NULL: standard output). */
struct cli_output {
	const struct writer *writer;
	const char *path;
};

enum cli_action {
	ACTION_LINT,
	ACTION_HELP,
	ACTION_VERSION,
	ACTION_LIST_CHECKS,
	ACTION_EXPLAIN,
	ACTION_PRINT_CONFIG,
	ACTION_TEST_RULES,
	ACTION_LSP,
	ACTION_PRINT_OPTIONS,
};

/* PROGRESS_AUTO: on a terminal. */
enum progress_when { PROGRESS_AUTO, PROGRESS_NEVER };

struct cli {
	enum cli_action action;
	const char *explain;             /* the name for ACTION_EXPLAIN */
	struct config_options config;
	struct filter_options filter;
	struct writer_options writer;
	enum when color, hyperlinks;
	enum progress_when progress;
	struct cli_output *outputs;
	size_t output_count;
	bool fix, unsafe_fixes, diff;
	bool exit_zero, quiet, force_exclude;
	int64_t max_warnings;            /* -1: no limit */
	int64_t jobs;                    /* 0: as many as the machine has cores */
	const char *stdin_filename;
	const char *encoding;
	enum input_format input_format;
	struct record_names records;     /* of streams; an empty name is none */
	const char *lang;
	const char **plugins;            /* ends in NULL */
	const char **paths;              /* ends in NULL */
	size_t path_count;
};

/* Reads the command line. False with a sentence that names the wrong word and the nearest right one. */
bool cli_parse(struct cli *cli, int argc, char **argv, struct arena *arena, struct error *error);

/* The options by group, as wide as the terminal. */
void cli_help(FILE *out, bool color);

/*
 * The table for scripts, an option a line, fields separated by tabs: group, letter or -, name, argument or -, what to complete
 * (none, any, file, check, checks, revision, format), values or -, help.
 */
void cli_print_options(FILE *out);

#endif
