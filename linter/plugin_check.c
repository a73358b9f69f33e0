/* plugin_check: what a plug-in says of its checks is taken for granted everywhere else, so it is looked at once, here. */
#include "plugin_p.h"

enum {
	NAME_LONGEST = 64,  /* bytes */
	MESSAGES_MOST = 64, /* a bit for each in a word */
	OPTIONS_MOST = 256,
	SETTINGS_LARGEST = 1 << 20,
	NEEDS_ALL = NEED_SENTENCES | NEED_PAIRS | NEED_FIGURES | NEED_WORDS | NEED_LEXICON | NEED_NAMES,
};

/* Small letters, digits and underscores, as YAML, globs and the command line want them. */
static bool is_word(const char *name)
{
	size_t size = strlen(name);
	return size <= NAME_LONGEST && name[0] >= 'a' && name[0] <= 'z' && name[size - 1] != '_' &&
	       strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == size;
}

static bool message_is_right(const struct check *check, size_t index, struct error *error)
{
	const struct check_message *message = &check->messages[index];
	bool only = index == 0 && !message[1].text;
	if (!message->key && !only)
		return error_set(error, "check “%s”: message %zu has no key, and it is not the only one", check->name, index);
	if (message->key && (!is_word(message->key)))
		return error_set(error, "check “%s”: “%s” is no key of a message: small letters, digits and _", check->name, message->key);
	for (size_t i = 0; i < index; i++)
		if (!strcmp(check->messages[i].key, message->key))
			return error_set(error, "check “%s”: two messages have the key “%s”", check->name, message->key);
	if ((unsigned)message->severity > SEVERITY_ERROR || (unsigned)message->confidence > CONFIDENCE_HIGH)
		return error_set(error, "check “%s”: message %zu has an unknown severity or confidence", check->name, index);
	if (message->profiles & ~(unsigned)PROFILES_ALL)
		return error_set(error, "check “%s”: message %zu is of an unknown profile", check->name, index);
	return true;
}

static bool messages_are_right(const struct check *check, struct error *error)
{
	if (!check->messages || !check->messages[0].text)
		return error_set(error, "check “%s”: it has no messages", check->name);
	for (size_t i = 0; check->messages[i].text; i++) {
		if (i == MESSAGES_MOST)
			return error_set(error, "check “%s”: it has more than %d messages, or their list has no end", check->name, MESSAGES_MOST);
		if (!message_is_right(check, i, error))
			return false;
	}
	return true;
}

/* Bytes of an option's field; 0: unknown type. */
static size_t field_size(enum option_type type)
{
	switch (type) {
	case OPTION_BOOL: return sizeof(bool);
	case OPTION_NUMBER: return sizeof(int64_t);
	case OPTION_CHOICE: return sizeof(int);
	}
	return 0;
}

/* The range in which an option's first value must be. */
static bool range_of(const struct check_option *option, int64_t *minimum, int64_t *maximum)
{
	*minimum = option->type == OPTION_NUMBER ? option->minimum : 0;
	*maximum = option->type == OPTION_NUMBER ? option->maximum : 1;
	if (option->type != OPTION_CHOICE)
		return true;
	if (!option->choices)
		return false;
	for (*maximum = -1; option->choices[*maximum + 1];)
		++*maximum;
	return *maximum >= 0;
}

static bool option_is_right(const struct check *check, size_t index, struct error *error)
{
	const struct check_option *option = &check->options[index];
	size_t size = field_size(option->type);
	int64_t minimum, maximum;
	if (!is_word(option->key) || !strcmp(option->key, "severity"))
		return error_set(error, "check “%s”: “%s” cannot be an option's key", check->name, option->key);
	for (size_t i = 0; i < index; i++)
		if (!strcmp(check->options[i].key, option->key))
			return error_set(error, "check “%s”: two options have the key “%s”", check->name, option->key);
	if (size == 0)
		return error_set(error, "check “%s”: option “%s” is of an unknown type", check->name, option->key);
	if (!option->help)
		return error_set(error, "check “%s”: option “%s” has no help", check->name, option->key);
	if (option->offset > check->settings_size || check->settings_size - option->offset < size || option->offset % size != 0)
		return error_set(error, "check “%s”: option “%s” lies outside the settings (offset %zu of %zu bytes)", check->name, option->key,
			option->offset, check->settings_size);
	if (!range_of(option, &minimum, &maximum))
		return error_set(error, "check “%s”: option “%s” has no choices", check->name, option->key);
	if (option->initial < minimum || option->initial > maximum)
		return error_set(error, "check “%s”: the default of option “%s” is not among its values", check->name, option->key);
	return true;
}

static bool options_are_right(const struct check *check, struct error *error)
{
	if (check->settings_size > SETTINGS_LARGEST)
		return error_set(error, "check “%s”: settings of %zu bytes", check->name, check->settings_size);
	for (size_t i = 0; check->options && check->options[i].key; i++) {
		if (i == OPTIONS_MOST)
			return error_set(error, "check “%s”: it has more than %d options, or their list has no end", check->name, OPTIONS_MOST);
		if (!option_is_right(check, i, error))
			return false;
	}
	return true;
}

bool plugin_check(const struct check *check, struct error *error)
{
	if (check->struct_size != sizeof *check)
		return error_set(error, "a check has the wrong struct_size (%zu, not %zu): write .struct_size = sizeof(struct check)",
			check->struct_size, sizeof *check);
	if (!check->name)
		return error_set(error, "a check has no name");
	if (!is_word(check->name) || !strchr(check->name, '_'))
		return error_set(error, "“%s” is no name of a check: FAMILY_FAULT, small letters, digits and _", check->name);
	if (!check->summary || !*check->summary)
		return error_set(error, "check “%s”: it has no summary", check->name);
	if (!check->run)
		return error_set(error, "check “%s”: it has no function run", check->name);
	if (check->needs & ~(unsigned)NEEDS_ALL || (unsigned)check->scope > SCOPE_PARAGRAPH)
		return error_set(error, "check “%s”: it needs a layer, or has a scope, that is unknown", check->name);
	return messages_are_right(check, error) && options_are_right(check, error);
}
