/* yaml_walk: a YAML file as a tree of nodes that know their place, with duplicate keys refused. */
#ifndef KANLINT_YAML_WALK_P_H
#define KANLINT_YAML_WALK_P_H

#include "arena.h"
#include "error.h"

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
	enum node_kind kind;
	uint32_t line, column;  /* from 1, column in code points */
	const char *text;       /* of NODE_TEXT; ends in a NUL and holds none */
	bool plain;             /* NODE_TEXT without quotes */
	struct node **items;    /* of NODE_LIST; of NODE_MAP: key, value, key, value … */
	size_t count, capacity; /* of items: a map of three keys has six */
};

/*
 * The root of a document; a file without any gives an empty plain text. False with "PATH:LINE:COLUMN: sentence". Nodes
 * live in the arena.
 */
struct node *yaml_read(const char *path, struct str bytes, struct arena *arena, struct error *error);

/*
 * The same for a part of a file from a line on (0: all of it), where a map inside a list may have a key twice: who reads it says so, and
 * goes on with the others.
 */
struct node *yaml_read_list(const char *path, struct str bytes, uint32_t line, struct arena *arena, struct error *error);

/* Nothing was written where this node stands: "key:" alone, or an empty file. */
bool node_is_empty(const struct node *node);

/* "a text", "a list", "a map", for messages. */
const char *node_kind_name(const struct node *node);

/* Sets "PATH:LINE:COLUMN: sentence" and returns false. */
bool node_error(struct error *error, const char *path, const struct node *node, const char *format, ...) __attribute__((format(printf, 4, 5)));

/* "a, b or c". The list ends in NULL. */
const char *listed(const char *const *words, struct arena *arena);

/* "; did you mean “NAME”?" for the name nearest to a wrong word, or "". */
const char *hint(const char *word, const char *const *names, struct arena *arena);

#endif
