/*
 * punct_bad_brackets: brackets with nothing in them, or with a mark where a word was (（），（，原名某），《》), as a converter leaves
 * them behind; in the newsroom also the year of a document in other brackets than 〔〕, and a full stop at the end of brackets
 * inside a sentence.
 *
 * The number of a document is 国发〔2011〕3号 (GB/T 15834 4.9.3.8). Brackets that are part of a sentence end without a full stop, the
 * sentence ends after them (annex A.8).
 *
 * Passes: blanks to fill in （　） and questions with them, marks that the text speaks of (括号（）, “（）”, （）【】, 逗号（，）), calls of
 * functions, emoticons, （？）（！）, brackets of several sentences, 〔〕 in Traditional text. Brackets of mixed width belong to
 * punct_halfwidth. Misses: empty brackets after Latin text and at the end of a paragraph, half-width [] and {}.
 */
#include "check.h"

enum { MESSAGE_EMPTY, MESSAGE_FIRST, MESSAGE_LAST, MESSAGE_YEAR, MESSAGE_STOP };

enum {
	LOOK = 40,          /* how far a word that tells of questions is looked for */
	NUMBER_LONGEST = 5, /* of a document */
};

#define REMARKS (PAIR_BIT(PAIR_PARENTHESIS) | PAIR_BIT(PAIR_LENTICULAR) | PAIR_BIT(PAIR_TORTOISE))
#define YEARS (PAIR_BIT(PAIR_PARENTHESIS) | PAIR_BIT(PAIR_SQUARE) | PAIR_BIT(PAIR_LENTICULAR))
#define WORDS                                                                                                                                        \
	(CLASSES_HAN | CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_KANA) | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_OBJECT))

static struct span pair_span(const struct pair *pair)
{
	return (struct span){pair->open, pair->close + 1};
}

static bool is_empty(const struct pair *pair)
{
	return pair && pair->close == pair->open + 1;
}

/* 括号（）, 逗号（，）, “（）”, （）【】: the text speaks of the marks. */
static bool is_spoken_of(const struct article *article, const struct pair *pair)
{
	static const char *const names[] = {"括号", "括號", "括弧", "名号", "名號", "引号", "引號", "符号", "符號", "标点", "標點", NULL};
	static const char *const verbs[] = {"用", "写", "寫", "加", "为", "為", "是", "和", "与", "與", "函数", "函數", "方法", "调用", "呼叫", NULL};
	static const char *const after[] = {"里", "裡", "内", "內", "表示", NULL};
	static const char *const stops[] = {"号", "號", "点", "點", "用", NULL};
	const uint64_t marks = CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_QUOTE);
	if (article_is(article, pair->open - 1, marks) && article_is(article, pair->close + 1, marks))
		return true;
	if (pair->kind == PAIR_PARENTHESIS && article_ends_any(article, pair->open, is_empty(pair) ? verbs : stops))
		return true;
	return article_ends_any(article, pair->open, names) || article_starts_any(article, pair->close + 1, after) ||
	       is_empty(pair_opening(article, pair->close + 1)) || is_empty(pair_closing(article, pair->open - 1));
}

/* 正确的是（）。 A question with a blank for the answer, or a line to fill in. */
static bool is_blank(const struct article *article, const struct pair *pair)
{
	static const char *const words[] = {"填空", "填入", "填写", "填寫", "填上", "选择", "選擇", "选填", "題目", "题目", "下列", "以下", "正确的",
		"正確的", "错误的", "錯誤的", "哪", "什么", "什麼", "？", NULL};
	struct span paragraph = article->paragraphs[article_paragraph_at(article, pair->open)].span;
	struct span near = {article_back(article, pair->open, LOOK), article_ahead(article, pair->close, LOOK)};
	near.begin = near.begin > paragraph.begin ? near.begin : paragraph.begin;
	near.end = near.end < paragraph.end ? near.end : paragraph.end;
	uint32_t rest = article_skip(article, pair->close + 1, paragraph.end, CLASSES_BLANK | CLASSES_STOP);
	bool form = !article_has(article, CLASS_INNER_STOP, paragraph) && !article_has(article, CLASS_END_STOP, paragraph);
	return form || rest == paragraph.end || article_holds_any(article, near, words);
}

/* （）, （，）, 《》 */
static void check_empty(struct check_context *context, const struct pair *pair)
{
	const struct article *article = context->article;
	uint32_t before = article_skip_back(article, pair->open, article_back(article, pair->open, 2), CLASSES_SPACE) - 1;
	bool words = PAIR_BIT(pair->kind) & PAIRS_TITLE
			     ? article_is(article, pair->close + 1, CLASSES_HAN | CLASS_BIT(CLASS_CLOSE) | CLASSES_WIDE_STOP)
			     : article_is(article, before, CLASSES_HAN | CLASS_BIT(CLASS_CLOSE));
	if (!words || is_spoken_of(article, pair) || (is_empty(pair) && pair->kind == PAIR_PARENTHESIS && is_blank(article, pair)))
		return;
	struct finding *finding = report_add(context->report, MESSAGE_EMPTY, pair_span(pair));
	finding_text(finding, pair_span(pair));
	/* A lost title leaves a hole in its sentence. */
	if (!(PAIR_BIT(pair->kind) & PAIRS_TITLE))
		finding_fix(finding, FIX_UNSAFE, (struct span){before + 1, pair->close + 1}, "");
}

/* （，原名某）, （原名某，）, （英语：） */
static void check_remark(struct check_context *context, const struct pair *pair)
{
	const struct article *article = context->article;
	const uint64_t marks = CLASS_BIT(CLASS_INNER_STOP) | CLASSES_SPACE;
	struct span inner = {pair->open + 1, pair->close};
	struct span head = {inner.begin, article_skip(article, inner.begin, inner.end, marks)};
	struct span tail = {article_skip_back(article, inner.end, head.end, marks), inner.end};
	bool first = article_count(article, head, CLASS_BIT(CLASS_INNER_STOP)) > 0 && article_is(article, head.end, WORDS);
	bool last =
		article_count(article, tail, CLASS_BIT(CLASS_INNER_STOP)) > 0 && article_is(article, tail.begin - 1, WORDS | CLASS_BIT(CLASS_CLOSE));
	if (head.end == inner.end && article_count(article, head, CLASS_BIT(CLASS_INNER_STOP)) > 0)
		check_empty(context, pair);
	if (head.end == inner.end || !(first || last))
		return;
	struct span mark = first ? head : tail;
	struct finding *finding = report_add(context->report, first ? MESSAGE_FIRST : MESSAGE_LAST, mark);
	finding_text(finding, article_trim(article, mark));
	if (first)
		finding_fix(finding, FIX_SAFE, head, "");
	/* （英语：）: the word after the colon is lost */
	if (last && article->cp[tail.begin] != 0xFF1A)
		finding_fix(finding, FIX_SAFE, tail, "");
}

/* 国发(2011)3号, 教办[2011]第5号. GB/T 15834 4.9.3.8 */
static void check_year(struct check_context *context, const struct pair *pair)
{
	static const char *const numbers[] = {"号楼", "号线", "号院", "号门", "号机", "号车", "号店", NULL};
	const struct article *article = context->article;
	uint32_t year = pair->open + 1, number = pair->close + 1;
	if (pair->close - pair->open != 5 || !article_is_han(article, pair->open - 1) || !variant_is_hans(article->variant) ||
		!(article_starts(article, year, "19") || article_starts(article, year, "20")) ||
		article_skip(article, year, pair->close, CLASS_BIT(CLASS_DIGIT)) != pair->close)
		return;
	number += article_starts(article, number, "第");
	uint32_t end = article_skip(article, number, article_ahead(article, number, NUMBER_LONGEST), CLASS_BIT(CLASS_DIGIT));
	if (end == number || !article_starts(article, end, "号") || article_starts_any(article, end, numbers))
		return;
	struct finding *finding = report_add(context->report, MESSAGE_YEAR, pair_span(pair));
	finding_text(finding, (struct span){year, pair->close});
	finding_fix(finding, FIX_SAFE, (struct span){pair->open, pair->open + 1}, "〔");
	finding_fix(finding, FIX_SAFE, (struct span){pair->close, pair->close + 1}, "〕");
}

/* 他来了（昨天。）。 The brackets hold one sentence and stand inside another one, which goes on after them. */
static void check_stop(struct check_context *context, const struct pair *pair)
{
	const struct article *article = context->article;
	const struct positions *stops = &article->index[CLASS_END_STOP];
	uint32_t stop = pair->close - 1, before = pair->open - 1, after = pair->close + 1;
	if (article->cp[stop] != 0x3002 || stop <= pair->open + 1 || stops->at[positions_from(stops, pair->open)] != stop) /* 。 */
		return;
	bool inside = article_is(article, before, CLASSES_HAN | CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT)) ||
		      (article_is(article, before, CLASS_BIT(CLASS_CLOSE)) && !article_is(article, before - 1, CLASS_BIT(CLASS_END_STOP)));
	if (!inside || !article_is(article, after, CLASSES_HAN | CLASSES_WIDE_STOP))
		return;
	struct finding *finding = report_add(context->report, MESSAGE_STOP, (struct span){stop, stop + 1});
	finding_fix(finding, FIX_SAFE, (struct span){stop, stop + 1}, "");
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	for (uint32_t i = 0; i < article->pair_count; i++) {
		const struct pair *pair = &article->pairs[i];
		unsigned kind = PAIR_BIT(pair->kind);
		if (is_empty(pair) && (kind & (REMARKS | PAIRS_TITLE)))
			check_empty(context, pair);
		else if (kind & REMARKS)
			check_remark(context, pair);
		if (kind & YEARS)
			check_year(context, pair);
		if (pair->kind == PAIR_PARENTHESIS)
			check_stop(context, pair);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_EMPTY] = {"empty", N_("nothing inside the brackets {0}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_FIRST] = {"mark_first", N_("brackets begin with “{0}”: a word is missing, or the mark is too many"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_LAST] = {"mark_last", N_("brackets end with “{0}”: a word is missing, or the mark is too many"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_YEAR] = {"year", N_("year of a document in other brackets than 〔〕, write 〔{0}〕"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_STOP] = {"stop", N_("full stop at the end of brackets inside a sentence, leave it out"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_bad_brackets = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_brackets",
	.summary = N_("brackets that are empty, begin or end with a mark, or have a wrong form"),
	.needs = NEED_PAIRS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
