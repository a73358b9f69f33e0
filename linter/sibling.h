/*
 * sibling: how the paragraphs of a paragraph's kind end: the items of its list, the other body paragraphs of the article. What all
 * of them have, one that has not has lost.
 */
#ifndef KANLINT_SIBLING_H
#define KANLINT_SIBLING_H

#include "article.h"

/*
 * How the items of one list that stand nearest to an item end, this one left out; a few on each side are looked at. For another
 * paragraph: those near that begin with the same label, 问：… 记者：….
 */
struct siblings {
	uint32_t ended;     /* in 。？！ or …… */
	uint32_t half;      /* in ； */
	uint32_t others;
	uint32_t nearest;   /* index of the nearest one that is ended or half; UINT32_MAX: none */
	bool last;          /* no item of the list follows */
};

/* Constant work: a few paragraphs on each side, their ends and labels. */
struct siblings sibling_items(const struct article *article, uint32_t paragraph);

/* Do the body paragraphs of the article that have some length end in end marks, all but a few? Linear: ask once. */
bool sibling_bodies_end(const struct article *article);

#endif
