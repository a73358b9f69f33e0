/* role: tells what each line of a plain text is, from its shape and place. */
#ifndef KANLINT_ROLE_P_H
#define KANLINT_ROLE_P_H

#include "article.h"

/* Fills role and level of paragraphs that no reader has described; span, blanks and ends_sentence are set. */
void article_tell_roles(const struct article *article, struct paragraph *paragraphs, uint32_t count);

#endif
