/* character_shape: how like two characters look, by their Cangjie codes: letters of five bits, the last in the lowest. */
#include "character_table_p.h"

enum { LETTER_BITS = 5, LETTER = (1 << LETTER_BITS) - 1, PARTS = 5 };

static uint32_t shape_of(uint32_t code_point)
{
	uint32_t index = code_point - CHARACTER_SHAPE_FIRST;
	return index < CHARACTER_SHAPES ? character_shape[index] : 0;
}

static uint32_t parts_of(uint32_t shape, uint8_t parts[PARTS])
{
	uint32_t count = 0;
	for (; shape && count < PARTS; shape >>= LETTER_BITS)
		parts[count++] = shape & LETTER;
	return count;
}

uint32_t character_parts_apart(uint32_t a, uint32_t b, uint32_t *parts)
{
	uint8_t first[PARTS], second[PARTS];
	uint32_t distance[PARTS + 1] = {0, 1, 2, 3, 4, 5};
	uint32_t rows = parts_of(shape_of(a), first), columns = parts_of(shape_of(b), second);
	*parts = rows > columns ? rows : columns;
	if (rows == 0 || columns == 0)
		return PARTS;
	for (uint32_t i = 0; i < rows; i++) {
		uint32_t diagonal = distance[0]++;
		for (uint32_t j = 0; j < columns; j++) {
			uint32_t change = diagonal + (first[i] != second[j]);
			uint32_t insert = (distance[j] < distance[j + 1] ? distance[j] : distance[j + 1]) + 1;
			diagonal = distance[j + 1];
			distance[j + 1] = change < insert ? change : insert;
		}
	}
	return distance[columns];
}

/* Of two codes with a common end the rest is one letter at most on either side: a letter was put in, taken out or changed. */
static bool one_letter_apart(uint32_t a, uint32_t b)
{
	uint32_t end = 0, letters = 0;
	while (a >> end && b >> end && ((a >> end ^ b >> end) & LETTER) == 0)
		end += LETTER_BITS;
	a >>= end;
	b >>= end;
	letters = end / LETTER_BITS;
	uint32_t after_a = a >> LETTER_BITS, after_b = b >> LETTER_BITS;
	uint32_t rest = after_a == after_b ? after_a : after_a == b ? b : after_b == a ? a : UINT32_MAX;
	if (rest == UINT32_MAX)
		return false;
	for (; rest; rest >>= LETTER_BITS)
		letters++;
	return letters >= 2;
}

/* Characters that differ in less than a letter, or in another way than their codes say: a number for each group; 0: none. */
static unsigned group_of(uint32_t code_point)
{
	switch (code_point) {
	case U'未': case U'末': return 1;
	case U'己': case U'已': case U'巳': return 2;
	case U'戊': case U'戌': case U'戍': case U'戎': return 3;
	case U'土': case U'士': return 4;
	case U'曰': case U'日': return 5;
	case U'干': case U'于': case U'千': return 6;
	case U'天': case U'夭': return 7;
	case U'刀': case U'刁': return 8;
	case U'人': case U'入': return 9;
	case U'毫': case U'亳': return 10;
	case U'冶': case U'治': return 11;
	case U'祟': case U'崇': return 12;
	case U'炙': case U'灸': return 13;
	case U'赢': case U'嬴': case U'贏': return 14;
	case U'晨': case U'晟': return 15;
	case U'析': case U'折': return 16;
	case U'壬': case U'王': return 17;
	case U'免': case U'兔': return 18;
	case U'乌': case U'鸟': return 19;
	case U'烏': case U'鳥': return 20;
	case U'茶': case U'荼': return 21;
	case U'柬': case U'東': return 22;
	case U'汩': case U'汨': return 23;
	case U'徹': case U'撤': return 24;
	default: return 0;
	}
}

bool character_looks_like(uint32_t a, uint32_t b)
{
	enum { COMMON_END = 3 };
	uint32_t shape_a = shape_of(a), shape_b = shape_of(b), end = (1 << COMMON_END * LETTER_BITS) - 1;
	if (!shape_a || !shape_b)
		return false;
	bool long_enough = shape_a >> (COMMON_END - 1) * LETTER_BITS && shape_b >> (COMMON_END - 1) * LETTER_BITS;
	if ((long_enough && ((shape_a ^ shape_b) & end) == 0) || one_letter_apart(shape_a, shape_b))
		return true;
	unsigned group = group_of(a);
	return group != 0 && group == group_of(b);
}
