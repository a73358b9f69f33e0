/*
 * cells: how many cells of a terminal text takes, as terminals count it that know grapheme clusters: a sequence of emoji that are joined, a flag
 * or a face with its skin takes two, a letter with its marks as many as the letter.
 */
#ifndef KANLINT_CELLS_P_H
#define KANLINT_CELLS_P_H

#include <stdbool.h>
#include <stdint.h>

/* A walk through text; all zero before its first character. */
struct cells {
	uint32_t last;    /* the character before */
	int32_t state;    /* utf8proc's */
	uint32_t base;    /* that the cluster began with */
	uint8_t cluster;  /* cells of the cluster so far */
	bool joins;       /* the character that was added went on with the cluster before it, */
	bool pictograph;  /* which began with a pictograph */
};

/* A walk that has just taken a character of two cells which begins a cluster, as every Han character does. */
static inline struct cells cells_after_wide(uint32_t code_point)
{
	return (struct cells){.last = code_point, .base = code_point, .cluster = 2};
}

/* Takes the next character, no tab and no newline, and tells how many cells more the text takes with it: 0, 1 or 2. */
unsigned cells_add(struct cells *cells, uint32_t code_point, int ambiguous);

#endif
