/* ending: the last sentence of a paragraph, counted word by word. */
#include "ending.h"

#include "word.h"

enum {
	SENTENCE = 8, /* characters of a last sentence */
	NEAR = 400,   /* of it that are looked at */
	LAST_CLAUSE = 3,
	LIST = 3, /* enumeration marks of a list of names */
	TITLE_LONGEST = 150,
	CREDIT = 30,     /* characters of a bracket that names who took the picture */
	SHOWN = 6,       /* characters of the last words that a message quotes, */
	SHOWN_FROM = 20, /* in whole words out of so many */
};

bool ending_is_address(const struct article *article, struct span span)
{
	uint64_t text =
		CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_HALF_STOP) | CLASS_BIT(CLASS_DASH) | CLASS_BIT(CLASS_SYMBOL);
	uint32_t begin = article_skip_back(article, span.end, span.begin, text);
	uint64_t code = CLASS_BIT(CLASS_HALF_STOP) | CLASS_BIT(CLASS_DASH) | CLASS_BIT(CLASS_SYMBOL);
	bool is_code = article_find(article, begin, span.end, code) < span.end;
	return is_code && article->cls[span.end - 1] != CLASS_SYMBOL && article_count(article, (struct span){begin, span.end}, text & ~code) > 4;
}

bool ending_is_caption(const struct article *article, struct span span)
{
	static const char *const starts[] = {"图为", "圖為", "图：", "圖：", "图/", "圖／", "图片", "圖片", "上图", "上圖", "下图", "下圖", "左图",
		"左圖", "右图", "右圖", "资料图", "資料圖", "▲", "△"};
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (article_starts(article, span.begin, starts[i]))
			return true;
	uint32_t end = article_skip_back(article, span.end, span.begin, CLASSES_CLOSING | CLASSES_BLANK);
	uint32_t from = end - span.begin > CREDIT ? end - CREDIT : span.begin;
	if (character_is_one_of(article->cp[end - 1], U"摄攝"))
		return true;
	for (uint32_t i = from; i < end; i++)
		if (article_starts(article, i, "摄影") || article_starts(article, i, "攝影") || article_starts(article, i, "供图") ||
			article_starts(article, i, "供圖"))
			return true;
	return false;
}

bool ending_is_document_title(const struct article *article, struct span span)
{
	static const char *const ends[] = {"意见", "意見", "通知", "决定", "決定", "办法", "辦法", "规定", "規定", "公告", "通告", "报告", "報告",
		"批复", "批覆", "复函", "覆函", "纪要", "紀要", "方案", "条例", "條例", "请示", "請示", NULL};
	static const char *const about[] = {"关于", "關於", NULL};
	if (span.end - span.begin > TITLE_LONGEST || article_has(article, CLASS_END_STOP, span))
		return false;
	return article_ends_any(article, span.end, ends) && article_holds_any(article, span, about);
}

bool ending_is_text(const struct article *article, struct span span)
{
	uint64_t text = CLASSES_HAN | CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_FULL_DIGIT) | CLASS_BIT(CLASS_FULL_LATIN) |
			CLASS_BIT(CLASS_KANA);
	uint32_t end = article_skip_back(article, span.end, span.begin, CLASSES_CLOSING | CLASSES_BLANK);
	if (character_is_one_of(article->cp[span.end - 1], U"）)》〉】]"))
		return false;
	return end > span.begin && (class_in(article->cls[end - 1], text) || character_is_one_of(article->cp[end - 1], U"%％℃°"));
}

/* Where the last sentence begins: after the last mark that may end one. */
static uint32_t last_sentence(const struct article *article, struct span span)
{
	uint32_t at = span.end;
	while (at > span.begin && !class_in(article->cls[at - 1], CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_ELLIPSIS)) &&
		!character_is_one_of(article->cp[at - 1], U"!?") && !(article->cp[at - 1] == '.' && article_is_han(article, at - 2)))
		at--;
	return article_skip(article, at, span.end, CLASSES_CLOSING | CLASSES_BLANK);
}

/* What stands at the end of a paragraph, counted once. */
struct ending {
	struct span span;       /* the last sentence, without closing marks at its end */
	uint32_t clause;        /* where its last clause begins */
	uint32_t close;         /* the end of its last closing mark; its beginning if there is none */
	uint32_t commas, names; /* names: 、 《 · in the last clause */
	uint32_t words;         /* that only sentences have */
	uint32_t words_before;  /* of them before the last clause */
	bool after_colon;       /* the last clause stands after a colon */
	bool foreign;           /* signs of formulas, lists and glued lines */
};

/* 会 says something, 工会 nothing. */
static bool is_name(const struct word *word)
{
	return word->span.end - word->span.begin > 1 &&
	       (word->tag == WORD_NOUN || word->tag == WORD_PERSON || word->tag == WORD_PLACE || word->tag == WORD_ORGANISATION ||
		       word->tag == WORD_TIME || word->tag == WORD_NUMERAL);
}

/* Signs that no sentence has, and where two lines are glued together: …（张三）2005年8月…, 2012年--…, A - B */
static bool is_foreign(const struct article *article, uint32_t at)
{
	uint32_t cp = article->cp[at], before = article->cp[at - 1];
	if (cp == '-')
		return before == '-' || (before == ' ' && article->cp[at + 1] == ' ');
	return character_is_one_of(cp, U"<>=|→←＊*#^_♦●■×÷") || (article->cls[at] == CLASS_DIGIT && before == 0xFF09); /* ） */
}

static void count_ending(struct ending *ending, const struct article *article, uint32_t at, bool name)
{
	uint32_t cp = article->cp[at];
	bool comma = cp == 0xFF0C || cp == ','; /* ， */
	ending->foreign = ending->foreign || is_foreign(article, at);
	ending->close = class_in(article->cls[at], CLASS_BIT(CLASS_CLOSE)) ? at + 1 : ending->close;
	ending->commas += comma && article_is_han(article, at + 1);
	ending->words += !name && character_is_one_of(cp, U"了着著过過是在将將会會被把也都就还還很让讓有为為由以而可因但");
	ending->names += character_is_one_of(cp, U"、《·");
	if (comma || character_is_one_of(cp, U"；：;:")) {
		ending->clause = at + 1;
		ending->names = 0;
		ending->words_before = ending->words;
		ending->after_colon = cp == 0xFF1A || cp == ':'; /* ： */
	}
}

static struct ending ending_of(const struct article *article, const struct data *data, struct arena *scratch, struct span span)
{
	uint32_t begin = last_sentence(article, span);
	struct ending ending = {.span = {begin, article_skip_back(article, span.end, begin, CLASSES_CLOSING)}, .clause = begin, .close = begin};
	struct span near = {ending.span.end - begin > NEAR ? ending.span.end - NEAR : begin, ending.span.end};
	struct word *words;
	uint32_t count = begin < ending.span.end ? word_segment(data, article, near, scratch, &words) : 0;
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t at = words[i].span.begin; at < words[i].span.end; at++)
			count_ending(&ending, article, at, is_name(&words[i]));
	return ending;
}

/* …材料如下, …以下几种: what is announced follows. …，2007年: the end of a reference. */
static bool announces(const struct article *article, struct span clause)
{
	static const char *const words[] = {"如下", "以下", "下列", "下面", "下述", "左列", NULL};
	if (article_holds_any(article, clause, words))
		return true;
	uint32_t year = article_skip(article, clause.begin, clause.end, CLASSES_BLANK | CLASS_BIT(CLASS_DIGIT));
	return year + 1 == clause.end && year > clause.begin && article->cp[year] == 0x5E74; /* 年 */
}

bool ending_is_sentence(const struct article *article, const struct data *data, struct arena *scratch, struct span span)
{
	struct ending ending = ending_of(article, data, scratch, span);
	struct span clause = {ending.clause, ending.span.end};
	bool bare = ending.words == ending.words_before;
	bool is_list = bare && (ending.after_colon || (ending.names >= LIST && article->cp[clause.end - 1] != 0x7B49)); /* 等 */
	if (ending.foreign || is_list || announces(article, clause) || span.end - clause.begin < LAST_CLAUSE)
		return false;
	if (ending.span.begin > span.begin && span.end - ending.span.begin < SENTENCE)
		return false;
	return (ending.commas > 0 || ending.words > 0) && (ending.close == ending.span.begin || clause.end - ending.close > LAST_CLAUSE);
}

struct span ending_words(const struct article *article, const struct data *data, struct arena *scratch, struct span span)
{
	uint64_t marks = CLASSES_STOP | CLASSES_CLOSING | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_ELLIPSIS) | CLASS_BIT(CLASS_DASH);
	uint32_t end = article_skip_back(article, span.end, span.begin, CLASSES_CLOSING | CLASSES_BLANK);
	uint32_t least = end - span.begin > SHOWN_FROM ? end - SHOWN_FROM : span.begin;
	struct span shown = {article_skip_back(article, end, least, ~marks), end};
	if (shown.begin == shown.end)
		return (struct span){span.end - 1, span.end};
	struct word *words;
	uint32_t count = word_segment(data, article, shown, scratch, &words);
	for (uint32_t i = 0; i + 1 < count && end - words[i].span.end >= 2; i++) {
		bool hangs = i > 0 && span_length(words[i].span) == 1; /* 了, 的 */
		if (end - shown.begin <= SHOWN && !hangs)
			break;
		shown.begin = words[i].span.end;
	}
	return shown;
}
