/* cli: reads the command line by the table of options. */
#include "cli_p.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>

#include "option_p.h"

enum { ROWS_MAXIMUM = 128, VALUE_LONG = 256, NAME_MAXIMUM = 64, SENTENCE_MAXIMUM = 512 };

static void *field_of(struct cli *cli, const struct option_row *row)
{
	return (char *)cli + row->offset;
}

/* Appends to a sentence; what is too long is cut. */
static void append(char sentence[SENTENCE_MAXIMUM], const char *separator, const char *word)
{
	size_t size = strlen(sentence);
	snprintf(sentence + size, SENTENCE_MAXIMUM - size, "%s%s", size > 0 ? separator : "", word);
}

/* A value that is none of those there are: names the nearest, else all. */
static bool refuse_value(const struct option_row *row, const char *what, const char *value, struct error *error)
{
	const char *names[ROWS_MAXIMUM] = {0};
	char all[SENTENCE_MAXIMUM] = "";
	for (size_t i = 0; option_value(row, i) && i < ROWS_MAXIMUM - 1; i++) {
		names[i] = option_value(row, i);
		append(all, ", ", names[i]);
	}
	const char *near = nearest_name(value, names);
	if (near)
		return error_set(error, "--%s: unknown %s “%s”; did you mean “%s”?", row->name, what, value, near);
	return error_set(error, "--%s: unknown %s “%s”; there are: %s", row->name, what, value, all);
}

static bool set_choice(struct cli *cli, const struct option_row *row, const char *value, struct error *error)
{
	for (int i = 0; row->choices[i]; i++)
		if (strcmp(row->choices[i], value) == 0) {
			int number = i + row->first;
			memcpy(field_of(cli, row), &number, sizeof number);
			return true;
		}
	return refuse_value(row, "value", value, error);
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

static void add_list(struct cli *cli, const struct option_row *row, const char *value, struct arena *arena)
{
	const char **field = field_of(cli, row);
	*field = *field ? arena_format(arena, "%s,%s", *field, value).data : value;
}

/* The list has room for as many as there are arguments. */
static void add_text(const char ***texts, const char *value)
{
	size_t count = 0;
	while ((*texts)[count])
		count++;
	(*texts)[count] = value;
}

static bool add_output(struct cli *cli, const struct option_row *row, const char *value, struct arena *arena, struct error *error)
{
	const char *colon = strchr(value, ':');
	const char *name = arena_format(arena, "%.*s", (int)(colon ? colon - value : (ptrdiff_t)strlen(value)), value).data;
	const struct writer *writer = writer_find(name);
	if (!writer)
		return refuse_value(row, "format", name, error);
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
		if (row->known && !row->known(value))
			return refuse_value(row, "value", value, error);
		*(const char **)field_of(cli, row) = value;
		return true;
	case KIND_LIST:
		add_list(cli, row, value, arena);
		return true;
	case KIND_TEXTS:
		add_text(field_of(cli, row), value);
		return true;
	case KIND_NUMBER: return set_number(cli, row, value, error);
	case KIND_CHOICE: return set_choice(cli, row, value, error);
	case KIND_FORMAT: return add_output(cli, row, value, arena, error);
	case KIND_ACTION:
		cli->action = (enum cli_action)row->first;
		if (row->argument)
			cli->explain = value;
		return true;
	}
	BUG("option --%s has no kind", row->name);
}

/* A long option that there is not, or that several begin with. */
static bool refuse_long(const char *word, struct error *error)
{
	const char *names[ROWS_MAXIMUM] = {0};
	char name[NAME_MAXIMUM], several[SENTENCE_MAXIMUM] = "";
	snprintf(name, sizeof name, "%.*s", (int)strcspn(word + 2, "="), word + 2);
	size_t count = 0, beginning = 0;
	for (const struct option_row *row = option_rows; row->name; row++) {
		if (row->group != GROUP_HIDDEN)
			names[count++] = row->name;
		if (strncmp(row->name, name, strlen(name)) == 0) {
			append(several, ", --", row->name);
			beginning++;
		}
	}
	if (beginning > 1)
		return error_set(error, "option --%s may be any of --%s", name, several);
	const char *near = nearest_name(name, names);
	return near ? error_set(error, "unknown option --%s; did you mean --%s?", name, near)
		    : error_set(error, "unknown option --%s; --help lists them all", name);
}

/* The word that has a byte which is no option. getopt is done with it if the byte was its last. */
static const char *word_of_byte(char **argv, int byte)
{
	const char *word = argv[optind], *at = word && *word == '-' ? strchr(word, byte) : NULL;
	return at && at[1] ? word : argv[optind - 1];
}

/* What getopt refused, as a sentence; optopt is 0 for a long name that it does not know. */
static bool refuse(int answer, char **argv, struct error *error)
{
	if (optopt == 0)
		return refuse_long(argv[optind - 1], error);
	if (optopt < 0 || (optopt >= 0x80 && optopt < VALUE_LONG)) /* a byte of a character */
		return error_set(error, "unknown option in “%s”; --help lists them all", word_of_byte(argv, optopt));
	if (optopt >= VALUE_LONG)
		return error_set(error, answer == ':' ? "option --%s needs a value" : "option --%s takes no value", option_rows[optopt - VALUE_LONG].name);
	return error_set(error, answer == ':' ? "option -%c needs a value" : "unknown option -%c; --help lists them all", optopt);
}

/* A format that counts nothing: names those that do. */
static bool refuse_counting(const struct writer *writer, struct error *error)
{
	char all[SENTENCE_MAXIMUM] = "";
	for (size_t i = 0; writers[i]; i++)
		if (writers[i]->counting)
			append(all, ", ", writers[i]->name);
	return error_set(error, "--statistics: the format %s has none; there are: %s", writer->name, all);
}

static bool check_statistics(const struct cli *cli, struct error *error)
{
	if (cli->diff)
		return error_set(error, "--statistics and --diff do not go together");
	for (size_t i = 0; i < cli->output_count; i++)
		if (!cli->outputs[i].path && !cli->outputs[i].writer->counting)
			return refuse_counting(cli->outputs[i].writer, error);
	return true;
}

static bool check_combinations(const struct cli *cli, struct error *error)
{
	if (cli->config.no_config && cli->config.config)
		return error_set(error, "--config and --no-config do not go together");
	if (cli->action == ACTION_TEST_RULES && !cli->path_count)
		return error_set(error, "--test-rules needs a file of rules");
	if (!filter_check(&cli->filter, error))
		return false;
	if (!*cli->records.text)
		return error_set(error, "--json-text: needs the name of a field");
	size_t to_stdout = 0;
	for (size_t i = 0; i < cli->output_count; i++)
		to_stdout += cli->outputs[i].path == NULL;
	if (to_stdout > 1)
		return error_set(error, "only one --format can go to standard output; give the others a file: --format=FORMAT:FILE");
	return !cli->writer.statistics || check_statistics(cli, error);
}

/* The table as getopt has it. LETTERS begins with a colon: a value that is missing is told from an option that is unknown. */
static void fill_getopt(struct option options[ROWS_MAXIMUM + 1], char letters[2 * ROWS_MAXIMUM + 2])
{
	size_t count = 0, letter_count = 0;
	letters[letter_count++] = ':';
	for (const struct option_row *row = option_rows; row->name; row++, count++) {
		if (count == ROWS_MAXIMUM)
			BUG("more than %d options", ROWS_MAXIMUM);
		options[count] = (struct option){row->name, row->argument ? required_argument : no_argument, NULL, VALUE_LONG + (int)count};
		if (row->letter) {
			letters[letter_count++] = row->letter;
			if (row->argument)
				letters[letter_count++] = ':';
		}
	}
}

static bool read_options(struct cli *cli, int argc, char **argv, struct arena *arena, struct error *error)
{
	struct option options[ROWS_MAXIMUM + 1] = {0};
	char letters[2 * ROWS_MAXIMUM + 2] = "";
	fill_getopt(options, letters);
	opterr = 0;
	for (int answer; (answer = getopt_long(argc, argv, letters, options, NULL)) != -1;) {
		if (answer == '?' || answer == ':')
			return refuse(answer, argv, error);
		const struct option_row *row = answer >= VALUE_LONG ? &option_rows[answer - VALUE_LONG] : option_lettered((char)answer);
		if (!set_option(cli, row, optarg, arena, error))
			return false;
	}
	return true;
}

bool cli_parse(struct cli *cli, int argc, char **argv, struct arena *arena, struct error *error)
{
	*cli = (struct cli){.max_warnings = -1, .config = {.variant = -1, .fail_on = -1, .confidence = -1}, .hyperlinks = WHEN_NEVER,
		.records = {"text", "title", "id"}};
	cli->outputs = ARENA_ARRAY(arena, struct cli_output, argc + 1);
	cli->plugins = ARENA_ARRAY(arena, const char *, argc + 1);
	if (!read_options(cli, argc, argv, arena, error))
		return false;
	if (cli->output_count == 0)
		cli->outputs[cli->output_count++] = (struct cli_output){&writer_gcc, NULL};
	if (cli->writer.ambiguous_width == 0)
		cli->writer.ambiguous_width = terminal_ambiguous_width();
	cli->path_count = (size_t)(argc - optind);
	cli->paths = ARENA_ARRAY(arena, const char *, cli->path_count + 1);
	for (size_t i = 0; i < cli->path_count; i++)
		cli->paths[i] = argv[optind + (int)i];
	return check_combinations(cli, error);
}
