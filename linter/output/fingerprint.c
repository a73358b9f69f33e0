/* fingerprint: a hash of the line, not of its number; the hash of a line is kept while its findings come. */
#include "fingerprint_p.h"

#include "../record_p.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { SEEN_INITIAL = 256 };

/* How often a hash was seen in the file of this number. */
struct seen {
	uint64_t hash;
	uint32_t count;
	uint32_t file;
};

struct fingerprints {
	struct arena *arena;
	char *path;                /* of the file that is being written */
	size_t path_capacity;
	uint32_t file;             /* its number, from 1 */
	uint32_t record_line;      /* of the record that is being written; 0: none */
	uint64_t record_hash;      /* what tells it from the others of its stream; 0: none */
	size_t line_begin;         /* the line whose hash is kept */
	uint64_t line_hash;        /* with the record's as its seed: a text may be one line, whose hash is the same */
	bool line_known;
	struct seen *seen;         /* open addressing; a slot of an earlier file is free */
	size_t seen_capacity;      /* a power of two */
	size_t seen_count;
};

struct fingerprints *fingerprints_new(struct arena *arena)
{
	struct fingerprints *fingerprints = ARENA_NEW(arena, struct fingerprints);
	fingerprints->arena = arena;
	fingerprints->seen_capacity = SEEN_INITIAL;
	fingerprints->seen = ARENA_ARRAY(arena, struct seen, SEEN_INITIAL);
	return fingerprints;
}

/* A record is known by its id, or else by its text: its line is another when records come or go. */
static void enter_record(struct fingerprints *fingerprints, const struct diagnostic *diagnostic)
{
	const struct record *record = diagnostic->record;
	if (fingerprints->record_line == record->line)
		return;
	struct str name = record->id ? str_from(record->id) : diagnostic->source;
	fingerprints->record_line = record->line;
	fingerprints->record_hash = XXH3_64bits(name.data, name.size);
	fingerprints->line_known = false;
}

static void enter_file(struct fingerprints *fingerprints, const char *path)
{
	if (fingerprints->path && strcmp(fingerprints->path, path) == 0)
		return;
	fingerprints->record_line = 0;
	fingerprints->record_hash = 0;
	size_t size = strlen(path) + 1;
	if (size > fingerprints->path_capacity) {
		fingerprints->path_capacity = size * 2;
		fingerprints->path = arena_alloc(fingerprints->arena, fingerprints->path_capacity);
	}
	memcpy(fingerprints->path, path, size);
	fingerprints->file++;
	fingerprints->seen_count = 0;
	fingerprints->line_known = false;
}

static uint64_t hash_line(struct fingerprints *fingerprints, const struct diagnostic *diagnostic)
{
	const struct place *place = &diagnostic->region.begin;
	size_t begin = place->byte - (place->byte_column - 1);
	if (fingerprints->line_known && fingerprints->line_begin == begin)
		return fingerprints->line_hash;
	struct str line = diagnostic_line(diagnostic->source, *place);
	fingerprints->line_begin = begin;
	fingerprints->line_known = true;
	return fingerprints->line_hash = XXH3_64bits_withSeed(line.data, line.size, fingerprints->record_hash);
}

static struct seen *find_slot(struct seen *seen, size_t capacity, uint64_t hash, uint32_t file)
{
	size_t slot = hash & (capacity - 1);
	while (seen[slot].file == file && seen[slot].hash != hash)
		slot = (slot + 1) & (capacity - 1);
	return &seen[slot];
}

static void grow(struct fingerprints *fingerprints)
{
	size_t capacity = fingerprints->seen_capacity * 2;
	struct seen *seen = ARENA_ARRAY(fingerprints->arena, struct seen, capacity);
	for (size_t i = 0; i < fingerprints->seen_capacity; i++)
		if (fingerprints->seen[i].file == fingerprints->file)
			*find_slot(seen, capacity, fingerprints->seen[i].hash, fingerprints->file) = fingerprints->seen[i];
	fingerprints->seen = seen;
	fingerprints->seen_capacity = capacity;
}

/* Which of the same findings of this file it is, from 1. */
static uint32_t count_of(struct fingerprints *fingerprints, uint64_t hash)
{
	if (fingerprints->seen_count * 2 >= fingerprints->seen_capacity)
		grow(fingerprints);
	struct seen *seen = find_slot(fingerprints->seen, fingerprints->seen_capacity, hash, fingerprints->file);
	if (seen->file != fingerprints->file) {
		*seen = (struct seen){hash, 0, fingerprints->file};
		fingerprints->seen_count++;
	}
	return ++seen->count;
}

struct str fingerprint(struct fingerprints *fingerprints, const struct diagnostic *diagnostic, struct arena *scratch)
{
	const char *name = diagnostic->check->name, *key = diagnostic->message->key;
	enter_file(fingerprints, diagnostic->path);
	if (diagnostic->record)
		enter_record(fingerprints, diagnostic);
	uint64_t hash = hash_line(fingerprints, diagnostic);
	hash = XXH3_64bits_withSeed(name, strlen(name), hash);
	if (key)
		hash = XXH3_64bits_withSeed(key, strlen(key), hash);
	return arena_format(scratch, "%016llx:%u", (unsigned long long)hash, count_of(fingerprints, hash));
}
