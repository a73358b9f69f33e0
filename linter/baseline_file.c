/* baseline_file: reads and writes a baseline. */
#include "baseline_p.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

#include "baseline_list_p.h"
#include "file_p.h"
#include "path_p.h"

#define HEADER "# kanlint baseline 1"

enum { COUNT_MAXIMUM = 1000000000 };

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

/* Digits and nothing else. */
static bool read_number(struct str text, int base, uint64_t *number)
{
	char room[32];
	if (!text.size || text.size >= sizeof room)
		return false;
	memcpy(room, text.data, text.size);
	room[text.size] = 0;
	if (strspn(room, base == 16 ? "0123456789abcdef" : "0123456789") != text.size)
		return false;
	errno = 0;
	*number = strtoull(room, NULL, base);
	return !errno;
}

static bool read_line(struct baseline *baseline, struct str text)
{
	struct str name = field(&text), check = field(&text), hash_text = field(&text), count_text = field(&text);
	uint64_t hash, count;
	if (!name.size || !check.size || hash_text.size != 16 || !read_number(hash_text, 16, &hash) || !read_number(count_text, 10, &count) ||
		count < 1 || count > COUNT_MAXIMUM)
		return false;
	struct known_file *file = known_file_in(baseline, unescape(name, baseline->arena));
	struct known_line *line = known_line_in(baseline, file, known_key(check, hash, baseline->arena), check, hash);
	if (line->count < count) /* it may stand twice where two branches were merged: the higher count holds both */
		line->count = (size_t)count;
	line->shown = text;
	return true;
}

static bool is_conflict(struct str line)
{
	return str_begins(line, "<<<<<<< ") || str_begins(line, ">>>>>>> ") || str_equal(line, STR("=======")) || str_begins(line, "||||||| ");
}

static bool read_text(struct baseline *baseline, struct str text, struct error *error)
{
	struct str line;
	const char *path = baseline->path;
	if (str_begins(text, "\xEF\xBB\xBF"))
		text = str_after(text, 3);
	for (size_t number = 1; str_take_line(&text, &line); number++) {
		if (line.size && line.data[line.size - 1] == '\r')
			line.size--;
		if (number == 1 && !str_equal(line, STR(HEADER)))
			return error_set(error, "%s:1: is no baseline: its first line must be “%s”", path, HEADER);
		if (is_conflict(line))
			return error_set(
				error, "%s:%zu: a merge left its conflict here; keep the lines of both sides, or use --write-baseline", path, number);
		if (line.size && *line.data != '#' && (memchr(line.data, 0, line.size) || !read_line(baseline, line)))
			return error_set(error, "%s:%zu: is no line of a baseline (path, check, hash, count; tabs between)", path, number);
	}
	return true;
}

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

struct baseline *baseline_read(const char *path, struct arena *arena, struct error *error)
{
	struct baseline *baseline = baseline_new(path, arena);
	struct str text;
	return file_read(path, FILE_NO_LIMIT, &text, arena, error) && read_text(baseline, text, error) ? baseline : NULL;
}

bool baseline_write(const struct baseline *baseline, struct error *error)
{
	struct arena *arena = baseline->arena;
	const char **lines = NULL;
	size_t count = 0, capacity = 0, size = sizeof HEADER;
	for (size_t i = 0; i < baseline->count; i++) {
		struct str name = escape(baseline->list[i]->name, arena);
		for (const struct known_line *line = baseline->list[i]->lines; line; line = line->next) {
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
