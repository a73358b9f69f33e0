/*
 * json: one object for the whole run, in our own form: docs/json.md and docs/kanlint.schema.json describe it. Failures
 * come after the findings, so they are kept until the end.
 */
#include "json_p.h"

#include "../record_p.h"
#include "../report_p.h"
#include "../version_p.h"

struct json_state {
	FILE *out;
	struct fingerprints *fingerprints;
	bool any;
	struct failures failures;
};

static void write_place(FILE *out, const char *name, const struct place *place, size_t skipped)
{
	fprintf(out, "\"%s\":{\"line\":%u,\"column\":%u,\"utf16_column\":%u,\"byte_column\":%u,\"offset\":%zu}", name, place->line, place->column,
		place->utf16_column, place->byte_column, place->byte + skipped);
}

static void write_member(FILE *out, const char *name, struct str text)
{
	fprintf(out, "\"%s\":", name);
	json_write_string(out, text);
	putc(',', out);
}

/* A place of a record, counted in the one field that it stands in. */
static void write_own_region(FILE *out, const struct diagnostic *diagnostic, const struct region *region)
{
	struct place begin, end;
	const char *field = record_own_region(diagnostic, region, &begin, &end);
	fputs(",\"in_record\":{", out);
	write_member(out, "field", str_from(field));
	write_place(out, "begin", &begin, 0);
	putc(',', out);
	write_place(out, "end", &end, 0);
	putc('}', out);
}

static void write_region(FILE *out, const struct diagnostic *diagnostic, const struct region *region)
{
	const struct region *in_file = region_in_file(region);
	fputs("\"region\":{", out);
	write_place(out, "begin", &in_file->begin, diagnostic->skipped);
	putc(',', out);
	write_place(out, "end", &in_file->end, diagnostic->skipped);
	putc('}', out);
	if (diagnostic->record)
		write_own_region(out, diagnostic, region);
}

static void write_record(FILE *out, const struct record *record)
{
	fprintf(out, "\"record\":{\"line\":%u,\"offset\":%zu,\"id\":", record->line, record->byte);
	if (record->id)
		json_write_string(out, str_from(record->id));
	else
		fputs("null", out);
	fputs("},", out);
}

bool fix_is_shown(const struct diagnostic *diagnostic, struct arena *scratch)
{
	for (uint32_t i = 0; i < diagnostic->edit_count; i++)
		if (mask_personal_numbers(diagnostic->edits[i].replacement, scratch).data != diagnostic->edits[i].replacement.data)
			return false;
	return diagnostic->edit_count > 0;
}

static void write_fix(FILE *out, const struct diagnostic *diagnostic, struct arena *scratch)
{
	if (!fix_is_shown(diagnostic, scratch)) {
		fputs("null", out);
		return;
	}
	fprintf(out, "{\"safe\":%s,\"edits\":[", diagnostic->fix_kind == FIX_SAFE ? "true" : "false");
	for (uint32_t i = 0; i < diagnostic->edit_count; i++) {
		const struct edit *edit = &diagnostic->edits[i];
		fputs(i > 0 ? ",{" : "{", out);
		write_member(out, "replacement", edit->replacement);
		write_region(out, diagnostic, &edit->region);
		putc('}', out);
	}
	fputs("]}", out);
}

static void write_related(FILE *out, const struct diagnostic *diagnostic, struct arena *scratch)
{
	putc('[', out);
	for (uint32_t i = 0; i < diagnostic->related_count; i++) {
		fputs(i > 0 ? ",{" : "{", out);
		write_member(out, "message", related_message(&diagnostic->related[i], scratch));
		write_region(out, diagnostic, &diagnostic->related[i].region);
		putc('}', out);
	}
	putc(']', out);
}

void json_write_finding(FILE *out, const struct diagnostic *diagnostic, struct fingerprints *fingerprints, struct arena *scratch)
{
	putc('{', out);
	write_member(out, "path", str_from(diagnostic->path));
	write_member(out, "check", str_from(diagnostic->check->name));
	if (diagnostic->message->key)
		write_member(out, "key", str_from(diagnostic->message->key));
	else
		fputs("\"key\":null,", out);
	write_member(out, "severity", str_from(severity_name(diagnostic->severity)));
	write_member(out, "confidence", str_from(confidence_name(diagnostic->confidence)));
	write_member(out, "message", diagnostic_message(diagnostic, scratch));
	write_member(out, "fingerprint", fingerprint(fingerprints, diagnostic, scratch));
	fprintf(out, "\"converted\":%s,", diagnostic->converted ? "true" : "false");
	if (diagnostic->record)
		write_record(out, diagnostic->record);
	write_region(out, diagnostic, &diagnostic->region);
	fputs(",\"related\":", out);
	write_related(out, diagnostic, scratch);
	fputs(",\"fix\":", out);
	write_fix(out, diagnostic, scratch);
	putc('}', out);
}

void json_write_failure(FILE *out, const char *path, const char *message)
{
	putc('{', out);
	if (path)
		write_member(out, "path", str_from(path));
	else
		fputs("\"path\":null,", out);
	fputs("\"message\":", out);
	json_write_string(out, str_from(message));
	putc('}', out);
}

void json_write_summary(FILE *out, const struct writer_summary *summary)
{
	fprintf(out, "\"summary\":{\"files\":%zu,", summary->files);
	if (summary->streams)
		fprintf(out, "\"records\":%zu,", summary->records);
	fprintf(out, "\"failures\":%zu,\"errors\":%zu,\"warnings\":%zu,\"notes\":%zu,\"capped\":[", summary->failures,
		summary->findings[SEVERITY_ERROR], summary->findings[SEVERITY_WARNING], summary->findings[SEVERITY_NOTE]);
	for (size_t i = 0; i < summary->capped_count; i++) {
		fputs(i > 0 ? ",{" : "{", out);
		write_member(out, "path", str_from(summary->capped[i].path));
		write_member(out, "check", str_from(summary->capped[i].check->name));
		fprintf(out, "\"limit\":%d", REPORT_CAP);
		if (summary->capped[i].line)
			fprintf(out, ",\"line\":%u", summary->capped[i].line);
		putc('}', out);
	}
	fputs("]}", out);
}

void failures_add(struct failures *failures, const char *path, const char *message)
{
	struct failure *failure = ARENA_NEW(failures->arena, struct failure), **link = failures->last ? &failures->last->next : &failures->first;
	failure->path = path ? arena_strdup(failures->arena, path) : NULL;
	failure->message = arena_strdup(failures->arena, message);
	*link = failures->last = failure;
}

void json_write_head(FILE *out)
{
	fprintf(out, "{\"version\":%d,\"tool\":{\"name\":\"kanlint\",\"version\":\"%s\"},\n", JSON_VERSION, KANLINT_VERSION);
}

void json_write_failures(FILE *out, const struct failures *failures)
{
	fputs("\"failures\":[", out);
	for (const struct failure *failure = failures->first; failure; failure = failure->next) {
		fputs(failure == failures->first ? "\n" : ",\n", out);
		json_write_failure(out, failure->path, failure->message);
	}
	fputs("],\n", out);
}

static void *json_begin(FILE *out, const struct writer_options *options, struct arena *arena)
{
	(void)options;
	struct json_state *state = ARENA_NEW(arena, struct json_state);
	*state = (struct json_state){.out = out, .fingerprints = fingerprints_new(arena), .failures = {.arena = arena}};
	json_write_head(out);
	fputs("\"findings\":[", out);
	return state;
}

static void json_finding(void *state_pointer, const struct diagnostic *diagnostic, struct arena *scratch)
{
	struct json_state *state = state_pointer;
	fputs(state->any ? ",\n" : "\n", state->out);
	state->any = true;
	json_write_finding(state->out, diagnostic, state->fingerprints, scratch);
}

static void json_failure(void *state_pointer, const char *path, const char *message)
{
	struct json_state *state = state_pointer;
	failures_add(&state->failures, path, message);
}

static void json_end(void *state_pointer, const struct writer_summary *summary)
{
	struct json_state *state = state_pointer;
	fputs("],\n", state->out);
	json_write_failures(state->out, &state->failures);
	json_write_summary(state->out, summary);
	fputs("}\n", state->out);
}

const struct writer writer_json = {
	.name = "json",
	.summary = N_("one JSON object with all findings, failures and a summary"),
	.begin = json_begin,
	.finding = json_finding,
	.failure = json_failure,
	.end = json_end,
	.counting = &statistics_json,
};
