/* lexicon: candidates by their first two characters, texts by the automaton; each is then held against its conditions. */
#include "lexicon.h"

#include "data_p.h"
#include "layer_p.h"
#include "word.h"

enum {
	ENDS = 16,  /* texts that begin at one place */
	GAP = 20,   /* characters of a gap at most */
	REACH = 40, /* how far `near` and words about the text are looked for */
	SIDE = 8,   /* characters on each side that segmentation sees */
	TEXT = 32,  /* characters of one piece or cure at most */
	MARGIN = 1, /* by so much must the text be likelier with the cure, where a word crosses the border */
};

static uint32_t text_length(const uint16_t *text)
{
	uint32_t length = 0;
	while (text[length])
		length++;
	return length;
}

static const uint16_t *next_text(const uint16_t *text)
{
	return text + text_length(text) + 1;
}

static const uint16_t *skip_texts(const uint16_t *text, uint32_t count)
{
	while (count-- > 0)
		text = next_text(text);
	return text;
}

/* Does a text stand at a position? Beyond the article's end stand newlines, which no text holds. */
static bool stands_at(const struct article *article, uint32_t at, const uint16_t *text)
{
	for (; *text; text++, at++)
		if (at >= article->end || article->cp[at] != *text)
			return false;
	return true;
}

static bool ends_clause(const struct article *article, uint32_t at)
{
	return at < article->begin || at >= article->end || article_is(article, at, CLASSES_STOP) || article->cp[at] == '\n';
}

static bool ends_sentence(const struct article *article, uint32_t at)
{
	return ends_clause(article, at) && !character_is_one_of(article->cp[at], U"，,、；;：:");
}

/* What stands round a span, up to an end on both sides. */
static struct span reach(const struct article *article, struct span span, bool (*ends)(const struct article *article, uint32_t at))
{
	struct span found = span;
	while (span.begin - found.begin < REACH && !ends(article, found.begin - 1))
		found.begin--;
	while (found.end - span.end < REACH && !ends(article, found.end))
		found.end++;
	return found;
}

static bool stands_in(const struct article *article, struct span span, const uint16_t *text)
{
	uint32_t length = text_length(text);
	for (uint32_t at = span.begin; at + length <= span.end; at++)
		if (article->cp[at] == *text && stands_at(article, at, text))
			return true;
	return false;
}

/* Finds the pieces behind the first, each in the clause of the one before. */
static bool take_pieces(const struct article *article, struct lexicon_match *match, const uint16_t *texts)
{
	for (uint32_t i = 0; i < match->piece_count; i++) {
		uint32_t at = i ? match->pieces[i - 1].end : match->span.begin, last = i ? at + GAP : at;
		while (at < last && !stands_at(article, at, texts) && !ends_clause(article, at))
			at++;
		if (!stands_at(article, at, texts))
			return false;
		match->pieces[i] = (struct span){at, at + text_length(texts)};
		texts = next_text(texts);
	}
	match->span.end = match->pieces[match->piece_count - 1].end;
	return true;
}

/* Does a longer text that is right stand over the first piece? */
static bool is_excepted(const struct article *article, struct span piece, const uint16_t *unless, uint32_t count)
{
	for (; count > 0; count--, unless = next_text(unless)) {
		uint32_t length = text_length(unless), size = span_length(piece);
		for (uint32_t before = 0; before + size <= length; before++)
			if (piece.begin - before >= article->begin && stands_at(article, piece.begin - before, unless))
				return true;
	}
	return false;
}

/* Does one of the texts stand beside a span, inside what is round it? */
static bool stands_beside(const struct article *article, struct span span, struct span round, const uint16_t *texts, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++, texts = next_text(texts))
		if (stands_in(article, (struct span){round.begin, span.begin}, texts) ||
			stands_in(article, (struct span){span.end, round.end}, texts))
			return true;
	return false;
}

/* “按装”应为“安装”: the text speaks of the word. */
static bool is_mentioned(const struct article *article, const struct lexicon_match *match)
{
	static const char *const words[] = {
		"误", "誤", "错", "錯", "别字", "別字", "写成", "寫成", "写作", "寫作", "应为", "應為", "规范", "規範", "异形", "異形", "推荐", NULL};
	struct span span = match->span;
	if (!article_is(article, span.begin - 1, CLASS_BIT(CLASS_OPEN)) || !article_is(article, span.end, CLASS_BIT(CLASS_CLOSE)))
		return false;
	struct span clause = reach(article, (struct span){span.begin - 1, span.end + 1}, ends_clause);
	for (uint32_t at = clause.begin; at < clause.end; at++)
		if (article_starts_any(article, at, words))
			return true;
	return stands_in(article, clause, match->rights);
}

/* Does a word of the best segmentation reach over one end of the piece? */
static bool is_crossed(const struct word *words, uint32_t count, struct span piece)
{
	for (uint32_t i = 0; i < count; i++) {
		struct span word = words[i].span;
		if ((word.begin < piece.begin && word.end > piece.begin) || (word.begin < piece.end && word.end > piece.end))
			return true;
	}
	return false;
}

/* The Han characters round a piece, as far as segmentation looks. */
static struct span window_of(const struct article *article, struct span piece)
{
	struct span window = piece;
	while (piece.begin - window.begin < SIDE && article_is_han(article, window.begin - 1))
		window.begin--;
	while (window.end - piece.end < SIDE && article_is_han(article, window.end))
		window.end++;
	return window;
}

/* What the window costs with a cure, or a piece of it up to …, in place of the piece. */
static float cost_with(const struct article *article, const struct data *data, struct span window, struct span piece, const uint16_t *right)
{
	uint32_t cp[TEXT + 2 * SIDE], length = 0;
	for (uint32_t at = window.begin; at < piece.begin; at++)
		cp[length++] = article->cp[at];
	for (uint32_t i = 0; right[i] && right[i] != 0x2026 && i < TEXT; i++)
		cp[length++] = right[i];
	for (uint32_t at = piece.end; at < window.end; at++)
		cp[length++] = article->cp[at];
	return word_cost_in(data, article->variant, cp, length);
}

/* The INDEXth piece of a cure with gaps; where it has fewer, what is there of the last. */
static const uint16_t *right_piece(const uint16_t *right, uint32_t index)
{
	for (; index > 0 && *right; right++)
		index -= *right == 0x2026;
	return right;
}

/* Is a piece the same in the cure? It is there as the context of another. */
static bool is_kept(const struct article *article, struct span piece, const uint16_t *right)
{
	for (uint32_t at = piece.begin; at < piece.end; at++, right++)
		if (article->cp[at] != *right)
			return false;
	return *right == 0 || *right == 0x2026;
}

/* Is a piece read as it stands: no word crosses its border, or all the same the cure makes the text likelier? */
static bool is_read(const struct article *article, const struct data *data, struct arena *scratch, const struct lexicon_match *match, uint32_t index)
{
	struct word *words;
	struct span piece = match->pieces[index], window = window_of(article, piece);
	if (span_length(piece) > TEXT || is_kept(article, piece, right_piece(match->rights, index)))
		return true;
	uint32_t count = word_segment(data, article, window, scratch, &words);
	if (!is_crossed(words, count, piece))
		return true;
	float cost = word_cost_in(data, article->variant, article->cp + window.begin, span_length(window));
	const uint16_t *right = match->rights;
	for (uint32_t i = 0; i < match->right_count; i++, right = next_text(right))
		if (cost_with(article, data, window, piece, right_piece(right, index)) + MARGIN < cost)
			return true;
	return false;
}

static bool holds(
	const struct article *article, const struct data *data, struct arena *scratch, uint32_t at, uint32_t index, struct lexicon_match *match)
{
	const struct lexicon_table *lexicon = &data->lexicon;
	const struct lexicon_entry *entry = &lexicon->entries[index];
	const uint16_t *texts = lexicon->text + entry->text, *rights = skip_texts(texts, entry->piece_count);
	const uint16_t *unless = skip_texts(rights, entry->right_count), *near = skip_texts(unless, entry->unless_count);
	const uint16_t *unless_near = skip_texts(near, entry->near_count);
	*match = (struct lexicon_match){.span = {at, at},
		.piece_count = entry->piece_count,
		.list = entry->list,
		.entry = index,
		.rights = rights,
		.right_count = entry->right_count};
	if ((variant_is_hans(article->variant) && !(entry->variants & LEXICON_HANS)) ||
		(variant_is_hant(article->variant) && !(entry->variants & LEXICON_HANT)))
		return false;
	if (!take_pieces(article, match, texts) || is_excepted(article, match->pieces[0], unless, entry->unless_count) ||
		is_mentioned(article, match))
		return false;
	if (entry->near_count && !stands_beside(article, match->span, reach(article, match->span, ends_clause), near, entry->near_count))
		return false;
	if (stands_beside(article, match->span, reach(article, match->span, ends_sentence), unless_near, entry->unless_near_count))
		return false;
	for (uint32_t i = 0; i < match->piece_count; i++) {
		arena_clear(scratch);
		if (!is_read(article, data, scratch, match, i))
			return false;
	}
	return true;
}

/* The longest of the entries that hold at a position. */
static bool longest_at(const struct article *article, const struct data *data, struct arena *scratch, uint32_t at, struct lexicon_match *longest)
{
	const struct lexicon_table *lexicon = &data->lexicon;
	struct automaton_end ends[ENDS];
	struct lexicon_match match;
	uint32_t count = automaton_find(&lexicon->automaton, article->cp + at, article->end - at, ends, ENDS);
	longest->span = (struct span){at, at};
	for (uint32_t i = 0; i < count; i++) {
		const uint16_t *text = lexicon->text + lexicon->entries[ends[i].first].text;
		for (uint32_t index = ends[i].first; index < lexicon->entry_count; index++) {
			const uint16_t *other = lexicon->text + lexicon->entries[index].text;
			if (text_length(other) != ends[i].length || memcmp(other, text, ends[i].length * sizeof *text) != 0)
				break;
			if (holds(article, data, scratch, at, index, &match) && match.span.end > longest->span.end)
				*longest = match;
		}
	}
	return longest->span.end > at;
}

void article_build_lexicon(struct article *article, const struct data *data, struct arena *scratch)
{
	const struct automaton *automaton = &data->lexicon.automaton;
	const uint32_t *cp = article->cp;
	struct lexicon_match *matches = NULL, match;
	size_t count = 0, capacity = 0;
	for (uint32_t block = article->begin, free = block; block < article->end; block += BIGRAM_BLOCK)
		for (uint64_t places = bigram_places(article, block, BIGRAM_LEXICON); places; places &= places - 1) {
			uint32_t at = block + (uint32_t)__builtin_ctzll(places);
			if (at < free || !automaton_may_begin(automaton, cp + at))
				continue;
			if (!longest_at(article, data, scratch, at, &match))
				continue;
			ARENA_PUSH(article->arena, matches, count, capacity, match);
			free = match.span.end;
		}
	article->matches = matches;
	article->match_count = (uint32_t)count;
}

uint64_t lexicon_places(const struct article *article, uint32_t at)
{
	return bigram_places(article, at, BIGRAM_LEXICON);
}

bool lexicon_covers(const struct article *article, struct span span, unsigned lists)
{
	uint32_t low = 0, high = article->match_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (article->matches[middle].span.end <= span.begin)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < article->match_count && article->matches[low].span.begin < span.end; low++)
		if (lists >> article->matches[low].list & 1)
			return true;
	return false;
}

/* One string of all cures, with / between them. */
static uint32_t join_rights(const struct lexicon_match *match, uint32_t *cp, uint32_t most)
{
	const uint16_t *right = match->rights;
	uint32_t length = 0;
	for (uint32_t i = 0; i < match->right_count; i++, right = next_text(right)) {
		if (i > 0 && length < most)
			cp[length++] = '/';
		for (const uint16_t *at = right; *at && length < most; at++)
			cp[length++] = *at;
	}
	return length;
}

static void fix(struct finding *finding, const struct article *article, const struct lexicon_match *match)
{
	const uint16_t *right = match->rights;
	for (uint32_t i = 0; i < match->piece_count; i++) {
		uint32_t cp[TEXT], length = 0;
		for (; *right && *right != 0x2026 && length < TEXT; right++)
			cp[length++] = *right;
		right += *right == 0x2026;
		struct span piece = match->pieces[i];
		if (length != span_length(piece) || memcmp(cp, article->cp + piece.begin, length * sizeof *cp) != 0)
			finding_fix_characters(finding, FIX_SAFE, piece, cp, length);
	}
}

struct finding *lexicon_report(struct report *report, unsigned message, const struct article *article, const struct lexicon_match *match)
{
	uint32_t cp[4 * TEXT];
	struct finding *finding = report_add(report, message, match->span);
	finding_text(finding, match->span);
	finding_characters(finding, cp, join_rights(match, cp, 4 * TEXT));
	if (match->right_count == 1)
		fix(finding, article, match);
	return finding;
}
