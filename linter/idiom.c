/* idiom: what is nearly a set phrase, by an index of the characters that a slip leaves. */
#include "idiom.h"

#include <math.h>

#include "data_p.h"
#include "foreign.h"
#include "likeness.h"
#include "vector_p.h"
#include "word.h"

/* How far the text round a slip is read. */
enum { REACH = 6, WINDOW = 2 * REACH + IDIOM_LONGEST + 1 };

/* A slip, with how much likelier it is than what would be asked of it. */
struct candidate {
	struct idiom_slip slip;
	float surplus;
};

struct search {
	const struct data *data;
	const struct article *article;
	bool is_hant;
	uint8_t wanted;              /* IDIOM_HANS … : a phrase must have one of these */
	struct candidate best;       /* the likeliest that reaches to here; surplus below zero: none */
	void (*visit)(void *user, const struct idiom_slip *slip);
	void *user;
};

/* A phrase of the texts. */
struct phrase {
	const uint16_t *right;
	uint32_t length;
	bool is_firm;
};

/* False for what is none, in a damaged file. */
static bool read_phrase(const struct search *search, uint32_t index, struct phrase *phrase)
{
	const struct idiom_table *table = &search->data->idioms;
	if (index >= table->text_count)
		return false;
	uint32_t head = table->texts[index], length = head & IDIOM_LENGTH;
	*phrase = (struct phrase){table->texts + index + 1, length, !(head & IDIOM_LOOSE)};
	return length >= IDIOM_SHORTEST && length <= IDIOM_LONGEST && length < table->text_count - index && head & search->wanted;
}

static bool same(const uint32_t *a, const uint32_t *b, uint32_t length)
{
	return memcmp(a, b, length * sizeof *a) == 0;
}

/* How many characters from CP on are those of a phrase, LENGTH at most. */
static uint32_t agreement(const uint32_t *cp, const uint16_t *right, uint32_t length)
{
	uint32_t at = 0;
	while (at < length && cp[at] == right[at])
		at++;
	return at;
}

/* Is the text from CP on the phrase with one slip? What it is, and in *AT the index of the first character that differs. */
static bool compare(const uint32_t *cp, const struct phrase *phrase, enum idiom_fault *fault, uint32_t *at)
{
	const uint16_t *right = phrase->right;
	uint32_t length = phrase->length, first = agreement(cp, right, length);
	if (first == length)
		return false;
	uint32_t rest = length - first - 1, other = first + 1 + agreement(cp + first + 1, right + first + 1, rest), behind = length - other - 1;
	*at = first;
	if (other == length)
		*fault = IDIOM_WRONG;
	else if (cp[first] == right[other] && cp[other] == right[first] && agreement(cp + other + 1, right + other + 1, behind) == behind)
		*fault = IDIOM_SWAPPED;
	else if (first > 0 && agreement(cp + first, right + first + 1, rest) == rest)
		*fault = IDIOM_LOST;
	else if (first > 0 && agreement(cp + first + 1, right + first, rest + 1) == rest + 1)
		*fault = IDIOM_EXTRA;
	else
		return false;
	return true;
}

static void fill(struct idiom_slip *slip, uint32_t begin, const struct phrase *phrase, enum idiom_fault fault, uint32_t at)
{
	*slip = (struct idiom_slip){
		.fault = fault, .span = {begin, begin + phrase->length}, .at = begin + at, .length = phrase->length, .is_firm = phrase->is_firm};
	if (fault == IDIOM_LOST)
		slip->span.end--;
	if (fault == IDIOM_EXTRA)
		slip->span.end++;
	for (uint32_t i = 0; i < phrase->length; i++)
		slip->right[i] = phrase->right[i];
}

/* What must be gained by a correction of each kind, from idioms; from looser phrases more. */
static const float ASKED_SAME_SOUND = 9, ASKED_NEAR_SOUND = 10, ASKED_SHAPE = 11, ASKED_LOST = 13, ASKED_LOST_OF_LONG = 10, ASKED_EXTRA = 8,
	ASKED_SWAPPED = 11, ASKED_LOOSE = 5, NEVER = INFINITY;

/* Is one character no slip for the other? Forms of one character, numerals, and 的 地 得, which have their own rules. */
static bool are_exchanged(uint32_t a, uint32_t b)
{
	uint32_t plain_a = character_to_simplified(a), plain_b = character_to_simplified(b);
	bool are_numerals = character_class(a) == CLASS_HAN_NUMERAL && character_class(b) == CLASS_HAN_NUMERAL;
	bool are_particles = character_is_one_of(a, U"的地得") && character_is_one_of(b, U"的地得");
	return are_numerals || are_particles || (plain_a ? plain_a : a) == (plain_b ? plain_b : b);
}

/* A name that is rendered by its sounds: 敦克尔克, 敦刻尔克. */
static bool is_foreign(const struct article *article, struct span span, uint32_t but)
{
	uint32_t at = span.begin;
	while (at < span.end && (at == but || foreign_is_sound(article, at)))
		at++;
	return at == span.end;
}

static float asked_of_wrong(const struct search *search, const struct idiom_slip *slip)
{
	const uint32_t *cp = search->article->cp;
	uint32_t right = slip->right[slip->at - slip->span.begin], wrong = cp[slip->at];
	bool is_pushed = (slip->at + 1 == slip->span.end && cp[slip->span.end] == right) || (slip->at == slip->span.begin && cp[slip->at - 1] == right);
	if (!article_is_han(search->article, slip->at) || are_exchanged(wrong, right) || is_pushed)
		return NEVER;
	struct likeness likeness = likeness_of(search->data, wrong, right);
	enum likeness_sound sound = likeness_sound(&likeness);
	if (sound == SOUND_SAME)
		return ASKED_SAME_SOUND;
	return sound == SOUND_NEAR ? ASKED_NEAR_SOUND : likeness_shape(&likeness) ? ASKED_SHAPE : NEVER;
}

/* 趨若鶩; not where the character stands nearby, nor what says the contrary: 天公作美. */
static float asked_of_lost(const struct search *search, const struct idiom_slip *slip)
{
	uint32_t lost = slip->right[slip->at - slip->span.begin];
	bool is_edge = same(search->article->cp + slip->span.begin, slip->right + 1, slip->length - 1); /* 涛|滔不绝 */
	if (is_edge || character_is_one_of(lost, U"不没沒未无無非"))
		return NEVER;
	for (uint32_t i = slip->span.begin - 2; i < slip->span.end + 2; i++)
		if (search->article->cp[i] == lost && (i < slip->span.begin || i >= slip->span.end))
			return NEVER;
	return slip->length == IDIOM_SHORTEST ? ASKED_LOST : ASKED_LOST_OF_LONG;
}

/* 一如继既往: typed twice, once wrongly. What is the same character twice is for another check. */
static float asked_of_extra(const struct search *search, const struct idiom_slip *slip)
{
	uint32_t extra = search->article->cp[slip->at];
	for (uint32_t i = slip->at - 1; i <= slip->at + 1; i += 2) {
		uint32_t other = search->article->cp[i];
		if (other == extra)
			return NEVER;
		struct likeness likeness = likeness_of(search->data, extra, other);
		if (likeness_sound(&likeness) == SOUND_SAME)
			return ASKED_EXTRA;
	}
	return NEVER;
}

/* Not 先试先行 for 先行先试, 由外而内 for 由内而外, 复产复工. */
static float asked_of_swapped(const struct idiom_slip *slip)
{
	const uint32_t *right = slip->right;
	for (uint32_t i = 0; i + 2 < slip->length; i++)
		if (right[i] == right[i + 2])
			return NEVER;
	return right[0] == 0x7531 ? NEVER : ASKED_SWAPPED; /* 由 */
}

static float asked(const struct search *search, const struct idiom_slip *slip)
{
	float least = NEVER;
	switch (slip->fault) {
	case IDIOM_WRONG: least = asked_of_wrong(search, slip); break;
	case IDIOM_LOST: least = asked_of_lost(search, slip); break;
	case IDIOM_EXTRA: least = asked_of_extra(search, slip); break;
	case IDIOM_SWAPPED: least = asked_of_swapped(slip); break;
	}
	if (!slip->is_firm && slip->fault == IDIOM_SWAPPED)
		return NEVER;
	return slip->is_firm ? least : least + ASKED_LOOSE;
}

/* By how much the text round the slip gets likelier with the phrase. */
static float gain(const struct search *search, const struct idiom_slip *slip)
{
	const struct article *article = search->article;
	uint32_t begin = slip->span.begin, end = slip->span.end, other[WINDOW];
	while (slip->span.begin - begin < REACH && article_is_han(article, begin - 1))
		begin--;
	while (end - slip->span.end < REACH && article_is_han(article, end))
		end++;
	uint32_t before = slip->span.begin - begin, after = end - slip->span.end;
	memcpy(other, article->cp + begin, before * sizeof *other);
	memcpy(other + before, slip->right, slip->length * sizeof *other);
	memcpy(other + before + slip->length, article->cp + slip->span.end, after * sizeof *other);
	return word_cost_in(search->data, article->variant, article->cp + begin, end - begin) -
		word_cost_in(search->data, article->variant, other, before + slip->length + after);
}

static void flush(struct search *search)
{
	if (search->best.surplus >= 0)
		search->visit(search->user, &search->best.slip);
	search->best.surplus = -1;
}

/* Keeps the likelier of two that overlap. */
static void keep(struct search *search, const struct candidate *candidate)
{
	static const float clear = 3;
	struct candidate *best = &search->best;
	if (best->surplus >= 0 && candidate->slip.span.begin >= best->slip.span.end)
		flush(search);
	if (best->surplus >= 0 && candidate->slip.length == best->slip.length && same(candidate->slip.right, best->slip.right, best->slip.length))
		return;
	float ahead = candidate->surplus - best->surplus;
	bool is_first = best->surplus < 0;
	if (is_first || ahead > 0)
		*best = *candidate;
	best->slip.is_only = is_first || ahead > clear || ahead < -clear;
}

static void consider(struct search *search, uint32_t begin, const struct phrase *phrase)
{
	const struct article *article = search->article;
	struct candidate candidate;
	struct idiom_slip *slip = &candidate.slip;
	enum idiom_fault fault;
	uint32_t at;
	const uint32_t *cp = article->cp + begin;
	const uint16_t *right = phrase->right;
	/* With a slip in the first character the second is right, unless they are changed over. */
	if (begin < article->begin || (cp[0] != right[0] && cp[1] != right[1] && cp[0] != right[1]) || !compare(cp, phrase, &fault, &at))
		return;
	fill(slip, begin, phrase, fault, at);
	float least = asked(search, slip);
	if (least == NEVER || word_find(search->data, article->cp + slip->span.begin, span_length(slip->span), NULL))
		return;
	candidate.surplus = gain(search, slip) - least;
	if (candidate.surplus >= 0 && !(slip->fault == IDIOM_WRONG && is_foreign(article, slip->span, slip->at)))
		keep(search, &candidate);
}

/* The phrase of a posting, at each place that it may have: the three characters at AT may be its last ones. Seldom called. */
__attribute__((noinline)) static void examine(struct search *search, uint32_t at, uint32_t posting)
{
	struct phrase phrase;
	if (!read_phrase(search, posting & IDIOM_INDEX, &phrase))
		return;
	/* with one character less before them, as many or one more */
	uint32_t last = at + 3 - phrase.length;
	consider(search, at, &phrase);
	for (uint32_t begin = last - 1; begin != last + 2; begin++)
		if (begin != at)
			consider(search, begin, &phrase);
}

/* All phrases under a key of the characters at AT, if they are Han. Seldom called. */
__attribute__((noinline)) static void look(struct search *search, uint32_t at, uint32_t key)
{
	const struct idiom_table *table = &search->data->idioms;
	const uint8_t *cls = search->article->cls + at;
	if ((cls[0] | cls[2]) > CLASS_HAN_TRADITIONAL) /* the classes of Han are the first, all bits of the last */
		return;
	uint32_t i = table->buckets[idiom_bucket(key)], end = table->buckets[idiom_bucket(key) + 1];
	for (end = end < table->posting_count ? end : table->posting_count; i < end; i++)
		if ((table->postings[i] ^ key) >> IDIOM_INDEX_BITS == 0)
			examine(search, at, table->postings[i]);
}

/* Where each kind of key may begin among a block of positions, by the neighbours there: bits of positions by enum idiom_key. */
CLONES static void places_of(const uint8_t *bigrams, uint64_t places[IDIOM_KEYS])
{
	uint8_t kinds[BIGRAM_BLOCK];
	for (int i = 0; i < BIGRAM_BLOCK; i += 32) {
		bytes32 here, next, last;
		bytes32_load(&here, bigrams + i);
		bytes32_load(&next, bigrams + i + 1);
		bytes32_load(&last, bigrams + i + 2);
		here = (here & BIGRAM_SECOND) | (last & BIGRAM_FIRST) | (here & next / BIGRAM_RUN_END & BIGRAM_RUN) | (here & next & last & BIGRAM_SET);
		memcpy(kinds + i, &here, sizeof here);
	}
	for (int kind = 0; kind < IDIOM_KEYS; kind++)
		places[kind] = bytes64_with(kinds, (uint8_t)(1 << kind));
}

static inline uint32_t key_at(const uint32_t *cp, enum idiom_key kind)
{
	uint32_t sum = kind * IDIOM_FACTOR_KIND;
	switch (kind) {
	case IDIOM_RUN: return sum + cp[0] * IDIOM_FACTOR_0 + cp[1] * IDIOM_FACTOR_1 + cp[2] * IDIOM_FACTOR_2;
	case IDIOM_SECOND: return sum + cp[0] * IDIOM_FACTOR_0 + cp[1] * IDIOM_FACTOR_1 + cp[3] * IDIOM_FACTOR_2;
	case IDIOM_FIRST: return sum + cp[0] * IDIOM_FACTOR_0 + cp[2] * IDIOM_FACTOR_1 + cp[3] * IDIOM_FACTOR_2;
	default: return sum + idiom_mix(cp[0]) + idiom_mix(cp[1]) + idiom_mix(cp[2]) + idiom_mix(cp[3]);
	}
}

/* Which of the places have a key of the filter. It is larger than a cache: so all of a block's places are looked up, one in twenty is followed. */
static inline uint64_t filtered(const struct search *search, uint32_t block, uint64_t places, enum idiom_key kind)
{
	const uint8_t *filter = search->data->idioms.filter, wanted = idiom_filter_bit(kind, search->is_hant);
	const uint32_t *cp = search->article->cp + block;
	uint64_t found = 0;
	for (; places; places &= places - 1)
		if (__builtin_expect(filter[key_at(cp + __builtin_ctzll(places), kind) >> IDIOM_FILTER_SHIFT] & wanted, 0))
			found |= places & -places;
	return found;
}

static void scan(struct search *search)
{
	const struct article *article = search->article;
	uint64_t places[IDIOM_KEYS];
	for (uint32_t block = article->begin; block < article->end; block += BIGRAM_BLOCK) {
		places_of(article->bigrams + block, places);
		places[IDIOM_RUN] = filtered(search, block, places[IDIOM_RUN], IDIOM_RUN);
		places[IDIOM_SECOND] = filtered(search, block, places[IDIOM_SECOND], IDIOM_SECOND);
		places[IDIOM_FIRST] = filtered(search, block, places[IDIOM_FIRST], IDIOM_FIRST);
		places[IDIOM_SET] = filtered(search, block, places[IDIOM_SET], IDIOM_SET);
		for (uint64_t rest = places[0] | places[1] | places[2] | places[3]; rest; rest &= rest - 1)
			for (int i = __builtin_ctzll(rest), kind = 0; kind < IDIOM_KEYS; kind++)
				if (places[kind] >> i & 1)
					look(search, block + (uint32_t)i, key_at(article->cp + block + i, (enum idiom_key)kind));
	}
	flush(search);
}

void idiom_each(const struct data *data, const struct article *article, void (*visit)(void *user, const struct idiom_slip *slip), void *user)
{
	struct search search = {.data = data, .article = article, .best = {.surplus = -1}, .visit = visit, .user = user};
	search.is_hant = variant_is_hant(article->variant);
	search.wanted = !search.is_hant ? IDIOM_HANS : article->variant == VARIANT_HANT_HK ? IDIOM_HK : IDIOM_TW;
	scan(&search);
}
