/* character_table_p: the generated tables behind character.h. */
#ifndef KANLINT_CHARACTER_TABLE_P_H
#define KANLINT_CHARACTER_TABLE_P_H

#include "character.h"

extern const uint16_t character_reading_stage1[0x110000 / 256];
extern const uint16_t character_reading_stage2[][256];

/* By the number of a syllable: a class of initials in the high byte, of finals in the low one; 0: none. */
extern const uint16_t character_syllable_sound[];
extern const uint32_t character_syllable_count;

/* Cangjie codes of the characters of U+4E00 and on, five bits a letter, the last one lowest; 0: none. */
enum { CHARACTER_SHAPE_FIRST = 0x4E00, CHARACTER_SHAPES = 0x9FA6 - CHARACTER_SHAPE_FIRST };
extern const uint32_t character_shape[CHARACTER_SHAPES];

/* {from, to}, sorted by from; with CHARACTER_SEVERAL in TO where FROM has several forms, or is one of its own. */
#define CHARACTER_SEVERAL UINT32_C(0x80000000)
extern const uint32_t character_simplified_pairs[][2], character_traditional_pairs[][2], character_unified_pairs[][2];
extern const uint32_t character_simplified_count, character_traditional_count, character_unified_count;

/* Where the pairs of each page of so many code points of the Basic Multilingual Plane begin, then those outside it: few in each. */
enum { CHARACTER_PAGE = 64, CHARACTER_PAGES = 0x10000 / CHARACTER_PAGE };
extern const uint16_t character_simplified_pages[CHARACTER_PAGES + 1], character_traditional_pages[CHARACTER_PAGES + 1],
	character_unified_pages[CHARACTER_PAGES + 1];

/* East Asian Ambiguous: a bit for each character, by 256. */
extern const uint8_t character_ambiguous_stage1[0x110000 / 256];
extern const uint32_t character_ambiguous_stage2[][8];

#endif
