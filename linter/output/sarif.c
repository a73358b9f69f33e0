/*
 * sarif: SARIF 2.1.0 (OASIS), for code scanning. Results are written as they come; what must name them all (rules,
 * notifications) follows after, which the order of members in JSON allows. Clauses are of that standard.
 */
#include "json_p.h"
#include "sarif_p.h"

#include "../language_p.h"
#include "../record_p.h"
#include "../report_p.h"
#include "../version_p.h"

enum { SNIPPET_BYTES = 400 }; /* a longer region is shown without its text */

struct sarif_state {
	FILE *out;
	struct arena *arena;
	struct fingerprints *fingerprints;
	bool any;
	const struct check **rules;   /* of the results so far; ruleIndex counts in them */
	size_t rule_count, rule_capacity;
	struct failures failures;
};

static void *sarif_begin(FILE *out, const struct writer_options *options, struct arena *arena)
{
	(void)options;
	struct sarif_state *state = ARENA_NEW(arena, struct sarif_state);
	*state = (struct sarif_state){.out = out, .arena = arena, .fingerprints = fingerprints_new(arena), .failures = {.arena = arena}};
	fputs("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\n"
	      "\"columnKind\":\"unicodeCodePoints\",\n\"results\":[",
		out);
	return state;
}

static size_t rule_index(struct sarif_state *state, const struct check *check)
{
	for (size_t i = 0; i < state->rule_count; i++)
		if (state->rules[i] == check)
			return i;
	ARENA_PUSH(state->arena, state->rules, state->rule_count, state->rule_capacity, check);
	return state->rule_count - 1;
}

/* 3.4: a URI reference, relative to where the program ran unless the path is absolute. */
static void write_uri(FILE *out, const char *path)
{
	fputs(path[0] == '/' ? "\"uri\":\"file://" : "\"uri\":\"", out);
	while (path[0] == '.' && path[1] == '/')
		for (path += 2; *path == '/';)
			path++;
	write_uri_path(out, path);
	putc('"', out);
}

static void write_message(FILE *out, struct str text)
{
	fputs("\"message\":{\"text\":", out);
	json_write_string(out, text);
	putc('}', out);
}

/* 3.30; columns are code points, and the end is one past the last. */
static void write_region_body(FILE *out, const struct diagnostic *diagnostic, const struct region *region)
{
	region = region_in_file(region);
	fprintf(out, "{\"startLine\":%u,\"startColumn\":%u,\"endLine\":%u,\"endColumn\":%u", region->begin.line, region->begin.column,
		region->end.line, region->end.column);
	if (!diagnostic->converted)
		fprintf(out, ",\"byteOffset\":%zu,\"byteLength\":%zu", region->begin.byte + diagnostic->skipped,
			region->end.byte - region->begin.byte);
}

static void write_location(FILE *out, const struct diagnostic *diagnostic, const struct region *region, struct arena *scratch)
{
	fputs("\"physicalLocation\":{\"artifactLocation\":{", out);
	write_uri(out, diagnostic->path);
	fputs("},\"region\":", out);
	write_region_body(out, diagnostic, region);
	size_t size = region->end.byte - region->begin.byte;
	if (size > 0 && size <= SNIPPET_BYTES) {
		fputs(",\"snippet\":{\"text\":", out);
		json_write_string(out, source_masked(diagnostic->source, region->begin.byte, region->end.byte, scratch));
		putc('}', out);
	}
	fputs("}}", out);
}

static void write_related(FILE *out, const struct diagnostic *diagnostic, struct arena *scratch)
{
	fputs(",\n\"relatedLocations\":[", out);
	for (uint32_t i = 0; i < diagnostic->related_count; i++) {
		fprintf(out, "%s{\"id\":%u,", i > 0 ? "," : "", i + 1);
		write_message(out, related_message(&diagnostic->related[i], scratch));
		putc(',', out);
		write_location(out, diagnostic, &diagnostic->related[i].region, scratch);
		putc('}', out);
	}
	putc(']', out);
}

/* 3.55 */
static void write_fix(FILE *out, const struct diagnostic *diagnostic, struct arena *scratch)
{
	bool safe = diagnostic->fix_kind == FIX_SAFE;
	fprintf(out, ",\n\"fixes\":[{\"properties\":{\"safe\":%s},\"artifactChanges\":[{\"artifactLocation\":{", safe ? "true" : "false");
	write_uri(out, diagnostic->path);
	fputs("},\"replacements\":[", out);
	for (uint32_t i = 0; i < diagnostic->edit_count; i++) {
		fputs(i > 0 ? ",{\"deletedRegion\":" : "{\"deletedRegion\":", out);
		write_region_body(out, diagnostic, &diagnostic->edits[i].region);
		fputs("},\"insertedContent\":{\"text\":", out);
		json_write_string(out, edit_in_file(diagnostic, &diagnostic->edits[i], scratch));
		fputs("}}", out);
	}
	fputs("]}]}]", out);
}

/* Where it stands in the record's own text: SARIF knows places in files only. */
static void write_record(FILE *out, const struct diagnostic *diagnostic)
{
	struct place begin, end;
	const char *field = record_own_region(diagnostic, &diagnostic->region, &begin, &end);
	fputs(",\"record\":{\"id\":", out);
	json_write_string(out, str_from(diagnostic->record->id ? diagnostic->record->id : ""));
	fputs(",\"field\":", out);
	json_write_string(out, str_from(field));
	fprintf(out, ",\"startLine\":%u,\"startColumn\":%u,\"endLine\":%u,\"endColumn\":%u}", begin.line, begin.column, end.line, end.column);
}

static void write_properties(FILE *out, const struct diagnostic *diagnostic)
{
	fprintf(out, ",\n\"properties\":{\"confidence\":\"%s\"", confidence_name(diagnostic->confidence));
	if (diagnostic->message->key)
		fprintf(out, ",\"key\":\"%s\"", diagnostic->message->key);
	if (diagnostic->record)
		write_record(out, diagnostic);
	putc('}', out);
}

static void sarif_finding(void *state_pointer, const struct diagnostic *diagnostic, struct arena *scratch)
{
	struct sarif_state *state = state_pointer;
	FILE *out = state->out;
	struct str print = fingerprint(state->fingerprints, diagnostic, scratch);
	fprintf(out, "%s\n{\"ruleId\":\"%s\",\"ruleIndex\":%zu,\"level\":\"%s\",", state->any ? "," : "", diagnostic->check->name,
		rule_index(state, diagnostic->check), severity_name(diagnostic->severity));
	state->any = true;
	write_message(out, diagnostic_message(diagnostic, scratch));
	fputs(",\n\"locations\":[{", out);
	write_location(out, diagnostic, &diagnostic->region, scratch);
	fprintf(out, "}],\n\"partialFingerprints\":{\"primaryLocationLineHash\":\"%.*s\"}", (int)print.size, print.data);
	if (diagnostic->related_count > 0)
		write_related(out, diagnostic, scratch);
	if (fix_is_shown(diagnostic, scratch))
		write_fix(out, diagnostic, scratch);
	write_properties(out, diagnostic);
	putc('}', out);
}

static void sarif_failure(void *state_pointer, const char *path, const char *message)
{
	struct sarif_state *state = state_pointer;
	failures_add(&state->failures, path, message);
}

/* LINE 0: the file. */
static void write_notified_place(FILE *out, const char *path, uint32_t line)
{
	fputs(",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{", out);
	write_uri(out, path);
	putc('}', out);
	if (line)
		fprintf(out, ",\"region\":{\"startLine\":%u}", line);
	fputs("}}]", out);
}

/* 3.58 */
static void write_failure(FILE *out, const struct failure *failure)
{
	fputs("{\"level\":\"error\",", out);
	write_message(out, str_from(failure->message));
	if (failure->path)
		write_notified_place(out, failure->path, 0);
	putc('}', out);
}

/* 3.58, with the rule that it is about: 3.58.3 */
static void write_capped(struct sarif_state *state, const struct capped *capped)
{
	FILE *out = state->out;
	const char *name = capped->check->name;
	fputs("{\"level\":\"warning\",", out);
	write_message(out, arena_format(state->arena, "only the first %d findings of %s are shown", REPORT_CAP, name));
	write_notified_place(out, capped->path, capped->line);
	fprintf(out, ",\"associatedRule\":{\"id\":\"%s\",\"index\":%zu}}", name, rule_index(state, capped->check));
}

static void write_invocation(struct sarif_state *state, const struct writer_summary *summary)
{
	FILE *out = state->out;
	const char *separator = "\n";
	fprintf(out, "\"invocations\":[{\"executionSuccessful\":%s,\"toolExecutionNotifications\":[", summary->failures ? "false" : "true");
	for (const struct failure *failure = state->failures.first; failure; failure = failure->next, separator = ",\n") {
		fputs(separator, out);
		write_failure(out, failure);
	}
	for (size_t i = 0; i < summary->capped_count; i++, separator = ",\n") {
		fputs(separator, out);
		write_capped(state, &summary->capped[i]);
	}
	fputs("]}]", out);
}

static void sarif_end(void *state_pointer, const struct writer_summary *summary)
{
	struct sarif_state *state = state_pointer;
	FILE *out = state->out;
	fputs("],\n", out);
	write_invocation(state, summary); /* first: it may name rules that have no result */
	fprintf(out, ",\n\"language\":\"%s\",\n\"tool\":{\"driver\":{\"name\":\"kanlint\",\"version\":\"%s\",\"rules\":[", language_tag(),
		KANLINT_VERSION);
	for (size_t i = 0; i < state->rule_count; i++) {
		fputs(i > 0 ? ",\n" : "\n", out);
		sarif_write_rule(out, state->rules[i]);
	}
	fputs("]}}\n}]}\n", out);
}

const struct writer writer_sarif = {
	.name = "sarif",
	.summary = N_("SARIF 2.1.0, for code scanning"),
	.begin = sarif_begin,
	.finding = sarif_finding,
	.failure = sarif_failure,
	.end = sarif_end,
};
