/*
 * punct_bad_numbering: a wrong mark after the number of an item, 第一、 （一）、 1、 ①、 一．, and levels out of order.
 *
 * After 第一, 其一 and 首先 stands a comma, after 一 and 甲 a 、, after 1 and A a ．, after numbers in brackets and circles no mark,
 * after chapters and articles a space (GB/T 15834 annex B.1). The levels are 一、 （一） 1． （1） ①; one may be left out,
 * but none stands under a lower one.
 *
 * Passes: numbers of which several stand together (第一、第二产业, 1、2号楼, ①、②), 1. with a half-width point, options of one line,
 * tables; in Traditional text 第一、 and 1、, which are usual there.
 * Misses: 一， and （一）：, numbers inside a clause, levels whose outer list does not go on.
 */
#include "check.h"

enum { MESSAGE_MARK, MESSAGE_NONE, MESSAGE_SPACE, MESSAGE_LEVEL, MESSAGE_LOST, MESSAGE_WIDTH };

enum { INDENT_MOST = 16, NUMBER_LONGEST = 3, LEVELS = FORM_QI + 1, ITEMS_LEAST = 2, YEAR_DIGITS = 4, DEPTH = 16, SPACES_MOST = 3 };

static const char *const words[] = {"首先", "其次", "再次", "最后", NULL};

/* GB/T 15834 annex B.1: the levels from the top; 0 for other forms. */
static int level_of(enum figure_form form)
{
	static const int levels[LEVELS] = {[FORM_HAN] = 1, [FORM_HAN_BRACKET] = 2, [FORM_ARABIC] = 3, [FORM_ARABIC_BRACKET] = 4, [FORM_CIRCLED] = 5};
	return levels[form];
}

static bool begins_paragraph(const struct article *article, uint32_t at)
{
	uint32_t before = article_skip_back(article, at, article_back(article, at, INDENT_MOST), CLASSES_SPACE);
	const struct paragraph *paragraph = &article->paragraphs[article_paragraph_at(article, at)];
	return before <= paragraph->span.begin && paragraph->role != ROLE_TABLE;
}

/* At the beginning of a paragraph, or after a mark that closes an item or announces a list. */
static bool begins_item(const struct article *article, uint32_t at)
{
	uint32_t before = article_skip_back(article, at, article_back(article, at, INDENT_MOST), CLASSES_SPACE);
	return begins_paragraph(article, at) || character_is_one_of(article->cp[before - 1], U"。；：？！;:");
}

static void report(struct check_context *context, struct span number, uint32_t mark, const char *right)
{
	const struct article *article = context->article;
	struct span span = {mark, mark + 1},
		    spaces = {mark, article_skip(article, mark + 1, article_ahead(article, mark, SPACES_MOST), CLASSES_SPACE)};
	unsigned message = *right == 0 ? MESSAGE_NONE : *right == ' ' ? MESSAGE_SPACE : MESSAGE_MARK;
	struct finding *finding = report_add(context->report, message, (struct span){number.begin, mark + 1});
	finding_text(finding, number);
	finding_text(finding, span);
	finding_string(finding, right);
	/* The space after a chapter has the width of a character. */
	finding_fix(finding, FIX_SAFE, spaces, message == MESSAGE_SPACE ? "\xE3\x80\x80" : right);
}

/* Does the text go on with an item's own words, and not with another number? 2024年 is no number of an item. */
static bool is_text(const struct article *article, uint32_t at)
{
	at = article_skip(article, at, article_ahead(article, at, SPACES_MOST), CLASSES_SPACE);
	uint64_t digits = CLASS_BIT(CLASS_DIGIT);
	if (article_skip(article, at, article_ahead(article, at, YEAR_DIGITS), digits) == at + YEAR_DIGITS)
		return true;
	return !article_is(article, at, CLASSES_FIGURE | CLASSES_BLANK | CLASSES_STOP | CLASS_BIT(CLASS_SYMBOL)) &&
	       !character_is_one_of(article->cp[at], U"（(") &&
	       !(character_is_one_of(article->cp[at], U"第其") && article_is(article, at + 1, CLASSES_FIGURE));
}

/* ，第一、 … ，第二、 …: after a comma only with company; two lines may be meant by 第一、末尾两行. */
static bool has_company(const struct article *article, const struct figure *figure)
{
	const struct figure *all = article->figures;
	uint32_t index = (uint32_t)(figure - all), paragraph = article_paragraph_at(article, figure->span.begin);
	for (uint32_t i = index > 2 ? index - 2 : 0; i < index + 3 && i < article->figure_count; i++)
		if (i != index && all[i].kind == FIGURE_MARKER && all[i].form == figure->form && article->cp[all[i].span.end] == U'、' &&
			is_text(article, all[i].span.end + 1) && article_paragraph_at(article, all[i].span.begin) == paragraph)
			return true;
	return false;
}

/* 1、50人 or 1、一站式服务 is an item and not 1、50号楼 if the paragraph before or after it begins so too. */
static bool is_in_list(const struct article *article, const struct figure *figure)
{
	uint32_t index = article_paragraph_at(article, figure->span.begin);
	for (uint32_t i = index > 0 ? index - 1 : 0; i <= index + 1 && i < article->paragraph_count; i++) {
		uint32_t begin = article_trim(article, article->paragraphs[i].span).begin, at = figure_from(article, begin);
		const struct figure *other = &article->figures[at];
		if (i != index && at < article->figure_count && other->span.begin == begin && other->kind == FIGURE_MARKER &&
			other->form == FORM_ARABIC)
			return begins_paragraph(article, figure->span.begin);
	}
	return false;
}

static void check_marker(struct check_context *context, const struct figure *figure)
{
	const struct article *article = context->article;
	bool hans = variant_is_hans(article->variant), item = begins_item(article, figure->span.begin);
	uint32_t mark = figure->span.end, cp = article->cp[mark];
	switch (figure->form) {
	case FORM_NTH:
	case FORM_QI:
		if (hans && cp == U'、' && is_text(article, mark + 1) && (item || has_company(article, figure)))
			report(context, figure->span, mark, "，");
		break;
	case FORM_HAN_BRACKET:
	case FORM_ARABIC_BRACKET:
	case FORM_CIRCLED:
		if (item && character_is_one_of(cp, U"、．.") && is_text(article, mark + 1))
			report(context, figure->span, mark, "");
		break;
	case FORM_ARABIC:
		if (hans && item && article->cp[mark - 1] == U'、' && (is_text(article, mark) || is_in_list(article, figure)))
			report(context, figure->number, mark - 1, "．");
		break;
	default: break;
	}
}

/* A、B两组: a letter by itself. */
static bool is_letter(const struct article *article, uint32_t at)
{
	return article_is(article, at, CLASS_BIT(CLASS_LATIN)) && !article_is(article, at + 1, CLASS_BIT(CLASS_LATIN));
}

/* A、 is an option if the line before or after it begins with the letter's neighbour. */
static bool has_neighbour(const struct article *article, uint32_t paragraph)
{
	uint32_t letter = article->cp[article_trim(article, article->paragraphs[paragraph].span).begin];
	for (uint32_t i = paragraph > 0 ? paragraph - 1 : 0; i <= paragraph + 1 && i < article->paragraph_count; i++) {
		uint32_t at = article_trim(article, article->paragraphs[i].span).begin;
		if ((article->cp[at] + 1 == letter || article->cp[at] == letter + 1) && article->cp[at + 1] == U'、')
			return true;
	}
	return false;
}

/* 一．会议议程, 甲.会议议程, A、会议议程, 第一章、总则 */
static void check_paragraph(struct check_context *context, uint32_t paragraph)
{
	const struct article *article = context->article;
	struct span text = article_trim(article, article->paragraphs[paragraph].span), number = {text.begin, text.begin};
	bool nth = article->cp[text.begin] == U'第', hans = variant_is_hans(article->variant);
	const char32_t *const numerals = nth ? U"一二三四五六七八九十百零" : U"一二三四五六七八九十甲乙丙丁戊己";
	if (article->paragraphs[paragraph].role == ROLE_TABLE)
		return;
	number.end += nth;
	while (span_length(number) <= NUMBER_LONGEST &&
		(character_is_one_of(article->cp[number.end], numerals) || (nth && article_is(article, number.end, CLASSES_FIGURE))))
		number.end++;
	uint32_t mark = number.end + nth;
	if (nth && hans && character_is_one_of(article->cp[number.end], U"章节条") && character_is_one_of(article->cp[mark], U"、．") &&
		is_text(article, mark + 1))
		report(context, (struct span){number.begin, mark}, mark, " ");
	else if (!nth && span_length(number) > 0 && character_is_one_of(article->cp[mark], U"．.") && is_text(article, mark + 1))
		report(context, number, mark, "、");
	else if (hans && article_is(article, text.begin, CLASS_BIT(CLASS_LATIN)) && article->cp[text.begin + 1] == U'、' &&
		 is_text(article, text.begin + 2) && !is_letter(article, text.begin + 2) && has_neighbour(article, paragraph))
		report(context, (struct span){text.begin, text.begin + 1}, text.begin + 1, "．");
}

/* 首先、加强领导；其次、… */
static void check_words(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *stops = &article->index[CLASS_INNER_STOP];
	for (uint32_t i = 0; i < stops->count; i++) {
		uint32_t mark = stops->at[i];
		if (article->cp[mark] == U'、' && article_ends_any(article, mark, words) && begins_item(article, mark - 2) &&
			is_text(article, mark + 1) && !article_starts_any(article, mark + 1, words))
			report(context, (struct span){mark - 2, mark}, mark, "，");
	}
}

/* A list that may go on: its first marker and its last number. */
struct list_open {
	const struct figure *first;
	int64_t last;
};

/* 1．… （一）… （二）… 2．…: what stands on LISTS above the one that goes on was under it. */
static void check_level(struct check_context *context, const struct list_open *outer, const struct list_open *inner)
{
	if (inner->last < ITEMS_LEAST || level_of(inner->first->form) >= level_of(outer->first->form))
		return;
	struct finding *finding = report_add(context->report, MESSAGE_LEVEL, inner->first->span);
	finding_text(finding, inner->first->span);
	finding_text(finding, outer->first->span);
	finding_note(finding, N_("the outer list begins here"), outer->first->span);
}

static void check_levels(struct check_context *context)
{
	const struct article *article = context->article;
	struct list_open lists[DEPTH];
	uint32_t depth = 0;
	for (uint32_t i = 0; i < article->figure_count; i++) {
		const struct figure *figure = &article->figures[i];
		int64_t value;
		if (figure->kind != FIGURE_MARKER || level_of(figure->form) == 0 || !figure_integer(figure, &value) ||
			!begins_paragraph(article, figure->span.begin))
			continue;
		uint32_t same = depth;
		while (same > 0 && (lists[same - 1].first->form != figure->form || lists[same - 1].last + 1 != value))
			same--;
		if (same > 0) {
			if (same < depth)
				check_level(context, &lists[same - 1], &lists[same]);
			depth = same;
			lists[depth - 1].last = value;
		} else if (value == 1) {
			bool again = depth > 0 && lists[depth - 1].first->form == figure->form;
			depth = again ? depth - 1 : depth % DEPTH;
			lists[depth++] = (struct list_open){figure, 1};
		} else {
			depth = 0;
		}
	}
}

/* 一、… 二… 三、…, 1）… 2)… 3）… */
static void report_fault(void *user, const struct numbered_fault *fault)
{
	struct check_context *context = user;
	bool lost = fault->kind == NUMBERED_LOST;
	struct span mark = {fault->number.end, fault->number.end + !lost};
	struct finding *finding = report_add(context->report, lost ? MESSAGE_LOST : MESSAGE_WIDTH, (struct span){fault->number.begin, mark.end});
	finding_text(finding, (struct span){fault->number.begin, mark.end});
	finding_character(finding, fault->mark);
	finding_note(finding, N_("another number of the series: “{0}”"), fault->sister);
	finding_fix_character(finding, FIX_UNSAFE, mark, fault->mark);
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	for (uint32_t i = 0; i < article->figure_count; i++)
		if (article->figures[i].kind == FIGURE_MARKER)
			check_marker(context, &article->figures[i]);
	for (uint32_t i = 0; i < article->paragraph_count; i++)
		check_paragraph(context, i);
	if (variant_is_hans(article->variant))
		check_words(context);
	check_levels(context);
	numbered_each_fault(article, report_fault, context);
}

#define HOUSE (PROFILE_NEWSROOM | PROFILE_STRICT)

static const struct check_message messages[] = {
	[MESSAGE_MARK] = {"mark", N_("after “{0}” write “{2}”, not “{1}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_NONE] = {"none", N_("no mark stands after “{0}”, delete “{1}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_SPACE] = {"space", N_("a space stands after “{0}”, not “{1}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_LEVEL] = {"level", N_("“{0}” is a higher level than “{1}”, under which it stands"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_LOST] = {"lost", N_("no mark after the number “{0}”, the others of its series have “{1}”"), SEVERITY_WARNING, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_WIDTH] = {"width", N_("“{0}” in a series with “{1}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_bad_numbering = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_numbering",
	.summary = N_("wrong marks after the numbers of items, levels out of order"),
	.needs = NEED_FIGURES,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
