/* rule_match: whether a text of a rule, where it stands, is what the rule means. */
#include "rule_set_p.h"

#include "word.h"

enum {
	SIDE = 8, /* characters on each side that segmentation sees */
	WINDOW = RULE_TEXT_LONGEST + 2 * SIDE,
	MARGIN = 1, /* by so much must the text be likelier with the cure, where a word crosses the border */
};

bool rule_holds(const struct rule_run *run, const struct ready_rule *rule)
{
	enum variant variant = run->article->variant;
	if (!run->policy->rule_messages[rule->label->name].on || (rule->scope != RULE_NO_SCOPE && !run->policy->rule_scopes[rule->scope]))
		return false;
	switch (rule->variant) {
	case VARIANT_HANS: return !variant_is_hant(variant);
	case VARIANT_HANT: return !variant_is_hans(variant);
	case VARIANT_HANT_TW:
	case VARIANT_HANT_HK: return variant == rule->variant;
	default: return true;
	}
}

/* Beyond the article's end nothing stands. */
static bool stands_at(const struct article *article, uint32_t at, struct points text)
{
	if (at >= article->end || text.length > article->end - at)
		return false;
	for (uint32_t i = 0; i < text.length; i++)
		if (article->cp[at + i] != text.cp[i])
			return false;
	return true;
}

static bool ends_clause(const struct article *article, uint32_t at)
{
	return at < article->begin || at >= article->end || article_is(article, at, CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE));
}

static bool ends_sentence(const struct article *article, uint32_t at)
{
	return at < article->begin || at >= article->end || article_is(article, at, CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_NEWLINE));
}

static bool stands_in(const struct article *article, struct span span, struct points text)
{
	for (uint32_t at = span.begin; at + text.length <= span.end; at++)
		if (stands_at(article, at, text))
			return true;
	return false;
}

/* Does a longer text stand so that it holds the span? */
static bool is_held_by(const struct article *article, struct span span, struct points text)
{
	uint32_t size = span_length(span);
	for (uint32_t before = 0; before + size <= text.length && before <= span.begin - article->begin; before++)
		if (stands_at(article, span.begin - before, text))
			return true;
	return false;
}

static bool is_excepted(const struct article *article, struct span span, struct points_list unless)
{
	for (uint32_t i = 0; i < unless.count; i++)
		if (is_held_by(article, span, unless.items[i]))
			return true;
	return false;
}

/* The clause or the sentence round a span, as far as it is looked at. */
static struct span surroundings(const struct article *article, struct span span, bool (*ends)(const struct article *article, uint32_t at))
{
	struct span round = span;
	while (span.begin - round.begin < RULE_CLAUSE && !ends(article, round.begin - 1))
		round.begin--;
	while (round.end - span.end < RULE_CLAUSE && !ends(article, round.end))
		round.end++;
	return round;
}

/* Does one of the texts stand in the surroundings, before the span or behind it? */
static bool stands_beside(const struct article *article, struct span span, struct span round, struct points_list texts)
{
	for (uint32_t i = 0; i < texts.count; i++)
		if (stands_in(article, (struct span){round.begin, span.begin}, texts.items[i]) ||
			stands_in(article, (struct span){span.end, round.end}, texts.items[i]))
			return true;
	return false;
}

bool rule_is_wrong_here(const struct article *article, struct span span, const struct ready_rule *rule)
{
	if (is_excepted(article, span, rule->unless))
		return false;
	if (rule->near.count > 0 && !stands_beside(article, span, surroundings(article, span, ends_clause), rule->near))
		return false;
	return rule->unless_near.count == 0 || !stands_beside(article, span, surroundings(article, span, ends_sentence), rule->unless_near);
}

/* The cure stands there already: 中国台湾 for 台湾. */
static bool is_cured(const struct article *article, struct span span, struct points_list rights)
{
	for (uint32_t i = 0; i < rights.count; i++)
		if (rights.items[i].length > span_length(span) && is_held_by(article, span, rights.items[i]))
			return true;
	return false;
}

/* Finds the pieces behind the first, each in the clause of the one before. */
static bool take_pieces(const struct article *article, struct rule_match *match, struct points_list rest)
{
	for (uint32_t i = 0; i < rest.count; i++) {
		uint32_t at = match->span.end, last = at + RULE_GAP;
		while (at < last && !ends_clause(article, at) && !stands_at(article, at, rest.items[i]))
			at++;
		if (at == last || !stands_at(article, at, rest.items[i]))
			return false;
		match->span.end = at + rest.items[i].length;
		match->pieces[match->piece_count++] = (struct span){at, match->span.end};
	}
	return true;
}

/* APP in APPLE, 12 in 120. */
static bool is_cut(const struct article *article, struct span span)
{
	uint64_t word = CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT);
	return (article_is(article, span.begin, word) && article_is(article, span.begin - 1, CLASS_BIT(article->cls[span.begin]))) ||
	       (article_is(article, span.end - 1, word) && article_is(article, span.end, CLASS_BIT(article->cls[span.end - 1])));
}

/* 网络|安全 round 网络安: does a longer word fall into two inside the piece? In a set phrase (脍炙人口) the piece means nothing anyway. */
static bool is_split(const struct rule_run *run, const struct word *word, struct span piece)
{
	const uint32_t *cp = run->article->cp;
	float least = 0;
	uint32_t best = piece.begin;
	for (uint32_t at = word->span.begin + 1; at < word->span.end; at++) {
		float cost = word_cost(run->data, cp + word->span.begin, at - word->span.begin) + word_cost(run->data, cp + at, word->span.end - at);
		if (at == word->span.begin + 1 || cost < least) {
			least = cost;
			best = at;
		}
	}
	return word->tag == WORD_IDIOM || (best > piece.begin && best < piece.end);
}

/* 平台|独立: a word of the best segmentation holds one part of the piece and something beside it. */
static bool is_crossed(const struct rule_run *run, struct span window, struct span piece)
{
	struct word *words;
	arena_clear(run->words);
	uint32_t count = word_segment(run->data, run->article, window, run->words, &words);
	for (uint32_t i = 0; i < count; i++) {
		struct span word = words[i].span;
		if (word.end <= piece.begin || word.begin >= piece.end || (word.begin >= piece.begin && word.end <= piece.end))
			continue;
		bool holds_all = word.begin <= piece.begin && word.end >= piece.end;
		if (!holds_all || is_split(run, &words[i], piece))
			return true;
	}
	return false;
}

/* Is the text likelier with one of the cures in it? */
static bool is_better_cured(const struct rule_run *run, struct span window, struct span piece, struct points_list rights)
{
	const struct article *article = run->article;
	uint32_t cp[WINDOW], before = piece.begin - window.begin, after = window.end - piece.end;
	float cost = word_cost_in(run->data, article->variant, article->cp + window.begin, span_length(window));
	memcpy(cp, article->cp + window.begin, before * sizeof *cp);
	for (uint32_t i = 0; i < rights.count; i++) {
		uint32_t length = rights.items[i].length;
		if (length > RULE_TEXT_LONGEST)
			continue;
		memcpy(cp + before, rights.items[i].cp, length * sizeof *cp);
		memcpy(cp + before + length, article->cp + piece.end, after * sizeof *cp);
		if (word_cost_in(run->data, article->variant, cp, before + length + after) + MARGIN < cost)
			return true;
	}
	return false;
}

/* Is a piece read as it stands, and no accident where two words meet? */
static bool is_read(const struct rule_run *run, struct span piece, struct points_list rights)
{
	const struct article *article = run->article;
	struct span window = piece;
	if (span_length(piece) < 2)
		return true;
	while (piece.begin - window.begin < SIDE && article_is_han(article, window.begin - 1))
		window.begin--;
	while (window.end - piece.end < SIDE && article_is_han(article, window.end))
		window.end++;
	return span_length(window) == span_length(piece) || !is_crossed(run, window, piece) || is_better_cured(run, window, piece, rights);
}

bool rule_match_at(const struct rule_run *run, const struct rule_text *text, uint32_t at, uint32_t length, struct rule_match *match)
{
	const struct article *article = run->article;
	const struct ready_rule *rule = text->rule;
	*match = (struct rule_match){.text = text, .span = {at, at + length}, .pieces = {{at, at + length}}, .piece_count = 1};
	if (!rule->anywhere && is_cut(article, match->pieces[0]))
		return false;
	if (!take_pieces(article, match, text->rest) || is_cured(article, match->span, text->rights) ||
		!rule_is_wrong_here(article, match->pieces[0], rule))
		return false;
	struct points_list rights = match->piece_count == 1 ? text->rights : (struct points_list){0};
	for (uint32_t i = 0; i < match->piece_count && !rule->anywhere; i++)
		if (!is_read(run, match->pieces[i], rights))
			return false;
	return true;
}
