/*
 * walk: folders are read whole and sorted before their files are listed, so that the order of the findings does not depend
 * on the disk, and no more than one of them is open at a time.
 */
#include "walk_p.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "../path_p.h"
#include "ignore_p.h"
#include "reader_p.h"

struct walker {
	struct arena *arena;
	struct config *config;
	struct walk_entry *entries;
	const char **real;       /* for each entry its absolute name without links, by which doubles are told */
	size_t count, capacity, real_count, real_capacity;
	bool may_double;
	const struct own_files *own;
	const char *overwritten;
	bool obeys_exclude;      /* false below a folder that was named although it is excluded itself */
};

/* A folder on the way. */
struct folder {
	const char *shown;       /* as the user named it; "" for the current one */
	const char *real;        /* absolute, without links */
	const struct ignore *ignore;
};

enum kind { KIND_FILE, KIND_FOLDER, KIND_LINK, KIND_OTHER };

struct item {
	const char *name;
	enum kind kind;
};

static void add(struct walker *walker, const char *path, const char *real, const char *error)
{
	ARENA_PUSH(walker->arena, walker->entries, walker->count, walker->capacity, (struct walk_entry){path, error});
	ARENA_PUSH(walker->arena, walker->real, walker->real_count, walker->real_capacity, real);
}

static void add_error(struct walker *walker, const char *path, const char *format, const char *detail)
{
	add(walker, path, "", arena_format(walker->arena, "%s%s", format, detail).data);
}

static const char *join(const char *folder, const char *name, struct arena *arena)
{
	size_t size = strlen(folder);
	return arena_format(arena, "%s%s%s", folder, size && folder[size - 1] != '/' ? "/" : "", name).data;
}

static int compare_items(const void *a, const void *b)
{
	return strcmp(((const struct item *)a)->name, ((const struct item *)b)->name);
}

static enum kind kind_of(const struct dirent *entry, const char *folder, struct arena *arena)
{
	struct stat status;
	switch (entry->d_type) {
	case DT_REG: return KIND_FILE;
	case DT_DIR: return KIND_FOLDER;
	case DT_LNK: return KIND_LINK;
	case DT_UNKNOWN: /* some file systems do not say */
		if (lstat(join(folder, entry->d_name, arena), &status) != 0)
			return KIND_OTHER;
		return S_ISREG(status.st_mode) ? KIND_FILE : S_ISDIR(status.st_mode) ? KIND_FOLDER : S_ISLNK(status.st_mode) ? KIND_LINK : KIND_OTHER;
	default: return KIND_OTHER;
	}
}

/* What is in a folder and is not hidden, sorted by name. False: errno says why not. */
static bool list_folder(const char *real, struct item **items, size_t *count, struct arena *arena)
{
	size_t capacity = 0;
	const struct dirent *entry;
	DIR *stream = opendir(real);
	*items = NULL;
	*count = 0;
	if (!stream)
		return false;
	while (errno = 0, (entry = readdir(stream)) != NULL)
		if (entry->d_name[0] != '.' && (entry->d_type != DT_REG || reader_takes(entry->d_name)))
			ARENA_PUSH(arena, *items, *count, capacity, (struct item){arena_strdup(arena, entry->d_name), kind_of(entry, real, arena)});
	int why = errno;
	closedir(stream);
	if (*count > 1)
		qsort(*items, *count, sizeof **items, compare_items);
	errno = why;
	return why == 0;
}

static bool is_left_out(struct walker *walker, const struct folder *folder, const char *shown, const char *real, bool is_folder)
{
	return ignore_matches(folder->ignore, real, is_folder) || (walker->obeys_exclude && config_excludes(walker->config, shown, is_folder));
}

static bool is_own(const struct walker *walker, const char *real)
{
	for (size_t i = 0; walker->own && i < walker->own->count; i++)
		if (strcmp(walker->own->items[i].real, real) == 0)
			return true;
	return false;
}

static bool is_written(const struct walker *walker, const struct stat *status)
{
	for (size_t i = 0; walker->own && i < walker->own->count; i++) {
		const struct own_file *file = &walker->own->items[i];
		if (file->written && file->device == status->st_dev && file->inode == status->st_ino)
			return true;
	}
	return false;
}

/* A file found in a folder, or a link to one. */
static void take_file(struct walker *walker, const struct folder *folder, const struct item *item, const char *shown, const char *real)
{
	struct stat status;
	if (!reader_takes(item->name) || is_left_out(walker, folder, shown, real, false))
		return;
	if (item->kind == KIND_LINK) {
		if (stat(real, &status) != 0) {
			add_error(walker, shown, "is a link that cannot be followed: ", strerror(errno));
			return;
		}
		if (S_ISDIR(status.st_mode))
			return;
		real = path_real(real, walker->arena);
		walker->may_double = true;
	}
	if (is_own(walker, real))
		return;
	if (item->kind == KIND_OTHER || (item->kind == KIND_LINK && !S_ISREG(status.st_mode)))
		add_error(walker, shown, "is not a regular file; name it to read it", "");
	else
		add(walker, shown, real, NULL);
}

static void walk_folder(struct walker *walker, const struct folder *folder)
{
	struct item *items;
	size_t count;
	const char *name = *folder->shown ? folder->shown : ".";
	struct error error;
	struct folder inner = {.ignore = ignore_read(folder->real, folder->ignore, walker->arena, &error)};
	if (!inner.ignore) {
		add_error(walker, join(folder->shown, ".gitignore", walker->arena), error.text, "");
		inner.ignore = folder->ignore;
	}
	if (!list_folder(folder->real, &items, &count, walker->arena))
		add_error(walker, name, "the folder cannot be read: ", strerror(errno));
	for (size_t i = 0; i < count; i++) {
		inner.shown = join(folder->shown, items[i].name, walker->arena);
		inner.real = join(folder->real, items[i].name, walker->arena);
		if (items[i].kind != KIND_FOLDER)
			take_file(walker, &inner, &items[i], inner.shown, inner.real);
		else if (!is_left_out(walker, &inner, inner.shown, inner.real, true))
			walk_folder(walker, &inner);
	}
}

/* A folder that was named: neither .gitignore nor exclude hold for itself. */
static void start_folder(struct walker *walker, const char *path)
{
	struct error error;
	size_t size = strlen(path);
	while (size > 1 && path[size - 1] == '/')
		size--;
	struct folder folder = {.shown = arena_format(walker->arena, "%.*s", (int)size, path).data};
	folder.real = path_real(path, walker->arena);
	folder.ignore = ignore_outside(folder.real, walker->arena, &error);
	if (!folder.ignore) {
		add_error(walker, path, "a .gitignore round it ", error.text);
		return;
	}
	if (strcmp(folder.shown, ".") == 0)
		folder.shown = "";
	walk_folder(walker, &folder);
}

static void start(struct walker *walker, const char *path, bool force_exclude)
{
	struct stat status;
	if (strcmp(path, "-") == 0) {
		add(walker, path, path, NULL);
		return;
	}
	if (stat(path, &status) != 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			add_error(walker, path, "there is no such file or folder", "");
		else
			add_error(walker, path, "cannot be opened: ", strerror(errno));
		return;
	}
	bool is_folder = S_ISDIR(status.st_mode);
	/* A pattern for the folder and one for all that is in it both leave it out. */
	bool excluded = config_excludes(walker->config, path, is_folder) ||
			(is_folder && config_excludes(walker->config, join(path, "_", walker->arena), false));
	if (force_exclude && excluded)
		return;
	if (is_written(walker, &status))
		walker->overwritten = path;
	walker->obeys_exclude = !excluded;
	if (is_folder)
		start_folder(walker, path);
	else
		add(walker, path, path_real(path, walker->arena), NULL);
}

/* Where an entry stands in the order of the command line, and its absolute name. */
struct place {
	const char *real;
	size_t index;
};

static int compare_places(const void *a, const void *b)
{
	const struct place *left = a, *right = b;
	int order = strcmp(left->real, right->real);
	return order ? order : left->index < right->index ? -1 : 1;
}

/* Keeps the first entry of each file; errors stay. */
static void drop_doubles(struct walker *walker)
{
	struct place *places = ARENA_ARRAY(walker->arena, struct place, walker->count);
	size_t kept = 0;
	for (size_t i = 0; i < walker->count; i++)
		places[i] = (struct place){walker->real[i], i};
	if (walker->count > 1)
		qsort(places, walker->count, sizeof *places, compare_places);
	for (size_t i = 1; i < walker->count; i++)
		if (*places[i].real && strcmp(places[i].real, places[i - 1].real) == 0)
			walker->entries[places[i].index].path = NULL;
	for (size_t i = 0; i < walker->count; i++)
		if (walker->entries[i].path)
			walker->entries[kept++] = walker->entries[i];
	walker->count = kept;
}

static void add_own(struct own_files *own, const char *path, const struct stat *status, bool written, struct arena *arena)
{
	if (S_ISREG(status->st_mode))
		ARENA_PUSH(arena, own->items, own->count, own->capacity,
			(struct own_file){path_real(path, arena), status->st_dev, status->st_ino, written});
}

void own_files_add(struct own_files *own, const char *path, bool written, struct arena *arena)
{
	struct stat status;
	if (path && stat(path, &status) == 0)
		add_own(own, path, &status, written, arena);
}

void own_files_add_descriptor(struct own_files *own, int descriptor, struct arena *arena)
{
	struct stat status;
	if (fstat(descriptor, &status) == 0)
		add_own(own, arena_format(arena, "/dev/fd/%d", descriptor).data, &status, true, arena);
}

struct walk walk_paths(
	char *const *paths, size_t count, struct config *config, bool force_exclude, const struct own_files *own, struct arena *arena)
{
	struct walker walker = {.arena = arena, .config = config, .own = own, .may_double = count > 1};
	if (count == 0)
		start(&walker, ".", force_exclude);
	for (size_t i = 0; i < count; i++)
		start(&walker, paths[i], force_exclude);
	if (walker.may_double)
		drop_doubles(&walker);
	return (struct walk){walker.entries, walker.count, walker.overwritten};
}
