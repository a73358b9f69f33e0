/* harness: lints bytes in memory. Shared by chop, fixes, the fuzzers and what makes random edits. */
#ifndef KANLINT_HARNESS_H
#define KANLINT_HARNESS_H

#include "../linter/result_p.h"

/* Opens the dictionary; ends the program with a message if that cannot be. */
void harness_init(const char *data_path);

/* A whole file, with a NUL after it that is not counted, from malloc; ends the program with a message if it cannot be read. */
struct str harness_file(const char *path);

/* Every check on, at every confidence; CONFIG is a config file that says the options, or NULL. */
const struct policy *harness_policy(const char *config);

/* What a user of a profile has on, at the confidence that is shown to them. */
const struct policy *harness_profile(const char *profile);

/* The checks that SELECT names, every message of them, for articles of this variant. */
const struct policy *harness_select(const char *select, enum variant variant);

/* The next number of a series that its state begins; the state is not 0. */
uint64_t harness_random(uint64_t *state);

/* Lints SOURCE into RESULT, whose arena the caller releases; NAME tells the format. Aborts if a place of a finding is outside the text. */
void harness_result(struct result *result, const struct policy *policy, const char *name, struct str source);

/* Lints SIZE bytes with every check and makes all messages. Returns the number of findings. */
size_t harness_lint(const char *name, const char *bytes, size_t size);

#endif
