/*
 * width: half-width , . ; : ? ! ( ) and the full-width marks that Chinese text has in their places.
 *
 * A half-width mark is right in a figure, a Latin passage, an address or code; between Han text it does the work of a Chinese
 * one. Whether that is a fault in this article is another question.
 */
#ifndef KANLINT_WIDTH_H
#define KANLINT_WIDTH_H

#include "arena.h"
#include "article.h"

struct data;

/* The full-width form of a half-width mark; 0: it has none. */
uint32_t width_full(uint32_t code_point);

/* The half-width form of a full-width one; 0 for others, and for 。: half-width style has no sign that could not be taken for another. */
uint32_t width_half(uint32_t code_point);

/*
 * The half-width marks that do the work of Chinese ones, ascending, in the scratch arena. Not those of figures, Latin passages, signs
 * and emoticons, code and calls, intervals, labels, abbreviations and names, references [M], tables and braces. Brackets
 * round Latin text only WITH_LATIN, if Han text stands beside them. Needs the pairs, and asks the dictionary.
 */
struct positions width_half_marks(const struct article *article, const struct data *data, struct arena *scratch, bool with_latin);

#endif
