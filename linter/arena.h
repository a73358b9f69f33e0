/*
 * arena: memory that is handed out piece by piece and given back all at once.
 *
 * An allocation never returns NULL. When the limit of an arena is passed, or the system has no more memory, the arena
 * jumps to its overflow handler; without one the program ends with a BUG message. So nobody but the owner of an arena
 * has to think about failure.
 */
#ifndef KANLINT_ARENA_H
#define KANLINT_ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

struct arena_block;

struct arena {
	struct arena_block *blocks; /* newest first */
	struct arena_block *spare;  /* cleared, to be used again */
	char *next;                 /* free part of the newest block */
	char *end;
	size_t used;                /* bytes asked from the system, the spare ones too */
	size_t limit;               /* 0: none */
	jmp_buf *overflow;          /* where to go when the limit is passed; NULL: abort */
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);

/* Takes everything back, and keeps the memory for the next round: what comes new from the system is dearer than what is done with it. */
void arena_clear(struct arena *arena);

/* Zeroed memory, aligned for every type. */
void *arena_alloc(struct arena *arena, size_t size);

/* Like arena_alloc, but not zeroed: for large arrays that are filled at once. */
void *arena_alloc_raw(struct arena *arena, size_t size);

#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc((arena), sizeof(type) * (size_t)(count)))
#define ARENA_NEW(arena, type) ARENA_ARRAY(arena, type, 1)

/* Makes room for one more element of an array in an arena: doubles the capacity if it is full, returns the array. */
void *arena_grow(struct arena *arena, void *array, size_t element_size, size_t count, size_t *capacity);

/* Appends VALUE to an array that is described by three fields: ITEMS, COUNT, CAPACITY (size_t). */
#define ARENA_PUSH(arena, items, count, capacity, ...) \
	((count) < (capacity) ? (void)0 : (void)((items) = arena_grow((arena), (items), sizeof *(items), (count), &(capacity))), \
		(items)[(count)++] = (__VA_ARGS__))

/* Copies end in a NUL, which is not counted. */
char *arena_strdup(struct arena *arena, const char *text);
struct str arena_copy(struct arena *arena, struct str text);
struct str arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
