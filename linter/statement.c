/*
 * statement: sentences with a question word that ask nothing. Four kinds hardly ever ask, wherever they stand: somebody says that he or nobody knows
 * (我不知道…, 谁也说不清…), a text says what was treated (会议讨论了如何…, 本文介绍如何…), what something depends on (取决于怎么…), a condition that
 * goes on (不管…？…都). In narrative, outside quotations, also what others asked, did not know or did not say (他问我为什么…); in dialogue that may
 * be an echo.
 */
#include "statement.h"
#include "pair.h"

enum {
	REACH = 48,       /* characters of the sentence before its mark */
	ADVERBS = 6,      /* between the subject and its verb */
	TOPIC_LEAST = 4,  /* of what is discussed, with its question word */
	BEFORE_LEAST = 2, /* of who discusses it */
	OBJECT_MOST = 10, /* between the verb of asking and the question word */
	ASKED_LEAST = 2,  /* of what is asked, after its question word: not 他问为什么？ */
	OBJECT_LEAST = 3, /* or before it: 自己要去什么地方 */
	THING = 2,        /* characters of 什么 */
	MAIN_REACH = 16,  /* after a condition, where its 都 is looked for */
};

static const char *const unknowing[] = {"不知道", "不知", "不清楚", "不明白", "不晓得", "不曉得", "不懂", "不了解", "不确定", "不確定", "说不清楚",
	"說不清楚", "说不清", "說不清", "说不准", "說不準", "说不出", "說不出", "记不清", "記不清", "记不得", "記不得", "想不通", "想不起", "想不出",
	"想不明白", "弄不清", "搞不清", "弄不明白", "搞不懂", "弄不懂", "猜不出", "猜不透", "看不出", "拿不准", "拿不準", "想知道", "忘了", "忘记了",
	"忘記了", "没想好", "沒想好", "无法确定", "無法確定", "无法知道", "無法知道", "无从得知", "無從得知", "无法判断", "無法判斷", NULL};
static const char *const knowing[] = {"知道", "清楚", "明白", "晓得", "曉得", "说得清", "說得清", NULL};

static const char *const links[] = {"但是", "可是", "但", "可", "其实", "其實", "现在", "現在", "当时", "當時", "直到现在", "直到現在", "到现在",
	"到現在", "所以", "因此", "于是", "於是", "后来", "後來", "至今", "目前", "然而", "不过", "不過", NULL};

static const char *const subjects[] = {"我们", "我們", "咱们", "咱們", "我", "谁也", "誰也", "谁都", "誰都", NULL};
static const char *const nobodies[] = {"没有人", "沒有人", "没人", "沒人", "无人", "無人", NULL};
static const char *const others[] = {"他们", "他們", "她们", "她們", "他", "她", "大家", "人们", "人們", "众人", "眾人", "村民", "家人", "父亲",
	"父親", "母亲", "母親", "爸爸", "妈妈", "媽媽", "妻子", "丈夫", "老师", "老師", "记者", "記者", "同事", "朋友", "医生", "醫生", "警察",
	"老板", "老闆", "经理", "經理", "孩子", "主持人", "有人", NULL};

static const char *const discussing[] = {"研究了", "讨论了", "討論了", "探讨了", "探討了", "介绍了", "介紹了", "讲述了", "講述了", "说明了", "說明了",
	"分析了", "解释了", "解釋了", "阐述了", "闡述了", "讲解了", "講解了", "总结了", "總結了", "交流了", "展示了", "回答了", "揭示了", "弄清了",
	"查明了", "明白了", "懂得了", "学会了", "學會了", NULL};
static const char *const resting[] = {"取决于", "取決於", "决定于", "決定於", "关系到", "關係到", "关键在于", "關鍵在於", "关键看", "關鍵看", NULL};
static const char *const treating[] = {"研究", "讨论", "討論", "探讨", "探討", "介绍", "介紹", "讲述", "講述", "说明", "說明", "分析", "解释", "解釋",
	"阐述", "闡述", "讲解", "講解", NULL};
static const char *const texts[] = {"本文", "本书", "本書", "本章", "本节", "本節", "本课", "本課", "本手册", "文章", "该书", "該書", "该文", "該文",
	"下面", "接下来", "接下來", NULL};
static const char *const depending[] = {"要看", "得看", "就看", "全看", "还要看", "還要看", "主要看", NULL};
static const char *const manners[] = {"如何", "怎样", "怎樣", "怎么", "怎麼", "为什么", "為什麼", "为何", "為何", "能否", "是否", NULL};

static const char *const asked[] = {"问", "問", "追问", "追問", "询问", "詢問", "反问", "反問", "打听", "打聽", NULL};
static const char *const not_asked[] = {"题", "題", "号", "號", "卷", "答", "世", "候", "的", NULL};
static const char *const untold[] = {"没有说", "沒有說", "没说", "沒說", "没有告诉", "沒有告訴", "没告诉", "沒告訴", "没有透露", "沒有透露", "未透露",
	"没有解释", "沒有解釋", "没有说明", "沒有說明", "未说明", "未說明", "没有交代", "沒有交代", "没有提到", "沒有提到", NULL};
static const char *const indirect[] = {"什么时候", "什麼時候", "为什么", "為什麼", "为何", "為何", "怎么", "怎麼", "怎样", "怎樣", "如何", "何时",
	"何時", "是否", "是不是", "能不能", "会不会", "會不會", "要不要", "有没有", "有沒有", "去哪", "在哪", "从哪", "從哪", "什么地方", "什麼地方",
	"多少", "有多", "到底", "究竟", NULL};

static const char *const question_words[] = {"谁", "誰", "什么", "什麼", "甚麼", "哪", "怎", "如何", "为何", "為何", "多少", "几", "幾", "多大",
	"多久", "多高", "多深", "多快", "多远", "多遠", "多长", "多長", "何时", "何時", "何地", "何处", "何處", "是否", "是不是", "能不能", "会不会",
	"會不會", "该不该", "該不該", "要不要", "有没有", "有沒有", "还是", "還是", NULL};

/* What makes a question of it all the same. */
static const char *const asking[] = {"吗", "嗎", "呢", "吧", "你", "您", "妳", "难道", "難道", "岂", "豈", "何尝", "何嘗", NULL};

static const char *const conditions[] = {"不管", "无论", "無論", "不论", "不論", NULL};
static const char *const mains[] = {"都", "也", "总", "總", NULL};

static bool is_adverb(const struct article *article, uint32_t at)
{
	return character_is_one_of(article->cp[at], U"也都还還真实實在并並至今一直仍始终終确確就却卻已经經根本完全自己又很更非常特别別有点點的曾便");
}

/* The length of the first of these texts at a position, in characters; 0: none. */
static uint32_t length_at(const struct article *article, uint32_t at, const char *const *list)
{
	for (; *list; list++) {
		if (!article_starts(article, at, *list))
			continue;
		uint32_t length = 0;
		for (const char *text = *list; *text; length++)
			character_decode(&text);
		return length;
	}
	return 0;
}

/* Past the adverbs before one of these verbs, and past the verb; 0 if there is none. */
static uint32_t after_verb(const struct article *article, uint32_t at, const char *const *verbs)
{
	static const char *const times[] = {
		"到现在", "到現在", "到今天", "直到今天", "直到现在", "直到現在", "怎么也", "怎麼也", "一时", "一時", NULL};
	at += length_at(article, at, times);
	for (uint32_t i = 0; i < ADVERBS && is_adverb(article, at) && !length_at(article, at, verbs); i++)
		at++;
	uint32_t length = length_at(article, at, verbs);
	return length ? at + length : 0;
}

/* 我实在不知道 and 没有人知道: where the words after it begin; 0 if the clause begins otherwise. */
static uint32_t after_unknowing(const struct article *article, uint32_t at, bool narrated)
{
	uint32_t subject = length_at(article, at, nobodies);
	if (subject)
		return after_verb(article, at + subject, knowing);
	subject = length_at(article, at, subjects);
	if (subject == 0 && narrated)
		subject = length_at(article, at, others);
	return subject ? after_verb(article, at + subject, unknowing) : 0;
}

/*
 * Is what somebody does not know a question as the object? Of others only where it is no echo: not 他不知道谁会来？ and never 我忘了带什么？,
 * where the word may ask for the thing itself.
 */
static bool is_object(const struct article *article, struct span rest, bool of_others)
{
	for (uint32_t at = rest.begin; at < rest.end; at++) {
		uint32_t word = length_at(article, at, question_words), left = rest.end - at;
		if (word && left <= THING && at - rest.begin < ASKED_LEAST)
			return false;
		if (word && of_others)
			return at - rest.begin >= OBJECT_LEAST || (length_at(article, at, indirect) && left > THING);
		if (word)
			return true;
	}
	return false;
}

/* 我想了很久，始终不明白…: the subject stands before the comma. */
static uint32_t after_late_unknowing(const struct article *article, uint32_t begin, uint32_t clause, bool narrated)
{
	static const char *const adverbs[] = {"始终", "始終", "一直", "怎么也", "怎麼也", "实在", "實在", "就是", "还是", "還是", NULL};
	if (begin == clause || !(length_at(article, begin, subjects) || (narrated && length_at(article, begin, others))))
		return 0;
	uint32_t adverb = length_at(article, clause, adverbs);
	return adverb ? after_verb(article, clause + adverb, unknowing) : 0;
}

/* 关键在于资金是否到位: how far its question word is; 0: it has none. */
static uint32_t before_manner(const struct article *article, uint32_t at, uint32_t end)
{
	uint32_t verb = length_at(article, at, resting);
	for (uint32_t next = at + verb; verb && next < end && next - at <= OBJECT_MOST; next++)
		if (length_at(article, next, question_words))
			return next - at;
	return 0;
}

/* 会议讨论了如何防汛, 本文介绍如何安装, 成败取决于怎么做: a question word as the object. */
static bool treats(const struct article *article, struct span clause)
{
	uint32_t text = length_at(article, clause.begin, texts), begin = clause.begin + (text ? text : BEFORE_LEAST);
	for (uint32_t at = clause.begin; at < clause.end; at++) {
		uint32_t verb = at < begin ? 0 : length_at(article, at, discussing);
		if (!verb && text && at >= begin)
			verb = length_at(article, at, treating);
		if (!verb)
			verb = before_manner(article, at, clause.end);
		if (verb && length_at(article, at + verb, manners))
			return clause.end - at - verb >= TOPIC_LEAST && !article_holds_any(article, (struct span){clause.begin, at}, question_words);
	}
	return false;
}

/* 能不能成，要看大家怎么努力 */
static bool depends(const struct article *article, struct span clause)
{
	uint32_t verb = length_at(article, clause.begin, depending), low = clause.begin + verb;
	for (uint32_t at = low; verb && at <= low + OBJECT_MOST && at < clause.end; at++)
		if (length_at(article, at, manners))
			return clause.end - at >= TOPIC_LEAST;
	return false;
}

/* 他问我为什么迟到, 她没有说什么时候回来 */
static bool reports(const struct article *article, struct span clause)
{
	uint32_t subject = length_at(article, clause.begin, others);
	if (subject == 0)
		subject = length_at(article, clause.begin, subjects);
	if (subject == 0)
		return false;
	uint32_t ask = after_verb(article, clause.begin + subject, asked), rest = ask ? ask : after_verb(article, clause.begin + subject, untold);
	if (rest == 0 || article_starts_any(article, rest, not_asked))
		return false;
	for (uint32_t at = rest; at <= rest + OBJECT_MOST && at < clause.end; at++) {
		uint32_t word = length_at(article, at, indirect);
		if (word)
			return at + word + ASKED_LEAST <= clause.end || at >= rest + OBJECT_LEAST;
	}
	return false;
}

/* 来不来, 好不好 */
static bool offers_choice(const struct article *article, struct span span)
{
	for (uint32_t at = span.begin + 1; at + 1 < span.end; at++)
		if (character_is_one_of(article->cp[at], U"不没沒") && article->cp[at - 1] == article->cp[at + 1])
			return true;
	return article_holds_any(article, span, question_words);
}

/* 不管他来不来？我们都走。 */
static bool is_condition(const struct article *article, struct span clause)
{
	uint32_t word = length_at(article, clause.begin, conditions), next = clause.end + 1;
	struct span rest = {clause.begin + word, clause.end};
	struct span after = {next, article_find(article, next, article_ahead(article, next, MAIN_REACH), CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE))};
	return word && article_is_han(article, next) && !character_is_one_of(article->cp[clause.end - 1], U"吗嗎呢吧") &&
	       offers_choice(article, rest) && !article_holds_any(article, rest, mains) && article_holds_any(article, after, mains);
}

/* Is this part of a story, not what somebody says? In dialogue a statement may be an echo that asks. */
static bool is_narrated(const struct article *article, uint32_t begin, uint32_t mark)
{
	const struct paragraph *paragraph = &article->paragraphs[article_paragraph_at(article, mark)];
	bool alone = begin <= paragraph->span.begin && mark + 1 >= paragraph->span.end;
	return paragraph->role == ROLE_BODY && !alone && !pair_around(article, mark, PAIRS_QUOTE);
}

enum statement statement_before(const struct article *article, uint32_t mark)
{
	uint64_t ends =
		CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_ELLIPSIS) | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_DASH);
	uint32_t low = article_back(article, mark, REACH), begin = article_skip_back(article, mark, low, ~ends), at = mark;
	if (begin == low && begin > article->begin)
		return STATEMENT_NONE;
	while (at > begin && !article_is(article, at - 1, CLASSES_STOP))
		at--;
	begin = article_skip(article, begin, mark, CLASSES_BLANK | CLASS_BIT(CLASS_CLOSE));
	at = article_skip(article, at, mark, CLASSES_BLANK | CLASS_BIT(CLASS_CLOSE));
	struct span clause = {at + length_at(article, at, links), mark};
	if (is_condition(article, clause))
		return STATEMENT_CONDITION;
	if (article_holds_any(article, (struct span){begin, mark}, asking))
		return STATEMENT_NONE;
	bool narrated = is_narrated(article, begin, mark) && article->cp[at - 1] != 0xFF1A; /* ： */
	uint32_t rest = after_unknowing(article, clause.begin, narrated);
	if (rest == 0)
		rest = after_late_unknowing(article, begin, at, narrated);
	if (rest > 0)
		return is_object(article, (struct span){rest, mark}, length_at(article, clause.begin, others) > 0) ? STATEMENT_WHOLE : STATEMENT_NONE;
	bool statement = treats(article, clause) || (at > begin && depends(article, clause)) || (narrated && reports(article, clause));
	return statement ? STATEMENT_WHOLE : STATEMENT_NONE;
}
