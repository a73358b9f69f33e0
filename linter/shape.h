/*
 * shape: marks that print knows in several shapes of one size, —— and ──, …… and ⋯⋯: which of them an article has.
 *
 * A shape is a run of one character of exactly that length. Time is linear in the marks of the class.
 */
#ifndef KANLINT_SHAPE_H
#define KANLINT_SHAPE_H

#include "article.h"
#include "report.h"

enum { SHAPES_MAXIMUM = 4 };

struct mark_shape {
	uint32_t code_point;
	uint32_t length;
	const char *text;
};

/* The shapes of one mark; the first one is that of GB/T 15834, and wins where two are as frequent. */
struct shapes {
	enum character_class class;
	uint32_t count;
	struct mark_shape shapes[SHAPES_MAXIMUM];
	bool (*counts)(const struct article *article, struct span run); /* does this run stand for the mark? */
};

struct shape_use {
	uint32_t count[SHAPES_MAXIMUM];
	struct span first[SHAPES_MAXIMUM];
	uint32_t right;  /* what the article should write: in Simplified text the first shape, else its most frequent one */
	uint32_t others; /* runs of other shapes than that */
};

struct shape_use shape_count(const struct article *article, const struct shapes *shapes);

/*
 * Adds one finding for all runs of a wrong shape, at the first of them: {0} is that run, {1} the right shape. The fix, which is
 * safe, writes all. There must be one.
 */
struct finding *shape_report(
	struct report *report, unsigned message, const struct article *article, const struct shapes *shapes, const struct shape_use *use);

/*
 * The next run that counts, in the order of the text; *NEXT is 0 before the first call and the function's own later. Fills
 * which shape it has. False: there is no more.
 */
bool shape_next(const struct article *article, const struct shapes *shapes, uint32_t *next, struct span *run, uint32_t *shape);

#endif
