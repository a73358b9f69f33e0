/* cli_help: the table of options for people, and for scripts. */
#include "cli_p.h"
#include "language_p.h"
#include "option_p.h"
#include "wrap_p.h"

enum { HELP_COLUMN = 30, NARROW = 70, NARROW_COLUMN = 10, LINE_MAXIMUM = 512 };

static void write_paragraph(FILE *out, const char *text, unsigned cells)
{
	wrap_write(out, str_from(text), 0, &(struct wrap){.cells = cells, .ambiguous = terminal_ambiguous_width()});
}

/* The help of an option with the values that there are. */
static void describe(char line[LINE_MAXIMUM], const struct option_row *row)
{
	int size = snprintf(line, LINE_MAXIMUM, "%s", translate(row->help));
	for (size_t i = 0; option_value(row, i) && size < LINE_MAXIMUM; i++)
		size += snprintf(line + size, (size_t)(LINE_MAXIMUM - size), "%s%s%s", i == 0 ? " [" : ", ", option_value(row, i),
			option_value(row, i + 1) ? "" : "]");
}

static void write_option(FILE *out, const struct option_row *row, unsigned cells, bool color)
{
	char line[LINE_MAXIMUM];
	const char *bold = style_begin(STYLE_BOLD, color), *end = style_end(color);
	unsigned column = cells < NARROW ? NARROW_COLUMN : HELP_COLUMN, at = 8 + (unsigned)strlen(row->name);
	if (row->letter)
		fprintf(out, "  %s-%c%s, %s--%s%s", bold, row->letter, end, bold, row->name, end);
	else
		fprintf(out, "      %s--%s%s", bold, row->name, end);
	if (row->argument)
		at += (unsigned)fprintf(out, "=%s", row->argument);
	if (at + 2 > column) {
		putc('\n', out);
		at = 0;
	}
	write_spaces(out, column - at);
	describe(line, row);
	wrap_write(out, str_from(line), column, &(struct wrap){.cells = cells, .indent = column, .ambiguous = terminal_ambiguous_width()});
}

void cli_help(FILE *out, bool color)
{
	unsigned cells = terminal_text_cells(out);
	fputs(translate(N_("usage: kanlint [OPTIONS] [FILE | FOLDER | -]...\n")), out);
	write_paragraph(
		out, translate(N_("Finds what is broken in Chinese prose: mixed scripts, figures that disagree, punctuation, typos.")), cells);
	enum option_group group = GROUP_HIDDEN;
	for (const struct option_row *row = option_rows; row->name; row++) {
		if (row->group == GROUP_HIDDEN)
			continue;
		if (row->group != group)
			fprintf(out, "\n%s%s%s\n", style_begin(STYLE_BOLD, color), translate(option_headings[row->group]), style_end(color));
		group = row->group;
		write_option(out, row, cells, color);
	}
	putc('\n', out);
	write_paragraph(out, translate(N_("Exit status: 0 nothing found, 1 findings, 2 something could not be done.")), cells);
}

static const char *values_name(const struct option_row *row)
{
	static const char *const names[] = {
		[VALUES_ANY] = "any",
		[VALUES_FILE] = "file",
		[VALUES_CHECK] = "check",
		[VALUES_CHECKS] = "checks",
		[VALUES_REVISION] = "revision",
	};
	return row->kind == KIND_FORMAT ? "format" : row->argument ? names[row->values] : "none";
}

void cli_print_options(FILE *out)
{
	for (const struct option_row *row = option_rows; row->name; row++) {
		if (row->group == GROUP_HIDDEN)
			continue;
		fprintf(out, "%s\t%c\t%s\t%s\t%s\t", option_headings[row->group], row->letter ? row->letter : '-', row->name,
			row->argument ? row->argument : "-", values_name(row));
		for (size_t i = 0; option_value(row, i); i++)
			fprintf(out, "%s%s", i > 0 ? " " : "", option_value(row, i));
		fprintf(out, "%s\t%s\n", option_value(row, 0) ? "" : "-", translate(row->help));
	}
}
