/*
 * language_model: the trigram model of Simplified Chinese that Debian's package sunpinyin-data installs, read in place. It says how
 * likely a text is, and which words stand one character from it.
 *
 * Two files: lm_sc.t3g (sunpinyin's threaded back-off model: words of 18 bits, probabilities and back-off weights as indexes into
 * tables, each node with its back-off node) and pydict_sc.bin (the words, and a trie of their syllables). They are made for little-endian
 * machines, and looked for in the library folders of the machine, or in the folder that KANLINT_LANGUAGE_MODEL names.
 */
#ifndef KANLINT_LANGUAGE_MODEL_H
#define KANLINT_LANGUAGE_MODEL_H

#include "arena.h"
#include "error.h"

struct language_model;

/* Maps the files and makes an index of the words in the arena. NULL with a sentence that says what is missing. */
const struct language_model *language_model_open(struct arena *arena, struct error *error);

/* The same of files in memory, aligned to 4 bytes, which must outlive the model. */
const struct language_model *language_model_read(struct str model, struct str words, struct arena *arena, struct error *error);

enum { LANGUAGE_MODEL_UNKNOWN = 0 }; /* the number of what is no word of the model: Latin, digits, rare characters */

/* What the words so far mean for the next one; all zeros: nothing is known. */
struct language_model_state {
	uint32_t level, index;
};

/* The number of a word or mark; LANGUAGE_MODEL_UNKNOWN: none. */
uint32_t language_model_word(const struct language_model *model, const uint32_t *cp, uint32_t length);

/* -ln of the probability of a word after a state; moves the state on. */
float language_model_step(const struct language_model *model, struct language_model_state *state, uint32_t word);

/* The cost (-ln of the probability) of the best segmentation of a text with its marks, as if a sentence had ended before it. Takes no memory. */
float language_model_cost(const struct language_model *model, const uint32_t *cp, uint32_t length);

/* The same, with the cost of the best way to each of the length + 1 places of the text. */
float language_model_costs(const struct language_model *model, const uint32_t *cp, uint32_t length, float *costs);

/* How like two characters sound. */
enum model_sound { MODEL_SOUND_OTHER, MODEL_SOUND_NEAR /* zh z, n l, in ing … */, MODEL_SOUND_SAME };
enum model_sound language_model_sound(const struct language_model *model, uint32_t a, uint32_t b);

/*
 * The characters that make a word of the model out of a text of 2 to 4 characters if they stand at PLACE, the character there
 * among them; returns how many.
 */
uint32_t language_model_fillings(const struct language_model *model, const uint32_t *cp, uint32_t length, uint32_t place, const uint32_t **words);
const uint32_t *language_model_text(const struct language_model *model, uint32_t word, uint32_t *length);

#endif
