/* hash: 64 bits of a text, the same on every machine (XXH64). */
#ifndef KANLINT_HASH_P_H
#define KANLINT_HASH_P_H

#include "str.h"

uint64_t hash_text(struct str text);

#endif
