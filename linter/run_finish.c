/* run_finish: what was found in a file or a record goes through the filters to the writers. */
#include "run_state_p.h"

#include "report_p.h"

enum { RECORDS_NAMED = 10000 };

/* PLACE is “:LINE:COLUMN” in the path, or empty. */
static void say_error(struct run *run, const char *path, const char *place, const char *sentence)
{
	progress_yield(&run->progress, stderr);
	fflush(stdout);
	fputs("kanlint: ", stderr);
	if (path) {
		write_escaped(stderr, str_from(path));
		fprintf(stderr, "%s: ", place);
	}
	write_escaped(stderr, str_from(sentence));
	putc('\n', stderr);
}

/* A failure that is counted elsewhere. */
static void tell_failure(struct run *run, const char *path, const char *sentence)
{
	say_error(run, path, "", sentence);
	outputs_failure(&run->outputs, path, sentence);
}

static void write_diagnostics(struct run *run, struct result *result)
{
	struct arena scratch;
	arena_init(&scratch);
	if (result->count > 0)
		progress_yield(&run->progress, stdout);
	for (size_t i = 0; i < result->count; i++) {
		const struct diagnostic *diagnostic = &result->diagnostics[i];
		run->summary.findings[diagnostic->severity]++;
		if ((int)diagnostic->severity >= (int)result->policy->fail_on)
			run->failing = true;
		outputs_finding(&run->outputs, diagnostic, &scratch);
		arena_clear(&scratch);
	}
	arena_release(&scratch);
}

/* Findings past the cap are gone: said on standard error and in the summary. */
static void note_capped(struct run *run, struct result *result)
{
	struct writer_summary *summary = &run->summary;
	const struct record *record = result->input.record;
	const char *place = record ? arena_format(&result->arena, ":%u", record->line).data : "";
	for (size_t i = 0; i < result->capped_count; i++) {
		struct capped capped = {result->input.path, result->capped[i], record ? record->line : 0};
		say_error(run, capped.path, place,
			arena_format(&result->arena, "only the first %d findings of %s are shown", REPORT_CAP, capped.check->name).data);
		ARENA_PUSH(run->arena, summary->capped, summary->capped_count, summary->capped_capacity, capped);
	}
}

/* A pattern that took too long is named with the first file in which it did. */
static void say_stopped(struct run *run, const struct result *result)
{
	for (size_t i = 0; i < result->stopped.count; i++) {
		const struct rule_stop *stop = &result->stopped.items[i];
		if (map_find(&run->stopped, str_from(stop->place)))
			continue;
		*map_put(&run->stopped, str_from(arena_strdup(run->arena, stop->place)), run->arena) = run;
		run_fail(run, NULL, rule_stop_sentence(stop, result->input.path, run->arena));
	}
}

/* A record that could not be linted. There may be millions, if the wrong member was named: after many only their number is said. */
static void fail_record(struct run *run, struct records *records, const struct record_result *record)
{
	struct arena scratch;
	run->summary.failures++;
	if (records->failures++ >= RECORDS_NAMED)
		return;
	arena_init(&scratch);
	say_error(run, records->path, arena_format(&scratch, ":%u:%u", record->line, record->column).data, record->error);
	outputs_failure(&run->outputs, records->path,
		arena_format(&scratch, "line %u, column %u: %s", record->line, record->column, record->error).data);
	arena_release(&scratch);
}

/* What filters have to say where a stream begins or ends. */
static void finish_part(struct run *run, struct slot *slot, enum result_part part)
{
	struct result *result = &slot->result;
	records_restore(result, &(struct lint_unit){.input = {.path = slot->records->path}});
	result->part = part;
	result->unread = part == PART_END && (slot->records->failures > 0 || slot->broken);
	filter_apply(run->filter, result);
	write_diagnostics(run, result);
	if (result->failed && !result->said)
		run_fail(run, slot->records->path, result->error.text);
}

static void finish_record(struct run *run, struct slot *slot, const struct record_result *record)
{
	struct result *result = &slot->result;
	if (record->error) {
		fail_record(run, slot->records, record);
		return;
	}
	records_restore(result, &record->unit);
	filter_apply(run->filter, result);
	write_diagnostics(run, result);
	note_capped(run, result);
	say_stopped(run, result);
	if (result->failed && !result->said)
		run_fail(run, slot->records->path, result->error.text);
}

static void finish_stream(struct run *run, struct slot *slot)
{
	struct records *records = slot->records;
	struct arena *arena = &slot->result.arena;
	finish_part(run, slot, PART_END);
	run->summary.files++;
	run->summary.streams++;
	run->finished++;
	if (records->failures > RECORDS_NAMED)
		tell_failure(run, records->path, arena_format(arena, "%zu more records could not be linted", records->failures - RECORDS_NAMED).data);
	if (slot->broken)
		run_fail(run, records->path, slot->broken);
}

void run_finish_batch(struct run *run, struct slot *slot)
{
	if (slot->begins)
		finish_part(run, slot, PART_BEGIN);
	for (const struct record_result *record = slot->linted.first; record; record = record->next)
		finish_record(run, slot, record);
	run->summary.records += slot->linted.linted;
	if (slot->ends)
		finish_stream(run, slot);
}

void run_finish_file(struct run *run, struct slot *slot)
{
	struct result *result = &slot->result, fixed = {0};
	bool linted = !result->failed, is_fixed = false;
	if (linted)
		filter_apply(run->filter, result);
	if (!result->failed && (run->cli->fix || run->cli->unsafe_fixes || run->cli->diff))
		is_fixed = run_fix(run, result, &fixed);
	if (linted) {
		run->summary.files++;
		write_diagnostics(run, is_fixed ? &fixed : result);
		note_capped(run, is_fixed ? &fixed : result);
		say_stopped(run, result);
	}
	if (result->failed && result->said)
		run->summary.failures++;
	else if (result->failed)
		run_fail(run, run_shown_path(run, slot->path), result->error.text);
	arena_release(&fixed.arena);
	run->finished++;
}

void run_fail(struct run *run, const char *path, const char *sentence)
{
	run->summary.failures++;
	tell_failure(run, path, sentence);
}

const char *run_shown_path(const struct run *run, const char *path)
{
	return strcmp(path, "-") == 0 && run->cli->stdin_filename ? run->cli->stdin_filename : path;
}

void run_say_problems(struct run *run)
{
	for (const char *sentence; (sentence = config_problem(run->config));)
		run_fail(run, NULL, sentence);
}
