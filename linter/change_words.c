/* change_words: the verbs of change and the words between the numbers of one. */
#include "change_p.h"

enum { RUN = 8, NOUN = 10, SOURCE = 22, LABEL = 8 };

/* Characters of which verbs of change are made: 稳步增长到, 骤减至, 涨幅达. UP or DOWN decides. LINK: what may stand after a verb, 约 and 的, and 翻.
 */
enum part { PART_NONE, PART_LINK, PART_UP, PART_DOWN, PART_FILLER };

/* Asked before every figure: a switch, since texts are slow to look through. */
static enum part part_of(uint32_t code_point)
{
	/* clang-format off */
	switch (code_point) {
	case U'增': case U'升': case U'涨': case U'漲': case U'扩': case U'擴': case U'攀': case U'扬': case U'揚': case U'拓': case U'延':
		return PART_UP;
	case U'减': case U'減': case U'降': case U'跌': case U'缩': case U'縮': case U'滑': case U'萎': case U'削': case U'裁': case U'压': case U'壓': case U'挫': case U'窄':
	case U'简': case U'簡':
		return PART_DOWN;
	case U'长': case U'長': case U'加': case U'多': case U'高': case U'大': case U'幅': case U'度': case U'速': case U'率': case U'额': case U'額': case U'量': case U'上':
	case U'下': case U'回': case U'调': case U'調': case U'提': case U'小': case U'短': case U'少': case U'低': case U'走': case U'发': case U'發': case U'展': case U'壮':
	case U'壯': case U'落': case U'浮': case U'收': case U'猛': case U'激': case U'锐': case U'銳': case U'骤': case U'驟': case U'飙': case U'飆': case U'暴': case U'净':
	case U'淨': case U'变': case U'變': case U'改': case U'整': case U'了': case U'放': case U'张': case U'張': case U'精': case U'至': case U'到': case U'为': case U'為':
	case U'成': case U'达': case U'達': case U'出': case U'轻': case U'輕': case U'节': case U'節': case U'省':
		return PART_FILLER;
	case U'约': case U'約': case U'近': case U'超': case U'过': case U'過': case U'逾': case U'足': case U'乎': case U'概': case U'仅': case U'僅': case U'只': case U' ':
	case U'的': case U'翻':
		return PART_LINK;
	default:
		return PART_NONE;
	}
	/* clang-format on */
}

/* The length of the precision that ends before a position: 约 近 超过; 0: none does. */
static uint32_t precision_length(const struct article *article, uint32_t at)
{
	const uint32_t before = article->cp[at - 2];
	switch (article->cp[at - 1]) {
	case U'约':
	case U'約':
	case U'近':
	case U'超':
	case U'逾':
	case U'仅':
	case U'僅':
	case U'只':
	case U' ': return 1;
	case U'过':
	case U'過': return before == U'超' ? 2 : 0;
	case U'足': return before == U'不' || before == U'足' ? 2 : 0;
	case U'到': return before == U'不' ? 2 : 0;
	case U'乎': return before == U'几' || before == U'幾' ? 2 : 0;
	case U'少': return before == U'至' ? 2 : 0;
	case U'整': return before == U'整' ? 2 : 0;
	case U'达':
	case U'達': return before == U'高' ? 2 : 0;
	case U'概': return before == U'大' ? 2 : 0;
	default: return 0;
	}
}

/* The position before 约 近 超过. */
static uint32_t skip_precision(const struct article *article, uint32_t at)
{
	for (uint32_t length; (length = precision_length(article, at)) > 0;)
		at -= length;
	return at;
}

/* 2023年的, 今年的, 高峰时的 and 每年 before the new value: the position before that. */
static uint32_t skip_label(const struct article *article, const struct figure *figure, uint32_t at, uint32_t floor)
{
	/* 提升到每年8万吨 */
	for (uint32_t i = at; i > floor && i + 4 > at; i--)
		if (article->cp[i - 1] == U'每')
			return i - 1;
	bool possessive = at > floor && article->cp[at - 1] == U'的';
	uint32_t before = at - possessive;
	if (figure > article->figures && figure[-1].kind == FIGURE_DATE && figure[-1].span.end == before)
		return figure[-1].span.begin;
	for (uint32_t i = before; possessive && i > floor && i + LABEL > before && article_is_han(article, i - 1); i--) {
		if (!character_is_one_of(article->cp[i - 1], U"至到为為"))
			continue;
		bool dated = figure > article->figures && figure[-1].kind == FIGURE_DATE && figure[-1].span.end > i;
		return dated ? figure[-1].span.begin : i;
	}
	return at;
}

/* 原来的3倍: where 原来 begins. */
static uint32_t ratio_base(const struct article *article, uint32_t at)
{
	static const char *const words[] = {"原来", "原來", "原先", "去年", "上年", "前年", "过去", "過去", "之前", "此前", "当初", "當初", "最初",
		"以前", "年前", "上年同期", "去年同期", "同期", "当年", "當年", "前者", "初期", "开办时", "開辦時", "建厂时", "建廠時", "建校时",
		"建校時", "创办时", "創辦時", "前一年", "上一年", NULL};
	uint32_t length = article->cp[at - 1] == U'的' ? article_longest_before(article, at - 1, words) : 0;
	return length > 0 ? at - 1 - length : at;
}

static int direction_of(const struct article *article, struct span run)
{
	bool rises = false, falls = false;
	for (uint32_t at = run.begin; at < run.end; at++) {
		const uint32_t before = at > run.begin ? article->cp[at - 1] : 0;
		const enum part part = part_of(article->cp[at]);
		rises |= part == PART_UP;
		falls |= part == PART_DOWN;
		switch (article->cp[at]) {
		case U'高': rises |= before == U'提' || before == U'走'; break;
		case U'至': rises |= before == U'提'; break;
		case U'大': rises |= before == U'加' || before == U'放'; break;
		case U'长':
		case U'長': rises |= before == U'成' || before == U'加' || before == U'放'; break;
		case U'调':
		case U'調':
		case U'浮':
			rises |= before == U'上';
			falls |= before == U'下';
			break;
		case U'省': falls |= before == U'节' || before == U'節'; break;
		case U'落': falls |= before == U'回'; break;
		case U'低': falls |= before == U'走'; break;
		default: break;
		}
	}
	return rises == falls ? 0 : rises ? 1 : -1;
}

/* 发展到, 变为, 调整至: a new value without a direction. */
static bool is_neutral(const struct article *article, struct span run)
{
	static const char *const stems[] = {"发展", "發展", "壮大", "壯大", "变", "變", "调整", "調整", "改", NULL};
	return article_ends_any(article, run.end - 1, stems);
}

/* 多了100家, 少3天: only beside what it is compared with. */
static int plain_direction(const struct article *article, struct span run)
{
	static const char *const others[] = {"至多", "至少", "最多", "最少", "不少", "最高", "最低", "许多", NULL};
	uint32_t at = run.end - (article->cp[run.end - 1] == U'了' || article->cp[run.end - 1] == U'出');
	bool more = character_is_one_of(article->cp[at - 1], U"多高长長"), less = character_is_one_of(article->cp[at - 1], U"少低短");
	if (at <= run.begin || (!more && !less) || article_ends_any(article, at, others))
		return 0;
	return more ? 1 : -1;
}

static bool is_new_value(const struct article *article, struct span run)
{
	uint32_t before = article->cp[run.end - 2];
	switch (article->cp[run.end - 1]) {
	case U'至':
	case U'到': return before != U'达' && before != U'達';
	case U'为':
	case U'為':
	case U'成': return !character_is_one_of(before, U"幅速率额額量度");
	default: return false;
	}
}

bool change_may_follow_verb(const struct article *article, const struct figure *figure)
{
	const uint32_t *before = article->cp + figure->span.begin;
	if (part_of(before[-1]) != PART_NONE || before[-1] == U'每' || before[-2] == U'每' || before[-3] == U'每' || before[-4] == U'每')
		return true;
	return figure > article->figures && figure[-1].kind == FIGURE_DATE && figure[-1].span.end == figure->span.begin;
}

/* What a run may begin with that is part of no verb there. */
static bool is_hollow(const struct article *article, uint32_t at)
{
	const uint32_t next = article->cp[at + 1];
	/* clang-format off */
	switch (article->cp[at]) {
	case U'成': return next != U'长' && next != U'長';
	case U'上': return !character_is_one_of(next, U"升涨漲调調浮扬揚");
	case U'量': case U'额': case U'額': case U'率': case U'度': case U'速': case U'为': case U'為': case U'了': case U'至': case U'到': case U'达': case U'達': case U'多':
	case U'少': case U'出': case U'短': case U'长': case U'長':
		return true;
	default:
		return false;
	}
	/* clang-format on */
}

struct change_verb change_verb_before(const struct article *article, const struct figure *figure, uint32_t floor)
{
	struct change_verb verb = {.begin = figure->span.begin};
	uint32_t at = skip_precision(article, figure->span.begin), base = ratio_base(article, at);
	verb.ratio = base != at;
	at = skip_precision(article, verb.ratio ? base : skip_label(article, figure, at, floor));
	struct span run = {at, at};
	while (run.begin > floor && run.begin + RUN > at && part_of(article->cp[run.begin - 1]) >= PART_UP)
		run.begin--;
	while (run.begin + 1 < at && is_hollow(article, run.begin))
		run.begin++;
	uint32_t turned = at - (article->cp[at - 1] == U'了');
	verb.end = at;
	verb.twofold = turned > floor && article->cp[turned - 1] == U'翻';
	verb.begin = verb.twofold ? turned - 1 : run.begin;
	if (verb.twofold || span_length(run) == 0) {
		verb.found = verb.twofold || verb.ratio;
		return verb;
	}
	verb.direction = direction_of(article, run);
	verb.to = is_new_value(article, run);
	/* 新增100家 does not say how many closed. */
	if (article->cp[run.begin - 1] == U'新')
		verb.direction = 0;
	else if (verb.direction == 0 && !verb.to)
		verb.direction = plain_direction(article, run);
	verb.found = verb.ratio || verb.direction != 0 || (verb.to && is_neutral(article, run));
	if (verb.ratio && verb.direction == 0)
		verb.begin = at;
	return verb;
}

/* Dates and durations say when, not what; a base in another year is another base. */
static uint32_t skip_time(const struct article *article, uint32_t at)
{
	uint32_t index = figure_from(article, at);
	if (index == article->figure_count || article->figures[index].span.begin != at || character_is_one_of(article->cp[at - 1], U"比较較"))
		return at;
	const struct figure *figure = &article->figures[index];
	bool is_time = figure->kind == FIGURE_DATE || (figure->kind == FIGURE_CARDINAL && figure->measure == UNIT_DURATION);
	return is_time ? figure->span.end : at;
}

static const char *const linking[] = {"同比", "比", "较", "較", "与", "與", "和", "上年", "去年", "同期", "前一年", "上一年", "上届", "上屆", "相比",
	"相较", "相較", "之前", "以前", "此前", "原来", "原來", "原先", "过去", "過去", "最初", "当初", "當初", "净", "淨", "共", "一共", "总共",
	"總共", "共计", "共計", "累计", "累計", "整整", "足足", "几乎", "幾乎", "大约", "大約", "约", "約", "将近", "將近", "接近", "近", "超过",
	"超過", "达", "達", "达到", "達到", "即", "也就是", "相当于", "相當於", "等于", "等於", "一年", "期间", "期間", "总体", "總體", "整体",
	"整體", "大幅", "大幅度", "显著", "顯著", "明显", "明顯", "相应", "相應", "又", "再", "已", "已经", "已經", "实现", "實現", "实现了",
	"實現了", "数量", "數量", "总量", "總量", "总数", "總數", "规模", "規模", "直接", "一举", "一舉", "一下子", "短短", "年间", "年間", "之间",
	"之間", "里", "内", "內", "间", "間", "来", "來", "就", "便", "则", "則", "也", "的", "是", "为", "為", "了", "后", "後", "比之", "这", "這",
	"于是", "於是", "从而", "從而", "，", ",", " ", "至", "到", "时间", "時間", "其", "竟", "竟然", "恰好", "正好", "刚好", "剛好", "实际上",
	"實際上", "中", "年", "总", "總", "+", "由此", "收于", "收於", "收报", "收報", "报", "報", "收盘", "收盤", "现在", "現在", "当日", "當日",
	"全天", NULL};

bool change_goes_on(const struct article *article, uint32_t begin, uint32_t end)
{
	uint64_t marks = CLASSES_STOP | CLASSES_OPENING | CLASS_BIT(CLASS_DASH);
	uint32_t mark = article_find(article, begin, end, marks | CLASS_BIT(CLASS_NEWLINE)), at = begin;
	if (end < begin)
		return false;
	if (mark < end) {
		uint32_t noun = article_skip(article, begin, mark, CLASSES_HAN | CLASSES_LATIN | CLASSES_CLOSING | CLASSES_SPACE);
		if (noun != mark || mark > begin + NOUN || !character_is_one_of(article->cp[mark], U"，,（(；;：—"))
			return false;
		at = article_skip(article, mark + 1, end, CLASSES_SPACE | CLASS_BIT(CLASS_DASH));
	}
	while (at < end) {
		uint32_t next = skip_time(article, at);
		next = next == at ? at + article_longest_at(article, at, linking) : next;
		if (next == at)
			return false;
		at = next;
	}
	return at == end;
}

uint32_t change_source(const struct article *article, const struct figure *figure, uint32_t floor)
{
	static const char *const others[] = {"由于", "由於", "从事", "從事", "从业", "從業", NULL}, *const ends[] = {
													    "自由", "理由", "缘由", "緣由", NULL};
	uint32_t limit = article_back(article, figure->span.begin, SOURCE);
	for (uint32_t at = figure->span.begin; at > limit && at > floor && !article_is(article, at - 1, CLASSES_PAUSE | CLASS_BIT(CLASS_NEWLINE));
		at--) {
		if (character_is_one_of(article->cp[at - 1], U"由从從自") && !article_starts_any(article, at - 1, others) &&
			!article_ends_any(article, at, ends))
			return at - 1;
	}
	return 0;
}

uint32_t change_clause_begin(const struct article *article, uint32_t at, uint32_t floor)
{
	return article_skip_back(article, at, floor, ~(CLASSES_PAUSE | CLASSES_OPENING | CLASS_BIT(CLASS_NEWLINE)));
}

/* Over a date that begins at a position before FIGURE. */
static uint32_t skip_year(const struct article *article, uint32_t at, const struct figure *figure)
{
	while (figure > article->figures && figure[-1].span.begin >= at)
		figure--;
	return figure->span.begin == at && figure->kind == FIGURE_DATE ? figure->span.end : at;
}

uint32_t change_skip_earlier(const struct article *article, uint32_t at, const struct figure *figure)
{
	static const char *const words[] = {"去年", "上年", "去年同期", "上年同期", "上年同期数", "上期", "前年", "上届", "上屆", "原来", "原來",
		"原先", "过去", "過去", "以前", "期初", "年初", "同期", "昨日", "昨天", "上月", NULL};
	static const char *const same[] = {"同期", NULL};
	uint32_t length = article_longest_at(article, at, words);
	at = length > 0 ? at : skip_year(article, at, figure);
	return at + (length > 0 ? length : article_longest_at(article, at, same));
}

uint32_t change_skip_later(const struct article *article, uint32_t at, const struct figure *figure)
{
	static const char *const words[] = {
		"今年", "本届", "本屆", "现在", "現在", "目前", "如今", "本年", "本期", "期末", "年末", "今天", "今日", "本月", NULL};
	uint32_t length = article_longest_at(article, at, words);
	return length > 0 ? at + length : skip_year(article, at, figure);
}
