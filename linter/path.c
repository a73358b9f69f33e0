/* path: names of files and folders. */
#include "path_p.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

struct str path_folder(const char *path, struct arena *arena)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return STR(".");
	while (slash > path && slash[-1] == '/')
		slash--;
	return slash == path ? STR("/") : arena_copy(arena, (struct str){path, (size_t)(slash - path)});
}

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

const char *path_join(const char *folder, const char *name, struct arena *arena)
{
	if (*name == '/' || !strcmp(folder, "."))
		return arena_strdup(arena, name);
	size_t size = strlen(folder);
	return arena_format(arena, "%s%s%s", folder, size && folder[size - 1] == '/' ? "" : "/", name).data;
}

static const char *current_folder(struct arena *arena)
{
	char room[PATH_MAX];
	return arena_strdup(arena, getcwd(room, sizeof room) ? room : "/");
}

/* Takes . and .. and double slashes out of an absolute path. */
static const char *normal(const char *path, struct arena *arena)
{
	char *out = arena_alloc(arena, strlen(path) + 2);
	size_t size = 0;
	while (*path) {
		path += strspn(path, "/");
		size_t part = strcspn(path, "/");
		if (part == 2 && path[0] == '.' && path[1] == '.') {
			while (size && out[--size] != '/')
				;
		} else if (part && !(part == 1 && path[0] == '.')) {
			out[size++] = '/';
			memcpy(out + size, path, part);
			size += part;
		}
		path += part;
	}
	if (!size)
		out[size++] = '/';
	out[size] = 0;
	return out;
}

const char *path_absolute(const char *path, struct arena *arena)
{
	size_t size = strlen(path);
	while (size > 1 && path[size - 1] == '/')
		size--;
	path = arena_copy(arena, (struct str){path, size}).data;
	const char *base = path_base(path);
	char room[PATH_MAX];
	if (!*base || !strcmp(base, ".") || !strcmp(base, ".."))
		return realpath(path, room) ? arena_strdup(arena, room) : normal(path_join(current_folder(arena), path, arena), arena);
	if (realpath(path_folder(path, arena).data, room))
		return path_join(room, base, arena);
	return normal(path_join(current_folder(arena), path, arena), arena);
}

const char *path_real(const char *path, struct arena *arena)
{
	char room[PATH_MAX];
	return realpath(path, room) ? arena_strdup(arena, room) : path_absolute(path, arena);
}

const char *path_relative(const char *path, const char *folder, struct arena *arena)
{
	size_t common = 0; /* where the first different part begins in PATH */
	size_t at = 0;
	while (path[at] && path[at] == folder[at]) {
		at++;
		if (path[at - 1] == '/')
			common = at;
	}
	if (!folder[at] && path[at] == '/')
		common = at + 1;
	else if (!folder[at] && !path[at])
		return ".";
	struct str up = {"", 0};
	for (const char *rest = folder + (common <= strlen(folder) ? common : strlen(folder)); *rest;) {
		up = arena_format(arena, "../%s", up.data);
		rest += strcspn(rest, "/");
		rest += strspn(rest, "/");
	}
	return arena_format(arena, "%s%s", up.data, path + common).data;
}

const char *path_shown(const char *path, struct arena *arena)
{
	const char *relative = path_relative(path, path_absolute(".", arena), arena);
	return strncmp(relative, "../", 3) ? relative : path;
}
