/*
 * script_stray: a lone letter that has no business in a Chinese sentence: of Thai, Hangul, Arabic or another script between Han
 * characters, or a Latin letter that the input method left in a word (我们d工作, 工z作).
 *
 * One letter of another script says nothing: it is a slip of the keyboard, a sign that looked like another, or a leftover.
 *
 * Passes: words and quotations in other scripts (two letters and more), letters that are spoken of (字母Я, “ㄅ”), Greek, paragraphs
 * in which the same script stands in words, kana of Japanese names (の ヶ ノ); Latin letters as names of things: A股, T恤, K歌, e时代,
 * X光, U盘, 第n次, 小调, variables, a letter after a noun that it may name (样本s), capitals unless they cut a longer word.
 * Misses: Latin letters beside a mark or a space, Cyrillic and kana that look like another letter (script_lookalike).
 */
#include "check.h"

enum { MESSAGE_SCRIPT, MESSAGE_LATIN };

enum {
	NEIGHBOURS = 4, /* letters of the index on each side that are looked at */
	WORD_LONGEST = 4,
	LONG_WORD = 3,
	ENUMERATED = 3,   /* ㅏ和ㅓ */
	LATIN_REACH = 40, /* no other lone Latin letter so near */
	ALONE_REACH = 150,
};

/* A word that is common enough: -ln of its frequency. */
static const float common_cost = 13.5F;

/* Scripts of which a letter has no use in mathematics, names of brands or as a sign: Cyrillic to Mongolian, Hangul, Arabic forms. */
static const struct {
	uint32_t first, last;
} scripts[] = {{0x0400, 0x1CFF}, {0x3041, 0x318F}, {0xA4D0, 0xABFF}, {0xAC00, 0xD7FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}};

/* Kana that are met in names, and kana and bopomofo that look like Han. */
static const char32_t accepted[] = U"のノヶヵケガがツッニエロカタトハヒヘへチミムーオメㄧ";

static const char *const spoken_of[] = {"字", "音", "字母", "母音", "元音", "辅音", "子音", "韵", "韻", "符号", "符號", "假名", NULL};
static const char *const speaks_of[] = {
	"字母", "音", "字", "元音", "母音", "辅音", "子音", "符号", "符號", "注音", "假名", "写作", "寫作", "谚文", NULL};

/* A letter, small or capital, and the character after it that are a word. */
static const char *const compounds[] = {"e家", "e站", "e路", "e通", "e时", "e時", "e族", "e人", "e代", "e化", "e购", "i人", "j人", "p人", "t恤",
	"t台", "t检", "t檢", "t字", "u盘", "u盤", "u型", "u形", "v领", "v領", "v信", "v字", "v形", "k歌", "k线", "k線", "k金", "k粉", "a股", "b股",
	"h股", "b超", "b站", "b级", "q版", "q群", "q弹", "q彈", "c语", "c罗", "c位", "o型", "s型", "s形", "l型", "l形", "m型", "y型", "h型", "g点",
	"g點", "p图", "p過", "p过", "p值", "d轨", "d軌", "d区", "d區", "d层", "d層", "d电", "d電", "d级", "d級", "d维", "s轨", "s軌", "f轨", "f軌",
	"s波", "z轴", "z軸", "z世", "y轴", "y軸", "a级", "a級", "g小", "d小", "f小", "g大", "d大", "f大", NULL};

/* After these a letter is a name, before those a quantity. */
static const char *const quantities[] = {"质量", "半径", "直径", "速度", "时间", "温度", "系数", "参数", "变量", "函数", "常数", "集合", "元素",
	"字母", "生素", "角度", "高度", "长度", "宽度", "厚度", "距离", "电压", "电流", "压强", "概率", "频率", "波长", "密度", "面积", "体积",
	"浓度", "间距", "周长", "边长", "公差", "弧长", "内径", "外径", "高差", "斜率", "向量", "矩阵", "指标", "符号", "代号", "编号", "等级", "型号", "类型", "方案", "选项", "附件", "公式", "项目", "直线",
	"平面", "线段", "分量", "深度", "力矩", "位移", "路程", "周期", "整数", "实数", "自然", "其中", "假设", "如果", "对于", "任意", "取值",
	"质点", "物体", "電流", "質量", "時間", "溫度", "係數", "參數", "變數", "函數", "常數", "長度", "距離", "電壓", "機率", "頻率", "波長",
	"面積", "體積", "間距", "周長", "邊長", "半徑", "直徑", "高度", "寬度", "濃度", "線段", "整數", "實數", "假設", "對於", NULL};
static const char *const relations[] = {"表示", "等于", "等於", "代表", "满足", "滿足", "大于", "大於", "小于", "小於", "增大", "减小", "減小",
	"越大", "越小", "为零", "為零", "趋于", "趨於", "检验", "檢驗", "轨道", "軌道", "电子", "電子", "射线", "射線", "语言", "語言", "小调",
	"小調", "大调", "大調", "字母", "曲线", "曲線", "时代", "時代", "函数", "函數", "变量", "變數", "方向", "坐标", "座標", "阶段", "階段",
	"模式", "空间", "空間", "频道", "頻道", "系列", "类型", "類型", "字型", "亚型", "粒子", "元素", "细胞", "細胞", "成正", "成反", "之间",
	"之間", "方案", "选项", NULL};

static bool is_foreign(uint32_t code_point)
{
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
		if (code_point >= scripts[i].first && code_point <= scripts[i].last)
			return !character_is_one_of(code_point, accepted);
	return false;
}

static bool is_letter(const struct article *article, uint32_t at)
{
	return article_is(article, at,
		CLASS_BIT(CLASS_LETTER) | CLASS_BIT(CLASS_HANGUL) | CLASS_BIT(CLASS_KANA) | CLASS_BIT(CLASS_BOPOMOFO) | CLASS_BIT(CLASS_LATIN) |
			CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_INVISIBLE));
}

static bool is_lone(const struct article *article, uint32_t at)
{
	return !is_letter(article, at - 1) && !is_letter(article, at + 1);
}

/* Does the same script stand in words near it? Then the text is about it. */
static bool has_words(const struct article *article, const struct positions *letters, uint32_t index)
{
	uint32_t paragraph = article_paragraph_at(article, letters->at[index]), others = 0;
	for (uint32_t i = index > NEIGHBOURS ? index - NEIGHBOURS : 0; i <= index + NEIGHBOURS && i < letters->count; i++) {
		bool same = letters != &article->index[CLASS_LETTER] || article->cp[letters->at[i]] >> 8 == article->cp[letters->at[index]] >> 8;
		if (i == index || !same || article_paragraph_at(article, letters->at[i]) != paragraph)
			continue;
		uint32_t apart = i < index ? letters->at[index] - letters->at[i] : letters->at[i] - letters->at[index];
		if (!is_lone(article, letters->at[i]) || apart <= ENUMERATED || ++others > 1)
			return true;
	}
	return false;
}

static void check_script(struct check_context *context, enum character_class class)
{
	const struct article *article = context->article;
	const struct positions *letters = &article->index[class];
	for (uint32_t i = 0; i < letters->count; i++) {
		uint32_t at = letters->at[i];
		bool left = article_is_han(article, at - 1), right = article_is_han(article, at + 1);
		bool inside = (left && (right || article_is(article, at + 1, CLASSES_WIDE_STOP))) ||
			      (right && article_is(article, at - 1, CLASSES_WIDE_STOP));
		if (!inside || !is_foreign(article->cp[at]) || !is_lone(article, at) || has_words(article, letters, i))
			continue;
		if (article_ends_any(article, at, speaks_of) || article_starts_any(article, at + 1, spoken_of) ||
			(article->pairs && pair_around(article, at, PAIRS_TITLE)))
			continue;
		struct span span = {at, at + 1};
		finding_text(report_add(context->report, MESSAGE_SCRIPT, span), span);
	}
}

/* A word of the dictionary of these characters, no personal name? */
static bool is_known(const struct check_context *context, const uint32_t *cp, uint32_t length)
{
	struct word word;
	return word_find(context->data, cp, length, &word) && word.tag != WORD_PERSON && word.tag != WORD_OTHER;
}

/* And a common one, no place? */
static bool is_word(const struct check_context *context, const uint32_t *cp, uint32_t length)
{
	struct word word;
	return is_known(context, cp, length) && word_find(context->data, cp, length, &word) && word.cost < common_cost && word.tag != WORD_PLACE;
}

/* 工z作, 实事j求是: is there a word that the letter cuts? Capitals, x and n must cut a longer one: 大S小S, 某年x月. */
static bool cuts_word(const struct check_context *context, uint32_t at, bool longer)
{
	const struct article *article = context->article;
	uint32_t text[WORD_LONGEST];
	bool meet = is_word(context, article->cp + at - 2, 2) || is_word(context, article->cp + at + 1, 2);
	for (uint32_t length = longer ? LONG_WORD : 2; length <= WORD_LONGEST; length++)
		for (uint32_t left = 1; left < length; left++) {
			memcpy(text, &article->cp[at - left], left * sizeof *text);
			memcpy(text + left, article->cp + at + 1, (length - left) * sizeof *text);
			bool whole = length >= LONG_WORD ? is_known(context, text, length) : is_word(context, text, length) && !meet;
			if (whole)
				return true;
		}
	return false;
}

static bool is_compound(const struct article *article, uint32_t at)
{
	for (const char *const *compound = compounds; *compound; compound++)
		if ((article->cp[at] | 0x20) == (uint32_t) * *compound && article_starts(article, at + 1, *compound + 1))
			return true;
	return false;
}

static bool is_name(const struct article *article, uint32_t at)
{
	return is_compound(article, at) || article_ends_any(article, at, quantities) || article_starts_any(article, at + 1, relations) ||
	       character_is_one_of(article->cp[at - 1], U"第设設取令若当當条條款项項图圖表点點线線边邊角第某甲乙丙级級型号號型素小老阿加") ||
	       character_is_one_of(article->cp[at + 1], U"款项項轴軸型形级級字值类類组組班座区區度");
}

/* Another lone Latin letter near it, the same or not between Han: variables, options, grades. */
static bool has_company(const struct article *article, uint32_t at)
{
	struct span text = article->paragraphs[article_paragraph_at(article, at)].span;
	uint32_t begin = article_back(article, at, LATIN_REACH), end = article_ahead(article, at, LATIN_REACH);
	for (uint32_t i = begin > text.begin ? begin : text.begin; i < end && i < text.end; i++) {
		if (i == at || article->cls[i] != CLASS_LATIN || article->cls[i - 1] == CLASS_LATIN || article->cls[i + 1] == CLASS_LATIN)
			continue;
		bool tight = article_is_han(article, i - 1) && article_is_han(article, i + 1);
		bool same_case = ((article->cp[i] ^ article->cp[at]) & 0x20) == 0;
		if ((article->cp[i] | 0x20) == (article->cp[at] | 0x20) || (same_case && !tight))
			return true;
	}
	return false;
}

/* No other letter of its own in a wide reach: the text has no variables. */
static bool is_only_letter(const struct article *article, uint32_t at)
{
	struct span text = article->paragraphs[article_paragraph_at(article, at)].span;
	uint32_t begin = article_back(article, at, ALONE_REACH), end = article_ahead(article, at, ALONE_REACH);
	for (uint32_t i = begin > text.begin ? begin : text.begin; i < end && i < text.end; i++)
		if (i != at && article->cls[i] == CLASS_LATIN && article->cls[i - 1] != CLASS_LATIN && article->cls[i + 1] != CLASS_LATIN)
			return false;
	return true;
}

/* 古老d净土经典: d for 的, which a noun follows and no letter else is near; 我们n在: no letter follows 们 but as a verb. */
static bool is_slip(const struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint32_t left = article->cp[at - 1], right = article->cp[at + 1];
	if (character_is_one_of(left, U"们們"))
		return article->cp[at] != 'v' && article->cp[at] != 'x';
	if (article->cp[at] != 'd' || character_is_one_of(left, U"是为為以于於和与與或的令设設有按选選点點距第个個一") ||
		character_is_one_of(right, U"为為是与與和或的不越取有在个個次天日年月时時倍以并並且等键鍵值盘盤挡擋档檔罩杯大小变變增减減处處指轴軸维維音调調级級区區"))
		return false;
	struct word words[WORD_LONGEST];
	uint32_t count = word_prefixes(context->data, article->cp + at + 1, WORD_LONGEST, words, WORD_LONGEST);
	enum word_tag tag = count > 0 && span_length(words[count - 1].span) > 1 ? words[count - 1].tag : WORD_UNKNOWN;
	return (tag == WORD_NOUN || tag == WORD_ADJECTIVE || tag == WORD_PLACE || tag == WORD_PRONOUN) && is_only_letter(article, at);
}

/* 已经g完成: between two words, the first of which is no thing that a letter could name: not 样本s应当, but 居民s留意. */
static bool is_between(const struct check_context *context, uint32_t at)
{
	const uint32_t *cp = context->article->cp;
	struct word left;
	bool words = is_word(context, cp + at - 2, 2) && is_word(context, cp + at + 1, 2) && word_find(context->data, cp + at - 2, 2, &left);
	return words && (left.tag != WORD_NOUN || character_is_one_of(cp[at - 1], U"民员員者师師生友众眾"));
}

static void check_latin(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint32_t letter = article->cp[at];
	bool capital = letter >= 'A' && letter <= 'Z';
	if (!article_is_han(article, at - 1) || !article_is_han(article, at + 1) || (!capital && (letter < 'a' || letter > 'z')) ||
		is_name(article, at) || has_company(article, at))
		return;
	bool between = character_is_one_of(letter, U"fghjlswyz") && is_between(context, at);
	bool cuts = cuts_word(context, at, capital || letter == 'x' || letter == 'n');
	if (!between && !cuts && !is_slip(context, at))
		return;
	struct span span = {at, at + 1};
	struct finding *finding = report_add(context->report, MESSAGE_LATIN, span);
	finding_text(finding, span);
	if (cuts)
		finding_fix(finding, FIX_UNSAFE, span, "");
}

static void run(struct check_context *context)
{
	static const uint8_t classes[] = {CLASS_LETTER, CLASS_HANGUL, CLASS_KANA, CLASS_BOPOMOFO};
	const struct article *article = context->article;
	for (size_t c = 0; c < sizeof classes; c++)
		check_script(context, classes[c]);
	if (article->class_count[CLASS_LATIN] == 0)
		return;
	const uint8_t *cls = article->cls;
	for (uint32_t at = article->begin; at < article->end;) {
		const uint8_t *next = memchr(cls + at, CLASS_LATIN, article->end - at);
		if (!next)
			break;
		uint32_t begin = (uint32_t)(next - cls);
		at = article_skip(article, begin, article->end, CLASS_BIT(CLASS_LATIN));
		if (at == begin + 1)
			check_latin(context, begin);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_SCRIPT] = {"script", N_("“{0}” is a lone letter of another script in a Chinese sentence"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_LATIN] = {"latin", N_("“{0}” is a lone Latin letter inside a word or between two"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_script_stray = {
	.struct_size = sizeof(struct check),
	.name = "script_stray",
	.summary = N_("a lone letter of another script in a Chinese sentence"),
	.needs = NEED_PAIRS | NEED_WORDS,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
