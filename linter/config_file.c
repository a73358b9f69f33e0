/* config_file: the keys of .kanlint.yaml. Whatever is not known is an error with its place and the nearest right name. */
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file_p.h"
#include "path_p.h"
#include "policy_p.h"
#include "yaml_walk_p.h"

enum { FILE_MAXIMUM = 1 << 20, CHAIN_MAXIMUM = 16 };

const char *const variant_words[] = {[VARIANT_NONE] = "auto",
	[VARIANT_HANS] = "hans",
	[VARIANT_HANT] = "hant",
	[VARIANT_HANT_TW] = "hant-tw",
	[VARIANT_HANT_HK] = "hant-hk",
	NULL};
const char *const fail_on_words[] = {
	[FAIL_ON_NOTE] = "note", [FAIL_ON_WARNING] = "warning", [FAIL_ON_ERROR] = "error", [FAIL_ON_NEVER] = "never", NULL};
const char *const confidence_words[] = {[CONFIDENCE_LOW] = "low", [CONFIDENCE_MEDIUM] = "medium", [CONFIDENCE_HIGH] = "high", NULL};

/* Values of a check: the first three are severities. */
static const char *const setting_words[] = {[SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error", "off", "on", NULL};
enum { SETTING_OFF = SEVERITY_ERROR + 1, SETTING_ON };

/* A file on its way into a struct config_file. */
struct reading {
	struct config *config;
	struct config_file *file;
	struct error *error;
	unsigned chain;              /* how many files extend this one */
	const char *const *absolute; /* their absolute names and this one's */
};

static struct config_file *read_file(
	struct config *config, const char *path, const char *folder, unsigned chain, const char **absolute, struct error *error);

int word_index(const char *word, const char *const *words)
{
	for (int i = 0; words[i]; i++)
		if (!strcmp(words[i], word))
			return i;
	return -1;
}

static const char *key_hint(const struct reading *reading, const char *word, const char *const *names)
{
	return hint(word, names, reading->config->arena);
}

#define FAIL(reading, node, ...) node_error((reading)->error, (reading)->file->path, (node), __VA_ARGS__)

static bool expect(const struct reading *reading, const struct node *node, enum node_kind kind, const char *what)
{
	static const char *const names[] = {[NODE_TEXT] = "a text", [NODE_LIST] = "a list", [NODE_MAP] = "a map of keys"};
	if (node->kind == kind)
		return true;
	return FAIL(reading, node, "%s must be %s, not %s", what, names[kind], node_is_empty(node) ? "empty" : node_kind_name(node));
}

static bool read_word(const struct reading *reading, const struct node *node, const char *key, const char *const *words, int *value)
{
	if (node->kind == NODE_TEXT)
		*value = word_index(node->text, words);
	else
		*value = -1;
	if (*value >= 0)
		return true;
	const char *found = node->kind != NODE_TEXT ? node_kind_name(node) : node_is_empty(node) ? "nothing" : NULL;
	const char *right = listed(words, reading->config->arena);
	if (found)
		return FAIL(reading, node, "“%s” must be %s, not %s", key, right, found);
	return FAIL(reading, node, "“%s” must be %s, not “%s”%s", key, right, node->text, key_hint(reading, node->text, words));
}

static bool read_texts(const struct reading *reading, const struct node *node, const char *key, const char ***texts, size_t *count, size_t *capacity)
{
	if (node_is_empty(node))
		return true;
	if (!expect(reading, node, NODE_LIST, key))
		return false;
	for (size_t i = 0; i < node->count; i++) {
		const struct node *item = node->items[i];
		if (!expect(reading, item, NODE_TEXT, "a pattern"))
			return false;
		if (!*item->text)
			return FAIL(reading, item, "an empty pattern");
		ARENA_PUSH(reading->config->arena, *texts, *count, *capacity, item->text);
	}
	return true;
}

/* ------------------------------------------------------------------------------------------------ checks: */

static bool read_number(const struct reading *reading, const struct node *node, const struct check_option *option, int64_t *value)
{
	char *end = NULL;
	errno = 0;
	if (node->kind != NODE_TEXT)
		return FAIL(reading, node, "“%s” must be a whole number, not %s", option->key, node_kind_name(node));
	if (*node->text && !strpbrk(node->text, " \t\n"))
		*value = strtoll(node->text, &end, 10);
	if (!end || *end || !node->plain)
		return FAIL(reading, node, "“%s” must be a whole number, not “%s”", option->key, node->text);
	if (!errno && *value >= option->minimum && *value <= option->maximum)
		return true;
	return FAIL(reading, node, "“%s” must be from %lld to %lld, not %s", option->key, (long long)option->minimum, (long long)option->maximum,
		node->text);
}

static bool read_option(const struct reading *reading, const struct node *node, const struct check_option *option, struct setting *setting)
{
	static const char *const switch_words[] = {"false", "true", NULL};
	int64_t value = 0;
	int index = 0;
	switch (option->type) {
	case OPTION_BOOL:
		if (!read_word(reading, node, option->key, switch_words, &index))
			return false;
		value = index;
		break;
	case OPTION_CHOICE:
		if (!read_word(reading, node, option->key, option->choices, &index))
			return false;
		value = index;
		break;
	case OPTION_NUMBER:
		if (!read_number(reading, node, option, &value))
			return false;
		break;
	}
	ARENA_PUSH(reading->config->arena, setting->values, setting->value_count, setting->value_capacity, (struct setting_value){option, value});
	return true;
}

static bool read_state(const struct reading *reading, const struct node *node, const char *key, struct setting *setting)
{
	int index;
	if (!read_word(reading, node, key, setting_words, &index))
		return false;
	if (index == SETTING_OFF)
		setting->state = STATE_OFF;
	else if (index == SETTING_ON)
		setting->state = STATE_ON;
	else
		setting->severity = index;
	return true;
}

static bool unknown_option(const struct reading *reading, const struct node *key, const char *name, const struct check *check, bool whole)
{
	size_t count = 0;
	while (check->options && check->options[count].key)
		count++;
	const char **names = ARENA_ARRAY(reading->config->arena, const char *, count + 2);
	names[0] = "severity";
	for (size_t i = 0; i < count; i++) {
		names[i + 1] = check->options[i].key;
		if (!whole && !strcmp(key->text, names[i + 1]))
			return FAIL(reading, key, "“%s” is an option of the whole check: set it under “%s”", key->text, check->name);
	}
	if (!whole)
		names[1] = NULL;
	return FAIL(reading, key, "“%s” has no option “%s”%s", name, key->text, key_hint(reading, key->text, names));
}

/* NAME: word, or NAME: {severity: word, OPTION: value}. */
static bool read_setting(const struct reading *reading, const char *name, const struct node *node, struct setting *setting)
{
	const struct check *check = reading->config->list.checks[setting->check];
	if (node->kind != NODE_MAP)
		return read_state(reading, node, name, setting);
	for (size_t i = 0; i < node->count; i += 2) {
		const struct node *key = node->items[i], *value = node->items[i + 1];
		const struct check_option *option = check->options;
		if (!strcmp(key->text, "severity")) {
			if (!read_state(reading, value, "severity", setting))
				return false;
			continue;
		}
		while (option && option->key && strcmp(option->key, key->text))
			option++;
		if (setting->key || !option || !option->key)
			return unknown_option(reading, key, name, check, !setting->key);
		if (!read_option(reading, value, option, setting))
			return false;
	}
	return true;
}

/* Finds the check, and the message, that a key names. */
static bool read_name(const struct reading *reading, const struct node *key, struct setting *setting)
{
	const struct config *config = reading->config;
	size_t size = strcspn(key->text, ".");
	const char *name = arena_copy(config->arena, (struct str){key->text, size}).data;
	setting->check = check_list_find(&config->list, name);
	if (setting->check == config->list.count)
		return FAIL(reading, key, "unknown check “%s”%s", name, key_hint(reading, name, config->list.names));
	if (key->text[size])
		setting->key = key->text + size + 1;
	struct error error;
	return name_known(&config->list, key->text, "", config->arena, &error) || FAIL(reading, key, "%s", error.text);
}

/* The built-in profiles speak of the checks of this program; in another table they may be missing. */
static bool is_of_other_table(const struct reading *reading, const char *name)
{
	return reading->file->profile && reading->config->other_table && check_list_find(&reading->config->list, name) == reading->config->list.count;
}

static bool read_checks(const struct reading *reading, const struct node *node, struct settings *settings)
{
	if (node_is_empty(node))
		return true;
	if (!expect(reading, node, NODE_MAP, "checks"))
		return false;
	for (int single = 0; single < 2; single++)
		for (size_t i = 0; i < node->count; i += 2) {
			const struct node *key = node->items[i];
			if ((strchr(key->text, '.') != NULL) != single || is_of_other_table(reading, key->text))
				continue;
			struct setting setting = {.severity = -1, .line = key->line, .column = key->column};
			if (!read_name(reading, key, &setting) || !read_setting(reading, key->text, node->items[i + 1], &setting))
				return false;
			ARENA_PUSH(reading->config->arena, settings->items, settings->count, settings->capacity, setting);
		}
	return true;
}

/* ------------------------------------------------------------------------------------------------ the file */

static bool read_override(const struct reading *reading, const struct node *node)
{
	static const char *const keys[] = {"files", "checks", NULL};
	struct override override = {0};
	const struct node *files = NULL;
	if (!expect(reading, node, NODE_MAP, "an override"))
		return false;
	for (size_t i = 0; i < node->count; i += 2) {
		const struct node *key = node->items[i], *value = node->items[i + 1];
		switch (word_index(key->text, keys)) {
		case 0:
			files = value;
			if (!read_texts(reading, value, "files", &override.files, &override.file_count, &override.file_capacity))
				return false;
			break;
		case 1:
			if (!read_checks(reading, value, &override.checks))
				return false;
			break;
		default: return FAIL(reading, key, "unknown key “%s” in an override%s", key->text, key_hint(reading, key->text, keys));
		}
	}
	if (!override.file_count)
		return FAIL(reading, files ? files : node, "an override needs “files”: a list of patterns");
	ARENA_PUSH(reading->config->arena, reading->file->overrides, reading->file->override_count, reading->file->override_capacity, override);
	return true;
}

static bool read_overrides(const struct reading *reading, const struct node *node)
{
	if (node_is_empty(node))
		return true;
	if (!expect(reading, node, NODE_LIST, "overrides"))
		return false;
	for (size_t i = 0; i < node->count; i++)
		if (!read_override(reading, node->items[i]))
			return false;
	return true;
}

static bool set_parent(const struct reading *reading, const struct profile *profile)
{
	const char *wanted = reading->config->options.profile; /* --profile takes the place of the one that files extend */
	reading->file->parent = config_file_profile(reading->config, wanted ? profile_find(wanted) : profile, reading->error);
	return reading->file->parent != NULL;
}

static bool read_extends(const struct reading *reading, const struct node *node)
{
	struct config *config = reading->config;
	if (!expect(reading, node, NODE_TEXT, "extends"))
		return false;
	const struct profile *profile = profile_find(node->text);
	if (profile)
		return set_parent(reading, profile);
	const char *path = path_join(path_folder(reading->file->path, config->arena).data, node->text, config->arena);
	if (!*node->text || (!strpbrk(node->text, "/.") && access(path, F_OK) != 0))
		return FAIL(reading, node, "unknown profile “%s”%s", node->text, key_hint(reading, node->text, profile_names));
	if (access(path, F_OK) != 0)
		return FAIL(reading, node, "cannot extend “%s”: %s", node->text, strerror(errno));
	struct stat status;
	if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) /* of a pipe nobody may write the end */
		return FAIL(reading, node, "cannot extend “%s”: it is no file", node->text);
	const char *absolute = path_absolute(path, config->arena), *folder = path_folder(absolute, config->arena).data;
	for (unsigned i = 0; i <= reading->chain; i++)
		if (!strcmp(reading->absolute[i], absolute))
			return FAIL(reading, node, "“%s” extends itself", node->text);
	if (reading->chain + 1 >= CHAIN_MAXIMUM)
		return FAIL(reading, node, "more than %d files extend one another", CHAIN_MAXIMUM);
	const char *names[CHAIN_MAXIMUM];
	memcpy(names, reading->absolute, (reading->chain + 1) * sizeof *names);
	names[reading->chain + 1] = absolute;
	if (config->options.config)
		folder = reading->file->folder;
	reading->file->parent = read_file(config, path, folder, reading->chain + 1, names, reading->error);
	return reading->file->parent != NULL;
}

static bool read_top(const struct reading *reading, const struct node *root)
{
	static const char *const keys[] = {"extends", "variant", "fail_on", "confidence", "exclude", "checks", "overrides", "rules", "words", "plugins", NULL};
	struct config_file *file = reading->file;
	if (!expect(reading, root, NODE_MAP, "a configuration"))
		return false;
	for (size_t i = 0; i < root->count; i += 2) {
		const struct node *key = root->items[i], *value = root->items[i + 1];
		bool done = true;
		switch (word_index(key->text, keys)) {
		case 0: done = read_extends(reading, value); break;
		case 1: done = read_word(reading, value, "variant", variant_words, &file->variant); break;
		case 2: done = read_word(reading, value, "fail_on", fail_on_words, &file->fail_on); break;
		case 3: done = read_word(reading, value, "confidence", confidence_words, &file->confidence); break;
		case 4: done = read_texts(reading, value, "exclude", &file->exclude, &file->exclude_count, &file->exclude_capacity); break;
		case 5: done = read_checks(reading, value, &file->checks); break;
		case 6: done = read_overrides(reading, value); break;
		case 7: done = config_read_rules(reading->config, file, value, reading->error); break;
		case 8: done = config_read_words(reading->config, file, value, reading->error); break;
		case 9: /* the tree may be a stranger's, and a plug-in is code */
			done = FAIL(reading, key, "“plugins” cannot stand here: name them after --plugin, or in ~/.config/kanlint/config.yaml");
			break;
		default: done = FAIL(reading, key, "unknown key “%s”%s", key->text, key_hint(reading, key->text, keys));
		}
		if (!done)
			return false;
	}
	return true;
}

static struct config_file *new_file(struct config *config, const char *path, const char *folder)
{
	struct config_file *file = ARENA_NEW(config->arena, struct config_file);
	*file = (struct config_file){.path = path, .folder = folder, .variant = -1, .fail_on = -1, .confidence = -1};
	return file;
}

static struct config_file *read_file(
	struct config *config, const char *path, const char *folder, unsigned chain, const char **absolute, struct error *error)
{
	struct reading reading = {config, new_file(config, path, folder), error, chain, absolute};
	struct str bytes;
	if (!file_read(path, FILE_MAXIMUM, &bytes, config->arena, error))
		return NULL;
	struct node *root = yaml_read(path, bytes, config->arena, error);
	if (!root || (!node_is_empty(root) && !read_top(&reading, root)))
		return NULL;
	return reading.file->parent || set_parent(&reading, &profiles[0]) ? reading.file : NULL;
}

struct config_file *config_file_read(struct config *config, const char *path, const char *folder, struct error *error)
{
	const char *names[CHAIN_MAXIMUM] = {path_absolute(path, config->arena)};
	return read_file(config, path, folder, 0, names, error);
}

struct config_file *config_file_profile(struct config *config, const struct profile *profile, struct error *error)
{
	struct config_file **place = &config->profile_files[profile - profiles];
	if (*place)
		return *place;
	const char *path = arena_format(config->arena, "config/%s.yaml", profile->name).data;
	struct reading reading = {.config = config, .file = new_file(config, path, "/"), .error = error};
	reading.file->profile = profile;
	struct str bytes = {(const char *)profile->text, profile->size};
	struct node *root = yaml_read(path, bytes, config->arena, error);
	if (!root || (!node_is_empty(root) && !read_top(&reading, root)))
		return NULL;
	reading.file->parent = NULL;
	return *place = reading.file;
}
