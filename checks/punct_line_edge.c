/*
 * punct_line_edge: a line that begins with a stop or a closing mark, or ends with an opening one.
 *
 * ，。、；：？！ and closing quotes, brackets and title marks belong to the text before them and do not begin a line; opening ones do not end
 * one (GB/T 15834 5.1.1, 5.1.3, 5.1.5). In a file they stand there when a sentence was cut at the wrong place.
 *
 * Only where prose is beside it. Passes: verse, tables, lists whose lines all begin alike, a bracket or a quote alone on its line, what
 * follows a formula, code or a picture, signs at the head of a line (？什么是, ：张三), arrows 》, apostrophes ’90s.
 * In hard-wrapped text there is one note for all. Leaves alone: marks without a partner (punct_unpaired), an opening mark at the end of a
 * paragraph that goes on in the next (punct_split_sentence).
 */
#include "check.h"

enum { MESSAGE_BEGIN, MESSAGE_END, MESSAGE_WRAPPED };

enum {
	PROSE = 10,       /* Han characters of a line beside the mark */
	OWN_PROSE = 6,    /* of the line that has it */
	FIRST_PROSE = 16, /* of the first line of the article */
	LOOK = 60,        /* characters of a line that are looked at */
	VERSE_LINE = 18,  /* shorter lines may be verse */
};

#define PROSE_ROLES (1u << ROLE_BODY | 1u << ROLE_TITLE | 1u << ROLE_HEADING | 1u << ROLE_CAPTION | 1u << ROLE_BYLINE | 1u << ROLE_SIGNATURE)
#define CLAUSE_MARKS U"，。、；" /* no sign for anything else */
#define SIGN_MARKS U"：？！"
#define CLOSE_QUOTES U"”’」』"
#define CLOSES U"”’）》」』〉】"
#define OPENS U"“‘（《「『〈【〔"

static uint32_t role_bit(const struct article *article, uint32_t at)
{
	return 1u << article->paragraphs[article_paragraph_at(article, at)].role;
}

/* Lines are spans without the blanks at their ends. Han characters near the end (the beginning) of one. */
static uint32_t han_before(const struct article *article, struct span line)
{
	uint32_t begin = span_length(line) > LOOK ? line.end - LOOK : line.begin;
	return article_count(article, (struct span){begin, line.end}, CLASSES_HAN);
}

static uint32_t han_after(const struct article *article, struct span line)
{
	uint32_t end = span_length(line) > LOOK ? line.begin + LOOK : line.end;
	return article_count(article, (struct span){line.begin, end}, CLASSES_HAN);
}

static bool is_prose(const struct article *article, uint32_t at)
{
	return (role_bit(article, at) & PROSE_ROLES) != 0;
}

/* Lines above or below that begin with the same mark: a list or a table of their own kind. */
static bool begins_alike(const struct article *article, struct span before, struct span line)
{
	uint32_t next = article_skip(article, line.end, article->end, CLASSES_BLANK), mark = article->cp[line.begin];
	return article->cp[next] == mark || (span_length(before) > 0 && article->cp[before.begin] == mark);
}

/* ，。、； */
static bool is_misplaced_stop(const struct article *article, struct span before, struct span line)
{
	uint32_t at = line.begin;
	uint64_t text = CLASSES_HAN | CLASSES_WIDE_STOP | CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE) | CLASS_BIT(CLASS_LATIN) |
			CLASS_BIT(CLASS_DIGIT);
	if (at == article->begin || span_length(before) == 0)
		return character_is_one_of(article->cp[at], U"，、；") && han_after(article, line) >= FIRST_PROSE &&
		       article_has(article, CLASS_END_STOP, line);
	uint32_t last = before.end - 1;
	if (!article_is(article, last, text) || !is_prose(article, last) || han_before(article, before) == 0)
		return false;
	return (han_before(article, before) >= PROSE && !article_is(article, last, CLASSES_WIDE_STOP)) || han_after(article, line) >= OWN_PROSE;
}

/* ：？！ may be signs: only where the line before is prose that has not ended, in the very next line. */
static bool is_misplaced_sign(const struct article *article, struct span before, struct span line)
{
	uint32_t at = line.begin, last = before.end - 1;
	uint64_t text = CLASSES_HAN | CLASS_BIT(CLASS_CLOSE);
	if (at == article->begin || span_length(before) == 0 || article_is(article, at + 1, CLASSES_SPACE))
		return false;
	return article_is(article, last, text) && is_prose(article, last) && han_before(article, before) >= PROSE &&
	       article_has(article, CLASS_INNER_STOP, before);
}

/* A closing mark after its text: alone on a line it may close a block of lines. */
static bool is_misplaced_close(const struct article *article, struct span before, struct span line)
{
	uint32_t at = line.begin;
	const struct pair *pair = pair_closing(article, at);
	if (!pair || pair->reversed || span_length(before) == 0 || !is_prose(article, before.end - 1))
		return false;
	uint32_t rest = article_skip(article, at, line.end, CLASSES_WIDE_STOP | CLASS_BIT(CLASS_CLOSE));
	bool near = pair->open > before.begin, first = pair->open == before.begin;
	if (rest == line.end)
		return near && character_is_one_of(article->cp[at], CLOSE_QUOTES) && han_before(article, before) >= PROSE;
	if (!near && !first && span_length(before) < VERSE_LINE)
		return false;
	return han_before(article, before) >= PROSE || (near && han_after(article, line) >= OWN_PROSE);
}

static bool is_wrong_begin(const struct article *article, struct span before, struct span line)
{
	uint32_t at = line.begin, cp = article->cp[at];
	if (article_is_han(article, at))
		return false;
	bool stop = character_is_one_of(cp, CLAUSE_MARKS), sign = character_is_one_of(cp, SIGN_MARKS), close = character_is_one_of(cp, CLOSES);
	if ((!stop && !sign && !close) || !is_prose(article, at) || begins_alike(article, before, line))
		return false;
	uint32_t index = article_paragraph_at(article, at);
	bool first = at == article_skip(article, article->paragraphs[index].span.begin, article->end, CLASSES_BLANK);
	if (first && index > 0 && article_leads_in(article, index - 1))
		return false;
	return stop   ? is_misplaced_stop(article, before, line)
	       : sign ? is_misplaced_sign(article, before, line)
		      : is_misplaced_close(article, before, line);
}

/* An opening mark that closes later; 《 at the end of a line is no pair, for it may be an arrow: then 》 must follow soon. */
static bool opens(const struct article *article, uint32_t at, struct span below)
{
	const struct pair *pair = pair_opening(article, at);
	if (pair && article_is(article, article_skip_back(article, pair->close, at, CLASSES_SPACE) - 1, CLASS_BIT(CLASS_NEWLINE)))
		return false; /* a block of lines between two marks */
	if (pair || !character_is_one_of(article->cp[at], U"《〈"))
		return pair && !pair->reversed && !pair->continued;
	uint32_t mark = article_find(article, below.begin, below.end, CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE));
	return mark < below.end && article->cp[mark] == article->cp[at] + 1;
}

/* An opening mark whose text begins in the next line. */
static bool is_wrong_end(struct check_context *context, struct span line)
{
	const struct article *article = context->article;
	uint32_t at = line.end - 1;
	if (!article_is(article, at, CLASSES_OPENING) || !character_is_one_of(article->cp[at], OPENS) || !is_prose(article, at) || han_before(article, line) < OWN_PROSE)
		return false;
	uint32_t next = article_skip(article, at + 1, article->end, CLASSES_BLANK), index = article_paragraph_at(article, at);
	struct span below = {next, article_find(article, next, article_ahead(article, next, LOOK), CLASS_BIT(CLASS_NEWLINE))};
	bool same = next < article->paragraphs[index].span.end;
	if (!opens(article, at, below) || !is_prose(article, next) || article_count(article, below, CLASSES_HAN) < OWN_PROSE)
		return false;
	return same || article_join(article, context->data, index, context->scratch).kind == JOIN_NONE;
}

static void add(struct check_context *context, unsigned message, uint32_t at)
{
	struct span span = {at, at + 1};
	finding_text(report_add(context->report, message, span), span);
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *newlines = &article->index[CLASS_NEWLINE];
	struct span before = {article->begin, article->begin};
	uint32_t wrapped = 0, first = 0;
	for (uint32_t i = 0, begin = article->begin; i <= newlines->count && begin < article->end; i++) {
		struct span line = article_trim(article, (struct span){begin, i < newlines->count ? newlines->at[i] : article->end});
		begin = i < newlines->count ? newlines->at[i] + 1 : article->end;
		if (span_length(line) == 0)
			continue;
		bool wrong_begin = is_wrong_begin(article, before, line), wrong_end = is_wrong_end(context, line);
		if (article->hard_wrapped && (wrong_begin || wrong_end)) {
			first = wrapped++ ? first : wrong_begin ? line.begin : line.end - 1;
		} else {
			if (wrong_begin)
				add(context, MESSAGE_BEGIN, line.begin);
			if (wrong_end)
				add(context, MESSAGE_END, line.end - 1);
		}
		before = line;
	}
	if (wrapped > 0)
		finding_number(report_add(context->report, MESSAGE_WRAPPED, (struct span){first, first + 1}), wrapped);
}

static const struct check_message messages[] = {
	[MESSAGE_BEGIN] = {"begin", N_("a line begins with “{0}”, which belongs to the text before it"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_END] = {"end", N_("a line ends with “{0}”, which belongs to the text after it"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_WRAPPED] = {"wrapped", N_("lines of the wrapped text begin or end with a mark that may not stand there (in all: {0})"),
		SEVERITY_NOTE, PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_line_edge = {
	.struct_size = sizeof(struct check),
	.name = "punct_line_edge",
	.summary = N_("a line that begins with a stop or closing mark, or ends with an opening one"),
	.needs = NEED_PAIRS | NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
