/*
 * Fuzzes streams: any bytes, packed or not, are records or errors with their place, and every finding lies in its record and in the
 * file. What json_scan takes for JSON, cJSON does too, and both read the same text. The data file is named by KANLINT_DATA.
 */
#include <cjson/cJSON.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../linter/data_p.h"
#include "../../linter/records_p.h"
#include "../harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const struct record_names names = {"text", "title", "id"};
static const struct data *data;
static const struct policy *policy;

static void check_region(const struct record *record, const struct region *region)
{
	const struct region *in_file = region_in_file(region);
	size_t end = record->byte + record->raw.size;
	struct place own;
	if (in_file == region || in_file->begin.byte < record->byte || in_file->end.byte > end || in_file->begin.byte > in_file->end.byte)
		BUG("a finding lies outside its record");
	if (in_file->begin.line != record->line || in_file->end.line != record->line || in_file->begin.column == 0)
		BUG("a finding is on another line than its record");
	record_field(record, &region->begin, &own);
	if (own.line == 0 || own.byte > record->raw.size)
		BUG("a finding lies outside its field");
}

static void check_result(const struct record_result *result, struct arena *arena)
{
	if (result->error && (!*result->error || result->line == 0 || result->column == 0))
		BUG("an error without a sentence or a place");
	for (size_t i = 0; i < result->unit.count; i++) {
		const struct diagnostic *diagnostic = &result->unit.diagnostics[i];
		check_region(&result->record, &diagnostic->region);
		for (uint32_t j = 0; j < diagnostic->edit_count; j++)
			check_region(&result->record, &diagnostic->edits[j].region);
		for (uint32_t j = 0; j < diagnostic->related_count; j++)
			check_region(&result->record, &diagnostic->related[j].region);
		record_message(diagnostic, arena);
	}
}

static void lint_stream(struct stream *stream)
{
	struct batch_source source;
	struct lint_memory memory = {0};
	batch_source_init(&source, stream);
	while (!source.ended) {
		struct result result = {.policy = policy, .input.path = "fuzz.jsonl"};
		struct batch batch;
		arena_init(&result.arena);
		batch_fill(&source, &batch, &result.arena);
		struct record_results results = records_lint(&batch, &names, &result, data, &memory);
		for (const struct record_result *each = results.first; each; each = each->next)
			check_result(each, &result.arena);
		arena_release(&result.arena);
	}
	batch_source_release(&source);
	lint_memory_release(&memory);
}

/* Back from a decoded text to the string in the file, and forward again. */
static void check_walk(const struct json_value *value, struct str text, struct arena *arena)
{
	struct json_walk walk = {.raw = value->raw};
	size_t before = 0;
	for (size_t byte = 0; byte <= text.size; byte++) {
		if (byte < text.size && ((unsigned char)text.data[byte] & 0xC0) == 0x80)
			continue;
		size_t at = json_walk_to(&walk, byte);
		struct json_value part = {JSON_STRING, {value->raw.data + before, at - before}, true};
		struct json_fault fault;
		struct str piece;
		if (at < before || !json_decode(&part, &piece, arena, &fault) || piece.size > byte ||
			memcmp(piece.data, text.data + byte - piece.size, piece.size) != 0)
			BUG("the way back into the file is wrong");
		before = at;
	}
	if (before != value->raw.size)
		BUG("the way back does not reach the end");
}

/* cJSON takes more than JSON is, but no halves of pairs, numbers as long as its buffer, or depths that we take. */
static void check_line(struct str line, struct arena *arena)
{
	const char *const paths[JSON_WANTED] = {"text", "a.b", "a"};
	struct json_value values[JSON_WANTED];
	struct json_fault fault = {.byte = SIZE_MAX};
	struct str text = {"", 0};
	if (!json_scan(line, paths, values, arena, &fault)) {
		if (fault.byte > line.size || !*fault.error.text)
			BUG("a fault without a place or a sentence");
		return;
	}
	bool decoded = values[0].kind == JSON_STRING && json_decode(&values[0], &text, arena, &fault);
	if (decoded)
		check_walk(&values[0], text, arena);
	cJSON *whole = cJSON_ParseWithLength(line.data, line.size);
	if (!whole)
		return;
	const cJSON *item = cJSON_GetObjectItemCaseSensitive(whole, "text");
	if (decoded && (!cJSON_IsString(item) || !str_equal(str_from(item->valuestring), text)))
		BUG("cJSON reads another text");
	cJSON_Delete(whole);
}

static void set_up(void)
{
	static struct arena arena;
	struct error error;
	if (data)
		return;
	harness_init(getenv("KANLINT_DATA"));
	policy = harness_policy(NULL);
	data = data_open(getenv("KANLINT_DATA"), &arena, &error);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena arena;
	struct error error;
	char path[64];
	set_up();
	arena_init(&arena);
	for (struct str rest = {(const char *)bytes, size}, line; str_take_line(&rest, &line);)
		check_line(line, &arena);
	int file = memfd_create("records", 0);
	if (write(file, bytes, size) != (ssize_t)size)
		BUG("no memory for a file");
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	struct stream *stream = stream_open(path, &arena, &error);
	if (stream)
		lint_stream(stream);
	stream_close(stream);
	close(file);
	arena_release(&arena);
	return 0;
}
