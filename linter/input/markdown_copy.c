/*
 * markdown_copy: the text as md4c shall read it. Where md4c knows less than what readers of Chinese Markdown are used to, it
 * is given a copy in which that says something it knows.
 */
#include "markdown_p.h"

/* The bytes of COPY, made from SOURCE when the first one is to be changed. */
static char *bytes_of(struct markdown_copy *copy, struct str source, struct arena *arena)
{
	if (copy->text.data == source.data)
		copy->text = arena_copy(arena, source);
	return (char *)copy->text.data;
}

/* “[^1]: 见下。” is to md4c the definition of a link, which would swallow the text. */
static void hide_footnotes(struct markdown_copy *copy, struct str source, struct arena *arena)
{
	size_t line = 0, after;
	for (size_t at = 0; (after = str_closed_by(source, at, source.size, "[^")) > 0; at = after) {
		const char *newline = memrchr(source.data + at, '\n', after - at);
		if (newline)
			line = (size_t)(newline - source.data) + 1;
		size_t begin = after - 2, colon = markdown_footnote_colon(source, begin, source.size);
		if (colon && begin - line <= 3)
			bytes_of(copy, source, arena)[colon] = '.';
	}
}

/* Inside formulas md4c would find emphasis and lists. */
static void hide_formulas(struct markdown_copy *copy, struct str source, struct arena *arena)
{
	const char *dollar;
	for (size_t at = 0; (dollar = memchr(source.data + at, '$', source.size - at)) != NULL;) {
		size_t begin = (size_t)(dollar - source.data), end = markdown_formula_end(source, begin);
		at = begin + 1;
		for (; at < end; at++)
			if (source.data[at] != '\n' && source.data[at] != '$')
				bytes_of(copy, source, arena)[at] = 'x';
	}
}

/* Is this the row under the head of a table: bars, dashes and colons only? */
static bool is_ruler(const char *line, size_t size)
{
	bool bar = false, dash = false;
	for (size_t i = 0; i < size; i++) {
		if (!line[i] || !strchr("|:- \t\r>", line[i]))
			return false;
		bar |= line[i] == '|';
		dash |= line[i] == '-';
	}
	return bar && dash;
}

/* The gaps of a table's ruler whose cells are narrower than the three that md4c wants (GitHub takes one). */
static void widen_ruler(struct markdown_copy *copy, const char *text, size_t begin, size_t end, struct arena *arena)
{
	for (size_t at = begin; at < end;) {
		size_t cell = at;
		while (at < end && (text[at] == '-' || text[at] == ':'))
			at++;
		size_t dash = cell;
		while (dash < at && text[dash] == ':')
			dash++;
		if (dash < at && at - cell < 3)
			ARENA_PUSH(arena, copy->gaps, copy->gap_count, copy->gap_capacity, (struct markdown_gap){dash, 3 - (at - cell)});
		at += at == cell;
	}
}

/*
 * Takes the brackets of a line away from md4c, which looks for the line of each from the paragraph's first line on: in a
 * paragraph of many thousand lines that would take it hours.
 */
static void hide_brackets(struct markdown_copy *copy, struct str source, size_t begin, size_t end, struct arena *arena)
{
	for (size_t at = begin; at < end; at++)
		if (source.data[at] == '[' || source.data[at] == ']')
			bytes_of(copy, source, arena)[at] = 'x';
}

static void look_at_lines(struct markdown_copy *copy, struct str source, size_t from, struct arena *arena)
{
	enum { LINES_OF_A_PARAGRAPH = 2000 };
	bool head = false; /* the line before has a bar */
	size_t lines = 0;
	for (size_t begin = from, next; begin < source.size; begin = next) {
		const char *newline = memchr(source.data + begin, '\n', source.size - begin);
		size_t end = newline ? (size_t)(newline - source.data) : source.size;
		next = end + 1;
		if (head && is_ruler(source.data + begin, end - begin))
			widen_ruler(copy, source.data, begin, end, arena);
		head = memchr(source.data + begin, '|', end - begin) != NULL;
		lines = end - begin > 1 ? lines + 1 : 0;
		if (lines > LINES_OF_A_PARAGRAPH)
			hide_brackets(copy, source, begin, end, arena);
	}
}

/* Writes the text anew with dashes in the gaps, and counts the gaps' places in the new text. */
static void fill_gaps(struct markdown_copy *copy, struct arena *arena)
{
	size_t size = copy->text.size, from = 0, at = 0;
	for (size_t i = 0; i < copy->gap_count; i++)
		size += copy->gaps[i].size;
	char *filled = arena_alloc_raw(arena, size + 1);
	for (size_t i = 0; i < copy->gap_count; i++) {
		struct markdown_gap *gap = &copy->gaps[i];
		memcpy(filled + at, copy->text.data + from, gap->at - from);
		at += gap->at - from;
		from = gap->at;
		memset(filled + at, '-', gap->size);
		gap->at = at;
		at += gap->size;
	}
	memcpy(filled + at, copy->text.data + from, copy->text.size - from);
	copy->text = (struct str){filled, size};
}

struct markdown_copy markdown_copy(struct str source, size_t from, struct arena *arena)
{
	struct markdown_copy copy = {.text = source};
	if (source.size == 0)
		return copy;
	hide_footnotes(&copy, source, arena);
	hide_formulas(&copy, source, arena);
	look_at_lines(&copy, source, from, arena);
	if (copy.gap_count)
		fill_gaps(&copy, arena);
	return copy;
}

size_t markdown_original(struct markdown_copy *copy, size_t offset)
{
	while (copy->passed < copy->gap_count && copy->gaps[copy->passed].at < offset)
		copy->added += copy->gaps[copy->passed++].size;
	while (copy->passed > 0 && copy->gaps[copy->passed - 1].at >= offset)
		copy->added -= copy->gaps[--copy->passed].size;
	if (copy->passed > 0) { /* inside a gap: its place */
		const struct markdown_gap *gap = &copy->gaps[copy->passed - 1];
		if (offset < gap->at + gap->size)
			return gap->at - (copy->added - gap->size);
	}
	return offset - copy->added;
}
