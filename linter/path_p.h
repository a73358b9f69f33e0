/* path: names of files and folders. Texts are in the arena and end in a NUL. */
#ifndef KANLINT_PATH_P_H
#define KANLINT_PATH_P_H

#include "arena.h"

/* What stands before the last slash: "." if there is none, "/" for the root's children. */
struct str path_folder(const char *path, struct arena *arena);

/* What stands after the last slash. */
const char *path_base(const char *path);

/* FOLDER/NAME; just NAME if that is absolute or FOLDER is ".". */
const char *path_join(const char *folder, const char *name, struct arena *arena);

/*
 * The absolute name of a path, its folder without symbolic links, dots and double slashes; its last part is kept, link
 * or not. Where the folder does not exist, dots are taken away by the letter.
 */
const char *path_absolute(const char *path, struct arena *arena);

/* The same, and where the last part is a link, what that leads to. */
const char *path_real(const char *path, struct arena *arena);

/* How to name an absolute path from an absolute folder: "a/b.txt", "../b.txt". Both as path_absolute makes them. */
const char *path_relative(const char *path, const char *folder, struct arena *arena);

/* An absolute path as a message shows it: from the current folder if it lies below that, else whole. */
const char *path_shown(const char *path, struct arena *arena);

#endif
