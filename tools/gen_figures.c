/*
 * gen_figures: writes the index of linter/figure_table.c, hash tables that say where the units with a first character and the refused
 * words with two first characters begin. usage: gen_figures > build/figure_index.c
 */
#include <stdio.h>

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

int main(void)
{
	for (uint32_t i = 0; i < figure_unit_count; i++)
		put_unit(figure_units[i].text[0], i);
	for (uint32_t i = 0; i < figure_refusal_count; i++)
		put_refusal(figure_refusals[i].text[0], figure_refusals[i].text[1], i);
	puts("/* Made by tools/gen_figures.c from linter/figure_table.c. */\n#include \"figure_p.h\"\n");
	puts("const struct figure_unit_slot figure_unit_slots[FIGURE_UNIT_SLOTS] = {");
	for (uint32_t i = 0; i < FIGURE_UNIT_SLOTS; i++)
		if (units[i].count)
			printf("\t[%u] = {%u, %u, %u},\n", i, units[i].first, units[i].begin, units[i].count);
	puts("};\n\nconst struct figure_refusal_slot figure_refusal_slots[FIGURE_REFUSAL_SLOTS] = {");
	for (uint32_t i = 0; i < FIGURE_REFUSAL_SLOTS; i++)
		if (refusals[i].count)
			printf("\t[%u] = {%u, %u, %u, %u},\n", i, refusals[i].first, refusals[i].second, refusals[i].begin, refusals[i].count);
	puts("};");
	return 0;
}
