/*
 * list_joint: what stands after the last 、 of a list: 等, 和, 及 or 或 as a word of its own, or the beginning of another one. 和平, 等待 and 或许
 * are told by the dictionary, 和 as a preposition (和客户沟通) by the words after it, 和志强 by the names before it.
 */
#include "figure.h"
#include "list.h"
#include "word.h"

enum {
	LIST_REACH = 40,  /* how far a list is read before the mark */
	ITEM_REACH = 16,  /* and its last item after it */
	NAME_LONGEST = 4, /* Han characters of an item that may be a name */
	WORD_MOST = 6,    /* characters of a word that is looked up */
};

#define CLEAR_SURNAMES U"刘赵孙李王陈张吴郑冯蒋韩徐朱郭周" /* 和志强 may be a name, 和刘洋 none */
#define LIST_MARK 0x3001                                  /* 、 */
#define BORDERS (CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_ELLIPSIS) | CLASS_BIT(CLASS_DASH))
#define CLOSES (CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE))

/* What is asked all through. */
struct reader {
	const struct article *article;
	const struct data *data;
	struct arena *scratch;
};

static const char *const joints[] = {"和", "与", "及", "或", "跟", "并", NULL};
static const char *const groups[] = {"地", "多", "方面", "部门", "单位", "国家", "内容", "因素", "问题", "领域", "活动", "城市", "省份", "地区",
	"企业", "机构", "项目", "各方", "各类", "各项", "各种", "水果", "学科", "行业", "不良", "症状", "现象", "疾病", "方式", "手段", "措施",
	"方法", "食品", "蔬菜", "用品", "设备", "功能", "特点", "优点", "缺点", "元素", "要素", "环节", "形式", "作物", "动物", "植物", "特征",
	"技能", "一系列", "诸多", "众多", NULL};

/* With whom one does something: 和客户沟通; and what makes another word of 和: 和水泥, 和果子. */
static const char *const partners[] = {"客户", "朋友", "同事", "家人", "父母", "老师", "同学", "领导", "邻居", "他人", "别人", "用户", "群众", "员工",
	"对方", "孩子", "大家", "同伴", "妻子", "丈夫", "母亲", "父亲", "水泥", "泥巴", "果子", "乐器", NULL};

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

static uint32_t word_length(const struct reader *reader, uint32_t at)
{
	return word_longest(reader->data, reader->article->cp + at, WORD_MOST);
}

/* Is the character at a position a word of its own? 和|美国, 等|生态系统, but not 和平 and 等待 */
static bool stands_alone(const struct reader *reader, uint32_t at)
{
	const struct article *article = reader->article;
	struct word *words;
	struct span span = {at, article_find(article, at, article_ahead(article, at, WORD_MOST + 2), ~CLASSES_HAN)};
	arena_clear(reader->scratch);
	return word_longest(reader->data, article->cp + at, WORD_MOST) <= 1 ||
	       (word_segment(reader->data, article, span, reader->scratch, &words) > 0 && span_length(words[0].span) == 1);
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
static bool joins_nouns(const struct reader *reader, struct span item, uint32_t next)
{
	const uint32_t *cp = reader->article->cp;
	struct word before, after;
	uint32_t length = word_length(reader, next);
	return length > 1 && word_find(reader->data, cp + item.begin, span_length(item), &before) && is_noun(before.tag) &&
	       word_find(reader->data, cp + next, length, &after) && after.tag != WORD_VERB;
}

uint32_t list_etc(const struct article *article, const struct data *data, struct arena *scratch, uint32_t at)
{
	const struct reader *reader = &(struct reader){article, data, scratch};
	uint32_t end = at + (article_starts(article, at + 1, "等等") ? 3 : 2);
	struct span item = item_before(article, at), text = list_text(article, at);
	bool list = article->cp[item.begin - 1] == LIST_MARK;
	bool verbs = span_length(item) == 0 || (span_length(item) == 1 && article_is_han(article, item.begin) && !has_word_item(article, text));
	if (article->cp[at + 1] != 0x7B49 || verbs || (end == at + 2 && !stands_alone(reader, at + 1))) /* 等 */
		return 0;
	if (article_is(article, end, CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE) | CLOSES) && article->cp[end] != LIST_MARK)
		return end;
	if (end == at + 3)
		return 0;
	bool named = (article->cls[at - 1] == CLASS_LATIN || article->cp[at - 1] == 0x300B) && article_is_han(article, end); /* 》 */
	bool grouped = list && (article_starts_any(article, end, groups) || joins_nouns(reader, item, end));
	return named || grouped || is_counted(article, end) ? end : 0;
}

/* What may stand after the last item: 都, 等, 三种 and the end of the clause. */
static bool ends_item(const struct article *article, uint32_t at, bool preposition)
{
	return article_is(article, at, BORDERS | CLOSES | CLASS_BIT(CLASS_HAN_NUMERAL) | CLASS_BIT(CLASS_DIGIT)) ||
	       character_is_one_of(article->cp[at], preposition ? U"等都均也是共" : U"等都均也是共的在为将已有被");
}

bool list_is_name(const struct article *article, const struct data *data, struct span span)
{
	struct word word;
	if (span_length(span) < 2 || span_length(span) > 3 || !character_is_surname(article->cp[span.begin]) ||
		article_count(article, span, CLASSES_HAN) < span_length(span))
		return false;
	return !word_find(data, article->cp + span.begin, span_length(span), &word) || word.tag == WORD_PERSON;
}

static bool is_noun_list(const struct reader *reader, struct span item)
{
	struct word word;
	return reader->article->cp[item.begin - 1] == LIST_MARK &&
	       word_find(reader->data, reader->article->cp + item.begin, span_length(item), &word) && is_noun(word.tag);
}

/* Is the text after 和 a noun that ends there, so that 和 can only join it? Among nouns no other reading comes to mind. */
static bool is_noun_item(const struct reader *reader, struct span item, bool among_nouns)
{
	const struct article *article = reader->article;
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
	if (list_is_name(article, reader->data, item) && (span_length(item) == 3 || character_is_one_of(article->cp[at], CLEAR_SURNAMES)))
		return true;
	arena_clear(reader->scratch);
	uint32_t count = word_segment(reader->data, article, item, reader->scratch, &words);
	for (uint32_t i = 0; i < count; i++) {
		bool tells = among_nouns && (words[i].tag == WORD_ADJECTIVE || words[i].tag == WORD_ADVERB);
		if (i > 0 && (tells || ends_item(article, words[i].span.begin, !among_nouns)))
			return true;
		if (!is_noun(words[i].tag) || (i == 0 && span_length(words[i].span) < 2))
			return false;
	}
	return count > 0;
}

/* 和志强 may be a name among names, not among towns. */
static bool may_be_name(const struct reader *reader, struct span before, struct span item)
{
	const struct article *article = reader->article;
	struct word word;
	if (word_find(reader->data, article->cp + before.begin, span_length(before), &word) && word.tag == WORD_PLACE)
		return false;
	return span_length(item) <= 2 && span_length(before) <= NAME_LONGEST && character_is_surname(article->cp[before.begin]) &&
	       !character_is_one_of(article->cp[item.begin], CLEAR_SURNAMES);
}

/* A word that joins the last item to a list, with the 、 before it; how many characters it has. 0: it is none. */
static uint32_t joint_length(const struct reader *reader, uint32_t at)
{
	const struct article *article = reader->article;
	bool others = article_starts(article, at, "及其他") || article_starts(article, at, "及其它") || article_starts(article, at, "及其余");
	if (others)
		return 1;
	if (article_starts(article, at, "及其") || article_starts(article, at, "或者"))
		return 2;
	if (!character_is_one_of(article->cp[at], U"和及或") || !stands_alone(reader, at))
		return 0;
	return article->cp[at] == 0x6216 && character_is_one_of(article->cp[at + 1], U"将会可能因致成已有被需在是多") ? 0 : 1; /* 或 */
}

uint32_t list_joint(const struct article *article, const struct data *data, struct arena *scratch, uint32_t at)
{
	const struct reader *reader = &(struct reader){article, data, scratch};
	uint32_t length = joint_length(reader, at + 1), begin = at + 1 + length;
	struct span before = item_before(article, at), list = list_text(article, at);
	bool nouns = is_noun_list(reader, before), counted = nouns && is_counted(article, begin); /* 鸡、鹅、和两头猪 */
	if (length == 0 || (span_length(before) < 2 && !counted) || article_holds_any(article, list, joints) || pair_around(article, at, PAIRS_TITLE))
		return 0;
	struct span item = {begin, article_find(article, begin, begin + ITEM_REACH, BORDERS | CLOSES)};
	if (item.end > article->end || article->cp[item.end] == LIST_MARK || article_holds_any(article, item, joints))
		return 0;
	bool sure;
	if (article->cp[at + 1] == 0x548C) /* 和 */
		sure = counted || (item.end < begin + ITEM_REACH && !may_be_name(reader, before, item) && is_noun_item(reader, item, nouns));
	else
		sure = word_length(reader, begin) > 1 || (article->cp[at + 1] == 0x6216 && span_length(item) > 1) || /* 或 */
		       article_is(article, begin, CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT));
	return sure ? begin : 0;
}
