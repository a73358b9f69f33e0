/*
 * gen_words: compiles the data file of the program from word lists; tools/gen_words.sh prepares them.
 *
 * usage: gen_words WORK_FOLDER OUTPUT
 *
 * WORK_FOLDER holds words ("word frequency tag" lines), s2t, s2tw, s2hk, s2twp (the Traditional forms of these words, line by
 * line), subtract ("word [hans]"), forms ("variant wrong right [common]"), right ("variant text", where the wrong character
 * of a form is right), wrong ("variant wrong right", phrases that differ in one character), hant (words of Traditional text only:
 * "word [tag [frequency]]"), lexicon (gen_lexicon.h), and STCharacters.txt and STPhrases.txt of OpenCC. What gen_idioms.c reads is
 * said there. The words beside names are in the index of gen_names. The output depends on nothing else.
 */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#include "../linter/character.h"
#include "../linter/data_p.h"
#include "../linter/lexicon.h"
#include "../linter/name_p.h"
#include "../linter/word.h"
#include "gen_bigrams.h"
#include "gen_file.h"
#include "gen_idioms.h"
#include "gen_lexicon.h"

/* A word of the dictionary while it is made. */
struct entry {
	uint16_t text[WORD_LONGEST];
	uint8_t length;
	uint8_t value;       /* cost */
	uint8_t detail;      /* tag - 1 and TRIE_... bits */
};

static struct entry *entries;
static size_t entry_count, entry_capacity;
static double total_frequency;

static void *grow(void *array, size_t count, size_t *capacity, size_t size)
{
	if (count < *capacity)
		return array;
	*capacity = *capacity ? *capacity * 2 : 1024;
	array = realloc(array, *capacity * size);
	if (!array)
		fail("out of memory", "");
	return array;
}

/* jieba's tags by their beginning; the longest that fits decides. */
static const struct {
	const char *beginning;
	enum word_tag tag;
} tags[] = {
	{"nrt", WORD_PERSON}, {"nrfg", WORD_PERSON}, {"nr", WORD_PERSON}, {"ns", WORD_PLACE}, {"nt", WORD_ORGANISATION},
	{"n", WORD_NOUN},     {"v", WORD_VERB},      {"a", WORD_ADJECTIVE}, {"b", WORD_ADJECTIVE}, {"z", WORD_ADJECTIVE},
	{"zg", WORD_OTHER},   {"d", WORD_ADVERB},    {"m", WORD_NUMERAL},   {"q", WORD_MEASURE},   {"r", WORD_PRONOUN},
	{"u", WORD_PARTICLE}, {"y", WORD_PARTICLE},  {"e", WORD_PARTICLE},  {"o", WORD_PARTICLE},  {"p", WORD_FUNCTION},
	{"c", WORD_FUNCTION}, {"t", WORD_TIME},      {"s", WORD_NOUN},      {"f", WORD_NOUN},      {"j", WORD_NOUN},
	{"i", WORD_IDIOM},    {"l", WORD_PHRASE},
};

static enum word_tag tag_of(const char *name)
{
	enum word_tag tag = WORD_OTHER;
	size_t longest = 0;
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		size_t length = strlen(tags[i].beginning);
		if (length > longest && strncmp(name, tags[i].beginning, length) == 0) {
			longest = length;
			tag = tags[i].tag;
		}
	}
	return tag;
}

static uint8_t cost_of(double frequency)
{
	double steps = -log((frequency < 1 ? 1 : frequency) / total_frequency) * WORD_COST_STEPS;
	return (uint8_t)(steps < 1 ? 1 : steps > 255 ? 255 : lround(steps));
}

/* Code points of a word; 0 if it is too long or has one outside the Basic Multilingual Plane. */
static uint8_t code_points(const char *word, uint16_t text[WORD_LONGEST])
{
	uint8_t length = 0;
	while (*word) {
		uint32_t cp = character_decode(&word);
		if (length == WORD_LONGEST || cp > 0xFFFF)
			return 0;
		text[length++] = (uint16_t)cp;
	}
	return length;
}

static bool has_class(const uint16_t *text, uint8_t length, enum character_class wanted)
{
	for (uint8_t i = 0; i < length; i++)
		if (character_class(text[i]) == wanted)
			return true;
	return false;
}

/* A form stands for a variant only if none of its characters is never right there. */
static void add_entry(const char *word, double frequency, enum word_tag tag, uint8_t bits)
{
	uint8_t variant = bits & (TRIE_HANS | TRIE_HANT);
	struct entry entry = {.value = cost_of(frequency)};
	entry.length = code_points(word, entry.text);
	if (entry.length == 0 || has_class(entry.text, entry.length, variant == TRIE_HANT ? CLASS_HAN_SIMPLIFIED : CLASS_HAN_TRADITIONAL))
		return;
	entry.detail = (uint8_t)((tag - 1) | bits);
	entries = grow(entries, entry_count, &entry_capacity, sizeof *entries);
	entries[entry_count++] = entry;
}

/* Traditional forms, with spaces between. */
static void add_rarer_forms(char *forms, double frequency)
{
	while (*forms) {
		size_t length = strcspn(forms, " ");
		bool is_last = forms[length] == 0;
		forms[length] = 0;
		add_entry(forms, frequency, WORD_OTHER, TRIE_HANT);
		forms += length + !is_last;
	}
}

/* The words that are wrong: found again by binary search. */
static struct wrong {
	char word[WORD_LONGEST * 3 + 1];
	bool hans_only;
} *wrongs;
static size_t wrong_count, wrong_capacity;

static int compare_wrongs(const void *a, const void *b)
{
	return strcmp(((const struct wrong *)a)->word, ((const struct wrong *)b)->word);
}

static void read_subtracted(const char *folder)
{
	FILE *file = open_in(folder, "subtract");
	char line[256];
	while (next_line(file, line, sizeof line)) {
		struct wrong wrong = {0};
		char variant[16] = "";
		if (sscanf(line, "%72s %15s", wrong.word, variant) < 1)
			continue;
		wrong.hans_only = strcmp(variant, "hans") == 0;
		wrongs = grow(wrongs, wrong_count, &wrong_capacity, sizeof *wrongs);
		wrongs[wrong_count++] = wrong;
	}
	fclose(file);
	if (wrong_count)
		qsort(wrongs, wrong_count, sizeof *wrongs, compare_wrongs);
}

static const struct wrong *wrong_find(const char *word)
{
	struct wrong key = {0};
	if (wrong_count == 0 || strlen(word) >= sizeof key.word)
		return NULL;
	snprintf(key.word, sizeof key.word, "%s", word);
	return bsearch(&key, wrongs, wrong_count, sizeof *wrongs, compare_wrongs);
}

/* Which characters may stand for which, and the neighbours that give them away. */
static struct form_entry forms[2][512];
static size_t form_counts[2];
static bool is_common_right[0x10000];

static int compare_forms(const void *a, const void *b)
{
	return ((const struct form_entry *)a)->character - ((const struct form_entry *)b)->character;
}

static void read_forms(const char *folder)
{
	FILE *file = open_in(folder, "forms");
	char line[256];
	while (next_line(file, line, sizeof line)) {
		char variant[8], wrong[8], rights[32], common[8] = "";
		if (sscanf(line, "%7s %7s %31s %7s", variant, wrong, rights, common) < 3)
			fail("bad form:", line);
		bool is_hant = strcmp(variant, "hant") == 0;
		struct form_entry *entry = &forms[is_hant][form_counts[is_hant]++];
		uint16_t text[WORD_LONGEST];
		if (form_counts[is_hant] > 512 || code_points(wrong, text) != 1)
			fail("bad form:", line);
		entry->character = text[0];
		uint8_t count = code_points(rights, text);
		if (count == 0 || count > FORM_RIGHTS)
			fail("bad form:", line);
		memcpy(entry->rights, text, count * sizeof *text);
		if (common[0])
			is_common_right[text[0]] = true;
	}
	fclose(file);
	for (int i = 0; i < 2; i++)
		qsort(forms[i], form_counts[i], sizeof forms[i][0], compare_forms);
}

/* OpenCC's phrases, sorted as their file is. Several: it has more than one form. */
static struct phrase {
	char word[WORD_LONGEST * 3 + 1];
	bool several;
} *phrases;
static size_t phrase_count, phrase_capacity;

static int compare_phrases(const void *a, const void *b)
{
	return strcmp(((const struct phrase *)a)->word, ((const struct phrase *)b)->word);
}

static const struct phrase *phrase_find(const char *word)
{
	struct phrase key = {0};
	if (strlen(word) >= sizeof key.word)
		return NULL;
	snprintf(key.word, sizeof key.word, "%s", word);
	return bsearch(&key, phrases, phrase_count, sizeof *phrases, compare_phrases);
}

/* Where a phrase has several forms, each is right. */
static void read_phrases(const char *folder)
{
	FILE *file = open_in(folder, "STPhrases.txt");
	char line[1024];
	while (next_line(file, line, sizeof line)) {
		struct phrase phrase = {0};
		char *tab = strchr(line, '\t');
		if (!tab || (size_t)(tab - line) >= sizeof phrase.word)
			continue;
		*tab++ = 0;
		memcpy(phrase.word, line, strlen(line));
		phrase.several = strchr(tab, ' ') != NULL;
		phrases = grow(phrases, phrase_count, &phrase_capacity, sizeof *phrases);
		phrases[phrase_count++] = phrase;
		if (phrase.several)
			add_rarer_forms(tab, 10);
	}
	fclose(file);
	qsort(phrases, phrase_count, sizeof *phrases, compare_phrases);
}

/* Wrong phrases, for which no dictionary is asked. */
static struct form_phrase wrong_phrases[2][4096];
static size_t wrong_phrase_counts[2];

static int compare_wrong_phrases(const void *a, const void *b)
{
	const struct form_phrase *x = a, *y = b;
	for (size_t i = 0; i < FORM_PHRASE; i++)
		if (x->text[i] != y->text[i])
			return x->text[i] - y->text[i];
	return 0;
}

/* The character of a wrong phrase is a candidate. */
static void need_form(bool is_hant, uint16_t character)
{
	for (size_t i = 0; i < form_counts[is_hant]; i++)
		if (forms[is_hant][i].character == character)
			return;
	if (form_counts[is_hant] == 512)
		fail("too many forms", "");
	forms[is_hant][form_counts[is_hant]++].character = character;
}

static void read_wrong_phrases(const char *folder)
{
	FILE *file = open_in(folder, "wrong");
	char line[256], variant[8], wrong[32], right[32];
	while (next_line(file, line, sizeof line)) {
		uint16_t text[WORD_LONGEST] = {0}, other[WORD_LONGEST];
		if (sscanf(line, "%7s %31s %31s", variant, wrong, right) != 3)
			fail("bad line:", line);
		bool is_hant = strcmp(variant, "hant") == 0;
		uint8_t length = code_points(wrong, text), at = 0;
		if (length < 2 || length > FORM_PHRASE || code_points(right, other) != length)
			fail("bad phrase:", line);
		while (at < length && text[at] == other[at])
			at++;
		if (at == length || memcmp(text + at + 1, other + at + 1, (size_t)(length - at - 1) * sizeof *text) != 0)
			fail("a phrase and its right form must differ in one character:", line);
		struct form_phrase *phrase = &wrong_phrases[is_hant][wrong_phrase_counts[is_hant]++];
		if (wrong_phrase_counts[is_hant] == 4096)
			fail("too many phrases", "");
		*phrase = (struct form_phrase){.at = at, .right = other[at]};
		memcpy(phrase->text, text, sizeof phrase->text);
		need_form(is_hant, text[at]);
	}
	fclose(file);
	for (int i = 0; i < 2; i++) {
		qsort(forms[i], form_counts[i], sizeof forms[i][0], compare_forms);
		qsort(wrong_phrases[i], wrong_phrase_counts[i], sizeof wrong_phrases[i][0], compare_wrong_phrases);
	}
}

static double sum_frequencies(const char *folder)
{
	FILE *file = open_in(folder, "words");
	char line[512];
	double sum = 0, frequency;
	while (next_line(file, line, sizeof line))
		if (sscanf(line, "%*s %lf", &frequency) == 1)
			sum += frequency;
	fclose(file);
	return sum;
}

/* Does a Traditional form hold a character that is right in every common word? */
static bool has_common_right(const char *form)
{
	while (*form)
		if (is_common_right[character_decode(&form) & 0xFFFF])
			return true;
	return false;
}

/*
 * Is a Traditional form sure? If OpenCC has the phrase, and one form of it only; or if the word is common and holds a
 * character that needs no phrase. Names of persons are not: they keep what their bearers write.
 */
static bool is_sure_hant(const char *word, const char *form, double frequency, enum word_tag tag)
{
	enum { COMMON = 20 };
	const struct phrase *phrase = phrase_find(word);
	if (tag == WORD_PERSON || tag == WORD_OTHER)
		return false;
	return phrase ? !phrase->several : frequency >= COMMON && tag != WORD_PLACE && has_common_right(form);
}

static bool is_sure_hans(double frequency, enum word_tag tag)
{
	return frequency >= 3 && tag != WORD_PERSON && tag != WORD_PLACE && tag != WORD_ORGANISATION && tag != WORD_OTHER;
}

/* Each word, and its Traditional forms at the same cost. */
static void read_words(const char *folder)
{
	static const char *const names[] = {"s2t", "s2tw", "s2hk", "s2twp"};
	enum { FORMS = sizeof names / sizeof *names };
	FILE *file = open_in(folder, "words"), *converted[FORMS];
	char line[512], form[512];
	for (size_t i = 0; i < FORMS; i++)
		converted[i] = open_in(folder, names[i]);
	while (next_line(file, line, sizeof line)) {
		char word[512], tag[32];
		double frequency;
		if (sscanf(line, "%511s %lf %31s", word, &frequency, tag) != 3)
			fail("bad line:", line);
		const struct wrong *wrong = wrong_find(word);
		if (!wrong)
			add_entry(word, frequency, tag_of(tag), (uint8_t)(TRIE_HANS | (is_sure_hans(frequency, tag_of(tag)) ? TRIE_SURE_HANS : 0)));
		for (size_t i = 0; i < FORMS; i++) {
			if (!next_line(converted[i], form, sizeof form))
				fail("is too short:", names[i]);
			if (!wrong || wrong->hans_only)
				add_entry(form, frequency, tag_of(tag),
					i < 3 && is_sure_hant(word, form, frequency, tag_of(tag)) ? TRIE_HANT | TRIE_SURE_HANT : TRIE_HANT);
		}
	}
	fclose(file);
	for (size_t i = 0; i < FORMS; i++)
		fclose(converted[i]);
}

/* Words that are right in Traditional text beside those that the conversion makes. */
static void read_hant_words(const char *folder)
{
	FILE *file = open_in(folder, "hant");
	char line[256];
	while (next_line(file, line, sizeof line)) {
		char word[256], tag[32] = "x";
		double frequency = 30;
		if (sscanf(line, "%255s %31s %lf", word, tag, &frequency) < 1)
			continue;
		add_entry(word, frequency, tag_of(tag), TRIE_HANT);
	}
	fclose(file);
}

static int compare_texts(const struct entry *a, const struct entry *b)
{
	for (uint8_t i = 0; i < a->length && i < b->length; i++)
		if (a->text[i] != b->text[i])
			return a->text[i] < b->text[i] ? -1 : 1;
	return a->length - b->length;
}

static int compare_entries(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = compare_texts(x, y);
	if (order == 0)
		order = x->value - y->value;
	return order ? order : x->detail - y->detail;
}

/* One entry a text: the commonest one's cost and tag, the bits of all. */
static void merge_entries(void)
{
	size_t kept = 0;
	qsort(entries, entry_count, sizeof *entries, compare_entries);
	for (size_t i = 0; i < entry_count; i++) {
		if (kept && compare_texts(&entries[kept - 1], &entries[i]) == 0)
			entries[kept - 1].detail |= entries[i].detail & (uint8_t)~TRIE_TAG;
		else
			entries[kept++] = entries[i];
	}
	entry_count = kept;
}

/*
 * A Simplified character with several Traditional forms: the rarer ones are words too. The dictionary knows the first
 * form only as a word of one character.
 */
static void read_characters(const char *folder)
{
	enum { RARER = 20 };
	FILE *file = open_in(folder, "STCharacters.txt");
	char line[256];
	merge_entries();
	size_t known = entry_count;
	while (next_line(file, line, sizeof line)) {
		struct entry key = {0};
		char *tab = strchr(line, '\t');
		if (!tab || !strchr(tab, ' '))
			continue;
		*tab++ = 0;
		key.length = code_points(line, key.text);
		for (size_t low = 0, high = known; key.length == 1 && low < high;) {
			size_t middle = low + (high - low) / 2;
			int order = compare_texts(&entries[middle], &key);
			if (order == 0) {
				double frequency = total_frequency * exp(-(double)entries[middle].value / WORD_COST_STEPS);
				add_rarer_forms(tab, frequency / RARER);
				break;
			}
			if (order < 0)
				low = middle + 1;
			else
				high = middle;
		}
	}
	fclose(file);
	merge_entries();
}

/* The sorted entries [begin, end) share their first DEPTH characters; they become the children of one node. */
struct range {
	size_t begin, end;
	unsigned depth;
};

static struct trie_node *nodes;
static size_t node_count, node_capacity;

static void add_node(struct trie_node node)
{
	nodes = grow(nodes, node_count, &node_capacity, sizeof *nodes);
	nodes[node_count++] = node;
}

/* Breadth first: the ranges are a queue in which node I's range stands at I + 1. Node I's children begin where the queue then ends. */
static void build_trie(void)
{
	struct range *ranges = NULL;
	size_t count = 0, capacity = 0;
	ranges = grow(ranges, count, &capacity, sizeof *ranges);
	ranges[count++] = (struct range){0, entry_count, 0};
	for (size_t i = 0; i < count; i++) {
		struct range range = ranges[i];
		if (i > 0)
			nodes[i - 1].children = (uint32_t)node_count;
		size_t at = range.begin;
		while (at < range.end && entries[at].length == range.depth)
			at++;
		while (at < range.end) {
			struct trie_node node = {.character = entries[at].text[range.depth]};
			if (entries[at].length == range.depth + 1) {
				node.value = entries[at].value;
				node.detail = entries[at].detail;
			}
			size_t begin = at;
			while (at < range.end && entries[at].text[range.depth] == node.character)
				at++;
			add_node(node);
			ranges = grow(ranges, count, &capacity, sizeof *ranges);
			ranges[count++] = (struct range){begin, at, range.depth + 1};
		}
	}
	add_node((struct trie_node){.children = (uint32_t)node_count});
	free(ranges);
}

/* Texts that are right although a form would make a word of them. */
static struct right_text {
	uint16_t text[WORD_LONGEST];
	uint8_t length;
} right_texts[2][1024];
static size_t right_counts[2];

static void read_right_texts(const char *folder)
{
	FILE *file = open_in(folder, "right");
	char line[256], variant[8], text[WORD_LONGEST * 3 + 1];
	while (next_line(file, line, sizeof line)) {
		if (sscanf(line, "%7s %72s", variant, text) != 2)
			fail("bad line:", line);
		bool is_hant = strcmp(variant, "hant") == 0;
		struct right_text *right = &right_texts[is_hant][right_counts[is_hant]++];
		right->length = code_points(text, right->text);
		if (right_counts[is_hant] == 1024 || right->length == 0)
			fail("bad line:", line);
	}
	fclose(file);
}

/* Does RIGHT stand in the word's text, over the place AT, when CHARACTER is at that place? */
static bool stands_over(const struct right_text *right, const struct entry *word, uint8_t at, uint16_t character)
{
	for (uint8_t begin = at + 1 > right->length ? (uint8_t)(at + 1 - right->length) : 0; begin <= at && begin + right->length <= word->length; begin++) {
		uint8_t same = 0;
		while (same < right->length && (begin + same == at ? character : word->text[begin + same]) == right->text[same])
			same++;
		if (same == right->length)
			return true;
	}
	return false;
}

static bool may_be_right(bool is_hant, const struct entry *word, uint8_t at, uint16_t character)
{
	for (size_t i = 0; i < right_counts[is_hant]; i++)
		if (stands_over(&right_texts[is_hant][i], word, at, character))
			return true;
	return false;
}

/* A word that a form would make of a text that is right is not sure. */
static void unsure_word(bool is_hant, struct entry *word, uint8_t at)
{
	for (size_t i = 0; i < form_counts[is_hant]; i++)
		for (size_t j = 0; j < FORM_RIGHTS; j++)
			if (forms[is_hant][i].rights[j] == word->text[at] && may_be_right(is_hant, word, at, forms[is_hant][i].character))
				word->detail &= (uint8_t)~(is_hant ? TRIE_SURE_HANT : TRIE_SURE_HANS);
}

static void unsure_words(void)
{
	for (size_t i = 0; i < entry_count; i++)
		for (uint8_t at = 0; at < entries[i].length; at++) {
			if (entries[i].detail & TRIE_SURE_HANS)
				unsure_word(false, &entries[i], at);
			if (entries[i].detail & TRIE_SURE_HANT)
				unsure_word(true, &entries[i], at);
		}
}

uint8_t bigrams_made[2][BIGRAM_TABLE];

static uint64_t filter[2][FORM_FILTER_BITS / 64];

static void set_filter(bool is_hant, uint32_t first, uint32_t second)
{
	uint32_t bit = form_filter_bit(first, second);
	filter[is_hant][bit / 64] |= UINT64_C(1) << bit % 64;
	bigram_add(is_hant, first, second, BIGRAM_FORM);
}

/* The pairs of neighbours that a word has when the character at AT is the wrong one. */
static void filter_word(bool is_hant, const struct entry *word, uint8_t at)
{
	for (size_t i = 0; i < form_counts[is_hant]; i++) {
		const struct form_entry *form = &forms[is_hant][i];
		for (size_t j = 0; j < FORM_RIGHTS; j++) {
			if (form->rights[j] != word->text[at])
				continue;
			if (at > 0)
				set_filter(is_hant, word->text[at - 1], form->character);
			if (at + 1 < word->length)
				set_filter(is_hant, form->character, word->text[at + 1]);
		}
	}
}

static void build_filter(void)
{
	for (size_t i = 0; i < entry_count; i++)
		for (uint8_t at = 0; at < entries[i].length; at++) {
			if (entries[i].detail & TRIE_SURE_HANS)
				filter_word(false, &entries[i], at);
			if (entries[i].detail & TRIE_SURE_HANT)
				filter_word(true, &entries[i], at);
		}
}

static void filter_phrases(void)
{
	for (int i = 0; i < 2; i++)
		for (size_t j = 0; j < wrong_phrase_counts[i]; j++) {
			const struct form_phrase *phrase = &wrong_phrases[i][j];
			if (phrase->at > 0)
				set_filter(i, phrase->text[phrase->at - 1], phrase->text[phrase->at]);
			if (phrase->at + 1 < FORM_PHRASE && phrase->text[phrase->at + 1])
				set_filter(i, phrase->text[phrase->at], phrase->text[phrase->at + 1]);
		}
}

static uint16_t roots[0x10000];

static void build_roots(void)
{
	for (size_t i = 0; i < nodes[0].children; i++)
		roots[nodes[i].character] = (uint16_t)(i + 1);
}

static struct data_section sections[DATA_KIND_COUNT];
static const void *contents[DATA_KIND_COUNT];

static void set_section(enum data_kind kind, const void *content, size_t element, size_t count)
{
	sections[kind] = (struct data_section){.kind = kind, .element = (uint32_t)element, .count = count};
	contents[kind] = content;
}

static void write_file(const char *path)
{
	struct data_header header = {.magic = DATA_MAGIC, .version = DATA_VERSION, .order = DATA_ORDER, .section_count = DATA_KIND_COUNT};
	uint64_t size = sizeof header + sizeof sections;
	for (unsigned kind = 0; kind < DATA_KIND_COUNT; kind++) {
		sections[kind].offset = size;
		size += (sections[kind].element * sections[kind].count + 7) & ~UINT64_C(7);
	}
	char *bytes = calloc(1, size);
	if (!bytes)
		fail("out of memory", "");
	memcpy(bytes + sizeof header, sections, sizeof sections);
	for (unsigned kind = 0; kind < DATA_KIND_COUNT; kind++)
		memcpy(bytes + sections[kind].offset, contents[kind], sections[kind].element * sections[kind].count);
	header.size = size;
	header.sum = data_sum(bytes + sizeof header, size - sizeof header);
	memcpy(bytes, &header, sizeof header);
	FILE *file = fopen(path, "wb");
	if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
		fail("cannot write", path);
	free(bytes);
}

static const uint16_t *next_text(const uint16_t *text)
{
	while (*text)
		text++;
	return text + 1;
}

/* What begins a text of the lexicon, and the right form of a variant word; which variant it is for is asked where it stands. */
static void add_lexicon_bigrams(const struct lexicon_table *lexicon)
{
	for (uint32_t i = 0; i < lexicon->entry_count; i++) {
		const struct lexicon_entry *entry = &lexicon->entries[i];
		const uint16_t *text = lexicon->text + entry->text;
		unsigned rights = entry->list == LEXICON_VARIANT_WORD ? entry->right_count : 0;
		for (unsigned j = 0; j < entry->piece_count + rights; j++, text = next_text(text))
			for (int is_hant = 0; (j == 0 || j >= entry->piece_count) && is_hant < 2; is_hant++)
				bigram_add(is_hant, text[0], text[1], BIGRAM_LEXICON);
	}
}

/* The pairs by which the words beside names are found; those of one character have none. */
static void add_name_bigrams(void)
{
	for (uint32_t chain = 0; chain < NAME_CHAINS; chain++)
		for (uint16_t i = name_chain[chain]; i; i = name_next[i - 1])
			for (int is_hant = 0; name_words[i - 1].length > 1 && is_hant < 2; is_hant++)
				bigram_add(is_hant, name_words[i - 1].pair[0], name_words[i - 1].pair[1], BIGRAM_NAME);
}

static void make_idioms(const char *folder)
{
	const struct data data = {.word_nodes = nodes, .word_node_count = (uint32_t)node_count, .word_roots = roots};
	struct idioms_made made;
	idioms_make(folder, &data, &made);
	set_section(DATA_IDIOM_TEXTS, made.texts, sizeof *made.texts, made.text_count);
	set_section(DATA_IDIOM_BUCKETS, made.buckets, sizeof *made.buckets, IDIOM_BUCKETS + 1);
	set_section(DATA_IDIOM_POSTINGS, made.postings, sizeof *made.postings, made.posting_count);
	set_section(DATA_IDIOM_FILTER, made.filter, sizeof *made.filter, IDIOM_FILTER_SIZE);
	set_section(DATA_LIKENESS, made.likenesses, sizeof *made.likenesses, made.likeness_count);
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		fprintf(stderr, "usage: gen_words WORK_FOLDER OUTPUT\n");
		return 1;
	}
	total_frequency = sum_frequencies(argv[1]);
	read_subtracted(argv[1]);
	read_phrases(argv[1]);
	read_forms(argv[1]);
	read_wrong_phrases(argv[1]);
	read_right_texts(argv[1]);
	read_words(argv[1]);
	read_hant_words(argv[1]);
	read_characters(argv[1]);
	unsure_words();
	build_filter();
	filter_phrases();
	build_trie();
	build_roots();
	set_section(DATA_WORD_NODES, nodes, sizeof *nodes, node_count);
	set_section(DATA_WORD_ROOTS, roots, sizeof *roots, 0x10000);
	set_section(DATA_FORMS_HANS, forms[0], sizeof forms[0][0], form_counts[0]);
	set_section(DATA_FORMS_HANT, forms[1], sizeof forms[1][0], form_counts[1]);
	set_section(DATA_PHRASES_HANS, wrong_phrases[0], sizeof wrong_phrases[0][0], wrong_phrase_counts[0]);
	set_section(DATA_PHRASES_HANT, wrong_phrases[1], sizeof wrong_phrases[1][0], wrong_phrase_counts[1]);
	set_section(DATA_FORM_FILTER, filter, sizeof filter[0][0], 2 * FORM_FILTER_BITS / 64);
	struct lexicon_table lexicon;
	gen_lexicon(argv[1], &lexicon);
	set_section(DATA_LEXICON_NODES, lexicon.automaton.nodes, sizeof *lexicon.automaton.nodes, lexicon.automaton.node_count);
	set_section(DATA_LEXICON_FILTER, lexicon.automaton.filter, sizeof *lexicon.automaton.filter, lexicon.automaton.filter_bits / 32);
	set_section(DATA_LEXICON_ENTRIES, lexicon.entries, sizeof *lexicon.entries, lexicon.entry_count);
	set_section(DATA_LEXICON_TEXT, lexicon.text, sizeof *lexicon.text, lexicon.text_length);
	add_lexicon_bigrams(&lexicon);
	add_name_bigrams();
	make_idioms(argv[1]);
	set_section(DATA_BIGRAMS, bigrams_made, sizeof bigrams_made[0][0], 2 * BIGRAM_TABLE);
	write_file(argv[2]);
	return 0;
}
