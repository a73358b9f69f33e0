/* nearest: the name that a person who mistyped one meant. */
#include "config_p.h"

enum { WORD_MAXIMUM = 63 };

static unsigned char folded(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte - 'A' + 'a') : byte == '-' ? '_' : (unsigned char)byte;
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Insertions, deletions, changes and swaps of neighbours that make B of A (optimal string alignment). */
static size_t distance(const char *a, const char *b)
{
	size_t rows[3][WORD_MAXIMUM + 1], length = strlen(b);
	size_t *before = rows[0], *last = rows[1], *row = rows[2];
	for (size_t j = 0; j <= length; j++)
		last[j] = j;
	for (size_t i = 1; a[i - 1]; i++) {
		row[0] = i;
		for (size_t j = 1; j <= length; j++) {
			size_t change = folded(a[i - 1]) != folded(b[j - 1]);
			row[j] = smaller(smaller(last[j], row[j - 1]) + 1, last[j - 1] + change);
			if (i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) && folded(a[i - 2]) == folded(b[j - 1]))
				row[j] = smaller(row[j], before[j - 2] + 1);
		}
		size_t *oldest = before;
		before = last;
		last = row;
		row = oldest;
	}
	return last[length];
}

const char *nearest_name(const char *word, const char *const *names)
{
	size_t length = strlen(word), best = (length < 3 ? 1 : length / 3) + 1, containing = 0;
	const char *nearest = NULL, *whole = NULL;
	if (length > WORD_MAXIMUM || !length)
		return NULL;
	for (; *names; names++) {
		if (length >= 4 && strstr(*names, word)) {
			containing++;
			whole = *names;
		}
		if (strlen(*names) > WORD_MAXIMUM)
			continue;
		size_t far = distance(word, *names);
		if (far < best && far < length) {
			best = far;
			nearest = *names;
		}
	}
	return nearest ? nearest : containing == 1 ? whole : NULL;
}
