/*
 * rule_plain: lists that are no YAML, for tens of thousands of entries: a line holds a wrong text, a tab, the right one (several with |
 * between), and if there is another tab a message. A line without a tab is a text to avoid. # begins a comment.
 */
#include "rule_set_p.h"
#include "utf8_p.h"

struct plain {
	struct rule_set *set;
	const char *path;
	const struct ready_rule *replace, *avoid; /* what all its lines are */
	const struct rule_errors *errors;
	size_t number;
	uint32_t *room; /* code points, one a byte at most */
};

static void say(const struct plain *plain, const char *sentence)
{
	struct error error;
	error_set(&error, "%s:%zu:1: %s", plain->path, plain->number, sentence);
	plain->errors->add(plain->errors->state, error.text);
}

static struct str take_field(struct str *rest, char border)
{
	const char *end = memchr(rest->data, border, rest->size);
	struct str field = {rest->data, end ? (size_t)(end - rest->data) : rest->size};
	rest->data += field.size + (end != NULL);
	rest->size -= field.size + (end != NULL);
	return str_trimmed(field);
}

static struct points take_points(struct plain *plain, struct str text)
{
	struct points points = {plain->room, 0};
	uint32_t bytes;
	for (size_t at = 0; at < text.size; at += bytes)
		bytes = (uint32_t)character_read(text.data + at, text.size - at, &plain->room[points.length++]);
	plain->room += points.length;
	return points;
}

static struct points_list read_rights(struct plain *plain, struct str field)
{
	struct points *items = NULL;
	size_t count = 0, capacity = 0;
	if (!memchr(field.data, '|', field.size)) {
		items = arena_alloc_raw(plain->set->arena, sizeof *items);
		items[0] = take_points(plain, field);
		return (struct points_list){items, 1};
	}
	while (field.size) {
		struct str right = take_field(&field, '|');
		if (right.size)
			ARENA_PUSH(plain->set->arena, items, count, capacity, take_points(plain, right));
	}
	return (struct points_list){items, (uint32_t)count};
}

static const struct ready_rule *new_rule(struct plain *plain, enum rule_kind kind, struct str message)
{
	struct ready_rule *ready = rule_set_ready(plain->set, kind);
	const char *text = message.size ? arena_copy(plain->set->arena, message).data : rule_default_message(kind, LIMIT_TITLE, false);
	struct rule_label label = {.message = {NULL, text, SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH}};
	ready->label = rule_set_label(plain->set, &label, plain->path);
	return ready;
}

/* The rule of a line: one for all that have no message of their own. */
static const struct ready_rule *rule_of(struct plain *plain, enum rule_kind kind, struct str message)
{
	const struct ready_rule **shared = kind == RULE_REPLACE ? &plain->replace : &plain->avoid;
	if (message.size)
		return new_rule(plain, kind, message);
	if (!*shared)
		*shared = new_rule(plain, kind, message);
	return *shared;
}

static void read_line(struct plain *plain, struct str line)
{
	bool has_tab = memchr(line.data, '\t', line.size) != NULL;
	struct str wrong = take_field(&line, '\t'), right = take_field(&line, '\t'), message = str_trimmed(line);
	if (has_tab && (!wrong.size || !right.size)) {
		say(plain, "a line needs a text on both sides of its tab");
		return;
	}
	if (!has_tab && memchr(wrong.data, ' ', wrong.size)) {
		say(plain, "no tab between the wrong text and the right one");
		return;
	}
	struct points found = take_points(plain, wrong);
	struct points_list rights = {0};
	if (found.length > RULE_TEXT_LONGEST) {
		say(plain, "a text is too long");
		return;
	}
	if (right.size)
		rights = read_rights(plain, right);
	if (has_tab && !rights.count) {
		say(plain, "a line needs a text on both sides of its tab");
		return;
	}
	for (uint32_t i = 0; i < rights.count; i++)
		if (rights.items[i].length == found.length && !memcmp(rights.items[i].cp, found.cp, found.length * sizeof *found.cp)) {
			say(plain, "the right text is the wrong one");
			return;
		}
	struct rule_text text = {.rule = rule_of(plain, rights.count ? RULE_REPLACE : RULE_AVOID, message), .rights = rights};
	rule_set_add_text(plain->set, found, &text);
}

bool rule_check_utf8(const char *path, struct str *bytes, const struct rule_errors *errors)
{
	struct error error;
	size_t first, line = 1;
	if (str_begins(*bytes, "\xEF\xBB\xBF"))
		bytes->data += 3, bytes->size -= 3;
	if (!utf8_count_broken((const unsigned char *)bytes->data, bytes->size, &first))
		return true;
	for (size_t i = 0; i < first; i++)
		line += bytes->data[i] == '\n';
	error_set(&error, "%s:%zu:1: is no UTF-8", path, line);
	errors->add(errors->state, error.text);
	return false;
}

void rule_set_add_plain(struct rule_set *set, const char *path, struct str bytes, const struct rule_errors *errors)
{
	struct plain plain = {.set = set, .path = path, .errors = errors};
	struct str line;
	if (!rule_check_utf8(path, &bytes, errors))
		return;
	plain.room = arena_alloc_raw(set->arena, (bytes.size + 1) * sizeof *plain.room);
	for (plain.number = 1; str_take_line(&bytes, &line); plain.number++) {
		line = str_trimmed(line);
		if (memchr(line.data, 0, line.size))
			say(&plain, "a NUL character in a text");
		else if (line.size && *line.data != '#')
			read_line(&plain, line);
	}
}
