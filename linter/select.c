/* select: names of checks as a person writes them: NAME, NAME.KEY, a family (punct, punct_*), a glob. */
#include "policy_p.h"

#include "yaml_walk_p.h"

static bool is_glob(const char *name)
{
	return strpbrk(name, "*?[") != NULL;
}

/* Bytes of the family in a check's name, without the underscore. */
static size_t family_size(const char *name)
{
	return strcspn(name, "_");
}

struct check_list check_list_make(const struct check *const *table, struct arena *arena)
{
	struct check_list list = {0};
	while (table[list.count])
		list.count++;
	const struct check **checks = ARENA_ARRAY(arena, const struct check *, list.count + 3);
	memcpy(checks, table, list.count * sizeof *checks);
	checks[list.count++] = &check_house_rule;
	checks[list.count++] = &check_unused_silencing;
	const char **names = ARENA_ARRAY(arena, const char *, list.count + 1);
	const char **selectors = ARENA_ARRAY(arena, const char *, 2 * list.count + 1);
	size_t count = 0;
	for (size_t i = 0; i < list.count; i++) {
		selectors[count++] = names[i] = checks[i]->name;
		size_t size = family_size(names[i]);
		bool seen = false;
		for (size_t j = 0; j < count - 1; j++)
			seen |= strlen(selectors[j]) == size && !memcmp(selectors[j], names[i], size);
		if (!seen)
			selectors[count++] = arena_copy(arena, (struct str){names[i], size}).data;
	}
	list.checks = checks;
	list.names = names;
	list.selectors = selectors;
	return list;
}

const struct check_list *check_list_with_rules(const struct check_list *list, const struct check *rules, struct arena *arena)
{
	struct check_list *fresh = ARENA_NEW(arena, struct check_list);
	const struct check **checks = ARENA_ARRAY(arena, const struct check *, list->count + 1);
	memcpy(checks, list->checks, list->count * sizeof *checks);
	checks[check_list_rules(list)] = rules;
	*fresh = *list;
	fresh->checks = checks;
	return fresh;
}

bool name_waits(const struct check_list *list, const char *name)
{
	size_t size = strlen(check_house_rule.name);
	return list->checks[check_list_rules(list)] == &check_house_rule && !strncmp(name, check_house_rule.name, size) && name[size] == '.' &&
	       name[size + 1];
}

size_t check_list_find(const struct check_list *list, const char *name)
{
	size_t index = 0;
	while (index < list->count && strcmp(list->names[index], name))
		index++;
	return index;
}

bool names_each(const char *text, bool spaces, bool (*visit)(struct str name, void *state), void *state)
{
	const char *borders = spaces ? ", \t\r\n" : ",";
	while (*text) {
		size_t size = strcspn(text, borders);
		struct str name = {text, size};
		while (name.size && strchr(" \t", *name.data))
			name.data++, name.size--;
		while (name.size && strchr(" \t", name.data[name.size - 1]))
			name.size--;
		if (name.size && !visit(name, state))
			return false;
		text += size + (text[size] != 0);
	}
	return true;
}

static bool name_means_check(const struct check_list *list, const char *name, const char *check)
{
	if (is_glob(name))
		return glob_match(name, check);
	if (!strcmp(name, check))
		return true;
	size_t size = strlen(name);
	if (size && name[size - 1] == '_')
		size--;
	return size == family_size(check) && !memcmp(name, check, size) && check_list_find(list, name) == list->count;
}

bool name_means(const struct check_list *list, const char *name, const struct check *check, const struct check_message *message)
{
	size_t size = strcspn(name, ".");
	if (!name[size])
		return name_means_check(list, name, check->name);
	if (!message->key)
		return false;
	size_t length = strlen(check->name);
	if (!is_glob(name))
		return size == length && !memcmp(name, check->name, size) && !strcmp(name + size + 1, message->key);
	char full[256];
	size_t key_size = strlen(message->key);
	if (length + key_size + 2 > sizeof full)
		return false;
	memcpy(full, check->name, length);
	full[length] = '.';
	memcpy(full + length + 1, message->key, key_size + 1);
	return glob_match(name, full);
}

/* The keys of a check's messages, ends in NULL. */
static const char *const *keys_of(const struct check *check, struct arena *arena)
{
	size_t count = 0, kept = 0;
	while (check->messages[count].text)
		count++;
	const char **keys = ARENA_ARRAY(arena, const char *, count + 1);
	for (size_t i = 0; i < count; i++)
		if (check->messages[i].key)
			keys[kept++] = check->messages[i].key;
	return keys;
}

bool name_known(const struct check_list *list, const char *name, const char *prefix, struct arena *arena, struct error *error)
{
	for (size_t i = 0; i < list->count; i++)
		for (const struct check_message *message = list->checks[i]->messages; message->text; message++)
			if (name_means(list, name, list->checks[i], message))
				return true;
	if (name_waits(list, name))
		return true;
	if (is_glob(name))
		return error_set(error, "%sno check has a name like “%s”", prefix, name);
	size_t size = strcspn(name, ".");
	size_t index = check_list_find(list, arena_copy(arena, (struct str){name, size}).data);
	if (!name[size] || index == list->count)
		return error_set(error, "%sunknown check “%s”%s", prefix, name,
			hint(arena_copy(arena, (struct str){name, size}).data, list->selectors, arena));
	const char *const *keys = keys_of(list->checks[index], arena);
	if (index == check_list_rules(list)) {
		const char *near = nearest_name(name + size + 1, keys);
		return near ? error_set(error, "%sthere is no rule “%s”; did you mean “%s.%s”?", prefix, name + size + 1, list->names[index], near)
			    : error_set(error, "%sthere is no rule “%s”", prefix, name + size + 1);
	}
	if (!*keys)
		return error_set(error, "%s“%s” has only one message: write “%s”", prefix, list->names[index], list->names[index]);
	const char *key = nearest_name(name + size + 1, keys);
	return error_set(error, "%s“%s” has no message “%s”; did you mean “%s.%s”?", prefix, list->names[index], name + size + 1, list->names[index],
		key ? key : keys[0]);
}

/* One of --select and --ignore on its way. */
struct selection {
	struct config *config;
	const struct check_list *list;
	struct arena *arena;
	struct error *error;
	const char *prefix;
	struct policy *policy;
	bool plus; /* names may begin with + */
	bool turn_on;
	size_t plain, count; /* names without +, all */
};

static const char *without_plus(const struct selection *selection, struct str name)
{
	bool plus = selection->plus && name.data[0] == '+';
	return arena_copy(selection->arena, (struct str){name.data + plus, name.size - plus}).data;
}

static bool check_name(struct str name, void *state)
{
	struct selection *selection = state;
	selection->count++;
	selection->plain += !(selection->plus && name.data[0] == '+');
	const char *text = without_plus(selection, name);
	if (name_waits(selection->list, text)) {
		struct waiting_name *waiting = ARENA_NEW(selection->arena, struct waiting_name);
		*waiting = (struct waiting_name){.name = text, .prefix = selection->prefix, .next = selection->config->waiting};
		selection->config->waiting = waiting;
	}
	return name_known(selection->list, text, selection->prefix, selection->arena, selection->error);
}

/* Which of the names that wait are known to a policy's list? */
static void settle_waiting(struct config *config, const struct check_list *list)
{
	struct error error;
	for (struct waiting_name *waiting = config->waiting; waiting; waiting = waiting->next)
		if (!waiting->known && !name_waits(list, waiting->name)) {
			waiting->known = name_known(list, waiting->name, waiting->prefix, config->arena, &error);
			waiting->sentence = waiting->known ? NULL : arena_strdup(config->arena, error.text);
		}
}

static bool apply_name(struct str name, void *state)
{
	struct selection *selection = state;
	const char *text = without_plus(selection, name);
	for (size_t i = 0; i < selection->list->count; i++) {
		const struct check *check = selection->list->checks[i];
		for (size_t j = 0; check->messages[j].text; j++)
			if (name_means(selection->list, text, check, &check->messages[j]))
				selection->policy->checks[i].messages[j].on = selection->turn_on;
		size_t size = strcspn(text, ".");
		if (selection->turn_on && strlen(check->name) == size && !memcmp(check->name, text, size))
			selection->policy->checks[i].named = true;
	}
	return true;
}

static bool check_names(struct selection *selection, const char *text)
{
	selection->count = selection->plain = 0;
	if (!names_each(text, false, check_name, selection))
		return false;
	return selection->count || error_set(selection->error, "%sno check is named", selection->prefix);
}

bool selection_check(struct config *config, struct error *error)
{
	const struct config_options *options = &config->options;
	struct selection selection = {
		.config = config, .list = &config->list, .arena = config->arena, .error = error, .prefix = "--select: ", .plus = true};
	if (options->select && !check_names(&selection, options->select))
		return false;
	selection.prefix = "--ignore: ";
	selection.plus = false;
	return !options->ignore || check_names(&selection, options->ignore);
}

/* Does a list have a name without a plus? */
static bool has_plain(const char *names)
{
	struct str name;
	for (struct str rest = str_from(names); rest.size; rest.data += name.size + (name.size < rest.size), rest.size = strlen(rest.data)) {
		name = (struct str){rest.data, strcspn(rest.data, ",")};
		size_t blank = strspn(name.data, " \t");
		if (blank < name.size && name.data[blank] != '+')
			return true;
	}
	return false;
}

void selection_apply(struct config *config, struct policy *policy)
{
	const struct config_options *options = &config->options;
	struct error unused;
	struct selection selection = {.config = config,
		.list = policy->list,
		.arena = config->arena,
		.error = &unused,
		.prefix = "",
		.policy = policy,
		.plus = true,
		.turn_on = true};
	settle_waiting(config, policy->list);
	if (options->select) {
		for (size_t i = 0; i < policy->list->count && has_plain(options->select); i++)
			for (size_t j = 0; policy->list->checks[i]->messages[j].text; j++)
				policy->checks[i].messages[j].on = false;
		names_each(options->select, false, apply_name, &selection);
	}
	selection.plus = selection.turn_on = false;
	if (options->ignore)
		names_each(options->ignore, false, apply_name, &selection);
}
