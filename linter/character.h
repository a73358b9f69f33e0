/*
 * character: what a code point is, by one look-up in a table; beyond the Basic Multilingual Plane in a two-stage table.
 *
 * The tables are made by tools/gen_characters.c from the Unicode Character Database, Unihan and OpenCC's dictionaries.
 */
#ifndef KANLINT_CHARACTER_H
#define KANLINT_CHARACTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#include "utf8.h"

/*
 * Every character of an article has exactly one class. The first group is Han; CLASS_HAN_SIMPLIFIED and
 * CLASS_HAN_TRADITIONAL are characters that are never right in edited text of the other variant (but 於 in a few names).
 */
enum character_class {
	CLASS_HAN,
	CLASS_HAN_NUMERAL,     /* 〇零一二三四五六七八九十百千万萬亿億兆两兩几幾半 廿卅 and the formal 壹贰貳叁… */
	CLASS_HAN_SIMPLIFIED,
	CLASS_HAN_TRADITIONAL,
	CLASS_KANA,
	CLASS_HANGUL,
	CLASS_BOPOMOFO,
	CLASS_LATIN,           /* with the combining marks that follow Latin letters */
	CLASS_LETTER,          /* of any other script */
	CLASS_DIGIT,           /* 0-9 */
	CLASS_FULL_LATIN,      /* Ａ-Ｚ ａ-ｚ */
	CLASS_FULL_DIGIT,      /* ０-９ */
	CLASS_END_STOP,        /* 。？！ ｡ ． and their like: marks that end a sentence */
	CLASS_INNER_STOP,      /* ，、；： */
	CLASS_HALF_STOP,       /* , . ; : ? ! */
	CLASS_OPEN,            /* “‘「『（［〔【〖《〈｛ and vertical forms */
	CLASS_CLOSE,
	CLASS_HALF_OPEN,       /* ( [ { */
	CLASS_HALF_CLOSE,      /* ) ] } */
	CLASS_HALF_QUOTE,      /* " ' */
	CLASS_ELLIPSIS,        /* … ⋯ ‥ */
	CLASS_DASH,            /* — – ― ─ ⸺ ～ ~ - ‐ ‑ − － */
	CLASS_INTERPUNCT,      /* · • ‧ ・ ･ ⋅ ∙ ● is a symbol */
	CLASS_SPACE,           /* U+0020, U+0009, U+3000 */
	CLASS_ODD_SPACE,       /* NO-BREAK SPACE and the other space separators */
	CLASS_NEWLINE,         /* U+000A, and the guards round an article; CR of a CRLF is not part of an article */
	CLASS_INVISIBLE,       /* zero-width, bidi controls, soft hyphen, C0 and C1 controls, variation selectors, tags */
	CLASS_PRIVATE,
	CLASS_COMPATIBILITY,   /* radicals and compatibility ideographs that stand in for a Han character */
	CLASS_EMOJI,
	CLASS_SYMBOL,          /* every other sign */
	CLASS_OBJECT,          /* U+FFFC: a masked span (code, URL, image) stands as one of these in the article */
	CLASS_BAD,             /* U+FFFD, also for bytes that are not UTF-8 */
	CLASS_COUNT
};

enum {
	CHARACTER_OBJECT = 0xFFFC,
	CHARACTER_BAD = 0xFFFD,
};

#define CLASS_BIT(character_class) (UINT64_C(1) << (character_class))
#define CLASSES_HAN \
	(CLASS_BIT(CLASS_HAN) | CLASS_BIT(CLASS_HAN_NUMERAL) | CLASS_BIT(CLASS_HAN_SIMPLIFIED) | CLASS_BIT(CLASS_HAN_TRADITIONAL))
#define CLASSES_LATIN (CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_FULL_LATIN))
#define CLASSES_SPACE (CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE))
#define CLASSES_BLANK (CLASSES_SPACE | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_INVISIBLE)) /* nothing to read */
#define CLASSES_WIDE_STOP (CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_INNER_STOP))
#define CLASSES_STOP (CLASSES_WIDE_STOP | CLASS_BIT(CLASS_HALF_STOP))
#define CLASSES_PAUSE (CLASSES_STOP | CLASS_BIT(CLASS_ELLIPSIS))
#define CLASSES_OPENING (CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_OPEN)) /* a half-width quote may be one too */
#define CLASSES_CLOSING (CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE) | CLASS_BIT(CLASS_HALF_QUOTE))
#define CLASSES_DIGIT (CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_FULL_DIGIT))
#define CLASSES_FIGURE (CLASSES_DIGIT | CLASS_BIT(CLASS_HAN_NUMERAL))

static inline bool class_is_han(uint8_t character_class)
{
	return character_class <= CLASS_HAN_TRADITIONAL;
}

static inline bool class_in(uint8_t character_class, uint64_t classes)
{
	return (classes >> character_class & 1) != 0;
}

/* Any code point up to U+10FFFF; what is above counts as CLASS_BAD. */
uint8_t character_class(uint32_t code_point);

extern const uint8_t character_class_bmp[0x10000];
extern const uint16_t character_class_stage1[0x100000 / 256]; /* of the planes above */
extern const uint8_t character_class_stage2[][256];

/* The same without the range check, for code points known to be valid. */
static inline uint8_t character_class_valid(uint32_t code_point)
{
	if (__builtin_expect(code_point < 0x10000, 1))
		return character_class_bmp[code_point];
	return character_class_stage2[character_class_stage1[(code_point - 0x10000) >> 8]][code_point & 0xFF];
}

/*
 * The form of a Han character in the other variant; 0 where it has none. Where several exist it is the commonest
 * (OpenCC's first); Traditional ones as Taiwan writes them. Sources: TSCharacters, STCharacters, TWVariants.
 */
uint32_t character_to_simplified(uint32_t code_point);
uint32_t character_to_traditional(uint32_t code_point);

/* Has it several forms in the other variant, or is it one of its own forms there? */
bool character_has_several(uint32_t code_point);

/* The ideograph for which a radical or compatibility ideograph stands (UCD EquivalentUnifiedIdeograph and canonical decomposition); 0: none. */
uint32_t character_unified(uint32_t code_point);

/* A Han numeral. Its place in the table follows from its code point alone; free places have the code point 0, which has another place. */
struct character_numeral {
	int64_t value;        /* digit × 10^zeros */
	uint32_t code_point;
	uint8_t digit, zeros;
	bool formal;          /* 壹贰叁拾佰仟: words and names as well */
};

enum { CHARACTER_NUMERAL_BITS = 7 };
#define CHARACTER_NUMERAL_HASH(code_point) ((uint32_t)(code_point) * UINT32_C(0x21FB8F07) >> (32 - CHARACTER_NUMERAL_BITS))
extern const struct character_numeral character_numerals[1 << CHARACTER_NUMERAL_BITS];

/* The Han numeral that a character is; NULL for others. 两 is one; 几 and 半 are not. */
static inline const struct character_numeral *character_numeral_find(uint32_t code_point)
{
	const struct character_numeral *numeral = &character_numerals[CHARACTER_NUMERAL_HASH(code_point)];
	return numeral->code_point == code_point ? numeral : NULL;
}

/* Values of a Han numeral: 0-9 for digits, 10, 100, 1000, 10000, 100000000 … for multipliers; -1: not a numeral. 两 is 2; 几 and 半 are -1. */
static inline int64_t character_numeral(uint32_t code_point)
{
	const struct character_numeral *numeral = character_numeral_find(code_point);
	return numeral ? numeral->value : -1;
}

/*
 * The reading of a Han character (Unihan kMandarin, first value) as the number of a toneless syllable from 1; 0: none.
 * Two characters sound alike if their numbers are the same.
 */
uint16_t character_reading(uint32_t code_point);

/*
 * The same as many people speak: zh ch sh are z c s, l is n, -ng is -n. The class of the initial in the high byte, of the final in the
 * low one; 0: none. Two characters sound much alike if these are the same.
 */
uint16_t character_sound(uint32_t code_point);

static inline bool character_sounds_like(uint32_t a, uint32_t b)
{
	uint16_t sound = character_sound(a);
	return sound != 0 && sound == character_sound(b);
}

/* Are they alike in shape: one component more, less or another, 州洲 昱煜 清晴 未末 己已? By Unihan's Cangjie codes. */
bool character_looks_like(uint32_t a, uint32_t b);

extern const uint8_t character_listed_stage1[0x110000 / 256];
extern const uint32_t character_listed_stage2[][8];

/* Does 通用规范汉字表 (2013) list it (Unihan kTGH)? For code points known to be valid. */
static inline bool character_is_listed(uint32_t code_point)
{
	const uint32_t *row = character_listed_stage2[character_listed_stage1[code_point >> 8]];
	return (row[code_point >> 5 & 7] >> (code_point & 31) & 1) != 0;
}

/* Is it one of COUNT characters that are sorted? For long lists that are asked often; CHARACTER_IS_IN takes an array made by U"…". */
bool character_is_in(uint32_t code_point, const uint32_t *sorted, size_t count);
#define CHARACTER_IS_IN(code_point, array) character_is_in(code_point, array, sizeof array / sizeof *array - 1)

/* Is it a surname that many people have, in either variant? Half of them are common words too: ask only where a name may stand. */
bool character_is_surname(uint32_t code_point);

#define CHARACTER_STEP(i)                \
	if (characters[i] == 0)          \
		return false;            \
	if (characters[i] == code_point) \
		return true;

/*
 * Is the code point one of these characters? Of a literal the first eight are compared as constants, for which the compiler wants the loop written
 * out: 1% of all instructions.
 */
static inline __attribute__((always_inline)) bool character_is_one_of(uint32_t code_point, const char32_t *characters)
{
	if (__builtin_constant_p(characters[0])) {
		CHARACTER_STEP(0)
		CHARACTER_STEP(1)
		CHARACTER_STEP(2)
		CHARACTER_STEP(3)
		CHARACTER_STEP(4)
		CHARACTER_STEP(5)
		CHARACTER_STEP(6)
		CHARACTER_STEP(7)
		characters += 8;
	}
	while (*characters)
		if (*characters++ == code_point)
			return true;
	return false;
}

#undef CHARACTER_STEP

/*
 * How many letters must be put in, taken out or changed to make one character's Cangjie code the other's; *PARTS: letters of the
 * longer code. 5 where one has no code.
 */
uint32_t character_parts_apart(uint32_t a, uint32_t b, uint32_t *parts);

/* Display cells of a code point: 0, 1 or 2; East Asian Ambiguous counts as AMBIGUOUS cells. */
int character_width(uint32_t code_point, int ambiguous);

#endif
