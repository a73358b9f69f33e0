/*
 * ignore: .gitignore as gitignore(5) describes it: ! takes back, a slash inside or at the front ties a pattern to the file's
 * folder, one at the end to folders; \ makes the next character plain; blanks at the end do not count.
 */
#include "ignore_p.h"

#include <unistd.h>

#include "../config_p.h"
#include "reader_p.h"

struct pattern {
	const char *glob;
	bool keeps;        /* begins with ! */
	bool folders_only;
};

struct ignore {
	const struct ignore *outer;
	size_t folder_size;      /* of the folder's path, with the slash after it */
	const struct pattern *patterns;
	size_t count;
};

static bool read_pattern(struct str line, struct pattern *pattern, struct arena *arena)
{
	*pattern = (struct pattern){0};
	if (line.size && line.data[line.size - 1] == '\r')
		line.size--;
	while (line.size && line.data[line.size - 1] == ' ' && !(line.size > 1 && line.data[line.size - 2] == '\\'))
		line.size--;
	if (line.size == 0 || line.data[0] == '#')
		return false;
	if (line.data[0] == '!') {
		pattern->keeps = true;
		line.data++;
		line.size--;
	}
	if (line.size > 1 && line.data[line.size - 1] == '/') {
		pattern->folders_only = true;
		line.size--;
	}
	pattern->glob = arena_copy(arena, line).data;
	return line.size > 0;
}

const struct ignore *ignore_read(const char *folder, const struct ignore *outer, struct arena *arena, struct error *error)
{
	const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";
	struct str path = arena_format(arena, "%s%s.gitignore", folder, slash);
	struct input input;
	if (access(path.data, F_OK) != 0)
		return outer;
	if (!input_read(&input, path.data, path.data, NULL, arena, error))
		return NULL;
	struct ignore *ignore = ARENA_NEW(arena, struct ignore);
	struct pattern *patterns = NULL;
	size_t count = 0, capacity = 0;
	for (struct str rest = input.text, line; str_take_line(&rest, &line);) {
		struct pattern pattern;
		if (read_pattern(line, &pattern, arena))
			ARENA_PUSH(arena, patterns, count, capacity, pattern);
	}
	*ignore = (struct ignore){outer, path.size - strlen(".gitignore"), patterns, count};
	return ignore;
}

/* The size of the path of the repository's root: the nearest folder, from FOLDER up, with a .git; 0: none. */
static size_t repository_size(const char *folder, struct arena *arena)
{
	for (size_t size = strlen(folder);;) {
		if (access(arena_format(arena, "%.*s/.git", (int)size, folder).data, F_OK) == 0)
			return size ? size : 1;
		while (size > 0 && folder[size - 1] != '/')
			size--;
		if (size == 0)
			return 0;
		size--;
	}
}

const struct ignore *ignore_outside(const char *folder, struct arena *arena, struct error *error)
{
	const struct ignore *ignore = ARENA_NEW(arena, struct ignore);
	size_t root = repository_size(folder, arena);
	for (size_t size = root; root && folder[size]; size++) {
		if (size > root && folder[size] != '/')
			continue;
		ignore = ignore_read(arena_format(arena, "%.*s", (int)size, folder).data, ignore, arena, error);
		if (!ignore)
			break;
	}
	return ignore;
}

bool ignore_matches(const struct ignore *ignore, const char *path, bool is_folder)
{
	for (; ignore; ignore = ignore->outer)
		for (size_t i = ignore->count; i > 0; i--) {
			const struct pattern *pattern = &ignore->patterns[i - 1];
			if ((is_folder || !pattern->folders_only) && glob_match(pattern->glob, path + ignore->folder_size))
				return !pattern->keeps;
		}
	return false;
}
