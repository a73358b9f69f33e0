/* form: the slips of converters, by the dictionary. */
#include "form.h"

#include "data_p.h"
#include "word.h"

/* How far the text round a character is read. */
enum { REACH = 6, WINDOW = 2 * REACH + 1 };

/*
 * By how much the cost of the text must fall with the other character. In Traditional text more for rare words: both forms
 * may be words that the dictionary does not know (復校, 嘉里).
 */
static const float PHRASE_MARGIN = 0.01F, MARGIN = 1, RARE_MARGIN = 3, RARE_COST = 10.5F, NOISE_COST = 16.4F;

static const struct form_table *table_of(const struct data *data, const struct article *article)
{
	return variant_is_hant(article->variant) ? &data->forms_hant : &data->forms_hans;
}

static bool in_filter(const struct form_table *table, uint32_t first, uint32_t second)
{
	uint32_t bit = form_filter_bit(first, second);
	return (table->filter[bit / 64] >> bit % 64 & 1) != 0;
}

/* What is walked for candidates: every one is a member beside a pair of the filter, or beside a character of the other variant. */
struct walk {
	const struct article *article;
	const struct form_table *table;
	const struct positions *others; /* the characters of the other variant; NEXT moves on through them */
	uint32_t next;
};

/* Has a character an entry? One beyond the Basic Multilingual Plane may be taken for another. */
static bool is_member(const struct form_table *table, uint32_t code_point)
{
	return table->members[(uint16_t)code_point / 64] >> code_point % 64 & 1;
}

static bool is_candidate(const struct walk *walk, uint32_t at)
{
	const uint32_t *cp = walk->article->cp;
	const uint8_t *cls = walk->article->cls;
	uint8_t wrong = variant_is_hant(walk->article->variant) ? CLASS_HAN_SIMPLIFIED : CLASS_HAN_TRADITIONAL;
	return is_member(walk->table, cp[at]) &&
		(in_filter(walk->table, cp[at - 1], cp[at]) || in_filter(walk->table, cp[at], cp[at + 1]) || cls[at - 1] == wrong || cls[at + 1] == wrong);
}

/* Where a pair of the filter may stand on either side, among the positions of a block: the layer of pairs has all of them. */
static uint64_t beside_pairs(const struct walk *walk, uint32_t block)
{
	uint64_t pairs = bigram_places(walk->article, block, BIGRAM_FORM);
	return pairs | pairs << 1 | (uint64_t)((walk->article->bigrams[block - 1] & BIGRAM_FORM) != 0);
}

static uint64_t beside_others(struct walk *walk, uint32_t block)
{
	const struct positions *others = walk->others;
	uint64_t places = 0;
	while (walk->next < others->count && others->at[walk->next] + 1 < block)
		walk->next++;
	for (uint32_t i = walk->next; i < others->count && others->at[i] <= block + BIGRAM_BLOCK; i++) {
		uint32_t before = others->at[i] - 1 - block, behind = others->at[i] + 1 - block;
		places |= (before < BIGRAM_BLOCK ? UINT64_C(1) << before : 0) | (behind < BIGRAM_BLOCK ? UINT64_C(1) << behind : 0);
	}
	return places;
}

uint32_t form_candidate(const struct data *data, const struct article *article, uint32_t from, uint32_t end)
{
	const struct positions *others = &article->index[variant_is_hant(article->variant) ? CLASS_HAN_SIMPLIFIED : CLASS_HAN_TRADITIONAL];
	struct walk walk = {article, table_of(data, article), others, positions_from(others, from - 1)};
	for (uint32_t block = from; block < end; block += BIGRAM_BLOCK)
		for (uint64_t places = beside_pairs(&walk, block) | beside_others(&walk, block); places; places &= places - 1) {
			uint32_t at = block + (uint32_t)__builtin_ctzll(places);
			if (at >= end)
				return end;
			if (is_candidate(&walk, at))
				return at;
		}
	return end;
}

static const struct form_entry *entry_of(const struct form_table *table, uint32_t character)
{
	uint32_t low = 0, high = table->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (table->entries[middle].character < character)
			low = middle + 1;
		else
			high = middle;
	}
	return low < table->count && table->entries[low].character == character ? &table->entries[low] : NULL;
}

/* A character that is never right in the variant, in its commonest form there. */
static uint32_t converted(enum variant variant, uint32_t character)
{
	bool is_hant = variant_is_hant(variant);
	uint8_t class = character_class(character);
	bool is_numeral = class == CLASS_HAN_NUMERAL &&
		(is_hant ? character == 0x4E07 || character == 0x4EBF || character == 0x4E24 || character == 0x8D30 : true); /* 万亿两贰 */
	if (!is_numeral && class != (is_hant ? CLASS_HAN_SIMPLIFIED : CLASS_HAN_TRADITIONAL))
		return character;
	uint32_t other = is_hant ? character_to_traditional(character) : character_to_simplified(character);
	return other ? other : character;
}

/* The Han text round a position, converted as far as that is plain. */
struct window {
	uint32_t cp[WINDOW];
	uint32_t begin;      /* position of its first character */
	uint32_t length;
	uint32_t at;         /* index of the character in question */
};

static struct window window_round(const struct article *article, uint32_t at)
{
	struct window window = {.begin = at};
	uint32_t end = at + 1;
	while (window.begin > at - REACH && article_is_han(article, window.begin - 1))
		window.begin--;
	while (end < at + 1 + REACH && article_is_han(article, end))
		end++;
	window.length = end - window.begin;
	window.at = at - window.begin;
	for (uint32_t i = 0; i < window.length; i++)
		window.cp[i] = converted(article->variant, article->cp[window.begin + i]);
	return window;
}

/* The longest sure word of two characters or more that has the window's character inside, the commoner of two; false: none. */
static bool sure_word(const struct data *data, enum variant variant, const struct window *window, struct word *found)
{
	bool any = false;
	for (uint32_t begin = 0; begin <= window->at; begin++) {
		struct word words[WINDOW];
		uint32_t count = word_prefixes(data, window->cp + begin, window->length - begin, words, WINDOW);
		for (uint32_t i = 0; i < count; i++) {
			uint32_t length = words[i].span.end;
			bool is_sure = variant_is_hant(variant) ? words[i].sure_hant : words[i].sure_hans;
			uint32_t longest = any ? found->span.end - found->span.begin : 1;
			bool is_better = length > longest || (length == longest && length > 1 && words[i].cost < found->cost);
			if (is_sure && is_better && begin + length > window->at) {
				*found = words[i];
				found->span = (struct span){begin, begin + length};
				any = true;
			}
		}
	}
	return any;
}

/* Is the text as it stands a word, inside the other reading's or longer than that? The rarest of the dictionary are often none. */
static bool stands(const struct data *data, enum variant variant, const struct window *window, struct span rival)
{
	for (uint32_t begin = 0; begin <= window->at; begin++) {
		struct word words[WINDOW];
		uint32_t count = word_prefixes(data, window->cp + begin, window->length - begin, words, WINDOW);
		for (uint32_t i = 0; i < count; i++) {
			uint32_t end = begin + words[i].span.end;
			bool is_word = variant_is_hant(variant) ? words[i].in_hant : words[i].in_hans;
			bool is_inside = begin >= rival.begin && end <= rival.end;
			bool is_rival = end > window->at && end - begin >= 2 && (is_inside || end - begin >= rival.end - rival.begin);
			if (is_word && is_rival && words[i].cost < NOISE_COST)
				return true;
		}
	}
	return false;
}

/* The wrong phrase that the text is. */
static const struct form_phrase *phrase_of(const struct form_table *table, const uint32_t *cp, uint32_t length)
{
	uint32_t low = 0, high = table->phrase_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2, i = 0;
		const uint16_t *text = table->phrases[middle].text;
		while (i < length && text[i] == cp[i])
			i++;
		if (i == length && (length == FORM_PHRASE || text[length] == 0))
			return &table->phrases[middle];
		if (i < length && text[i] < cp[i])
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/*
 * Does a phrase stand by itself in the window, or is it made by words that meet (舞台|風格)? With it as one word the cost
 * must not be higher.
 */
static bool stands_alone(const struct data *data, enum variant variant, const struct window *window, struct span span, uint32_t right)
{
	struct window other = *window;
	uint32_t length = span_length(span);
	other.cp[other.at] = right;
	float wrong_cost = word_cost_in(data, variant, window->cp + span.begin, length);
	float right_cost = word_cost_in(data, variant, other.cp + span.begin, length);
	float cost = word_cost_in(data, variant, window->cp, span.begin) + (right_cost < wrong_cost ? right_cost : wrong_cost) +
		word_cost_in(data, variant, window->cp + span.end, window->length - span.end);
	return cost <= word_cost_in(data, variant, window->cp, window->length) + PHRASE_MARGIN;
}

/* The dictionary has Taiwan's 裡, Hong Kong has 裏. */
static uint32_t regional(enum variant variant, uint32_t character)
{
	return variant == VARIANT_HANT_HK && character == 0x88E1 ? 0x88CF : character;
}

/* The longest wrong phrase with its wrong character in question. */
static bool find_phrase(const struct data *data, const struct article *article, const struct window *window, struct form *form)
{
	const struct form_table *table = table_of(data, article);
	for (uint32_t length = FORM_PHRASE; length >= 2; length--)
		for (uint32_t before = 0; before < length && before <= window->at; before++) {
			struct span span = {window->at - before, window->at - before + length};
			const struct form_phrase *phrase = span.end <= window->length ? phrase_of(table, window->cp + span.begin, length) : NULL;
			if (!phrase || phrase->at != before || !stands_alone(data, article->variant, window, span, phrase->right))
				continue;
			*form = (struct form){{window->begin + span.begin, window->begin + span.end}, regional(article->variant, phrase->right)};
			return true;
		}
	return false;
}

bool form_find(const struct data *data, const struct article *article, uint32_t at, struct form *form)
{
	const struct form_entry *entry = entry_of(table_of(data, article), article->cp[at]);
	struct window text = window_round(article, at);
	float best = 0;
	bool any = false;
	if (entry && find_phrase(data, article, &text, form))
		return true;
	for (uint32_t i = 0; entry && i < FORM_RIGHTS && entry->rights[i]; i++) {
		struct window other = text;
		struct word word = {0};
		other.cp[other.at] = entry->rights[i];
		if (!sure_word(data, article->variant, &other, &word) || stands(data, article->variant, &text, word.span))
			continue;
		float gain =
			word_cost_in(data, article->variant, text.cp, text.length) - word_cost_in(data, article->variant, other.cp, other.length);
		bool is_rare = variant_is_hant(article->variant) && word.cost > RARE_COST;
		if (gain >= (is_rare ? RARE_MARGIN : MARGIN) && gain > best) {
			best = gain;
			*form = (struct form){
				{text.begin + word.span.begin, text.begin + word.span.end}, regional(article->variant, entry->rights[i])};
			any = true;
		}
	}
	return any;
}

/* Of the forms of the character at AT choose the one that makes the commonest text with its neighbours. */
static uint32_t best_form(const struct data *data, enum variant variant, const struct window *window, uint32_t first)
{
	const struct form_table *table = variant_is_hant(variant) ? &data->forms_hant : &data->forms_hans;
	const struct form_entry *entry = entry_of(table, first);
	struct window other = *window;
	uint32_t best = other.cp[other.at] = first;
	float best_cost = word_cost_in(data, variant, other.cp, other.length);
	for (uint32_t i = 0; entry && i < FORM_RIGHTS && entry->rights[i]; i++) {
		other.cp[other.at] = entry->rights[i];
		float cost = word_cost_in(data, variant, other.cp, other.length);
		if (cost < best_cost) {
			best_cost = cost;
			best = entry->rights[i];
		}
	}
	return best;
}

bool form_convert(const struct data *data, const struct article *article, struct span span, uint32_t *out)
{
	bool single = true;
	for (uint32_t at = span.begin; at < span.end; at++) {
		uint32_t first = converted(article->variant, article->cp[at]);
		out[at - span.begin] = first;
		if (first == article->cp[at] || !character_has_several(article->cp[at]))
			continue;
		struct window window = window_round(article, at);
		out[at - span.begin] = regional(article->variant, best_form(data, article->variant, &window, first));
		single = false;
	}
	return single;
}
