/*
 * automaton: finds many texts in one pass over another.
 *
 * A deterministic automaton without cycles: a trie in breadth-first order, built from sorted texts in linear time, entered at every
 * position whose character and the next one may begin a text. One bit of a filter answers that, so that a text without any
 * costs one look-up a character whatever the number of texts. (Failure links would read a state for every character;
 * of the positions of edited text the filter lets one in thirty through.)
 *
 * The project's lists are built into the data file; lists of the user are built when they are read.
 */
#ifndef KANLINT_AUTOMATON_P_H
#define KANLINT_AUTOMATON_P_H

#include "arena.h"

/* The children of node I are [nodes[I].children, nodes[I + 1].children), by character; node 0 is the root, the last one a sentinel. */
struct automaton_node {
	uint32_t character;
	uint32_t children;
	uint32_t first;      /* of the texts that end here, the first one's index + 1; 0: none ends here */
};

struct automaton {
	const struct automaton_node *nodes;
	uint32_t node_count;     /* with the sentinel */
	const uint32_t *filter;  /* bits of the first two characters of the texts, and of the first three; of a shorter one the others are 0 */
	uint32_t filter_bits;    /* a power of two, 32 at least */
	bool has_single;         /* a text has one character only */
};

/* A text to find, not empty; VALUE is the caller's. */
struct automaton_text {
	const uint32_t *cp;
	uint32_t length;
	uint32_t value;
};

/* A text that was found: TEXTS[first] and those behind it that are the same. */
struct automaton_end {
	uint32_t length;
	uint32_t first;
};

/* Sorts the texts, by value where they are the same, and builds the automaton over them in the arena. */
void automaton_build(struct automaton *automaton, struct automaton_text *texts, uint32_t count, struct arena *arena);

/* Can every index of an automaton that comes from a file be followed? TEXT_COUNT is the number of texts that it was built from. */
bool automaton_is_sound(const struct automaton *automaton, uint32_t text_count);

/* Of numbers, and of vectors of them. */
#define AUTOMATON_HASH(first, second) (((first) * UINT32_C(0x9E3779B1) ^ (second) * UINT32_C(0x85EBCA77)) >> 8)

static inline uint32_t automaton_bit(uint32_t first, uint32_t second, uint32_t bits)
{
	return AUTOMATON_HASH(first, second) & (bits - 1);
}

/* The bit of three characters is none of two. */
static inline uint32_t automaton_bit_of_three(const uint32_t *cp, uint32_t third, uint32_t bits)
{
	return AUTOMATON_HASH(cp[0] + 0x110000, cp[1] ^ third * UINT32_C(0xC2B2AE3D)) & (bits - 1);
}

static inline bool automaton_has(const struct automaton *automaton, uint32_t bit)
{
	return automaton->filter[bit / 32] >> bit % 32 & 1;
}

/* May a text of two characters or more begin at cp[0]? Three are looked at: most that begin as one do not go on so. */
static inline bool automaton_may_begin(const struct automaton *automaton, const uint32_t *cp)
{
	uint32_t bits = automaton->filter_bits;
	return automaton_has(automaton, automaton_bit(cp[0], cp[1], bits)) &&
	       (automaton_has(automaton, automaton_bit_of_three(cp, cp[2], bits)) || automaton_has(automaton, automaton_bit_of_three(cp, 0, bits)));
}

enum { AUTOMATON_BLOCK = 64 };

/*
 * Which of the first COUNT (at most AUTOMATON_BLOCK) characters may begin a text: bit I for cp[I]; cp[COUNT] is read too. With
 * vector code where the processor has it.
 */
uint64_t automaton_candidates(const struct automaton *automaton, const uint32_t *cp, uint32_t count);

/* The texts that begin at cp[0], shortest first, none longer than LENGTH; returns how many (at most MAXIMUM). */
uint32_t automaton_find(const struct automaton *automaton, const uint32_t *cp, uint32_t length, struct automaton_end *ends, uint32_t maximum);

#endif
