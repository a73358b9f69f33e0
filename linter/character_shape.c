/* character_shape: how many parts of two characters differ. */
#include "character_table_p.h"

enum { PART_BITS = 5, PARTS = 5 };

static uint32_t shape_of(uint32_t code_point)
{
	uint32_t index = code_point - CHARACTER_SHAPE_FIRST;
	return index < CHARACTER_SHAPES ? character_shape[index] : 0;
}

static uint32_t parts_of(uint32_t shape, uint8_t parts[PARTS])
{
	uint32_t count = 0;
	for (; shape && count < PARTS; shape >>= PART_BITS)
		parts[count++] = shape & ((1 << PART_BITS) - 1);
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
