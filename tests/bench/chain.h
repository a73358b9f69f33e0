/*
 * chain: words in an order that a language has, drawn at random from the pairs and triples of the trigram model (linter/language_model.h) by their
 * probability: how often words stand, and beside which others, is as in real text, and long passages do not stand twice.
 */
#ifndef KANLINT_BENCH_CHAIN_H
#define KANLINT_BENCH_CHAIN_H

#include "../../linter/language_model_p.h"

struct chain;

/* NULL with a sentence if there is no model. */
struct chain *chain_new(struct arena *arena, struct error *error);

/* Writes the words of the model that are Han and no numerals, one a line. */
void chain_print_words(const struct chain *chain, FILE *file);

/*
 * Takes those words from a file in which each line may be of another variant, or empty: such a word is never drawn. False with a
 * sentence if it has not a line for each word. To be called before anything is drawn.
 */
bool chain_begin(struct chain *chain, const char *path, struct arena *arena, struct error *error);

/* Where a clause has come to. */
struct chain_place {
	struct language_model_state state;
	uint32_t word; /* the last one; 0: none */
};

struct chain_place chain_clause(const struct chain *chain);

/*
 * Draws a word of at most ROOM > 0 characters to stand at PLACE, which goes behind it; neither its first character doubles the one
 * BEFORE nor, if it fills the room, its last one the one AFTER. RANDOM is moved on. The other function takes a word that is known.
 */
uint32_t chain_draw(const struct chain *chain, struct chain_place *place, uint32_t room, uint32_t before, uint32_t after, uint64_t *random);
void chain_step(const struct chain *chain, struct chain_place *place, uint32_t word);
const uint32_t *chain_text(const struct chain *chain, uint32_t word, uint32_t *length);

#endif
