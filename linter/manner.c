/* manner: words on both sides of 的 that tell; 的 has to be a word by itself there. */
#include "manner.h"

#include "word.h"

enum {
	SIDE = 8,  /* characters before 的 that are segmented, */
	AFTER = 3, /* and from it on */
	WORD = 4,  /* characters of a word of manner, at most */
};

static const char *const degrees[] = {"越来越", "越來越", "愈来愈", "愈來愈", "非常", "特别", "特別", "十分", "更加", "更为", "更為", "比较", "比較",
	"这么", "這麼", "那么", "那麼", "如此", "相当", "相當", "极其", "極其", "极为", "極為", "格外", "分外", "异常", "異常", "有点", "有點",
	"有些", "不太", "不大", "不够", "不夠", "很", "更", "挺", "太", "真", "特", NULL};

/* Verbs whose 的 can hardly be a thing: 跑的, 开展的. */
static const char *const plain_verbs[] = {"跑", "走", "飞", "飛", "跳", "游", "爬", "睡", "长", "長", "变", "變", "显", "顯", "玩", "哭", "笑", "活",
	"站", "坐", "躺", "醒", "病", "摔", "跌", "涨", "漲", "逃", "躲", "输", "輸", "赢", "贏", "发展", "發展", "进展", "進展", "进行", "進行",
	"开展", "開展", "推进", "推進", "恢复", "恢復", "生长", "生長", "成长", "成長", "打扮", "收拾", "打扫", "打掃", "布置", "佈置", "表现",
	"表現", "相处", "相處", "配合", "合作", "运转", "運轉", "运行", "運行", "生活", "聊", "谈", "談", "准备", "準備", "装修", "裝修", "装饰",
	"裝飾", "保存", "保护", "保護", "照顾", "照顧", "处理", "處理", "掌握", "安排", "训练", "訓練", "发挥", "發揮", "进步", "進步", "提高",
	"增长", "增長", "上升", "下降", "下跌", "上涨", "上漲", "落实", "落實", "贯彻", "貫徹", "执行", "執行", "坚持", "堅持", "衔接", "銜接",
	"融合", "结合", "結合", "绽放", "綻放", "蔓延", "扩散", "擴散", "传播", "傳播", "降落", "融化", "燃烧", "燃燒", "飘", "飄", "流", "转", "轉",
	"滑", "冲", "衝", "排列", "摆放", "擺放", "打理", "度过", "度過", NULL};

/* Verbs whose 的 may be a thing as well: only before words of manner. */
static const char *const other_verbs[] = {"说", "說", "讲", "講", "写", "寫", "做", "学", "學", "看", "听", "聽", "想", "吃", "喝", "唱", "画", "畫",
	"演", "教", "问", "問", "答", "读", "讀", "背", "记", "記", "算", "查", "找", "修", "建", "盖", "蓋", "种", "種", "打", "踢", "来", "來",
	"去", "到", "起", "回", "开", "開", "骑", "騎", "干", "幹", "卖", "賣", "扫", "掃", "洗", "切", "忙", "练", "練", "工作", "学习", "學習",
	"回答", "解释", "解釋", "介绍", "介紹", "讲解", "講解", "办", "辦", "复习", "複習", "销售", "銷售", "过", "過", "住", "等", "聊天", "检查",
	"檢查", "观察", "觀察", "研究", "拍", "跟", "追", "赶", "趕", "升", "降", "退", "落", "下", "离开", "離開", "出发", "出發", NULL};

static const char *const manners[] = {"快", "慢", "早", "晚", "急", "认真", "認真", "仔细", "仔細", "细致", "細緻", "努力", "用心", "专心", "專心",
	"投入", "专注", "專注", "熟练", "熟練", "流利", "开心", "開心", "高兴", "高興", "起劲", "起勁", "卖力", "賣力", "辛苦", "吃力", "费劲",
	"費勁", "费力", "費力", "顺利", "順利", "顺畅", "順暢", "顺手", "順手", "及时", "及時", "突然", "彻底", "徹底", "透彻", "透徹", "轻松",
	"輕鬆", "小心", "频繁", "頻繁", "激烈", "痛快", "入神", "入迷", "火热", "火熱", "火爆", "扎实", "紮實", "稳", "穩", "欢", "歡", "勤", "勤奋",
	"勤奮", "刻苦", "迅速", "缓慢", "緩慢", "红火", "紅火", "充实", "充實", "幸福", "快乐", "快樂", "艰难", "艱難", "滋润", "滋潤", "愉快",
	"成功", "圆满", "圓滿", "热闹", "熱鬧", "工整", "整齐", "整齊", "端正", "潦草", "饱", "飽", NULL};

/* What is much or little, dear or cheap, is a thing. */
static const char *const amounts[] = {
	"多", "少", "贵", "貴", "便宜", "大", "小", "重要", "必要", "有限", "对", "對", "错", "錯", "是", "像", "长", "長", "短", "不同", NULL};

/* 好的很, at the end of the clause. */
static const char *const qualities[] = {"好", "多", "快", "大", "冷", "热", "熱", "远", "遠", "难", "難", "累", "穷", "窮", "苦", "香", "甜", "坏",
	"壞", "棒", "妙", "简单", "簡單", "容易", "高兴", "高興", "方便", "厉害", "厲害", "清楚", "复杂", "複雜", "重要", "热闹", "熱鬧", "辛苦",
	"聪明", "聰明", "喜欢", "喜歡", NULL};

/* 打扫的干干净净: after any verb. */
static const char *const results[] = {"干干净净", "乾乾淨淨", "整整齐齐", "整整齊齊", "漂漂亮亮", "清清楚楚", "明明白白", "结结实实", "結結實實",
	"井井有条", "井井有條", "津津有味", "热火朝天", "熱火朝天", "头头是道", "頭頭是道", "不亦乐乎", "不亦樂乎", "红红火火", "紅紅火火",
	"有声有色", "有聲有色", "有条不紊", "有條不紊", "一干二净", "一乾二淨", "一清二楚", "淋漓尽致", "淋漓盡致", "滚瓜烂熟", "滾瓜爛熟",
	"严严实实", "嚴嚴實實", "满满当当", "滿滿當當", "端端正正", "服服帖帖", "服服貼貼", "舒舒服服", "顺顺利利", "順順利利", "热热闹闹",
	"熱熱鬧鬧", NULL};

/* 累的说不出话: states and what they end in. */
static const char *const states[] = {"累", "气", "氣", "疼", "痛", "忙", "急", "吓", "嚇", "冻", "凍", "乐", "樂", "羞", "饿", "餓", "渴", "困", "哭",
	"笑", "高兴", "高興", "激动", "激動", "兴奋", "興奮", "感动", "感動", "难过", "難過", "伤心", "傷心", "害怕", "紧张", "緊張", "生气", "生氣",
	"着急", "著急", "开心", "開心", "疲惫", "疲憊", "惊讶", "驚訝", NULL};
static const char *const ends[] = {"说不出", "說不出", "睡不着", "睡不著", "合不拢", "合不攏", "合不上", "站不起", "走不动", "走不動", "喘不过",
	"喘不過", "抬不起", "直不起", "吃不下", "睁不开", "睜不開", "动弹不得", "動彈不得", "顾不上", "顧不上", "不知", "不行", "不得了", "要命",
	"要死", "不可开交", "不可開交", "团团转", "團團轉", "直跺脚", "直跺腳", "直哭", "直哆嗦", "直发抖", "直發抖", "直掉", "直流", "直跳", "直叫",
	"直喊", "直摇头", "直搖頭", "发抖", "發抖", "瑟瑟发抖", "瑟瑟發抖", "浑身", "渾身", "满头大汗", "滿頭大汗", "满脸通红", "滿臉通紅",
	"气喘吁吁", "氣喘吁吁", "目瞪口呆", "手舞足蹈", "热泪盈眶", "熱淚盈眶", "泪流满面", "淚流滿面", "哇哇大哭", "嚎啕大哭", "号啕大哭",
	"前仰后合", "前仰後合", "流下", "掉下", "像个", "像個", "像一", NULL};

/* How somebody does something, */
static const char *const moods[] = {"高兴", "开心", "兴奋", "激动", "愉快", "愤怒", "生气", "气愤", "伤心", "难过", "悲伤", "失望", "无奈", "惊讶",
	"惊奇", "吃惊", "害怕", "紧张", "焦急", "着急", "耐心", "认真", "仔细", "细心", "努力", "积极", "大声", "小声", "低声", "高声", "热情",
	"热烈", "亲切", "严肃", "坚定", "果断", "迅速", "飞快", "不停", "不断", "轻轻", "慢慢", "渐渐", "悄悄", "偷偷", "静静", "默默", "紧紧",
	"狠狠", "深深", "缓缓", "匆匆", "急匆匆", "感动", "感慨", "自豪", "骄傲", "得意", "满意", "诚恳", "谦虚", "礼貌", "客气", "平静", "冷静",
	"从容", "吃力", "艰难", "小心翼翼", "兴高采烈", "恋恋不舍", "依依不舍", "目不转睛", "津津有味", "自言自语", "气喘吁吁", "不约而同",
	"情不自禁", "毫不犹豫", "迫不及待", "语重心长", "兴致勃勃", "无可奈何", "若无其事", "形象", "亲昵", "幽默", "风趣", "疑惑", "好奇", "羞涩",
	"腼腆", "温柔", "激动不已", "感激", "欣慰", "遗憾", "惋惜", NULL};
/* and what is done: a verb, with a word behind it that a noun cannot have. */
static const char *const deeds[] = {"说：", "说:", "说“", "说，", "说,", "说道", "说着", "说起", "说了", "喊着", "喊道", "叫着", "叫道", "叫起",
	"问道", "问：", "问:", "答道", "回答道", "回答：", "告诉记者", "告诉我", "告诉他", "告诉她", "告诉大家", "表示，", "表示：", "称为", "称之为",
	"称作", "称他", "称她", "称呼他", "称呼她", "叫做", "叫作", "比喻为", "跳了", "跳起", "跳着", "跑了", "跑来", "跑去", "跑出", "跑进", "跑到",
	"跑回", "跑向", "跑过", "走了", "走来", "走去", "走出", "走进", "走到", "走回", "走向", "走过", "走着", "飞了", "飞来", "飞走", "飞过",
	"坐着", "坐在", "坐下", "站着", "站在", "站起", "躺着", "躺在", "看着", "看了", "望着", "盯着", "听着", "听完", "等着", "握着", "握住",
	"握了", "拉着", "拉住", "拉起", "抱着", "抱住", "抱起", "拍着", "拍了", "拍打", "擦着", "擦去", "擦了", "推开", "抓着", "抓住", "摸着",
	"摸了", "打开", "关上", "点了", "点点头", "点头", "摇了", "摇摇头", "摇头", "挥着", "挥手", "抬起", "低下", "笑着", "笑了", "笑起", "哭着",
	"哭了", "哭起", "离开", "来到", "跟着", "跟在", "告别了", NULL};

/* What may stand behind 的. */
static const struct {
	const char *const *texts;
	uint8_t kind;
} openings[] = {{degrees, MANNER_HOW}, {results, MANNER_HOW}, {ends, MANNER_END}, {deeds, MANNER_DEED}};

void manner_add_openings(struct character_set *set)
{
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		for (const char *const *text = openings[i].texts; *text; text++) {
			const char *rest = *text;
			uint8_t kind = openings[i].kind, *first = &set->has[(uint16_t)character_decode(&rest)];
			*first |= *rest ? kind : kind | MANNER_WHOLE;
			if (*rest)
				set->has[(uint16_t)character_decode(&rest)] |= (uint8_t)(kind * MANNER_SECOND);
		}
}

/* The word before 的; empty if 的 is no word by itself. */
static struct span word_before(const struct article *article, const struct data *data, struct arena *scratch, uint32_t at)
{
	struct word *words;
	uint32_t begin = article_skip_back(article, at, article_back(article, at, SIDE), CLASSES_HAN);
	uint32_t end = article_skip(article, at, article_ahead(article, at, AFTER), CLASSES_HAN);
	arena_clear(scratch);
	uint32_t count = word_segment(data, article, (struct span){begin, end}, scratch, &words);
	for (uint32_t i = 1; i < count; i++)
		if (words[i].span.begin == at && words[i].span.end == at + 1)
			return words[i - 1].span;
	return (struct span){at, at};
}

/* Does the clause end here, a 了 or 吧 passed over? */
static bool ends_clause(const struct article *article, uint32_t at)
{
	at += character_is_one_of(article->cp[at], U"了吧呢啊嘛呀");
	return article_is(article, at, CLASSES_PAUSE | CLASSES_CLOSING | CLASS_BIT(CLASS_NEWLINE));
}

/* The end of the list's longest text at a position; the position if none stands there. */
static uint32_t end_of(const struct article *article, uint32_t at, const char *const *texts)
{
	return at + article_longest_at(article, at, texts);
}

/* 所做的, 要做的, 是…: a thing, whatever the verb. */
static bool is_thing(const struct article *article, struct span verb)
{
	return character_is_one_of(article->cp[verb.begin - 1], U"所要想能该該需会會可应應未没沒不最被");
}

/* 唱歌唱的, 打篮球打的: the verb stands twice. AT is the place of 的. */
static bool is_copied(const struct article *article, uint32_t at)
{
	uint32_t cp = article->cp[at - 1];
	struct span verb = {at - 1, at}, two = {at - 3, at}, three = {at - 4, at};
	if (!article_is_any(article, verb, plain_verbs) && !article_is_any(article, verb, other_verbs))
		return false;
	return (article->cp[at - 3] == cp && article_count(article, two, CLASSES_HAN) == 3) ||
	       (article->cp[at - 4] == cp && article_count(article, three, CLASSES_HAN) == 4);
}

/* 跑|的|很快 and the end of the clause; END is behind what says how. */
static bool is_complement(const struct article *article, const struct data *data, struct span verb, uint32_t at, uint32_t *end)
{
	struct word word;
	*end = end_of(article, at + 1, results);
	if (*end > at + 1 && ends_clause(article, *end))
		return !is_thing(article, verb) &&
		       (article_is_any(article, verb, other_verbs) ||
			       (word_find(data, article->cp + verb.begin, span_length(verb), &word) && word.tag == WORD_VERB));
	uint32_t degree = end_of(article, at + 1, degrees);
	*end = degree;
	if (article->cp[at + 1] == 0x5F88 && ends_clause(article, at + 2)) /* 很 */
		return article_is_any(article, verb, qualities);
	uint32_t begin = degree + (article->cp[degree] == 0x4E0D); /* 不 */
	uint32_t length = word_longest(data, article->cp + begin, WORD);
	struct span how = {begin, begin + length};
	*end = how.end;
	if (degree == at + 1 || length == 0 || !ends_clause(article, how.end) || is_thing(article, verb))
		return false;
	if (character_is_one_of(article->cp[verb.begin - 1], U"雨雪风風") && character_is_one_of(article->cp[verb.begin], U"下刮吹"))
		return true;
	if ((span_length(verb) == 1 && character_is_one_of(article->cp[verb.begin], U"变變显顯")) || is_copied(article, at))
		return true;
	if (article_is_any(article, how, manners))
		return article_is_any(article, verb, plain_verbs) || article_is_any(article, verb, other_verbs);
	return article_is_any(article, verb, plain_verbs) && !article_is_any(article, how, amounts);
}

enum manner manner_at(const struct article *article, const struct data *data, struct arena *scratch, unsigned kinds, uint32_t at, struct span *whole)
{
	uint32_t state = kinds & MANNER_END ? end_of(article, at + 1, ends) : at + 1, deed = kinds & MANNER_DEED ? end_of(article, at + 1, deeds) : at + 1;
	bool is_how = kinds & MANNER_HOW && (end_of(article, at + 1, degrees) > at + 1 || end_of(article, at + 1, results) > at + 1);
	/* Segmentation last: it is dear. */
	if (state == at + 1 && deed == at + 1 && !is_how)
		return MANNER_NONE;
	struct span word = word_before(article, data, scratch, at);
	if (word.end == word.begin)
		return MANNER_NONE;
	whole->begin = word.begin;
	if (is_how && is_complement(article, data, word, at, &whole->end))
		return MANNER_COMPLEMENT;
	whole->end = state;
	if (state > at + 1 && article_is_any(article, word, states))
		return MANNER_COMPLEMENT;
	whole->end = article_skip_back(article, deed, at + 1, ~CLASSES_HAN);
	return deed > at + 1 && !variant_is_hant(article->variant) && article_is_any(article, word, moods) ? MANNER_ADVERBIAL : MANNER_NONE;
}
