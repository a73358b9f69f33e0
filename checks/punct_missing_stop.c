/*
 * punct_missing_stop: a long paragraph of prose that has no end mark.
 *
 * Reported is a paragraph of 60 Han characters or more, with a ， or 、 inside, whose last character is part of the text:
 * 。 was lost (GB/T 15834 4.1: a sentence ends with a mark). An article that has no 。 at all gets one finding at
 * the end of the first such paragraph: a converter or a crawler has dropped them all.
 *
 * Passes on purpose: titles (also 关于…的若干意见), headings, captions (GB/T 15834 lets them go without), bylines, labels, list items
 * without a sentence, verse, tables; a paragraph that goes on in a later one (punct_split_sentence); what announces a list (如下,
 * …包括：A、B) or leads in to code; lines with dates among others such; an end in ： ； —— or another sign, in an address, in a
 * reference, or in a remark in brackets after a full stop; a long caption (图为…, …摄), a paragraph of links.
 *
 * Misses short paragraphs, and a full stop that is lost inside a paragraph.
 */
#include "check.h"

enum { MESSAGE_PARAGRAPH, MESSAGE_ARTICLE };

enum {
	CLAUSE = 20,     /* Han characters of a paragraph that counts where no paragraph has a full stop */
	CLAUSES = 3,     /* so many of them, with PROSE Han characters together, make an article of prose */
	PROSE = 120,
};

struct settings {
	int64_t length;
};

static bool has_comma(const struct article *article, struct span span)
{
	for (uint32_t i = span.begin; i < span.end; i++)
		if (character_is_one_of(article->cp[i], "，、") || (article->cp[i] == ',' && article_is_han(article, i - 1)))
			return true;
	return false;
}

static bool begins_with_digit(const struct article *article, const struct paragraph *paragraph)
{
	uint32_t begin = article_skip(article, paragraph->span.begin, paragraph->span.end, CLASSES_BLANK);
	return class_in(article->cls[begin], CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_FULL_DIGIT));
}

/* 2015年7月至今，…: one of several lines that begin with a date or a time; ✅ …: a list without markup. */
static bool is_entry(const struct article *article, uint32_t paragraph)
{
	const struct paragraph *p = &article->paragraphs[paragraph];
	if (article->cls[article_skip(article, p->span.begin, p->span.end, CLASSES_BLANK)] == CLASS_SYMBOL)
		return true;
	if (!begins_with_digit(article, p))
		return false;
	return (paragraph > 0 && begins_with_digit(article, p - 1)) ||
	       (paragraph + 1 < article->paragraph_count && begins_with_digit(article, p + 1));
}

/* Prose without an end mark. A list item is prose if it has a sentence before its end. */
static bool is_unended(struct check_context *context, uint32_t paragraph, struct span *span)
{
	const struct article *article = context->article;
	const struct paragraph *p = &article->paragraphs[paragraph];
	if (p->ends_sentence)
		return false;
	*span = article_trim(article, p->span);
	bool prose = p->role == ROLE_BODY || (p->role == ROLE_LIST_ITEM && article_has(article, CLASS_END_STOP, *span));
	return prose && span_length(*span) >= CLAUSE && ending_is_text(article, *span) && has_comma(article, *span) &&
	       article_count(article, *span, CLASSES_HAN) >= CLAUSE && !ending_is_address(article, *span) && !ending_is_caption(article, *span) &&
	       !ending_is_document_title(article, *span) && !is_entry(article, paragraph) && !article_leads_in(article, paragraph) &&
	       ending_is_sentence(article, context->data, context->scratch, *span);
}

/* In the next paragraph, or its stop has slipped there (punct_line_edge). */
static bool goes_on(struct check_context *context, uint32_t paragraph)
{
	const struct article *article = context->article;
	uint32_t next = article_skip(article, article->paragraphs[paragraph].span.end, article->end, CLASSES_BLANK);
	return article_is(article, next, CLASSES_WIDE_STOP) || article_join(article, context->data, paragraph, context->scratch).kind != JOIN_NONE;
}

/* The finding stands over the last character of the text. */
static void report_end(struct check_context *context, unsigned message, struct span span)
{
	struct finding *finding = report_add(context->report, message, (struct span){span.end - 1, span.end});
	finding_text(finding, ending_words(context->article, context->data, context->scratch, span));
}

/* No 。 in the whole article, not even a half-width one; ？ and ！ may stand. */
static bool has_full_stop(const struct article *article)
{
	const struct positions *stops = &article->index[CLASS_END_STOP], *half = &article->index[CLASS_HALF_STOP];
	for (uint32_t i = 0; i < stops->count; i++)
		if (!character_is_one_of(article->cp[stops->at[i]], "？！"))
			return true;
	for (uint32_t i = 0; i < half->count; i++)
		if (article->cp[half->at[i]] == '.' && article->cp[half->at[i] + 1] != '.' &&
			(article_is_han(article, half->at[i] - 1) || class_in(article->cls[half->at[i] - 1], CLASSES_CLOSING)))
			return true;
	return false;
}

/* One finding for an article without a full stop, if it is prose at all. */
static void run_article(struct check_context *context, int64_t length)
{
	const struct article *article = context->article;
	struct span span, first = {0, 0};
	uint32_t unended = 0, longs = 0, han = 0;
	for (uint32_t p = 0; p < article->paragraph_count; p++) {
		if (!is_unended(context, p, &span))
			continue;
		first = unended++ ? first : span;
		uint32_t count = article_count(article, span, CLASSES_HAN);
		longs += count >= length;
		han += count;
	}
	if (longs >= 2 || (unended >= CLAUSES && han >= PROSE))
		report_end(context, MESSAGE_ARTICLE, first);
	else if (longs == 1)
		report_end(context, MESSAGE_PARAGRAPH, first);
}

static void run_paragraphs(struct check_context *context, int64_t length)
{
	struct span span;
	for (uint32_t p = 0; p < context->article->paragraph_count; p++)
		if (is_unended(context, p, &span) && article_count(context->article, span, CLASSES_HAN) >= length && !goes_on(context, p))
			report_end(context, MESSAGE_PARAGRAPH, span);
}

static void run(struct check_context *context)
{
	const struct settings *settings = context->settings;
	if (has_full_stop(context->article))
		run_paragraphs(context, settings->length);
	else
		run_article(context, settings->length);
}

static const struct check_message messages[] = {
	[MESSAGE_PARAGRAPH] = {NULL, N_("the paragraph ends without an end mark, after “{0}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_ARTICLE] = {"article", N_("the article has no full stop at all, the first is missing after “{0}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

static const struct check_option options[] = {
	{"length", OPTION_NUMBER, offsetof(struct settings, length), 60, 20, 1000, NULL, N_("Han characters from which a paragraph needs an end mark")},
	{0},
};

const struct check check_punct_missing_stop = {
	.struct_size = sizeof(struct check),
	.name = "punct_missing_stop",
	.summary = N_("a long paragraph without an end mark"),
	.needs = NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};
