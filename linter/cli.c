/* cli: the command line. A row of the table is all that an option needs. */
#include "cli_p.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>

#include "language_p.h"

enum kind {
	KIND_FLAG,       /* bool */
	KIND_TEXT,       /* const char * */
	KIND_NUMBER,     /* int64_t */
	KIND_CHOICE,     /* int: the index in choices plus first */
	KIND_ACTION,     /* enum cli_action in first; takes a name if argument is set */
	KIND_FORMAT,
};

struct option_row {
	const char *name;
	char letter;
	enum kind kind;
	const char *argument;            /* as --help shows it; NULL: takes none */
	size_t offset;                   /* in struct cli */
	const char *const *choices;
	int first;
	const char *help;
};

static const char *const unit_names[] = {"codepoint", "byte", "utf16", "display", NULL};
static const char *const width_names[] = {"1", "2", NULL};

#define FIELD(field) offsetof(struct cli, field)

static const struct option_row rows[] = {
	{"select", 0, KIND_TEXT, "NAMES", FIELD(config.select), NULL, 0,
		N_("run these checks in place of the profile's: names, families, globs; +NAME adds to the profile")},
	{"ignore", 0, KIND_TEXT, "NAMES", FIELD(config.ignore), NULL, 0, N_("leave out these checks")},
	{"profile", 0, KIND_TEXT, "NAME", FIELD(config.profile), NULL, 0, N_("default, newsroom, strict or crawl")},
	{"config", 'c', KIND_TEXT, "FILE", FIELD(config.config), NULL, 0, N_("use this file in place of the nearest .kanlint.yaml")},
	{"no-config", 0, KIND_FLAG, NULL, FIELD(config.no_config), NULL, 0, N_("look at no configuration file")},
	{"lsp", 0, KIND_ACTION, NULL, 0, NULL, ACTION_LSP, N_("serve an editor: the Language Server Protocol on standard input and output")},
	{"print-config", 0, KIND_ACTION, NULL, 0, NULL, ACTION_PRINT_CONFIG, N_("print what holds for the first path, as YAML")},
	{"variant", 0, KIND_CHOICE, "VARIANT", FIELD(config.variant), variant_words, 0, N_("auto, hans, hant, hant-tw or hant-hk")},
	{"confidence", 0, KIND_CHOICE, "LEVEL", FIELD(config.confidence), confidence_words, 0,
		N_("show findings from this confidence up: low, medium or high")},
	{"format", 'f', KIND_FORMAT, "FORMAT[:FILE]", 0, NULL, 0, N_("gcc, json, jsonl, sarif, github, gitlab, checkstyle, rdjsonl or junit; may be given several times")},
	{"show-source", 0, KIND_FLAG, NULL, FIELD(writer.show_source), NULL, 0, N_("print the line of each finding with a caret under the place")},
	{"column-unit", 0, KIND_CHOICE, "UNIT", FIELD(writer.column_unit), unit_names, COLUMN_CODEPOINT,
		N_("what columns count: codepoint, byte, utf16 or display")},
	{"ambiguous-width", 0, KIND_CHOICE, "CELLS", FIELD(writer.ambiguous_width), width_names, 1,
		N_("cells that characters such as “ and … take in your terminal: 1 or 2")},
	{"fix", 0, KIND_FLAG, NULL, FIELD(fix), NULL, 0, N_("apply the safe fixes")},
	{"unsafe-fixes", 0, KIND_FLAG, NULL, FIELD(unsafe_fixes), NULL, 0, N_("apply all fixes")},
	{"diff", 0, KIND_FLAG, NULL, FIELD(diff), NULL, 0, N_("show what the fixes would change, write nothing")},
	{"fail-on", 0, KIND_CHOICE, "LEVEL", FIELD(config.fail_on), fail_on_words, 0,
		N_("exit with 1 from this severity up: note, warning, error or never")},
	{"max-warnings", 0, KIND_NUMBER, "N", FIELD(max_warnings), NULL, 0, N_("exit with 1 when there are more warnings and errors than this")},
	{"exit-zero", 0, KIND_FLAG, NULL, FIELD(exit_zero), NULL, 0, N_("exit with 0 also when there are findings")},
	{"baseline", 0, KIND_TEXT, "FILE", FIELD(filter.baseline), NULL, 0, N_("show only what this file does not hold")},
	{"write-baseline", 0, KIND_TEXT, "FILE", FIELD(filter.write_baseline), NULL, 0, N_("write today's findings into a baseline")},
	{"prune-baseline", 0, KIND_FLAG, NULL, FIELD(filter.prune_baseline), NULL, 0, N_("drop from --baseline what is no longer found")},
	{"new-from", 0, KIND_TEXT, "REV", FIELD(filter.new_from), NULL, 0, N_("keep to the lines changed since a git revision")},
	{"diff-from", 0, KIND_TEXT, "FILE", FIELD(filter.diff_from), NULL, 0, N_("keep to the lines that a unified diff adds; - is standard input")},
	{"force-exclude", 0, KIND_FLAG, NULL, FIELD(force_exclude), NULL, 0, N_("leave out excluded files also when they are named")},
	{"stdin-filename", 0, KIND_TEXT, "FILE", FIELD(stdin_filename), NULL, 0, N_("the name that - has in messages and for the configuration")},
	{"encoding", 0, KIND_TEXT, "NAME", FIELD(encoding), NULL, 0, N_("the encoding of the files, if it is not UTF-8: gb18030, big5 …")},
	{"jobs", 'j', KIND_NUMBER, "N", FIELD(jobs), NULL, 0, N_("how many files to lint at a time; 0 is one for each core")},
	{"lang", 0, KIND_TEXT, "LANGUAGE", FIELD(lang), NULL, 0, N_("language of the messages: en, zh_CN or zh_TW")},
	{"quiet", 'q', KIND_FLAG, NULL, FIELD(quiet), NULL, 0, N_("print findings and errors only, no summary")},
	{"list-checks", 0, KIND_ACTION, NULL, 0, NULL, ACTION_LIST_CHECKS, N_("list the checks")},
	{"explain", 0, KIND_ACTION, "NAME", 0, NULL, ACTION_EXPLAIN, N_("print the page of a check")},
	{"test-rules", 0, KIND_ACTION, NULL, 0, NULL, ACTION_TEST_RULES, N_("run the examples in files of rules")},
	{"help", 'h', KIND_ACTION, NULL, 0, NULL, ACTION_HELP, N_("print this")},
	{"version", 'V', KIND_ACTION, NULL, 0, NULL, ACTION_VERSION, N_("print the version")},
};

enum { ROWS = sizeof rows / sizeof *rows, VALUE_LONG = 256 };

static void *field_of(struct cli *cli, const struct option_row *row)
{
	return (char *)cli + row->offset;
}

static bool set_choice(struct cli *cli, const struct option_row *row, const char *value, struct error *error)
{
	for (int i = 0; row->choices[i]; i++)
		if (strcmp(row->choices[i], value) == 0) {
			int number = i + row->first;
			memcpy(field_of(cli, row), &number, sizeof number);
			return true;
		}
	const char *near = nearest_name(value, row->choices);
	if (near)
		return error_set(error, "--%s: unknown value “%s”; did you mean “%s”?", row->name, value, near);
	return error_set(error, "--%s: unknown value “%s”: %s", row->name, value, row->help);
}

static bool set_number(struct cli *cli, const struct option_row *row, const char *value, struct error *error)
{
	char *end;
	errno = 0;
	long long number = strtoll(value, &end, 10);
	if (errno || end == value || *end || number < 0 || number > 1000000000)
		return error_set(error, "--%s: “%s” is not a number from 0 to 1000000000", row->name, value);
	*(int64_t *)field_of(cli, row) = number;
	return true;
}

static bool add_output(struct cli *cli, const char *value, struct arena *arena, struct error *error)
{
	const char *colon = strchr(value, ':');
	const char *name = arena_format(arena, "%.*s", (int)(colon ? colon - value : (ptrdiff_t)strlen(value)), value).data;
	const struct writer *writer = writer_find(name);
	if (!writer) {
		const char *names[32] = {0};
		for (size_t i = 0; writers[i] && i < 31; i++)
			names[i] = writers[i]->name;
		const char *near = nearest_name(name, names);
		return near ? error_set(error, "--format: unknown format “%s”; did you mean “%s”?", name, near)
			    : error_set(error, "--format: unknown format “%s”", name);
	}
	if (colon && !colon[1])
		return error_set(error, "--format: no file after “%s”", value);
	cli->outputs[cli->output_count++] = (struct cli_output){writer, colon ? colon + 1 : NULL};
	return true;
}

static bool set_option(struct cli *cli, const struct option_row *row, const char *value, struct arena *arena, struct error *error)
{
	switch (row->kind) {
	case KIND_FLAG:
		*(bool *)field_of(cli, row) = true;
		return true;
	case KIND_TEXT:
		*(const char **)field_of(cli, row) = value;
		return true;
	case KIND_NUMBER: return set_number(cli, row, value, error);
	case KIND_CHOICE: return set_choice(cli, row, value, error);
	case KIND_FORMAT: return add_output(cli, value, arena, error);
	case KIND_ACTION:
		cli->action = (enum cli_action)row->first;
		if (row->argument)
			cli->explain = value;
		return true;
	}
	BUG("option --%s has no kind", row->name);
}

/* What getopt refused, as a sentence. */
static bool refuse(int answer, char **argv, struct error *error)
{
	const char *word = argv[optind - 1];
	if (strncmp(word, "--", 2) != 0)
		return error_set(error, answer == ':' ? "option -%c needs a value" : "unknown option -%c", optopt);
	if (answer == ':')
		return error_set(error, "option %s needs a value", word);
	const char *names[ROWS + 1] = {0};
	for (size_t i = 0; i < ROWS; i++)
		names[i] = rows[i].name;
	char name[64];
	snprintf(name, sizeof name, "%.*s", (int)strcspn(word + 2, "="), word + 2);
	for (size_t i = 0; i < ROWS; i++)
		if (strcmp(name, rows[i].name) == 0)
			return error_set(error, "option --%s takes no value", name);
	const char *near = nearest_name(name, names);
	return near ? error_set(error, "unknown option --%s; did you mean --%s?", name, near) : error_set(error, "unknown option --%s", name);
}

static bool check_combinations(const struct cli *cli, struct error *error)
{
	if (cli->lang && !language_catalogue(cli->lang))
		return error_set(error, "--lang: no messages in “%s”: en, zh_CN or zh_TW", cli->lang);
	if (cli->config.no_config && cli->config.config)
		return error_set(error, "--config and --no-config do not go together");
	if (cli->action == ACTION_TEST_RULES && !cli->path_count)
		return error_set(error, "--test-rules needs a file of rules");
	if (!filter_check(&cli->filter, error))
		return false;
	size_t to_stdout = 0;
	for (size_t i = 0; i < cli->output_count; i++)
		to_stdout += cli->outputs[i].path == NULL;
	if (to_stdout > 1)
		return error_set(error, "only one --format can go to standard output; give the others a file: --format=FORMAT:FILE");
	return true;
}

bool cli_parse(struct cli *cli, int argc, char **argv, struct arena *arena, struct error *error)
{
	struct option options[ROWS + 1] = {0};
	char letters[2 * ROWS + 2] = ":";
	size_t letter_count = 1;
	for (int i = 0; i < ROWS; i++) {
		options[i] = (struct option){rows[i].name, rows[i].argument ? required_argument : no_argument, NULL, VALUE_LONG + i};
		if (rows[i].letter) {
			letters[letter_count++] = rows[i].letter;
			if (rows[i].argument)
				letters[letter_count++] = ':';
		}
	}
	*cli = (struct cli){.max_warnings = -1, .config = {.variant = -1, .fail_on = -1, .confidence = -1}, .writer = {.ambiguous_width = 2}};
	cli->outputs = ARENA_ARRAY(arena, struct cli_output, argc + 1);
	opterr = 0;
	int answer;
	while ((answer = getopt_long(argc, argv, letters, options, NULL)) != -1) {
		if (answer == '?' || answer == ':')
			return refuse(answer, argv, error);
		const struct option_row *row = NULL;
		for (size_t i = 0; i < ROWS && !row; i++)
			if (answer == VALUE_LONG + (int)i || answer == rows[i].letter)
				row = &rows[i];
		if (!set_option(cli, row, optarg, arena, error))
			return false;
	}
	if (cli->output_count == 0)
		cli->outputs[cli->output_count++] = (struct cli_output){&writer_gcc, NULL};
	cli->path_count = (size_t)(argc - optind);
	cli->paths = ARENA_ARRAY(arena, const char *, cli->path_count + 1);
	for (size_t i = 0; i < cli->path_count; i++)
		cli->paths[i] = argv[optind + (int)i];
	return check_combinations(cli, error);
}

void cli_help(FILE *out)
{
	fputs(translate(N_("usage: kanlint [OPTIONS] [FILE | FOLDER | -]...\n"
			   "Finds what is broken in Chinese prose: mixed scripts, figures that disagree, punctuation, typos.\n\n")), out);
	for (size_t i = 0; i < ROWS; i++) {
		const struct option_row *row = &rows[i];
		int width = row->letter ? fprintf(out, "  -%c, --%s", row->letter, row->name) : fprintf(out, "      --%s", row->name);
		if (row->argument)
			width += fprintf(out, "=%s", row->argument);
		fprintf(out, "%*s%s\n", width < 30 ? 30 - width : 2, "", translate(row->help));
	}
	fputs(translate(N_("\nExit status: 0 nothing found, 1 findings, 2 something could not be done.\n")), out);
}
