/*
 * likeness: do two characters sound or look alike? From Unihan: readings (kMandarin, kHanyuPinlu, kXHC1983, kTGHZ2013), phonetic parts
 * (kPhonetic), four-corner codes, Cangjie codes and strokes. Looked up by binary search: for candidates.
 */
#ifndef KANLINT_LIKENESS_H
#define KANLINT_LIKENESS_H

#include <stdbool.h>
#include <stdint.h>

struct data;
struct likeness_entry;

enum likeness_sound {
	SOUND_OTHER,
	SOUND_NEAR,   /* apart by what many speakers do not tell apart: z/zh, c/ch, s/sh, n/l, f/h; an/ang, en/eng, in/ing and their like */
	SOUND_SAME,   /* a syllable in common; tones do not count */
};

/* What is known of two characters. */
struct likeness {
	const struct likeness_entry *first, *second; /* NULL: nothing */
};

struct likeness likeness_of(const struct data *data, uint32_t a, uint32_t b);

/* Of any of their readings. SOUND_SAME also for one character twice, if it has a reading. */
enum likeness_sound likeness_sound(const struct likeness *likeness);

/* Have they a phonetic part in common, or are they made of nearly the same strokes? */
bool likeness_shape(const struct likeness *likeness);

#endif
