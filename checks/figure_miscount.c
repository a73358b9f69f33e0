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
 * Misses: 首先…其次…最后, lists without 、 or markers, counts above 30, a count that differs by more than a few.
 */
#include <uchar.h>

#include "check.h"

enum { MESSAGE_LIST, MESSAGE_HEADING };

enum { COUNT_LOWEST = 2, COUNT_HIGHEST = 30, TAIL = 14, NEIGHBOURS = 24, SECTION = 4000 };

/* Words between a count and its colon that make the list something else than what is counted. */
static const char *const other_lists[] = {
	"的", "表示", "认为", "認為", "指出", "强调", "強調", "介绍", "介紹", "写道", "寫道", "报道", "報導", "之一", "字", NULL};

/* The same where they stand right before the colon. */
static const char32_t other_endings[] = U"说說问問答称稱道时時后後内內称稱";

/* Words that open a list of examples: it may name fewer. */
static const char *const examples[] = {"如", "包括", "包含", "主要", "涵盖", "涵蓋", "含", "其中", "有", "代表", "涉及", "像", NULL};

/* Verbs that stand between a list and a count that is not its own: 围绕教育、医疗推出五项举措. */
static const char *const verbs[] = {"推出", "开展", "開展", "举办", "舉辦", "举行", "舉行", "实施", "實施", "完成", "提出", "采取", "採取", "制定",
	"制订", "制訂", "新增", "增加", "设立", "設立", "建立", "成立", "建成", "组织", "組織", "召开", "召開", "发布", "發布", "获得", "獲得",
	"取得", "获", "獲", "形成", "打造", "落实", "落實", "解决", "解決", "发现", "發現", "查处", "查處", "签订", "簽訂", "签署", "簽署", "收到",
	"收集", "征集", "徵集", "投入", "安排", "派出", "抽调", "抽調", "配备", "配備", "购买", "購買", "捐赠", "捐贈", "赠送", "贈送", "分为",
	"分為", "分成", "列出", "设置", "設置", "设", "設", "建", "出台", "出臺", "带领", "帶領", "带", "帶", "率领", "率領", "有", "共", "各", "每",
	"均", "达", "達", "为", "為", "是", "等", "的", "了", "在", "和", "及", "与", "與", "以", "近", "约", "約", "超", "前", "后", "後", "这",
	"這", "那", "其", "另", "又", "还", "還", "分", "下", "上", "中", "内", "內", "至", "到", "从", "從", "对", "對", "给", "給", "把", "将",
	"將", "被", "于", "於", "出", "任", "选出", "選出", "评出", "評出", "包括", "包含", NULL};

static bool is_among(uint32_t code_point, const char32_t *characters)
{
	while (*characters)
		if (*characters++ == code_point)
			return true;
	return false;
}

static uint32_t length_of(struct span span)
{
	return span.end - span.begin;
}

static uint32_t smaller(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static bool ends_with_any(const struct article *article, uint32_t at, const char *const *words)
{
	for (; *words; words++)
		if (article_ends(article, at, *words))
			return true;
	return false;
}

static bool holds_any(const struct article *article, struct span span, const char *const *words)
{
	for (uint32_t i = span.begin; i < span.end; i++)
		for (const char *const *word = words; *word; word++)
			if (article_starts(article, i, *word))
				return true;
	return false;
}

/* What one count says. */
struct count {
	const struct figure *figure;
	uint32_t index; /* of the figure */
	uint32_t announced;
	struct span shown; /* “三项措施” */
	struct span sentence;
	uint32_t paragraph;
};

static bool is_counting(const struct figure *figure)
{
	const unsigned doubtful = FIGURE_APPROXIMATE | FIGURE_AT_LEAST | FIGURE_AT_MOST | FIGURE_RANGE_BEGIN | FIGURE_RANGE_END | FIGURE_EACH;
	if (figure->flags & doubtful)
		return false;
	if (figure->kind == FIGURE_SLOGAN)
		return true;
	return figure->kind == FIGURE_CARDINAL && (figure->measure == UNIT_COUNT || figure->measure == UNIT_PERSON || figure->measure == UNIT_NOUN);
}

/* “三会一课” and “两不愁三保障” count more than one thing; “五个一” does not. */
static bool is_compound_slogan(const struct article *article, const struct figure *figure)
{
	struct span rest = figure->noun;
	bool ones = length_of(rest) >= 2 && article->cp[rest.end - 1] == U'一' && is_among(article->cp[rest.end - 2], U"个個");
	rest.end -= ones;
	return figure->kind == FIGURE_SLOGAN && article_count(article, rest, CLASS_BIT(CLASS_HAN_NUMERAL)) > 0;
}

/* The count with its noun, as far as the dictionary knows where that ends. */
static struct span with_noun(const struct check_context *context, const struct figure *figure)
{
	const struct article *article = context->article;
	struct span noun = figure->noun;
	struct word word;
	if (figure->kind == FIGURE_SLOGAN)
		return (struct span){figure->span.begin, noun.end};
	uint32_t length = noun.begin < noun.end ? word_longest(context->data, article->cp + noun.begin, length_of(noun)) : 0;
	if (length < 2 || !word_find(context->data, article->cp + noun.begin, length, &word) || word.tag == WORD_VERB)
		length = 0;
	return (struct span){figure->span.begin, figure->span.end + length};
}

static bool read_count(const struct check_context *context, uint32_t index, struct count *count)
{
	const struct article *article = context->article;
	const struct figure *figure = &article->figures[index];
	int64_t announced;
	if (!is_counting(figure) || !figure_integer(figure, &announced) || announced < COUNT_LOWEST || announced > COUNT_HIGHEST ||
		is_compound_slogan(article, figure))
		return false;
	count->figure = figure;
	count->index = index;
	count->announced = (uint32_t)announced;
	count->shown = with_noun(context, figure);
	count->sentence = article->sentences[article_sentence_at(article, figure->span.begin)].span;
	count->paragraph = article_paragraph_at(article, figure->span.begin);
	return true;
}

/* Another number of the sentence that fits what was found: then that one may be the count of the list. */
static bool fits_neighbour(const struct article *article, const struct count *count, uint32_t end, uint32_t found)
{
	int64_t value;
	uint32_t first = count->index > NEIGHBOURS ? count->index - NEIGHBOURS : 0;
	for (uint32_t i = first; i < article->figure_count && i < count->index + NEIGHBOURS; i++) {
		const struct figure *other = &article->figures[i];
		if (i == count->index || other->span.begin < count->sentence.begin)
			continue;
		if (other->span.begin >= end)
			break;
		if ((other->kind == FIGURE_CARDINAL || other->kind == FIGURE_SLOGAN) && figure_integer(other, &value) && value == found)
			return true;
	}
	return false;
}

/* 三个村的苹果： and 五名队员说： lead to other lists. */
static bool leads_elsewhere(const struct article *article, struct span tail)
{
	if (tail.end > tail.begin && is_among(article->cp[tail.end - 1], other_endings))
		return true;
	return holds_any(article, tail, other_lists) && !(article_ends(article, tail.end, "目的"));
}

/* Only slips are reported: a list that is far off is probably another list. */
static bool is_near(uint32_t announced, uint32_t found)
{
	uint32_t difference = announced > found ? announced - found : found - announced;
	return difference <= (announced / 4 > 2 ? announced / 4 : 2);
}

static void report_list(struct check_context *context, const struct count *count, uint32_t found, struct span list)
{
	struct finding *finding = report_add(context->report, MESSAGE_LIST, count->shown);
	finding_text(finding, count->shown);
	finding_number(finding, count->announced);
	finding_number(finding, found);
	finding_note(finding, N_("the list starts here"), list);
}

/* How a count leads to its list. */
struct opening {
	uint32_t at;      /* where the list begins */
	struct span tail; /* what stands between the count and the mark */
	uint32_t mark;    /* ： （ ， 。 or a newline */
	const struct pair *bracket;
};

static bool is_colon(uint32_t code_point)
{
	return code_point == U'：' || code_point == ':';
}

/* 分别是, 即 and the like take the place of a colon. */
static uint32_t connector_end(const struct article *article, uint32_t at)
{
	static const char *const words[] = {"分别是", "分別是", "分别为", "分別為", "分别叫", "依次是", "依次为", "依次為", "它们是", "它們是",
		"他们是", "他們是", "即", "也就是", "就是", NULL};
	for (const char *const *word = words; *word; word++) {
		if (!article_starts(article, at, *word))
			continue;
		while (**word && article_starts(article, at, "即"))
			return at + 1;
		uint32_t length = 0;
		for (const char *rest = *word; *rest; length++)
			character_decode(&rest);
		return at + length;
	}
	return at;
}

static uint32_t over_spaces(const struct article *article, uint32_t at)
{
	return article_skip(article, at, at + 8 < article->end ? at + 8 : article->end, CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE));
}

static bool find_opening(const struct article *article, const struct count *count, struct opening *opening)
{
	const struct figure *figure = count->figure;
	uint32_t at = figure->kind == FIGURE_SLOGAN ? figure->noun.end : figure->span.end, limit = at + TAIL;
	opening->tail.begin = at;
	opening->bracket = NULL;
	for (; at < limit; at++) {
		uint32_t end = at > opening->tail.begin ? connector_end(article, at) : at;
		if (end > at) {
			*opening = (struct opening){end + is_colon(article->cp[end]), {opening->tail.begin, at}, U'：', NULL};
			return true;
		}
		bool closes = article->cls[at] == CLASS_CLOSE && article->cp[at] != U'）';
		if (!article_is_han(article, at) && article->cls[at] != CLASS_LATIN && !closes && article->cls[at] != CLASS_HALF_QUOTE)
			break;
	}
	opening->tail.end = at;
	opening->mark = article->cp[at];
	opening->at = over_spaces(article, at + 1);
	switch (article->cp[at]) {
	case U'，':
	case ',':
		if (connector_end(article, opening->at) > opening->at) {
			opening->at = connector_end(article, opening->at);
			opening->at += is_colon(article->cp[opening->at]);
			opening->mark = U'：';
		}
		return true;
	case U'（':
	case '(': opening->bracket = pair_opening(article, at); return opening->bracket != NULL;
	case U'：':
	case ':':
	case U'。':
	case '\n': return true;
	default: return false;
	}
}

/* A list may also be made of the parts between the marks that end the first enumeration: A、B，C、D，E. */
static bool parts_fit(const struct article *article, struct span region, uint32_t mark, uint32_t announced)
{
	uint32_t parts = 1;
	if (mark != U'，' && mark != U'；' && mark != ',' && mark != ';')
		return false;
	for (uint32_t at = region.begin; at < region.end; at++) {
		const struct pair *pair = article->cls[at] == CLASS_OPEN || article->cls[at] == CLASS_HALF_OPEN ? pair_opening(article, at) : NULL;
		if (pair && pair->close < region.end)
			at = pair->close;
		if (article->cp[at] == mark)
			parts++;
		else if ((mark == U'，' && article->cp[at] == U'；') || (mark == ',' && article->cp[at] == ';'))
			break;
	}
	return parts == announced;
}

/* 教师2名、校医1名: the items are counted for themselves. */
static bool holds_counts(const struct article *article, struct span span, const struct figure *except)
{
	int64_t value;
	for (uint32_t i = figure_from(article, span.begin); i < article->figure_count && article->figures[i].span.begin < span.end; i++) {
		const struct figure *figure = &article->figures[i];
		if (figure == except || (figure->kind != FIGURE_MARKER && (figure->kind != FIGURE_CARDINAL || figure->measure == UNIT_NONE)))
			continue;
		/* “五个一”: 一面旗帜、一支队伍; 一个 counts nothing. */
		if (figure->kind == FIGURE_MARKER || figure->style != FIGURE_HAN || !figure_integer(figure, &value) || value != 1)
			return true;
	}
	return false;
}

static bool holds(const struct article *article, struct span span, uint32_t character)
{
	for (uint32_t at = span.begin; at < span.end; at++)
		if (article->cp[at] == character)
			return true;
	return false;
}

/*
 * In 学习、宣传政策、加强队伍、推进改革 the first 、 may stand inside an item, and so it may in 张三、李四创办的学校: how many short
 * ones stand before long ones.
 */
static uint32_t doubtful_joins(const struct article *article, const struct list *list)
{
	uint32_t longs = 0, joins = 0;
	for (uint32_t i = 0; i < list->count; i++)
		longs += length_of(list->items[i]) >= 4;
	for (uint32_t i = 0; i + 1 < list->count; i++) {
		bool of = holds(article, list->items[i + 1], U'的') && !holds(article, list->items[i], U'的');
		bool of_many = longs * 2 >= list->count && length_of(list->items[i]) <= 2 && length_of(list->items[i + 1]) >= 4;
		joins += of || of_many;
	}
	return joins;
}

static bool ends_for_good(const struct article *article, uint32_t at)
{
	switch (article->cp[at]) {
	case U'。':
	case '\n':
	case U'！':
	case '.': return true;
	default: return at >= article->end;
	}
}

/* 三点：准备不足，经验不够，配合不好，天气太差。 Clauses of one length are items too. Returns how many, 0 if they are not even. */
static uint32_t even_clauses(const struct article *article, struct span sentence, uint32_t at, struct span *span)
{
	uint32_t begin = at, count = 0, length = 0, end = smaller(sentence.end, at + LIST_LENGTH);
	span->begin = at;
	for (; at < end; at++) {
		if (article_is_han(article, at))
			continue;
		bool comma = article->cp[at] == U'，' || article->cp[at] == U'；';
		if ((!comma && !ends_for_good(article, at)) || (count > 0 && at - begin != length) || at - begin > 8 || at - begin < 3)
			return 0;
		length = at - begin;
		begin = at + 1;
		count++;
		if (!comma)
			break;
	}
	span->end = at;
	return at < end && count >= 3 ? count : 0;
}

static void check_clauses(struct check_context *context, const struct count *count, const struct opening *opening)
{
	struct span span;
	uint32_t clauses = even_clauses(
		context->article, context->article->sentences[article_sentence_at(context->article, opening->at)].span, opening->at, &span);
	uint32_t announced = count->announced;
	if ((clauses != announced + 1 && clauses + 1 != announced) || clauses == 0 || leads_elsewhere(context->article, opening->tail) ||
		holds_counts(context->article, span, NULL) || fits_neighbour(context->article, count, span.end, clauses))
		return;
	report_list(context, count, clauses, span);
}

/* The list after a colon, or in brackets. */
static void check_enumeration(struct check_context *context, const struct count *count, const struct opening *opening)
{
	const struct article *article = context->article;
	struct list list;
	uint32_t end = opening->bracket ? opening->bracket->close : article->paragraphs[count->paragraph].span.end, shortest, longest;
	list_after(article, opening->at, end, &list);
	if (list.count == 1 && !opening->bracket)
		check_clauses(context, count, opening);
	if (list.count < 2 || list.cut || holds_counts(article, list.span, NULL) || leads_elsewhere(article, opening->tail))
		return;
	list_lengths(&list, 0, &shortest, &longest);
	uint32_t sentence_end = article->sentences[article_sentence_at(article, list.span.end - 1)].span.end;
	struct span region = {opening->at, opening->bracket ? end : sentence_end};
	/* 诗歌、散文与小说、评论 may be two groups. */
	bool grouped = list.joints > 0 && list.joints + 1 == count->announced;
	bool in_quotes = article->cls[count->figure->span.begin - 1] == CLASS_OPEN;
	bool fewer = count->announced > list.count + list.joints;
	bool more = count->announced + doubtful_joins(article, &list) < list.count && !grouped;
	if ((!fewer && !more) || !is_near(count->announced, list.count) || shortest == 0 || longest > 30)
		return;
	if (parts_fit(article, region, article->cp[list.span.end], count->announced) || fits_neighbour(article, count, list.span.end, list.count))
		return;
	if (opening->bracket && (list.span.end != end || (fewer && !in_quotes)))
		return;
	if (fewer && (list.open || (!opening->bracket && !ends_for_good(article, list.span.end)) || holds_any(article, opening->tail, examples)))
		return;
	if (fewer && longest > 12 && longest > 3 * shortest)
		return;
	report_list(context, count, list.count, list.span);
}

/* A series inside an item of another one of the same form, or one that is interrupted so: where each goes on nobody can say. */
static bool is_nested(const struct article *article, uint32_t first, const struct series *series)
{
	const struct figure *figures = article->figures;
	uint32_t sentence = article->sentences[article_sentence_at(article, figures[first].span.begin)].span.begin;
	for (uint32_t i = first; i-- > 0 && figures[i].span.begin >= sentence && i + NEIGHBOURS > first;)
		if (figures[i].kind == FIGURE_MARKER && figures[i].form == series->form)
			return true;
	uint32_t stop = series->stop;
	return stop < article->figure_count &&
	       article_sentence_at(article, figures[stop].span.begin) == article_sentence_at(article, figures[series->last].span.begin);
}

/* 一是 …；二是 …, also over the paragraphs that follow. */
static bool check_series(struct check_context *context, const struct count *count, const struct opening *opening)
{
	static const char *const abstract[] = {"点", "點", "项", "項", "事", "方面", "问题", "問題", "原因", "措施", "任务", "任務", "工作", "要求",
		"建议", "建議", "意见", "意見", "特点", "特點", "步", "优势", "優勢", "条", "條", "理由", "环节", "環節", NULL};
	const struct article *article = context->article;
	uint32_t at = opening->at;
	if (article->cp[at] == '\n')
		at = article_skip(article, at, article->end, CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_SPACE));
	uint32_t first = figure_from(article, at > 2 ? at - 1 : at);
	int64_t value;
	if (first >= article->figure_count || first == count->index || article->figures[first].kind != FIGURE_MARKER ||
		article->figures[first].span.begin > at + 2 || !figure_integer(&article->figures[first], &value) || value != 1)
		return false;
	struct series series = series_from(article, first, article->end);
	struct span named = {count->figure->span.begin, opening->tail.end};
	bool direct = is_colon(opening->mark) || opening->bracket;
	if (!direct && (!holds_any(article, named, abstract) || (series.form != FORM_IS && series.form != FORM_NTH && series.form != FORM_QI)))
		return true;
	if (series.broken || is_nested(article, first, &series) || series.count < 2 || series.count == count->announced ||
		!is_near(count->announced, series.count) || leads_elsewhere(article, opening->tail) ||
		fits_neighbour(article, count, article->figures[first].span.begin, series.count))
		return true;
	report_list(context, count, series.count, series.span);
	return true;
}

/* A heading, or a line that ends in a colon, and the list items below it. */
static void check_items(struct check_context *context, const struct count *count, const struct opening *opening)
{
	const struct article *article = context->article;
	const struct paragraph *paragraphs = article->paragraphs;
	uint32_t next = count->paragraph + 1, found = 0, at = next;
	bool heading = paragraphs[count->paragraph].role == ROLE_HEADING;
	if ((!heading && !is_colon(opening->mark)) || leads_elsewhere(article, opening->tail))
		return;
	uint32_t limit = smaller(article->paragraph_count, next + SECTION / 4);
	for (; at < limit && found <= 2 * COUNT_HIGHEST && paragraphs[at].role == ROLE_LIST_ITEM && paragraphs[at].level >= paragraphs[next].level;
		at++)
		found += paragraphs[at].level == paragraphs[next].level;
	if (found < 2 || found == count->announced || !is_near(count->announced, found) ||
		fits_neighbour(article, count, paragraphs[count->paragraph].span.end, found))
		return;
	report_list(context, count, found, (struct span){paragraphs[next].span.begin, paragraphs[at - 1].span.end});
}

static void check_after(struct check_context *context, struct count *count)
{
	const struct article *article = context->article;
	struct opening opening;
	bool last = count->index + 1 >= article->figure_count;
	if (!find_opening(article, count, &opening) || (!last && article->figures[count->index + 1].span.begin < opening.tail.end))
		return;
	struct span whole = {count->figure->span.begin,
		article_find(article, opening.tail.begin, opening.tail.end, CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_QUOTE))};
	bool leads = is_colon(opening.mark) || opening.bracket || opening.mark == '\n';
	if (count->figure->kind == FIGURE_CARDINAL && leads && length_of(whole) <= 10)
		count->shown = whole;
	if (check_series(context, count, &opening))
		return;
	bool line_ends = article->cp[opening.at] == '\n' || opening.mark == '\n';
	if (line_ends)
		check_items(context, count, &opening);
	else if (opening.bracket || is_colon(opening.mark))
		check_enumeration(context, count, &opening);
}

/* Is the last item a name like the others, and not the name with a verb before the count? */
static bool last_is_plain(const struct check_context *context, const struct list *list)
{
	const struct article *article = context->article;
	struct span last = list->items[list->count - 1];
	struct list between = *list;
	uint32_t shortest, longest;
	if (ends_with_any(article, last.end, verbs))
		return false;
	if (list->count < 3)
		return length_of(last) <= 4;
	between.count--;
	list_lengths(&between, 1, &shortest, &longest);
	if (length_of(last) <= longest)
		return true;
	struct word word;
	bool one_word = word_find(context->data, article->cp + last.begin, length_of(last), &word) && word.tag != WORD_VERB;
	return one_word || article->cp[last.end - 1] == article->cp[list->items[1].end - 1];
}

/* Do the items after the first look like names, and not like parts of a sentence? */
static bool are_plain(const struct check_context *context, const struct list *list)
{
	const struct article *article = context->article;
	for (uint32_t i = 1; i < list->count; i++) {
		if (length_of(list->items[i]) > 12)
			return false;
		for (uint32_t at = list->items[i].begin; at < list->items[i].end; at++)
			if (is_among(article->cp[at], U"的了是把被将將"))
				return false;
	}
	return last_is_plain(context, list);
}

/* Items of one kind: enough to say that the count and the list are of the same things. */
static bool is_certain(const struct check_context *context, const struct count *count, const struct list *list, bool fewer)
{
	const struct article *article = context->article;
	const struct figure *figure = count->figure;
	uint32_t shortest, longest;
	if (list_is_marked(article, list))
		return length_of(figure->noun) > 0;
	if (!are_plain(context, list))
		return false;
	if (list_is_persons(article, list))
		return figure->measure == UNIT_PERSON || length_of(figure->noun) > 0;
	if (figure->measure == UNIT_PERSON || (figure->measure == UNIT_COUNT && length_of(figure->noun) == 0))
		return false;
	list_lengths(list, 1, &shortest, &longest);
	if (figure->measure == UNIT_NOUN)
		return list->count >= 3 || (fewer && longest <= 3);
	if (list->count < 3 || (fewer && shortest < 2))
		return false;
	return fewer ? longest <= shortest + 2 : count->announced >= 3 || list_shares_ending(article, list);
}

/* In 张伟、李娜两名同学和王芳、赵磊两名老师 the second list begins after the 和 that follows the first count. */
static uint32_t after_last_count(const struct article *article, const struct count *count)
{
	const struct figure *before = count->index ? &article->figures[count->index - 1] : NULL;
	if (!before || before->span.begin < count->sentence.begin || before->kind != FIGURE_CARDINAL || before->measure == UNIT_NONE)
		return count->sentence.begin;
	for (uint32_t at = before->span.end; at < count->figure->span.begin && at < before->span.end + TAIL; at++)
		if (is_among(article->cp[at], U"和与與及、，"))
			return article->cp[at] == U'、' || article->cp[at] == U'，' ? count->sentence.begin : at + 1;
	return count->sentence.begin;
}

/* In 车站或北京、上海两地 the list may begin after the 或: the index of the last item but one that holds such a word. */
static uint32_t last_joint(const struct article *article, const struct list *list)
{
	for (uint32_t i = list->count - 1; i-- > 0;)
		for (uint32_t at = list->items[i].begin; at < list->items[i].end; at++)
			if (is_among(article->cp[at], U"和与與及或并並跟同向从從在"))
				return i;
	return 0;
}

/* 东湖、西湖、南湖8个社区: the list stands before the count. */
static void check_before(struct check_context *context, const struct count *count)
{
	const struct article *article = context->article;
	const struct figure *figure = count->figure;
	struct list list;
	if (figure->kind != FIGURE_CARDINAL || figure->span.begin == count->sentence.begin)
		return;
	list_before(article, figure->span.begin, after_last_count(article, count), &list);
	struct span *last = &list.items[list.count - 1];
	uint32_t after = figure->noun.end > figure->span.end ? figure->noun.end : figure->span.end;
	if (list.count < 2 || list.cut || length_of(*last) == 0 || article->cp[after] == U'、')
		return;
	if (list.open && article->cp[last->end - 1] == U'等')
		last->end--;
	bool fewer = count->announced > list.count + list.joints, more = count->announced < list.count - last_joint(article, &list);
	if ((!fewer && !more) || (fewer && list.open) || length_of(*last) == 0 ||
		(count->announced > list.count ? count->announced - list.count : list.count - count->announced) > 1)
		return;
	if (holds_counts(article, list.span, figure) || !is_certain(context, count, &list, fewer) ||
		fits_neighbour(article, count, smaller(after + TAIL, count->sentence.end), list.count))
		return;
	report_list(context, count, list.count, list.span);
}

/* The character on which the items of a list and the noun of a count agree: 关 of 三道关口 and 选种关、整地关. */
static bool agrees(const struct article *article, struct span item, struct span noun)
{
	uint32_t last = article->cp[item.end - 1];
	if (article->cls[item.end - 1] == CLASS_CLOSE && length_of(item) > 2)
		last = article->cp[item.end - 2];
	return last == article->cp[noun.begin] || last == article->cp[noun.end - 1];
}

/* What the text after the verb of a heading names: how many, and where. */
static uint32_t named_after(const struct article *article, uint32_t at, uint32_t end, struct span noun, struct span *place)
{
	struct list list;
	int64_t value;
	uint32_t quote = article->cls[at] == CLASS_OPEN, index = figure_from(article, at);
	if (index < article->figure_count && article->figures[index].span.begin == at + quote) {
		const struct figure *figure = &article->figures[index];
		struct span rest = {figure->number.end, figure->noun.end};
		*place = figure->span;
		bool same = is_counting(figure) && rest.end > rest.begin && figure_integer(figure, &value);
		for (uint32_t i = rest.begin; same && i < rest.end; i++)
			if (article->cp[i] == article->cp[noun.begin])
				return (uint32_t)value;
		return 0;
	}
	list_after(article, at, end, &list);
	if (list.count < 2 || list.cut || list.open || list.joints)
		return 0;
	for (uint32_t i = 0; i < list.count; i++)
		if (length_of(list.items[i]) < 2 || length_of(list.items[i]) > 12 || !agrees(article, list.items[i], noun))
			return 0;
	*place = list.span;
	return list.count;
}

/* A heading 守牢“三道关口” over a text that says 守牢 and then names four 关. */
static void check_heading(struct check_context *context, const struct count *count)
{
	const struct article *article = context->article;
	const struct paragraph *paragraphs = article->paragraphs;
	const struct figure *figure = count->figure;
	enum role role = paragraphs[count->paragraph].role;
	uint32_t begin = figure->span.begin - (article->cls[figure->span.begin - 1] == CLASS_OPEN);
	if ((role != ROLE_HEADING && role != ROLE_TITLE) || length_of(figure->noun) == 0 || !article_is_han(article, begin - 1) ||
		!article_is_han(article, begin - 2))
		return;
	struct span verb = {begin - 2, begin}, place;
	for (uint32_t i = count->paragraph + 1; i < article->paragraph_count && paragraphs[i].role != ROLE_HEADING; i++) {
		struct span text = paragraphs[i].span;
		if (text.begin > figure->span.end + SECTION)
			return;
		uint32_t end = smaller(text.end, figure->span.end + SECTION);
		for (uint32_t at = text.begin; at + 4 < end; at++) {
			if (article->cp[at] != article->cp[verb.begin] || !article_same(article, verb, (struct span){at, at + 2}))
				continue;
			uint32_t named = named_after(article, at + 2, text.end, figure->noun, &place);
			if (named == count->announced)
				return;
			if (named < 2 || !is_near(count->announced, named) || (named < count->announced && named < 3))
				continue;
			struct finding *finding = report_add(context->report, MESSAGE_HEADING, count->shown);
			finding_text(finding, count->shown);
			finding_number(finding, named);
			finding_note(finding, N_("the text names them here"), place);
			return;
		}
	}
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	struct count count;
	for (uint32_t i = 0; i < article->figure_count; i++) {
		if (!read_count(context, i, &count))
			continue;
		check_after(context, &count);
		check_before(context, &count);
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
