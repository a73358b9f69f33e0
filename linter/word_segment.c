/* word: the words of the best segmentation, guessed ones among them. */
#include "word_p.h"

#include "data_p.h"

uint32_t word_segment(const struct data *data, const struct article *article, struct span span, struct arena *scratch, struct word **words)
{
	uint32_t length = span.end - span.begin, count = 0;
	struct guess guess = {.data = data, .cp = article->cp + span.begin, .length = length};
	struct word_search search = {data, guess.cp, length, TRIE_HANS | TRIE_HANT, UINT32_MAX, NULL, &guess, word_guess};
	word_guess_begin();
	search.steps = arena_alloc_raw(scratch, sizeof *search.steps * ((size_t)length + 1));
	word_search(&search);
	for (uint32_t at = length; at > 0; at = search.steps[at].word.span.begin)
		count++;
	*words = arena_alloc_raw(scratch, sizeof **words * ((size_t)count + 1));
	for (uint32_t at = length, i = count; at > 0; at = (*words)[i].span.begin - span.begin) {
		struct word word = search.steps[at].word;
		word.span = (struct span){span.begin + word.span.begin, span.begin + word.span.end};
		(*words)[--i] = word;
	}
	return count;
}
