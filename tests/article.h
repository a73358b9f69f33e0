/* article: an article with all its layers, for the unit tests of what reads them. */
#ifndef KANLINT_TESTS_ARTICLE_H
#define KANLINT_TESTS_ARTICLE_H

#include "../linter/article_p.h"

extern struct arena test_arena, test_scratch;
extern const struct data *test_data; /* the dictionary of the build */

/* Before and after each test. */
void test_open(void);
void test_close(void);

/* In test_arena. */
struct article *test_article(const char *text);
struct article *test_article_of(struct str text);

#endif
