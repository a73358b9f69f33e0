/* yaml_walk: libyaml's events, with their marks, to nodes. */
#include "yaml_walk_p.h"

#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

#include "config_p.h"

enum { DEPTH_MAXIMUM = 32 };

struct anchor {
	const char *name;
	struct node *node;
	bool open; /* the node is still being read */
};

struct yaml_walk {
	yaml_parser_t parser;
	yaml_event_t event; /* the one that was read last */
	const char *path;
	struct str bytes;
	struct arena *arena;
	struct error *error;
	struct anchor *anchors;
	size_t anchor_count, anchor_capacity;
	unsigned depth;
	uint32_t line;   /* of the file, before the first */
	bool duplicates; /* a key may stand twice in a map that is not the root */
};

static bool set_error(struct error *error, const char *path, size_t line, size_t column, const char *sentence)
{
	return error_set(error, "%s:%zu:%zu: %s", path, line, column, sentence);
}

/* The reader of libyaml (bytes that are no UTF-8, control characters) knows an offset only. */
static bool reader_error(struct yaml_walk *walk)
{
	size_t line = walk->line + 1, column = 1;
	for (size_t i = 0; i < walk->parser.problem_offset && i < walk->bytes.size; i++) {
		unsigned char byte = (unsigned char)walk->bytes.data[i];
		if (byte == '\n')
			line++, column = 1;
		else if ((byte & 0xC0) != 0x80)
			column++;
	}
	return set_error(walk->error, walk->path, line, column, walk->parser.problem);
}

static bool parser_error(struct yaml_walk *walk)
{
	const yaml_parser_t *parser = &walk->parser;
	if (parser->error == YAML_READER_ERROR)
		return reader_error(walk);
	if (!parser->problem)
		return set_error(walk->error, walk->path, 1, 1, "no more memory");
	const char *context = parser->context ? parser->context : "in this file";
	struct str sentence = arena_format(walk->arena, "%s (%s)", parser->problem, context);
	return set_error(walk->error, walk->path, walk->line + parser->problem_mark.line + 1, parser->problem_mark.column + 1, sentence.data);
}

static bool next_event(struct yaml_walk *walk)
{
	yaml_event_delete(&walk->event);
	return yaml_parser_parse(&walk->parser, &walk->event) || parser_error(walk);
}

bool node_error(struct error *error, const char *path, const struct node *node, const char *format, ...)
{
	char sentence[sizeof error->text];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(sentence, sizeof sentence, format, arguments);
	va_end(arguments);
	return set_error(error, path, node->line, node->column, sentence);
}

static struct node *new_node(struct yaml_walk *walk, enum node_kind kind, const yaml_char_t *anchor)
{
	struct node *node = ARENA_NEW(walk->arena, struct node);
	node->kind = kind;
	node->line = walk->line + (uint32_t)walk->event.start_mark.line + 1;
	node->column = (uint32_t)walk->event.start_mark.column + 1;
	if (anchor)
		ARENA_PUSH(walk->arena, walk->anchors, walk->anchor_count, walk->anchor_capacity,
			(struct anchor){arena_strdup(walk->arena, (const char *)anchor), node, kind != NODE_TEXT});
	return node;
}

static void close_anchor(struct yaml_walk *walk, const struct node *node)
{
	for (size_t i = 0; i < walk->anchor_count; i++)
		if (walk->anchors[i].node == node)
			walk->anchors[i].open = false;
}

static int compare_keys(const void *a, const void *b)
{
	const struct node *left = *(struct node *const *)a, *right = *(struct node *const *)b;
	int order = strcmp(left->text, right->text);
	if (order)
		return order;
	return left->line != right->line ? (left->line < right->line ? -1 : 1) : (left->column < right->column ? -1 : left->column > right->column);
}

static bool check_keys(struct yaml_walk *walk, const struct node *map)
{
	size_t count = map->count / 2;
	for (size_t i = 0; i < map->count; i += 2)
		if (map->items[i]->kind != NODE_TEXT)
			return node_error(walk->error, walk->path, map->items[i], "a key must be a text, not %s", node_kind_name(map->items[i]));
	if (walk->duplicates && walk->depth > 0)
		return true;
	struct node **keys = ARENA_ARRAY(walk->arena, struct node *, count + 1);
	for (size_t i = 0; i < count; i++)
		keys[i] = map->items[2 * i];
	if (count > 1)
		qsort(keys, count, sizeof *keys, compare_keys);
	for (size_t i = 1; i < count; i++)
		if (!strcmp(keys[i - 1]->text, keys[i]->text))
			return node_error(
				walk->error, walk->path, keys[i], "duplicate key “%s”; it stands in line %u too", keys[i]->text, keys[i - 1]->line);
	return true;
}

static struct node *read_node(struct yaml_walk *walk);

static struct node *read_items(struct yaml_walk *walk, struct node *node, yaml_event_type_t end)
{
	if (++walk->depth > DEPTH_MAXIMUM) {
		node_error(walk->error, walk->path, node, "nested more than %d deep", DEPTH_MAXIMUM);
		return NULL;
	}
	for (;;) {
		if (!next_event(walk))
			return NULL;
		if (walk->event.type == end)
			break;
		struct node *item = read_node(walk);
		if (!item)
			return NULL;
		ARENA_PUSH(walk->arena, node->items, node->count, node->capacity, item);
	}
	walk->depth--;
	close_anchor(walk, node);
	return node->kind == NODE_MAP && !check_keys(walk, node) ? NULL : node;
}

static struct node *read_text(struct yaml_walk *walk)
{
	struct node *node = new_node(walk, NODE_TEXT, walk->event.data.scalar.anchor);
	struct str text = {(const char *)walk->event.data.scalar.value, walk->event.data.scalar.length};
	node->text = arena_copy(walk->arena, text).data;
	node->plain = walk->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	if (strlen(node->text) != text.size) {
		node_error(walk->error, walk->path, node, "a NUL character in a text");
		return NULL;
	}
	return node;
}

/* The node that an alias names: the last of that name, as a file may use a name again. */
static struct node *read_alias(struct yaml_walk *walk)
{
	struct node here = {.line = walk->line + (uint32_t)walk->event.start_mark.line + 1, .column = (uint32_t)walk->event.start_mark.column + 1};
	const char *name = (const char *)walk->event.data.alias.anchor;
	for (size_t i = walk->anchor_count; i-- > 0;)
		if (!strcmp(walk->anchors[i].name, name)) {
			if (!walk->anchors[i].open)
				return walk->anchors[i].node;
			node_error(walk->error, walk->path, &here, "“*%s” stands inside what it names", name);
			return NULL;
		}
	node_error(walk->error, walk->path, &here, "“*%s” names nothing: there is no “&%s” before it", name, name);
	return NULL;
}

/* The node that begins with the event just read. */
static struct node *read_node(struct yaml_walk *walk)
{
	switch (walk->event.type) {
	case YAML_SCALAR_EVENT: return read_text(walk);
	case YAML_ALIAS_EVENT: return read_alias(walk);
	case YAML_SEQUENCE_START_EVENT:
		return read_items(walk, new_node(walk, NODE_LIST, walk->event.data.sequence_start.anchor), YAML_SEQUENCE_END_EVENT);
	case YAML_MAPPING_START_EVENT:
		return read_items(walk, new_node(walk, NODE_MAP, walk->event.data.mapping_start.anchor), YAML_MAPPING_END_EVENT);
	default: BUG("libyaml gave event %d", (int)walk->event.type);
	}
}

static struct node *read_stream(struct yaml_walk *walk)
{
	if (!next_event(walk) || !next_event(walk)) /* STREAM-START, then DOCUMENT-START or the end */
		return NULL;
	if (walk->event.type == YAML_STREAM_END_EVENT) {
		struct node *empty = new_node(walk, NODE_TEXT, NULL);
		empty->text = "";
		empty->plain = true;
		return empty;
	}
	if (!next_event(walk))
		return NULL;
	struct node *root = read_node(walk);
	if (!root || !next_event(walk) || !next_event(walk)) /* DOCUMENT-END, STREAM-END */
		return NULL;
	if (walk->event.type == YAML_STREAM_END_EVENT)
		return root;
	struct node *second = new_node(walk, NODE_TEXT, NULL);
	node_error(walk->error, walk->path, second, "a second document begins here; only one can be used");
	return NULL;
}

static struct node *read_all(struct yaml_walk *walk)
{
	if (!yaml_parser_initialize(&walk->parser))
		BUG("out of memory");
	yaml_parser_set_input_string(&walk->parser, (const unsigned char *)walk->bytes.data, walk->bytes.size);
	struct node *root = read_stream(walk);
	yaml_event_delete(&walk->event);
	yaml_parser_delete(&walk->parser);
	return root;
}

struct node *yaml_read(const char *path, struct str bytes, struct arena *arena, struct error *error)
{
	return read_all(&(struct yaml_walk){.path = path, .bytes = bytes, .arena = arena, .error = error});
}

struct node *yaml_read_list(const char *path, struct str bytes, uint32_t line, struct arena *arena, struct error *error)
{
	return read_all(&(struct yaml_walk){.path = path, .bytes = bytes, .arena = arena, .error = error, .line = line, .duplicates = true});
}

bool node_is_empty(const struct node *node)
{
	return node->kind == NODE_TEXT && node->plain && (!*node->text || !strcmp(node->text, "~") || !strcmp(node->text, "null"));
}

const char *node_kind_name(const struct node *node)
{
	static const char *const names[] = {[NODE_TEXT] = "a text", [NODE_LIST] = "a list", [NODE_MAP] = "a map"};
	return names[node->kind];
}

const char *listed(const char *const *words, struct arena *arena)
{
	struct str text = str_from(words[0]);
	for (size_t i = 1; words[i]; i++)
		text = arena_format(arena, "%s%s%s", text.data, words[i + 1] ? ", " : " or ", words[i]);
	return text.data;
}

const char *hint(const char *word, const char *const *names, struct arena *arena)
{
	const char *name = nearest_name(word, names);
	return name ? arena_format(arena, "; did you mean “%s”?", name).data : "";
}
