/* rule_read: rules from YAML. */
#include "rule_p.h"
#include "yaml_walk_p.h"

struct reading {
	struct rule *rule;
	struct arena *arena;
	struct error *error;
};

static bool read_text(const struct reading *reading, const struct node *node, const char *key, const char **text)
{
	if (node->kind != NODE_TEXT || !*node->text)
		return node_error(reading->error, reading->rule->path, node, "“%s” must be a text, not %s", key,
			node->kind == NODE_TEXT ? "empty" : node_kind_name(node));
	*text = node->text;
	return true;
}

/* One text, or a list of them. */
static bool read_texts(const struct reading *reading, const struct node *node, const char *key, struct texts *texts)
{
	struct node *const *items = node->kind == NODE_LIST ? node->items : (struct node *const[]){(struct node *)node};
	size_t count = node->kind == NODE_LIST ? node->count : 1;
	for (size_t i = 0; i < count; i++) {
		const char *text;
		if (!read_text(reading, items[i], key, &text))
			return false;
		ARENA_PUSH(reading->arena, texts->items, texts->count, texts->capacity, text);
	}
	return true;
}

static bool read_variant(const struct reading *reading, const struct node *node, enum variant *variant)
{
	const char *word;
	if (!read_text(reading, node, "variant", &word))
		return false;
	if (strcmp(word, "hans") != 0 && strcmp(word, "hant") != 0)
		return node_error(reading->error, reading->rule->path, node, "“variant” must be hans or hant, not “%s”", word);
	*variant = strcmp(word, "hans") == 0 ? VARIANT_HANS : VARIANT_HANT;
	return true;
}

static bool read_rule(const struct reading *reading, const struct node *node)
{
	static const char *const keys[] = {"replace", "with", "unless", "near", "unless_near", "variant", "wrong", "right", "reason", NULL};
	struct rule *rule = reading->rule;
	if (node->kind != NODE_MAP)
		return node_error(reading->error, rule->path, node, "a rule must be a map, not %s", node_kind_name(node));
	for (size_t i = 0; i < node->count; i += 2) {
		const struct node *key = node->items[i], *value = node->items[i + 1];
		struct texts *texts[] = {&rule->replace, &rule->with, &rule->unless, &rule->near, &rule->unless_near, NULL, &rule->wrong, &rule->right};
		size_t at = 0;
		while (keys[at] && strcmp(keys[at], key->text) != 0)
			at++;
		bool done = at < sizeof texts / sizeof *texts && texts[at] ? read_texts(reading, value, key->text, texts[at])
		            : !keys[at] ? node_error(reading->error, rule->path, key, "unknown key “%s”%s", key->text, hint(key->text, keys, reading->arena))
		            : strcmp(keys[at], "variant") == 0 ? read_variant(reading, value, &rule->variant)
		                                               : read_text(reading, value, "reason", &rule->reason);
		if (!done)
			return false;
	}
	if (rule->replace.count == 0 || rule->with.count == 0)
		return node_error(reading->error, rule->path, node, "a rule needs “%s”", rule->replace.count ? "with" : "replace");
	return true;
}

bool rules_read(struct rules *rules, const char *path, struct str bytes, struct arena *arena, struct error *error)
{
	const struct node *root = yaml_read(path, bytes, arena, error);
	if (!root)
		return false;
	const struct node *list = root->kind == NODE_MAP && root->count == 2 && strcmp(root->items[0]->text, "rules") == 0 ? root->items[1] : NULL;
	if (!list || list->kind != NODE_LIST)
		return node_error(error, path, list ? list : root, "must be “rules:” and a list of them");
	for (size_t i = 0; i < list->count; i++) {
		struct rule rule = {.path = path, .line = list->items[i]->line, .column = list->items[i]->column};
		if (!read_rule(&(struct reading){&rule, arena, error}, list->items[i]))
			return false;
		ARENA_PUSH(arena, rules->items, rules->count, rules->capacity, rule);
	}
	return true;
}
