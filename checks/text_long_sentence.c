/*
 * text_long_sentence: a sentence that goes on too long without 。！？.
 *
 * Readers lose the thread after about a hundred characters; most such sentences are two or three that commas hold together.
 * A word of Latin letters, a number, an address count as one character each, spaces as none. The limit is an option.
 *
 * Passes on purpose: lists of names (many 、), verse, tables, titles and captions, and text that has no end mark because the mark was lost
 * (see punct_missing_stop). A quotation of several sentences is not one: what is counted ends at the marks inside it.
 */
#include "check.h"

enum { MESSAGE_SENTENCE };

enum { ITEM = 10 }; /* characters for each 、 of a list, at most */

struct settings {
	int64_t limit;
};

#define CLASSES_WORD (CLASSES_LATIN | CLASSES_DIGIT | CLASS_BIT(CLASS_LETTER))
#define CLASSES_END (CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_ELLIPSIS))

/* What one stretch without an end mark holds. */
struct stretch {
	struct span span;
	int64_t length;
	int64_t pauses; /* 、 */
};

/* The stretch from a position on: to the end mark, which belongs to it. */
static struct stretch read_stretch(const struct article *article, uint32_t begin, uint32_t end)
{
	struct stretch stretch = {.span = {begin, begin}};
	for (uint32_t at = begin; at < end; at++) {
		uint8_t class = article->cls[at];
		bool goes_on = class_in(class, CLASSES_WORD) && at > begin && class_in(article->cls[at - 1], CLASSES_WORD);
		stretch.length += !goes_on && !class_in(class, CLASSES_BLANK);
		stretch.pauses += article->cp[at] == 0x3001; /* 、 */
		stretch.span.end = at + 1;
		if (class_in(class, CLASSES_END) && !class_in(article->cls[at + 1], CLASSES_END))
			break;
	}
	return stretch;
}

static bool is_prose(const struct article *article, const struct sentence *sentence)
{
	const struct paragraph *paragraph = &article->paragraphs[sentence->paragraph];
	if (paragraph->role != ROLE_BODY && paragraph->role != ROLE_LIST_ITEM)
		return false;
	/* The last sentence of a paragraph: its mark may be lost. */
	struct span text = article_trim(article, paragraph->span);
	return sentence->span.end < text.end || paragraph->ends_sentence || class_in(article->cls[text.end - 1], CLASSES_STOP);
}

static void check_sentence(struct check_context *context, const struct sentence *sentence, int64_t limit)
{
	const struct article *article = context->article;
	struct span span = article_trim(article, sentence->span);
	while (span.begin < span.end) {
		struct stretch stretch = read_stretch(article, span.begin, span.end);
		if (stretch.length > limit && stretch.pauses * ITEM < stretch.length) {
			struct finding *finding = report_add(context->report, MESSAGE_SENTENCE, article_trim(article, stretch.span));
			finding_number(finding, stretch.length);
			finding_number(finding, limit);
		}
		span.begin = stretch.span.end;
	}
}

static void run(struct check_context *context)
{
	const struct settings *settings = context->settings;
	const struct article *article = context->article;
	for (uint32_t s = 0; s < article->sentence_count; s++) {
		const struct sentence *sentence = &article->sentences[s];
		if (span_length(sentence->span) > settings->limit && is_prose(article, sentence))
			check_sentence(context, sentence, settings->limit);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_SENTENCE] = {NULL, N_("sentence of {0} characters, more than {1}: divide it"), SEVERITY_NOTE, PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

static const struct check_option options[] = {
	{"limit", OPTION_NUMBER, offsetof(struct settings, limit), 120, 20, 10000, NULL, N_("how many characters a sentence may have")},
	{0},
};

const struct check check_text_long_sentence = {
	.struct_size = sizeof(struct check),
	.name = "text_long_sentence",
	.summary = N_("a sentence that goes on too long"),
	.needs = NEED_SENTENCES,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};
