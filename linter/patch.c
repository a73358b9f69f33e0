/* patch: unified diffs. Only the new side matters: which lines of which file a diff adds. */
#include "changed_p.h"
#include "path_p.h"

struct patch_reader {
	struct str rest;
	size_t line_number;
	const char *named;
	struct arena *arena;
	struct error *error;
	void (*add)(const char *name, const char *full, struct changed_file *file, void *state);
	void *state;
	const char *old, *new;     /* names of the file that is read, as they stand there */
	const char *plain;         /* its new name where it is known to have no prefix; NULL: it may */
	struct changed_file *file; /* NULL: it is gone */
	bool is_patch, in_file;
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
		!read_side(head, &at, '+', &line, &new_left) || !str_begins(str_after(head, at), " @@"))
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

/* The new name without its prefix. What the head of a file says of it holds only if “+++” does not say otherwise. */
static const char *new_name(const struct patch_reader *reader)
{
	size_t size = reader->plain ? strlen(reader->plain) : 0, all = strlen(reader->new);
	bool holds = size > 0 && size <= all && strcmp(reader->new + all - size, reader->plain) == 0;
	return holds ? reader->plain : without_prefix(reader->old, reader->new);
}

/* Begins a file, whose names are known. */
static void start_file(struct patch_reader *reader, bool whole)
{
	reader->is_patch = true;
	reader->in_file = !whole;
	reader->file = strcmp(reader->new, "/dev/null") ? ARENA_NEW(reader->arena, struct changed_file) : NULL;
	if (!reader->file)
		return;
	reader->file->whole = whole;
	reader->add(new_name(reader), reader->new, reader->file, reader->state);
}

/* The names in “OLD and NEW”, each of which may hold “ and ”: they differ in their prefix only, or the file is new; else the last one parts them. */
static void split_names(struct patch_reader *reader, struct str text, const char *between)
{
	struct str left = text, right = {NULL, 0};
	for (size_t i = 0; i < text.size; i++) {
		if (!str_begins(str_after(text, i), between))
			continue;
		size_t next = i + strlen(between);
		left = (struct str){text.data, i};
		right = str_after(text, next);
		if (str_equal(left, STR("/dev/null")) ||
			(left.size > 2 && left.size == right.size && !memcmp(left.data + 2, right.data + 2, left.size - 2)))
			break;
	}
	if (right.data) {
		reader->old = read_file_name(left, reader->arena);
		reader->new = read_file_name(right, reader->arena);
	}
}

/* How diff says something of two names, in the languages in which articles are written, too. */
struct wording {
	const char *begin, *between, *end;
};
static const struct wording only_in[] = {{"Only in ", ": ", ""}, {"只在 ", " 存在：", ""}, {NULL, NULL, NULL}};
static const struct wording binary[] = {
	{"Binary files ", " and ", " differ"}, {"二进制文件 ", " 和 ", " 不同"}, {"二元碼檔 ", " 與 ", " 不同"}, {NULL, NULL, NULL}};

/* The wording that a line has; *NAMES: what stands between its begin and its end. NULL: none. */
static const struct wording *find_wording(struct str line, const struct wording *wordings, struct str *names)
{
	for (const struct wording *wording = wordings; wording->begin; wording++) {
		size_t begin = strlen(wording->begin), end = strlen(wording->end);
		if (line.size <= begin + end || !str_begins(line, wording->begin) || !str_begins(str_after(line, line.size - end), wording->end))
			continue;
		*names = (struct str){line.data + begin, line.size - begin - end};
		if (memmem(names->data, names->size, wording->between, strlen(wording->between)))
			return wording;
	}
	return NULL;
}

/* “FOLDER: NAME”. */
static void read_only_in(struct patch_reader *reader, struct str names, const char *between)
{
	size_t size = (size_t)((const char *)memmem(names.data, names.size, between, strlen(between)) - names.data);
	const char *folder = arena_copy(reader->arena, (struct str){names.data, size}).data;
	const char *name = arena_copy(reader->arena, str_after(names, size + strlen(between))).data;
	reader->old = reader->new = path_join(folder, name, reader->arena);
}

/* What diff and git say of files whose lines they do not show: all of them are new. */
static void read_whole(struct patch_reader *reader, struct str line)
{
	struct str names;
	const struct wording *wording;
	if ((wording = find_wording(line, binary, &names)) != NULL)
		split_names(reader, names, wording->between);
	else if ((wording = find_wording(line, only_in, &names)) != NULL)
		read_only_in(reader, names, wording->between);
	else if (!str_equal(line, STR("GIT binary patch")))
		return;
	start_file(reader, true);
}

/* “diff --git OLD NEW”. The names are without prefixes if they are alike: then a/ and b/ are folders. */
static void read_git_names(struct patch_reader *reader, struct str names)
{
	reader->is_patch = true;
	reader->in_file = false;
	reader->old = reader->new = "";
	split_names(reader, names, " ");
	reader->plain = *reader->new && strcmp(reader->old, reader->new) == 0 ? reader->new : NULL;
}

/* A line outside the hunks. *WAS_OLD: the one before it named the old side. */
static bool read_head(struct patch_reader *reader, struct str line, bool *was_old)
{
	bool after_old = *was_old;
	*was_old = str_begins(line, "--- ");
	if (str_begins(line, "diff --git ")) {
		read_git_names(reader, str_after(line, 11));
	} else if (str_begins(line, "rename to ")) {
		reader->old = reader->new = reader->plain = read_file_name(str_after(line, 10), reader->arena);
	} else if (str_begins(line, "diff --cc ") || str_begins(line, "diff --combined ") || str_begins(line, "@@@ ")) {
		return fail(reader, "is a diff of a merge, which has two old sides; make one against a single revision");
	} else if (str_begins(line, "diff ")) {
		reader->plain = NULL; /* another program's */
	} else if (*was_old) {
		reader->old = read_file_name(str_after(line, 4), reader->arena);
	} else if (after_old && str_begins(line, "+++ ")) {
		reader->new = read_file_name(str_after(line, 4), reader->arena);
		start_file(reader, false);
	} else if (str_begins(line, "@@ -")) {
		return reader->in_file ? read_hunk(reader, line, reader->file)
				       : fail(reader, "a hunk without the names of its file (--- and +++) before it");
	} else {
		read_whole(reader, line);
	}
	return true;
}

bool patch_read(struct str patch, const char *named, struct arena *arena,
	void (*add)(const char *name, const char *full, struct changed_file *file, void *state), void *state, struct error *error)
{
	struct patch_reader reader = {
		.rest = patch, .named = named, .arena = arena, .error = error, .add = add, .state = state, .old = "", .new = ""};
	struct str line;
	bool is_blank = true, was_old = false;
	while (next_line(&reader, &line)) {
		is_blank &= line.size == 0 || str_equal(line, STR("\r"));
		if (!read_head(&reader, line, &was_old))
			return false;
	}
	return reader.is_patch || is_blank || error_set(error, "%s: is no unified diff", named);
}
