/*
 * parts: a whole and its parts, as a sentence binds them (needs sentences, pairs and figures).
 *
 *   共接种300人，其中男性120人、女性180人      whole 300, parts 120 and 180, complete: there are no other sexes
 *   32人、30人、31人，共93人                  the parts before the whole, complete
 *   共300人，其中东村120人、西村90人           not complete, but nobody is in two of the parts: disjoint
 *   男性占55%，女性占45%                     shares; the whole is no figure
 *
 * Parts with 增长 and the like, with 每, in another unit, and what stands in brackets behind a part, are passed over. Nothing here says
 * that a text is wrong. All together is linear: each sentence is read once, PARTS_SENTENCE figures of it at most, and PARTS_LIMIT parts
 * of a list.
 */
#ifndef KANLINT_PARTS_H
#define KANLINT_PARTS_H

#include "arena.h"
#include "amount.h"
#include "figure.h"

enum { PARTS_LIMIT = 32, PARTS_SENTENCE = 128 };

struct parts {
	const struct figure *whole;   /* NULL: shares, which make 1 */
	const struct figure *items[PARTS_LIMIT];
	uint32_t count;
	struct span span;             /* from the first part to the last */
	bool complete;                /* the parts are all that there are */
	bool disjoint;                /* nothing is counted twice */
	bool within;                  /* each part belongs to the whole: 其中 */
	bool balance;                 /* items[0] − items[1] = whole: 收入, 支出, 结余 */
	bool certain;                 /* the text leaves no doubt of that, else only probably */
	const struct figure *others[4]; /* other figures that may be the whole */
	uint32_t other_count;
};

/* Walks over an article; begin with a zeroed one. */
struct parts_walk {
	uint32_t figure, sentence; /* the first figure of the next sentence, and the last sentence that was read */
	struct parts found[16];
	uint32_t count, next;
};

/* The next whole with its parts; false if there is none. Clears nothing, takes no memory. */
bool parts_next(const struct article *article, struct parts_walk *walk, struct parts *parts);

/* An equation as it is written, 25+30=65: the operators are in OPERATORS, one before each item but the first. */
struct equation {
	const struct figure *items[PARTS_LIMIT];
	uint32_t operators[PARTS_LIMIT]; /* + - × */
	uint32_t count;
	const struct figure *result;
};

/* Does an equation begin with the figure at an index? *NEXT is where to go on. */
bool parts_equation(const struct article *article, uint32_t index, struct equation *equation, uint32_t *next);

#endif
