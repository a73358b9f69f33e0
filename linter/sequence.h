/*
 * sequence: the marks of an article that count on, 一、 （一） 1. ① 一是 第一， 第一章 第一条 步骤一 图1, put together to the sequences
 * that they make, and the places where one skips, repeats or leaves its order (needs pairs and figures).
 *
 * Marks of one way of writing make a sequence. Those at the beginning of paragraphs have levels: a mark of a higher one ends
 * the sequences below it, and a 1 begins anew. Those inside a paragraph make sequences of that paragraph, but one may go on
 * over paragraphs. Where the text does not say enough nothing is found: excerpts, single numbers that are quoted, lists that
 * count down, lists inside others of the same form, numbers of which one stands there in another form.
 */
#ifndef KANLINT_SEQUENCE_H
#define KANLINT_SEQUENCE_H

#include "arena.h"
#include "article.h"

enum sequence_fault_kind {
	SEQUENCE_SKIPPED,   /* 一、二、四、 */
	SEQUENCE_REPEATED,  /* 一、二、二、 */
	SEQUENCE_MISPLACED, /* 一、二、七、四、 and 一、二、四、三、 */
	SEQUENCE_KINDS
};

struct sequence_mark {
	struct span span;   /* all of it: （三）, 第三章 */
	struct span number; /* the numeral alone */
	uint32_t value;
	uint32_t way;       /* how it is written: equal for marks that may make a sequence */
	uint32_t next;      /* index of the next mark of its sequence; UINT32_MAX: none */
	bool begins;        /* it stands at the beginning of a paragraph */
	bool first;         /* no mark of its sequence stands before it */
};

struct sequence {
	struct sequence_mark *marks; /* sorted */
	size_t count, capacity;
};

struct sequence_fault {
	enum sequence_fault_kind kind;
	const struct sequence_mark *mark;
	const struct sequence_mark *right; /* the last right one before it */
	uint32_t due;                      /* the number that is missing, or belongs there */
	bool caption;                      /* of a figure or table: pictures are left out on purpose */
	bool sure;
};

/* All marks of an article with their sequences, in an arena. Linear. */
struct sequence sequence_read(const struct article *article, struct arena *arena);

/* Calls FOUND for each fault of the sequences. Linear in the text; no memory. */
void sequence_each_fault(const struct article *article, const struct sequence *sequence,
	void (*found)(void *user, const struct sequence_fault *fault), void *user);

/* Does the mark name a figure or a table? Is it a word, 一是 第一， 其一? */
bool sequence_is_caption(const struct sequence_mark *mark);
bool sequence_is_word(const struct sequence_mark *mark);

enum { SEQUENCE_LABEL = 32 };

/* The mark with another number, 三是 for 二是 and 3: how many code points. OUT has room for SEQUENCE_LABEL. */
uint32_t sequence_label(const struct article *article, const struct sequence_mark *mark, uint32_t number, uint32_t *out);

#endif
