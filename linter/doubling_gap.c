/* doubling: a word before a gap of blanks and after it. */
#include "doubling_p.h"

enum { PHRASE_LEAST = 4 };

/* May some characters before the gap be those after it? By their first and last. */
static bool may_repeat(const struct article *article, struct span gap)
{
	const uint32_t *cp = article->cp;
	if (!article_is_han(article, gap.begin - 1) || !article_is_han(article, gap.end))
		return false;
	for (uint32_t length = 1; length <= CONTEXT; length++)
		if (cp[gap.begin - length] == cp[gap.end] && cp[gap.begin - 1] == cp[gap.end + length - 1])
			return true;
	return false;
}

/* 主营业务 业务: does the first copy end a compound of two words? */
static bool ends_word(const struct candidate *candidate, struct span first)
{
	const struct word *word = candidate_word_to(candidate, first.end);
	return word && word->span.begin + 2 <= first.begin && candidate_is_known(candidate, (struct span){word->span.begin, first.begin}, NULL);
}

/* Are both copies words where they stand, and is the second not the beginning of a compound? */
static bool are_words(struct candidate *candidate, struct span first, struct span second, const struct word *word)
{
	candidate_segment(candidate, first);
	bool is_phrase = first.end - first.begin >= PHRASE_LEAST;
	if (!is_phrase && !candidate_has_border(candidate, first.begin) && !ends_word(candidate, first))
		return false;
	candidate_segment(candidate, second);
	return candidate_has_border(candidate, second.begin) && candidate_has_border(candidate, second.end) &&
	       !begins_compound(candidate, word, second.end);
}

bool doubling_across(const struct data *data, const struct article *article, struct arena *scratch, struct span gap, struct doubling *doubling)
{
	if (!may_repeat(article, gap))
		return false;
	const uint32_t phrase_least = article_find(article, gap.begin, gap.end, CLASS_BIT(CLASS_NEWLINE)) < gap.end ? 2 : PHRASE_LEAST;
	struct candidate candidate = {.data = data, .article = article, .scratch = scratch};
	for (uint32_t length = CONTEXT; length > 0; length--) {
		struct span first = {gap.begin - length, gap.begin}, second = {gap.end, gap.end + length};
		struct word word = {.tag = WORD_UNKNOWN};
		if (gap.begin < article->begin + length || !span_is_han(article, first) || !article_same(article, first, second))
			continue;
		if (length == 1 && !character_is_single(article->cp[first.begin]))
			continue;
		if ((!candidate_is_known(&candidate, first, &word) && length < phrase_least) || tag_is_name(word.tag) ||
			(length > 1 && usage_doubles(&(struct usage){data, article, first, second.end, &word})))
			return false;
		*doubling = (struct doubling){.unit = first, .whole = {first.begin, second.end}};
		return are_words(&candidate, first, second, &word);
	}
	return false;
}
