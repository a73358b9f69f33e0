/* list_shape: what the items of an enumeration are, and what leaves a doubt about their number. */
#include "list.h"

void list_lengths(const struct list *list, uint32_t from, uint32_t *shortest, uint32_t *longest)
{
	*shortest = UINT32_MAX;
	*longest = 0;
	for (uint32_t i = from; i < list->count; i++) {
		uint32_t length = span_length(list->items[i]);
		*shortest = length < *shortest ? length : *shortest;
		*longest = length > *longest ? length : *longest;
	}
}

/* 甲、乙、丙 stand for names. */
static bool is_stem(uint32_t code_point)
{
	return character_is_one_of(code_point, U"甲乙丙丁戊己庚辛");
}

static bool is_name(const struct article *article, struct span item)
{
	uint32_t length = span_length(item);
	if (length == 1)
		return is_stem(article->cp[item.begin]);
	return length >= 2 && length <= 4 && character_is_surname(article->cp[item.begin]);
}

/* The first item may begin anywhere: does it end in a name? */
static bool ends_in_name(const struct article *article, struct span item)
{
	for (uint32_t length = 2; length <= 3 && length <= span_length(item); length++)
		if (character_is_surname(article->cp[item.end - length]))
			return true;
	return is_stem(article->cp[item.end - 1]);
}

bool list_is_persons(const struct article *article, const struct list *list)
{
	for (uint32_t i = 1; i < list->count; i++)
		if (!is_name(article, list->items[i]))
			return false;
	return ends_in_name(article, list->items[0]);
}

bool list_shares_ending(const struct article *article, const struct list *list)
{
	for (uint32_t i = 1; i < list->count; i++)
		if (article->cp[list->items[i].end - 1] != article->cp[list->items[0].end - 1])
			return false;
	return true;
}

/* 《甲》《乙》, “甲”、“乙”: nothing but marked items, so that their bounds are sure. */
bool list_is_marked(const struct article *article, const struct list *list)
{
	for (uint32_t i = 0; i < list->count; i++) {
		const struct pair *pair = pair_closing(article, list->items[i].end - 1);
		if (!pair || (i > 0 && pair->open != list->items[i].begin) || !(PAIR_BIT(pair->kind) & (PAIRS_QUOTE | PAIRS_TITLE)))
			return false;
	}
	return true;
}

uint32_t list_parts(const struct article *article, struct span region, uint32_t mark)
{
	uint32_t parts = 1;
	if (mark != U'，' && mark != U'；' && mark != ',' && mark != ';')
		return 0;
	region.end = region.end < region.begin + 2 * LIST_LENGTH ? region.end : region.begin + 2 * LIST_LENGTH;
	for (uint32_t at = region.begin; at < region.end; at++) {
		const struct pair *pair = article->cls[at] == CLASS_OPEN || article->cls[at] == CLASS_HALF_OPEN ? pair_opening(article, at) : NULL;
		if (pair && pair->close < region.end)
			at = pair->close;
		if (article->cp[at] == mark)
			parts++;
		else if ((mark == U'，' && article->cp[at] == U'；') || (mark == ',' && article->cp[at] == ';'))
			break;
	}
	return parts;
}

bool list_holds_counts(const struct article *article, struct span span, const struct figure *except)
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

uint32_t list_doubtful_joins(const struct article *article, const struct list *list)
{
	uint32_t longs = 0, joins = 0;
	for (uint32_t i = 0; i < list->count; i++)
		longs += span_length(list->items[i]) >= 4;
	for (uint32_t i = 0; i + 1 < list->count; i++) {
		bool of = holds(article, list->items[i + 1], U'的') && !holds(article, list->items[i], U'的');
		bool of_many = longs * 2 >= list->count && span_length(list->items[i]) <= 2 && span_length(list->items[i + 1]) >= 4;
		joins += of || of_many;
	}
	uint32_t shortest, longest, last = span_length(list->items[list->count - 1]);
	struct list others = *list;
	others.count--;
	list_lengths(&others, 0, &shortest, &longest);
	return joins + (last >= 8 && last > 2 * longest);
}

bool list_ends_sentence(const struct article *article, uint32_t at)
{
	switch (article->cp[at]) {
	case U'。':
	case '\n':
	case U'！':
	case '.': return true;
	default: return at >= article->end;
	}
}

uint32_t list_even_clauses(const struct article *article, uint32_t at, uint32_t end, struct span *span)
{
	uint32_t begin = at, count = 0, length = 0;
	end = end < at + LIST_LENGTH ? end : at + LIST_LENGTH;
	span->begin = at;
	for (; at < end; at++) {
		if (article_is_han(article, at))
			continue;
		bool comma = article->cp[at] == U'，' || article->cp[at] == U'；';
		if ((!comma && !list_ends_sentence(article, at)) || (count > 0 && at - begin != length) || at - begin > 8 || at - begin < 3)
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

/* A character that may join an item to what stands before the list. */
static bool may_join(uint32_t code_point)
{
	/* clang-format off */
	switch (code_point) {
	case U'和': case U'与': case U'與': case U'及': case U'或': case U'并': case U'並': case U'跟': case U'同': case U'向': case U'从': case U'從': case U'在':
		return true;
	default:
		return false;
	}
	/* clang-format on */
}

uint32_t list_last_joint(const struct article *article, const struct list *list)
{
	for (uint32_t i = list->count - 1; i-- > 0;)
		for (uint32_t at = list->items[i].begin; at < list->items[i].end; at++)
			if (may_join(article->cp[at]))
				return i;
	return 0;
}

/* A surname with one or two characters. */
static bool is_full_name(const struct article *article, struct span item)
{
	return (span_length(item) == 2 || span_length(item) == 3) && character_is_surname(article->cp[item.begin]);
}

/* 孙丽老师 is not one of the students before her, 孙丽夫妇 are two, and after 孙丽和 others follow. */
static bool may_be_titled(const struct article *article, uint32_t at)
{
	static const char *const titles[] = {"老师", "老師", "教师", "教師", "教授", "先生", "女士", "小姐", "太太", "同志", "同学", "同學", "医生",
		"醫生", "医师", "醫師", "律师", "律師", "师傅", "師傅", "主任", "局长", "局長", "校长", "校長", "院长", "院長", "书记", "書記",
		"经理", "經理", "教练", "教練", "夫妇", "夫婦", "夫妻", "兄弟", "姐妹", "姊妹", "父子", "母子", "父女", "母女", "一家", "等", "两",
		"兩", "二", "三", "和", "与", "與", "及", "或", "以及", "的", NULL};
	for (const char *const *title = titles; *title; title++)
		if (article_starts(article, at, *title))
			return true;
	return false;
}

/* In 赵强和孙丽出席 a second name follows: where it begins; 0 if something else is joined, the position itself if nothing is. */
static uint32_t over_joint(const struct article *article, uint32_t at)
{
	for (uint32_t joint = at + 2; joint <= at + 3; joint++)
		if (character_is_one_of(article->cp[joint], U"和与與及"))
			return character_is_surname(article->cp[joint + 1]) ? joint + 1 : 0;
	return at;
}

uint32_t list_names(const struct article *article, struct span text, struct span *span, bool *joined)
{
	struct list list;
	list_after(article, text.begin, text.end, &list);
	if (list.count < 2 || list.cut || list.open)
		return 0;
	for (uint32_t i = 0; i + 1 < list.count; i++)
		if (!is_full_name(article, list.items[i]))
			return 0;
	struct span last = list.items[list.count - 1];
	uint32_t begin = over_joint(article, last.begin);
	bool goes_on = last.end <= begin + 3 && !list_ends_sentence(article, last.end);
	if (begin == 0 || last.end < begin + 2 || goes_on || !character_is_surname(article->cp[last.begin]) || may_be_titled(article, begin + 2) ||
		may_be_titled(article, begin + 3))
		return 0;
	*joined = begin > last.begin;
	*span = (struct span){text.begin, begin + 2};
	return list.count;
}
