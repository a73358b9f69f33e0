/* list_counted: lists of things with their numbers, 语文教师2名、数学教师2名、校医1名. */
#include "list.h"

static bool same_unit(const struct article *article, const struct figure *a, const struct figure *b)
{
	unsigned others = FIGURE_RANGE_BEGIN | FIGURE_RANGE_END | FIGURE_EACH;
	return a->kind == FIGURE_CARDINAL && b->kind == FIGURE_CARDINAL && !((a->flags | b->flags) & others) && span_length(a->unit) > 0 &&
	       a->span.end == a->unit.end && b->span.end == b->unit.end && article_same(article, a->unit, b->unit);
}

/* Is there nothing between two figures but a noun, after 、 if PAUSE? */
static bool is_item(const struct article *article, uint32_t first, bool pause)
{
	const struct figure *a = &article->figures[first], *b = a + 1;
	uint32_t begin = a->span.end;
	if (first + 1 >= article->figure_count || !same_unit(article, a, b) || (article->cp[begin] == U'、') != pause)
		return false;
	begin += pause;
	return b->span.begin - begin <= LIST_NOUN && article_skip(article, begin, b->span.begin, CLASSES_HAN) == b->span.begin;
}

/* 其中东区150户西区162户: two names of one length and ending. */
static bool is_among(const struct article *article, uint32_t index)
{
	const struct figure *a = &article->figures[index], *b = a + 1;
	uint32_t begin = a->span.begin, length = b->span.begin - a->span.end;
	return length >= 2 && begin - article->begin > length && article_ends(article, begin - length, "其中") &&
	       article->cp[begin - 1] == article->cp[b->span.begin - 1];
}

bool list_loses_pause(const struct article *article, uint32_t first)
{
	if (!is_item(article, first, false) ||
		!((first > 0 && is_item(article, first - 1, true)) || is_item(article, first + 1, true) || is_among(article, first)))
		return false;
	/* 3人共9人, 5名比6名 */
	static const char *const rest[] = {"其他", "其它", "其余", "其餘", NULL};
	uint32_t at = article->figures[first].span.end;
	if (article_starts_any(article, at, rest))
		return true;
	return !character_is_one_of(article->cp[at], U"共对對比占佔比为為是约約合计計达達至到增减減较較等及和与與或其中以超近每均各从從由在有向跟随隨"
						     U"陪带帶送换換的多余餘乘加又即则則而后後左右上下内內外");
}
