/*
 * markdown_scan: where the things end that md4c does not give the place of, and what it does not know. All of it looks at
 * what md4c has already accepted, so it need not be more careful than that; nothing looks further than it must, so that the
 * whole stays linear.
 */
#include "markdown_p.h"

bool str_starts(struct str source, size_t at, size_t end, const char *text)
{
	size_t size = strlen(text);
	return end - at >= size && memcmp(source.data + at, text, size) == 0;
}

size_t str_closed_by(struct str source, size_t at, size_t end, const char *close)
{
	const char *found = memmem(source.data + at, end - at, close, strlen(close));
	return found ? (size_t)(found - source.data) + strlen(close) : 0;
}

size_t markdown_tag_end(struct str source, size_t at)
{
	static const char *const kinds[][2] = {{"<!--", "-->"}, {"<?", "?>"}, {"<![CDATA[", "]]>"}, {"<!", ">"}};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (!str_starts(source, at, source.size, kinds[i][0]))
			continue;
		size_t end = str_closed_by(source, at + strlen(kinds[i][0]), source.size, kinds[i][1]);
		return end ? end : at + 1;
	}
	char quote = 0;
	for (size_t i = at + 1; i < source.size; i++) {
		char c = source.data[i];
		if (quote)
			quote = c == quote ? 0 : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return i + 1;
	}
	return at + 1;
}

size_t markdown_code_end(struct str source, size_t at)
{
	size_t run = at;
	while (run < source.size && source.data[run] == '`')
		run++;
	size_t wanted = run - at, count = 0;
	for (size_t i = run; i < source.size; i++) {
		if (source.data[i] == '`') {
			count++;
			continue;
		}
		if (count == wanted)
			return i;
		count = 0;
	}
	return count == wanted ? source.size : run;
}

/* The end of the (…) that begins at AT: brackets nest, a title may stand in quotes. 0: it does not end in this paragraph. */
static size_t destination_end(struct str source, size_t at)
{
	size_t open = 0;
	char quote = 0, before = 0;
	for (size_t i = at; i < source.size; before = source.data[i++]) {
		char c = source.data[i];
		bool spaced = before == ' ' || before == '\n' || before == '\t';
		if (c == '\n' && before == '\n')
			break;
		if (c == '\\')
			i++;
		else if (quote)
			quote = c == quote ? 0 : quote;
		else if (c == '<' && before == '(')
			quote = '>';
		else if ((c == '"' || c == '\'') && spaced)
			quote = c;
		else if (c == '(')
			open++;
		else if (c == ')' && --open == 0)
			return i + 1;
		if (i >= source.size)
			break;
	}
	return 0;
}

size_t markdown_image_end(struct str source, size_t at)
{
	const char *bracket = memchr(source.data + at, ']', source.size - at);
	if (!bracket)
		return at;
	at = (size_t)(bracket - source.data) + 1;
	size_t end = 0;
	if (at < source.size && source.data[at] == '(')
		end = destination_end(source, at);
	else if (at < source.size && source.data[at] == '[')
		end = str_closed_by(source, at, source.size, "]");
	return end ? end : at;
}

/* The end of “[^label]” or “[!LABEL]”; 0: it is none. */
static size_t label_end(struct str source, size_t at, size_t end)
{
	bool footnote = source.data[at + 1] == '^';
	for (size_t i = at + 2; i < end; i++) {
		unsigned char c = (unsigned char)source.data[i];
		if (c == ']')
			return i > at + 2 ? i + 1 : 0;
		if (footnote ? c <= ' ' || c == '[' : c < 'A' || c > 'Z')
			return 0;
	}
	return 0;
}

/* $$…$$, which may go over lines of one paragraph. */
static size_t display_end(struct str source, size_t at)
{
	enum { LONGEST = 4096 };
	size_t end = str_closed_by(source, at + 2, source.size - at > LONGEST ? at + LONGEST : source.size, "$$");
	if (end <= at + 4 || memchr(source.data + at, '`', end - at) || str_closed_by(source, at, end, "\n\n"))
		return 0;
	return end;
}

size_t markdown_formula_end(struct str source, size_t at)
{
	enum { LONGEST = 256 };
	const char *data = source.data;
	size_t end = source.size - at > LONGEST ? at + LONGEST : source.size;
	bool foreign = false, command = false;
	if (end - at < 3 || (at > 0 && data[at - 1] == '\\') || data[at + 1] == ' ')
		return 0;
	if (data[at + 1] == '$')
		return display_end(source, at);
	for (size_t i = at + 1; i < end && data[i] != '\n' && data[i] != '`'; i++) {
		foreign |= (unsigned char)data[i] >= 0x80;
		if (data[i] == '\\') {
			command = true;
			i++;
		} else if (data[i] == '$') {
			char after = i + 1 < source.size ? data[i + 1] : ' ';
			bool word = (after >= '0' && after <= '9') || ((after | 0x20) >= 'a' && (after | 0x20) <= 'z') || after == '$';
			return word || data[i - 1] == ' ' || (foreign && !command) ? 0 : i + 1;
		}
	}
	return 0;
}

size_t markdown_foreign_mark(struct str source, size_t at, size_t end, bool *object)
{
	enum { LONGEST = 256 };
	size_t near = end - at > LONGEST ? at + LONGEST : end;
	*object = false;
	if (str_starts(source, at, end, "~~"))
		return at + 2;
	if (str_starts(source, at, end, "[^") || str_starts(source, at, end, "[!"))
		return label_end(source, at, near);
	*object = true;
	if (source.data[at] == '$')
		return markdown_formula_end(source, at);
	if (str_starts(source, at, end, "{{"))
		return str_closed_by(source, at, near, "}}");
	if (str_starts(source, at, end, "{%"))
		return str_closed_by(source, at, near, "%}");
	return 0;
}

size_t markdown_next_foreign(struct str source, size_t at, size_t end)
{
	while (at < end && source.data[at] != '[' && source.data[at] != '~' && source.data[at] != '{' && source.data[at] != '$')
		at++;
	return at;
}

/* The line that begins at AT, without its end; *NEXT begins the next one. */
static struct str line_at(struct str source, size_t at, size_t *next)
{
	const char *newline = memchr(source.data + at, '\n', source.size - at);
	size_t end = newline ? (size_t)(newline - source.data) : source.size;
	*next = newline ? end + 1 : end;
	while (end > at && (source.data[end - 1] == '\r' || source.data[end - 1] == ' ' || source.data[end - 1] == '\t'))
		end--;
	return (struct str){source.data + at, end - at};
}

size_t markdown_front_matter(struct str source)
{
	if (source.size < 3)
		return 0;
	size_t at, next;
	struct str fence = line_at(source, 0, &at);
	bool yaml = str_equal(fence, STR("---"));
	if ((!yaml && !str_equal(fence, STR("+++"))) || at == source.size)
		return 0;
	struct str first = line_at(source, at, &next);
	bool is_data = first.size && (first.data[0] == '#' || memchr(first.data, yaml ? ':' : '=', first.size));
	if (!is_data && !str_equal(first, fence))
		return 0; /* a rule, then text */
	for (; at < source.size; at = next) {
		struct str line = line_at(source, at, &next);
		if (str_equal(line, fence) || (yaml && str_equal(line, STR("..."))))
			return next;
	}
	return 0;
}

size_t markdown_footnote_colon(struct str source, size_t at, size_t end)
{
	enum { LONGEST = 64 };
	size_t colon = label_end(source, at, end - at > LONGEST ? at + LONGEST : end);
	return colon < end && source.data[colon] == ':' ? colon : 0;
}

size_t markdown_footnote_label(struct str source, size_t at, size_t end)
{
	size_t label = str_starts(source, at, end, "[^") ? markdown_footnote_colon(source, at, end) : 0;
	if (label == 0)
		return 0;
	do
		label++;
	while (label < end && source.data[label] == ' ');
	return label;
}
