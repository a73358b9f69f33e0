/* main: the program; the only file that ends it. */
#include <stdio.h>
#include <stdlib.h>

#include "config_p.h"
#include "data_p.h"
#include "language_p.h"
#include "output/writer_p.h"
#include "run_p.h"

/* A first, small main: files on the command line, --select. cli.c takes its place. */
int main(int argc, char **argv)
{
	struct arena arena;
	struct error error;
	arena_init(&arena);
	struct config_options options = {.variant = -1, .fail_on = -1, .confidence = -1};
	language_init(NULL, "/nonexistent");
	const struct data *data = data_open("build/kanlint.dat", &arena, &error);
	int first = 1;
	for (; first < argc && argv[first][0] == '-' && argv[first][1]; first++)
		if (!strncmp(argv[first], "--select=", 9))
			options.select = argv[first] + 9;
	struct config *config = data ? config_new(&options, data, &arena, &error) : NULL;
	if (!config) {
		fprintf(stderr, "kanlint: %s\n", error.text);
		return 2;
	}
	struct writer_options writer_options = {.ambiguous_width = 2};
	void *state = writer_gcc.begin(stdout, &writer_options, &arena);
	int status = 0;
	for (int i = first; i < argc; i++) {
		struct result result = {0};
		arena_init(&result.arena);
		bool said;
		const struct policy *policy = config_policy(config, argv[i], &error, &said);
		if (!input_read(&result.input, argv[i], argv[i], NULL, &result.arena, &error)) {
			fprintf(stderr, "%s: error: %s\n", argv[i], error.text);
			status = 2;
			continue;
		}
		lint_input(&result, policy, data, 0);
		for (size_t j = 0; j < result.count; j++)
			writer_gcc.finding(state, &result.diagnostics[j], &result.arena);
		if (result.count && !status)
			status = 1;
		input_release(&result.input);
		arena_release(&result.arena);
	}
	arena_release(&arena);
	return status;
}
