/* edit: which edits leave alone what is no prose. */
#ifndef KANLINT_EDIT_P_H
#define KANLINT_EDIT_P_H

#include "article.h"

/*
 * Does an edit change prose only, and leave markup beside it markup? Checks see neither markup nor code, so the engine
 * asks it for each edit; a fix with one that does not is no fix.
 */
bool edit_keeps_markup(const struct article *article, struct span span, struct str replacement);

#endif
