/* terminal: what the other end of a stream can show. */
#ifndef KANLINT_TERMINAL_P_H
#define KANLINT_TERMINAL_P_H

#include <stdbool.h>
#include <stdio.h>

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

enum style { STYLE_NONE, STYLE_ERROR, STYLE_WARNING, STYLE_NOTE, STYLE_BOLD, STYLE_RIGHT, STYLE_WRONG, STYLE_CODE, STYLE_DIM };

/*
 * Shall colours go to a stream? WHEN_AUTO: NO_COLOR (not empty) says no, then CLICOLOR_FORCE or FORCE_COLOR (neither empty nor 0) yes, then
 * CLICOLOR=0 or TERM=dumb no; else where it is a terminal.
 */
bool terminal_has_color(enum when when, FILE *out);

/* The same for what a program may read, as a diff: the environment cannot force colours into a pipe. */
bool terminal_has_color_of_its_own(enum when when, FILE *out);

/* Shall links (OSC 8)? WHEN_AUTO: on a terminal that is not dumb. */
bool terminal_has_links(enum when when, FILE *out);

/* Is a stream a terminal that can erase a line? */
bool terminal_can_erase(FILE *out);

/* Columns of the terminal behind a stream; 0: it is none. */
unsigned terminal_cells(FILE *out);

/* Columns to wrap text at: those of the terminal, else COLUMNS, else 80. At least 20. */
unsigned terminal_text_cells(FILE *out);

/*
 * Cells of East Asian Ambiguous characters: KANLINT_AMBIGUOUS_WIDTH (1 or 2); 1 where standard output is a terminal that is known to have it so;
 * else 2 where LC_ALL, LC_CTYPE or LANG is zh, ja or ko, and 1 elsewhere.
 */
int terminal_ambiguous_width(void);

/* What begins a style, and what ends every one; empty where ON is false. */
const char *style_begin(enum style style, bool on);
const char *style_end(bool on);

#endif
