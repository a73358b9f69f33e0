/* main: the program; the only file that ends it. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli_p.h"
#include "data_p.h"
#include "explain_p.h"
#include "language_p.h"
#include "lsp/lsp_p.h"
#include "rule_test_p.h"
#include "run_p.h"
#include "version_p.h"

/*
 * A file or folder that belongs to the program: beside it (in the build folder), or in ../share/kanlint of where it is
 * installed. Never of the current folder.
 */
static const char *own_path(const char *name, struct arena *arena)
{
	char program[PATH_MAX];
	ssize_t size = readlink("/proc/self/exe", program, sizeof program - 1);
	if (size < 0)
		return name;
	program[size] = 0;
	*strrchr(program, '/') = 0;
	const char *beside = arena_format(arena, "%s/%s", program, name).data;
	return access(beside, R_OK) == 0 ? beside : arena_format(arena, "%s/../share/kanlint/%s", program, name).data;
}

/* What the user named may stand in a sentence: no control character of it reaches the terminal. */
static int fail(const struct error *error)
{
	fputs("kanlint: ", stderr);
	write_escaped(stderr, str_from(error->text));
	putc('\n', stderr);
	return 2;
}

static int print_config(const struct cli *cli, const struct data *data, struct arena *arena)
{
	struct error error;
	struct config *config = config_new(&cli->config, data, arena, &error);
	if (config && config_print(config, cli->path_count ? cli->paths[0] : ".", &error)) {
		int status = 0;
		for (const char *sentence; (sentence = config_problem(config)); status = 2)
			fprintf(stderr, "kanlint: %s\n", sentence);
		return status;
	}
	return fail(&error);
}

/* Markdown for whoever reads standard output, unless that is a person. */
static int explain(const struct cli *cli, struct arena *arena)
{
	struct error error;
	struct page_style style = {terminal_text_cells(stdout), cli->writer.ambiguous_width, terminal_has_color_of_its_own(cli->color, stdout)};
	bool is_read = style.color || terminal_cells(stdout) > 0;
	return explain_check(stdout, cli->explain, is_read ? &style : NULL, arena, &error) ? 0 : fail(&error);
}

static int act(const struct cli *cli, struct arena *arena)
{
	struct error error;
	switch (cli->action) {
	case ACTION_HELP:
		cli_help(stdout, terminal_has_color(cli->color, stdout));
		return 0;
	case ACTION_PRINT_OPTIONS:
		cli_print_options(stdout);
		return 0;
	case ACTION_VERSION:
		printf("kanlint %s\n", KANLINT_VERSION);
		return 0;
	case ACTION_LIST_CHECKS:
		explain_list(stdout);
		return 0;
	case ACTION_EXPLAIN:
		return explain(cli, arena);
	case ACTION_PRINT_CONFIG:
	case ACTION_LSP:
	case ACTION_TEST_RULES:
	case ACTION_LINT: break;
	}
	const struct data *data = data_open(own_path("kanlint.dat", arena), arena, &error);
	if (!data)
		return fail(&error);
	if (cli->action == ACTION_LSP)
		return lsp_serve(STDIN_FILENO, stdout, &cli->config, data);
	if (cli->action == ACTION_TEST_RULES)
		return rules_test(stdout, cli->paths, cli->quiet, data, arena);
	return cli->action == ACTION_PRINT_CONFIG ? print_config(cli, data, arena) : run(cli, data, arena);
}

int main(int argc, char **argv)
{
	struct arena arena;
	struct cli cli;
	struct error error;
	arena_init(&arena);
	bool parsed = cli_parse(&cli, argc, argv, &arena, &error);
	language_init(cli.lang, own_path("locale", &arena));
	int status = parsed ? act(&cli, &arena) : fail(&error);
	if (status != 2 && (fflush(stdout) != 0 || ferror(stdout))) {
		fputs("kanlint: standard output: cannot be written\n", stderr);
		status = 2;
	}
	arena_release(&arena);
	exit(status);
}
