/* bigram: one look at the table for each position. */
#include "bigram_p.h"

#include "data_p.h"
#include "layer_p.h"
#include "vector_p.h"

/* COUNT positions, a multiple of 8. */
CLONES static void look_up(const uint8_t *table, const uint32_t *cp, uint32_t count, uint8_t *bigrams)
{
	for (uint32_t i = 0; i < count; i += 8) {
		words8 first, second, places;
		words8_load(&first, cp + i);
		words8_load(&second, cp + i + 1);
		places = BIGRAM_PLACE(first, second);
#pragma GCC unroll 8
		for (int lane = 0; lane < 8; lane++)
			bigrams[i + (uint32_t)lane] = table[places[lane]];
	}
}

void article_build_bigrams(struct article *article, const struct data *data)
{
	uint32_t begin = article->begin - 8, count = (article->end - begin + 7) / 8 * 8; /* the pair of which the first character is the second, too */
	uint8_t *bigrams = arena_alloc_raw(article->arena, (size_t)begin + count + 2 * BIGRAM_BLOCK);
	memset(bigrams, 0, begin);
	look_up(data->bigrams[variant_is_hant(article->variant)], article->cp + begin, count, bigrams + begin);
	memset(bigrams + article->end, 0, begin + count + 2 * BIGRAM_BLOCK - article->end);
	article->bigrams = bigrams;
}

CLONES uint64_t bigram_places(const struct article *article, uint32_t at, enum bigram bigram)
{
	return bytes64_with(article->bigrams + at, (uint8_t)bigram);
}
