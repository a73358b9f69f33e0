/* quantity_same: what two quantities of one key have to do with each other. */
#include <stdlib.h>

#include "pair.h"
#include "quantity_p.h"

enum { NAME_MOST = 16, SENTENCE_REACH = 80, AFTER_REACH = 8, DATES = 8, DIGITS = 19, OPENING = 24, ALIKE = 4, PLACE_SHIFT = 21, OWNER_MOST = 6 };

struct span quantity_name(const struct article *article, struct span text)
{
	static const char *const openers[] = {"据介绍", "据悉", "据了解", "这座", "这条", "该", "这", "其", "全新", "目前", "如今", "新建", NULL};
	static const char *const tails[] = {"的", "现有", "共有", "拥有", "有", "其", "将于", "于", "在", "已", "预计", "是", "本", NULL};
	uint32_t length;
	text = article_trim(article, text);
	for (int i = 0; i < 2 && text.end > text.begin && quantity_ends_any(article, text.end, tails, &length) >= 0; i++)
		text.end -= length <= span_length(text) ? length : span_length(text);
	if (text.end > text.begin && article_is(article, text.end - 1, CLASSES_CLOSING)) {
		const struct pair *pair = pair_closing(article, text.end - 1);
		bool bracket = pair && (PAIR_BIT(pair->kind) & PAIRS_BRACKET);
		if (bracket)
			text = (struct span){quantity_clause_begin(article, pair->open), pair->open};
	}
	for (uint32_t at = text.end; at > text.begin; at--)
		if (character_is_one_of(article->cp[at - 1], U"的：“「（") || article_is(article, at - 1, CLASSES_FIGURE)) {
			text.begin = at;
			break;
		}
	if (text.end > text.begin && quantity_starts_any(article, text.begin, openers, &length) >= 0)
		text.begin += length <= span_length(text) ? length : span_length(text);
	text.begin += text.end > text.begin && character_is_one_of(article->cp[text.begin], U"届屆");
	if (span_length(text) > NAME_MOST)
		text.begin = text.end - NAME_MOST;
	return text;
}

/* Half of the last place that the text says; nothing of a count. */
static struct decimal slack_of(const struct quantity *quantity)
{
	const struct figure *figure = quantity->figure;
	bool counted = figure->measure >= UNIT_COUNT && figure->measure <= UNIT_OCCASION && figure->style != FIGURE_MIXED;
	bool whole = quantity->value.exponent >= 0 && figure->style != FIGURE_MIXED;
	if (counted || quantity->kind > QUANTITY_MEASURE || (whole && quantity->value.exponent == 0))
		return decimal_make(0, 0);
	return decimal_make(5, quantity->value.exponent - 1);
}

static bool is_rounded(const struct quantity *rough, const struct quantity *exact)
{
	struct decimal distance = decimal_subtract(rough->value, exact->value), slack = slack_of(rough);
	if (!distance.known)
		return true;
	distance.mantissa = distance.mantissa < 0 ? -distance.mantissa : distance.mantissa;
	return decimal_compare(distance, slack) <= 0;
}

static bool dates_agree(const struct figure *a, const struct figure *b)
{
	bool year = figure_year(a) == 0 || figure_year(b) == 0 || figure_year(a) == figure_year(b);
	bool month = figure_month(a) == 0 || figure_month(b) == 0 || figure_month(a) == figure_month(b);
	bool day = figure_day(a) == 0 || figure_day(b) == 0 || figure_day(a) == figure_day(b);
	return year && month && day;
}

bool quantity_agrees(const struct quantity *a, const struct quantity *b)
{
	if (a->kind == QUANTITY_EVENT)
		return dates_agree(a->figure, b->figure);
	return is_rounded(a, b) || is_rounded(b, a);
}

static int digits_of(int64_t mantissa, int digits[DIGITS + 1])
{
	int count = 0;
	for (uint64_t rest = mantissa < 0 ? -(uint64_t)mantissa : (uint64_t)mantissa; rest && count < DIGITS; rest /= 10)
		digits[count++] = (int)(rest % 10);
	return count;
}

/* One digit differs, or two neighbours changed places. */
static bool is_one_slip(const int *a, const int *b, int count)
{
	int differ = 0, last = 0, first = 0;
	for (int i = 0; i < count; i++) {
		if (a[i] == b[i])
			continue;
		first = differ ? first : i;
		last = i;
		differ++;
	}
	return differ == 1 || (differ == 2 && last == first + 1 && a[first] == b[last] && a[last] == b[first]);
}

enum quantity_slip quantity_slip(const struct quantity *a, const struct quantity *b)
{
	int32_t low = a->value.exponent < b->value.exponent ? a->value.exponent : b->value.exponent;
	int a_digits[DIGITS + 1], b_digits[DIGITS + 1];
	if (a->value.mantissa == b->value.mantissa)
		return labs((long)a->value.exponent - b->value.exponent) <= 2 && a->value.mantissa >= 10 ? SLIP_STRONG : SLIP_WEAK;
	struct decimal first = decimal_multiply(a->value, decimal_make(1, -low)), second = decimal_multiply(b->value, decimal_make(1, -low));
	int64_t a_whole, b_whole;
	if (!first.known || !second.known || !decimal_integer(first, &a_whole) || !decimal_integer(second, &b_whole))
		return SLIP_NONE;
	int count = digits_of(a_whole, a_digits);
	if (count != digits_of(b_whole, b_digits) || (!is_one_slip(a_digits, b_digits, count) && a_whole - b_whole != 1 && b_whole - a_whole != 1))
		return SLIP_NONE;
	/* 2800 and 2700 have four digits that somebody typed. */
	bool long_enough = count >= 3 || (count >= 2 && low >= 1 && low <= 2 && a->figure->style == FIGURE_ARABIC);
	return long_enough ? SLIP_STRONG : count == 2 ? SLIP_FAIR : SLIP_WEAK;
}

bool quantity_turned(const struct quantity *a, const struct quantity *b)
{
	int64_t first = 0, second = 0;
	return decimal_integer(a->value, &first) && decimal_integer(b->value, &second) &&
	       first / QUANTITY_SCORE_BASE == second % QUANTITY_SCORE_BASE && second / QUANTITY_SCORE_BASE == first % QUANTITY_SCORE_BASE;
}

static bool holds(const struct article *article, struct span span, const char *const *words)
{
	uint32_t length;
	for (uint32_t at = span.begin; at < span.end; at++)
		if (quantity_starts_any(article, at, words, &length) >= 0)
			return true;
	return false;
}

static struct span sentence_before(const struct article *article, const struct quantity *quantity)
{
	struct span span = {article->sentences[quantity->sentence].span.begin, quantity->figure->span.begin};
	if (span_length(span) > SENTENCE_REACH)
		span.begin = span.end - SENTENCE_REACH;
	return span;
}

bool quantity_is_limited(const struct article *article, const struct quantity *quantity)
{
	static const char *const in_clause[] = {"其中", "新增", "增加", "减少", "增至", "增到", "升至", "降至", "降到", "计划", "预计", "预期",
		"目标", "力争", "争取", "规划", "设计", "拟", "从", "由", "原", "曾", "比", "较", "每", "各", "平均", "人均", "至少", "最多", "最少",
		"超过", "不足", "另", "还有", "又", "再", "首批", "一期", "二期", "三期", "四期", "前期", "后期", "如果", "例如", "比如", "若",
		"余下", "剩余", "剩下", "最长", "最短", "最高", "最低", "只有", "有的", "分别", "部分", "改造", "扩建", "修订", "仅", "累计", "第一",
		"第二", "第三", "其余", "其他", "包括", "占", "缩", "延长", "扩", NULL};
	static const char *const in_sentence[] = {"截至", "截止", "去年", "上年", "前年", "往年", "明年", "当年", "那年", "同期", "此前", "以前",
		"过去", "当时", "原来", "原先", "最初", "年前", "前一", "次年", "上届", "上一", "往届", "历届", "更正", "应为", "误", "称", "据报",
		"据传", "网传", "谣", "声称", "传言", "如果", "假如", "例如", "比如", "后来", "随后", "又一", "另一", "另外", "此外", "与此同时",
		"估计", "不同", "说法", "一说", "争议", "传说", "相传", "认为", "记载", "不再", "改为", "改在", "推迟", "延期", "提前", NULL};
	static const char *const afters[] = {
		"处", "增", "升", "减", "降", "那年", "时", "起", "以上", "以下", "以内", "左右", "前", "后", "扩", "改", NULL};
	uint32_t length, begin = quantity->figure->span.begin, end = quantity->figure->span.end;
	if (quantity->kind == QUANTITY_SCORE)
		return holds(article, sentence_before(article, quantity), in_sentence);
	if (quantity_starts_any(article, end, afters, &length) >= 0 || character_is_one_of(article->cp[end], U"多余餘来來"))
		return true;
	if (quantity->kind == QUANTITY_AGE && figure_from(article, article->sentences[quantity->sentence].span.begin) < article->figure_count) {
		struct span before = sentence_before(article, quantity);
		for (uint32_t i = figure_from(article, before.begin); article->figures + i < quantity->figure; i++)
			if (article->figures[i].kind == FIGURE_DATE && figure_year(&article->figures[i]) != 0)
				return true;
	}
	struct span clause = {quantity_clause_begin(article, begin), begin};
	if (quantity->head.begin < begin && quantity->head.begin > clause.begin)
		clause.end = quantity->head.begin;
	/* 设计师林哲宇（48岁） */
	bool limited = quantity->kind != QUANTITY_AGE && holds(article, clause, in_clause);
	return limited || holds(article, sentence_before(article, quantity), in_sentence);
}

/* Which day the sentence speaks of before the figure: year × 10000 + month × 100 + day, 0 where it does not say. */
static int64_t time_of(const struct article *article, const struct quantity *quantity)
{
	struct span before = sentence_before(article, quantity);
	int64_t time = 0;
	for (int i = 1; i <= DATES && quantity->figure - i >= article->figures; i++) {
		const struct figure *figure = quantity->figure - i;
		if (figure->span.begin < before.begin)
			break;
		if (figure->kind == FIGURE_DATE && figure->value.known && decimal_integer(figure->value, &time))
			return time;
	}
	return 0;
}

static bool times_differ(int64_t a, int64_t b)
{
	if (a == 0 || b == 0)
		return false;
	return (a / 10000 && b / 10000 && a / 10000 != b / 10000) || (a / 100 % 100 && b / 100 % 100 && a / 100 % 100 != b / 100 % 100) ||
	       (a % 100 && b % 100 && a % 100 != b % 100);
}

/* The last place or body that the clause names before the figure, by the characters that end its name; 0: none. */
static uint64_t place_of(const struct article *article, const struct quantity *quantity)
{
	uint32_t at = quantity->figure->span.begin, begin = quantity_clause_begin(article, at);
	for (; at > begin; at--) {
		uint32_t last = article->cp[at - 1], before = article->cp[at - 2];
		if (!character_is_one_of(last, U"村镇鎮乡鄉县縣市区區省州校院厂廠部站队隊班组組馆館社司局所园園国國岛島街路线線车車船楼樓类類型批"))
			continue;
		if (character_is_one_of(before, U"全我本该該我各此"))
			return (uint64_t)last << PLACE_SHIFT * 2;
		if (at < begin + 2)
			return 0;
		uint32_t earlier = at >= begin + 3 ? article->cp[at - 3] : 0;
		return (uint64_t)last << PLACE_SHIFT * 2 | (uint64_t)before << PLACE_SHIFT | earlier;
	}
	return 0;
}

static bool places_differ(uint64_t a, uint64_t b)
{
	const uint64_t rest = (UINT64_C(1) << PLACE_SHIFT * 2) - 1;
	if (a == 0 || b == 0 || a == b)
		return false;
	/* 全县 and 湘岭县 */
	bool whole = (a & rest) == 0 || (b & rest) == 0;
	return !whole || a >> PLACE_SHIFT * 2 != b >> PLACE_SHIFT * 2;
}

static struct span opening_of(const struct article *article, const struct quantity *quantity)
{
	struct span sentence = article->sentences[quantity->sentence].span;
	struct span span = {
		sentence.begin, sentence.begin + OPENING < quantity->figure->span.begin ? sentence.begin + OPENING : quantity->figure->span.begin};
	return article_trim(article, span);
}

static bool contains(const struct article *article, struct span text, struct span name)
{
	uint32_t length = span_length(name);
	for (uint32_t at = text.begin; length > 0 && at + length <= text.end; at++)
		if (article_same(article, (struct span){at, at + length}, name))
			return true;
	return false;
}

/* What a longer name has before the shorter one makes it another: 二期 项目, 东 桥, 副 楼. */
static bool prefix_narrows(const struct article *article, struct span prefix)
{
	return article_count(article, prefix, CLASSES_FIGURE) > 0 ||
	       (prefix.end > prefix.begin && character_is_one_of(article->cp[prefix.end - 1],
						     U"东東西南北中上下新老旧舊副主子分期段口线線侧側岸端前后後内內外每各两兩和与與"));
}

/* Words that an article may use of several things. */
static bool is_generic(const struct article *article, struct span name)
{
	static const char *const words[] = {"项目", "工程", "大桥", "全桥", "全线", "公园", "公司", "学校", "隧道", "公路", "主线", "会议", "大会",
		"活动", "比赛", "中心", "协会", "线路", "主桥", "面积", "医院", "学院", "建筑", "土地", "耕地", "水面", NULL};
	uint32_t length;
	return span_length(name) <= 2 && quantity_starts_any(article, name.begin, words, &length) >= 0;
}

/*
 * A and B are names of two characters or more. An object after the verb or 的 may run on into a predicate: RUNS_ON. There the
 * shorter one has to be a name by its last character.
 */
static enum quantity_sameness names_same(const struct article *article, struct span a, struct span b, bool runs_on)
{
	struct span longer = span_length(a) > span_length(b) ? a : b, shorter = span_length(a) > span_length(b) ? b : a;
	if (article_same(article, a, b))
		return span_length(a) > 2 || !is_generic(article, a) ? SAMENESS_SURE : SAMENESS_LIKELY;
	struct span prefix = {longer.begin, longer.end - span_length(shorter)};
	if (span_length(shorter) >= 2 && article_same(article, shorter, (struct span){prefix.end, longer.end}))
		return prefix_narrows(article, prefix) ? SAMENESS_NONE : span_length(shorter) >= 3 ? SAMENESS_SURE : SAMENESS_LIKELY;
	/* 蓉岭仪器 and 蓉岭仪器公司 */
	struct span start = {longer.begin, longer.begin + span_length(shorter)}, rest = {start.end, longer.end};
	bool ends_name = character_is_one_of(article->cp[shorter.end - 1], U"司团團校院馆館桥橋路局厂廠社会會站园園店场場楼樓赛賽节節");
	if (runs_on && span_length(shorter) >= 3 && ends_name && article_same(article, shorter, start))
		return SAMENESS_SURE;
	static const char *const generic[] = {"公司", "集团", "有限公司", "股份有限公司", "项目", "工程", "大学", "学校", "项目工程", NULL};
	uint32_t length;
	if (span_length(shorter) >= 3 && article_same(article, shorter, start) && quantity_starts_any(article, rest.begin, generic, &length) >= 0)
		return SAMENESS_SURE;
	return SAMENESS_NONE;
}

static bool runs_on(const struct quantity *quantity)
{
	return quantity->subject.begin > quantity->figure->span.begin;
}

/* Does a name begin the text, or follow a stop or 的 in it? */
static bool is_led_by(const struct article *article, struct span text, struct span name)
{
	uint32_t length = span_length(name);
	for (uint32_t at = text.begin; length > 0 && at + length <= text.end; at++) {
		bool leads = at == text.begin || article_is(article, at - 1, CLASSES_PAUSE) || article->cp[at - 1] == U'的';
		if (leads && article_same(article, (struct span){at, at + length}, name))
			return true;
	}
	return false;
}

/* 总投资3.2亿元。 at the beginning of a sentence, 项目总投资: whose it is the article knows. */
static bool is_topic(const struct article *article, const struct quantity *quantity)
{
	static const char *const topics[] = {"项目", "工程", "大桥", "全桥", "全线", "公园", "公司", "学校", "隧道", "公路", NULL};
	uint32_t length, begin = article->sentences[quantity->sentence].span.begin;
	if (span_length(quantity->subject) == 0)
		return quantity->head.begin <= begin + 1;
	return span_length(quantity->subject) == 2 && quantity_starts_any(article, quantity->subject.begin, topics, &length) >= 0;
}

static enum quantity_sameness subjects_same(const struct article *article, const struct quantity *a, const struct quantity *b)
{
	bool a_named = span_length(a->subject) >= 2, b_named = span_length(b->subject) >= 2;
	if (a_named && b_named) {
		enum quantity_sameness same = names_same(article, a->subject, b->subject, runs_on(a) || runs_on(b));
		bool topical = same == SAMENESS_NONE && is_topic(article, a) != is_topic(article, b);
		return topical ? SAMENESS_UNKNOWN : same;
	}
	if (is_topic(article, a) || is_topic(article, b))
		return SAMENESS_LIKELY;
	if (a_named || b_named) {
		const struct quantity *named = a_named ? a : b, *bare = a_named ? b : a;
		return is_led_by(article, opening_of(article, bare), named->subject) ? SAMENESS_SURE : SAMENESS_UNKNOWN;
	}
	struct span first = opening_of(article, a), second = opening_of(article, b);
	first.end = first.begin + ALIKE < first.end ? first.begin + ALIKE : first.end;
	bool tells_where = character_is_one_of(article->cp[first.begin], U"位在据據其该該这這此");
	return span_length(first) == ALIKE && !tells_where && is_led_by(article, second, first) ? SAMENESS_LIKELY : SAMENESS_UNKNOWN;
}

/* 第十六届“江南杯”女子排球联赛 and 第十五届江南杯女子排球联赛 */
static enum quantity_sameness editions_same(const struct article *article, struct span a, struct span b)
{
	enum { NAME_START = 3 };
	a.begin += article_is(article, a.begin, CLASS_BIT(CLASS_OPEN));
	b.begin += article_is(article, b.begin, CLASS_BIT(CLASS_OPEN));
	uint32_t start = character_is_one_of(article->cp[a.begin + 1], U"会會节節赛賽展") ? NAME_START - 1 : NAME_START;
	a.end = a.begin + start < a.end ? a.begin + start : a.end;
	return span_length(a) >= start && contains(article, b, a) ? SAMENESS_SURE : SAMENESS_NONE;
}

/* 赵桂英 and 赵桂芳; of 36岁的张伟 two characters are read. */
static enum quantity_sameness persons_same(const struct article *article, struct span a, struct span b)
{
	bool third = span_length(a) == 3 || span_length(b) == 3;
	return third && article->cp[a.begin + 2] != article->cp[b.begin + 2] ? SAMENESS_NONE : SAMENESS_SURE;
}

/* Who has so many, in a few characters: 苏州 of 苏州有1260家企业; empty where it is said otherwise or all are meant. */
static struct span owner_of(const struct article *article, const struct quantity *quantity)
{
	static const char *const tails[] = {"一共", "共有", "总共", "共", "有", "为", "正是", "是", "完成", "达", "约", NULL};
	static const char *const neutral[] = {
		"这次", "此次", "本次", "活动", "现场", "目前", "据统计", "全", "这", "今", "当", "该", "其", "我", "他", "她", "正", "仅", NULL};
	uint32_t end = quantity->figure->span.begin, length;
	struct span owner = {quantity_clause_begin(article, end), end};
	for (int i = 0; i < 2 && quantity_ends_any(article, owner.end, tails, &length) >= 0 && length <= span_length(owner); i++)
		owner.end -= length;
	owner = article_trim(article, owner);
	bool named = span_length(owner) >= 2 && span_length(owner) <= OWNER_MOST && quantity_starts_any(article, owner.begin, neutral, &length) < 0;
	return named ? owner : (struct span){end, end};
}

/* 上午有368名老人 and 下午有386名老人 */
static bool owners_differ(const struct article *article, const struct quantity *a, const struct quantity *b)
{
	struct span first = owner_of(article, a), second = owner_of(article, b);
	return span_length(first) > 0 && span_length(second) > 0 && !article_same(article, first, second);
}

enum quantity_sameness quantity_same(const struct article *article, const struct quantity *a, const struct quantity *b)
{
	if (a->sentence == b->sentence)
		return SAMENESS_NONE;
	switch (a->kind) {
	case QUANTITY_AGE: return persons_same(article, a->subject, b->subject);
	case QUANTITY_EVENT: return subjects_same(article, a, b);
	case QUANTITY_EDITION: return editions_same(article, a->subject, b->subject);
	case QUANTITY_SCORE: return SAMENESS_UNKNOWN;
	case QUANTITY_MEASURE: return times_differ(time_of(article, a), time_of(article, b)) ? SAMENESS_NONE : subjects_same(article, a, b);
	default: break;
	}
	if (times_differ(time_of(article, a), time_of(article, b)) || places_differ(place_of(article, a), place_of(article, b)) ||
		(!a->titled && owners_differ(article, a, b)))
		return SAMENESS_NONE;
	bool long_head = a->kind == QUANTITY_THINGS && span_length(a->head) >= 3;
	bool points = character_is_one_of(article->cp[b->figure->span.begin - 1], U"这這该該全");
	bool listed = character_is_one_of(article->cp[a->figure->span.begin - 1], U"、和") ||
		      character_is_one_of(article->cp[b->figure->span.begin - 1], U"、和");
	return (long_head || points) && !listed ? SAMENESS_LIKELY : SAMENESS_UNKNOWN;
}
