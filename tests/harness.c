/* harness: lints bytes in memory with every check on. Shared by chop and the fuzzers. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>

#include "../linter/data_p.h"
#include "../linter/lint_p.h"

static struct arena arena;
static const struct data *data;
static const struct policy *policy;

void harness_init(const char *data_path)
{
	struct error error;
	bool said;
	struct config_options options = {.no_config = true, .select = "*", .variant = -1, .fail_on = -1, .confidence = CONFIDENCE_LOW};
	arena_init(&arena);
	data = data_open(data_path, &arena, &error);
	struct config *config = data ? config_new(&options, data, &arena, &error) : NULL;
	policy = config ? config_policy(config, "harness.txt", &error, &said) : NULL;
	if (!policy) {
		fprintf(stderr, "harness: %s\n", error.text);
		exit(2);
	}
}

/* A finding must lie in the text, and its places must be in order. */
static void check_place(const struct region *region, size_t size)
{
	if (region->begin.byte > region->end.byte || region->end.byte > size || region->begin.line == 0 || region->begin.column == 0)
		BUG("a finding lies outside its text");
}

size_t harness_lint(const char *name, const char *bytes, size_t size)
{
	struct result result = {.policy = policy};
	arena_init(&result.arena);
	result.input = (struct input){.path = name, .bytes = {bytes, size}, .text = {bytes, size}};
	lint_input(&result, data);
	struct arena scratch;
	arena_init(&scratch);
	for (size_t i = 0; i < result.count; i++) {
		check_place(&result.diagnostics[i].region, size);
		for (uint32_t j = 0; j < result.diagnostics[i].edit_count; j++)
			check_place(&result.diagnostics[i].edits[j].region, size);
		for (uint32_t j = 0; j < result.diagnostics[i].related_count; j++)
			check_place(&result.diagnostics[i].related[j].region, size);
		diagnostic_message(&result.diagnostics[i], &scratch);
	}
	size_t count = result.count;
	arena_release(&scratch);
	arena_release(&result.arena);
	return count;
}
