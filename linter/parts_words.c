/* parts_words: the words by which a sentence says what is a whole and what is a part. */
#include "parts_p.h"

enum { LABEL_LONGEST = 18, TAIL_LONGEST = 12, MEMBERS = 6, ALIKE_LONGEST = 8 };

/* The words of each cue. */
#define WORDS_OF "其中", "当中", "當中"
#define WORDS_SOME "包括", "包含", "含", "涵盖", "如", "例如", "主要"
#define WORDS_LISTED "分别", "分別", "各为", "各為", "组成", "組成", "构成", "構成"
#define WORDS_CHANGE                                                                                                                                 \
	"增长", "增長", "增加", "下降", "减少", "減少", "上升", "提高", "同比", "环比", "環比", "比上", "较上", "較上", "上年同", "比去年",          \
		"较去年", "較去年", "上期", "超过", "超過", "多于", "多於", "少于", "少於", "降低", "回落", "增幅", "提升", "扩大", "擴大", "增至",  \
		"升至", "降至", "达到", "達到", "成长", "成長", "衰退", "比前", "较前", "較前", "同期", "多了", "少了"
#define WORDS_OTHER "其余", "其餘", "其他", "其它", "剩余", "剩餘", "余下", "餘下"
#define WORDS_BESIDE "另", "此外", "还", "還", "外加", "不含", "不包括"
#define WORDS_OUT                                                                                                                                    \
	"扣除", "除去", "减去", "減去", "平均", "人均", "每", "利润", "利潤", "盈", "亏", "虧", "净", "淨", "差额", "差額", "率", "最高", "最低",    \
		"最多", "最少", "最大", "最小", "单价", "單價", "至", "抵"

static const char *const cue_of[] = {WORDS_OF, NULL};
static const char *const cue_some[] = {WORDS_SOME, NULL};
static const char *const cue_listed[] = {WORDS_LISTED, NULL};
static const char *const cue_change[] = {WORDS_CHANGE, NULL};
static const char *const cue_other[] = {WORDS_OTHER, NULL};
static const char *const cue_beside[] = {WORDS_BESIDE, NULL};
static const char *const cue_out[] = {WORDS_OUT, NULL};

/* All of them, so that a label need not be searched for each. */
static const char *const cue_any[] = {WORDS_OF, WORDS_SOME, WORDS_LISTED, WORDS_CHANGE, WORDS_OTHER, WORDS_BESIDE, WORDS_OUT, NULL};

static const char *const cue_total[] = {"合计", "合計", "总计", "總計", "共计", "共計", "总共", "總共", "一共", "总数", "總數", "总额", "總額",
	"总量", "總量", "累计", "累計", "总人数", "總人數", "共有", "共", NULL};

/* Words that stand between a label and its number and say nothing. */
static const char *const fillers[] = {
	"为", "為", "有", "是", "达", "達", "约", "約", "了", "近", "的", "计", "計", "各", "仅", "僅", "则", "則", NULL};

static struct span label_without_fillers(const struct article *article, struct span label)
{
	while (label.end > label.begin + 1 && article_ends_any(article, label.end, fillers) &&
		!(article->cp[label.end - 1] == U'计' && character_is_one_of(article->cp[label.end - 2], U"合总共累")) &&
		!(article->cp[label.end - 1] == U'計' && character_is_one_of(article->cp[label.end - 2], U"合總共累")))
		label.end--;
	if (span_length(label) == 1 && article_ends_any(article, label.end, fillers))
		label.end = label.begin;
	return label;
}

static uint32_t length_of(const char *text)
{
	uint32_t length = 0;
	for (; *text; length++)
		character_decode(&text);
	return length;
}

/* Where a word of any cue may begin in a label, a bit for each character: 1 for the first. */
static uint32_t cue_places(const struct article *article, struct span label)
{
	const struct texts_filter *filter = texts_filter(cue_any);
	uint32_t places = 0;
	for (uint32_t at = label.begin; at < label.end; at++)
		places |= (uint32_t)article_may_start(article, at, filter) << (at - label.begin);
	return places;
}

/* Where the last of these words ends that begins at one of PLACES, counted from BEGIN, and stands in a span; its beginning if there is none. */
static uint32_t after_any(const struct article *article, struct span span, uint32_t begin, uint32_t places, const char *const *words)
{
	const struct texts_filter *filter = texts_filter(words);
	uint32_t after = span.begin;
	for (; places; places &= places - 1) {
		uint32_t at = begin + (uint32_t)__builtin_ctz(places);
		for (uint32_t i = 0; at >= span.begin && article_may_start(article, at, filter) && words[i]; i++)
			if (article_starts(article, at, words[i])) {
				uint32_t end = at + length_of(words[i]);
				after = end <= span.end && end > after ? end : after;
			}
	}
	return after;
}

/* The last word of the label, if it says that a whole follows. Is there anything before it? */
static void read_total(const struct article *article, struct part *part)
{
	bool may = article_ends_any(article, part->label.end, cue_total);
	for (uint32_t i = 0; may && cue_total[i]; i++) {
		uint32_t length = length_of(cue_total[i]);
		if (length > span_length(part->label) || !article_ends(article, part->label.end, cue_total[i]))
			continue;
		part->label.end -= length;
		part->cues |= CUE_TOTAL;
		break;
	}
	/* 共接种300人: the verb between them. */
	if (!(part->cues & CUE_TOTAL) && article->cp[part->label.begin] == U'共' && span_length(part->label) > 1 &&
		!character_is_one_of(article->cp[part->label.begin + 1], U"同享和建产產鸣鳴青党黨"))
		part->cues |= CUE_TOTAL;
	else if (part->cues & CUE_TOTAL && (part->label = label_without_fillers(article, part->label), span_length(part->label) == 0))
		part->cues |= CUE_BARE;
}

struct part part_read(const struct article *article, const struct figure *figure, uint32_t floor, uint32_t end)
{
	struct part part = {.figure = figure};
	uint32_t low = figure->span.begin > floor + LABEL_LONGEST ? figure->span.begin - LABEL_LONGEST : floor;
	part.lead = article_skip_back(article, figure->span.begin, low, CLASSES_HAN | CLASSES_LATIN | CLASSES_DIGIT);
	part.label = (struct span){part.lead, figure->span.begin};
	uint32_t high = end - figure->span.end > TAIL_LONGEST ? figure->span.end + TAIL_LONGEST : end;
	part.tail = (struct span){figure->span.end, article_skip(article, figure->span.end, high, CLASSES_HAN | CLASSES_LATIN)};
	static const struct {
		unsigned cue;
		const char *const *words;
		bool strip;
	} cues[] = {{CUE_OF, cue_of, true}, {CUE_SOME, cue_some, true}, {CUE_LISTED, cue_listed, true}, {CUE_CHANGE, cue_change, false},
		{CUE_OTHER, cue_other, false}, {CUE_BESIDE, cue_beside, false}, {CUE_OUT, cue_out, false}};
	/* 比2023年的17.40亿元增长6.9% */
	static const char *const beside[] = {"比", "较", "較", NULL};
	if (span_length(part.tail) > 0 && article_starts_any(article, figure->span.end, cue_change) && article_holds_any(article, part.label, beside))
		part.cues |= CUE_CHANGE;
	/* 其中，男性120人 */
	uint32_t before = part.lead - 1;
	if (before > floor && character_is_one_of(article->cp[before], U"，,：:")) {
		bool listed = article_ends_any(article, before, cue_listed) ||
			      (character_is_one_of(article->cp[before - 1], U"为為是") && article_ends_any(article, before - 1, cue_listed));
		part.cues |= (article_ends_any(article, before, cue_of) ? CUE_OF : 0u) |
			     (article_ends_any(article, before, cue_some) ? CUE_SOME : 0u) | (listed ? CUE_LISTED : 0u);
	}
	/* 税收收入中，增值税1.9亿元: of what was named there. */
	if (before > floor && character_is_one_of(article->cp[before], U"，,") && article->cp[before - 1] == U'中' && !(part.cues & CUE_OF))
		part.cues |= CUE_AMONG;
	if (span_length(part.label) == 0)
		return part;
	const uint32_t begin = part.label.begin, places = cue_places(article, part.label);
	for (uint32_t i = 0; i < sizeof cues / sizeof *cues && places; i++) {
		uint32_t after = after_any(article, part.label, begin, places, cues[i].words);
		if (after == part.label.begin)
			continue;
		part.cues |= cues[i].cue;
		if (cues[i].strip)
			part.label.begin = after;
	}
	part.label = label_without_fillers(article, part.label);
	uint32_t share = span_length(part.label);
	for (uint32_t at = part.label.begin; at < part.label.end && share == span_length(part.label); at++)
		if (character_is_one_of(article->cp[at], U"占佔")) {
			part.cues |= CUE_SHARE;
			part.label.end = at;
		}
	part.label = label_without_fillers(article, part.label);
	if (span_length(part.label))
		read_total(article, &part);
	return part;
}

/* What there are no others of: the words of each member, the first that fits; an OPEN set may have others. */
struct set {
	bool open;
	const char *const *members[MEMBERS + 1]; /* ends in NULL */
};

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

static const struct set sets[] = {
	{false, {LIST("男"), LIST("女")}},
	{false, {LIST("城镇", "城市", "城鎮", "市区", "市區", "城区", "城區"), LIST("乡村", "农村", "鄉村", "農村")}},
	{false, {LIST("非党员", "群众", "非黨員", "群眾"), LIST("党员", "黨員")}},
	{false, {LIST("境外输入", "境外", "海外", "國外", "国外", "入境", "输入", "輸入"), LIST("本土", "本地", "境内", "境內", "国内", "國內")}},
	{false, {LIST("第一产业", "第一產業", "一产", "一產"), LIST("第二产业", "第二產業", "二产", "二產"),
			LIST("第三产业", "第三產業", "三产", "三產")}},
	{false, {LIST("上半年"), LIST("下半年")}},
	{false, {LIST("一季度", "第一季"), LIST("二季度", "第二季"), LIST("三季度", "第三季"), LIST("四季度", "第四季")}},
	{false, {LIST("前者"), LIST("后者", "後者")}},
	{false, {LIST("上半场", "上半場"), LIST("下半场", "下半場")}},
	{false, {LIST("非公有制"), LIST("公有制")}},
	{false, {LIST("公办", "公辦", "公立"), LIST("民办", "民辦", "私立")}},
	{false, {LIST("非税收入", "非稅"), LIST("税收收入", "税收", "稅收", "稅課")}},
	{false, {LIST("赞成", "同意", "贊成"), LIST("反对", "反對", "不同意"), LIST("弃权", "棄權")}},
	{false, {LIST("第一天", "首日", "首天"), LIST("第二天", "次日")}},
	{false, {LIST("金"), LIST("银", "銀"), LIST("铜", "銅")}},
	{false, {LIST("一等奖", "一等獎"), LIST("二等奖", "二等獎"), LIST("三等奖", "三等獎")}},
	{true, {LIST("幼儿园", "幼兒園", "幼稚园", "幼稚園"), LIST("小学", "小學"), LIST("初中", "國中", "中学", "中學"), LIST("高中"),
		       LIST("大学", "大學")}},
	{true, {LIST("支持", "满意", "滿意", "看好"), LIST("不支持", "不满意", "不滿意", "反对", "反對", "不看好"),
		       LIST("中立", "无所谓", "無所謂", "一般", "不清楚", "没意见", "沒意見", "說不清", "说不清", "未表态", "未表態")}},
	{true, {LIST("上午"), LIST("下午"), LIST("晚上", "夜间", "夜間")}},
	{true, {LIST("轻型", "轻症", "輕症"), LIST("普通型", "中症"), LIST("重型", "重症"), LIST("无症状", "無症狀")}},
	{true, {LIST("专科", "專科"), LIST("本科"), LIST("硕士", "碩士"), LIST("博士")}},
};

enum { SET_COUNT = sizeof sets / sizeof *sets, SET_OPINIONS = 17, SET_VOTES = 12 };

/* Which of some sets, a bit each, a text holds a word of. */
static uint32_t sets_in(const struct article *article, struct span text, uint32_t asked)
{
	uint32_t found = 0;
	for (; asked && span_length(text); asked &= asked - 1) {
		const uint32_t set = (uint32_t)__builtin_ctz(asked);
		for (const char *const *const *member = sets[set].members; *member && !(found >> set & 1); member++)
			found |= (uint32_t)article_holds_any(article, text, *member) << set;
	}
	return found;
}

/* The member of a set whose longest word a text holds; MEMBERS: none. REST: the text without the word at its beginning, or before it. */
static uint32_t member_of(const struct article *article, const struct set *set, struct span text, struct span *rest)
{
	uint32_t found = MEMBERS, longest = 0;
	for (uint32_t member = 0; set->members[member]; member++)
		for (const char *const *word = set->members[member]; *word; word++) {
			uint32_t length = length_of(*word);
			for (uint32_t at = text.begin; length > longest && at + length <= text.end; at++) {
				if (!article_starts(article, at, *word))
					continue;
				found = member;
				longest = length;
				*rest = at == text.begin ? (struct span){at + length, text.end} : (struct span){text.begin, at};
			}
		}
	return found;
}

/* 性, 生, 子 after 男: nothing that narrows the set. What else stands there must stand with the whole too. */
static bool rest_is_whole(const struct article *article, struct span rest, const struct part *whole)
{
	static const char *const nothing[] = {"性", "生", "子", "孩", "童", "士", "方", "人口", "居民", "户籍", "地区", "地區", "部分", "病例", "牌",
		"票", "增加值", "收入", "制", "的", "员", "員", "同学", "同學", "性的", "区", "區", "籍", "嬰", "婴", "男", "女", "人", "的人",
		"的受访者", "的受訪者", "性居民", NULL};
	if (span_length(rest) == 0 || article_is_any(article, rest, nothing))
		return true;
	if (!whole)
		return false;
	struct span around = {whole->label.begin, whole->tail.end};
	for (uint32_t at = around.begin; at + span_length(rest) <= around.end; at++)
		if (article_same(article, (struct span){at, at + span_length(rest)}, rest))
			return true;
	return false;
}

static bool parts_are_of(
	const struct article *article, const struct part *parts, uint32_t count, const struct part *whole, const struct set *set, bool *complete)
{
	unsigned seen = 0;
	uint32_t members = 0;
	while (set->members[members])
		members++;
	*complete = count == members && !set->open;
	struct span first = {0};
	for (uint32_t i = 0; i < count; i++) {
		struct span rest = {0};
		uint32_t member = member_of(article, set, parts[i].label, &rest);
		if (member == MEMBERS)
			member = member_of(article, set, parts[i].tail, &rest);
		if (member == MEMBERS || seen & 1u << member)
			return false;
		seen |= 1u << member;
		first = i ? first : rest;
		bool same = i == 0 || article_same(article, rest, first) || rest_is_whole(article, rest, NULL);
		*complete &= same && rest_is_whole(article, rest, whole);
	}
	return true;
}

/* Of which of some sets the first of the parts may be a member. */
static uint32_t sets_of(const struct article *article, const struct part *parts, uint32_t count, uint32_t asked)
{
	return count < 2 || count > MEMBERS ? 0 : sets_in(article, parts[0].label, asked) | sets_in(article, parts[0].tail, asked);
}

bool parts_are_set(const struct article *article, const struct part *parts, uint32_t count, const struct part *whole, bool *complete)
{
	for (uint32_t may = sets_of(article, parts, count, (1u << SET_COUNT) - 1); may; may &= may - 1)
		if (parts_are_of(article, parts, count, whole, &sets[__builtin_ctz(may)], complete))
			return true;
	*complete = false;
	return false;
}

bool parts_are_opinions(const struct article *article, const struct part *parts, uint32_t count)
{
	bool complete;
	uint32_t may = sets_of(article, parts, count, 1u << SET_OPINIONS | 1u << SET_VOTES);
	return (may >> SET_OPINIONS & 1 && parts_are_of(article, parts, count, NULL, &sets[SET_OPINIONS], &complete)) ||
	       (may >> SET_VOTES & 1 && parts_are_of(article, parts, count, NULL, &sets[SET_VOTES], &complete));
}

/* 优质小麦 is some of 小麦. */
static bool ends_with(const struct article *article, struct span text, struct span end)
{
	return span_length(text) >= span_length(end) && article_same(article, (struct span){text.end - span_length(end), text.end}, end);
}

bool parts_end_alike(const struct article *article, const struct part *parts, uint32_t count)
{
	static const char *const several[] = {"党", "黨", "团员", "團員", "女", "男", "岁", "歲", "专", "專", "本科", "硕", "碩", "博", "学历",
		"學歷", "职称", "職稱", "民族", "以上", "以下", "残疾", "貧", "贫", "志愿", "志願", "干部", "幹部", "高级", "高級", "级", "級",
		"骨干", "获", "獲", "重点", "重點", "新增", "累计", "累計", "税", "稅", "全", "老", "者", "型", "以", "库容", "庫容", NULL};
	bool labelled = count >= 2 && span_length(parts[0].label) >= 2;
	struct span first = labelled ? parts[0].label : (struct span){0};
	if (!labelled)
		return false;
	for (uint32_t i = 0; i < count; i++) {
		struct span label = parts[i].label;
		if (span_length(label) < 2 || span_length(label) > ALIKE_LONGEST || article_holds_any(article, label, several) ||
			article->cp[label.end - 1] != article->cp[first.end - 1])
			return false;
		for (uint32_t j = 0; j < i; j++)
			if (ends_with(article, label, parts[j].label) || ends_with(article, parts[j].label, label))
				return false;
	}
	return true;
}
