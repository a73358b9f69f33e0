/*
 * plugin_user: the configuration of the user's own, in the home folder. It holds what must not stand in a tree that came from somebody
 * else; what concerns texts stays in the .kanlint.yaml beside them, so that all who lint them find the same.
 */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "file_p.h"
#include "path_p.h"
#include "plugin_p.h"
#include "yaml_walk_p.h"

enum { FILE_LARGEST = 1 << 20 };

static const char *absolute_variable(const char *name)
{
	const char *value = getenv(name);
	return value && *value == '/' ? value : NULL;
}

/* NULL: the user has no home. */
static const char *config_path(struct arena *arena)
{
	const char *folder = absolute_variable("XDG_CONFIG_HOME"), *home = absolute_variable("HOME");
	if (!folder && home)
		folder = path_join(home, ".config", arena);
	return folder ? path_join(folder, "kanlint/config.yaml", arena) : NULL;
}

static bool read_plugin(struct plugin_files *files, const char *path, const struct node *node, struct arena *arena, struct error *error)
{
	const char *home = absolute_variable("HOME");
	if (node->kind != NODE_TEXT || !*node->text)
		return node_error(
			error, path, node, "a plug-in must be the path of a file, not %s", node->kind == NODE_TEXT ? "empty" : node_kind_name(node));
	const char *file = !strncmp(node->text, "~/", 2) && home ? path_join(home, node->text + 2, arena)
								 : path_join(path_folder(path, arena).data, node->text, arena);
	const char *place = arena_format(arena, "%s:%u:%u: ", path, node->line, node->column).data;
	ARENA_PUSH(arena, files->items, files->count, files->capacity, (struct plugin_file){file, place});
	return true;
}

static bool read_plugins(struct plugin_files *files, const char *path, const struct node *node, struct arena *arena, struct error *error)
{
	if (node_is_empty(node))
		return true;
	if (node->kind != NODE_LIST)
		return node_error(error, path, node, "plugins must be a list, not %s", node_kind_name(node));
	for (size_t i = 0; i < node->count; i++)
		if (!read_plugin(files, path, node->items[i], arena, error))
			return false;
	return true;
}

bool plugin_files_of_user(struct plugin_files *files, struct arena *arena, struct error *error)
{
	const char *path = config_path(arena);
	struct str bytes;
	/* A home that belongs to another, as under some runners of CI, is no home. */
	if (!path || (access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR || errno == EACCES)))
		return true;
	if (!file_read(path, FILE_LARGEST, &bytes, arena, error))
		return false;
	const struct node *root = yaml_read(path, bytes, arena, error);
	if (!root || node_is_empty(root))
		return root != NULL;
	if (root->kind != NODE_MAP)
		return node_error(error, path, root, "a configuration must be a map of keys, not %s", node_kind_name(root));
	for (size_t i = 0; i < root->count; i += 2) {
		if (strcmp(root->items[i]->text, "plugins") != 0)
			return node_error(error, path, root->items[i],
				"unknown key “%s”: here stand only “plugins”; what holds for texts is said in .kanlint.yaml beside them",
				root->items[i]->text);
		if (!read_plugins(files, path, root->items[i + 1], arena, error))
			return false;
	}
	return true;
}
