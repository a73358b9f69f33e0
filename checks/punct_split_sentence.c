/*
 * punct_split_sentence: a paragraph that is broken inside a sentence.
 *
 * Reported is a paragraph of prose that ends without an end mark and goes on in the next paragraph of prose: after ， 、 or an
 * opening mark, inside a word (众志成 | 城), or where the words on both sides need each other (严重 | 伤病事故。). It comes
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

/* May the lines be put together: does only white space stand between them in the file? */
static bool is_white(const struct article *article, uint32_t from, uint32_t to)
{
	for (uint32_t byte = article_byte_end(article, from); byte < article_byte(article, to); byte++)
		if (!memchr(" \t\r\n", article->source.data[byte], 4))
			return false;
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

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	if (article->hard_wrapped) {
		report_wrapped(context);
		return;
	}
	for (uint32_t p = 0; p + 1 < article->paragraph_count; p++) {
		if (article->paragraphs[p].ends_sentence)
			continue;
		struct join join = article_join(article, context->data, p, context->scratch);
		if (join.kind != JOIN_NONE)
			report_split(context, p, &join);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_SPLIT] = {NULL, N_("the paragraph ends inside a sentence, after “{0}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_WRAPPED] = {"wrapped", N_("all lines of the article are broken at about the same width, inside sentences too"), SEVERITY_NOTE,
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
