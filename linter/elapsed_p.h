/* elapsed_p: the parts of the elapsed layer. Each fills in ELAPSED and tells whether it could; INDEX is that of the stated figure. */
#ifndef KANLINT_ELAPSED_P_H
#define KANLINT_ELAPSED_P_H

#include "elapsed.h"

/* The Gregorian year of a date, also of 民國50年; 0: not known. */
int64_t elapsed_year(const struct article *article, const struct figure *date);

/* The date lines of the article: read when the first question comes. */
const struct datelines *elapsed_datelines(struct elapsed_walk *walk);

/* Asks the dates before a figure for births and foundings, those that were not asked yet. */
void elapsed_remember(struct elapsed_walk *walk, uint32_t index);

/* From LOW to HIGH in whole units. */
void elapsed_set(struct elapsed *elapsed, int64_t low, int64_t high, int64_t exact);

/* 享年, 今年45岁. */
bool elapsed_age(struct elapsed_walk *walk, uint32_t index, struct elapsed *elapsed);

/* 成立20周年; 十年前的2008年. */
bool elapsed_anniversary(struct elapsed_walk *walk, uint32_t index, struct elapsed *elapsed);
bool elapsed_ago(struct elapsed_walk *walk, uint32_t index, struct elapsed *elapsed);

/* 3月1日至3月10日，历时8天; 为期8天（3月1日至10日）; 2010年开工，2020年竣工，历时8年. */
bool elapsed_duration(const struct elapsed_walk *walk, uint32_t index, struct elapsed *elapsed);

/* Is the date one of a birth, or of a founding? *WORD is what says the latter. */
bool elapsed_is_birth(const struct article *article, uint32_t index);
bool elapsed_is_founding(const struct article *article, uint32_t index, struct span *word);

#endif
