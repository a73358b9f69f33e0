/* run: lints the files of a command line and hands their diagnostics to the writers, in order. */
#ifndef KANLINT_RUN_P_H
#define KANLINT_RUN_P_H

#include "cli_p.h"

/* Runs the whole command. Returns the exit status: 0, 1 or 2 (see cli_help). Errors go to standard error, one line each. */
int run(const struct cli *cli, const struct data *data, struct arena *arena);

#endif
