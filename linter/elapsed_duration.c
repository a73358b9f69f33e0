/* elapsed_duration: days, months, years and hours between two points. */
#include "calendar.h"
#include "elapsed_p.h"
#include "rounding.h"

enum { GAP = 16, NEAR = 8, SOURCE = 4, EVENT = 14, MINUTES_OF_NOON = 720, MINUTES_OF_DAY = 1440, SLACK = 15, REST = 120 };

enum unit { UNIT_NO_TIME, UNIT_MINUTE, UNIT_HOUR, UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR };

static enum unit unit_of(const struct article *article, struct span unit)
{
	static const char *const words[][8] = {
		[UNIT_MINUTE] = {"分钟", "分鐘", NULL},
		[UNIT_HOUR] = {"小时", "小時", "个小时", "個小時", "钟头", "鐘頭", NULL},
		[UNIT_DAY] = {"天", "日", NULL},
		[UNIT_WEEK] = {"周", "週", "个星期", "個星期", "星期", "个礼拜", "個禮拜", NULL},
		[UNIT_MONTH] = {"个月", "個月", NULL},
		[UNIT_YEAR] = {"年", "年间", "年間", NULL},
	};
	for (enum unit kind = UNIT_MINUTE; kind <= UNIT_YEAR; kind++)
		if (article_is_any(article, unit, words[kind]))
			return kind;
	return UNIT_NO_TIME;
}

static int64_t smaller(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static bool set(struct elapsed *elapsed, int64_t low, int64_t high, int64_t exact)
{
	if (low < 0)
		low = 0;
	elapsed_set(elapsed, low, high, exact);
	return true;
}

static bool set_days(struct elapsed *elapsed, enum unit unit, int64_t days)
{
	switch (unit) {
	case UNIT_DAY: return set(elapsed, days, days + 1, days + 1);
	case UNIT_WEEK: return set(elapsed, days / 7, (days + 7) / 7, (days + 1) / 7);
	case UNIT_MONTH: return set(elapsed, days / 31, (days + 28) / 28, (days + 1) / 30);
	case UNIT_YEAR: return set(elapsed, days / 366, (days + 365) / 365, (days + 1) / 365);
	default: return false;
	}
}

/* Two dates. Without years they are of one year, and 29 February may be between them; a date may take its month from the first. */
static bool between_dates(const struct article *article, const struct figure *from, const struct figure *to, enum unit unit, struct elapsed *elapsed)
{
	int64_t years[2] = {elapsed_year(article, from), elapsed_year(article, to)};
	int months[2] = {figure_month(from), figure_month(to)}, days[2] = {figure_day(from), figure_day(to)};
	if (((from->flags | to->flags) & FIGURE_OTHER_CALENDAR) && (years[0] == 0 || years[1] == 0))
		return false;
	if (years[1] == 0) {
		years[1] = years[0];
		months[1] = months[1] ? months[1] : months[0];
	}
	if (years[0] == 0 && years[1] != 0)
		return false;
	if (days[0] && days[1] && months[0] && months[1]) {
		bool leap = years[0] == 0 && months[0] <= 2 && months[1] > 2;
		int64_t of = years[0] ? 0 : 2023;
		if (!calendar_is_day(years[0] + of, months[0], days[0]) || !calendar_is_day(years[1] + of, months[1], days[1]) ||
			years[0] > 9999 - of)
			return false;
		int64_t first = calendar_day_number(years[0] + of, months[0], days[0]), last = calendar_day_number(years[1] + of, months[1], days[1]);
		if (last <= first || !set_days(elapsed, unit, last - first))
			return false;
		if (leap && unit == UNIT_DAY)
			elapsed->high = decimal_add(elapsed->high, decimal_make(1, 0));
		return true;
	}
	if (months[0] && months[1] && !days[0] && !days[1] && (unit == UNIT_MONTH || (unit == UNIT_YEAR && years[0]))) {
		int64_t count = (years[1] - years[0]) * 12 + months[1] - months[0];
		return count > 0 && (unit == UNIT_MONTH ? set(elapsed, count, count + 1, count + 1)
							: set(elapsed, count / 12, (count + 12) / 12, (count + 1) / 12));
	}
	return years[0] && years[1] > years[0] && unit == UNIT_YEAR &&
	       set(elapsed, years[1] - years[0] - 1, years[1] - years[0] + 1, years[1] - years[0]);
}

/* Two times of a day. After noon hours may count from noon, and a rest at noon may be left out. */
static bool between_times(const struct article *article, const struct figure *from, const struct figure *to, enum unit unit, struct elapsed *elapsed)
{
	static const char *const after_noon[] = {"下午", "晚上", "傍晚", "晚", "中午", "夜", "凌晨", NULL};
	int64_t first = figure_hour(from) * 60 + figure_minute(from), last = figure_hour(to) * 60 + figure_minute(to);
	bool told = article_ends_any(article, to->span.begin, after_noon), told_first = article_ends_any(article, from->span.begin, after_noon);
	if ((unit != UNIT_HOUR && unit != UNIT_MINUTE) || first >= MINUTES_OF_DAY || last > MINUTES_OF_DAY)
		return false;
	if (told && !told_first && first <= MINUTES_OF_NOON && last < MINUTES_OF_NOON)
		last += MINUTES_OF_NOON;
	if (last <= first)
		return false;
	int64_t minutes = last - first, low = minutes, high = minutes;
	bool noon = first < MINUTES_OF_NOON && last > MINUTES_OF_NOON;
	low -= noon ? smaller(REST, minutes) : 0;
	if (unit == UNIT_MINUTE)
		return set(elapsed, low, high, minutes);
	struct decimal sixty = decimal_make(60, 0);
	int64_t slack = elapsed->stated->value.exponent < 0 ? SLACK / 3 : SLACK;
	elapsed->low = rounding_quotient(decimal_make(low > slack ? low - slack : 0, 0), sixty, 2);
	elapsed->high = rounding_quotient(decimal_make(high + slack, 0), sixty, 2);
	elapsed->exact = rounding_quotient(decimal_make(minutes, 0), sixty, 2);
	return true;
}

static bool between(const struct article *article, const struct figure *from, const struct figure *to, struct elapsed *elapsed)
{
	enum unit unit = unit_of(article, elapsed->stated->unit);
	elapsed->begin = from->span;
	elapsed->end = to->span;
	if (unit == UNIT_NO_TIME || from->kind != to->kind || !from->value.known || !to->value.known)
		return false;
	if (from->kind == FIGURE_TIME)
		return between_times(article, from, to, unit, elapsed);
	return from->kind == FIGURE_DATE && between_dates(article, from, to, unit, elapsed);
}

static const char *const linking[] = {"，", ",", "（", "(", "）", ")", "共", "共计", "共計", "历时", "歷時", "为期", "為期", "长达", "長達", "前后",
	"前後", "整整", "一共", "总共", "總共", "持续", "持續", "了", "期间", "期間", "的", "间", "間", "止", "计", "計", "任期", "工期", "展期",
	"会期", "會期", "时长", "時長", "全长", "全長", "全程", "总时长", "總時長", "用时", "用時", "耗时", "耗時", "：", ":", "即", "在位", "执政",
	"執政", "任职", "任職", "为", "為", "达", "達", "足足", "合计", "合計", "连续", "連續", "举行", "舉行", "进行", "進行", "在任", "假期",
	"放假", "休假", "时间", "時間", "工作", "总工期", "總工期", "从", "從", "自", "由", "于", "於", "在", "开展", "開展", "展出", "施工", "建设",
	"建設", "执教", "執教", "任教", " ", "这", "這", "历经", "歷經", "经过", "經過", "跨越", "他", "她", "其", "先后", "先後", "曾", NULL};

/* Do only such words stand in a gap? */
static bool is_linked(const struct article *article, uint32_t at, uint32_t end)
{
	if (end < at || end > at + GAP)
		return false;
	for (uint32_t length; at < end && (length = article_longest_at(article, at, linking)) > 0;)
		at += length;
	return at == end;
}

/* 3月1日至5月9日整修，历时70天: what was done may stand before a comma. */
static bool is_linked_by_verb(const struct article *article, uint32_t at, uint32_t end)
{
	uint32_t comma = article_skip(article, at, end, CLASSES_HAN & ~CLASS_BIT(CLASS_HAN_NUMERAL));
	return comma < end && comma <= at + NEAR && character_is_one_of(article->cp[comma], U"，,") && is_linked(article, comma + 1, end);
}

/* 上午9时至下午3时 is a range too. */
static bool is_range(const struct article *article, const struct figure *first)
{
	static const char *const halves[] = {"下午", "晚上", "中午", "傍晚", "当晚", "當晚", "晚", NULL};
	uint32_t at = first[1].span.begin;
	if ((first->flags & FIGURE_RANGE_BEGIN) && (first[1].flags & FIGURE_RANGE_END))
		return true;
	/* 从9月1日开到9月3日 */
	if ((first->kind == FIGURE_DATE || first->kind == FIGURE_TIME) && first[1].kind == first->kind && at <= first->span.end + SOURCE &&
		character_is_one_of(article->cp[at - 1], U"至到") && character_is_one_of(article->cp[first->span.begin - 1], U"从從自由"))
		return article_skip(article, first->span.end, at, CLASSES_HAN) == at;
	if (first->kind != FIGURE_TIME || first[1].kind != FIGURE_TIME || !article_ends_any(article, at, halves))
		return false;
	at -= at - first->span.end > 2 ? 2 : 1;
	return at == first->span.end + 1 && character_is_one_of(article->cp[at - 1], U"至到—－～-");
}

static const char *const lasting[] = {"历时", "歷時", "为期", "為期", "长达", "長達", "共", "共计", "共計", "工期", "展期", "会期", "會期", "时长",
	"時長", "任期", "假期", "用时", "用時", "耗时", "耗時", "全程", "放假", "持续", "持續", "持续了", "持續了", "前后", "前後", "前后历时",
	"整整", "干了", "幹了", "工作了", "服务了", "服務了", "用了", NULL};

/* 2010年开工，2020年竣工: a date of beginning, and after a comma one of ending. */
static bool is_span_of_work(const struct article *article, const struct figure *first)
{
	static const char *const begins[] = {"开工", "開工", "动工", "動工", "始建", "开始", "開始", "启动", "啟動", "兴建", "興建", "破土", "奠基",
		"动笔", "動筆", "开建", "開建", "施工", "起草", "立项", "立項", "进厂", "進廠", "入职", "入職", "任教", "从教", "從教", "参军",
		"參軍", "入伍", "就任", "上任", "到任", "开拍", "開拍", "开机", "開機", NULL};
	static const char *const ends[] = {"竣工", "建成", "完工", "完成", "落成", "通车", "通車", "结束", "結束", "投产", "投產", "投入使用", "告竣",
		"交付", "出版", "问世", "問世", "启用", "啟用", "开馆", "開館", "杀青", "殺青", "定稿", "贯通", "貫通", "封顶", "封頂", "退休",
		"离任", "離任", "退役", "离休", "離休", "卸任", "离职", "離職", NULL};
	const struct figure *second = first + 1;
	struct span one = {first->span.end, second->span.begin}, two = {second->span.end, article_ahead(article, second->span.end, EVENT)};
	uint64_t stops = CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_NEWLINE);
	bool begun = article_holds_any(article, one, begins) || article_ends(article, first->span.begin - 1, "始建");
	return span_length(one) <= EVENT && article_find(article, one.begin, one.end, stops) == one.end && begun &&
	       article_holds_any(article, two, ends);
}

/* 2010年开工，2020年竣工，历时8年 */
static bool ends_work(const struct article *article, const struct figure *stated)
{
	struct span gap = {stated[-1].span.end, stated->span.begin};
	return stated[-1].kind == FIGURE_DATE && stated[-2].kind == FIGURE_DATE && gap.end < gap.begin + GAP + EVENT &&
	       article_ends_any(article, gap.end, lasting) && is_span_of_work(article, stated - 2) &&
	       article_count(article, gap, CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_NEWLINE)) == 0;
}

bool elapsed_duration(const struct elapsed_walk *walk, uint32_t index, struct elapsed *elapsed)
{
	const struct article *article = walk->article;
	const struct figure *stated = elapsed->stated;
	if (stated->flags & (FIGURE_EACH | FIGURE_RANGE_BEGIN | FIGURE_RANGE_END))
		return false;
	uint32_t at = stated->span.begin;
	/* Further away neither links nor words of a work lead here. */
	bool near = index >= 2 && at < stated[-1].span.end + GAP + EVENT;
	if (near && is_range(article, stated - 2) &&
		(is_linked(article, stated[-1].span.end, at) ||
			(article_ends_any(article, at, lasting) && is_linked_by_verb(article, stated[-1].span.end, at))) &&
		!character_is_one_of(article->cp[stated->span.end], U"前后後内內"))
		return between(article, stated - 2, stated - 1, elapsed);
	if (index + 2 < article->figure_count && is_range(article, stated + 1) && article_ends_any(article, at, lasting) &&
		is_linked(article, stated->span.end, stated[1].span.begin))
		return between(article, stated + 1, stated + 2, elapsed);
	return near && ends_work(article, stated) && between(article, stated - 2, stated - 1, elapsed);
}
