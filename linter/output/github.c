/*
 * github: workflow commands, which GitHub Actions turns into annotations: ::error file=…,line=…,col=…::MESSAGE.
 *
 * It shows ten of each severity for a step and drops the others without a word. So the first ten of each are commands, the
 * most severe first, at the end; the others are lines as gcc prints them, which the log shows, and a last line says how many.
 */
#include "writer_p.h"

#include "../language_p.h"
#include "../record_p.h"

enum { ANNOTATIONS = 10 };

struct github_state {
	FILE *out;
	struct arena *arena;
	struct str commands[3][ANNOTATIONS];
	size_t found[3];
};

static void *github_begin(FILE *out, const struct writer_options *options, struct arena *arena)
{
	(void)options;
	struct github_state *state = ARENA_NEW(arena, struct github_state);
	state->out = out;
	state->arena = arena;
	return state;
}

/* % and the ends of lines; in a property also : and , which end one. */
static struct str escape(struct str text, bool property, struct arena *arena)
{
	char *escaped = arena_alloc_raw(arena, 3 * text.size + 1);
	size_t size = 0;
	for (size_t i = 0; i < text.size; i++) {
		unsigned char byte = (unsigned char)text.data[i];
		if (byte == '%' || byte == '\r' || byte == '\n' || (property && (byte == ':' || byte == ',')))
			size += (size_t)snprintf(escaped + size, 4, "%%%02X", byte);
		else
			escaped[size++] = (char)byte;
	}
	escaped[size] = 0;
	return (struct str){escaped, size};
}

static struct str escape_path(const char *path, struct arena *arena)
{
	while (path[0] == '.' && path[1] == '/')
		path += 2;
	return escape(str_from(path), true, arena);
}

/* Columns of a region that ends on another line are refused. */
static struct str format_place(const struct region *region, struct arena *arena)
{
	region = region_in_file(region);
	if (region->begin.line != region->end.line)
		return arena_format(arena, "line=%u,endLine=%u", region->begin.line, region->end.line);
	return arena_format(arena, "line=%u,endLine=%u,col=%u,endColumn=%u", region->begin.line, region->end.line, region->begin.utf16_column,
		region->end.utf16_column);
}

/* A line of the log. One that begins with :: would be a command, as the name of a file may. */
static void write_plain(FILE *out, struct diagnostic diagnostic, struct arena *scratch)
{
	if (diagnostic.path[0] == ':')
		diagnostic.path = arena_format(scratch, "./%s", diagnostic.path).data;
	write_gcc_line(out, &diagnostic, scratch);
}

static void github_finding(void *state_pointer, const struct diagnostic *diagnostic, struct arena *scratch)
{
	static const char *const commands[] = {[SEVERITY_NOTE] = "notice", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
	struct github_state *state = state_pointer;
	size_t index = state->found[diagnostic->severity]++;
	if (index >= ANNOTATIONS) {
		write_plain(state->out, *diagnostic, scratch);
		return;
	}
	struct str path = escape_path(diagnostic->path, scratch), message = escape(record_message(diagnostic, scratch), false, scratch);
	state->commands[diagnostic->severity][index] =
		arena_format(state->arena, "::%s file=%s,%s,title=kanlint %s::%s", commands[diagnostic->severity], path.data,
			format_place(&diagnostic->region, scratch).data, diagnostic_name(diagnostic), message.data);
}

static void github_failure(void *state_pointer, const char *path, const char *message)
{
	struct github_state *state = state_pointer;
	struct arena scratch;
	arena_init(&scratch);
	if (path)
		fprintf(state->out, "::error file=%s,title=kanlint::", escape_path(path, &scratch).data);
	else
		fputs("::error title=kanlint::", state->out);
	fprintf(state->out, "%s\n", escape(str_from(message), false, &scratch).data);
	arena_release(&scratch);
}

static void github_end(void *state_pointer, const struct writer_summary *summary)
{
	struct github_state *state = state_pointer;
	(void)summary;
	size_t left_out = 0;
	for (int severity = SEVERITY_ERROR; severity >= SEVERITY_NOTE; severity--) {
		size_t shown = state->found[severity] < ANNOTATIONS ? state->found[severity] : ANNOTATIONS;
		for (size_t i = 0; i < shown; i++)
			fprintf(state->out, "%s\n", state->commands[severity][i].data);
		left_out += state->found[severity] - shown;
	}
	if (left_out) {
		struct str arguments[] = {arena_format(state->arena, "%zu", left_out), arena_format(state->arena, "%d", ANNOTATIONS)};
		const char *sentence =
			translate(N_("{0} more findings have no annotation, as GitHub shows {1} of each severity; they stand in the log"));
		fprintf(state->out, "kanlint: %s\n", text_fill(sentence, arguments, 2, state->arena).data);
	}
}

const struct writer writer_github = {
	.name = "github",
	.summary = N_("workflow commands of GitHub Actions, which annotate a pull request"),
	.begin = github_begin,
	.finding = github_finding,
	.failure = github_failure,
	.end = github_end,
};
