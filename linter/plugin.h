/*
 * plugin: what a shared object exports so that its checks run beside the built-in ones: kanlint --plugin FILE.
 *
 * A check is what check.h says, with nothing taken away: a plug-in may call every function of the public headers, and its checks are
 * selected, configured, explained and written like any other. It is loaded once, before the first file is read, and never unloaded;
 * run() is called from several threads at a time. A plug-in belongs to the headers that it was built with: kanlint refuses it when
 * its own are others.
 *
 *	#include <kanlint/plugin.h>
 *	...
 *	KANLINT_PLUGIN(&check_house_date, &check_house_name);
 */
#ifndef KANLINT_PLUGIN_H
#define KANLINT_PLUGIN_H

#include "check.h"
#include "plugin_abi.h" /* KANLINT_PLUGIN_ABI: a number made from the text of the public headers */

struct plugin {
	uint32_t abi;                      /* KANLINT_PLUGIN_ABI: first, whatever else changes */
	const struct check *const *checks; /* at least one; ends in NULL */
};

/* The one symbol that a plug-in exports. */
extern const struct plugin kanlint_plugin;

#define KANLINT_PLUGIN(...) \
	__attribute__((visibility("default"))) const struct plugin kanlint_plugin = { \
		KANLINT_PLUGIN_ABI, (const struct check *const[]){__VA_ARGS__, NULL}}

#endif
