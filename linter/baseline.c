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

/* Standard input is never gone. */
static bool is_standard(const char *name)
{
	const char *slash = strrchr(name, '/');
	return strcmp(slash ? slash + 1 : name, "-") == 0;
}

static bool is_gone(const struct baseline *baseline, const struct known_file *file, struct arena *scratch)
{
	return !file->linted && !is_standard(file->name) && access(path_join(baseline->folder, file->name, scratch), F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR);
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
	from->file->renamed = file;
	line->shown = from->shown;
	line->count++;
	from->count--;
	return line;
}

/* ------------------------------------------------------------------------------------------------ hiding and collecting */

static bool all_messages_on(const struct filtering *filtering, size_t check)
{
	for (size_t i = 0; filtering->list->checks[check]->messages[i].text; i++)
		if (!filtering->policy->checks[check].messages[i].on)
			return false;
	return true;
}

/*
 * Is all known that a check finds? What its messages that are off would say comes among the hidden findings, but for rules and silencings.
 * A check that is not there may be of a plug-in that was not loaded.
 */
static bool is_known(const struct filtering *filtering, struct str name)
{
	const struct check_list *list = filtering->list;
	size_t index = 0;
	while (index < list->count && !str_equal(str_from(list->names[index]), name))
		index++;
	if (index < check_list_rules(list))
		return filtering->policy->checks[index].on;
	return index < list->count && all_messages_on(filtering, index) &&
	       (index == check_list_rules(list) ? filtering->policy->rules != NULL : !filtering->narrowed);
}

static void ask_policy(struct baseline *baseline, const struct filtering *filtering)
{
	if (baseline->policy == filtering->policy)
		return;
	baseline->policy = filtering->policy;
	for (struct known_check *check = baseline->first_check; check; check = check->next) {
		check->is_on = is_known(filtering, check->name);
		check->was_off |= !check->is_on;
	}
}

static void start_file(struct baseline *baseline, const struct filtering *filtering)
{
	struct known_file *file = file_of(baseline, filtering->input->path, filtering->arena);
	ask_policy(baseline, filtering);
	file->linted = true;
	for (struct known_line *line = file->lines; line; line = line->next) {
		line->used = line->hidden = 0;
		line->was_on = line->of->is_on;
	}
}

static bool is_cut(const struct filtering *filtering, struct str check)
{
	for (size_t i = 0; i < filtering->capped_count; i++)
		if (str_equal(str_from(filtering->capped[i]->name), check))
			return true;
	return filtering->unread || (filtering->stopped && str_equal(STR("house_rule"), check));
}

/* Of what found too much, took too long or could not be read something may be missing. */
static void keep_cut(struct baseline *baseline, const struct filtering *filtering)
{
	if (!filtering->capped_count && !filtering->stopped && !filtering->unread)
		return;
	for (struct known_line *line = file_of(baseline, filtering->input->path, filtering->arena)->lines; line; line = line->next)
		line->was_on &= !is_cut(filtering, line->check);
}

/* A walk over findings: their lines and files. */
struct known_walk {
	struct baseline *baseline;
	struct arena *scratch;
	struct place_key place;
	const char *path;
	struct known_file *file;
};

/* The line of a finding, if it is known and has room for it. */
static struct known_line *find_line(struct known_walk *walk, const struct diagnostic *diagnostic, bool hidden)
{
	if (diagnostic->path != walk->path)
		walk->file = file_of(walk->baseline, diagnostic->path, walk->scratch);
	walk->path = diagnostic->path;
	move_to(&walk->place, diagnostic);
	struct str key = known_key(str_from(diagnostic->check->name), walk->place.hash, walk->scratch);
	void **found = map_find(&walk->file->by_key, key);
	struct known_line *line = found ? *found : NULL;
	if (line && line->used + (hidden ? line->hidden : 0) < line->count)
		return line;
	return move_line(walk->baseline, walk->file, key, walk->scratch);
}

void baseline_hide(struct baseline *baseline, struct filtering *filtering)
{
	struct known_walk walk = {.baseline = baseline, .scratch = filtering->arena};
	struct known_line *line;
	size_t kept = 0;
	if (filtering_begins(filtering))
		start_file(baseline, filtering);
	for (size_t i = 0; i < filtering->count; i++) {
		if ((line = find_line(&walk, &filtering->diagnostics[i], false)) != NULL)
			line->used++;
		else
			filtering->diagnostics[kept++] = filtering->diagnostics[i];
	}
	filtering->count = kept;
	for (size_t i = 0; i < filtering->hidden_count; i++)
		if ((line = find_line(&walk, &filtering->hidden[i], true)) != NULL)
			line->hidden++;
	keep_cut(baseline, filtering);
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

/* How often a line is needed still. */
static size_t count_needed(const struct known_file *file, bool gone, const struct known_line *line)
{
	size_t found = line->used + line->hidden;
	if (gone)
		return 0;
	return !file->linted || !line->was_on || found > line->count ? line->count : found;
}

/* A file was renamed: what checks that are off would find in it goes with the rest to its new name. */
static void move_rest(struct baseline *baseline, const struct known_file *file, struct arena *scratch)
{
	for (const struct known_line *line = file->lines; line; line = line->next) {
		if (!line->count || !line->of->was_off)
			continue;
		struct str key = known_key(line->check, line->hash, scratch);
		struct known_line *moved = known_line_in(baseline, file->renamed, key, line->check, line->hash);
		moved->shown = line->shown;
		moved->count += line->count;
	}
}

bool baseline_prune(struct baseline *baseline)
{
	bool changed = baseline->moved;
	struct arena scratch;
	arena_init(&scratch);
	for (size_t i = 0; i < baseline->count; i++) {
		const struct known_file *file = baseline->list[i];
		bool gone = is_gone(baseline, file, &scratch);
		if (gone && file->renamed)
			move_rest(baseline, file, &scratch);
		for (struct known_line *line = file->lines; line; line = line->next) {
			size_t count = count_needed(file, gone, line);
			changed |= count != line->count;
			line->count = count;
		}
	}
	arena_release(&scratch);
	return changed;
}
