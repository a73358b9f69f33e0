/*
 * punct_bad_stop: a stop where none, or another, belongs: ？ after a statement (我不知道谁会来？), 。 at the end of a title, a heading or a short
 * caption, and a stop beside / (男，/女).
 *
 * ？ ends a sentence with the tone of a question; a question word inside a statement does not make it one (GB/T 15834 4.2.3.1). A caption has no
 * full stop at its end (annex A.1), nor, by usage, has a title. Beside the solidus there are no stops (annex A).
 *
 * Of statements with ？ two kinds are reported, that hardly ever ask: somebody says that he or nobody knows (我不知道…, 我想知道…, 没有人清楚…), or a
 * text says what was discussed (会议讨论了如何…). Passes: sentences with 吗, 呢, 你, 难道, a question before or after them, 不知道 without a subject,
 * which may be a polite question; titles that end in ？！……, that are a quotation or verse, or have two sentences; captions with two, or with who
 * took the picture; / between lines of verse and round sounds (/a/). Misses: other statements that are taken for questions, headings in plain text
 * without a number.
 */
#include "check.h"

enum { MESSAGE_STATEMENT, MESSAGE_HEADING, MESSAGE_CAPTION, MESSAGE_SLASH };

enum {
	REACH = 48,       /* characters of the sentence before its mark */
	ADVERBS = 6,      /* between the subject and its verb */
	TOPIC_LEAST = 4,  /* of what is discussed, with its question word */
	BEFORE_LEAST = 2, /* of who discusses it */
	CHOICE_MOST = 4,  /* characters of 男 in 男/女 */
};

static const char *const unknowing[] = {"不知道", "不知", "不清楚", "不明白", "不晓得", "不曉得", "不懂", "不了解", "不确定", "不確定", "说不清",
	"說不清", "说不准", "說不準", "说不出", "說不出", "记不清", "記不清", "记不得", "記不得", "想不通", "想不起", "想不出", "弄不清", "搞不清",
	"搞不懂", "弄不懂", "猜不出", "看不出", "拿不准", "拿不準", "想知道", "忘了", "忘记了", "忘記了", "没想好", "沒想好", "无法确定", "無法確定",
	"知道", "清楚", NULL};

static const char *const links[] = {
	"但是", "可是", "但", "可", "其实", "其實", "现在", "現在", "当时", "當時", "直到现在", "直到現在", "到现在", "到現在", "所以", "因此", NULL};

static const char *const subjects[] = {"我们", "我們", "咱们", "咱們", "我", NULL};
static const char *const nobodies[] = {"没有人", "沒有人", "没人", "沒人", "无人", "無人", "谁也不", "誰也不", "谁都不", "誰都不", NULL};

static const char *const discussing[] = {"研究了", "讨论了", "討論了", "探讨了", "探討了", "介绍了", "介紹了", "讲述了", "講述了", "说明了", "說明了",
	"分析了", "解释了", "解釋了", "阐述了", "闡述了", "讲解了", "講解了", "总结了", "總結了", "交流了", "展示了", NULL};
static const char *const manners[] = {"如何", "怎样", "怎樣", "为什么", "為什麼", "为何", "為何", NULL};

static const char *const question_words[] = {"谁", "誰", "什么", "什麼", "甚麼", "哪", "怎", "如何", "为何", "為何", "多少", "几", "幾", "多大",
	"多久", "多高", "多深", "多快", "多远", "多遠", "多长", "多長", "何时", "何時", "何地", "何处", "何處", "是否", "是不是", "能不能", "会不会",
	"會不會", "该不该", "該不該", "要不要", "有没有", "有沒有", NULL};

/* What makes a question of it all the same. */
static const char *const asking[] = {"吗", "嗎", "呢", "吧", "你", "您", "妳", "难道", "難道", "岂", "豈", "何尝", "何嘗", NULL};

static bool is_adverb(const struct article *article, uint32_t at)
{
	return character_is_one_of(article->cp[at], "也都还還真实實在并並至今一直仍始终終确確就却卻已经經根本完全自己又很更非常特别別有点點的");
}

/* The length of the first of these texts at a position, in characters; 0: none. */
static uint32_t length_at(const struct article *article, uint32_t at, const char *const *texts)
{
	for (; *texts; texts++) {
		if (!article_starts(article, at, *texts))
			continue;
		uint32_t length = 0;
		for (const char *text = *texts; *text; length++)
			character_decode(&text);
		return length;
	}
	return 0;
}

/* 我实在不知道 and 没有人知道: where the words after it begin; 0 if the clause begins otherwise. */
static uint32_t after_unknowing(const struct article *article, uint32_t at)
{
	at += length_at(article, at, links);
	uint32_t nobody = length_at(article, at, nobodies), subject = nobody ? nobody : length_at(article, at, subjects);
	if (subject == 0)
		return 0;
	at += subject;
	for (uint32_t i = 0; i < ADVERBS && is_adverb(article, at) && !length_at(article, at, unknowing); i++)
		at++;
	uint32_t verb = length_at(article, at, unknowing);
	bool plain = article_starts(article, at, "知道") || article_starts(article, at, "清楚");
	return verb && plain == (nobody > 0) ? at + verb : 0;
}

/* 会议讨论了如何防汛: what somebody did, with its question as the object. */
static bool discusses(const struct article *article, struct span clause)
{
	for (uint32_t at = clause.begin + BEFORE_LEAST; at < clause.end; at++) {
		uint32_t verb = length_at(article, at, discussing);
		if (verb && length_at(article, at + verb, manners))
			return clause.end - at - verb >= TOPIC_LEAST && !article_holds_any(article, (struct span){clause.begin, at}, question_words);
	}
	return false;
}

static bool is_statement(const struct article *article, uint32_t mark)
{
	uint64_t ends =
		CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_ELLIPSIS) | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_DASH);
	uint32_t low = article_back(article, mark, REACH), begin = article_skip_back(article, mark, low, ~ends);
	if (begin == low && begin > article->begin)
		return false;
	uint32_t clause = mark;
	while (clause > begin && !article_is(article, clause - 1, CLASSES_STOP))
		clause--;
	clause = article_skip(article, clause, mark, CLASSES_BLANK);
	if (article_holds_any(article, (struct span){begin, mark}, asking))
		return false;
	uint32_t rest = after_unknowing(article, clause);
	if (rest > 0 && rest < mark)
		return article_holds_any(article, (struct span){rest, mark}, question_words);
	return discusses(article, (struct span){clause, mark});
}

static void look_at_questions(struct check_context *context)
{
	static const uint8_t classes[] = {CLASS_END_STOP, CLASS_HALF_STOP};
	const struct article *article = context->article;
	for (size_t c = 0; c < sizeof classes; c++)
		for (uint32_t i = 0; i < article->index[classes[c]].count; i++) {
			uint32_t at = article->index[classes[c]].at[i];
			if (!character_is_one_of(article->cp[at], "？?") || !article_is_han(article, at - 1) ||
				pair_around(article, at, PAIRS_TITLE) || article_is(article, at + 1, CLASSES_STOP) || !is_statement(article, at))
				continue;
			struct span span = {at, at + 1};
			struct finding *finding = report_add(context->report, MESSAGE_STATEMENT, span);
			finding_text(finding, span);
			finding_fix(finding, FIX_UNSAFE, span, "。");
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
	bool before = character_is_one_of(article->cp[slash - 1], "，、；"), after = character_is_one_of(article->cp[slash + 1], "，、；");
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
