/*
 * pair: quotes, brackets and book-title marks that belong together (GB/T 15834 4.8, 4.9, 4.15).
 *
 * Brackets have one stack and quotes another, so that a forgotten bracket cannot spoil quotes. Straight quotes are
 * paired by counting inside a paragraph. A quotation over several paragraphs opens in each and closes in the last
 * (GB/T 15834 4.8.3.5): all its openers pair with that one closer. Other pairs reach over a paragraph's end only where
 * the text says so: what begins with a paragraph and ends with one, and sentences that the end of a line breaks.
 *
 * What only looks like such a mark is neither a pair nor unpaired: apostrophes, feet and inches, list labels 1） a),
 * emoticons, arrows 》. Vertical ︵︶ ︿﹀ are no marks here: they are met in emoticons.
 */
#ifndef KANLINT_PAIR_H
#define KANLINT_PAIR_H

#include "article.h"

enum pair_kind {
	PAIR_DOUBLE_QUOTE,    /* “” */
	PAIR_SINGLE_QUOTE,    /* ‘’ */
	PAIR_CORNER,          /* 「」 */
	PAIR_WHITE_CORNER,    /* 『』 */
	PAIR_STRAIGHT_DOUBLE, /* "" */
	PAIR_STRAIGHT_SINGLE, /* '' */
	PAIR_PARENTHESIS,     /* （） () and mixed widths */
	PAIR_SQUARE,          /* [] ［］ */
	PAIR_BRACE,           /* {} ｛｝ */
	PAIR_TORTOISE,        /* 〔〕 */
	PAIR_LENTICULAR,      /* 【】 〖〗 */
	PAIR_TITLE,           /* 《》 */
	PAIR_ANGLE,           /* 〈〉 */
	PAIR_KIND_COUNT
};

#define PAIR_BIT(kind) (1u << (kind))
#define PAIRS_QUOTE \
	(PAIR_BIT(PAIR_DOUBLE_QUOTE) | PAIR_BIT(PAIR_SINGLE_QUOTE) | PAIR_BIT(PAIR_CORNER) | PAIR_BIT(PAIR_WHITE_CORNER) | \
	 PAIR_BIT(PAIR_STRAIGHT_DOUBLE) | PAIR_BIT(PAIR_STRAIGHT_SINGLE))
#define PAIRS_TITLE (PAIR_BIT(PAIR_TITLE) | PAIR_BIT(PAIR_ANGLE))
#define PAIRS_BRACKET \
	(PAIR_BIT(PAIR_PARENTHESIS) | PAIR_BIT(PAIR_SQUARE) | PAIR_BIT(PAIR_BRACE) | PAIR_BIT(PAIR_TORTOISE) | PAIR_BIT(PAIR_LENTICULAR))
#define PAIRS_ANY (~0u)

enum { PAIR_DEPTH = 64 };

/* A pair of marks; article->pairs is sorted by open. Pairs may overlap: “（”）. */
struct pair {
	uint32_t open;       /* position of the opening mark */
	uint32_t close;      /* position of the closing mark */
	uint32_t parent;     /* index of the innermost pair round this one's open; UINT32_MAX: none, or nested past PAIR_DEPTH */
	uint8_t kind;        /* enum pair_kind */
	bool continued;      /* the opener of a further paragraph of one quotation: closes where that ends */
	bool reversed;       /* ”…“: the closing mark stands at open, the opening one at close */
};

enum unpaired_reason {
	UNPAIRED_NEVER_CLOSED,
	UNPAIRED_NEVER_OPENED,
	UNPAIRED_WRONG_CLOSE,  /* closed by another kind （…】 or by a second opener “…“: both are taken as a pair, and this is kept */
	UNPAIRED_WRONG_OPEN,   /* opened by a closing mark ”…”: the same */
};

/* A mark without a partner; article->unpaired is sorted by at. */
struct unpaired {
	uint32_t at;
	uint32_t partner;    /* for UNPAIRED_WRONG_...: position of the other mark of the pair; else UINT32_MAX */
	uint8_t kind;        /* enum pair_kind */
	uint8_t reason;      /* enum unpaired_reason */
};

/*
 * The innermost pair of one of these kinds (PAIR_BIT) that has AT inside it or on one of its marks; NULL: none.
 * Logarithmic, and then a step for each pair round AT, at most PAIR_DEPTH.
 */
const struct pair *pair_around(const struct article *article, uint32_t at, unsigned kinds);

/* The pair that opens (closes) at a position; NULL: none. Of a quotation over several paragraphs the first one closes there. */
const struct pair *pair_opening(const struct article *article, uint32_t at);
const struct pair *pair_closing(const struct article *article, uint32_t at);

/* What a mark can open or close: its kind, and whether it opens, closes or (straight quotes) both. False for other characters. */
bool pair_mark(uint32_t code_point, enum pair_kind *kind, bool *opens, bool *closes);

#endif
