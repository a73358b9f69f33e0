/*
 * form: characters that a converter confuses, in a text of one variant: 后 for 後, 里 for 裡, 乾 for 干. A character is
 * taken for wrong only if with another it makes a word of the dictionary and the text as it stands does not. What is right
 * is written as in Taiwan, for VARIANT_HANT_HK as in Hong Kong (裏).
 */
#ifndef KANLINT_FORM_H
#define KANLINT_FORM_H

#include "article.h"

struct data;

struct form {
	struct span word;     /* the word round the character */
	uint32_t right;       /* the character that belongs there */
};

/* The first position in [FROM, END) whose character and neighbours may be such a slip; END if there is none. Dense and cheap. */
uint32_t form_candidate(const struct data *data, const struct article *article, uint32_t from, uint32_t end);

/* Is the character at a candidate's position wrong in this article's variant? Fills FORM. */
bool form_find(const struct data *data, const struct article *article, uint32_t at, struct form *form);

/*
 * The Traditional (Simplified) text for a span of a Simplified (Traditional) slip, as code points in OUT, which has room for
 * the span. Where a character has several forms the neighbours decide; returns false if one had.
 */
bool form_convert(const struct data *data, const struct article *article, struct span span, uint32_t *out);

#endif
