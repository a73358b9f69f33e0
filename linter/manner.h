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

/* Adds the characters that stand behind 的 where manner_at finds something, each with bits that manner_at knows. */
void manner_add_openings(struct character_set *set);

/*
 * What the 的 at a position should be; WHOLE is then the words on both sides with it. SET is that of manner_add_openings. Clears the
 * scratch arena. Constant time.
 */
enum manner manner_at(const struct article *article, const struct data *data, struct arena *scratch, const struct character_set *set, uint32_t at,
	struct span *whole);

#endif
