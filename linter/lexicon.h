/*
 * lexicon: the project's lists of texts that are wrong, found in one pass (NEED_LEXICON).
 *
 * The lists are config/lexicon/LIST/ *.yaml; a check reports the matches of one list. The Traditional form of an entry is made by
 * opencc when the data file is built, unless the entry says the variant it holds for.
 *
 * An entry matches only
 * - in its variant; in both where the article's is unknown;
 * - where none of its `unless` stands round it, and one of its `near`, if it has any, in the same clause, and no `unless_near` in the sentence;
 * - where the best segmentation has no word that crosses its border (来自|已故 is no 自已), or the text with the cure put in
 *   is the likelier one all the same;
 * - where the text does not speak about it: in quotation marks, with the right form or words like 误写 beside it.
 * In an entry … is a gap inside one clause. Of matches that overlap, the one that begins first and is longest is kept, whatever their lists.
 */
#ifndef KANLINT_LEXICON_H
#define KANLINT_LEXICON_H

#include "article.h"
#include "report.h"

struct data;

enum lexicon_list { LEXICON_WRONG_WORD, LEXICON_PARTICLE, LEXICON_REDUNDANT, LEXICON_VARIANT_WORD, LEXICON_LIST_COUNT };

/* Their folders, in the order of the enum; ends in NULL. */
extern const char *const lexicon_names[];

enum { LEXICON_PIECES = 3 }; /* an entry has two gaps at most */

struct lexicon_match {
	struct span span;                    /* from the first piece to the last */
	struct span pieces[LEXICON_PIECES];
	uint32_t piece_count;
	enum lexicon_list list;
	uint32_t entry;                      /* of the data file */
	const uint16_t *rights;              /* what should stand there: right_count texts in UTF-16, each with a 0 behind it */
	uint32_t right_count;
};

/* Where texts of the lexicon and the right forms of variant words may begin among the ARTICLE_BLOCK positions from AT on: bit I for AT + I. */
uint64_t lexicon_places(const struct article *article, uint32_t at);

/* Does a match of one of the lists (bits 1 << list) share a character with a span? Binary search. */
bool lexicon_covers(const struct article *article, struct span span, unsigned lists);

/* Adds the finding of a match: {0} is what stands there, {1} the cure, several with / between. The fix is there where there is one cure. */
struct finding *lexicon_report(struct report *report, unsigned message, const struct article *article, const struct lexicon_match *match);

#endif
