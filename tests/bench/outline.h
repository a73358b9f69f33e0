/* outline: the article whose shape a made article has. */
#ifndef KANLINT_BENCH_OUTLINE_H
#define KANLINT_BENCH_OUTLINE_H

#include <stddef.h>
#include <stdint.h>

struct outline {
	uint32_t *characters;
	size_t count;
};

/* Ends the program with a message if the file cannot be read. */
struct outline outline_read(const char *path);

/* Characters from AT to the end of the line. */
size_t outline_line(const struct outline *outline, size_t at);

/* May the character be another one? Han that is no numeral and stands by none. */
int outline_is_filling(const struct outline *outline, size_t at);

/* The last of the digits of a number that is no date or time. */
int outline_is_last_digit(const struct outline *outline, size_t at);

/* The end of the clause with a figure that begins at AT and ends in a comma, so that it may be left out; AT if there is none. */
size_t outline_clause_with_figure(const struct outline *outline, size_t at);

#endif
