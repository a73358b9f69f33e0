/*
 * script_mixed_variant: a Traditional character in a Simplified article (对這项措施), or the reverse, and words that a
 * converter left half done (以后 in Traditional text, 接著 in Simplified).
 *
 * The two are different orthographies; an article keeps to one (通用规范汉字表; 國字標準字體). What the article mostly is, or the
 * configuration says, decides. Only characters count that edited text of that variant never holds, and words that the
 * dictionary is sure of. An article that is a mixture through and through gets one finding.
 *
 * Passes on purpose: quotations, titles and bracketed glosses that are in the other variant as a whole; a run of eight
 * characters or more of it (one note); Japanese beside kana; 于|於 as surnames, 于 in the classics; 乾隆, 瞭望, 藉口 and the
 * like; what config/forms/right.txt lists, as usage in Taiwan and Hong Kong has both forms.
 * Misses: characters of the other variant in a quotation that has none of the article's own; rare one-to-many words.
 */
#include "check.h"

enum { MESSAGE_TRADITIONAL, MESSAGE_SIMPLIFIED, MESSAGE_WORD, MESSAGE_PASSAGE_TRADITIONAL, MESSAGE_PASSAGE_SIMPLIFIED, MESSAGE_MIXTURE };

enum { PASSAGE_LENGTH = 8, PASSAGE_SLIPS = 3, MIXTURE = 10, KANA_REACH = 12 };

/* A position that is wrong: by the character itself, or (form.right is not 0) by the word that it should make. */
struct slip {
	uint32_t at;
	struct form form;
};

struct slips {
	struct slip *items;
	size_t count, capacity;
};

/* What the article should hold, and where it holds what it should not. */
static uint64_t own_class(const struct article *article)
{
	return CLASS_BIT(variant_is_hant(article->variant) ? CLASS_HAN_TRADITIONAL : CLASS_HAN_SIMPLIFIED);
}

static const struct positions *others_of(const struct article *article)
{
	return &article->index[variant_is_hant(article->variant) ? CLASS_HAN_SIMPLIFIED : CLASS_HAN_TRADITIONAL];
}

/* 於 is a surname in Simplified text (於梨华), and stands in a few old words; after a verb or a date it is 于. */
static bool is_preposition(const struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint32_t two[2] = {article->cp[at - 1], 0x4E8E};
	struct word word;
	static const char *const old_words[] = {"於菟", "於期", "於潜", "於陵"};
	for (size_t i = 0; i < sizeof old_words / sizeof *old_words; i++)
		if (article_starts(article, at, old_words[i]))
			return false;
	if (article_starts(article, at, "於是") || article_starts(article, at, "於此") || article->cls[at - 1] == CLASS_DIGIT ||
		character_is_one_of(article->cp[at - 1], U"年月日时中后前"))
		return true;
	return word_find(context->data, two, 2, NULL) || (word_find(context->data, article->cp + at - 2, 2, &word) && word.tag == WORD_VERB);
}

/* 萬 億 兩 幾 貳 in Simplified text; 亿 两 贰 in Traditional, and 万 in a number (else it is a name). */
static bool is_wrong_numeral(const struct article *article, uint32_t at)
{
	uint32_t cp = article->cp[at], before = article->cp[at - 1];
	switch (cp) {
	case U'萬': case U'億': case U'兩': case U'幾': case U'貳': return variant_is_hans(article->variant);
	case U'亿': case U'两': case U'贰': return !variant_is_hans(article->variant);
	case U'万':
		return !variant_is_hans(article->variant) && (article->cls[at - 1] == CLASS_DIGIT || character_numeral(before) > 0) &&
			article->cp[at + 1] != U'円';
	default: return false;
	}
}

/* A short quotation without a word that only the modern language has. */
static bool is_old_quotation(const struct article *article, const struct pair *quote)
{
	enum { MAXIMUM = 100 };
	if (quote->close - quote->open > MAXIMUM)
		return false;
	for (uint32_t at = quote->open + 1; at < quote->close; at++)
		if (character_is_one_of(article->cp[at], U"的了這那們個很你她嗎吧"))
			return false;
	return true;
}

/*
 * Traditional editions of the classics keep 于: a quotation of them, and the old verb 至 with 于 (東至于海). 至于 that is a
 * slip for 至於 opens a clause or is 以至于, 不至于.
 */
static bool is_classical(const struct article *article, const struct form *form)
{
	uint32_t begin = form->word.begin;
	if (form->right != 0x65BC) /* 於 */
		return false;
	const struct pair *quote = pair_around(article, begin, PAIRS_QUOTE);
	if (quote && is_old_quotation(article, quote))
		return true;
	return article_starts(article, begin, "至于") && article_is_han(article, begin - 1) && !character_is_one_of(article->cp[begin - 1], U"以甚乃不");
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
	const struct positions *other = others_of(article), *numerals = &article->index[CLASS_HAN_NUMERAL];
	uint32_t word = form_candidate(context->data, article, article->begin, article->end);
	for (uint32_t i = 0, j = 0; i < other->count || j < numerals->count || word < article->end;) {
		while (j < numerals->count && !is_wrong_numeral(article, numerals->at[j]))
			j++;
		uint32_t a = i < other->count ? other->at[i] : article->end, b = j < numerals->count ? numerals->at[j] : article->end;
		struct form form = {.right = 0};
		if (a < b && a < word) {
			i++;
			if (article->cp[a] != 0x65BC || is_preposition(context, a))
				push(context, slips, (struct slip){a, form});
		} else if (b < word) {
			j++;
			push(context, slips, (struct slip){b, form});
		} else if (word < article->end) {
			if (form_find(context->data, article, word, &form) && !is_classical(article, &form))
				push(context, slips, (struct slip){word, form});
			word = form_candidate(context->data, article, word + 1, article->end);
		}
	}
}

static uint32_t count_in(const struct positions *positions, uint32_t begin, uint32_t end)
{
	return positions_from(positions, end) - positions_from(positions, begin);
}

/*
 * Has a span none of the article's own characters? BARE is the last stretch known to be so: many slips inside one long pair, and pairs
 * inside each other, read it once.
 */
static bool is_bare(const struct article *article, struct span *bare, struct span span)
{
	bool is_known = span.begin >= bare->begin && span.begin < bare->end;
	if (is_known && span.end <= bare->end)
		return true;
	uint32_t at = article_find(article, is_known ? bare->end : span.begin, span.end, own_class(article));
	if (is_known)
		bare->end = at;
	else if (at - span.begin >= span_length(*bare) || span.begin >= bare->end)
		*bare = (struct span){span.begin, at};
	return at == span.end;
}

/*
 * Is the position inside a quotation, a title or a gloss that is in the other variant as a whole? It has none of the
 * article's own characters; a long one must hold enough of the other's, as one slip does not make it foreign.
 */
static bool is_foreign_pair(const struct article *article, struct span *bare, const struct pair *pair)
{
	uint32_t begin = pair->open + 1, length = pair->close - begin, others = count_in(others_of(article), begin, pair->close);
	if (!is_bare(article, bare, (struct span){begin, pair->close}))
		return false;
	if (PAIR_BIT(pair->kind) & PAIRS_TITLE)
		return true;
	if (PAIR_BIT(pair->kind) & PAIRS_QUOTE)
		return length <= 8 || others * 8 >= length;
	return others * 3 >= length || (others >= PASSAGE_SLIPS && others * 8 >= length);
}

static bool is_quoted(const struct article *article, struct span *bare, uint32_t at)
{
	const struct pair *pair = pair_around(article, at, PAIRS_ANY);
	for (unsigned depth = 0; pair && depth < 3; depth++) {
		if (is_foreign_pair(article, bare, pair))
			return true;
		pair = pair->parent == UINT32_MAX ? NULL : &article->pairs[pair->parent];
	}
	return false;
}

/* The slips from FIRST on that stand in one stretch of text without a character of the article's own variant. */
static size_t stretch_end(const struct article *article, const struct slips *slips, size_t first)
{
	uint64_t borders = own_class(article) | CLASS_BIT(CLASS_NEWLINE);
	size_t end = first + 1;
	while (end < slips->count) {
		uint32_t from = slips->items[end - 1].at, to = slips->items[end].at;
		if (to - from > 2 * PASSAGE_LENGTH || article_find(article, from, to, borders) < to)
			break;
		end++;
	}
	return end;
}

/* A finding for a span whose characters should be RIGHT, as many. */
static void report_span(struct check_context *context, unsigned message, struct span span, const uint32_t *right, enum fix_kind kind)
{
	struct finding *finding = report_add(context->report, message, span);
	finding_text(finding, span);
	finding_characters(finding, right, span_length(span));
	finding_fix_characters(finding, kind, span, right, span_length(span));
}

static void report_word(struct check_context *context, const struct slip *slip)
{
	struct span span = slip->form.word;
	uint32_t *right = ARENA_ARRAY(context->scratch, uint32_t, span.end - span.begin);
	form_convert(context->data, context->article, span, right);
	right[slip->at - span.begin] = slip->form.right;
	report_span(context, MESSAGE_WORD, span, right, FIX_UNSAFE);
}

static void report_characters(struct check_context *context, struct span span)
{
	uint32_t *right = ARENA_ARRAY(context->scratch, uint32_t, span.end - span.begin);
	bool is_single = form_convert(context->data, context->article, span, right);
	report_span(context, variant_is_hant(context->article->variant) ? MESSAGE_SIMPLIFIED : MESSAGE_TRADITIONAL, span, right,
		is_single ? FIX_SAFE : FIX_UNSAFE);
}

/* Neighbouring characters make one finding, and a word takes those in it. */
static void report_stretch(struct check_context *context, const struct slip *items, size_t count, struct span *bare)
{
	const struct article *article = context->article;
	for (size_t i = 0, j; i < count; i = j) {
		j = i + 1;
		if (is_quoted(article, bare, items[i].at) || is_japanese(article, items[i].at))
			continue;
		uint32_t end = items[i].at + 1;
		for (; !items[i].form.right && j < count && items[j].at == end && !items[j].form.right; j++)
			end++;
		if (items[i].form.right) {
			report_word(context, &items[i]);
			while (j < count && items[j].at < items[i].form.word.end)
				j++;
		} else if (j == count || !items[j].form.right || items[j].form.word.begin > items[i].at) {
			report_characters(context, (struct span){items[i].at, end});
		}
	}
}

/* A passage is told by its characters: words alone may be a converter's work. */
static bool is_passage(const struct slip *items, size_t count)
{
	size_t characters = 0;
	for (size_t i = 0; i < count; i++)
		characters += items[i].form.right == 0;
	return characters >= PASSAGE_SLIPS && items[count - 1].at + 1 - items[0].at >= PASSAGE_LENGTH;
}

static void report_slips(struct check_context *context, const struct slips *slips)
{
	const struct article *article = context->article;
	bool has_passage = false;
	struct span bare = {0};
	for (size_t i = 0, end; i < slips->count; i = end) {
		end = stretch_end(article, slips, i);
		struct span span = {slips->items[i].at, slips->items[end - 1].at + 1};
		if (!is_passage(slips->items + i, end - i)) {
			report_stretch(context, slips->items + i, end - i, &bare);
		} else if (!has_passage && !is_quoted(article, &bare, span.begin) && !is_japanese(article, span.begin)) {
			has_passage = true;
			bool is_hant = variant_is_hant(article->variant);
			finding_text(report_add(context->report, is_hant ? MESSAGE_PASSAGE_SIMPLIFIED : MESSAGE_PASSAGE_TRADITIONAL, span), span);
		}
	}
}

/* One finding, where the rarer variant begins; none if that is only quoted. */
static void report_mixture(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *hans = &article->index[CLASS_HAN_SIMPLIFIED], *hant = &article->index[CLASS_HAN_TRADITIONAL];
	const struct positions *rare = hans->count < hant->count ? hans : hant, *common = rare == hans ? hant : hans;
	uint32_t count = 0, first = 0;
	for (uint32_t i = 0; i < rare->count; i++) {
		if (pair_around(article, rare->at[i], PAIRS_QUOTE | PAIRS_TITLE))
			continue;
		first = count++ ? first : rare->at[i];
	}
	if (count < MIXTURE || common->count == 0)
		return;
	struct finding *finding = report_add(context->report, MESSAGE_MIXTURE, (struct span){first, first + 1});
	finding_number(finding, hans->count);
	finding_number(finding, hant->count);
	finding_note(finding, N_("“{0}” is of the other variant"), (struct span){common->at[0], common->at[0] + 1});
}

static void run(struct check_context *context)
{
	struct slips slips = {0};
	if (context->article->variant == VARIANT_MIXED)
		report_mixture(context);
	if (!variant_is_hans(context->article->variant) && !variant_is_hant(context->article->variant))
		return;
	collect(context, &slips);
	report_slips(context, &slips);
}

static const struct check_message messages[] = {
	[MESSAGE_TRADITIONAL] = {"traditional", N_("“{0}” is Traditional in a Simplified article, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_SIMPLIFIED] = {"simplified", N_("“{0}” is Simplified in a Traditional article, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_WORD] = {"word", N_("“{0}” is badly converted, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_PASSAGE_TRADITIONAL] = {"traditional_passage", N_("a whole passage is Traditional in a Simplified article: “{0}”"), SEVERITY_NOTE,
		PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_PASSAGE_SIMPLIFIED] = {"simplified_passage", N_("a whole passage is Simplified in a Traditional article: “{0}”"), SEVERITY_NOTE,
		PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_MIXTURE] = {"mixture", N_("the article is a mixture of {0} Simplified and {1} Traditional characters"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	{0},
};

const struct check check_script_mixed_variant = {
	.struct_size = sizeof(struct check),
	.name = "script_mixed_variant",
	.summary = N_("characters of the other variant, Simplified or Traditional"),
	.needs = NEED_PAIRS | NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
