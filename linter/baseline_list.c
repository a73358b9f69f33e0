/* baseline_list: files and their known lines. */
#include "baseline_list_p.h"

#include <inttypes.h>

#include "baseline_p.h"
#include "path_p.h"

struct baseline *baseline_new(const char *path, struct arena *arena)
{
	struct baseline *baseline = ARENA_NEW(arena, struct baseline);
	baseline->path = path;
	baseline->folder = path_folder(path_absolute(path, arena), arena).data;
	baseline->arena = arena;
	return baseline;
}

struct known_file *known_file_in(struct baseline *baseline, const char *name)
{
	void **known = map_find(&baseline->files, str_from(name));
	if (known)
		return *known;
	struct known_file *file = ARENA_NEW(baseline->arena, struct known_file);
	file->name = arena_strdup(baseline->arena, name);
	file->last = &file->lines;
	*map_put(&baseline->files, str_from(file->name), baseline->arena) = file;
	ARENA_PUSH(baseline->arena, baseline->list, baseline->count, baseline->capacity, file);
	return file;
}

struct str known_key(struct str check, uint64_t hash, struct arena *arena)
{
	return arena_format(arena, "%.*s %016" PRIx64, (int)check.size, check.data, hash);
}

static struct known_check *known_check_in(struct baseline *baseline, struct str name)
{
	void **known = map_find(&baseline->checks, name);
	if (known)
		return *known;
	struct known_check *check = ARENA_NEW(baseline->arena, struct known_check);
	check->name = arena_copy(baseline->arena, name);
	check->next = baseline->first_check;
	baseline->first_check = check;
	*map_put(&baseline->checks, check->name, baseline->arena) = check;
	return check;
}

struct known_line *known_line_in(struct baseline *baseline, struct known_file *file, struct str key, struct str check, uint64_t hash)
{
	void **known = map_find(&file->by_key, key);
	if (known)
		return *known;
	struct known_line *line = ARENA_NEW(baseline->arena, struct known_line);
	line->of = known_check_in(baseline, check);
	line->check = line->of->name;
	line->hash = hash;
	line->file = file;
	*map_put(&file->by_key, arena_copy(baseline->arena, key), baseline->arena) = line;
	*file->last = line;
	file->last = &line->next;
	return line;
}
