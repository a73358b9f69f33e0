/*
 * figure_miscount: an announced count that disagrees with what is listed.
 *
 * “三项措施：” and four items after it, five names before “四个社区”, “五个一” with four in its brackets, “五件事：” and 一是 to
 * 四是, a heading that says “三道关口” over a text with four 关: one of the two is wrong, and the reader cannot tell which. The
 * finding is at the count, a note at the list.
 *
 * Passes on purpose: whatever leaves a doubt about the bounds of the list. Lists with 等 or …… (unless they name more than
 * announced), rough counts, 每 and 各, items that hold counts of their own (教师2名、校医1名), a number that belongs to the last
 * item alone, 和 and 及 that may join items or stand in one, items by ， or ； whose number fits, nested lists, kinds
 * instead of items (小说、散文三部).
 * Misses: 首先…其次… over several sentences without 最后, lists without 、 or markers, counts above 30, a count that differs by more than a few.
 */
#include "check.h"

enum { MESSAGE_LIST, MESSAGE_HEADING };

enum { COUNT_HIGHEST = 30, ITEMS_LIMIT = 1000, TAIL = 14, SHOWN = 10, CHOICE = 6, ITEM_LONG = 12, ENUMERATION_ITEM = 30 };

/* Words that open a list of examples: it may name fewer. */
static const char *const examples[] = {"如", "包括", "包含", "主要", "涵盖", "涵蓋", "含", "其中", "有", "代表", "涉及", "像", NULL};

static uint32_t smaller(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* What the message quotes: all up to the colon, if that is short. */
static struct span shown(const struct check_context *context, const struct announcement *count, const struct opening *opening)
{
	const struct figure *figure = count->figure;
	if (opening && figure->kind == FIGURE_CARDINAL && (opening_is_direct(opening) || opening->mark == '\n')) {
		uint32_t end =
			article_find(context->article, opening->tail.begin, opening->tail.end, CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_QUOTE));
		if (end - figure->span.begin <= SHOWN)
			return (struct span){figure->span.begin, end};
	}
	return announcement_with_noun(context->article, context->data, figure);
}

/* 任选三门：, 请选择两项：: the list offers more than are counted. */
static bool is_choice(const struct article *article, uint32_t at)
{
	static const char *const choices[] = {"任选", "任選", "选择", "選擇", "可选", "可選", "自选", "自選", "选修", "選修", "选做", "選做", "选答",
		"選答", "挑选", "挑選", "任取", "任意", "抽取", NULL};
	return article->cp[at - 1] == U'选' || article->cp[at - 1] == U'選' || article_holds_any(article, (struct span){at - CHOICE, at}, choices);
}

/* Only slips are reported: a list that is far off is probably another list. */
static bool is_near(uint32_t announced, uint32_t found)
{
	uint32_t difference = announced > found ? announced - found : found - announced;
	return difference <= (announced / 4 > 2 ? announced / 4 : 2);
}

static bool is_slip(const struct article *article, const struct announcement *count, uint32_t found)
{
	if (found == count->announced || !is_near(count->announced, found))
		return false;
	return found < count->announced || !is_choice(article, count->figure->span.begin);
}

/* OPENING: NULL where the list stands before the count. */
static void report_list(
	struct check_context *context, const struct announcement *count, const struct opening *opening, uint32_t found, struct span list)
{
	struct span span = shown(context, count, opening);
	struct finding *finding = report_add(context->report, MESSAGE_LIST, span);
	finding_text(finding, span);
	finding_number(finding, count->announced);
	finding_number(finding, found);
	finding_note(finding, N_("the list starts here"), list);
}

/* 三点：准备不足，经验不够，配合不好，天气太差。 */
static void check_clauses(struct check_context *context, const struct announcement *count, const struct opening *opening)
{
	const struct article *article = context->article;
	struct span span, sentence = article->sentences[article_sentence_at(article, opening->at)].span;
	uint32_t clauses = list_even_clauses(article, opening->at, sentence.end, &span), announced = count->announced;
	if (clauses == 0 || (clauses != announced + 1 && clauses + 1 != announced) || opening_leads_elsewhere(article, opening) ||
		list_holds_counts(article, span, NULL) || announcement_has_rival(article, count, span.end, clauses))
		return;
	report_list(context, count, opening, clauses, span);
}

/* More than announced, for all that might join two items to one. */
static bool names_more(const struct article *article, const struct announcement *count, const struct list *list)
{
	/* 诗歌、散文与小说、评论 may be two groups. */
	bool grouped = list->joints > 0 && list->joints + 1 == count->announced;
	return count->announced + list_doubtful_joins(article, list) < list->count && !grouped;
}

/* Fewer than announced, by a list that is complete. */
static bool names_fewer(const struct article *article, const struct announcement *count, const struct opening *opening, const struct list *list)
{
	uint32_t shortest, longest;
	list_lengths(list, 0, &shortest, &longest);
	if (count->announced <= list->count + list->joints || list->open || article_holds_any(article, opening->tail, examples))
		return false;
	bool in_quotes = article->cls[count->figure->span.begin - 1] == CLASS_OPEN;
	bool complete = opening->bracket ? in_quotes : list_ends_sentence(article, list->span.end);
	return complete && (longest <= ITEM_LONG || longest <= 3 * shortest);
}

/* The list after a colon, or in brackets. */
static void check_enumeration(struct check_context *context, const struct announcement *count, const struct opening *opening)
{
	const struct article *article = context->article;
	struct list list;
	uint32_t end = opening->bracket ? opening->bracket->close : article->paragraphs[count->paragraph].span.end, shortest, longest;
	list_after(article, opening->at, end, &list);
	if (list.count == 1 && !opening->bracket)
		check_clauses(context, count, opening);
	if (list.count < 2 || list.cut || !is_slip(article, count, list.count) || (opening->bracket && list.span.end != end))
		return;
	list_lengths(&list, 0, &shortest, &longest);
	if (shortest == 0 || longest > ENUMERATION_ITEM || (!names_more(article, count, &list) && !names_fewer(article, count, opening, &list)))
		return;
	uint32_t sentence_end = article->sentences[article_sentence_at(article, list.span.end - 1)].span.end;
	struct span region = {opening->at, opening->bracket ? end : sentence_end};
	if (list_holds_counts(article, list.span, NULL) || opening_leads_elsewhere(article, opening) ||
		list_parts(article, region, article->cp[list.span.end]) == count->announced ||
		announcement_has_rival(article, count, list.span.end, list.count))
		return;
	report_list(context, count, opening, list.count, list.span);
}

/* 首先 …；其次 …；最后 … in one sentence. */
static bool check_words(struct check_context *context, const struct announcement *count, const struct opening *opening)
{
	const struct article *article = context->article;
	struct span span;
	uint32_t found = 0;
	if (opening_is_direct(opening) && !opening->bracket)
		found = series_of_words(article, opening->at, article->sentences[article_sentence_at(article, opening->at)].span.end, &span);
	if (found == 0 && !opening->bracket)
		found = series_of_sentences(article, opening->at, article->paragraphs[count->paragraph].span.end, count->announced, &span);
	if (found == 0)
		return false;
	if (is_slip(article, count, found) && !opening_leads_elsewhere(article, opening))
		report_list(context, count, opening, found, span);
	return true;
}

/* 一是 …；二是 …, also over the paragraphs that follow. */
static bool check_series(struct check_context *context, const struct announcement *count, const struct opening *opening)
{
	static const char *const abstract[] = {"点", "點", "项", "項", "事", "方面", "问题", "問題", "原因", "措施", "任务", "任務", "工作", "要求",
		"建议", "建議", "意见", "意見", "特点", "特點", "步", "优势", "優勢", "条", "條", "理由", "环节", "環節", NULL};
	const struct article *article = context->article;
	uint32_t at = opening->at;
	if (article->cp[at] == '\n')
		at = article_skip(article, at, article->end, CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_SPACE));
	uint32_t first = count->index;
	int64_t value;
	while (first < article->figure_count && article->figures[first].span.begin + 1 < at)
		first++;
	if (first >= article->figure_count || first == count->index || article->figures[first].kind != FIGURE_MARKER ||
		article->figures[first].span.begin > at + 2 || !figure_integer(&article->figures[first], &value) || value != 1)
		return false;
	struct series series = series_from(article, first, announcement_section_end(article, count));
	struct span named = {count->figure->span.begin, opening->tail.end};
	bool heading = article->paragraphs[count->paragraph].role == ROLE_HEADING,
	     slogan = article_is(article, count->figure->span.begin - 1, CLASS_BIT(CLASS_OPEN));
	bool words = series.form == FORM_IS || series.form == FORM_NTH || series.form == FORM_QI;
	if (!opening_is_direct(opening) && (!(slogan || article_holds_any(article, named, abstract)) || !(words || heading)))
		return true;
	if (series.broken || series_is_nested(article, first, &series) || series.count < 2 || !is_slip(article, count, series.count) ||
		opening_leads_elsewhere(article, opening) || announcement_has_rival(article, count, article->figures[first].span.begin, series.count))
		return true;
	report_list(context, count, opening, series.count, series.span);
	return true;
}

/* A heading, or a line that ends in a colon, and the list items below it. */
static void check_items(struct check_context *context, const struct announcement *count, const struct opening *opening)
{
	const struct article *article = context->article;
	const struct paragraph *paragraphs = article->paragraphs;
	uint32_t next = count->paragraph + 1, found = 0, at = next;
	bool heading = paragraphs[count->paragraph].role == ROLE_HEADING;
	if ((!heading && (!opening_is_direct(opening) || opening->bracket)) || opening_leads_elsewhere(article, opening))
		return;
	uint32_t limit = smaller(article->paragraph_count, next + ITEMS_LIMIT);
	for (; at < limit && found <= 2 * COUNT_HIGHEST && paragraphs[at].role == ROLE_LIST_ITEM && paragraphs[at].level >= paragraphs[next].level;
		at++)
		found += paragraphs[at].level == paragraphs[next].level;
	if (found < 2 || !is_slip(article, count, found) || announcement_has_rival(article, count, paragraphs[count->paragraph].span.end, found))
		return;
	report_list(context, count, opening, found, (struct span){paragraphs[next].span.begin, paragraphs[at - 1].span.end});
}

static void check_after(struct check_context *context, const struct announcement *count)
{
	const struct article *article = context->article;
	struct opening opening;
	bool last = count->index + 1 >= article->figure_count;
	if (!announcement_opening(article, count, &opening) || (!last && article->figures[count->index + 1].span.begin < opening.tail.end))
		return;
	if (check_series(context, count, &opening) || check_words(context, count, &opening))
		return;
	if (article->cp[opening.at] == '\n' || opening.mark == '\n')
		check_items(context, count, &opening);
	else if (opening_is_direct(&opening))
		check_enumeration(context, count, &opening);
}

/* Items of one kind: enough to say that the count and the list are of the same things. */
static bool is_certain(const struct check_context *context, const struct announcement *count, const struct list *list, bool fewer)
{
	const struct article *article = context->article;
	const struct figure *figure = count->figure;
	uint32_t shortest, longest;
	if (list_is_marked(article, list))
		return span_length(figure->noun) > 0;
	if (!list_is_plain(article, context->data, list))
		return false;
	if (list_is_persons(article, list))
		return figure->measure == UNIT_PERSON || span_length(figure->noun) > 0;
	if (figure->measure == UNIT_PERSON || (figure->measure == UNIT_COUNT && span_length(figure->noun) == 0))
		return false;
	list_lengths(list, 1, &shortest, &longest);
	if (figure->measure == UNIT_NOUN)
		return list->count >= 3 || (fewer && longest <= 3);
	if (list->count < 3 || (fewer && shortest < 2))
		return false;
	return fewer ? longest <= shortest + 2 : count->announced >= 3 || list_shares_ending(article, list);
}

/* 东湖、西湖、南湖8个社区: the list stands before the count. */
static void check_before(struct check_context *context, const struct announcement *count)
{
	const struct article *article = context->article;
	const struct figure *figure = count->figure;
	struct list list;
	uint32_t end = announcement_before_total(article, count);
	if (figure->kind != FIGURE_CARDINAL || end <= count->sentence.begin || !list_may_end(article, end))
		return;
	list_before(article, end, announcement_list_begin(article, count), &list);
	if (list.count < 2 || list.cut)
		return;
	struct span *last = &list.items[list.count - 1];
	uint32_t after = figure->noun.end > figure->span.end ? figure->noun.end : figure->span.end;
	if (span_length(*last) == 0 || article->cp[after] == U'、' || article->cls[figure->span.end] == CLASS_HAN_NUMERAL) /* 三省一市 */
		return;
	if (list.open && article->cp[last->end - 1] == U'等')
		last->end--;
	bool fewer = count->announced > list.count + list.joints, more = count->announced < list.count - list_last_joint(article, &list);
	if ((!fewer && !more) || (fewer && list.open) || span_length(*last) == 0 || count->announced > list.count + 1 ||
		list.count > count->announced + 1 || !is_slip(article, count, list.count))
		return;
	/* 小说、散文、诗歌共四部 sums up. */
	if (fewer && end < figure->span.begin && !character_is_one_of(article->cp[figure->unit.begin], U"种種类類样樣门門项項位名人国國省市县縣"))
		return;
	if (list_holds_counts(article, list.span, figure) || !is_certain(context, count, &list, fewer) ||
		announcement_has_rival(article, count, smaller(after + TAIL, count->sentence.end), list.count))
		return;
	report_list(context, count, NULL, list.count, list.span);
}

/* 三位专家李明、王刚、赵强、孙丽出席: names after the count without a mark. */
static void check_names(struct check_context *context, const struct announcement *count)
{
	const struct article *article = context->article;
	const struct figure *figure = count->figure;
	if (figure->kind != FIGURE_CARDINAL || figure->measure != UNIT_PERSON || span_length(figure->noun) < 4 ||
		article->cp[figure->noun.end] != U'、')
		return;
	uint32_t begin = announcement_noun_end(article, context->data, figure);
	struct span list;
	bool joined = false;
	uint32_t found = begin ? list_names(article, (struct span){begin, count->sentence.end}, &list, &joined) : 0;
	if (found == 0 || (joined && found + 1 == count->announced) || !is_slip(article, count, found) ||
		announcement_has_rival(article, count, count->sentence.end, found))
		return;
	found += joined;
	report_list(context, count, NULL, found, list);
}

/* A heading 守牢“三道关口” over a text that names four 关. */
static void check_heading(struct check_context *context, const struct announcement *count)
{
	struct span place;
	uint32_t named = announcement_echo(context->article, count, &place);
	if (named < 2 || !is_near(count->announced, named) || (named < count->announced && named < 3))
		return;
	struct span span = announcement_with_noun(context->article, context->data, count->figure);
	struct finding *finding = report_add(context->report, MESSAGE_HEADING, span);
	finding_text(finding, span);
	finding_number(finding, named);
	finding_note(finding, N_("the text names them here"), place);
}

static void run(struct check_context *context)
{
	struct announcement count = {0};
	while (announcement_next(context->article, &count)) {
		check_after(context, &count);
		check_before(context, &count);
		check_names(context, &count);
		check_heading(context, &count);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_LIST] = {"list", N_("“{0}” announces {1}, but {2} are listed"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_HEADING] = {"heading", N_("the heading says “{0}”, but the text names {1}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_figure_miscount = {
	.struct_size = sizeof(struct check),
	.name = "figure_miscount",
	.summary = N_("an announced count that disagrees with what is listed"),
	.needs = NEED_SENTENCES | NEED_PAIRS | NEED_FIGURES | NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
