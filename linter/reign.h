/*
 * reign: years that are not counted from Christ: the eras of the Ming, the Qing, the Republic and modern Japan, and the cycle of sixty
 * (甲子 to 癸亥). reign_name_of needs pairs and figures.
 */
#ifndef KANLINT_REIGN_H
#define KANLINT_REIGN_H

#include "figure.h"

struct reign {
	const char *name;        /* as Simplified text writes it */
	const char *traditional; /* and Traditional text */
	int16_t first, last;     /* the Gregorian years that its first and last year (mostly) are; last 9999: goes on */
	bool solar;              /* its years begin on 1 January; else a twelfth month may lie in the next Gregorian year */
};

/* The reign whose name stands before a position; NULL: none. Constant time. */
const struct reign *reign_before(const struct article *article, uint32_t at);

/* The Gregorian year of the Nth year of a reign. */
int64_t reign_year(const struct reign *reign, int64_t nth);

/* Is it the Republic (民国)? */
bool reign_is_republic(const struct reign *reign);

/* The place in the cycle of the two characters at a position: 0 for 甲子, 59 for 癸亥; -1 for any others (甲丑 is none). */
int sexagenary_at(const struct article *article, uint32_t at);

/* The place in the cycle of a year after Christ, and its two characters. */
int sexagenary_of_year(int64_t year);
void sexagenary_name(int place, uint32_t name[2]);

/* Another name of a year. */
struct reign_name {
	struct span span;          /* 民國100年, 甲辰年 */
	const struct reign *reign; /* NULL: of the cycle */
	int64_t year;              /* the Gregorian year that it is; of the cycle 0 */
	int place;                 /* in the cycle; of a reign -1 */
};

/*
 * The other name that stands for a Gregorian date: in brackets after it (2011年（民國100年）), or before it where the date fills the
 * brackets (甲辰年（公元2024年）). False: there is none.
 */
bool reign_name_of(const struct article *article, const struct figure *date, struct reign_name *name);

#endif
