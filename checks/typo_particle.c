/*
 * typo_particle: 的 where 得 or 地 belongs (跑的很快, 感动的说：), 到 for 道 before what somebody says (介绍到：“……”), and characters
 * that are confused though each has its own use (在说一遍, 好象, 己经, 末必; config/lexicon/particle).
 *
 * 得 stands between a verb and what says how it is done, 地 between a manner and the verb. 的 before 很快 is also right: 他说的很对 speaks
 * of what he said. So only verbs whose 的 could not mean a thing (跑, 开展, 恢复) are taken, others only before words of manner, and
 * only where the clause ends behind them. 的 for 地 is a note, and in Traditional text, where many write 慢慢的走, is left alone.
 *
 * Passes on purpose: what is said to be much or little (买的很多), words that end in 的 (目的很明确), nouns of verbs (高兴的说法, 耐心的解释),
 * all across word borders (来自已故, 早已后悔, 爱好象棋). Misses every 地 for 的, and adjectives and verbs outside the lists.
 */
#include "check.h"

enum { MESSAGE_WORD, MESSAGE_COMPLEMENT, MESSAGE_ADVERBIAL, MESSAGE_SAID, MESSAGE_REPORTED };

struct settings {
	struct character_set *openings; /* prepared: what may stand behind 的 */
};

static const char *const speaking[] = {"介绍到", "介紹到", "表示到", "感叹到", "感嘆到", "坦言到", "强调到", "強調到", "解释到", "解釋到", "补充到",
	"補充到", "回答到", "感慨到", NULL};
static const char *const quoting[] = {
	"说到", "說到", "写到", "寫到", "问到", "問到", "答到", "喊到", "叫到", "笑到", "叹到", "嘆到", "骂到", "罵到", NULL};
/* 没有介绍到, 被问到: what is reached. */
static const char *const reaching[] = {"没", "沒", "没有", "沒有", "未", "能", "会", "會", "被", "可", "不", "要", "所", "已", NULL};

static bool prepare(void *settings, const struct data *data, struct arena *arena, struct error *error)
{
	struct settings *mine = settings;
	(void)data, (void)error;
	mine->openings = ARENA_NEW(arena, struct character_set);
	manner_add_openings(mine->openings);
	return true;
}

static void report(struct check_context *context, unsigned message, struct span whole, uint32_t at, const char *right)
{
	const struct article *article = context->article;
	struct str head = article_text(article, (struct span){whole.begin, at}, context->scratch);
	struct str tail = article_text(article, (struct span){at + 1, whole.end}, context->scratch);
	struct finding *finding = report_add(context->report, message, whole);
	finding_text(finding, whole);
	finding_string(finding, arena_format(context->scratch, "%.*s%s%.*s", (int)head.size, head.data, right, (int)tail.size, tail.data).data);
	finding_fix(finding, message >= MESSAGE_SAID ? FIX_SAFE : FIX_UNSAFE, (struct span){at, at + 1}, right);
}

static bool is_covered(const struct article *article, struct span span)
{
	return lexicon_covers(article, span, 1u << LEXICON_PARTICLE | 1u << LEXICON_WRONG_WORD);
}

static void check_manner(struct check_context *context)
{
	const struct settings *settings = context->settings;
	const struct article *article = context->article;
	struct span whole;
	for (uint32_t block = article->begin; block < article->end; block += ARTICLE_BLOCK)
		for (uint64_t places = article_places(article, block, 0x7684); places; places &= places - 1) { /* 的 */
			uint32_t at = block + (uint32_t)__builtin_ctzll(places);
			unsigned kinds = manner_kinds(article, settings->openings, at + 1);
			if (!kinds)
				continue;
			enum manner manner = manner_at(article, context->data, context->scratch, kinds, at, &whole);
			if (manner != MANNER_NONE && !is_covered(article, whole))
				report(context, manner == MANNER_COMPLEMENT ? MESSAGE_COMPLEMENT : MESSAGE_ADVERBIAL, whole, at,
					manner == MANNER_COMPLEMENT ? "得" : "地");
		}
}

/* 介绍到：“……”: MARK is a mark behind 到. */
static void check_said(struct check_context *context, uint32_t mark)
{
	const struct article *article = context->article;
	bool quotes =
		character_is_one_of(article->cp[mark], U"：:") && (article->cls[mark + 1] == CLASS_OPEN || article->cls[mark + 1] == CLASS_HALF_QUOTE);
	bool speaks = article_ends_any(article, mark, speaking);
	if (!speaks && !(quotes && article_ends_any(article, mark, quoting)))
		return;
	uint32_t begin = mark - (speaks ? 3 : 2);
	struct span whole = {begin, mark};
	if (!article_ends_any(article, begin, reaching) && !is_covered(article, whole))
		report(context, quotes ? MESSAGE_SAID : MESSAGE_REPORTED, whole, mark - 1, "道");
}

static void run(struct check_context *context)
{
	static const uint8_t marks[] = {CLASS_INNER_STOP, CLASS_HALF_STOP};
	const struct article *article = context->article;
	for (uint32_t i = 0; i < article->match_count; i++)
		if (article->matches[i].list == LEXICON_PARTICLE)
			lexicon_report(context->report, MESSAGE_WORD, article, &article->matches[i]);
	check_manner(context);
	for (size_t c = 0; c < sizeof marks; c++) {
		const struct positions positions = article->index[marks[c]];
		for (uint32_t i = 0; i < positions.count; i++)
			if (article->cp[positions.at[i] - 1] == 0x5230) /* 到 */
				check_said(context, positions.at[i]);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_WORD] = {"word", N_("“{0}” has a character of like sound or shape, it should be “{1}”"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_COMPLEMENT] = {"complement", N_("“{0}”: 得 stands before what says how, “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_ADVERBIAL] = {"adverbial", N_("“{0}”: 地 stands before the verb, “{1}”"), SEVERITY_NOTE,
		PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_SAID] = {"said", N_("“{0}” before what somebody says, it should be “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_REPORTED] = {"reported", N_("“{0}” before what somebody says, it should be “{1}”"), SEVERITY_NOTE,
		PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_typo_particle = {
	.struct_size = sizeof(struct check),
	.name = "typo_particle",
	.summary = N_("的 得 地, 在 再, 已 己, 象 像 and their like confused"),
	.needs = NEED_WORDS | NEED_LEXICON,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.settings_size = sizeof(struct settings),
	.prepare = prepare,
	.run = run,
};
