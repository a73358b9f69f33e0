/*
 * data: the mapped file of dictionaries and tables, build/kanlint.dat beside the program or in PREFIX/share/kanlint.
 *
 * The file is a header, a table of sections and the sections, each aligned to 8 bytes, in the byte order of the machine
 * that wrote it. tools/gen_words.c writes it. It is checked against its sum when it is opened; look-ups test
 * the indexes that they read, so that even a file with a right sum and wrong contents cannot lead them outside.
 */
#ifndef KANLINT_DATA_P_H
#define KANLINT_DATA_P_H

#include "arena.h"
#include "automaton_p.h"
#include "bigram_p.h"
#include "error.h"

enum { DATA_VERSION = 7, DATA_ORDER = 0x01020304 };
#define DATA_MAGIC "kanlint\n"

/* The sections; each is an array of the type named. */
enum data_kind {
	DATA_WORD_NODES,      /* struct trie_node: the dictionary */
	DATA_WORD_ROOTS,      /* uint16_t[65536]: by first character, its node's index + 1 */
	DATA_FORMS_HANS,      /* struct form_entry, sorted: characters that may stand for another in Simplified text */
	DATA_FORMS_HANT,      /* the same for Traditional text */
	DATA_PHRASES_HANS,    /* struct form_phrase, sorted: wrong phrases of Simplified text */
	DATA_PHRASES_HANT,    /* the same of Traditional text */
	DATA_FORM_FILTER,     /* uint64_t[2][FORM_FILTER_BITS / 64]: hans, hant; bits of the pairs of characters in wrong words */
	DATA_LEXICON_NODES,   /* struct automaton_node */
	DATA_LEXICON_FILTER,  /* uint32_t[] */
	DATA_LEXICON_ENTRIES, /* struct lexicon_entry: in the order of the automaton's texts */
	DATA_LEXICON_TEXT,    /* uint16_t[]: the texts of the entries, each with a 0 behind it */
	DATA_IDIOM_TEXTS,     /* uint16_t: set phrases, each one a head and then its characters; see struct idiom_table */
	DATA_IDIOM_BUCKETS,   /* uint32_t[IDIOM_BUCKETS + 1]: by the low bits of a key, where its postings begin */
	DATA_IDIOM_POSTINGS,  /* uint32_t: index of a phrase's head in the texts, and bits of the key */
	DATA_IDIOM_FILTER,    /* uint8_t[IDIOM_FILTER_SIZE]: a bit for each kind of key and each variant */
	DATA_BIGRAMS,         /* uint8_t[2][BIGRAM_TABLE]: hans, hant; bits of enum bigram */
	DATA_LIKENESS,        /* struct likeness_entry, sorted: how characters sound and look */
	DATA_KIND_COUNT
};

struct data_header {
	char magic[8];
	uint32_t version;
	uint32_t order;       /* DATA_ORDER, as this machine writes it */
	uint64_t size;        /* of the whole file */
	uint64_t sum;         /* data_sum of all that follows the header */
	uint32_t section_count;
	uint32_t reserved;
};

struct data_section {
	uint32_t kind;
	uint32_t element;     /* bytes of one element */
	uint64_t offset;      /* from the start of the file */
	uint64_t count;       /* of elements */
};

/*
 * A trie in breadth-first order. The children of node I are [nodes[I].children, nodes[I + 1].children), sorted by
 * character; the last node is a sentinel. Only characters of the Basic Multilingual Plane.
 */
struct trie_node {
	uint16_t character;
	uint8_t value;        /* 0: no word ends here; of a word its cost in steps of 1 / WORD_COST_STEPS, from 1 */
	uint8_t detail;       /* of a word: its tag - 1, and TRIE_... bits */
	uint32_t children;
};

enum {
	WORD_COST_STEPS = 12,
	WORD_LONGEST = 24,          /* code points */
	TRIE_TAG = 0x0F,
	TRIE_HANS = 0x10,
	TRIE_HANT = 0x20,
	TRIE_SURE_HANS = 0x40,      /* its characters are certainly the right forms */
	TRIE_SURE_HANT = 0x80,
};

enum { FORM_RIGHTS = 3, FORM_PHRASE = 4, FORM_FILTER_BITS = 1 << 20 };

/* A character, and those for which it may stand by mistake; ends in 0 or is full. Empty: it is only one of a phrase. */
struct form_entry {
	uint16_t character;
	uint16_t rights[FORM_RIGHTS];
};

/* A phrase of two characters or more with one of them wrong; sorted by its text, which ends in 0 or is full. */
struct form_phrase {
	uint16_t text[FORM_PHRASE];
	uint16_t at;          /* index of the wrong character, */
	uint16_t right;       /* and what belongs there */
};

/* The bit of two neighbours in the filter, a hash. */
static inline uint32_t form_filter_bit(uint32_t first, uint32_t second)
{
	return (first * UINT32_C(0x9E3779B1) ^ second * UINT32_C(0x85EBCA77)) >> 12;
}

/* The forms of one variant. */
struct form_table {
	const struct form_entry *entries;
	uint32_t count;
	const struct form_phrase *phrases;
	uint32_t phrase_count;
	const uint64_t *filter;
	uint64_t members[0x10000 / 64]; /* a bit for each character that has an entry */
};

enum { LEXICON_HANS = 1, LEXICON_HANT = 2 };

/*
 * An entry of a list. Its texts stand one after another from DATA_LEXICON_TEXT[text] on: the pieces of what is wrong, then
 * the cures, each whole and with … for a gap, then unless, near and unless_near.
 */
struct lexicon_entry {
	uint32_t text;
	uint8_t list;         /* enum lexicon_list */
	uint8_t variants;     /* LEXICON_HANS | LEXICON_HANT */
	uint8_t piece_count;
	uint8_t right_count;
	uint8_t unless_count;
	uint8_t near_count;
	uint8_t unless_near_count;
	uint8_t reserved;
};

/* The lists, the automaton over the first pieces of their entries. */
struct lexicon_table {
	struct automaton automaton;
	const struct lexicon_entry *entries;
	uint32_t entry_count;
	const uint16_t *text;    /* ends in 0 */
	uint32_t text_length;
};

enum {
	IDIOM_SHORTEST = 4,
	IDIOM_LONGEST = 8,          /* code points */
	IDIOM_BUCKETS = 1 << 17,
	IDIOM_FILTER_SHIFT = 12,
	IDIOM_FILTER_SIZE = 1 << (32 - IDIOM_FILTER_SHIFT),
	IDIOM_LENGTH = 0x0F,        /* the head of a phrase: how many characters follow, and in what text they are right */
	IDIOM_HANS = 0x10,
	IDIOM_TW = 0x20,
	IDIOM_HK = 0x40,
	IDIOM_LOOSE = 0x80,         /* a common phrase rather than an idiom */
	IDIOM_INDEX_BITS = 20,
	IDIOM_INDEX = (1 << IDIOM_INDEX_BITS) - 1,     /* of a posting: where the phrase's head is; the other bits are the highest of the key */
};

/*
 * Keys of set phrases: three characters in order that a phrase keeps after one slip. A phrase is posted under each of its keys.
 * IDIOM_SET is the key of the four characters in any order.
 */
enum idiom_key { IDIOM_RUN, IDIOM_SECOND, IDIOM_FIRST, IDIOM_SET, IDIOM_KEYS }; /* 012, 01.3, 0.23 */

/* A key is a sum over its characters and its kind: in order with three factors, for IDIOM_SET of idiom_mix. */
#define IDIOM_FACTOR_0 UINT32_C(0x9E3779B1)
#define IDIOM_FACTOR_1 UINT32_C(0x85EBCA77)
#define IDIOM_FACTOR_2 UINT32_C(0xC2B2AE3D)
#define IDIOM_FACTOR_SET UINT32_C(0x2C1B3C6D)
#define IDIOM_FACTOR_KIND UINT32_C(0x51ED270B)

static inline uint32_t idiom_mix(uint32_t character)
{
	uint32_t mixed = character * IDIOM_FACTOR_0;
	return (mixed ^ mixed >> 15) * IDIOM_FACTOR_SET;
}

/* filter[key >> IDIOM_FILTER_SHIFT] has this bit for a key; by bytes, since bits take longer to look at. */
static inline uint8_t idiom_filter_bit(enum idiom_key kind, bool is_hant)
{
	return (uint8_t)(1 << (kind + (is_hant ? IDIOM_KEYS : 0)));
}

/* Of bits that are not in the posting. */
static inline uint32_t idiom_bucket(uint32_t key)
{
	return key >> 5 & (IDIOM_BUCKETS - 1);
}

/* The set phrases and their index. */
struct idiom_table {
	const uint16_t *texts;
	uint32_t text_count;
	const uint32_t *buckets, *postings;
	uint32_t posting_count;
	const uint8_t *filter;
};

_Static_assert(BIGRAM_RUN == 1 << IDIOM_RUN && BIGRAM_SECOND == 1 << IDIOM_SECOND && BIGRAM_FIRST == 1 << IDIOM_FIRST && BIGRAM_SET == 1 << IDIOM_SET,
	"the bits of set phrases are those of their keys");

enum { LIKENESS_INITIAL = 64 };

/* A character: its syllables, what it is made of. Zero where nothing is known. */
struct likeness_entry {
	uint16_t character;
	uint16_t syllables[3];      /* initial * LIKENESS_INITIAL + final, both from 1 */
	uint16_t phonetics[2];      /* Casey's groups of characters with one phonetic part */
	uint16_t corners;           /* four-corner code, its first four digits, + 1 */
	uint16_t strokes;
	uint32_t cangjie;           /* its letters from 1, five bits each, the last one lowest */
};

struct data {
	const struct trie_node *word_nodes;
	uint32_t word_node_count;   /* with the sentinel */
	const uint16_t *word_roots;
	struct form_table forms_hans, forms_hant;
	struct lexicon_table lexicon;
	struct idiom_table idioms;
	const uint8_t *bigrams[2];  /* of Simplified and of Traditional text */
	const struct likeness_entry *likenesses;
	uint32_t likeness_count;
};

/* Maps the file; it stays mapped until the process ends. NULL with a sentence if it is missing, damaged or of another version. */
const struct data *data_open(const char *path, struct arena *arena, struct error *error);

/* The same for a file that is in memory already, aligned to 8 bytes, and stays there. */
const struct data *data_read(const void *bytes, size_t size, const char *path, struct arena *arena, struct error *error);

/* A sum over bytes (SIZE a multiple of 8) that any damage changes; not against malice. */
uint64_t data_sum(const void *bytes, size_t size);

#endif
