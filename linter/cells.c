/* cells: clusters by Unicode's rules (UAX 29). One of emoji is as wide as its widest, others as their characters together. */
#include "cells_p.h"

#include <utf8proc.h>

#include "character.h"

enum { EMOJI_CELLS = 2, EMOJI_SELECTOR = 0xFE0F, REGION_FIRST = 0x1F1E6, REGION_LAST = 0x1F1FF };

static bool is_pictograph(uint32_t cp)
{
	return utf8proc_get_property((utf8proc_int32_t)cp)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool is_region(uint32_t cp)
{
	return cp >= REGION_FIRST && cp <= REGION_LAST;
}

/* Most characters of a text never go on with a cluster: no look-up for them. */
static bool never_joins(uint32_t cp)
{
	return cp < 0x300 || (cp >= 0x2010 && cp <= 0x203B) || (cp >= 0x3000 && cp <= 0x3029) || (cp >= 0x3041 && cp <= 0x3096) ||
	       (cp >= 0x309B && cp < 0xA000) || (cp >= 0xFF01 && cp <= 0xFF5E);
}

static bool joins(struct cells *cells, uint32_t cp)
{
	if (cells->last == 0)
		return false;
	if (never_joins(cp)) {
		cells->state = 0;
		return false;
	}
	return !utf8proc_grapheme_break_stateful((utf8proc_int32_t)cells->last, (utf8proc_int32_t)cp, &cells->state);
}

/* What becomes an emoji with the selector: pictographs, and what keycaps are made of. */
static bool takes_selector(const struct cells *cells)
{
	return cells->pictograph || (cells->base >= '0' && cells->base <= '9') || cells->base == '#' || cells->base == '*';
}

unsigned cells_add(struct cells *cells, uint32_t code_point, int ambiguous)
{
	int width = character_width(code_point, ambiguous);
	unsigned own = width > 0 ? (unsigned)width : 0, before = cells->cluster, after;
	cells->joins = joins(cells, code_point);
	cells->last = code_point;
	if (!cells->joins) {
		cells->base = code_point;
		cells->pictograph = false;
		cells->cluster = (uint8_t)own;
		return own;
	}
	cells->pictograph = is_pictograph(cells->base);
	if (is_region(code_point) || (code_point == EMOJI_SELECTOR && takes_selector(cells)))
		after = EMOJI_CELLS;
	else
		after = cells->pictograph ? (own > before ? own : before) : before + own;
	cells->cluster = (uint8_t)(after < 0xFF ? after : 0xFF);
	return after > before ? after - before : 0;
}
