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

enum { MESSAGE_MIXED, MESSAGE_UNIFORM, MESSAGE_BRACKETS, MESSAGE_FULL, MESSAGE_LATIN };
enum { MODE_CONSISTENT, MODE_FULL, MODE_HALF };

struct settings {
	int mode;
};

enum {
	SENTENCE_REACH = 80,   /* how far a Latin sentence is read */
	BRACKETS_LEAST = 12,   /* so many half-width brackets are a habit, */
	BRACKETS_MORE = 4,     /* if they are so many times the full-width ones */
};

/* Is every character from one end of a sentence to the other, as far as it is looked at, not Han? */
static bool in_latin_sentence(const struct article *article, uint32_t at)
{
	uint64_t ends = CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_END_STOP);
	uint32_t low = article_back(article, at, SENTENCE_REACH);
	uint32_t high = article_ahead(article, at, SENTENCE_REACH);
	uint32_t begin = article_skip_back(article, at, low, ~ends), end = article_find(article, at, high, ends);
	return article_find(article, begin, end, CLASSES_HAN | CLASS_BIT(CLASS_KANA)) == end;
}

/* Has the article at least so many full-width marks? */
static bool has_full(const struct article *article, uint32_t least)
{
	for (unsigned c = CLASS_END_STOP; c <= CLASS_CLOSE; c++)
		for (uint32_t i = 0; c != CLASS_HALF_STOP && i < article->index[c].count; i++) {
			uint32_t cp = article->cp[article->index[c].at[i]];
			least -= width_half(cp) != 0 || cp == 0x3002;
			if (least == 0)
				return true;
		}
	return false;
}

/* With the space that goes with a half-width mark: 你好, 世界 and 公司 (北京). */
static void add_fix(const struct article *article, struct finding *finding, enum fix_kind kind, uint32_t at)
{
	struct span span = {at, at + 1};
	if (article->cp[at] == '(' && article->cp[at - 1] == ' ' && article_is_han(article, at - 2))
		span.begin--;
	else if (article->cp[at] != '(' && article->cp[at + 1] == ' ' && article_is(article, at + 2, CLASSES_HAN | CLASSES_OPENING))
		span.end++;
	finding_fix_character(finding, kind, span, width_full(article->cp[at]));
}

static bool is_half_bracket(uint32_t code_point)
{
	return code_point == '(' || code_point == ')';
}

/* Half-width brackets beside full-width stops are a habit too, if there are many and hardly a full-width one. */
static bool has_bracket_habit(const struct article *article, uint32_t half)
{
	uint32_t full = 0;
	for (unsigned c = CLASS_OPEN; c <= CLASS_CLOSE; c++)
		for (uint32_t i = 0; i < article->index[c].count; i++)
			full += is_half_bracket(width_half(article->cp[article->index[c].at[i]]));
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
static void report_half(struct check_context *context, const struct positions *marks, bool consistent)
{
	const struct article *article = context->article;
	struct finding *summary = NULL;
	uint32_t brackets = 0;
	if (marks->count == 0)
		return;
	bool uniform = consistent && !has_full(article, marks->count);
	if (uniform && !is_chinese(article))
		return;
	for (uint32_t i = 0; i < marks->count; i++)
		brackets += is_half_bracket(article->cp[marks->at[i]]);
	bool bracket_habit = consistent && !uniform && has_bracket_habit(article, brackets);
	for (uint32_t i = 0; i < marks->count; i++) {
		struct span span = {marks->at[i], marks->at[i] + 1};
		bool habit = uniform || (bracket_habit && is_half_bracket(article->cp[span.begin]));
		struct finding *finding = habit ? summary : NULL;
		if (!finding) {
			finding = report_add(context->report, !habit ? MESSAGE_MIXED : uniform ? MESSAGE_UNIFORM : MESSAGE_BRACKETS, span);
			if (habit) {
				finding_number(finding, uniform ? marks->count : brackets);
				summary = finding;
			}
			finding_text(finding, span);
			finding_character(finding, width_full(article->cp[span.begin]));
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
			uint32_t half = width_half(article->cp[span.begin]);
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
		uint32_t at = stops->at[i], half;
		if (!article_is(article, at - 1, CLASS_BIT(CLASS_LATIN)) || !(half = width_half(article->cp[at])))
			continue;
		uint32_t after = article_skip(article, at + 1, article->end, CLASSES_SPACE);
		if (!article_is(article, after, CLASS_BIT(CLASS_LATIN)) || !in_latin_sentence(article, at))
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
	report_latin(context);
	if (settings->mode == MODE_HALF) {
		report_full(context);
		return;
	}
	struct positions marks = width_half_marks(context->article, context->data, context->scratch, settings->mode == MODE_FULL);
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
