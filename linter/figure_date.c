/* figure_date: dates and times with their words (GB/T 15835 4.1.3, 5.1). */
#include "figure_p.h"
#include "reign.h"

enum { YEAR_FIRST = 1000, YEAR_LAST = 2999, HOUR_HIGHEST = 99, BRANCHES_FIRST = 2 };

static bool value_within(const struct number *number, int64_t lowest, int64_t highest, int64_t *value)
{
	bool plain = number->well_formed && !number->fraction && !number->magnitude && !number->bare && number->style != FIGURE_MIXED;
	if (number->well_formed && number->style == FIGURE_HAN && !number->bare && !number->fraction)
		plain = true;
	return plain && !(number->flags & ~(unsigned)FIGURE_MINUS) && decimal_integer(number->value, value) && *value >= lowest && *value <= highest;
}

static uint32_t over_space(const struct article *article, uint32_t at)
{
	return at + (article->cp[at] == ' ' && article->cp[at + 1] != ' ');
}

static bool ends_with_any(const struct article *article, uint32_t at, const char *const *words)
{
	for (; *words; words++)
		if (article_ends(article, at, *words))
			return true;
	return false;
}

bool figure_before_christ(const struct article *article, uint32_t at)
{
	static const char *const words[] = {"公元前", "西元前", "纪元前", "紀元前", "（前", "(前", "—前", "～前", "－前", "-前", NULL};
	return article->cp[at - 1] == U'前' && ends_with_any(article, at, words);
}

static bool has_era(const struct article *article, uint32_t at)
{
	static const char *const words[] = {"公元", "西元", "民國", "民国", "公元后", "公元後", "西元後", NULL};
	uint32_t last = article->cp[at - 1];
	return ((last == U'元' || last == U'国' || last == U'國' || last == U'后' || last == U'後') && ends_with_any(article, at, words)) ||
	       figure_before_christ(article, at);
}

/* 农历, 回历1445年; but 公历 and 國曆 are the Gregorian calendar. */
static bool follows_calendar(const struct article *article, uint32_t at)
{
	static const char *const others[] = {"农历", "農曆", "阴历", "陰曆", "旧历", "舊曆", "夏历", "夏曆", "古历", "古曆", "回历", "回曆", "伊斯兰历",
		"伊斯蘭曆", "藏历", "藏曆", "傣历", "傣曆", "彝历", "彝曆", "佛历", "佛曆", "黄历", "黃曆", "皇历", "皇曆", "道历", "道曆", "儒略历",
		"儒略曆", "俄历", "俄曆", "犹太历", "猶太曆", "希伯来历", "希伯來曆", "波斯历", "波斯曆", "伊朗历", "伊朗曆", "和历", "和曆", "祖冲之历", "闰", "閏",
		NULL};
	static const char *const with_word[] = {"旧历年", "舊曆年", "农历的", "農曆的", NULL};
	at -= at > 0 && article->cp[at - 1] == ' ';
	uint32_t last = article->cp[at - 1];
	if (last == U'年' || last == U'的') /* before most months of a year */
		return is_among(article->cp[at - 2], U"历曆") && article_ends_any(article, at, with_word);
	return article_ends_any(article, at, others);
}

/* 甲辰年, 康熙三年, 令和5年 and 乾隆元年 before a month: no year that was read as a Gregorian one. */
static bool follows_other_year(const struct article *article, uint32_t at)
{
	uint32_t before = article->cp[at - 2];
	if (article->cp[at - 1] != U'年')
		return false;
	return before == U'元' || digit_value(before) >= 0 || character_numeral(before) >= 0 || sexagenary_at(article, at - 1 - BRANCHES_FIRST) >= 0;
}

static bool follows_era(const struct article *article, uint32_t at)
{
	return article_is_han(article, at - 1) && reign_before(article, at);
}

/* A number before 月 or 日: its value, and in *AT the position after that word. */
static bool part(const struct article *article, uint32_t *at, const char32_t *words, int64_t *value)
{
	uint32_t begin = over_space(article, *at);
	if (article->cls[begin] != CLASS_DIGIT && article->cls[begin] != CLASS_FULL_DIGIT && article->cls[begin] != CLASS_HAN_NUMERAL)
		return false;
	struct number number = number_at(article, begin);
	uint32_t word = over_space(article, number.end);
	for (; *words; words++) {
		if (article->cp[word] == *words && value_within(&number, 0, 99, value)) {
			*at = word + 1;
			return true;
		}
	}
	return false;
}

static bool is_year(const struct number *number, bool era, bool month_follows, int64_t *year)
{
	if (!value_within(number, 1, 9999, year))
		return false;
	bool four = number->digits == 4 && *year >= YEAR_FIRST && *year <= YEAR_LAST;
	bool digits = number->style == FIGURE_ARABIC || number->style == FIGURE_HAN_DIGITS;
	return four || era || (digits && month_follows && number->digits >= 2);
}

static void set_date(struct figure *figure, uint32_t end, int64_t year, int64_t month, int64_t day)
{
	figure->kind = FIGURE_DATE;
	figure->span.end = end;
	figure->value = decimal_make(year < 0 ? year * 10000 : year * 10000 + month * 100 + day, 0);
	figure->flags |= year < 0 ? FIGURE_MINUS : 0;
}

static bool year_date(const struct article *article, const struct number *number, uint32_t at, struct figure *figure)
{
	int64_t year, month = 0, day = 0;
	uint32_t end = at + 1, next = end;
	if (article->cp[end] == U'代') {
		set_date(figure, end + 1, 0, 0, 0);
		figure->value.known = false;
		return true;
	}
	bool era = has_era(article, number->begin);
	if (!era && number->digits < 2) /* 3年 is a length of time */
		return false;
	bool month_follows = part(article, &next, U"月", &month);
	if (!is_year(number, era, month_follows, &year))
		return false;
	if (month_follows) {
		end = next;
		if (part(article, &next, U"日号號", &day))
			end = next;
	}
	set_date(figure, end, figure_before_christ(article, number->begin) ? -year : year, month, day);
	if (follows_calendar(article, number->begin) || (year < YEAR_FIRST && follows_era(article, number->begin)))
		figure->flags |= FIGURE_OTHER_CALENDAR;
	return true;
}

/* 13月份 and 13月底 are no lengths of time. */
static bool names_month(const struct article *article, uint32_t at)
{
	static const char *const words[] = {"份", "上旬", "中旬", "下旬", "底", NULL};
	return article_starts_any(article, at, words);
}

static bool month_date(const struct article *article, const struct number *number, uint32_t at, struct figure *figure)
{
	int64_t month, day = 0;
	if (!value_within(number, 0, 99, &month))
		return false;
	uint32_t next = at + 1;
	bool day_follows = part(article, &next, U"日号號", &day);
	if (!day_follows && (month < 1 || (month > 12 && !names_month(article, next))))
		return false;
	set_date(figure, day_follows ? next : at + 1, 0, month, day);
	/* 八月十五, 二月初二 */
	bool lunar_day = !day_follows && number->style == FIGURE_HAN && (article->cp[next] == U'初' || article->cls[next] == CLASS_HAN_NUMERAL);
	if (lunar_day || follows_calendar(article, number->begin) || follows_other_year(article, number->begin))
		figure->flags |= FIGURE_OTHER_CALENDAR;
	return true;
}

static bool is_currency(uint32_t after)
{
	return after == U'元' || after == U'圓' || after == U'圆' || after == U'币' || after == U'幣';
}

bool figure_date(const struct article *article, const struct number *number, struct figure *figure)
{
	uint32_t at = number->style == FIGURE_ARABIC ? over_space(article, number->end) : number->end;
	int64_t day;
	switch (article->cp[at]) {
	case U'年': return year_date(article, number, at, figure);
	case U'月': return month_date(article, number, at, figure);
	case U'日':
		if (is_currency(article->cp[at + 1]) || !value_within(number, 1, 31, &day))
			return false;
		set_date(figure, at + 1, 0, 0, day);
		return true;
	case U'世':
		if ((article->cp[at + 1] != U'纪' && article->cp[at + 1] != U'紀') || !value_within(number, 1, 30, &day))
			return false;
		set_date(figure, at + 2, 0, 0, 0);
		figure->value.known = false;
		return true;
	default: return false;
	}
}

/* 三点 may be three points or three o'clock. */
static bool is_clock(const struct article *article, const struct number *number, uint32_t after)
{
	static const char *const times[] = {"午", "晚上", "早上", "晨", "晚", "夜", "早", "日", "夜里", "夜裡"};
	if (is_among(article->cp[after], U"半钟鐘整许許") || article_starts(article, after, "一刻") || article_starts(article, after, "三刻"))
		return true;
	for (uint32_t i = 0; i < sizeof times / sizeof *times; i++)
		if (article_ends(article, number->begin, times[i]))
			return true;
	uint32_t next = after;
	int64_t minutes;
	return part(article, &next, U"分", &minutes) && !is_among(article->cp[next], U"钟鐘之");
}

bool figure_time(const struct article *article, const struct number *number, struct figure *figure)
{
	uint32_t at = number->style == FIGURE_ARABIC ? over_space(article, number->end) : number->end, word = article->cp[at];
	int64_t hour, minute = 0, second = 0;
	bool point = word == U'点' || word == U'點';
	if ((!point && word != U'时' && word != U'時') || !value_within(number, 0, HOUR_HIGHEST, &hour))
		return false;
	if (point ? !is_clock(article, number, at + 1) : is_among(article->cp[at + 1], U"代期段间間速空候尚"))
		return false;
	uint32_t end = at + 1, next = end;
	if (part(article, &next, U"分", &minute) && !is_among(article->cp[next], U"钟鐘之")) {
		end = next;
		if (part(article, &next, U"秒", &second))
			end = next;
	} else if (article->cp[end] == U'半') {
		minute = 30;
		end++;
	} else if (article->cp[end] == U'钟' || article->cp[end] == U'鐘' || article->cp[end] == U'整') {
		end++;
	}
	figure->kind = FIGURE_TIME;
	figure->span.end = end;
	figure->value = decimal_make(hour * 10000 + minute * 100 + second, 0);
	return true;
}

/* The value of a date or time; 0: it has none. */
static int64_t packed(const struct figure *figure)
{
	int64_t value = figure->value.mantissa;
	if (!figure->value.known || figure->value.exponent < 0)
		return 0;
	for (int32_t zeros = figure->value.exponent; zeros > 0; zeros--)
		if (__builtin_mul_overflow(value, 10, &value))
			return 0;
	return value;
}

int64_t figure_year(const struct figure *date)
{
	return packed(date) / 10000;
}

int figure_month(const struct figure *date)
{
	int64_t value = packed(date);
	return value < 0 ? 0 : (int)(value / 100 % 100);
}

int figure_day(const struct figure *date)
{
	int64_t value = packed(date);
	return value < 0 ? 0 : (int)(value % 100);
}

int figure_hour(const struct figure *time)
{
	return (int)(packed(time) / 10000);
}

int figure_minute(const struct figure *time)
{
	return (int)(packed(time) / 100 % 100);
}

int figure_second(const struct figure *time)
{
	return (int)(packed(time) % 100);
}
