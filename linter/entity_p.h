/* entity: the characters that HTML and Markdown spell out. */
#ifndef KANLINT_ENTITY_P_H
#define KANLINT_ENTITY_P_H

#include "str.h"

/* The code point of "&amp;" or "&#8230;" or "&#x2026;"; 0 for a name that is not known, CHARACTER_BAD for a number that is no character. */
uint32_t entity_decode(struct str entity);

#endif
