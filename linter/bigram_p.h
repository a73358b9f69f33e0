/*
 * bigram: what a character and the next one may begin or end, a byte for each hash of the two, made by tools/gen_bigrams.c.
 *
 * The lexicon, the set phrases, the forms and the words beside names are all found by pairs of characters, and nearly no pair of a text is one of theirs: so the
 * table is asked once for each position, and each of them walks over the places that have its bit.
 */
#ifndef KANLINT_BIGRAM_P_H
#define KANLINT_BIGRAM_P_H

#include "article.h"

enum { BIGRAM_TABLE = 1 << 19 };

/* Others have the same hash: a bit says that the pair may be one. Those of set phrases are 1 << enum idiom_key (data_p.h). */
enum bigram {
	BIGRAM_RUN = 1 << 0,     /* the first two characters of a key IDIOM_RUN, */
	BIGRAM_SECOND = 1 << 1,  /* of IDIOM_SECOND; */
	BIGRAM_FIRST = 1 << 2,   /* the last two of IDIOM_FIRST; */
	BIGRAM_SET = 1 << 3,     /* any two of IDIOM_SET; */
	BIGRAM_RUN_END = 1 << 4, /* the last two of IDIOM_RUN */
	BIGRAM_LEXICON = 1 << 5, /* the first two of a text of the lexicon, or of the right form of a variant word, in either variant */
	BIGRAM_FORM = 1 << 6,    /* a pair of form_table's filter */
	BIGRAM_NAME = 1 << 7,    /* the pair of a word beside names (name_p.h) */
};

/* The place of a pair, of numbers and of vectors of them. */
#define BIGRAM_PLACE(first, second) (((first) * UINT32_C(0x9E3779B1) ^ (second) * UINT32_C(0x85EBCA77)) >> 13)

/* The layer, article->bigrams: the byte of each position and the next, from the one before the first on, by the article's variant, and
 * BIGRAM_BLOCK zeros past the end. */
enum { BIGRAM_BLOCK = 64 };

/* Where a bit stands among the BIGRAM_BLOCK positions from AT on: bit I for AT + I, none past the end. */
uint64_t bigram_places(const struct article *article, uint32_t at, enum bigram bigram);

#endif
