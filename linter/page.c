/* page: goes line by line; a paragraph is one line in the pages. */
#include "page_p.h"

#include "terminal_p.h"
#include "wrap_p.h"

enum { TABLE_COLUMNS = 8, TABLE_INDENT = 6, EXAMPLE_INDENT = 4 };

struct writer_of_page {
	FILE *out;
	const struct page_style *style;
	struct arena *scratch;
	bool in_example;
	enum style bar; /* of the example */
	unsigned row;   /* of the table; 0: none */
	struct str heads[TABLE_COLUMNS];
};

struct text {
	char *data;
	size_t size;
};

static void append(struct text *text, const char *bytes, size_t size)
{
	memcpy(text->data + text->size, bytes, size);
	text->size += size;
}

/* The bytes of [WORDS](ADDRESS) at the front of a text, and its words; 0: there is none. */
static size_t link_size(struct str text, struct str *words)
{
	const char *middle = text.size && text.data[0] == '[' ? memmem(text.data, text.size, "](", 2) : NULL;
	const char *end = middle ? memchr(middle, ')', text.size - (size_t)(middle - text.data)) : NULL;
	if (!end)
		return 0;
	*words = (struct str){text.data + 1, (size_t)(middle - text.data) - 1};
	return (size_t)(end - text.data) + 1;
}

/* A line with its `code` in a style and its links as words. A style is at most a few bytes for each mark. */
static struct str styled(struct writer_of_page *page, struct str line)
{
	const char *code = style_begin(STYLE_CODE, page->style->color), *end = style_end(page->style->color);
	struct text text = {arena_alloc_raw(page->scratch, line.size * 8 + 16), 0};
	bool in_code = false;
	for (size_t i = 0; i < line.size;) {
		struct str rest = str_after(line, i), words;
		size_t link = in_code ? 0 : link_size(rest, &words);
		if (link > 0) {
			append(&text, words.data, words.size);
			i += link;
		} else if (line.data[i] == '`') {
			in_code = !in_code;
			append(&text, in_code ? code : end, strlen(in_code ? code : end));
			i++;
		} else {
			append(&text, &line.data[i++], 1);
		}
	}
	return (struct str){text.data, text.size};
}

static void write_wrapped(struct writer_of_page *page, struct str line, unsigned at, unsigned indent)
{
	wrap_write(page->out, styled(page, line), at,
		&(struct wrap){.cells = page->style->cells, .indent = indent, .ambiguous = page->style->ambiguous});
}

static void write_bold(struct writer_of_page *page, struct str text)
{
	fprintf(page->out, "%s%.*s%s", style_begin(STYLE_BOLD, page->style->color), (int)text.size, text.data, style_end(page->style->color));
}

/* A line of an example; the bar goes down beside what is wrapped too. */
static void write_example(struct writer_of_page *page, struct str line)
{
	struct str margin = arena_format(page->scratch, "  %s│%s ", style_begin(page->bar, page->style->color), style_end(page->style->color));
	fputs(margin.data, page->out);
	wrap_write(page->out, line, EXAMPLE_INDENT,
		&(struct wrap){.cells = page->style->cells, .indent = EXAMPLE_INDENT, .ambiguous = page->style->ambiguous, .margin = margin.data});
}

static void begin_example(struct writer_of_page *page, struct str line)
{
	page->in_example = true;
	page->bar = str_equal(line, STR("```text wrong")) ? STYLE_WRONG : str_equal(line, STR("```text right")) ? STYLE_RIGHT : STYLE_DIM;
}

static size_t split_row(struct str line, struct str cells[TABLE_COLUMNS])
{
	size_t count = 0;
	line = str_after(line, 1);
	while (line.size > 0 && count < TABLE_COLUMNS) {
		const char *bar = memchr(line.data, '|', line.size);
		struct str cell = {line.data, bar ? (size_t)(bar - line.data) : line.size};
		cells[count++] = str_trimmed(cell);
		line = str_after(line, cell.size + (bar != NULL));
	}
	return count;
}

/* A row: its first cell, the others but the last with their headings, and the last one below. */
static void write_row(struct writer_of_page *page, struct str line)
{
	struct str cells[TABLE_COLUMNS] = {0};
	size_t count = split_row(line, page->row == 0 ? page->heads : cells);
	if (page->row++ < 2 || count == 0)
		return;
	struct str head = arena_format(page->scratch, "  %.*s", (int)cells[0].size, cells[0].data);
	for (size_t i = 1; i + 1 < count; i++)
		head = arena_format(
			page->scratch, "%s  %.*s: %.*s", head.data, (int)page->heads[i].size, page->heads[i].data, (int)cells[i].size, cells[i].data);
	write_wrapped(page, head, 0, TABLE_INDENT);
	if (count > 1) {
		write_spaces(page->out, TABLE_INDENT);
		write_wrapped(page, cells[count - 1], TABLE_INDENT, TABLE_INDENT);
	}
}

static void write_line(struct writer_of_page *page, struct str line)
{
	if (page->in_example && str_equal(line, STR("```")))
		page->in_example = false;
	else if (page->in_example)
		write_example(page, line);
	else if (str_begins(line, "```"))
		begin_example(page, line);
	else if (str_begins(line, "|"))
		write_row(page, line);
	else if (str_begins(line, "#")) {
		write_bold(page, str_after(line, str_begins(line, "## ") ? 3 : 2));
		putc('\n', page->out);
	} else if (str_begins(line, "- ")) {
		fputs("  - ", page->out);
		write_wrapped(page, str_after(line, 2), 4, 4);
	} else {
		write_wrapped(page, line, 0, 0);
	}
	if (!str_begins(line, "|"))
		page->row = 0;
}

void page_write(FILE *out, struct str markdown, const struct page_style *style, struct arena *scratch)
{
	struct writer_of_page page = {.out = out, .style = style, .scratch = scratch};
	for (struct str line; str_take_line(&markdown, &line);)
		write_line(&page, line);
}
