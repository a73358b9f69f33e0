/* paragraph: the lines of an article and what each of them is. */
#include "layer_p.h"

#include "article_p.h"

void article_build_paragraphs(struct article *article)
{
	struct paragraph *paragraphs = NULL;
	size_t count = 0, capacity = 0;
	const struct positions *newlines = &article->index[CLASS_NEWLINE];
	uint32_t begin = article->begin, blanks = 0;
	for (uint32_t i = 0; i <= newlines->count; i++) {
		uint32_t end = i < newlines->count ? newlines->at[i] : article->end;
		if (article_skip(article, begin, end, CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE)) == end) {
			blanks++;
		} else {
			ARENA_PUSH(article->arena, paragraphs, count, capacity, (struct paragraph){.span = {begin, end}, .blanks = blanks});
			blanks = 0;
		}
		begin = end + 1;
	}
	article->paragraphs = paragraphs;
	article->paragraph_count = (uint32_t)count;
}
