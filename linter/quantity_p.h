/* quantity_p: the parts of the quantities layer. */
#ifndef KANLINT_QUANTITY_P_H
#define KANLINT_QUANTITY_P_H

#include "quantity.h"

/* The Simplified form of the character at a position; of one that has none, or in a Simplified article, the character. */
static inline uint32_t quantity_simplified(const struct article *article, uint32_t at)
{
	uint32_t form = variant_is_hans(article->variant) ? 0 : character_to_simplified(article->cp[at]);
	return form ? form : article->cp[at];
}

/* The characters after the first (before the last) of quantity_starts (quantity_ends). */
uint32_t quantity_goes_on(const struct article *article, uint32_t at, const char *text);
uint32_t quantity_ended(const struct article *article, uint32_t at, const char *text);

/* The text at a position (before it) is this one in either variant: how many characters, 0: it is not. TEXT is Simplified, most are refused by one
 * look. */
static inline uint32_t quantity_starts(const struct article *article, uint32_t at, const char *text)
{
	const char *first = text;
	uint32_t wanted = character_decode(&first);
	return wanted == article->cp[at] || wanted == quantity_simplified(article, at) ? quantity_goes_on(article, at, text) : 0;
}

static inline uint32_t quantity_ends(const struct article *article, uint32_t at, const char *text)
{
	uint32_t wanted = character_last(text);
	return wanted == article->cp[at - 1] || wanted == quantity_simplified(article, at - 1) ? quantity_ended(article, at, text) : 0;
}

/* The texts behind quantity_starts_any and quantity_ends_any. */
int quantity_starts_listed(const struct article *article, uint32_t at, const char *const *texts, uint32_t *length);
int quantity_ends_listed(const struct article *article, uint32_t at, const char *const *texts, uint32_t *length);

/* The index of the first of these texts there, and in *LENGTH its characters; -1: none. */
static inline int quantity_starts_any(const struct article *article, uint32_t at, const char *const *texts, uint32_t *length)
{
	const struct texts_filter *filter = texts_filter(texts);
	bool may = texts_may_begin(filter, article->cp[at]) || texts_may_begin(filter, quantity_simplified(article, at));
	return may ? quantity_starts_listed(article, at, texts, length) : -1;
}

static inline int quantity_ends_any(const struct article *article, uint32_t at, const char *const *texts, uint32_t *length)
{
	const struct texts_filter *filter = texts_filter(texts);
	bool may = texts_may_end(filter, article->cp[at - 1]) || texts_may_end(filter, quantity_simplified(article, at - 1));
	return may ? quantity_ends_listed(article, at, texts, length) : -1;
}

/* Where the clause of a position begins: after the last stop, newline or opening mark, at most 40 characters back. */
uint32_t quantity_clause_begin(const struct article *article, uint32_t at);

/* The name in a piece of text that says whose a value is: without 新建的, 据介绍, brackets; empty if there is none. */
struct span quantity_name(const struct article *article, struct span text);

/* Fill head and subject and return true if the figure is such a quantity. */
bool quantity_read_measure(const struct article *article, struct quantity *quantity);
bool quantity_read_event(const struct article *article, struct quantity *quantity);
bool quantity_read_age(const struct article *article, const struct data *data, struct quantity *quantity);
bool quantity_read_fate(const struct article *article, const struct data *data, struct quantity *quantity);
bool quantity_read_things(const struct article *article, const struct data *data, struct quantity *quantity);

#endif
