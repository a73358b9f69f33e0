/*
 * character_set: a set of characters of the Basic Multilingual Plane, and the walk over a text to the next of them, for checks that have
 * to see every character: four at a time, since nearly none is in the set.
 */
#ifndef KANLINT_CHARACTER_SET_H
#define KANLINT_CHARACTER_SET_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Not zero for each member: its kinds, bits by which one table may hold several sets. Bytes, since a bit takes three times as long to look
 * at, and a text asks for few parts of the table. Of a character beyond the plane only the low 16 bits are looked at. A set is large: it
 * stands in an arena, not in settings, which are copied.
 */
struct character_set {
	uint8_t has[0x10000];
};

static inline void character_set_add(struct character_set *set, uint32_t code_point, uint8_t kinds)
{
	set->has[(uint16_t)code_point] |= kinds;
}

/* Which of these kinds a character has. */
static inline unsigned character_set_kinds(const struct character_set *set, uint32_t code_point, uint8_t kinds)
{
	return set->has[(uint16_t)code_point] & kinds;
}

/* The index of the first character of these kinds in cp[FROM, END); END if there is none. */
static inline uint32_t character_set_next(const struct character_set *set, uint8_t kinds, const uint32_t *cp, uint32_t from, uint32_t end)
{
	const uint8_t *has = set->has;
	const uint32_t *at = cp + from, *stop = cp + end;
	while (stop - at >= 4 && ((has[(uint16_t)at[0]] | has[(uint16_t)at[1]] | has[(uint16_t)at[2]] | has[(uint16_t)at[3]]) & kinds) == 0)
		at += 4;
	while (at < stop && !(has[(uint16_t)*at] & kinds))
		at++;
	return (uint32_t)(at - cp);
}

/*
 * Where some of the bits of a table like this stand among COUNT characters, at most CHARACTER_BLOCK: bit I for cp[I]. For bits that many
 * characters have; character_set_next is for few.
 */
enum { CHARACTER_BLOCK = 64 };
uint64_t character_places(const uint8_t table[0x10000], uint8_t bits, const uint32_t *cp, uint32_t count);

#endif
