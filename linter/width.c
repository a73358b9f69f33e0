/* width: what a half-width mark is told by: what stands on its two sides. */
#include "width.h"

#include <stdlib.h>

#include "escape.h"
#include "pair.h"
#include "word.h"

enum {
	CALL_REACH = 80, /* how far a bracket is looked into */
	CLAUSE_LEAST = 6,
	WORD_LONGEST = 4,
	HONOUR_LONGEST = 4,
	CODE_REACH = 24,
	QUOTES_MOST = 3, /* closing and opening marks between a stop and its text */
};

#define LATIN (CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT))
#define CLOSINGS (CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE))

/* An article, and the dictionary to ask about its words. */
struct look {
	const struct article *article;
	const struct data *data;
};

static const struct {
	uint16_t half, full;
} widths[] = {{',', 0xFF0C}, {'.', 0x3002}, {';', 0xFF1B}, {':', 0xFF1A}, {'?', 0xFF1F}, {'!', 0xFF01}, {'(', 0xFF08}, {')', 0xFF09}};

uint32_t width_full(uint32_t code_point)
{
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		if (widths[i].half == code_point)
			return widths[i].full;
	return 0;
}

uint32_t width_half(uint32_t code_point)
{
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		if (widths[i].full == code_point && code_point != 0x3002)
			return widths[i].half;
	return 0;
}

/* Han text goes before a mark (after it), closing (opening) marks passed over. */
static bool han_before(const struct article *article, uint32_t at)
{
	for (unsigned i = 0; i < QUOTES_MOST && article_is(article, at - 1, CLOSINGS); i++)
		at--;
	return article_is_han(article, at - 1);
}

static bool han_after(const struct article *article, uint32_t at)
{
	at++;
	for (unsigned i = 0; i < QUOTES_MOST && article_is(article, at, CLASSES_OPENING); i++)
		at++;
	return article_is_han(article, at);
}

/* :) ;-D :smile: != ?id= &nbsp; */
static bool is_sign(const struct article *article, uint32_t at)
{
	uint32_t mark = article->cp[at], next = article->cp[at + 1];
	if (next == '=' || next == '/' || next == '_' || article_is(article, at - 1, CLASS_BIT(CLASS_HALF_QUOTE)))
		return true;
	if (mark != ':' && mark != ';')
		return false;
	if (mark == ';' && escape_ends_entity(article, at))
		return true;
	if (next == ')' || next == '(' || next == '-' || next == 'D' || next == 'P' || next == 'p')
		return !article_is_han(article, at + 2);
	uint32_t name = article_skip(article, at + 1, article->end, CLASS_BIT(CLASS_LATIN));
	return mark == ':' && name > at + 1 && article->cp[name] == ':';
}

/* Is the longest word that ends (begins) here one that is no part of a name? */
static bool is_common_word(const struct look *look, uint32_t at, bool ends)
{
	const uint32_t *cp = look->article->cp;
	struct word word;
	for (uint32_t length = WORD_LONGEST; length >= 2; length--)
		if (word_find(look->data, ends ? cp + at - length : cp + at, length, &word))
			return word.tag != WORD_PERSON && word.tag != WORD_PLACE && word.tag != WORD_OTHER;
	return false;
}

/* ，会议由他主持.代表们: the words on both sides are no parts of a name, and a clause goes before. */
static bool parts_words(const struct look *look, uint32_t at)
{
	const struct article *article = look->article;
	uint32_t begin = article_skip_back(article, at, article_back(article, at, CLAUSE_LEAST), CLASSES_HAN);
	bool clause = at - begin == CLAUSE_LEAST || article->cp[begin - 1] == ',' || article->cp[begin - 1] == 0xFF0C; /* ， */
	return clause && is_common_word(look, at, true) && is_common_word(look, at + 1, false);
}

/* 我来了. but not 一.总则, 列夫.托尔斯泰, 第.5 */
static bool is_full_stop(const struct look *look, uint32_t at)
{
	const struct article *article = look->article;
	if (!han_before(article, at) || article->cp[at + 1] == '.')
		return false;
	if (article_is_han(article, at - 1) && article_is_han(article, at + 1))
		return parts_words(look, at);
	if (!article_is(article, at + 1, CLASS_BIT(CLASS_NEWLINE) | CLASSES_SPACE | CLOSINGS | CLASS_BIT(CLASS_HALF_QUOTE)))
		return false;
	uint32_t label = article_skip_back(article, at, article_back(article, at, 3), CLASS_BIT(CLASS_HAN_NUMERAL));
	return label == at || !article_is(article, label - 1, CLASS_BIT(CLASS_NEWLINE) | CLASSES_SPACE);
}

/* c=a+b;然后 */
static bool is_after_code(const struct article *article, uint32_t at)
{
	uint32_t low = article_back(article, at, CODE_REACH);
	uint32_t begin = article_skip_back(article, at, low, ~(CLASSES_HAN | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_INNER_STOP)));
	for (uint32_t i = begin; i < at; i++)
		if (article->cp[i] == '=')
			return true;
	return false;
}

/* 陳大文, GBS, JP: letters after a name, as Hong Kong writes them. */
static bool is_before_honours(const struct article *article, uint32_t at)
{
	uint32_t end = article_skip(article, at + 2, at + 2 + HONOUR_LONGEST + 1, CLASS_BIT(CLASS_LATIN));
	if (!variant_is_hant(article->variant) || article->cp[at] != ',' || article->cp[at + 1] != ' ' || end < at + 4 ||
		end > at + 2 + HONOUR_LONGEST)
		return false;
	for (uint32_t i = at + 2; i < end; i++)
		if (article->cp[i] < 'A' || article->cp[i] > 'Z')
			return false;
	return true;
}

static bool is_stop(const struct look *look, uint32_t at)
{
	const struct article *article = look->article;
	if (article->cp[at] == '.')
		return is_full_stop(look, at);
	if (is_sign(article, at) || is_before_honours(article, at))
		return false;
	if (han_before(article, at))
		return true;
	/* After Latin text or a figure only where Han goes on at once; ! and ? may be part of a name there: Yahoo!奇摩. */
	uint64_t others = LATIN | CLASS_BIT(CLASS_HALF_CLOSE) | CLASS_BIT(CLASS_SYMBOL) | CLASS_BIT(CLASS_OBJECT);
	return article_is(article, at - 1, others) && han_after(article, at) && article->cp[at] != '!' && article->cp[at] != '?' &&
	       !is_after_code(article, at);
}

/* print("你好"), IF(A1>60,"及格") and if(条件){ */
static bool is_call(const struct article *article, const struct pair *pair)
{
	if (!article_is(article, pair->open - 1, LATIN))
		return false;
	if (article->cp[pair->close + 1] == '{')
		return true;
	for (uint32_t i = pair->open + 1; i < pair->close && i < pair->open + CALL_REACH; i++)
		if (article_is(article, i, CLASS_BIT(CLASS_HALF_QUOTE)) || (article->cp[i] >= '<' && article->cp[i] <= '>'))
			return true;
	return false;
}

/* Round Han text, or WITH_LATIN beside it. Not (0, 1]. */
static bool is_bracket(const struct article *article, const struct pair *pair, bool with_latin)
{
	uint32_t open = article->cp[pair->open], close = article->cp[pair->close];
	if ((open != '(' && open != width_full('(')) || (close != ')' && close != width_full(')')) || is_call(article, pair))
		return false;
	if (open != '(' || close != ')')
		return open == '(' || close == ')';
	struct span inner = {pair->open + 1, pair->close < pair->open + CALL_REACH ? pair->close : pair->open + CALL_REACH};
	bool beside = article_is_han(article, pair->open - 1) || article_is_han(article, pair->close + 1);
	return article_count(article, inner, CLASSES_HAN) > 0 || (with_latin && beside);
}

/* 王力. 汉语史稿[M]. 北京: 中华书局, 1980 (GB/T 7714): references have half-width marks. */
static bool is_reference(const struct article *article, const struct paragraph *paragraph)
{
	static const char *const types[] = {
		"[M]", "[J]", "[N]", "[D]", "[C]", "[R]", "[S]", "[P]", "[Z]", "[A]", "[G]", "[EB/OL]", "[J/OL]", "[N/OL]", "[DB/OL]"};
	for (uint32_t i = paragraph->span.begin; i < paragraph->span.end; i++) {
		if (article->cp[i] != '[')
			continue;
		for (size_t k = 0; k < sizeof types / sizeof *types; k++)
			if (article_starts(article, i, types[k]))
				return true;
	}
	return false;
}

struct marks {
	uint32_t *items;
	size_t count, capacity;
};

static int compare_marks(const void *a, const void *b)
{
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
	return left < right ? -1 : left > right;
}

static void add_mark(struct arena *arena, struct marks *marks, uint32_t at)
{
	ARENA_PUSH(arena, marks->items, marks->count, marks->capacity, at);
}

/* All marks that may stand for Chinese ones, in their order. */
static struct marks find_marks(const struct look *look, struct arena *scratch, bool with_latin)
{
	const struct article *article = look->article;
	const struct positions *stops = &article->index[CLASS_HALF_STOP];
	struct marks marks = {0};
	for (uint32_t i = 0; i < stops->count; i++)
		if (is_stop(look, stops->at[i]))
			add_mark(scratch, &marks, stops->at[i]);
	for (uint32_t i = 0; i < article->pair_count; i++) {
		const struct pair *pair = &article->pairs[i];
		if (!is_bracket(article, pair, with_latin))
			continue;
		if (article->cp[pair->open] == '(')
			add_mark(scratch, &marks, pair->open);
		if (article->cp[pair->close] == ')')
			add_mark(scratch, &marks, pair->close);
	}
	if (marks.count > 1)
		qsort(marks.items, marks.count, sizeof *marks.items, compare_marks);
	return marks;
}

struct positions width_half_marks(const struct article *article, const struct data *data, struct arena *scratch, bool with_latin)
{
	struct marks marks = find_marks(&(struct look){article, data}, scratch, with_latin);
	uint32_t kept = 0, last = UINT32_MAX;
	bool reference = false;
	for (size_t i = 0; i < marks.count; i++) {
		uint32_t paragraph = article_paragraph_at(article, marks.items[i]);
		if (paragraph != last)
			reference = is_reference(article, &article->paragraphs[paragraph]);
		last = paragraph;
		if (!reference && article->paragraphs[paragraph].role != ROLE_TABLE && !pair_around(article, marks.items[i], PAIR_BIT(PAIR_BRACE)))
			marks.items[kept++] = marks.items[i];
	}
	return (struct positions){marks.items, kept};
}
