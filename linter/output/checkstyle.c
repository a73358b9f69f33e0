/* checkstyle: the XML of Checkstyle 4.3, as the plug-ins of Jenkins and others read it. Columns are code points. */
#include "xml_p.h"

#include "../record_p.h"

struct checkstyle_state {
	FILE *out;
	struct arena *arena;
	char *path; /* of the open <file>, or NULL */
	size_t path_capacity;
};

static void *checkstyle_begin(FILE *out, const struct writer_options *options, struct arena *arena)
{
	(void)options;
	struct checkstyle_state *state = ARENA_NEW(arena, struct checkstyle_state);
	state->out = out;
	state->arena = arena;
	fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n", out);
	return state;
}

static void enter_file(struct checkstyle_state *state, const char *path)
{
	bool is_open = state->path != NULL;
	if (!xml_enter(&state->path, &state->path_capacity, path, state->arena))
		return;
	fputs(is_open ? "</file>\n<file name=\"" : "<file name=\"", state->out);
	xml_write(state->out, str_from(path));
	fputs("\">\n", state->out);
}

static void write_error(struct checkstyle_state *state, uint32_t line, uint32_t column, const char *severity, struct str message, const char *source)
{
	fprintf(state->out, "<error line=\"%u\" column=\"%u\" severity=\"%s\" message=\"", line, column, severity);
	xml_write(state->out, message);
	fprintf(state->out, "\" source=\"kanlint%s%s\"/>\n", *source ? "." : "", source);
}

static void checkstyle_finding(void *state_pointer, const struct diagnostic *diagnostic, struct arena *scratch)
{
	static const char *const severities[] = {[SEVERITY_NOTE] = "info", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
	const struct place *place = &region_in_file(&diagnostic->region)->begin;
	enter_file(state_pointer, diagnostic->path);
	write_error(state_pointer, place->line, place->column, severities[diagnostic->severity], record_message(diagnostic, scratch),
		diagnostic_name(diagnostic));
}

static void checkstyle_failure(void *state_pointer, const char *path, const char *message)
{
	enter_file(state_pointer, path ? path : "kanlint");
	write_error(state_pointer, 1, 1, "error", str_from(message), "");
}

static void checkstyle_end(void *state_pointer, const struct writer_summary *summary)
{
	struct checkstyle_state *state = state_pointer;
	(void)summary;
	fputs(state->path ? "</file>\n</checkstyle>\n" : "</checkstyle>\n", state->out);
}

const struct writer writer_checkstyle = {
	.name = "checkstyle",
	.summary = N_("Checkstyle's XML"),
	.begin = checkstyle_begin,
	.finding = checkstyle_finding,
	.failure = checkstyle_failure,
	.end = checkstyle_end,
};
