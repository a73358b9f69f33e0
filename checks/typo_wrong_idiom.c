/*
 * typo_wrong_idiom: a set phrase with a slip in it: a character that sounds or looks like the right one (众志成诚, 破斧沉舟), a lost
 * one (先锋模作用), one too many (一如继既往), two changed over (同济共舟).
 *
 * What is near a set phrase is told by an index (idiom.h); a text that the dictionary reads well as it stands is no slip.
 *
 * Passes: what the lists of wrong words have (lexicon.h); forms that are in use (莫明其妙, 百废具兴); the play with a phrase between
 * quotation marks (一生“荷”求); names and titles; what is said of the wrong form itself (常误写成按步就班); characters that are forms of one
 * another.
 * Misses: two wrong characters in four; 的 地 得 and numerals put for one another; wrong forms that make words of their own; a lost
 * character of a phrase whose rest reads well; a character too many that sounds like neither neighbour; phrases over a line break.
 */
#include "check.h"

enum {
	SAID_REACH = 40,      /* how far from a slip the right form may stand when the text speaks of both */
	KIND_REACH = 2,       /* characters between a name and what it names: 百衣百顺|服装|店 */
	QUOTED_LONGEST = 12,  /* characters of a name or a play on words between quotation marks */
};

/* “一生荷求”: a short quotation without a mark is a name, a play on words or a form that is spoken of. */
static bool is_quoted(const struct article *article, struct span span)
{
	const struct pair *quote = pair_around(article, span.begin, PAIRS_QUOTE);
	return quote && quote->close > quote->open && quote->close - quote->open <= QUOTED_LONGEST + 1 &&
		article_find(article, quote->open + 1, quote->close, CLASSES_PAUSE) == quote->close;
}

/* 开了家一网情深咖啡馆, 常误写成按步就班 */
static bool is_named(const struct article *article, struct span span)
{
	static const char *const before[] = {"名为", "名為", "名叫", "取名", "命名为", "命名為", "谐音", "諧音", "写成", "寫成", "写作", "寫作", "误作", "誤作", "错成", "錯成",
		"误为", "誤為", "说成", "說成", "改成", "改为", "改為", "读成", "讀成", NULL};
	static const char *const after[] = {"店", "馆", "館", "公司", "餐厅", "餐廳", "酒家", "饭庄", "飯莊", "茶楼", "茶樓", "咖啡", "书屋", "書屋", "书局", "書局", "工作室", "节目", "節目",
		"栏目", "欄目", "专辑", "專輯", "乐队", "樂隊", "乐团", "樂團", "品牌", "超市", "火锅", "火鍋", "发廊", "髮廊", NULL};
	for (uint32_t at = span.end; at <= span.end + KIND_REACH && article_is_han(article, at); at++)
		if (article_starts_any(article, at, after))
			return true;
	return article_ends_any(article, span.begin, before);
}

/* Is the right form told from the wrong one in the same place? */
static bool is_said(const struct article *article, const struct idiom_slip *slip)
{
	uint32_t begin = article_back(article, slip->span.begin, SAID_REACH), end = article_ahead(article, slip->span.end, SAID_REACH);
	for (uint32_t at = begin; at + slip->length <= end; at++)
		if (article->cp[at] == slip->right[0] && memcmp(article->cp + at, slip->right, slip->length * sizeof *slip->right) == 0)
			return true;
	return false;
}

static void report_slip(void *user, const struct idiom_slip *slip)
{
	struct check_context *context = user;
	const struct article *article = context->article;
	bool is_sure = slip->is_firm && slip->fault != IDIOM_SWAPPED;
	if (lexicon_covers(article, slip->span, ~0u) || pair_around(article, slip->span.begin, PAIRS_TITLE) || is_quoted(article, slip->span) ||
		is_named(article, slip->span) || is_said(article, slip))
		return;
	struct finding *finding = report_add(context->report, slip->fault, slip->span);
	finding_text(finding, slip->span);
	finding_characters(finding, slip->right, slip->length);
	if (slip->is_only)
		finding_fix_characters(finding, is_sure ? FIX_SAFE : FIX_UNSAFE, slip->span, slip->right, slip->length);
}

static void run(struct check_context *context)
{
	idiom_each(context->data, context->article, report_slip, context);
}

/* In the order of enum idiom_fault. */
static const struct check_message messages[] = {
	[IDIOM_WRONG] = {"wrong", N_("wrong character in a set phrase: “{0}”, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[IDIOM_LOST] = {"lost", N_("a set phrase lacks a character: “{0}”, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[IDIOM_EXTRA] = {"extra", N_("one character too many in a set phrase: “{0}”, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[IDIOM_SWAPPED] = {"swapped", N_("characters of a set phrase are changed over: “{0}”, usually “{1}”"), SEVERITY_NOTE,
		PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_typo_wrong_idiom = {
	.struct_size = sizeof(struct check),
	.name = "typo_wrong_idiom",
	.summary = N_("a set phrase of four or more characters with a slip in it"),
	.needs = NEED_WORDS | NEED_PAIRS | NEED_LEXICON,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
