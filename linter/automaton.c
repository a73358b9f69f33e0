/* automaton: a trie in breadth-first order behind a filter of pairs. */
#include "automaton_p.h"

#include <stdlib.h>
#include <string.h>

#include "vector_p.h"

enum { BITS_A_TEXT = 64, BITS_LEAST = 1 << 10, BITS_MOST = 1 << 24 };

/* A text on its way to its place: most are told apart by their first three characters. */
struct sorted {
	uint64_t key;
	struct automaton_text text;
};

static int compare_texts(const void *a, const void *b)
{
	const struct sorted *left = a, *right = b;
	const struct automaton_text *x = &left->text, *y = &right->text;
	if (left->key != right->key)
		return left->key < right->key ? -1 : 1;
	uint32_t length = x->length < y->length ? x->length : y->length;
	for (uint32_t i = 0; i < length; i++)
		if (x->cp[i] != y->cp[i])
			return x->cp[i] < y->cp[i] ? -1 : 1;
	if (x->length != y->length)
		return x->length < y->length ? -1 : 1;
	return x->value < y->value ? -1 : x->value > y->value;
}

static uint64_t key_of(const struct automaton_text *text)
{
	uint64_t key = 0;
	for (uint32_t i = 0; i < 3; i++)
		key = key << 21 | (i < text->length ? text->cp[i] : 0);
	return key;
}

/* Sorts the texts, and puts their characters side by side in that order: the tree is built by walks over all of them. */
static void sort_texts(struct automaton_text *texts, uint32_t count, struct arena *arena)
{
	struct sorted *sorted = arena_alloc_raw(arena, (count + 1) * sizeof *sorted);
	size_t total = 0;
	for (uint32_t i = 0; i < count; i++) {
		sorted[i] = (struct sorted){key_of(&texts[i]), texts[i]};
		total += texts[i].length;
	}
	if (count)
		qsort(sorted, count, sizeof *sorted, compare_texts);
	uint32_t *cp = arena_alloc_raw(arena, (total + 1) * sizeof *cp);
	for (uint32_t i = 0; i < count; i++) {
		texts[i] = sorted[i].text;
		memcpy(cp, texts[i].cp, texts[i].length * sizeof *cp);
		texts[i].cp = cp;
		cp += texts[i].length;
	}
}

static void build_filter(struct automaton *automaton, const struct automaton_text *texts, uint32_t count, struct arena *arena)
{
	uint32_t bits = BITS_LEAST;
	while (bits < BITS_MOST && bits / BITS_A_TEXT < count)
		bits *= 2;
	uint32_t *filter = ARENA_ARRAY(arena, uint32_t, bits / 32);
	automaton->has_single = false;
	for (uint32_t i = 0; i < count; i++) {
		bool single = texts[i].length == 1;
		uint32_t bit = automaton_bit(texts[i].cp[0], single ? 0 : texts[i].cp[1], bits);
		filter[bit / 32] |= UINT32_C(1) << bit % 32;
		automaton->has_single |= single;
		if (single)
			continue;
		bit = automaton_bit_of_three(texts[i].cp, texts[i].length > 2 ? texts[i].cp[2] : 0, bits);
		filter[bit / 32] |= UINT32_C(1) << bit % 32;
	}
	automaton->filter = filter;
	automaton->filter_bits = bits;
}

/* The sorted texts [begin, end) that share their first DEPTH characters: what stands under one node. */
struct range {
	uint32_t begin, end, depth;
};

/* The characters of all texts are as many nodes as there can be. */
static size_t most_nodes(const struct automaton_text *texts, uint32_t count)
{
	size_t most = 2;
	for (uint32_t i = 0; i < count; i++)
		most += texts[i].length;
	return most;
}

/* Breadth first: the ranges are a queue, in which the range of node I stands at I. */
static void build_nodes(struct automaton *automaton, const struct automaton_text *texts, uint32_t count, struct arena *arena)
{
	size_t most = most_nodes(texts, count);
	struct automaton_node *nodes = arena_alloc_raw(arena, most * sizeof *nodes);
	struct range *ranges = arena_alloc_raw(arena, most * sizeof *ranges);
	uint32_t node_count = 1;
	nodes[0] = (struct automaton_node){0};
	ranges[0] = (struct range){0, count, 0};
	for (uint32_t i = 0; i < node_count; i++) {
		struct range range = ranges[i];
		uint32_t at = range.begin;
		nodes[i].children = node_count;
		while (at < range.end && texts[at].length == range.depth)
			at++;
		if (at > range.begin)
			nodes[i].first = range.begin + 1;
		while (at < range.end) {
			uint32_t begin = at, character = texts[at].cp[range.depth];
			while (at < range.end && texts[at].cp[range.depth] == character)
				at++;
			nodes[node_count] = (struct automaton_node){.character = character};
			ranges[node_count++] = (struct range){begin, at, range.depth + 1};
		}
	}
	nodes[node_count] = (struct automaton_node){.children = node_count};
	automaton->nodes = nodes;
	automaton->node_count = node_count + 1;
}

void automaton_build(struct automaton *automaton, struct automaton_text *texts, uint32_t count, struct arena *arena)
{
	sort_texts(texts, count, arena);
	build_filter(automaton, texts, count, arena);
	build_nodes(automaton, texts, count, arena);
}

bool automaton_is_sound(const struct automaton *automaton, uint32_t text_count)
{
	uint32_t bits = automaton->filter_bits, last = automaton->node_count - 1;
	if (automaton->node_count < 2 || !automaton->filter || bits < 32 || (bits & (bits - 1)) != 0)
		return false;
	for (uint32_t i = 0; i < last; i++) {
		const struct automaton_node *node = &automaton->nodes[i];
		if (node->children <= i || node->children > node[1].children || node[1].children > last || node->first > text_count)
			return false;
	}
	return true;
}

CLONES static uint64_t candidate_pairs(const uint32_t *filter, uint32_t bits, const uint32_t *cp)
{
	uint64_t candidates = 0;
	for (uint32_t i = 0; i < AUTOMATON_BLOCK; i += 8) {
		words8 first, second, places;
		words8_load(&first, cp + i);
		words8_load(&second, cp + i + 1);
		places = AUTOMATON_HASH(first, second) & (bits - 1);
		for (uint32_t j = 0; j < 8; j++)
			candidates |= (uint64_t)(filter[places[j] / 32] >> places[j] % 32 & 1) << (i + j);
	}
	return candidates;
}

uint64_t automaton_candidates(const struct automaton *automaton, const uint32_t *cp, uint32_t count)
{
	uint64_t candidates = 0;
	if (count == AUTOMATON_BLOCK && !automaton->has_single)
		return candidate_pairs(automaton->filter, automaton->filter_bits, cp);
	for (uint32_t i = 0; i < count; i++) {
		bool pair = automaton_has(automaton, automaton_bit(cp[i], cp[i + 1], automaton->filter_bits));
		bool single = automaton->has_single && automaton_has(automaton, automaton_bit(cp[i], 0, automaton->filter_bits));
		candidates |= (uint64_t)(pair || single) << i;
	}
	return candidates;
}

/* The child of a node, or 0. */
static uint32_t child(const struct automaton *automaton, uint32_t node, uint32_t character)
{
	const struct automaton_node *nodes = automaton->nodes;
	uint32_t low = nodes[node].children, left = nodes[node + 1].children - low;
	if (left == 0)
		return 0;
	/* Without a branch: nobody could foretell it. */
	for (uint32_t half; left > 1; left -= half) {
		half = left / 2;
		low += nodes[low + half].character <= character ? half : 0;
	}
	return nodes[low].character == character ? low : 0;
}

uint32_t automaton_find(const struct automaton *automaton, const uint32_t *cp, uint32_t length, struct automaton_end *ends, uint32_t maximum)
{
	uint32_t count = 0, node = 0;
	for (uint32_t i = 0; i < length && count < maximum; i++) {
		node = child(automaton, node, cp[i]);
		if (node == 0)
			break;
		if (automaton->nodes[node].first)
			ends[count++] = (struct automaton_end){i + 1, automaton->nodes[node].first - 1};
	}
	return count;
}
