/* records: small ones are linted together, and most have nothing to say; what the others do lives until it is written. */
#include "records_p.h"

#include "input/record_read_p.h"

/* Bytes of text that are linted together, and how many records at most. */
enum { GROUP_BYTES = 128 * 1024, GROUP_MAXIMUM = 4096 };

struct group {
	struct result *template;
	const struct data *data;
	struct lint_memory *memory;
	struct record_results results;
	struct record_result **last;     /* where the next one of interest is hung up */
	struct record_result *spare;     /* those of no interest, to be used again */
	struct record_result *records[GROUP_MAXIMUM];
	size_t count, bytes;
};

static void set_fault(struct record_result *result, const struct json_fault *fault, struct arena *arena)
{
	struct place place = {.byte = fault->byte}, *places[] = {&place};
	places_fill(result->record.raw, places, 1);
	result->error = arena_strdup(arena, fault->error.text);
	result->line = result->record.line;
	result->column = place.column;
}

static bool lint_some(struct group *group, struct record_result **records, size_t count, struct error *error)
{
	struct lint_unit *units[GROUP_MAXIMUM];
	size_t unit_count = 0;
	for (size_t i = 0; i < count; i++)
		if (!records[i]->error)
			units[unit_count++] = &records[i]->unit;
	return unit_count == 0 ||
	       lint_units(group->memory, units, unit_count, group->template->policy, group->data, error);
}

/* Where some together need too much memory, the one that does is looked for. */
static void lint_each(struct group *group)
{
	struct json_fault fault = {0};
	for (size_t i = 0; i < group->count; i++)
		if (!lint_some(group, &group->records[i], 1, &fault.error))
			set_fault(group->records[i], &fault, &group->template->arena);
}

static bool is_of_interest(const struct record_result *result)
{
	return result->error || result->unit.count > 0 || result->unit.hidden_count > 0 || result->unit.capped_count > 0 || result->unit.stopped.count > 0 ||
	       result->record.ignored.kind != JSON_MISSING;
}

static void lint_group(struct group *group)
{
	struct error error;
	if (!lint_some(group, group->records, group->count, &error))
		lint_each(group);
	for (size_t i = 0; i < group->count; i++) {
		struct record_result *result = group->records[i];
		group->results.linted += !result->error;
		if (is_of_interest(result)) {
			*group->last = result;
			group->last = &result->next;
		} else {
			result->next = group->spare;
			group->spare = result;
		}
	}
	group->count = group->bytes = 0;
}

static void add(struct group *group, struct record_result *result)
{
	size_t bytes = result->error ? 0 : result->unit.input.text.size;
	if (group->count == GROUP_MAXIMUM || (group->count > 0 && group->bytes + bytes > GROUP_BYTES))
		lint_group(group);
	group->records[group->count++] = result;
	group->bytes += bytes;
}

static struct record_result *new_result(struct group *group)
{
	struct record_result *result = group->spare;
	if (!result)
		return ARENA_NEW(&group->template->arena, struct record_result);
	group->spare = result->next;
	*result = (struct record_result){0};
	return result;
}

static void read_line(struct record_result *result, bool too_long, struct arena *arena)
{
	struct json_fault fault = {0};
	if (too_long)
		error_set(&fault.error, "is larger than the %d MiB that one record may have", RECORD_MAXIMUM >> 20);
	else if (record_read(&result->record, &result->unit.input, arena, &fault))
		return;
	set_fault(result, &fault, arena);
}

struct record_results records_lint(struct batch *batch, const struct record_names *names, struct result *template, const struct data *data,
	struct lint_memory *memory)
{
	struct group group = {.template = template, .data = data, .memory = memory};
	group.last = &group.results.first;
	for (struct batch_line line; batch_next(batch, &line);) {
		struct record_result *result = new_result(&group);
		result->unit.input = template->input;
		result->unit.arena = &template->arena;
		result->record = (struct record){.names = names, .raw = line.text, .line = line.number, .byte = line.byte};
		read_line(result, batch->too_long, &template->arena);
		add(&group, result);
	}
	lint_group(&group);
	return group.results;
}

void records_restore(struct result *template, const struct lint_unit *unit)
{
	result_take(template, unit);
	template->part = PART_RECORD;
	template->failed = template->said = false;
}
