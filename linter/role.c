/*
 * role: what each line of a plain text is.
 *
 * Prose decides: the lines before the first paragraph of prose are the head (title, byline, date), those after the last
 * one the tail (signature, links); between them a short line without an end mark is a heading or a caption. Only lines of
 * at most SHORT characters are read; a longer one is body text, or a list item by its marker.
 */
#include "role_p.h"

#define SPACES (CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE) | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_INVISIBLE))
#define STOPS (CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_INNER_STOP) | CLASS_BIT(CLASS_HALF_STOP))

enum {
	SHORT = 100,            /* characters: a longer line is not read through */
	PROSE = 60,             /* a line as long as this is prose whatever its end */
	SENTENCE = 15,          /* one that ends a sentence is prose from here */
	HEADING_LONGEST = 40,
	VERSE_LONGEST = 20,     /* characters of a line of verse */
	VERSE_LINES = 3,
	VERSE_HEAD = 7,         /* lines of verse over the first prose */
	CAPTION_SHORTEST = 15,  /* a line without a mark, a number or a space: shorter it is a heading */
	LABEL_LONGEST = 5,      /* 遗失声明: never a caption */
	LIST_DEPTH = 6,
};

/* What is asked of a short line, counted once. */
struct shape {
	uint32_t begin, end;    /* without indent and trailing spaces */
	uint32_t length;
	uint32_t colon;         /* position of the first colon; 0: none */
	uint8_t tabs, pipes, gaps, arrows; /* columns: gaps are two spaces or an ideographic one inside the line */
	uint8_t inner, ends;    /* stops inside; colons do not count as inner ones */
	uint8_t marker;         /* enum marker */
	uint8_t opens;          /* OPENS_... */
	bool full_stop;         /* 。 inside: no heading, no caption */
	bool prose;
};

struct teller {
	const struct article *article;
	struct paragraph *paragraphs;
	struct shape *shapes;
	uint32_t count;
	uint32_t first, last;   /* the first and the last line of prose; first == count: there is none */
	uint32_t blanks;        /* blank lines between most lines */
	bool stops;             /* the article has full stops: that one is missing says something */
};

/* What the first words of a line say of it. */
enum {
	OPENS_BYLINE = 1 << 0,
	OPENS_DATE = 1 << 1,
	OPENS_CAPTION = 1 << 2,
	OPENS_SIGNATURE = 1 << 3,
	OPENS_NAVIGATION = 1 << 4,
	OPENS_LINKS = 1 << 5,   /* after it, at the end of an article, come links only */
};

/* Sorted by code point: found from the first one. A unit test proves the order. */
const struct role_opening role_openings[] = {
	{"(作者", OPENS_SIGNATURE}, {"(完)", OPENS_SIGNATURE}, {"(記者", OPENS_SIGNATURE}, {"(记者", OPENS_SIGNATURE}, {"Copyright", OPENS_NAVIGATION},
	{"copyright", OPENS_NAVIGATION}, {"©", OPENS_NAVIGATION}, {"——", OPENS_SIGNATURE}, {"↑", OPENS_CAPTION}, {"↓", OPENS_CAPTION},
	{"▲", OPENS_CAPTION}, {"△", OPENS_CAPTION}, {"▼", OPENS_CAPTION}, {"【完】", OPENS_SIGNATURE}, {"上一篇", OPENS_NAVIGATION},
	{"上一頁", OPENS_NAVIGATION}, {"上一页", OPENS_NAVIGATION}, {"上图", OPENS_CAPTION}, {"上圖", OPENS_CAPTION}, {"下一篇", OPENS_NAVIGATION},
	{"下一頁", OPENS_NAVIGATION}, {"下一页", OPENS_NAVIGATION}, {"下图", OPENS_CAPTION}, {"下圖", OPENS_CAPTION},
	{"为你推荐", OPENS_NAVIGATION | OPENS_LINKS}, {"今日热点", OPENS_NAVIGATION}, {"今日熱點", OPENS_NAVIGATION}, {"作者", OPENS_BYLINE},
	{"來源:", OPENS_DATE}, {"來源：", OPENS_DATE}, {"來稿", OPENS_BYLINE}, {"供稿", OPENS_SIGNATURE}, {"关键词：", OPENS_NAVIGATION},
	{"分享到", OPENS_NAVIGATION}, {"分享至", OPENS_NAVIGATION}, {"发布日期", OPENS_DATE}, {"发布时间", OPENS_DATE}, {"右图", OPENS_CAPTION},
	{"右圖", OPENS_CAPTION}, {"图/", OPENS_CAPTION}, {"图/文", OPENS_BYLINE}, {"图:", OPENS_CAPTION}, {"图为", OPENS_CAPTION}, {"图文", OPENS_BYLINE},
	{"图片", OPENS_CAPTION}, {"图说", OPENS_CAPTION}, {"图／", OPENS_CAPTION}, {"图／文", OPENS_BYLINE}, {"图：", OPENS_CAPTION},
	{"圖/", OPENS_CAPTION}, {"圖/文", OPENS_BYLINE}, {"圖:", OPENS_CAPTION}, {"圖文", OPENS_BYLINE}, {"圖為", OPENS_CAPTION}, {"圖片", OPENS_CAPTION},
	{"圖說", OPENS_CAPTION}, {"圖／", OPENS_CAPTION}, {"圖／文", OPENS_BYLINE}, {"圖：", OPENS_CAPTION}, {"声明：本网", OPENS_NAVIGATION},
	{"实习生", OPENS_BYLINE}, {"实习记者", OPENS_BYLINE}, {"审核:", OPENS_SIGNATURE}, {"审核：", OPENS_SIGNATURE}, {"實習生", OPENS_BYLINE},
	{"實習記者", OPENS_BYLINE}, {"審核：", OPENS_SIGNATURE}, {"左图", OPENS_CAPTION}, {"左圖", OPENS_CAPTION},
	{"延伸閱讀", OPENS_NAVIGATION | OPENS_LINKS}, {"延伸阅读", OPENS_NAVIGATION | OPENS_LINKS}, {"当前位置", OPENS_NAVIGATION},
	{"您现在的位置", OPENS_NAVIGATION}, {"您現在的位置", OPENS_NAVIGATION}, {"您的位置", OPENS_NAVIGATION}, {"您目前的位置", OPENS_NAVIGATION},
	{"扫一扫", OPENS_NAVIGATION}, {"扫码关注", OPENS_NAVIGATION}, {"掃一掃", OPENS_NAVIGATION}, {"採寫", OPENS_BYLINE}, {"採訪", OPENS_BYLINE},
	{"推荐阅读", OPENS_NAVIGATION | OPENS_LINKS}, {"推薦閱讀", OPENS_NAVIGATION | OPENS_LINKS}, {"摄影", OPENS_BYLINE}, {"撰文", OPENS_BYLINE},
	{"撰稿", OPENS_SIGNATURE}, {"攝影", OPENS_BYLINE}, {"文 ", OPENS_BYLINE}, {"文/", OPENS_BYLINE}, {"文图", OPENS_BYLINE}, {"文圖", OPENS_BYLINE},
	{"文字/", OPENS_BYLINE}, {"文字／", OPENS_BYLINE}, {"文字：", OPENS_BYLINE}, {"文章來源", OPENS_DATE}, {"文章关键词", OPENS_NAVIGATION},
	{"文章来源", OPENS_DATE}, {"文章關鍵字", OPENS_NAVIGATION}, {"文／", OPENS_BYLINE}, {"文：", OPENS_BYLINE}, {"日期:", OPENS_DATE}, {"日期：", OPENS_DATE},
	{"时间：20", OPENS_DATE}, {"時間：20", OPENS_DATE}, {"更多>", OPENS_NAVIGATION}, {"更新时间", OPENS_DATE}, {"更新時間", OPENS_DATE},
	{"最新文章", OPENS_NAVIGATION | OPENS_LINKS}, {"本刊記者", OPENS_BYLINE}, {"本刊记者", OPENS_BYLINE}, {"本台記者", OPENS_BYLINE},
	{"本台记者", OPENS_BYLINE}, {"本報記者", OPENS_BYLINE}, {"本报记者", OPENS_BYLINE}, {"来源:", OPENS_DATE}, {"来源：", OPENS_DATE},
	{"查看更多", OPENS_NAVIGATION}, {"标签:", OPENS_NAVIGATION}, {"标签：", OPENS_NAVIGATION}, {"校对", OPENS_SIGNATURE}, {"校對", OPENS_SIGNATURE},
	{"標籤:", OPENS_NAVIGATION}, {"標籤：", OPENS_NAVIGATION}, {"為你推薦", OPENS_NAVIGATION | OPENS_LINKS},
	{"热门推荐", OPENS_NAVIGATION | OPENS_LINKS}, {"热门文章", OPENS_NAVIGATION | OPENS_LINKS}, {"熱門推薦", OPENS_NAVIGATION | OPENS_LINKS},
	{"熱門文章", OPENS_NAVIGATION | OPENS_LINKS}, {"版权所有", OPENS_NAVIGATION}, {"版權所有", OPENS_NAVIGATION}, {"特派员", OPENS_BYLINE},
	{"特派員", OPENS_BYLINE}, {"特約記者", OPENS_BYLINE}, {"特约记者", OPENS_BYLINE}, {"猜你喜欢", OPENS_NAVIGATION | OPENS_LINKS},
	{"猜你喜歡", OPENS_NAVIGATION | OPENS_LINKS}, {"發佈日期", OPENS_DATE}, {"發佈時間", OPENS_DATE}, {"發布日期", OPENS_DATE}, {"發布時間", OPENS_DATE},
	{"监制", OPENS_SIGNATURE}, {"監製", OPENS_SIGNATURE}, {"目前位置", OPENS_NAVIGATION}, {"相关文章", OPENS_NAVIGATION | OPENS_LINKS},
	{"相关新闻", OPENS_NAVIGATION | OPENS_LINKS}, {"相关链接", OPENS_NAVIGATION | OPENS_LINKS}, {"相关阅读", OPENS_NAVIGATION | OPENS_LINKS},
	{"相關文章", OPENS_NAVIGATION | OPENS_LINKS}, {"相關新聞", OPENS_NAVIGATION | OPENS_LINKS}, {"相關連結", OPENS_NAVIGATION | OPENS_LINKS},
	{"相關閱讀", OPENS_NAVIGATION | OPENS_LINKS}, {"示意图", OPENS_CAPTION}, {"示意圖", OPENS_CAPTION}, {"稿源", OPENS_DATE},
	{"網站地圖", OPENS_NAVIGATION}, {"編譯", OPENS_BYLINE}, {"編輯:", OPENS_SIGNATURE}, {"編輯：", OPENS_SIGNATURE}, {"编剧", OPENS_BYLINE},
	{"编审", OPENS_SIGNATURE}, {"编译", OPENS_BYLINE}, {"编辑/", OPENS_SIGNATURE}, {"编辑:", OPENS_SIGNATURE}, {"编辑：", OPENS_SIGNATURE},
	{"网站地图", OPENS_NAVIGATION}, {"见习记者", OPENS_BYLINE}, {"記者", OPENS_BYLINE}, {"记者", OPENS_BYLINE}, {"責任編輯", OPENS_SIGNATURE},
	{"責編", OPENS_SIGNATURE}, {"資料圖", OPENS_CAPTION}, {"資料照片", OPENS_CAPTION}, {"责任编辑", OPENS_SIGNATURE}, {"责编", OPENS_SIGNATURE},
	{"资料图", OPENS_CAPTION}, {"资料照片", OPENS_CAPTION}, {"返回頂部", OPENS_NAVIGATION}, {"返回顶部", OPENS_NAVIGATION}, {"返回首頁", OPENS_NAVIGATION},
	{"返回首页", OPENS_NAVIGATION}, {"通訊員", OPENS_BYLINE}, {"通讯员", OPENS_BYLINE}, {"采写", OPENS_BYLINE}, {"采访", OPENS_BYLINE},
	{"關鍵字：", OPENS_NAVIGATION}, {"首頁", OPENS_NAVIGATION}, {"首页", OPENS_NAVIGATION}, {"（作者", OPENS_SIGNATURE}, {"（供稿", OPENS_SIGNATURE},
	{"（完）", OPENS_SIGNATURE}, {"（本報", OPENS_SIGNATURE}, {"（本报", OPENS_SIGNATURE}, {"（本文", OPENS_SIGNATURE}, {"（記者", OPENS_SIGNATURE},
	{"（记者", OPENS_SIGNATURE},
};
const uint32_t role_opening_count = sizeof role_openings / sizeof *role_openings;

static const char *const caption_ends[] = {"摄", "攝", "摄）", "攝）", "摄)", "攝)", "供图", "供圖", "供图）", "供圖）", "提供）", "示意图", "示意圖", "现场图片",
	"现场照片", "現場照片", "點擊放大", "点击放大", NULL};

/* OPENS_... of the words at a position. */
static uint8_t openings_at(const struct article *article, uint32_t at)
{
	uint32_t low = 0, high = role_opening_count, cp = article->cp[at];
	uint8_t found = 0;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		const char *text = role_openings[middle].text;
		if (character_decode(&text) < cp)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < role_opening_count; low++) {
		const char *text = role_openings[low].text;
		if (character_decode(&text) != cp)
			break;
		if (article_goes_on(article, at + 1, text))
			found |= role_openings[low].opens;
	}
	return found;
}

static bool is_digit(const struct article *article, uint32_t at)
{
	return class_in(article->cls[at], CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_FULL_DIGIT));
}

static bool is_count(uint32_t cp)
{
	return (character_numeral(cp) >= 1 && character_numeral(cp) <= 100) || character_is_one_of(cp, "甲乙丙丁戊己庚辛");
}

/* A run of numerals at AT, at most MOST long: how many. */
static uint32_t run_of(const struct article *article, uint32_t at, bool han, uint32_t most)
{
	uint32_t length = 0;
	while (length <= most && (han ? is_count(article->cp[at + length]) : is_digit(article, at + length)))
		length++;
	return length <= most ? length : 0;
}

static enum marker marker_bracket(const struct article *article, uint32_t at, uint32_t *end)
{
	uint32_t han = run_of(article, at + 1, true, 3), digits = run_of(article, at + 1, false, 3);
	uint32_t length = han ? han : digits;
	*end = at + length + 2;
	if (length == 0 || !character_is_one_of(article->cp[at + 1 + length], "）)"))
		return MARKER_NONE;
	return han ? MARKER_HAN_BRACKET : MARKER_DIGIT_BRACKET;
}

static enum marker marker_number(const struct article *article, uint32_t at, uint32_t *end)
{
	uint32_t digits = run_of(article, at, false, 3);
	uint32_t after = at + digits;
	*end = after + 1;
	if (digits == 0 && article->cls[at] == CLASS_LATIN && character_is_one_of(article->cp[at + 1], ")）")) {
		*end = at + 2;
		return MARKER_HALF_BRACKET;
	}
	if (digits == 0)
		return MARKER_NONE;
	if (character_is_one_of(article->cp[after], ")）"))
		return MARKER_HALF_BRACKET;
	if (character_is_one_of(article->cp[after], "．、") || (article->cp[after] == '.' && !is_digit(article, after + 1)))
		return MARKER_DIGIT;
	return MARKER_NONE;
}

static enum marker marker_han(const struct article *article, uint32_t at, uint32_t *end)
{
	if (article->cp[at] == 0x7B2C) { /* 第 */
		uint32_t length = run_of(article, at + 1, true, 6);
		length = length ? length : run_of(article, at + 1, false, 4);
		*end = at + length + 2;
		return length > 0 && character_is_one_of(article->cp[at + 1 + length], "条條章节節款编編") ? MARKER_ARTICLE : MARKER_NONE;
	}
	uint32_t length = run_of(article, at, true, 3);
	*end = at + length + 1;
	if (length == 0)
		return MARKER_NONE;
	if (character_is_one_of(article->cp[at + length], "、．.") && !class_in(article->cls[at + length + 1], CLASS_BIT(CLASS_HAN_NUMERAL)))
		return character_is_one_of(article->cp[at], "壹贰貳叁參肆伍陆陸柒捌玖拾甲乙丙丁戊己庚辛") ? MARKER_FORMAL : MARKER_HAN;
	return article->cp[at + length] == 0x662F ? MARKER_ORDINAL : MARKER_NONE; /* 是 */
}

enum marker role_marker(const struct article *article, struct span span, uint32_t *end)
{
	uint32_t at = article_skip(article, span.begin, span.end, SPACES), after = at;
	uint32_t cp = article->cp[at];
	enum marker marker = MARKER_NONE;
	if (at >= span.end)
		marker = MARKER_NONE;
	else if (class_is_han(article->cls[at]))
		marker = cp == 0x7B2C || is_count(cp) ? marker_han(article, at, &after) : MARKER_NONE; /* 第 */
	else if (is_digit(article, at) || article->cls[at] == CLASS_LATIN)
		marker = marker_number(article, at, &after);
	else if (cp == '(' || cp == 0xFF08) /* （ */
		marker = marker_bracket(article, at, &after);
	else if (cp >= 0x2460 && cp <= 0x249B)
		marker = MARKER_CIRCLED, after = at + 1;
	else if (character_is_one_of(cp, "•●■□▲◆◇○※★☆►▶·") || (character_is_one_of(cp, "-*+") && article->cp[at + 1] == ' '))
		marker = MARKER_BULLET, after = at + 1;
	if (end)
		*end = after;
	return marker;
}

static bool is_gap(const struct article *article, uint32_t at)
{
	return article->cp[at] == 0x3000 ||
		(class_in(article->cls[at], SPACES) && class_in(article->cls[at + 1], SPACES) && !class_in(article->cls[at - 1], SPACES));
}

/* Counts a mark, a space or a sign of a line. */
static void count_character(struct shape *shape, const struct article *article, uint32_t at)
{
	uint32_t cp = article->cp[at];
	switch (cp) {
	case '\t': shape->tabs++; break;
	case '|': case 0xFF5C: case 0x2502: shape->pipes++; break;                       /* ｜ │ */
	case '>': case 0xBB: case 0x203A: case 0xFF1E: shape->arrows++; break;           /* » › ＞ */
	case ',': case ';': case 0xFF0C: case 0x3001: case 0xFF1B: shape->inner++; break; /* ，、； */
	case ':': case 0xFF1A: shape->colon = shape->colon ? shape->colon : at; break;   /* ： */
	case 0x3002: shape->full_stop = true; break;                                     /* 。 */
	default: break;
	}
	shape->ends = (uint8_t)(shape->ends + (article->cls[at] == CLASS_END_STOP));
	shape->gaps = (uint8_t)(shape->gaps + (cp != '\t' && is_gap(article, at)));
}

static void measure(struct teller *teller, uint32_t index)
{
	const struct article *article = teller->article;
	struct span span = teller->paragraphs[index].span;
	struct shape *shape = &teller->shapes[index];
	bool ends = teller->paragraphs[index].ends_sentence;
	shape->begin = article_skip(article, span.begin, span.end, SPACES);
	shape->end = article_skip_back(article, span.end, shape->begin, SPACES);
	shape->length = shape->end - shape->begin;
	shape->marker = (uint8_t)role_marker(article, span, NULL);
	if (shape->length <= SHORT && shape->length > 0) {
		for (uint32_t i = shape->begin; i < shape->end; i++)
			if (!class_is_han(article->cls[i]))
				count_character(shape, article, i);
		shape->opens = openings_at(article, shape->begin);
	}
	shape->prose = shape->length >= PROSE ? shape->pipes + shape->tabs < 2 : (ends || shape->ends > 0) && shape->length >= SENTENCE;
}

static bool has_role(const struct teller *teller, uint32_t index)
{
	return teller->paragraphs[index].role != ROLE_BODY;
}

static void give(struct teller *teller, uint32_t index, enum role role, uint32_t level)
{
	teller->paragraphs[index].role = role;
	teller->paragraphs[index].level = level;
}

static uint32_t columns(const struct shape *shape)
{
	return shape->tabs ? shape->tabs : shape->pipes >= 2 ? shape->pipes : shape->gaps;
}

/* Rows of a table: neighbouring lines with as many columns, three at least (two where the columns are three). */
static void tell_tables(struct teller *teller)
{
	for (uint32_t i = 0; i < teller->count;) {
		uint32_t wanted = columns(&teller->shapes[i]), end = i + 1;
		while (end < teller->count && wanted > 0 && teller->paragraphs[end].blanks == 0 && columns(&teller->shapes[end]) == wanted)
			end++;
		if (end - i >= 3 || (end - i == 2 && wanted >= 2))
			for (uint32_t row = i; row < end; row++)
				give(teller, row, ROLE_TABLE, 0);
		i = end;
	}
}

static bool is_label(const struct shape *shape)
{
	return shape->colon > shape->begin && shape->colon - shape->begin <= 8 && shape->ends == 0;
}

static bool may_be_verse(const struct teller *teller, uint32_t index)
{
	const struct shape *shape = &teller->shapes[index];
	return !has_role(teller, index) && shape->length <= VERSE_LONGEST && shape->length >= 2 && shape->marker == MARKER_NONE &&
	       shape->colon == 0 && columns(shape) == 0 && shape->arrows == 0 &&
	       !class_in(teller->article->cls[shape->begin], CLASS_BIT(CLASS_DIGIT));
}

/*
 * Do these lines look like verse? Lines without blank lines between are a stanza when three or more stand together; lines that
 * are set apart as widely as the paragraphs of the text have to be alike in length and carry marks.
 */
static bool is_verse(const struct teller *teller, uint32_t begin, uint32_t end)
{
	uint32_t shortest = VERSE_LONGEST, longest = 0, close = 1, closest = 1, marked = 0;
	for (uint32_t i = begin; i < end; i++) {
		const struct shape *shape = &teller->shapes[i];
		shortest = shape->length < shortest ? shape->length : shortest;
		longest = shape->length > longest ? shape->length : longest;
		close = i > begin && teller->paragraphs[i].blanks == 0 ? close + 1 : 1;
		closest = close > closest ? close : closest;
		marked += class_in(teller->article->cls[shape->end - 1], STOPS);
	}
	return closest >= VERSE_LINES || (end - begin > VERSE_LINES && longest - shortest <= 4 && marked * 2 >= end - begin);
}

/* A line set apart at either end of stanzas is the title of the poem, or the heading of what follows. */
static void give_verse(struct teller *teller, uint32_t begin, uint32_t end)
{
	bool close = false;
	for (uint32_t i = begin + 1; i < end; i++)
		close = close || teller->paragraphs[i].blanks == 0;
	if (close && teller->paragraphs[begin + 1].blanks > 0)
		begin++;
	if (close && teller->paragraphs[end - 1].blanks > 0)
		end--;
	for (uint32_t i = begin; i < end; i++)
		give(teller, i, ROLE_VERSE, 0);
}

static void tell_verse(struct teller *teller)
{
	for (uint32_t i = 0; i < teller->count;) {
		uint32_t end = i;
		while (end < teller->count && may_be_verse(teller, end) && (end == i || teller->paragraphs[end].blanks <= 1))
			end++;
		/* Over the first prose a few short lines are title, byline and date. */
		uint32_t least = i < teller->first ? VERSE_HEAD : VERSE_LINES;
		if (end - i >= least && is_verse(teller, i, end))
			give_verse(teller, i, end);
		i = end > i ? end : i + 1;
	}
}

/* 2025年3月1日 2025-03-01 二〇二五年三月一日 begins at a position. */
static bool starts_date(const struct article *article, uint32_t at)
{
	uint32_t digits = run_of(article, at, false, 4), han = 0;
	while (han < 5 && (character_numeral(article->cp[at + han]) >= 0 || article->cp[at + han] == 0x25CB)) /* ○ */
		han++;
	uint32_t after = at + (digits ? digits : han);
	if (digits != 4 && han != 4)
		return false;
	return article->cp[after] == 0x5E74 || (character_is_one_of(article->cp[after], "-/.") && is_digit(article, after + 1)); /* 年 */
}

static bool is_date_line(const struct teller *teller, uint32_t index)
{
	const struct shape *shape = &teller->shapes[index];
	if (shape->length > HEADING_LONGEST + 10 || shape->prose || shape->ends > 0)
		return false;
	if ((shape->opens & OPENS_DATE))
		return true;
	return starts_date(teller->article, shape->begin) && shape->length <= HEADING_LONGEST &&
		class_in(teller->article->cls[shape->end - 1], ~STOPS) && shape->inner <= 2 &&
		!article_count(teller->article, (struct span){shape->begin, shape->end}, CLASS_BIT(CLASS_OPEN));
}

static bool is_byline(const struct teller *teller, uint32_t index)
{
	const struct article *article = teller->article;
	const struct shape *shape = &teller->shapes[index];
	uint32_t at = shape->begin + character_is_one_of(article->cp[shape->begin], "（(【〔[");
	if (shape->length > HEADING_LONGEST || shape->ends > 0 || teller->paragraphs[index].ends_sentence)
		return false;
	if ((openings_at(article, at) & OPENS_BYLINE))
		return true;
	bool reports = article_ends(article, shape->end, "报道") || article_ends(article, shape->end, "報導") || article_ends(article, shape->end, "報道");
	for (uint32_t i = at; reports && i < at + 10 && i < shape->end; i++)
		if (article_starts(article, i, "记者") || article_starts(article, i, "記者"))
			return true;
	return false;
}

/* 吴胜 程静文: two or more names of two or three characters with spaces between. */
static bool is_names(const struct teller *teller, uint32_t index)
{
	const struct article *article = teller->article;
	const struct shape *shape = &teller->shapes[index];
	uint32_t names = 0;
	for (uint32_t at = shape->begin; at < shape->end; names++) {
		uint32_t end = article_skip(article, at, shape->end, CLASSES_HAN);
		if (end - at < 2 || end - at > 3)
			return false;
		at = article_skip(article, end, shape->end, SPACES);
		if (at == end && end < shape->end)
			return false;
	}
	return names >= 2 && shape->length <= VERSE_LONGEST;
}

static bool is_navigation(const struct teller *teller, uint32_t index)
{
	const struct shape *shape = &teller->shapes[index];
	if (shape->prose || shape->length > PROSE)
		return false;
	return shape->pipes >= 2 || (shape->arrows > 0 && shape->ends == 0 && shape->inner <= 1 && shape->length <= HEADING_LONGEST) ||
		((shape->opens & OPENS_NAVIGATION) && shape->length <= HEADING_LONGEST);
}

static bool is_caption(const struct teller *teller, uint32_t index)
{
	const struct article *article = teller->article;
	const struct shape *shape = &teller->shapes[index];
	if (shape->length > SHORT || (shape->ends > 0 && teller->paragraphs[index].ends_sentence && shape->length > PROSE))
		return false;
	if ((shape->opens & OPENS_CAPTION))
		return true;
	if (teller->paragraphs[index].ends_sentence)
		return false;
	return article_ends_any(article, shape->end, caption_ends) || (shape->gaps == 1 && shape->length > CAPTION_SHORTEST);
}

/* Lines of the tail: who wrote it, when, and that it is the end. */
static bool is_signature(const struct teller *teller, uint32_t index)
{
	const struct shape *shape = &teller->shapes[index];
	if (shape->length > HEADING_LONGEST || (shape->ends > 0 && shape->length > VERSE_LONGEST))
		return false;
	if ((shape->opens & OPENS_SIGNATURE) || is_date_line(teller, index))
		return true;
	/* The line over the date is the signer. */
	return index + 1 < teller->count && teller->paragraphs[index + 1].blanks == 0 && is_date_line(teller, index + 1) &&
	       shape->length <= VERSE_LONGEST + 10 && !teller->paragraphs[index].ends_sentence;
}

/* A marker begins a heading where the line is short, has no stop at its end, and its neighbours are no items of its kind. */
static bool is_numbered_heading(const struct teller *teller, uint32_t index)
{
	const struct shape *shape = &teller->shapes[index];
	if (shape->length > HEADING_LONGEST || shape->marker == MARKER_HALF_BRACKET || shape->marker == MARKER_ORDINAL || shape->ends > 0 ||
		class_in(teller->article->cls[shape->end - 1], STOPS))
		return false;
	bool before = index > 0 && teller->shapes[index - 1].marker == shape->marker;
	bool after = index + 1 < teller->count && teller->shapes[index + 1].marker == shape->marker;
	return !before && !after && index + 1 < teller->count;
}

static uint32_t heading_level(enum marker marker)
{
	switch (marker) {
	case MARKER_HAN_BRACKET: return 2;
	case MARKER_DIGIT: return 3;
	case MARKER_DIGIT_BRACKET: return 4;
	case MARKER_CIRCLED: return 5;
	default: return 1;
	}
}

/* Is the prose before a line, captions stepped over, broken off without a mark that may end a paragraph? */
static bool text_runs_on(const struct teller *teller, uint32_t index)
{
	uint32_t before = index;
	while (before > 0 && index - before < 4 && teller->paragraphs[before - 1].role == ROLE_CAPTION)
		before--;
	if (before == 0 || !teller->stops || teller->paragraphs[before - 1].role != ROLE_BODY || teller->paragraphs[before - 1].ends_sentence)
		return false;
	if (!teller->shapes[before - 1].prose && (teller->shapes[before - 1].length < HEADING_LONGEST / 2 || teller->shapes[before - 1].inner == 0))
		return false;
	return !character_is_one_of(teller->article->cp[teller->shapes[before - 1].end - 1], "：:");
}

/* A line without an end mark among prose: a caption where the text round it runs on or a picture has left a hole, else by its shape. */
static enum role tell_unmarked(const struct teller *teller, uint32_t index)
{
	const struct article *article = teller->article;
	const struct shape *shape = &teller->shapes[index];
	const struct paragraph *paragraph = &teller->paragraphs[index];
	uint32_t last = article->cp[shape->end - 1];
	if (character_is_one_of(last, "，,；;、：:") || shape->full_stop)
		return ROLE_BODY;
	if (is_caption(teller, index))
		return ROLE_CAPTION;
	if (article_starts(article, shape->begin, "——"))
		return ROLE_HEADING;
	if (paragraph->blanks > teller->blanks + 1 && shape->length > LABEL_LONGEST)
		return ROLE_CAPTION;
	bool runs_on = text_runs_on(teller, index);
	if (shape->length > HEADING_LONGEST || (shape->inner > 0 && shape->length > HEADING_LONGEST / 2 && !runs_on))
		return index < teller->first && shape->inner <= 1 && shape->length <= PROSE ? ROLE_HEADING : ROLE_BODY;
	bool spaced = article_find(article, shape->begin, shape->end, SPACES) < shape->end;
	bool quoted = class_in(article->cls[shape->begin], CLASS_BIT(CLASS_OPEN));
	if (spaced || quoted)
		return ROLE_HEADING;
	return runs_on || (shape->length >= CAPTION_SHORTEST && shape->inner == 0) ? ROLE_CAPTION : ROLE_HEADING;
}

/* A first line that may be prose by its length and its commas is a title only over a byline, a date or a subtitle. */
static bool may_be_title(const struct teller *teller, uint32_t index)
{
	const struct shape *shape = &teller->shapes[index];
	if (shape->length > SHORT || shape->ends > 0 || teller->paragraphs[index].ends_sentence)
		return false;
	if (shape->length <= HEADING_LONGEST || shape->inner < 2)
		return shape->length <= PROSE;
	return index + 1 < teller->count && (is_byline(teller, index + 1) || is_date_line(teller, index + 1) ||
		article_starts(teller->article, teller->shapes[index + 1].begin, "——"));
}

static enum role tell_head(const struct teller *teller, uint32_t index, bool *titled)
{
	const struct shape *shape = &teller->shapes[index];
	if (is_navigation(teller, index))
		return ROLE_NAVIGATION;
	if (is_date_line(teller, index))
		return ROLE_DATE_LINE;
	if (*titled && is_caption(teller, index))
		return ROLE_CAPTION;
	if (is_byline(teller, index) || (*titled && is_names(teller, index)))
		return ROLE_BYLINE;
	uint32_t last = teller->article->cp[shape->end - 1];
	if (character_is_one_of(last, "。：:；;，,、")) {
		*titled = true;
		return ROLE_BODY;
	}
	if (!*titled) {
		*titled = true;
		return teller->paragraphs[index].ends_sentence || may_be_title(teller, index) ? ROLE_TITLE : ROLE_BODY;
	}
	return teller->paragraphs[index].ends_sentence ? ROLE_BODY : tell_unmarked(teller, index);
}

static enum role tell_tail(const struct teller *teller, uint32_t index)
{
	const struct shape *shape = &teller->shapes[index];
	if (is_navigation(teller, index))
		return ROLE_NAVIGATION;
	if (is_signature(teller, index) || (is_byline(teller, index) && !is_caption(teller, index)))
		return ROLE_SIGNATURE;
	if (teller->paragraphs[index].ends_sentence || character_is_one_of(teller->article->cp[shape->end - 1], "，,；;、：:"))
		return ROLE_BODY;
	if (is_caption(teller, index))
		return ROLE_CAPTION;
	if (is_names(teller, index))
		return ROLE_SIGNATURE;
	enum role role = tell_unmarked(teller, index);
	return role == ROLE_HEADING && index + 1 == teller->count ? ROLE_SIGNATURE : role;
}

/* A sentence of some length that begins as no caption does: most lines of an article, told without more questions. */
static bool is_plain_prose(const struct teller *teller, uint32_t index)
{
	const struct shape *shape = &teller->shapes[index];
	return shape->prose && shape->length > PROSE && shape->opens == 0 && shape->gaps == 0 && teller->paragraphs[index].ends_sentence;
}

static enum role tell_middle(const struct teller *teller, uint32_t index)
{
	if (is_plain_prose(teller, index))
		return ROLE_BODY;
	if (is_navigation(teller, index))
		return ROLE_NAVIGATION;
	if (is_date_line(teller, index))
		return ROLE_DATE_LINE;
	if (is_caption(teller, index))
		return ROLE_CAPTION;
	if (is_byline(teller, index))
		return ROLE_BYLINE;
	if (is_signature(teller, index))
		return ROLE_SIGNATURE;
	return teller->paragraphs[index].ends_sentence ? ROLE_BODY : tell_unmarked(teller, index);
}

/* Depth of a list item: a marker that is new to the list opens a level, a known one goes back to its own. */
static uint32_t list_level(uint8_t stack[LIST_DEPTH], uint32_t *depth, uint8_t marker)
{
	for (uint32_t level = 0; level < *depth; level++)
		if (stack[level] == marker) {
			*depth = level + 1;
			return level + 1;
		}
	if (*depth < LIST_DEPTH)
		stack[(*depth)++] = marker;
	return *depth;
}

static bool is_label_item(const struct teller *teller, uint32_t index)
{
	if (!is_label(&teller->shapes[index]) || is_date_line(teller, index))
		return false;
	bool before = index > 0 && teller->paragraphs[index].blanks == 0 && is_label(&teller->shapes[index - 1]);
	bool after = index + 1 < teller->count && teller->paragraphs[index + 1].blanks == 0 && is_label(&teller->shapes[index + 1]);
	return before || after;
}

static void tell_lines(struct teller *teller)
{
	uint8_t stack[LIST_DEPTH] = {MARKER_NONE};
	uint32_t depth = 0;
	bool titled = false, links = false;
	for (uint32_t i = 0; i < teller->count; i++) {
		const struct shape *shape = &teller->shapes[i];
		if (has_role(teller, i))
			continue;
		bool tail = teller->first < teller->count && i > teller->last;
		links = links || (tail && (shape->opens & OPENS_LINKS));
		if (links) {
			give(teller, i, ROLE_NAVIGATION, 0);
		} else if (shape->marker != MARKER_NONE && (i > 0 || shape->prose)) {
			bool heading = is_numbered_heading(teller, i);
			give(teller, i, heading ? ROLE_HEADING : ROLE_LIST_ITEM,
				heading ? heading_level((enum marker)shape->marker) : list_level(stack, &depth, shape->marker));
			depth = heading ? 0 : depth;
			continue;
		} else if (is_label_item(teller, i)) {
			give(teller, i, ROLE_LIST_ITEM, 1);
		} else if (shape->prose && shape->length > SHORT) {
			give(teller, i, ROLE_BODY, 0);
		} else if (i < teller->first) {
			give(teller, i, tell_head(teller, i, &titled), 0);
		} else {
			give(teller, i, tail ? tell_tail(teller, i) : tell_middle(teller, i), 0);
		}
		if (teller->paragraphs[i].role == ROLE_HEADING)
			teller->paragraphs[i].level = 1;
		depth = 0;
	}
}

static void find_prose(struct teller *teller)
{
	uint32_t seen[4] = {0};
	teller->first = teller->count;
	if (teller->count > 1 && may_be_title(teller, 0))
		teller->shapes[0].prose = false;
	for (uint32_t i = 0; i < teller->count; i++) {
		uint32_t blanks = teller->paragraphs[i].blanks;
		seen[blanks < 3 ? blanks : 3]++;
		if (!teller->shapes[i].prose)
			continue;
		teller->first = teller->first == teller->count ? i : teller->first;
		teller->last = i;
	}
	for (uint32_t i = 1; i < 4; i++)
		if (seen[i] > seen[teller->blanks])
			teller->blanks = i;
}

void article_tell_roles(const struct article *article, struct paragraph *paragraphs, uint32_t count)
{
	struct teller teller = {.article = article, .paragraphs = paragraphs, .count = count};
	teller.stops = article->class_count[CLASS_END_STOP] > 0;
	teller.shapes = ARENA_ARRAY(article->arena, struct shape, (size_t)count + 1);
	for (uint32_t i = 0; i < count; i++)
		measure(&teller, i);
	find_prose(&teller);
	tell_tables(&teller);
	tell_verse(&teller);
	tell_lines(&teller);
}
