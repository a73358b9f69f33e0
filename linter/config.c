/* config: what the user set. */
#include "config_p.h"

struct config {
	struct arena *arena;
	struct policy policy;
};

struct config *config_new(const struct config_options *options, const struct data *data, struct arena *arena, struct error *error)
{
	struct config *config = ARENA_NEW(arena, struct config);
	size_t count = 0;
	while (checks_table[count])
		count++;
	config->policy = (struct policy){.fail_on = FAIL_ON_WARNING, .confidence = CONFIDENCE_HIGH};
	config->policy.checks = ARENA_ARRAY(arena, struct check_policy, count);
	for (size_t i = 0; i < count; i++) {
		const struct check *check = checks_table[i];
		struct check_policy *policy = &config->policy.checks[i];
		size_t messages = 0;
		while (check->messages[messages].text)
			messages++;
		policy->messages = ARENA_ARRAY(arena, struct message_policy, messages);
		bool selected = !options->select || strstr(options->select, check->name);
		for (size_t j = 0; j < messages; j++) {
			policy->messages[j].on = selected && (options->select || (check->messages[j].profiles & PROFILE_DEFAULT));
			policy->messages[j].severity = check->messages[j].severity;
			policy->on |= policy->messages[j].on;
		}
		char *settings = ARENA_ARRAY(arena, char, check->settings_size + 1);
		for (const struct check_option *option = check->options; option && option->key; option++) {
			void *field = settings + option->offset;
			switch (option->type) {
			case OPTION_BOOL: *(bool *)field = option->initial != 0; break;
			case OPTION_NUMBER: *(int64_t *)field = option->initial; break;
			case OPTION_CHOICE: *(int *)field = (int)option->initial; break;
			}
		}
		policy->settings = settings;
		if (check->prepare && !check->prepare(settings, data, arena, error))
			return NULL;
	}
	return config;
}

const struct policy *config_policy(struct config *config, const char *path, struct error *error, bool *said)
{
	(void)path, (void)error, (void)said;
	return &config->policy;
}
