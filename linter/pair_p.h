/* pair_p: the marks of an article while their partners are looked for. */
#ifndef KANLINT_PAIR_P_H
#define KANLINT_PAIR_P_H

#include "pair.h"

#define MARK_NONE UINT32_MAX

enum mark_side { MARK_OPENS, MARK_CLOSES, MARK_STRAIGHT };

enum mark_state {
	MARK_LOOSE,     /* without a partner so far */
	MARK_PAIRED,
	MARK_CHAINED,   /* opens a paragraph's part of a quotation that goes on in the next paragraph */
	MARK_IGNORED,   /* no such mark at all: an apostrophe, inches, a list label */
};

struct mark {
	uint32_t at;
	uint32_t partner;    /* index of the other mark; of a chained one, until it is paired, of the opener before it */
	uint8_t kind;        /* enum pair_kind */
	uint8_t side;
	uint8_t state;
	uint8_t reason;      /* enum unpaired_reason, when WRONG */
	bool wrong;          /* paired, but not the mark that belongs here */
	bool continued;
	bool reversed;
};

struct matcher {
	const struct article *article;
	struct mark *marks;
	uint32_t count;
	uint32_t *stack;     /* room for as many as there are marks */
};

/* Finds partners for the marks of every paragraph, then over the borders of paragraphs. Linear. */
void pair_match(struct matcher *matcher);

/* pair_look.c: what stands round a mark. */

/* Is this mark, which found no partner, no such mark at all? */
bool mark_is_other(const struct article *article, const struct mark *mark);

/*
 * May a closing bracket be a list label's or an emoticon's, though an open bracket is there that it could close?
 * （内容1）… is possible: only if 2） follows.
 */
enum mark_doubt { MARK_SURE, MARK_POSSIBLE, MARK_LIKELY };
enum mark_doubt mark_label(const struct article *article, uint32_t at);

/* May a straight quote be an apostrophe or a sign for feet, inches, minutes? */
bool mark_is_prime(const struct article *article, uint32_t at);

/* Does what stands beside a mark show that it begins (ends) a quotation? */
bool mark_looks_opening(const struct article *article, uint32_t at);
bool mark_looks_closing(const struct article *article, uint32_t at);

/* Is there nothing but spaces and opening marks before (stops and closing marks after) a mark in its paragraph? */
bool mark_begins(const struct article *article, const struct paragraph *paragraph, uint32_t at);
bool mark_ends(const struct article *article, const struct paragraph *paragraph, uint32_t at);

#endif
