/*
 * ending: how a paragraph ends that has no end mark: with a sentence, or with something that needs none (an address, a title, a
 * caption, the announcement of a list, the name of a link that a converter glued to it).
 *
 * SPAN is the paragraph without the blanks at its ends. Time is linear in it; those with DATA ask the dictionary (NEED_WORDS).
 */
#ifndef KANLINT_ENDING_H
#define KANLINT_ENDING_H

#include "arena.h"
#include "article.h"

struct data;

/* Is the end of the text itself the end of the paragraph: a letter, a number, a closing mark after one? */
bool ending_is_text(const struct article *article, struct span span);

/* An address or a code at the end: https://…, mail@…, 0355-1234567. */
bool ending_is_address(const struct article *article, struct span span);

/* …（新华社记者 李明 摄） or a caption by its first words, however long. */
bool ending_is_caption(const struct article *article, struct span span);

/* 关于…的若干意见: the title of a document, however long. */
bool ending_is_document_title(const struct article *article, struct span span);

/*
 * Is the last sentence one? It has a clause before its last comma, or words that only sentences have. What a converter glues to
 * a paragraph (the next heading, the name of a link, a formula, a list of names) has not.
 */
bool ending_is_sentence(const struct article *article, const struct data *data, struct arena *scratch, struct span span);

/* The last words, from the last mark on and without closing marks: enough of them to find the place by. */
struct span ending_words(const struct article *article, const struct data *data, struct arena *scratch, struct span span);

#endif
