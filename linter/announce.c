/* announce: counts that announce a list, and the way from them to it. */
#include "announce.h"

#include "list.h"

enum {
	COUNT_LOWEST = 2,
	COUNT_HIGHEST = 30,
	TAIL = 14,
	NEIGHBOURS = 24,
	SECTION = 4000,
	ECHO_ITEM = 12,
	STRIDE = 6 /* one count in twenty sentences */
};

/* Words between a count and its colon that make the list something else than what is counted. */
static const char *const other_lists[] = {
	"的", "表示", "认为", "認為", "指出", "强调", "強調", "介绍", "介紹", "写道", "寫道", "报道", "報導", "之一", "字", NULL};

/* The same where they stand right before the colon. */
static const char32_t other_endings[] = U"说說问問答称稱道时時后後内內";

static bool is_counting(const struct figure *figure)
{
	const unsigned things = 1u << UNIT_COUNT | 1u << UNIT_PERSON | 1u << UNIT_NOUN;
	const unsigned doubtful = FIGURE_APPROXIMATE | FIGURE_AT_LEAST | FIGURE_AT_MOST | FIGURE_RANGE_BEGIN | FIGURE_RANGE_END | FIGURE_EACH;
	bool counts = figure->kind == FIGURE_CARDINAL ? things >> figure->measure & 1 : figure->kind == FIGURE_SLOGAN;
	return counts && !(figure->flags & doubtful);
}

/* “三会一课” and “两不愁三保障” count more than one thing; “五个一” does not. */
static bool is_compound_slogan(const struct article *article, const struct figure *figure)
{
	struct span rest = figure->noun;
	bool ones = span_length(rest) >= 2 && article->cp[rest.end - 1] == U'一' && character_is_one_of(article->cp[rest.end - 2], U"个個");
	rest.end -= ones;
	return figure->kind == FIGURE_SLOGAN && article_count(article, rest, CLASS_BIT(CLASS_HAN_NUMERAL)) > 0;
}

static bool read_count(const struct article *article, uint32_t index, uint32_t *announced)
{
	const struct figure *figure = &article->figures[index];
	int64_t value;
	if (!is_counting(figure) || figure->value.mantissa > COUNT_HIGHEST || !figure_integer(figure, &value) || value < COUNT_LOWEST ||
		value > COUNT_HIGHEST || is_compound_slogan(article, figure))
		return false;
	*announced = (uint32_t)value;
	return true;
}

bool announcement_next(const struct article *article, struct announcement *announcement)
{
	uint32_t index = announcement->next, sentence = announcement->sentence_index, paragraph = announcement->paragraph;
	while (index < article->figure_count && !read_count(article, index, &announcement->announced))
		index++;
	if (index >= article->figure_count)
		return false;
	const struct figure *figure = &article->figures[index];
	while (sentence + STRIDE < article->sentence_count && article->sentences[sentence + STRIDE].span.begin <= figure->span.begin)
		sentence += STRIDE;
	while (sentence + 1 < article->sentence_count && article->sentences[sentence + 1].span.begin <= figure->span.begin)
		sentence++;
	while (paragraph + 1 < article->paragraph_count && article->paragraphs[paragraph + 1].span.begin <= figure->span.begin)
		paragraph++;
	announcement->figure = figure;
	announcement->index = index;
	announcement->next = index + 1;
	announcement->sentence_index = sentence;
	announcement->sentence = article->sentences[sentence].span;
	announcement->paragraph = paragraph;
	return true;
}

bool announcement_has_rival(const struct article *article, const struct announcement *announcement, uint32_t end, uint32_t found)
{
	int64_t value;
	uint32_t index = announcement->index, first = index > NEIGHBOURS ? index - NEIGHBOURS : 0;
	for (uint32_t i = first; i < article->figure_count && i < index + NEIGHBOURS; i++) {
		const struct figure *other = &article->figures[i];
		if (i == index || other->span.begin < announcement->sentence.begin)
			continue;
		if (other->span.begin >= end)
			break;
		if ((other->kind == FIGURE_CARDINAL || other->kind == FIGURE_SLOGAN) && figure_integer(other, &value) && value == found)
			return true;
	}
	return false;
}

bool opening_leads_elsewhere(const struct article *article, const struct opening *opening)
{
	struct span tail = opening->tail;
	if (tail.end > tail.begin && character_is_one_of(article->cp[tail.end - 1], other_endings))
		return true;
	return article_holds_any(article, tail, other_lists) && !article_ends(article, tail.end, "目的");
}

static bool is_colon(uint32_t code_point)
{
	return code_point == U'：' || code_point == ':';
}

bool opening_is_direct(const struct opening *opening)
{
	return is_colon(opening->mark) || opening->bracket;
}

/* 即 alone, not in 立即 and 即将. */
static bool is_that_is(const struct article *article, uint32_t at)
{
	return !character_is_one_of(article->cp[at - 1], U"立随隨旋当當迅") && !character_is_one_of(article->cp[at + 1], U"将將时時可使刻日期席兴興");
}

/* 分别是, 即 and the like take the place of a colon; where they end, AT for other words. */
static uint32_t connector_end(const struct article *article, uint32_t at)
{
	switch (article->cp[at]) {
	case U'即': return is_that_is(article, at) ? at + 1 : at;
	case U'也': return article_starts(article, at, "也就是") ? at + 3 : at;
	case U'就': return article->cp[at + 1] == U'是' ? at + 2 : at;
	case U'分': return character_is_one_of(article->cp[at + 1], U"别別") && character_is_one_of(article->cp[at + 2], U"是为為叫") ? at + 3 : at;
	case U'依': return article->cp[at + 1] == U'次' && character_is_one_of(article->cp[at + 2], U"是为為") ? at + 3 : at;
	case U'它':
	case U'他': return character_is_one_of(article->cp[at + 1], U"们們") && article->cp[at + 2] == U'是' ? at + 3 : at;
	default: return at;
	}
}

/* The word in place of a colon, with a colon that follows it nevertheless. */
static bool opens_by_word(const struct article *article, uint32_t at, struct opening *opening)
{
	uint32_t end = connector_end(article, at);
	if (end == at)
		return false;
	opening->at = end + is_colon(article->cp[end]);
	opening->mark = U'：';
	return true;
}

static uint32_t over_spaces(const struct article *article, uint32_t at)
{
	return article_skip(article, at, article_ahead(article, at, 8), CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE));
}

static bool belongs_to_tail(const struct article *article, uint32_t at)
{
	uint8_t class = article->cls[at];
	bool closes_quote = class == CLASS_HALF_QUOTE || (class == CLASS_CLOSE && article->cp[at] != U'）');
	return article_is_han(article, at) || class == CLASS_LATIN || closes_quote;
}

bool announcement_opening(const struct article *article, const struct announcement *announcement, struct opening *opening)
{
	const struct figure *figure = announcement->figure;
	uint32_t begin = figure->kind == FIGURE_SLOGAN ? figure->noun.end : figure->span.end, at = begin;
	*opening = (struct opening){.tail.begin = begin};
	for (; at < begin + TAIL && belongs_to_tail(article, at); at++)
		if (at > begin && opens_by_word(article, at, opening)) {
			opening->tail.end = at;
			return true;
		}
	*opening = (struct opening){.at = over_spaces(article, at + 1), .tail = {begin, at}, .mark = article->cp[at]};
	switch (opening->mark) {
	case U'，':
	case ',': opens_by_word(article, opening->at, opening); return true;
	case U'（':
	case '(': opening->bracket = pair_opening(article, at); return opening->bracket != NULL;
	case U'：':
	case ':':
	case U'。':
	case '\n': return true;
	default: return false;
	}
}

/* The character on which the items of a list and the noun of a count agree: 关 of 三道关口 and 选种关、整地关. */
static bool agrees(const struct article *article, struct span item, struct span noun)
{
	uint32_t last = article->cp[item.end - 1];
	if (article->cls[item.end - 1] == CLASS_CLOSE && span_length(item) > 2)
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
		if (span_length(list.items[i]) < 2 || span_length(list.items[i]) > ECHO_ITEM || !agrees(article, list.items[i], noun))
			return 0;
	*place = list.span;
	return list.count;
}

/* The text of one paragraph after the verb; the first place that names as many as announced, else the first that names any. */
static uint32_t echo_in(const struct article *article, const struct announcement *announcement, struct span verb, struct span text, uint32_t limit,
	struct span *place)
{
	uint32_t found = 0, end = text.end < limit ? text.end : limit;
	struct span named_at;
	for (uint32_t at = text.begin; at + 4 < end; at++) {
		if (article->cp[at] != article->cp[verb.begin] || !article_same(article, verb, (struct span){at, at + 2}))
			continue;
		uint32_t named = named_after(article, at + 2, text.end, announcement->figure->noun, &named_at);
		if (named < 2 || (found > 0 && named != announcement->announced))
			continue;
		found = named;
		*place = named_at;
		if (found == announcement->announced)
			break;
	}
	return found;
}

uint32_t announcement_echo(const struct article *article, const struct announcement *announcement, struct span *place)
{
	const struct paragraph *paragraphs = article->paragraphs;
	const struct figure *figure = announcement->figure;
	enum role role = paragraphs[announcement->paragraph].role;
	uint32_t begin = figure->span.begin - (article->cls[figure->span.begin - 1] == CLASS_OPEN), limit = figure->span.end + SECTION;
	if ((role != ROLE_HEADING && role != ROLE_TITLE) || figure->measure == UNIT_PERSON || span_length(figure->noun) == 0 ||
		!article_is_han(article, begin - 1) || !article_is_han(article, begin - 2))
		return 0;
	struct span verb = {begin - 2, begin};
	uint32_t found = 0;
	for (uint32_t i = announcement->paragraph + 1; i < article->paragraph_count && paragraphs[i].role != ROLE_HEADING; i++) {
		struct span at;
		if (paragraphs[i].span.begin > limit)
			break;
		uint32_t named = echo_in(article, announcement, verb, paragraphs[i].span, limit, &at);
		if (named == announcement->announced)
			return 0;
		if (named == 0 || found > 0)
			continue;
		found = named;
		*place = at;
	}
	return found;
}
