/* cells: clusters by Unicode's rules (UAX 29), whose widest character is their width; a variation selector for emoji makes it two. */
#include "cells_p.h"

#include <utf8proc.h>

#include "character.h"

enum { EMOJI_SELECTOR = 0xFE0F, REGION_FIRST = 0x1F1E6, REGION_LAST = 0x1F1FF };

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

unsigned cells_add(struct cells *cells, uint32_t code_point, int ambiguous)
{
	int width = character_width(code_point, ambiguous);
	uint8_t own = width > 0 ? (uint8_t)width : 0, before;
	cells->joins = joins(cells, code_point);
	if (!cells->joins) {
		cells->cluster = 0;
		cells->pictograph = !never_joins(code_point) && is_pictograph(code_point);
	}
	before = cells->cluster;
	if (cells->joins && ((code_point == EMOJI_SELECTOR && before > 0) || is_region(code_point)))
		own = 2;
	cells->cluster = own > before ? own : before;
	cells->last = code_point;
	return (unsigned)(cells->cluster - before);
}
