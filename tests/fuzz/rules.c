/*
 * Fuzzes rules: any bytes are rules or errors with their place, and whatever they are, they find something in a text or nothing, in
 * reasonable time. The first byte tells whether the rest, up to a NUL, is YAML, a plain list or allowed words; what follows the NUL, or
 * else the same bytes, is the text. The data file is named by KANLINT_DATA.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../linter/data_p.h"
#include "../../linter/lint_p.h"
#include "../../linter/policy_p.h"
#include "../../linter/rule_set_p.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static struct arena arena;

static void hear(void *state, const char *sentence)
{
	(void)state;
	if (!*sentence)
		BUG("an error without a sentence");
}

static void lint(const struct rule_set *set, struct str text, const struct data *data)
{
	struct result result = {.policy = rule_set_policy(set, VARIANT_NONE)};
	arena_init(&result.arena);
	result.input = (struct input){.path = "fuzz.txt", .bytes = text, .text = text};
	lint_input(&result, data);
	for (size_t i = 0; i < result.count; i++) {
		diagnostic_message(&result.diagnostics[i], &result.arena);
		if (result.diagnostics[i].region.end.byte > text.size)
			BUG("a finding lies outside its text");
	}
	arena_release(&result.arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static struct arena data_arena;
	static const struct data *data;
	const struct rule_errors errors = {hear, NULL};
	struct rules rules = {0};
	struct error error = {""};
	if (!data)
		data = data_open(getenv("KANLINT_DATA"), &data_arena, &error);
	if (size < 2)
		return 0;
	arena_init(&arena);
	const char *begin = (const char *)bytes + 1, *nul = memchr(begin, 0, size - 1);
	struct str file = {begin, nul ? (size_t)(nul - begin) : size - 1};
	struct str text = nul ? (struct str){nul + 1, size - 2 - file.size} : file;
	struct check_list checks = check_list_make(checks_table, &arena);
	struct rule_set *set = rule_set_new(&arena);
	if (bytes[0] & 1)
		rules_read_all(&rules, "fuzz.yaml", file, &arena, &errors);
	else
		rule_set_add_plain(set, "fuzz.tsv", file, &errors);
	for (size_t i = 0; i < rules.count; i++)
		if (!rule_set_add(set, &rules.items[i], "/", &error))
			hear(NULL, error.text);
	rule_set_finish(set, &checks);
	lint(set, text, data);
	rule_set_release(set);
	arena_release(&arena);
	return 0;
}
