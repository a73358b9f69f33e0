/* rule_test: --test-rules. Each rule alone has to find its wrong examples, and nothing in its right ones. */
#include "rule_test_p.h"

#include "fix_p.h"
#include "lint_p.h"
#include "output/writer_p.h"
#include "policy_p.h"
#include "rule_set_p.h"
#include "yaml_walk_p.h"

struct test {
	FILE *out;
	const struct data *data;
	struct arena *arena; /* of the run */
	struct arena rule;   /* of one rule */
	const struct policy *policy;
	const struct rule *tested;
	size_t rules, examples, failed, bare;
	bool broken; /* a file or a rule could not be read */
};

static void say_error(void *state, const char *sentence)
{
	struct test *test = state;
	test->broken = true;
	fflush(test->out);
	fputs("kanlint: ", stderr);
	write_escaped(stderr, str_from(sentence));
	putc('\n', stderr);
}

/* The policy of one rule. NULL with a sentence. */
static const struct policy *policy_of(struct test *test, struct rule_set **set, struct error *error)
{
	struct check_list checks = check_list_make(checks_table, &test->rule);
	*set = rule_set_new(&test->rule);
	if (!rule_set_add(*set, test->tested, "/", error))
		return NULL;
	rule_set_finish(*set, &checks);
	return rule_set_policy(*set, test->tested->variant);
}

static void lint_example(const struct test *test, struct result *result, struct str text)
{
	*result = (struct result){.policy = test->policy};
	arena_init(&result->arena);
	if (test->tested->kind == RULE_LIMIT && test->tested->limit == LIMIT_TITLE) /* what stands alone is no title */
		text = arena_format(&result->arena, "%.*s\n\n正文从这一段开始，到这一段为止。\n", (int)text.size, text.data);
	result->input = (struct input){.path = "example.txt", .bytes = text, .text = text};
	lint_input(result, test->data);
}

static void fail(struct test *test, const struct node *node, const char *example, const char *sentence)
{
	struct error line;
	test->failed++;
	error_set(&line, "%s:%u:%u: %s: %s", test->tested->path, node->line, node->column, sentence, example);
	write_escaped(test->out, str_from(line.text));
	putc('\n', test->out);
}

/* Is nothing found in what a fix makes of an example? */
static bool is_cured(const struct test *test, struct result *result)
{
	struct result again;
	size_t applied;
	struct str fixed = fix_apply(result->input.text, result->diagnostics, result->count, FIX_UNSAFE, &applied, &result->arena);
	if (applied < result->count)
		return true; /* something has no fix: it is found again */
	lint_example(test, &again, fixed);
	bool cured = again.count == 0;
	arena_release(&again.arena);
	return cured;
}

static void test_example(struct test *test, const struct texts *texts, size_t index, bool is_wrong)
{
	struct result result;
	const char *text = texts->items[index];
	test->examples++;
	lint_example(test, &result, str_from(text));
	if (result.failed)
		fail(test, texts_node(texts, index), text, result.error.text);
	else if (result.stopped.count)
		fail(test, texts_node(texts, index), text, "this pattern was stopped, it takes too many steps, in the example");
	else if (is_wrong && result.count == 0)
		fail(test, texts_node(texts, index), text, "this rule does not find its wrong example");
	else if (!is_wrong && result.count > 0)
		fail(test, texts_node(texts, index), text, "this rule finds something in its right example");
	else if (is_wrong && !is_cured(test, &result))
		fail(test, texts_node(texts, index), text, "this rule finds something in what its fix makes of the wrong example");
	arena_release(&result.arena);
}

static void test_rule(struct test *test, const struct rule *rule)
{
	struct rule_set *set;
	struct error error;
	arena_init(&test->rule);
	test->tested = rule;
	test->policy = policy_of(test, &set, &error);
	test->rules++;
	test->bare += rule->wrong.count == 0 || rule->right.count == 0;
	if (!test->policy)
		say_error(test, error.text);
	for (size_t i = 0; test->policy && i < rule->wrong.count; i++)
		test_example(test, &rule->wrong, i, true);
	for (size_t i = 0; test->policy && i < rule->right.count; i++)
		test_example(test, &rule->right, i, false);
	if (test->policy)
		rule_set_release(set);
	arena_release(&test->rule);
}

static void test_file(struct test *test, const char *path)
{
	const struct rule_errors errors = {say_error, test};
	struct rules rules = {0};
	if (rule_file_is_plain(path)) {
		struct rule_set *set = rule_set_new(test->arena);
		rule_set_add_file(set, path, "/", &errors);
		test->rules += set->text_count;
		test->bare += set->text_count;
		return;
	}
	struct str bytes;
	struct error error;
	if (!rule_file_read(path, &bytes, test->arena, &error)) {
		say_error(test, error.text);
		return;
	}
	rules_read_all(&rules, path, bytes, test->arena, &errors);
	for (size_t i = 0; i < rules.count; i++)
		test_rule(test, &rules.items[i]);
}

int rules_test(FILE *out, const char *const *paths, bool quiet, const struct data *data, struct arena *arena)
{
	struct test test = {.out = out, .data = data, .arena = arena};
	for (; *paths; paths++)
		test_file(&test, *paths);
	if (!quiet)
		fprintf(out, "%zu rules, %zu examples, %zu failed; %zu rules have no example of both kinds\n", test.rules, test.examples, test.failed,
			test.bare);
	return test.broken ? 2 : test.failed > 0;
}
