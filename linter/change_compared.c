/*
 * change_compared: changes whose ends no verb joins, from the size to them: 达300家，比上年的200家增长50%; 在200家的基础上增加100家，达到300家;
 * 去年200家，今年300家，增长50%; 300家，增长50%（上年同期为200家）.
 */
#include "change_p.h"

enum { GAP = 10, COMPARATOR = 16, LABEL_GAP = 24, SUBJECT = 7 };

#define NO_PHRASE (CLASSES_PAUSE | CLASSES_OPENING | CLASSES_CLOSING | CLASS_BIT(CLASS_NEWLINE))

static bool is_end(const struct figure *figure)
{
	return change_is_value(figure) && !(figure->flags & (FIGURE_RANGE_BEGIN | FIGURE_RANGE_END));
}

static bool holds_no_mark(const struct article *article, uint32_t begin, uint32_t end)
{
	return begin <= end && end - begin <= GAP && article_find(article, begin, end, NO_PHRASE) == end;
}

/* 比上年的 before the old value. */
static uint32_t comparator(const struct article *article, const struct figure *from, uint32_t floor)
{
	uint32_t limit = article_back(article, from->span.begin, COMPARATOR);
	for (uint32_t at = from->span.begin; at > limit && at > floor && !article_is(article, at - 1, NO_PHRASE); at--)
		if (character_is_one_of(article->cp[at - 1], U"比较較") && !character_is_one_of(article->cp[at - 2], U"占佔同环環对對相可"))
			return at - 1;
	return 0;
}

/* The new value after the size: ，达到300家. */
static const struct figure *value_after(const struct article *article, uint32_t size)
{
	if (size + 1 >= article->figure_count || !is_end(&article->figures[size + 1]))
		return NULL;
	const struct figure *to = &article->figures[size + 1];
	uint32_t end = article->figures[size].span.end;
	struct change_verb verb = change_verb_before(article, to, end);
	uint32_t begin = verb.found && verb.to ? verb.begin : to->span.begin;
	bool told = (verb.found && verb.to) || character_is_one_of(article->cp[to->span.begin - 1], U"至到为為达達近约約超过過逾");
	return told && !verb.ratio && change_goes_on(article, end, begin) ? to : NULL;
}

/* 其中成人书260册、童书160册，较前月: what changed is the whole, not its last part. */
static bool is_item(const struct article *article, uint32_t index)
{
	if (index == 0)
		return false;
	struct span gap = {article->figures[index - 1].span.end, article->figures[index].span.begin};
	for (uint32_t at = gap.begin; at < gap.end && span_length(gap) <= LABEL_GAP; at++)
		if (article->cp[at] == U'、')
			return true;
	return false;
}

/* A date before the value that says which year it is of is no value. */
static uint32_t skip_dates(const struct article *article, uint32_t index)
{
	while (index > 0 && article->figures[index - 1].kind == FIGURE_DATE)
		index--;
	return index;
}

static bool read_beside(const struct article *article, uint32_t size, const struct change_verb *verb, struct change_stated *change)
{
	static const char *const bases[] = {"基础上", "基礎上", NULL};
	const struct figure *from = &article->figures[size - 1], *to;
	uint32_t before = skip_dates(article, size - 1), floor = change_floor(article, before);
	if (!is_end(from) || !holds_no_mark(article, from->span.end, verb->begin))
		return false;
	uint32_t compared = comparator(article, from, floor);
	bool based = article_ends_any(article, verb->begin, bases) || change_source(article, from, floor);
	if (compared && before > 0 && is_end(&article->figures[before - 1]) && !is_item(article, before - 1) && change_goes_on(article, floor, compared))
		to = &article->figures[before - 1];
	else
		to = compared || based ? value_after(article, size) : NULL;
	change->from = from;
	change->to = to;
	return to != NULL;
}

/* What stands before a value in its clause, after a word for the year; false if there is no such word. */
static bool labelled(const struct article *article, const struct figure *figure,
	uint32_t (*skip)(const struct article *, uint32_t, const struct figure *), struct span *rest)
{
	uint32_t clause = change_clause_begin(article, figure->span.begin, article_back(article, figure->span.begin, LABEL_GAP));
	/* 公司去年 */
	for (uint32_t at = clause; at < figure->span.begin && at < clause + SUBJECT; at++) {
		*rest = (struct span){skip(article, at, figure), figure->span.begin};
		if (rest->begin > at)
			return rest->begin <= rest->end;
	}
	return false;
}

/* 去年招生200人，今年招生300人，增长50%; 今年 may leave the word out. */
static bool read_labelled(const struct article *article, uint32_t size, const struct change_verb *verb, struct change_stated *change)
{
	uint32_t before = skip_dates(article, size - 1);
	if (before == 0)
		return false;
	const struct figure *to = &article->figures[size - 1], *from = &article->figures[before - 1];
	struct span old, new;
	if (!is_end(to) || !is_end(from) || !labelled(article, from, change_skip_earlier, &old) || !labelled(article, to, change_skip_later, &new) ||
		!change_goes_on(article, to->span.end, verb->begin))
		return false;
	if (span_length(new) > 0 && !article_same(article, old, new))
		return false;
	bool years = from > article->figures && from[-1].kind == FIGURE_DATE && to[-1].kind == FIGURE_DATE;
	if (years && figure_year(&to[-1]) <= figure_year(&from[-1]))
		return false;
	change->from = from;
	change->to = to;
	return true;
}

/* （上年同期为200万元: the old value in brackets. */
static bool is_in_bracket(const struct article *article, const struct figure *from)
{
	static const char *const links[] = {"为", "為", "：", ":", "是", "数为", "數為", NULL};
	uint32_t clause = change_clause_begin(article, from->span.begin, article_back(article, from->span.begin, LABEL_GAP));
	/* The colon ends a clause. */
	if (character_is_one_of(article->cp[clause - 1], U"：:"))
		clause = change_clause_begin(article, clause - 1, article_back(article, clause, LABEL_GAP));
	if (!character_is_one_of(article->cp[clause - 1], U"（("))
		return false;
	uint32_t end = change_skip_earlier(article, clause, from);
	return end > clause &&
	       (end == from->span.begin || (article_starts_any(article, end, links) && end + 3 > from->span.begin));
}

static bool read_bracketed(const struct article *article, uint32_t size, const struct change_verb *verb, struct change_stated *change)
{
	uint32_t after = size + 1, before = skip_dates(article, size - 1);
	while (after < article->figure_count && article->figures[after].kind == FIGURE_DATE)
		after++;
	const struct figure *previous = &article->figures[size - 1], *last = &article->figures[size];
	if (is_end(previous) && character_is_one_of(article->cp[last->span.end], U"（(") && after < article->figure_count &&
		is_end(&article->figures[after]) && article->figures[after].span.begin < last->span.end + LABEL_GAP &&
		change_goes_on(article, previous->span.end, verb->begin) && is_in_bracket(article, &article->figures[after])) {
		change->to = previous;
		change->from = &article->figures[after];
		return true;
	}
	if (before == 0 || !is_end(previous) || !article_is(article, previous->span.end, CLASSES_CLOSING) || !is_end(&article->figures[before - 1]) ||
		!is_in_bracket(article, previous) || !change_goes_on(article, previous->span.end, verb->begin))
		return false;
	change->from = previous;
	change->to = &article->figures[before - 1];
	return change->to->span.end + LABEL_GAP > previous->span.begin;
}

bool change_read_compared(const struct article *article, uint32_t index, const struct change_verb *verb, struct change_stated *change)
{
	const struct figure *size = &article->figures[index];
	enum change_measure measure;
	bool found = !verb->to && !verb->ratio &&
		     (read_beside(article, index, verb, change) || read_labelled(article, index, verb, change) ||
			     read_bracketed(article, index, verb, change));
	if (!found || !change_same_unit(article, change->from, change->to) || !change_classify(article, change->to, size, verb, &measure) ||
		(size->flags & (FIGURE_RANGE_BEGIN | FIGURE_RANGE_END)))
		return false;
	struct span all = {change->from->span.begin, size->span.end};
	if (change->to->span.begin < all.begin)
		all.begin = change->to->span.begin;
	if (change_is_of_other_base(article, all))
		return false;
	change_add_size(change, size, measure, verb);
	change->taken = index + 1;
	return true;
}
