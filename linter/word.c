/* word: the dictionary, a trie in the data file, and the best segmentation by dynamic programming. */

#include <math.h>

#include "data_p.h"
#include "word_p.h"

enum { COST_UNKNOWN = 20, COST_RUN = 9 };

/* The node of CHARACTER among the nodes [low, high); the count of nodes if there is none. */
static inline uint32_t node_among(const struct data *data, uint32_t low, uint32_t high, uint32_t character)
{
	const struct trie_node *nodes = data->word_nodes;
	uint32_t none = data->word_node_count - 1;
	if (high > none || low >= high)
		return none;
	/* Without a branch: nobody could foretell it. */
	for (uint32_t left = high - low, half; left > 1; left -= half) {
		half = left / 2;
		low += nodes[low + half].character <= character ? half : 0;
	}
	return nodes[low].character == character ? low : none;
}

static uint32_t node_first(const struct data *data, uint32_t character)
{
	uint32_t none = data->word_node_count - 1;
	uint32_t root = character < 0x10000 ? data->word_roots[character] : 0;
	return root == 0 || root > none ? none : root - 1;
}

static inline uint32_t node_next(const struct data *data, uint32_t node, uint32_t character)
{
	const struct trie_node *nodes = data->word_nodes;
	if (character >= 0x10000)
		return data->word_node_count - 1;
	return node_among(data, nodes[node].children, nodes[node + 1].children, character);
}

static bool node_is_none(const struct data *data, uint32_t node)
{
	return node + 1 >= data->word_node_count;
}

static float node_cost(const struct trie_node *node)
{
	return (float)node->value / WORD_COST_STEPS;
}

static struct word node_word(const struct trie_node *node, uint32_t length)
{
	return (struct word){
		.span = {0, length},
		.tag = (enum word_tag)((node->detail & TRIE_TAG) + 1),
		.cost = node_cost(node),
		.in_hans = node->detail & TRIE_HANS,
		.in_hant = node->detail & TRIE_HANT,
		.sure_hans = node->detail & TRIE_SURE_HANS,
		.sure_hant = node->detail & TRIE_SURE_HANT,
	};
}

bool word_find(const struct data *data, const uint32_t *cp, uint32_t length, struct word *word)
{
	if (length == 0)
		return false;
	uint32_t node = node_first(data, cp[0]);
	for (uint32_t i = 1; i < length && !node_is_none(data, node); i++)
		node = node_next(data, node, cp[i]);
	if (node_is_none(data, node) || data->word_nodes[node].value == 0)
		return false;
	if (word)
		*word = node_word(&data->word_nodes[node], length);
	return true;
}

uint32_t word_prefixes(const struct data *data, const uint32_t *cp, uint32_t length, struct word *words, uint32_t maximum)
{
	uint32_t count = 0;
	uint32_t node = length ? node_first(data, cp[0]) : data->word_node_count;
	for (uint32_t i = 1; count < maximum && !node_is_none(data, node); i++) {
		if (data->word_nodes[node].value)
			words[count++] = node_word(&data->word_nodes[node], i);
		if (i == length)
			break;
		node = node_next(data, node, cp[i]);
	}
	return count;
}

uint32_t word_longest(const struct data *data, const uint32_t *cp, uint32_t length)
{
	uint32_t longest = 0;
	uint32_t node = length ? node_first(data, cp[0]) : data->word_node_count;
	for (uint32_t i = 1; !node_is_none(data, node); i++) {
		if (data->word_nodes[node].value)
			longest = i;
		if (i == length)
			break;
		node = node_next(data, node, cp[i]);
	}
	return longest;
}

static bool is_latin(uint8_t character_class)
{
	return character_class == CLASS_LATIN || character_class == CLASS_FULL_LATIN;
}

/* The end of the run of digits or of Latin that begins at cp[at], a character of class FIRST; at + 1 for every other one. */
static uint32_t run_end(const uint32_t *cp, uint32_t at, uint32_t length, uint8_t first)
{
	uint32_t end = at + 1;
	if (class_in(first, CLASSES_DIGIT))
		while (end < length && class_in(character_class(cp[end]), CLASSES_DIGIT))
			end++;
	else if (is_latin(first))
		while (end < length && is_latin(character_class(cp[end])))
			end++;
	return end;
}

static struct word_step *step_at(const struct word_search *search, uint32_t at)
{
	return &search->steps[at & search->mask];
}

static void take(const struct word_search *search, uint32_t from, struct word word)
{
	struct word_step *step = step_at(search, from + word.span.end);
	float cost = step_at(search, from)->cost + word.cost;
	if (cost < step->cost) {
		word.span = (struct span){from, from + word.span.end};
		*step = (struct word_step){cost, word};
	}
}

static void take_words(const struct word_search *search, uint32_t at)
{
	const struct data *data = search->data;
	const struct trie_node *nodes = data->word_nodes;
	uint32_t stop = search->length - at < WORD_LONGEST ? search->length - at : WORD_LONGEST;
	uint32_t node = node_first(data, search->cp[at]);
	float cost = step_at(search, at)->cost;
	for (uint32_t length = 1; !node_is_none(data, node); length++) {
		if (nodes[node].value && nodes[node].detail & search->variants && cost + node_cost(&nodes[node]) < step_at(search, at + length)->cost)
			take(search, at, node_word(&nodes[node], length));
		if (length == stop)
			break;
		node = node_next(data, node, search->cp[at + length]);
	}
}

static void take_guesses(const struct word_search *search, uint32_t at)
{
	struct word words[WORD_GUESSES];
	uint32_t count = search->guesser(search->guess, at, words);
	for (uint32_t i = 0; i < count; i++)
		take(search, at, words[i]);
}

/* What is no word of the dictionary: a run, a mark, an unknown character. */
static void take_run(const struct word_search *search, uint32_t at, uint32_t end, uint8_t first)
{
	struct word word = {.span = {0, end - at}, .tag = WORD_OTHER, .cost = COST_RUN};
	if (class_is_han(first)) {
		word.tag = WORD_UNKNOWN;
		word.cost = COST_UNKNOWN;
	} else if (class_in(first, CLASSES_DIGIT)) {
		word.tag = WORD_NUMERAL;
	}
	take(search, at, word);
}

/* A word of the dictionary never ends inside a run. */
void word_search(const struct word_search *search)
{
	bool is_ring = search->mask != UINT32_MAX;
	uint32_t count = is_ring ? search->mask : search->length;
	for (uint32_t i = 0; i <= count; i++)
		search->steps[i].cost = INFINITY;
	search->steps[0].cost = 0;
	for (uint32_t at = 0, end; at < search->length; at = end) {
		uint8_t first = character_class(search->cp[at]);
		end = run_end(search->cp, at, search->length, first);
		take_words(search, at);
		if (search->guess && class_is_han(first))
			take_guesses(search, at);
		for (uint32_t inside = at + 1; inside < end && inside <= at + WORD_LONGEST; inside++)
			step_at(search, inside)->cost = INFINITY;
		take_run(search, at, end, first);
		if (is_ring)
			step_at(search, at)->cost = INFINITY;
	}
}

float word_cost_in(const struct data *data, enum variant variant, const uint32_t *cp, uint32_t length)
{
	enum { RING = 32 };
	_Static_assert(RING > (int)WORD_LONGEST, "the ring holds the longest word");
	struct word_step ring[RING];
	uint8_t variants = variant_is_hans(variant) ? TRIE_HANS : variant_is_hant(variant) ? TRIE_HANT : TRIE_HANS | TRIE_HANT;
	struct word_search search = {data, cp, length, variants, RING - 1, ring, NULL, NULL};
	word_search(&search);
	return ring[length & (RING - 1)].cost;
}

float word_cost(const struct data *data, const uint32_t *cp, uint32_t length)
{
	return word_cost_in(data, VARIANT_NONE, cp, length);
}
