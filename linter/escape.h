/* escape: characters that a text spells out for a program: HTML's &amp; and &#8230;, \u4e2d, and %E4%B8%AD of an address. */
#ifndef KANLINT_ESCAPE_H
#define KANLINT_ESCAPE_H

#include "article.h"

/*
 * What the escape that begins at a position stands for; *LENGTH is how many characters it takes. 0: none is there. Of
 * %XX only characters of three and four bytes, Chinese among them.
 */
uint32_t escape_entity(const struct article *article, uint32_t at, uint32_t *length);
uint32_t escape_unicode(const struct article *article, uint32_t at, uint32_t *length);
uint32_t escape_percent(const struct article *article, uint32_t at, uint32_t *length);

/* Does the ; at a position end an HTML entity? */
bool escape_ends_entity(const struct article *article, uint32_t at);

#endif
