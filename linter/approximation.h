/*
 * approximation: the words that make a number rough, before it (约, 近, 超过, 不到), inside it (多, 余) and after it (左右, 以上), as
 * marks that hang on one and the same figure (needs figures and the dictionary).
 *
 * Nothing here says that a text is wrong. 约 in 条约 and 预约, 近 in 附近, 不到 in 看不到 and 左右 in 左右两侧 are no marks.
 */
#ifndef KANLINT_APPROXIMATION_H
#define KANLINT_APPROXIMATION_H

#include "arena.h"
#include "figure.h"

struct data;

enum approximation {
	APPROXIMATION_NONE,
	/* Before the number. */
	APPROXIMATION_ABOUT,   /* 约 大约 约莫 */
	APPROXIMATION_NEAR,    /* 近 将近 接近: a little less */
	APPROXIMATION_PERHAPS, /* 大概 差不多: also a guess about the whole sentence */
	APPROXIMATION_OVER,    /* 超过 逾 不少于 */
	APPROXIMATION_LEAST,   /* 至少 最少 起码 */
	APPROXIMATION_UNDER,   /* 不到 不足 未满 */
	APPROXIMATION_LESS,    /* 少于 低于 小于: also by how much */
	APPROXIMATION_MOST,    /* 最多 至多 */
	APPROXIMATION_WITHIN,  /* 不超过 不多于 */
	APPROXIMATION_AS_MUCH, /* 高达 多达 长达: no limit, but a wonder */
	/* Inside or after it. */
	APPROXIMATION_ODD,   /* 多 余 来 */
	APPROXIMATION_ROUND, /* 左右 上下 许, 前后 of a date */
	APPROXIMATION_ABOVE, /* 以上 */
	APPROXIMATION_BELOW, /* 以下 以内 之内 */
	APPROXIMATION_FROM,  /* 起 of a price */
	APPROXIMATION_COUNT
};

struct approximation_mark {
	enum approximation kind;
	struct span span;
	bool apart;  /* other words stand between it and the number */
	bool far;    /* and they are no light ones like 有 and 需要 */
	bool closes; /* after it comes a stop, a bracket, the end of the line: nothing else hangs on it */
};

/* A number that may be written as several figures: 3-5天, 3分20秒, 1米8. */
struct approximation_number {
	uint32_t first, last;            /* indexes of figures */
	struct approximation_mark inner; /* 多 余 来 */
	struct approximation_mark after; /* what follows the unit, and the 钱 of 100元钱 */
};

/*
 * Reads the number that begins with a figure and what follows it; false if nothing makes it rough from its inside or after it, then
 * both marks are APPROXIMATION_NONE. Constant time but for the length of the figures; the dictionary is asked of candidates only.
 */
bool approximation_read(const struct article *article, const struct data *data, uint32_t figure, struct approximation_number *number);

/*
 * The mark before the number that begins with this figure, or before the mark of it that begins AT, in its clause and after the figure
 * before; false: none. Clears the scratch arena.
 */
bool approximation_before(
	const struct article *article, const struct data *data, struct arena *scratch, uint32_t figure, uint32_t at, struct approximation_mark *mark);

/* The same by the characters alone, without the dictionary: what is none here is none there. */
bool approximation_seems_before(const struct article *article, uint32_t figure, uint32_t at, struct approximation_mark *mark);

/* 几百, 三四十, 数千, 十几: the number is rough without a mark. */
bool approximation_is_rough(const struct figure *figure);

/* 数百 in 有数百人, and not in 总数百余人. Clears the scratch arena. */
bool approximation_is_several(const struct article *article, const struct data *data, struct arena *scratch, const struct figure *figure);

/* 近三年来, 近十余年: recent years, not nearly so many. True also where that is not sure. */
bool approximation_is_recent(const struct article *article, const struct approximation_mark *near, const struct figure *figure);

#endif
