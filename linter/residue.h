/*
 * residue: words that web sites put round an article: menus, buttons, links, credits, legal notices, scripts. The lists stand in
 * config/residue/. Whether a line is such a leftover is another question: the same words stand in prose.
 */
#ifndef KANLINT_RESIDUE_H
#define KANLINT_RESIDUE_H

#include "article.h"

/* What a phrase is; several may hold. */
enum residue {
	RESIDUE_NAVIGATION = 1 << 0, /* an item of a menu, a breadcrumb, a row of pages */
	RESIDUE_SHARE = 1 << 1,      /* a button: share, print, letters larger */
	RESIDUE_RELATED = 1 << 2,    /* a heading over links */
	RESIDUE_CREDIT = 1 << 3,     /* a label before a colon: 责编, 上一篇, 标签 */
	RESIDUE_COPYRIGHT = 1 << 4,  /* what the line of the owner holds */
	RESIDUE_NOTICE = 1 << 5,     /* what legal notices hold */
	RESIDUE_FILLER = 1 << 6,     /* stands between others and says nothing by itself */
	RESIDUE_SCRIPT = 1 << 7,
	RESIDUE_STRONG = 1 << 8, /* one is enough, anywhere in a text */
};

struct residue_phrase {
	const char *text;
	unsigned kinds;
};

/* Made from config/residue/, sorted by code point. */
extern const struct residue_phrase residue_phrases[];
extern const uint32_t residue_phrase_count;

/* A line taken apart at everything that is no letter: phrases of the lists, and the words between them that are none. */
struct residue_line {
	struct span span;          /* without the blanks at its ends */
	unsigned kinds;            /* of all phrases in it but fillers, with RESIDUE_STRONG if one is */
	unsigned first, last;      /* kinds of its first and its last word; 0: that is no phrase */
	uint32_t phrases, fillers; /* how many */
	uint32_t others, longest;  /* words that are no phrases, and the length of the longest */
	uint32_t numbers;          /* of a few digits */
	uint32_t arrows, bars;     /* > » › and | between two words */
	uint32_t stops;            /* 。？！，； */
	uint32_t first_end;        /* where the first phrase ends; 0: the line does not begin with one */
	uint32_t labels;           /* 责编：, 标签： and their like, anywhere */
	bool labelled;             /* it begins with a phrase and a colon, and what follows is its value */
};

/* Reads a line, which should be short: each character is looked up. */
struct residue_line residue_line_read(const struct article *article, struct span span);

/*
 * The longest phrase of one of these kinds that begins at a position and ends at END or before: its length in characters, 0 if there
 * is none; KINDS is then all that it is.
 */
uint32_t residue_at(const struct article *article, uint32_t at, uint32_t end, unsigned wanted, unsigned *kinds);

/* How many phrases of one of these kinds a span holds. */
uint32_t residue_count(const struct article *article, struct span span, unsigned wanted);

#endif
