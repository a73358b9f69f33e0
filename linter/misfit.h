/*
 * misfit: a character that the text round it makes unlikely, while another one of like sound or shape makes a word there.
 *
 * Each candidate is a word of the language model that stands one character away from the text. Its score grows with what the
 * text gains in likelihood, and falls where the text stays unlikely even so (names, old Chinese, lists), where the dictionary
 * has a word as it stands, where the cure is a rare word, and where the characters are less alike. The weights were fitted
 * to sentences with slips and to edited text (docs/homophone.md).
 */
#ifndef KANLINT_MISFIT_H
#define KANLINT_MISFIT_H

#include "article.h"
#include "language_model.h"

struct data;

struct misfit {
	uint32_t at;      /* the character, */
	uint32_t cure;    /* and the one that should stand there */
	struct span word; /* the word that comes of it */
	float score;      /* above 0: a slip; the higher the surer */
};

/* Calls FOUND for each slip in a span of Simplified prose. Linear. */
void misfit_each(const struct article *article, const struct data *data, const struct language_model *model, struct span span,
	void (*found)(void *user, const struct misfit *misfit), void *user);

#endif
