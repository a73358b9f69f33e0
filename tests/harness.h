/* harness: lints bytes in memory with every check on. */
#ifndef KANLINT_HARNESS_H
#define KANLINT_HARNESS_H

#include <stddef.h>

/* Opens the dictionary; ends the program with a message if that cannot be. */
void harness_init(const char *data_path);

/* Lints SIZE bytes; NAME tells the format. Aborts if a place of a finding is outside the text. Returns the number of findings. */
size_t harness_lint(const char *name, const char *bytes, size_t size);

#endif
