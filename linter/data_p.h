/* data: the mapped file of dictionaries and tables, build/kanlint.dat beside the program or in PREFIX/share/kanlint. */
#ifndef KANLINT_DATA_P_H
#define KANLINT_DATA_P_H

#include "arena.h"
#include "error.h"

struct data;

/* Maps the file. NULL with a sentence if it is missing, damaged or of another version. */
const struct data *data_open(const char *path, struct arena *arena, struct error *error);

#endif
