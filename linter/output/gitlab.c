/*
 * gitlab: the Code Quality report of GitLab, one JSON array. Of items with one fingerprint GitLab keeps the first only, so the path and a
 * count are part of it; the number of the line is not, or every edit above would open a finding again.
 */
#include "json_p.h"

#include "../hash_p.h"
#include "../path_p.h"
#include "../record_p.h"

struct gitlab_state {
	FILE *out;
	struct arena *arena;
	const char *path, *shown; /* of the last finding, as it was named and as it is written */
	struct fingerprints *fingerprints;
	bool any;
};

static void *gitlab_begin(FILE *out, const struct writer_options *options, struct arena *arena)
{
	(void)options;
	struct gitlab_state *state = ARENA_NEW(arena, struct gitlab_state);
	*state = (struct gitlab_state){.out = out, .arena = arena, .fingerprints = fingerprints_new(arena)};
	putc('[', out);
	return state;
}

static void write_item(struct gitlab_state *state, struct str description, const char *name, struct str identity, const char *severity,
	const char *path, uint32_t line)
{
	fprintf(state->out, "%s\n{\"description\":", state->any ? "," : "");
	json_write_string(state->out, description);
	fprintf(state->out, ",\"check_name\":\"%s\",\"fingerprint\":\"%016llx\",\"severity\":\"%s\",\"location\":{\"path\":", name,
		(unsigned long long)hash_text(identity), severity);
	json_write_string(state->out, str_from(path));
	fprintf(state->out, ",\"lines\":{\"begin\":%u}}}", line);
	state->any = true;
}

/* GitLab wants the path from the top of the project, where the job runs, whichever way it was named. */
static const char *project_path(struct gitlab_state *state, const char *path)
{
	if (!state->path || strcmp(state->path, path) != 0) {
		state->path = arena_strdup(state->arena, path);
		state->shown = path_shown(path_absolute(path, state->arena), state->arena);
	}
	return state->shown;
}

static void gitlab_finding(void *state_pointer, const struct diagnostic *diagnostic, struct arena *scratch)
{
	static const char *const severities[] = {[SEVERITY_NOTE] = "info", [SEVERITY_WARNING] = "minor", [SEVERITY_ERROR] = "major"};
	struct gitlab_state *state = state_pointer;
	const char *path = project_path(state, diagnostic->path);
	struct str identity = arena_format(scratch, "%s:%s", fingerprint(state->fingerprints, diagnostic, scratch).data, path);
	write_item(state, record_message(diagnostic, scratch), diagnostic_name(diagnostic), identity, severities[diagnostic->severity], path,
		region_in_file(&diagnostic->region)->begin.line);
}

/* What could not be linted must not look clean. */
static void gitlab_failure(void *state_pointer, const char *path, const char *message)
{
	struct arena scratch;
	arena_init(&scratch);
	path = path ? project_path(state_pointer, path) : ".";
	write_item(state_pointer, str_from(message), "kanlint", arena_format(&scratch, "%s:%s", message, path), "blocker", path, 1);
	arena_release(&scratch);
}

static void gitlab_end(void *state_pointer, const struct writer_summary *summary)
{
	struct gitlab_state *state = state_pointer;
	(void)summary;
	fputs(state->any ? "\n]\n" : "]\n", state->out);
}

const struct writer writer_gitlab = {
	.name = "gitlab",
	.summary = N_("the Code Quality report of GitLab"),
	.begin = gitlab_begin,
	.finding = gitlab_finding,
	.failure = gitlab_failure,
	.end = gitlab_end,
};
