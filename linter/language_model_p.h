/* language_model_p: the parts of the language model. */
#ifndef KANLINT_LANGUAGE_MODEL_P_H
#define KANLINT_LANGUAGE_MODEL_P_H

#include "language_model.h"

enum {
	MODEL_ORDER = 3,
	MODEL_FIRST_WORD = 70, /* the numbers below are of no text; then marks, then words from the shortest to the longest */
	MODEL_WORD_LONGEST = 16,
	MODEL_READINGS = 4, /* of a character */
};

/* A node: word 18 bits, back-off weight 14; probability 16, children 16; back-off index 23, its level 2, children 7 (the high bits). */
struct model_node {
	uint32_t bits[3];
};

static inline uint32_t model_node_word(const struct model_node *node)
{
	return node->bits[0] & 0x3FFFF;
}

/* The first child, at the next level; they end where those of the next node begin. */
static inline uint32_t model_node_children(const struct model_node *node)
{
	return node->bits[1] >> 16 | node->bits[2] >> 25 << 16;
}

/* A node of the last level: word 18 bits, probability 14 (the low ones); back-off index 23, its level 2, probability 2. */
struct model_leaf {
	uint32_t bits[2];
};

static inline uint32_t model_leaf_word(const struct model_leaf *leaf)
{
	return leaf->bits[0] & 0x3FFFF;
}

struct model_slot {
	uint32_t hash, word; /* word 0: free */
};

struct language_model {
	float *probabilities; /* -ln of the 1 << 16 probabilities, */
	float *weights;       /* and of the 1 << 14 back-off weights */
	const struct model_node *nodes[MODEL_ORDER];
	const struct model_leaf *leaves;
	uint32_t counts[MODEL_ORDER + 1]; /* the last of each level only ends the children of the one before */

	uint32_t word_count;
	const uint32_t *texts; /* UTF-32, each word with a 0 at its end */
	uint32_t *begins;      /* of each word in texts; word_count + 1 of them */
	uint32_t *unigrams;    /* of each word its node of level 1; 0: none (the node of the unknown) */
	uint8_t *longest;      /* of the first characters of the BMP: characters of the longest word */
	struct model_slot *slots;
	uint32_t slot_mask;
	uint32_t *filling_begins, *fillings;
	uint32_t filling_mask;
	uint16_t (*readings)[MODEL_READINGS]; /* of the characters of the BMP; 0: none */
};

/* -ln of the probability behind the words of the nodes above. */
static inline float model_node_cost(const struct language_model *model, const struct model_node *node)
{
	return model->probabilities[node->bits[1] & 0xFFFF];
}

static inline float model_leaf_cost(const struct language_model *model, const struct model_leaf *leaf)
{
	return model->probabilities[leaf->bits[0] >> 18 | (leaf->bits[1] >> 25 & 3) << 14];
}

bool model_words_read(struct language_model *model, struct str file, struct arena *arena, struct error *error);

#endif
