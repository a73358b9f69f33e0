/*
 * repeat: places where the text says again at once what it has just said, told by its characters alone. Whether that is a
 * slip is another question (doubling.h).
 */
#ifndef KANLINT_REPEAT_H
#define KANLINT_REPEAT_H

#include "article.h"

enum { REPEAT_UNIT_LONGEST = 14 }; /* characters of a unit that stands twice without a gap; ARTICLE_GUARD keeps what is before the article away */

#define REPEAT_SOUNDS U"着著啊呀呢吧哦啦地" /* at the end of what is said twice for its sound: 来呀，来呀, 说着说着 */

/*
 * Calls FOUND for each stretch of text, from a Han character on, that is the same PERIOD characters later: WHOLE holds two
 * copies of that many characters or more. Dense and cheap: one look for a character of ordinary text.
 */
void repeat_each(const struct article *article, void (*found)(void *user, struct span whole, uint32_t period), void *user);

/* The same piece of text on both sides of a gap or a mark. */
struct repeat {
	struct span first, second;
};

/* Calls FOUND for each gap between two pieces of text: all blanks between them, with (or without) a break among them. */
void repeat_gaps(const struct article *article, bool with_break, void (*found)(void *user, struct span gap), void *user);

/* A headline or a label of four characters or more on both sides of a gap inside a line; none where a table may be. */
bool repeat_in_line(const struct article *article, struct span gap, struct repeat *repeat);

/* May repeat_at_mark find something? Most marks are refused here. */
static inline bool repeat_may_be_at_mark(const struct article *article, uint32_t at)
{
	const uint8_t *cls = article->cls + at;
	uint32_t parts[4], clauses = 0;
	if (article->cp[at] == 0x3001) /* 、 */
		return class_is_han(cls[-1]) && class_is_han(cls[1]);
	/* A clause has six characters: the classes of Han are the first, all bits of the last. */
	memcpy(&parts[0], cls - 6, 4);
	memcpy(&parts[1], cls - 4, 4);
	memcpy(&parts[2], cls + 1, 4);
	memcpy(&parts[3], cls + 3, 4);
	for (int i = 0; i < 4; i++)
		clauses |= parts[i];
	return (clauses & ~(CLASS_HAN_TRADITIONAL * UINT32_C(0x01010101))) == 0;
}

/* The same, where BEFORE is the mark before it: a clause begins as the one behind the mark does. */
static inline bool repeat_may_be_between(const struct article *article, uint32_t before, uint32_t at)
{
	const uint32_t *cp = article->cp;
	return cp[at] == 0x3001 || (cp[before + 1] == cp[at + 1] && cp[before + 2] == cp[at + 2]); /* 、 */
}

/*
 * An item on both sides of the mark 、 at AT, or else a whole clause that is no cry and no verse. Needs the pairs. Only
 * where it may be, by both.
 */
bool repeat_at_mark(const struct article *article, uint32_t at, struct repeat *repeat);

#endif
