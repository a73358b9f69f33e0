/*
 * change: what an article says of how a quantity changed: its two ends (由200家增至300家), by how much (增长50%, 增加100家), and whether it
 * rose or fell (needs sentences, pairs and figures).
 *
 * Only what belongs together for certain is a change: both ends in one unit, and a size in the same clause or in the next one, with
 * nothing between them that could be another subject, another base (可比口径, 年均, 环比) or one of several series (分别).
 * Nothing here says that a text is wrong. All changes of an article together take linear time; a figure without a verb of change before
 * it costs a look at one character.
 */
#ifndef KANLINT_CHANGE_H
#define KANLINT_CHANGE_H

#include "figure.h"

/* How the size of a change is said. */
enum change_measure {
	CHANGE_RATE,      /* 增长40%, 减少三成: of what it was */
	CHANGE_TIMES,     /* 增长3倍: so many times what it was comes to it */
	CHANGE_RATIO,     /* 是原来的3倍, 降至原来的40%: so many times what it was */
	CHANGE_FOLD,      /* 翻了3倍: people disagree whether that is three or four times, or eight */
	CHANGE_DOUBLINGS, /* 翻两番: two times two */
	CHANGE_POINTS,    /* 提高3个百分点, of a share */
	CHANGE_AMOUNT,    /* 增加100家, in the unit of the ends */
};

struct change_size {
	struct span span;            /* of the figure, or 翻番 without one */
	struct span said;            /* with its verb: 增长40% */
	const struct figure *figure; /* NULL: 翻番 */
	enum change_measure measure;
	int direction; /* 1: 增长, -1: 下降, 0: not said */
};

enum { CHANGE_SIZES = 3 };

struct change_stated {
	const struct figure *from, *to;
	int direction;    /* of the verb between the ends; 0: not said */
	struct span verb; /* 增至; empty if there is none */
	struct change_size sizes[CHANGE_SIZES];
	uint32_t size_count;
	uint32_t next, sentence;   /* where change_next goes on, and the last sentence that it asked for */
	const struct figure *last; /* the new value of the change before: 由28人增至112人，又减至56人 */
	uint32_t taken;            /* figures before this one are no sizes any more */
};

/* The next change of the article; false if there is none. Begin with a zeroed struct. */
bool change_next(const struct article *article, struct change_stated *change);

/* Which way the values go, whatever the words say: 1 up, -1 down, 0 if the rounding leaves that open. */
int change_course(const struct article *article, const struct change_stated *change);

enum change_fit {
	CHANGE_FITS,    /* or nobody can say */
	CHANGE_ROUNDED, /* only if the numbers were rounded: 5% to 8% is 4 points from 4.6% to 8.4% */
	CHANGE_WRONG,
};

/* Does a stated size follow from the ends, within the rounding of all three? AS_POINTS: take a rate of shares for points. */
enum change_fit change_fits(const struct article *article, const struct change_stated *change, const struct change_size *size, bool as_points);

/* 百分点 and 增加100家 are differences, the others say how many times as much. */
bool change_is_difference(enum change_measure measure);

/*
 * 减少了两倍: does a verb that says by how much something falls stand before a figure in 倍? *VERB is where. False where 倍 is the unit of what
 * is measured (市盈率, 杠杆), and in optics and maps (放大、缩小).
 */
bool change_falls_by_multiples(const struct article *article, const struct figure *figure, struct span *verb);

/* 增长3倍，达到原来的4倍: the figure that says it again as a multiple of what it was; NULL if none does. */
const struct figure *change_restated(const struct article *article, const struct figure *figure);

#endif
