/* pair: marks that belong together: collecting them, and questions about them. */
#include "pair.h"

#include "layer_p.h"
#include "pair_p.h"

enum { LOW_QUOTE_REACH = 64 }; /* how far a German „ may stand before the “ that closes it */

/* One row a pair; the mark that stands first is the one that opens. Half-width forms are not in the classes OPEN and CLOSE. */
static const struct {
	uint16_t opens, closes;
	uint8_t kind;
} forms[] = {
	{0x201C, 0x201D, PAIR_DOUBLE_QUOTE},
	{0x300C, 0x300D, PAIR_CORNER},
	{0xFF08, 0xFF09, PAIR_PARENTHESIS},
	{'(', ')', PAIR_PARENTHESIS},
	{0x300A, 0x300B, PAIR_TITLE},
	{0x300E, 0x300F, PAIR_WHITE_CORNER},
	{0x2018, 0x2019, PAIR_SINGLE_QUOTE},
	{0x3008, 0x3009, PAIR_ANGLE},
	{0x3010, 0x3011, PAIR_LENTICULAR},
	{0x3014, 0x3015, PAIR_TORTOISE},
	{'[', ']', PAIR_SQUARE},
	{'{', '}', PAIR_BRACE},
	{0x3016, 0x3017, PAIR_LENTICULAR},
	{0x3018, 0x3019, PAIR_TORTOISE},
	{0x301A, 0x301B, PAIR_SQUARE},
	{0xFF3B, 0xFF3D, PAIR_SQUARE},
	{0xFF5B, 0xFF5D, PAIR_BRACE},
	{0xFF5F, 0xFF60, PAIR_PARENTHESIS},
	{0xFF62, 0xFF63, PAIR_CORNER},
	{0xFE41, 0xFE42, PAIR_CORNER},
	{0xFE43, 0xFE44, PAIR_WHITE_CORNER},
	{0xFE37, 0xFE38, PAIR_BRACE},
	{0xFE39, 0xFE3A, PAIR_TORTOISE},
	{0xFE3B, 0xFE3C, PAIR_LENTICULAR},
	{0xFE3D, 0xFE3E, PAIR_TITLE},
	{0xFE59, 0xFE5A, PAIR_PARENTHESIS},
	{0xFE5B, 0xFE5C, PAIR_BRACE},
	{0xFE5D, 0xFE5E, PAIR_TORTOISE},
};

bool pair_mark(uint32_t code_point, enum pair_kind *kind, bool *opens, bool *closes)
{
	if (code_point == '"' || code_point == '\'') {
		*kind = code_point == '"' ? PAIR_STRAIGHT_DOUBLE : PAIR_STRAIGHT_SINGLE;
		*opens = *closes = true;
		return true;
	}
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (forms[i].opens == code_point || forms[i].closes == code_point) {
			*kind = forms[i].kind;
			*opens = forms[i].opens == code_point;
			*closes = !*opens;
			return true;
		}
	return false;
}

/* ’ and ' inside a Latin word, and the “ that closes a German quotation, are left out at once. */
static bool is_other(const struct article *article, uint32_t at, enum pair_kind kind)
{
	if (kind == PAIR_SINGLE_QUOTE || kind == PAIR_STRAIGHT_SINGLE)
		return article->cls[at - 1] == CLASS_LATIN && article->cls[at + 1] == CLASS_LATIN;
	if (article->cp[at] != 0x201C || class_is_han(article->cls[at - 1]))
		return false;
	uint32_t limit = article_back(article, at, LOW_QUOTE_REACH);
	for (uint32_t i = at; i > limit && article->cls[i - 1] != CLASS_NEWLINE && article->cp[i - 1] != 0x201C; i--)
		if (article->cp[i - 1] == 0x201E)
			return true;
	return false;
}

static void add_mark(struct matcher *matcher, uint32_t at)
{
	const struct article *article = matcher->article;
	enum pair_kind kind;
	bool opens, closes;
	if (!pair_mark(article->cp[at], &kind, &opens, &closes) || is_other(article, at, kind))
		return;
	matcher->marks[matcher->count++] = (struct mark){
		.at = at,
		.partner = MARK_NONE,
		.kind = (uint8_t)kind,
		.side = opens && closes ? MARK_STRAIGHT : opens ? MARK_OPENS : MARK_CLOSES,
	};
}

/* All marks in their order: the lists of five classes, merged. */
static void collect(struct matcher *matcher)
{
	static const uint8_t classes[] = {CLASS_OPEN, CLASS_CLOSE, CLASS_HALF_OPEN, CLASS_HALF_CLOSE, CLASS_HALF_QUOTE};
	enum { LISTS = sizeof classes };
	const struct article *article = matcher->article;
	uint32_t next[LISTS] = {0};
	uint32_t heads[LISTS];
	for (unsigned i = 0; i < LISTS; i++)
		heads[i] = article->index[classes[i]].count ? article->index[classes[i]].at[0] : UINT32_MAX;
	for (;;) {
		unsigned first = 0;
		for (unsigned i = 1; i < LISTS; i++)
			if (heads[i] < heads[first])
				first = i;
		if (heads[first] == UINT32_MAX)
			break;
		add_mark(matcher, heads[first]);
		const struct positions *list = &article->index[classes[first]];
		next[first]++;
		heads[first] = next[first] < list->count ? list->at[next[first]] : UINT32_MAX;
	}
}

/* The innermost pair round each one's opening mark: the newest that still lasts. Deeper than PAIR_DEPTH the count starts anew. */
static void set_parents(struct pair *pairs, uint32_t count, uint32_t *stack)
{
	uint32_t depth = 0;
	for (uint32_t i = 0; i < count; i++) {
		while (depth > 0 && pairs[stack[depth - 1]].close < pairs[i].open)
			depth--;
		pairs[i].parent = depth % PAIR_DEPTH == 0 ? UINT32_MAX : stack[depth - 1];
		stack[depth++] = i;
	}
}

static void write_layer(struct article *article, const struct matcher *matcher)
{
	const struct mark *marks = matcher->marks;
	struct unpaired *unpaired = NULL;
	size_t unpaired_count = 0, capacity = 0;
	struct pair *pairs = arena_alloc_raw(article->arena, sizeof *pairs * ((size_t)matcher->count + 1));
	uint32_t pair_count = 0;
	for (uint32_t i = 0; i < matcher->count; i++) {
		const struct mark *mark = &marks[i];
		if (mark->state == MARK_PAIRED && mark->partner > i)
			pairs[pair_count++] = (struct pair){.open = mark->at,
				.close = marks[mark->partner].at,
				.kind = mark->kind,
				.continued = mark->continued,
				.reversed = mark->reversed};
		if (mark->wrong || mark->state == MARK_LOOSE) {
			bool closes = mark->side == MARK_CLOSES;
			struct unpaired entry = {mark->at, UINT32_MAX, mark->kind, closes ? UNPAIRED_NEVER_OPENED : UNPAIRED_NEVER_CLOSED};
			if (mark->wrong) {
				entry.partner = marks[mark->partner].at;
				entry.reason = mark->reason;
			}
			ARENA_PUSH(article->arena, unpaired, unpaired_count, capacity, entry);
		}
	}
	set_parents(pairs, pair_count, matcher->stack);
	article->pairs = pairs;
	article->pair_count = pair_count;
	article->unpaired = unpaired;
	article->unpaired_count = (uint32_t)unpaired_count;
}

void article_build_pairs(struct article *article)
{
	size_t room = 1;
	for (unsigned c = CLASS_OPEN; c <= CLASS_HALF_QUOTE; c++)
		room += article->class_count[c];
	struct matcher matcher = {.article = article};
	matcher.marks = arena_alloc_raw(article->arena, room * sizeof *matcher.marks);
	matcher.stack = arena_alloc_raw(article->arena, room * sizeof *matcher.stack);
	collect(&matcher);
	pair_match(&matcher);
	write_layer(article, &matcher);
}

/* The last pair that opens at or before a position; NULL: none. */
static const struct pair *last_before(const struct article *article, uint32_t at)
{
	uint32_t low = 0, high = article->pair_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (article->pairs[middle].open <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? &article->pairs[low - 1] : NULL;
}

static const struct pair *parent_of(const struct article *article, const struct pair *pair)
{
	return pair->parent == UINT32_MAX ? NULL : &article->pairs[pair->parent];
}

const struct pair *pair_around(const struct article *article, uint32_t at, unsigned kinds)
{
	const struct pair *pair = last_before(article, at);
	while (pair && !(pair->close >= at && (kinds & PAIR_BIT(pair->kind))))
		pair = parent_of(article, pair);
	return pair;
}

const struct pair *pair_opening(const struct article *article, uint32_t at)
{
	const struct pair *pair = last_before(article, at);
	return pair && pair->open == at ? pair : NULL;
}

const struct pair *pair_closing(const struct article *article, uint32_t at)
{
	const struct pair *found = NULL;
	for (const struct pair *pair = last_before(article, at); pair; pair = parent_of(article, pair))
		if (pair->close == at)
			found = pair;
	return found;
}
