/*
 * excerpt: the line of a finding with a caret under the place, as compilers show it. The line is taken apart into glyphs, what is written
 * of each character; those that fit round the place are shown.
 */
#include "../cells_p.h"
#include "../terminal_p.h"
#include "../wrap_p.h"
#include "writer_p.h"

enum {
	CELLS_USUAL = 104, /* where there is no terminal: a hundred and two ellipses */
	CELLS_LEAST = 20,
	TAB_CELLS = 8,
	BYTES_A_CELL = 16, /* how far the line is looked at; what joins to one character may be longer, and is cut */
};

/* A character of the line. */
struct glyph {
	uint32_t cp;
	uint32_t at;   /* bytes from the first glyph */
	uint8_t cells; /* that it adds; of a tab the most */
	bool joins;    /* belongs to the character before */
	bool named;    /* shows nothing by itself: written as <U+200B> */
};

struct excerpt {
	struct str source;
	const struct region *region;
	int ambiguous;
	unsigned cells;              /* for the text */
	size_t line_begin, line_end; /* no further than the excerpt can reach */
	size_t region_end;           /* on this line */
	size_t first_byte;           /* of the first glyph */
	struct glyph *glyphs;
	size_t count;
	size_t place, place_end; /* glyphs of the region */
	size_t begin, end;       /* glyphs that are shown */
};

static bool is_hidden(uint32_t code_point)
{
	return class_in(character_class(code_point), CLASS_BIT(CLASS_INVISIBLE) | CLASS_BIT(CLASS_PRIVATE));
}

/* Looks for the ends of the line no further than an excerpt reaches: a line may be a whole file. */
static void find_line(struct excerpt *excerpt)
{
	size_t byte = excerpt->region->begin.byte, reach = (size_t)BYTES_A_CELL * excerpt->cells, left = excerpt->source.size - byte;
	excerpt->line_begin = byte - (excerpt->region->begin.byte_column - 1);
	const char *newline = memchr(excerpt->source.data + byte, '\n', left < reach ? left : reach);
	excerpt->line_end = newline ? (size_t)(newline - excerpt->source.data) : left < reach ? excerpt->source.size : byte + reach;
	if (excerpt->line_end > byte && excerpt->source.data[excerpt->line_end - 1] == '\r')
		excerpt->line_end--;
	excerpt->region_end = excerpt->region->end.byte < excerpt->line_end ? excerpt->region->end.byte : excerpt->line_end;
	excerpt->first_byte = byte - excerpt->line_begin > reach ? byte - reach : excerpt->line_begin;
	while (excerpt->first_byte > excerpt->line_begin && excerpt->first_byte < byte &&
		((unsigned char)excerpt->source.data[excerpt->first_byte] & 0xC0) == 0x80)
		excerpt->first_byte++;
}

static struct glyph glyph_of(uint32_t cp, bool in_region, struct cells *cells, int ambiguous)
{
	struct glyph glyph = {.cp = cp};
	if (cp == '\t' || cp < 0x20 || cp == 0x7F) {
		glyph.cells = cp == '\t' ? TAB_CELLS : 1;
		*cells = (struct cells){0};
		return glyph;
	}
	glyph.cells = (uint8_t)cells_add(cells, cp, ambiguous);
	glyph.joins = cells->joins;
	glyph.named = is_terminal_control(cp) || (in_region && is_hidden(cp) && !(cells->joins && cells->pictograph));
	if (glyph.named) {
		glyph.cells = cp > 0xFFFF ? cp > 0xFFFFF ? 10 : 9 : 8;
		glyph.joins = false;
		*cells = (struct cells){0};
	}
	return glyph;
}

static void take_glyphs(struct excerpt *excerpt, struct arena *scratch)
{
	struct cells cells = {0};
	size_t capacity = excerpt->line_end - excerpt->first_byte, byte = excerpt->first_byte;
	excerpt->glyphs = arena_alloc_raw(scratch, (capacity + 1) * sizeof *excerpt->glyphs);
	excerpt->place = excerpt->place_end = SIZE_MAX;
	while (byte < excerpt->line_end) {
		uint32_t cp;
		size_t bytes = character_read(excerpt->source.data + byte, excerpt->line_end - byte, &cp);
		bool after = byte >= excerpt->region->begin.byte, in_region = after && byte < excerpt->region_end;
		if (after && excerpt->place == SIZE_MAX)
			excerpt->place = excerpt->count;
		if (byte >= excerpt->region_end && excerpt->place_end == SIZE_MAX)
			excerpt->place_end = excerpt->count;
		struct glyph glyph = glyph_of(cp, in_region, &cells, excerpt->ambiguous);
		glyph.at = (uint32_t)(byte - excerpt->first_byte);
		excerpt->glyphs[excerpt->count++] = glyph;
		byte += bytes;
	}
	if (excerpt->place > excerpt->count)
		excerpt->place = excerpt->count;
	if (excerpt->place_end > excerpt->count)
		excerpt->place_end = excerpt->count;
	/* A place inside a character that is joined of several: the caret stands under the whole. */
	while (excerpt->place > 0 && excerpt->place < excerpt->count && excerpt->glyphs[excerpt->place].joins)
		excerpt->place--;
	while (excerpt->place_end > excerpt->place && excerpt->place_end < excerpt->count && excerpt->glyphs[excerpt->place_end].joins)
		excerpt->place_end++;
}

/* Where CELLS reach to the left of the place; *USED is what that takes. */
static size_t reach_left(const struct excerpt *excerpt, unsigned cells, unsigned *used)
{
	size_t at = excerpt->place;
	unsigned sum = 0;
	*used = 0;
	for (size_t i = at; i > 0 && sum + excerpt->glyphs[i - 1].cells <= cells; i--) {
		sum += excerpt->glyphs[i - 1].cells;
		if (!excerpt->glyphs[i - 1].joins) {
			at = i - 1;
			*used = sum;
		}
	}
	return at;
}

static size_t reach_right(const struct excerpt *excerpt, unsigned cells, unsigned *used)
{
	size_t at = excerpt->place;
	unsigned sum = 0;
	*used = 0;
	for (size_t i = at; i < excerpt->count && sum + excerpt->glyphs[i].cells <= cells; i++) {
		sum += excerpt->glyphs[i].cells;
		if (i + 1 == excerpt->count || !excerpt->glyphs[i + 1].joins) {
			at = i + 1;
			*used = sum;
		}
	}
	return at;
}

static unsigned ellipsis_cells(const struct excerpt *excerpt)
{
	return (unsigned)character_width(0x2026, excerpt->ambiguous);
}

static bool is_cut_left(const struct excerpt *excerpt)
{
	return excerpt->begin > 0 || excerpt->first_byte > excerpt->line_begin;
}

static bool is_cut_right(const struct excerpt *excerpt)
{
	return excerpt->end < excerpt->count ||
	       (excerpt->line_end < excerpt->source.size && !strchr("\r\n", excerpt->source.data[excerpt->line_end]));
}

/* The whole line, if it fits; else what fits with an ellipsis on either side, two fifths of it before the place. */
static void choose_ends(struct excerpt *excerpt)
{
	unsigned left, right, cells = excerpt->cells;
	excerpt->begin = reach_left(excerpt, cells, &left);
	excerpt->end = reach_right(excerpt, cells, &right);
	if (!is_cut_left(excerpt) && !is_cut_right(excerpt) && left + right <= cells)
		return;
	cells -= 2 * ellipsis_cells(excerpt);
	excerpt->end = reach_right(excerpt, cells, &right);
	unsigned before = cells * 2 / 5;
	excerpt->begin = reach_left(excerpt, right + before < cells ? cells - right : before, &left);
	excerpt->end = reach_right(excerpt, cells - left, &right);
}

/* Writes a glyph as it stands at a cell; returns its cells. */
static unsigned write_glyph(FILE *out, const struct glyph *glyph, struct str bytes, unsigned at_cell)
{
	char sign[5] = "";
	if (glyph->cp == '\t') {
		write_spaces(out, TAB_CELLS - at_cell % TAB_CELLS);
		return TAB_CELLS - at_cell % TAB_CELLS;
	}
	if (glyph->cp < 0x20 || glyph->cp == 0x7F) {
		character_encode(glyph->cp == 0x7F ? 0x2421 : 0x2400 + glyph->cp, sign); /* the sign for it: ␛ */
		fputs(sign, out);
	} else if (glyph->named) {
		fprintf(out, "<U+%04X>", (unsigned)glyph->cp);
	} else if (glyph->cp == CHARACTER_BAD) {
		fputs("\xEF\xBF\xBD", out);
	} else {
		fwrite(bytes.data, 1, bytes.size, out);
	}
	return glyph->cells;
}

/* Writes the text and tells at which cell the caret stands and how wide the region is. */
static void write_text(
	FILE *out, const struct excerpt *excerpt, struct str shown, const char *style, const char *plain, unsigned *before, unsigned *under)
{
	unsigned cell = is_cut_left(excerpt) ? ellipsis_cells(excerpt) : 0;
	fputs(cell > 0 ? "…" : "", out);
	*before = *under = cell;
	for (size_t i = excerpt->begin; i < excerpt->end; i++) {
		size_t from = excerpt->glyphs[i].at - excerpt->glyphs[excerpt->begin].at;
		size_t to = i + 1 < excerpt->end ? excerpt->glyphs[i + 1].at - excerpt->glyphs[excerpt->begin].at : shown.size;
		if (i == excerpt->place && i < excerpt->place_end)
			fputs(style, out);
		cell += write_glyph(out, &excerpt->glyphs[i], (struct str){shown.data + from, to - from}, cell);
		if (i + 1 == excerpt->place_end || (i + 1 == excerpt->end && excerpt->place_end > excerpt->end))
			fputs(excerpt->place < excerpt->place_end ? plain : "", out);
		if (i < excerpt->place)
			*before = *under = cell;
		else if (i < excerpt->place_end)
			*under = cell;
	}
	*under -= *before;
	fputs(is_cut_right(excerpt) ? "…\n" : "\n", out);
}

static struct str shown_text(const struct excerpt *excerpt, struct arena *scratch)
{
	size_t from = excerpt->begin < excerpt->count ? excerpt->first_byte + excerpt->glyphs[excerpt->begin].at : excerpt->line_end;
	size_t to = excerpt->end < excerpt->count ? excerpt->first_byte + excerpt->glyphs[excerpt->end].at : excerpt->line_end;
	return source_masked(excerpt->source, from, to, scratch);
}

void write_excerpt(
	FILE *out, struct str source, const struct region *region, const struct writer_options *options, enum style style, struct arena *scratch)
{
	struct str margin = arena_format(scratch, "%5u | ", region->begin.line);
	unsigned cells =
		options->cells ? options->cells > margin.size + CELLS_LEAST ? options->cells - (unsigned)margin.size : CELLS_LEAST : CELLS_USUAL;
	struct excerpt excerpt = {.source = source, .region = region, .ambiguous = options->ambiguous_width, .cells = cells};
	const char *begin = style_begin(style, options->color), *end = style_end(options->color);
	unsigned before, under;
	find_line(&excerpt);
	take_glyphs(&excerpt, scratch);
	choose_ends(&excerpt);
	fputs(margin.data, out);
	write_text(out, &excerpt, shown_text(&excerpt, scratch), begin, end, &before, &under);
	write_spaces(out, (unsigned)margin.size - 2);
	fputs("| ", out);
	write_spaces(out, before);
	fprintf(out, "%s^", begin);
	for (unsigned i = 1; i < under; i++)
		putc('~', out);
	fprintf(out, "%s\n", end);
}
