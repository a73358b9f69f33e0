/* gen_bigrams: the table of linter/bigram_p.h, filled by the parts of gen_words. */
#ifndef KANLINT_GEN_BIGRAMS_H
#define KANLINT_GEN_BIGRAMS_H

#include "../linter/bigram_p.h"

/* By variant, Simplified first. */
extern uint8_t bigrams_made[2][BIGRAM_TABLE];

static inline void bigram_add(bool is_hant, uint32_t first, uint32_t second, enum bigram bigram)
{
	bigrams_made[is_hant][BIGRAM_PLACE(first, second)] |= (uint8_t)bigram;
}

#endif
