/* excerpt: the line of a finding with a caret under the place, as compilers show it. */
#include "writer_p.h"

enum {
	EXCERPT_CELLS = 100,
	EXCERPT_BEFORE = 40, /* cells before the place, if the line must be cut on both sides */
	TAB_CELLS = 8,
};

/* What is written of one character. */
struct glyph {
	char text[16];
	unsigned cells;
};

struct excerpt {
	struct str source;
	const struct region *region;
	int ambiguous;
	size_t line_begin, line_end;   /* no further than the excerpt can reach */
	size_t begin, end;             /* bytes that are shown */
	size_t region_end;             /* on this line */
};

static bool is_hidden(uint32_t code_point)
{
	return class_in(character_class(code_point), CLASS_BIT(CLASS_INVISIBLE) | CLASS_BIT(CLASS_PRIVATE));
}

/* The glyph of a character; AT_CELL is where it begins, for tabs, and IN_REGION shows what is hidden elsewhere. */
static struct glyph glyph_of(uint32_t cp, unsigned at_cell, bool in_region, int ambiguous)
{
	struct glyph glyph = {{0}, 0};
	if (cp == '\t') {
		glyph.cells = TAB_CELLS - at_cell % TAB_CELLS;
		memset(glyph.text, ' ', glyph.cells);
	} else if (cp < 0x20 || cp == 0x7F) {
		character_encode(cp == 0x7F ? 0x2421 : 0x2400 + cp, glyph.text); /* the sign for it: ␛ */
		glyph.cells = 1;
	} else if (is_terminal_control(cp) || (in_region && is_hidden(cp))) {
		glyph.cells = (unsigned)snprintf(glyph.text, sizeof glyph.text, "<U+%04X>", (unsigned)cp);
	} else {
		int width = character_width(cp, ambiguous);
		character_encode(cp, glyph.text);
		glyph.cells = width > 0 ? (unsigned)width : 0;
	}
	return glyph;
}

static bool in_region(const struct excerpt *excerpt, size_t byte)
{
	return byte >= excerpt->region->begin.byte && byte < excerpt->region_end;
}

/* Where the character before BYTE begins. */
static size_t step_back(struct str source, size_t byte)
{
	size_t begin = byte - 1;
	while (begin > 0 && byte - begin < 4 && ((unsigned char)source.data[begin] & 0xC0) == 0x80)
		begin--;
	uint32_t cp;
	return begin + character_read(source.data + begin, byte - begin, &cp) == byte ? begin : byte - 1;
}

/* Goes left from the place as far as CELLS reach; *USED is what that takes. */
static size_t reach_left(const struct excerpt *excerpt, unsigned cells, unsigned *used)
{
	size_t at = excerpt->region->begin.byte;
	*used = 0;
	while (at > excerpt->line_begin) {
		uint32_t cp;
		size_t before = step_back(excerpt->source, at);
		character_read(excerpt->source.data + before, at - before, &cp);
		struct glyph glyph = glyph_of(cp, 0, false, excerpt->ambiguous);
		if (*used + glyph.cells > cells || excerpt->region->begin.byte - before > 8 * EXCERPT_CELLS)
			break;
		*used += glyph.cells;
		at = before;
	}
	return at;
}

static size_t reach_right(const struct excerpt *excerpt, unsigned cells, unsigned *used)
{
	size_t at = excerpt->region->begin.byte;
	*used = 0;
	while (at < excerpt->line_end) {
		uint32_t cp;
		size_t bytes = character_read(excerpt->source.data + at, excerpt->line_end - at, &cp);
		struct glyph glyph = glyph_of(cp, 0, in_region(excerpt, at), excerpt->ambiguous);
		if (*used + glyph.cells > cells || at - excerpt->region->begin.byte > 8 * EXCERPT_CELLS)
			break;
		*used += glyph.cells;
		at += bytes;
	}
	return at;
}

/* Looks for the ends of the line no further than an excerpt reaches: a line may be a whole file. */
static void find_line(struct excerpt *excerpt)
{
	size_t byte = excerpt->region->begin.byte, reach = 16 * EXCERPT_CELLS;
	size_t left = excerpt->source.size - byte;
	excerpt->line_begin = byte - (excerpt->region->begin.byte_column - 1);
	const char *newline = memchr(excerpt->source.data + byte, '\n', left < reach ? left : reach);
	excerpt->line_end = newline ? (size_t)(newline - excerpt->source.data) : left < reach ? excerpt->source.size : byte + reach;
	if (excerpt->line_end > byte && excerpt->source.data[excerpt->line_end - 1] == '\r')
		excerpt->line_end--;
	excerpt->region_end = excerpt->region->end.byte < excerpt->line_end ? excerpt->region->end.byte : excerpt->line_end;
}

static void choose_ends(struct excerpt *excerpt)
{
	unsigned left, right;
	excerpt->begin = reach_left(excerpt, EXCERPT_CELLS, &left);
	excerpt->end = reach_right(excerpt, EXCERPT_CELLS, &right);
	if (left + right <= EXCERPT_CELLS)
		return;
	unsigned before = right + EXCERPT_BEFORE < EXCERPT_CELLS ? EXCERPT_CELLS - right : EXCERPT_BEFORE;
	excerpt->begin = reach_left(excerpt, before, &left);
	excerpt->end = reach_right(excerpt, EXCERPT_CELLS - left, &right);
}

static void write_repeated(FILE *out, char sign, unsigned count)
{
	while (count-- > 0)
		putc(sign, out);
}

static unsigned ellipsis_cells(const struct excerpt *excerpt)
{
	return excerpt->begin > excerpt->line_begin ? (unsigned)character_width(0x2026, excerpt->ambiguous) : 0;
}

/* Writes the text and tells where the caret stands and how wide the region is. */
static void write_text(FILE *out, const struct excerpt *excerpt, struct str shown, unsigned *before, unsigned *under)
{
	unsigned cell = ellipsis_cells(excerpt);
	*before = cell;
	*under = 0;
	fputs(cell > 0 ? "…" : "", out);
	for (size_t i = 0; i < shown.size;) {
		uint32_t cp;
		size_t byte = excerpt->begin + i;
		i += character_read(shown.data + i, shown.size - i, &cp);
		struct glyph glyph = glyph_of(cp, cell, in_region(excerpt, byte), excerpt->ambiguous);
		fputs(glyph.text, out);
		cell += glyph.cells;
		if (byte < excerpt->region->begin.byte)
			*before = cell;
		else if (in_region(excerpt, byte))
			*under += glyph.cells;
	}
	fputs(excerpt->end < excerpt->line_end ? "…\n" : "\n", out);
}

void write_excerpt(FILE *out, struct str source, const struct region *region, int ambiguous_width, struct arena *scratch)
{
	struct excerpt excerpt = {.source = source, .region = region, .ambiguous = ambiguous_width};
	unsigned before, under;
	find_line(&excerpt);
	choose_ends(&excerpt);
	int margin = fprintf(out, "%5u | ", region->begin.line);
	write_text(out, &excerpt, source_masked(source, excerpt.begin, excerpt.end, scratch), &before, &under);
	fprintf(out, "%*s| ", margin - 2, "");
	write_repeated(out, ' ', before);
	putc('^', out);
	write_repeated(out, '~', under > 1 ? under - 1 : 0);
	putc('\n', out);
}
