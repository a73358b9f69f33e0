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
#include "error.h"

enum { DATA_VERSION = 1, DATA_ORDER = 0x01020304 };
#define DATA_MAGIC "kanlint\n"

/* The sections; each is an array of the type named. */
enum data_kind {
	DATA_WORD_NODES,      /* struct trie_node: the dictionary */
	DATA_WORD_ROOTS,      /* uint16_t[65536]: by first character, its node's index + 1 */
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
};

struct data {
	const struct trie_node *word_nodes;
	uint32_t word_node_count;   /* with the sentinel */
	const uint16_t *word_roots;
};

/* Maps the file; it stays mapped until the process ends. NULL with a sentence if it is missing, damaged or of another version. */
const struct data *data_open(const char *path, struct arena *arena, struct error *error);

/* The same for a file that is in memory already, aligned to 8 bytes, and stays there. */
const struct data *data_read(const void *bytes, size_t size, const char *path, struct arena *arena, struct error *error);

/* A sum over bytes (SIZE a multiple of 8) that any damage changes; not against malice. */
uint64_t data_sum(const void *bytes, size_t size);

#endif
