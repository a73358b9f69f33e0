/*
 * punct_halfwidth: half-width , . ; : ? ! ( ) beside Han text, and in the newsroom full-width marks in a Latin sentence.
 *
 * Chinese marks take the room of one character (GB/T 15834 5.1); half-width ones are those of Latin text. In an article that
 * has full-width marks each half-width one is a slip. One that is written with half-width marks throughout has a habit: it
 * gets one note with their number, not one for each; so does one that has full-width stops and half-width brackets.
 *
 * Passes: marks in figures and times, in Latin passages and beside them, addresses, code, JSON, emoticons, list labels 1. and
 * 1), abbreviations, intervals (0, 1], letters of honour after a name in Traditional text, brackets round Latin text (but in
 * mode full), texts that are mostly Latin, references of the form 王力. 书名[M]. 北京: 出版社, 1980.
 * Misses: a full stop . between Han where it could as well be a misused interpunct.
 */
#include "check.h"

#include <stdlib.h>

enum { MESSAGE_MIXED, MESSAGE_UNIFORM, MESSAGE_BRACKETS, MESSAGE_FULL, MESSAGE_LATIN };
enum { MODE_CONSISTENT, MODE_FULL, MODE_HALF };

struct settings {
	int mode;
};

enum {
	SENTENCE_REACH = 80,   /* how far a Latin sentence is read */
	CLAUSE_LEAST = 6,
	WORD_LONGEST = 4,
	HONOUR_LONGEST = 4,
	BRACKETS_LEAST = 12,   /* so many half-width brackets are a habit, */
	BRACKETS_MORE = 4,     /* if they are so many times the full-width ones */
	CODE_REACH = 24,
	QUOTES_MOST = 3,       /* closing and opening marks between a stop and its text */
};

#define LATIN (CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT))
#define CLOSINGS (CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE))
#define OPENINGS (CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_OPEN))

static const struct {
	uint16_t half, full;
} widths[] = {{',', 0xFF0C}, {'.', 0x3002}, {';', 0xFF1B}, {':', 0xFF1A}, {'?', 0xFF1F}, {'!', 0xFF01}, {'(', 0xFF08}, {')', 0xFF09}};

static uint32_t full_form(uint32_t code_point)
{
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		if (widths[i].half == code_point)
			return widths[i].full;
	return 0;
}

/* 。 keeps its form: half-width style has no sign of its own that could not be taken for another. */
static uint32_t half_form(uint32_t code_point)
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
	for (unsigned i = 0; i < QUOTES_MOST && article_is(article, at, OPENINGS); i++)
		at++;
	return article_is_han(article, at);
}

/* Is every character from one end of a sentence to the other, as far as it is looked at, not Han? */
static bool in_latin_sentence(const struct article *article, uint32_t at)
{
	uint64_t ends = CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_END_STOP);
	uint32_t low = article_back(article, at, SENTENCE_REACH);
	uint32_t high = article_ahead(article, at, SENTENCE_REACH);
	uint32_t begin = article_skip_back(article, at, low, ~ends), end = article_find(article, at, high, ends);
	return article_find(article, begin, end, CLASSES_HAN | CLASS_BIT(CLASS_KANA)) == end;
}

/* :) ;-D :smile: != ?id= */
static bool is_sign(const struct article *article, uint32_t at)
{
	uint32_t mark = article->cp[at], next = article->cp[at + 1];
	if (next == '=' || next == '/' || next == '_' || article_is(article, at - 1, CLASS_BIT(CLASS_HALF_QUOTE)))
		return true;
	if (mark != ':' && mark != ';')
		return false;
	if (next == ')' || next == '(' || next == '-' || next == 'D' || next == 'P' || next == 'p')
		return !article_is_han(article, at + 2);
	uint32_t name = article_skip(article, at + 1, article->end, CLASS_BIT(CLASS_LATIN));
	return mark == ':' && name > at + 1 && article->cp[name] == ':';
}

/* Is the longest word that ends (begins) here one that is no part of a name? */
static bool is_common_word(const struct check_context *context, uint32_t at, bool ends)
{
	const uint32_t *cp = context->article->cp;
	struct word word;
	for (uint32_t length = WORD_LONGEST; length >= 2; length--)
		if (word_find(context->data, ends ? cp + at - length : cp + at, length, &word))
			return word.tag != WORD_PERSON && word.tag != WORD_PLACE && word.tag != WORD_OTHER;
	return false;
}

/* ，会议由他主持.代表们: the words on both sides are no parts of a name, and a clause goes before. */
static bool parts_words(const struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint32_t begin = article_skip_back(article, at, article_back(article, at, CLAUSE_LEAST), CLASSES_HAN);
	bool clause = at - begin == CLAUSE_LEAST || article->cp[begin - 1] == ',' || article->cp[begin - 1] == 0xFF0C; /* ， */
	return clause && is_common_word(context, at, true) &&
		is_common_word(context, at + 1, false);
}

/* 我来了. but not 一.总则, 列夫.托尔斯泰, 第.5 */
static bool is_full_stop(const struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	if (!han_before(article, at) || article->cp[at + 1] == '.')
		return false;
	if (article_is_han(article, at - 1) && article_is_han(article, at + 1))
		return parts_words(context, at);
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

static bool is_stop(const struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	if (article->cp[at] == '.')
		return is_full_stop(context, at);
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
	for (uint32_t i = pair->open + 1; i < pair->close && i < pair->open + SENTENCE_REACH; i++)
		if (article_is(article, i, CLASS_BIT(CLASS_HALF_QUOTE)) || (article->cp[i] >= '<' && article->cp[i] <= '>'))
			return true;
	return false;
}

/* Round Han text; in mode full also round Latin text after Han. Not (0, 1]. */
static bool is_bracket(const struct article *article, const struct pair *pair, int mode)
{
	uint32_t open = article->cp[pair->open], close = article->cp[pair->close];
	if ((open != '(' && open != full_form('(')) || (close != ')' && close != full_form(')')) || is_call(article, pair))
		return false;
	if (open != '(' || close != ')')
		return open == '(' || close == ')';
	struct span inner = {pair->open + 1, pair->close < pair->open + SENTENCE_REACH ? pair->close : pair->open + SENTENCE_REACH};
	bool beside = article_is_han(article, pair->open - 1) || article_is_han(article, pair->close + 1);
	return article_count(article, inner, CLASSES_HAN) > 0 || (mode == MODE_FULL && beside);
}

/* 王力. 汉语史稿[M]. 北京: 中华书局, 1980 (GB/T 7714): references have half-width marks. */
static bool is_reference(const struct article *article, const struct paragraph *paragraph)
{
	static const char *const types[] = {"[M]", "[J]", "[N]", "[D]", "[C]", "[R]", "[S]", "[P]", "[Z]", "[A]", "[G]", "[EB/OL]", "[J/OL]", "[N/OL]", "[DB/OL]"};
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

static void add_mark(struct check_context *context, struct marks *marks, uint32_t at)
{
	ARENA_PUSH(context->scratch, marks->items, marks->count, marks->capacity, at);
}

/* All half-width marks that stand for Chinese ones, in their order, those of references and code left out. */
static void find_half(struct check_context *context, int mode, struct marks *marks)
{
	const struct article *article = context->article;
	const struct positions *stops = &article->index[CLASS_HALF_STOP];
	for (uint32_t i = 0; i < stops->count; i++)
		if (is_stop(context, stops->at[i]))
			add_mark(context, marks, stops->at[i]);
	for (uint32_t i = 0; i < article->pair_count; i++) {
		const struct pair *pair = &article->pairs[i];
		if (!is_bracket(article, pair, mode))
			continue;
		if (article->cp[pair->open] == '(')
			add_mark(context, marks, pair->open);
		if (article->cp[pair->close] == ')')
			add_mark(context, marks, pair->close);
	}
	if (marks->count > 1)
		qsort(marks->items, marks->count, sizeof *marks->items, compare_marks);
	size_t kept = 0;
	uint32_t last = UINT32_MAX;
	bool reference = false;
	for (size_t i = 0; i < marks->count; i++) {
		uint32_t paragraph = article_paragraph_at(article, marks->items[i]);
		if (paragraph != last)
			reference = is_reference(article, &article->paragraphs[paragraph]);
		last = paragraph;
		if (!reference && article->paragraphs[paragraph].role != ROLE_TABLE && !pair_around(article, marks->items[i], PAIR_BIT(PAIR_BRACE)))
			marks->items[kept++] = marks->items[i];
	}
	marks->count = kept;
}

static uint64_t count_full(const struct article *article)
{
	uint64_t count = 0;
	for (unsigned c = CLASS_END_STOP; c <= CLASS_CLOSE; c++)
		for (uint32_t i = 0; c != CLASS_HALF_STOP && i < article->index[c].count; i++) {
			uint32_t cp = article->cp[article->index[c].at[i]];
			count += half_form(cp) != 0 || cp == 0x3002;
		}
	return count;
}

/* With the space that goes with a half-width mark: 你好, 世界 and 公司 (北京). */
static void add_fix(const struct article *article, struct finding *finding, enum fix_kind kind, uint32_t at)
{
	struct span span = {at, at + 1};
	if (article->cp[at] == '(' && article->cp[at - 1] == ' ' && article_is_han(article, at - 2))
		span.begin--;
	else if (article->cp[at] != '(' && article->cp[at + 1] == ' ' && article_is(article, at + 2, CLASSES_HAN | OPENINGS))
		span.end++;
	finding_fix_character(finding, kind, span, full_form(article->cp[at]));
}

static bool is_half_bracket(uint32_t code_point)
{
	return code_point == '(' || code_point == ')';
}

/* Half-width brackets beside full-width stops are a habit too, if there are many and hardly a full-width one. */
static bool has_bracket_habit(const struct article *article, size_t half)
{
	size_t full = 0;
	for (unsigned c = CLASS_OPEN; c <= CLASS_CLOSE; c++)
		for (uint32_t i = 0; i < article->index[c].count; i++)
			full += is_half_bracket(half_form(article->cp[article->index[c].at[i]]));
	return half >= BRACKETS_LEAST && half > full * BRACKETS_MORE;
}

/* A text of another language that quotes some Chinese has its own marks. */
static bool is_chinese(const struct article *article)
{
	uint64_t han = 0;
	for (unsigned c = CLASS_HAN; c <= CLASS_HAN_TRADITIONAL; c++)
		han += article->class_count[c];
	return 2 * han >= article->class_count[CLASS_LATIN];
}

/* One finding for each mark; but one for all (or all brackets) that are a habit. */
static void report_half(struct check_context *context, const struct marks *marks, bool consistent)
{
	const struct article *article = context->article;
	bool uniform = consistent && marks->count > count_full(article);
	struct finding *summary = NULL;
	size_t brackets = 0;
	if (uniform && !is_chinese(article))
		return;
	for (size_t i = 0; i < marks->count; i++)
		brackets += is_half_bracket(article->cp[marks->items[i]]);
	bool bracket_habit = consistent && !uniform && has_bracket_habit(article, brackets);
	for (size_t i = 0; i < marks->count; i++) {
		struct span span = {marks->items[i], marks->items[i] + 1};
		bool habit = uniform || (bracket_habit && is_half_bracket(article->cp[span.begin]));
		struct finding *finding = habit ? summary : NULL;
		if (!finding) {
			finding = report_add(context->report, !habit ? MESSAGE_MIXED : uniform ? MESSAGE_UNIFORM : MESSAGE_BRACKETS, span);
			if (habit) {
				finding_number(finding, (int64_t)(uniform ? marks->count : brackets));
				summary = finding;
			}
			finding_text(finding, span);
			finding_character(finding, full_form(article->cp[span.begin]));
		}
		add_fix(article, finding, habit ? FIX_UNSAFE : FIX_SAFE, span.begin);
	}
}

/* Mode half: the full-width marks. */
static void report_full(struct check_context *context)
{
	const struct article *article = context->article;
	for (unsigned c = CLASS_END_STOP; c <= CLASS_CLOSE; c++)
		for (uint32_t i = 0; c != CLASS_HALF_STOP && i < article->index[c].count; i++) {
			struct span span = {article->index[c].at[i], article->index[c].at[i] + 1};
			uint32_t half = half_form(article->cp[span.begin]);
			if (!half)
				continue;
			struct finding *finding = report_add(context->report, MESSAGE_FULL, span);
			finding_text(finding, span);
			finding_character(finding, half);
			finding_fix_character(finding, FIX_SAFE, span, half);
		}
}

/* Full-width ，；： between Latin words of a sentence without Han. */
static void report_latin(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *stops = &article->index[CLASS_INNER_STOP];
	for (uint32_t i = 0; i < stops->count; i++) {
		uint32_t at = stops->at[i], half = half_form(article->cp[at]);
		uint32_t after = article_skip(article, at + 1, article->end, CLASSES_SPACE);
		if (!half || !article_is(article, at - 1, CLASS_BIT(CLASS_LATIN)) || !article_is(article, after, CLASS_BIT(CLASS_LATIN)) ||
			!in_latin_sentence(article, at))
			continue;
		struct finding *finding = report_add(context->report, MESSAGE_LATIN, (struct span){at, at + 1});
		char text[] = {(char)half, after > at + 1 ? 0 : ' ', 0};
		finding_text(finding, (struct span){at, at + 1});
		finding_character(finding, half);
		finding_fix(finding, FIX_SAFE, (struct span){at, at + 1}, text);
	}
}

static void run(struct check_context *context)
{
	const struct settings *settings = context->settings;
	struct marks marks = {0};
	report_latin(context);
	if (settings->mode == MODE_HALF) {
		report_full(context);
		return;
	}
	find_half(context, settings->mode, &marks);
	report_half(context, &marks, settings->mode == MODE_CONSISTENT);
}

static const struct check_message messages[] = {
	[MESSAGE_MIXED] = {"mixed", N_("half-width “{0}” in Chinese text, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_UNIFORM] = {"uniform", N_("half-width marks throughout a Chinese article (in all: {0})"), SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_BRACKETS] = {"brackets", N_("half-width brackets throughout an article with full-width stops (in all: {0})"), SEVERITY_NOTE, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_FULL] = {"full", N_("full-width “{0}” where the style is half-width, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_LATIN] = {"latin", N_("full-width “{0}” in a Latin sentence, write “{1}”"), SEVERITY_WARNING, PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

static const char *const mode_choices[] = {"consistent", "full", "half", NULL};

static const struct check_option options[] = {
	{.key = "mode", .type = OPTION_CHOICE, .offset = offsetof(struct settings, mode), .initial = MODE_CONSISTENT, .choices = mode_choices,
		.help = N_("which width the marks of Chinese text have")},
	{0},
};

const struct check check_punct_halfwidth = {
	.struct_size = sizeof(struct check),
	.name = "punct_halfwidth",
	.summary = N_("half-width marks in Chinese text"),
	.needs = NEED_PAIRS | NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};
