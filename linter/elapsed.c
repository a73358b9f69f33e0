/* elapsed: one walk over the figures, which remembers the last birth and the last founding when these are asked for. */
#include "elapsed.h"

#include "elapsed_p.h"
#include "reign.h"

int64_t elapsed_year(const struct article *article, const struct figure *date)
{
	int64_t year = date->kind == FIGURE_DATE && date->value.known ? figure_year(date) : 0;
	if (!(date->flags & FIGURE_OTHER_CALENDAR) || year == 0)
		return year < 0 ? 0 : year;
	const struct reign *reign = reign_before(article, date->span.begin);
	return reign && reign_is_republic(reign) ? reign_year(reign, year) : 0;
}

void elapsed_set(struct elapsed *elapsed, int64_t low, int64_t high, int64_t exact)
{
	elapsed->low = decimal_make(low, 0);
	elapsed->high = decimal_make(high, 0);
	elapsed->exact = decimal_make(exact, 0);
}

const struct datelines *elapsed_datelines(struct elapsed_walk *walk)
{
	if (!walk->dated)
		datelines_read(walk->article, walk->arena, &walk->datelines);
	walk->dated = true;
	return &walk->datelines;
}

static void remember(struct elapsed_walk *walk, uint32_t index)
{
	const struct article *article = walk->article;
	const struct figure *date = &article->figures[index];
	struct span word;
	if (elapsed_year(article, date) == 0)
		return;
	if (elapsed_is_birth(article, index)) {
		walk->birth = date;
		walk->births++;
	} else if (elapsed_is_founding(article, index, &word)) {
		bool same = walk->founding &&
			    article_paragraph_at(article, walk->founding->span.begin) == article_paragraph_at(article, date->span.begin);
		walk->foundings = same ? walk->foundings + 1 : 1;
		walk->founding = date;
		walk->founded = word;
	}
}

void elapsed_remember(struct elapsed_walk *walk, uint32_t index)
{
	for (; walk->remembered < index; walk->remembered++)
		if (walk->article->figures[walk->remembered].kind == FIGURE_DATE)
			remember(walk, walk->remembered);
}

/* May a figure state an age or a duration? */
static bool states_time(const struct figure *figure)
{
	return figure->kind == FIGURE_CARDINAL && (figure->measure == UNIT_AGE || figure->measure == UNIT_DURATION) && figure->value.known &&
	       figure->divisor == 1;
}

bool elapsed_next(struct elapsed_walk *walk, struct elapsed *elapsed)
{
	const struct article *article = walk->article;
	for (uint32_t index = walk->next; index < article->figure_count; index++) {
		const struct figure *figure = &article->figures[index];
		if (!states_time(figure))
			continue;
		*elapsed = (struct elapsed){.stated = figure};
		walk->next = index + 1;
		bool found = figure->measure == UNIT_AGE ? elapsed_age(walk, index, elapsed)
							 : elapsed_duration(walk, index, elapsed) || elapsed_anniversary(walk, index, elapsed) ||
								   elapsed_ago(walk, index, elapsed);
		if (found)
			return true;
	}
	walk->next = article->figure_count;
	return false;
}
