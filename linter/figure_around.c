/* figure_around: the words round a number: the noun that it counts, its precision. */
#include "figure_p.h"
#include "vector_p.h"

enum { LOOK_BACK = 6 };

/* 理由 and 行为 end in a function word and are nouns: what stands before it there. */
static const char32_t *noun_beginnings(uint32_t border)
{
	/* clang-format off */
	switch (border) {
	case U'由': return U"理自事缘緣案";
	case U'为': case U'為': return U"行作";
	case U'使': return U"大天公特";
	case U'与': case U'與': return U"参參";
	case U'和': return U"共总總";
	case U'在': return U"存";
	case U'将': case U'將': return U"大上中少主名";
	case U'等': return U"高中初";
	case U'均': return U"平";
	default: return U"";
	}
	/* clang-format on */
}

/* Does a noun that begins at a position end before a function word? */
static bool ends_noun(const struct article *article, uint32_t begin, uint32_t at)
{
	return !is_among(article->cp[at - 1], noun_beginnings(article->cp[at])) && (at > begin || is_among(article->cp[at], U"的了和与與及或以至到之整左"));
}

void figure_read_noun(const struct article *article, struct figure *figure)
{
	const uint64_t classes = (CLASSES_HAN & ~CLASS_BIT(CLASS_HAN_NUMERAL)) | CLASS_BIT(CLASS_LATIN);
	uint32_t at = figure->span.end, end = at;
	while (end < at + FIGURE_NOUN && class_in(article->cls[end], classes) &&
		!(figure_hints(article->cp[end]) & HINT_BORDER && ends_noun(article, at, end)))
		end++;
	figure->noun = (struct span){at, end};
}

/* What the word before a figure says of its precision. */
static unsigned precision_before(const struct article *article, const struct figure *figure)
{
	uint32_t at = figure->span.begin, earlier = article->cp[at - 2];
	bool negated = article->cp[at - 3] == U'不';
	switch (article->cp[at - 1]) {
	case U'近': return is_among(earlier, U"附最邻鄰临臨靠") ? 0 : FIGURE_APPROXIMATE;
	case U'约':
	case U'約': return FIGURE_APPROXIMATE;
	case U'莫': return earlier == U'约' || earlier == U'約' ? FIGURE_APPROXIMATE : 0;
	case U'概': return earlier == U'大' ? FIGURE_APPROXIMATE : 0;
	/* 上百, 上万; 路上三个 is another word. */
	case U'上': return is_among(article->cp[figure->number.begin], U"百千万萬") ? FIGURE_APPROXIMATE : 0;
	case U'逾':
	case U'超': return FIGURE_AT_LEAST;
	case U'过':
	case U'過': return earlier != U'超' ? 0 : negated ? FIGURE_AT_MOST : FIGURE_AT_LEAST;
	case U'少': return earlier == U'至' ? FIGURE_AT_LEAST : 0;
	case U'多': return earlier == U'最' || earlier == U'至' ? FIGURE_AT_MOST : 0;
	case U'足':
	case U'到': return earlier == U'不' ? FIGURE_AT_MOST : 0;
	case U'于':
	case U'於':
		if (is_among(earlier, U"高多大"))
			return negated ? FIGURE_AT_MOST : FIGURE_AT_LEAST;
		if (is_among(earlier, U"低少小"))
			return negated ? FIGURE_AT_LEAST : FIGURE_AT_MOST;
		return 0;
	default: return 0;
	}
}

static unsigned precision_after(const struct article *article, uint32_t at)
{
	uint32_t next = article->cp[at + 1];
	switch (article->cp[at]) {
	case U'左': return next == U'右' ? FIGURE_APPROXIMATE : 0;
	case U'上': return next == U'下' ? FIGURE_APPROXIMATE : 0;
	case U'出': return next == U'头' || next == U'頭' ? FIGURE_APPROXIMATE : 0;
	case U'多':
	case U'余':
	case U'餘':
	case U'许':
	case U'許': return FIGURE_APPROXIMATE;
	case U'以': return next == U'上' ? FIGURE_AT_LEAST : is_among(next, U"下内內") ? FIGURE_AT_MOST : 0;
	default: return 0;
	}
}

/* Is 每, 各 or 均 among the eight characters before a position? */
static bool may_be_each(const struct article *article, uint32_t at)
{
	const words4 every = {U'每', U'每', U'每', U'每'}, each = {U'各', U'各', U'各', U'各'}, even = {U'均', U'均', U'均', U'均'};
	words4 first, second;
	words4_load(&first, article->cp + at - 8);
	words4_load(&second, article->cp + at - 4);
	return words4_any((words4)((first == every) | (first == each) | (first == even) | (second == every) | (second == each) | (second == even)));
}

static bool is_each(const struct article *article, uint32_t at)
{
	if (!may_be_each(article, at))
		return false;
	for (uint32_t limit = at - LOOK_BACK; at > limit && article_is_han(article, at - 1); at--)
		if (is_among(article->cp[at - 1], U"每各均"))
			return true;
	return false;
}

void figure_read_precision(const struct article *article, struct figure *figure)
{
	if (figure_hints(article->cp[figure->span.begin - 1]) & HINT_PRECISION)
		figure->flags |= precision_before(article, figure);
	if (figure_hints(article->cp[figure->span.end]) & HINT_PRECISION_AFTER)
		figure->flags |= precision_after(article, figure->span.end);
	if (is_each(article, figure->span.begin))
		figure->flags |= FIGURE_EACH;
}
