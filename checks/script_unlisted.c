/*
 * script_unlisted: a character of a Simplified article that the Table of General Standard Chinese Characters (通用规范汉字表,
 * 2013) does not list.
 *
 * The table is what print, schools and the registers of names go by. A character outside it is a variant form that was given
 * up, a dialect character, one of another language, or a slip of the input method; many readers and fonts do not know it.
 * Each character is reported once in an article, where it stands first.
 *
 * Passes: names of people (after a surname, before 先生, or in the dictionary), and then the character everywhere in the article; titles of
 * works; a character that is spoken of (“囧”, 囧字); two and more such characters side by side, which are words of another language
 * or of an old text; passages with kana; quotations in Traditional characters; names of places and kinds (鸭脷洲, 鯙科);
 * Traditional forms, which are the business of script_mixed_variant.
 * Misses: slips that make another character of the table.
 */
#include "check.h"

enum { MESSAGE_UNLISTED };

enum {
	NAME_LONGEST = 4, /* characters of a name of the dictionary */
	KANA_REACH = 12,
	SET_BITS = 0x40000, /* all ideographs are below */
};

/* The characters that need no more looks: one bit each. */
static bool set_has(const uint32_t *set, uint32_t code_point)
{
	return (set[code_point / 32] >> code_point % 32 & 1) != 0;
}

static void set_add(uint32_t *set, uint32_t code_point)
{
	set[code_point / 32] |= UINT32_C(1) << code_point % 32;
}

static bool is_unlisted(const struct article *article, uint32_t at)
{
	uint32_t code_point = article->cp[at];
	return article->cls[at] == CLASS_HAN && !character_is_listed(code_point) && code_point < SET_BITS && code_point > 0x3007;
}

/* Does the dictionary hold a name of a person or a place with this character in it? */
static bool in_known_name(const struct check_context *context, uint32_t at)
{
	const uint32_t *cp = context->article->cp;
	struct word word;
	for (uint32_t back = 0; back < NAME_LONGEST; back++)
		for (uint32_t length = back + 1 > 2 ? back + 1 : 2; length <= NAME_LONGEST; length++)
			if (word_find(context->data, cp + at - back, length, &word) && (word.tag == WORD_PERSON || word.tag == WORD_PLACE))
				return true;
	return false;
}

/* Does a common word of two characters end (begin) here? Then what looks like a surname in it is none. */
static bool is_word(const struct check_context *context, uint32_t begin)
{
	struct word word;
	return word_find(context->data, context->article->cp + begin, 2, &word) && word.tag != WORD_PERSON && word.tag != WORD_PLACE;
}

/* 王喆, 陈文喆: a surname goes before, with at most one character between. 辻先生 */
static bool in_name(const struct check_context *context, uint32_t at)
{
	const uint32_t *cp = context->article->cp;
	if (character_is_surname(cp[at]) || (character_is_surname(cp[at - 1]) && !is_word(context, at - 2)))
		return true;
	static const char *const addresses[] = {"先生", "女士", "小姐", "太太", "老师", "教授", "同学", "师傅", "选手", NULL};
	if (article_starts_any(context->article, at + 1, addresses))
		return true;
	bool surname = article_is_han(context->article, at - 1) && character_is_surname(cp[at - 2]);
	return (surname && !is_word(context, at - 2) && !is_word(context, at - 3)) || in_known_name(context, at);
}

/* 鸭脷洲, 栃木县, 鯙科: a place or a kind of living things. */
static bool before_kind(const struct article *article, uint32_t at)
{
	static const char32_t kinds[] = U"县市州洲岛湾街路道山川湖河江藩城村镇乡郡区站坊里屯科属目鱼鸟";
	return character_is_one_of(article->cp[at + 1], kinds) ||
	       (article_is_han(article, at + 1) && character_is_one_of(article->cp[at + 2], kinds));
}

/* “囧”, 囧字 and （囧） speak of the character. */
static bool is_mentioned(const struct article *article, uint32_t at)
{
	uint64_t closings = CLASSES_CLOSING, openings = CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_OPEN) | CLASS_BIT(CLASS_HALF_QUOTE);
	return article->cp[at + 1] == U'字' || (article_is(article, at - 1, openings) && article_is(article, at + 1, closings));
}

static bool near_kana(const struct article *article, uint32_t at)
{
	struct span around = {article_back(article, at, KANA_REACH), article_ahead(article, at, KANA_REACH)};
	return article_has(article, CLASS_KANA, around);
}

/* “軍艦上的砲聲”: a quotation in Traditional characters. */
static bool in_traditional_quotation(const struct article *article, uint32_t at)
{
	const struct pair *quote = pair_around(article, at, PAIRS_QUOTE);
	return quote && article_has(article, CLASS_HAN_TRADITIONAL, (struct span){quote->open, quote->close});
}

static bool is_right(const struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	return is_unlisted(article, at - 1) || is_unlisted(article, at + 1) || in_name(context, at) || before_kind(article, at) ||
	       is_mentioned(article, at) || near_kana(article, at) || pair_around(article, at, PAIRS_TITLE) || in_traditional_quotation(article, at);
}

static uint32_t next_unlisted(const struct article *article, uint32_t from)
{
	while (from < article->end && !is_unlisted(article, from))
		from++;
	return from;
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	uint32_t first = next_unlisted(article, article->begin);
	if (!variant_is_hans(article->variant) || first == article->end)
		return;
	uint32_t *done = arena_alloc(context->scratch, SET_BITS / 8);
	for (uint32_t at = first; at < article->end; at = next_unlisted(article, at + 1))
		if (!set_has(done, article->cp[at]) && is_right(context, at))
			set_add(done, article->cp[at]);
	for (uint32_t at = first; at < article->end; at = next_unlisted(article, at + 1)) {
		struct span span = {at, at + 1};
		if (set_has(done, article->cp[at]))
			continue;
		set_add(done, article->cp[at]);
		finding_text(report_add(context->report, MESSAGE_UNLISTED, span), span);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_UNLISTED] = {NULL, N_("“{0}” is not in the Table of General Standard Chinese Characters"), SEVERITY_NOTE, PROFILE_STRICT,
		CONFIDENCE_HIGH},
	{0},
};

const struct check check_script_unlisted = {
	.struct_size = sizeof(struct check),
	.name = "script_unlisted",
	.summary = N_("characters outside the Table of General Standard Chinese Characters"),
	.needs = NEED_PAIRS | NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
