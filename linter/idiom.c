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

/* A phrase of the texts; false for what is none, in a damaged file. */
static bool read_phrase(const struct search *search, uint32_t index, struct idiom_slip *slip)
{
	const struct idiom_table *table = &search->data->idioms;
	uint32_t length = index < table->text_count ? table->texts[index] & IDIOM_LENGTH : 0;
	if (length < IDIOM_SHORTEST || length > IDIOM_LONGEST || length >= table->text_count - index || !(table->texts[index] & search->wanted))
		return false;
	slip->length = length;
	slip->is_firm = !(table->texts[index] & IDIOM_LOOSE);
	for (uint32_t i = 0; i < length; i++)
		slip->right[i] = table->texts[index + 1 + i];
	return true;
}

static bool same(const uint32_t *a, const uint32_t *b, uint32_t length)
{
	return memcmp(a, b, length * sizeof *a) == 0;
}

/* Is the text from BEGIN on the phrase with one slip? Fills the slip. */
static bool compare(const struct article *article, uint32_t begin, struct idiom_slip *slip)
{
	const uint32_t *cp = article->cp + begin, *right = slip->right;
	uint32_t length = slip->length, at = 0;
	while (at < length && cp[at] == right[at])
		at++;
	if (at == length)
		return false;
	uint32_t rest = length - at - 1, other = at + 1;
	slip->at = begin + at;
	slip->span = (struct span){begin, begin + length};
	while (other < length && cp[other] == right[other])
		other++;
	if (other == length) {
		slip->fault = IDIOM_WRONG;
	} else if (cp[at] == right[other] && cp[other] == right[at] && same(cp + other + 1, right + other + 1, length - other - 1)) {
		slip->fault = IDIOM_SWAPPED;
	} else if (at > 0 && same(cp + at, right + at + 1, rest)) {
		slip->fault = IDIOM_LOST;
		slip->span.end--;
	} else if (at > 0 && same(cp + at + 1, right + at, rest + 1)) {
		slip->fault = IDIOM_EXTRA;
		slip->span.end++;
	} else {
		return false;
	}
	return true;
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
	enum likeness_sound sound = likeness_sound(search->data, wrong, right);
	if (sound == SOUND_SAME)
		return ASKED_SAME_SOUND;
	return sound == SOUND_NEAR ? ASKED_NEAR_SOUND : likeness_shape(search->data, wrong, right) ? ASKED_SHAPE : NEVER;
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
		if (likeness_sound(search->data, extra, other) == SOUND_SAME)
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

static void consider(struct search *search, uint32_t begin, const struct idiom_slip *phrase)
{
	const struct article *article = search->article;
	struct candidate candidate = {.slip = *phrase};
	struct idiom_slip *slip = &candidate.slip;
	if (begin < article->begin || !compare(article, begin, slip))
		return;
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
	struct idiom_slip phrase;
	if (!read_phrase(search, posting & IDIOM_INDEX, &phrase))
		return;
	/* with one character less before them, as many or one more */
	uint32_t last = at + 3 - phrase.length;
	uint32_t begins[] = {at, last - 1, last, last + 1};
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		if (i == 0 || begins[i] != at)
			consider(search, begins[i], &phrase);
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

/* The keys that the characters from CP on may be, the bits 1 << enum idiom_key for each of a block of positions: by their neighbours. */
CLONES static uint64_t kinds_of(const uint8_t *bigrams, uint8_t kinds[BIGRAM_BLOCK])
{
	for (int i = 0; i < BIGRAM_BLOCK; i += 32) {
		bytes32 here, next, last;
		bytes32_load(&here, bigrams + i);
		bytes32_load(&next, bigrams + i + 1);
		bytes32_load(&last, bigrams + i + 2);
		here = (here & BIGRAM_SECOND) | (last & BIGRAM_FIRST) | (here & next / BIGRAM_RUN_END & BIGRAM_RUN) | (here & next & last & BIGRAM_SET);
		memcpy(kinds + i, &here, sizeof here);
	}
	return bytes64_with(kinds, 0xFF);
}

static inline void look_at_key(struct search *search, uint32_t at, enum idiom_key kind, uint32_t sum)
{
	uint32_t key = sum + kind * IDIOM_FACTOR_KIND;
	if (search->data->idioms.filter[key >> IDIOM_FILTER_SHIFT] & idiom_filter_bit(kind, search->is_hant))
		look(search, at, key);
}

static void look_at_keys(struct search *search, uint32_t at, unsigned kinds)
{
	const uint32_t *cp = search->article->cp + at;
	uint32_t one = cp[0] * IDIOM_FACTOR_0, two = one + cp[1] * IDIOM_FACTOR_1;
	if (kinds & BIGRAM_RUN)
		look_at_key(search, at, IDIOM_RUN, two + cp[2] * IDIOM_FACTOR_2);
	if (kinds & BIGRAM_SECOND)
		look_at_key(search, at, IDIOM_SECOND, two + cp[3] * IDIOM_FACTOR_2);
	if (kinds & BIGRAM_FIRST)
		look_at_key(search, at, IDIOM_FIRST, one + cp[2] * IDIOM_FACTOR_1 + cp[3] * IDIOM_FACTOR_2);
	if (kinds & BIGRAM_SET)
		look_at_key(search, at, IDIOM_SET, idiom_mix(cp[0]) + idiom_mix(cp[1]) + idiom_mix(cp[2]) + idiom_mix(cp[3]));
}

static void scan(struct search *search)
{
	const struct article *article = search->article;
	uint8_t kinds[BIGRAM_BLOCK];
	for (uint32_t block = article->begin; block < article->end; block += BIGRAM_BLOCK)
		for (uint64_t places = kinds_of(article->bigrams + block, kinds); places; places &= places - 1) {
			uint32_t i = (uint32_t)__builtin_ctzll(places);
			look_at_keys(search, block + i, kinds[i]);
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
