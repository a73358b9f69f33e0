/* parts_p: the words of the parts layer. */
#ifndef KANLINT_PARTS_P_H
#define KANLINT_PARTS_P_H

#include "parts.h"

/* A figure of a sentence with the words round it. */
struct part {
	const struct figure *figure;
	struct span label; /* what stands before it, from the last mark or figure on, without the words of a cue */
	struct span tail;  /* what stands behind it, up to the next mark or figure */
	uint32_t lead;     /* where the label begins with its cue */
	unsigned cues;
};

enum {
	CUE_OF = 1 << 0,      /* 其中: parts begin */
	CUE_TOTAL = 1 << 1,   /* 共, 合计: the whole */
	CUE_BARE = 1 << 2,    /* and nothing else stands before it: it is of what was said before */
	CUE_LISTED = 1 << 3,  /* 分别为, 由, 分为: what follows is complete */
	CUE_CHANGE = 1 << 4,  /* 增长: no part */
	CUE_OTHER = 1 << 5,   /* 其余: the parts are complete */
	CUE_BESIDE = 1 << 6,  /* 另有, 此外: no part of what was said */
	CUE_SHARE = 1 << 7,   /* 占 */
	CUE_OUT = 1 << 8,     /* 扣除, 平均, 利润: no arithmetic with this */
	CUE_AMONG = 1 << 10,  /* 税收收入中，: parts of what was named there */
	CUE_SOME = 1 << 9,    /* 包括, 如: parts begin, and may not be all */
};

enum { PARTS_PREVIOUS = 8 };

/* The numbers of a sentence, with their words. */
struct parts_reading {
	const struct article *article;
	struct parts_walk *walk;
	struct span sentence;
	struct part parts[PARTS_SENTENCE];
	uint32_t count;
	/* Of the sentence before, in the same paragraph, from its end. Only the figure is there until parts_previous is asked. */
	struct part previous[PARTS_PREVIOUS];
	uint32_t previous_count;
	uint32_t previous_begin, previous_end; /* where that sentence does */
};

/*
 * Reads the sentence with the figure at an index; *NEXT is the first figure behind it. False, and nothing is read, where no number has another one
 * of its kind in it or before it, or no word or mark that may bind them is near.
 */
bool parts_read_sentence(struct parts_reading *reading, uint32_t first, uint32_t *next);

/* A number of the sentence before, with its words. */
const struct part *parts_previous(struct parts_reading *reading, uint32_t index);

static inline bool part_is_share(const struct part *part)
{
	return part->figure->measure == UNIT_SHARE;
}

enum { PART_REACH = 24 }; /* what stands further before a figure is not read */

/* Reads the words round a figure, not before FLOOR and not behind END. */
struct part part_read(const struct article *article, const struct figure *figure, uint32_t floor, uint32_t end);

/* Are the parts of one known set, each another member of it? *COMPLETE: all of its members are there, of the whole that stands at WHOLE. */
bool parts_are_set(const struct article *article, const struct part *parts, uint32_t count, const struct part *whole, bool *complete);

/* 东村120人、西村90人: labels or nouns that end alike, and do not tell of what one thing may have several of. */
bool parts_end_alike(const struct article *article, const struct part *parts, uint32_t count);

/* Opinions of one question: 支持, 反对. */
bool parts_are_opinions(const struct article *article, const struct part *parts, uint32_t count);

#endif
