/*
 * text: makes Chinese text of any size, the same for the same seed: a chain of characters that follows which character comes
 * after which two in the files it is given. Quotes and brackets are left out, since a chain cannot pair them; of the line
 * breaks that would make a line shorter than 40 characters three in four are left out, or half of the lines would be headings.
 *
 * usage: text BYTES SEED FILE...
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../linter/utf8.h"

enum { BUCKETS = 1 << 16 };

static uint32_t *characters, *follower, bucket_head[BUCKETS];
static size_t count, capacity;

static uint64_t random_next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static void add(uint32_t character)
{
	if (count == capacity) {
		capacity = capacity ? capacity * 2 : 1 << 16;
		characters = realloc(characters, capacity * sizeof *characters);
		if (!characters)
			exit(1);
	}
	characters[count++] = character;
}

static void read_file(const char *path)
{
	static const char left_out[] = "“”‘’「」『』（）()《》〈〉【】\"'";
	FILE *file = fopen(path, "rb");
	char *line = NULL;
	size_t size = 0;
	if (!file)
		exit(1);
	while (getline(&line, &size, file) > 0)
		for (const char *at = line; *at;) {
			const char *from = at;
			uint32_t character = character_decode(&at);
			char bytes[5] = {0};
			memcpy(bytes, from, (size_t)(at - from));
			if (!strstr(left_out, bytes))
				add(character);
		}
	free(line);
	fclose(file);
}

static uint32_t bucket(uint32_t a, uint32_t b)
{
	return (a * 0x9E3779B1u ^ b * 0x85EBCA6Bu) >> 16;
}

/* follower[] chains the places where the same two characters stand. */
static void link_places(void)
{
	follower = calloc(count, sizeof *follower);
	if (!follower)
		exit(1);
	for (uint32_t i = 2; i < count; i++) {
		uint32_t *head = &bucket_head[bucket(characters[i - 2], characters[i - 1])];
		follower[i] = *head;
		*head = i;
	}
}

static uint32_t pick(uint32_t a, uint32_t b, uint64_t *state)
{
	uint32_t choices[64], found = 0;
	for (uint32_t i = bucket_head[bucket(a, b)]; i && found < 64; i = follower[i])
		if (characters[i - 2] == a && characters[i - 1] == b)
			choices[found++] = characters[i];
	return found ? choices[random_next(state) % found] : characters[random_next(state) % count];
}

int main(int argc, char **argv)
{
	if (argc < 4)
		return 1;
	size_t bytes = strtoull(argv[1], NULL, 10), written = 0;
	uint64_t state = strtoull(argv[2], NULL, 10) * 2654435761u + 88172645463325252u;
	for (int i = 3; i < argc; i++)
		read_file(argv[i]);
	if (count < 3)
		return 1;
	link_places();
	uint32_t a = characters[0], b = characters[1], column = 0;
	while (written < bytes) {
		uint32_t next = pick(a, b, &state);
		if (next != '\n' || column >= 40 || random_next(&state) % 4 == 0) {
			char out[4];
			uint32_t size = character_encode(next, out);
			fwrite(out, 1, size, stdout);
			written += size;
			column = next == '\n' ? 0 : column + 1;
		}
		a = b;
		b = next;
	}
	return fflush(stdout) != 0;
}
