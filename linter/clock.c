/* clock: parts of the day, by their words. */
#include <uchar.h>

#include "clock.h"

enum { HOURS_LATE = 30, LABEL = 3, LOOK_BACK = 8, SENTENCE_REACH = 60 };

#define HOUR(hour) (UINT32_C(1) << (hour))
#define HOURS(first, last) ((HOUR((last) + 1) - 1) & ~(HOUR(first) - 1))

/* Hours that go with none of these words, and hours that say the word again. */
struct period {
	char32_t name[3];
	uint32_t wrong, twice;
};

static const struct period periods[] = {
	{U"上午", HOURS(13, 24), 0},
	{U"下午", HOURS(20, 24), HOURS(13, 19)},
	{U"午后", HOURS(20, 24), HOURS(13, 19)},
	{U"午後", HOURS(20, 24), HOURS(13, 19)},
	{U"凌晨", HOURS(10, 11) | HOURS(13, 23), 0},
	{U"清晨", HOURS(11, 24), 0},
	{U"清早", HOURS(11, 24), 0},
	{U"早晨", HOURS(12, 24), 0},
	{U"早上", HOURS(13, 24), 0},
	{U"今早", HOURS(13, 24), 0},
	{U"明早", HOURS(13, 24), 0},
	{U"中午", HOURS(4, 9) | HOURS(15, 24), 0},
	{U"傍晚", HOURS(9, 15) | HOURS(21, 24), 0},
	{U"晚上", HOURS(13, 16), 0},
	{U"晚间", HOURS(13, 16), 0},
	{U"晚間", HOURS(13, 16), 0},
	{U"今晚", HOURS(13, 16), 0},
	{U"明晚", HOURS(13, 16), 0},
	{U"昨晚", HOURS(13, 16), 0},
	{U"当晚", HOURS(13, 16), 0},
	{U"當晚", HOURS(13, 16), 0},
	{U"深夜", HOURS(13, 19), 0},
};

static const struct period *period_at(const struct article *article, uint32_t end)
{
	for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
		if (article->cp[end - 2] == periods[i].name[0] && article->cp[end - 1] == periods[i].name[1])
			return &periods[i];
	return NULL;
}

struct span clock_period_before(const struct article *article, uint32_t at)
{
	uint32_t end = at - (article->cp[at - 1] == ' ');
	return article_is_han(article, end - 1) && period_at(article, end) ? (struct span){end - 2, end} : (struct span){at, at};
}

enum clock_fit clock_period_fit(const struct article *article, struct span period, int hour)
{
	const struct period *found = span_length(period) ? period_at(article, period.end) : NULL;
	if (!found || hour < 0 || hour > 24)
		return CLOCK_FITS;
	return found->wrong & HOUR(hour) ? CLOCK_CONTRADICTS : found->twice & HOUR(hour) ? CLOCK_TWICE : CLOCK_FITS;
}

static int digit(uint32_t code_point)
{
	if (code_point >= '0' && code_point <= '9')
		return (int)(code_point - '0');
	return code_point >= U'０' && code_point <= U'９' ? (int)(code_point - U'０') : -1;
}

/* 8:75 and 25:30, with two digits after the colon. */
static bool read_colon(const struct article *article, struct span span, int *hour, int *minute)
{
	uint32_t colon = span.begin;
	*hour = *minute = 0;
	while (colon < span.end && colon < span.begin + 2 && digit(article->cp[colon]) >= 0)
		*hour = *hour * 10 + digit(article->cp[colon++]);
	if (colon == span.begin || (article->cp[colon] != ':' && article->cp[colon] != U'：') || span.end != colon + 3)
		return false;
	*minute = digit(article->cp[colon + 1]) * 10 + digit(article->cp[colon + 2]);
	return digit(article->cp[colon + 1]) >= 0 && digit(article->cp[colon + 2]) >= 0;
}

static bool is_dash(const struct article *article, uint32_t begin, uint32_t end)
{
	if (end - begin == 1 && character_is_one_of(article->cp[begin], U"至到"))
		return true;
	return begin < end && end - begin <= 3 && article_skip(article, begin, end, CLASS_BIT(CLASS_DASH) | CLASS_BIT(CLASS_SPACE)) == end;
}

/* A valid time, joined by a line: 8:30—9:75. */
static bool joins_time(const struct article *article, const struct figure *figure)
{
	const struct figure *end = article->figures + article->figure_count, *before = figure - 1, *after = figure + 1;
	bool left = figure > article->figures && before->kind == FIGURE_TIME && is_dash(article, before->span.end, figure->span.begin);
	bool right = after < end && after->kind == FIGURE_TIME && is_dash(article, figure->span.end, after->span.begin);
	return (left && figure_minute(before) < 60) || (right && figure_minute(after) < 60);
}

static bool follows_date(const struct article *article, const struct figure *figure)
{
	const struct figure *before = figure - 1;
	if (figure == article->figures || before->kind != FIGURE_DATE || figure_day(before) == 0)
		return false;
	uint32_t at = before->span.end;
	if (article->cp[at] == U'（' || article->cp[at] == '(') {
		at = article_find(article, at, article_ahead(article, at, LOOK_BACK), CLASSES_CLOSING);
		at++;
	}
	at += article->cp[at] == ' ';
	return at == figure->span.begin;
}

static bool is_among_words(const struct article *article, const struct figure *figure)
{
	static const char *const before[] = {"时间：", "時間：", "时间:", "時間:", "时间为", "時間為", "定于", "定於", "将于", "將於", "时间是", "時間是", "时间 ", NULL};
	static const char *const after[] = {"开始", "開始", "开会", "開會", "准时", "準時", "起", "整", "集合", "出发", "出發", "发车", "發車", "开演", "開演",
		"入场", "入場", "到达", "到達", "抵达", "抵達", "开门", "開門", "闭馆", "閉館", "关门", "關門", "开赛", "開賽", "开考", "開考", "前到", "以前",
		"左右", "许", "許", "结束", "結束", "恢复", "恢復", "举行", "舉行", "报到", "報到", "签到", "簽到", "关闭", "關閉",
		"停止", "截止", "登场", "登場", "谢幕", "謝幕", "收车", "收車", "熄灯", "熄燈", "上课", "上課", "下课", "下課", "考试", "考試", "召开", "召開", NULL};
	uint32_t next = figure->span.end + (article->cp[figure->span.end] == ' ');
	return article_ends_any(article, figure->span.begin, before) || article_starts_any(article, next, after);
}

static struct span near(const struct article *article, const struct figure *figure)
{
	struct span sentence = article->sentences[article_sentence_at(article, figure->span.begin)].span;
	uint32_t begin = article_back(article, figure->span.begin, SENTENCE_REACH), end = article_ahead(article, figure->span.end, SENTENCE_REACH);
	return (struct span){begin > sentence.begin ? begin : sentence.begin, end < sentence.end ? end : sentence.end};
}

static bool tells_score(const struct article *article, const struct figure *figure)
{
	static const char *const words[] = {"比分", "比赛结果", "比賽結果", "胜", "勝", "负", "負", "击败", "擊敗", "战平", "戰平", "领先", "領先", "落后", "落後",
		"比例", "比率", "配比", "稀释", "稀釋", "净胜", "淨勝", "得分", "扳", "追成", "场均", "完赛", "完賽", "用时", "用時", "成绩", "成績", "纪录",
		"紀錄", "配速", "时长", "時長", "片长", "片長", "章", "诗篇", "詩篇", "福音", "古兰", "古蘭", NULL};
	return article_holds_any(article, near(article, figure), words);
}

/* 历时25时30分, 得9点75分 */
static bool is_duration(const struct article *article, const struct figure *time)
{
	static const char *const words[] = {"历时", "歷時", "用时", "用時", "耗时", "耗時", "时长", "時長", "长达", "長達", "共", "总", "總", "累计", "累計",
		"历经", "歷經", "连续", "連續", "持续", "持續", "飞行", "飛行", "航行", "工时", "工時", "达", "達", "成绩", "成績", "得", "评", "評", "均",
		"第", "每", "超过", "超過", "需", "费时", "費時", "鏖战", "鏖戰", "经过", "經過", "赤经", "赤經", "差", "领先", "領先", NULL};
	uint32_t begin = article_back(article, time->span.begin, LOOK_BACK);
	begin = article_skip_back(article, time->span.begin, begin, ~(CLASSES_PAUSE | CLASS_BIT(CLASS_NEWLINE)));
	return begin < time->span.begin && article_holds_any(article, (struct span){begin, time->span.begin}, words);
}

/* 25时30分: a minute after the hour makes it a time. */
static bool has_minute(const struct article *article, const struct figure *figure)
{
	return article->cp[figure->span.end - 1] == U'分' || article->cp[figure->span.end - 1] == U'秒';
}

bool clock_is_time(const struct article *article, const struct figure *figure, int *hour, int *minute)
{
	if (figure->kind != FIGURE_TIME && figure->kind != FIGURE_SCORE)
		return false;
	bool words = figure->kind == FIGURE_TIME && digit(article->cp[figure->span.end - 1]) < 0;
	if (words) {
		*hour = figure_hour(figure);
		*minute = figure_minute(figure);
	} else if (!read_colon(article, figure->span, hour, minute)) {
		return false;
	}
	if (span_length(clock_period_before(article, figure->span.begin)) > 0)
		return true;
	if (words && is_duration(article, figure))
		return false;
	bool asked = joins_time(article, figure) || follows_date(article, figure) || is_among_words(article, figure);
	return (words && has_minute(article, figure)) || (asked && !tells_score(article, figure));
}

bool clock_is_late_programme(const struct article *article, const struct figure *time)
{
	static const char *const words[] = {"播出", "首播", "播放", "放送", "动画", "動畫", "番组", "番組", "电视", "電視", "深夜", "电台", "電台", "广播", "廣播",
		"日本", "东京", "東京", "大阪", "营业", "營業", "打烊", "居酒屋", "节目", "節目", NULL};
	return article->class_count[CLASS_KANA] > 0 || article_holds_any(article, near(article, time), words);
}
