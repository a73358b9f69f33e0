/*
 * numbered: the numbers with which the items and headings of an article begin, 一、 1． 1）, held against each other: one of a series that
 * has lost its mark, or has it in the other width.
 */
#ifndef KANLINT_NUMBERED_H
#define KANLINT_NUMBERED_H

#include "article.h"

enum numbered_fault_kind {
	NUMBERED_LOST,   /* 一、… 二… 三、…: no mark after the number */
	NUMBERED_WIDTH,  /* 1）… 2)… 3）…: the only bracket of this width */
};

struct numbered_fault {
	enum numbered_fault_kind kind;
	struct span number;  /* the number, without its mark */
	struct span sister;  /* the number of another one of the series, with its mark */
	uint32_t mark;       /* the mark that the others have */
};

/* Calls FOUND for each fault. Linear; no memory. */
void numbered_each_fault(const struct article *article, void (*found)(void *user, const struct numbered_fault *fault), void *user);

#endif
