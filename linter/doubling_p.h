/* doubling: what its files share. */
#ifndef KANLINT_DOUBLING_P_H
#define KANLINT_DOUBLING_P_H

#include "doubling.h"
#include "word.h"

enum { CONTEXT = 12 }; /* characters segmented on each side */

/* What is known of one place. */
struct candidate {
	const struct data *data;
	const struct article *article;
	struct arena *scratch;
	struct span window; /* the Han text round it, at most CONTEXT characters on each side */
	struct word *words; /* its best segmentation */
	uint32_t word_count;
};

void candidate_segment(struct candidate *candidate, struct span span);

/* May a word of two characters or more begin at AT when a span is segmented? Cheap beside that. */
bool candidate_may_have_word(const struct candidate *candidate, struct span span, uint32_t at);

/* The word of the segmentation that begins (ends) at a position; NULL if none does. */
const struct word *candidate_word_from(const struct candidate *candidate, uint32_t at);
const struct word *candidate_word_to(const struct candidate *candidate, uint32_t at);

bool candidate_is_known(const struct candidate *candidate, struct span span, struct word *word);

static inline uint32_t word_length(const struct word *word)
{
	return word ? word->span.end - word->span.begin : 0;
}

/* “来来” in quotation or title marks: the words themselves are meant. */
bool span_is_quoted(const struct article *article, struct span span);

/* A unit that stands twice, the second copy up to END, and the word that it is (its tag WORD_UNKNOWN if none). */
struct usage {
	const struct data *data;
	const struct article *article;
	struct span unit;
	uint32_t end;
	const struct word *word;
};

/* Is it one of the ways in which Chinese says things twice: for a try, for emphasis, to count out, as a sound? */
bool usage_doubles(const struct usage *usage);

/* One character twice or more. */
bool character_is_doubled(struct candidate *candidate, struct span whole, struct doubling *doubling);

/* Is it one of those that are never rightly doubled as two words, 的 and the like? */
bool character_is_single(uint32_t code_point);

/* What follows makes a compound with the second copy of a word: 支队|支队长, 台湾|台湾电视公司. */
bool begins_compound(const struct candidate *candidate, const struct word *word, uint32_t end);

/* Does a unit begin or end words of the segmentation, or only parts of longer ones? */
bool candidate_has_border(const struct candidate *candidate, uint32_t at);

bool span_is_han(const struct article *article, struct span span);
bool tag_is_name(enum word_tag tag);

/* A part of a word twice; END is where the second copy ends. */
bool part_is_doubled(const struct candidate *candidate, struct span unit, uint32_t end, struct doubling *doubling);

#endif
