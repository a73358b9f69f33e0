/*
 * plugin: from a file to checks in the table. A file that was cut off would end the program inside the dynamic linker, so its
 * parts are held against its size before it is opened.
 */
#include "plugin.h"

#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "config_p.h"
#include "file_p.h"
#include "plugin_p.h"

enum { FILE_LARGEST = 256 << 20, CHECKS_MOST = 1024 };

/* A check on its way into the table. */
struct entry {
	const struct check *check;
	const struct plugin_file *file; /* NULL: one of the program's own */
};

struct loading {
	struct arena *arena;
	struct entry *entries;
	size_t count, capacity;
	const void **seen; /* plug-ins: one that is named twice is loaded once */
	size_t seen_count, seen_capacity;
};

static bool refuse(struct error *error, const struct plugin_file *file, const char *sentence)
{
	return error_set(error, "%s%s: %s", file->place, file->path, sentence);
}

#ifdef KANLINT_STATIC

static const struct plugin *open_plugin(const struct plugin_file *file, struct arena *arena, struct error *error)
{
	(void)arena;
	refuse(error, file, "cannot be loaded: this kanlint is linked statically and takes no plug-ins");
	return NULL;
}

#else

/* Are all parts that will be mapped inside the file? What is of another machine is left to the linker, which says so. */
static bool is_whole(struct str bytes)
{
	ElfW(Ehdr) header;
	if (bytes.size < sizeof header)
		return false;
	memcpy(&header, bytes.data, sizeof header);
	if (header.e_ident[EI_CLASS] != __ELF_NATIVE_CLASS / 32 || header.e_phentsize != sizeof(ElfW(Phdr)))
		return true;
	if (header.e_phoff > bytes.size || header.e_phnum > (bytes.size - header.e_phoff) / sizeof(ElfW(Phdr)))
		return false;
	for (size_t i = 0; i < header.e_phnum; i++) {
		ElfW(Phdr) part;
		memcpy(&part, bytes.data + header.e_phoff + i * sizeof part, sizeof part);
		if (part.p_type == PT_LOAD && (part.p_offset > bytes.size || part.p_filesz > bytes.size - part.p_offset))
			return false;
	}
	return true;
}

static bool file_is_right(const char *path, const struct plugin_file *file, struct arena *arena, struct error *error)
{
	struct stat status;
	struct str bytes;
	struct error why;
	if (stat(path, &status) != 0)
		return refuse(error, file, strerror(errno));
	if (!S_ISREG(status.st_mode)) /* of a pipe nobody may write the end */
		return refuse(error, file, "is no file");
	if (!file_read(path, FILE_LARGEST, &bytes, arena, &why))
		return error_set(error, "%s%s", file->place, why.text);
	if (bytes.size < SELFMAG || memcmp(bytes.data, ELFMAG, SELFMAG) != 0)
		return refuse(error, file, "is no shared object");
	return is_whole(bytes) || refuse(error, file, "is damaged: a part of it is missing");
}

/* What the linker says, without the path that it puts in front. */
static const char *linker_error(const char *path)
{
	const char *text = dlerror();
	size_t size = strlen(path);
	return !strncmp(text, path, size) && text[size] == ':' ? text + size + 2 : text;
}

/* Of a symbol that is a function, or smaller, nothing can be read. */
static bool symbol_is_right(const void *symbol)
{
	Dl_info info;
	const ElfW(Sym) *entry = NULL;
	return dladdr1(symbol, &info, (void **)&entry, RTLD_DL_SYMENT) != 0 && entry && ELF32_ST_TYPE(entry->st_info) == STT_OBJECT &&
	       entry->st_size >= sizeof(struct plugin);
}

static const struct plugin *open_plugin(const struct plugin_file *file, struct arena *arena, struct error *error)
{
	/* A name without a slash is a file here, not one in the folders of libraries. */
	const char *path = strchr(file->path, '/') ? file->path : arena_format(arena, "./%s", file->path).data;
	struct arena scratch;
	arena_init(&scratch);
	bool right = file_is_right(path, file, &scratch, error);
	arena_release(&scratch);
	if (!right)
		return NULL;
	void *object = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (!object) {
		refuse(error, file, linker_error(path));
		return NULL;
	}
	const struct plugin *plugin = dlsym(object, "kanlint_plugin");
	if (!plugin)
		refuse(error, file, "is no plug-in of kanlint: it exports no “kanlint_plugin”");
	else if (!symbol_is_right(plugin))
		refuse(error, file, "its “kanlint_plugin” is not a struct plugin");
	else if (plugin->abi != KANLINT_PLUGIN_ABI)
		error_set(error,
			"%s%s: was built for another version of kanlint (its ABI is %08x, not %08x): build it again with the headers of this one",
			file->place, file->path, plugin->abi, KANLINT_PLUGIN_ABI);
	else
		return plugin;
	return NULL;
}

#endif

static const struct entry *find(const struct loading *loading, const char *name)
{
	for (size_t i = 0; i < loading->count; i++)
		if (!strcmp(loading->entries[i].check->name, name))
			return &loading->entries[i];
	return NULL;
}

static bool add_check(struct loading *loading, const struct check *check, const struct plugin_file *file, struct error *error)
{
	struct error why;
	if (!plugin_check(check, &why))
		return refuse(error, file, why.text);
	const struct entry *other = find(loading, check->name);
	bool is_own = (other && !other->file) || !strcmp(check->name, check_house_rule.name) || !strcmp(check->name, check_unused_silencing.name);
	if (is_own)
		return error_set(
			error, "%s%s: kanlint has a check “%s” of its own: give this one another name", file->place, file->path, check->name);
	if (other && other->file == file)
		return error_set(error, "%s%s: it has two checks “%s”", file->place, file->path, check->name);
	if (other)
		return error_set(error, "%s%s: “%s” has a check “%s” too: load one of them, or give it another name", file->place, file->path,
			other->file->path, check->name);
	ARENA_PUSH(loading->arena, loading->entries, loading->count, loading->capacity, (struct entry){check, file});
	return true;
}

static bool add_plugin(struct loading *loading, const struct plugin_file *file, struct error *error)
{
	const struct plugin *plugin = open_plugin(file, loading->arena, error);
	if (!plugin)
		return false;
	for (size_t i = 0; i < loading->seen_count; i++)
		if (loading->seen[i] == plugin)
			return true;
	ARENA_PUSH(loading->arena, loading->seen, loading->seen_count, loading->seen_capacity, (const void *){plugin});
	if (!plugin->checks || !plugin->checks[0])
		return refuse(error, file, "has no checks");
	for (size_t i = 0; plugin->checks[i]; i++) {
		if (i == CHECKS_MOST)
			return refuse(error, file, "its list of checks has no end");
		if (!add_check(loading, plugin->checks[i], file, error))
			return false;
	}
	return true;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->check->name, ((const struct entry *)b)->check->name);
}

const struct check *const *plugins_load(const struct plugin_files *files, const struct check *const *table, struct arena *arena, struct error *error)
{
	struct loading loading = {.arena = arena};
	if (files->count == 0)
		return table;
	for (size_t i = 0; table[i]; i++)
		ARENA_PUSH(arena, loading.entries, loading.count, loading.capacity, (struct entry){table[i], NULL});
	for (size_t i = 0; i < files->count; i++)
		if (!add_plugin(&loading, &files->items[i], error))
			return NULL;
	qsort(loading.entries, loading.count, sizeof *loading.entries, by_name);
	const struct check **checks = ARENA_ARRAY(arena, const struct check *, loading.count + 1);
	for (size_t i = 0; i < loading.count; i++)
		checks[i] = loading.entries[i].check;
	return checks;
}
