/* width: what a half-width mark is told by: what stands on its two sides. */
#include "width.h"

#include <stdlib.h>

#include "escape.h"
#include "foreign.h"
#include "pair.h"
#include "word.h"

enum {
	CALL_REACH = 80, /* how far a bracket is looked into */
	CLAUSE_LEAST = 6,
	WORD_LONGEST = 4,
	HONOUR_LONGEST = 4,
	CODE_REACH = 24,
	FIGURE_LONGEST = 6,
	LABEL_LONGEST = 5,
	POINTS_REACH = 7,
	ROW_REACH = 100, /* how far the row of a table is read */
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

/* The longest word of two characters or more that ends (begins) here; false: none. */
static bool longest_word(const struct look *look, uint32_t at, bool ends, struct word *word)
{
	const uint32_t *cp = look->article->cp;
	for (uint32_t length = WORD_LONGEST; length >= 2; length--)
		if (word_find(look->data, ends ? cp + at - length : cp + at, length, word)) {
			word->span.begin = ends ? at - length : at;
			word->span.end = word->span.begin + length;
			return true;
		}
	return false;
}

/* A word that is no part of a name: nor two characters that may render sounds (居里). */
static bool is_common(const struct article *article, const struct word *word)
{
	bool sounds = span_length(word->span) == 2 && foreign_is_sound(article, word->span.begin) && foreign_is_sound(article, word->span.begin + 1);
	return !sounds && word->tag != WORD_PERSON && word->tag != WORD_PLACE && word->tag != WORD_OTHER;
}

/* Is what begins here no name: neither a foreign one nor, unless a sentence is sure to END before it, one of the country? */
static bool begins_words(const struct look *look, uint32_t at, bool ended)
{
	const struct article *article = look->article;
	struct word word;
	if (character_is_one_of(article->cp[at], U"对對每各他她它我你您这這该該从從虽雖并並又把被将將由")) /* that begin no part of a name */
		return true;
	if (foreign_is_sound(article, at) && foreign_is_sound(article, at + 1))
		return longest_word(look, at, false, &word) && span_length(word.span) > 2 && is_common(article, &word);
	if (longest_word(look, at, false, &word))
		return is_common(article, &word) || (ended && word.tag != WORD_OTHER);
	return article_is_han(article, at + 1);
}

/* …了, …吗, …好看: words that end sentences, and no names. */
static bool ends_sentence(const struct look *look, uint32_t at)
{
	struct word word;
	if (character_is_one_of(look->article->cp[at - 1], U"了着著过過的吗嗎吧呢啊"))
		return true;
	return longest_word(look, at, true, &word) && (word.tag == WORD_VERB || word.tag == WORD_ADJECTIVE || word.tag == WORD_IDIOM);
}

/* 9月底前, 67岁的: a figure that counts something, and no number of a part or version. */
static bool begins_count(const struct article *article, uint32_t at)
{
	uint32_t end = article_skip(article, at, article_ahead(article, at, FIGURE_LONGEST), CLASS_BIT(CLASS_DIGIT));
	return end > at && article->cp[at] != '0' && character_is_one_of(article->cp[end], U"年月日时時岁歲名人个個家万萬亿億多余餘") &&
	       !character_is_one_of(article->cp[at - 2], U"第图圖表版卷章节節号號式例約约近达達");
}

/* A text may end so: in a word that is no name, or in a character that renders no sound. */
static bool ends_words(const struct look *look, uint32_t at)
{
	const struct article *article = look->article;
	struct word word;
	if (article_is(article, at - 1, CLASS_BIT(CLASS_CLOSE)))
		return !character_is_one_of(article->cp[at - 1], U"》〉");
	if (character_is_one_of(article->cp[at - 1], U"%％℃") || article_is(article, at - 1, CLASSES_DIGIT))
		return true;
	if (longest_word(look, at, true, &word))
		return is_common(article, &word);
	return !foreign_is_sound(article, at - 1) || !foreign_is_sound(article, at - 2);
}

static bool is_decimal(const struct article *article, uint32_t at)
{
	return article->cp[at] == '.' && article_is(article, at - 1, CLASSES_DIGIT) && article_is(article, at + 1, CLASSES_DIGIT);
}

static bool is_point(const struct article *article, uint32_t at)
{
	return character_is_one_of(article->cp[at], U".·•‧") && !is_decimal(article, at);
}

/* Is a clause there before a mark: some length of text, a stop or the number of an item before less of it? */
static bool follows_clause(const struct article *article, uint32_t at)
{
	uint64_t text = CLASSES_HAN | CLASSES_DIGIT | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_SYMBOL) | CLASS_BIT(CLASS_DASH);
	uint32_t begin = at, least = article_back(article, at, CLAUSE_LEAST);
	while (begin > least && (article_is(article, begin - 1, text) || character_is_one_of(article->cp[begin - 1], U"、%") || is_decimal(article, begin - 1)))
		begin--;
	uint32_t line = article->paragraphs[article_paragraph_at(article, at)].span.begin;
	for (uint32_t i = line; i < line + LABEL_LONGEST && begin <= i + 1 && i + 2 < at; i++)
		if (character_is_one_of(article->cp[i], U"）)．"))
			return true;
	return at - begin == CLAUSE_LEAST || (at - begin > 1 && character_is_one_of(article->cp[begin - 1], U"，；。？！,"));
}

/* 人事.财务.法务, www.某某.中国: another point within a few characters. */
static bool has_other_point(const struct article *article, uint32_t at)
{
	uint64_t passed = CLASSES_HAN | CLASS_BIT(CLASS_LATIN) | CLASSES_DIGIT;
	uint32_t before = article_skip_back(article, at, article_back(article, at, POINTS_REACH), passed);
	uint32_t after = article_skip(article, at + 1, article_ahead(article, at, POINTS_REACH), passed);
	return is_point(article, before - 1) || is_point(article, after);
}

/* ，会议由他主持.代表们: the words on both sides are no parts of a name, and a clause goes before. */
static bool parts_words(const struct look *look, uint32_t at)
{
	const struct article *article = look->article;
	bool begins = article_is(article, at + 1, CLASS_BIT(CLASS_OPEN)) ? character_is_one_of(article->cp[at + 1], U"“「")
		      : article_is_han(article, at + 1)			 ? begins_words(look, at + 1, ends_sentence(look, at))
										 : begins_count(article, at + 1);
	return begins && ends_words(look, at) && follows_clause(article, at) && !has_other_point(article, at) && !pair_around(article, at, PAIRS_TITLE);
}

/* …增长25.0%. …（工作日17:30）. at the end of a paragraph with other stops; not version 1.2. */
static bool ends_paragraph(const struct article *article, uint32_t at)
{
	uint64_t ends = CLASSES_DIGIT | CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_SYMBOL);
	struct span span = article->paragraphs[article_paragraph_at(article, at)].span;
	uint32_t number = article_skip_back(article, at, span.begin, CLASSES_DIGIT);
	return article->cp[number - 1] != '.' && article_skip(article, at + 1, span.end, CLASSES_BLANK) == span.end && (article_is(article, at - 1, ends) || article->cp[at - 1] == '%') &&
	       (article_has(article, CLASS_END_STOP, span) || article_has(article, CLASS_INNER_STOP, span)) &&
	       article_near_han(article, (struct span){at - 1, at}, FIGURE_LONGEST * 2);
}

/* 约为10:1.水开后: no label of an item, as 1.水 would be. */
static bool ends_ratio(const struct article *article, uint32_t at)
{
	uint32_t begin = article_skip_back(article, at, article_back(article, at, WORD_LONGEST), CLASSES_DIGIT);
	return begin < at && character_is_one_of(article->cp[begin - 1], U":：∶") && article_is(article, begin - 2, CLASSES_DIGIT);
}

/* 我来了. but not 一.总则, 列夫.托尔斯泰, 第.5 */
static bool is_full_stop(const struct look *look, uint32_t at)
{
	const struct article *article = look->article;
	if (article->cp[at + 1] == '.' || article->cp[at - 1] == '.')
		return false;
	bool han = han_before(article, at), text = han || character_is_one_of(article->cp[at - 1], U"%％℃") || ends_ratio(article, at);
	if (text && article_is(article, at + 1, CLASSES_HAN | CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_OPEN)))
		return parts_words(look, at);
	if (!han)
		return ends_paragraph(article, at);
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
	if (article_is(article, at + 1, CLASSES_WIDE_STOP) || article_is(article, at - 1, CLASSES_WIDE_STOP))
		return false; /* ,。 and ，, are two stops for one: what is wrong is their number */
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

/*
 * Rows of a table have half-width marks as they like; but not where the other half of a pair is full-width, nor between Han text where
 * the row beside it has the full-width mark: 表演:… under 表演：…
 */
static bool is_of_table(const struct article *article, uint32_t at, uint32_t paragraph)
{
	if (article->paragraphs[paragraph].role != ROLE_TABLE)
		return false;
	uint32_t full = width_full(article->cp[at]);
	const struct pair *pair = article->cp[at] == '(' ? pair_opening(article, at) : article->cp[at] == ')' ? pair_closing(article, at) : NULL;
	if (pair)
		return article->cls[pair->open] == CLASS_HALF_OPEN && article->cls[pair->close] == CLASS_HALF_CLOSE;
	if (article->blocks || !article_is_han(article, at - 1) || !article_is_han(article, at + 1))
		return true;
	for (uint32_t i = paragraph > 0 ? paragraph - 1 : 0; i <= paragraph + 1 && i < article->paragraph_count; i++)
		for (uint32_t k = article->paragraphs[i].span.begin; k < article_ahead(article, article->paragraphs[i].span.begin, ROW_REACH) && k < article->paragraphs[i].span.end; k++)
			if (article->cp[k] == full)
				return false;
	return true;
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
		if (!reference && !is_of_table(article, marks.items[i], paragraph) && !pair_around(article, marks.items[i], PAIR_BIT(PAIR_BRACE)))
			marks.items[kept++] = marks.items[i];
	}
	return (struct positions){marks.items, kept};
}
