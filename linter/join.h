/*
 * join: does the text of a paragraph go on in a later one?
 *
 * A paragraph that has lost its full stop and one that was broken inside a sentence look alike: neither ends in a mark. What
 * stands on both sides of the break tells them apart.
 */
#ifndef KANLINT_JOIN_H
#define KANLINT_JOIN_H

#include "arena.h"
#include "article.h"

struct data;

enum join_kind {
	JOIN_NONE,
	JOIN_MARK,    /* the paragraph ends in ， 、 or an opening mark */
	JOIN_WORD,    /* one word stands on both sides: 众志成|城 */
	JOIN_PHRASE,  /* the last word cannot end a sentence, or the first ones cannot begin one: 严重|伤病事故。 */
};

struct join {
	enum join_kind kind;
	uint32_t next;     /* index of the paragraph in which the text goes on */
	struct span tail;  /* the last one or two characters before the break */
	struct span head;  /* the first ones after it */
};

/*
 * Asks about one paragraph; captions between the two parts are stepped over. JOIN_NONE where the text does not say enough, in
 * hard-wrapped text, and for all that is not prose. Asks the dictionary (NEED_WORDS); constant work for a paragraph.
 */
struct join article_join(const struct article *article, const struct data *data, uint32_t paragraph, struct arena *scratch);

/* 尊敬的各位来宾，: does a letter or a speech begin so? SPAN is the line without its blanks, the mark at its end with it. */
bool join_is_salutation(const struct article *article, struct span span);

/* Does a paragraph end in ， 、 or ；, as the lines of verse and lists do? */
bool join_ends_in_comma(const struct article *article, uint32_t paragraph);

/* Does code, a table or a line without Han text come after a paragraph? Then it may end without a mark: 然后执行 ⏎ make */
bool article_leads_in(const struct article *article, uint32_t paragraph);

#endif
