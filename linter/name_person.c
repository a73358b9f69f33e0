/* name_person: the words beside names, and where a name of a person begins and ends. */
#include "name_p.h"
#include "word.h"

enum { GIVEN = 2 }; /* characters of a given name, at most */

/* Many words have the same pair: 书记, 副书记, 县委书记. */
static bool is_on(const struct name_word *word, uint32_t first, uint32_t second, uint32_t third)
{
	return word->pair[0] == first && word->pair[1] == second && (word->third == 0 || word->third == third);
}

/* The first word by FIRST and SECOND that ends at END; NULL: none. */
static const struct name_word *word_ending(const struct article *article, uint32_t end, uint32_t first, uint32_t second)
{
	for (uint16_t i = name_chain[name_chain_of(first, second)]; i; i = name_next[i - 1]) {
		const struct name_word *word = &name_words[i - 1];
		if (word->kind <= NAME_WORD_ORGANISATION && is_on(word, first, second, article->cp[end - 3]) &&
			(word->length <= 3 || article_ends(article, end, word->text)))
			return word;
	}
	return NULL;
}

/* The first word of a kind by FIRST and SECOND that begins at BEGIN; NULL: none. */
static const struct name_word *word_beginning(
	const struct article *article, uint32_t begin, uint32_t first, uint32_t second, enum name_word_kind kind)
{
	for (uint16_t i = name_chain[name_chain_of(first, second)]; i; i = name_next[i - 1]) {
		const struct name_word *word = &name_words[i - 1];
		if (word->kind == kind && is_on(word, first, second, article->cp[begin + 2]) &&
			(word->length <= 3 || article_starts(article, begin, word->text)))
			return word;
	}
	return NULL;
}

enum name_word_kind name_word_before(const struct article *article, uint32_t end, struct span *span)
{
	const uint32_t *cp = article->cp + end;
	const struct name_word *word = word_ending(article, end, cp[-2], cp[-1]);
	if (!word && name_is(cp[-1], NAME_ROLE_ALONE))
		word = word_ending(article, end, 0, cp[-1]);
	*span = (struct span){end - (word ? word->length : 0), end};
	return word ? (enum name_word_kind)word->kind : NAME_WORD_NONE;
}

uint32_t name_word_after(const struct article *article, uint32_t begin, enum name_word_kind kind)
{
	const uint32_t *cp = article->cp + begin;
	const struct name_word *word = word_beginning(article, begin, cp[0], cp[1], kind);
	if (!word && name_is(cp[0], NAME_ROLE_ALONE))
		word = word_beginning(article, begin, 0, cp[0], kind);
	return begin + (word ? word->length : 0);
}

/* Nearly every character is the first one of no surname. */
static bool may_be_surname(const struct article *article, uint32_t begin)
{
	return name_role_of(article->cp[begin]) & (NAME_ROLE_SURNAME | NAME_ROLE_DOUBLE);
}

/* Where the surname ends; BEGIN: there is none. */
static uint32_t surname_end(const struct article *article, uint32_t begin)
{
	uint8_t role = name_role_of(article->cp[begin]);
	if (role & NAME_ROLE_DOUBLE) {
		uint32_t end = name_word_after(article, begin, NAME_WORD_SURNAME);
		if (end > begin)
			return end;
	}
	return begin + ((role & NAME_ROLE_SURNAME) != 0);
}

static bool may_be_given(const struct article *article, uint32_t at)
{
	return article_is_han(article, at) && !name_is(article->cp[at], NAME_ROLE_NEVER);
}

/* A verb of saying or a title begins here: the name is at its end. */
static bool ends_before(const struct article *article, uint32_t at)
{
	if (!article_is_han(article, at) || name_is(article->cp[at], NAME_ROLE_NEVER))
		return true;
	return name_is(article->cp[at], NAME_ROLE_SAYING) && name_word_after(article, at, NAME_WORD_SAYING) > at;
}

/* The cost of the text from BEGIN on, up to a fixed place and the end of its Han text. */
static float cost_from(const struct article *article, const struct data *data, uint32_t begin, uint32_t end)
{
	return begin < end ? word_cost(data, article->cp + begin, end - begin) : 0;
}

/* 王强|调研 or 王强调|研究: the better reading of what follows; a given name of two characters is the rule. */
static uint32_t given_end(const struct article *article, const struct data *data, uint32_t one)
{
	enum { AHEAD = 6 };
	static const float single = 8, known = 2; /* what a character costs in a given name, and in 志强, which the dictionary has */
	if (!may_be_given(article, one) || (name_is(article->cp[one], NAME_ROLE_SAYING) && name_word_after(article, one, NAME_WORD_SAYING) > one))
		return one;
	if (ends_before(article, one + 1) && !article_is_han(article, one + 1))
		return one + 1;
	if (character_is_one_of(article->cp[one], U"为為从從年才名向其以能必非介和同") && !ends_before(article, one + 1))
		return one; /* 李有为|说, but 王强|为群众 */
	if (word_longest(data, article->cp + one, AHEAD) < 2)
		return one + 1;
	uint32_t end = article_skip(article, one, article_ahead(article, one, AHEAD), CLASSES_HAN);
	struct word given;
	float cost = word_find(data, article->cp + one - 1, 2, &given) && given.tag == WORD_PERSON ? known : single;
	return cost_from(article, data, one, end) < cost + cost_from(article, data, one + 1, end) ? one : one + 1;
}

/* 经理解释, 主任务必: a common word begins with what could be a surname. */
static bool is_word(const struct article *article, const struct data *data, uint32_t begin, uint32_t end)
{
	enum { LENGTHS = 4, RARE = 15 };
	struct word words[LENGTHS];
	uint32_t count = word_prefixes(data, article->cp + begin, LENGTHS, words, LENGTHS);
	for (uint32_t i = 0; i < count; i++)
		if (words[i].span.end >= 2 && words[i].tag != WORD_PERSON && words[i].tag != WORD_PLACE && words[i].cost < (float)RARE &&
			(begin + words[i].span.end != end || words[i].span.end < GIVEN + 1))
			return true;
	return false;
}

uint32_t name_person_end(const struct article *article, const struct data *data, uint32_t begin)
{
	uint32_t surname = may_be_surname(article, begin) ? surname_end(article, begin) : begin;
	if (surname == begin || !may_be_given(article, surname))
		return begin;
	uint32_t end = given_end(article, data, surname + 1);
	bool is_said = !article_is_han(article, end) || name_word_after(article, end, NAME_WORD_SAYING) > end;
	return !is_said && is_word(article, data, begin, end) ? begin : end;
}

uint32_t name_person_begin(const struct article *article, const struct data *data, uint32_t end)
{
	for (uint32_t length = GIVEN + 2; length >= 2; length--) {
		uint32_t begin = end - length, surname;
		if (!may_be_surname(article, begin) || begin < article->begin || !article_is_han(article, begin))
			continue;
		surname = surname_end(article, begin);
		bool is_whole = surname > begin && surname < end && end - surname <= GIVEN;
		for (uint32_t at = surname; at < end && is_whole; at++)
			is_whole = may_be_given(article, at);
		if (!is_whole || (article_is_han(article, begin - 1) && !name_is(article->cp[begin - 1], NAME_ROLE_NEVER)))
			continue;
		if (word_find(data, article->cp + end - 1, 2, NULL)) /* 俗|称 is 俗称 */
			return end;
		struct word word;
		bool is_noun = word_find(data, article->cp + begin, length, &word) && word.tag != WORD_PERSON; /* 党支部|书记 */
		return is_noun || is_word(article, data, begin, end) ? end : begin;
	}
	return end;
}
