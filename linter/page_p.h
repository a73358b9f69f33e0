/* page: the page of a check on a terminal. It reads the Markdown that docs/checks/ is written in, no more. */
#ifndef KANLINT_PAGE_P_H
#define KANLINT_PAGE_P_H

#include <stdio.h>

#include "arena.h"

struct page_style {
	unsigned cells;     /* width of a line */
	int ambiguous;      /* cells of ambiguous characters */
	bool color;
};

/* Writes a page: headings, paragraphs, lists, tables, and examples with a bar beside them, red for wrong ones, green for right. */
void page_write(FILE *out, struct str markdown, const struct page_style *style, struct arena *scratch);

#endif
