/*
 * article: the text to check, decoded once.
 *
 * An article holds the prose of a file (or of one record of a file) as parallel arrays with one element a character.
 * What is not prose does not stand in it: Markdown's markup is left out, and a masked span inside a sentence (code, a
 * URL, an image) is a single CHARACTER_OBJECT. So checks read plain text and know no formats.
 *
 * Positions are indexes into these arrays; spans are half-open [begin, end). Valid positions run from article->begin to
 * article->end; round them stand ARTICLE_GUARD newlines, so that a check may look a few characters back or ahead
 * of any position without asking where the article ends.
 */
#ifndef KANLINT_ARTICLE_H
#define KANLINT_ARTICLE_H

#include <string.h>

#include "arena.h"
#include "character.h"
#include "str.h"
#include "texts.h"

enum { ARTICLE_GUARD = 16 };

struct span {
	uint32_t begin;
	uint32_t end;
};

static inline uint32_t span_length(struct span span)
{
	return span.end - span.begin;
}

enum variant {
	VARIANT_NONE,    /* too little Han text to tell */
	VARIANT_HANS,
	VARIANT_HANT,
	VARIANT_HANT_TW,
	VARIANT_HANT_HK,
	VARIANT_MIXED,   /* about half and half */
};

/* What a paragraph is. The reader of a marked-up format says it; for plain text it is told from shape and place (role.c). */
enum role {
	ROLE_BODY,
	ROLE_TITLE,
	ROLE_HEADING,    /* level 1 to 6 */
	ROLE_BYLINE,     /* who wrote it, under the title */
	ROLE_DATE_LINE,  /* a line with the date, the source */
	ROLE_CAPTION,    /* of a picture; in plain text also another line without an end mark that is set into the prose */
	ROLE_LIST_ITEM,  /* level: depth from 1; in plain text also lines of the form 地点：… */
	ROLE_SIGNATURE,  /* under the text: who signs, the date, （完）, the editor */
	ROLE_NAVIGATION, /* breadcrumbs, labels, links left by a crawl */
	ROLE_TABLE,      /* one cell of a Markdown table, or a row of a plain one */
	ROLE_VERSE,
	ROLE_COUNT
};

enum { TABLE_ROW = 256 }; /* no cell stands in a later column */

/*
 * Text between two breaks, without the newline that ends it; its indent and the spaces at its end are part of it, and it
 * is never blank. In hard-wrapped text and in marked-up text newlines stand inside.
 */
struct paragraph {
	struct span span;
	enum role role;
	uint32_t level;      /* of a heading or list item; of a cell of a Markdown table row * TABLE_ROW + column, both from 1; else 0 */
	uint32_t blanks;     /* blank lines before it */
	bool ends_sentence;  /* it ends in 。？！…… or . ? !; closing marks and a remark in brackets after that are passed over */
};

/*
 * A sentence ends after 。？！…… and the closing marks that follow, or with its paragraph. Spaces round it belong to no
 * sentence. Inside 《》 and in a remark in brackets nothing ends; …… does not before a mark or 的; “……。” goes on in the
 * words that say who spoke. Half-width . ends a sentence in Latin text, and after Han if the article has it for its full
 * stop; not in numbers, abbreviations and names of files.
 */
struct sentence {
	struct span span;
	uint32_t paragraph;  /* index of its paragraph */
};

/*
 * The positions of one class, ascending. Most of a text has no list: CLASS_HAN, CLASS_LATIN, and in a Simplified (Traditional) article
 * CLASS_HAN_SIMPLIFIED (CLASS_HAN_TRADITIONAL).
 */
struct positions {
	const uint32_t *at;
	uint32_t count;
};

struct pair;
struct unpaired;
struct figure;
struct lexicon_match;
struct name;

struct article {
	const char *path;        /* as the user named it; for messages */
	struct str source;       /* the bytes of the file as UTF-8; offsets count in these */
	struct arena *arena;     /* lives as long as the article; layers are in it. Not for checks, they have the scratch arena */

	uint32_t begin;          /* first position: ARTICLE_GUARD */
	uint32_t end;            /* one past the last */
	const uint32_t *cp;      /* code point */
	const uint8_t *cls;      /* enum character_class */

	uint32_t class_count[CLASS_COUNT];        /* how many of each class, also of those without a list */
	struct positions index[CLASS_COUNT];
	const uint64_t *listed;  /* a bit for each position, 64 a word: is it in one of these lists? Where no bit is, it is plain text */

	enum variant variant;
	bool is_continued;       /* it is a piece of a long file: text stands before it, */
	bool goes_on;            /* and behind it */
	bool hard_wrapped;       /* every line has about the same width: a line is no paragraph */
	uint32_t widest_line;    /* of plain text, in display cells; 0: unknown, or too long to be wrapped by hand */

	/* Layers: built before the checks run, if a check that is on asks for them (NEED_...). */
	const struct paragraph *paragraphs;       /* always there */
	uint32_t paragraph_count;
	const struct sentence *sentences;         /* NEED_SENTENCES */
	uint32_t sentence_count;
	const struct pair *pairs;                 /* NEED_PAIRS, pair.h */
	uint32_t pair_count;
	const struct unpaired *unpaired;
	uint32_t unpaired_count;
	const struct figure *figures;             /* NEED_FIGURES, figure.h */
	uint32_t figure_count;
	const struct lexicon_match *matches;      /* NEED_LEXICON, lexicon.h */
	uint32_t match_count;
	const struct name *names;                 /* NEED_NAMES, name.h; sorted by where they begin */
	uint32_t name_count;

	/* Private to the engine. */
	const uint8_t *bigrams;                   /* bigram_p.h, by position; NULL: not asked for */
	uint32_t title_end;                       /* the reader says that the text before it is the title; 0: it says nothing */
	const struct article_block *blocks;       /* what the reader said of the breaks; NULL for plain text */
	uint32_t block_count;
	const struct article_piece *pieces;       /* source lengths of objects and broken bytes, by position */
	uint32_t piece_count;
	const struct article_place *places;       /* byte offsets of some positions: the others follow by their lengths */
	uint32_t place_count;
};

static inline bool variant_is_hans(enum variant variant)
{
	return variant == VARIANT_HANS;
}

static inline bool variant_is_hant(enum variant variant)
{
	return variant == VARIANT_HANT || variant == VARIANT_HANT_TW || variant == VARIANT_HANT_HK;
}

static inline bool article_is_han(const struct article *article, uint32_t at)
{
	return class_is_han(article->cls[at]);
}

/* The characters after the first of article_starts. */
bool article_goes_on(const struct article *article, uint32_t at, const char *text);

/* Does the text at a position begin with this UTF-8 text, not empty? Most answers are no, after one look. */
static inline bool article_starts(const struct article *article, uint32_t at, const char *text)
{
	return article->cp[at] == character_decode(&text) && at < article->end && article_goes_on(article, at + 1, text);
}

/* The characters before the last of article_ends. */
bool article_ended(const struct article *article, uint32_t at, const char *text);

/* Does the text before a position end with this UTF-8 text, not empty? Most answers are no, after one look. */
static inline bool article_ends(const struct article *article, uint32_t at, const char *text)
{
	return article->cp[at - 1] == character_last(text) && article_ended(article, at, text);
}

/* May a text of a filter begin at a position (end before it)? Two looks refuse nearly all. */
static inline bool article_may_start(const struct article *article, uint32_t at, const struct texts_filter *filter)
{
	return texts_may_begin(filter, article->cp[at]) && at < article->end && texts_may_begin_with(filter, article->cp[at], article->cp[at + 1]);
}

static inline bool article_may_end(const struct article *article, uint32_t at, const struct texts_filter *filter)
{
	return texts_may_end(filter, article->cp[at - 1]) && at > article->begin && texts_may_end_with(filter, article->cp[at - 2], article->cp[at - 1]);
}

/* The whole texts behind article_starts_any and article_ends_any. */
bool article_starts_listed(const struct article *article, uint32_t at, const char *const *texts);
bool article_ends_listed(const struct article *article, uint32_t at, const char *const *texts);

/* Does the text at a position begin (does the text before it end) with one of these? The list is static (texts.h) and ends in NULL. */
static inline bool article_starts_any(const struct article *article, uint32_t at, const char *const *texts)
{
	return article_may_start(article, at, texts_filter(texts)) && article_starts_listed(article, at, texts);
}

static inline bool article_ends_any(const struct article *article, uint32_t at, const char *const *texts)
{
	return article_may_end(article, at, texts_filter(texts)) && article_ends_listed(article, at, texts);
}

/* The texts behind article_longest_at and article_longest_before. */
uint32_t article_longest_start(const struct article *article, uint32_t at, const char *const *texts);
uint32_t article_longest_end(const struct article *article, uint32_t at, const char *const *texts);

/* How many characters has the longest of these texts that begins at a position (that ends there)? 0: none does. The list is static and ends in NULL. */
static inline uint32_t article_longest_at(const struct article *article, uint32_t at, const char *const *texts)
{
	return article_may_start(article, at, texts_filter(texts)) ? article_longest_start(article, at, texts) : 0;
}

static inline uint32_t article_longest_before(const struct article *article, uint32_t at, const char *const *texts)
{
	return article_may_end(article, at, texts_filter(texts)) ? article_longest_end(article, at, texts) : 0;
}

/* Is the character at a position of one of these classes (CLASS_BIT)? */
static inline bool article_is(const struct article *article, uint32_t at, uint64_t classes)
{
	return class_in(article->cls[at], classes);
}

/* Are the characters of two spans the same? */
bool article_same(const struct article *article, struct span a, struct span b);

/* A number that is the same for spans of the same characters, and hardly ever for others: four code points a step. */
static inline uint64_t article_hash(const struct article *article, struct span span)
{
	const uint64_t odd = UINT64_C(0xFF51AFD7ED558CCD), other = UINT64_C(0xC4CEB9FE1A85EC53);
	const uint32_t *cp = article->cp + span.begin;
	uint32_t length = span_length(span);
	uint64_t hash = length * UINT64_C(0x9E3779B97F4A7C15), pairs[2];
	for (; length >= 4; length -= 4, cp += 4) {
		memcpy(pairs, cp, sizeof pairs);
		hash = (hash ^ pairs[0]) * odd ^ pairs[1] * other;
		hash ^= hash >> 32;
	}
	for (; length > 0; length--, cp++)
		hash = (hash ^ *cp) * odd;
	return hash ^ hash >> 32;
}

/* The text of a span as UTF-8, in an arena. Newlines are kept; objects are written as U+FFFC. */
struct str article_text(const struct article *article, struct span span, struct arena *arena);

/* How many characters of these classes (CLASS_BIT) a span holds. */
uint32_t article_count(const struct article *article, struct span span, uint64_t classes);

/* Does a span hold one of these texts, or is it one of them? The list is static and ends in NULL. */
bool article_holds_any(const struct article *article, struct span span, const char *const *texts);
bool article_is_any(const struct article *article, struct span span, const char *const *texts);

/* Is there a Han character in a span, or on its line within REACH characters of it? */
bool article_near_han(const struct article *article, struct span span, uint32_t reach);

/* Does the text before a position end with a verb of saying: 说, 表示, 介绍? */
bool article_ends_saying(const struct article *article, uint32_t at);

/* The position REACH characters before (after) AT, but none outside the article. */
static inline uint32_t article_back(const struct article *article, uint32_t at, uint32_t reach)
{
	return at - article->begin > reach ? at - reach : article->begin;
}

static inline uint32_t article_ahead(const struct article *article, uint32_t at, uint32_t reach)
{
	return article->end - at > reach ? at + reach : article->end;
}

/* The first position at or after FROM, before END, whose class is (not) one of CLASSES; END if there is none. */
static inline uint32_t article_find(const struct article *article, uint32_t from, uint32_t end, uint64_t classes)
{
	while (from < end && !class_in(article->cls[from], classes))
		from++;
	return from;
}

static inline uint32_t article_skip(const struct article *article, uint32_t from, uint32_t end, uint64_t classes)
{
	return article_find(article, from, end, ~classes);
}

/* The first position at or after FROM, before END, whose class has a list; END if there is none. Plain text costs next to nothing. */
static inline uint32_t article_next_listed(const struct article *article, uint32_t from, uint32_t end)
{
	uint64_t bits = article->listed[from / 64] >> from % 64;
	if (bits == 0) {
		uint32_t word = from / 64 + 1, last = end / 64;
		while (word < last && article->listed[word] == 0)
			word++;
		if (word > last)
			return end;
		from = word * 64;
		bits = article->listed[word];
	}
	if (bits)
		from += (uint32_t)__builtin_ctzll(bits);
	return bits && from < end ? from : end;
}

/* Going left: the smallest position P >= BEGIN such that all of [P, FROM) is of CLASSES. */
static inline uint32_t article_skip_back(const struct article *article, uint32_t from, uint32_t begin, uint64_t classes)
{
	while (from > begin && class_in(article->cls[from - 1], classes))
		from--;
	return from;
}

/* Where one character stands among the ARTICLE_BLOCK from AT on: bit I for AT + I, none past the end. A few of these at a time cost little. */
enum { ARTICLE_BLOCK = 64 };
uint64_t article_places(const struct article *article, uint32_t at, uint32_t code_point);

/* A span without the blanks at its ends (CLASSES_BLANK). */
static inline struct span article_trim(const struct article *article, struct span span)
{
	span.begin = article_skip(article, span.begin, span.end, CLASSES_BLANK);
	span.end = article_skip_back(article, span.end, span.begin, CLASSES_BLANK);
	return span;
}

/* Index of the paragraph (or sentence) that holds a position; the one before it for a break. Logarithmic. */
uint32_t article_paragraph_at(const struct article *article, uint32_t at);
uint32_t article_sentence_at(const struct article *article, uint32_t at);

/* The index in a positions list of the first element that is >= AT; its count if there is none. Logarithmic. */
uint32_t positions_from(const struct positions *positions, uint32_t at);

/* Does a span hold a character of a class that has an index? Logarithmic. */
bool article_has(const struct article *article, enum character_class character_class, struct span span);

/* Byte offset in source of the character at a position; for article->end where the last one ends. Logarithmic. */
uint32_t article_byte(const struct article *article, uint32_t at);

/* Byte offset in source where the character before END ends, that is, the end of the span [.., END). */
uint32_t article_byte_end(const struct article *article, uint32_t end);

#endif
