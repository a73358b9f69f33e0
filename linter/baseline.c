/* baseline: findings that were there before. */
#include "baseline_p.h"

#include <errno.h>
#include <unistd.h>

#include "baseline_list_p.h"
#include "hash_p.h"
#include "path_p.h"

enum { SHOWN_BYTES = 48 };

static struct known_file *file_of(struct baseline *baseline, const char *path, struct arena *scratch)
{
	return known_file_in(baseline, path_relative(path_absolute(path, scratch), baseline->folder, scratch));
}

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

/* ------------------------------------------------------------------------------------------------ files that are gone */

static bool is_gone(const struct baseline *baseline, const struct known_file *file, struct arena *scratch)
{
	return !file->linted && access(path_join(baseline->folder, file->name, scratch), F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

static void find_gone(struct baseline *baseline, struct arena *scratch)
{
	baseline->knows_gone = true;
	for (size_t i = 0; i < baseline->count; i++) {
		if (!is_gone(baseline, baseline->list[i], scratch))
			continue;
		for (struct known_line *line = baseline->list[i]->lines; line; line = line->next) {
			void **first = map_put(&baseline->gone, known_key(line->check, line->hash, baseline->arena), baseline->arena);
			line->alike = *first;
			*first = line;
		}
	}
}

/* A file that was renamed takes its lines along: they become those of the file in which they are found now. */
static struct known_line *move_line(struct baseline *baseline, struct known_file *file, struct str key, struct arena *scratch)
{
	if (!baseline->knows_gone)
		find_gone(baseline, scratch);
	void **found = map_find(&baseline->gone, key);
	struct known_line *from = found ? *found : NULL;
	while (from && (!from->count || from->file->linted))
		from = from->alike;
	if (!from)
		return NULL;
	struct known_line *line = known_line_in(baseline, file, key, from->check, from->hash);
	line->was_on = baseline->moved = true;
	line->shown = from->shown;
	line->count++;
	from->count--;
	return line;
}

/* ------------------------------------------------------------------------------------------------ hiding and collecting */

static bool check_is_on(const struct filtering *filtering, struct str name)
{
	for (size_t i = 0; i < filtering->list->count; i++)
		if (str_equal(str_from(filtering->list->names[i]), name))
			return filtering->policy->checks[i].on;
	return true; /* a check that is no more */
}

static void start_file(struct baseline *baseline, const struct filtering *filtering)
{
	struct known_file *file = file_of(baseline, filtering->input->path, filtering->arena);
	file->linted = true;
	for (struct known_line *line = file->lines; line; line = line->next) {
		line->used = 0;
		line->was_on = check_is_on(filtering, line->check);
	}
}

void baseline_hide(struct baseline *baseline, struct filtering *filtering)
{
	struct place_key place = {0};
	size_t kept = 0;
	if (filtering_begins(filtering))
		start_file(baseline, filtering);
	const char *last_path = NULL;
	struct known_file *file = NULL;
	for (size_t i = 0; i < filtering->count; i++) {
		const struct diagnostic *diagnostic = &filtering->diagnostics[i];
		if (diagnostic->path != last_path)
			file = file_of(baseline, diagnostic->path, filtering->arena);
		last_path = diagnostic->path;
		move_to(&place, diagnostic);
		struct str key = known_key(str_from(diagnostic->check->name), place.hash, filtering->arena);
		void **found = map_find(&file->by_key, key);
		struct known_line *line = found ? *found : NULL;
		if (!line || line->used == line->count)
			line = move_line(baseline, file, key, filtering->arena);
		if (line)
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
	struct known_file *own = file_of(baseline, filtering->input->path, filtering->arena);
	for (struct known_line *line = filtering_begins(filtering) ? own->lines : NULL; line; line = line->next)
		line->count = 0;
	for (size_t i = 0; i < filtering->count; i++) {
		const struct diagnostic *diagnostic = &filtering->diagnostics[i];
		struct known_file *file = file_of(baseline, diagnostic->path, filtering->arena);
		struct str check = str_from(diagnostic->check->name);
		move_to(&place, diagnostic);
		struct known_line *line = known_line_in(baseline, file, known_key(check, place.hash, filtering->arena), check, place.hash);
		if (!line->count++)
			line->shown = shown_text(place.text, baseline->arena);
	}
}

bool baseline_prune(struct baseline *baseline)
{
	bool changed = baseline->moved;
	struct arena scratch;
	arena_init(&scratch);
	for (size_t i = 0; i < baseline->count; i++) {
		struct known_file *file = baseline->list[i];
		bool gone = is_gone(baseline, file, &scratch);
		for (struct known_line *line = file->lines; line; line = line->next) {
			size_t count = gone ? 0 : file->linted && line->was_on ? line->used : line->count;
			changed |= count != line->count;
			line->count = count;
		}
	}
	arena_release(&scratch);
	return changed;
}
