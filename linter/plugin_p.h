/*
 * plugin: checks from shared objects. A plug-in is code: it is loaded only where the user says so, on the command line or in the
 * configuration of the user's own, never because of a file in the tree that is linted.
 */
#ifndef KANLINT_PLUGIN_P_H
#define KANLINT_PLUGIN_P_H

#include "check.h"

/* A plug-in to be loaded. */
struct plugin_file {
	const char *path;
	const char *place; /* "FILE:LINE:COLUMN: " of the configuration that names it; "": the command line does */
};

struct plugin_files {
	struct plugin_file *items;
	size_t count, capacity;
};

/*
 * Adds what the user's own configuration names: `plugins:` in $XDG_CONFIG_HOME/kanlint/config.yaml, or in ~/.config/kanlint/config.yaml.
 * Paths are relative to that file; ~/ is the home folder. No file is no error. False with a sentence.
 */
bool plugin_files_of_user(struct plugin_files *files, struct arena *arena, struct error *error);

/*
 * A table of the checks of TABLE (sorted by name, ends in NULL) and of the plug-ins, sorted by name. TABLE itself if there are no
 * plug-ins. NULL with a sentence, the plug-in's path in front, if one of them is not whole and right.
 */
const struct check *const *plugins_load(const struct plugin_files *files, const struct check *const *table, struct arena *arena, struct error *error);

/* Can the engine work with a check? False with a sentence that says what is wrong with it. */
bool plugin_check(const struct check *check, struct error *error);

#endif
