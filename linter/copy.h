/*
 * copy: passages of an article's prose that are the same, mark for mark, as one before them. Whether such a copy is a fault is
 * another question.
 *
 * A passage may run over several sentences and paragraphs. It is found by a clause of four characters or more that stands in
 * both, between two marks or ends of lines; loose ends that are less than a clause do not belong to it.
 */
#ifndef KANLINT_COPY_H
#define KANLINT_COPY_H

#include "arena.h"
#include "article.h"

/*
 * Calls FOUND for each passage of LENGTH characters or more that stood before, in the order of the text: where it stood FIRST, and
 * its COPY. Copies do not overlap. Body text and list items are looked at. Every character is read a bounded number of times.
 */
void copy_each(const struct article *article, struct arena *scratch, uint32_t length, void (*found)(void *user, struct span first, struct span copy),
	void *user);

#endif
