/* foreign: the characters that render the sounds of foreign names (列夫·托尔斯泰). */
#ifndef KANLINT_FOREIGN_H
#define KANLINT_FOREIGN_H

#include "article.h"

/* Is the character at a position one of them? Many of them are common words as well: no proof by itself. */
bool foreign_is_sound(const struct article *article, uint32_t at);

/* The same of a character alone. */
bool foreign_has_sound(uint32_t code_point);

#endif
