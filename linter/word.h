/*
 * word: the dictionary, asked round a candidate (NEED_WORDS). It holds words of both variants with frequencies and
 * parts of speech, from jieba's dict.txt and OpenCC, in one mapped file that tools/gen_words.c compiles.
 */
#ifndef KANLINT_WORD_H
#define KANLINT_WORD_H

#include "arena.h"
#include "article.h"

struct data;

/* Part of speech, the commonest one of a word. The list calls some common words names (美丽 a place): no proof by itself. */
enum word_tag {
	WORD_UNKNOWN,     /* not in the dictionary: a single character of a segmentation */
	WORD_NOUN,
	WORD_VERB,
	WORD_ADJECTIVE,
	WORD_ADVERB,
	WORD_MEASURE,     /* 量词 */
	WORD_NUMERAL,
	WORD_PRONOUN,
	WORD_PARTICLE,    /* 的 了 着 吗, interjections, onomatopoeia */
	WORD_FUNCTION,    /* prepositions and conjunctions */
	WORD_TIME,
	WORD_PERSON,
	WORD_PLACE,
	WORD_ORGANISATION,
	WORD_IDIOM,       /* set phrases, mostly of four characters */
	WORD_PHRASE,      /* common phrases that are no idioms, and some that are: a loose list */
	WORD_OTHER,       /* also runs of Latin, and marks */
};

struct word {
	struct span span;      /* positions in the article, or offsets in the text that was given */
	enum word_tag tag;
	float cost;            /* -ln of the relative frequency: smaller is commoner; of an unknown character a fixed high one */
	bool in_hans, in_hant; /* it is a word of Simplified, of Traditional text; both false for what is not in the dictionary */
	bool sure_hans, sure_hant; /* and its characters are certainly the right forms there; names are never sure */
};

/* Looks up exactly these code points. False: no word. WORD may be NULL. */
bool word_find(const struct data *data, const uint32_t *cp, uint32_t length, struct word *word);

/* All words that begin at cp[0], shortest first, at most LENGTH code points long; returns how many (at most MAXIMUM). */
uint32_t word_prefixes(const struct data *data, const uint32_t *cp, uint32_t length, struct word *words, uint32_t maximum);

/* The longest word that begins at cp[0]; 0 if there is none. */
uint32_t word_longest(const struct data *data, const uint32_t *cp, uint32_t length);

/*
 * The most probable segmentation of a span (the sum of costs is least), in the scratch arena. Runs of Latin, digits and
 * each other mark are words of their own. For spans round a candidate, up to some hundred characters: linear in the span.
 */
uint32_t word_segment(const struct data *data, const struct article *article, struct span span, struct arena *scratch, struct word **words);

/*
 * The cost of the best segmentation of a text: to compare two readings of it. With words of one variant only if VARIANT
 * is one; of both for VARIANT_NONE and VARIANT_MIXED. Takes no memory.
 */
float word_cost(const struct data *data, const uint32_t *cp, uint32_t length);
float word_cost_in(const struct data *data, enum variant variant, const uint32_t *cp, uint32_t length);

#endif
