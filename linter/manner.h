/*
 * manner: 的 between a verb and the words that say how it is done: 跑的很快 for 跑得很快, 高兴的说 for 高兴地说.
 *
 * 的 is right before 很快 as well: 他说的很对 speaks of what he said. So only verbs whose 的 could not mean a thing (跑, 开展) are taken before
 * every adjective, others only before words of manner (快, 认真), and only where the clause ends behind them.
 */
#ifndef KANLINT_MANNER_H
#define KANLINT_MANNER_H

#include "arena.h"
#include "article.h"
#include "character_set.h"

struct data;

enum manner {
	MANNER_NONE,
	MANNER_COMPLEMENT, /* 得 belongs there: verb | 的 | how */
	MANNER_ADVERBIAL,  /* 地 belongs there: how | 的 | verb. Not asked in Traditional text, where many write 的 */
};

/*
 * What is looked for behind 的: bits of a character that begins such texts, or is one, and MANNER_SECOND times those that it goes on in.
 */
enum { MANNER_HOW = 1 << 0, MANNER_END = 1 << 1, MANNER_DEED = 1 << 2, MANNER_WHOLE = 1 << 3, MANNER_SECOND = 1 << 4 };

/* Adds the characters that stand behind 的 where manner_at finds something, with these bits. */
void manner_add_openings(struct character_set *set);

/* Of which kinds the texts are that may begin at a position, by two characters; 0, as behind nearly every 的: of none. SET has the openings. */
static inline unsigned manner_kinds(const struct article *article, const struct character_set *set, uint32_t at)
{
	unsigned first = set->has[(uint16_t)article->cp[at]], all = MANNER_HOW | MANNER_END | MANNER_DEED;
	return first & (first & MANNER_WHOLE ? all : set->has[(uint16_t)article->cp[at + 1]] / MANNER_SECOND);
}

/*
 * What the 的 at a position should be; WHOLE is then the words on both sides with it. KINDS is manner_kinds of what stands behind it, not 0.
 * Clears the scratch arena. Constant time.
 */
enum manner manner_at(const struct article *article, const struct data *data, struct arena *scratch, unsigned kinds, uint32_t at, struct span *whole);

#endif
