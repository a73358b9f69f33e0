/* figures: what the figures layer reads, as text that a test can compare. */
#ifndef KANLINT_TESTS_FIGURES_H
#define KANLINT_TESTS_FIGURES_H

#include "article.h"

/* KIND VALUE[/DIVISOR] [FORM] [unit=…] [noun=…] [~ > < minus each from to], one figure after another with “; ” between them. */
const char *figures_text(const struct article *article);

/* SPAN = KIND VALUE[/DIVISOR] [FORM] [UNIT MEASURE] [~ > < …], likewise. */
const char *figures_spans(const struct article *article);

#endif
