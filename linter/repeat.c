/* repeat: the text again, at once or across a gap. */
#include "repeat.h"

#include "pair.h"
#include "vector_p.h"

enum {
	KEYS_BEFORE = (REPEAT_UNIT_LONGEST + 7) / 8 * 8,
	WINDOW = 1024, /* characters that are looked at together, */
	STEP = WIDE / 2, /* and in one step */
	PIECE_MAXIMUM = 60, /* characters of a headline or an item that stands twice */
};

/* The text that repeats itself after PERIOD characters, from the first Han character at or after BEGIN; empty if that is less than two copies. */
static struct span repetition(const struct article *article, uint32_t begin, uint32_t period)
{
	const uint32_t *cp = article->cp;
	begin = article_find(article, begin, article->end, CLASSES_HAN);
	uint32_t end = begin;
	while (end + period < article->end && cp[end] == cp[end + period])
		end++;
	return (struct span){begin, end - begin >= period ? end + period : begin};
}

/* The stretch that repeats itself after PERIOD characters, as two equal characters or pairs do, the second at AT; empty if there is none. */
static struct span stretch(const struct article *article, uint32_t at, uint32_t period)
{
	const uint32_t *cp = article->cp;
	uint32_t begin = at - period;
	while (begin > article->begin && cp[begin - 1] == cp[begin - 1 + period])
		begin--;
	return repetition(article, begin, period);
}

/* What is told of the characters of a window, in halves, of which STEP are compared at once. */
struct window {
	uint16_t low[KEYS_BEFORE + WINDOW + 2 * STEP];   /* of each character, from KEYS_BEFORE characters before the window on */
	uint16_t pairs[KEYS_BEFORE + WINDOW + 2 * STEP]; /* hashes of each and the next */
};

/* Of COUNT characters, a multiple of 8, and the one behind them. */
static inline void fill(struct window *window, const uint32_t *cp, uint32_t count)
{
	for (uint32_t i = 0; i <= count; i += 8) {
		words8 characters;
		words8_load(&characters, cp + i);
		words8_store_low(&characters, window->low + i);
	}
	for (uint32_t i = 0; i < count; i += STEP) {
		wide_halves first, second;
		wide_halves_load(&first, window->low + i);
		wide_halves_load(&second, window->low + i + 1);
		first = first * 0x6487 + second;
		memcpy(window->pairs + i, &first, sizeof first);
	}
}

/*
 * The indexes of the characters that seem to stand at once before, or to begin a pair which stood up to REPEAT_UNIT_LONGEST characters
 * before: of COUNT characters from CP on, a multiple of 8, and perhaps of some behind them.
 */
CLONES static uint32_t look_for_pairs(struct window *window, const uint32_t *cp, uint32_t count, uint32_t *places)
{
	uint32_t found = 0;
	fill(window, cp - KEYS_BEFORE, count + KEYS_BEFORE);
	for (uint32_t i = 0; i < count; i += STEP) {
		const uint16_t *key = window->pairs + KEYS_BEFORE + i, *low = window->low + KEYS_BEFORE + i;
		wide_halves pair, other, again;
		wide_halves_load(&again, low);
		wide_halves_load(&other, low - 1);
		again = (wide_halves)(again == other);
		wide_halves_load(&pair, key);
#pragma GCC unroll 16
		for (int period = 2; period <= REPEAT_UNIT_LONGEST; period++) {
			wide_halves_load(&other, key - period);
			again |= (wide_halves)(pair == other);
		}
		for (uint32_t at = wide_halves_bits(&again); at; at &= at - 1)
			places[found++] = i + (uint32_t)__builtin_ctz(at);
	}
	return found;
}

/* The smallest number of characters after which the character or pair at a position stands again; one more than the longest if there is none. */
static uint32_t period_of(const uint32_t *cp)
{
	uint32_t period = 2;
	if (cp[0] == cp[-1])
		return 1;
	while (period <= REPEAT_UNIT_LONGEST && (cp[0] != *(cp - period) || cp[1] != *(cp - period + 1)))
		period++;
	return period;
}

struct search {
	const struct article *article;
	uint32_t done[REPEAT_UNIT_LONGEST + 1]; /* up to where each period has been followed */
	void (*found)(void *user, struct span whole, uint32_t period);
	void *user;
};

static void look_at(struct search *search, uint32_t at)
{
	const struct article *article = search->article;
	uint32_t period = period_of(article->cp + at);
	if (period > REPEAT_UNIT_LONGEST || at < search->done[period] || !article_is_han(article, at))
		return;
	struct span whole = stretch(article, at, period);
	search->done[period] = whole.begin < whole.end ? whole.end : at + 1;
	if (whole.begin < whole.end && article_is_han(article, whole.begin))
		search->found(search->user, whole, period);
}

/* Two equal characters, or a pair that stands again a few characters later, may begin a doubled unit; of ordinary text that is little. */
void repeat_each(const struct article *article, void (*found)(void *user, struct span whole, uint32_t period), void *user)
{
	struct search search = {.article = article, .found = found, .user = user};
	struct window window = {0};
	uint32_t places[WINDOW + STEP];
	for (uint32_t begin = article->begin; begin < article->end; begin += WINDOW) {
		uint32_t left = article->end - begin, count = left < WINDOW ? (left + 7) / 8 * 8 : WINDOW;
		uint32_t places_count = look_for_pairs(&window, article->cp + begin, count, places);
		for (uint32_t i = 0; i < places_count && begin + places[i] < article->end; i++)
			look_at(&search, begin + places[i]);
	}
}

static bool ends_piece(const struct article *article, uint32_t at)
{
	const uint64_t ends = CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE);
	return class_in(article->cls[at], ends);
}

/* 等, or 和, 及, 与 before the last item; 和 may begin another word than that. */
static bool ends_item(const uint32_t *cp)
{
	return character_is_one_of(cp[0], U"等及与與") || (cp[0] == 0x548C && !character_is_one_of(cp[1], U"平谐諧解睦气氣善美服田声聲约約"));
}

static bool is_loose_text(const struct article *article, uint32_t at)
{
	enum role role = article->paragraphs[article_paragraph_at(article, at)].role;
	return role == ROLE_VERSE || role == ROLE_TABLE;
}

static bool is_blank(const struct article *article, uint32_t at)
{
	return article->cls[at] == CLASS_SPACE || article->cls[at] == CLASS_ODD_SPACE || article->cls[at] == CLASS_NEWLINE;
}

/* Each gap once, from the blanks of one class in it. */
static void gaps_of_class(const struct article *article, enum character_class class, void (*found)(void *user, struct span gap), void *user)
{
	const struct positions *blanks = &article->index[class];
	uint32_t done = article->begin;
	for (uint32_t i = 0; i < blanks->count; i++) {
		uint32_t begin = blanks->at[i], end = begin + 1;
		if (begin < done)
			continue;
		while (begin > done && is_blank(article, begin - 1))
			begin--;
		while (end < article->end && is_blank(article, end))
			end++;
		done = end;
		if (class != CLASS_NEWLINE && article_find(article, begin, end, CLASS_BIT(CLASS_NEWLINE)) < end)
			continue;
		if (begin > article->begin && end < article->end)
			found(user, (struct span){begin, end});
	}
}

void repeat_gaps(const struct article *article, bool with_break, void (*found)(void *user, struct span gap), void *user)
{
	if (with_break) {
		gaps_of_class(article, CLASS_NEWLINE, found, user);
	} else {
		gaps_of_class(article, CLASS_SPACE, found, user);
		gaps_of_class(article, CLASS_ODD_SPACE, found, user);
	}
}

static bool is_headline(const struct article *article, struct span piece)
{
	enum { LEAST = 4, HAN_LEAST = 3 };
	return piece.end - piece.begin >= LEAST && article_count(article, piece, CLASSES_HAN) >= HAN_LEAST;
}

/* A line that is the same on both sides of the gap. */
static bool has_equal_halves(const struct article *article, struct span line, struct span gap, struct repeat *repeat)
{
	if (line.end - line.begin > 8 * PIECE_MAXIMUM)
		return false;
	while (line.end > gap.end && is_blank(article, line.end - 1))
		line.end--;
	while (line.begin < gap.begin && is_blank(article, line.begin))
		line.begin++;
	*repeat = (struct repeat){{line.begin, gap.begin}, {gap.end, line.end}};
	return line.begin < gap.begin && line.end > gap.end && article_same(article, repeat->first, repeat->second) &&
	       is_headline(article, repeat->first);
}

/* A piece between two blanks that stands on both sides of the gap; three in a row are a table. */
static bool has_equal_pieces(const struct article *article, struct span line, struct span gap, struct repeat *repeat)
{
	uint32_t begin = gap.begin;
	while (begin > line.begin && gap.begin - begin < PIECE_MAXIMUM && !is_blank(article, begin - 1))
		begin--;
	uint32_t length = gap.begin - begin;
	struct span first = {begin, gap.begin}, second = {gap.end, gap.end + length};
	struct span third = {second.end + 1, second.end + 1 + length}, before = {begin - 1 - length, begin - 1};
	if (second.end > line.end || (second.end < line.end && !is_blank(article, second.end)))
		return false;
	if (!article_same(article, first, second) || !is_headline(article, first) || is_loose_text(article, begin))
		return false;
	if (third.end <= line.end && article_same(article, first, third))
		return false;
	*repeat = (struct repeat){first, second};
	return begin <= line.begin + length || !article_same(article, first, before);
}

bool repeat_in_line(const struct article *article, struct span gap, struct repeat *repeat)
{
	struct span line = article->paragraphs[article_paragraph_at(article, gap.begin)].span;
	return has_equal_halves(article, line, gap, repeat) || has_equal_pieces(article, line, gap, repeat);
}

/* Prose in which a clause is not said twice for effect. */
static bool is_plain_clause(const struct article *article, uint32_t at)
{
	return article->paragraphs[article_paragraph_at(article, at)].role == ROLE_BODY && !character_is_one_of(article->cp[at - 1], REPEAT_SOUNDS) &&
	       !pair_around(article, at, PAIRS_TITLE | PAIRS_QUOTE);
}

/* 小吃店和|民宿、民宿、咖啡馆: of a list's first item the text before is not told by a mark. LENGTH is that of the Han text before the mark. */
static uint32_t item_length(const struct article *article, uint32_t at, uint32_t length)
{
	const uint32_t *cp = article->cp;
	uint32_t second = article_skip(article, at + 1, article_ahead(article, at + 1, PIECE_MAXIMUM), CLASSES_HAN) - at - 1;
	if (second >= length || second < 2 || cp[at - 1] != cp[at + second] ||
		!article_same(article, (struct span){at - second, at}, (struct span){at + 1, at + 1 + second}))
		return length;
	return character_is_one_of(cp[at - second - 1], U"和与與及或有是了括的") ? second : length;
}

bool repeat_at_mark(const struct article *article, uint32_t at, struct repeat *repeat)
{
	enum { ITEM_LEAST = 2, CLAUSE_LEAST = 6 };
	const uint32_t *cp = article->cp;
	bool lists = cp[at] == 0x3001; /* 、 */
	uint32_t furthest = article_back(article, at, PIECE_MAXIMUM);
	struct span first = {article_skip_back(article, at, furthest, CLASSES_HAN), at};
	uint32_t length = lists ? item_length(article, at, first.end - first.begin) : first.end - first.begin;
	struct span second = {at + 1, at + 1 + length};
	first.begin = first.end - length;
	if (length < (uint32_t)(lists ? ITEM_LEAST : CLAUSE_LEAST) || second.end > article->end || !article_same(article, first, second))
		return false;
	if (!ends_piece(article, second.end) && !(lists && ends_item(cp + second.end)))
		return false;
	if ((article->cls[second.begin] == CLASS_HAN_NUMERAL && length == 2) || cp[second.end] == 0xFF01) /* ！ */
		return false;
	*repeat = (struct repeat){first, second};
	return lists ? !pair_around(article, at, PAIRS_TITLE) : is_plain_clause(article, at);
}
