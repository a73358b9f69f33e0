/* doubling: how usage doubles words: 讨论讨论, 雪白雪白的, 一步一步, 哗啦哗啦. */
#include "doubling_p.h"

#include "pair.h"
#include "repeat.h"

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

static const char state_ends[] = "白红紅绿綠黑黄黃蓝藍紫亮直凉涼冷烫燙硬软軟香臭甜薄细細紧緊快烂爛稠乱亂密咸鹹酸辣苦嫩脆透圆圓滑青灰新旧舊";
static const char intensifiers[] = "好很太最真老";
static const char portions[] = "大小整成满滿半长長几幾每";
static const char portion_units[] = "群片把批块塊段箱队隊排串堆车車袋筐桶页頁句本遍张張捆团團层層颗顆桌屋筒卷瓶碗盘盤匹包夜晌天";
static const char requests[] = "我他她们們帮幫再先去来來请請想要得多互慢让讓给給你您咱";
static const char after_requests[] = "吧嘛再看一也";

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

bool usage_doubles(const struct article *article, struct span unit, const struct word *word, uint32_t next)
{
	uint32_t first = article->cp[unit.begin], last = article->cp[unit.end - 1];
	bool is_short = unit.end - unit.begin == 2;
	bool is_clause = !article_is_han(article, unit.begin - 1) && !article_is_han(article, unit.end + unit.end - unit.begin);
	if (is_clause && (article_is_any(article, unit, cries) || pair_around(article, unit.begin, PAIRS_QUOTE)))
		return true;
	if (counts_out(article, unit) || is_sound(article, unit) || article_is_any(article, unit, emphatic) ||
		character_is_one_of(last, REPEAT_SOUNDS))
		return true;
	if (is_short && character_is_one_of(first, intensifiers) && word->tag != WORD_NOUN)
		return true;
	if (is_short && character_is_one_of(first, portions) && character_is_one_of(last, portion_units))
		return true;
	if (word->tag == WORD_PARTICLE)
		return true;
	return is_short && character_is_one_of(last, state_ends) && (character_is_one_of(next, "的地") || !class_is_han(character_class(next)));
}

bool usage_tries(const struct article *article, struct span unit, const struct word *word, uint32_t end)
{
	const uint32_t *cp = article->cp;
	bool is_past = character_is_one_of(cp[end], "了过過着著") && (cp[end] != 0x4E86 || article_is_han(article, end + 1)); /* 该休息休息了。 */
	if (unit.end - unit.begin != 2 || is_past || character_is_one_of(cp[unit.begin - 1], "了的过過着著据據经經被"))
		return false;
	if (article_is_any(article, unit, tried_verbs))
		return true;
	return word->tag == WORD_VERB && character_is_one_of(cp[unit.begin - 1], requests) &&
	       (character_is_one_of(cp[end], after_requests) || !article_is_han(article, end));
}
