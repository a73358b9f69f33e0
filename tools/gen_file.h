/* gen_file: how the generators of the data file read their lists. What is wrong ends the program with a message. */
#ifndef KANLINT_GEN_FILE_H
#define KANLINT_GEN_FILE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline _Noreturn void fail(const char *what, const char *name)
{
	fprintf(stderr, "gen_words: %s %s\n", what, name);
	exit(1);
}

static inline FILE *open_in(const char *folder, const char *name)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "r");
	if (!file)
		fail("cannot open", path);
	return file;
}

/* The next line without its end; NULL: there is none. */
static inline char *next_line(FILE *file, char *line, size_t size)
{
	if (!fgets(line, (int)size, file))
		return NULL;
	line[strcspn(line, "\n")] = 0;
	return line;
}

#endif
