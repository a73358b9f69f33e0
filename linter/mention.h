/*
 * mention: what stands in a text only to be spoken of: a date in a story, a slip that somebody quotes, an example (needs sentences
 * and pairs).
 */
#ifndef KANLINT_MENTION_H
#define KANLINT_MENTION_H

#include "article.h"

/*
 * Does the text itself call something in a span wrong, impossible or invented (不存在的2月30日, 误写成4月31日), or do quotation marks stand
 * tightly round it? Constant time: some dozens of characters of its sentence are read.
 */
bool mention_is_quoted(const struct article *article, struct span span);

#endif
