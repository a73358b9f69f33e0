/* figure_hint: the characters of which something is asked beside a number; tools/gen_figures.c makes a table of bits of them. */
#include "figure_p.h"

const struct figure_hint_row figure_hint_rows[] = {
	{HINT_MARKER, U"）)、．.，：,:是要为為则則就来來"},
	{HINT_DATE, U" 年月日世时時点點"},
	{HINT_RATIO, U"分比"},
	{HINT_MORE, U"把多余餘许許来來几幾"},
	{HINT_GOES_ON, U"多余餘几幾点點○◯OＯ,.．\u00A0\u2009\u202F"},
	{HINT_JOINT, U"-.:/∶："},
	{HINT_PRECISION_AFTER, U"左上出多余餘许許以"},
	{HINT_PRECISION, U"近约約莫概上逾超过過少多足到于於"},
	{HINT_WORD, U"双雙统統唯同专專单單归歸逐划劃之进進合周週期拜初接不再"},
	{HINT_SIGN, U"下前-−－"},
	{HINT_SEVERAL, U"数數上"},
	{HINT_NTH, U"第"},
	{HINT_TAIL, U"左上前之以许許起"},
	{HINT_BORDER, U"的了在是和与與及或对對为為从從被把将將都也就已并並由以等而则則让讓使于於至到均每各"},
};

const uint32_t figure_hint_row_count = sizeof figure_hint_rows / sizeof *figure_hint_rows;
