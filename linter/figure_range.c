/* figure_range: two figures that are the ends of a range. */
#include "figure_p.h"

static bool is_range_word(const struct article *article, struct span gap)
{
	uint32_t length = gap.end - gap.begin;
	if (length == 0 || length > 5)
		return false;
	if (is_among(article->cp[gap.begin], U"至到"))
		return length == 1;
	/* 20 - 25 and 20～25; --- stands for a dash in plain text. */
	uint32_t begin = gap.begin + (article->cp[gap.begin] == ' '), end = gap.end - (article->cp[gap.end - 1] == ' ');
	return begin < end && end - begin <= 3 && article_skip(article, begin, end, CLASS_BIT(CLASS_DASH)) == end;
}

static bool can_range(const struct figure *first, const struct figure *second)
{
	if (first->kind == FIGURE_MARKER || first->kind == FIGURE_SCORE || first->kind == FIGURE_SLOGAN)
		return false;
	if (first->kind == second->kind)
		return true;
	return (first->kind == FIGURE_CARDINAL && first->unit.begin == first->unit.end && second->kind != FIGURE_CODE &&
		       second->kind <= FIGURE_TIME) ||
	       (first->kind == FIGURE_ORDINAL && second->kind == FIGURE_CARDINAL);
}

void figure_link_ranges(const struct article *article, struct figure *figures, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		struct figure *first = &figures[i], *second = first + 1;
		struct span gap = {first->span.end, second->span.begin};
		if (is_range_word(article, gap) && can_range(first, second) && !(first->flags & FIGURE_RANGE_END)) {
			first->flags |= FIGURE_RANGE_BEGIN;
			second->flags |= FIGURE_RANGE_END;
		}
	}
}
