/* rule_set: rules made ready: their texts in one automaton, their names as the messages of house_rule. */
#include "rule_set_p.h"

#include <sys/stat.h>

#include "file_p.h"
#include "path_p.h"
#include "policy_p.h"
#include "yaml_walk_p.h"

static const struct check_message default_messages[] = {
	{NULL, N_("“{0}” is not used here: write “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{NULL, N_("“{0}” is not used here"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{NULL, N_("two forms in one article: “{0}” here, “{1}” more often"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{NULL, N_("this article must hold “{0}” and does not"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{NULL, N_("this article holds “{1}”, so it must hold “{0}” and does not"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{NULL, N_("this title has {0} characters; {1} are allowed"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{NULL, N_("this sentence has {0} characters; {1} are allowed"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{NULL, N_("this paragraph has {0} characters; {1} are allowed"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{NULL, N_("“{0}” stands here once too often: {1} are allowed in an article"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const char *rule_default_message(enum rule_kind kind, enum rule_limit limit, bool has_more)
{
	static const int at[RULE_KIND_COUNT] = {0, 1, 2, 3, 5, 1};
	int index = at[kind] + (kind == RULE_LIMIT ? (int)limit : 0) + (kind == RULE_REQUIRE && has_more) - (kind == RULE_PATTERN && has_more);
	return default_messages[index].text;
}

const struct check check_house_rule = {
	.struct_size = sizeof(struct check),
	.name = "house_rule",
	.summary = N_("what the rules of your own configuration say: words, forms, lengths, patterns"),
	.needs = NEED_SENTENCES,
	.scope = SCOPE_ARTICLE,
	.messages = default_messages,
};

struct rule_set *rule_set_new(struct arena *arena)
{
	struct rule_set *set = ARENA_NEW(arena, struct rule_set);
	set->arena = arena;
	return set;
}

const struct check_list *rule_set_list(const struct rule_set *set)
{
	return set->list;
}

struct points points_from(struct str text, struct arena *arena)
{
	uint32_t *cp = arena_alloc_raw(arena, (text.size + 1) * sizeof *cp), length = 0, bytes;
	for (size_t at = 0; at < text.size; at += bytes)
		bytes = (uint32_t)character_read(text.data + at, text.size - at, &cp[length++]);
	return (struct points){cp, length};
}

static struct points_list points_list_from(const struct texts *texts, struct arena *arena)
{
	struct points *items = ARENA_ARRAY(arena, struct points, texts->count + 1);
	for (size_t i = 0; i < texts->count; i++)
		items[i] = points_from(str_from(texts->items[i]), arena);
	return (struct points_list){items, (uint32_t)texts->count};
}

static const char *joined(const struct texts *texts, struct arena *arena)
{
	struct str text = {"", 0};
	for (size_t i = 0; i < texts->count && text.size < 4 * RULE_TEXT_LONGEST; i++)
		text = arena_format(arena, "%s%s%s", text.data, i ? " / " : "", texts->items[i]);
	return text.data;
}

/* ------------------------------------------------------------------------------------------------ names and messages */

const char *rule_file_name(const char *path, struct arena *arena)
{
	const char *base = path_base(path), *dot = strrchr(base, '.');
	struct str text = {base, dot && dot > base ? (size_t)(dot - base) : strlen(base)};
	if (!strcmp(base, ".kanlint.yaml"))
		return "kanlint";
	char *name = (char *)arena_copy(arena, text).data;
	for (char *at = name; *at; at++)
		if ((unsigned char)*at < 0x80 && (!rule_name_takes((unsigned char)*at) || (*at == '-' && at == name)))
			*at = '_';
	return rule_name_is_good(name) ? name : "rules";
}

static uint32_t name_index(struct rule_set *set, const char *name)
{
	void **known = map_put(&set->names, str_from(name), set->arena);
	if (!*known) {
		struct check_message message = {name, N_("“{0}” is not used here"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH};
		ARENA_PUSH(set->arena, set->messages, set->message_count, set->message_capacity, message);
		*known = (void *)(uintptr_t)set->message_count;
	}
	return (uint32_t)(uintptr_t)*known - 1;
}

/* Rules that say the same of themselves share a label. */
const struct rule_label *rule_set_label(struct rule_set *set, const struct rule_label *wanted, const char *path)
{
	const char *name = wanted->message.key ? wanted->message.key : rule_file_name(path, set->arena);
	struct str key = arena_format(set->arena, "%s %d %s", name, (int)wanted->message.severity, wanted->message.text);
	void **known = map_put(&set->labels, key, set->arena);
	if (!*known) {
		struct rule_label *label = ARENA_NEW(set->arena, struct rule_label);
		*label = *wanted;
		label->message.key = name;
		label->full_name = arena_format(set->arena, "%s.%s", check_house_rule.name, name).data;
		label->name = name_index(set, name);
		*known = label;
	}
	return *known;
}

static const struct rule_label *own_label(struct rule_set *set, const struct rule *rule)
{
	bool more = rule->kind == RULE_PATTERN ? rule->with.count > 0 : rule->when.count > 0;
	struct rule_label label = {.message = {rule->name, rule->message ? rule->message : rule_default_message(rule->kind, rule->limit, more),
					   rule->severity >= 0 ? (enum severity)rule->severity : SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH}};
	return rule_set_label(set, &label, rule->path);
}

/* Does a rule say nothing of itself? */
static bool is_plain(const struct rule *rule)
{
	return !rule->name && !rule->message && rule->severity < 0 && (rule->kind == RULE_REPLACE || rule->kind == RULE_AVOID);
}

/* Has a rule the label of the one before it? Most rules are such. */
static bool is_like(const struct rule *rule, const struct rule *last)
{
	return last && is_plain(rule) && is_plain(last) && last->kind == rule->kind && last->path == rule->path;
}

/* ------------------------------------------------------------------------------------------------ texts */

struct ready_rule *rule_set_ready(struct rule_set *set, enum rule_kind kind)
{
	struct ready_rule *ready = ARENA_NEW(set->arena, struct ready_rule);
	ready->kind = kind;
	ready->scope = RULE_NO_SCOPE;
	ready->index = (uint32_t)set->rule_counts[kind];
	ARENA_PUSH(set->arena, set->rules[kind], set->rule_counts[kind], set->rule_capacities[kind], ready);
	return ready;
}

void rule_set_add_text(struct rule_set *set, struct points points, const struct rule_text *text)
{
	size_t count = set->text_count;
	struct automaton_text found = {points.cp, points.length, (uint32_t)count};
	ARENA_PUSH(set->arena, set->unsorted, count, set->unsorted_capacity, found);
	ARENA_PUSH(set->arena, set->texts, set->text_count, set->text_capacity, *text);
}

/* The pieces of a text between its gaps. */
static struct points_list pieces_of(struct points text, struct arena *arena)
{
	struct points *pieces = ARENA_ARRAY(arena, struct points, RULE_PIECES + 1);
	uint32_t count = 0, begin = 0;
	for (uint32_t i = 0; i <= text.length && count <= RULE_PIECES; i++)
		if (i == text.length || text.cp[i] == 0x2026) {
			pieces[count++] = (struct points){text.cp + begin, i - begin};
			begin = i + 1;
		}
	return (struct points_list){pieces, count};
}

static bool check_pieces(const struct rule *rule, const struct node *node, struct points_list pieces, struct error *error)
{
	if (pieces.count > RULE_PIECES)
		return node_error(error, rule->path, node, "more than %d gaps in one text", RULE_PIECES - 1);
	for (uint32_t i = 0; i < pieces.count; i++) {
		if (pieces.items[i].length == 0)
			return node_error(error, rule->path, node, "nothing stands on one side of “…”");
		if (pieces.items[i].length > RULE_TEXT_LONGEST)
			return node_error(error, rule->path, node, "a text of more than %d characters", RULE_TEXT_LONGEST);
	}
	return true;
}

/* Adds the texts that the automaton finds for a rule. */
static bool add_texts(struct rule_set *set, const struct ready_rule *ready, const struct texts *texts, enum text_use use, struct error *error)
{
	const struct rule *rule = ready->rule;
	struct points_list rights = points_list_from(&rule->with, set->arena);
	for (size_t i = 0; i < texts->count; i++) {
		struct points_list pieces = pieces_of(points_from(str_from(texts->items[i]), set->arena), set->arena);
		if (!check_pieces(rule, texts_node(texts, i), pieces, error))
			return false;
		struct rule_text text = {
			.rule = ready, .rest = {pieces.items + 1, pieces.count - 1}, .rights = rights, .form = (uint32_t)i, .use = (uint8_t)use};
		rule_set_add_text(set, pieces.items[0], &text);
	}
	return true;
}

static uint32_t scope_of(struct rule_set *set, const struct texts *files, const char *folder)
{
	const struct rule_scope *last = set->scope_count ? &set->scopes[set->scope_count - 1] : NULL;
	if (!files->count)
		return RULE_NO_SCOPE;
	bool same = last && last->count == files->count && !strcmp(last->folder, folder);
	for (size_t i = 0; same && i < files->count; i++)
		same = !strcmp(last->files[i], files->items[i]);
	if (!same)
		ARENA_PUSH(set->arena, set->scopes, set->scope_count, set->scope_capacity, (struct rule_scope){folder, files->items, files->count});
	return (uint32_t)set->scope_count - 1;
}

/* The texts of a rule before it is added: what is wrong in them must not leave half of it behind. */
static bool check_texts(const struct rule_set *set, const struct rule *rule, struct error *error)
{
	const struct texts *lists[] = {rule->kind == RULE_PATTERN ? &rule->of : &rule->replace, &rule->when, &rule->of};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		for (size_t j = 0; j < lists[i]->count; j++)
			if (!check_pieces(rule, texts_node(lists[i], j), pieces_of(points_from(str_from(lists[i]->items[j]), set->arena), set->arena),
				    error))
				return false;
	return true;
}

bool rule_set_add(struct rule_set *set, const struct rule *rule, const char *folder, struct error *error)
{
	const struct rule_pattern *pattern = NULL;
	if (!check_texts(set, rule, error) || (rule->kind == RULE_PATTERN && !(pattern = rule_pattern_new(set, rule, error))))
		return false;
	struct ready_rule *ready = rule_set_ready(set, rule->kind);
	ready->rule = rule;
	ready->scope = scope_of(set, &rule->files, folder);
	ready->variant = rule->variant;
	ready->anywhere = rule->anywhere;
	ready->label = is_like(rule, set->last_rule) ? set->last_label : own_label(set, rule);
	set->last_rule = rule;
	set->last_label = ready->label;
	ready->unless = points_list_from(&rule->unless, set->arena);
	ready->near = points_list_from(&rule->near, set->arena);
	ready->unless_near = points_list_from(&rule->unless_near, set->arena);
	ready->pattern = pattern;
	ready->shown = joined(rule->kind == RULE_LIMIT ? &rule->of : &rule->replace, set->arena);
	switch (rule->kind) {
	case RULE_PATTERN: return true;
	case RULE_LIMIT: return add_texts(set, ready, &rule->of, USE_FOUND, error);
	default: return add_texts(set, ready, &rule->replace, USE_FOUND, error) && add_texts(set, ready, &rule->when, USE_WHEN, error);
	}
}

/* ------------------------------------------------------------------------------------------------ files */

static bool ends_with(const char *path, const char *ending)
{
	size_t size = strlen(path), length = strlen(ending);
	return size > length && !strcmp(path + size - length, ending);
}

bool rule_file_read(const char *path, struct str *bytes, struct arena *arena, struct error *error)
{
	struct stat status;
	if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) /* of a pipe nobody may write the end */
		return error_set(error, "%s: cannot read: it is no file", path);
	return file_read(path, RULE_FILE_MAXIMUM, bytes, arena, error);
}

bool rule_file_is_plain(const char *path)
{
	return !ends_with(path, ".yaml") && !ends_with(path, ".yml");
}

static void add_yaml(struct rule_set *set, const char *path, const char *folder, struct str bytes, const struct rule_errors *errors)
{
	struct rules rules = {0};
	struct error error;
	rules_read_all(&rules, path, bytes, set->arena, errors);
	for (size_t i = 0; i < rules.count; i++)
		if (!rule_set_add(set, &rules.items[i], folder, &error))
			errors->add(errors->state, error.text);
}

void rule_set_add_file(struct rule_set *set, const char *path, const char *folder, const struct rule_errors *errors)
{
	struct str bytes;
	struct error error;
	if (!rule_file_read(path, &bytes, set->arena, &error))
		errors->add(errors->state, error.text);
	else if (rule_file_is_plain(path))
		rule_set_add_plain(set, path, bytes, errors);
	else
		add_yaml(set, path, folder, bytes, errors);
}

void rule_set_finish(struct rule_set *set, const struct check_list *checks)
{
	struct check *check = ARENA_NEW(set->arena, struct check);
	uint32_t count = (uint32_t)set->text_count;
	set->found = set->unsorted;
	automaton_build(&set->automaton, set->found, count, set->arena);
	for (uint32_t i = 0; i + 1 < count; i++) {
		const struct automaton_text *text = &set->found[i];
		set->texts[text->value].again = text->length == text[1].length && !memcmp(text->cp, text[1].cp, text->length * sizeof *text->cp);
	}
	ARENA_PUSH(set->arena, set->messages, set->message_count, set->message_capacity, (struct check_message){0});
	*check = check_house_rule;
	check->messages = set->messages;
	set->check = check;
	set->list = check_list_with_rules(checks, check, set->arena);
}

const struct policy *rule_set_policy(const struct rule_set *set, enum variant variant)
{
	struct arena *arena = set->arena;
	struct policy *policy = ARENA_NEW(arena, struct policy);
	bool *scopes = ARENA_ARRAY(arena, bool, set->scope_count + 1);
	struct message_policy *messages = ARENA_ARRAY(arena, struct message_policy, set->message_count + 1);
	for (size_t i = 0; i < set->scope_count; i++)
		scopes[i] = true;
	for (size_t i = 0; i < set->message_count; i++)
		messages[i].on = true;
	*policy = (struct policy){
		.variant = variant,
		.fail_on = FAIL_ON_NEVER,
		.list = set->list,
		.checks = ARENA_ARRAY(arena, struct check_policy, set->list->count),
		.allowed = ARENA_ARRAY(arena, const struct allowed_words *, 1),
		.rules = set,
		.rule_scopes = scopes,
		.rule_messages = messages,
	};
	return policy;
}

void rule_set_release(struct rule_set *set)
{
	for (size_t i = 0; i < set->rule_counts[RULE_PATTERN]; i++)
		rule_pattern_release(set->rules[RULE_PATTERN][i]->pattern);
}
