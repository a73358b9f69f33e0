/*
 * sidecar: kanlint-ignore.yaml, for text that has no comments: a list of {file, check, text, reason}. It stands beside the
 * config that holds for a file, or nearer to the file; --config leaves only the one beside the file it names.
 */
#include <errno.h>
#include <unistd.h>

#include "file_p.h"
#include "path_p.h"
#include "silence_p.h"
#include "yaml_walk_p.h"

#define SIDECAR_NAME "kanlint-ignore.yaml"

enum { FILE_MAXIMUM = 16 << 20 };

struct entry {
	const char *file;  /* absolute */
	const char *shown; /* as it stands there */
	const char *name;  /* of the check */
	const char *text;  /* what the finding must touch; NULL: any finding */
	uint32_t line, column;
	bool used;
	struct entry *next;  /* for the same file */
	struct entry *later; /* in the list */
};

struct sidecar {
	const char *path;   /* as messages show it */
	const char *folder; /* absolute: what its files are relative to */
	struct str source;
	struct entry *entries, **last;
	struct map files; /* absolute name -> struct entry */
	bool broken, said, files_seen; /* said: what is broken */
	struct error error;
};

struct sidecars {
	struct config *config;
	struct arena *arena;
	struct map folders; /* absolute folder -> struct sidecar, NULL for none */
};

struct sidecars *sidecars_new(struct config *config, struct arena *arena)
{
	struct sidecars *sidecars = ARENA_NEW(arena, struct sidecars);
	sidecars->config = config;
	sidecars->arena = arena;
	return sidecars;
}

static bool read_entry(const struct sidecars *sidecars, struct sidecar *sidecar, const struct node *node, struct entry *entry)
{
	static const char *const keys[] = {"file", "check", "text", "reason", NULL};
	struct arena *arena = sidecars->arena;
	struct error *error = &sidecar->error;
	if (node->kind != NODE_MAP)
		return node_error(error, sidecar->path, node, "an entry must be a map of file, check, text and reason, not %s", node_kind_name(node));
	for (size_t i = 0; i < node->count; i += 2) {
		const struct node *key = node->items[i], *value = node->items[i + 1];
		int index = word_index(key->text, keys);
		if (index < 0)
			return node_error(error, sidecar->path, key, "unknown key “%s”%s", key->text, hint(key->text, keys, arena));
		if (value->kind != NODE_TEXT || !*value->text)
			return node_error(error, sidecar->path, value, "“%s” must be a text, not %s", key->text,
				value->kind == NODE_TEXT ? "empty" : node_kind_name(value));
		struct error wrong;
		if (index == 1 && !name_known(&sidecars->config->list, value->text, "", arena, &wrong))
			return node_error(error, sidecar->path, value, "%s", wrong.text);
		*(index == 0 ? &entry->shown : index == 1 ? &entry->name : index == 2 ? &entry->text : &(const char *){NULL}) = value->text;
	}
	if (!entry->shown || !entry->name)
		return node_error(error, sidecar->path, node, "an entry needs “%s”", entry->shown ? "check" : "file");
	entry->file = path_absolute(path_join(sidecar->folder, entry->shown, arena), arena);
	entry->line = node->line;
	entry->column = node->column;
	return true;
}

static bool read_entries(const struct sidecars *sidecars, struct sidecar *sidecar, const struct node *root)
{
	if (node_is_empty(root))
		return true;
	if (root->kind != NODE_LIST)
		return node_error(&sidecar->error, sidecar->path, root, "must be a list of entries, not %s", node_kind_name(root));
	for (size_t i = 0; i < root->count; i++) {
		struct entry *entry = ARENA_NEW(sidecars->arena, struct entry);
		if (!read_entry(sidecars, sidecar, root->items[i], entry))
			return false;
		struct entry **place = (struct entry **)map_put(&sidecar->files, str_from(entry->file), sidecars->arena);
		entry->next = *place;
		*place = entry;
		*sidecar->last = entry;
		sidecar->last = &entry->later;
	}
	return true;
}

static struct sidecar *load(struct sidecars *sidecars, const char *path, const char *folder)
{
	struct sidecar *sidecar = ARENA_NEW(sidecars->arena, struct sidecar);
	sidecar->last = &sidecar->entries;
	sidecar->path = path_shown(path, sidecars->arena);
	sidecar->folder = folder;
	if (!file_read(sidecar->path, FILE_MAXIMUM, &sidecar->source, sidecars->arena, &sidecar->error)) {
		sidecar->broken = true;
		return sidecar;
	}
	const struct node *root = yaml_read(sidecar->path, sidecar->source, sidecars->arena, &sidecar->error);
	sidecar->broken = !root || !read_entries(sidecars, sidecar, root);
	return sidecar;
}

/* The sidecar in a folder, or NULL. BASE: what its files are relative to, if not the folder. */
static struct sidecar *sidecar_in(struct sidecars *sidecars, const char *folder, const char *base)
{
	void **known = map_find(&sidecars->folders, str_from(folder));
	if (known)
		return *known;
	folder = arena_strdup(sidecars->arena, folder);
	const char *path = path_join(folder, SIDECAR_NAME, sidecars->arena);
	bool there = access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR);
	struct sidecar *sidecar = there ? load(sidecars, path, base ? base : folder) : NULL;
	*map_put(&sidecars->folders, str_from(folder), sidecars->arena) = sidecar;
	return sidecar;
}

/* From the file's folder up to that of its config; to the root if there is none. */
static struct sidecar *sidecar_for(struct sidecars *sidecars, const char *absolute, const char *path, struct arena *arena)
{
	const struct config_options *options = &sidecars->config->options;
	const struct config_file *file = config_file_for(sidecars->config, path);
	if (options->no_config)
		return NULL;
	if (options->config)
		return sidecar_in(sidecars, path_folder(path_absolute(options->config, arena), arena).data, file->folder);
	for (const char *folder = path_folder(absolute, arena).data;; folder = path_folder(folder, arena).data) {
		struct sidecar *sidecar = sidecar_in(sidecars, folder, NULL);
		if (sidecar || !strcmp(folder, file->folder) || !strcmp(folder, "/"))
			return sidecar;
	}
}

/* Does the text of an entry stand in the source so that it touches the finding? */
static bool touches(const struct diagnostic *diagnostic, const char *text)
{
	size_t length = strlen(text), begin = diagnostic->region.begin.byte, end = diagnostic->region.end.byte;
	size_t from = begin > length ? begin - length : 0, to = end + length < diagnostic->source.size ? end + length : diagnostic->source.size;
	return memmem(diagnostic->source.data + from, to - from, text, length) != NULL;
}

static bool is_silenced(const struct check_list *list, struct entry *entries, const struct diagnostic *diagnostic)
{
	bool silenced = false;
	for (; entries; entries = entries->next)
		if (name_means(list, entries->name, diagnostic->check, diagnostic->message) && (!entries->text || touches(diagnostic, entries->text)))
			entries->used = silenced = true;
	return silenced;
}

static void note_entry(struct filtering *filtering, const struct sidecar *sidecar, const struct entry *entry, enum unused_message message)
{
	struct str source = sidecar->source;
	const char *newline = source.data;
	size_t byte = 0;
	for (uint32_t line = 1; line < entry->line && (newline = memchr(source.data + byte, '\n', source.size - byte)) != NULL; line++)
		byte = (size_t)(newline - source.data) + 1;
	for (uint32_t column = 1; column < entry->column && byte < source.size; column++)
		for (byte++; byte < source.size && ((unsigned char)source.data[byte] & 0xC0) == 0x80;)
			byte++;
	newline = memchr(source.data + byte, '\n', source.size - byte);
	unused_note(filtering, message, sidecar->path, source, byte, newline ? (size_t)(newline - source.data) : source.size, entry->shown, NULL);
}

/* Entries for files that are gone: said once, with the first file that the sidecar holds for. */
static void note_missing_files(struct filtering *filtering, struct sidecar *sidecar)
{
	for (const struct entry *entry = sidecar->files_seen ? NULL : sidecar->entries; entry; entry = entry->later)
		if (access(entry->file, F_OK) != 0 && errno == ENOENT && strcmp(filtering->input->path, "-") != 0)
			note_entry(filtering, sidecar, entry, UNUSED_FILE);
	sidecar->files_seen = true;
}

/* Would a finding of this name have been seen? Also not if it is the name of a rule that is no more. */
static bool name_counts(const struct filtering *filtering, const char *name)
{
	struct error unused;
	bool all;
	if (!name_known(filtering->list, name, "", filtering->arena, &unused))
		return true;
	return name_is_on(filtering, name, &all) && (all || !filtering->narrowed);
}

bool silence_sidecar(struct sidecars *sidecars, struct filtering *filtering, struct error *error, bool *said)
{
	const char *absolute = config_absolute(sidecars->config, filtering->input->path, filtering->arena);
	struct sidecar *sidecar = sidecar_for(sidecars, absolute, filtering->input->path, filtering->arena);
	if (!sidecar)
		return true;
	if (sidecar->broken) {
		*error = sidecar->error;
		*said = sidecar->said;
		sidecar->said = true;
		return false;
	}
	void **found = map_find(&sidecar->files, str_from(absolute));
	struct entry *entries = found ? *found : NULL;
	size_t kept = 0;
	for (struct entry *entry = filtering_begins(filtering) ? entries : NULL; entry; entry = entry->next)
		entry->used = false; /* --fix lints a file several times */
	for (size_t i = 0; i < filtering->count; i++)
		if (!is_silenced(filtering->list, entries, &filtering->diagnostics[i]))
			filtering->diagnostics[kept++] = filtering->diagnostics[i];
	filtering->count = kept;
	for (const struct entry *entry = filtering_ends(filtering) ? entries : NULL; entry; entry = entry->next)
		if (!entry->used && name_counts(filtering, entry->name))
			note_entry(filtering, sidecar, entry, UNUSED_ENTRY);
	if (filtering_ends(filtering))
		note_missing_files(filtering, sidecar);
	return true;
}
