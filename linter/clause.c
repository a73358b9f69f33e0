/* clause: the words on both sides of a place. */
#include "clause.h"

#define BORDERS (CLASSES_PAUSE | CLASSES_OPENING | CLASSES_CLOSING | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_DASH))

enum {
	CLAUSE_REACH = 24, /* how far a clause is read for evidence */
	CLAUSE_LONG = 10,
	MODIFIER_LONGEST = 2,
	REPEAT_LONGEST = 4,
};

uint32_t clause_begin(const struct article *article, uint32_t at)
{
	uint32_t limit = article_back(article, at, CLAUSE_REACH);
	return article_skip_back(article, at, limit, ~BORDERS);
}

uint32_t clause_end(const struct article *article, uint32_t at)
{
	return article_find(article, at, article_ahead(article, at, CLAUSE_REACH), BORDERS);
}

bool clause_names_one(const struct article *article, uint32_t begin, const struct word *noun)
{
	uint32_t at = noun->span.begin;
	bool is_noun = noun->tag == WORD_NOUN;
	if (at <= begin + 1)
		return false;
	if (character_is_one_of(article->cp[at - 1], U"个個种種件条條样樣位座份项項场場家所支类類块塊片群幅句番部本首段张張") &&
		character_is_one_of(article->cp[at - 2], U"一这這那有"))
		return is_noun || (noun->span.end - at >= 2 && character_is_one_of(article->cp[at - 1], U"个個种種件样樣项項"));
	if (noun->span.end - at == 1 && character_is_one_of(article->cp[at], U"家位件种種个個") && article->cp[at - 1] == 0x4E00 &&
		character_is_one_of(article->cp[at - 2], U"这這那"))
		return true;
	uint32_t modified = at; /* 的题材, 的老题材 */
	while (modified > begin && at - modified < MODIFIER_LONGEST && article->cp[modified - 1] != 0x7684)
		modified--;
	if (!is_noun || modified == begin || article->cp[modified - 1] != 0x7684)
		return false;
	for (uint32_t i = begin; i + 1 < modified; i++)
		if (character_is_one_of(article->cp[i], U"是有为為叫"))
			return true;
	return false;
}

/* …铜表盘—表盘背面…: no range begins and ends with the same. */
static bool takes_up(const struct article *article, uint32_t left_end, uint32_t right_begin)
{
	for (uint32_t length = 2; length <= REPEAT_LONGEST; length++)
		if (article_count(article, (struct span){left_end - length, left_end}, CLASSES_HAN) == length &&
			article_same(article, (struct span){left_end - length, left_end}, (struct span){right_begin, right_begin + length}))
			return true;
	return false;
}

bool clause_explains(const struct article *article, const struct data *data, struct arena *scratch, uint32_t left_end, uint32_t right_begin)
{
	uint32_t begin = clause_begin(article, left_end), end = clause_end(article, right_begin);
	struct word *left, *right;
	arena_clear(scratch);
	uint32_t count = word_segment(data, article, (struct span){begin, left_end}, scratch, &left);
	if (count == 0 || word_segment(data, article, (struct span){right_begin, end}, scratch, &right) == 0)
		return false;
	const struct word *last = &left[count - 1];
	if (article_is(article, begin - 1, CLASS_BIT(CLASS_DASH)) || article_is(article, end, CLASS_BIT(CLASS_DASH)))
		return false;
	if (takes_up(article, left_end, right_begin))
		return true;
	if (right->tag == WORD_PRONOUN || right->tag == WORD_FUNCTION)
		return left_end - begin >= 4 && end - right_begin >= 4;
	if (right->tag == WORD_PLACE || last->tag == WORD_PLACE)
		return false;
	if (clause_names_one(article, begin, last))
		return end - right_begin >= 2;
	return (right->tag == WORD_VERB || right->tag == WORD_ADVERB) && last->tag == WORD_NOUN && last->span.end - last->span.begin >= 2 &&
	       left_end - begin >= CLAUSE_LONG && end - right_begin >= CLAUSE_LONG;
}
