/* announce_noun: what a count counts, by its words, and where the list of a count may begin that follows it. */
#include "announce.h"
#include "word.h"

enum { NOUN_LONGEST = 5, REACH = 14, TOTAL = 3, SECTION = 1000 };

/* The dictionary calls 选手 a verb. */
static bool is_noun(const struct word *word, const uint32_t *text, uint32_t length)
{
	return word->tag == WORD_NOUN || word->tag == WORD_PLACE || word->tag == WORD_ORGANISATION ||
	       character_is_one_of(text[length - 1], U"手员員者生师師人民长長兵工友客");
}

struct span announcement_with_noun(const struct article *article, const struct data *data, const struct figure *figure)
{
	struct span noun = figure->noun;
	if (figure->kind == FIGURE_SLOGAN)
		return (struct span){figure->span.begin, noun.end};
	const uint32_t *text = article->cp + noun.begin;
	uint32_t length = span_length(noun) > 0 ? word_longest(data, text, span_length(noun)) : 0;
	struct word word;
	bool noun_follows = length >= 2 && word_find(data, text, length, &word) && is_noun(&word, text, length);
	return (struct span){figure->span.begin, figure->span.end + (noun_follows ? length : 0)};
}

uint32_t announcement_noun_end(const struct article *article, const struct data *data, const struct figure *figure)
{
	const uint32_t *text = article->cp;
	struct word word;
	for (uint32_t end = figure->noun.end - 3; end < figure->noun.end - 1; end++)
		for (uint32_t length = 2; end >= figure->noun.begin + length && length <= NOUN_LONGEST; length++)
			if (word_find(data, text + end - length, length, &word) && is_noun(&word, text + end - length, length))
				return end;
	return 0;
}

uint32_t announcement_list_begin(const struct article *article, const struct announcement *count)
{
	const struct figure *before = count->index ? &article->figures[count->index - 1] : NULL;
	if (!before || before->span.begin < count->sentence.begin || before->kind != FIGURE_CARDINAL || before->measure == UNIT_NONE)
		return count->sentence.begin;
	for (uint32_t at = before->span.end; at < count->figure->span.begin && at < before->span.end + REACH; at++)
		if (character_is_one_of(article->cp[at], U"和与與及、，"))
			return article->cp[at] == U'、' || article->cp[at] == U'，' ? count->sentence.begin : at + 1;
	return count->sentence.begin;
}

uint32_t announcement_before_total(const struct article *article, const struct announcement *count)
{
	static const char *const totals[] = {"共", "共有", "共计", "共計", "合计", "合計", NULL};
	uint32_t end = count->figure->span.begin, at = end;
	if (!article_ends_any(article, end, totals))
		return end;
	while (at > end - TOTAL && character_is_one_of(article->cp[at - 1], U"一总總合共计計有"))
		at--;
	return at - (article->cp[at - 1] == U'，');
}

uint32_t announcement_section_end(const struct article *article, const struct announcement *announcement)
{
	const struct paragraph *paragraphs = article->paragraphs;
	if (paragraphs[announcement->paragraph].role != ROLE_HEADING)
		return article->end;
	for (uint32_t p = announcement->paragraph + 1; p < article->paragraph_count && p < announcement->paragraph + SECTION; p++) {
		uint32_t at = article_trim(article, paragraphs[p].span).begin;
		bool numbered = article_is(article, at, CLASSES_FIGURE | CLASSES_OPENING | CLASS_BIT(CLASS_SYMBOL)) || article->cp[at] == U'第';
		if (paragraphs[p].role == ROLE_HEADING && !numbered)
			return paragraphs[p].span.begin;
	}
	return article->end;
}
