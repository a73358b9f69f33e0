/* doubling: one character twice: 的的, 领导导, 纷纷纷纷. */
#include "doubling_p.h"

#include <pthread.h>

#include "pair.h"

/*
 * Characters that are never rightly doubled as two words of one character, but where a character of AFTER stands before
 * them or one of BEFORE follows (AFTER and BEFORE: as seen from the doubling).
 */
static const struct doubled {
	uint32_t characters[4]; /* forms of one character; ends in 0 */
	const char32_t *after;
	const char32_t *before;
} doubled[] = {
	{U"的", U"打", U"士喀确里卢盧"},
	{U"了", U"不得时時", U"然却卻无無解断斷事当當"},
	{U"是", U"若但可于於", U"非"},
	{U"在", U"", U"显顯说說证證需考表反提来來建地校职職读讀编編岗崗逃押任册冊场場线線处處于於皆都令使引体體"},
	{U"和", U"", U"美气氣睦田解平声聲弦谐諧服黄黃"},
	{U"与與", U"", U"会會时時其"},
	{U"及", U"", U"其时時格第"},
	{U"或", U"", U""},
	{U"为為", U"", U"民期数數主首人何官政"},
	{U"对對", U"一成几幾两兩", U"子联聯胡碰错錯口双雙等岸手方"},
	{U"向", U"", U""},
	{U"把", U"一几幾两兩大", U""},
	{U"被", U"", U""},
	{U"从從", U"", U"容化"},
	{U"由", U"", U""},
	{U"于於", U"", U"此是潜潛"},
	{U"以", U"", U""},
	{U"也", U"", U"门門"},
	{U"都", U"", U""},
	{U"就", U"", U""},
	{U"但", U"", U""},
	{U"则則", U"", U""},
	{U"它", U"", U""},
	{U"你", U"", U""},
	{U"我", U"", U""},
	{U"他", U"", U"拉"},
	{U"她", U"", U""},
	{U"这這", U"", U""},
	{U"并並併", U"", U""},
	{U"将將", U"", U"够夠好能要及军軍"},
	{U"至", U"", U""},
	{U"而", U"", U""},
	{U"因", U"", U""},
	{U"且", U"", U""},
	{U"到", U"", U"达達场場访訪会會底处處位期家来來案北南东東上西中国國人手"},
	{U"给給", U"", U"过過予与與了"},
	{U"能", U"", U""},
	{U"要", U"", U""},
	{U"很", U"", U""},
	{U"已", U"", U""},
	{U"曾", U"", U""},
	{U"们們", U"", U""},
	{U"者", U"", U""},
	{U"后後", U"", U""},
	{U"地", U"", U""},
	{U"不", U"从從决決绝絕要能会會敢得可并並也好对對是", U"的"},
	{U"自", U"来來源出发發", U"然己由身我信在愿願治来來"},
	{U"亦", U"", U""},
	{U"皆", U"", U""},
	{U"均", U"平", U""},
	{U"还還", U"归歸偿償返退不要没沒", U"款钱錢贷貸债債清给給俗"},
	{U"所", U"一几幾两兩数數每", U""},
	{U"其", U"尤与與土", U"格"},
	{U"即", U"", U""},
	{U"却卻", U"", U""},
	{U"又", U"", U""},
	{U"此", U"", U""},
	{U"乃", U"", U""},
	{U"让讓", U"谦謙忍退转轉", U""},
	{U"该該", U"", U""},
};

/* What ends many words and is no word by itself: 济, 众, 究. */
static const char32_t bound[] =
	U"么麼然断斷疗療确確响響技究况況央研媒认認础礎挥揮财財规規促讯訊构構验驗济濟络絡效产產导導贸貿扰擾跃躍裁纷紛示惯慣议議绩績政概艺藝统統革"
	U"限资資展购購态態积積殖援融协協策参參绝絕际際绪緒企势勢术術演域续續缺评評映责責标標纪紀缓緩困害情施透述整扩擴损損励勵秘"
	U"视視减減拥擁证證誉譽束虑慮择擇境众眾诊診织織绍紹察督训訓识識备備荐薦障碍礙惧懼籍府析判询詢访訪谐諧谊誼荣榮赖賴";

/* Words whose last character cannot be said again after them: 由于|于, 这是|是. */
static const char *const closed_words[] = {"由于", "由於", "位于", "位於", "关于", "關於", "对于", "對於", "至于", "至於", "属于", "屬於", "处于",
	"處於", "用于", "用於", "在于", "在於", "为了", "為了", "除了", "我们", "我們", "你们", "你們", "他们", "他們", "她们", "她們", "它们",
	"它們", "人们", "人們", "咱们", "咱們", "以及", "这是", "這是", "那是", "都是", "也是", "就是", "不是", "正是", "仍是", "更是", "却是",
	"卻是", "便是", "才是", "已是", "又是", "还是", "還是", "并且", "並且", "而且", "或者", "得到", "受到", "收到", "直至", "甚至", "乃至",
	"以至", "截至", "然而", "因而", "从而", "從而", "进而", "進而", "反而", "以后", "以後", "之后", "之後", "然后", "然後", "其他", "其它", NULL};

/* By character, the index of its entry + 1: made once. */
static uint8_t doubled_index[0x10000];

static void make_index(void)
{
	for (size_t i = sizeof doubled / sizeof *doubled; i-- > 0;)
		for (const uint32_t *character = doubled[i].characters; *character; character++)
			doubled_index[*character] = (uint8_t)(i + 1);
}

static const struct doubled *find_doubled(uint32_t code_point)
{
	static pthread_once_t made = PTHREAD_ONCE_INIT;
	pthread_once(&made, make_index);
	uint8_t index = code_point < sizeof doubled_index ? doubled_index[code_point] : 0;
	return index ? &doubled[index - 1] : NULL;
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
	if (!character_is_one_of(article->cp[at - 1], U"县縣市区區镇鎮省村"))
		return false;
	for (uint32_t i = at + 2; i < end; i++)
		if (character_is_one_of(article->cp[i], U"店部厂廠馆館司社行坊院园園心"))
			return true;
	return false;
}

/* May this word follow one whose last character was typed twice? After a character that is hardly a word any word of the language. */
static bool may_follow(const struct word *word, const struct word *next, bool is_rare)
{
	const uint64_t names = 1u << WORD_PERSON | 1u << WORD_PLACE | 1u << WORD_ORGANISATION | 1u << WORD_OTHER | 1u << WORD_UNKNOWN;
	if (!next || word->tag == WORD_FUNCTION)
		return true;
	if (is_rare && word_length(next) > 1 && !(names >> next->tag & 1))
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

/*
 * Words whose first character is not said as a word before them: 已|已经, 进|进行. Not those where it is (要|要求, 把|把手, 在|在职), may
 * end a word that the dictionary lacks (所以, 作为), or is a person (他|他们).
 */
static const char *const whole_words[] = {"已经", "已經", "虽然", "雖然", "如果", "但是", "并且", "並且", "而且", "以及", "由于", "由於", "对于",
	"對於", "关于", "關於", "这些", "這些", "这个", "這個", "这种", "這種", "这里", "這裡", "这样", "這樣", "其中", "根据", "根據", "进行",
	"進行", "进一步", "進一步", "加强", "加強", "加快", "加大", "提高", "提升", "提供", "必须", "必須", "应当", "應當", "应该", "應該", "还有",
	"還有", "更加", "曾经", "曾經", "能够", "能夠", "使得", "甚至", "除了", "通过", "通過", "受到", "获得", "獲得", "取得", "完成", "开展",
	"開展", "推进", "推進", "推动", "推動", "促进", "促進", "实现", "實現", "实施", "實施", "表示", "认为", "認為", "指出", "强调", "強調",
	"没有", "沒有", "非常", "特别", "特別", "积极", "積極", "充分", "认真", "認真", "正在", "目前", "现在", "現在", "今年", "政府", "领导",
	"領導", "经济", "經濟", "企业", "企業", "群众", "群眾", "组织", "組織", "坚持", "堅持", "努力", "成为", "成為", "成功", "继续", "繼續",
	"发展", "發展", "发现", "發現", "建议", "建議", "落实", "落實", "确保", "確保", "全面", "各种", "各種", "各类", "各類", "许多", "許多",
	"仍然", "依然", "虽说", "雖說", "即使", "尽管", "儘管", NULL};

/* Does a word of one character stand here, as it seems, after what may not make a longer word with it? */
static bool stands_free(const struct candidate *candidate, uint32_t at)
{
	static const char32_t loose[] =
		U"要应應可会會能须須不都也还還就再将將已正在并並而以等中上下内內后後前时時了的地得着著和与與及或对對把被从從由为為我他她它你这這那";
	const struct word *before = candidate_word_to(candidate, at);
	return word_length(candidate_word_from(candidate, at)) == 1 &&
	       (!before || word_length(before) > 1 || character_is_one_of(candidate->article->cp[at - 1], loose));
}

/* Characters that begin many words, and are no word by themselves nor a suffix. Sorted. */
static const uint32_t bound_heads[] =
	U"互企众促備况减判励勵协協参參响困备央媒害察导導情惧惯慣慮懼扰技拥择挥损揮援損擁擇擾效施映束构析榮構殖況济減濟疗療眾督研础确碍確礎礙秘积積究策"
	U"籍紛紹絕絡統緒緩織續纷织绍络绝统绪续缓缺艺荐荣薦藝虑融規规訊訓詢誉認誼諧識譽认训讯识询谊谐財責貿資賴購财责购贸资赖跃躍透际際障革響";

/* 已已经, 进进行: the first character of a word, before that word. */
static bool is_head_doubled(struct candidate *candidate, struct span whole)
{
	uint32_t at = whole.begin + 1;
	bool is_bound = CHARACTER_IS_IN(candidate->article->cp[at], bound_heads);
	if ((!is_bound && !article_starts_any(candidate->article, at, whole_words)) || !candidate_may_have_word(candidate, whole, at) ||
		pair_around(candidate->article, at, PAIRS_QUOTE))
		return false;
	candidate_segment(candidate, whole);
	return word_length(candidate_word_from(candidate, at)) > 1 && stands_free(candidate, whole.begin);
}

/* A stop that closes a statement, outside a quotation. */
static bool ends_clause(const struct candidate *candidate, uint32_t at)
{
	return character_is_one_of(candidate->article->cp[at], U"，。；") && !pair_around(candidate->article, at, PAIRS_QUOTE);
}

/* 1998年年, 7月月6日, not 2022年年初. */
static bool is_date_doubled(const struct article *article, uint32_t at)
{
	uint32_t next = article->cp[at + 2];
	return character_is_one_of(article->cp[at], U"年月日") && class_in(article->cls[at - 1], CLASSES_DIGIT) &&
	       (!article_is_han(article, at + 2) || character_is_one_of(next, U"至到以的起")) && next != 0x3001; /* 、 */
}

/* A word, its last character again as a word by itself, and the word that follows, NULL at a mark. */
struct tail {
	const struct word *word, *next;
	struct word again;
	struct span whole;
};

/* 核心人物|物|频频出现: of a word of three characters or more; not 图书馆|馆|内, 委员会|会|同意. */
static bool follows_long_word(const struct tail *tail)
{
	const struct word *next = tail->next;
	if (word_length(tail->word) < 3 || tail->again.tag == WORD_VERB)
		return false;
	return !next || next->tag == WORD_PARTICLE || (word_length(next) > 1 && next->tag != WORD_PRONOUN);
}

/* 公司迁到了|到 is no end of a clause, nor are doubled adjectives: 热烈烈. */
static bool stands_at_stop(const struct candidate *candidate, const struct tail *tail, float common)
{
	return ends_clause(candidate, tail->whole.end) && tail->word->tag != WORD_ADJECTIVE && tail->word->cost <= common;
}

/* What words before a doubled character cost at most, that are common and that are known; what the character costs by itself. */
static const float COMMON = 11.5F, KNOWN = 14, RARE = 9, RAREST = 10.1F;

static bool is_slip(const struct candidate *candidate, const struct tail *tail)
{
	const struct word *word = tail->word, *again = &tail->again;
	if (again->tag == WORD_PARTICLE || (again->tag == WORD_VERB && tail->next && tail->next->tag == WORD_PRONOUN))
		return false; /* 老百姓|姓|什么 */
	if (follows_long_word(tail) || stands_at_stop(candidate, tail, COMMON))
		return true;
	if (character_is_one_of(candidate->article->cp[tail->whole.begin], bound))
		return word->cost <= KNOWN && may_follow(word, tail->next, true);
	if (candidate_is_known(candidate, tail->whole, NULL) && word_length(tail->next) < 2)
		return false; /* 热烈烈的 */
	return word->cost <= COMMON && again->cost >= RARE && again->tag != WORD_MEASURE && may_follow(word, tail->next, again->cost >= RAREST);
}

static bool is_usual(const struct word *word)
{
	const uint64_t usual = 1u << WORD_NOUN | 1u << WORD_VERB | 1u << WORD_ADJECTIVE | 1u << WORD_ADVERB | 1u << WORD_FUNCTION |
			       1u << WORD_PRONOUN | 1u << WORD_TIME | 1u << WORD_IDIOM | 1u << WORD_PHRASE;
	return word_length(word) > 1 && usual >> word->tag & 1;
}

/* May a word that ends with the first copy be one of is_slip's? Whatever the segmentation, which is dear, it has to be a word of the dictionary. */
static bool may_end_word(const struct candidate *candidate, const struct tail *tail)
{
	const struct article *article = candidate->article;
	uint32_t end = tail->whole.begin + 1, least = article_skip_back(article, end, article_back(article, end, CONTEXT + 1), CLASSES_HAN);
	float most = tail->again.cost >= RARE || !article_is_han(article, tail->whole.end) ? COMMON : 0;
	for (uint32_t begin = end - 1; begin-- > least;) {
		struct word word;
		if (!candidate_is_known(candidate, (struct span){begin, end}, &word) || !is_usual(&word))
			continue;
		if (end - begin > 2 || word.cost <= most || (word.cost <= KNOWN && character_is_one_of(article->cp[tail->whole.begin], bound)))
			return true;
	}
	return article->cp[end - 3] == article->cp[end - 1]; /* 看一看|看 is guessed */
}

/* 领导导高度重视, 如果果没有: a common word, and its last character again, which is rarely a word and has nothing to belong to. */
static bool is_tail_doubled(struct candidate *candidate, struct span whole, struct doubling *doubling)
{
	struct tail tail = {.whole = whole};
	if (!candidate_is_known(candidate, (struct span){whole.begin, whole.begin + 1}, &tail.again) || !may_end_word(candidate, &tail))
		return false;
	candidate_segment(candidate, whole);
	tail.word = candidate_word_to(candidate, whole.begin + 1);
	tail.next = candidate_word_from(candidate, whole.end);
	if (!is_usual(tail.word) || word_length(candidate_word_from(candidate, whole.begin + 1)) != 1 ||
		candidate->article->cls[tail.word->span.begin] == CLASS_HAN_NUMERAL)
		return false;
	return is_slip(candidate, &tail) && found(doubling, (struct span){whole.begin, whole.begin + 1}, whole, false);
}

/* 的的: a character that is never rightly doubled. */
static bool is_single_doubled(struct candidate *candidate, struct span whole, const struct doubled *entry, struct doubling *doubling)
{
	const struct article *article = candidate->article;
	const uint32_t *cp = article->cp;
	uint32_t at = whole.begin, count = whole.end - whole.begin;
	if (count > 3 || (count == 3 && !character_is_one_of(cp[at], U"的了在和与與及于於为為从從")))
		return false;
	if (character_is_one_of(cp[at], U"是你我他她这這对對要就") && (!article_is_han(article, whole.end) || pair_around(article, at, PAIRS_QUOTE)))
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
	const struct usage usage = {candidate->data, candidate->article, unit, whole.end, &word};
	return candidate_is_known(candidate, unit, &word) && word.tag == WORD_ADVERB && !usage_doubles(&usage) && found(doubling, unit, whole, true);
}

bool character_is_single(uint32_t code_point)
{
	return find_doubled(code_point) != NULL;
}

bool character_is_doubled(struct candidate *candidate, struct span whole, struct doubling *doubling)
{
	const struct article *article = candidate->article;
	uint32_t at = whole.begin, count = whole.end - whole.begin;
	const struct usage usage = {candidate->data, article, {at, at + 1}, whole.end, NULL};
	if (count > 2 && !article_is_han(article, at - 1) && !article_is_han(article, whole.end))
		return false; /* 在在在！ */
	if (count == 4)
		return is_adverb_doubled(candidate, whole, doubling);
	if (count == 2 && (is_date_doubled(article, at) || is_head_doubled(candidate, whole)))
		return found(doubling, usage.unit, whole, true);
	if (usage_doubles(&usage))
		return false;
	const struct doubled *entry = find_doubled(article->cp[at]);
	if (entry && is_single_doubled(candidate, whole, entry, doubling))
		return true;
	if (count != 2 || entry)
		return false;
	if (part_is_doubled(candidate, usage.unit, whole.end, doubling))
		return true;
	return is_tail_doubled(candidate, whole, doubling);
}
