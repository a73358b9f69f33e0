/*
 * script_fullwidth: full-width Latin letters and digits, ２０２２年 and Ａｐｐｌｅ, and both widths in one word or number, 2０22.
 *
 * Full-width forms come from an input method in the wrong mode or from an old typesetting system. A search for 2022 does not find
 * ２０２２, and programs take it for no number. Letters and digits in Chinese text are half-width (GB/T 15835 4.1, house style:
 * newsroom). Both widths in one word or number are nobody's style: an error everywhere.
 *
 * Passes: Ａ股 and Ｂ股 if the article always writes them so; cells of tables; a letter or digit alone on its line, as in vertical text;
 * a number and a unit of another width (５km) are two words; passages that speak of 全角. An article that has full-width forms only gets one note.
 * Misses: full-width signs (％ ＋ ＝), mixed dates (2022年１月).
 */
#include "check.h"

enum { MESSAGE_FULL, MESSAGE_MIXED, MESSAGE_UNIFORM };

enum {
	HABIT_LEAST = 12, /* so many full-width words, and no half-width one, are a habit */
	INDENT_MOST = 8,
	SPOKEN_REACH = 24,
	GROUP_DIGITS = 3, /* after the comma in 1,234 */
};

#define HALF_LETTER CLASS_BIT(CLASS_LATIN)
#define FULL_LETTER CLASS_BIT(CLASS_FULL_LATIN)
#define HALF_DIGIT CLASS_BIT(CLASS_DIGIT)
#define FULL_DIGIT CLASS_BIT(CLASS_FULL_DIGIT)
#define LETTER (HALF_LETTER | FULL_LETTER)
#define DIGIT (HALF_DIGIT | FULL_DIGIT)
#define FULL (FULL_LETTER | FULL_DIGIT)
#define TOKEN (LETTER | DIGIT)

static uint32_t half_form(uint32_t code_point)
{
	return code_point >= 0xFF01 && code_point <= 0xFF5E ? code_point - 0xFEE0 : code_point;
}

/* A point or comma inside a number or a word, as in 3.5, 1,234 and ｗｗｗ．ｃｎ. */
static bool is_joint(const struct article *article, uint32_t at)
{
	uint32_t cp = article->cp[at];
	bool digits = article_is(article, at - 1, DIGIT) && article_is(article, at + 1, DIGIT);
	if (cp == ',')
		return digits && article_skip(article, at + 1, article_ahead(article, at, GROUP_DIGITS + 2), DIGIT) == at + 1 + GROUP_DIGITS;
	return (cp == '.' || cp == U'．') && (digits || (article_is(article, at - 1, LETTER) && article_is(article, at + 1, LETTER)));
}

/* １．2008年 at the beginning of a line is a label and a number. */
static bool is_label(const struct article *article, uint32_t begin)
{
	uint32_t line = article_skip_back(article, begin, article_back(article, begin, INDENT_MOST), CLASSES_SPACE);
	return article_is(article, begin, DIGIT) && article_is(article, line - 1, CLASS_BIT(CLASS_NEWLINE));
}

/* The word or number round a position; nothing before FLOOR. */
static struct span token_at(const struct article *article, uint32_t at, uint32_t floor)
{
	struct span token = {article_skip_back(article, at, floor, TOKEN), at};
	while (token.begin > floor + 1 && is_joint(article, token.begin - 1)) {
		uint32_t begin = article_skip_back(article, token.begin - 1, floor, TOKEN);
		if (is_label(article, begin))
			break;
		token.begin = begin;
	}
	token.end = article_skip(article, at, article->end, TOKEN);
	while (token.end < article->end && is_joint(article, token.end) && !is_label(article, token.begin))
		token.end = article_skip(article, token.end + 1, article->end, TOKEN);
	return token;
}

/* 3D, 5G, 4K are one word; 5km is a number and its unit. */
static bool is_one_word(const struct article *article, uint32_t letter)
{
	return character_is_one_of(half_form(article->cp[letter]), U"DGK") && !article_is(article, letter + 1, LETTER);
}

/* Do the two neighbours in a word or number have different widths? */
static bool differs(const struct article *article, uint32_t left, uint32_t right)
{
	if (article_is(article, left, FULL) == article_is(article, right, FULL))
		return false;
	return article_is(article, left, LETTER) || article_is(article, right, DIGIT) || is_one_word(article, right);
}

static bool is_mixed(const struct article *article, struct span token)
{
	uint32_t left = token.begin;
	for (uint32_t right = left + 1; right < token.end; right++) {
		if (!article_is(article, right, TOKEN))
			continue;
		if (differs(article, left, right))
			return true;
		left = right;
	}
	return false;
}

static bool is_share(const struct article *article, struct span token)
{
	return span_length(token) == 1 && article_is(article, token.begin, LETTER) && article->cp[token.end] == U'股';
}

/* Does the article write A股 with half-width letters anywhere? */
static bool has_half_shares(const struct article *article)
{
	for (uint32_t at = article->begin + 1; at < article->end; at++)
		if (article->cp[at] == U'股' && article->cls[at - 1] == CLASS_LATIN && !article_is(article, at - 2, TOKEN))
			return true;
	return false;
}

static bool is_layout(const struct article *article, struct span token)
{
	bool alone = article_is(article, token.begin - 1, CLASSES_BLANK) && article_is(article, token.end, CLASS_BIT(CLASS_NEWLINE));
	return (alone && span_length(token) == 1) || article->paragraphs[article_paragraph_at(article, token.begin)].role == ROLE_TABLE;
}

/* 全角的“Ａ”: the text speaks of the width. */
static bool is_spoken_of(const struct article *article, struct span token)
{
	static const char *const words[] = {"全角", "全形", NULL};
	struct span span = article->paragraphs[article_paragraph_at(article, token.begin)].span;
	uint32_t begin = article_back(article, token.begin, SPOKEN_REACH), end = article_ahead(article, token.end, SPOKEN_REACH);
	return article_holds_any(article, (struct span){begin > span.begin ? begin : span.begin, end < span.end ? end : span.end}, words);
}

static void fix(const struct article *article, struct finding *finding, struct span token)
{
	for (uint32_t at = token.begin; at < token.end; at++)
		if (half_form(article->cp[at]) != article->cp[at])
			finding_fix_character(finding, FIX_SAFE, (struct span){at, at + 1}, half_form(article->cp[at]));
}

/* The next position of a full-width letter or digit at or after FROM. */
static uint32_t next_full(const struct article *article, uint32_t from, uint32_t *letter, uint32_t *digit)
{
	const struct positions *letters = &article->index[CLASS_FULL_LATIN], *digits = &article->index[CLASS_FULL_DIGIT];
	while (*letter < letters->count && letters->at[*letter] < from)
		++*letter;
	while (*digit < digits->count && digits->at[*digit] < from)
		++*digit;
	uint32_t first = *letter < letters->count ? letters->at[*letter] : article->end;
	return *digit < digits->count && digits->at[*digit] < first ? digits->at[*digit] : first;
}

static bool is_habit(const struct article *article)
{
	uint32_t letter = 0, digit = 0, count = 0;
	if (article->class_count[CLASS_LATIN] + article->class_count[CLASS_DIGIT] > 0)
		return false;
	for (uint32_t at = next_full(article, article->begin, &letter, &digit); at < article->end; count++)
		at = next_full(article, token_at(article, at, article->begin).end, &letter, &digit);
	return count >= HABIT_LEAST;
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	uint32_t letter = 0, digit = 0, done = article->begin;
	int64_t count = 0;
	enum { UNKNOWN, YES, NO } shares = UNKNOWN;
	struct finding *uniform = NULL;
	bool habit = is_habit(article);
	for (uint32_t at; (at = next_full(article, done, &letter, &digit)) < article->end;) {
		struct span token = token_at(article, at, done);
		done = token.end;
		bool mixed = is_mixed(article, token), share = is_share(article, token);
		if (share && shares == UNKNOWN)
			shares = has_half_shares(article) ? YES : NO;
		if (is_spoken_of(article, token) || (!mixed && (is_layout(article, token) || (share && shares == NO))))
			continue;
		struct finding *finding = uniform;
		if (!habit || !uniform)
			finding = report_add(context->report, mixed ? MESSAGE_MIXED : habit ? MESSAGE_UNIFORM : MESSAGE_FULL, token);
		if (habit)
			uniform = finding;
		else
			finding_text(finding, token);
		count++;
		fix(article, finding, token);
	}
	if (uniform)
		finding_number(uniform, count);
}

static const struct check_message messages[] = {
	[MESSAGE_FULL] = {"full", N_("full-width letters or digits: “{0}”"), SEVERITY_WARNING, PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_MIXED] = {"mixed", N_("full-width and half-width characters in one word or number: “{0}”"), SEVERITY_ERROR, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_UNIFORM] = {"uniform", N_("all letters and digits are full-width (times in the article: {0})"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_script_fullwidth = {
	.struct_size = sizeof(struct check),
	.name = "script_fullwidth",
	.summary = N_("full-width Latin letters and digits"),
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
