/* change: from the new value back to the old one, and to the sizes beside them. */
#include "change.h"

#include "change_p.h"

enum { VERB_GAP = 14, PAIR_GAP = 34, AFTER = 3, NOUN_GAP = 8, CONTEXT = 14, LABEL = 20, FAR = 200 };

#define NO_PHRASE (CLASSES_PAUSE | CLASSES_OPENING | CLASSES_CLOSING | CLASS_BIT(CLASS_NEWLINE))

uint32_t change_floor(const struct article *article, uint32_t index)
{
	return index > 0 ? article->figures[index - 1].span.end : article->begin;
}

bool change_is_value(const struct figure *figure)
{
	return figure->kind == FIGURE_CARDINAL && figure->value.known && figure->value.mantissa > 0 && figure->divisor != 0;
}

static bool is_time(const struct figure *figure)
{
	return figure->kind == FIGURE_DATE || (figure->kind == FIGURE_CARDINAL && figure->measure == UNIT_DURATION);
}

bool change_same_unit(const struct article *article, const struct figure *a, const struct figure *b)
{
	bool bare = span_length(a->unit) == 0 || span_length(b->unit) == 0;
	if (a->divisor != b->divisor || (bare && a->divisor != 1))
		return false;
	/* 由3.6增至4.2亿元: the 亿 may be for both. */
	if (span_length(a->unit) == 0 && a->style == FIGURE_ARABIC && b->style != FIGURE_ARABIC && span_length(b->unit) > 0)
		return false;
	return bare || article_same(article, a->unit, b->unit) || (a->measure == b->measure && a->measure == UNIT_PERSON);
}

/* Several values in a row have several changes: 由200家和100家增至300家和150家. */
static bool has_company(const struct article *article, uint32_t index)
{
	const struct figure *figure = &article->figures[index];
	if (index + 1 == article->figure_count)
		return false;
	struct span gap = {figure->span.end, figure[1].span.begin};
	if (span_length(gap) > NOUN_GAP || article_count(article, gap, CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_NEWLINE)) > 0)
		return false;
	bool joined = false, comma = false;
	for (uint32_t at = gap.begin; at < gap.end; at++) {
		joined |= character_is_one_of(article->cp[at], U"、和及与與或");
		comma |= character_is_one_of(article->cp[at], U"，,；");
	}
	return joined && !comma;
}

/* The old value before the new one with its verb: 由1949年的60万人增加到. */
static const struct figure *find_from(const struct article *article, uint32_t to, const struct change_verb *verb)
{
	uint32_t index = to;
	while (index > 0 && article->figures[index - 1].kind == FIGURE_DATE && index + 2 > to && article->figures[index - 1].span.end > verb->begin)
		index--;
	if (index == 0 || !change_is_value(&article->figures[index - 1]))
		return NULL;
	const struct figure *from = &article->figures[--index];
	struct span gap = {from->span.end, verb->begin};
	if (from->span.end > verb->begin || span_length(gap) > VERB_GAP)
		return NULL;
	uint32_t mark = article_find(article, gap.begin, gap.end, NO_PHRASE);
	bool comma = mark + 1 == gap.end && character_is_one_of(article->cp[mark], U"，,");
	if ((mark < gap.end && !comma) || (from->flags & (FIGURE_RANGE_END | FIGURE_RANGE_BEGIN)))
		return NULL;
	while (index > 0 && is_time(&article->figures[index - 1]) && article->figures[index - 1].span.begin + PAIR_GAP > from->span.begin)
		index--;
	return change_source(article, from, change_floor(article, index)) ? from : NULL;
}

bool change_classify(const struct article *article, const struct figure *end, const struct figure *size, const struct change_verb *verb,
	enum change_measure *measure)
{
	uint32_t first = article->cp[size->unit.begin];
	bool unit = span_length(size->unit) > 0, share = size->measure == UNIT_SHARE;
	if (verb->twofold)
		*measure = unit && first == U'番' ? CHANGE_DOUBLINGS : CHANGE_FOLD;
	else if (share && verb->ratio)
		*measure = CHANGE_RATIO;
	else if (unit && first == U'倍')
		*measure = CHANGE_TIMES;
	else if (share && size->divisor == 1)
		*measure = CHANGE_POINTS;
	else if (share && first != U'折')
		*measure = CHANGE_RATE;
	else
		*measure = CHANGE_AMOUNT;
	if (verb->twofold)
		return unit && (first == U'番' || first == U'倍');
	if (*measure == CHANGE_POINTS)
		return end->divisor == 100 && (first == U'百' || article->cp[size->unit.begin + 1] == U'百' || first == 'p');
	if (*measure == CHANGE_AMOUNT)
		return change_same_unit(article, size, end) && span_length(size->unit) > 0;
	return *measure == CHANGE_RATIO || verb->direction != 0;
}

/* Growth a year, of another base, without the change of prices. */
bool change_is_of_other_base(const struct article *article, struct span span)
{
	static const char *const words[] = {"年均", "复合", "複合", "可比", "不变价", "不變價", "扣除", "剔除", "口径", "口徑", "实际增", "實際增",
		"实际下", "环比", "環比", "逐年", "每年增", "每年减", "每年減", "每年以", "每年约", "每年約", "月均", "平均每", "分别", "分別",
		"各增", "各自", "均增", NULL};
	uint32_t end = article_find(article, span.end, article_ahead(article, span.end, CONTEXT), CLASSES_WIDE_STOP | CLASS_BIT(CLASS_NEWLINE));
	return article_holds_any(article, (struct span){article_back(article, span.begin, CONTEXT), end}, words);
}

/* 同比 beside 由2015年的…增至2020年的…, or beside 年初的, has another base. */
static bool is_of_other_year(const struct article *article, const struct change_stated *change, struct span gap)
{
	static const char *const yearly[] = {"同比", "上年", "去年", "同期", NULL}, *const others[] = {"月", "季", "初", "周", "日", NULL};
	uint32_t end = change->from->span.begin;
	struct span label = {change_clause_begin(article, end, article_back(article, end, LABEL)), end};
	if (!article_holds_any(article, gap, yearly))
		return false;
	uint32_t first = figure_from(article, label.begin);
	const struct figure *old = &article->figures[first], *new = change->to - 1;
	bool dated = first < article->figure_count && old < change->from && old->kind == FIGURE_DATE && figure_year(old) > 0;
	bool next = dated && new->kind == FIGURE_DATE &&figure_year(new) == figure_year(old) + 1;
	return article_holds_any(article, label, others) || (dated && !next);
}

void change_add_size(struct change_stated *change, const struct figure *figure, enum change_measure measure, const struct change_verb *verb)
{
	int direction = verb->ratio || verb->twofold ? 0 : verb->direction;
	struct span said = {verb->begin, figure->span.end};
	change->sizes[change->size_count++] = (struct change_size){figure->span, said, figure, measure, direction};
}

/* 翻番, 翻倍 without a number. */
static uint32_t find_doubling(const struct article *article, uint32_t at, struct span *span)
{
	uint32_t end = article_ahead(article, at, VERB_GAP);
	for (; at < end && !article_is(article, at, CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_NEWLINE)); at++) {
		uint32_t more = article->cp[at + 1] == U'了';
		if (article->cp[at] == U'翻' && character_is_one_of(article->cp[at + 1 + more], U"番倍") && !article_ends(article, at, "近")) {
			*span = (struct span){at, at + 2 + more};
			return at;
		}
	}
	return 0;
}

/* 甲由200件增至300件，乙由100件减至50件，增长50%: nobody knows of which. */
static bool is_of_another(const struct article *article, const struct change_stated *change, int direction)
{
	uint32_t begin = article->sentences[article_sentence_at(article, change->from->span.begin)].span.begin, end = change->from->span.begin;
	if (direction * change->direction >= 0)
		return false;
	for (uint32_t i = (uint32_t)(change->from - article->figures); i > 0 && article->figures[i - 1].span.begin >= begin && end < begin + FAR; i--)
		if (article->figures[i - 1].kind == FIGURE_CARDINAL)
			return true;
	return end >= begin + FAR;
}

/* The sizes after AT, which is where the new value ends: ，增加100家，增长50%. */
static void sizes_after(const struct article *article, struct change_stated *change, uint32_t at, uint32_t index)
{
	struct span span;
	while (change->size_count < CHANGE_SIZES) {
		uint32_t doubling = find_doubling(article, at, &span), limit = index + AFTER;
		if (doubling && change_goes_on(article, at, doubling))
			change->sizes[change->size_count++] = (struct change_size){span, span, NULL, CHANGE_DOUBLINGS, 1};
		while (index < article->figure_count && index < limit && is_time(&article->figures[index]) && !is_time(change->to))
			index++;
		if (doubling || index >= article->figure_count || index == limit)
			return;
		const struct figure *size = &article->figures[index];
		enum change_measure measure;
		if (!change_is_value(size) || size->span.begin > at + PAIR_GAP || (size->flags & (FIGURE_RANGE_BEGIN | FIGURE_RANGE_END)))
			return;
		struct change_verb verb = change_verb_before(article, size, at);
		struct span gap = {at, verb.begin};
		if (!verb.found || (verb.to && !verb.ratio) || !change_goes_on(article, at, verb.begin) || is_of_other_year(article, change, gap) ||
			change_is_of_other_base(article, (struct span){change->from->span.begin, size->span.end}) ||
			!change_classify(article, change->to, size, &verb, &measure) || has_company(article, index) ||
			is_of_another(article, change, verb.direction))
			return;
		change_add_size(change, size, measure, &verb);
		at = size->span.end;
		change->taken = ++index;
	}
}

/* 增长50%，由200家增至300家: the size before the old value. */
static void size_before(const struct article *article, struct change_stated *change)
{
	uint32_t index = (uint32_t)(change->from - article->figures);
	while (index > 0 && is_time(&article->figures[index - 1]) && !is_time(change->from))
		index--;
	uint32_t source = change_source(article, change->from, change_floor(article, index));
	if (index == 0 || index - 1 < change->taken || source == 0)
		return;
	const struct figure *size = &article->figures[index - 1];
	enum change_measure measure;
	struct change_verb verb = change_verb_before(article, size, change_floor(article, index - 1));
	struct span gap = {size->span.end, source};
	bool mark = article_count(article, gap, CLASSES_STOP | CLASSES_OPENING) > 0;
	if (change_is_value(size) && mark && verb.found && !verb.to && !verb.ratio && change_goes_on(article, gap.begin, gap.end) &&
		!(size->flags & (FIGURE_RANGE_BEGIN | FIGURE_RANGE_END)) && change_classify(article, change->to, size, &verb, &measure) &&
		!change_is_of_other_base(article, (struct span){size->span.begin, change->to->span.end}) &&
		!is_of_other_year(article, change, (struct span){verb.begin > 6 ? verb.begin - 6 : 0, size->span.begin}))
		change_add_size(change, size, measure, &verb);
}

/* ，现在又减至56人: from the new value of the change before, in the same sentence. */
static const struct figure *find_again(
	const struct article *article, const struct figure *to, const struct change_verb *verb, const struct figure *last)
{
	static const char *const words[] = {"又", "再", "随后", "隨後", "而后", "而後", "继而", "繼而", NULL};
	if (!last || last >= to || article_sentence_at(article, last->span.begin) != article_sentence_at(article, to->span.begin))
		return NULL;
	uint32_t floor = article_back(article, verb->begin, VERB_GAP);
	uint32_t begin = change_clause_begin(article, verb->begin, floor > last->span.end ? floor : last->span.end);
	struct span before = {begin, verb->begin};
	return article_holds_any(article, before, words) && before.end < before.begin + VERB_GAP ? last : NULL;
}

/* 由200家增至300家 with the new value at INDEX. */
static bool read_ends(const struct article *article, uint32_t index, const struct change_verb *verb, struct change_stated *change)
{
	const struct figure *to = &article->figures[index], *from = find_from(article, index, verb);
	from = from ? from : find_again(article, to, verb, change->last);
	/* 1千多万 is not read whole. */
	if (!from || character_is_one_of(article->cp[to->span.end], U"多余餘几幾千万萬亿億") ||
		character_is_one_of(article->cp[from->span.end], U"多余餘几幾") || !change_same_unit(article, from, to) ||
		has_company(article, index) || (to->flags & (FIGURE_RANGE_BEGIN | FIGURE_RANGE_END)))
		return false;
	change->from = from;
	change->to = to;
	change->direction = verb->direction;
	change->verb = (struct span){verb->begin, verb->end};
	size_before(article, change);
	sizes_after(article, change, to->span.end, index + 1);
	return true;
}

/* 从200家到300家，增长50%: a range with a source, and a size. */
static bool read_range(const struct article *article, uint32_t index, struct change_stated *change)
{
	const struct figure *to = &article->figures[index], *from = to - 1;
	uint32_t before = index - 1;
	while (before > 0 && article->figures[before - 1].kind == FIGURE_DATE)
		before--;
	if (!change_is_value(from) || !change_same_unit(article, from, to) || !change_source(article, from, change_floor(article, before)))
		return false;
	change->from = from;
	change->to = to;
	sizes_after(article, change, to->span.end, index + 1);
	return change->size_count > 0;
}

/* Where the sentence of a figure begins: the walk only moves forward. */
static uint32_t sentence_begin(const struct article *article, const struct figure *figure, uint32_t *sentence)
{
	const struct sentence *sentences = article->sentences;
	uint32_t index = *sentence, at = figure->span.begin;
	while (index + 1 < article->sentence_count && sentences[index + 1].span.begin <= at)
		index++;
	*sentence = index;
	return sentences[index].span.begin;
}

/* Is there an old value before the new one, or a date and perhaps a value before it, or else the change before, in its sentence? */
static bool may_have_base(const struct article *article, const struct figure *figure, struct change_stated *change)
{
	const struct figure *before = figure - 1;
	bool value = before->kind == FIGURE_DATE || change_is_value(before);
	if (!value && !change->last)
		return false;
	uint32_t begin = sentence_begin(article, figure, &change->sentence);
	return (value && before->span.end > begin) || (change->last && change->last->span.begin >= begin);
}

bool change_next(const struct article *article, struct change_stated *change)
{
	for (uint32_t index = change->next > 0 ? change->next : 1; index < article->figure_count; index++) {
		const struct figure *figure = &article->figures[index];
		if (!change_is_value(figure) || index < change->taken)
			continue;
		const bool is_range = (figure->flags & FIGURE_RANGE_END) != 0;
		if (!is_range && (!may_have_base(article, figure, change) || !change_may_follow_verb(article, figure)))
			continue;
		struct change_verb verb = change_verb_before(article, figure, change_floor(article, index - (figure[-1].kind == FIGURE_DATE)));
		if (!is_range && !verb.found)
			continue;
		*change = (struct change_stated){.taken = change->taken, .last = change->last, .sentence = change->sentence};
		bool found = is_range && read_range(article, index, change);
		if (!found && verb.found && verb.to && !verb.ratio)
			found = read_ends(article, index, &verb, change);
		else if (!found && verb.found)
			found = change_read_compared(article, index, &verb, change);
		if (!found)
			continue;
		change->next = index + 1;
		change->last = change->to;
		return true;
	}
	return false;
}
