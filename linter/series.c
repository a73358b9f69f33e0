/* series: list markers that count on. */
#include "list.h"

enum { NEIGHBOURS = 24 };

struct series series_from(const struct article *article, uint32_t first, uint32_t end)
{
	const struct figure *figures = article->figures;
	int64_t value, count = 1;
	struct series series = {.last = first, .form = figures[first].form, .span = figures[first].span, .stop = article->figure_count};
	for (uint32_t i = first + 1; i < article->figure_count && figures[i].span.begin < end; i++) {
		if (figures[i].kind != FIGURE_MARKER || figures[i].form != series.form || !figure_integer(&figures[i], &value))
			continue;
		if (value != count + 1) {
			series.stop = i;
			series.broken = value != 1;
			break;
		}
		count = value;
		series.last = i;
	}
	series.count = (uint32_t)count;
	series.span.end = figures[series.last].span.end;
	return series;
}

bool series_is_nested(const struct article *article, uint32_t first, const struct series *series)
{
	const struct figure *figures = article->figures;
	uint32_t sentence = article->sentences[article_sentence_at(article, figures[first].span.begin)].span.begin;
	for (uint32_t i = first; i-- > 0 && figures[i].span.begin >= sentence && i + NEIGHBOURS > first;)
		if (figures[i].kind == FIGURE_MARKER && figures[i].form == series->form)
			return true;
	uint32_t stop = series->stop;
	return stop < article->figure_count &&
	       article_sentence_at(article, figures[stop].span.begin) == article_sentence_at(article, figures[series->last].span.begin);
}

/* The marks that part the items: ； where the sentence has any, for then a ， stands inside an item. */
static bool is_parting(uint32_t code_point, bool semicolons)
{
	return semicolons ? code_point == U'；' || code_point == ';' : code_point == U'，' || code_point == ',';
}

uint32_t series_of_words(const struct article *article, uint32_t at, uint32_t end, struct span *span)
{
	static const char *const words[] = {"首先", "其次", "再次", "再者", "第三", "第四", "第五", "最后", "最後", NULL};
	bool semicolons = false;
	uint32_t parts = 0, count = 0, follower = article->cp[at + 2];
	*span = (struct span){at, at};
	end = end < at + LIST_LENGTH ? end : at + LIST_LENGTH;
	for (uint32_t i = at; i < end; i++)
		semicolons |= is_parting(article->cp[i], true);
	if (!article_starts(article, at, "首先"))
		return 0;
	for (uint32_t i = at; i < end; i++) {
		if (i > at && !is_parting(article->cp[i - 1], semicolons))
			continue;
		/* 首先是 …，其次是 …，最后大家讨论: the last is none of the items. */
		bool counted = article_starts_any(article, i, words) && article->cp[i + 2] == follower;
		/* 首先，要学习： the word is a clause of its own. */
		i += counted && !semicolons && is_parting(article->cp[i + 2], false) ? 3 : 0;
		parts++;
		count += counted;
		span->end = counted ? i + 2 : span->end;
	}
	return parts == count && count >= 3 ? count : 0;
}

uint32_t series_of_sentences(const struct article *article, uint32_t at, uint32_t end, uint32_t expected, struct span *span)
{
	static const char *const words[] = {"其次，", "再次，", "再者，", "第二，", "第三，", "第四，", "第五，", NULL};
	static const char *const last[] = {"最后，", "最後，", NULL};
	static const char *const others[] = {"此外", "另外", "同时", "同時", "还有", "還有", "然后", "然後", "接着", "接著", "再", "并", "並", "而且", NULL};
	uint32_t count = 1;
	*span = (struct span){at, at + 2};
	if (!article_starts(article, at, "首先，"))
		return 0;
	end = end < at + LIST_LENGTH ? end : at + LIST_LENGTH;
	for (uint32_t i = at + 2; i < end; i++) {
		if (!article_is(article, i - 1, CLASS_BIT(CLASS_END_STOP)) && article->cp[i - 1] != U'；')
			continue;
		bool ends = article_starts_any(article, i, last);
		if (article_starts_any(article, i, words) || ends) {
			count++;
			span->end = i + 2;
		} else if (article_starts_any(article, i, others)) {
			return 0;
		}
		if (ends)
			return count >= 3 && count != expected && count - 1 != expected ? count : 0;
	}
	return 0;
}
