/* main: the program; the only file that ends it. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli_p.h"
#include "data_p.h"
#include "explain_p.h"
#include "language_p.h"
#include "lsp/lsp_p.h"
#include "path_p.h"
#include "plugin_p.h"
#include "rule_test_p.h"
#include "run_p.h"
#include "version_p.h"

/* The folder of the program, whatever links lead to it; without /proc (a chroot) by the name under which it was started. */
static const char *own_folder(struct arena *arena)
{
	char program[PATH_MAX];
	const char *started = (const char *)getauxval(AT_EXECFN);
	ssize_t size = readlink("/proc/self/exe", program, sizeof program - 1);
	if (size >= 0)
		program[size] = 0;
	else if (!started || !realpath(started, program))
		return "/";
	return path_folder(program, arena).data;
}

/*
 * A file or folder that belongs to the program: beside it (in the build folder), or where it is installed in ../share/kanlint
 * (a folder in ../share). Never of the current folder.
 */
static const char *own_path(const char *name, bool is_folder, struct arena *arena)
{
	const char *folder = own_folder(arena);
	const char *beside = path_join(folder, name, arena);
	struct stat status;
	/* There is a program named locale, in the same folder as this one. */
	if (stat(beside, &status) == 0 && S_ISDIR(status.st_mode) == is_folder)
		return beside;
	return path_join(folder, is_folder ? arena_format(arena, "../share/%s", name).data : arena_format(arena, "../share/kanlint/%s", name).data, arena);
}

/* What the user named may stand in a sentence: no control character of it reaches the terminal. */
static void say(const char *sentence)
{
	fputs("kanlint: ", stderr);
	write_escaped(stderr, str_from(sentence));
	putc('\n', stderr);
}

static int fail(const struct error *error)
{
	say(error->text);
	return 2;
}

static int print_config(const struct cli *cli, const struct data *data, struct arena *arena)
{
	struct error error;
	struct config *config = config_new(&cli->config, data, arena, &error);
	if (config && config_print(config, cli->path_count ? cli->paths[0] : ".", &error)) {
		int status = 0;
		for (const char *sentence; (sentence = config_problem(config)); status = 2)
			say(sentence);
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
	return explain_check(stdout, cli->config.checks, cli->explain, is_read ? &style : NULL, arena, &error) ? 0 : fail(&error);
}

/* Puts the checks of plug-ins into the table. */
static bool load_plugins(struct cli *cli, struct arena *arena, struct error *error)
{
	struct plugin_files files = {0};
	for (size_t i = 0; cli->plugins[i]; i++)
		ARENA_PUSH(arena, files.items, files.count, files.capacity, (struct plugin_file){cli->plugins[i], ""});
	if (!cli->config.no_config && !plugin_files_of_user(&files, arena, error))
		return false;
	cli->config.checks = plugins_load(&files, checks_table, arena, error);
	return cli->config.checks != NULL;
}

static int act(struct cli *cli, struct arena *arena)
{
	struct error error;
	bool speaks_of_itself = cli->action == ACTION_HELP || cli->action == ACTION_VERSION || cli->action == ACTION_PRINT_OPTIONS;
	if (!speaks_of_itself && !load_plugins(cli, arena, &error))
		return fail(&error);
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
		explain_list(stdout, cli->config.checks);
		return 0;
	case ACTION_EXPLAIN:
		return explain(cli, arena);
	case ACTION_PRINT_CONFIG:
	case ACTION_LSP:
	case ACTION_TEST_RULES:
	case ACTION_LINT: break;
	}
	const struct data *data = data_open(own_path("kanlint.dat", false, arena), arena, &error);
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
	language_init(cli.lang, own_path("locale", true, &arena));
	int status = parsed ? act(&cli, &arena) : fail(&error);
	if (status != 2 && (fflush(stdout) != 0 || ferror(stdout))) {
		fputs("kanlint: standard output: cannot be written\n", stderr);
		status = 2;
	}
	arena_release(&arena);
	exit(status);
}
