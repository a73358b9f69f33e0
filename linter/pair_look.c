/*
 * pair_look: what stands round a mark, and so whether it is one. All of it is asked only of marks without a partner, or
 * where two readings compete, and looks a bounded distance.
 */
#include "pair_p.h"

enum {
	LABEL_MAXIMUM = 4,
	LABEL_DIGITS = 2, /* inside a sentence */
};

#define STOPS (CLASSES_STOP | CLASS_BIT(CLASS_ELLIPSIS))
#define SPACES (CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE) | CLASS_BIT(CLASS_INVISIBLE))
#define OPENINGS (CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_OPEN) | CLASS_BIT(CLASS_HALF_QUOTE))
#define CLOSINGS (CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE) | CLASS_BIT(CLASS_HALF_QUOTE))
#define WORDS (CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_LETTER))
#define WIDE (CLASSES_HAN | CLASSES_WIDE_STOP | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE))

/* Words before the arrow 》 of a link. */
static const char *const arrow_words[] = {"更多", "详情", "詳情", "全文", "查看", "进入", "進入", "点击", "點擊", "首页", "首頁", "下一页", "下一頁", "下一篇"};

/* ① to ⑳, ⑴, ⒈, ⓐ: numbers that are one character. */
static bool is_ready_label(uint32_t code_point)
{
	return code_point >= 0x2460 && code_point <= 0x24FF;
}

/* The beginning of the label 1, 12, a, iv, 一, 十二 that ends at END; END if there is none. */
static uint32_t label_begin(const struct article *article, uint32_t end)
{
	uint32_t at = end;
	uint64_t kinds = CLASS_BIT(CLASS_DIGIT);
	if (is_ready_label(article->cp[end - 1]))
		return end - 1;
	if (article->cp[end - 1] == '.')
		at--;
	if (article_is(article, at - 1, CLASSES_LATIN))
		kinds = CLASSES_LATIN;
	else if (article_is(article, at - 1, CLASS_BIT(CLASS_HAN_NUMERAL)))
		kinds = CLASS_BIT(CLASS_HAN_NUMERAL);
	else if (article_is(article, at - 1, CLASS_BIT(CLASS_FULL_DIGIT)))
		kinds = CLASS_BIT(CLASS_FULL_DIGIT);
	uint32_t begin = article_skip_back(article, at, at - LABEL_MAXIMUM > article->begin ? at - LABEL_MAXIMUM : article->begin, kinds);
	for (uint32_t i = begin; class_in(CLASS_LATIN, kinds) && at - begin > 1 && i < at; i++)
		if (article->cp[i] >= 0x80 || !strchr("ivxIVX", (int)article->cp[i]))
			return end;
	return begin == at ? end : begin;
}

/* 甲) 乙) where a clause or an item begins. */
static bool is_stem_label(const struct article *article, uint32_t at)
{
	static const uint16_t stems[] = {0x7532, 0x4E59, 0x4E19, 0x4E01, 0x620A, 0x5DF1, 0x5E9A, 0x8F9B, 0x58EC, 0x7678}; /* 甲乙丙丁戊己庚辛壬癸 */
	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
		if (article->cp[at - 1] == stems[i])
			return article_is(article, at - 2, STOPS | SPACES | CLASS_BIT(CLASS_NEWLINE));
	return false;
}

/* Does a paragraph begin with a label in two brackets, whose first character is of this class? （二） 3. （1） is none. */
static bool begins_bracketed(const struct article *article, const struct paragraph *paragraph, uint8_t class)
{
	uint32_t at = article_skip(article, paragraph->span.begin, paragraph->span.end, SPACES);
	if (!article_is(article, at, CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_OPEN)) || article->cls[at + 1] != class)
		return false;
	uint32_t end = article_skip(article, at + 1, at + 1 + LABEL_MAXIMUM, CLASS_BIT(class));
	return article_is(article, end, CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE));
}

/* A label that begins a paragraph, where others of its kind near have both brackets, has lost one. */
static bool has_lost_bracket(const struct article *article, uint32_t begin)
{
	enum { PARAGRAPHS = 8 };
	uint32_t own = article_paragraph_at(article, begin), last = own + PARAGRAPHS;
	if (article_skip(article, article->paragraphs[own].span.begin, begin, SPACES) < begin)
		return false;
	for (uint32_t i = own > PARAGRAPHS ? own - PARAGRAPHS : 0; i <= last && i < article->paragraph_count; i++)
		if (begins_bracketed(article, &article->paragraphs[i], article->cls[begin]))
			return true;
	return false;
}

/* 1） 一） where an item begins or one is meant (一）和三）); a numeral after other Han text is the end of a word: 星期五），每天. */
static bool is_label(const struct article *article, uint32_t at)
{
	if (is_stem_label(article, at))
		return true;
	uint32_t begin = label_begin(article, at);
	if (begin == at || article_is(article, begin - 1, WORDS | CLASS_BIT(CLASS_HAN_NUMERAL)) || article->cp[begin - 1] == '.')
		return false;
	if (at - begin > LABEL_DIGITS && article_is(article, begin, CLASSES_FIGURE) && !article_is(article, begin - 1, STOPS | SPACES | CLASS_BIT(CLASS_NEWLINE)))
		return false; /* 雍正三年1725） */
	if (article->cls[begin] == CLASS_HAN_NUMERAL && article_is_han(article, begin - 1) &&
		!character_is_one_of(article->cp[begin - 1], U"和与與及或见見按照在从從到至是为為如即分括有"))
		return false;
	return !has_lost_bracket(article, begin);
}

/* The eyes of :) ;-) before a mouth. */
static bool has_eyes(const struct article *article, uint32_t at)
{
	uint32_t eyes = article->cp[at - 1] == '-' ? article->cp[at - 2] : article->cp[at - 1];
	return eyes == ':' || eyes == ';' || eyes == '=' || eyes == 0xFF1A || eyes == 0xFF1B || eyes == '^';
}

enum mark_doubt mark_label(const struct article *article, uint32_t at)
{
	uint32_t begin = label_begin(article, at);
	if (has_eyes(article, at) || (begin < at && article_is(article, begin - 1, STOPS | SPACES)))
		return MARK_LIKELY;
	return begin < at && article_is(article, begin - 1, CLASSES_HAN) && article_is_han(article, at + 1) ? MARK_POSSIBLE : MARK_SURE;
}

bool mark_is_prime(const struct article *article, uint32_t at)
{
	return article_is(article, at - 1, CLASS_BIT(CLASS_DIGIT)) ||
	       (article->cp[at] == '\'' && article_is(article, at - 1, CLASS_BIT(CLASS_LATIN)));
}

bool mark_looks_closing(const struct article *article, uint32_t at)
{
	return article_is(article, at + 1, STOPS | SPACES | CLOSINGS | CLASS_BIT(CLASS_NEWLINE)) ||
		article_is(article, at - 1, CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_ELLIPSIS));
}

bool mark_looks_opening(const struct article *article, uint32_t at)
{
	return article_is(article, at - 1, STOPS | SPACES | OPENINGS | CLASS_BIT(CLASS_NEWLINE)) &&
		!article_is(article, at + 1, STOPS | SPACES | CLOSINGS | CLASS_BIT(CLASS_NEWLINE));
}

bool mark_begins(const struct article *article, const struct paragraph *paragraph, uint32_t at)
{
	return article_skip_back(article, at, paragraph->span.begin, SPACES | OPENINGS) == paragraph->span.begin;
}

bool mark_ends(const struct article *article, const struct paragraph *paragraph, uint32_t at)
{
	uint32_t rest = article_skip(article, at + 1, paragraph->span.end, SPACES | STOPS | CLOSINGS);
	return rest >= paragraph->span.end || article_is(article, rest, CLASS_BIT(CLASS_DASH) | OPENINGS);
}

/* 3．快板》夸夸》 beside 2．女声独唱《采莲谣》: the lines before and after have the mark that opens, and here two close round a title. */
static bool is_swapped(const struct article *article, uint32_t at)
{
	enum { TITLE_REACH = 24, LINE_REACH = 60 };
	uint32_t index = article_paragraph_at(article, at), opening = article->cp[at] - 1;
	const struct paragraph *own = &article->paragraphs[index];
	uint32_t end = article_ahead(article, at, TITLE_REACH), close = at + 1;
	while (close < end && close < own->span.end && article->cp[close] != article->cp[at] && article->cp[close] != opening)
		close++;
	if (own->role == ROLE_NAVIGATION || close == end || close >= own->span.end || article->cp[close] == opening || close < at + 2 ||
		article_is(article, at + 1, SPACES) || article_is(article, close - 1, SPACES))
		return false;
	for (uint32_t i = index > 0 ? index - 1 : 0; i <= index + 1 && i < article->paragraph_count; i++)
		for (uint32_t k = article->paragraphs[i].span.begin; i != index && k < article->paragraphs[i].span.end && k < article->paragraphs[i].span.begin + LINE_REACH; k++)
			if (article->cp[k] == opening)
				return true;
	return false;
}

static bool is_arrow(const struct article *article, const struct mark *mark)
{
	uint32_t at = mark->at;
	uint64_t edges = SPACES | CLASS_BIT(CLASS_NEWLINE);
	if (mark->side == MARK_OPENS)
		return article_is(article, at + 1, edges);
	if (is_swapped(article, at))
		return false;
	if (article_is(article, at - 1, edges))
		return true;
	/* A row of them, 》》 or 首页》新闻》正文: the nearest mark within a label's length is another 》. */
	for (uint32_t i = at + 1; i < at + ARTICLE_GUARD && !article_is(article, i, STOPS | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_OPEN)); i++)
		if (article->cp[i] == article->cp[at])
			return true;
	for (size_t i = 0; i < sizeof arrow_words / sizeof *arrow_words; i++)
		if (article_ends(article, at, arrow_words[i]))
			return true;
	return false;
}

static bool single_is_other(const struct article *article, const struct mark *mark)
{
	bool before = article_is(article, mark->at - 1, WORDS), after = article_is(article, mark->at + 1, WORDS);
	if (mark->side == MARK_CLOSES)
		return before || after;
	return before || (after && !article_is_han(article, mark->at - 1));
}

bool mark_is_other(const struct article *article, const struct mark *mark)
{
	uint32_t at = mark->at;
	bool beside_wide = article_is(article, at - 1, WIDE) || article_is(article, at + 1, WIDE);
	switch (mark->kind) {
	case PAIR_PARENTHESIS:
		if (mark->side == MARK_CLOSES)
			return is_label(article, at) || has_eyes(article, at);
		return has_eyes(article, at) && !article_is(article, at + 1, WORDS | WIDE);
	case PAIR_TITLE: case PAIR_ANGLE:
		return is_arrow(article, mark);
	case PAIR_SINGLE_QUOTE:
		return single_is_other(article, mark);
	case PAIR_DOUBLE_QUOTE:
		return mark->side == MARK_CLOSES && (article_is(article, at - 1, CLASS_BIT(CLASS_DIGIT)) || article->cp[at - 1] == 0x2032);
	case PAIR_STRAIGHT_SINGLE:
		return !beside_wide || article_is(article, at - 1, WORDS) || article_is(article, at + 1, WORDS);
	case PAIR_STRAIGHT_DOUBLE:
		return article_is(article, at - 1, CLASS_BIT(CLASS_DIGIT));
	case PAIR_SQUARE: case PAIR_BRACE:
		return !beside_wide;
	default:
		return false;
	}
}
