/*
 * gcc: the format of compilers, FILE:LINE:COLUMN: SEVERITY: MESSAGE [NAME], which every editor parses. Related places are
 * note lines without a name in brackets, after the finding they belong to. What failed is said on standard error by the run.
 */
#include <limits.h>
#include <unistd.h>

#include "writer_p.h"

#include "../record_p.h"

enum { HOST_MAXIMUM = 255 };

struct gcc_state {
	FILE *out;
	struct writer_options options;
};

static void *gcc_begin(FILE *out, const struct writer_options *options, struct arena *arena)
{
	struct gcc_state *state = ARENA_NEW(arena, struct gcc_state);
	*state = (struct gcc_state){out, *options};
	return state;
}

static enum style style_of(enum severity severity)
{
	return severity == SEVERITY_ERROR ? STYLE_ERROR : severity == SEVERITY_WARNING ? STYLE_WARNING : STYLE_NOTE;
}

static uint32_t column_of(const struct gcc_state *state, const struct place *place)
{
	switch (state->options.column_unit) {
	case COLUMN_BYTE: return place->byte_column;
	case COLUMN_UTF16: return place->utf16_column;
	case COLUMN_DISPLAY: return state->options.ambiguous_width == 1 ? place->narrow_column : place->display_column;
	case COLUMN_CODEPOINT: break;
	}
	return place->column;
}

/* A link to the file on this host, for terminals that open it (OSC 8). */
static void begin_link(FILE *out, const char *path)
{
	char host[HOST_MAXIMUM + 1] = "", folder[PATH_MAX] = "";
	if (gethostname(host, HOST_MAXIMUM) != 0 || (*path != '/' && !getcwd(folder, sizeof folder)))
		return;
	fprintf(out, "\033]8;;file://%s", host);
	write_uri_path(out, folder);
	fputs(*path == '/' ? "" : "/", out);
	write_uri_path(out, path);
	fputs("\033\\", out);
}

static void write_place(const struct gcc_state *state, const char *path, const struct place *place)
{
	bool is_linked = state->options.hyperlinks && strcmp(path, "-") != 0;
	fputs(style_begin(STYLE_BOLD, state->options.color), state->out);
	if (is_linked)
		begin_link(state->out, path);
	write_escaped(state->out, str_from(path));
	fprintf(state->out, ":%u:%u:", place->line, column_of(state, place));
	if (is_linked)
		fputs("\033]8;;\033\\", state->out);
	fputs(style_end(state->options.color), state->out);
}

static void write_line(const struct gcc_state *state, const char *path, const struct place *place, enum severity severity, struct str message)
{
	write_place(state, path, place);
	putc(' ', state->out);
	fputs(style_begin(style_of(severity), state->options.color), state->out);
	fputs(severity_name(severity), state->out);
	putc(':', state->out);
	fputs(style_end(state->options.color), state->out);
	putc(' ', state->out);
	write_escaped(state->out, message);
}

static void write_source(const struct gcc_state *state, const struct diagnostic *diagnostic, const struct region *region, enum severity severity,
	struct arena *scratch)
{
	struct region shown = *region;
	if (diagnostic->record) { /* lines are counted in the field that is shown, not with the title before it */
		struct place own;
		record_field(diagnostic->record, &region->begin, &own);
		shown.begin.line = own.line;
	}
	if (state->options.show_source)
		write_excerpt(state->out, diagnostic->source, &shown, &state->options, style_of(severity), scratch);
}

static void write_head(const struct gcc_state *state, const struct diagnostic *diagnostic, struct arena *scratch)
{
	write_line(state, diagnostic->path, &region_in_file(&diagnostic->region)->begin, diagnostic->severity, diagnostic_message(diagnostic, scratch));
	write_escaped(state->out, record_note(diagnostic->record, &diagnostic->region, scratch));
	fputs(" [", state->out);
	fputs(style_begin(style_of(diagnostic->severity), state->options.color), state->out);
	fputs(diagnostic_name(diagnostic), state->out);
	fputs(style_end(state->options.color), state->out);
	fputs("]\n", state->out);
}

void write_gcc_line(FILE *out, const struct diagnostic *diagnostic, struct arena *scratch)
{
	write_head(&(struct gcc_state){out, {.column_unit = COLUMN_CODEPOINT}}, diagnostic, scratch);
}

static void gcc_finding(void *state_pointer, const struct diagnostic *diagnostic, struct arena *scratch)
{
	struct gcc_state *state = state_pointer;
	write_head(state, diagnostic, scratch);
	write_source(state, diagnostic, &diagnostic->region, diagnostic->severity, scratch);
	for (uint32_t i = 0; i < diagnostic->related_count; i++) {
		const struct related *related = &diagnostic->related[i];
		write_line(state, diagnostic->path, &region_in_file(&related->region)->begin, SEVERITY_NOTE, related_message(related, scratch));
		write_escaped(state->out, record_note(diagnostic->record, &related->region, scratch));
		putc('\n', state->out);
		write_source(state, diagnostic, &related->region, SEVERITY_NOTE, scratch);
	}
}

const struct writer writer_gcc = {
	.name = "gcc",
	.summary = N_("FILE:LINE:COLUMN: SEVERITY: MESSAGE [NAME], as compilers print it"),
	.begin = gcc_begin,
	.finding = gcc_finding,
	.counting = &statistics_gcc,
};
