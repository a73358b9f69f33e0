/*
 * chop: every prefix of every file, and one byte of damage at every place, linted with all checks on. Meant for the build
 * with address and undefined-behaviour sanitizers.
 *
 * usage: chop DATA STEP FILE...   (every STEP-th prefix and place)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"

/* In memory of just that size, so that a look past the end is seen. */
static void lint_copy(const char *path, const char *bytes, size_t size)
{
	char *copy = malloc(size ? size : 1);
	if (!copy)
		exit(2);
	memcpy(copy, bytes, size);
	harness_lint(path, copy, size);
	free(copy);
}

int main(int argc, char **argv)
{
	if (argc < 4) {
		fprintf(stderr, "usage: chop DATA STEP FILE...\n");
		return 2;
	}
	static const char damage[] = {'\xFF', '\n', '\x80', '"', '1', '\0'};
	size_t step = strtoul(argv[2], NULL, 10), runs = 0;
	harness_init(argv[1]);
	for (int i = 3; i < argc; i++) {
		struct str file = harness_file(argv[i]);
		size_t size = file.size;
		char *bytes = (char *)file.data;
		for (size_t at = 0; at < size; at += step) {
			lint_copy(argv[i], bytes, at);
			char kept = bytes[at];
			bytes[at] = damage[(at / step) % sizeof damage];
			lint_copy(argv[i], bytes, size);
			bytes[at] = kept;
			runs += 2;
		}
		free(bytes);
	}
	printf("chop: %zu passed, 0 failed\n", runs);
	return 0;
}
