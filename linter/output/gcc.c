/*
 * gcc: the format of compilers, FILE:LINE:COLUMN: SEVERITY: MESSAGE [NAME], which every editor parses. Related places are
 * note lines without a name in brackets, after the finding they belong to. What failed is said on standard error by the run.
 */
#include "writer_p.h"

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

static void write_line(const struct gcc_state *state, const char *path, const struct place *place, const char *severity, struct str message)
{
	write_escaped(state->out, str_from(path));
	fprintf(state->out, ":%u:%u: %s: ", place->line, column_of(state, place), severity);
	write_escaped(state->out, message);
}

static void write_source(const struct gcc_state *state, const struct diagnostic *diagnostic, const struct region *region, struct arena *scratch)
{
	if (state->options.show_source)
		write_excerpt(state->out, diagnostic->source, region, state->options.ambiguous_width, scratch);
}

static void write_head(const struct gcc_state *state, const struct diagnostic *diagnostic, struct arena *scratch)
{
	write_line(state, diagnostic->path, &diagnostic->region.begin, severity_name(diagnostic->severity), diagnostic_message(diagnostic, scratch));
	fprintf(state->out, " [%s]\n", diagnostic_name(diagnostic));
}

void write_gcc_line(FILE *out, const struct diagnostic *diagnostic, struct arena *scratch)
{
	write_head(&(struct gcc_state){out, {.column_unit = COLUMN_CODEPOINT}}, diagnostic, scratch);
}

static void gcc_finding(void *state_pointer, const struct diagnostic *diagnostic, struct arena *scratch)
{
	struct gcc_state *state = state_pointer;
	write_head(state, diagnostic, scratch);
	write_source(state, diagnostic, &diagnostic->region, scratch);
	for (uint32_t i = 0; i < diagnostic->related_count; i++) {
		const struct related *related = &diagnostic->related[i];
		write_line(state, diagnostic->path, &related->region.begin, "note", related_message(related, scratch));
		putc('\n', state->out);
		write_source(state, diagnostic, &related->region, scratch);
	}
}

const struct writer writer_gcc = {
	.name = "gcc",
	.summary = N_("FILE:LINE:COLUMN: SEVERITY: MESSAGE [NAME], as compilers print it"),
	.begin = gcc_begin,
	.finding = gcc_finding,
};
