/*
 * punct_bad_enumeration: 、 where none belongs: before 等, 和, 及 and 或 at the end of a list, on top of ，, and ，in its place between items
 * that are counted together (甲、乙，丙、丁四人); and items with numbers between which one 、 is lost (教师2名、校医1名保安1名).
 *
 * 、 parts the items of a list (GB/T 15834 4.5); 等 and the words that join the last item take its place. In the house style of the newsroom
 * also: 、 before 以及, between 《》《》 or “”“” side by side (4.5.3.5), between year, month and day.
 *
 * Only where the dictionary and the text round it leave no other reading. Passes: 和平, 和解, 等待, 及时, 或许 and names with 和; 和 as a
 * preposition (报价、和客户沟通); a list whose items have 和 or 、 of their own; 去、留、等; 排队、等车; all of it but 、， and counted lists in
 * Traditional text, where usage differs.
 * Leaves alone: ，、 and other pairs of stops (punct_doubled), 三、四十人 (a figure).
 */
#include "check.h"

enum { MESSAGE_COMMA, MESSAGE_ETC, MESSAGE_AND, MESSAGE_FLAT, MESSAGE_AS_WELL, MESSAGE_BETWEEN, MESSAGE_DATE, MESSAGE_NAMES, MESSAGE_LOST };

enum {
	ITEM_LONGEST = 4, /* Han characters of an item that is counted with others */
	WORDS_MOST = 16,  /* between a title and the next 、 */
	FLAT_LEAST = 4,   /* of these items */
	FLAT_MOST = 12,
	YEAR_DIGITS = 4,
};

#define LIST_MARK 0x3001 /* 、 */
#define COMMA 0xFF0C

static struct finding *add(struct check_context *context, unsigned message, struct span span)
{
	struct finding *finding = report_add(context->report, message, span);
	finding_text(finding, span);
	return finding;
}

static bool is_marked(const struct article *article, uint32_t close, uint32_t open)
{
	return (character_is_one_of(article->cp[close], U"》〉") && character_is_one_of(article->cp[open], U"《〈")) ||
	       (character_is_one_of(article->cp[close], U"”’") && character_is_one_of(article->cp[open], U"“‘"));
}

/* 《甲》、《乙》卷一、《丙》: words come between. */
static bool has_words_between(const struct article *article, uint32_t at)
{
	uint32_t end = article_skip(article, at, article_ahead(article, at, WORDS_MOST), CLASSES_HAN);
	return article->cp[end] == LIST_MARK && article_is(article, end + 1, CLASS_BIT(CLASS_OPEN));
}

/* 《甲》、《乙》、《丙》 from its first 、 on: GB/T 15834 4.5.3.5. Not where words come between: 《甲》（上册）、《乙》 */
static void look_between(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	const struct pair *first = pair_closing(article, at - 1);
	if (!first || article->cp[first->open - 1] == LIST_MARK)
		return;
	uint32_t last = at, marks = 0;
	for (const struct pair *next; (next = pair_opening(article, last + 1)) && next->close > last; marks++) {
		uint32_t after = next->close + 1;
		if (article_is(article, after, CLASS_BIT(CLASS_OPEN)) && character_is_one_of(article->cp[after], U"（〔"))
			return;
		if (article->cp[after] != LIST_MARK) {
			if (has_words_between(article, after))
				return;
			break;
		}
		if (!is_marked(article, after - 1, after + 1))
			return;
		last = after;
	}
	struct finding *finding = add(context, MESSAGE_BETWEEN, (struct span){at - 1, at + 2});
	for (uint32_t i = at; i <= last; i++)
		if (article->cp[i] == LIST_MARK && is_marked(article, i - 1, i + 1))
			finding_fix(finding, FIX_SAFE, (struct span){i, i + 1}, "");
}

/* The value of the one or two digits at a position, then *END; 0: none. */
static uint32_t small_number(const struct article *article, uint32_t at, uint32_t *end)
{
	uint32_t value = 0;
	for (*end = at; *end < at + 3 && article->cls[*end] == CLASS_DIGIT; ++*end)
		value = value * 10 + article->cp[*end] - '0';
	return *end <= at + 2 ? value : 0;
}

/* 2024、5、1 */
static void look_at_date(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint32_t begin = article_skip_back(article, at, article_back(article, at, YEAR_DIGITS + 1), CLASS_BIT(CLASS_DIGIT)), end, last;
	if (at - begin != YEAR_DIGITS || article->cp[begin - 1] == LIST_MARK ||
		(!article_starts(article, begin, "19") && !article_starts(article, begin, "20")))
		return;
	uint32_t month = small_number(article, at + 1, &end), day = small_number(article, end + 1, &last);
	if (article->cp[end] != LIST_MARK || month < 1 || month > 12 || day < 1 || day > 31 ||
		character_is_one_of(article->cp[last], U"、号题章页期届"))
		return;
	struct finding *finding = add(context, MESSAGE_DATE, (struct span){begin, last});
	finding_fix(finding, FIX_UNSAFE, (struct span){at, at + 1}, "年");
	finding_fix(finding, FIX_UNSAFE, (struct span){end, end + 1}, "月");
	if (article->cp[last] != 0x65E5) /* 日 */
		finding_fix(finding, FIX_UNSAFE, (struct span){last, last}, "日");
}

static void look_at_mark(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint64_t text = CLASSES_HAN | CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT);
	uint32_t next = article->cp[at + 1];
	if (next == COMMA && article_is(article, at - 1, text) && article_is(article, at + 2, text | CLASS_BIT(CLASS_OPEN)))
		finding_fix(add(context, MESSAGE_COMMA, (struct span){at, at + 2}), FIX_UNSAFE, (struct span){at, at + 1}, "");
	if (article->cls[at - 1] == CLASS_DIGIT && article->cls[at + 1] == CLASS_DIGIT)
		look_at_date(context, at);
	if (!variant_is_hans(article->variant))
		return;
	uint32_t etc = next == 0x7B49 ? list_etc(article, context->data, context->scratch, at) : 0; /* 等 */
	uint32_t joint = character_is_one_of(next, U"和及或") ? list_joint(article, context->data, context->scratch, at) : 0;
	/* GB/T 15834 4.5, annex A. Where items have joints of their own 、 may stand above them. */
	if (etc || joint)
		finding_fix(
			add(context, etc ? MESSAGE_ETC : MESSAGE_AND, (struct span){at, etc ? etc : joint}), FIX_SAFE, (struct span){at, at + 1}, "");
	else if (article_starts(article, at + 1, "以及"))
		finding_fix(add(context, MESSAGE_AS_WELL, (struct span){at, at + 3}), FIX_UNSAFE, (struct span){at, at + 1}, "，");
	else if (is_marked(article, at - 1, at + 1))
		look_between(context, at);
}

/* 甲、乙，丙、丁四人: one ，between items that are counted together. */
static void look_at_count(struct check_context *context, const struct figure *figure, int64_t count)
{
	const struct article *article = context->article;
	uint32_t end = figure->span.begin, comma = 0, shortest = ITEM_LONGEST, longest = 1;
	unsigned marks[2] = {0}; /* after and before the comma */
	for (int64_t i = 1; i < count; i++) {
		uint32_t begin = article_skip_back(article, end, article_back(article, end, ITEM_LONGEST + 1), CLASSES_HAN), length = end - begin;
		bool is_comma = article->cp[begin - 1] == COMMA;
		bool goes_on = is_comma && character_is_one_of(article->cp[begin - 2], U"外内內后後前时時中上下的了里裡等");
		if (length < 1 || length > ITEM_LONGEST || goes_on || (article->cp[begin - 1] != LIST_MARK && (!is_comma || comma)))
			return;
		shortest = length < shortest ? length : shortest;
		longest = length > longest ? length : longest;
		comma = is_comma ? begin - 1 : comma;
		marks[comma > 0] += !is_comma;
		end = begin - 1;
	}
	/* 甲、乙、丙，丁四人, but not 甲、乙、丙，共四人 */
	bool parted = marks[0] > 0 ? marks[1] > 0
				   : marks[1] > 1 && !character_is_one_of(article->cp[comma + 1],
							     U"一共计計合总總全等这這那其前后後上以有约約近均各仅僅达達含为為是分");
	if (!comma || !parted || !article_is_han(article, end - 1) || longest > shortest + 1)
		return;
	struct finding *finding = add(context, MESSAGE_FLAT, (struct span){comma, comma + 1});
	finding_note(finding, N_("counted here: “{0}”"), figure->span);
	finding_fix(finding, FIX_SAFE, (struct span){comma, comma + 1}, "、");
}

/* The name that ends at a position, at the beginning of its clause or after a word that goes before names; else an empty span. */
static struct span name_before(struct check_context *context, uint32_t end)
{
	const struct article *article = context->article;
	for (uint32_t begin = end - 3; begin <= end - 2; begin++)
		if (list_is_name(context->article, context->data, (struct span){begin, end}) &&
			(!article_is_han(article, begin - 1) || character_is_one_of(article->cp[begin - 1], U"由者长長员員师師任授生被让讓和与與")))
			return (struct span){begin, end};
	return (struct span){end, end};
}

/* 张三，李四两人 */
static void look_at_two(struct check_context *context, const struct figure *figure)
{
	const struct article *article = context->article;
	uint32_t end = figure->span.begin, second = article_skip_back(article, end, article_back(article, end, ITEM_LONGEST), CLASSES_HAN),
		 comma = second - 1;
	if (article->cp[comma] != COMMA || !list_is_name(context->article, context->data, (struct span){second, end}))
		return;
	struct span first = name_before(context, comma);
	if (span_length(first) > 0)
		finding_fix(
			add(context, MESSAGE_NAMES, (struct span){first.begin, figure->span.end}), FIX_UNSAFE, (struct span){comma, second}, "、");
}

/* 教师2名校医1名 */
static void report_lost(struct check_context *context, const struct figure *figure)
{
	struct span place = {figure->span.end, figure->span.end};
	struct finding *finding = report_add(context->report, MESSAGE_LOST, (struct span){figure->span.begin, figure[1].span.end});
	finding_text(finding, figure->span);
	finding_fix(finding, FIX_UNSAFE, place, "、");
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *stops = &article->index[CLASS_INNER_STOP];
	for (uint32_t i = 0; i < stops->count; i++)
		if (article->cp[stops->at[i]] == LIST_MARK)
			look_at_mark(context, stops->at[i]);
	for (uint32_t i = 0; i < article->figure_count; i++) {
		const struct figure *figure = &article->figures[i];
		int64_t count;
		if (list_lost_pause(article, i))
			report_lost(context, figure);
		if (figure->kind != FIGURE_CARDINAL || (figure->flags & ~(unsigned)FIGURE_EACH) || figure->value.mantissa > FLAT_MOST ||
			!figure_integer(figure, &count))
			continue;
		if (count == 2 && figure->measure == UNIT_PERSON)
			look_at_two(context, figure);
		else if (count >= FLAT_LEAST && count <= FLAT_MOST && article_is_han(article, figure->span.begin - 1) &&
			 article->cp[figure->span.begin - 1] != 0x7B49) /* 等 */
			look_at_count(context, figure, count);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_COMMA] = {"comma", N_("enumeration mark and comma together: “{0}”, only one belongs here"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_ETC] = {"etc", N_("enumeration mark before 等: “{0}”, leave it out"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_AND] = {"and", N_("enumeration mark before a word that joins the last item: “{0}”, leave it out"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_FLAT] = {"flat", N_("“{0}” between items of one list, write 、"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_AS_WELL] = {"as_well", N_("enumeration mark before 以及: “{0}”, write a comma or nothing"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_BETWEEN] = {"between", N_("enumeration mark between quotations or titles side by side: “{0}”, leave it out"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_DATE] = {"date", N_("enumeration marks inside a date: “{0}”"), SEVERITY_WARNING, PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_NAMES] = {"names", N_("a comma between two names that are counted together: “{0}”, write 、"), SEVERITY_NOTE,
		PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_LOST] = {"lost", N_("no 、 after “{0}”, unlike the other items of the list"), SEVERITY_WARNING, PROFILE_NEWSROOM | PROFILE_STRICT,
		CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_bad_enumeration = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_enumeration",
	.summary = N_("、 before 等, 和, 及 or 或, or a comma in its place in a list"),
	.needs = NEED_PAIRS | NEED_FIGURES | NEED_WORDS,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
