/* rule_test: runs the examples of files of rules. */
#ifndef KANLINT_RULE_TEST_P_H
#define KANLINT_RULE_TEST_P_H

#include <stdio.h>

#include "arena.h"

struct data;

/*
 * Tests the rules of files (the list ends in NULL): a line for each example that fails, and a summary unless QUIET. Returns the exit
 * status: 0 all is well, 1 an example fails, 2 a rule or a file is wrong.
 */
int rules_test(FILE *out, const char *const *paths, bool quiet, const struct data *data, struct arena *arena);

#endif
