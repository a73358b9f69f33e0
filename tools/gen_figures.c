/*
 * gen_figures: writes the index of linter/figure_table.c, hash tables that say where the units with a first character and the refused
 * words with two first characters begin, and the table of linter/figure_hint.c. usage: gen_figures > build/figure_index.c
 */
#include <stdio.h>
#include <string.h>

#include "../linter/figure_p.h"

static struct figure_unit_slot units[FIGURE_UNIT_SLOTS];
static struct figure_refusal_slot refusals[FIGURE_REFUSAL_SLOTS];

static void put_unit(uint32_t first, uint32_t i)
{
	uint32_t slot = figure_unit_hash(first);
	while (units[slot].count && units[slot].first != first)
		slot = (slot + 1) % FIGURE_UNIT_SLOTS;
	if (units[slot].count == 0)
		units[slot] = (struct figure_unit_slot){.first = (uint16_t)first, .begin = (uint16_t)i};
	units[slot].count++;
	if (figure_units[i].text[1])
		units[slot].seconds |= figure_second_bit(figure_units[i].text[1]);
	else
		units[slot].alone = (uint16_t)figure_units[i].kind;
	for (const char32_t *second = figure_word_endings(first); *second; second++)
		units[slot].seconds |= figure_second_bit(*second);
	units[slot].seconds |= figure_second_bit('/') | figure_second_bit(U'／');
}

static void put_refusal(uint32_t first, uint32_t second, uint32_t i)
{
	uint32_t slot = figure_refusal_hash(first, second);
	while (refusals[slot].count && (refusals[slot].first != first || refusals[slot].second != second))
		slot = (slot + 1) % FIGURE_REFUSAL_SLOTS;
	if (refusals[slot].count == 0)
		refusals[slot] = (struct figure_refusal_slot){.first = (uint16_t)first, .second = (uint16_t)second, .begin = (uint16_t)i};
	refusals[slot].count++;
}

static struct figure_hint_slot hints[1 << FIGURE_HINT_BITS];

/* False if two characters meet. */
static bool put_hints(uint32_t factor)
{
	memset(hints, 0, sizeof hints);
	for (uint32_t i = 0; i < figure_hint_row_count; i++) {
		for (const char32_t *character = figure_hint_rows[i].characters; *character; character++) {
			struct figure_hint_slot *slot = &hints[figure_hint_hash(*character, factor)];
			if (slot->hints && slot->code_point != *character)
				return false;
			slot->code_point = (uint16_t)*character;
			slot->hints |= (uint16_t)figure_hint_rows[i].hint;
		}
	}
	return true;
}

static uint32_t other_factor(void)
{
	uint32_t factor = FIGURE_HINT_FACTOR;
	while (!put_hints(factor))
		factor = factor * UINT32_C(0x9E3779B1) + 2;
	return factor;
}

int main(void)
{
	if (!put_hints(FIGURE_HINT_FACTOR)) {
		fprintf(stderr, "gen_figures: FIGURE_HINT_FACTOR of linter/figure_p.h must be 0x%X now\n", (unsigned)other_factor());
		return 1;
	}
	for (uint32_t i = 0; i < figure_unit_count; i++)
		put_unit(figure_units[i].text[0], i);
	for (uint32_t i = 0; i < figure_refusal_count; i++)
		put_refusal(figure_refusals[i].text[0], figure_refusals[i].text[1], i);
	puts("/* Made by tools/gen_figures.c from linter/figure_table.c. */\n#include \"figure_p.h\"\n");
	puts("const struct figure_unit_slot figure_unit_slots[FIGURE_UNIT_SLOTS] = {");
	for (uint32_t i = 0; i < FIGURE_UNIT_SLOTS; i++)
		if (units[i].count)
			printf("\t[%u] = {%u, %u, %u, %u, UINT64_C(%llu)},\n", i, units[i].first, units[i].begin, units[i].count, units[i].alone,
				(unsigned long long)units[i].seconds);
	puts("};\n\nconst struct figure_refusal_slot figure_refusal_slots[FIGURE_REFUSAL_SLOTS] = {");
	for (uint32_t i = 0; i < FIGURE_REFUSAL_SLOTS; i++)
		if (refusals[i].count)
			printf("\t[%u] = {%u, %u, %u, %u},\n", i, refusals[i].first, refusals[i].second, refusals[i].begin, refusals[i].count);
	puts("};\n\nconst struct figure_hint_slot figure_hint_slots[1 << FIGURE_HINT_BITS] = {");
	for (uint32_t i = 0; i < 1 << FIGURE_HINT_BITS; i++)
		if (hints[i].hints)
			printf("\t[%u] = {%u, %u},\n", i, hints[i].code_point, hints[i].hints);
	puts("};");
	return 0;
}
