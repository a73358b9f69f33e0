/*
 * rdjsonl: reviewdog's diagnostic format, one object a line. Its columns are bytes of UTF-8 from 1, its ends stand one past the
 * last (reviewdog.proto). Fixes are suggestions, the safe ones only.
 */
#include "json_p.h"

#include "../record_p.h"

struct rdjsonl_state {
	FILE *out;
};

static void *rdjsonl_begin(FILE *out, const struct writer_options *options, struct arena *arena)
{
	(void)options;
	struct rdjsonl_state *state = ARENA_NEW(arena, struct rdjsonl_state);
	state->out = out;
	return state;
}

static void write_range(FILE *out, const struct region *region)
{
	region = region_in_file(region);
	fprintf(out, "\"range\":{\"start\":{\"line\":%u,\"column\":%u},\"end\":{\"line\":%u,\"column\":%u}}", region->begin.line,
		region->begin.byte_column, region->end.line, region->end.byte_column);
}

static void write_location(FILE *out, const char *path, const struct region *region)
{
	fputs("\"location\":{\"path\":", out);
	json_write_string(out, str_from(path));
	if (region) {
		putc(',', out);
		write_range(out, region);
	}
	putc('}', out);
}

static void write_suggestions(FILE *out, const struct diagnostic *diagnostic, struct arena *scratch)
{
	if (diagnostic->fix_kind != FIX_SAFE || !fix_is_shown(diagnostic, scratch))
		return;
	fputs(",\"suggestions\":[", out);
	for (uint32_t i = 0; i < diagnostic->edit_count; i++) {
		fputs(i > 0 ? ",{" : "{", out);
		write_range(out, &diagnostic->edits[i].region);
		fputs(",\"text\":", out);
		json_write_string(out, edit_in_file(diagnostic, &diagnostic->edits[i], scratch));
		putc('}', out);
	}
	putc(']', out);
}

static void write_related(FILE *out, const struct diagnostic *diagnostic, struct arena *scratch)
{
	for (uint32_t i = 0; i < diagnostic->related_count; i++) {
		fputs(i > 0 ? ",{\"message\":" : ",\"related_locations\":[{\"message\":", out);
		json_write_string(out, related_message(&diagnostic->related[i], scratch));
		putc(',', out);
		write_location(out, diagnostic->path, &diagnostic->related[i].region);
		fputs(i + 1 == diagnostic->related_count ? "}]" : "}", out);
	}
}

static void rdjsonl_finding(void *state_pointer, const struct diagnostic *diagnostic, struct arena *scratch)
{
	static const char *const severities[] = {[SEVERITY_NOTE] = "INFO", [SEVERITY_WARNING] = "WARNING", [SEVERITY_ERROR] = "ERROR"};
	FILE *out = ((struct rdjsonl_state *)state_pointer)->out;
	fputs("{\"message\":", out);
	json_write_string(out, record_message(diagnostic, scratch));
	putc(',', out);
	write_location(out, diagnostic->path, &diagnostic->region);
	fprintf(out, ",\"severity\":\"%s\",\"source\":{\"name\":\"kanlint\"},\"code\":{\"value\":\"%s\"}", severities[diagnostic->severity],
		diagnostic_name(diagnostic));
	write_suggestions(out, diagnostic, scratch);
	write_related(out, diagnostic, scratch);
	fputs("}\n", out);
}

static void rdjsonl_failure(void *state_pointer, const char *path, const char *message)
{
	FILE *out = ((struct rdjsonl_state *)state_pointer)->out;
	fputs("{\"message\":", out);
	json_write_string(out, str_from(message));
	putc(',', out);
	write_location(out, path ? path : ".", NULL);
	fputs(",\"severity\":\"ERROR\",\"source\":{\"name\":\"kanlint\"}}\n", out);
}

const struct writer writer_rdjsonl = {
	.name = "rdjsonl",
	.summary = N_("reviewdog's diagnostics, one a line"),
	.begin = rdjsonl_begin,
	.finding = rdjsonl_finding,
	.failure = rdjsonl_failure,
};
