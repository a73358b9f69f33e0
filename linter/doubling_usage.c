/*
 * doubling: how usage doubles words, a table of ways with what describes them.
 *
 * 吕: 吕叔湘《现代汉语八百词》, the words named and the table of lively forms of adjectives. 朱: 朱德熙《语法讲义》, on reduplication. 刘: 刘月华
 * 《实用现代汉语语法》, on numbers, measures and verbs. 赵: 赵元任《中国话的文法》, on reduplicates and interjections.
 */
#include "doubling_p.h"

#include "pair.h"
#include "repeat.h"

/* Verbs said twice for a try or a while. */
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
	"炫耀", "显摆", "发泄", "發洩", "發泄", "透气", "透氣", NULL};

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

static const char32_t state_ends[] = U"白红紅绿綠黑黄黃蓝藍紫亮直凉涼冷烫燙硬软軟香臭甜薄细細紧緊快烂爛稠乱亂密咸鹹酸辣苦嫩脆透圆圓滑青灰新旧舊";
static const char32_t intensifiers[] = U"好很太最真老";
static const char32_t portions[] = U"大小整成满滿半长長几幾每";
static const char32_t portion_units[] = U"群片把批块塊段箱队隊排串堆车車袋筐桶页頁句本遍张張捆团團层層颗顆桌屋筒卷瓶碗盘盤匹包夜晌天";
static const char32_t requests[] = U"我他她们們帮幫再先去来來请請想要得多互慢让讓给給你您咱";
static const char32_t after_requests[] = U"吧嘛再看一也";

static uint32_t character_after(const struct usage *usage)
{
	return usage->article->cp[usage->end];
}

static bool is_clause(const struct usage *usage)
{
	return !article_is_han(usage->article, usage->unit.begin - 1) && !article_is_han(usage->article, usage->end);
}

static bool has_length(const struct usage *usage, uint32_t length)
{
	return usage->unit.end - usage->unit.begin == length;
}

/* 了 after the copies ends a clause or tells what is past: 该休息休息了。 检查检查了三遍 */
static bool is_past(const struct usage *usage)
{
	uint32_t after = character_after(usage);
	return character_is_one_of(after, U"了过過着著") && (after != 0x4E86 || article_is_han(usage->article, usage->end + 1));
}

/* The dictionary has some doublings of one character that are rare, too, and 的的 and the like. */
static bool is_listed(const struct usage *usage)
{
	const float rare = 14;
	const uint32_t *cp = usage->article->cp + usage->unit.begin;
	struct word word;
	if (!word_find(usage->data, cp, usage->end - usage->unit.begin, &word))
		return false;
	return has_length(usage, 1) ? word.cost < rare && !character_is_single(*cp) : !is_past(usage);
}

/* 三三 is a part of 三三两两 or a number; 的的 is neither. */
static bool is_number(const struct usage *usage)
{
	return usage->article->cls[usage->unit.begin] == CLASS_HAN_NUMERAL;
}

/* The copies have another doubled character beside them. */
static bool is_aabb(const struct usage *usage)
{
	const uint32_t *cp = usage->article->cp;
	uint32_t at = usage->unit.begin, end = usage->end;
	return (article_is_han(usage->article, end) && cp[end] == cp[end + 1]) ||
	       (article_is_han(usage->article, at - 1) && cp[at - 1] == cp[at - 2]);
}

static bool is_tried(const struct usage *usage)
{
	const struct article *article = usage->article;
	uint32_t before = article->cp[usage->unit.begin - 1];
	if (is_past(usage) || character_is_one_of(before, U"了的过過着著据據经經被"))
		return false;
	if (article_is_any(article, usage->unit, tried_verbs))
		return true;
	return usage->word->tag == WORD_VERB && character_is_one_of(before, requests) &&
	       (character_is_one_of(character_after(usage), after_requests) || !article_is_han(article, usage->end));
}

static bool is_state(const struct usage *usage)
{
	return character_is_one_of(usage->article->cp[usage->unit.end - 1], state_ends) &&
	       (character_is_one_of(character_after(usage), U"的地") || !article_is_han(usage->article, usage->end));
}

static bool is_intense(const struct usage *usage)
{
	return character_is_one_of(usage->article->cp[usage->unit.begin], intensifiers) && usage->word->tag != WORD_NOUN;
}

/* Numbers with their measures; not 一直, 一等奖 and the like, and not a number of months (两个月两个月). */
static bool is_counted(const struct usage *usage)
{
	enum { LONGEST = 4 };
	const float common = 12;
	const uint64_t others = 1u << WORD_ADVERB | 1u << WORD_FUNCTION;
	const struct article *article = usage->article;
	uint32_t first = article->cp[usage->unit.begin];
	if (article->cls[usage->unit.begin] != CLASS_HAN_NUMERAL || (others >> usage->word->tag & 1 && usage->word->cost < common))
		return false;
	if (has_length(usage, 2))
		return first == 0x4E00 || !character_is_one_of(article->cp[usage->unit.end - 1], U"点點时時月日号號年");                 /* 一 */
	return (first == 0x4E00 || first == 0x534A) && usage->unit.end - usage->unit.begin <= LONGEST && usage->word->tag != WORD_NOUN; /* 一 半 */
}

static bool is_portion(const struct usage *usage)
{
	return character_is_one_of(usage->article->cp[usage->unit.begin], portions) &&
	       character_is_one_of(usage->article->cp[usage->unit.end - 1], portion_units);
}

static bool is_emphatic(const struct usage *usage)
{
	return article_is_any(usage->article, usage->unit, emphatic);
}

/* 慢慢地慢慢地, but not 各地各地, 显著显著 and 来自全国各地来自全国各地 */
static bool goes_on(const struct usage *usage)
{
	enum { MANNER = 4 };
	const uint32_t *cp = usage->article->cp;
	uint32_t end = usage->unit.end;
	const uint64_t states = 1u << WORD_NOUN | 1u << WORD_ADJECTIVE | 1u << WORD_FUNCTION;
	if (!character_is_one_of(cp[end - 1], REPEAT_SOUNDS) || (character_is_one_of(cp[end - 1], U"着著") && states >> usage->word->tag & 1))
		return false;
	return cp[end - 1] != 0x5730 || (end - usage->unit.begin <= MANNER && !word_find(usage->data, cp + end - 2, 2, NULL)); /* 地 */
}

static bool is_sound(const struct usage *usage)
{
	for (uint32_t i = usage->unit.begin; i < usage->unit.end; i++)
		if (usage->article->cp[i] < 0x53E8 || usage->article->cp[i] > 0x5666) /* the Han characters of the radical 口 */
			return false;
	return true;
}

static bool is_particle(const struct usage *usage)
{
	return usage->word->tag == WORD_PARTICLE;
}

/* “走开走开。” In a quotation all that makes a clause. */
static bool is_cry(const struct usage *usage)
{
	return is_clause(usage) &&
	       (article_is_any(usage->article, usage->unit, cries) || pair_around(usage->article, usage->unit.begin, PAIRS_QUOTE));
}

/* 慢慢慢慢地: a doubled manner, again before 地. */
static bool is_slow(const struct usage *usage)
{
	const uint32_t *cp = usage->article->cp;
	return cp[usage->unit.begin] == cp[usage->unit.begin + 1] && character_is_one_of(character_after(usage), U"地的");
}

/* 龙山龙山，你看龙山 */
static bool is_sung(const struct usage *usage)
{
	enum { NEAR = 6 };
	const struct article *article = usage->article;
	uint32_t length = usage->unit.end - usage->unit.begin;
	if (article_is_han(article, usage->unit.begin - 1))
		return false;
	for (uint32_t at = usage->end; at + length <= article->end && at <= usage->end + NEAR; at++)
		if (article_same(article, usage->unit, (struct span){at, at + length}))
			return true;
	return false;
}

/* Each way: an example, what describes it, how many characters are doubled (0: two or more), and what tells it. */
static const struct way {
	const char *example;
	const char *source;
	uint8_t length;
	bool (*explains)(const struct usage *usage);
} ways[] = {
	{"看看, 星星, 常常, 爸爸", "吕, 朱; the dictionary", 1, is_listed},
	{"意思意思", "the dictionary", 0, is_listed},
	{"高高兴兴, 来来往往, 三三两两", "吕, the table; 朱", 1, is_aabb},
	{"二〇〇〇年, 一一说明", "they count", 1, is_number},
	{"讨论讨论, 帮我审核审核吧", "朱; 刘, on verbs", 2, is_tried},
	{"雪白雪白的, 冰凉冰凉", "吕, the table", 2, is_state},
	{"好久好久, 很小很小", "赵", 2, is_intense},
	{"慢慢慢慢地", "赵", 2, is_slow},
	{"一步一步, 两个两个, 一点点一点点, 一句话一句话", "刘, on measures", 0, is_counted},
	{"大把大把, 成群成群, 整箱整箱", "刘, on measures", 2, is_portion},
	{"非常非常, 许多许多, 什么什么", "吕, 非常, 什么", 0, is_emphatic},
	{"说着说着, 来呀来呀, 慢慢地慢慢地", "吕, 着", 0, goes_on},
	{"哗啦哗啦, 叮当叮当", "赵, on interjections", 0, is_sound},
	{"来吧来吧, 哎呀哎呀", "赵, on interjections", 0, is_particle},
	{"加油加油！ “走开走开。”", "赵, on interjections", 0, is_cry},
	{"龙山龙山，你看龙山", "verse and song", 0, is_sung},
};

bool usage_doubles(const struct usage *usage)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if ((ways[i].length ? has_length(usage, ways[i].length) : !has_length(usage, 1)) && ways[i].explains(usage))
			return true;
	return false;
}
