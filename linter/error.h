/* error: what went wrong, as one whole sentence for a person; and BUG for what cannot happen. */
#ifndef KANLINT_ERROR_H
#define KANLINT_ERROR_H

#include <stdarg.h>
#include <stdbool.h>

/* A function that can fail returns false and fills one of these. The text has no final stop and no newline. */
struct error {
	char text[1024];
};

/* Writes the sentence (cut at the size of the field, never inside a character) and returns false, for `return error_set(...)`. */
bool error_set(struct error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A broken invariant of the program itself: prints where, and aborts. */
_Noreturn void bug(const char *file, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));
#define BUG(...) bug(__FILE__, __LINE__, __VA_ARGS__)

#endif
