/* character_numeral: the Han numerals, each at the place that its hash gives it; a collision does not compile. */
#include "character.h"

#define NUMERAL(character, value, digit, zeros, formal) [CHARACTER_NUMERAL_HASH(character)] = {value, character, digit, zeros, formal}

const struct character_numeral character_numerals[1 << CHARACTER_NUMERAL_BITS] = {
	/* clang-format off */
	NUMERAL(U'〇', 0, 0, 0, false),
	NUMERAL(U'零', 0, 0, 0, false),
	NUMERAL(U'一', 1, 1, 0, false),
	NUMERAL(U'壹', 1, 1, 0, true),
	NUMERAL(U'两', 2, 2, 0, false),
	NUMERAL(U'二', 2, 2, 0, false),
	NUMERAL(U'兩', 2, 2, 0, false),
	NUMERAL(U'貳', 2, 2, 0, true),
	NUMERAL(U'贰', 2, 2, 0, true),
	NUMERAL(U'三', 3, 3, 0, false),
	NUMERAL(U'叁', 3, 3, 0, true),
	NUMERAL(U'參', 3, 3, 0, true),
	NUMERAL(U'四', 4, 4, 0, false),
	NUMERAL(U'肆', 4, 4, 0, true),
	NUMERAL(U'五', 5, 5, 0, false),
	NUMERAL(U'伍', 5, 5, 0, true),
	NUMERAL(U'六', 6, 6, 0, false),
	NUMERAL(U'陆', 6, 6, 0, true),
	NUMERAL(U'陸', 6, 6, 0, true),
	NUMERAL(U'七', 7, 7, 0, false),
	NUMERAL(U'柒', 7, 7, 0, true),
	NUMERAL(U'八', 8, 8, 0, false),
	NUMERAL(U'捌', 8, 8, 0, true),
	NUMERAL(U'九', 9, 9, 0, false),
	NUMERAL(U'玖', 9, 9, 0, true),
	NUMERAL(U'十', 10, 1, 1, false),
	NUMERAL(U'拾', 10, 1, 1, true),
	NUMERAL(U'廿', 20, 2, 1, false),
	NUMERAL(U'卅', 30, 3, 1, false),
	NUMERAL(U'卌', 40, 4, 1, false),
	NUMERAL(U'佰', 100, 1, 2, true),
	NUMERAL(U'百', 100, 1, 2, false),
	NUMERAL(U'仟', 1000, 1, 3, true),
	NUMERAL(U'千', 1000, 1, 3, false),
	NUMERAL(U'万', 10000, 1, 4, false),
	NUMERAL(U'萬', 10000, 1, 4, false),
	NUMERAL(U'亿', 100000000, 1, 8, false),
	NUMERAL(U'億', 100000000, 1, 8, false),
	NUMERAL(U'兆', INT64_C(1000000000000), 1, 12, false),
	/* clang-format on */
};
