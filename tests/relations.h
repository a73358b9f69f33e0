/*
 * relations: what the figures of a clean article say of one another, by rules that know no check: a count and its list, a whole and its
 * parts, a change with both ends, a date and its weekday, the same figure in title and text, markers in their sequence, the ends of a
 * range. For each the slips of the hand that would make it untrue: a digit changed, two digits swapped, an item more or fewer.
 */
#ifndef KANLINT_TESTS_RELATIONS_H
#define KANLINT_TESTS_RELATIONS_H

#include "../linter/article_p.h"

enum relation {
	RELATION_COUNT,   /* 三项措施：A、B、C。 and A、B、C三项 */
	RELATION_SUM,     /* 共30人，其中男18人、女12人 */
	RELATION_SHARES,  /* 占50%、30%、20% */
	RELATION_CHANGE,  /* 由200家增至300家，增长50% */
	RELATION_WEEKDAY, /* 2024年5月1日（星期三） */
	RELATION_DAY,     /* 4月30日: the 31st does not exist */
	RELATION_TIME,    /* 8:30: 8:70; 上午9时: 上午21时 */
	RELATION_TODAY,   /* 5月6日电 … 今天（6日） */
	RELATION_TITLE,   /* the same number in the title */
	RELATION_MARKER,  /* 一、 二、 三、 */
	RELATION_RANGE,   /* 3—5天 */
	RELATION_KINDS
};

extern const char *const relation_names[RELATION_KINDS];

/* An edit of source[begin, end) that makes a relation untrue; OTHER is the byte offset of what it then contradicts. */
struct slip {
	enum relation relation;
	size_t begin, end, other;
	const char *text;
};

struct slips {
	struct slip *at;
	size_t count, capacity;
};

/* Adds the slips of a plain text to SLIPS; texts and the array are from ARENA. STATE is for harness_random. */
void relations_find(struct str source, struct slips *slips, struct arena *arena, uint64_t *state);

#endif
