/* article_words: what a span of an article holds. */
#include "article.h"

#include "vector_p.h"
#include "utf8_p.h"

static uint32_t length_of(const char *text)
{
	uint32_t length = 0;
	for (; *text; text++)
		length += !utf8_is_tail((unsigned char)*text);
	return length;
}

uint32_t article_longest_start(const struct article *article, uint32_t at, const char *const *texts)
{
	uint32_t longest = 0;
	for (; *texts; texts++) {
		uint32_t length = article_starts(article, at, *texts) ? length_of(*texts) : 0;
		longest = length > longest ? length : longest;
	}
	return longest;
}

uint32_t article_longest_end(const struct article *article, uint32_t at, const char *const *texts)
{
	uint32_t longest = 0;
	for (; *texts; texts++) {
		uint32_t length = article_ends(article, at, *texts) ? length_of(*texts) : 0;
		longest = length > longest ? length : longest;
	}
	return longest;
}

bool article_holds_any(const struct article *article, struct span span, const char *const *texts)
{
	const struct texts_filter *filter = texts_filter(texts);
	for (uint32_t at = span.begin; at < span.end; at++)
		if (article_may_start(article, at, filter) && article_starts_listed(article, at, texts))
			return true;
	return false;
}

bool article_is_any(const struct article *article, struct span span, const char *const *texts)
{
	for (bool may = texts_may_begin(texts_filter(texts), article->cp[span.begin]); may && *texts; texts++) {
		const char *text = *texts;
		uint32_t at = span.begin;
		while (*text && at < span.end && article->cp[at] == character_decode(&text))
			at++;
		if (at == span.end && !*text)
			return true;
	}
	return false;
}

bool article_has(const struct article *article, enum character_class character_class, struct span span)
{
	const struct positions *positions = &article->index[character_class];
	uint32_t first = positions_from(positions, span.begin);
	return first < positions->count && positions->at[first] < span.end;
}

bool article_near_han(const struct article *article, struct span span, uint32_t reach)
{
	uint64_t lines = CLASS_BIT(CLASS_NEWLINE);
	uint32_t begin = article_skip_back(article, span.begin, article_back(article, span.begin, reach), ~lines);
	uint32_t end = article_find(article, span.end, article_ahead(article, span.end, reach), lines);
	return article_find(article, begin, end, CLASSES_HAN) < end;
}

bool article_ends_saying(const struct article *article, uint32_t at)
{
	static const char *const verbs[] = {"说", "說", "道", "问", "問", "答", "喊", "叫", "笑", "称", "稱", "写道", "寫道", "表示", "指出", "强调", "強調",
		"介绍", "介紹", "告诉", "告訴", "告诉记者", "告訴記者", "回忆", "回憶", "感叹", "感嘆", "坦言", "认为", "認為", "补充", "補充", "解释",
		"解釋", NULL};
	return article_ends_any(article, at, verbs);
}

CLONES uint64_t article_places(const struct article *article, uint32_t at, uint32_t code_point)
{
	const uint32_t *cp = article->cp + at;
	uint64_t places = 0;
	if (article->end - at >= ARTICLE_BLOCK)
		return (uint64_t)words_equal(cp + 32, code_point) << 32 | words_equal(cp, code_point);
	for (uint32_t i = 0; i < article->end - at; i++)
		places |= (uint64_t)(cp[i] == code_point) << i;
	return places;
}
