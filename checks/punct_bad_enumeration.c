/*
 * punct_bad_enumeration: 、 where none belongs: before 等, 和, 及 and 或 at the end of a list, on top of ，, and ，in its place between items
 * that are counted together (甲、乙，丙、丁四人).
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

enum { MESSAGE_COMMA, MESSAGE_ETC, MESSAGE_AND, MESSAGE_FLAT, MESSAGE_AS_WELL, MESSAGE_BETWEEN, MESSAGE_DATE, MESSAGE_NAMES };

enum {
	LIST_REACH = 40,  /* how far a list is read before the mark */
	ITEM_REACH = 16,  /* and its last item after it */
	ITEM_LONGEST = 4, /* Han characters of an item that is counted with others */
	FLAT_LEAST = 4,   /* of these items */
	FLAT_MOST = 12,
	WORD_MOST = 6, /* characters of a word that is looked up */
	YEAR_DIGITS = 4,
};

#define CLEAR_SURNAMES "刘赵孙李王陈张吴郑冯蒋韩徐朱郭周" /* 和志强 may be a name, 和刘洋 none */
#define LIST_MARK 0x3001                                  /* 、 */
#define COMMA 0xFF0C
#define BORDERS (CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_ELLIPSIS) | CLASS_BIT(CLASS_DASH))
#define CLOSES (CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE))

static const char *const joints[] = {"和", "与", "及", "或", "跟", "并", NULL};
static const char *const groups[] = {"地", "多", "方面", "部门", "单位", "国家", "内容", "因素", "问题", "领域", "活动", "城市", "省份", "地区",
	"企业", "机构", "项目", "各方", "各类", "各项", "各种", "水果", "学科", "行业", NULL};

/* With whom one does something: 和客户沟通; and what makes another word of 和: 和水泥, 和果子. */
static const char *const partners[] = {"客户", "朋友", "同事", "家人", "父母", "老师", "同学", "领导", "邻居", "他人", "别人", "用户", "群众", "员工",
	"对方", "孩子", "大家", "同伴", "妻子", "丈夫", "母亲", "父亲", "水泥", "泥巴", "果子", "乐器", NULL};

static struct finding *add(struct check_context *context, unsigned message, struct span span)
{
	struct finding *finding = report_add(context->report, message, span);
	finding_text(finding, span);
	return finding;
}

/* The clause before a mark, from the last stop that is no 、 on. */
static struct span list_text(const struct article *article, uint32_t at)
{
	uint32_t begin = at, low = article_back(article, at, LIST_REACH);
	while (begin > low && (!article_is(article, begin - 1, BORDERS) || article->cp[begin - 1] == LIST_MARK))
		begin--;
	return (struct span){begin, at};
}

/* The item right before a mark; empty if it is longer than is looked at. */
static struct span item_before(const struct article *article, uint32_t at)
{
	uint32_t low = article_back(article, at, LIST_REACH), begin = article_skip_back(article, at, low, ~BORDERS);
	return (struct span){begin == low && begin > article->begin ? at : begin, at};
}

static uint32_t word_length(const struct check_context *context, uint32_t at)
{
	return word_longest(context->data, context->article->cp + at, WORD_MOST);
}

/* Is the character at a position a word of its own? 和|美国, 等|生态系统, but not 和平 and 等待 */
static bool stands_alone(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	struct word *words;
	struct span span = {at, article_find(article, at, article_ahead(article, at, WORD_MOST + 2), ~CLASSES_HAN)};
	arena_clear(context->scratch);
	return word_longest(context->data, article->cp + at, WORD_MOST) <= 1 ||
	       (word_segment(context->data, article, span, context->scratch, &words) > 0 && span_length(words[0].span) == 1);
}

static bool is_counted(const struct article *article, uint32_t at)
{
	uint32_t index = figure_from(article, at);
	const struct figure *figure = &article->figures[index];
	int64_t value;
	return index < article->figure_count && figure->span.begin == at && figure->kind == FIGURE_CARDINAL && figure_integer(figure, &value) &&
	       value > 1 && (figure->measure == UNIT_PERSON || figure->measure == UNIT_COUNT || figure->measure == UNIT_NOUN);
}

/* Has a list an item of two characters or more? Not 去、留、等 */
static bool has_word_item(const struct article *article, struct span list)
{
	for (uint32_t i = list.begin; i + 1 < list.end; i++)
		if (article->cp[i] != LIST_MARK && article->cp[i + 1] != LIST_MARK)
			return true;
	return false;
}

static bool is_noun(enum word_tag tag)
{
	return tag == WORD_NOUN || tag == WORD_PLACE || tag == WORD_ORGANISATION;
}

/* 毛线、布料、等日用品: after a noun no verb can be meant, as it is in 排队、等通知 */
static bool joins_nouns(const struct check_context *context, struct span item, uint32_t next)
{
	const uint32_t *cp = context->article->cp;
	struct word before, after;
	uint32_t length = word_length(context, next);
	return length > 1 && word_find(context->data, cp + item.begin, span_length(item), &before) && is_noun(before.tag) &&
	       word_find(context->data, cp + next, length, &after) && after.tag != WORD_VERB;
}

/* 苹果、梨、等： GB/T 15834 4.5, annex A */
static void look_at_etc(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint32_t end = at + (article_starts(article, at + 1, "等等") ? 3 : 2);
	struct span item = item_before(article, at), text = list_text(article, at);
	bool list = article->cp[item.begin - 1] == LIST_MARK;
	bool verbs = span_length(item) == 0 || (span_length(item) == 1 && article_is_han(article, item.begin) && !has_word_item(article, text));
	if (verbs || (end == at + 2 && !stands_alone(context, at + 1)))
		return;
	bool ended = article_is(article, end, CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE) | CLOSES) && article->cp[end] != LIST_MARK;
	bool named = (article->cls[at - 1] == CLASS_LATIN || article->cp[at - 1] == 0x300B) && article_is_han(article, end);
	if (ended || (end == at + 2 && (named || is_counted(article, end) ||
					       (list && (article_starts_any(article, end, groups) || joins_nouns(context, item, end))))))
		finding_fix(add(context, MESSAGE_ETC, (struct span){at, end}), FIX_SAFE, (struct span){at, at + 1}, "");
}

/* What may stand after the last item: 都, 等, 三种 and the end of the clause. */
static bool ends_item(const struct article *article, uint32_t at, bool preposition)
{
	return article_is(article, at, BORDERS | CLOSES | CLASS_BIT(CLASS_HAN_NUMERAL) | CLASS_BIT(CLASS_DIGIT)) ||
	       character_is_one_of(article->cp[at], preposition ? "等都均也是共" : "等都均也是共的在为将已有被");
}

/* Is this a surname with one or two characters, and no common word? */
static bool is_name(struct check_context *context, struct span span)
{
	const struct article *article = context->article;
	struct word word;
	if (span_length(span) < 2 || span_length(span) > 3 || !character_is_surname(article->cp[span.begin]) ||
		article_count(article, span, CLASSES_HAN) < span_length(span))
		return false;
	return !word_find(context->data, article->cp + span.begin, span_length(span), &word) || word.tag == WORD_PERSON;
}

static bool is_noun_list(const struct check_context *context, struct span item)
{
	struct word word;
	return context->article->cp[item.begin - 1] == LIST_MARK &&
	       word_find(context->data, context->article->cp + item.begin, span_length(item), &word) && is_noun(word.tag);
}

/* Is the text after 和 a noun that ends there, so that 和 can only join it? Among nouns no other reading comes to mind. */
static bool is_noun_item(struct check_context *context, struct span item, bool among_nouns)
{
	const struct article *article = context->article;
	struct word *words;
	uint32_t at = item.begin;
	if (article_is(article, at, CLASS_BIT(CLASS_OPEN))) {
		const struct pair *pair = pair_opening(article, at);
		return pair && ends_item(article, pair->close + 1, true);
	}
	if (article_is(article, at, CLASS_BIT(CLASS_LATIN)))
		return ends_item(article, article_skip(article, at, item.end, CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT)), true);
	if (article_starts_any(article, at, partners))
		return false;
	if (is_name(context, item) && (span_length(item) == 3 || character_is_one_of(article->cp[at], CLEAR_SURNAMES)))
		return true;
	arena_clear(context->scratch);
	uint32_t count = word_segment(context->data, article, item, context->scratch, &words);
	for (uint32_t i = 0; i < count; i++) {
		bool tells = among_nouns && (words[i].tag == WORD_ADJECTIVE || words[i].tag == WORD_ADVERB);
		if (i > 0 && (tells || ends_item(article, words[i].span.begin, !among_nouns)))
			return true;
		if (!is_noun(words[i].tag) || (i == 0 && span_length(words[i].span) < 2))
			return false;
	}
	return count > 0;
}

/* 和志强 may be a name among names. */
static bool may_be_name(const struct article *article, struct span before, struct span item)
{
	return span_length(item) <= 2 && span_length(before) <= ITEM_LONGEST && character_is_surname(article->cp[before.begin]) &&
	       !character_is_one_of(article->cp[item.begin], CLEAR_SURNAMES);
}

/* A word that joins the last item to a list, with the 、 before it; how many characters it has. 0: it is none. */
static uint32_t joint_length(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	bool others = article_starts(article, at, "及其他") || article_starts(article, at, "及其它") || article_starts(article, at, "及其余");
	if (others)
		return 1;
	if (article_starts(article, at, "及其") || article_starts(article, at, "或者"))
		return 2;
	if (!character_is_one_of(article->cp[at], "和及或") || !stands_alone(context, at))
		return 0;
	return article->cp[at] == 0x6216 && character_is_one_of(article->cp[at + 1], "将会可能因致成已有被需在是多") ? 0 : 1; /* 或 */
}

/* 北京、和上海: GB/T 15834 4.5, annex A. Where items have joints of their own 、 may stand above them. */
static void look_at_joint(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint32_t length = joint_length(context, at + 1), begin = at + 1 + length;
	struct span before = item_before(article, at), list = list_text(article, at);
	if (length == 0 || span_length(before) < 2 || article_holds_any(article, list, joints) || pair_around(article, at, PAIRS_TITLE))
		return;
	struct span item = {begin, article_find(article, begin, begin + ITEM_REACH, BORDERS | CLOSES)};
	if (item.end > article->end || article->cp[item.end] == LIST_MARK || article_holds_any(article, item, joints))
		return;
	bool sure;
	if (article->cp[at + 1] == 0x548C) /* 和 */
		sure = item.end < begin + ITEM_REACH && !may_be_name(article, before, item) &&
		       is_noun_item(context, item, is_noun_list(context, before));
	else
		sure = word_length(context, begin) > 1 || (article->cp[at + 1] == 0x6216 && span_length(item) > 1) ||
		       article_is(article, begin, CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT));
	if (sure)
		finding_fix(add(context, MESSAGE_AND, (struct span){at, begin}), FIX_SAFE, (struct span){at, at + 1}, "");
}

static bool is_marked(const struct article *article, uint32_t close, uint32_t open)
{
	return (character_is_one_of(article->cp[close], "》〉") && character_is_one_of(article->cp[open], "《〈")) ||
	       (character_is_one_of(article->cp[close], "”’") && character_is_one_of(article->cp[open], "“‘"));
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
		if (article_is(article, after, CLASS_BIT(CLASS_OPEN)) && character_is_one_of(article->cp[after], "（〔"))
			return;
		if (article->cp[after] != LIST_MARK)
			break;
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
		character_is_one_of(article->cp[last], "、号题章页期届"))
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
	if (next == 0x7B49) /* 等 */
		look_at_etc(context, at);
	else if (character_is_one_of(next, "和及或"))
		look_at_joint(context, at);
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
		bool goes_on = is_comma && character_is_one_of(article->cp[begin - 2], "外内內后後前时時中上下的了里裡等");
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
							     "一共计計合总總全等这這那其前后後上以有约約近均各仅僅达達含为為是分");
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
		if (is_name(context, (struct span){begin, end}) &&
			(!article_is_han(article, begin - 1) || character_is_one_of(article->cp[begin - 1], "由者长長员員师師任授生被让讓和与與")))
			return (struct span){begin, end};
	return (struct span){end, end};
}

/* 张三，李四两人 */
static void look_at_two(struct check_context *context, const struct figure *figure)
{
	const struct article *article = context->article;
	uint32_t end = figure->span.begin, second = article_skip_back(article, end, article_back(article, end, ITEM_LONGEST), CLASSES_HAN),
		 comma = second - 1;
	if (article->cp[comma] != COMMA || !is_name(context, (struct span){second, end}))
		return;
	struct span first = name_before(context, comma);
	if (span_length(first) > 0)
		finding_fix(
			add(context, MESSAGE_NAMES, (struct span){first.begin, figure->span.end}), FIX_UNSAFE, (struct span){comma, second}, "、");
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
		if (figure->kind != FIGURE_CARDINAL || (figure->flags & ~(unsigned)FIGURE_EACH) || !figure_integer(figure, &count))
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
