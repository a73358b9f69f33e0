/* map: open addressing, at most half full. */
#include "map_p.h"

#include "hash_p.h"

static struct map_slot *slot_of(const struct map *map, struct str key)
{
	size_t at = (size_t)hash_text(key) & (map->capacity - 1);
	while (map->slots[at].key.data && !str_equal(map->slots[at].key, key))
		at = (at + 1) & (map->capacity - 1);
	return &map->slots[at];
}

void **map_find(const struct map *map, struct str key)
{
	struct map_slot *slot = map->capacity ? slot_of(map, key) : NULL;
	return slot && slot->key.data ? &slot->value : NULL;
}

static void grow(struct map *map, struct arena *arena)
{
	struct map old = *map;
	map->capacity = old.capacity ? old.capacity * 2 : 16;
	map->slots = ARENA_ARRAY(arena, struct map_slot, map->capacity);
	for (size_t i = 0; i < old.capacity; i++)
		if (old.slots[i].key.data)
			*slot_of(map, old.slots[i].key) = old.slots[i];
}

void **map_put(struct map *map, struct str key, struct arena *arena)
{
	if (map->count * 2 >= map->capacity)
		grow(map, arena);
	struct map_slot *slot = slot_of(map, key);
	if (!slot->key.data) {
		slot->key = key;
		map->count++;
	}
	return &slot->value;
}
