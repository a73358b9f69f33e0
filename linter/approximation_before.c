/* approximation_before: marks before a number. */
#include <uchar.h>

#include "approximation.h"
#include "clause.h"
#include "figure_p.h"
#include "word.h"

enum { GAP_LONGEST = 12, FAR_LONGEST = 8 };

/* What may stand between a mark and the number. */
enum reach {
	REACH_NONE,  /* nothing but 了 and a currency */
	REACH_LIGHT, /* 有, 需要, 在, 每人 … */
	REACH_FAR,   /* a few words */
};

#define FRONT(text, kind, reach) {text, sizeof text / sizeof(char32_t) - 1, kind, reach}

static const struct front {
	char32_t text[4];
	uint32_t length;
	enum approximation kind;
	enum reach reach;
} fronts[] = {
	/* Longer ones before those that they end in. */
	FRONT(U"大约", APPROXIMATION_ABOUT, REACH_FAR),
	FRONT(U"大約", APPROXIMATION_ABOUT, REACH_FAR),
	FRONT(U"约莫", APPROXIMATION_ABOUT, REACH_FAR),
	FRONT(U"約莫", APPROXIMATION_ABOUT, REACH_FAR),
	FRONT(U"约略", APPROXIMATION_ABOUT, REACH_LIGHT),
	FRONT(U"約略", APPROXIMATION_ABOUT, REACH_LIGHT),
	FRONT(U"约摸", APPROXIMATION_ABOUT, REACH_FAR),
	FRONT(U"約摸", APPROXIMATION_ABOUT, REACH_FAR),
	FRONT(U"约", APPROXIMATION_ABOUT, REACH_LIGHT),
	FRONT(U"約", APPROXIMATION_ABOUT, REACH_LIGHT),
	FRONT(U"将近", APPROXIMATION_NEAR, REACH_LIGHT),
	FRONT(U"將近", APPROXIMATION_NEAR, REACH_LIGHT),
	FRONT(U"接近", APPROXIMATION_NEAR, REACH_NONE),
	FRONT(U"近", APPROXIMATION_NEAR, REACH_NONE),
	FRONT(U"大概", APPROXIMATION_PERHAPS, REACH_FAR),
	FRONT(U"差不多", APPROXIMATION_PERHAPS, REACH_FAR),
	FRONT(U"大致", APPROXIMATION_PERHAPS, REACH_LIGHT),
	FRONT(U"不超过", APPROXIMATION_WITHIN, REACH_NONE),
	FRONT(U"不超過", APPROXIMATION_WITHIN, REACH_NONE),
	FRONT(U"不多于", APPROXIMATION_WITHIN, REACH_NONE),
	FRONT(U"不多於", APPROXIMATION_WITHIN, REACH_NONE),
	FRONT(U"不高于", APPROXIMATION_WITHIN, REACH_NONE),
	FRONT(U"不高於", APPROXIMATION_WITHIN, REACH_NONE),
	FRONT(U"不大于", APPROXIMATION_WITHIN, REACH_NONE),
	FRONT(U"不大於", APPROXIMATION_WITHIN, REACH_NONE),
	FRONT(U"不少于", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"不少於", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"不低于", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"不低於", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"不下于", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"不下於", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"不小于", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"不小於", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"不下", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"超过", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"超過", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"超", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"逾", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"多于", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"多於", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"大于", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"大於", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"高于", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"高於", APPROXIMATION_OVER, REACH_NONE),
	FRONT(U"至少", APPROXIMATION_LEAST, REACH_FAR),
	FRONT(U"最少", APPROXIMATION_LEAST, REACH_FAR),
	FRONT(U"起码", APPROXIMATION_LEAST, REACH_FAR),
	FRONT(U"起碼", APPROXIMATION_LEAST, REACH_FAR),
	FRONT(U"不到", APPROXIMATION_UNDER, REACH_NONE),
	FRONT(U"不足", APPROXIMATION_UNDER, REACH_NONE),
	FRONT(U"不满", APPROXIMATION_UNDER, REACH_NONE),
	FRONT(U"不滿", APPROXIMATION_UNDER, REACH_NONE),
	FRONT(U"未满", APPROXIMATION_UNDER, REACH_NONE),
	FRONT(U"未滿", APPROXIMATION_UNDER, REACH_NONE),
	FRONT(U"少于", APPROXIMATION_LESS, REACH_NONE),
	FRONT(U"少於", APPROXIMATION_LESS, REACH_NONE),
	FRONT(U"低于", APPROXIMATION_LESS, REACH_NONE),
	FRONT(U"低於", APPROXIMATION_LESS, REACH_NONE),
	FRONT(U"小于", APPROXIMATION_LESS, REACH_NONE),
	FRONT(U"小於", APPROXIMATION_LESS, REACH_NONE),
	FRONT(U"最多", APPROXIMATION_MOST, REACH_FAR),
	FRONT(U"至多", APPROXIMATION_MOST, REACH_FAR),
	FRONT(U"高达", APPROXIMATION_AS_MUCH, REACH_NONE),
	FRONT(U"高達", APPROXIMATION_AS_MUCH, REACH_NONE),
	FRONT(U"多达", APPROXIMATION_AS_MUCH, REACH_NONE),
	FRONT(U"多達", APPROXIMATION_AS_MUCH, REACH_NONE),
	FRONT(U"长达", APPROXIMATION_AS_MUCH, REACH_NONE),
	FRONT(U"長達", APPROXIMATION_AS_MUCH, REACH_NONE),
};

/* Does the text before a position end in it? */
static inline bool ends_in(const struct article *article, uint32_t end, const struct front *front)
{
	uint32_t length = front->length;
	for (uint32_t i = 1; i <= length; i++)
		if (article->cp[end - i] != front->text[length - i])
			return false;
	return true;
}

/* Does one of them end in this? Most characters before a number do not. */
static bool ends_front(uint32_t code_point)
{
	/* clang-format off */
	switch (code_point) {
	case U'约': case U'約': case U'莫': case U'略': case U'摸': case U'近': case U'概': case U'多': case U'致': case U'过': case U'過': case U'于': case U'於': case U'下':
	case U'超': case U'逾': case U'少': case U'码': case U'碼': case U'到': case U'足': case U'满': case U'滿': case U'达': case U'達':
		return true;
	default:
		return false;
	}
	/* clang-format on */
}

static const char *const currencies[] = {"人民币", "人民幣", "新台币", "新臺幣", "新台幣", "台币", "台幣", "臺幣", "港币", "港幣", "港元", "美元",
	"美金", "日币", "日幣", "欧元", "歐元", NULL};

static const char *const light_words[] = {"需要", "需时", "需時", "只需", "只有", "只要", "仅有", "僅有", "仅需", "僅需", "共有", "占到", "达到",
	"達到", "可达", "可達", "花费", "花費", "耗时", "耗時", "用时", "用時", "耗资", "耗資", "历时", "歷時", "相当于", "相當於", "等于", "等於",
	"每人", "每天", "每次", "每月", "每年", "每户", "每戶", "每公斤", "每斤", "每小时", "每小時", "每亩", "每畝", "每日", "每周", "每週", "每晚",
	"每台", "每件", "公元前", "公元", "西元前", "西元", "凌晨", "清晨", "早上", "上午", "中午", "下午", "傍晚", "晚上", "晚间", "晚間", "夜里",
	"夜裡", "深夜", "当天", "當天", "昨天", "今天", "昨日", "今日", "年满", "年滿", "应有", "應有", "应在", "應在", "须有", "須有", "应达",
	"應達", "要有", "得有", "要在", "提前", "推迟", "延长", "连续", "連續", "持续", "持續", "保留", "保持", "安排", "配备", "配備", "有", "为",
	"為", "是", "在", "于", "於", "占", "佔", "合", "需", "须", "須", "要", "得", "用", "达", "達", "共", "可", "能", "花", "重", "长", "長",
	"高", "宽", "寬", "深", "厚", "值", "卖", "賣", "应", "應", "了", "到", "过", "過", "住", "等", "只", "仅", "僅", "够", "夠", "交", "付",
	NULL};

/* Is all of the gap made of these words, spaces and signs of money? */
static bool gap_holds(const struct article *article, struct span gap, bool light)
{
	uint32_t at = gap.begin;
	while (at < gap.end) {
		uint32_t end = at + article_longest_at(article, at, currencies);
		if (end == at && light)
			end = at + article_longest_at(article, at, light_words);
		if (end == at && (article->cls[at] == CLASS_SPACE || is_among(article->cp[at], U"¥￥$＄€£") || (!light && article->cp[at] == U'了')))
			end++;
		if (end == at && article_starts(article, at, "US$"))
			end += 3;
		if (end == at || end > gap.end)
			return false;
		at = end;
	}
	return true;
}

/* Words in the gap that may take the mark for themselves: 大约半数学生在20岁左右. */
static bool gap_diverts(const struct article *article, struct span gap)
{
	for (uint32_t at = gap.begin; at < gap.end; at++)
		if (!article_is_han(article, at) || article->cls[at] == CLASS_HAN_NUMERAL ||
			is_among(article->cp[at], U"的些部多数數全各都们們和与與及或比"))
			return true;
	return false;
}

/* 约占总人口的70%左右: the object of 占 may be long. */
static bool gap_is_object(const struct article *article, struct span gap, const struct figure *figure)
{
	return figure->measure == UNIT_SHARE && is_among(article->cp[gap.begin], U"占佔") &&
	       article_count(article, gap, CLASSES_HAN) == span_length(gap) && article_count(article, gap, CLASS_BIT(CLASS_HAN_NUMERAL)) == 0;
}

static bool fits(const struct article *article, const struct front *front, const struct figure *figure, struct approximation_mark *mark, uint32_t at)
{
	struct span gap = {mark->span.end, at};
	/* 约了十多个朋友: to ask them to come */
	if (is_among(article->cp[gap.begin], U"了过過") && is_among(article->cp[mark->span.begin], U"约約"))
		return false;
	mark->apart = span_length(gap) > 0;
	if (gap_holds(article, gap, front->reach != REACH_NONE))
		return true;
	mark->far = true;
	if (front->reach != REACH_NONE && gap_is_object(article, gap, figure))
		return true;
	return front->reach == REACH_FAR && span_length(gap) <= FAR_LONGEST && !gap_diverts(article, gap);
}

/* 看不到, 达不到, 中超, 反超: the mark is part of a verb or name, whatever the dictionary says. */
static bool is_of_verb(const struct article *article, const struct approximation_mark *mark)
{
	uint32_t before = article->cp[mark->span.begin - 1];
	switch (article->cp[mark->span.begin]) {
	case U'不': return is_among(before, U"看想找达達得听聽买買见見做办辦收拿吃用碰遇意料估赶趕感等学學查跑走摸够夠说說赚賺活喝管来來止忍");
	case U'超': return span_length(mark->span) == 1 && is_among(before, U"中英赶趕反高领領意德法荷西日韩韓可不要别別");
	case U'逾': return is_among(before, U"不可");
	case U'近': return is_among(before, U"附最邻鄰临臨靠接相亲親远遠就逼走贴貼抵新切浅淺凑湊挨傍左右地镇鎮");
	case U'约':
	case U'約': return is_among(before, U"条條公节節预預合签簽契相制违違盟邀特失践踐誓毁毀续續解履婚简簡隐隱纽紐爽赴立订訂");
	default: return false;
	}
}

/* The mark is a word of the best segmentation, or the beginning of one that goes on with what may stand in the gap (约为, 大约有). */
static bool is_word(const struct article *article, const struct data *data, struct arena *scratch, const struct approximation_mark *mark,
	uint32_t begin, uint32_t at)
{
	struct word *words;
	arena_clear(scratch);
	uint32_t count = word_segment(data, article, (struct span){begin, at}, scratch, &words);
	for (uint32_t i = 0; i < count; i++) {
		if (words[i].span.end <= mark->span.begin)
			continue;
		if (words[i].span.begin != mark->span.begin)
			return words[i].span.end == mark->span.end &&
			       (mark->span.begin - words[i].span.begin > 1 ||
				       is_among(article->cp[words[i].span.begin], U"年共只有已大总總需歷历仅僅高长長重")); /* 全长约 */
		return words[i].span.end <= mark->span.end || gap_holds(article, (struct span){mark->span.end, words[i].span.end}, true);
	}
	return false;
}

/* Where the text before a figure begins that its marks can be in. */
static uint32_t marks_begin(const struct article *article, uint32_t index, uint32_t at)
{
	uint32_t begin = clause_begin(article, at);
	return index > 0 && article->figures[index - 1].span.end > begin ? article->figures[index - 1].span.end : begin;
}

bool approximation_seems_before(const struct article *article, uint32_t index, uint32_t at, struct approximation_mark *mark)
{
	uint32_t begin = marks_begin(article, index, at), lowest = at - begin > GAP_LONGEST ? at - GAP_LONGEST : begin;
	for (uint32_t end = at; end > lowest; end--) {
		if (!ends_front(article->cp[end - 1]))
			continue;
		for (uint32_t i = 0; i < sizeof fronts / sizeof *fronts; i++) {
			if (!ends_in(article, end, &fronts[i]))
				continue;
			*mark = (struct approximation_mark){.kind = fronts[i].kind, .span = {end - fronts[i].length, end}};
			return mark->span.begin >= begin && fits(article, &fronts[i], &article->figures[index], mark, at) &&
			       !is_of_verb(article, mark);
		}
	}
	return false;
}

bool approximation_before(
	const struct article *article, const struct data *data, struct arena *scratch, uint32_t index, uint32_t at, struct approximation_mark *mark)
{
	return approximation_seems_before(article, index, at, mark) && is_word(article, data, scratch, mark, marks_begin(article, index, at), at);
}

bool approximation_is_several(const struct article *article, const struct data *data, struct arena *scratch, const struct figure *figure)
{
	struct word *words;
	uint32_t at = figure->number.begin;
	if (!is_among(article->cp[at], U"数數") || !article_is_han(article, at - 1))
		return is_among(article->cp[at], U"数數");
	if (is_among(article->cp[at - 1], U"有近达達共约約的了已着著是为為"))
		return true;
	arena_clear(scratch);
	uint32_t count = word_segment(data, article, (struct span){clause_begin(article, at), figure->span.end}, scratch, &words);
	for (uint32_t i = 0; i < count; i++)
		if (words[i].span.begin == at)
			return true;
	return false;
}

bool approximation_is_recent(const struct article *article, const struct approximation_mark *near, const struct figure *figure)
{
	static const char *const spent[] = {"有", "达", "達", "历时", "歷時", "用了", "花了", "过了", "過了", "长达", "長達", "距今", "等了", "住了",
		"已经", "已經", "已", "工作了", NULL};
	static const char *const since[] = {"来", "來", "以来", "以來", "间", "間", "里", "裡", "中", NULL};
	if (article->cp[near->span.begin] != U'近' || (figure->measure != UNIT_DURATION && figure->kind != FIGURE_DATE))
		return false;
	return !article_ends_any(article, near->span.begin, spent) || article_starts_any(article, figure->span.end, since);
}
