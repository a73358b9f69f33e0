/*
 * punct_bad_colon: two colons in one sentence, a colon after 他说 between two parts of one quotation, and ； in place of a colon
 * (他说；“…”, 安排如下；).
 *
 * What a colon announces reaches to the end of the sentence, so a second one inside is to be avoided (GB/T 15834 4.7, annex A): 会议提出：要求：
 * one of them becomes a comma. When who speaks stands in the middle of a quotation, a comma follows (4.7.3.1): “好，”他说，“走。”
 *
 * Reported only where both colons announce: after words of saying, then after such a word, after 如下 or what was counted (三点要求：). Passes:
 * labels (时间：…；地点：…), two speakers or lists one after the other, a speaker at the head of a line (记者：), times and ratios, parts between ；,
 * a colon in a quotation or bracket; “好。”他说：“走。”, where two sentences are quoted. Misses: nested colons after other words.
 */
#include "check.h"

enum { MESSAGE_NESTED, MESSAGE_SPEAKER, MESSAGE_SEMICOLON };

enum {
	LABEL = 3,         /* characters before the colon of a label */
	SPEAKER_MOST = 14, /* of 他笑着说 between two quotations */
	COUNTED_REACH = 8, /* between a count and its colon */
	BETWEEN_LEAST = 2,
};

#define COLON 0xFF1A
#define COMMA 0xFF0C
#define SEMICOLON 0xFF1B

static const char *const announcing[] = {"要求", "强调", "強調", "指出", "提出", "明确", "明確", "建议", "建議", "呼吁", "呼籲", "决定", "決定",
	"宣布", "通知", "提醒", "透露", "显示", "顯示", "表明", "如下", NULL};
static const char *const leading[] = {
	"如下", "以下", "是", "为", "為", "包括", "例如", "比如", "即", "做到", "注意", "要点", "要點", "原因", "理由", "条件", "條件", NULL};
static const char *const followed[] = {"如下", "以下", "下列", NULL};
static const char *const ones[] = {"一个", "一個", "一点", "一點", "一条", "一條", "一句", "一件", "一项", "一項", "一种", "一種", "几点", "幾點",
	"几个", "幾個", "几条", "幾條", "几项", "幾項", "以下", "下列", NULL};

static bool announces(const struct article *article, uint32_t colon)
{
	return article_ends_saying(article, colon) || article_ends_any(article, colon, announcing);
}

/* 要抓好以下三项工作：, 只有一个难题： */
static bool ends_counted(const struct article *article, uint32_t begin, uint32_t colon)
{
	uint32_t low = colon - begin > COUNTED_REACH ? colon - COUNTED_REACH : begin;
	low = article_skip_back(article, colon, low, CLASSES_HAN);
	if (article_holds_any(article, (struct span){low, colon}, ones))
		return true;
	for (uint32_t i = figure_from(article, low); i < article->figure_count && article->figures[i].span.end <= colon; i++) {
		const struct figure *figure = &article->figures[i];
		bool things = figure->kind == FIGURE_CARDINAL && figure->measure == UNIT_COUNT;
		if (things && article_count(article, (struct span){figure->span.end, colon}, CLASSES_HAN) == colon - figure->span.end)
			return true;
	}
	return false;
}

/* 甲说：…，乙说：… and 甲如下：…乙如下： stand side by side. */
static bool is_parallel(const struct article *article, uint32_t first, uint32_t second)
{
	bool said = article_ends_saying(article, first) && article_ends_saying(article, second);
	return (said && article_has(article, CLASS_INNER_STOP, (struct span){first + 1, second})) ||
	       article_same(article, (struct span){first - 2, first}, (struct span){second - 2, second});
}

/* Is the second colon in what the first one announced? */
static bool is_nested(const struct article *article, uint32_t first, uint32_t second)
{
	uint32_t sentence = article_sentence_at(article, second);
	const struct span *span = &article->sentences[sentence].span;
	if (first < span->begin || first - span->begin < LABEL || second - first <= BETWEEN_LEAST || !announces(article, first) ||
		is_parallel(article, first, second))
		return false;
	if (!announces(article, second) && !article_ends_any(article, second, leading) && !ends_counted(article, first + 1, second))
		return false;
	struct span between = {first + 1, second};
	if (article_count(article, between, CLASSES_BLANK) > 0 || article_is(article, first + 1, CLASS_BIT(CLASS_OPEN)))
		return false;
	for (uint32_t i = between.begin; i < between.end; i++)
		if (article->cp[i] == SEMICOLON)
			return false;
	return pair_around(article, first, PAIRS_ANY) == pair_around(article, second, PAIRS_ANY);
}

/* “好，”他说：“走。”, “好，”他想了想，说：“走。”; not where he turns to somebody else. */
static bool is_in_quotation(const struct article *article, uint32_t colon)
{
	static const char *const turns[] = {"对", "對", "向", "朝", "冲", "衝", "转", "轉", "又", "接着", "接著", "继续", "繼續", NULL};
	if (!character_is_one_of(article->cp[colon + 1], U"“‘「『") || !article_ends_saying(article, colon))
		return false;
	uint32_t begin = article_skip_back(article, colon, article_back(article, colon, SPEAKER_MOST), CLASSES_HAN);
	if (article->cp[begin - 1] == COMMA) {
		begin = article_skip_back(article, begin - 1, article_back(article, begin, SPEAKER_MOST), CLASSES_HAN);
		if (article_holds_any(article, (struct span){begin, colon}, turns))
			return false;
	}
	const struct pair *next = pair_opening(article, colon + 1), *before = pair_closing(article, begin - 1);
	return before && next && before->kind == next->kind && article->cp[before->close - 1] == COMMA;
}

/* 他说；“走。” 安排如下；⏎ 各位读者；⏎: what is announced stands after a colon. */
static bool is_semicolon(const struct article *article, uint32_t at)
{
	const struct span span = article_trim(article, article->paragraphs[article_paragraph_at(article, at)].span);
	if (character_is_one_of(article->cp[at + 1], U"“「"))
		return article_ends_saying(article, at) || article_ends_any(article, at, announcing);
	return at + 1 == span.end && (article_ends_any(article, at, followed) || (join_is_salutation(article, span) && !article_has(article, CLASS_END_STOP, span)));
}

static void add(struct check_context *context, unsigned message, uint32_t colon)
{
	struct span span = {colon, colon + 1};
	struct finding *finding = report_add(context->report, message, span);
	finding_text(finding, span);
	finding_fix(finding, FIX_SAFE, span, message == MESSAGE_SPEAKER ? "，" : "：");
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *stops = &article->index[CLASS_INNER_STOP];
	uint32_t last = 0;
	for (uint32_t i = 0; i < stops->count; i++) {
		uint32_t at = stops->at[i];
		if (article->cp[at] == SEMICOLON && is_semicolon(article, at))
			add(context, MESSAGE_SEMICOLON, at);
		if (article->cp[at] != COLON)
			continue;
		if (is_in_quotation(article, at))
			add(context, MESSAGE_SPEAKER, at);
		else if (last > 0 && is_nested(article, last, at))
			finding_note(report_add(context->report, MESSAGE_NESTED, (struct span){at, at + 1}), N_("the first one is here"),
				(struct span){last, last + 1});
		last = at;
	}
}

static const struct check_message messages[] = {
	[MESSAGE_NESTED] = {"nested", N_("a second colon inside what the first one announces, write a comma for one of them"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_SPEAKER] = {"speaker", N_("“{0}” after the speaker in the middle of a quotation, write ，"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_SEMICOLON] = {"semicolon", N_("“{0}” before what is announced, write ："), SEVERITY_WARNING, PROFILE_NEWSROOM | PROFILE_STRICT,
		CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_bad_colon = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_colon",
	.summary = N_("a colon inside what another one announces, or in the middle of a quotation, or ； in its place"),
	.needs = NEED_SENTENCES | NEED_PAIRS | NEED_FIGURES,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
