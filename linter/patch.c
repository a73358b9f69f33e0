/* patch: unified diffs. Only the new side matters: which lines of which file a diff adds. */
#include "changed_p.h"

struct patch_reader {
	struct str rest;
	size_t line_number;
	const char *named;
	struct arena *arena;
	struct error *error;
};

static bool next_line(struct patch_reader *reader, struct str *line)
{
	if (!str_take_line(&reader->rest, line))
		return false;
	reader->line_number++;
	return true;
}

static bool fail(const struct patch_reader *reader, const char *sentence)
{
	return error_set(reader->error, "%s:%zu: %s", reader->named, reader->line_number, sentence);
}

/* A byte after a backslash in a quoted name. Moves *AT past it. */
static char escaped_byte(struct str text, size_t *at)
{
	static const char letters[] = "abtnvfr", bytes[] = "\a\b\t\n\v\f\r";
	char letter = text.data[*at];
	const char *known = memchr(letters, letter, sizeof letters - 1);
	if (letter < '0' || letter > '7') {
		++*at;
		return known ? bytes[known - letters] : letter;
	}
	unsigned value = 0;
	for (int digits = 0; digits < 3 && *at < text.size && text.data[*at] >= '0' && text.data[*at] <= '7'; digits++)
		value = value * 8 + (unsigned)(text.data[(*at)++] - '0');
	return (char)value;
}

/* A name as it stands after "+++ ": quoted by git, or plain with a tab and a time after it. */
static const char *read_file_name(struct str text, struct arena *arena)
{
	char *out = arena_alloc(arena, text.size + 1), *end = out;
	if (text.size && text.data[0] == '"') {
		for (size_t i = 1; i < text.size && text.data[i] != '"';) {
			if (text.data[i] == '\\' && i + 1 < text.size) {
				i++;
				*end++ = escaped_byte(text, &i);
			} else {
				*end++ = text.data[i++];
			}
		}
		return out;
	}
	const char *tab = memchr(text.data, '\t', text.size);
	size_t size = tab ? (size_t)(tab - text.data) : text.size;
	if (!tab && size && text.data[size - 1] == '\r')
		size--;
	memcpy(out, text.data, size);
	return out;
}

static bool has_prefix(const char *name)
{
	return name[0] && name[1] == '/' && strchr("abciow12", name[0]) != NULL;
}

/* The name without git's a/ b/, which both sides have and in which they differ; a side that is /dev/null says nothing. */
static const char *without_prefix(const char *old, const char *new)
{
	bool old_none = !strcmp(old, "/dev/null");
	bool prefixed = has_prefix(new) && (old_none ? new[0] == 'b' || new[0] == 'w' || new[0] == 'i' : has_prefix(old) && old[0] != new[0]);
	return prefixed ? new + 2 : new;
}

/* A number of a hunk's head at *AT; moves past it. */
static bool read_number(struct str line, size_t *at, uint32_t *number)
{
	uint64_t value = 0;
	size_t begin = *at;
	for (; *at < line.size && line.data[*at] >= '0' && line.data[*at] <= '9' && value <= UINT32_MAX; ++*at)
		value = value * 10 + (unsigned)(line.data[*at] - '0');
	*number = (uint32_t)value;
	return *at > begin && value < UINT32_MAX;
}

/* "-12,3" or "+12": where a side begins and how many lines it has. */
static bool read_side(struct str line, size_t *at, char sign, uint32_t *begin, uint32_t *count)
{
	*count = 1;
	if (*at >= line.size || line.data[*at] != sign)
		return false;
	++*at;
	if (!read_number(line, at, begin))
		return false;
	if (*at < line.size && line.data[*at] == ',') {
		++*at;
		return read_number(line, at, count);
	}
	return true;
}

static void add_line(struct patch_reader *reader, struct changed_file *file, uint32_t line)
{
	if (file->count && file->ranges[file->count - 1].last + 1 == line)
		file->ranges[file->count - 1].last = line;
	else
		ARENA_PUSH(reader->arena, file->ranges, file->count, file->capacity, (struct line_range){line, line});
}

static bool read_hunk(struct patch_reader *reader, struct str head, struct changed_file *file)
{
	uint32_t old_begin, old_left, line, new_left;
	size_t at = 3;
	struct str text;
	if (!read_side(head, &at, '-', &old_begin, &old_left) || at >= head.size || head.data[at++] != ' ' ||
		!read_side(head, &at, '+', &line, &new_left) || !str_begins((struct str){head.data + at, head.size - at}, " @@"))
		return fail(reader, "is no head of a hunk (@@ -1,2 +3,4 @@)");
	if (file && file->count && new_left && line <= file->ranges[file->count - 1].last)
		return fail(reader, "hunks out of order");
	while (old_left || new_left) {
		if (!next_line(reader, &text))
			return fail(reader, "the diff ends inside a hunk");
		char mark = text.size ? text.data[0] : ' '; /* mail may have taken the space of an empty line */
		if (mark == '\\')
			continue;
		bool old = mark == '-' || mark == ' ' || mark == '\r', new = mark == '+' || mark == ' ' || mark == '\r';
		if ((!old && !new) || (old && !old_left) || (new && !new_left))
			return fail(reader, "is no line of the hunk it stands in");
		if (mark == '+' && file)
			add_line(reader, file, line);
		old_left -= old;
		new_left -= new;
		line += new;
	}
	return true;
}

bool patch_read(struct str patch, const char *named, struct arena *arena,
	void (*add)(const char *name, const char *full, struct changed_file *file, void *state), void *state, struct error *error)
{
	struct patch_reader reader = {patch, 0, named, arena, error};
	struct changed_file *file = NULL;
	const char *old = "";
	struct str line;
	bool is_patch = false, is_blank = true, after_old = false, in_file = false;
	while (next_line(&reader, &line)) {
		bool was_old = after_old;
		after_old = false;
		is_blank &= line.size == 0 || str_equal(line, STR("\r"));
		if (str_begins(line, "diff --git ") || str_begins(line, "Only in ") || str_begins(line, "Binary files ")) {
			is_patch = true;
			in_file = false;
		} else if (str_begins(line, "diff --cc ") || str_begins(line, "diff --combined ") || str_begins(line, "@@@ ")) {
			return fail(&reader, "is a diff of a merge, which has two old sides; make one against a single revision");
		} else if (str_begins(line, "--- ")) {
			old = read_file_name((struct str){line.data + 4, line.size - 4}, arena);
			after_old = true;
		} else if (was_old && str_begins(line, "+++ ")) {
			const char *name = read_file_name((struct str){line.data + 4, line.size - 4}, arena);
			is_patch = in_file = true;
			file = strcmp(name, "/dev/null") ? ARENA_NEW(arena, struct changed_file) : NULL;
			if (file)
				add(without_prefix(old, name), name, file, state);
		} else if (str_begins(line, "@@ -") && in_file) {
			if (!read_hunk(&reader, line, file))
				return false;
		} else if (str_begins(line, "@@ -")) {
			return fail(&reader, "a hunk without the names of its file (--- and +++) before it");
		}
	}
	return is_patch || is_blank || error_set(error, "%s: is no unified diff", named);
}
