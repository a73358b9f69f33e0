/* word: the search for the best segmentation, and words that the dictionary lacks, guessed by their make. */
#ifndef KANLINT_WORD_P_H
#define KANLINT_WORD_P_H

#include "word.h"

enum { WORD_GUESSES = 8 };

/* A text in which words are guessed; SOUNDS_END is up to where characters of foreign names were followed. */
struct guess {
	const struct data *data;
	const uint32_t *cp;
	uint32_t length;
	uint32_t sounds_end;
};

/*
 * The words that may begin at AT although the dictionary lacks them: persons beside a title or a verb of saying (记者王建国), names in
 * characters of foreign sounds (卡萨吉马斯), places and firms before what they are (沟赵镇), and doubled words (干干净净, 看一看). Each
 * costs more than a word of the dictionary, so that it is taken only where that has none. Their spans begin at 0. AT goes up.
 */
void word_guess_begin(void); /* before the first guess */
uint32_t word_guess(struct guess *guess, uint32_t at, struct word words[WORD_GUESSES]);

/* The best way to a position: the cost of all words up to it, and the last of them. */
struct word_step {
	float cost;
	struct word word;  /* its span begins where it begins */
};

/*
 * One search for the best segmentation. The steps are an array with a place for each position, or a ring that holds as
 * many as the longest word needs: then MASK is its size - 1.
 */
struct word_search {
	const struct data *data;
	const uint32_t *cp;
	uint32_t length;
	uint8_t variants;  /* TRIE_... bits of which a word must have one */
	uint32_t mask;
	struct word_step *steps;
	struct guess *guess; /* NULL: only words of the dictionary */
	uint32_t (*guesser)(struct guess *guess, uint32_t at, struct word words[WORD_GUESSES]); /* word_guess; the build looks words up without it */
};

/* Goes over the whole text and fills the steps. */
void word_search(const struct word_search *search);

#endif
