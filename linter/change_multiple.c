/* change_multiple: a fall by so many times (减少了两倍), which cannot be. */
#include "change.h"
#include "change_p.h"

enum { CONTEXT = 24 };

bool change_falls_by_multiples(const struct article *article, const struct figure *figure, struct span *verb)
{
	static const char *const units[] = {"市盈率", "市净率", "市淨率", "本益比", "杠杆", "槓桿", "倍数", "倍數", "倍率", "倍镜", "倍鏡", "赔率",
		"賠率", "市销率", "物镜", "目镜", "放大", "镜", "鏡", "扩大或", "变焦", "變焦", "标准差", "標準差", "估值", "保障倍", "覆盖倍",
		"比例尺", NULL};
	if (figure->kind != FIGURE_CARDINAL || figure->measure != UNIT_SHARE || article->cp[figure->unit.begin] != U'倍')
		return false;
	struct change_verb word = change_verb_before(article, figure, article->begin);
	*verb = (struct span){word.begin, word.end};
	struct span round = {article_back(article, figure->span.begin, CONTEXT), article_ahead(article, figure->span.end, 3)};
	/* 少了两倍 and 低两倍 say with what they compare; 少 and 低 of other words do not. */
	return word.found && word.direction < 0 && !word.to && !word.ratio && !word.twofold && !article_holds_any(article, round, units);
}

const struct figure *change_restated(const struct article *article, const struct figure *figure)
{
	uint32_t index = (uint32_t)(figure - article->figures) + 1;
	if (figure->kind != FIGURE_CARDINAL || index == article->figure_count || article->cp[figure->unit.begin] != U'倍')
		return NULL;
	const struct figure *next = &article->figures[index];
	if (next->kind != FIGURE_CARDINAL || article->cp[next->unit.begin] != U'倍' || next->span.begin > figure->span.end + CONTEXT)
		return NULL;
	struct change_verb first = change_verb_before(article, figure, article->begin), second = change_verb_before(article, next, figure->span.end);
	bool grows = first.found && first.direction > 0 && !first.to && !first.ratio && !first.twofold;
	return grows && second.ratio && change_goes_on(article, figure->span.end, second.begin) ? next : NULL;
}
