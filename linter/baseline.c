/* baseline: findings that were there before. */
#include "baseline_p.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

#include "file_p.h"
#include "hash_p.h"
#include "path_p.h"

#define HEADER "# kanlint baseline 1"

enum { SHOWN_BYTES = 48 };

struct line {
	struct str check;
	uint64_t hash;
	size_t count;
	size_t used;
	struct str shown; /* beginning of the text, escaped */
	bool was_on;      /* its check was on when its file was linted */
	struct line *next;
};

struct file {
	const char *name; /* relative to the baseline's folder, not escaped */
	struct line *lines, **last;
	struct map by_key; /* check and hash -> line */
	bool linted;
};

struct baseline {
	const char *path;
	const char *folder; /* absolute */
	struct map files;   /* by name */
	struct file **list;
	size_t count, capacity;
	struct arena *arena;
};

struct baseline *baseline_new(const char *path, struct arena *arena)
{
	struct baseline *baseline = ARENA_NEW(arena, struct baseline);
	baseline->path = path;
	baseline->folder = path_folder(path_absolute(path, arena), arena).data;
	baseline->arena = arena;
	return baseline;
}

static struct file *file_in(struct baseline *baseline, const char *name)
{
	void **known = map_find(&baseline->files, str_from(name));
	if (known)
		return *known;
	struct file *file = ARENA_NEW(baseline->arena, struct file);
	file->name = arena_strdup(baseline->arena, name);
	file->last = &file->lines;
	*map_put(&baseline->files, str_from(file->name), baseline->arena) = file;
	ARENA_PUSH(baseline->arena, baseline->list, baseline->count, baseline->capacity, file);
	return file;
}

static struct file *file_of(struct baseline *baseline, const char *path, struct arena *scratch)
{
	return file_in(baseline, path_relative(path_absolute(path, scratch), baseline->folder, scratch));
}

static struct str key_of(struct str check, uint64_t hash, struct arena *arena)
{
	return arena_format(arena, "%.*s %016" PRIx64, (int)check.size, check.data, hash);
}

static struct line *line_in(struct baseline *baseline, struct file *file, struct str key, struct str check, uint64_t hash)
{
	void **known = map_find(&file->by_key, key);
	if (known)
		return *known;
	struct line *line = ARENA_NEW(baseline->arena, struct line);
	line->check = arena_copy(baseline->arena, check);
	line->hash = hash;
	*map_put(&file->by_key, arena_copy(baseline->arena, key), baseline->arena) = line;
	*file->last = line;
	file->last = &line->next;
	return line;
}

/* ------------------------------------------------------------------------------------------------ reading */

/* Takes the field before the next tab, or the rest. */
static struct str field(struct str *rest)
{
	const char *tab = memchr(rest->data, '\t', rest->size);
	struct str taken = {rest->data, tab ? (size_t)(tab - rest->data) : rest->size};
	rest->data += taken.size + (tab != NULL);
	rest->size -= taken.size + (tab != NULL);
	return taken;
}

static const char *unescape(struct str text, struct arena *arena)
{
	char *out = arena_alloc(arena, text.size + 1), *end = out;
	for (size_t i = 0; i < text.size; i++) {
		char byte = text.data[i];
		if (byte == '\\' && i + 1 < text.size) {
			byte = text.data[++i];
			byte = byte == 't' ? '\t' : byte == 'n' ? '\n' : byte == 'r' ? '\r' : byte;
		}
		*end++ = byte;
	}
	return out;
}

static bool read_number(struct str text, int base, uint64_t *number)
{
	char room[32], *end;
	if (!text.size || text.size >= sizeof room || memchr("+- ", text.data[0], 3))
		return false;
	memcpy(room, text.data, text.size);
	room[text.size] = 0;
	errno = 0;
	*number = strtoull(room, &end, base);
	return !*end && !errno;
}

static bool read_line(struct baseline *baseline, struct str text)
{
	struct str name = field(&text), check = field(&text), hash_text = field(&text), count_text = field(&text);
	uint64_t hash, count;
	if (!name.size || !check.size || hash_text.size != 16 || !read_number(hash_text, 16, &hash) || !read_number(count_text, 10, &count) || !count)
		return false;
	struct file *file = file_in(baseline, unescape(name, baseline->arena));
	struct line *line = line_in(baseline, file, key_of(check, hash, baseline->arena), check, hash);
	line->count += (size_t)count;
	line->shown = text;
	return true;
}

struct baseline *baseline_read(const char *path, struct arena *arena, struct error *error)
{
	struct baseline *baseline = baseline_new(path, arena);
	struct str text, line;
	if (!file_read(path, FILE_NO_LIMIT, &text, arena, error))
		return NULL;
	for (size_t number = 1; str_take_line(&text, &line); number++) {
		if (line.size && line.data[line.size - 1] == '\r')
			line.size--;
		if (number == 1 && !str_equal(line, STR(HEADER))) {
			error_set(error, "%s:1: is no baseline: its first line must be “%s”", path, HEADER);
			return NULL;
		}
		if (line.size && *line.data != '#' && !read_line(baseline, line)) {
			error_set(error, "%s:%zu: is no line of a baseline (path, check, hash, count; tabs between)", path, number);
			return NULL;
		}
	}
	return baseline;
}

/* ------------------------------------------------------------------------------------------------ findings */

/* One finding and its line, which is hashed once for all its findings. */
struct place_key {
	const char *source;
	uint32_t line;
	struct str text;
	uint64_t hash;
};

static void move_to(struct place_key *key, const struct diagnostic *diagnostic)
{
	if (key->source == diagnostic->source.data && key->line == diagnostic->region.begin.line)
		return;
	key->source = diagnostic->source.data;
	key->line = diagnostic->region.begin.line;
	key->text = diagnostic_line(diagnostic->source, diagnostic->region.begin);
	key->hash = hash_text(key->text);
}

static bool check_is_on(const struct filtering *filtering, struct str name)
{
	for (size_t i = 0; i < filtering->list->count; i++)
		if (str_equal(str_from(filtering->list->names[i]), name))
			return filtering->policy->checks[i].on;
	return true; /* a check that is no more */
}

static void start_file(struct baseline *baseline, const struct filtering *filtering)
{
	struct file *file = file_of(baseline, filtering->input->path, filtering->arena);
	file->linted = true;
	for (struct line *line = file->lines; line; line = line->next) {
		line->used = 0;
		line->was_on = check_is_on(filtering, line->check);
	}
}

void baseline_hide(struct baseline *baseline, struct filtering *filtering)
{
	struct place_key place = {0};
	size_t kept = 0;
	start_file(baseline, filtering);
	const char *last_path = NULL;
	struct file *file = NULL;
	for (size_t i = 0; i < filtering->count; i++) {
		const struct diagnostic *diagnostic = &filtering->diagnostics[i];
		if (diagnostic->path != last_path)
			file = file_of(baseline, diagnostic->path, filtering->arena);
		last_path = diagnostic->path;
		move_to(&place, diagnostic);
		void **found = map_find(&file->by_key, key_of(str_from(diagnostic->check->name), place.hash, filtering->arena));
		struct line *line = found ? *found : NULL;
		if (line && line->used < line->count)
			line->used++;
		else
			filtering->diagnostics[kept++] = *diagnostic;
	}
	filtering->count = kept;
}

/* The beginning of a line as the baseline shows it: whole characters, no tab, no personal number. */
static struct str shown_text(struct str text, struct arena *arena)
{
	size_t size = text.size < SHOWN_BYTES ? text.size : SHOWN_BYTES;
	struct str masked = mask_personal_numbers(text.size < 4096 ? text : (struct str){text.data, 4096}, arena);
	while (size && size < text.size && ((unsigned char)text.data[size] & 0xC0) == 0x80)
		size--;
	char *copy = (char *)arena_copy(arena, (struct str){masked.data, size}).data;
	for (size_t i = 0; i < size; i++)
		if ((unsigned char)copy[i] < 0x20 || copy[i] == 0x7F)
			copy[i] = ' ';
	return (struct str){copy, size};
}

void baseline_collect(struct baseline *baseline, const struct filtering *filtering)
{
	struct place_key place = {0};
	struct file *own = file_of(baseline, filtering->input->path, filtering->arena);
	for (struct line *line = own->lines; line; line = line->next)
		line->count = 0;
	for (size_t i = 0; i < filtering->count; i++) {
		const struct diagnostic *diagnostic = &filtering->diagnostics[i];
		struct file *file = file_of(baseline, diagnostic->path, filtering->arena);
		struct str check = str_from(diagnostic->check->name);
		move_to(&place, diagnostic);
		struct line *line = line_in(baseline, file, key_of(check, place.hash, filtering->arena), check, place.hash);
		if (!line->count++)
			line->shown = shown_text(place.text, baseline->arena);
	}
}

bool baseline_prune(struct baseline *baseline)
{
	bool changed = false;
	struct arena scratch;
	arena_init(&scratch);
	for (size_t i = 0; i < baseline->count; i++) {
		struct file *file = baseline->list[i];
		bool gone = access(path_join(baseline->folder, file->name, &scratch), F_OK) != 0 && errno == ENOENT;
		for (struct line *line = file->lines; line; line = line->next) {
			size_t count = gone && !file->linted ? 0 : file->linted && line->was_on ? line->used : line->count;
			changed |= count != line->count;
			line->count = count;
		}
	}
	arena_release(&scratch);
	return changed;
}

/* ------------------------------------------------------------------------------------------------ writing */

static struct str escape(const char *name, struct arena *arena)
{
	char *out = arena_alloc(arena, 2 * strlen(name) + 2), *end = out;
	if (*name == '#')
		*end++ = '\\';
	for (; *name; name++) {
		if (strchr("\\\t\n\r", *name)) {
			*end++ = '\\';
			*end++ = *name == '\t' ? 't' : *name == '\n' ? 'n' : *name == '\r' ? 'r' : '\\';
		} else {
			*end++ = *name;
		}
	}
	return (struct str){out, (size_t)(end - out)};
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool baseline_write(const struct baseline *baseline, struct error *error)
{
	struct arena *arena = baseline->arena;
	const char **lines = NULL;
	size_t count = 0, capacity = 0, size = sizeof HEADER;
	for (size_t i = 0; i < baseline->count; i++) {
		struct str name = escape(baseline->list[i]->name, arena);
		for (const struct line *line = baseline->list[i]->lines; line; line = line->next) {
			if (!line->count)
				continue;
			struct str text = arena_format(arena, "%s\t%s\t%016" PRIx64 "\t%zu\t%.*s\n", name.data, line->check.data, line->hash,
				line->count, (int)line->shown.size, line->shown.data ? line->shown.data : "");
			ARENA_PUSH(arena, lines, count, capacity, text.data);
			size += text.size;
		}
	}
	if (count > 1)
		qsort(lines, count, sizeof *lines, compare_texts);
	char *out = arena_alloc_raw(arena, size), *end = out;
	memcpy(end, HEADER "\n", sizeof HEADER);
	end += sizeof HEADER;
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(lines[i]);
		memcpy(end, lines[i], length);
		end += length;
	}
	struct error why;
	return file_replace(baseline->path, (struct str){out, (size_t)(end - out)}, true, &why) ||
		error_set(error, "%s: %s", baseline->path, why.text);
}
