/* lsp: the editor server, kanlint --lsp: the Language Server Protocol 3.17. */
#ifndef KANLINT_LSP_P_H
#define KANLINT_LSP_P_H

#include <stdio.h>

#include "../config_p.h"

/*
 * Serves the client at the descriptor IN and at OUT until it says exit or closes its end. Returns the exit status: 0 if the client had asked for
 * shutdown, else 1. OPTIONS are those of the command line; they win over every file, as in a run.
 */
int lsp_serve(int in, FILE *out, const struct config_options *options, const struct data *data);

#endif
