/* quantity_p: the parts of the quantities layer. */
#ifndef KANLINT_QUANTITY_P_H
#define KANLINT_QUANTITY_P_H

#include "quantity.h"

/* The text at a position (before it) is this one in either variant: how many characters, 0: it is not. TEXT is Simplified. */
uint32_t quantity_starts(const struct article *article, uint32_t at, const char *text);
uint32_t quantity_ends(const struct article *article, uint32_t at, const char *text);

/* The index of the first of these texts there, and in *LENGTH its characters; -1: none. */
int quantity_starts_any(const struct article *article, uint32_t at, const char *const *texts, uint32_t *length);
int quantity_ends_any(const struct article *article, uint32_t at, const char *const *texts, uint32_t *length);

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
