/* chain: sums of probabilities, in which a random number finds its word by halving. Whole numbers, so that every machine draws the same. */
#include "chain.h"

#include <math.h>
#include <stdlib.h>

#include "../../linter/utf8.h"
#include "../harness.h"

enum { TRIES = 12, WHOLE = 1 << 30 };

/* The nodes of a level that have children, or, of the root, its children. */
struct sums {
	uint32_t *sums; /* of each child the sum of its elder brothers and its own probability; WHOLE is certainty */
	uint32_t *rest; /* of each node what its children leave to words that never stood behind it */
};

struct chain {
	const struct language_model *model;
	struct sums levels[MODEL_ORDER];
	const uint32_t **texts; /* of each word, in the variant; NULL: may not be drawn */
};

/* Words of Han only, but no numerals: the figures of a text are the skeleton's. */
static bool may_draw(const uint32_t *text, uint32_t length)
{
	static const char numerals[] = "〇零一二三四五六七八九十百千万亿两几半第各双数多余";
	for (uint32_t i = 0; i < length; i++) {
		if (text[i] < 0x4E00 || text[i] > 0x9FFF)
			return false;
		for (const char *at = numerals; *at;)
			if (character_decode(&at) == text[i])
				return false;
	}
	return length > 0;
}

static uint32_t child_word(const struct chain *chain, uint32_t level, uint32_t child)
{
	return level + 1 < MODEL_ORDER ? model_node_word(&chain->model->nodes[level + 1][child]) : model_leaf_word(&chain->model->leaves[child]);
}

static uint32_t child_share(const struct chain *chain, uint32_t level, uint32_t child)
{
	const struct language_model *model = chain->model;
	float cost =
		level + 1 < MODEL_ORDER ? model_node_cost(model, &model->nodes[level + 1][child]) : model_leaf_cost(model, &model->leaves[child]);
	return (uint32_t)(exp(-(double)cost) * WHOLE + 0.5);
}

static void take_texts(struct chain *chain, struct arena *arena)
{
	chain->texts = ARENA_ARRAY(arena, const uint32_t *, chain->model->word_count);
	for (uint32_t word = MODEL_FIRST_WORD; word < chain->model->word_count; word++) {
		uint32_t length;
		const uint32_t *text = language_model_text(chain->model, word, &length);
		if (chain->model->unigrams[word] && may_draw(text, length))
			chain->texts[word] = text;
	}
}

static void add_up(struct chain *chain, uint32_t level, struct arena *arena)
{
	const struct language_model *model = chain->model;
	struct sums *sums = &chain->levels[level];
	sums->sums = ARENA_ARRAY(arena, uint32_t, model->counts[level + 1]);
	sums->rest = ARENA_ARRAY(arena, uint32_t, model->counts[level]);
	for (uint32_t i = 0; i + 1 < model->counts[level]; i++) {
		uint32_t last = model_node_children(&model->nodes[level][i + 1]), sum = 0, all = 0;
		for (uint32_t child = model_node_children(&model->nodes[level][i]); child < last && child < model->counts[level + 1]; child++) {
			uint32_t word = child_word(chain, level, child), own = child_share(chain, level, child);
			all += own;
			sums->sums[child] = sum += word < model->word_count && chain->texts[word] ? own : 0;
		}
		sums->rest[i] = level > 0 && all < WHOLE ? WHOLE - all : 0;
	}
}

/* The first place from LOW on whose sum is greater than VALUE; HIGH: none. */
static uint32_t find_sum(const uint32_t *sums, uint32_t low, uint32_t high, uint32_t value)
{
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (sums[middle] > value)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* A word behind a node; 0: one that the node does not know. */
static uint32_t draw_child(const struct chain *chain, uint32_t level, uint32_t index, uint64_t *random)
{
	const struct model_node *node = &chain->model->nodes[level][index];
	const struct sums *sums = &chain->levels[level];
	uint32_t low = model_node_children(node), high = model_node_children(node + 1);
	if (low >= high)
		return 0;
	uint64_t sum = sums->sums[high - 1] + (uint64_t)sums->rest[index];
	uint32_t found = sum ? find_sum(sums->sums, low, high, (uint32_t)((harness_random(random) >> 16) % sum)) : high;
	return found < high ? child_word(chain, level, found) : 0;
}

static uint32_t draw_once(const struct chain *chain, const struct chain_place *place, uint64_t *random)
{
	uint32_t word = 0;
	if (place->state.level > 0)
		word = draw_child(chain, place->state.level, place->state.index, random);
	if (!word && place->word && place->state.level > 1)
		word = draw_child(chain, 1, chain->model->unigrams[place->word], random);
	return word ? word : draw_child(chain, 0, 0, random);
}

/* The next line of a file as a word of LENGTH characters; empty: NULL. */
static bool read_word(const char **at, uint32_t length, const uint32_t **word, struct arena *arena)
{
	uint32_t *text = **at == '\n' ? NULL : ARENA_ARRAY(arena, uint32_t, length);
	for (uint32_t i = 0; text && i < length; i++)
		if (!**at || (text[i] = character_decode(at)) == '\n')
			return false;
	*word = text;
	return *(*at)++ == '\n';
}

struct chain *chain_new(struct arena *arena, struct error *error)
{
	struct chain *chain = ARENA_NEW(arena, struct chain);
	chain->model = language_model_open(arena, error);
	if (!chain->model)
		return NULL;
	take_texts(chain, arena);
	return chain;
}

void chain_print_words(const struct chain *chain, FILE *file)
{
	for (uint32_t word = 0; word < chain->model->word_count; word++) {
		uint32_t length = 0;
		const uint32_t *text = chain->texts[word] ? chain_text(chain, word, &length) : NULL;
		for (uint32_t i = 0; i < length; i++) {
			char out[4];
			fwrite(out, 1, character_encode(text[i], out), file);
		}
		if (text)
			putc('\n', file);
	}
}

bool chain_begin(struct chain *chain, const char *path, struct arena *arena, struct error *error)
{
	const char *at = harness_file(path).data;
	for (uint32_t word = 0; word < chain->model->word_count; word++) {
		uint32_t length;
		if (!chain->texts[word])
			continue;
		chain_text(chain, word, &length);
		if (!read_word(&at, length, &chain->texts[word], arena))
			return error_set(error, "%s: has not the words of the model", path);
	}
	for (uint32_t level = 0; level < MODEL_ORDER; level++)
		add_up(chain, level, arena);
	return true;
}

struct chain_place chain_clause(const struct chain *chain)
{
	static const uint32_t comma[] = {0xFF0C};
	struct chain_place place = {.word = 0};
	language_model_step(chain->model, &place.state, language_model_word(chain->model, comma, 1));
	return place;
}

uint32_t chain_draw(const struct chain *chain, struct chain_place *place, uint32_t room, uint32_t before, uint32_t after, uint64_t *random)
{
	static const struct chain_place nowhere;
	for (unsigned tries = 1;; tries++) {
		uint32_t word = draw_once(chain, tries > TRIES ? &nowhere : place, random), length;
		const uint32_t *text = chain_text(chain, word, &length);
		if (length > room || word == place->word || text[0] == before || (length == room && text[length - 1] == after))
			continue;
		chain_step(chain, place, word);
		return word;
	}
}

void chain_step(const struct chain *chain, struct chain_place *place, uint32_t word)
{
	language_model_step(chain->model, &place->state, word);
	place->word = word;
}

const uint32_t *chain_text(const struct chain *chain, uint32_t word, uint32_t *length)
{
	language_model_text(chain->model, word, length);
	return chain->texts[word];
}
