/* wrap: goes from one place where a line may break to the next. */
#include "wrap_p.h"

#include "cells_p.h"
#include "character.h"

/* No line begins with these, none ends in those. */
static const char32_t closing[] = U"，。、；：！？）》〉」』】〕〗”’…—～·%)]},.;:!?";
static const char32_t opening[] = U"（《〈「『【〔〖“‘([{";

static bool is_wide(uint32_t cp)
{
	return character_width(cp, 2) == 2;
}

static bool may_break(uint32_t before, uint32_t after)
{
	return (is_wide(before) || is_wide(after)) && !character_is_one_of(after, closing) && !character_is_one_of(before, opening);
}

/* The bytes of a style at the front of a text; 0: there is none. */
static size_t style_size(struct str text)
{
	if (text.size < 3 || text.data[0] != '\033' || text.data[1] != '[')
		return 0;
	const char *end = memchr(text.data, 'm', text.size);
	return end ? (size_t)(end - text.data) + 1 : 0;
}

/* Takes what stands together from the front of *REST, without the space behind it. */
static struct str take_piece(struct str *rest, int ambiguous, unsigned *width)
{
	struct str piece = {rest->data, 0};
	struct cells cells = {0};
	uint32_t before = 0, cp;
	*width = 0;
	while (piece.size < rest->size) {
		struct str left = {rest->data + piece.size, rest->size - piece.size};
		size_t bytes = style_size(left);
		if (bytes == 0) {
			bytes = character_read(left.data, left.size, &cp);
			unsigned more = cp == ' ' ? 0 : cells_add(&cells, cp, ambiguous);
			if (cp == ' ' || (before && !cells.joins && may_break(before, cp)))
				break;
			*width += more;
			before = cp;
		}
		piece.size += bytes;
	}
	rest->data += piece.size;
	rest->size -= piece.size;
	return piece;
}

static unsigned take_spaces(struct str *rest)
{
	unsigned count = 0;
	while (rest->size && *rest->data == ' ')
		rest->data++, rest->size--, count++;
	return count;
}

void wrap_write(FILE *out, struct str text, unsigned at, const struct wrap *wrap)
{
	bool first = true;
	while (text.size > 0) {
		unsigned spaces = take_spaces(&text), width;
		struct str piece = take_piece(&text, wrap->ambiguous, &width);
		if (!first && at + spaces + width > wrap->cells && at > wrap->indent) {
			putc('\n', out);
			if (wrap->margin)
				fputs(wrap->margin, out);
			else
				write_spaces(out, wrap->indent);
			at = wrap->indent;
		} else {
			write_spaces(out, spaces);
			at += spaces;
		}
		fwrite(piece.data, 1, piece.size, out);
		at += width;
		first = false;
	}
	putc('\n', out);
}

unsigned wrap_cells(struct str text, int ambiguous)
{
	struct cells cells = {0};
	unsigned count = 0;
	for (size_t i = 0; i < text.size;) {
		uint32_t cp;
		size_t style = style_size(str_after(text, i));
		if (style == 0)
			count += cells_add(&cells, (i += character_read(text.data + i, text.size - i, &cp), cp), ambiguous);
		i += style;
	}
	return count;
}

void write_end(FILE *out, struct str text, unsigned cells, int ambiguous)
{
	unsigned left = wrap_cells(text, ambiguous), ellipsis = (unsigned)character_width(0x2026, ambiguous);
	if (left > cells)
		fputs("…", out);
	for (bool cut = left > cells; cut && text.size > 0 && left + ellipsis > cells;) {
		uint32_t cp;
		size_t bytes = character_read(text.data, text.size, &cp);
		int width = character_width(cp, ambiguous);
		unsigned own = width > 0 ? (unsigned)width : 0;
		left -= own < left ? own : left;
		text.data += bytes;
		text.size -= bytes;
	}
	fwrite(text.data, 1, text.size, out);
}

void write_spaces(FILE *out, unsigned count)
{
	fprintf(out, "%*s", (int)count, "");
}
