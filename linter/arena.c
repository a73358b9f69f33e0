/*
 * arena: blocks from malloc, each twice the one before, up to a mebibyte. A larger wish gets a block of its own from the system:
 * it grows without a copy, and the part that is never touched costs nothing.
 */
#include "arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "error.h"

enum { BLOCK_FIRST = 16 * 1024, BLOCK_LAST = 1024 * 1024, ALIGNMENT = 16 };

struct arena_block {
	struct arena_block *older;
	size_t size;   /* of the whole block, this head included */
	bool is_alone; /* holds one allocation, which no ordinary block could */
	bool is_mapped;
	_Alignas(ALIGNMENT) char data[];
};

void arena_init(struct arena *arena)
{
	*arena = (struct arena){0};
}

static void free_block(struct arena_block *block)
{
	if (!block->is_mapped)
		free(block);
	else if (munmap(block, block->size) != 0)
		BUG("memory of the arena is not given back");
}

static void free_blocks(struct arena_block *block)
{
	while (block) {
		struct arena_block *older = block->older;
		free_block(block);
		block = older;
	}
}

void arena_release(struct arena *arena)
{
	free_blocks(arena->blocks);
	arena->blocks = NULL;
	arena->next = arena->end = NULL;
	arena->used = 0;
}

/* Keeps the largest block: new memory from the system is dearer than anything that is done with it. */
void arena_clear(struct arena *arena)
{
	struct arena_block *kept = arena->blocks;
	if (!kept)
		return;
	for (struct arena_block *block = kept; block; block = block->older)
		if (block->size > kept->size)
			kept = block;
	for (struct arena_block *block = arena->blocks, *older; block; block = older) {
		older = block->older;
		if (block != kept)
			free_block(block);
	}
	kept->older = NULL;
	kept->is_alone = false;
	arena->blocks = kept;
	arena->next = kept->data;
	arena->end = (char *)kept + kept->size;
	arena->used = kept->size;
}

static _Noreturn void overflow(struct arena *arena)
{
	if (arena->overflow)
		longjmp(*arena->overflow, 1);
	BUG("out of memory");
}

/*
 * Large pages, where the system has them: most of the time of a first pass over new memory is page faults. All of the block is
 * advised alike, for mremap moves only what is alike. NULL: there is no memory.
 */
static struct arena_block *map_block(size_t size)
{
	struct arena_block *block = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (block == MAP_FAILED)
		return NULL;
	madvise(block, size, MADV_HUGEPAGE);
	return block;
}

static void add_block(struct arena *arena, size_t size)
{
	size_t wanted = arena->blocks ? arena->blocks->size * 2 : BLOCK_FIRST;
	if (wanted > BLOCK_LAST)
		wanted = BLOCK_LAST;
	if (wanted < size + sizeof(struct arena_block))
		wanted = size + sizeof(struct arena_block);
	if (arena->limit && arena->used + wanted > arena->limit)
		overflow(arena);
	bool is_alone = size > BLOCK_LAST;
	struct arena_block *block = is_alone ? map_block(wanted) : malloc(wanted);
	if (!block)
		overflow(arena);
	*block = (struct arena_block){.older = arena->blocks, .size = wanted, .is_alone = is_alone, .is_mapped = is_alone};
	arena->blocks = block;
	arena->next = block->data;
	arena->end = (char *)block + wanted;
	arena->used += wanted;
}

static size_t rounded(size_t size)
{
	return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

void *arena_alloc_raw(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		overflow(arena);
	size = rounded(size);
	if ((size_t)(arena->end - arena->next) < size)
		add_block(arena, size);
	void *memory = arena->next;
	arena->next += size;
	return memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const struct arena_block *last = arena->blocks;
	void *memory = arena_alloc_raw(arena, size);
	bool is_fresh = arena->blocks != last && arena->blocks->is_mapped; /* and so zero */
	return is_fresh ? memory : memset(memory, 0, size);
}

/*
 * An allocation that no ordinary block can hold stands alone in a block: that block can grow without leaving the old one
 * behind, and the system moves its pages without copying them. NULL if ARRAY does not stand alone.
 */
static void *grow_alone(struct arena *arena, void *array, size_t size)
{
	struct arena_block **link = &arena->blocks;
	while (*link && (!(*link)->is_alone || (*link)->data != array))
		link = &(*link)->older;
	if (!*link)
		return NULL;
	size_t old_size = (*link)->size, wanted = sizeof **link + size;
	if (arena->limit && arena->used - old_size + wanted > arena->limit)
		overflow(arena);
	struct arena_block *block = mremap(*link, old_size, wanted, MREMAP_MAYMOVE);
	if (block == MAP_FAILED)
		overflow(arena);
	block->size = wanted;
	*link = block;
	arena->used += wanted - old_size;
	if (link == &arena->blocks)
		arena->next = arena->end = (char *)block + wanted;
	return block->data;
}

void *arena_grow(struct arena *arena, void *array, size_t element_size, size_t count, size_t *capacity)
{
	if (count < *capacity)
		return array;
	size_t old_size = rounded(*capacity * element_size);
	*capacity = *capacity ? *capacity * 2 : 8;
	if (*capacity > SIZE_MAX / 2 / element_size)
		overflow(arena);
	void *larger = old_size > BLOCK_LAST ? grow_alone(arena, array, rounded(*capacity * element_size)) : NULL;
	if (larger)
		return larger;
	larger = arena_alloc_raw(arena, *capacity * element_size);
	if (count)
		memcpy(larger, array, count * element_size);
	return larger;
}

struct str arena_copy(struct arena *arena, struct str text)
{
	char *copy = arena_alloc_raw(arena, text.size + 1);
	if (text.size)
		memcpy(copy, text.data, text.size);
	copy[text.size] = 0;
	return (struct str){copy, text.size};
}

char *arena_strdup(struct arena *arena, const char *text)
{
	size_t size = strlen(text) + 1;
	return memcpy(arena_alloc_raw(arena, size), text, size);
}

static struct str vformat(struct arena *arena, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int size = vsnprintf(NULL, 0, format, arguments);
	if (size < 0)
		BUG("bad format: %s", format);
	char *text = arena_alloc_raw(arena, (size_t)size + 1);
	vsnprintf(text, (size_t)size + 1, format, again);
	va_end(again);
	return (struct str){text, (size_t)size};
}

struct str arena_format(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	struct str text = vformat(arena, format, arguments);
	va_end(arguments);
	return text;
}
