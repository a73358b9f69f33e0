/* doubling: words and parts of words twice. */
#include "doubling_p.h"

#include <string.h>

#include "foreign.h"
#include "pair.h"
#include "word_p.h"

enum { PART_LONGEST = 6 }; /* of a part of a word that stands twice */

/* Offices, which take the name of their house before them: 某项目|项目经理. */
static const char *const titles[] = {"经理", "經理", "总经理", "總經理", "主任", "书记", "書記", "主管", "总监", "總監", "负责人", "負責人", "主席",
	"会长", "會長", "秘书", "秘書", "秘书长", "秘書長", "总裁", "總裁", "董事长", "董事長", "校长", "校長", "代表", NULL};

static const char32_t noun_suffixes[] =
	U"长長员員城部者家性制级級区區县縣院组組队隊站所室處处科局办辦界式型类類法学學感线線人项項格号號率量权權费費期表点點图圖器机機页頁板卡名";

bool span_is_quoted(const struct article *article, struct span span)
{
	uint8_t left = article->cls[span.begin - 1], right = article->cls[span.end];
	bool opens = left == CLASS_OPEN || left == CLASS_HALF_QUOTE || left == CLASS_HALF_OPEN;
	bool closes = right == CLASS_CLOSE || right == CLASS_HALF_QUOTE || right == CLASS_HALF_CLOSE;
	return (opens && closes) || pair_around(article, span.begin, PAIRS_TITLE) != NULL;
}

static struct span window_round(const struct article *article, struct span span)
{
	uint32_t begin = article_back(article, span.begin, CONTEXT);
	uint32_t end = article_ahead(article, span.end, CONTEXT);
	return (struct span){article_skip_back(article, span.begin, begin, CLASSES_HAN), article_skip(article, span.end, end, CLASSES_HAN)};
}

bool candidate_may_have_word(const struct candidate *candidate, struct span span, uint32_t at)
{
	const struct article *article = candidate->article;
	struct span window = window_round(article, span);
	struct guess guess = {.data = candidate->data, .cp = article->cp + window.begin, .length = span_length(window)};
	struct word words[WORD_GUESSES];
	word_guess_begin();
	return word_longest(candidate->data, article->cp + at, window.end - at) > 1 || word_guess(&guess, at - window.begin, words) > 0;
}

void candidate_segment(struct candidate *candidate, struct span span)
{
	candidate->window = window_round(candidate->article, span);
	arena_clear(candidate->scratch);
	candidate->word_count = word_segment(candidate->data, candidate->article, candidate->window, candidate->scratch, &candidate->words);
}

const struct word *candidate_word_from(const struct candidate *candidate, uint32_t at)
{
	for (uint32_t i = 0; i < candidate->word_count; i++)
		if (candidate->words[i].span.begin == at)
			return &candidate->words[i];
	return NULL;
}

const struct word *candidate_word_to(const struct candidate *candidate, uint32_t at)
{
	for (uint32_t i = 0; i < candidate->word_count; i++)
		if (candidate->words[i].span.end == at)
			return &candidate->words[i];
	return NULL;
}

bool candidate_is_known(const struct candidate *candidate, struct span span, struct word *word)
{
	return word_find(candidate->data, candidate->article->cp + span.begin, span.end - span.begin, word);
}

bool candidate_has_border(const struct candidate *candidate, uint32_t at)
{
	return at == candidate->window.end || candidate_word_from(candidate, at);
}

bool span_is_han(const struct article *article, struct span span)
{
	for (uint32_t i = span.begin; i < span.end; i++)
		if (!article_is_han(article, i))
			return false;
	return true;
}

bool tag_is_name(enum word_tag tag)
{
	return tag == WORD_PERSON || tag == WORD_PLACE;
}

/* WHOLE is the text of WORD with a second copy of UNIT in it, up to END. */
static bool is_part_doubled(const struct candidate *candidate, struct span unit, struct span whole, uint32_t end, const struct word *word)
{
	const float gain = 14.5F, gain_of_three = 15.4F;
	uint32_t period = unit.end - unit.begin, length = word->span.end;
	if (length < 3 || length == period || (length == 3 && tag_is_name(word->tag)))
		return false;
	if (period == 1 && (whole.begin == unit.begin || whole.end == end))
		return false;
	float least = length > 3 || period > 1 ? gain : gain_of_three;
	return word_cost(candidate->data, candidate->article->cp + whole.begin, whole.end - whole.begin) >= word->cost + least;
}

/* 按照有关规定关规定: three characters or more that are cut badly twice, and well once. JOINED is AROUND without the second copy. */
static bool is_torn(const struct candidate *candidate, struct span around, struct span unit, uint32_t end, const uint32_t *joined, uint32_t length,
	struct doubling *doubling)
{
	enum { LEAST = 3 };
	const float gain = 16, more = 3;
	uint32_t period = unit.end - unit.begin;
	if (period < LEAST)
		return false;
	float twice = word_cost(candidate->data, candidate->article->cp + around.begin, around.end - around.begin);
	*doubling = (struct doubling){.unit = unit, .whole = {unit.begin, end}};
	return twice >= word_cost(candidate->data, joined, length) + gain + more * (float)(period - LEAST);
}

/*
 * A part of a word twice: 组委会委会, 弗洛伊洛伊德. Without one copy a word of the dictionary stands across the place, and it
 * explains the text far better than the words that could be read with both.
 */
bool part_is_doubled(const struct candidate *candidate, struct span unit, uint32_t end, struct doubling *doubling)
{
	enum { SIDE = 4, MAXIMUM = 8 };
	const struct article *article = candidate->article;
	const uint32_t *cp = article->cp;
	uint32_t period = unit.end - unit.begin, joined[SIDE + PART_LONGEST + SIDE];
	uint32_t begin = article_skip_back(article, unit.begin, article_back(article, unit.begin, SIDE), CLASSES_HAN);
	uint32_t stop = article_skip(article, end, article_ahead(article, end, SIDE), CLASSES_HAN);
	uint32_t left = unit.begin - begin, length = left + period + stop - end;
	if (period > PART_LONGEST)
		return false;
	memcpy(joined, cp + begin, (left + period) * sizeof *joined);
	memcpy(joined + left + period, cp + end, (stop - end) * sizeof *joined);
	for (uint32_t from = 0; from <= left - (period == 1 && left > 0); from++) {
		struct word words[MAXIMUM];
		uint32_t count = word_prefixes(candidate->data, joined + from, length - from, words, MAXIMUM);
		for (uint32_t i = count; i-- > 0 && from + words[i].span.end >= left + period;) {
			uint32_t to = from + words[i].span.end;
			struct span whole = {begin + from, end + to - left - period};
			if (is_part_doubled(candidate, unit, whole, end, &words[i])) {
				*doubling = (struct doubling){.unit = unit, .whole = {unit.begin, end}, .word = whole};
				return true;
			}
		}
	}
	return is_torn(candidate, (struct span){begin, stop}, unit, end, joined, length, doubling);
}

bool begins_compound(const struct candidate *candidate, const struct word *word, uint32_t end)
{
	const uint64_t never = 1u << WORD_NUMERAL | 1u << WORD_ADVERB | 1u << WORD_FUNCTION;
	const uint64_t apart = 1u << WORD_VERB | 1u << WORD_PARTICLE | 1u << WORD_PRONOUN | 1u << WORD_TIME | never;
	const struct word *next = candidate_word_from(candidate, end);
	if (!next || never >> word->tag & 1)
		return false;
	if (word_length(next) == 1 && character_is_one_of(candidate->article->cp[end], noun_suffixes))
		return true;
	if (article_is_any(candidate->article, next->span, titles))
		return true;
	const struct word *after = candidate_word_from(candidate, next->span.end);
	if (next->tag == WORD_NOUN || next->tag == WORD_ADJECTIVE || next->tag == WORD_OTHER)
		if (after && article_is_any(candidate->article, after->span, titles))
			return true;
	bool is_division = word_length(word) > 2 && character_is_one_of(candidate->article->cp[end - 1], U"市省县縣区區"); /* 北京市北京市气象局 */
	if ((word->tag != WORD_PLACE && word->tag != WORD_ORGANISATION) || is_division)
		return false;
	return !(apart >> next->tag & 1);
}

/* 卡拉卡拉 is one foreign name. */
static bool is_transliterated(const struct candidate *candidate, struct span unit, const struct word *word)
{
	const uint32_t *cp = candidate->article->cp;
	const float common = 11.5F;
	return word->cost > common && (tag_is_name(word->tag) || word->tag == WORD_OTHER) && foreign_has_sound(cp[unit.begin]) &&
	       foreign_has_sound(cp[unit.begin + 1]);
}

/* 委员会|委员|会见: the second copy ends in the word that follows, at about the same cost. */
static bool meets_next(const struct candidate *candidate, struct span unit, uint32_t end)
{
	enum { MAXIMUM = 6, MARGIN = 7 };
	const uint32_t *cp = candidate->article->cp;
	for (uint32_t at = unit.end + 2; at < end; at++) {
		struct word words[MAXIMUM];
		uint32_t count = word_prefixes(candidate->data, cp + at, MAXIMUM, words, MAXIMUM);
		for (uint32_t i = 0; i < count; i++) {
			uint32_t stop = at + words[i].span.end;
			if (stop <= end || !candidate_is_known(candidate, (struct span){unit.end, at}, NULL))
				continue;
			float other = word_cost(candidate->data, cp + unit.end, at - unit.end) + words[i].cost;
			if (other <
				word_cost(candidate->data, cp + unit.end, end - unit.end) + word_cost(candidate->data, cp + end, stop - end) + MARGIN)
				return true;
		}
	}
	return false;
}

/*
 * 模块|的模块|的模块名, 正常文件的|文件的|类型: of nouns with 的 each may belong to the next. What ends such a chain is no noun,
 * and adjectives and pronouns do not make one (美丽的美丽的).
 */
static bool is_chain(const struct candidate *candidate, struct span unit, uint32_t end)
{
	const uint64_t nouns =
		1u << WORD_NOUN | 1u << WORD_ORGANISATION | 1u << WORD_PLACE | 1u << WORD_PERSON | 1u << WORD_OTHER | 1u << WORD_UNKNOWN;
	const uint32_t *cp = candidate->article->cp;
	const struct word *next = candidate_word_from(candidate, end), *last = candidate_word_to(candidate, unit.end - 1);
	if (cp[unit.begin] == 0x7684) /* 的 */
		return next && (nouns >> next->tag & 1 || character_is_one_of(cp[end], noun_suffixes));
	return cp[unit.end - 1] == 0x7684 && last && last->span.begin <= unit.begin && nouns >> last->tag & 1 &&
	       article_is_han(candidate->article, unit.begin - 1) && next;
}

/* 将会, 也在: two words of one character that stand before verbs. */
static bool is_helper_pair(const struct article *article, struct span unit)
{
	static const char32_t helpers[] = U"将將会會也都还還就在并並而又要能可被把对對从從为為向与與和及以于於由很更最已曾";
	return character_is_one_of(article->cp[unit.begin], helpers) && character_is_one_of(article->cp[unit.begin + 1], helpers);
}

/* Whatever the segmentation, is it no word that is said twice by mistake? */
static bool is_never_doubled(const struct candidate *candidate, struct span unit, uint32_t end, struct word *word, bool *is_known)
{
	const struct usage usage = {candidate->data, candidate->article, unit, end, word};
	*is_known = candidate_is_known(candidate, unit, word);
	if (unit.end - unit.begin == 2 && ((!*is_known && !is_helper_pair(candidate->article, unit)) || is_transliterated(candidate, unit, word)))
		return true;
	return usage_doubles(&usage);
}

static bool is_doubled_word(const struct candidate *candidate, struct span unit, uint32_t end, bool *sure)
{
	struct word word = {.tag = WORD_UNKNOWN};
	return !is_never_doubled(candidate, unit, end, &word, sure) && !is_chain(candidate, unit, end) && !begins_compound(candidate, &word, end);
}

/* 疫情防控|防控: a compound and its last word, unless that is a noun that begins what follows (交通大学|大学学术). */
static bool ends_compound(const struct candidate *candidate, struct span unit, uint32_t end)
{
	const struct word *compound = candidate_word_to(candidate, unit.end), *next = candidate_word_from(candidate, end);
	struct word last;
	if (!compound || compound->span.begin + 2 > unit.begin || !candidate_is_known(candidate, unit, &last))
		return false;
	if (!candidate_is_known(candidate, (struct span){compound->span.begin, unit.begin}, NULL))
		return false;
	if (unit.end - unit.begin > 2 && word_length(next) > 1)
		return true; /* 中国科学院|科学院|院士 */
	return last.tag == WORD_VERB || last.tag == WORD_TIME || !next || next->tag == WORD_VERB || next->tag == WORD_PARTICLE ||
	       next->tag == WORD_FUNCTION;
}

/* 市|民政局|民政局: the best segmentation says 市民|政局, but a border before the unit costs little more. */
static bool could_begin(const struct candidate *candidate, struct span unit)
{
	enum { LEAST = 3, MARGIN = 4 };
	const uint32_t *cp = candidate->article->cp;
	uint32_t begin = candidate->window.begin, left = unit.begin - begin;
	struct word word;
	if (unit.end - unit.begin < LEAST || !candidate_is_known(candidate, unit, &word))
		return false;
	return word_cost(candidate->data, cp + begin, left) + word.cost < word_cost(candidate->data, cp + begin, unit.end - begin) + MARGIN;
}

/* 充分|充分发挥, 积极|积极推进: of a word of manner the second copy may begin a phrase of the dictionary. */
static bool begins_phrase(const struct candidate *candidate, struct span unit, uint32_t end)
{
	const uint64_t manners = 1u << WORD_ADJECTIVE | 1u << WORD_ADVERB;
	const uint64_t phrases = 1u << WORD_VERB | 1u << WORD_IDIOM | 1u << WORD_PHRASE | 1u << WORD_NOUN;
	const struct word *word = candidate_word_from(candidate, unit.begin), *phrase = candidate_word_from(candidate, unit.end);
	return word_length(word) == unit.end - unit.begin && manners >> word->tag & 1 && word_length(phrase) >= 4 && phrase->span.end > end &&
	       phrases >> phrase->tag & 1;
}

/* Do both copies end where words do? 参观参观 in the dictionary is two words as well. */
static bool has_borders(const struct candidate *candidate, struct span unit, uint32_t end)
{
	const struct word *word = candidate_word_from(candidate, unit.begin);
	if (word && word->span.end == end)
		return true;
	return candidate_has_border(candidate, unit.end) && (candidate_has_border(candidate, end) || begins_phrase(candidate, unit, end));
}

/* Of three copies many are cries and sounds: 工程工程工程 is neither. */
static bool is_noun(const struct candidate *candidate, struct span unit)
{
	struct word word;
	return candidate_is_known(candidate, unit, &word) && word.tag == WORD_NOUN;
}

/* WHOLE repeats itself after PERIOD characters; past two copies a few more characters may agree, so the unit may begin at several places. */
static bool words_are_doubled(struct candidate *candidate, struct span whole, uint32_t period, struct doubling *doubling)
{
	const struct article *article = candidate->article;
	uint32_t copies = (whole.end - whole.begin) / period;
	if (copies > 3 || !span_is_han(article, whole))
		return false;
	if (copies == 3 && !is_noun(candidate, (struct span){whole.begin, whole.begin + period}))
		return false;
	/* Segmentation is dear: of a unit that can begin at one place only the rest is asked before. */
	struct span first = {whole.begin, whole.begin + period};
	bool is_never = copies * period == span_length(whole) && is_never_doubled(candidate, first, whole.end, &(struct word){.tag = WORD_UNKNOWN}, &(bool){false});
	if (is_never && (copies != 2 || !part_is_doubled(candidate, first, whole.end, doubling)))
		return false;
	candidate_segment(candidate, whole);
	for (uint32_t begin = whole.begin; begin + copies * period <= whole.end; begin++) {
		struct span unit = {begin, begin + period};
		uint32_t end = begin + copies * period;
		if (!has_borders(candidate, unit, end))
			continue;
		if (!candidate_has_border(candidate, begin) && !ends_compound(candidate, unit, end) && !could_begin(candidate, unit))
			continue;
		*doubling = (struct doubling){.unit = unit, .whole = {begin, end}};
		return article->cp[end] != 0xFF01 && /* ！ */
		       is_doubled_word(candidate, unit, end, &doubling->is_sure) && !meets_next(candidate, unit, end);
	}
	return copies == 2 && part_is_doubled(candidate, first, whole.begin + 2 * period, doubling);
}

bool doubling_at(
	const struct data *data, const struct article *article, struct arena *scratch, struct span whole, uint32_t period, struct doubling *doubling)
{
	struct candidate candidate = {.data = data, .article = article, .scratch = scratch};
	bool is_doubled = period > 1 ? words_are_doubled(&candidate, whole, period, doubling) : character_is_doubled(&candidate, whole, doubling);
	return is_doubled && !span_is_quoted(article, whole);
}
