/* rule_read: rules from YAML. What is not known is an error with its place and the nearest right name. */
#include "rule_p.h"

#include <errno.h>
#include <stdlib.h>

#include "report.h"
#include "yaml_walk_p.h"

enum { NUMBER_MOST = 1000000 };

struct reading {
	struct rule *rule;
	struct arena *arena;
	struct error *error;
};

enum key_type { KEY_TEXTS, KEY_TEXT, KEY_NAME, KEY_NUMBER, KEY_WORD, KEY_BOOL };

enum { KINDS_ALL = (1 << RULE_KIND_COUNT) - 1, KINDS_TEXT = 1 << RULE_REPLACE | 1 << RULE_AVOID | 1 << RULE_PATTERN };

static const char *const variant_names[] = {"hans", "hant", "hant-tw", "hant-hk", NULL};
static const int variant_values[] = {VARIANT_HANS, VARIANT_HANT, VARIANT_HANT_TW, VARIANT_HANT_HK};
static const char *const severity_names[] = {[SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error", NULL};
static const char *const limit_names[] = {
	[LIMIT_TITLE] = "title", [LIMIT_SENTENCE] = "sentence", [LIMIT_PARAGRAPH] = "paragraph", [LIMIT_TIMES] = "times", NULL};
static const char *const bool_names[] = {"false", "true", NULL};

/* The first are the kinds, in the order of the enum. */
static const struct rule_key {
	const char *name;
	enum key_type type;
	size_t offset;            /* in struct rule; -1: nowhere */
	unsigned kinds;           /* 1 << kind: where it may stand */
	const char *const *words; /* of KEY_WORD */
	const int *values;        /* of the words; NULL: their indexes */
} keys[] = {
	{"replace", KEY_TEXTS, offsetof(struct rule, replace), 1 << RULE_REPLACE, NULL, NULL},
	{"avoid", KEY_TEXTS, offsetof(struct rule, replace), 1 << RULE_AVOID, NULL, NULL},
	{"consistent", KEY_TEXTS, offsetof(struct rule, replace), 1 << RULE_CONSISTENT, NULL, NULL},
	{"require", KEY_TEXTS, offsetof(struct rule, replace), 1 << RULE_REQUIRE, NULL, NULL},
	{"limit", KEY_WORD, offsetof(struct rule, limit), 1 << RULE_LIMIT, limit_names, NULL},
	{"pattern", KEY_TEXTS, offsetof(struct rule, replace), 1 << RULE_PATTERN, NULL, NULL},
	{"with", KEY_TEXTS, offsetof(struct rule, with), 1 << RULE_REPLACE | 1 << RULE_PATTERN, NULL, NULL},
	{"unless", KEY_TEXTS, offsetof(struct rule, unless), KINDS_TEXT | 1 << RULE_CONSISTENT, NULL, NULL},
	{"near", KEY_TEXTS, offsetof(struct rule, near), KINDS_TEXT, NULL, NULL},
	{"unless_near", KEY_TEXTS, offsetof(struct rule, unless_near), KINDS_TEXT, NULL, NULL},
	{"when", KEY_TEXTS, offsetof(struct rule, when), 1 << RULE_REQUIRE, NULL, NULL},
	{"of", KEY_TEXTS, offsetof(struct rule, of), 1 << RULE_LIMIT, NULL, NULL},
	{"to", KEY_NUMBER, offsetof(struct rule, to), 1 << RULE_LIMIT, NULL, NULL},
	{"anywhere", KEY_BOOL, offsetof(struct rule, anywhere), 1 << RULE_REPLACE | 1 << RULE_AVOID | 1 << RULE_CONSISTENT | 1 << RULE_LIMIT, NULL,
		NULL},
	{"variant", KEY_WORD, offsetof(struct rule, variant), KINDS_ALL, variant_names, variant_values},
	{"name", KEY_NAME, offsetof(struct rule, name), KINDS_ALL, NULL, NULL},
	{"message", KEY_TEXT, offsetof(struct rule, message), KINDS_ALL, NULL, NULL},
	{"severity", KEY_WORD, offsetof(struct rule, severity), KINDS_ALL, severity_names, NULL},
	{"files", KEY_TEXTS, offsetof(struct rule, files), KINDS_ALL, NULL, NULL},
	{"wrong", KEY_TEXTS, offsetof(struct rule, wrong), KINDS_ALL, NULL, NULL},
	{"right", KEY_TEXTS, offsetof(struct rule, right), KINDS_ALL, NULL, NULL},
	{"reason", KEY_TEXT, offsetof(struct rule, reason), KINDS_ALL, NULL, NULL},
};

enum { KEYS = sizeof keys / sizeof *keys };

#define FAIL(reading, node, ...) node_error((reading)->error, (reading)->rule->path, (node), __VA_ARGS__)

static bool expect_text(const struct reading *reading, const struct node *node, const char *key)
{
	if (node->kind == NODE_TEXT && *node->text)
		return true;
	return FAIL(reading, node, "“%s” must be a text, not %s", key, node->kind == NODE_TEXT ? "empty" : node_kind_name(node));
}

const struct node *texts_node(const struct texts *texts, size_t index)
{
	return texts->node->kind == NODE_LIST ? texts->node->items[index] : texts->node;
}

/* One text, or a list of them. */
static bool read_texts(const struct reading *reading, const struct node *node, const char *key, struct texts *texts)
{
	size_t count = node->kind == NODE_LIST ? node->count : 1;
	texts->node = node;
	if (count == 0)
		return FAIL(reading, node, "“%s” must be a text, not an empty list", key);
	for (size_t i = 0; i < count; i++) {
		const struct node *item = texts_node(texts, i);
		if (!expect_text(reading, item, key))
			return false;
		ARENA_PUSH(reading->arena, texts->items, texts->count, texts->capacity, item->text);
	}
	return true;
}

static bool read_word(const struct reading *reading, const struct node *node, const char *key, const char *const *words, int *index)
{
	if (!expect_text(reading, node, key))
		return false;
	for (*index = 0; words[*index]; ++*index)
		if (strcmp(words[*index], node->text) == 0)
			return true;
	return FAIL(reading, node, "“%s” must be %s, not “%s”%s", key, listed(words, reading->arena), node->text,
		hint(node->text, words, reading->arena));
}

static bool read_number(const struct reading *reading, const struct node *node, const char *key, int64_t *number)
{
	char *end = NULL;
	if (!expect_text(reading, node, key))
		return false;
	errno = 0;
	if (node->text[0] >= '0' && node->text[0] <= '9')
		*number = strtoll(node->text, &end, 10);
	if (!end || *end || errno || *number > NUMBER_MOST)
		return FAIL(reading, node, "“%s” must be a whole number from 0 to %d, not “%s”", key, NUMBER_MOST, node->text);
	return true;
}

bool rule_name_is_good(const char *name)
{
	if (!*name || *name == '-')
		return false;
	while (*name)
		if (!rule_name_takes(character_decode(&name)))
			return false;
	return true;
}

static bool read_name(const struct reading *reading, const struct node *node, const char **name)
{
	if (!expect_text(reading, node, "name"))
		return false;
	*name = node->text;
	return rule_name_is_good(node->text) || FAIL(reading, node, "“%s” cannot be a name: letters, digits, _ and - can", node->text);
}

static bool read_value(const struct reading *reading, const struct node *node, const struct rule_key *key)
{
	void *field = (char *)reading->rule + key->offset;
	int index;
	switch (key->type) {
	case KEY_TEXTS: return read_texts(reading, node, key->name, field);
	case KEY_NUMBER: return read_number(reading, node, key->name, field);
	case KEY_NAME: return read_name(reading, node, field);
	case KEY_TEXT: *(const char **)field = node->text; return expect_text(reading, node, key->name);
	case KEY_BOOL:
		if (!read_word(reading, node, key->name, bool_names, &index))
			return false;
		*(bool *)field = index;
		return true;
	case KEY_WORD:
		if (!read_word(reading, node, key->name, key->words, &index))
			return false;
		memcpy(field, key->values ? &key->values[index] : &index, sizeof index);
		return true;
	}
	return false;
}

static const struct rule_key *find_key(const char *name)
{
	for (const struct rule_key *key = keys; key < keys + KEYS; key++)
		if (strcmp(key->name, name) == 0)
			return key;
	return NULL;
}

static bool unknown_key(const struct reading *reading, const struct node *node)
{
	const char *names[KEYS + 1] = {0};
	for (size_t i = 0; i < KEYS; i++)
		names[i] = keys[i].name;
	return FAIL(reading, node, "unknown key “%s”%s", node->text, hint(node->text, names, reading->arena));
}

/* The kind is known by the one key that says it. */
static bool read_kind(const struct reading *reading, const struct node *node)
{
	const struct node *found = NULL;
	for (size_t i = 0; i < node->count; i += 2) {
		const struct rule_key *key = find_key(node->items[i]->text);
		if (!key)
			return unknown_key(reading, node->items[i]);
		for (size_t j = 0; j < i; j += 2)
			if (strcmp(node->items[j]->text, key->name) == 0)
				return FAIL(reading, node->items[i], "duplicate key “%s”", key->name);
		if (key - keys >= RULE_KIND_COUNT)
			continue;
		if (found)
			return FAIL(reading, node->items[i], "a rule has one kind: “%s” and “%s” do not go together", found->text, key->name);
		found = node->items[i];
		reading->rule->kind = (enum rule_kind)(key - keys);
	}
	return found || FAIL(reading, node, "a rule needs one of replace, avoid, consistent, require, limit and pattern");
}

/* No text is its own only cure. (A list of the lexicon has words of two forms, both right.) */
static bool check_cures(const struct reading *reading)
{
	const struct rule *rule = reading->rule;
	for (size_t i = 0; i < rule->replace.count && rule->with.count == 1; i++)
		if (strcmp(rule->with.items[0], rule->replace.items[i]) == 0)
			return FAIL(reading, texts_node(&rule->with, 0), "“%s” would be replaced with itself", rule->with.items[0]);
	return true;
}

/* What a rule of its kind cannot do without. */
static bool check_rule(const struct reading *reading, const struct node *node, bool has_to)
{
	const struct rule *rule = reading->rule;
	switch (rule->kind) {
	case RULE_REPLACE: return rule->with.count > 0 ? check_cures(reading) : FAIL(reading, node, "a rule needs “with”");
	case RULE_CONSISTENT: return rule->replace.count > 1 || FAIL(reading, rule->replace.node, "“consistent” must be a list of two forms or more");
	case RULE_LIMIT:
		if (!has_to)
			return FAIL(reading, node, "“limit” needs “to”: how many at most");
		if (rule->limit == LIMIT_TIMES && !rule->of.count)
			return FAIL(reading, node, "“limit: times” needs “of”: the text that is counted");
		return rule->limit == LIMIT_TIMES || !rule->of.count || FAIL(reading, rule->of.node, "“of” belongs to “limit: times” only");
	case RULE_PATTERN:
		if (rule->replace.count > 1)
			return FAIL(reading, rule->replace.node, "“pattern” must be one text");
		return rule->with.count < 2 || FAIL(reading, rule->with.node, "“with” of a pattern must be one text");
	default: return true;
	}
}

bool rule_read_node(struct rule *rule, const char *path, const struct node *node, struct arena *arena, struct error *error)
{
	const struct reading reading = {rule, arena, error};
	bool has_to = false;
	*rule = (struct rule){.path = path, .line = node->line, .column = node->column, .severity = -1};
	if (node->kind != NODE_MAP)
		return node_error(error, path, node, "a rule must be a map, not %s", node_is_empty(node) ? "empty" : node_kind_name(node));
	if (!read_kind(&reading, node))
		return false;
	for (size_t i = 0; i < node->count; i += 2) {
		const struct rule_key *key = find_key(node->items[i]->text);
		if (!(key->kinds >> rule->kind & 1))
			return node_error(error, path, node->items[i], "“%s” does not go with “%s”", key->name, keys[rule->kind].name);
		if (!read_value(&reading, node->items[i + 1], key))
			return false;
		has_to |= key->type == KEY_NUMBER;
	}
	return check_rule(&reading, node, has_to);
}

/* The list in a document; NULL with a sentence. */
static const struct node *list_in(const char *path, const struct node *root, struct error *error)
{
	const struct node *list = root->kind == NODE_MAP && root->count == 2 && strcmp(root->items[0]->text, "rules") == 0 ? root->items[1] : NULL;
	if (list && (list->kind == NODE_LIST || node_is_empty(list)))
		return list;
	node_error(error, path, list ? list : root, "must be “rules:” and a list of them");
	return NULL;
}

bool rules_read(struct rules *rules, const char *path, struct str bytes, struct arena *arena, struct error *error)
{
	const struct node *root = yaml_read_list(path, bytes, 0, arena, error), *list = root ? list_in(path, root, error) : NULL;
	for (size_t i = 0; list && i < list->count; i++) {
		struct rule rule;
		if (!rule_read_node(&rule, path, list->items[i], arena, error))
			return false;
		ARENA_PUSH(arena, rules->items, rules->count, rules->capacity, rule);
	}
	return list != NULL;
}

/* Takes what is right of a list. */
static void take_all(struct rules *rules, const char *path, const struct node *list, struct arena *arena, const struct rule_errors *errors)
{
	struct error error;
	for (size_t i = 0; i < list->count; i++) {
		struct rule rule;
		if (rule_read_node(&rule, path, list->items[i], arena, &error))
			ARENA_PUSH(arena, rules->items, rules->count, rules->capacity, rule);
		else
			errors->add(errors->state, error.text);
	}
}

static size_t indent_of(struct str line)
{
	size_t indent = 0;
	while (indent < line.size && line.data[indent] == ' ')
		indent++;
	return indent;
}

/*
 * A file that is no YAML as a whole, rule by rule: each begins on a line with “- ” as far in as the first. True if the fault was in one of
 * them, and is said.
 */
static bool take_one_by_one(struct rules *rules, const char *path, struct str bytes, struct arena *arena, const struct rule_errors *errors)
{
	struct str rest = bytes, line, part = {NULL, 0};
	uint32_t number = 0, begin = 0;
	size_t indent = 0;
	bool said = false;
	for (bool more = true; more; number++) {
		more = str_take_line(&rest, &line);
		bool starts = more && line.size > indent_of(line) + 1 && !memcmp(line.data + indent_of(line), "- ", 2) &&
			      (!part.data || indent_of(line) == indent);
		if (part.data && (starts || !more)) {
			struct error error;
			part.size = (size_t)((more ? line.data : bytes.data + bytes.size) - part.data);
			const struct node *list = yaml_read_list(path, part, begin, arena, &error);
			if (list && list->kind == NODE_LIST) {
				take_all(rules, path, list, arena, errors);
			} else if (!list) {
				errors->add(errors->state, error.text);
				said = true;
			}
		}
		if (starts) {
			indent = indent_of(line);
			part.data = line.data;
			begin = number;
		}
	}
	return said;
}

void rules_read_all(struct rules *rules, const char *path, struct str bytes, struct arena *arena, const struct rule_errors *errors)
{
	struct error error;
	const struct node *root = yaml_read_list(path, bytes, 0, arena, &error), *list = root ? list_in(path, root, &error) : NULL;
	if (list)
		take_all(rules, path, list, arena, errors);
	else if (root || !take_one_by_one(rules, path, bytes, arena, errors))
		errors->add(errors->state, error.text);
}
