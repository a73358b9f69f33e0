/* policy: the profile's set, then each file of the chain from its root, then the command line. */
#include "policy_p.h"

#include "rule_set_p.h"

static size_t message_count(const struct check *check)
{
	size_t count = 0;
	while (check->messages[count].text)
		count++;
	return count;
}

static void set_value(void *settings, const struct check_option *option, int64_t value)
{
	char *field = (char *)settings + option->offset;
	switch (option->type) {
	case OPTION_BOOL: *(bool *)(void *)field = value != 0; break;
	case OPTION_NUMBER: *(int64_t *)(void *)field = value; break;
	case OPTION_CHOICE: *(int *)(void *)field = (int)value; break;
	}
}

/* All as the checks themselves say, on where the profile has it. */
static struct policy *initial_policy(const struct config *config, const struct check_list *list, unsigned profile_bit)
{
	struct arena *arena = config->arena;
	struct policy *policy = ARENA_NEW(arena, struct policy);
	*policy = (struct policy){.variant = VARIANT_NONE, .fail_on = FAIL_ON_WARNING, .confidence = CONFIDENCE_HIGH, .list = list};
	policy->checks = ARENA_ARRAY(arena, struct check_policy, list->count);
	for (size_t i = 0; i < list->count; i++) {
		const struct check *check = list->checks[i];
		struct check_policy *of_check = &policy->checks[i];
		of_check->messages = ARENA_ARRAY(arena, struct message_policy, message_count(check) + 1);
		for (size_t j = 0; check->messages[j].text; j++)
			of_check->messages[j] = (struct message_policy){
				.on = (check->messages[j].profiles & profile_bit) != 0, .severity = check->messages[j].severity};
		of_check->settings = ARENA_ARRAY(arena, char, check->settings_size + 1);
		for (const struct check_option *option = check->options; option && option->key; option++)
			set_value(of_check->settings, option, option->initial);
	}
	return policy;
}

/*
 * What a user says about a check that is wholly off, other than "off", puts it on; else a severity or an option leaves
 * the set of its messages alone. A profile's file has no say in what is on.
 */
static void apply_setting(const struct check_list *list, const struct setting *setting, bool is_profile, struct policy *policy)
{
	const struct check *check = list->checks[setting->check];
	struct check_policy *of_check = &policy->checks[setting->check];
	bool any = false;
	for (size_t j = 0; check->messages[j].text; j++)
		if (!setting->key || (check->messages[j].key && !strcmp(check->messages[j].key, setting->key)))
			any |= of_check->messages[j].on;
	of_check->named |= !is_profile && setting->state != STATE_OFF;
	bool wake = setting->state == STATE_ON || (setting->state == STATE_UNSAID && !any && !is_profile);
	for (size_t j = 0; check->messages[j].text; j++) {
		struct message_policy *message = &of_check->messages[j];
		if (setting->key && (!check->messages[j].key || strcmp(check->messages[j].key, setting->key)))
			continue;
		message->on = setting->state != STATE_OFF && (message->on || wake);
		if (setting->severity >= 0) {
			message->severity = (enum severity)setting->severity;
			message->said = true;
		}
	}
	for (size_t j = 0; j < setting->value_count; j++)
		set_value(of_check->settings, setting->values[j].option, setting->values[j].value);
}

static void apply_settings(const struct check_list *list, const struct settings *settings, bool is_profile, struct policy *policy)
{
	for (size_t i = 0; i < settings->count; i++)
		apply_setting(list, &settings->items[i], is_profile, policy);
}

/* Applies a file after what it extends. KEY: a byte for each override, parents' first. Returns the bytes used. */
static size_t apply_file(const struct config *config, const struct config_file *file, const char *key, struct policy *policy)
{
	size_t used = file->parent ? apply_file(config, file->parent, key, policy) : 0;
	if (file->variant >= 0)
		policy->variant = (enum variant)file->variant;
	if (file->fail_on >= 0)
		policy->fail_on = (enum fail_on)file->fail_on;
	if (file->confidence >= 0)
		policy->confidence = (enum confidence)file->confidence;
	apply_settings(policy->list, &file->checks, file->profile != NULL, policy);
	for (size_t i = 0; i < file->override_count; i++)
		if (key[used + i] == '1')
			apply_settings(policy->list, &file->overrides[i].checks, false, policy);
	return used + file->override_count;
}

static void apply_options(struct config *config, struct policy *policy)
{
	const struct config_options *options = &config->options;
	if (options->variant >= 0)
		policy->variant = (enum variant)options->variant;
	if (options->fail_on >= 0)
		policy->fail_on = (enum fail_on)options->fail_on;
	if (options->confidence >= 0)
		policy->confidence = (enum confidence)options->confidence;
	selection_apply(config, policy);
}

/* Prepares a block of settings, or takes one that is alike. */
static bool prepare(struct config *config, size_t index, struct check_policy *policy, struct error *error)
{
	const struct check *check = config->list.checks[index];
	size_t size = check->settings_size;
	for (const struct prepared *old = config->prepared[index]; old; old = old->next)
		if (!size || !memcmp(old->raw, policy->settings, size)) {
			policy->settings = old->settings;
			return true;
		}
	struct prepared *fresh = ARENA_NEW(config->arena, struct prepared);
	fresh->raw = arena_copy(config->arena, (struct str){policy->settings, size}).data;
	fresh->settings = policy->settings;
	if (check->prepare && !check->prepare(policy->settings, config->data, config->arena, error))
		return false;
	fresh->next = config->prepared[index];
	config->prepared[index] = fresh;
	return true;
}

/* A check that cannot be prepared here is off where a profile, a family or a glob put it on, and an error where its name did. */
static bool prepare_or_leave(struct config *config, size_t index, struct check_policy *policy, struct error *error)
{
	const struct check *check = config->list.checks[index];
	struct error why = {""};
	if (prepare(config, index, policy, &why))
		return true;
	if (policy->named)
		return error_set(error, "%s: %s", check->name, why.text);
	policy->on = false;
	for (size_t j = 0; check->messages[j].text; j++)
		policy->messages[j].on = false;
	return true;
}

/* The words that a chain allows, ends in NULL. */
static const struct allowed_words *const *allowed_of(const struct config_file *file, struct arena *arena)
{
	const struct allowed_words **list = NULL;
	size_t count = 0, capacity = 0;
	for (; file; file = file->parent)
		if (file->allowed)
			ARENA_PUSH(arena, list, count, capacity, file->allowed);
	ARENA_PUSH(arena, list, count, capacity, NULL);
	return list;
}

/* What the last bytes of the key say: which sets of files of the rules hold. */
static void apply_rules(struct policy *policy, const struct rule_set *rules, const char *scopes, struct arena *arena)
{
	bool *on = ARENA_ARRAY(arena, bool, strlen(scopes) + 1);
	for (size_t i = 0; scopes[i]; i++)
		on[i] = scopes[i] == '1';
	policy->rules = rules;
	policy->rule_scopes = on;
	policy->rule_messages = policy->checks[check_list_rules(policy->list)].messages;
}

struct policy *policy_make(struct config *config, struct config_file *file, const char *key, struct error *error)
{
	const struct rule_set *rules = config_rules(config, file);
	const struct check_list *list = rules ? rule_set_list(rules) : &config->list;
	struct policy *policy = initial_policy(config, list, policy_profile(file)->bit);
	if (!config_check_rule_names(config, file, list, error))
		return NULL;
	size_t used = apply_file(config, file, key, policy);
	apply_options(config, policy);
	policy->allowed = allowed_of(file, config->arena);
	policy->keeps_hidden = config->options.keeps_hidden;
	if (rules)
		apply_rules(policy, rules, key + used, config->arena);
	for (size_t i = 0; i < list->count; i++) {
		struct check_policy *of_check = &policy->checks[i];
		for (size_t j = 0; list->checks[i]->messages[j].text; j++)
			of_check->on |= of_check->messages[j].on;
		if (of_check->on && !prepare_or_leave(config, i, of_check, error))
			return NULL;
	}
	return policy;
}
