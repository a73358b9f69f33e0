/*
 * gen_idioms: the index of set phrases, and how characters sound and look.
 *
 * From WORK_FOLDER: words ("word frequency tag"), s2tw and s2hk (their Traditional forms, line by line), idioms (phrases of the
 * project's own, one a line), hant (those of Traditional text), and Unihan's Unihan_Readings.txt,
 * Unihan_DictionaryLikeData.txt and Unihan_IRGSources.txt.
 */
#include "gen_idioms.h"

#include <math.h>

#include "../linter/character.h"
#include "../linter/word.h"
#include "gen_bigrams.h"
#include "gen_file.h"

static void *allocate(size_t count, size_t size)
{
	void *memory = calloc(count, size);
	if (!memory)
		fail("out of memory", "");
	return memory;
}

/* ---- the phrases ---- */

enum { TEXTS_MOST = IDIOM_INDEX, POSTINGS_MOST = 1 << 20, LISTED_MOST = 1 << 13 };

static uint16_t *texts;
static size_t text_count;

static struct posting {
	uint32_t key, phrase;
} *postings;
static size_t posting_count;

static uint8_t filter[IDIOM_FILTER_SIZE];

/* Lists of words, sorted. */
struct listed {
	char words[LISTED_MOST][IDIOM_LONGEST * 3 + 1];
	size_t count;
};

static int compare_words(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void read_listed(const char *folder, const char *name, struct listed *listed)
{
	FILE *file = open_in(folder, name);
	char line[256], word[IDIOM_LONGEST * 3 + 1];
	while (next_line(file, line, sizeof line)) {
		if (strcspn(line, " ") > IDIOM_LONGEST * 3 || sscanf(line, "%24s", word) != 1)
			continue;
		if (listed->count == LISTED_MOST)
			fail("too many lines in", name);
		memcpy(listed->words[listed->count++], word, sizeof word);
	}
	fclose(file);
	qsort(listed->words, listed->count, sizeof listed->words[0], compare_words);
}

static bool is_listed(const struct listed *listed, const char *word)
{
	char key[IDIOM_LONGEST * 3 + 1] = "";
	if (strlen(word) >= sizeof key)
		return false;
	memcpy(key, word, strlen(word));
	return bsearch(key, listed->words, listed->count, sizeof listed->words[0], compare_words) != NULL;
}

/* Code points of a phrase; 0 if it is too short or too long, or is not all Han. */
static uint8_t code_points(const char *word, uint32_t text[IDIOM_LONGEST])
{
	uint8_t length = 0;
	while (*word) {
		uint32_t cp = character_decode(&word);
		if (length == IDIOM_LONGEST || cp > 0xFFFF || !class_is_han(character_class(cp)))
			return 0;
		text[length++] = cp;
	}
	return length >= IDIOM_SHORTEST ? length : 0;
}

/* What the text costs when it is not taken for one word, more than the word. */
static float cohesion(const struct data *data, const uint32_t *text, uint8_t length)
{
	struct word whole;
	float best = INFINITY;
	if (!word_find(data, text, length, &whole))
		return 0;
	for (uint32_t split = 1; split < length; split++) {
		float cost = word_cost_in(data, VARIANT_HANS, text, split) + word_cost_in(data, VARIANT_HANS, text + split, length - split);
		best = cost < best ? cost : best;
	}
	return best - whole.cost;
}

enum setness { SET_NONE, SET_LOOSE, SET_FIRM };

/* jieba tags idioms as i, many as other words; by chance rare words have any tag. Its parts seldom meet: it is a set phrase. */
static enum setness setness_of(const struct data *data, const uint32_t *text, uint8_t length, double frequency, const char *tag)
{
	static const float firm_cohesion = 8, loose_cohesion = 5, sure_cohesion = 12.5F;
	enum { COMMON = 5, SURE = 8 };
	float coheres = cohesion(data, text, length);
	if (strcmp(tag, "i") == 0)
		return coheres >= firm_cohesion ? SET_FIRM : coheres >= loose_cohesion ? SET_LOOSE : SET_NONE;
	static const char *const tags[] = {"l", "n", "v", "a", "d", "ad", "z", "vn", "c", "j", "b", "t"};
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (strcmp(tag, tags[i]) == 0)
			return frequency >= SURE && coheres >= sure_cohesion ? SET_FIRM : frequency >= COMMON && coheres >= firm_cohesion ? SET_LOOSE : SET_NONE;
	return SET_NONE;
}

static void post(uint8_t bits, enum idiom_key kind, uint32_t sum, uint32_t phrase)
{
	uint32_t key = sum + (uint32_t)kind * IDIOM_FACTOR_KIND;
	if (posting_count == POSTINGS_MOST)
		fail("too many set phrases", "");
	postings[posting_count++] = (struct posting){key, phrase};
	for (int i = 0; i < 2; i++)
		if (bits & (i ? IDIOM_TW | IDIOM_HK : IDIOM_HANS))
			filter[key >> IDIOM_FILTER_SHIFT] |= idiom_filter_bit(kind, i);
}

/* Marks a pair in the text of every variant of the phrase. */
static void mark(uint8_t bits, uint32_t first, uint32_t second, enum bigram bigram)
{
	if (bits & IDIOM_HANS)
		bigram_add(false, first, second, bigram);
	if (bits & (IDIOM_TW | IDIOM_HK))
		bigram_add(true, first, second, bigram);
}

static void post_three(uint8_t bits, enum idiom_key kind, const uint32_t *text, int first, int second, int third, uint32_t phrase)
{
	if (kind == IDIOM_FIRST)
		mark(bits, text[second], text[third], BIGRAM_FIRST);
	else
		mark(bits, text[first], text[second], (enum bigram)(1 << kind));
	if (kind == IDIOM_RUN)
		mark(bits, text[second], text[third], BIGRAM_RUN_END);
	post(bits, kind, text[first] * IDIOM_FACTOR_0 + text[second] * IDIOM_FACTOR_1 + text[third] * IDIOM_FACTOR_2, phrase);
}

static void post_set(uint8_t bits, const uint32_t *text, uint32_t phrase)
{
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < 4; j++)
			if (i != j)
				mark(bits, text[i], text[j], BIGRAM_SET);
	post(bits, IDIOM_SET, idiom_mix(text[0]) + idiom_mix(text[1]) + idiom_mix(text[2]) + idiom_mix(text[3]), phrase);
}

/* Which three characters are left in their order after a slip anywhere; of loose phrases of four characters none may be lost or changed over. */
static void post_phrase(uint8_t bits, const uint32_t *text, uint8_t length, uint32_t phrase)
{
	post_three(bits, IDIOM_RUN, text, 0, 1, 2, phrase);
	post_three(bits, IDIOM_RUN, text, length - 3, length - 2, length - 1, phrase);
	post_three(bits, IDIOM_SECOND, text, 0, 1, 2, phrase);
	if (length == 4) {
		post_three(bits, IDIOM_SECOND, text, 0, 1, 3, phrase);
		post_three(bits, IDIOM_FIRST, text, 0, 2, 3, phrase);
		if (bits & IDIOM_LOOSE)
			return;
		post_three(bits, IDIOM_RUN, text, 0, 1, 3, phrase);
		post_three(bits, IDIOM_RUN, text, 0, 2, 3, phrase);
		post_set(bits, text, phrase);
	} else if (length == 5) {
		post_three(bits, IDIOM_SECOND, text, 0, 1, 3, phrase);
		post_three(bits, IDIOM_RUN, text, 0, 1, 3, phrase);
	}
}

struct form {
	uint32_t text[IDIOM_LONGEST];
	uint8_t length;
	uint8_t bits;
};

/* The forms that are the same are one phrase. */
static void add_phrase(struct form forms[3], enum setness setness)
{
	for (int i = 0; i < 3; i++) {
		for (int j = i + 1; j < 3; j++)
			if (forms[j].length == forms[i].length && memcmp(forms[i].text, forms[j].text, sizeof forms[i].text) == 0) {
				forms[i].bits |= forms[j].bits;
				forms[j].length = 0;
			}
		if (forms[i].length == 0)
			continue;
		uint32_t phrase = (uint32_t)text_count;
		if (text_count + 1 + IDIOM_LONGEST > TEXTS_MOST)
			fail("too many set phrases", "");
		forms[i].bits |= setness == SET_LOOSE ? IDIOM_LOOSE : 0;
		texts[text_count++] = (uint16_t)(forms[i].length | forms[i].bits);
		for (uint8_t at = 0; at < forms[i].length; at++)
			texts[text_count++] = (uint16_t)forms[i].text[at];
		post_phrase(forms[i].bits, forms[i].text, forms[i].length, phrase);
	}
}

static void read_phrases(const char *folder, const struct data *data)
{
	static struct listed own;
	static const uint8_t bits[] = {IDIOM_HANS, IDIOM_TW, IDIOM_HK};
	read_listed(folder, "idioms", &own);
	FILE *files[] = {open_in(folder, "words"), open_in(folder, "s2tw"), open_in(folder, "s2hk")};
	char line[512], words[3][512], tag[32];
	double frequency;
	while (next_line(files[0], line, sizeof line)) {
		if (sscanf(line, "%511s %lf %31s", words[0], &frequency, tag) != 3)
			fail("bad line:", line);
		struct form forms[3] = {0};
		for (int i = 0; i < 3; i++) {
			if (i > 0 && !next_line(files[i], words[i], sizeof words[i]))
				fail("is too short:", "s2tw");
			forms[i].length = code_points(words[i], forms[i].text);
			forms[i].bits = bits[i];
		}
		struct word word;
		if (forms[0].length == 0 || !word_find(data, forms[0].text, forms[0].length, &word) || !word.in_hans)
			continue;
		enum setness setness =
			is_listed(&own, words[0]) ? SET_FIRM : setness_of(data, forms[0].text, forms[0].length, frequency, tag);
		if (setness != SET_NONE)
			add_phrase(forms, setness);
	}
	for (int i = 0; i < 3; i++)
		fclose(files[i]);
}

static void read_hant_phrases(const char *folder)
{
	FILE *file = open_in(folder, "hant");
	char line[256];
	while (next_line(file, line, sizeof line)) {
		struct form forms[3] = {{.bits = IDIOM_TW | IDIOM_HK}};
		forms[0].length = code_points(line, forms[0].text);
		add_phrase(forms, SET_FIRM);
	}
	fclose(file);
}

static int compare_postings(const void *a, const void *b)
{
	const struct posting *x = a, *y = b;
	uint32_t first = idiom_bucket(x->key), second = idiom_bucket(y->key);
	if (first != second)
		return first < second ? -1 : 1;
	if (x->phrase != y->phrase)
		return x->phrase < y->phrase ? -1 : 1;
	return x->key < y->key ? -1 : x->key > y->key;
}

static void build_index(struct idioms_made *made)
{
	uint32_t *buckets = allocate(IDIOM_BUCKETS + 1, sizeof *buckets), *phrases = allocate(posting_count, sizeof *phrases);
	qsort(postings, posting_count, sizeof *postings, compare_postings);
	uint32_t kept = 0, bucket = 0;
	for (size_t i = 0; i < posting_count; i++) {
		if (i > 0 && compare_postings(&postings[i - 1], &postings[i]) == 0)
			continue;
		while (bucket <= idiom_bucket(postings[i].key))
			buckets[bucket++] = kept;
		phrases[kept++] = postings[i].phrase | (postings[i].key & ~(uint32_t)IDIOM_INDEX);
	}
	while (bucket <= IDIOM_BUCKETS)
		buckets[bucket++] = kept;
	made->texts = texts;
	made->text_count = text_count;
	made->buckets = buckets;
	made->postings = phrases;
	made->posting_count = kept;
	made->filter = filter;
}

/* ---- how characters sound and look ---- */

static struct likeness_entry *likenesses; /* by character */

static const char *const initials[] = {"b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s", "y", "w"};
static const char *const finals[] = {"a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "i", "ia", "ie", "iao", "iu", "ian", "in", "iang",
	"ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue", "v", "ve", "n", "ng", "m"};

/* The letter under a vowel's tone mark. */
static char plain_letter(uint32_t cp)
{
	static const struct {
		char letter;
		const char32_t *marked;
	} letters[] = {{'a', U"āáǎà"}, {'e', U"ēéěèếềê"}, {'i', U"īíǐì"}, {'o', U"ōóǒò"}, {'u', U"ūúǔù"}, {'v', U"ǖǘǚǜü"}, {'n', U"ńňǹ"}, {'m', U"ḿ"}};
	if (cp < 0x80)
		return (char)cp;
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (character_is_one_of(cp, letters[i].marked))
			return letters[i].letter;
	return 0;
}

/* The number of a syllable as it is written, without its tone; 0: none. */
static uint16_t syllable_of(const char *letters)
{
	uint16_t initial = 0;
	size_t skipped = 0;
	for (uint16_t i = 0; i < sizeof initials / sizeof *initials; i++) {
		size_t length = strlen(initials[i]);
		if (length > skipped && strncmp(letters, initials[i], length) == 0 && letters[length]) {
			initial = (uint16_t)(i + 1);
			skipped = length;
		}
	}
	for (uint16_t i = 0; i < sizeof finals / sizeof *finals; i++)
		if (strcmp(letters + skipped, finals[i]) == 0)
			return (uint16_t)(initial * LIKENESS_INITIAL + i + 1);
	return 0;
}

static void add_value(uint16_t *values, size_t room, uint16_t value)
{
	for (size_t i = 0; i < room && value; i++) {
		if (values[i] == value)
			return;
		if (values[i] == 0) {
			values[i] = value;
			return;
		}
	}
}

/* "chéng(4462) cheng(17)", "0135.080:chéng 1091.021:sì,yǐ" */
static void read_syllables(struct likeness_entry *entry, const char *text)
{
	char letters[16];
	size_t length = 0;
	for (bool more = true; more;) {
		uint32_t cp = *text ? character_decode(&text) : 0;
		char letter = cp ? plain_letter(cp) : 0;
		bool is_letter = letter >= 'a' && letter <= 'z';
		if (is_letter && length + 1 < sizeof letters)
			letters[length++] = letter;
		else if (!is_letter && length) {
			letters[length] = 0;
			add_value(entry->syllables, 3, syllable_of(letters));
			length = 0;
		}
		more = cp != 0;
	}
}

/* "1212 1340*": 1020A belongs to 1020, what has an x to none. */
static void read_phonetics(struct likeness_entry *entry, const char *text)
{
	while (*text) {
		char *end;
		unsigned long number = strtoul(text, &end, 10);
		size_t length = strcspn(text, " ");
		if (end > text && number < UINT16_MAX && !memchr(text, 'x', length))
			add_value(entry->phonetics, 2, (uint16_t)number);
		text += length;
		text += strspn(text, " ");
	}
}

static uint32_t cangjie_of(const char *text)
{
	uint32_t code = 0;
	for (int i = 0; i < 5 && text[i] >= 'A' && text[i] <= 'Z'; i++)
		code = code << 5 | (uint32_t)(text[i] - 'A' + 1);
	return code;
}

static void read_property(struct likeness_entry *entry, const char *key, const char *value)
{
	if (strcmp(key, "kMandarin") == 0 || strcmp(key, "kHanyuPinlu") == 0 || strcmp(key, "kXHC1983") == 0 || strcmp(key, "kTGHZ2013") == 0)
		read_syllables(entry, value);
	else if (strcmp(key, "kPhonetic") == 0)
		read_phonetics(entry, value);
	else if (strcmp(key, "kFourCornerCode") == 0 && strspn(value, "0123456789") == 4)
		entry->corners = (uint16_t)(strtoul(value, NULL, 10) + 1);
	else if (strcmp(key, "kCangjie") == 0)
		entry->cangjie = cangjie_of(value);
	else if (strcmp(key, "kTotalStrokes") == 0)
		entry->strokes = (uint16_t)strtoul(value, NULL, 10);
}

static void read_unihan(const char *folder, const char *name)
{
	FILE *file = open_in(folder, name);
	static char line[8192];
	char key[64];
	unsigned cp;
	int at;
	while (next_line(file, line, sizeof line))
		if (sscanf(line, "U+%X %63s %n", &cp, key, &at) == 2 && cp >= 0x3400 && cp < 0xA000)
			read_property(&likenesses[cp], key, line + at);
	fclose(file);
}

/* Characters of the dictionary, with the phonetic parts of their Traditional forms; in the place of all. */
static size_t keep_used(const struct data *data)
{
	size_t kept = 0;
	for (uint32_t cp = 0x3400; cp < 0xA000; cp++) {
		uint32_t traditional = character_to_traditional(cp);
		if (traditional && traditional < 0xA000 && !likenesses[cp].phonetics[0])
			memcpy(likenesses[cp].phonetics, likenesses[traditional].phonetics, sizeof likenesses[cp].phonetics);
	}
	for (uint32_t cp = 0x3400; cp < 0xA000; cp++)
		if (likenesses[cp].syllables[0] && (word_longest(data, &cp, 1) || character_is_listed(cp))) {
			likenesses[kept] = likenesses[cp];
			likenesses[kept++].character = (uint16_t)cp;
		}
	return kept;
}

void idioms_make(const char *folder, const struct data *data, struct idioms_made *made)
{
	texts = allocate(TEXTS_MOST, sizeof *texts);
	postings = allocate(POSTINGS_MOST, sizeof *postings);
	likenesses = allocate(0x10000, sizeof *likenesses);
	read_phrases(folder, data);
	read_hant_phrases(folder);
	build_index(made);
	read_unihan(folder, "Unihan_Readings.txt");
	read_unihan(folder, "Unihan_DictionaryLikeData.txt");
	read_unihan(folder, "Unihan_IRGSources.txt");
	made->likenesses = likenesses;
	made->likeness_count = keep_used(data);
}
