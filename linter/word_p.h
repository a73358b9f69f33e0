/* word: words that the dictionary lacks, guessed by their make. */
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
uint32_t word_guess(struct guess *guess, uint32_t at, struct word words[WORD_GUESSES]);

#endif
