/*
 * config_rules: the keys rules and words. Files of rules and words are read when the first article asks; what is wrong in them is kept for
 * config_problem, and hides nothing that is right.
 */
#include "path_p.h"
#include "policy_p.h"
#include "rule_set_p.h"
#include "yaml_walk_p.h"

static void add_problem(void *state, const char *sentence)
{
	config_add_problem(state, sentence);
}

#define FAIL(node, ...) node_error(error, file->path, (node), __VA_ARGS__)

/* A path that stands in a configuration, from its folder. */
static const char *path_in(const struct config *config, const struct config_file *file, const char *path)
{
	return path_join(path_folder(file->path, config->arena).data, path, config->arena);
}

static bool expect_list(const struct config_file *file, const struct node *node, const char *key, struct error *error)
{
	if (node->kind == NODE_LIST || node_is_empty(node))
		return true;
	return FAIL(node, "“%s” must be a list, not %s", key, node_kind_name(node));
}

static bool expect_path(const struct config_file *file, const struct node *node, struct error *error)
{
	if (node->kind == NODE_TEXT && *node->text)
		return true;
	return FAIL(node, "the name of a file must be a text, not %s", node->kind == NODE_TEXT ? "empty" : node_kind_name(node));
}

static bool add_source(struct config *config, struct config_file *file, const struct node *node, struct error *error)
{
	struct rule_source source = {file->path, node};
	if (node->kind != NODE_MAP) {
		if (!expect_path(file, node, error))
			return false;
		source = (struct rule_source){path_in(config, file, node->text), NULL};
	}
	ARENA_PUSH(config->arena, file->rule_sources, file->rule_source_count, file->rule_source_capacity, source);
	return true;
}

bool config_read_rules(struct config *config, struct config_file *file, const struct node *node, struct error *error)
{
	if (!expect_list(file, node, "rules", error))
		return false;
	for (size_t i = 0; i < node->count; i++)
		if (!add_source(config, file, node->items[i], error))
			return false;
	return true;
}

static bool read_lists(struct config *config, struct config_file *file, const struct node *node, struct error *error)
{
	if (!expect_list(file, node, "lists", error))
		return false;
	for (size_t i = 0; i < node->count; i++)
		if (!expect_path(file, node->items[i], error) || !add_source(config, file, node->items[i], error))
			return false;
	return true;
}

static bool read_allow(struct config *config, struct config_file *file, const struct node *node, struct error *error)
{
	const struct rule_errors errors = {add_problem, config};
	if (!expect_list(file, node, "allow", error))
		return false;
	if (node->count == 0)
		return true;
	struct allowed_words *words = allowed_words_new(config->arena);
	for (size_t i = 0; i < node->count; i++) {
		if (!expect_path(file, node->items[i], error))
			return false;
		const char *path = path_in(config, file, node->items[i]->text);
		allowed_words_add_file(words, path, &errors);
		ARENA_PUSH(config->arena, file->allow, file->allow_count, file->allow_capacity, path);
	}
	allowed_words_finish(words);
	file->allowed = words;
	return true;
}

bool config_read_words(struct config *config, struct config_file *file, const struct node *node, struct error *error)
{
	static const char *const keys[] = {"allow", "lists", NULL};
	if (node_is_empty(node))
		return true;
	if (node->kind != NODE_MAP)
		return FAIL(node, "“words” must be a map of allow and lists, not %s", node_kind_name(node));
	for (size_t i = 0; i < node->count; i += 2) {
		const struct node *key = node->items[i], *value = node->items[i + 1];
		int index = word_index(key->text, keys);
		if (index < 0)
			return FAIL(key, "unknown key “%s” in words%s", key->text, hint(key->text, keys, config->arena));
		if (!(index == 0 ? read_allow(config, file, value, error) : read_lists(config, file, value, error)))
			return false;
	}
	return true;
}

/* ------------------------------------------------------------------------------------------------ rules of a chain */

static bool has_sources(const struct config_file *file)
{
	for (; file; file = file->parent)
		if (file->rule_source_count)
			return true;
	return false;
}

static void add_sources(struct config *config, const struct config_file *file, struct rule_set *set)
{
	const struct rule_errors errors = {add_problem, config};
	if (file->parent)
		add_sources(config, file->parent, set);
	for (size_t i = 0; i < file->rule_source_count; i++) {
		const struct rule_source *source = &file->rule_sources[i];
		struct rule *rule = source->node ? ARENA_NEW(config->arena, struct rule) : NULL;
		struct error error;
		if (!rule)
			rule_set_add_file(set, source->path, file->folder, &errors);
		else if (!rule_read_node(rule, source->path, source->node, config->arena, &error) || !rule_set_add(set, rule, file->folder, &error))
			config_add_problem(config, error.text);
	}
}

const struct rule_set *config_rules(struct config *config, struct config_file *file)
{
	if (file->rules_made || !has_sources(file))
		return file->rules;
	file->rules_made = true;
	file->rules = rule_set_new(config->arena);
	add_sources(config, file, file->rules);
	rule_set_finish(file->rules, &config->list);
	ARENA_PUSH(config->arena, config->rule_sets, config->rule_set_count, config->rule_set_capacity, file->rules);
	return file->rules;
}

void config_release(struct config *config)
{
	for (size_t i = 0; config && i < config->rule_set_count; i++)
		rule_set_release(config->rule_sets[i]);
	if (config)
		config->rule_set_count = 0;
}

static bool check_settings(
	struct config *config, const struct config_file *file, const struct settings *settings, const struct check_list *list, struct error *error)
{
	for (size_t i = 0; i < settings->count; i++) {
		const struct setting *setting = &settings->items[i];
		struct node node = {.line = setting->line, .column = setting->column};
		struct error why;
		if (setting->check != check_list_rules(list) || !setting->key)
			continue;
		const char *name = arena_format(config->arena, "%s.%s", check_house_rule.name, setting->key).data;
		if (name_waits(list, name))
			return FAIL(&node, "there is no rule “%s”: this configuration has no “rules”", setting->key);
		if (!name_known(list, name, "", config->arena, &why) && !config->problem_count)
			return FAIL(&node, "%s", why.text);
	}
	return true;
}

bool config_check_rule_names(struct config *config, const struct config_file *file, const struct check_list *list, struct error *error)
{
	if (file->parent && !config_check_rule_names(config, file->parent, list, error))
		return false;
	if (!check_settings(config, file, &file->checks, list, error))
		return false;
	for (size_t i = 0; i < file->override_count; i++)
		if (!check_settings(config, file, &file->overrides[i].checks, list, error))
			return false;
	return true;
}
