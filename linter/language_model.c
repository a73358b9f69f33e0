/* language_model: the probabilities, and the search for the best segmentation. */
#include "language_model_p.h"

#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define PACKAGE "sunpinyin-data"
#define VARIABLE "KANLINT_LANGUAGE_MODEL"

enum { PROBABILITIES = 1 << 16, WEIGHTS = 1 << 14 };

static const char *const folders[] = {
#if defined(__x86_64__)
	"/usr/lib/x86_64-linux-gnu/sunpinyin/data",
#elif defined(__aarch64__)
	"/usr/lib/aarch64-linux-gnu/sunpinyin/data",
#elif defined(__i386__)
	"/usr/lib/i386-linux-gnu/sunpinyin/data",
#elif defined(__riscv)
	"/usr/lib/riscv64-linux-gnu/sunpinyin/data",
#endif
	"/usr/lib64/sunpinyin/data",
	"/usr/lib/sunpinyin/data",
	"/usr/share/sunpinyin/data",
	NULL,
};

/* The state to which a node or leaf backs off; one of a lower level in a file that is whole. */
static struct language_model_state state_behind(const struct language_model *model, uint32_t bits, uint32_t level)
{
	struct language_model_state state = {bits >> 23 & 3, bits & 0x7FFFFF};
	if (state.level >= level || state.level >= MODEL_ORDER || state.index + 1 >= model->counts[state.level])
		return (struct language_model_state){0, 0};
	return state;
}

static bool has_children(const struct model_node *node)
{
	return model_node_children(node) < model_node_children(node + 1);
}

/* The place of WORD among the children of a node at the next level; counts[LEVEL + 1] if there is none. */
static uint32_t find_child(const struct language_model *model, uint32_t level, const struct model_node *node, uint32_t word)
{
	uint32_t none = model->counts[level + 1], low = model_node_children(node), high = model_node_children(node + 1);
	if (high >= none)
		high = none - 1;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		uint32_t here = level + 1 < MODEL_ORDER ? model_node_word(&model->nodes[level + 1][middle]) : model_leaf_word(&model->leaves[middle]);
		if (here == word)
			return middle;
		if (here < word)
			low = middle + 1;
		else
			high = middle;
	}
	return none;
}

float language_model_step(const struct language_model *model, struct language_model_state *state, uint32_t word)
{
	float cost = 0;
	for (uint32_t level = state->level, index = state->index;;) {
		const struct model_node *node = &model->nodes[level][index];
		uint32_t child = level > 0 ? find_child(model, level, node, word) : word < model->word_count ? model->unigrams[word] : 0;
		if (level == 0 ? child > 0 || word == LANGUAGE_MODEL_UNKNOWN : child < model->counts[level + 1]) {
			const struct model_node *found = level + 1 < MODEL_ORDER ? &model->nodes[level + 1][child] : NULL;
			const struct model_leaf *leaf = found ? NULL : &model->leaves[child];
			float own = found ? model_node_cost(model, found) : model_leaf_cost(model, leaf);
			*state = (struct language_model_state){level + 1, child};
			if (!found || !has_children(found))
				*state = state_behind(model, found ? found->bits[2] : leaf->bits[1], level + 1);
			return cost + own;
		}
		cost += model->weights[node->bits[0] >> 18];
		if (level == 0)
			break;
		struct language_model_state behind = state_behind(model, node->bits[2], level);
		level = behind.level;
		index = behind.index;
	}
	*state = (struct language_model_state){0, 0};
	return cost + model_node_cost(model, model->nodes[0]);
}

static float *take_costs(const float *table, uint32_t count, struct arena *arena)
{
	enum { COST_NEVER = 30 };
	float *costs = ARENA_ARRAY(arena, float, count);
	for (uint32_t i = 0; i < count; i++)
		costs[i] = table[i] > 0 && table[i] < INFINITY ? -logf(table[i]) : COST_NEVER;
	return costs;
}

static bool model_read(struct language_model *model, struct str file, struct arena *arena, struct error *error)
{
	const uint32_t *head = (const void *)file.data;
	size_t fixed = (2 + MODEL_ORDER + 1) * sizeof *head + (PROBABILITIES + WEIGHTS) * sizeof(float), size = fixed;
	if (file.size < fixed || head[0] != MODEL_ORDER || head[1] != 0)
		return error_set(error, "is no trigram model of sunpinyin");
	for (uint32_t level = 0; level <= MODEL_ORDER; level++) {
		model->counts[level] = head[2 + level];
		size += model->counts[level] * (level < MODEL_ORDER ? sizeof(struct model_node) : sizeof(struct model_leaf));
		if (model->counts[level] < 2)
			return error_set(error, "is damaged");
	}
	if (size != file.size)
		return error_set(error, "is damaged (%zu bytes, %zu expected)", file.size, size);
	const float *table = (const void *)(head + 2 + MODEL_ORDER + 1);
	model->probabilities = take_costs(table, PROBABILITIES, arena);
	model->weights = take_costs(table + PROBABILITIES, WEIGHTS, arena);
	const struct model_node *nodes = (const void *)(table + PROBABILITIES + WEIGHTS);
	for (uint32_t level = 0; level < MODEL_ORDER; level++) {
		model->nodes[level] = nodes;
		nodes += model->counts[level];
	}
	model->leaves = (const void *)nodes;
	return true;
}

/* The words with a probability of their own. */
static void take_unigrams(struct language_model *model, struct arena *arena)
{
	model->unigrams = ARENA_ARRAY(arena, uint32_t, model->word_count);
	for (uint32_t i = 0; i + 1 < model->counts[1]; i++)
		if (model_node_word(&model->nodes[1][i]) < model->word_count)
			model->unigrams[model_node_word(&model->nodes[1][i])] = i;
}

const struct language_model *language_model_read(struct str model_file, struct str words_file, struct arena *arena, struct error *error)
{
	struct language_model *model = ARENA_NEW(arena, struct language_model);
	if (!model_read(model, model_file, arena, error))
		return NULL;
	const uint32_t *head = (const void *)words_file.data;
	if (words_file.size < 3 * sizeof *head || head[0] > words_file.size / sizeof *head) {
		error_set(error, "is no word list of sunpinyin");
		return NULL;
	}
	model->word_count = head[0];
	take_unigrams(model, arena);
	return model_words_read(model, words_file, arena, error) ? model : NULL;
}

static bool map_file(const char *folder, const char *name, struct str *file, struct arena *arena)
{
	struct stat status;
	int handle = open(arena_format(arena, "%s/%s", folder, name).data, O_RDONLY | O_CLOEXEC);
	void *bytes = MAP_FAILED;
	if (handle >= 0 && fstat(handle, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0)
		bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, handle, 0);
	if (handle >= 0)
		close(handle);
	if (bytes == MAP_FAILED)
		return false;
	*file = (struct str){bytes, (size_t)status.st_size};
	return true;
}

static const struct language_model *open_folder(const char *folder, struct arena *arena, struct error *error, bool *is_there)
{
	struct str model, words;
	struct error why;
	if (!map_file(folder, "lm_sc.t3g", &model, arena))
		return NULL;
	*is_there = map_file(folder, "pydict_sc.bin", &words, arena);
	const struct language_model *result = *is_there ? language_model_read(model, words, arena, &why) : NULL;
	if (!result) {
		munmap((void *)(uintptr_t)model.data, model.size);
		if (*is_there) {
			error_set(error, "the language model in %s %s", folder, why.text);
			munmap((void *)(uintptr_t)words.data, words.size);
		}
	}
	return result;
}

const struct language_model *language_model_open(struct arena *arena, struct error *error)
{
	const char *folder = getenv(VARIABLE);
	const char *const own[] = {folder, NULL}, *const *list = folder && *folder ? own : folders;
	bool is_there = false;
	for (size_t i = 0; list[i]; i++) {
		const struct language_model *model = open_folder(list[i], arena, error, &is_there);
		if (model || is_there)
			return model;
	}
	error_set(error, "there is no language model%s%s: install the package " PACKAGE, list == own ? " in " : "", list == own ? folder : "");
	return NULL;
}

enum { BEAM = 8 };

/* The best ways to a position, one for each state. */
struct column {
	uint32_t count;
	struct language_model_state states[BEAM];
	float costs[BEAM];
};

static void put_way(struct column *column, struct language_model_state state, float cost)
{
	uint32_t worst = 0;
	for (uint32_t i = 0; i < column->count; i++) {
		if (column->states[i].level == state.level && column->states[i].index == state.index) {
			if (cost < column->costs[i])
				column->costs[i] = cost;
			return;
		}
		if (column->costs[i] > column->costs[worst])
			worst = i;
	}
	if (column->count < BEAM)
		worst = column->count++;
	else if (column->costs[worst] <= cost)
		return;
	column->states[worst] = state;
	column->costs[worst] = cost;
}

static void put_word(const struct language_model *model, const struct column *from, struct column *to, uint32_t word, float extra)
{
	for (uint32_t i = 0; i < from->count; i++) {
		struct language_model_state state = from->states[i];
		float cost = language_model_step(model, &state, word);
		put_way(to, state, from->costs[i] + cost + extra);
	}
}

static float best_cost(const struct column *column)
{
	float best = INFINITY;
	for (uint32_t i = 0; i < column->count; i++)
		if (column->costs[i] < best)
			best = column->costs[i];
	return best;
}

float language_model_costs(const struct language_model *model, const uint32_t *cp, uint32_t length, float *costs)
{
	enum { RING = 16, COST_RARE = 8 };
	_Static_assert(RING >= (int)MODEL_WORD_LONGEST, "the ring holds the longest word");
	static const uint32_t stop[] = {0x3002};
	struct column ring[RING] = {{.count = 1}};
	language_model_step(model, &ring[0].states[0], language_model_word(model, stop, 1));
	for (uint32_t at = 0; at < length; at++) {
		struct column *from = &ring[at % RING];
		if (costs)
			costs[at] = best_cost(from);
		uint32_t longest = cp[at] < 0x10000 ? model->longest[cp[at]] : 0;
		if (longest == 0)
			put_word(model, from, &ring[(at + 1) % RING], LANGUAGE_MODEL_UNKNOWN, COST_RARE);
		for (uint32_t size = 1; size <= longest && size <= length - at; size++) {
			uint32_t word = language_model_word(model, cp + at, size);
			if (word != LANGUAGE_MODEL_UNKNOWN && (size == 1 || model->unigrams[word]))
				put_word(model, from, &ring[(at + size) % RING], word, 0);
		}
		from->count = 0;
	}
	float best = best_cost(&ring[length % RING]);
	if (costs)
		costs[length] = best;
	return best;
}

float language_model_cost(const struct language_model *model, const uint32_t *cp, uint32_t length)
{
	return language_model_costs(model, cp, length, NULL);
}
