/*
 * statement: is the sentence before a ？ a statement that only has a question word in it (needs pairs)?
 */
#ifndef KANLINT_STATEMENT_H
#define KANLINT_STATEMENT_H

#include "article.h"

enum statement {
	STATEMENT_NONE,      /* a question, or not sure */
	STATEMENT_WHOLE,     /* 我不知道谁会来？: 。 belongs there */
	STATEMENT_CONDITION, /* 不管他来不来？我们都走。: ， belongs there */
};

/* What the text before the mark at a position is. Constant time: a few dozen characters are read. */
enum statement statement_before(const struct article *article, uint32_t mark);

#endif
