/* relations: the slips that would make the figures of an article untrue. Only exact numbers are looked at, and only what a text binds. */
#include "relations.h"

#include <math.h>
#include <stdlib.h>

#include "../linter/calendar.h"
#include "../linter/figure.h"
#include "../linter/layer_p.h"
#include "harness.h"

enum { NUMBER = 40, VARIANTS = 2 * NUMBER, PARTS = 12, REACH = 240, TAIL = 12 };

const char *const relation_names[RELATION_KINDS] = {"count and list", "whole and parts", "shares", "change", "weekday", "no such day", "no such time",
	"today", "title and text", "marker", "range"};

struct finder {
	const struct article *article;
	struct slips *slips;
	struct arena *arena;
	uint64_t *state;
};

/* A number that might have been typed, with its value. */
struct typed {
	char text[NUMBER];
	double value;
};

static const char han_digits[] = "一二三四五六七八九十";

static const struct figure *figure_of(const struct finder *finder, uint32_t i)
{
	return &finder->article->figures[i];
}

static double value_of(const struct figure *figure)
{
	return (double)figure->value.mantissa * pow(10, figure->value.exponent) / figure->divisor;
}

static struct str text_of(const struct finder *finder, struct span span)
{
	return article_text(finder->article, span, finder->arena);
}

static bool same_text(const struct finder *finder, struct span a, struct span b)
{
	return article_same(finder->article, a, b);
}

static size_t byte_at(const struct finder *finder, uint32_t at)
{
	return article_byte(finder->article, at);
}

static void add(struct finder *finder, enum relation relation, struct span span, uint32_t other, const char *text)
{
	struct slips *slips = finder->slips;
	if (slips->count == slips->capacity)
		slips->at = arena_grow(finder->arena, slips->at, sizeof *slips->at, slips->count, &slips->capacity);
	const char *copy = arena_format(finder->arena, "%s", text).data;
	slips->at[slips->count++] = (struct slip){relation, byte_at(finder, span.begin), byte_at(finder, span.end), byte_at(finder, other), copy};
}

/* A quantity that says exactly what it means: no range, estimate, price per unit. */
static bool is_exact(const struct figure *figure)
{
	return figure->kind == FIGURE_CARDINAL && figure->value.known && figure->divisor != 0 && figure->flags == 0;
}

static double plain_number(const char *text)
{
	double value = 0, place = 0;
	for (; *text; text++) {
		if (*text == '.')
			place = 1;
		if (*text < '0' || *text > '9')
			continue;
		value = value * 10 + (*text - '0');
		place *= 10;
	}
	return place > 1 ? value / place : value;
}

/* Half of the last place that a number has; 0 for a count. */
static double half_place(const struct finder *finder, const struct figure *figure)
{
	struct str text = text_of(finder, figure->number);
	const char *point = memchr(text.data, '.', text.size);
	double number = plain_number(text.data), scale = number > 0 ? value_of(figure) / number : 1;
	int places = 0;
	for (const char *at = point ? point + 1 : ""; *at >= '0' && *at <= '9'; at++)
		places++;
	if (places == 0 && scale > 0.999 && scale < 1.001)
		return 0;
	return scale * pow(10, -places) / 2;
}

static void vary_han(const char *text, double value, struct typed *variants, size_t *count)
{
	int digit = (int)value;
	const char *all = han_digits;
	if (value != digit || digit < 2 || digit > 9 || strlen(text) != 3)
		return;
	for (int step = -1; step <= 1; step += 2) {
		struct typed *variant = &variants[(*count)++];
		memcpy(variant->text, all + 3 * (digit + step - 1), 3);
		variant->text[3] = 0;
		variant->value = digit + step;
	}
}

/* What one slip makes of a number: each digit changed, two neighbours swapped; a Han digit one more or fewer. */
static size_t vary(const struct finder *finder, const struct figure *figure, struct typed variants[VARIANTS])
{
	struct str number = text_of(finder, figure->number);
	size_t count = 0;
	double value = value_of(figure), scale;
	if (number.size >= NUMBER || number.size == 0)
		return 0;
	if (number.data[0] < '0' || number.data[0] > '9') {
		vary_han(number.data, value, variants, &count);
		return count;
	}
	scale = plain_number(number.data) > 0 ? value / plain_number(number.data) : 1;
	for (size_t i = 0; i < number.size; i++) {
		char digit = number.data[i], next = number.data[i + 1];
		if (digit < '0' || digit > '9')
			continue;
		struct typed *changed = &variants[count++];
		memcpy(changed->text, number.data, number.size + 1);
		do
			changed->text[i] = (char)('0' + harness_random(finder->state) % 10);
		while (changed->text[i] == digit || (i == 0 && changed->text[i] == '0'));
		changed->value = plain_number(changed->text) * scale;
		if (next < '0' || next > '9' || next == digit || (i == 0 && next == '0'))
			continue;
		struct typed *swapped = &variants[count++];
		memcpy(swapped->text, number.data, number.size + 1);
		swapped->text[i] = next;
		swapped->text[i + 1] = digit;
		swapped->value = plain_number(swapped->text) * scale;
	}
	return count;
}

static bool holds(const struct finder *finder, uint32_t begin, uint32_t end, const char *const *words)
{
	return begin < end && article_holds_any(finder->article, (struct span){begin, end}, words);
}

/* Parts of a whole: the figures of its unit that follow, or stand before it. */
static void add_sum(struct finder *finder, const struct figure *whole, const struct figure *const *parts, size_t count)
{
	double sum = 0, half = half_place(finder, whole);
	struct typed variants[VARIANTS];
	for (size_t i = 0; i < count; i++) {
		sum += value_of(parts[i]);
		half += half_place(finder, parts[i]);
	}
	for (size_t i = 0; i <= count; i++) {
		const struct figure *figure = i < count ? parts[i] : whole;
		const struct figure *other = i < count ? whole : parts[0];
		size_t many = vary(finder, figure, variants);
		for (size_t j = 0; j < many; j++) {
			double change = (variants[j].value - value_of(figure)) * (i < count ? 1 : -1);
			if (fabs(sum + change - value_of(whole)) > half * 1.01 + 1e-9 * sum)
				add(finder, RELATION_SUM, figure->number, other->span.begin, variants[j].text);
		}
	}
}

static bool is_part(const struct finder *finder, const struct figure *whole, const struct figure *part)
{
	return is_exact(part) && part->measure != UNIT_SHARE && same_text(finder, part->unit, whole->unit) && value_of(part) < value_of(whole);
}

static void find_sum(struct finder *finder, uint32_t first)
{
	static const char *const openers[] = {"其中", "包括", "分别", "分別", "：", "由", "分为", "分為", NULL};
	static const char *const totals[] = {"共", "合计", "合計", "总计", "總計", "总数", "總數", "全", "合", NULL};
	const struct article *article = finder->article;
	const struct figure *whole = figure_of(finder, first), *parts[PARTS];
	const struct span *paragraph = &article->paragraphs[article_paragraph_at(article, whole->span.begin)].span;
	size_t count = 0;
	double sum = 0, half = half_place(finder, whole);
	if (!is_exact(whole) || whole->measure == UNIT_NONE || whole->measure == UNIT_SHARE || value_of(whole) < 4)
		return;
	for (uint32_t i = first + 1; i < article->figure_count && count < PARTS && figure_of(finder, i)->span.begin < whole->span.end + REACH; i++) {
		const struct figure *part = figure_of(finder, i);
		if (part->span.begin >= paragraph->end)
			break;
		if (!is_part(finder, whole, part))
			continue;
		parts[count++] = part;
		sum += value_of(part);
		half += half_place(finder, part);
		if (count >= 2 && fabs(sum - value_of(whole)) <= half * 1.01 + 1e-9 * sum) {
			if (holds(finder, whole->span.end, parts[0]->span.begin, openers))
				add_sum(finder, whole, parts, count);
			return;
		}
	}
	count = 0, sum = 0, half = half_place(finder, whole);
	if (!holds(finder, article_back(article, whole->span.begin, TAIL), whole->span.begin, totals))
		return;
	for (uint32_t i = first; i-- > 0 && count < PARTS && figure_of(finder, i)->span.begin + REACH > whole->span.begin;) {
		const struct figure *part = figure_of(finder, i);
		if (part->span.begin < paragraph->begin || !is_part(finder, whole, part))
			break;
		parts[count++] = part;
		sum += value_of(part);
		half += half_place(finder, part);
		if (count >= 2 && fabs(sum - value_of(whole)) <= half * 1.01 + 1e-9 * sum) {
			add_sum(finder, whole, parts, count);
			return;
		}
	}
}

/* Shares of one sentence that make the whole: with one of them greater they make more than all. */
static void find_shares(struct finder *finder, uint32_t first)
{
	const struct article *article = finder->article;
	const struct figure *shares[PARTS];
	size_t count = 0;
	double sum = 0, half = 0;
	uint32_t end = article->sentences[article_sentence_at(article, figure_of(finder, first)->span.begin)].span.end;
	for (uint32_t i = first; i < article->figure_count && count < PARTS && figure_of(finder, i)->span.begin < end; i++) {
		const struct figure *share = figure_of(finder, i);
		if (!is_exact(share) || share->divisor != 100)
			continue;
		shares[count++] = share;
		sum += value_of(share);
		half += half_place(finder, share);
	}
	if (count < 2 || fabs(sum - 1) > half * 1.01)
		return;
	for (size_t i = 0; i < count; i++) {
		struct typed variants[VARIANTS];
		size_t many = vary(finder, shares[i], variants);
		for (size_t j = 0; j < many; j++)
			if (sum + variants[j].value - value_of(shares[i]) > 1 + half * 1.01)
				add(finder, RELATION_SHARES, shares[i]->number, shares[i ? 0 : 1]->span.begin, variants[j].text);
	}
}

struct change {
	const struct figure *from, *to, *rate;
	double sign;
	bool share; /* the rate is a share of the first value, otherwise a difference */
};

/* Can the three numbers be true within their rounding? */
static bool change_holds(const struct finder *finder, const struct change *change, double from, double to, double rate)
{
	double from_half = half_place(finder, change->from), to_half = half_place(finder, change->to), half = half_place(finder, change->rate);
	double least = to - to_half - (from + from_half), most = to + to_half - (from - from_half);
	if (change->share) {
		if (from - from_half <= 0)
			return true;
		least = (to - to_half) / (from + from_half) - 1;
		most = (to + to_half) / (from - from_half) - 1;
	}
	double low = change->sign > 0 ? least : -most, high = change->sign > 0 ? most : -least;
	return rate + half * 1.01 + 1e-9 >= low && rate - half * 1.01 - 1e-9 <= high;
}

static void add_change(struct finder *finder, const struct change *change)
{
	const struct figure *all[] = {change->from, change->to, change->rate};
	for (size_t i = 0; i < 3; i++) {
		struct typed variants[VARIANTS];
		size_t many = vary(finder, all[i], variants);
		for (size_t j = 0; j < many; j++) {
			double values[] = {value_of(all[0]), value_of(all[1]), value_of(all[2])};
			values[i] = variants[j].value;
			if (!change_holds(finder, change, values[0], values[1], values[2]))
				add(finder, RELATION_CHANGE, all[i]->number, all[i == 2 ? 0 : 2]->span.begin, variants[j].text);
		}
	}
}

static void find_change(struct finder *finder, uint32_t last)
{
	static const char *const up[] = {"增长", "增長", "增加", "上升", "提高", "增幅", "多", "上涨", "上漲", "成長", "成长", NULL};
	static const char *const down[] = {"下降", "减少", "減少", "降低", "降幅", "跌", "少", NULL};
	const struct article *article = finder->article;
	const struct figure *rate = figure_of(finder, last), *ends[2] = {NULL, NULL};
	struct change change = {.rate = rate, .share = rate->divisor == 100};
	uint32_t begin = article->sentences[article_sentence_at(article, rate->span.begin)].span.begin;
	uint32_t tail = article_back(article, rate->span.begin, 4);
	if (!is_exact(rate) || rate->measure == UNIT_NONE)
		return;
	if (holds(finder, tail, rate->span.begin, up))
		change.sign = 1;
	else if (holds(finder, tail, rate->span.begin, down))
		change.sign = -1;
	else
		return;
	for (uint32_t i = last; i-- > 0 && figure_of(finder, i)->span.begin >= begin && !ends[0];) {
		const struct figure *figure = figure_of(finder, i);
		bool fits = change.share ? figure->measure != UNIT_SHARE : same_text(finder, figure->unit, rate->unit);
		if (!is_exact(figure) || figure->measure == UNIT_NONE || !fits || (ends[1] && !same_text(finder, figure->unit, ends[1]->unit)))
			continue;
		ends[ends[1] ? 0 : 1] = figure;
	}
	for (int turned = 0; ends[0] && turned < 2; turned++) {
		change.from = ends[turned];
		change.to = ends[!turned];
		double from = value_of(change.from), to = value_of(change.to);
		if ((to - from) * change.sign > 0 && change_holds(finder, &change, from, to, value_of(rate))) {
			add_change(finder, &change);
			return;
		}
	}
}

/* The items of A、B、C up to a position that is no 、: their ends in ENDS; 0 if one is empty. Brackets and quotes are skipped. */
static size_t items_after(const struct finder *finder, uint32_t at, uint32_t ends[PARTS])
{
	const struct article *article = finder->article;
	size_t count = 0;
	uint32_t depth = 0, begin = at;
	for (; at < article->end; at++) {
		uint32_t character = article->cp[at];
		depth += character_is_one_of(character, U"（“‘「『《");
		depth -= depth > 0 && character_is_one_of(character, U"）”’」』》");
		if (depth > 0 && character != '\n')
			continue;
		if (!character_is_one_of(character, U"、。；，：\n"))
			continue;
		if (at == begin || count == PARTS)
			return 0;
		ends[count++] = at;
		begin = at + 1;
		if (character != 0x3001)
			return character == 0x3002 || character == '\n' ? count : 0;
	}
	return 0;
}

static void add_count(struct finder *finder, const struct figure *count, uint32_t list, const uint32_t ends[PARTS], size_t items)
{
	struct typed variants[VARIANTS];
	size_t many = vary(finder, count, variants);
	double value = value_of(count);
	for (size_t i = 0; i < many; i++)
		if (fabs(variants[i].value - value) < 3 && variants[i].value >= 2)
			add(finder, RELATION_COUNT, count->number, list, variants[i].text);
	if (items < 3)
		return;
	add(finder, RELATION_COUNT, (struct span){ends[0] + 1, ends[1] + 1}, count->span.begin, "");
	/* One more of their kind: the beginning of the first with the end of the second. */
	uint32_t first = article_back(finder->article, ends[0], (ends[1] - ends[0] - 1)), second = ends[0] + 1;
	first = first < list ? list : first;
	struct str begin = text_of(finder, (struct span){first, first + (ends[0] - first + 1) / 2});
	struct str end = text_of(finder, (struct span){second + (ends[1] - second) / 2, ends[1]});
	struct str item = arena_format(finder->arena, "%.*s%.*s、", (int)begin.size, begin.data, (int)end.size, end.data);
	add(finder, RELATION_COUNT, (struct span){second, second}, count->span.begin, item.data);
}

static void find_count(struct finder *finder, uint32_t i)
{
	static const char *const open[] = {"等", "如", "包括", NULL};
	const struct article *article = finder->article;
	const struct figure *count = figure_of(finder, i);
	uint32_t at = count->span.end, ends[PARTS], limit = at + TAIL;
	int64_t integer;
	bool countable = count->measure == UNIT_COUNT || count->measure == UNIT_PERSON || count->measure == UNIT_NOUN;
	if (!is_exact(count) || !countable || !figure_integer(count, &integer) || integer < 2 || integer > 11)
		return;
	at = article_skip(article, at, limit < article->end ? limit : article->end, CLASSES_HAN);
	if (article->cp[at] == 0xFF1A) {
		size_t items = items_after(finder, at + 1, ends);
		if (items == (size_t)integer && !holds(finder, at, ends[items - 1], open))
			add_count(finder, count, at + 1, ends, items);
		return;
	}
	/* A、B、C三个: back to the stop before; what stands before A belongs to the first item. */
	uint32_t begin = count->span.begin;
	while (begin > article->begin && begin + REACH / 4 > count->span.begin && !character_is_one_of(article->cp[begin - 1], U"。；，：！？（“\n"))
		begin--;
	size_t items = 0;
	for (at = begin; at < count->span.begin; at++)
		if (article->cp[at] == 0x3001 && items < PARTS)
			ends[items++] = at;
	bool plain = article_count(article, (struct span){begin, count->span.begin}, CLASSES_HAN | CLASS_BIT(CLASS_INNER_STOP)) ==
		     count->span.begin - begin;
	if (items + 1 == (size_t)integer && items >= 2 && plain && !holds(finder, begin, count->span.begin, open)) {
		ends[items] = count->span.begin;
		add_count(finder, count, begin, ends, items + 1);
	}
}

static int64_t year_of_article(const struct article *article)
{
	for (uint32_t i = 0; i < article->figure_count; i++)
		if (article->figures[i].kind == FIGURE_DATE && figure_month(&article->figures[i]) && figure_year(&article->figures[i]))
			return figure_year(&article->figures[i]);
	return 0;
}

/* The digits before 日 and those before 月 of a date in figures. */
static bool date_digits(const struct article *article, const struct figure *date, struct span *month, struct span *day)
{
	uint64_t digit = CLASS_BIT(CLASS_DIGIT);
	if (!character_is_one_of(article->cp[date->span.end - 1], U"日号號"))
		return false;
	day->end = date->span.end - 1;
	day->begin = article_skip_back(article, day->end, date->span.begin, digit);
	if (article->cp[day->begin - 1] != 0x6708)
		return false;
	month->end = day->begin - 1;
	month->begin = article_skip_back(article, month->end, date->span.begin, digit);
	return day->end > day->begin && month->end > month->begin;
}

static void add_number(struct finder *finder, enum relation relation, struct span span, uint32_t other, int number)
{
	add(finder, relation, span, other, arena_format(finder->arena, "%d", number).data);
}

/* （星期三）, （三）, 周三 right behind a date: 1 to 7, and where the character stands; 0: none. */
static int weekday_behind(const struct article *article, uint32_t at, uint32_t *place)
{
	bool bracket = article->cp[at] == 0xFF08 || article->cp[at] == '(';
	at += bracket || article->cp[at] == ' ';
	if (article_starts(article, at, "星期") || article_starts(article, at, "礼拜") || article_starts(article, at, "禮拜"))
		at += 2;
	else if (character_is_one_of(article->cp[at], U"周週"))
		at++;
	else if (!bracket || !character_is_one_of(article->cp[at + 1], U"）)"))
		return 0;
	*place = at;
	int64_t number = character_numeral(article->cp[at]);
	return character_is_one_of(article->cp[at], U"日天") ? 7 : number >= 1 && number <= 6 ? (int)number : 0;
}

static void find_date(struct finder *finder, uint32_t i)
{
	const struct article *article = finder->article;
	const struct figure *date = figure_of(finder, i);
	struct span month, day;
	if (date->kind != FIGURE_DATE || date->flags || !figure_month(date) || !date_digits(article, date, &month, &day))
		return;
	int64_t year = figure_year(date);
	int last = calendar_days_in_month(year, figure_month(date));
	add_number(finder, RELATION_DAY, day, month.begin, figure_month(date) == 2 ? 30 : last + 1);
	add_number(finder, RELATION_DAY, month, day.begin, 13);
	uint32_t name = 0;
	year = year ? year : year_of_article(article);
	int weekday = weekday_behind(article, date->span.end, &name);
	if (!year || !weekday || !calendar_is_day(year, figure_month(date), figure_day(date)) ||
		calendar_weekday(year, figure_month(date), figure_day(date)) != weekday)
		return;
	static const char *const names[] = {"日", "一", "二", "三", "四", "五", "六", "日", "一"};
	add(finder, RELATION_WEEKDAY, (struct span){name, name + 1}, date->span.begin, names[weekday - 1]);
	add(finder, RELATION_WEEKDAY, (struct span){name, name + 1}, date->span.begin, names[weekday + 1]);
	for (int moved = figure_day(date) - 2; moved <= figure_day(date) + 2; moved++)
		if (moved != figure_day(date) && calendar_is_day(year, figure_month(date), moved))
			add_number(finder, RELATION_WEEKDAY, day, name, moved);
}

/* 5月6日电 … 今天（6日）: the date line is in the first paragraphs. */
static void find_today(struct finder *finder, uint32_t i)
{
	static const char *const words[] = {"今天（", "今日（", "昨天（", "昨日（", "明天（", NULL}, *const lines[] = {"电", "讯", "訊", "電", "报道",
													     "報導", NULL};
	const struct article *article = finder->article;
	const struct figure *today = figure_of(finder, i);
	if (today->kind != FIGURE_DATE || figure_month(today) || !article_ends_any(article, today->span.begin, words))
		return;
	int step = article->cp[today->span.begin - 3] == 0x6628 ? -1 : article->cp[today->span.begin - 3] == 0x660E ? 1 : 0;
	for (uint32_t j = 0; j < i; j++) {
		const struct figure *line = figure_of(finder, j);
		if (line->kind != FIGURE_DATE || !figure_day(line) || !figure_month(line) || !article_starts_any(article, line->span.end, lines))
			continue;
		if (figure_day(line) + step == figure_day(today))
			for (int moved = figure_day(today) + 1; moved <= figure_day(today) + 2; moved++)
				add_number(finder, RELATION_TODAY, today->number, line->span.begin, moved);
		return;
	}
}

static void find_time(struct finder *finder, uint32_t i)
{
	static const char *const mornings[] = {"上午", "早上", "清晨", NULL};
	const struct article *article = finder->article;
	const struct figure *time = figure_of(finder, i);
	uint32_t begin = time->span.begin, end = article_skip(article, begin, time->span.end, CLASS_BIT(CLASS_DIGIT));
	struct span hour = {begin, end};
	/* A score such as 23:25 may look like a time: meetings begin at full five minutes. */
	if (time->kind != FIGURE_TIME || end == begin || end - begin > 2 || figure_minute(time) % 5 != 0 ||
		(i > 0 && figure_of(finder, i - 1)->kind == FIGURE_SCORE))
		return;
	if (article->cp[end] == ':' && article->cls[end + 1] == CLASS_DIGIT)
		add_number(finder, RELATION_TIME, (struct span){end + 1, end + 2}, begin, 6 + (int)(harness_random(finder->state) % 4));
	else
		add_number(finder, RELATION_TIME, hour, begin, 25 + (int)(harness_random(finder->state) % 4));
	if (article_ends_any(article, begin, mornings) && figure_hour(time) >= 5 && figure_hour(time) <= 11)
		add_number(finder, RELATION_TIME, hour, begin - 1, figure_hour(time) + 12);
}

static void find_title(struct finder *finder, uint32_t i)
{
	const struct article *article = finder->article;
	const struct figure *title = figure_of(finder, i);
	uint32_t paragraph = article_paragraph_at(article, title->span.begin);
	if (article->paragraphs[paragraph].role != ROLE_TITLE || !is_exact(title) || title->measure == UNIT_NONE || title->measure == UNIT_DURATION)
		return;
	for (uint32_t j = i + 1; j < article->figure_count; j++) {
		const struct figure *body = figure_of(finder, j);
		struct span noun = {title->noun.begin, title->noun.begin + 2}, same = {body->noun.begin, body->noun.begin + 2};
		bool telling = span_length(title->noun) < 2 || span_length(body->noun) < 2 || same_text(finder, noun, same);
		if (!is_exact(body) || value_of(body) != value_of(title) || !same_text(finder, body->unit, title->unit) || !telling)
			continue;
		struct typed variants[VARIANTS];
		size_t many = vary(finder, title, variants);
		for (size_t k = 0; k < many; k++)
			add(finder, RELATION_TITLE, title->number, body->span.begin, variants[k].text);
		return;
	}
}

static const struct figure *marker_beside(const struct finder *finder, uint32_t i, int step)
{
	const struct figure *marker = figure_of(finder, i);
	for (uint32_t j = i + (uint32_t)step; j < finder->article->figure_count; j += (uint32_t)step)
		if (figure_of(finder, j)->kind == FIGURE_MARKER && figure_of(finder, j)->form == marker->form)
			return figure_of(finder, j);
	return NULL;
}

static void find_marker(struct finder *finder, uint32_t i)
{
	const struct figure *marker = figure_of(finder, i);
	if (marker->kind != FIGURE_MARKER || marker->form == FORM_CIRCLED)
		return;
	const struct figure *before = marker_beside(finder, i, -1), *after = marker_beside(finder, i, 1);
	double value = value_of(marker);
	struct typed variants[VARIANTS];
	bool in_row = before && after && value_of(before) == value - 1 && value_of(after) == value + 1;
	size_t many = in_row ? vary(finder, marker, variants) : 0;
	for (size_t j = 0; j < many; j++)
		if (fabs(variants[j].value - value) <= 1 && variants[j].value >= 1)
			add(finder, RELATION_MARKER, marker->number, before->span.begin, variants[j].text);
}

static void find_range(struct finder *finder, uint32_t i)
{
	const struct article *article = finder->article;
	if (i + 1 >= article->figure_count)
		return;
	const struct figure *first = figure_of(finder, i), *second = figure_of(finder, i + 1);
	struct span low = first->number, high = second->number, month;
	if (first->flags != FIGURE_RANGE_BEGIN || second->flags != FIGURE_RANGE_END || first->kind != second->kind)
		return;
	if (first->kind == FIGURE_DATE) {
		bool same_month = !figure_month(second) || figure_month(first) == figure_month(second);
		if (!same_month || figure_year(second) || !date_digits(article, first, &month, &low) || figure_day(first) >= figure_day(second))
			return;
		high.end = second->span.end - 1;
		high.begin = article_skip_back(article, high.end, second->span.begin, CLASS_BIT(CLASS_DIGIT));
	} else if (first->kind != FIGURE_CARDINAL || !first->value.known || !second->value.known || value_of(first) >= value_of(second) ||
		   (first->divisor != second->divisor && first->unit.end > first->unit.begin) || second->measure == UNIT_NONE) {
		return;
	}
	struct str a = text_of(finder, low), b = text_of(finder, high), between = text_of(finder, (struct span){low.end, high.begin});
	struct str turned = arena_format(finder->arena, "%.*s%.*s%.*s", (int)b.size, b.data, (int)between.size, between.data, (int)a.size, a.data);
	add(finder, RELATION_RANGE, (struct span){low.begin, high.end}, low.begin, turned.data);
}

void relations_find(struct str source, struct slips *slips, struct arena *arena, uint64_t *state)
{
	struct article_builder *builder = article_builder_new(arena, "relations.txt", source);
	article_builder_text(builder, 0, source.size);
	struct article *article = article_builder_finish(builder, VARIANT_NONE);
	article_build_paragraphs(article);
	article_build_sentences(article);
	article_build_pairs(article);
	article_build_figures(article, NULL);
	struct finder finder = {article, slips, arena, state};
	static void (*const finders[])(struct finder *, uint32_t) = {
		find_count, find_sum, find_shares, find_change, find_date, find_today, find_time, find_title, find_marker, find_range};
	for (uint32_t i = 0; i < article->figure_count; i++)
		for (size_t j = 0; j < sizeof finders / sizeof *finders; j++)
			finders[j](&finder, i);
}
