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
#include "character_set.h"
#include "error.h"

enum { DATA_VERSION = 4, DATA_ORDER = 0x01020304 };
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
	struct character_set *members; /* the characters that have an entry */
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

struct data {
	const struct trie_node *word_nodes;
	uint32_t word_node_count;   /* with the sentinel */
	const uint16_t *word_roots;
	struct form_table forms_hans, forms_hant;
	struct lexicon_table lexicon;
};

/* Maps the file; it stays mapped until the process ends. NULL with a sentence if it is missing, damaged or of another version. */
const struct data *data_open(const char *path, struct arena *arena, struct error *error);

/* The same for a file that is in memory already, aligned to 8 bytes, and stays there. */
const struct data *data_read(const void *bytes, size_t size, const char *path, struct arena *arena, struct error *error);

/* A sum over bytes (SIZE a multiple of 8) that any damage changes; not against malice. */
uint64_t data_sum(const void *bytes, size_t size);

#endif
