/*
 * clause: the clause round a place, and what its words say about a line that stands there. A dash explains, a hyphen joins; where
 * one was typed for the other only the words can tell.
 *
 * Asks the dictionary (NEED_WORDS). Constant time for a place: no more than a few dozen characters on each side are read.
 */
#ifndef KANLINT_CLAUSE_H
#define KANLINT_CLAUSE_H

#include "arena.h"
#include "article.h"
#include "word.h"

/* Where the clause round a place begins and ends, as far as it is looked at: [begin, place) and [place, end). */
uint32_t clause_begin(const struct article *article, uint32_t at);
uint32_t clause_end(const struct article *article, uint32_t at);

/* 一件事, 这一家, 有个习惯: one thing that can be explained; 是…的题材: what something is. NOUN is the last word of a clause that begins at BEGIN. */
bool clause_names_one(const struct article *article, uint32_t begin, const struct word *noun);

/*
 * Do the words before LEFT_END and from RIGHT_BEGIN on show that the right side explains the left one? No where they could as well
 * be joined. Clears the scratch arena.
 */
bool clause_explains(const struct article *article, const struct data *data, struct arena *scratch, uint32_t left_end, uint32_t right_begin);

#endif
