/*
 * text_web_residue: what a web page puts round an article and a crawler took for text: breadcrumbs and menus, buttons (share, print,
 * larger letters, “scan this”), links to other articles, 责编： and 上一篇：, legal notices of the site, scripts.
 *
 * It is no text of the article: it spoils counts, searches and corpora. A line is reported by its whole shape: it consists of
 * the phrases of config/residue/ and what stands between them, or begins with a label; phrases that have other uses count only before
 * the first prose, after the last, or beside another such line. At the foot every line under 相关阅读 is a link.
 *
 * Passes on purpose: sentences about sharing, scanning and copyright; titles; section headings such as 评论 or 教育; addresses and
 * telephone numbers; 延伸阅读 over a list of books; verse and tables. Misses what has no known phrase (lines that recur in
 * other articles), and residue inside a paragraph of prose but for a last （责编：…）.
 */
#include "check.h"

enum { MESSAGE_NAVIGATION, MESSAGE_SHARE, MESSAGE_RELATED, MESSAGE_LINK, MESSAGE_CREDIT, MESSAGE_COPYRIGHT, MESSAGE_SCRIPT };

enum {
	LINE = 80,     /* characters of such a line, at most; */
	NOTICE = 400,  /* of a legal notice, */
	BUTTON = 30,   /* of a button that says more than its phrase, */
	CRUMB = 60,    /* of a breadcrumb, */
	ITEM = 8,      /* of an item of a menu that is on no list, */
	NAME = 4,      /* of a name, */
	CREDIT = 40,   /* of （责编：…） */
	PROSE = 60,    /* a line as long as this is prose, */
	SENTENCE = 15, /* and one that ends like a sentence from here */
};

/* How sure a line is what it looks like. */
enum surety { SURETY_NONE, SURETY_WEAK, SURETY_SURE };

struct verdict {
	unsigned message;
	enum surety surety;
};

/* What a button says after its phrase. */
static const char *const asks[] = {"关注", "關注", "下载", "下載", "公众号", "公眾號", "朋友圈", "客户端", "APP", "App", "好友", "粉丝", "粉絲",
	"二维码", "二維碼", "QR", "更多", "原文", "微信", "手机", "LINE", "追蹤", "加入", NULL};

/* How legal notices begin: those that need no more, and those that have to go on as one. */
static const char *const notices[] = {"声明：", "聲明：", "声明:", "免责声明", "免責聲明", "版权声明", "版權聲明", "特别声明", "特別聲明", "郑重声明",
	"鄭重聲明", "重要声明", "本网", "本網", "本站", "凡本", "凡注明", "凡註明", "转载请", "轉載請", "转载须知", "転載", "未经", "未經", "版权归",
	"版權歸", "著作權", "著作权", NULL};
static const char *const openings[] = {"本文", "文章", "以上", "图片", "圖片", "部分", "内容", "內容", "注：", "註：", "来源", "來源", "（来源",
	"原创", "本平台", "本号", "本公众号", "本刊", "本報", "本报", "作者", "版权", "版權", "※", NULL};

static bool is_prose(const struct article *article, uint32_t paragraph)
{
	const struct paragraph *p = &article->paragraphs[paragraph];
	uint32_t length = span_length(p->span);
	return length >= PROSE || (p->ends_sentence && length >= SENTENCE);
}

static bool is_menu(const struct residue_line *line)
{
	return line->phrases >= 2 && line->phrases + line->fillers >= line->others && line->longest <= ITEM && line->stops == 0;
}

static bool is_breadcrumb(const struct residue_line *line)
{
	return line->arrows > 0 && line->stops == 0 && span_length(line->span) <= CRUMB &&
	       (line->first & RESIDUE_NAVIGATION || line->last & (RESIDUE_NAVIGATION | RESIDUE_FILLER));
}

/* 扫描二维码，关注我们的公众号: a button that says more. */
static bool is_button(const struct article *article, const struct residue_line *line)
{
	unsigned kinds = 0;
	uint32_t begin = line->span.begin;
	while (begin < line->span.end && !residue_at(article, begin, line->span.end, ~0u, &kinds) && !article_is_han(article, begin))
		begin++;
	if (line->first_end == 0 || line->stops > 2 || span_length(line->span) > BUTTON)
		return false;
	if (!(kinds & (RESIDUE_SHARE | RESIDUE_RELATED)) || !(kinds & RESIDUE_STRONG))
		return false;
	return (line->first & RESIDUE_SHARE && line->stops <= 1) || article_holds_any(article, (struct span){line->first_end, line->span.end}, asks);
}

/* 责任编辑 高御, without a colon */
static bool is_credit(const struct residue_line *line)
{
	return line->first & RESIDUE_CREDIT && line->phrases + line->fillers == 1 && line->others == 1 && line->longest <= NAME && line->stops == 0;
}

static unsigned message_of(const struct residue_line *line)
{
	unsigned kinds = line->labelled ? line->first : line->kinds;
	return line->arrows > 0          ? MESSAGE_NAVIGATION
	       : kinds & RESIDUE_RELATED ? MESSAGE_RELATED
	       : kinds & RESIDUE_CREDIT  ? MESSAGE_CREDIT
	       : kinds & RESIDUE_SHARE   ? MESSAGE_SHARE
					 : MESSAGE_NAVIGATION;
}

/* A line of phrases, a label, a breadcrumb, a menu, a button. */
static struct verdict judge_items(const struct article *article, struct span span, enum role role)
{
	struct residue_line line = residue_line_read(article, span);
	enum surety strong = line.kinds & RESIDUE_STRONG ? SURETY_SURE : SURETY_WEAK;
	struct verdict verdict = {message_of(&line), SURETY_NONE};
	if (line.labelled && line.stops <= 1 && article->cp[line.span.end - 1] != 0x3002) { /* 。 */
		verdict.surety = line.first & RESIDUE_STRONG ? SURETY_SURE : SURETY_WEAK;
	} else if (line.others == 0 && line.phrases > 0) {
		strong = line.phrases >= 3 && line.bars > 0 ? SURETY_SURE : strong;
		verdict.surety = role == ROLE_TITLE && strong == SURETY_WEAK && line.arrows + line.bars == 0 ? SURETY_NONE : strong;
	} else if (line.others == 0 && line.fillers >= 4 && line.numbers >= 2) {
		verdict.surety = SURETY_WEAK; /* 第 1 页 共 3 页 */
	} else if (is_breadcrumb(&line)) {
		verdict = (struct verdict){MESSAGE_NAVIGATION, line.first && line.last ? SURETY_SURE : SURETY_WEAK};
	} else if (is_menu(&line)) {
		verdict = (struct verdict){MESSAGE_NAVIGATION, line.bars > 0 && line.phrases >= 3 ? SURETY_SURE : SURETY_WEAK};
	} else if (role != ROLE_TITLE && is_button(article, &line)) {
		bool ends = article->cls[line.span.end - 1] == CLASS_END_STOP;
		verdict = (struct verdict){MESSAGE_SHARE, ends ? SURETY_WEAK : SURETY_SURE};
	} else if ((line.labels > 0 && line.stops == 0) || is_credit(&line)) {
		verdict = (struct verdict){MESSAGE_CREDIT, SURETY_WEAK};
	}
	return verdict;
}

static struct verdict judge_notice(const struct article *article, struct span span)
{
	bool ends = article->cls[span.end - 1] == CLASS_END_STOP;
	uint32_t begin = article_find(article, span.begin, span.end, CLASSES_HAN | CLASSES_LATIN);
	uint32_t owner = residue_count(article, span, RESIDUE_COPYRIGHT), legal = residue_count(article, span, RESIDUE_NOTICE);
	if (owner >= 2 || (owner > 0 && !ends && span_length(span) <= LINE))
		return (struct verdict){MESSAGE_COPYRIGHT, owner >= 2 && !ends ? SURETY_SURE : SURETY_WEAK};
	if ((legal > 0 && article_starts_any(article, begin, notices)) || (legal >= 2 && article_starts_any(article, begin, openings)))
		return (struct verdict){MESSAGE_COPYRIGHT, SURETY_WEAK};
	return (struct verdict){0, SURETY_NONE};
}

static struct verdict judge_script(const struct article *article, struct span span)
{
	unsigned kinds;
	if (3 * article_count(article, span, CLASSES_HAN) > span_length(span))
		return (struct verdict){0, SURETY_NONE};
	uint32_t pieces = residue_count(article, span, RESIDUE_SCRIPT);
	for (uint32_t at = span.begin; at < span.end; at++)
		if (residue_at(article, at, span.end, RESIDUE_SCRIPT, &kinds) && kinds & RESIDUE_STRONG)
			return (struct verdict){MESSAGE_SCRIPT, SURETY_SURE};
	return (struct verdict){MESSAGE_SCRIPT, pieces >= 2 ? SURETY_WEAK : SURETY_NONE};
}

static struct verdict judge(const struct article *article, uint32_t paragraph, bool outside)
{
	enum role role = article->paragraphs[paragraph].role;
	struct span span = article_trim(article, article->paragraphs[paragraph].span);
	struct verdict verdict = {0, SURETY_NONE};
	if (span_length(span) <= LINE)
		verdict = judge_items(article, span, role);
	if (verdict.surety == SURETY_NONE && span_length(span) <= (outside ? NOTICE : LINE))
		verdict = judge_notice(article, span);
	if (verdict.surety == SURETY_NONE && span_length(span) <= NOTICE)
		verdict = judge_script(article, span);
	bool is_item = verdict.message == MESSAGE_NAVIGATION || verdict.message == MESSAGE_SHARE;
	if (verdict.surety == SURETY_WEAK && (role == ROLE_TABLE || (role == ROLE_VERSE && is_item)))
		verdict.surety = SURETY_NONE;
	return verdict;
}

/* 延伸阅读 over books: the reading list of the article itself. */
static bool is_reading_list(const struct article *article, uint32_t paragraph)
{
	struct span next = {article->paragraphs[paragraph].span.end, article->paragraphs[paragraph].span.end};
	if (paragraph + 1 < article->paragraph_count)
		next = article->paragraphs[paragraph + 1].span;
	static const char *const marks[] = {"《", "〈", "ISBN", "出版", NULL};
	return span_length(next) <= NOTICE && article_holds_any(article, next, marks);
}

/* （责编：高御） at the end of the last paragraph; empty: there is none. */
static struct span credit_in(const struct article *article, struct span span)
{
	unsigned kinds;
	span = article_trim(article, span);
	uint32_t low = span_length(span) > CREDIT ? span.end - CREDIT : span.begin + 1;
	for (uint32_t at = low; at < span.end; at++) {
		uint32_t length = residue_at(article, at, span.end, RESIDUE_CREDIT, &kinds), colon = at + length;
		if (length == 0 || !character_is_one_of(article->cp[colon], U"：:"))
			continue;
		uint32_t open = article_skip_back(article, at, span.begin, CLASSES_OPENING);
		uint32_t gap = article_skip_back(article, open, span.begin, CLASSES_SPACE);
		if (gap > span.begin && article_is(article, gap - 1, CLASS_BIT(CLASS_END_STOP) | CLASSES_CLOSING | CLASS_BIT(CLASS_ELLIPSIS)))
			return (struct span){open, span.end};
	}
	return (struct span){span.end, span.end};
}

static void report(struct check_context *context, unsigned message, struct span span)
{
	span = article_trim(context->article, span);
	finding_text(report_add(context->report, message, span), span);
}

/* The article: where its prose begins and ends, and what its lines look like. */
struct page {
	const struct article *article;
	struct verdict *verdicts;
	uint32_t first, last; /* paragraphs of prose; last < first: there is none */
};

static void find_prose(struct page *page)
{
	const struct article *article = page->article;
	page->first = 0, page->last = article->paragraph_count;
	while (page->first < page->last && !is_prose(article, page->first))
		page->first++;
	while (page->last > page->first) {
		uint32_t p = page->last - 1;
		if (is_prose(article, p) && judge(article, p, true).surety == SURETY_NONE)
			break;
		page->last--;
	}
	page->last -= page->last > page->first;
}

static bool is_outside(const struct page *page, uint32_t paragraph)
{
	bool prose = page->first < page->article->paragraph_count;
	return prose && ((paragraph < page->first && !page->article->is_continued) || (paragraph > page->last && !page->article->goes_on));
}

/* What only looks like residue is, beside what surely is, and outside the prose. */
static void settle(struct page *page)
{
	uint32_t count = page->article->paragraph_count;
	struct verdict *verdicts = page->verdicts;
	for (uint32_t p = 0; p < count; p++) {
		if (verdicts[p].surety == SURETY_WEAK && verdicts[p].message == MESSAGE_RELATED && is_reading_list(page->article, p))
			verdicts[p].surety = SURETY_NONE;
		if (verdicts[p].surety == SURETY_WEAK && (is_outside(page, p) || (p > 0 && verdicts[p - 1].surety == SURETY_SURE)))
			verdicts[p].surety = SURETY_SURE;
	}
	for (uint32_t p = count; p > 1; p--)
		if (verdicts[p - 2].surety == SURETY_WEAK && verdicts[p - 1].surety == SURETY_SURE)
			verdicts[p - 2].surety = SURETY_SURE;
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	struct page page = {.article = article};
	page.verdicts = ARENA_ARRAY(context->scratch, struct verdict, (size_t)article->paragraph_count + 1);
	find_prose(&page);
	for (uint32_t p = 0; p < article->paragraph_count; p++)
		page.verdicts[p] = judge(article, p, is_outside(&page, p));
	settle(&page);
	bool links = false;
	for (uint32_t p = 0; p < article->paragraph_count; p++) {
		struct span span = article->paragraphs[p].span, credit = {span.end, span.end};
		bool found = page.verdicts[p].surety == SURETY_SURE;
		if (p == page.last && !found)
			credit = credit_in(article, span);
		if (found)
			report(context, page.verdicts[p].message, span);
		else if (links)
			report(context, MESSAGE_LINK, span);
		else if (span_length(credit) > 0)
			report(context, MESSAGE_CREDIT, credit);
		links = links || (found && page.verdicts[p].message == MESSAGE_RELATED && p > page.last && is_outside(&page, p));
	}
}

#define RESIDUE(key, text)                                                                                                                           \
	{                                                                                                                                            \
		key, text, SEVERITY_NOTE, PROFILE_STRICT | PROFILE_CRAWL, CONFIDENCE_HIGH                                                            \
	}

static const struct check_message messages[] = {
	[MESSAGE_NAVIGATION] = RESIDUE("navigation", N_("menu of a web page left in the text: “{0}”")),
	[MESSAGE_SHARE] = RESIDUE("share", N_("button of a web page left in the text: “{0}”")),
	[MESSAGE_RELATED] = RESIDUE("related", N_("heading over links of a web page left in the text: “{0}”")),
	[MESSAGE_LINK] = RESIDUE("link", N_("link of a web page left in the text: “{0}”")),
	[MESSAGE_CREDIT] = RESIDUE("credit", N_("label of a web page left in the text: “{0}”")),
	[MESSAGE_COPYRIGHT] = RESIDUE("copyright", N_("legal notice of a web site left in the text: “{0}”")),
	[MESSAGE_SCRIPT] = RESIDUE("script", N_("code of a web page left in the text: “{0}”")),
	{0},
};

const struct check check_text_web_residue = {
	.struct_size = sizeof(struct check),
	.name = "text_web_residue",
	.summary = N_("menus, buttons, links and notices of a web page left in the text"),
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
