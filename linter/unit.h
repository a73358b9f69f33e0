/*
 * unit: how units of measurement are written after a number, and how they are miswritten (GB 3100; needs figures and sentences).
 *
 * Each question looks at a few characters; unit_is_history at one sentence.
 */
#ifndef KANLINT_UNIT_H
#define KANLINT_UNIT_H

#include "figure.h"

/* The unit that letters of the wrong case or an English short form stand for: kg for KG, h for hr; NULL: they are right, or no unit. */
const char *unit_letters(const struct article *article, struct span letters);

/*
 * The unit at a position that is none for news copy in Simplified text, up to *END, and what is written for it; "" where the number changes
 * with it (市斤), NULL: none.
 */
const char *unit_old(const struct article *article, uint32_t at, uint32_t *end);

/* Does the sentence of the figure of this index speak of old times, or name a year before 1990? */
bool unit_is_history(const struct article *article, uint32_t index);

/* Numbers with x, X or * between them, from a digit on: where the last one ends, how many *SIGNS, and the *FIRST of these. */
uint32_t unit_times_end(const struct article *article, uint32_t at, uint32_t *signs, uint32_t *first);

#endif
