/*
 * punct_split_sentence: a paragraph that is broken inside a sentence.
 *
 * Reported is a paragraph of prose that ends without an end mark and goes on in the next paragraph of prose: after ， 、 or an
 * opening mark, inside a word (众志成 | 城), inside 《》, or where the words on both sides need each other (严重 | 伤病事故。). It comes
 * from page columns and pictures: the converter took the end of a column for the end of a paragraph. A new paragraph begins
 * with a new sentence (GB/T 15834 4.1; CLREQ 3.2). Captions between the two halves are stepped over.
 *
 * Passes on purpose: headings and titles, lists, verse, letters, labels, a paragraph that ends in ： ； or ——, and a quotation that is
 * set off after 他说，. In hard-wrapped text, where every line ends so, there is one note for the article.
 *
 * Misses breaks where neither word says anything, and breaks with a table or a heading between the halves.
 */
#include "check.h"

enum { MESSAGE_SPLIT, MESSAGE_WRAPPED };

enum {
	WRAP_LONGEST = 90, /* characters of a line that may be wrapped by hand */
	WRAP_LINES = 8,    /* so many of them are no accident */
};

struct split {
	uint32_t paragraph;
	bool like_wrapped;
	struct join join;
};

/* May the lines be put together: do only white space and the indent of a paragraph stand between them in the file? */
static bool is_white(const struct article *article, uint32_t from, uint32_t to)
{
	const char *const ideographic = "\xE3\x80\x80";
	const char *data = article->source.data;
	uint32_t end = article_byte(article, to);
	for (uint32_t byte = article_byte_end(article, from); byte < end; byte++) {
		if (end - byte >= 3 && !memcmp(data + byte, ideographic, 3))
			byte += 2;
		else if (!memchr(" \t\r\n", data[byte], 4))
			return false;
	}
	return true;
}

/* Does a paragraph begin its line, without markup before it? */
static bool begins_line(const struct article *article, uint32_t paragraph)
{
	uint32_t byte = article_byte(article, article->paragraphs[paragraph].span.begin);
	return byte == 0 || article->source.data[byte - 1] == '\n';
}

static void report_split(struct check_context *context, uint32_t paragraph, const struct join *join)
{
	const struct article *article = context->article;
	struct finding *finding = report_add(context->report, MESSAGE_SPLIT, join->tail);
	finding_text(finding, join->tail);
	finding_note(finding, N_("it goes on here, with “{0}”"), join->head);
	bool open = class_in(article->cls[join->tail.end - 1], CLASS_BIT(CLASS_OPEN));
	bool safe = join->kind != JOIN_PHRASE && !open && join->next == paragraph + 1 && begins_line(article, paragraph);
	if (safe && is_white(article, join->tail.end, join->head.begin))
		finding_fix(finding, FIX_SAFE, (struct span){join->tail.end, join->head.begin}, "");
}

static void report_wrapped(struct check_context *context)
{
	const struct article *article = context->article;
	for (uint32_t p = 0; p < article->paragraph_count; p++) {
		struct span span = article->paragraphs[p].span;
		uint32_t newline = article_find(article, span.begin, span.end, CLASS_BIT(CLASS_NEWLINE));
		if (newline == span.end)
			continue;
		report_add(context->report, MESSAGE_WRAPPED, (struct span){newline - 1, newline});
		return;
	}
}

/* A short line that goes on in the very next one, as in text wrapped by hand. */
static bool is_like_wrapped(const struct article *article, uint32_t paragraph)
{
	struct span span = article->paragraphs[paragraph].span;
	return !article->blocks && article->paragraphs[paragraph + 1].blanks == 0 && span.end - span.begin <= WRAP_LONGEST;
}

/* Many short lines that go on in the next are the work of a wrapped passage: one note for them, and none of its own for each. */
static void report_joins(struct check_context *context, const struct split *splits, size_t count)
{
	size_t wrapped = 0;
	for (size_t i = 0; i < count; i++)
		wrapped += splits[i].like_wrapped;
	bool first = wrapped >= WRAP_LINES;
	for (size_t i = 0; i < count; i++) {
		if (wrapped < WRAP_LINES || !splits[i].like_wrapped)
			report_split(context, splits[i].paragraph, &splits[i].join);
		else if (first)
			report_add(context->report, MESSAGE_WRAPPED, splits[i].join.tail), first = false;
	}
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	struct split *splits = NULL;
	size_t count = 0, capacity = 0;
	if (article->hard_wrapped) {
		report_wrapped(context);
		return;
	}
	for (uint32_t p = 0; p + 1 < article->paragraph_count; p++) {
		if (article->paragraphs[p].ends_sentence)
			continue;
		struct join join = article_join(article, context->data, p, context->scratch);
		if (join.kind != JOIN_NONE)
			ARENA_PUSH(context->scratch, splits, count, capacity, (struct split){p, is_like_wrapped(article, p), join});
	}
	report_joins(context, splits, count);
}

static const struct check_message messages[] = {
	[MESSAGE_SPLIT] = {NULL, N_("the paragraph ends inside a sentence, after “{0}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_WRAPPED] = {"wrapped", N_("lines of the article are broken at about the same width, inside sentences too"), SEVERITY_NOTE,
		PROFILE_STRICT | PROFILE_CRAWL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_split_sentence = {
	.struct_size = sizeof(struct check),
	.name = "punct_split_sentence",
	.summary = N_("a paragraph that is broken inside a sentence"),
	.needs = NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
