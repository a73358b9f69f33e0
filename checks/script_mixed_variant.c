/*
 * script_mixed_variant: a Traditional character in a Simplified article (对這项措施), or the reverse, and words that a
 * converter left half done (以后 in Traditional text, 接著 in Simplified).
 *
 * The two are different orthographies; an article keeps to one (通用规范汉字表; 國字標準字體). What the article mostly is, or the
 * configuration says, decides. Only characters count that edited text of that variant never holds, and words that the
 * dictionary is sure of. An article that is a mixture through and through gets one finding.
 *
 * Passes on purpose: quotations, titles and bracketed glosses that are in the other variant as a whole; a run of eight
 * characters or more of it (one note); Japanese beside kana; 于|於 as surnames; 乾隆, 瞭望, 藉口 and the like.
 * Misses: characters of the other variant in a quotation that has none of the article's own; rare one-to-many words.
 */
#include "check.h"

enum { MESSAGE_TRADITIONAL, MESSAGE_SIMPLIFIED, MESSAGE_WORD, MESSAGE_PASSAGE_TRADITIONAL, MESSAGE_PASSAGE_SIMPLIFIED, MESSAGE_MIXTURE };

enum { PASSAGE_LENGTH = 8, PASSAGE_SLIPS = 3, MIXTURE = 10, KANA_REACH = 12 };

/* A position that is wrong. RIGHT is 0 where the characters' own forms say it, else the word's form says it. */
struct slip {
	uint32_t at;
	struct form form;
};

struct slips {
	struct slip *items;
	size_t count, capacity;
};

/* What the article should and should not hold. */
struct sides {
	const struct positions *own;
	const struct positions *other;
};

static struct sides sides_of(const struct article *article)
{
	const struct positions *hans = &article->index[CLASS_HAN_SIMPLIFIED], *hant = &article->index[CLASS_HAN_TRADITIONAL];
	return variant_is_hant(article->variant) ? (struct sides){hant, hans} : (struct sides){hans, hant};
}

static bool is_one_of(const char *characters, uint32_t code_point)
{
	while (*characters)
		if (character_decode(&characters) == code_point)
			return true;
	return false;
}

/* 於 is a surname in Simplified text (於梨华), and stands in a few old words; after a verb or a date it is 于. */
static bool is_preposition(const struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint32_t two[2] = {article->cp[at - 1], 0x4E8E};
	struct word word;
	if (article_starts(article, at, "於菟") || article_starts(article, at, "於期") || article_starts(article, at, "於潜") || article_starts(article, at, "於陵"))
		return false;
	if (article_starts(article, at, "於是") || article_starts(article, at, "於此") || article->cls[at - 1] == CLASS_DIGIT ||
		is_one_of("年月日时中后前", article->cp[at - 1]))
		return true;
	return word_find(context->data, two, 2, NULL) || (word_find(context->data, article->cp + at - 2, 2, &word) && word.tag == WORD_VERB);
}

/* 萬 億 兩 幾 貳 in Simplified text; 亿 两 贰 in Traditional, and 万 in a number (else it is a name). */
static bool is_wrong_numeral(const struct article *article, uint32_t at)
{
	uint32_t cp = article->cp[at], before = article->cp[at - 1];
	if (variant_is_hans(article->variant))
		return is_one_of("萬億兩幾貳", cp);
	if (cp == 0x4E07)
		return (article->cls[at - 1] == CLASS_DIGIT || character_numeral(before) > 0) && article->cp[at + 1] != 0x5186;
	return is_one_of("亿两贰", cp);
}

/* Kanji are neither variant. */
static bool is_japanese(const struct article *article, uint32_t at)
{
	for (uint32_t i = at - KANA_REACH < article->begin ? article->begin : at - KANA_REACH; i < at + KANA_REACH && i < article->end; i++)
		if (article->cls[i] == CLASS_KANA)
			return true;
	return false;
}

static void push(struct check_context *context, struct slips *slips, struct slip slip)
{
	ARENA_PUSH(context->scratch, slips->items, slips->count, slips->capacity, slip);
}

/* The three sources of slips, each ascending, merged. */
static void collect(struct check_context *context, struct slips *slips)
{
	const struct article *article = context->article;
	const struct positions *other = sides_of(article).other, *numerals = &article->index[CLASS_HAN_NUMERAL];
	uint32_t word = form_candidate(context->data, article, article->begin, article->end);
	for (uint32_t i = 0, j = 0; i < other->count || j < numerals->count || word < article->end;) {
		uint32_t a = i < other->count ? other->at[i] : article->end, b = j < numerals->count ? numerals->at[j] : article->end;
		struct form form = {.right = 0};
		if (a < b && a < word) {
			i++;
			if (article->cp[a] != 0x65BC || is_preposition(context, a))
				push(context, slips, (struct slip){a, form});
		} else if (b < word) {
			j++;
			if (is_wrong_numeral(article, b))
				push(context, slips, (struct slip){b, form});
		} else {
			if (form_find(context->data, article, word, &form))
				push(context, slips, (struct slip){word, form});
			word = form_candidate(context->data, article, word + 1, article->end);
		}
	}
}
