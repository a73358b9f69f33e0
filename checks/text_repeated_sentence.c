/*
 * text_repeated_sentence: a passage that stands twice in one article, as copy and paste leaves it.
 *
 * Reported is a passage of 20 characters or more that is the same, mark for mark, as one before it, and that is a whole sentence or
 * at least half of one on either side; at its second place, with a note at the first. A passage may run over several
 * sentences and paragraphs: it is one finding.
 *
 * Passes on purpose: slogans and names in quotes, titles in 《》, headings, captions, verse, tables and link lists, enumerations of the
 * same names, the formulas of notices (遗失…声明作废, 特此公告) and of statutes (第三条 …), steps that recur in several
 * lists, the same said of two items (甲：… 乙：…), a short quotation by itself, headings that ask, paragraphs that lead in (…如下：), forms.
 *
 * Misses a passage with one character changed, one that shares no clause between two marks with its copy, and in hard-wrapped text
 * one whose lines break elsewhere.
 */
#include "check.h"

enum { MESSAGE_PASSAGE };

enum {
	ENUMERATION = 3,  /* 、 of a sentence that is a list of names */
	QUOTATION = 60,   /* characters of a quotation that may stand twice */
	UNDER_HEADING = 60,
	NUMBER = 8,       /* of the number before a heading */
	PASSAGES = 1000,  /* findings after which an article is no prose */
	AROUND = 400,     /* characters of a sentence that are looked through on either side of a passage */
};

struct settings {
	int64_t length;
};

/* The formulas of notices and of business: their sentences are alike by rights. */
static const char *const formulas[] = {"声明作废", "聲明作廢", "特此公告", "特此通知", "特此声明", "特此聲明", "特此证明", "特此證明", "申报债权", "申報債權", "遗失", "遺失", "挂失", "掛失", "作废",
	"作廢", "版权所有", "版權所有", "未经授权", "未經授權", "不得转载", "不得轉載", "免责声明", "免責聲明", "投资有风险", "投資有風險", "基金經理", "依法追究", NULL};

/* The sentences that a passage touches, as one span. */
static struct span sentences_of(const struct article *article, struct span span)
{
	const struct sentence *first = &article->sentences[article_sentence_at(article, span.begin)];
	const struct sentence *last = &article->sentences[article_sentence_at(article, span.end - 1)];
	return (struct span){first->span.begin, last->span.end};
}

/* The same, but not more of it than AROUND on either side. */
static struct span neighbourhood(const struct article *article, struct span span)
{
	struct span around = sentences_of(article, span);
	around.begin = span.begin - around.begin > AROUND ? span.begin - AROUND : around.begin;
	around.end = around.end > span.end && around.end - span.end > AROUND ? span.end + AROUND : around.end;
	return around;
}

/*
 * The end of a quotation or title without an end mark that opens at AT: a slogan or a name; AT if there is none. MARK keeps where
 * the next closing or end mark stands, so that a row of opening marks is looked through once.
 */
static uint32_t name_end(const struct article *article, uint32_t at, uint32_t end, uint32_t *mark)
{
	if (*mark <= at)
		*mark = article_find(article, at + 1, end, CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_NEWLINE));
	return *mark < end && article->cls[*mark] == CLASS_CLOSE ? *mark : at;
}

/* Is the beginning of a passage inside a quotation or title that opened before it and has no end mark? */
static bool is_quoted(const struct article *article, struct span span)
{
	uint32_t begin = neighbourhood(article, span).begin, at = span.begin;
	while (at > begin && !class_in(article->cls[at - 1], CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE)))
		at--;
	if (at == begin || article->cls[at - 1] != CLASS_OPEN)
		return false;
	uint32_t close = article_find(article, at, span.end + 1, CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_NEWLINE));
	return close + 1 >= span.end && !article_has(article, CLASS_END_STOP, (struct span){at, close});
}

/* （记者 李明）, and what stands in quotes and 《》 without an end mark, do not make a passage. */
static bool is_name(const struct article *article, uint32_t at)
{
	if (article->cp[at] != 0xFF08) /* （ */
		return article->cls[at] == CLASS_OPEN;
	return article_starts(article, at + 1, "记者") || article_starts(article, at + 1, "記者") || article_starts(article, at + 1, "通讯员") ||
		article_starts(article, at + 1, "通訊員");
}

/* Does a passage have enough characters that count, four fifths of them Han? */
static bool is_long(const struct article *article, struct span span, int64_t length)
{
	int64_t weight = 0, han = 0;
	uint32_t mark = 0;
	for (uint32_t i = span.begin; i < span.end; i++) {
		if (is_name(article, i))
			i = name_end(article, i, span.end, &mark);
		weight += !class_in(article->cls[i], CLASSES_BLANK);
		han += article_is_han(article, i);
	}
	return weight >= length && 5 * han >= 4 * length && 2 * han >= weight;
}

/* Stops inside a passage (not at its end), and 、 by themselves. */
static uint32_t count_stops(const struct article *article, struct span span, uint32_t *marks)
{
	uint32_t stops = 0;
	*marks = 0;
	for (uint32_t i = span.begin; i + 1 < span.end; i++) {
		bool comma = article->cp[i] == 0x3001; /* 、 */
		*marks += comma;
		stops += !comma && class_in(article->cls[i], CLASSES_PAUSE) && !class_in(article->cls[i + 1], CLASS_BIT(CLASS_DIGIT) | CLASSES_CLOSING);
	}
	return stops;
}

static bool is_half(struct span part, struct span whole)
{
	return 2 * (part.end - part.begin) >= whole.end - whole.begin;
}

static bool is_statute(const struct article *article, uint32_t at)
{
	struct span span = article->paragraphs[article_paragraph_at(article, at)].span;
	uint32_t begin = article_skip(article, span.begin, span.end, CLASSES_BLANK);
	uint32_t end = article_skip(article, begin + 1, span.end, CLASS_BIT(CLASS_HAN_NUMERAL) | CLASS_BIT(CLASS_DIGIT));
	return article->cp[begin] == 0x7B2C && end > begin + 1 && (article->cp[end] == 0x6761 || article->cp[end] == 0x689D); /* 第…条條 */
}

/* Steps of two lists: what stands between is no item, or another article of a law. */
static bool is_other_list(const struct article *article, uint32_t first, uint32_t copy)
{
	uint32_t from = article_paragraph_at(article, first), to = article_paragraph_at(article, copy);
	if (from == to || article->paragraphs[from].role != ROLE_LIST_ITEM || article->paragraphs[to].role != ROLE_LIST_ITEM)
		return false;
	for (uint32_t p = to; p > from; p--)
		if (article->paragraphs[p].role != ROLE_LIST_ITEM || is_statute(article, article->paragraphs[p].span.begin))
			return true;
	return false;
}

/* Header：自带默认样式，…  Footer：自带默认样式，…: the same is said of two things. */
static bool is_of_another(const struct article *article, uint32_t first, uint32_t copy)
{
	uint32_t from = article_paragraph_at(article, first), to = article_paragraph_at(article, copy);
	uint32_t before = article->cp[article_skip_back(article, copy, article->paragraphs[to].span.begin, CLASSES_BLANK) - 1];
	return from != to && article->paragraphs[from].role == ROLE_LIST_ITEM && article->paragraphs[to].role == ROLE_LIST_ITEM &&
		(before == 0xFF1A || before == ':'); /* ： */
}

/* “……。” and nothing else: what is quoted twice to be explained. */
static bool is_one_quotation(const struct article *article, struct span span)
{
	return span.end - span.begin <= QUOTATION && article->cls[span.begin] == CLASS_OPEN &&
		article_find(article, span.begin, span.end, CLASS_BIT(CLASS_CLOSE)) + 1 == span.end;
}

/* A paragraph by itself that asks (it stands in the table of contents too) or leads in: …，然后执行下面的命令： */
static bool is_heading(const struct article *article, struct span span)
{
	struct span whole = article->paragraphs[article_paragraph_at(article, span.begin)].span;
	uint32_t begin = article_skip(article, whole.begin, whole.end, CLASSES_BLANK), end = article_skip_back(article, whole.end, whole.begin, CLASSES_BLANK);
	uint32_t last = article->cp[end - 1];
	bool alone = span.begin <= begin + NUMBER && span.end + 1 >= end && span.end <= whole.end;
	return alone && (last == 0xFF1F || last == '?' || last == 0xFF1A || last == ':'); /* ？： */
}

/* All of a short paragraph under a heading: the same holds for what two headings name. */
static bool is_under_heading(const struct article *article, struct span span)
{
	uint32_t paragraph = article_paragraph_at(article, span.begin);
	struct span whole = article->paragraphs[paragraph].span;
	return article->blocks && paragraph > 0 && article->paragraphs[paragraph - 1].role == ROLE_HEADING &&
	       whole.end - whole.begin <= UNDER_HEADING && span.begin == whole.begin && span.end >= whole.end;
}

/* A form to fill in: 第[X]章：[标题] */
static bool is_form(const struct article *article, struct span span)
{
	uint32_t brackets = 0;
	for (uint32_t i = span.begin; i < span.end; i++)
		brackets += article->cp[i] == '[';
	return brackets >= 2;
}

static bool is_exempt(const struct article *article, struct span first, struct span copy)
{
	if (is_quoted(article, copy) || is_quoted(article, first) || is_one_quotation(article, copy) || is_form(article, copy))
		return true;
	if (is_other_list(article, first.begin, copy.begin) || is_of_another(article, first.begin, copy.begin))
		return true;
	if (is_statute(article, first.begin) && is_statute(article, copy.begin))
		return true;
	if (is_under_heading(article, first) && is_under_heading(article, copy))
		return true;
	return is_heading(article, first) && is_heading(article, copy);
}

/*
 * Enough of a sentence: half of one on either side. A passage without a comma has to be half of both, and no list: the long name
 * of an office and 省委、省政府、省人大、省政协 stand where they are needed.
 */
static bool is_share(const struct article *article, struct span first, struct span copy)
{
	struct span around = sentences_of(article, copy), before = sentences_of(article, first);
	uint32_t marks, stops = count_stops(article, copy, &marks);
	bool whole = copy.begin <= around.begin && copy.end >= around.end;
	if (stops > 0)
		return is_half(copy, around) || is_half(first, before);
	return marks < (whole ? ENUMERATION : 1) && is_half(copy, around) && is_half(first, before);
}

static bool is_reported(const struct article *article, struct span first, struct span copy, int64_t length)
{
	if (!is_long(article, copy, length) || !is_share(article, first, copy))
		return false;
	return !is_exempt(article, first, copy) && !article_holds_any(article, neighbourhood(article, copy), formulas);
}

struct search {
	struct check_context *context;
	uint32_t found;
};

static void look(void *user, struct span first, struct span copy)
{
	struct search *search = user;
	const struct settings *settings = search->context->settings;
	if (search->found == PASSAGES || !is_reported(search->context->article, first, copy, settings->length))
		return;
	search->found++;
	struct finding *finding = report_add(search->context->report, MESSAGE_PASSAGE, copy);
	finding_text(finding, copy);
	finding_note(finding, N_("the first time here"), first);
}

static void run(struct check_context *context)
{
	const struct settings *settings = context->settings;
	struct search search = {.context = context};
	copy_each(context->article, context->scratch, (uint32_t)settings->length, look, &search);
}

static const struct check_message messages[] = {
	[MESSAGE_PASSAGE] = {NULL, N_("the passage “{0}” stands twice in the article"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

static const struct check_option options[] = {
	{"length", OPTION_NUMBER, offsetof(struct settings, length), 20, 8, 1000, NULL, N_("characters from which a repeated passage is reported")},
	{0},
};

const struct check check_text_repeated_sentence = {
	.struct_size = sizeof(struct check),
	.name = "text_repeated_sentence",
	.summary = N_("a passage that stands twice in one article"),
	.needs = NEED_SENTENCES,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};
