/* harness: lints bytes in memory. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>

#include "../linter/data_p.h"
#include "../linter/lint_p.h"

static struct arena arena;
static const struct data *data;
static const struct policy *policy;

static const struct policy *make_policy(const struct config_options *options)
{
	struct error error = {.text = "no configuration"};
	bool said;
	struct config *config = config_new(options, data, &arena, &error);
	const struct policy *made = config ? config_policy(config, "harness.txt", &error, &said) : NULL;
	if (!made) {
		fprintf(stderr, "harness: %s\n", error.text);
		exit(2);
	}
	return made;
}

const struct policy *harness_policy(const char *config_path)
{
	struct config_options options = {
		.no_config = !config_path, .config = config_path, .select = "*", .variant = -1, .fail_on = -1, .confidence = CONFIDENCE_LOW};
	return make_policy(&options);
}

const struct policy *harness_profile(const char *profile)
{
	struct config_options options = {.no_config = true, .profile = profile, .variant = -1, .fail_on = -1, .confidence = -1};
	return make_policy(&options);
}

const struct policy *harness_select(const char *select, enum variant variant)
{
	struct config_options options = {.no_config = true, .select = select, .variant = (int)variant, .fail_on = -1, .confidence = CONFIDENCE_LOW};
	return make_policy(&options);
}

uint64_t harness_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

void harness_init(const char *data_path)
{
	struct error error;
	arena_init(&arena);
	data = data_open(data_path, &arena, &error);
	if (!data) {
		fprintf(stderr, "harness: %s\n", error.text);
		exit(2);
	}
	policy = harness_policy(NULL);
}

struct str harness_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	if (!file || fseek(file, 0, SEEK_END) != 0) {
		perror(path);
		exit(2);
	}
	size_t size = (size_t)ftell(file);
	rewind(file);
	char *bytes = calloc(size + 1, 1);
	if (!bytes || fread(bytes, 1, size, file) != size) {
		fprintf(stderr, "%s: cannot be read\n", path);
		exit(2);
	}
	fclose(file);
	return (struct str){bytes, size};
}

/* A finding must lie in the text, and its places must be in order. */
static void check_place(const struct region *region, size_t size)
{
	if (region->begin.byte > region->end.byte || region->end.byte > size || region->begin.line == 0 || region->begin.column == 0)
		BUG("a finding lies outside its text");
}

void harness_result(struct result *result, const struct policy *with, const char *name, struct str source)
{
	*result = (struct result){.policy = with};
	arena_init(&result->arena);
	result->input = (struct input){.path = name, .bytes = source, .text = source};
	lint_input(result, data);
	for (size_t i = 0; i < result->count; i++) {
		const struct diagnostic *diagnostic = &result->diagnostics[i];
		check_place(&diagnostic->region, source.size);
		for (uint32_t j = 0; j < diagnostic->edit_count; j++)
			check_place(&diagnostic->edits[j].region, source.size);
		for (uint32_t j = 0; j < diagnostic->related_count; j++)
			check_place(&diagnostic->related[j].region, source.size);
	}
}

size_t harness_lint(const char *name, const char *bytes, size_t size)
{
	struct result result;
	harness_result(&result, policy, name, (struct str){bytes, size});
	struct arena scratch;
	arena_init(&scratch);
	for (size_t i = 0; i < result.count; i++)
		diagnostic_message(&result.diagnostics[i], &scratch);
	size_t count = result.count;
	arena_release(&scratch);
	arena_release(&result.arena);
	return count;
}
