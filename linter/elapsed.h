/*
 * elapsed: the time that an article says lies between two points which it also names: ages at death (享年), ages of today, anniversaries,
 * and how long something took (3月1日至3月10日，历时8天) (needs sentences and figures).
 *
 * What cannot be known is allowed for: whether a birthday was past, how ages are counted (虚岁, in Traditional text two years more), whether
 * the first and the last day are in the count. All together take linear time. Nothing here says that a text is wrong.
 */
#ifndef KANLINT_ELAPSED_H
#define KANLINT_ELAPSED_H

#include "dateline.h"
#include "figure.h"

/* The time that passed, in the unit of the stated figure: from LOW to HIGH; EXACT is what most people would say. */
struct elapsed {
	struct span begin, end; /* where the two points are named; END is the date line where the text says 今年 */
	const struct figure *stated;
	struct decimal low, high, exact;
};

/* What a walk has met so far. Begin with a zeroed struct; all but ARTICLE and ARENA, where date lines are kept once one is asked for, is private. */
struct elapsed_walk {
	const struct article *article;
	struct arena *arena;
	uint32_t next;
	struct datelines datelines;
	bool dated;                            /* the date lines were read */
	uint32_t remembered;                   /* the dates before this figure were asked for births and foundings: only where that matters */
	const struct figure *birth, *founding; /* the last ones, with a year */
	uint32_t births, foundings;            /* how many in the article; of foundings those in the paragraph of the last */
	struct span founded;                   /* the word 成立 */
};

/* The next one of the article; false if there is none. */
bool elapsed_next(struct elapsed_walk *walk, struct elapsed *elapsed);

#endif
