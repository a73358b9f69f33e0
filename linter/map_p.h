/* map: from texts to pointers, in an arena. Nothing is ever taken out. */
#ifndef KANLINT_MAP_P_H
#define KANLINT_MAP_P_H

#include "arena.h"

struct map_slot {
	struct str key; /* the caller's: must live as long as the map; NULL data: free */
	void *value;
};

struct map {
	struct map_slot *slots;
	size_t count, capacity;
};

/* Where the value of a key stands; NULL if the key was never put. */
void **map_find(const struct map *map, struct str key);

/* The same, but puts a key that is not there, with a NULL value. Valid until the next map_put. */
void **map_put(struct map *map, struct str key, struct arena *arena);

#endif
