/*
 * idiom: texts that are one slip away from a set phrase of four to eight characters: a wrong character that sounds or looks
 * like the right one (破斧沉舟), a lost one (先锋模作用), one too many (实事求的是), two changed over (同济共舟).
 *
 * The phrases come from jieba's dictionary and config/idioms, for Traditional text converted by opencc; they lie in an
 * index of the data file by the characters that a slip leaves (after the deletion neighbourhoods of SymSpell). A likeness is no slip if the
 * dictionary reads the text as it stands nearly as well. Asks the dictionary (NEED_WORDS).
 */
#ifndef KANLINT_IDIOM_H
#define KANLINT_IDIOM_H

#include "article.h"

struct data;

enum idiom_fault { IDIOM_WRONG, IDIOM_LOST, IDIOM_EXTRA, IDIOM_SWAPPED };

enum { IDIOM_MOST = 8 }; /* characters of a set phrase */

struct idiom_slip {
	enum idiom_fault fault;
	struct span span;            /* of the text that should be the phrase */
	uint32_t at;                 /* position of the wrong, extra or first changed character; where one is lost that after it */
	uint32_t right[IDIOM_MOST];  /* the phrase */
	uint32_t length;
	bool is_firm;                /* the phrase is an idiom, not only a common phrase */
	bool is_only;                /* no other phrase is as near */
};

/* Calls VISIT for each slip, in the order of the text. Overlapping ones count once, as the likeliest. */
void idiom_each(const struct data *data, const struct article *article, void (*visit)(void *user, const struct idiom_slip *slip), void *user);

#endif
