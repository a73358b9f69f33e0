/*
 * typo_repeated_word: a word, a name or a phrase that was typed or pasted twice.
 *
 * 防汛防汛工作, 他是是一名教师, 组委会委会, 装修公司 装修公司, 垃圾分类、垃圾分类. A dense pass marks where the next characters repeat the
 * last ones; it calls nothing for ordinary text. Only there the dictionary is asked: a doubling is reported when the
 * best segmentation cuts it into two equal words, and no known way of doubling words explains it.
 *
 * Passes: every reduplication (看看, 高高兴兴, 讨论讨论, 一步一步, 雪白雪白的, 好久好久, 哗啦哗啦, 说着说着), words that meet (目的|的, 天主教|主教,
 * 的|的士), names and transliterations, what stands alone between quotation or title marks, exclamations, verse and tables. Misses: a doubled
 * character that could be a word beside a longer word (学学习), a word before a compound that begins with it (世界世界纪录), a doubled place before a
 * noun.
 */
#include "check.h"

enum { MESSAGE_WORD, MESSAGE_PART, MESSAGE_APART };

enum {
	UNIT_LONGEST = 14, /* characters of a doubled unit; ARTICLE_GUARD keeps places before the article further away */
	LONG_LEAST = 7,    /* units from here are long */
	PLACE_BITS = 12,
	CONTEXT = 12,       /* characters segmented on each side */
	PIECE_MAXIMUM = 60, /* of a headline or an item that stands twice */
};

/*
 * Characters that are never rightly doubled as two words of one character, but where a character of AFTER stands before
 * them or one of BEFORE follows (AFTER and BEFORE: as seen from the doubling).
 */
static const struct doubled {
	const char *characters;
	const char *after;
	const char *before;
} doubled[] = {
	{"的", "打", "士喀确里卢盧"},
	{"了", "不得时時", "然却卻无無解断斷事当當"},
	{"是", "若但可于於", "非"},
	{"在", "", "显顯说說证證需考表反提来來建地校职職读讀编編岗崗逃押任册冊场場线線处處于於皆都令使引体體"},
	{"和", "", "美气氣睦田解平声聲弦谐諧服黄黃"},
	{"与與", "", "会會时時其"},
	{"及", "", "其时時格第"},
	{"或", "", ""},
	{"为為", "", "民期数數主首人何官政"},
	{"对對", "一成几幾两兩", "子联聯胡碰错錯口双雙"},
	{"向", "", ""},
	{"把", "一几幾两兩大", ""},
	{"被", "", ""},
	{"从從", "", "容化"},
	{"由", "", ""},
	{"于於", "", "此是潜潛"},
	{"以", "", ""},
	{"也", "", "门門"},
	{"都", "", ""},
	{"就", "", ""},
	{"但", "", ""},
	{"则則", "", ""},
	{"它", "", ""},
	{"你", "", ""},
	{"我", "", ""},
	{"他", "", "拉"},
	{"她", "", ""},
	{"这這", "", ""},
	{"并並併", "", ""},
	{"将將", "", "够夠好能要及军軍"},
	{"至", "", ""},
	{"而", "", ""},
	{"因", "", ""},
	{"且", "", ""},
	{"到", "", ""},
	{"给給", "", "过過予与與了"},
	{"能", "", ""},
	{"要", "", ""},
	{"很", "", ""},
	{"已", "", ""},
	{"曾", "", ""},
	{"们們", "", ""},
	{"者", "", ""},
	{"后後", "", ""},
	{"地", "", ""},
};

/* Words whose last character cannot be said again after them: 由于|于, 这是|是. */
static const char *const closed_words[] = {"由于", "由於", "位于", "位於", "关于", "關於", "对于", "對於", "至于", "至於", "属于", "屬於", "处于",
	"處於", "用于", "用於", "在于", "在於", "为了", "為了", "除了", "我们", "我們", "你们", "你們", "他们", "他們", "她们", "她們", "它们",
	"它們", "人们", "人們", "咱们", "咱們", "以及", "这是", "這是", "那是", "都是", "也是", "就是", "不是", "正是", "仍是", "更是", "却是",
	"卻是", "便是", "才是", "已是", "又是", "还是", "還是", "并且", "並且", "而且", "或者", "因为", "因為", NULL};

/* Verbs said twice for a try or a while (ABAB). Past 了 过 着 or under 的 they are not said so. */
static const char *const tried_verbs[] = {"讨论", "討論", "研究", "休息", "学习", "學習", "商量", "考虑", "考慮", "了解", "瞭解", "打听", "打聽",
	"收拾", "活动", "活動", "锻炼", "鍛鍊", "鍛煉", "整理", "教育", "调查", "調查", "体验", "體驗", "感受", "放松", "放鬆", "检查", "檢查",
	"照顾", "照顧", "表示", "意思", "热闹", "熱鬧", "高兴", "高興", "清静", "清靜", "轻松", "輕鬆", "潇洒", "瀟灑", "舒服", "痛快", "快活",
	"凉快", "涼快", "暖和", "开心", "開心", "介绍", "介紹", "认识", "認識", "熟悉", "交流", "沟通", "溝通", "练习", "練習", "复习", "複習",
	"復習", "准备", "準備", "打扫", "打掃", "布置", "佈置", "安排", "咨询", "諮詢", "请教", "請教", "指点", "指點", "指导", "指導", "点拨",
	"回忆", "回憶", "回味", "欣赏", "欣賞", "品尝", "品嘗", "品嚐", "比较", "比較", "比划", "比劃", "琢磨", "掂量", "盘算", "盤算", "合计",
	"合計", "核计", "唠叨", "嘮叨", "念叨", "聊天", "走动", "走動", "运动", "運動", "散步", "溜达", "溜達", "转悠", "轉悠", "晃悠", "拾掇",
	"打扮", "装扮", "裝扮", "修理", "修改", "改进", "改進", "改善", "改造", "磨炼", "磨練", "历练", "歷練", "锻造", "试验", "試驗", "实践",
	"實踐", "观察", "觀察", "参观", "參觀", "参考", "參考", "分析", "总结", "總結", "归纳", "反省", "反思", "思考", "想象", "想像", "动员",
	"動員", "鼓励", "鼓勵", "安慰", "劝说", "勸說", "开导", "開導", "帮助", "幫助", "帮忙", "幫忙", "支持", "配合", "协商", "協商", "协调",
	"協調", "评论", "評論", "评价", "評價", "批评", "批評", "教训", "教訓", "关心", "關心", "庆祝", "慶祝", "纪念", "紀念", "宣传", "宣傳",
	"普及", "更新", "清理", "清洗", "擦洗", "按摩", "消化", "吸收", "调整", "調整", "调解", "調解", "调剂", "調劑", "见识", "見識", "尝试",
	"嘗試", "试探", "試探", "拜访", "拜訪", "探望", "问候", "問候", "招呼", "招待", "款待", "伺候", "体谅", "體諒", "体会", "體會", "领会",
	"領會", "揣摩", "推敲", "斟酌", "商讨", "商討", "交代", "交待", "辛苦", "麻烦", "麻煩", "享受", "浪漫", "风光", "風光", "温习", "溫習",
	"翻译", "翻譯", "解释", "解釋", "说明", "說明", "统计", "統計", "计算", "計算", "核实", "核實", "证明", "證明", "振作", "干净", "活络",
	"活絡", "活跃", "活躍", "平衡", "缓和", "緩和", "缓解", "緩解", "适应", "適應", "冷静", "冷靜", "冷落", "亲热", "亲近", "親近", "玩耍",
	"炫耀", "显摆", "显示", "顯示", "发泄", "發洩", "發泄", "透露", "透气", "透氣", NULL};

/* Said twice for emphasis, or in place of what is not said. */
static const char *const emphatic[] = {"非常", "特别", "特別", "十分", "永远", "永遠", "真的", "实在", "實在", "绝对", "絕對", "千万", "千萬", "不断",
	"不斷", "极其", "極其", "许多", "許多", "许久", "許久", "什么", "什麼", "甚麼", "怎么", "怎麼", "如何", "怎样", "怎樣", "这样", "這樣",
	"那样", "那樣", "如此", "这般", "這般", "如是", "某某", "彼此", "哪里", "哪裡", "哪裏", "多少", "天天", "是不是", "好不好", "对不对",
	"對不對", NULL};

/* Cries and answers: said twice they make a clause. */
static const char *const cries[] = {"谢谢", "謝謝", "你好", "您好", "再见", "再見", "不要", "好的", "加油", "欢迎", "歡迎", "恭喜", "救命", "快点",
	"快點", "慢点", "慢點", "可以", "没事", "沒事", "是的", "对的", "對的", "当然", "當然", "不是", "知道", "放心", "小心", "没有", "沒有",
	"抱歉", "前进", "前進", "努力", "佩服", "幸会", "幸會", "久仰", "讨厌", "討厭", "厉害", "厲害", "可惜", "快来", "快來", "回来", "回來",
	"一定", "马上", "馬上", "赶紧", "趕緊", "赶快", "趕快", "对不起", "對不起", "不好意思", "没关系", "沒關係", NULL};

/* Offices, which take the name of their house before them: 某项目|项目经理. */
static const char *const titles[] = {"经理", "經理", "总经理", "總經理", "主任", "书记", "書記", "主管", "总监", "總監", "负责人", "負責人", "主席",
	"会长", "會長", "秘书", "秘書", "秘书长", "秘書長", "总裁", "總裁", "董事长", "董事長", "校长", "校長", "代表", NULL};

static const char state_ends[] = "白红紅绿綠黑黄黃蓝藍紫亮直凉涼冷烫燙硬软軟香臭甜薄细細紧緊快烂爛稠乱亂密咸鹹酸辣苦嫩脆透圆圓滑青灰新旧舊";
static const char intensifiers[] = "好很太最真老";
static const char portions[] = "大小整成满滿半长長几幾每";
static const char portion_units[] = "群片把批块塊段箱队隊排串堆车車袋筐桶页頁句本遍张張捆团團层層颗顆桌屋筒卷瓶碗盘盤匹包夜晌天";
static const char noun_suffixes[] = "长長员員城部者家性制级級区區县縣院组組队隊站所室處处科局办辦界式型类類法学學感线線人项項格号號率量权權费費期表点點图圖器机機页頁板卡名";
static const char transliteration[] =
	"阿巴贝貝彼伯卡查达達戴德丁多恩尔爾法费費菲芬弗夫戈格哈赫霍基吉加迦杰捷卡凯凱康科克库庫拉莱萊兰蘭劳勞勒雷里理丽麗利列林卢盧鲁魯伦倫罗羅洛"
	"玛瑪马馬迈邁曼梅门門蒙米莫姆穆拿纳納南内內尼涅纽紐诺諾帕佩皮珀普契乔喬热熱茹萨薩塞桑瑟莎沙史斯苏蘇索塔泰坦特提蒂托图圖瓦威维維韦韋沃乌烏西希"
	"夏谢謝辛雅亚亞耶伊因英约約扎佐";
static const char sounds_of_ending[] = "着著啊呀呢吧哦啦地";
static const char requests[] = "我他她们們帮幫再先去来來请請想要得多互慢让讓给給你您咱";
static const char after_requests[] = "吧嘛再看一也";

/* What the check knows while it looks at one candidate. */
struct candidate {
	struct check_context *context;
	const struct article *article;
	struct span window; /* the Han text round it, at most CONTEXT characters on each side */
	struct word *words; /* its best segmentation */
	uint32_t word_count;
};

static bool holds(const char *characters, uint32_t code_point)
{
	while (*characters)
		if (character_decode(&characters) == code_point)
			return true;
	return false;
}

static bool is_one_of(const struct article *article, struct span span, const char *const *words)
{
	for (; *words; words++) {
		const char *text = *words;
		uint32_t at = span.begin;
		while (*text && at < span.end && article->cp[at] == character_decode(&text))
			at++;
		if (at == span.end && !*text)
			return true;
	}
	return false;
}

static bool is_han(const struct article *article, struct span span)
{
	for (uint32_t i = span.begin; i < span.end; i++)
		if (!article_is_han(article, i))
			return false;
	return true;
}

static void segment(struct candidate *candidate, struct check_context *context, struct span span)
{
	const struct article *article = context->article;
	uint32_t begin = span.begin > article->begin + CONTEXT ? span.begin - CONTEXT : article->begin;
	uint32_t end = span.end + CONTEXT < article->end ? span.end + CONTEXT : article->end;
	candidate->context = context;
	candidate->article = article;
	candidate->window =
		(struct span){article_skip_back(article, span.begin, begin, CLASSES_HAN), article_skip(article, span.end, end, CLASSES_HAN)};
	arena_clear(context->scratch);
	candidate->word_count = word_segment(context->data, article, candidate->window, context->scratch, &candidate->words);
}

/* The word of the segmentation that begins (ends) at a position; NULL if none does. */
static const struct word *word_from(const struct candidate *candidate, uint32_t at)
{
	for (uint32_t i = 0; i < candidate->word_count; i++)
		if (candidate->words[i].span.begin == at)
			return &candidate->words[i];
	return NULL;
}

static const struct word *word_to(const struct candidate *candidate, uint32_t at)
{
	for (uint32_t i = 0; i < candidate->word_count; i++)
		if (candidate->words[i].span.end == at)
			return &candidate->words[i];
	return NULL;
}

static bool is_border(const struct candidate *candidate, uint32_t at)
{
	return at == candidate->window.end || word_from(candidate, at);
}

static uint32_t word_length(const struct word *word)
{
	return word ? word->span.end - word->span.begin : 0;
}

static bool is_known(const struct check_context *context, struct span span, struct word *word)
{
	return word_find(context->data, context->article->cp + span.begin, span.end - span.begin, word);
}

/* “来来” in quotation or title marks: the words themselves are meant. */
static bool is_quoted(const struct article *article, struct span span)
{
	uint8_t left = article->cls[span.begin - 1], right = article->cls[span.end];
	bool opens = left == CLASS_OPEN || left == CLASS_HALF_QUOTE || left == CLASS_HALF_OPEN;
	bool closes = right == CLASS_CLOSE || right == CLASS_HALF_QUOTE || right == CLASS_HALF_CLOSE;
	return (opens && closes) || pair_around(article, span.begin, PAIRS_TITLE) != NULL;
}

static bool is_loose_text(const struct article *article, uint32_t at)
{
	enum role role = article->paragraphs[article_paragraph_at(article, at)].role;
	return role == ROLE_VERSE || role == ROLE_TABLE;
}

static void report_word(struct check_context *context, struct span unit, struct span whole, enum fix_kind kind)
{
	struct finding *finding = report_add(context->report, MESSAGE_WORD, whole);
	finding_text(finding, unit);
	finding_fix(finding, kind, (struct span){unit.end, whole.end}, "");
}

static bool is_name(enum word_tag tag)
{
	return tag == WORD_PERSON || tag == WORD_PLACE;
}

/* WHOLE is the text of WORD with a second copy of UNIT in it, up to END. */
static bool is_part_doubled(const struct check_context *context, struct span unit, struct span whole, uint32_t end, const struct word *word)
{
	const float gain = 14.5F, gain_of_three = 15.4F;
	uint32_t period = unit.end - unit.begin, length = word->span.end;
	if (length < 3 || length == period || (length == 3 && is_name(word->tag)))
		return false;
	if (period == 1 && (whole.begin == unit.begin || whole.end == end))
		return false;
	float least = length > 3 || period > 1 ? gain : gain_of_three;
	return word_cost(context->data, context->article->cp + whole.begin, whole.end - whole.begin) >= word->cost + least;
}

static void report_part(struct check_context *context, struct span unit, struct span whole, uint32_t end)
{
	struct arena *scratch = context->scratch;
	struct str head = article_text(context->article, (struct span){whole.begin, unit.end}, scratch);
	struct str tail = article_text(context->article, (struct span){end, whole.end}, scratch);
	struct finding *finding = report_add(context->report, MESSAGE_PART, (struct span){unit.begin, end});
	finding_text(finding, unit);
	finding_string(finding, arena_format(scratch, "%.*s%.*s", (int)head.size, head.data, (int)tail.size, tail.data).data);
	finding_fix(finding, FIX_UNSAFE, (struct span){unit.end, end}, "");
}

/*
 * A part of a word twice: 组委会委会, 弗洛伊洛伊德. Without one copy a word of the dictionary stands across the place, and it
 * explains the text far better than the words that could be read with both.
 */
static bool check_part(struct check_context *context, struct span unit, uint32_t end)
{
	enum { SIDE = 4, MAXIMUM = 8 };
	const struct article *article = context->article;
	const uint32_t *cp = article->cp;
	uint32_t period = unit.end - unit.begin, joined[SIDE + LONG_LEAST + SIDE];
	uint32_t begin = article_skip_back(article, unit.begin, unit.begin > article->begin + SIDE ? unit.begin - SIDE : article->begin, CLASSES_HAN);
	uint32_t stop = article_skip(article, end, end + SIDE < article->end ? end + SIDE : article->end, CLASSES_HAN);
	uint32_t left = unit.begin - begin, length = left + period + stop - end;
	if (period >= LONG_LEAST)
		return false;
	memcpy(joined, cp + begin, (left + period) * sizeof *joined);
	memcpy(joined + left + period, cp + end, (stop - end) * sizeof *joined);
	for (uint32_t from = 0; from <= left - (period == 1 && left > 0); from++) {
		struct word words[MAXIMUM];
		uint32_t count = word_prefixes(context->data, joined + from, length - from, words, MAXIMUM);
		for (uint32_t i = count; i-- > 0 && from + words[i].span.end >= left + period;) {
			uint32_t to = from + words[i].span.end;
			struct span whole = {begin + from, end + to - left - period};
			if (is_part_doubled(context, unit, whole, end, &words[i])) {
				report_part(context, unit, whole, end);
				return true;
			}
		}
	}
	return false;
}

/* Single characters: 的的. ------------------------------------------------------------------------------------------ */

static const struct doubled *find_doubled(uint32_t code_point)
{
	for (size_t i = 0; i < sizeof doubled / sizeof *doubled; i++)
		if (holds(doubled[i].characters, code_point))
			return &doubled[i];
	return NULL;
}

/* 高高兴兴, 和和美美 */
static bool is_aabb(const struct article *article, uint32_t at)
{
	const uint32_t *cp = article->cp;
	return (article_is_han(article, at + 2) && cp[at + 2] == cp[at + 3]) || (article_is_han(article, at - 1) && cp[at - 1] == cp[at - 2]);
}

static bool is_manner(const struct word *word)
{
	return word && (word->tag == WORD_ADJECTIVE || word->tag == WORD_ADVERB || word->tag == WORD_IDIOM);
}

/* Are the two characters at AT two words by themselves, so that nothing but a slip has put both there? */
static bool stand_alone(const struct candidate *candidate, uint32_t at, const struct doubled *entry)
{
	const uint32_t *cp = candidate->article->cp;
	const struct word *first = word_to(candidate, at + 1), *second = word_from(candidate, at + 1);
	const struct word *both = word_from(candidate, at);
	bool excused = holds(entry->after, cp[at - 1]) || holds(entry->before, cp[at + 2]);
	if (word_length(both) == 2)
		return !excused;
	if (word_length(second) == 2 && cp[at] == 0x53CA && cp[at + 2] == 0x5176 && cp[at - 1] == 0x4EE5) /* 以及|及其 */
		return true;
	if (word_length(second) != 1)
		return false;
	if (cp[at] == 0x5730) /* 地: only 高兴地地跑 */
		return word_length(first) == 1 && is_manner(word_to(candidate, at));
	return !excused && (word_length(first) == 1 || (first && is_one_of(candidate->article, first->span, closed_words)));
}

/* 安禾县和和家政服务部: a name between its place and what it is. */
static bool is_firm(const struct article *article, uint32_t at)
{
	uint32_t end = article_skip(article, at, at + CONTEXT < article->end ? at + CONTEXT : article->end, CLASSES_HAN);
	if (!holds("县縣市区區镇鎮省村", article->cp[at - 1]))
		return false;
	for (uint32_t i = at + 2; i < end; i++)
		if (holds("店部厂廠馆館司社行坊院园園心", article->cp[i]))
			return true;
	return false;
}

/* 妈妈, 常常: the dictionary has some doublings that are rare, too. */
static bool is_common(const struct check_context *context, struct span span)
{
	struct word word;
	return is_known(context, span, &word) && word.cost < 14;
}

static bool may_follow(const struct word *word, const struct word *next)
{
	if (!next || word->tag == WORD_FUNCTION)
		return true;
	if (next->tag == WORD_PARTICLE || next->tag == WORD_FUNCTION)
		return true;
	return word_length(next) > 1 && (next->tag == WORD_VERB || next->tag == WORD_ADVERB || next->tag == WORD_PRONOUN);
}

/* 领导导高度重视, 如果果没有: a common word, and its last character again, which is rarely a word and has nothing to belong to. */
static void check_tail(struct check_context *context, struct span whole)
{
	const float common = 11.5F, rare = 9;
	const uint64_t usual = 1u << WORD_NOUN | 1u << WORD_VERB | 1u << WORD_ADJECTIVE | 1u << WORD_ADVERB | 1u << WORD_FUNCTION |
			       1u << WORD_PRONOUN | 1u << WORD_TIME;
	struct candidate candidate;
	struct word alone = {.cost = 0};
	segment(&candidate, context, whole);
	const struct word *word = word_to(&candidate, whole.begin + 1), *again = word_from(&candidate, whole.begin + 1);
	if (word_length(word) < 2 || word_length(again) != 1 || !(usual >> word->tag & 1) || word->cost > common)
		return;
	if (context->article->cls[word->span.begin] == CLASS_HAN_NUMERAL || !is_known(context, again->span, &alone) || alone.cost < rare)
		return;
	if (alone.tag == WORD_MEASURE || alone.tag == WORD_PARTICLE || !may_follow(word, word_from(&candidate, whole.end)))
		return;
	report_word(context, (struct span){whole.begin, whole.begin + 1}, whole, FIX_UNSAFE);
}

static void check_single(struct check_context *context, struct span whole)
{
	const struct article *article = context->article;
	const uint32_t *cp = article->cp;
	uint32_t at = whole.begin, count = whole.end - whole.begin;
	const struct doubled *entry = find_doubled(cp[at]);
	struct candidate candidate;
	if (is_aabb(article, at))
		return;
	if (!entry && count == 2 && article->cls[at] != CLASS_HAN_NUMERAL && !is_common(context, whole) && !is_quoted(article, whole)) {
		arena_clear(context->scratch);
		if (!check_part(context, (struct span){at, at + 1}, whole.end) && !is_known(context, whole, NULL))
			check_tail(context, whole);
	}
	if (count > 3 || !entry)
		return;
	if (count == 3 && !holds("的了在和与與及于於为為从從", cp[at]))
		return;
	if (is_quoted(article, whole))
		return;
	if (holds("是你我他她这這对對要就", cp[at]) && (!article_is_han(article, whole.end) || pair_around(article, at, PAIRS_QUOTE)))
		return;                               /* stutters and answers */
	if (cp[at] == 0x548C && is_firm(article, at)) /* 和 */
		return;
	segment(&candidate, context, whole);
	if (stand_alone(&candidate, at, entry))
		report_word(context, (struct span){at, at + 1}, whole, FIX_SAFE);
}

/* 纷纷纷纷: four of one character are a doubled adverb; of other words they are a cry or a sound. */
static void check_adverb(struct check_context *context, struct span whole)
{
	struct word word;
	struct span unit = {whole.begin, whole.begin + 2};
	if (is_known(context, unit, &word) && word.tag == WORD_ADVERB && !is_quoted(context->article, whole))
		report_word(context, unit, whole, FIX_SAFE);
}

/* Words: 防汛防汛. -------------------------------------------------------------------------------------------------- */

/* 一步一步, 两个两个, 一点点一点点: numbers count out. 两个月两个月 does not. */
static bool counts_out(const struct article *article, struct span unit)
{
	if (article->cls[unit.begin] != CLASS_HAN_NUMERAL)
		return false;
	return unit.end - unit.begin == 2 || article->cp[unit.begin] == 0x4E00 || article->cp[unit.begin] == 0x534A; /* 一 半 */
}

static bool is_sound(const struct article *article, struct span unit)
{
	for (uint32_t i = unit.begin; i < unit.end; i++)
		if (article->cp[i] < 0x53E8 || article->cp[i] > 0x5666) /* the Han characters of the radical 口 */
			return false;
	return true;
}

static bool is_reduplication(const struct article *article, struct span unit, const struct word *word, uint32_t next)
{
	uint32_t first = article->cp[unit.begin], last = article->cp[unit.end - 1];
	bool is_short = unit.end - unit.begin == 2;
	bool is_clause = !article_is_han(article, unit.begin - 1) && !article_is_han(article, unit.end + unit.end - unit.begin);
	if (is_clause && (is_one_of(article, unit, cries) || pair_around(article, unit.begin, PAIRS_QUOTE)))
		return true;
	if (counts_out(article, unit) || is_sound(article, unit) || is_one_of(article, unit, emphatic) || holds(sounds_of_ending, last))
		return true;
	if (is_short && holds(intensifiers, first) && word->tag != WORD_NOUN)
		return true;
	if (is_short && holds(portions, first) && holds(portion_units, last))
		return true;
	if (word->tag == WORD_PARTICLE)
		return true;
	return is_short && holds(state_ends, last) && (holds("的地", next) || !class_is_han(character_class(next)));
}

/* 讨论讨论这个问题, 帮我审核审核 */
static bool is_try(const struct candidate *candidate, struct span unit, const struct word *word, uint32_t end)
{
	const struct article *article = candidate->article;
	const uint32_t *cp = article->cp;
	bool is_past = holds("了过過着著", cp[end]) && (cp[end] != 0x4E86 || article_is_han(article, end + 1)); /* 该休息休息了。 */
	if (unit.end - unit.begin != 2 || is_past || holds("了的过過着著据據经經被", cp[unit.begin - 1]))
		return false;
	if (is_one_of(article, unit, tried_verbs))
		return true;
	return word->tag == WORD_VERB && holds(requests, cp[unit.begin - 1]) && (holds(after_requests, cp[end]) || !article_is_han(article, end));
}

/* What follows makes a compound with the second copy: 支队|支队长, 台湾|台湾电视公司. */
static bool begins_compound(const struct candidate *candidate, const struct word *word, uint32_t end)
{
	const struct word *next = word_from(candidate, end);
	if (!next)
		return false;
	if (word_length(next) == 1 && holds(noun_suffixes, candidate->article->cp[end]))
		return true;
	if (is_one_of(candidate->article, next->span, titles))
		return true;
	const struct word *after = word_from(candidate, next->span.end);
	if (next->tag == WORD_NOUN || next->tag == WORD_ADJECTIVE || next->tag == WORD_OTHER)
		if (after && is_one_of(candidate->article, after->span, titles))
			return true;
	if (word->tag != WORD_PLACE && word->tag != WORD_ORGANISATION)
		return false;
	return next->tag != WORD_VERB && next->tag != WORD_ADVERB && next->tag != WORD_PARTICLE && next->tag != WORD_FUNCTION &&
	       next->tag != WORD_PRONOUN;
}

/* 卡拉卡拉 is one foreign name. */
static bool is_transliterated(const struct candidate *candidate, struct span unit, const struct word *word)
{
	const uint32_t *cp = candidate->article->cp;
	return (is_name(word->tag) || word->tag == WORD_OTHER) && holds(transliteration, cp[unit.begin]) &&
	       holds(transliteration, cp[unit.begin + 1]);
}

/* 委员会|委员|会见: the second copy ends in the word that follows, at about the same cost. */
static bool meets_next(const struct check_context *context, struct span unit, uint32_t end)
{
	enum { MAXIMUM = 6, MARGIN = 7 };
	const uint32_t *cp = context->article->cp;
	for (uint32_t at = unit.end + 2; at < end; at++) {
		struct word words[MAXIMUM];
		uint32_t count = word_prefixes(context->data, cp + at, MAXIMUM, words, MAXIMUM);
		for (uint32_t i = 0; i < count; i++) {
			uint32_t stop = at + words[i].span.end;
			if (stop <= end || !is_known(context, (struct span){unit.end, at}, NULL))
				continue;
			float other = word_cost(context->data, cp + unit.end, at - unit.end) + words[i].cost;
			if (other < word_cost(context->data, cp + unit.end, end - unit.end) + word_cost(context->data, cp + end, stop - end) + MARGIN)
				return true;
		}
	}
	return false;
}

/*
 * 模块|的模块|的模块名, 正常文件的|文件的|类型: of nouns with 的 each may belong to the next. What ends such a chain is no noun,
 * and adjectives and pronouns do not make one (美丽的美丽的).
 */
static bool is_chain(const struct candidate *candidate, struct span unit, uint32_t end)
{
	const uint64_t nouns = 1u << WORD_NOUN | 1u << WORD_ORGANISATION | 1u << WORD_PLACE | 1u << WORD_PERSON | 1u << WORD_OTHER | 1u << WORD_UNKNOWN;
	const uint32_t *cp = candidate->article->cp;
	const struct word *next = word_from(candidate, end), *last = word_to(candidate, unit.end - 1);
	if (cp[unit.begin] == 0x7684) /* 的 */
		return next && (nouns >> next->tag & 1 || holds(noun_suffixes, cp[end]));
	return cp[unit.end - 1] == 0x7684 && last && last->span.begin <= unit.begin && nouns >> last->tag & 1 &&
	       article_is_han(candidate->article, unit.begin - 1) && next;
}

static bool is_doubled_word(const struct candidate *candidate, struct span unit, uint32_t end, bool *sure)
{
	const struct article *article = candidate->article;
	const struct check_context *context = candidate->context;
	struct word word = {.tag = WORD_UNKNOWN};
	*sure = is_known(context, unit, &word);
	if (unit.end - unit.begin == 2 && (!*sure || is_transliterated(candidate, unit, &word)))
		return false;
	if (is_known(context, (struct span){unit.begin, end}, NULL) || is_reduplication(article, unit, &word, article->cp[end]))
		return false;
	return !is_try(candidate, unit, &word, end) && !is_chain(candidate, unit, end) && !begins_compound(candidate, &word, end);
}

/* 疫情防控|防控: a compound and its last word, unless that is a noun that begins what follows (交通大学|大学学术). */
static bool ends_compound(const struct candidate *candidate, struct span unit, uint32_t end)
{
	const struct word *compound = word_to(candidate, unit.end), *next = word_from(candidate, end);
	struct word last;
	if (!compound || compound->span.begin + 2 > unit.begin || !is_known(candidate->context, unit, &last))
		return false;
	if (!is_known(candidate->context, (struct span){compound->span.begin, unit.begin}, NULL))
		return false;
	return last.tag == WORD_VERB || last.tag == WORD_TIME || !next || next->tag == WORD_VERB || next->tag == WORD_PARTICLE ||
	       next->tag == WORD_FUNCTION;
}

/* 市|民政局|民政局: the best segmentation says 市民|政局, but a border before the unit costs little more. */
static bool could_begin(const struct candidate *candidate, struct span unit)
{
	enum { LEAST = 3, MARGIN = 4 };
	const struct check_context *context = candidate->context;
	const uint32_t *cp = candidate->article->cp;
	uint32_t begin = candidate->window.begin, left = unit.begin - begin;
	struct word word;
	if (unit.end - unit.begin < LEAST || !is_known(context, unit, &word))
		return false;
	return word_cost(context->data, cp + begin, left) + word.cost < word_cost(context->data, cp + begin, unit.end - begin) + MARGIN;
}

/* WHOLE repeats itself after PERIOD characters; past two copies a few more characters may agree, so the unit may begin at several places. */
static void check_words(struct check_context *context, struct span whole, uint32_t period)
{
	const struct article *article = context->article;
	uint32_t length = whole.end - whole.begin;
	struct candidate candidate;
	if (length >= 3 * period || !is_han(article, whole))
		return;
	if (is_quoted(article, whole))
		return;
	segment(&candidate, context, whole);
	for (uint32_t begin = whole.begin; begin + 2 * period <= whole.end; begin++) {
		struct span unit = {begin, begin + period};
		uint32_t end = unit.end + period;
		bool sure;
		if (!is_border(&candidate, unit.end) || !is_border(&candidate, end))
			continue;
		if (!is_border(&candidate, begin) && !ends_compound(&candidate, unit, end) && !could_begin(&candidate, unit))
			continue;
		if (article->cp[end] == 0xFF01) /* ！ */
			return;
		if (is_doubled_word(&candidate, unit, end, &sure) && !meets_next(context, unit, end))
			report_word(context, unit, (struct span){begin, end}, sure ? FIX_SAFE : FIX_UNSAFE);
		return;
	}
	check_part(context, (struct span){whole.begin, whole.begin + period}, whole.begin + 2 * period);
}

static void check_repetition(struct check_context *context, struct span whole, uint32_t period)
{
	if (!article_is_han(context->article, whole.begin))
		return;
	if (period > 1)
		check_words(context, whole, period);
	else if (whole.end - whole.begin == 4)
		check_adverb(context, whole);
	else
		check_single(context, whole);
}

/* The dense pass. --------------------------------------------------------------------------------------------------- */

/* The text that repeats itself after PERIOD characters, from the first Han character at or after BEGIN; empty if that is less than two copies. */
static struct span repetition(const struct article *article, uint32_t begin, uint32_t period)
{
	const uint32_t *cp = article->cp;
	begin = article_find(article, begin, article->end, CLASSES_HAN);
	uint32_t end = begin;
	while (end + period < article->end && cp[end] == cp[end + period])
		end++;
	return (struct span){begin, end - begin >= period ? end + period : begin};
}

/* Two equal characters, or pairs, stand PERIOD characters apart, the second at AT: returns where the text stops to repeat itself so. */
static uint32_t check_period(struct check_context *context, uint32_t at, uint32_t period)
{
	const struct article *article = context->article;
	const uint32_t *cp = article->cp;
	uint32_t begin = at - period;
	while (begin > article->begin && cp[begin - 1] == cp[begin - 1 + period])
		begin--;
	struct span whole = repetition(article, begin, period);
	if (whole.begin == whole.end)
		return at + 1;
	check_repetition(context, whole, period);
	return whole.end;
}

/*
 * How far back the same two characters stood last is the period of what may be a doubled unit. A table that fits into the
 * first cache remembers places by a hash; calls nothing for ordinary text.
 */
static void check_adjacent(struct check_context *context)
{
	const struct article *article = context->article;
	const uint32_t *cp = article->cp;
	uint32_t last[1 << PLACE_BITS] = {0}, done = 0, known = 0;
	for (uint32_t i = article->begin; i < article->end; i++) {
		uint32_t slot = (cp[i] * 0x9E3779B1u + cp[i + 1]) * 0x85EBCA6Bu >> (32 - PLACE_BITS);
		uint32_t period = cp[i] == cp[i - 1] ? 1 : i - last[slot];
		last[slot] = i;
		if (period > UNIT_LONGEST || (period == known && i < done) || !article_is_han(article, i) || cp[i] != cp[i - period])
			continue;
		done = check_period(context, i, period);
		known = period;
	}
}

/* Across a mark, a space or a break. -------------------------------------------------------------------------------- */

static void report_apart(struct check_context *context, struct span first, struct span second, enum fix_kind kind)
{
	struct finding *finding = report_add(context->report, MESSAGE_APART, (struct span){first.begin, second.end});
	finding_text(finding, first);
	finding_fix(finding, kind, (struct span){first.end, second.end}, "");
}

static bool ends_piece(const struct article *article, uint32_t at)
{
	const uint64_t ends = CLASS_BIT(CLASS_INNER_STOP) | CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_HALF_STOP) | CLASS_BIT(CLASS_NEWLINE);
	return class_in(article->cls[at], ends);
}

/* 垃圾分类、垃圾分类 in a list; ，only between whole clauses that are no cry and no verse. BEFORE is the mark before. */
static void check_mark(struct check_context *context, uint32_t before, uint32_t at)
{
	enum { ITEM_LEAST = 2, CLAUSE_LEAST = 6 };
	const struct article *article = context->article;
	bool lists = article->cp[at] == 0x3001; /* 、 */
	if (!article_is_han(article, at - 1) || !article_is_han(article, at + 1))
		return;
	if (!lists && (article->cp[before + 1] != article->cp[at + 1] || article->cp[before + 2] != article->cp[at + 2]))
		return;
	uint32_t furthest = at > article->begin + PIECE_MAXIMUM ? at - PIECE_MAXIMUM : article->begin;
	struct span first = {article_skip_back(article, at, furthest, CLASSES_HAN), at};
	uint32_t length = first.end - first.begin;
	struct span second = {at + 1, at + 1 + length};
	if (length < (uint32_t)(lists ? ITEM_LEAST : CLAUSE_LEAST) || second.end > article->end || !article_same(article, first, second))
		return;
	if (!ends_piece(article, second.end) && !(lists && article->cp[second.end] == 0x7B49)) /* 等 */
		return;
	if (article->cls[second.begin] == CLASS_HAN_NUMERAL && length == 2)
		return;
	if ((!lists && is_loose_text(article, at)) || article->cp[second.end] == 0xFF01 ||
		pair_around(article, at, lists ? PAIRS_TITLE : PAIRS_TITLE | PAIRS_QUOTE))
		return;
	if (!lists && (holds(sounds_of_ending, article->cp[at - 1]) || article->paragraphs[article_paragraph_at(article, at)].role != ROLE_BODY))
		return;
	report_apart(context, first, second, lists ? FIX_SAFE : FIX_UNSAFE);
}

static bool is_blank(const struct article *article, uint32_t at)
{
	return article->cls[at] == CLASS_SPACE || article->cls[at] == CLASS_ODD_SPACE || article->cls[at] == CLASS_NEWLINE;
}

static bool is_headline(const struct article *article, struct span piece)
{
	enum { LEAST = 4, HAN_LEAST = 3 };
	return piece.end - piece.begin >= LEAST && article_count(article, piece, CLASSES_HAN) >= HAN_LEAST;
}

/* A line that is the same on both sides of the gap. */
static bool check_halves(struct check_context *context, struct span line, struct span gap)
{
	const struct article *article = context->article;
	if (line.end - line.begin > 8 * PIECE_MAXIMUM)
		return false;
	while (line.end > gap.end && is_blank(article, line.end - 1))
		line.end--;
	while (line.begin < gap.begin && is_blank(article, line.begin))
		line.begin++;
	struct span first = {line.begin, gap.begin}, second = {gap.end, line.end};
	if (line.begin >= gap.begin || line.end <= gap.end || !article_same(article, first, second) || !is_headline(article, first))
		return false;
	report_apart(context, first, second, FIX_SAFE);
	return true;
}

/* A piece between two blanks that stands on both sides of the gap; three in a row are a table. */
static bool check_pieces(struct check_context *context, struct span line, struct span gap)
{
	const struct article *article = context->article;
	uint32_t begin = gap.begin;
	while (begin > line.begin && gap.begin - begin < PIECE_MAXIMUM && !is_blank(article, begin - 1))
		begin--;
	uint32_t length = gap.begin - begin;
	struct span first = {begin, gap.begin}, second = {gap.end, gap.end + length};
	struct span third = {second.end + 1, second.end + 1 + length}, before = {begin - 1 - length, begin - 1};
	if (second.end > line.end || (second.end < line.end && !is_blank(article, second.end)))
		return false;
	if (!article_same(article, first, second) || !is_headline(article, first) || is_loose_text(article, begin))
		return false;
	if (third.end <= line.end && article_same(article, first, third))
		return false;
	if (begin > line.begin + length && article_same(article, first, before))
		return false;
	report_apart(context, first, second, FIX_SAFE);
	return true;
}

/* In running prose: the word before the gap is the word after it. */
static void check_word_apart(struct check_context *context, struct span gap)
{
	const struct article *article = context->article;
	for (uint32_t length = CONTEXT; length > 0; length--) {
		struct span first = {gap.begin - length, gap.begin}, second = {gap.end, gap.end + length};
		if (gap.begin < article->begin + length || article->cp[first.begin] != article->cp[second.begin])
			continue;
		struct candidate left, right;
		struct word word = {.tag = WORD_UNKNOWN};
		if (!is_han(article, first) || !article_same(article, first, second) || (length == 1 && !find_doubled(article->cp[first.begin])))
			continue;
		if ((!is_known(context, first, &word) && length < 4) || is_name(word.tag) ||
			(length > 1 && is_reduplication(article, first, &word, article->cp[second.end])))
			return;
		segment(&left, context, first);
		if (!is_border(&left, first.begin) || !is_border(&left, first.end))
			return;
		segment(&right, context, second);
		if (!is_border(&right, second.begin) || !is_border(&right, second.end) || begins_compound(&right, &word, second.end) ||
			is_try(&right, second, &word, second.end))
			return;
		report_apart(context, first, second, FIX_UNSAFE);
		return;
	}
}

/* A long line with stops in it: running prose, no headline and no label. */
static bool is_prose(const struct article *article, struct span line)
{
	enum { LEAST = 25, SEEN = 200 };
	uint32_t seen = line.end - line.begin < SEEN ? line.end : line.begin + SEEN;
	return line.end - line.begin >= LEAST &&
	       article_find(article, line.begin, seen, CLASS_BIT(CLASS_INNER_STOP) | CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_HALF_STOP)) < seen;
}

/* May some characters before the gap be those after it? By their first and last. */
static bool may_repeat(const struct article *article, struct span gap)
{
	const uint32_t *cp = article->cp;
	for (uint32_t length = 1; length <= CONTEXT; length++)
		if (cp[gap.begin - length] == cp[gap.end] && cp[gap.begin - 1] == cp[gap.end + length - 1])
			return article_is_han(article, gap.begin - 1) && article_is_han(article, gap.end);
	return false;
}

static void check_gap(struct check_context *context, struct span gap)
{
	const struct article *article = context->article;
	if (gap.begin <= article->begin || gap.end >= article->end)
		return;
	if (article_find(article, gap.begin, gap.end, CLASS_BIT(CLASS_NEWLINE)) == gap.end) {
		struct span line = article->paragraphs[article_paragraph_at(article, gap.begin)].span;
		if (check_halves(context, line, gap) || check_pieces(context, line, gap))
			return;
	}
	if (!may_repeat(article, gap) || is_loose_text(article, gap.begin))
		return;
	uint32_t before = article_paragraph_at(article, gap.begin - 1), after = article_paragraph_at(article, gap.end);
	if (is_prose(article, article->paragraphs[before].span) && is_prose(article, article->paragraphs[after].span))
		check_word_apart(context, gap);
}

/* Spaces and newlines, each gap once. */
static void check_gaps(struct check_context *context, enum character_class class)
{
	const struct article *article = context->article;
	const struct positions *blanks = &article->index[class];
	uint32_t done = article->begin;
	for (uint32_t i = 0; i < blanks->count; i++) {
		uint32_t begin = blanks->at[i], end = begin + 1;
		if (begin < done)
			continue;
		while (begin > done && is_blank(article, begin - 1))
			begin--;
		while (end < article->end && is_blank(article, end))
			end++;
		done = end;
		if (class != CLASS_NEWLINE && article_find(article, begin, end, CLASS_BIT(CLASS_NEWLINE)) < end)
			continue;
		check_gap(context, (struct span){begin, end});
	}
}

/* The last of some positions before AT; NEXT moves on through them. */
static uint32_t last_before(const struct positions *positions, uint32_t *next, uint32_t at, uint32_t otherwise)
{
	while (*next < positions->count && positions->at[*next] < at)
		++*next;
	return *next && positions->at[*next - 1] > otherwise ? positions->at[*next - 1] : otherwise;
}

static void check_marks(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *marks = &article->index[CLASS_INNER_STOP];
	uint32_t stop = 0, newline = 0, before = article->begin - 1;
	for (uint32_t i = 0; i < marks->count; i++) {
		before = last_before(&article->index[CLASS_END_STOP], &stop, marks->at[i], before);
		before = last_before(&article->index[CLASS_NEWLINE], &newline, marks->at[i], before);
		check_mark(context, before, marks->at[i]);
		before = marks->at[i];
	}
}

static void run(struct check_context *context)
{
	check_adjacent(context);
	check_marks(context);
	check_gaps(context, CLASS_SPACE);
	check_gaps(context, CLASS_ODD_SPACE);
	check_gaps(context, CLASS_NEWLINE);
}

static const struct check_message messages[] = {
	[MESSAGE_WORD] = {"word", N_("“{0}” stands twice"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_PART] = {"part", N_("“{0}” stands twice in “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_APART] = {"apart", N_("“{0}” stands twice"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_typo_repeated_word = {
	.struct_size = sizeof(struct check),
	.name = "typo_repeated_word",
	.summary = N_("a word or phrase that was typed twice"),
	.needs = NEED_WORDS | NEED_PAIRS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
