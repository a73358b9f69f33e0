/* option: one row is all that an option needs. */
#include "option_p.h"

#include "cli_p.h"
#include "language_p.h"
#include "policy_p.h"

static const char *const when_names[] = {"auto", "always", "never", NULL};
static const char *const progress_names[] = {"auto", "never", NULL};
static const char *const unit_names[] = {"codepoint", "byte", "utf16", "display", NULL};
static const char *const width_names[] = {"auto", "1", "2", NULL};
static const char *const language_names[] = {"en", "zh_CN", "zh_TW", NULL};
static const char *const input_format_names[] = {"auto", "text", "markdown", "jsonl", NULL};
static const char *const encoding_names[] = {"utf-8", "gb18030", "big5", "big5-hkscs", "utf-16", NULL};

const char *const option_headings[GROUP_HIDDEN] = {
	[GROUP_CHECKS] = N_("Which checks"),
	[GROUP_CONFIG] = N_("Configuration"),
	[GROUP_FILES] = N_("Files"),
	[GROUP_OUTPUT] = N_("Output"),
	[GROUP_FIXES] = N_("Fixes"),
	[GROUP_KNOWN] = N_("Old findings and new ones"),
	[GROUP_STATUS] = N_("Exit status"),
	[GROUP_OTHER] = N_("Instead of linting"),
};

#define FIELD(field) .offset = offsetof(struct cli, field)
#define FLAG(field) .kind = KIND_FLAG, FIELD(field)
#define TEXT(field, name) .kind = KIND_TEXT, .argument = name, FIELD(field)
#define NAMED_FILE(field) TEXT(field, "FILE"), .values = VALUES_FILE
#define NUMBER(field) .kind = KIND_NUMBER, .argument = "N", FIELD(field)
#define CHOICE(field, name, words, least) .kind = KIND_CHOICE, .argument = name, FIELD(field), .choices = words, .first = least
#define CHECKS(field) .kind = KIND_LIST, .argument = "NAMES", .values = VALUES_CHECKS, FIELD(field)
#define ACTION(which) .kind = KIND_ACTION, .first = which

const struct option_row option_rows[] = {
	{"select", .group = GROUP_CHECKS, CHECKS(config.select),
		.help = N_("run these checks in place of the profile's: names, families, globs; +NAME adds to the profile")},
	{"ignore", .group = GROUP_CHECKS, CHECKS(config.ignore), .help = N_("leave out these checks")},
	{"confidence", .group = GROUP_CHECKS, CHOICE(config.confidence, "LEVEL", confidence_words, 0),
		.help = N_("show findings from this confidence up")},
	{"variant", .group = GROUP_CHECKS, CHOICE(config.variant, "VARIANT", variant_words, 0),
		.help = N_("the variant of Chinese; auto: each article's own characters decide")},

	{"profile", .group = GROUP_CONFIG, TEXT(config.profile, "NAME"), .choices = profile_names, .help = N_("the set of checks to start from")},
	{"config", 'c', .group = GROUP_CONFIG, NAMED_FILE(config.config), .help = N_("use this file in place of the nearest .kanlint.yaml")},
	{"no-config", .group = GROUP_CONFIG, FLAG(config.no_config), .help = N_("look at no configuration file")},
	{"plugin", .group = GROUP_CONFIG, .kind = KIND_TEXTS, .argument = "FILE", .values = VALUES_FILE, FIELD(plugins),
		.help = N_("load checks from a shared object; may be given several times")},

	{"stdin-filename", .group = GROUP_FILES, NAMED_FILE(stdin_filename), .help = N_("the name that - has in messages and for the configuration")},
	{"encoding", .group = GROUP_FILES, TEXT(encoding, "NAME"), .choices = encoding_names,
		.help = N_("the encoding of the files, if it is not UTF-8; any name that iconv knows")},
	{"input-format", .group = GROUP_FILES, CHOICE(input_format, "FORMAT", input_format_names, FORMAT_BY_NAME),
		.help = N_("what the files are; jsonl: a record on each line; auto: their names tell")},
	{"json-text", .group = GROUP_FILES, TEXT(records.text, "FIELD"),
		.help = N_("the field of a record that is the article: text if not said; a.b is b in a")},
	{"json-title", .group = GROUP_FILES, TEXT(records.title, "FIELD"), .help = N_("the field of a record that is its headline: title if not said")},
	{"json-id", .group = GROUP_FILES, TEXT(records.id, "FIELD"), .help = N_("the field of a record by which messages name it: id if not said")},
	{"force-exclude", .group = GROUP_FILES, FLAG(force_exclude), .help = N_("leave out excluded files also when they are named")},
	{"jobs", 'j', .group = GROUP_FILES, NUMBER(jobs), .help = N_("how many files to lint at a time; 0 is one for each core")},

	{"format", 'f', .group = GROUP_OUTPUT, .kind = KIND_FORMAT, .argument = "FORMAT[:FILE]", .values = VALUES_FILE,
		.help = N_("what findings are printed as, and where to; may be given several times")},
	{"show-source", .group = GROUP_OUTPUT, FLAG(writer.show_source), .help = N_("print the line of each finding with a caret under the place")},
	{"statistics", .group = GROUP_OUTPUT, FLAG(writer.statistics),
		.help = N_("print how often each check found something, in place of the findings")},
	{"color", .group = GROUP_OUTPUT, CHOICE(color, "WHEN", when_names, WHEN_AUTO),
		.help = N_("colours; auto: on a terminal, unless NO_COLOR is set")},
	{"hyperlinks", .group = GROUP_OUTPUT, CHOICE(hyperlinks, "WHEN", when_names, WHEN_AUTO),
		.help = N_("make places links that the terminal opens (OSC 8); never, if nothing is said")},
	{"column-unit", .group = GROUP_OUTPUT, CHOICE(writer.column_unit, "UNIT", unit_names, COLUMN_CODEPOINT), .help = N_("what columns count")},
	{"ambiguous-width", .group = GROUP_OUTPUT, CHOICE(writer.ambiguous_width, "CELLS", width_names, 0),
		.help = N_("cells that characters such as “ and … take in your terminal; auto: by terminal and locale")},
	{"lang", .group = GROUP_OUTPUT, TEXT(lang, "LANGUAGE"), .choices = language_names, .known = language_catalogue, .help = N_("language of the messages")},
	{"progress", .group = GROUP_OUTPUT, CHOICE(progress, "WHEN", progress_names, PROGRESS_AUTO),
		.help = N_("how far a long run has come; auto: on a terminal")},
	{"quiet", 'q', .group = GROUP_OUTPUT, FLAG(quiet), .help = N_("print findings and errors only, no summary")},

	{"fix", .group = GROUP_FIXES, FLAG(fix), .help = N_("apply the safe fixes")},
	{"unsafe-fixes", .group = GROUP_FIXES, FLAG(unsafe_fixes), .help = N_("apply all fixes")},
	{"diff", .group = GROUP_FIXES, FLAG(diff), .help = N_("show what the fixes would change, write nothing")},

	{"baseline", .group = GROUP_KNOWN, NAMED_FILE(filter.baseline), .help = N_("show only what this file does not hold")},
	{"write-baseline", .group = GROUP_KNOWN, NAMED_FILE(filter.write_baseline), .help = N_("write today's findings into a baseline")},
	{"prune-baseline", .group = GROUP_KNOWN, FLAG(filter.prune_baseline), .help = N_("drop from --baseline what is no longer found")},
	{"new-from", .group = GROUP_KNOWN, TEXT(filter.new_from, "REV"), .values = VALUES_REVISION,
		.help = N_("keep to the lines changed since a git revision")},
	{"diff-from", .group = GROUP_KNOWN, NAMED_FILE(filter.diff_from),
		.help = N_("keep to the lines that a unified diff adds; - is standard input")},

	{"fail-on", .group = GROUP_STATUS, CHOICE(config.fail_on, "LEVEL", fail_on_words, 0), .help = N_("exit with 1 from this severity up")},
	{"max-warnings", .group = GROUP_STATUS, NUMBER(max_warnings), .help = N_("exit with 1 when there are more warnings and errors than this")},
	{"exit-zero", .group = GROUP_STATUS, FLAG(exit_zero), .help = N_("exit with 0 also when there are findings")},

	{"list-checks", .group = GROUP_OTHER, ACTION(ACTION_LIST_CHECKS), .help = N_("list the checks")},
	{"explain", .group = GROUP_OTHER, ACTION(ACTION_EXPLAIN), .argument = "NAME", .values = VALUES_CHECK,
		.help = N_("print the page of a check, with wrong and right examples")},
	{"print-config", .group = GROUP_OTHER, ACTION(ACTION_PRINT_CONFIG), .help = N_("print what holds for the first path, as YAML")},
	{"test-rules", .group = GROUP_OTHER, ACTION(ACTION_TEST_RULES), .help = N_("run the examples in files of rules")},
	{"lsp", .group = GROUP_OTHER, ACTION(ACTION_LSP), .help = N_("serve an editor: the Language Server Protocol on standard input and output")},
	{"help", 'h', .group = GROUP_OTHER, ACTION(ACTION_HELP), .help = N_("print this")},
	{"version", 'V', .group = GROUP_OTHER, ACTION(ACTION_VERSION), .help = N_("print the version")},

	{"print-options", .group = GROUP_HIDDEN, ACTION(ACTION_PRINT_OPTIONS), .help = "print this table, for tools/gen_completion.sh and tests"},
	{0},
};

const struct option_row *option_lettered(char letter)
{
	for (const struct option_row *row = option_rows; row->name && letter; row++)
		if (row->letter == letter)
			return row;
	return NULL;
}

const char *option_value(const struct option_row *row, size_t index)
{
	if (row->kind == KIND_FORMAT)
		return writers[index] ? writers[index]->name : NULL;
	return row->choices ? row->choices[index] : NULL;
}
