/* approximation: marks inside and after a number. */
#include "approximation.h"

#include "figure_p.h"
#include "word.h"

enum { PARTS = 4, WORD_REACH = 4 };

bool approximation_is_rough(const struct figure *figure)
{
	return !figure->value.known && figure->kind == FIGURE_CARDINAL && figure->flags & FIGURE_APPROXIMATE;
}

static bool is_number(const struct figure *figure)
{
	switch (figure->kind) {
	case FIGURE_CARDINAL:
	case FIGURE_DATE:
	case FIGURE_TIME:
	case FIGURE_SCORE: return true;
	case FIGURE_ORDINAL: return figure->measure == UNIT_ORDER;
	default: return false;
	}
}

/* 3分20秒, 1米8: the next figure is a lower part of the same number. */
static bool goes_on(const struct article *article, const struct figure *figure, const struct figure *next)
{
	uint32_t gap = next->span.begin - figure->span.end;
	if (gap > 1 || (gap == 1 && !is_among(article->cp[figure->span.end], U"零〇又 ")) || figure->kind != FIGURE_CARDINAL ||
		next->kind != FIGURE_CARDINAL)
		return false;
	if (span_length(figure->unit) == 0 || span_length(next->number) > 4)
		return false;
	bool minutes = is_among(article->cp[figure->unit.begin], U"分时時度");
	return next->measure == figure->measure || span_length(next->unit) == 0 || minutes || is_among(article->cp[next->unit.begin], U"分毛角");
}

static uint32_t last_part(const struct article *article, uint32_t first)
{
	uint32_t last = first;
	while (last + 1 < article->figure_count && last < first + PARTS) {
		const struct figure *figure = &article->figures[last];
		bool range = figure->flags & FIGURE_RANGE_BEGIN;
		if (!range && !goes_on(article, figure, figure + 1))
			break;
		last++;
	}
	return last;
}

/* Is the character the beginning of a word, 多 of 多功能, 余 of 余震? */
static bool begins_word(const struct article *article, const struct data *data, uint32_t at)
{
	uint32_t reach = article_skip(article, at, article_ahead(article, at, WORD_REACH), CLASSES_HAN) - at;
	return word_longest(data, article->cp + at, reach) > 1;
}

/* 多 of 三年多, 50多 and 10里余: nothing is counted by it, as in 三月多次. */
static bool ends_number(const struct article *article, uint32_t at)
{
	return !article_is_han(article, at) || is_among(article->cp[at], U"的了前后後时時以钟鐘左上就才便即也还還可");
}

/* 多 余 来 between the number and its unit, in the number or after the unit; sets where the marks after the number may begin. */
static void read_inner(
	const struct article *article, const struct data *data, const struct figure *figure, struct approximation_mark *mark, uint32_t *end)
{
	uint32_t at, stop = span_length(figure->unit) ? figure->unit.begin : figure->number.end;
	for (at = figure->number.begin + 1; at < stop; at++)
		if (is_among(article->cp[at], U"多余餘来來")) {
			*mark = (struct approximation_mark){.kind = APPROXIMATION_ODD, .span = {at, at + 1}};
			return;
		}
	at = figure->span.end;
	if (!is_among(article->cp[at], U"多余餘"))
		return;
	uint32_t unit_end;
	bool of_next = is_among(article->cp[at - 1], U"个個") && figure_unit_at(article, at + 1, &unit_end) == UNIT_DURATION;
	bool hour = is_among(article->cp[at - 1], U"点點分秒") && is_among(article->cp[at + 1], U"钟鐘");
	bool bare = span_length(figure->unit) == 0 && figure->kind == FIGURE_CARDINAL;
	if (!of_next && !ends_number(article, at + 1))
		return;
	if (!of_next && !hour && (bare || article_is_han(article, at + 1)) && begins_word(article, data, at))
		return;
	*mark = (struct approximation_mark){.kind = APPROXIMATION_ODD, .span = {at, at + 1}};
	*end = of_next ? unit_end : at + 1 + hour;
}

/* 左右两侧, 上下楼, 以上学历: another word follows with which the mark goes. */
static bool belongs_to_next(const struct article *article, enum approximation kind, uint32_t at)
{
	static const char *const grades[] = {"学历", "學歷", "职称", "職稱", "文化", "学位", "學位", "资格", "資格", "职务", "職務", "水平", "人士",
		"职级", "職級", "教职", "教職", "所述", "内容", "內容", "提到", "几点", "幾點", NULL};
	if (kind == APPROXIMATION_ROUND)
		return is_among(article->cp[at], U"两兩手侧側邻鄰翼逢摇搖为對对互各脚腳眼耳派边邊声聲舷岸肩臂腿键鍵移滑张張摆擺晃横橫开開着著了"
						 U"楼樓班游级級学學车車浮波衣装裝游遊其她他局不相");
	return (kind == APPROXIMATION_ABOVE || kind == APPROXIMATION_BELOW) && article_starts_any(article, at, grades);
}

/* The mark that begins at a position, whatever stands before it, and its characters. */
static inline enum approximation tail_at(const struct article *article, uint32_t at, uint32_t *length)
{
	const uint32_t next = article->cp[at + 1];
	*length = 2;
	switch (article->cp[at]) {
	case U'左': return next == U'右' ? APPROXIMATION_ROUND : APPROXIMATION_NONE;
	case U'上': return next == U'下' ? APPROXIMATION_ROUND : APPROXIMATION_NONE;
	case U'前': return next == U'后' || next == U'後' ? APPROXIMATION_ROUND : APPROXIMATION_NONE;
	case U'之': return next == U'内' || next == U'內' ? APPROXIMATION_BELOW : APPROXIMATION_NONE;
	case U'以':
		if (next == U'上')
			return APPROXIMATION_ABOVE;
		return next == U'下' || next == U'内' || next == U'內' ? APPROXIMATION_BELOW : APPROXIMATION_NONE;
	case U'许':
	case U'許': *length = 1; return APPROXIMATION_ROUND;
	case U'起': *length = 1; return APPROXIMATION_FROM;
	default: return APPROXIMATION_NONE;
	}
}

/* Which figures a mark can follow: 前后 a date, 许 a time of day, 起 a price. */
static bool can_follow(const struct article *article, const struct figure *figure, enum approximation kind, uint32_t at, uint32_t end)
{
	bool date = figure->kind == FIGURE_DATE, time = figure->kind == FIGURE_TIME;
	if (kind == APPROXIMATION_FROM)
		return figure->measure == UNIT_MONEY && !article_is_han(article, end);
	if (article->cp[at] == U'前')
		return (date || time) && (!article_is_han(article, end) || is_among(article->cp[end], U"的在"));
	if (is_among(article->cp[end - 1], U"许許"))
		return time;
	if (kind != APPROXIMATION_ROUND)
		return figure->kind == FIGURE_CARDINAL;
	return true;
}

static bool read_tail(const struct article *article, const struct figure *figure, uint32_t at, struct approximation_mark *mark)
{
	uint32_t length;
	enum approximation kind = tail_at(article, at, &length);
	if (kind == APPROXIMATION_NONE)
		return false;
	uint32_t end = at + length;
	if (!can_follow(article, figure, kind, at, end) || (length == 2 && belongs_to_next(article, kind, end)))
		return false;
	*mark = (struct approximation_mark){
		.kind = kind, .span = {at, end}, .closes = !article_is_han(article, end) && !article_is(article, end, CLASSES_FIGURE)};
	return true;
}

/* 100元钱左右, 3米高左右, 20公里路左右, 100名学生左右: what was counted stands before the mark. Only 左右 and 上下 can then be of the number. */
static bool read_tail_after_noun(
	const struct article *article, const struct data *data, const struct figure *figure, uint32_t at, struct approximation_mark *mark)
{
	static const char *const nouns[] = {"时间", "時間", "路程", "年纪", "年紀", "价格", "高度", "人次", NULL};
	uint32_t length, word = 0;
	if (tail_at(article, at + 1, &length) != APPROXIMATION_NONE && is_among(article->cp[at], U"钱錢高长長宽寬厚重路钟鐘大"))
		word = 1;
	else if (tail_at(article, at + 2, &length) != APPROXIMATION_NONE && article_starts_any(article, at, nouns))
		word = 2;
	if (word && read_tail(article, figure, at + word, mark))
		return mark->kind == APPROXIMATION_ROUND || mark->closes;
	if (span_length(figure->unit) == 0 || figure->kind != FIGURE_CARDINAL)
		return false;
	for (word = 2; word <= WORD_REACH && article_is_han(article, at + word - 1); word++)
		if ((article->cp[at + word] == U'左' || article->cp[at + word] == U'上') && word_find(data, article->cp + at, word, NULL) &&
			read_tail(article, figure, at + word, mark))
			return mark->kind == APPROXIMATION_ROUND && mark->closes && article->cp[mark->span.begin] == U'左';
	return false;
}

/*
 * Can a figure have a mark inside or after it? A 多 or 余 inside makes its flag, but in a score, of whose second number the flags say nothing;
 * after it stand at most WORD_REACH characters before the mark.
 */
static bool may_be_marked(const struct article *article, const struct figure *figure)
{
	uint32_t at = figure->span.end;
	if (figure->flags & FIGURE_APPROXIMATE || figure->kind == FIGURE_SCORE || figure_hints(article->cp[at]) & HINT_MORE)
		return true;
	at += article->cp[at] == ' ';
	for (uint32_t last = at + WORD_REACH; at <= last && article_is_han(article, at); at++)
		if (figure_hints(article->cp[at]) & HINT_TAIL)
			return true;
	return false;
}

/* Sets the marks; false if there are none. FIGURE is the last of the number. */
APART bool read_marks(const struct article *article, const struct data *data, const struct figure *figure, struct approximation_number *number)
{
	uint32_t end = figure->span.end;
	number->inner = number->after = (struct approximation_mark){.kind = APPROXIMATION_NONE};
	read_inner(article, data, figure, &number->inner, &end);
	end += article->cp[end] == ' ' && article_is_han(article, end + 1);
	if (article_is_han(article, end) && !read_tail(article, figure, end, &number->after) &&
		!read_tail_after_noun(article, data, figure, end, &number->after))
		number->after = (struct approximation_mark){.kind = APPROXIMATION_NONE};
	return number->inner.kind != APPROXIMATION_NONE || number->after.kind != APPROXIMATION_NONE;
}

bool approximation_read(const struct article *article, const struct data *data, uint32_t index, struct approximation_number *number)
{
	number->first = index;
	number->last = last_part(article, index);
	number->inner.kind = number->after.kind = APPROXIMATION_NONE;
	const struct figure *figure = &article->figures[number->last];
	return may_be_marked(article, figure) && is_number(figure) && is_number(&article->figures[index]) &&
	       read_marks(article, data, figure, number);
}
