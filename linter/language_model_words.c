/* language_model: the words, found by their text, by all but one character of it, and by their sound. */
#include "language_model_p.h"

enum { FILLING_LONGEST = 4, SYLLABLE_INITIAL = 12, SYLLABLE_FINAL = 4 };

static uint32_t hash_characters(const uint32_t *cp, uint32_t length, uint32_t hole)
{
	uint32_t hash = length * UINT32_C(0x9E3779B1) ^ hole * UINT32_C(0xC2B2AE35);
	for (uint32_t i = 0; i < length; i++)
		hash = (hash ^ (i == hole ? 0 : cp[i])) * UINT32_C(0x85EBCA6B), hash ^= hash >> 15;
	return hash;
}

const uint32_t *language_model_text(const struct language_model *model, uint32_t word, uint32_t *length)
{
	*length = model->begins[word + 1] - model->begins[word] - 1;
	return model->texts + model->begins[word];
}

uint32_t language_model_word(const struct language_model *model, const uint32_t *cp, uint32_t length)
{
	uint32_t hash = hash_characters(cp, length, length), size;
	for (uint32_t at = hash & model->slot_mask; model->slots[at].word; at = (at + 1) & model->slot_mask) {
		if (model->slots[at].hash != hash)
			continue;
		const uint32_t *text = language_model_text(model, model->slots[at].word, &size);
		if (size == length && !memcmp(text, cp, length * sizeof *cp))
			return model->slots[at].word;
	}
	return LANGUAGE_MODEL_UNKNOWN;
}

static bool take_texts(struct language_model *model, struct str file, struct arena *arena)
{
	uint32_t offset = ((const uint32_t *)(const void *)file.data)[2];
	if (offset % sizeof(uint32_t) != 0 || offset > file.size)
		return false;
	uint32_t count = (uint32_t)((file.size - offset) / sizeof(uint32_t)), at = 0;
	model->texts = (const void *)(file.data + offset);
	model->begins = ARENA_ARRAY(arena, uint32_t, model->word_count + 1);
	for (uint32_t word = 0; word < model->word_count; word++) {
		while (at < count && model->texts[at])
			at++;
		if (at == count)
			return false;
		model->begins[word + 1] = ++at;
	}
	return true;
}

static uint32_t power_above(uint32_t count)
{
	uint32_t power = 16;
	while (power < count)
		power *= 2;
	return power;
}

static void index_words(struct language_model *model, struct arena *arena)
{
	uint32_t length;
	model->slot_mask = power_above(model->word_count * 2) - 1;
	model->slots = ARENA_ARRAY(arena, struct model_slot, model->slot_mask + 1);
	model->longest = ARENA_ARRAY(arena, uint8_t, 0x10000);
	for (uint32_t word = MODEL_FIRST_WORD; word < model->word_count; word++) {
		const uint32_t *text = language_model_text(model, word, &length);
		if (length == 0 || length > MODEL_WORD_LONGEST || text[0] >= 0x10000)
			continue;
		uint32_t hash = hash_characters(text, length, length), at = hash & model->slot_mask;
		while (model->slots[at].word)
			at = (at + 1) & model->slot_mask;
		model->slots[at] = (struct model_slot){hash, word};
		if (model->longest[text[0]] < length)
			model->longest[text[0]] = (uint8_t)length;
	}
}

/* Calls for each character that may be left open in a word: counts first, then fills. */
static void each_filling(struct language_model *model, bool fills)
{
	uint32_t length;
	for (uint32_t word = MODEL_FIRST_WORD; word < model->word_count; word++) {
		const uint32_t *text = language_model_text(model, word, &length);
		if (length < 2 || length > FILLING_LONGEST || !model->unigrams[word])
			continue;
		for (uint32_t hole = 0; hole < length; hole++) {
			uint32_t bucket = hash_characters(text, length, hole) & model->filling_mask;
			if (fills)
				model->fillings[--model->filling_begins[bucket]] = word;
			else
				model->filling_begins[bucket]++;
		}
	}
}

static void index_fillings(struct language_model *model, struct arena *arena)
{
	model->filling_mask = power_above(model->word_count * 2) - 1;
	model->filling_begins = ARENA_ARRAY(arena, uint32_t, model->filling_mask + 2);
	each_filling(model, false);
	for (uint32_t i = 0; i <= model->filling_mask; i++)
		model->filling_begins[i + 1] += model->filling_begins[i];
	model->fillings = ARENA_ARRAY(arena, uint32_t, model->filling_begins[model->filling_mask] + 1);
	each_filling(model, true);
}

uint32_t language_model_fillings(const struct language_model *model, const uint32_t *cp, uint32_t length, uint32_t place, const uint32_t **words)
{
	uint32_t bucket = hash_characters(cp, length, place) & model->filling_mask;
	*words = model->fillings + model->filling_begins[bucket];
	return model->filling_begins[bucket + 1] - model->filling_begins[bucket];
}

/* A syllable is initial << 8 | final. */
static void add_reading(struct language_model *model, uint32_t character, uint32_t syllable)
{
	uint16_t reading = (uint16_t)((syllable >> SYLLABLE_INITIAL & 0xFF) << 8 | (syllable >> SYLLABLE_FINAL & 0xFF));
	for (uint32_t i = 0; i < MODEL_READINGS; i++)
		if (model->readings[character][i] == 0 || model->readings[character][i] == reading) {
			model->readings[character][i] = reading;
			return;
		}
}

/*
 * The root of the trie of syllables stands at byte 12: its head (words 12 bits, children 12), then syllable and offset of each child,
 * then its words (24 bits, and 5 bits that say how rare the reading is).
 */
static bool take_readings(struct language_model *model, struct str file, struct arena *arena)
{
	enum { ROOT = 3, RARE = 12 };
	const uint32_t *trie = (const void *)file.data;
	uint32_t count = (uint32_t)(file.size / sizeof *trie), length;
	model->readings = arena_alloc(arena, sizeof *model->readings * 0x10000);
	if (count <= ROOT || ROOT + 1 + 2 * (trie[ROOT] >> 12 & 0xFFF) > count)
		return false;
	for (uint32_t i = 0; i < (trie[ROOT] >> 12 & 0xFFF); i++) {
		uint32_t syllable = trie[ROOT + 1 + 2 * i], node = trie[ROOT + 2 + 2 * i] / (uint32_t)sizeof *trie;
		if ((syllable >> SYLLABLE_FINAL & 0xFF) == 0)
			continue; /* initials without a final: for typing */
		if (node >= count)
			return false;
		uint32_t first = node + 1 + 2 * (trie[node] >> 12 & 0xFFF), words = trie[node] & 0xFFF;
		if (first + words > count)
			return false;
		for (uint32_t j = first; j < first + words; j++) {
			uint32_t word = trie[j] & 0xFFFFFF;
			const uint32_t *text = word < model->word_count ? language_model_text(model, word, &length) : NULL;
			if (text && length == 1 && text[0] < 0x10000 && (trie[j] >> 26 & 0x1F) <= RARE)
				add_reading(model, text[0], syllable);
		}
	}
	return true;
}

bool model_words_read(struct language_model *model, struct str file, struct arena *arena, struct error *error)
{
	if (!take_texts(model, file, arena) || !take_readings(model, file, arena))
		return error_set(error, "is damaged (the words)");
	index_words(model, arena);
	index_fillings(model, arena);
	return true;
}

struct sound_pair {
	uint8_t a, b;
};

/* Numbers of sunpinyin's tables: z zh, c ch, s sh, n l, f h, r l. */
static const struct sound_pair near_initials[] = {{15, 19}, {16, 20}, {17, 21}, {7, 8}, {4, 11}, {18, 8}};

/* an ang, en eng, in ing, ian iang, uan uang, eng ong. */
static const struct sound_pair near_finals[] = {{8, 10}, {9, 11}, {19, 21}, {18, 20}, {27, 29}, {11, 30}};

static bool in_pairs(const struct sound_pair *pairs, size_t count, unsigned a, unsigned b)
{
	for (size_t i = 0; i < count; i++)
		if ((pairs[i].a == a && pairs[i].b == b) || (pairs[i].a == b && pairs[i].b == a))
			return true;
	return a == b;
}

static bool is_near(unsigned a, unsigned b)
{
	return in_pairs(near_initials, sizeof near_initials / sizeof *near_initials, a >> 8, b >> 8) &&
	       in_pairs(near_finals, sizeof near_finals / sizeof *near_finals, a & 0xFF, b & 0xFF);
}

enum model_sound language_model_sound(const struct language_model *model, uint32_t a, uint32_t b)
{
	enum model_sound sound = MODEL_SOUND_OTHER;
	for (uint32_t i = 0; a < 0x10000 && b < 0x10000 && i < MODEL_READINGS && model->readings[a][i]; i++)
		for (uint32_t j = 0; j < MODEL_READINGS && model->readings[b][j]; j++) {
			if (model->readings[a][i] == model->readings[b][j])
				return MODEL_SOUND_SAME;
			if (is_near(model->readings[a][i], model->readings[b][j]))
				sound = MODEL_SOUND_NEAR;
		}
	return sound;
}
