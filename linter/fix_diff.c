/*
 * fix_diff: a unified diff. Fixes change little and nearby, so where the texts part, the nearest place where they meet
 * again is looked for a few lines ahead, and one line is taken for the other where there is none: linear, and short
 * enough to read.
 */
#include "fix_p.h"
#include "hash_p.h"
#include "terminal_p.h"

enum { CONTEXT = 3, LOOK_AHEAD = 16 };

struct text {
	struct str *lines; /* with their newlines */
	uint64_t *hashes;
	size_t count, capacity;
};

/* Lines old[old_begin, old_end) become new[new_begin, new_end). */
struct change {
	size_t old_begin, old_end, new_begin, new_end;
};

struct changes {
	struct change *items;
	size_t count, capacity;
};

struct buffer {
	char *data;
	size_t size, capacity;
	struct arena *arena;
};

static void append(struct buffer *buffer, struct str text)
{
	if (!text.size)
		return;
	if (buffer->size + text.size > buffer->capacity) {
		buffer->capacity = 2 * (buffer->capacity + text.size) + 256;
		char *larger = arena_alloc_raw(buffer->arena, buffer->capacity);
		if (buffer->size)
			memcpy(larger, buffer->data, buffer->size);
		buffer->data = larger;
	}
	memcpy(buffer->data + buffer->size, text.data, text.size);
	buffer->size += text.size;
}

static struct text split(struct str text, struct arena *arena)
{
	struct text lines = {0};
	for (size_t at = 0; at < text.size;) {
		const char *newline = memchr(text.data + at, '\n', text.size - at);
		size_t end = newline ? (size_t)(newline - text.data) + 1 : text.size;
		ARENA_PUSH(arena, lines.lines, lines.count, lines.capacity, (struct str){text.data + at, end - at});
		at = end;
	}
	lines.hashes = ARENA_ARRAY(arena, uint64_t, lines.count);
	for (size_t i = 0; i < lines.count; i++)
		lines.hashes[i] = hash_text(lines.lines[i]);
	return lines;
}

static bool same(const struct text *old, size_t i, const struct text *new, size_t j)
{
	return i < old->count && j < new->count && old->hashes[i] == new->hashes[j] && str_equal(old->lines[i], new->lines[j]);
}

/* From two lines that differ to the nearest two that are the same. */
static void meet(const struct text *old, const struct text *new, size_t *i, size_t *j)
{
	for (size_t away = 1; away <= LOOK_AHEAD; away++)
		for (size_t taken = 0; taken <= away; taken++)
			if (same(old, *i + taken, new, *j + away - taken) || (*i + taken == old->count && *j + away - taken == new->count)) {
				*i += taken;
				*j += away - taken;
				return;
			}
	*i += *i < old->count;
	*j += *j < new->count;
}

static struct changes compare(const struct text *old, const struct text *new, struct arena *arena)
{
	struct changes changes = {0};
	size_t i = 0, j = 0;
	while (i < old->count || j < new->count) {
		if (same(old, i, new, j)) {
			i++, j++;
			continue;
		}
		struct change change = {i, i, j, j};
		meet(old, new, &change.old_end, &change.new_end);
		i = change.old_end;
		j = change.new_end;
		struct change *last = changes.count ? &changes.items[changes.count - 1] : NULL;
		if (last && last->old_end == change.old_begin && last->new_end == change.new_begin) {
			last->old_end = i;
			last->new_end = j;
		} else {
			ARENA_PUSH(arena, changes.items, changes.count, changes.capacity, change);
		}
	}
	return changes;
}

static void append_line(struct buffer *buffer, char mark, struct str line)
{
	append(buffer, (struct str){&mark, 1});
	append(buffer, mask_personal_numbers(line, buffer->arena));
	if (line.data[line.size - 1] != '\n')
		append(buffer, STR("\n\\ No newline at end of file\n"));
}

static void append_lines(struct buffer *buffer, char mark, const struct text *text, size_t begin, size_t end)
{
	for (size_t i = begin; i < end; i++)
		append_line(buffer, mark, text->lines[i]);
}

/* A side of a hunk without lines is named by the line before it. */
static struct str side(size_t begin, size_t end, struct arena *arena)
{
	if (end - begin == 1)
		return arena_format(arena, "%zu", begin + 1);
	return arena_format(arena, "%zu,%zu", begin + (end > begin), end - begin);
}

/* One hunk: changes [first, last), their context and what lies between. */
static void append_hunk(struct buffer *buffer, const struct text *old, const struct text *new, const struct change *first, const struct change *last)
{
	size_t before = first->old_begin < CONTEXT ? first->old_begin : CONTEXT, left = old->count - last[-1].old_end;
	size_t after = left < CONTEXT ? left : CONTEXT, at = first->old_begin - before;
	struct str old_side = side(at, last[-1].old_end + after, buffer->arena);
	struct str new_side = side(first->new_begin - before, last[-1].new_end + after, buffer->arena);
	append(buffer, arena_format(buffer->arena, "@@ -%s +%s @@\n", old_side.data, new_side.data));
	for (const struct change *change = first; change < last; change++) {
		append_lines(buffer, ' ', old, at, change->old_begin);
		append_lines(buffer, '-', old, change->old_begin, change->old_end);
		append_lines(buffer, '+', new, change->new_begin, change->new_end);
		at = change->old_end;
	}
	append_lines(buffer, ' ', old, at, at + after);
}

/* A name as git writes it: between quotes where it holds a quote, a backslash or a control character. */
static struct str header_name(const char *prefix, const char *path, struct arena *arena)
{
	struct buffer name = {.arena = arena};
	bool quoted = strpbrk(path, "\"\\") != NULL;
	for (const char *at = path; *at && !quoted; at++)
		quoted = (unsigned char)*at < 0x20 || *at == 0x7F;
	append(&name, str_from(quoted ? "\"" : ""));
	append(&name, str_from(prefix));
	for (; *path; path++) {
		unsigned char byte = (unsigned char)*path;
		if (byte == '"' || byte == '\\')
			append(&name, arena_format(arena, "\\%c", byte));
		else if (byte < 0x20 || byte == 0x7F)
			append(&name, arena_format(arena, "\\%03o", byte));
		else
			append(&name, (struct str){path, 1});
	}
	append(&name, str_from(quoted ? "\"" : ""));
	return (struct str){name.data ? name.data : "", name.size};
}

struct str fix_diff(const char *path, struct str before, struct str after, struct arena *arena)
{
	struct buffer out = {.arena = arena};
	struct text old = split(before, arena), new = split(after, arena);
	struct changes changes = compare(&old, &new, arena);
	while (path[0] == '.' && path[1] == '/')
		path += 2;
	const char *names[] = {*path == '/' ? "" : "a/", *path == '/' ? "" : "b/"};
	for (size_t i = 0; i < changes.count;) {
		size_t end = i + 1;
		while (end < changes.count && changes.items[end].old_begin - changes.items[end - 1].old_end <= 2 * CONTEXT)
			end++;
		if (i == 0) {
			struct str old_name = header_name(names[0], path, arena), new_name = header_name(names[1], path, arena);
			append(&out,
				arena_format(arena, "--- %.*s\n+++ %.*s\n", (int)old_name.size, old_name.data, (int)new_name.size, new_name.data));
		}
		append_hunk(&out, &old, &new, &changes.items[i], &changes.items[end]);
		i = end;
	}
	return out.data ? (struct str){out.data, out.size} : STR("");
}

static enum style style_of(struct str line)
{
	if (str_begins(line, "--- ") || str_begins(line, "+++ "))
		return STYLE_BOLD;
	return line.data[0] == '-' ? STYLE_WRONG : line.data[0] == '+' ? STYLE_RIGHT : line.data[0] == '@' ? STYLE_CODE : STYLE_NONE;
}

void fix_diff_write(FILE *out, struct str diff, bool color)
{
	if (!color)
		fwrite(diff.data, 1, diff.size, out);
	for (struct str line; color && str_take_line(&diff, &line);) {
		enum style style = style_of(line.size > 0 ? line : STR(" "));
		fputs(style_begin(style, true), out);
		fwrite(line.data, 1, line.size, out);
		fprintf(out, "%s\n", style_end(style != STYLE_NONE));
	}
}
