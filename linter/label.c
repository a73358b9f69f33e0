/* label: told from the role of a paragraph, from its first words and from its neighbours. */
#include "label.h"

#include "pair.h"

enum {
	HEADING_LONGEST = 40,
	CAPTION_LONGEST = 60,
	SECTION_LONGEST = 20, /* of 一、…, with its number */
	NUMERAL_LONGEST = 3,  /* 二十一 */
	BODY_SHORTEST = 24,   /* of what stands under a heading */
	SECTIONS_REACH = 12,  /* paragraphs between two headings of one form */
	VERSE_FIVE = 5,
	VERSE_SEVEN = 7,
};

/* How a heading is numbered; items of a list are numbered so too. */
enum section { SECTION_NONE, SECTION_CHAPTER, SECTION_HAN, SECTION_BRACKET };

static const char *const chapters[] = {"章", "节", "節", "编", "編", "部分", "讲", "講", "回", NULL};

/* Where a text that begins so comes from: no first words but those of a report, so that the line over it is its title. */
static const char *const datelines[] = {"本报", "本報", "本刊讯", "本刊訊", "本网讯", "本網訊", "本社讯", "本社訊", "本台讯", "本台訊", "新华社",
	"新華社", "新华网", "中新社", "中新网", "中央社", "【本报", "【本報", "【记者", "【記者", "（本报", "（本報", "（记者", "（記者", "（中央社",
	"（新华社", "记者", "記者", NULL};

/* A line of another kind that may stand over a text as well. */
static const char *const remarks[] = {
	"编者按", "編者按", "编者", "編者", "导语", "導語", "本文", "本报", "本報", "谨以", "謹以", "献给", "獻給", NULL};

static const char *const captions[] = {"图为", "圖為", "上图为", "上圖為", "下图为", "下圖為", "左图为", "左圖為", "右图为", "右圖為", "图：", "圖：",
	"图片：", "圖片：", "图说：", "圖說：", "图片说明：", "圖片說明：", "资料图：", "資料圖：", "资料图片：", "資料圖片：", "资料照片：",
	"資料照片：", "▲", "△", "▼", "↑", "↓", NULL};

/* 图为之一变 begins as a caption does. */
static const char *const no_captions[] = {"图为之", "圖為之", "图为己", "圖為己", "图为什", "圖為什", "图为何", "圖為何", NULL};

static bool holds(const struct article *article, struct span text, uint64_t classes)
{
	return article_find(article, text.begin, text.end, classes) < text.end;
}

/* Is there another sentence before the last mark? */
static bool has_sentences(const struct article *article, struct span text)
{
	struct span inside = {text.begin, text.end - 1};
	return holds(article, inside, CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_NEWLINE));
}

/* “路在脚下”。 */
static bool is_quotation(const struct article *article, struct span text)
{
	const struct pair *pair = pair_opening(article, text.begin);
	return pair && (PAIR_BIT(pair->kind) & PAIRS_QUOTE) && pair->close + 2 >= text.end;
}

/* Clauses of five or of seven characters each: 海上生明月，天涯共此时。 */
static bool is_verse(const struct article *article, struct span text)
{
	uint32_t clauses = 0, length = 0;
	for (uint32_t at = text.begin; at < text.end; clauses++) {
		uint32_t end = article_skip(article, at, text.end, CLASSES_HAN);
		length = length ? length : end - at;
		if (end - at != length || (length != VERSE_FIVE && length != VERSE_SEVEN))
			return false;
		if (article->cp[end] == 0x3001) /* 、: a list */
			return false;
		at = article_skip(article, end, text.end, CLASSES_STOP);
	}
	return clauses > 1;
}

/* The number with which a paragraph begins as headings do; *END is behind it. */
static enum section section_at(const struct article *article, uint32_t at, uint32_t *end)
{
	bool chapter = article->cp[at] == U'第', bracket = character_is_one_of(article->cp[at], U"（(");
	uint32_t first = at + (chapter || bracket),
		 last = article_skip(article, first, article_ahead(article, first, NUMERAL_LONGEST), CLASSES_FIGURE);
	*end = last + 1;
	if (last == first)
		return SECTION_NONE;
	if (chapter)
		return article_starts_any(article, last, chapters) ? SECTION_CHAPTER : SECTION_NONE;
	if (!article_is(article, first, CLASS_BIT(CLASS_HAN_NUMERAL)))
		return SECTION_NONE;
	if (bracket)
		return character_is_one_of(article->cp[last], U"）)") ? SECTION_BRACKET : SECTION_NONE;
	return article->cp[last] == U'、' ? SECTION_HAN : SECTION_NONE;
}

static bool is_body(const struct article *article, uint32_t index)
{
	uint32_t end;
	if (index >= article->paragraph_count || article->paragraphs[index].role != ROLE_BODY || !article->paragraphs[index].ends_sentence)
		return false;
	struct span text = article_trim(article, article->paragraphs[index].span);
	return span_length(text) >= BODY_SHORTEST && section_at(article, text.begin, &end) == SECTION_NONE;
}

/* A short line with a number, over text: 一、加强领导, with or without a mark. What tells of a deed (通过了预算) may be an item. */
static enum section section_of(const struct article *article, uint32_t index)
{
	uint32_t end;
	struct span text = article_trim(article, article->paragraphs[index].span);
	if (span_length(text) > SECTION_LONGEST || span_length(text) < 2 || !is_body(article, index + 1))
		return SECTION_NONE;
	enum section section = section_at(article, text.begin, &end);
	uint64_t marks = CLASSES_PAUSE | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_OPEN);
	if (section == SECTION_NONE || end >= text.end || holds(article, (struct span){end, text.end - 1}, marks))
		return SECTION_NONE;
	for (uint32_t at = end; at < text.end; at++)
		if (character_is_one_of(article->cp[at], U"了是"))
			return SECTION_NONE;
	return section;
}

/* One of several headings that are numbered in one way, each with its text under it? */
static bool is_section(const struct article *article, uint32_t index)
{
	enum section section = section_of(article, index);
	if (section == SECTION_NONE)
		return false;
	uint32_t first = index > SECTIONS_REACH ? index - SECTIONS_REACH : 0;
	for (uint32_t i = first; i < article->paragraph_count && i <= index + SECTIONS_REACH; i++)
		if (i != index && section_of(article, i) == section)
			return true;
	return false;
}

/* The first line over a byline, a date or the dateline of a report. A story may begin with a short sentence. */
static bool is_title(const struct article *article, uint32_t index, struct span text)
{
	if (index > 0 || article->paragraph_count < 2 || article->paragraphs[0].role == ROLE_LIST_ITEM ||
		article_starts_any(article, text.begin, remarks))
		return false;
	enum role next = article->paragraphs[1].role;
	struct span under = article_trim(article, article->paragraphs[1].span);
	return next == ROLE_BYLINE || next == ROLE_DATE_LINE ||
	       (next == ROLE_BODY && span_length(under) >= BODY_SHORTEST && article_starts_any(article, under.begin, datelines));
}

static bool is_heading(const struct article *article, uint32_t index, struct span text)
{
	enum role role = article->paragraphs[index].role;
	if (role == ROLE_TITLE || role == ROLE_HEADING)
		return true;
	return (role == ROLE_BODY || role == ROLE_LIST_ITEM) && (is_title(article, index, text) || is_section(article, index));
}

/* 图1：水位变化, 表3　各村户数; not 图1显示 */
static bool is_numbered_caption(const struct article *article, uint32_t at)
{
	if (!character_is_one_of(article->cp[at], U"图圖表"))
		return false;
	uint32_t digits = article_skip(article, at + 1, article_ahead(article, at, 3), CLASSES_SPACE);
	uint32_t end = article_skip(article, digits, article_ahead(article, at, 10), CLASSES_FIGURE | CLASS_BIT(CLASS_DASH));
	return end > digits && (article->cp[end] == 0xFF1A || article->cp[end] == 0x3000); /* ： and an ideographic space */
}

static bool is_caption(const struct article *article, struct span text)
{
	return (article_starts_any(article, text.begin, captions) && !article_starts_any(article, text.begin, no_captions)) ||
	       is_numbered_caption(article, text.begin);
}

enum label label_of(const struct article *article, uint32_t index)
{
	const struct paragraph *paragraph = &article->paragraphs[index];
	if (span_length(paragraph->span) > 2 * CAPTION_LONGEST || paragraph->role == ROLE_VERSE || paragraph->role == ROLE_TABLE ||
		paragraph->role == ROLE_NAVIGATION)
		return LABEL_NONE;
	struct span text = paragraph->span;
	text.begin = article_skip(article, text.begin, text.end, CLASSES_BLANK | CLASS_BIT(CLASS_OBJECT)); /* a picture over its caption */
	text.end = article_skip_back(article, text.end, text.begin, CLASSES_BLANK);
	if (span_length(text) < 2 || span_length(text) > CAPTION_LONGEST || has_sentences(article, text))
		return LABEL_NONE;
	if (is_caption(article, text))
		return LABEL_CAPTION;
	if (span_length(text) > HEADING_LONGEST || is_quotation(article, text) || is_verse(article, text))
		return LABEL_NONE;
	return is_heading(article, index, text) ? LABEL_HEADING : LABEL_NONE;
}
