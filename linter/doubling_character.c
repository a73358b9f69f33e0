/* doubling: one character twice: 的的, 领导导, 纷纷纷纷. */
#include "doubling_p.h"

#include "pair.h"

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

static const struct doubled *find_doubled(uint32_t code_point)
{
	for (size_t i = 0; i < sizeof doubled / sizeof *doubled; i++)
		if (character_is_one_of(code_point, doubled[i].characters))
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
	const struct word *first = candidate_word_to(candidate, at + 1), *second = candidate_word_from(candidate, at + 1);
	const struct word *both = candidate_word_from(candidate, at);
	bool excused = character_is_one_of(cp[at - 1], entry->after) || character_is_one_of(cp[at + 2], entry->before);
	if (word_length(both) == 2)
		return !excused;
	if (word_length(second) == 2 && cp[at] == 0x53CA && cp[at + 2] == 0x5176 && cp[at - 1] == 0x4EE5) /* 以及|及其 */
		return true;
	if (word_length(second) != 1)
		return false;
	if (cp[at] == 0x5730) /* 地: only 高兴地地跑 */
		return word_length(first) == 1 && is_manner(candidate_word_to(candidate, at));
	return !excused && (word_length(first) == 1 || (first && article_is_any(candidate->article, first->span, closed_words)));
}

/* 安禾县和和家政服务部: a name between its place and what it is. */
static bool is_firm(const struct article *article, uint32_t at)
{
	uint32_t end = article_skip(article, at, article_ahead(article, at, CONTEXT), CLASSES_HAN);
	if (!character_is_one_of(article->cp[at - 1], "县縣市区區镇鎮省村"))
		return false;
	for (uint32_t i = at + 2; i < end; i++)
		if (character_is_one_of(article->cp[i], "店部厂廠馆館司社行坊院园園心"))
			return true;
	return false;
}

/* 妈妈, 常常: the dictionary has some doublings that are rare, too. */
static bool is_common(const struct candidate *candidate, struct span span)
{
	struct word word;
	return candidate_is_known(candidate, span, &word) && word.cost < 14;
}

static bool may_follow(const struct word *word, const struct word *next)
{
	if (!next || word->tag == WORD_FUNCTION)
		return true;
	if (next->tag == WORD_PARTICLE || next->tag == WORD_FUNCTION)
		return true;
	return word_length(next) > 1 && (next->tag == WORD_VERB || next->tag == WORD_ADVERB || next->tag == WORD_PRONOUN);
}

static bool found(struct doubling *doubling, struct span unit, struct span whole, bool is_sure)
{
	*doubling = (struct doubling){.unit = unit, .whole = whole, .is_sure = is_sure};
	return true;
}

/* 领导导高度重视, 如果果没有: a common word, and its last character again, which is rarely a word and has nothing to belong to. */
static bool is_tail_doubled(struct candidate *candidate, struct span whole, struct doubling *doubling)
{
	const float common = 11.5F, rare = 9;
	const uint64_t usual = 1u << WORD_NOUN | 1u << WORD_VERB | 1u << WORD_ADJECTIVE | 1u << WORD_ADVERB | 1u << WORD_FUNCTION |
			       1u << WORD_PRONOUN | 1u << WORD_TIME;
	struct word alone = {.cost = 0};
	candidate_segment(candidate, whole);
	const struct word *word = candidate_word_to(candidate, whole.begin + 1), *again = candidate_word_from(candidate, whole.begin + 1);
	if (word_length(word) < 2 || word_length(again) != 1 || !(usual >> word->tag & 1) || word->cost > common)
		return false;
	if (candidate->article->cls[word->span.begin] == CLASS_HAN_NUMERAL || !candidate_is_known(candidate, again->span, &alone) ||
		alone.cost < rare)
		return false;
	if (alone.tag == WORD_MEASURE || alone.tag == WORD_PARTICLE || !may_follow(word, candidate_word_from(candidate, whole.end)))
		return false;
	return found(doubling, (struct span){whole.begin, whole.begin + 1}, whole, false);
}

/* 的的: a character that is never rightly doubled. */
static bool is_single_doubled(struct candidate *candidate, struct span whole, const struct doubled *entry, struct doubling *doubling)
{
	const struct article *article = candidate->article;
	const uint32_t *cp = article->cp;
	uint32_t at = whole.begin, count = whole.end - whole.begin;
	if (count > 3 || (count == 3 && !character_is_one_of(cp[at], "的了在和与與及于於为為从從")))
		return false;
	if (character_is_one_of(cp[at], "是你我他她这這对對要就") && (!article_is_han(article, whole.end) || pair_around(article, at, PAIRS_QUOTE)))
		return false;                         /* stutters and answers */
	if (cp[at] == 0x548C && is_firm(article, at)) /* 和 */
		return false;
	candidate_segment(candidate, whole);
	return stand_alone(candidate, at, entry) && found(doubling, (struct span){at, at + 1}, whole, true);
}

/* 纷纷纷纷: four of one character are a doubled adverb; of other words they are a cry or a sound. */
static bool is_adverb_doubled(const struct candidate *candidate, struct span whole, struct doubling *doubling)
{
	struct word word;
	struct span unit = {whole.begin, whole.begin + 2};
	return candidate_is_known(candidate, unit, &word) && word.tag == WORD_ADVERB && found(doubling, unit, whole, true);
}

bool character_is_single(uint32_t code_point)
{
	return find_doubled(code_point) != NULL;
}

bool character_is_doubled(struct candidate *candidate, struct span whole, struct doubling *doubling)
{
	const struct article *article = candidate->article;
	uint32_t at = whole.begin, count = whole.end - whole.begin;
	const struct doubled *entry = find_doubled(article->cp[at]);
	if (span_is_quoted(article, whole))
		return false;
	if (count == 4)
		return is_adverb_doubled(candidate, whole, doubling);
	if (is_aabb(article, at))
		return false;
	if (entry)
		return is_single_doubled(candidate, whole, entry, doubling);
	if (count != 2 || article->cls[at] == CLASS_HAN_NUMERAL || is_common(candidate, whole))
		return false;
	if (part_is_doubled(candidate, (struct span){at, at + 1}, whole.end, doubling))
		return true;
	return !candidate_is_known(candidate, whole, NULL) && is_tail_doubled(candidate, whole, doubling);
}
