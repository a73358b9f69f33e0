/* explain: what the program says of its checks. */
#ifndef KANLINT_EXPLAIN_P_H
#define KANLINT_EXPLAIN_P_H

#include <stdio.h>

#include "check.h"
#include "page_p.h"

/* docs/checks/NAME.md, compiled in: build/pages.c is made of them by tools/gen_pages.sh. Ends in a NULL name. */
struct page {
	const char *name;
	const unsigned char *text;
	size_t size;
};

extern const struct page pages_table[];

/* A list of all checks, those of TABLE and the engine's own: name, severity, profiles, summary. */
void explain_list(FILE *out, const struct check *const *table);

/*
 * The page of a check (NAME or NAME.KEY), of one without a page what it says of itself; STYLE NULL: as Markdown. False with a sentence
 * that names the nearest right name.
 */
bool explain_check(FILE *out, const struct check *const *table, const char *name, const struct page_style *style, struct arena *arena,
	struct error *error);

/* The page of a check as Markdown; empty: it has none. */
struct str explain_page(const char *name);

#endif
