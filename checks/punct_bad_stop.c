/*
 * punct_bad_stop: a stop where none, or another, belongs: ？ after a statement (我不知道谁会来？), 。 at the end of a title, a heading or a short
 * caption, and a stop beside / (男，/女).
 *
 * ？ ends a sentence with the tone of a question; a question word inside a statement does not make it one (GB/T 15834 4.2.3.1). A caption has no
 * full stop at its end (annex A.1), nor, by usage, has a title. Beside the solidus there are no stops (annex A).
 *
 * Of statements with ？ those kinds are reported that hardly ever ask: somebody says that he or nobody knows (我不知道…, 谁也说不清…), a text says
 * what was treated (会议讨论了如何…), what something depends on, a condition that goes on (不管他来不来？我们都走。); in narrative what others asked
 * or did not say (他问我为什么…). Passes: sentences with 吗, 呢, 你, 难道, a question before or after them, 不知道 without a subject, which may be a
 * polite question, echoes in dialogue (他没说什么时候回来？); titles that end in ？！……, that are a quotation or verse, or have two sentences;
 * captions with two, or with who took the picture; / between lines of verse and round sounds (/a/). Misses: other statements that are taken for
 * questions, headings in plain text without a number.
 */
#include "check.h"

enum { MESSAGE_STATEMENT, MESSAGE_CONDITION, MESSAGE_HEADING, MESSAGE_CAPTION, MESSAGE_SLASH };

enum {
	CHOICE_MOST = 4, /* characters of 男 in 男/女 */
};

static void look_at_questions(struct check_context *context)
{
	static const uint8_t classes[] = {CLASS_END_STOP, CLASS_HALF_STOP};
	const struct article *article = context->article;
	for (size_t c = 0; c < sizeof classes; c++)
		for (uint32_t i = 0; i < article->index[classes[c]].count; i++) {
			uint32_t at = article->index[classes[c]].at[i];
			if (!character_is_one_of(article->cp[at], U"？?") || !article_is_han(article, at - 1) ||
				pair_around(article, at, PAIRS_TITLE) || article_is(article, at + 1, CLASSES_STOP))
				continue;
			enum statement statement = statement_before(article, at);
			if (statement == STATEMENT_NONE)
				continue;
			bool condition = statement == STATEMENT_CONDITION;
			struct span span = {at, at + 1};
			struct finding *finding = report_add(context->report, condition ? MESSAGE_CONDITION : MESSAGE_STATEMENT, span);
			finding_text(finding, span);
			finding_fix(finding, FIX_UNSAFE, span, condition ? "，" : "。");
		}
}

static void look_at_labels(struct check_context *context)
{
	const struct article *article = context->article;
	for (uint32_t i = 0; i < article->paragraph_count; i++) {
		struct span span = article->paragraphs[i].span;
		span.end = article_skip_back(article, span.end, span.begin, CLASSES_BLANK);
		span.begin = span.end - 1;
		if (article->cp[span.begin] != 0x3002) /* 。 */
			continue;
		enum label label = label_of(article, i);
		if (label == LABEL_NONE)
			continue;
		struct finding *finding = report_add(context->report, label == LABEL_HEADING ? MESSAGE_HEADING : MESSAGE_CAPTION, span);
		finding_fix(finding, FIX_SAFE, span, "");
	}
}

static bool is_slash(uint32_t code_point)
{
	return code_point == '/' || code_point == 0xFF0F; /* ／ */
}

/* Does another / stand before the first word or after the second, as between lines of verse and where a reader pauses? */
static bool goes_on(const struct article *article, uint32_t left, uint32_t right)
{
	return is_slash(article->cp[left - 1]) || is_slash(article->cp[right]) ||
	       (article_is(article, left - 1, CLASSES_STOP) && is_slash(article->cp[left - 2])) ||
	       (article_is(article, right, CLASSES_STOP) && is_slash(article->cp[right + 1]));
}

/* 男，/女 and 男/，女: one of two words */
static void look_at_slash(struct check_context *context, uint32_t slash)
{
	const struct article *article = context->article;
	bool before = character_is_one_of(article->cp[slash - 1], U"，、；"), after = character_is_one_of(article->cp[slash + 1], U"，、；");
	if (before == after)
		return;
	struct span stop = before ? (struct span){slash - 1, slash} : (struct span){slash + 1, slash + 2},
		    marks = {slash - before, slash + 1 + after};
	uint32_t left = article_skip_back(article, marks.begin, article_back(article, marks.begin, CHOICE_MOST + 1), CLASSES_HAN),
		 right = article_skip(article, marks.end, article_ahead(article, marks.end, CHOICE_MOST + 1), CLASSES_HAN);
	uint32_t first = marks.begin - left, second = right - marks.end;
	if (first < 1 || second < 1 || first > CHOICE_MOST || second > CHOICE_MOST || goes_on(article, left, right))
		return;
	struct finding *finding = report_add(context->report, MESSAGE_SLASH, marks);
	finding_text(finding, marks);
	finding_fix(finding, FIX_SAFE, stop, "");
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *symbols = &article->index[CLASS_SYMBOL];
	look_at_questions(context);
	look_at_labels(context);
	for (uint32_t i = 0; i < symbols->count; i++)
		if (is_slash(article->cp[symbols->at[i]]))
			look_at_slash(context, symbols->at[i]);
}

static const struct check_message messages[] = {
	[MESSAGE_STATEMENT] = {"statement", N_("“{0}” after a statement: its question word asks nothing, write 。"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_CONDITION] = {"condition", N_("“{0}” after a condition: the sentence goes on, write ，"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_HEADING] = {"heading", N_("a full stop at the end of a title or heading, leave it out"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_CAPTION] = {"caption", N_("a full stop at the end of a caption, leave it out"), SEVERITY_NOTE, PROFILE_NEWSROOM | PROFILE_STRICT,
		CONFIDENCE_HIGH},
	[MESSAGE_SLASH] = {"slash", N_("a stop beside the solidus: “{0}”, leave the stop out"), SEVERITY_NOTE, PROFILE_NEWSROOM | PROFILE_STRICT,
		CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_bad_stop = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_stop",
	.summary = N_("？ after a statement, 。 after a heading or caption, a stop beside /"),
	.needs = NEED_PAIRS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
