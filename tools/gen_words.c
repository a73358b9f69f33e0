/*
 * gen_words: compiles the data file of the program from word lists; tools/gen_words.sh prepares them.
 *
 * usage: gen_words WORK_FOLDER OUTPUT
 *
 * WORK_FOLDER holds words ("word frequency tag" lines), s2t, s2tw, s2hk, s2twp (the Traditional forms of these words, line by
 * line), subtracted ("word [hans]") and STCharacters.txt of OpenCC. The output depends on nothing else.
 */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../linter/character.h"
#include "../linter/data_p.h"
#include "../linter/word.h"

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

static _Noreturn void fail(const char *what, const char *name)
{
	fprintf(stderr, "gen_words: %s %s\n", what, name);
	exit(1);
}

static FILE *open_in(const char *folder, const char *name)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "r");
	if (!file)
		fail("cannot open", path);
	return file;
}

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
static void add_entry(const char *word, double frequency, enum word_tag tag, uint8_t variant)
{
	struct entry entry = {.value = cost_of(frequency)};
	entry.length = code_points(word, entry.text);
	if (entry.length == 0 || has_class(entry.text, entry.length, variant == TRIE_HANT ? CLASS_HAN_SIMPLIFIED : CLASS_HAN_TRADITIONAL))
		return;
	entry.detail = (uint8_t)((tag - 1) | variant);
	entries = grow(entries, entry_count, &entry_capacity, sizeof *entries);
	entries[entry_count++] = entry;
}

static char *next_line(FILE *file, char *line, size_t size)
{
	if (!fgets(line, (int)size, file))
		return NULL;
	line[strcspn(line, "\n")] = 0;
	return line;
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
	FILE *file = open_in(folder, "subtracted");
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

/* Each word, and its Traditional forms at the same cost. */
static void read_words(const char *folder)
{
	static const char *const names[] = {"s2t", "s2tw", "s2hk", "s2twp"};
	enum { FORMS = sizeof names / sizeof *names };
	FILE *file = open_in(folder, "words"), *forms[FORMS];
	char line[512], form[512];
	for (size_t i = 0; i < FORMS; i++)
		forms[i] = open_in(folder, names[i]);
	while (next_line(file, line, sizeof line)) {
		char word[512], tag[32];
		double frequency;
		if (sscanf(line, "%511s %lf %31s", word, &frequency, tag) != 3)
			fail("bad line:", line);
		const struct wrong *wrong = wrong_find(word);
		if (!wrong)
			add_entry(word, frequency, tag_of(tag), TRIE_HANS);
		for (size_t i = 0; i < FORMS; i++) {
			if (!next_line(forms[i], form, sizeof form))
				fail("is too short:", names[i]);
			if (!wrong || wrong->hans_only)
				add_entry(form, frequency, tag_of(tag), TRIE_HANT);
		}
	}
	fclose(file);
	for (size_t i = 0; i < FORMS; i++)
		fclose(forms[i]);
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

/* One entry a text: the commonest one's cost and tag, the variants of all. */
static void merge_entries(void)
{
	size_t kept = 0;
	qsort(entries, entry_count, sizeof *entries, compare_entries);
	for (size_t i = 0; i < entry_count; i++) {
		if (kept && compare_texts(&entries[kept - 1], &entries[i]) == 0)
			entries[kept - 1].detail |= entries[i].detail & (TRIE_HANS | TRIE_HANT);
		else
			entries[kept++] = entries[i];
	}
	entry_count = kept;
}

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

int main(int argc, char **argv)
{
	if (argc != 3) {
		fprintf(stderr, "usage: gen_words WORK_FOLDER OUTPUT\n");
		return 1;
	}
	total_frequency = sum_frequencies(argv[1]);
	read_subtracted(argv[1]);
	read_words(argv[1]);
	read_characters(argv[1]);
	build_trie();
	build_roots();
	set_section(DATA_WORD_NODES, nodes, sizeof *nodes, node_count);
	set_section(DATA_WORD_ROOTS, roots, sizeof *roots, 0x10000);
	write_file(argv[2]);
	return 0;
}
