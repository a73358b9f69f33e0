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
	bool is_fresh; /* from the system, and so zero */
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
	free_blocks(arena->spare);
	arena->blocks = arena->spare = NULL;
	arena->next = arena->end = NULL;
	arena->used = 0;
}

static void open_block(struct arena *arena, struct arena_block *block)
{
	block->older = arena->blocks;
	arena->blocks = block;
	arena->next = block->data;
	arena->end = (char *)block + block->size;
}

void arena_clear(struct arena *arena)
{
	struct arena_block *kept = arena->blocks;
	if (!kept)
		return;
	while (kept->older) {
		struct arena_block *older = kept->older;
		kept->older = arena->spare;
		arena->spare = kept;
		kept = older;
	}
	arena->blocks = NULL;
	kept->is_alone = false;
	kept->is_fresh = false;
	open_block(arena, kept);
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

/* The smallest spare block of a size or more, taken out of the list; NULL if there is none. */
static struct arena_block *take_spare(struct arena *arena, size_t size, bool is_alone)
{
	struct arena_block **best = NULL;
	for (struct arena_block **link = &arena->spare; *link; link = &(*link)->older)
		if ((*link)->size >= size && (*link)->is_mapped == is_alone && (!best || (*link)->size < (*best)->size))
			best = link;
	if (!best)
		return NULL;
	struct arena_block *block = *best;
	*best = block->older;
	block->is_alone = is_alone;
	block->is_fresh = false;
	return block;
}

static void release_spare(struct arena *arena)
{
	for (const struct arena_block *block = arena->spare; block; block = block->older)
		arena->used -= block->size;
	free_blocks(arena->spare);
	arena->spare = NULL;
}

static struct arena_block *new_block(struct arena *arena, size_t size, bool is_alone)
{
	size_t wanted = arena->blocks ? arena->blocks->size * 2 : BLOCK_FIRST;
	if (wanted > BLOCK_LAST)
		wanted = BLOCK_LAST;
	if (wanted < size)
		wanted = size;
	if (arena->limit && arena->used + wanted > arena->limit)
		release_spare(arena);
	if (arena->limit && arena->used + wanted > arena->limit)
		overflow(arena);
	struct arena_block *block = is_alone ? map_block(wanted) : malloc(wanted);
	if (!block)
		overflow(arena);
	*block = (struct arena_block){.size = wanted, .is_alone = is_alone, .is_mapped = is_alone, .is_fresh = is_alone};
	arena->used += wanted;
	return block;
}

static void add_block(struct arena *arena, size_t size)
{
	bool is_alone = size > BLOCK_LAST;
	size += sizeof(struct arena_block);
	struct arena_block *block = take_spare(arena, size, is_alone);
	open_block(arena, block ? block : new_block(arena, size, is_alone));
	if (is_alone)
		arena->end = (char *)arena->blocks + size;
}

static size_t rounded(size_t size)
{
	return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

void *arena_alloc_raw(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		overflow(arena);
	size = rounded(size ? size : 1); /* memory of no bytes has a place too */
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
	bool is_fresh = arena->blocks != last && arena->blocks->is_fresh;
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
	if (wanted <= old_size)
		return array;
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
