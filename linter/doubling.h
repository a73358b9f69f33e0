/*
 * doubling: a character, a word or a part of a word that stands twice: a slip, or one of the many ways in which Chinese
 * doubles words (看看, 讨论讨论, 一步一步), or two words that meet (目的|的). The dictionary decides: it is a slip when the best
 * segmentation cuts the text into two equal words and no known way of doubling explains it.
 *
 * Asks the dictionary (NEED_WORDS) and the pairs (NEED_PAIRS). Clears the scratch arena.
 */
#ifndef KANLINT_DOUBLING_H
#define KANLINT_DOUBLING_H

#include "arena.h"
#include "article.h"

struct data;

struct doubling {
	struct span unit;   /* the first copy */
	struct span whole;  /* all copies, and what stands between them */
	struct span word;   /* of a part the word with both copies in it: 组委会委会; else empty */
	bool is_sure;       /* all that follows the first copy may be deleted safely */
};

/* WHOLE repeats itself after PERIOD characters, as repeat_each finds it. Fills DOUBLING if that is a slip. */
bool doubling_at(const struct data *data, const struct article *article, struct arena *scratch, struct span whole, uint32_t period,
	struct doubling *doubling);

/* The same for a word before a gap of blanks in running prose and after it. */
bool doubling_across(const struct data *data, const struct article *article, struct arena *scratch, struct span gap, struct doubling *doubling);

#endif
