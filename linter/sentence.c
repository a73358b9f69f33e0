/* sentence: where sentences end (GB/T 15834 4.1 to 4.3). */
#include "layer_p.h"

void article_build_sentences(struct article *article)
{
	struct sentence *sentences = NULL;
	size_t count = 0, capacity = 0;
	for (uint32_t p = 0; p < article->paragraph_count; p++) {
		struct span span = article->paragraphs[p].span;
		uint32_t begin = span.begin;
		while (begin < span.end) {
			uint64_t ends = CLASS_BIT(CLASS_END_STOP);
			uint32_t end = article_find(article, begin, span.end, ends);
			end = article_skip(article, end, span.end, ends | CLASS_BIT(CLASS_CLOSE));
			ARENA_PUSH(article->arena, sentences, count, capacity, (struct sentence){{begin, end}, p});
			begin = end;
		}
	}
	article->sentences = sentences;
	article->sentence_count = (uint32_t)count;
}
