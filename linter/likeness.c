/* likeness: a table of characters in the data file. */
#include "likeness.h"

#include <stddef.h>

#include "data_p.h"

static const struct likeness_entry *entry_of(const struct data *data, uint32_t character)
{
	const struct likeness_entry *entry = data->likenesses;
	/* Without a branch: nobody could foretell it. */
	for (uint32_t left = data->likeness_count, half; left > 1; left -= half) {
		half = left / 2;
		entry += entry[half].character <= character ? half : 0;
	}
	return data->likeness_count && entry->character == character ? entry : NULL;
}

/* As gen_idioms.c numbers them, from 1: the initials b p m f d t n l g k h j q x zh ch sh r z c s y w, */
static bool initials_are_near(unsigned a, unsigned b)
{
	static const uint8_t near[][2] = {{15, 19}, {16, 20}, {17, 21}, {7, 8}, {4, 11}, {8, 18}};
	for (size_t i = 0; i < sizeof near / sizeof *near; i++)
		if ((near[i][0] == a && near[i][1] == b) || (near[i][0] == b && near[i][1] == a))
			return true;
	return false;
}

/* the finals a o e ai ei ao ou an en ang eng ong er i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ue v ve */
static bool finals_are_near(unsigned a, unsigned b)
{
	static const uint8_t near[][2] = {{8, 10}, {9, 11}, {20, 22}, {19, 21}, {29, 31}};
	for (size_t i = 0; i < sizeof near / sizeof *near; i++)
		if ((near[i][0] == a && near[i][1] == b) || (near[i][0] == b && near[i][1] == a))
			return true;
	return false;
}

static enum likeness_sound compare_syllables(unsigned a, unsigned b)
{
	if (a == b)
		return SOUND_SAME;
	unsigned initial_a = a / LIKENESS_INITIAL, initial_b = b / LIKENESS_INITIAL;
	unsigned final_a = a % LIKENESS_INITIAL, final_b = b % LIKENESS_INITIAL;
	bool is_near = initial_a == initial_b ? finals_are_near(final_a, final_b) : final_a == final_b && initials_are_near(initial_a, initial_b);
	return is_near ? SOUND_NEAR : SOUND_OTHER;
}

struct likeness likeness_of(const struct data *data, uint32_t a, uint32_t b)
{
	return (struct likeness){entry_of(data, a), entry_of(data, b)};
}

enum likeness_sound likeness_sound(const struct likeness *likeness)
{
	enum { SYLLABLES = sizeof ((struct likeness_entry *)0)->syllables / sizeof(uint16_t) };
	const struct likeness_entry *first = likeness->first, *second = likeness->second;
	enum likeness_sound best = SOUND_OTHER;
	if (!first || !second)
		return SOUND_OTHER;
	for (int i = 0; i < SYLLABLES && first->syllables[i]; i++)
		for (int j = 0; j < SYLLABLES && second->syllables[j]; j++) {
			enum likeness_sound sound = compare_syllables(first->syllables[i], second->syllables[j]);
			best = sound > best ? sound : best;
		}
	return best;
}

static bool share_phonetic(const struct likeness_entry *a, const struct likeness_entry *b)
{
	for (int i = 0; i < 2 && a->phonetics[i]; i++)
		for (int j = 0; j < 2 && b->phonetics[j]; j++)
			if (a->phonetics[i] == b->phonetics[j])
				return true;
	return false;
}

/* Cangjie codes of three letters or more that are the same but for one letter put in, left out or exchanged. */
static bool cangjie_is_near(uint32_t a, uint32_t b)
{
	enum { LETTER = 5, MASK = 31 };
	unsigned length_a = 0, length_b = 0;
	for (uint32_t rest = a; rest; rest >>= LETTER)
		length_a++;
	for (uint32_t rest = b; rest; rest >>= LETTER)
		length_b++;
	if (length_a < length_b)
		return cangjie_is_near(b, a);
	if (length_a - length_b > 1 || length_b < 3)
		return false;
	unsigned same = 0;
	while (same < length_b && (a & MASK) == (b & MASK)) {
		a >>= LETTER;
		b >>= LETTER;
		same++;
	}
	return (a >> LETTER) == (length_a == length_b ? b >> LETTER : b);
}

bool likeness_shape(const struct likeness *likeness)
{
	enum { STROKES = 3 };
	const struct likeness_entry *first = likeness->first, *second = likeness->second;
	if (!first || !second)
		return false;
	int apart = first->strokes - second->strokes;
	if (share_phonetic(first, second))
		return true;
	if (apart > STROKES || apart < -STROKES)
		return false;
	return (first->corners && first->corners == second->corners && apart <= 1 && apart >= -1) || cangjie_is_near(first->cangjie, second->cangjie);
}
