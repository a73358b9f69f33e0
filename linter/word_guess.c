/* word: persons, places, foreign names and doubled words that no dictionary lists. */
#include "word_p.h"

#include <pthread.h>

#include "name_p.h"

enum { TITLE_LONGEST = 4 };

/* What stands at once before a name of a person, or after it. */
static const char *const titles_before[] = {"记者", "記者", "通讯员", "書記", "书记", "主任", "局长", "局長", "市长", "市長", "县长", "縣長", "镇长",
	"鎮長", "乡长", "鄉長", "村长", "村長", "校长", "校長", "院长", "院長", "所长", "所長", "处长", "處長", "科长", "科長", "部长", "部長",
	"会长", "會長", "社长", "社長", "厂长", "廠長", "队长", "隊長", "站长", "站長", "省长", "省長", "区长", "區長", "议长", "議長", "秘书长",
	"秘書長", "理事长", "理事長", "董事长", "董事長", "教授", "博士", "院士", "医生", "醫生", "医师", "醫師", "护士", "護士", "老师", "老師",
	"教师", "教師", "教练", "教練", "导演", "導演", "演员", "演員", "作家", "主席", "总统", "總統", "总理", "總理", "经理", "經理", "总裁",
	"總裁", "委员", "委員", "代表", "研究员", "研究員", "工程师", "工程師", "律师", "律師", "民警", "警官", "法官", "检察官", "檢察官", "负责人",
	"負責人", "发言人", "發言人", "居民", "村民", "市民", "农民", "農民", "党员", "黨員", "干部", "幹部", "队员", "隊員", "学生", "學生", "同学",
	"同學", "同志", "选手", "選手", "司机", "司機", "嫌疑人", "男子", "女子", "立委", "議員", "议员", NULL};
static const char *const titles_after[] = {"先生", "女士", "小姐", "同志", "同学", "同學", "老师", "老師", "教授", "博士", "医生", "醫生", "医师",
	"醫師", "书记", "書記", "主任", "局长", "局長", "市长", "市長", "校长", "校長", "院长", "院長", "经理", "經理", "总统", "總統", "说", "說",
	"表示", "指出", "介绍", "介紹", "告诉", "告訴", "认为", "認為", "称", "稱", "回忆", "回憶", "坦言", "强调", "強調", "透露", "解释", "解釋",
	"补充", "補充", "感叹", "感嘆", "呼吁", "呼籲", "问道", "問道", "笑道", "答道", NULL};
static const char *const double_surnames[] = {"欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "东方", "東方", "慕容", "令狐", "皇甫",
	"尉迟", "尉遲", "公孙", "公孫", "夏侯", "端木", "长孙", "長孫", "宇文", NULL};
static const char *const firms[] = {"公司", "集团", "集團", "中学", "中學", "小学", "小學", "大学", "大學", "学院", "學院", "医院", "醫院", "银行",
	"銀行", "酒店", "饭店", "飯店", "街道", "办事处", "辦事處", "社区", "社區", "小区", "小區", "机场", "機場", "车站", "車站", "水库", "水庫",
	"大桥", "大橋", "高速", "隧道", "公园", "公園", "广场", "廣場", NULL};

/* Suffixes of places; what no name holds. */
static const char places[] = "乡县寺庄庙廟村縣莊街路鄉鎮镇";
static const char nameless[] =
	"上下不与个中为么也了于什从他以们件会但位你便個們內其内再分到前又及只叫可号各名后向吗吧呀呢和哪啊問喊嗎在外她它对将將對就年应後從怎應我或才"
	"把於日时是時會月有本条某條次此每沒没点為由的着种称種稱等答类而能與著號被裡要該說誰该说谁跟过还这這過道還那都里間问间項项麼點";

/* What a character may be, so that lists are asked seldom: made from them once, a byte each. */
enum {
	TITLE_END = 1 << 0,   /* the last one of a title before a name, */
	TITLE_BEGIN = 1 << 1, /* the first one of what stands behind it, */
	DOUBLE_BEGIN = 1 << 2,
	FIRM_BEGIN = 1 << 3,
	PLACE = 1 << 4,
	NAMELESS = 1 << 5,
	TITLE_FIRST = 1 << 6, /* the first one of a title before a name */
};
static uint8_t roles[0x10000];

static uint8_t role_of(const struct guess *guess, uint32_t at)
{
	return at < guess->length && guess->cp[at] < 0x10000 ? roles[guess->cp[at]] : 0;
}

static void add_texts(const char *const *texts, uint8_t first, uint8_t last)
{
	for (; *texts; texts++) {
		const char *text = *texts;
		uint32_t character = character_decode(&text);
		roles[character] |= first;
		while (*text)
			character = character_decode(&text);
		roles[character] |= last;
	}
}

static void add_characters(const char *characters, uint8_t role)
{
	while (*characters)
		roles[character_decode(&characters)] |= role;
}

static void make_roles(void)
{
	add_texts(titles_before, TITLE_FIRST, TITLE_END);
	add_texts(titles_after, TITLE_BEGIN, 0);
	add_texts(double_surnames, DOUBLE_BEGIN, 0);
	add_texts(firms, FIRM_BEGIN, 0);
	add_characters(places, PLACE);
	add_characters(nameless, NAMELESS);
}

void word_guess_begin(void)
{
	static pthread_once_t made = PTHREAD_ONCE_INIT;
	pthread_once(&made, make_roles);
}

static bool starts(const uint32_t *cp, uint32_t length, const char *text)
{
	for (; *text; cp++, length--)
		if (length == 0 || *cp != character_decode(&text))
			return false;
	return true;
}

static bool starts_any(const struct guess *guess, uint32_t at, const char *const *texts)
{
	for (; *texts; texts++)
		if (starts(guess->cp + at, guess->length - at, *texts))
			return true;
	return false;
}

static bool follows_title(const struct guess *guess, uint32_t at)
{
	if (at == 0 || !(role_of(guess, at - 1) & TITLE_END))
		return false;
	for (uint32_t length = 2; length <= TITLE_LONGEST && length <= at; length++)
		for (const char *const *title = titles_before; role_of(guess, at - length) & TITLE_FIRST && *title; title++)
			if (starts(guess->cp + at - length, length, *title))
				return true;
	return false;
}

static bool is_before_title(const struct guess *guess, uint32_t at)
{
	return role_of(guess, at) & TITLE_BEGIN && starts_any(guess, at, titles_after);
}

/* May these characters be those of a name? */
static bool may_name(const struct guess *guess, uint32_t begin, uint32_t end)
{
	if (end > guess->length)
		return false;
	for (uint32_t i = begin; i < end; i++)
		if (!class_in(character_class(guess->cp[i]), CLASSES_HAN & ~CLASS_BIT(CLASS_HAN_NUMERAL)) || role_of(guess, i) & NAMELESS)
			return false;
	return true;
}

static struct word guessed(uint32_t length, enum word_tag tag, float cost)
{
	return (struct word){.span = {0, length}, .tag = tag, .cost = cost};
}

static uint32_t surname_length(const struct guess *guess, uint32_t at)
{
	if (role_of(guess, at) & DOUBLE_BEGIN && starts_any(guess, at, double_surnames))
		return 2;
	return character_is_surname(guess->cp[at]) ? 1 : 0;
}

/* 王建国, 欧阳修: dearer than the words that it may be made of. */
static uint32_t guess_persons(const struct guess *guess, uint32_t at, struct word *words)
{
	const float cost_of_two = 13, cost_of_three = 15.5F;
	/* Seldom is a title where one has to be: before the name, or behind two to four characters. */
	uint8_t after = role_of(guess, at + 2) | role_of(guess, at + 3) | role_of(guess, at + 4);
	if (!(after & TITLE_BEGIN) && (at == 0 || !(role_of(guess, at - 1) & TITLE_END)))
		return 0;
	uint32_t count = 0, surname = surname_length(guess, at);
	bool titled = surname && follows_title(guess, at);
	for (uint32_t given = 1; surname && given <= 2; given++)
		if (may_name(guess, at + surname, at + surname + given) && (titled || is_before_title(guess, at + surname + given)))
			words[count++] = guessed(surname + given, WORD_PERSON, given == 1 ? cost_of_two : cost_of_three);
	return count;
}

static bool has_sound(uint32_t code_point)
{
	return name_is(code_point, NAME_ROLE_SOUND);
}

/* 卡萨吉马斯: to the end of the characters that sound so, or to one or two before it, which may be other words. */
static uint32_t guess_foreign(struct guess *guess, uint32_t at, struct word *words)
{
	enum { LEAST = 3, MOST = 12, SPARE = 2 };
	const float fixed = 6, each = 4;
	uint32_t count = 0, end = guess->sounds_end > at ? guess->sounds_end : at;
	if (at + LEAST > guess->length || !has_sound(guess->cp[at + LEAST - 1]) || !has_sound(guess->cp[at]))
		return 0;
	while (end < guess->length && end < at + MOST && has_sound(guess->cp[end]))
		end++;
	guess->sounds_end = end;
	for (uint32_t spare = 0; spare <= SPARE && end >= at + LEAST + spare; spare++)
		words[count++] = guessed(end - spare - at, WORD_PERSON, fixed + each * (float)(end - spare - at));
	return count;
}

/* 沟赵镇 is one word, 宏远公司 two. */
static uint32_t guess_places(const struct guess *guess, uint32_t at, struct word *words)
{
	const float cost_of_place = 24, cost_of_firm = 17;
	uint8_t role = role_of(guess, at + 2);
	if (role & PLACE && may_name(guess, at, at + 2)) {
		words[0] = guessed(3, WORD_PLACE, cost_of_place);
		return 1;
	}
	if (!(role & FIRM_BEGIN) || !may_name(guess, at, at + 2) || !starts_any(guess, at + 2, firms))
		return 0;
	words[0] = guessed(2, WORD_ORGANISATION, cost_of_firm);
	return 1;
}

/* 干干净净 by 干净, 看一看 and 看了看 by 看. */
static uint32_t guess_doubled(const struct guess *guess, uint32_t at, struct word *words)
{
	const float dearer = 4;
	const uint32_t *cp = guess->cp + at;
	uint32_t left = guess->length - at;
	struct word word;
	if (left >= 4 && cp[0] == cp[1] && cp[2] == cp[3] && cp[0] != cp[2]) {
		const uint32_t half[] = {cp[0], cp[2]};
		if (word_find(guess->data, half, 2, &word)) {
			words[0] = guessed(4, word.tag, word.cost + dearer);
			return 1;
		}
	}
	if (left >= 3 && cp[0] == cp[2] && (cp[1] == 0x4E00 || cp[1] == 0x4E86) && word_find(guess->data, cp, 1, &word) &&
		word.tag == WORD_VERB) { /* 一 了 */
		words[0] = guessed(3, WORD_VERB, word.cost + dearer);
		return 1;
	}
	return 0;
}

uint32_t word_guess(struct guess *guess, uint32_t at, struct word words[WORD_GUESSES])
{
	uint32_t count = guess_persons(guess, at, words);
	count += guess_foreign(guess, at, words + count);
	count += guess_places(guess, at, words + count);
	return count + guess_doubled(guess, at, words + count);
}
