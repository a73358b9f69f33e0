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
 * Also reported: a comma at the end of a paragraph that does not go on, and in the newsroom shorter paragraphs and items whose sisters (the
 * other body paragraphs, the other items of the list) have end marks, and a quoted sentence without one before the text goes on.
 *
 * Misses short paragraphs that are taken for headings, and a full stop that is lost between two sentences.
 */
#include "check.h"

enum { MESSAGE_PARAGRAPH, MESSAGE_ARTICLE, MESSAGE_SHORT, MESSAGE_ITEM, MESSAGE_COMMA, MESSAGE_QUOTATION };

enum {
	CLAUSE = 20, /* Han characters of a paragraph that counts where no paragraph has a full stop */
	CLAUSES = 3, /* so many of them, with PROSE Han characters together, make an article of prose */
	PROSE = 120,
	QUOTED = 6, /* characters of a quoted sentence */
	LABEL = 8,
	SPEAKER = 8,
	SHORTEST = 12, /* characters of a caption that may stand beside another one */
	ITEM = 6,      /* Han characters of an item that is no bare word */
	ITEMS = 2,     /* others of its list that have end marks */
};

#define ENDS                                                                                                                                         \
	(CLASSES_HAN | CLASS_BIT(CLASS_INNER_STOP) | CLASS_BIT(CLASS_CLOSE) | CLASSES_DIGIT | CLASS_BIT(CLASS_LATIN) |                               \
		CLASS_BIT(CLASS_SYMBOL)) /* before a mark */

struct settings {
	int64_t length;
};

static bool has_comma(const struct article *article, struct span span)
{
	for (uint32_t i = span.begin; i < span.end; i++)
		if (character_is_one_of(article->cp[i], U"，、") || (article->cp[i] == ',' && article_is_han(article, i - 1)))
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
		if (!character_is_one_of(article->cp[stops->at[i]], U"？！"))
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

/* An item where all others of its list near it have end marks, or the last one after items that end in ；. */
static bool is_odd_item(const struct siblings *siblings)
{
	return siblings->others == 0 && (siblings->half == 0 ? siblings->ended >= ITEMS : siblings->last && siblings->half >= ITEMS);
}

/* Captions and notes stand together: the paragraph before or after this one has no end mark either. */
static bool has_company(const struct article *article, uint32_t paragraph)
{
	for (uint32_t i = paragraph > 0 ? paragraph - 1 : 0; i <= paragraph + 1 && i < article->paragraph_count; i++) {
		const struct paragraph *p = &article->paragraphs[i];
		uint32_t last = article->cp[article_trim(article, p->span).end - 1];
		if (i != paragraph && p->role != ROLE_LIST_ITEM && !p->ends_sentence && !character_is_one_of(last, U"：:，") &&
			has_comma(article, p->span) && span_length(p->span) >= SHORTEST)
			return true;
	}
	return false;
}

static void check_item(struct check_context *context, uint32_t paragraph)
{
	const struct article *article = context->article;
	struct siblings siblings = sibling_items(article, paragraph);
	struct span span = article_trim(article, article->paragraphs[paragraph].span);
	uint32_t end = article_skip_back(article, span.end, span.begin + 1, CLASSES_CLOSING);
	if (!is_odd_item(&siblings) || !article_is(article, end - 1, CLASSES_HAN | CLASSES_DIGIT) ||
		article_count(article, span, CLASSES_HAN) < ITEM || !ending_is_text(article, span) || ending_is_address(article, span) ||
		ending_is_caption(article, span) || article_leads_in(article, paragraph) || goes_on(context, paragraph))
		return;
	report_end(context, MESSAGE_ITEM, span);
}

/* The mark before the closing quotes at the end of a paragraph. */
static uint32_t last_mark(const struct article *article, struct span span)
{
	return article_skip_back(article, span.end, span.begin + 1, CLASSES_CLOSING) - 1;
}

/* 正如他常说的，⏎“…”: a quotation that is set off. One that begins with a quote itself is a part of it. */
static bool announces_quotation(const struct article *article, uint32_t paragraph, uint32_t mark)
{
	struct span span = article->paragraphs[paragraph].span;
	uint32_t next = article_skip(article, span.end, article->end, CLASSES_BLANK);
	bool quotation = article_is(article, next, CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_QUOTE));
	bool is_part = article_is(article, article_trim(article, span).begin, CLASS_BIT(CLASS_OPEN));
	return quotation && (article_ends_saying(article, mark) || (!is_part && !article_has(article, CLASS_END_STOP, span)));
}

/* 聯絡方式：…，⏎開放時間：… */
static bool begins_with_label(const struct article *article, struct span span)
{
	uint32_t end = article_skip(article, span.begin, article_ahead(article, span.begin, LABEL), CLASSES_HAN);
	return end > span.begin && end < span.end && character_is_one_of(article->cp[end], U"：:");
}

/* The same, and fewer than ITEMS of the lines beside it begin with labels and have end marks. */
static bool is_loose_label(const struct article *article, uint32_t paragraph)
{
	uint32_t ended = 0;
	if (!begins_with_label(article, article_trim(article, article->paragraphs[paragraph].span)))
		return false;
	for (uint32_t i = paragraph > 2 ? paragraph - 2 : 0; i <= paragraph + 2 && i < article->paragraph_count; i++)
		ended += i != paragraph && article->paragraphs[i].ends_sentence &&
			 begins_with_label(article, article_trim(article, article->paragraphs[i].span));
	return ended < ITEMS;
}

/* The paragraph ends in ， and does not go on: a comma was typed for the full stop. Not in verse, letters and lists that all end so. */
static bool ends_in_comma(struct check_context *context, uint32_t paragraph, bool bodies_end)
{
	const struct article *article = context->article;
	const struct paragraph *p = &article->paragraphs[paragraph];
	struct span span = article_trim(article, p->span);
	uint32_t mark = last_mark(article, span);
	if (article->cp[mark] != 0xFF0C || !article_is(article, mark - 1, ENDS)) /* ， */
		return false;
	struct siblings siblings = sibling_items(article, paragraph);
	if (p->role == ROLE_LIST_ITEM)
		return is_odd_item(&siblings);
	bool beside = (paragraph > 0 && join_ends_in_comma(article, paragraph - 1)) ||
		      (paragraph + 1 < article->paragraph_count && join_ends_in_comma(article, paragraph + 1));
	bool prose = bodies_end || (!article->hard_wrapped && article_has(article, CLASS_END_STOP, span));
	bool spoken = article_is(article, mark + 1, CLASS_BIT(CLASS_CLOSE)); /* 她插嘴：「慢慢走，」 */
	return p->role == ROLE_BODY && prose && !beside && (spoken || !is_loose_label(article, paragraph)) &&
	       article_count(article, span, CLASSES_HAN) >= (has_comma(article, (struct span){span.begin, mark}) ? CLAUSE / 2 : CLAUSE) &&
	       !join_is_salutation(article, span) && !announces_quotation(article, paragraph, mark) && !article_leads_in(article, paragraph) &&
	       article_join(article, context->data, paragraph, context->scratch).kind == JOIN_NONE;
}

static void report_comma(struct check_context *context, uint32_t paragraph)
{
	uint32_t mark = last_mark(context->article, article_trim(context->article, context->article->paragraphs[paragraph].span));
	struct finding *finding = report_add(context->report, MESSAGE_COMMA, (struct span){mark, mark + 1});
	finding_fix(finding, FIX_UNSAFE, (struct span){mark, mark + 1}, "。");
}

static void run_paragraphs(struct check_context *context, int64_t length)
{
	const struct article *article = context->article;
	struct span span;
	bool bodies_end = !article->hard_wrapped && sibling_bodies_end(article);
	for (uint32_t p = 0; p < article->paragraph_count; p++) {
		if (article->paragraphs[p].ends_sentence)
			continue;
		bool unended = is_unended(context, p, &span), is_long = unended && article_count(article, span, CLASSES_HAN) >= length;
		if (ends_in_comma(context, p, bodies_end))
			report_comma(context, p);
		else if (unended && (is_long || (bodies_end && article->paragraphs[p].role == ROLE_BODY && !has_company(article, p))) &&
			 !goes_on(context, p))
			report_end(context, is_long ? MESSAGE_PARAGRAPH : MESSAGE_SHORT, span);
		else if (!is_long)
			check_item(context, p);
	}
}

/* 他说：“走吧，天黑了”大家… and “走吧，天黑了”他说，…: a quoted sentence, what follows is none of its own sentence. */
static void check_quotation(struct check_context *context, const struct pair *pair)
{
	static const char *const going_on[] = {"的", "等", "这", "這", "那", "之", "为", "為", "是", "一", "并", "並", "后", "後", "时", "時", "來",
		"来", "而", "就", "便", "和", "与", "與", "及", "或", NULL};
	const struct article *article = context->article;
	struct span inner = {pair->open + 1, pair->close};
	if (inner.begin >= inner.end || !article_is_han(article, pair->close - 1) || !article_is_han(article, pair->close + 1) ||
		span_length(inner) < QUOTED || !article_has(article, CLASS_INNER_STOP, inner) ||
		article_starts_any(article, pair->close + 1, going_on))
		return;
	uint32_t speaker = article_skip(article, pair->close + 1, article_ahead(article, pair->close, SPEAKER), CLASSES_HAN);
	bool said = article->cp[pair->open - 1] == 0xFF1A && article_ends_saying(article, pair->open - 1); /* ： */
	bool saying = article_is(article, pair->open - 1, CLASSES_BLANK | CLASS_BIT(CLASS_END_STOP)) && article_ends_saying(article, speaker) &&
		      character_is_one_of(article->cp[speaker], U"，：");
	if (!said && !saying)
		return;
	struct finding *finding = report_add(context->report, MESSAGE_QUOTATION, (struct span){pair->close, pair->close + 1});
	finding_text(finding, ending_words(article, context->data, context->scratch, inner));
}

static void run(struct check_context *context)
{
	const struct settings *settings = context->settings;
	for (uint32_t i = 0; i < context->article->pair_count; i++)
		if (PAIR_BIT(context->article->pairs[i].kind) & (PAIR_BIT(PAIR_DOUBLE_QUOTE) | PAIR_BIT(PAIR_CORNER)))
			check_quotation(context, &context->article->pairs[i]);
	if (has_full_stop(context->article))
		run_paragraphs(context, settings->length);
	else
		run_article(context, settings->length);
}

static const struct check_message messages[] = {
	[MESSAGE_PARAGRAPH] = {NULL, N_("the paragraph ends without an end mark, after “{0}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_ARTICLE] = {"article", N_("the article has no full stop at all, the first is missing after “{0}”"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_SHORT] = {"short", N_("the paragraph ends without an end mark, unlike the others, after “{0}”"), SEVERITY_WARNING,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_ITEM] = {"item", N_("the item ends without an end mark, unlike the others of its list, after “{0}”"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_COMMA] = {"comma", N_("the paragraph ends in a comma, write an end mark"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_QUOTATION] = {"quotation", N_("the quoted sentence ends without a mark, after “{0}”"), SEVERITY_WARNING,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

static const struct check_option options[] = {
	{"length", OPTION_NUMBER, offsetof(struct settings, length), 60, 20, 1000, NULL,
		N_("Han characters from which a paragraph needs an end mark")},
	{0},
};

const struct check check_punct_missing_stop = {
	.struct_size = sizeof(struct check),
	.name = "punct_missing_stop",
	.summary = N_("a long paragraph without an end mark"),
	.needs = NEED_PAIRS | NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};
