/* config_print: a policy as YAML that gives the same policy when it is read. */
#include <stdio.h>

#include "diagnostic_p.h"
#include "path_p.h"
#include "policy_p.h"
#include "rule_set_p.h"
#include "yaml_walk_p.h"

static int64_t value_of(const void *settings, const struct check_option *option)
{
	const char *field = (const char *)settings + option->offset;
	switch (option->type) {
	case OPTION_BOOL: return *(const bool *)(const void *)field;
	case OPTION_NUMBER: return *(const int64_t *)(const void *)field;
	default: return *(const int *)(const void *)field;
	}
}

static const char *state_word(const struct message_policy *message)
{
	return message->on ? severity_name(message->severity) : "off";
}

static void print_options(FILE *out, const struct check *check, const void *settings, const char *separator)
{
	for (const struct check_option *option = check->options; option && option->key; option++) {
		int64_t value = value_of(settings, option);
		fprintf(out, "%s%s: ", separator, option->key);
		if (option->type == OPTION_NUMBER)
			fprintf(out, "%lld", (long long)value);
		else
			fputs(option->type == OPTION_BOOL ? (value ? "true" : "false") : option->choices[value], out);
		separator = ", ";
	}
}

/* Is this the first message of its key? */
static bool is_first(const struct check *check, size_t message)
{
	for (size_t i = 0; i < message; i++)
		if (check->messages[i].key && !strcmp(check->messages[i].key, check->messages[message].key))
			return false;
	return true;
}

static void print_check(FILE *out, const struct check *check, const struct check_policy *policy)
{
	bool has_options = check->options && check->options->key;
	if (!check->messages[0].key) {
		const char *word = state_word(&policy->messages[0]);
		fprintf(out, has_options ? "  %s: {severity: %s" : "  %s: %s", check->name, word);
	} else if (has_options) {
		fprintf(out, "  %s: {", check->name);
	}
	if (has_options) {
		print_options(out, check, policy->settings, check->messages[0].key ? "" : ", ");
		putc('}', out);
	}
	if (has_options || !check->messages[0].key)
		putc('\n', out);
	for (size_t i = 0; check->messages[i].text; i++)
		if (check->messages[i].key && is_first(check, i))
			fprintf(out, "  %s.%s: %s\n", check->name, check->messages[i].key, state_word(&policy->messages[i]));
}

/* A text between quotes that YAML reads back. */
static void print_text(FILE *out, const char *text)
{
	putc('"', out);
	for (; *text; text++) {
		unsigned char byte = (unsigned char)*text;
		if (byte == '"' || byte == '\\')
			fprintf(out, "\\%c", byte);
		else if (byte < 0x20 || byte == 0x7F)
			fprintf(out, "\\x%02X", byte);
		else
			putc(byte, out);
	}
	putc('"', out);
}

/* Of a chain only what stands beside the first file: patterns mean something else in another folder. */
static void print_exclude(FILE *out, const struct config_file *file)
{
	const char *folder = file->folder;
	bool any = false;
	for (; file; file = file->parent)
		for (size_t i = 0; i < file->exclude_count && !strcmp(file->folder, folder); i++) {
			fputs(any ? "  - " : "exclude:\n  - ", out);
			print_text(out, file->exclude[i]);
			putc('\n', out);
			any = true;
		}
}

static void print_node(FILE *out, const struct node *node)
{
	if (node->kind == NODE_TEXT) {
		print_text(out, node->text);
		return;
	}
	putc(node->kind == NODE_LIST ? '[' : '{', out);
	for (size_t i = 0; i < node->count; i++) {
		fputs(i == 0 ? "" : node->kind == NODE_MAP && i % 2 ? ": " : ", ", out);
		print_node(out, node->items[i]);
	}
	putc(node->kind == NODE_LIST ? ']' : '}', out);
}

/* A rule that stands in the configuration keeps the name that it has from there. */
static void print_rule(FILE *out, const struct node *node, const char *path, struct arena *arena)
{
	bool has_name = false;
	for (size_t i = 0; i < node->count; i += 2)
		has_name |= !strcmp(node->items[i]->text, "name");
	if (has_name || !node->count) {
		print_node(out, node);
		return;
	}
	fprintf(out, "{\"name\": \"%s\"", rule_file_name(path, arena));
	for (size_t i = 0; i < node->count; i++) {
		fputs(i % 2 ? ": " : ", ", out);
		print_node(out, node->items[i]);
	}
	putc('}', out);
}

static void print_rules(FILE *out, const struct config_file *file, bool *any, struct arena *arena)
{
	if (file->parent)
		print_rules(out, file->parent, any, arena);
	for (size_t i = 0; i < file->rule_source_count; i++, *any = true) {
		const struct rule_source *source = &file->rule_sources[i];
		fputs(*any ? "  - " : "rules:\n  - ", out);
		if (source->node)
			print_rule(out, source->node, source->path, arena);
		else
			print_text(out, path_absolute(source->path, arena));
		putc('\n', out);
	}
}

static void print_allowed(FILE *out, const struct config_file *file, struct arena *arena)
{
	bool any = false;
	for (; file; file = file->parent)
		for (size_t i = 0; i < file->allow_count; i++, any = true) {
			fputs(any ? "    - " : "words:\n  allow:\n    - ", out);
			print_text(out, path_absolute(file->allow[i], arena));
			putc('\n', out);
		}
}

bool config_print(struct config *config, const char *path, struct error *error)
{
	bool said;
	const struct policy *policy = config_policy(config, path, error, &said);
	if (!policy)
		return false;
	const struct config_file *file = config_file_for(config, path);
	FILE *out = stdout;
	fputs("# what holds for ", out);
	print_text(out, path);
	fputs(file->path ? ", from " : ", without a file", out);
	if (file->path)
		print_text(out, file->path);
	putc('\n', out);
	fprintf(out, "extends: %s\n", policy_profile(file)->name);
	fprintf(out, "variant: %s\n", variant_words[policy->variant]);
	fprintf(out, "fail_on: %s\n", fail_on_words[policy->fail_on]);
	fprintf(out, "confidence: %s\n", confidence_words[policy->confidence]);
	print_exclude(out, file);
	bool any = false;
	print_rules(out, file, &any, config->arena);
	print_allowed(out, file, config->arena);
	fputs("checks:\n", out);
	for (size_t i = 0; i < policy->list->count; i++)
		if (policy->list->checks[i] != &check_house_rule && policy->list->checks[i]->messages[0].text)
			print_check(out, policy->list->checks[i], &policy->checks[i]);
	return (fflush(out) == 0 && !ferror(out)) || error_set(error, "cannot write the configuration");
}
