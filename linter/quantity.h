/*
 * quantity: figures that say how much of what: 2800名干部职工, 8人遇难, 全长12.5公里, 成立于1998年, 张伟（35岁）, 第8届龙舟赛, 3:2 (needs
 * sentences, pairs and figures; asks the dictionary).
 *
 * A quantity knows the head that it is about (干部职工, 遇难, 全长) and, where the text says it, the subject that has it (东湖大桥).
 * Those of one head and unit are linked, so that whoever compares them never looks at all pairs. Nothing here says that a text is wrong.
 */
#ifndef KANLINT_QUANTITY_H
#define KANLINT_QUANTITY_H

#include "arena.h"
#include "figure.h"

struct data;

enum quantity_kind {
	QUANTITY_THINGS,  /* a count and its noun: 2800名干部职工 */
	QUANTITY_FATE,    /* persons and what became of them: 8人遇难, 死亡8人, 120人参加 */
	QUANTITY_MEASURE, /* the value of a property: 全长12.5公里, 总投资3.2亿元 */
	QUANTITY_AGE,     /* of a named person */
	QUANTITY_EVENT,   /* the day or year of something that happens once: 成立于1998年, 5月3日举行 */
	QUANTITY_EDITION, /* 第8届 of an event */
	QUANTITY_SCORE,   /* of Arabic digits */
};

#define QUANTITY_NONE UINT32_MAX

enum { QUANTITY_SCORE_BASE = 1000 };

struct quantity {
	const struct figure *figure;
	enum quantity_kind kind;
	bool titled;       /* stands in the title, or in a heading above the first paragraph of prose */
	bool leading;      /* stands in the first paragraph of prose */
	uint32_t sentence; /* index */
	struct span head;
	struct span subject;  /* whose it is, within the clause or sentence; empty: not said */
	struct decimal value; /* in the unit without prefix: 公里 counts 1000 米; of a score QUANTITY_SCORE_BASE × first + second */
	uint64_t key;         /* the same for the same kind, unit and head, and hardly ever for others */
	uint32_t next;        /* index of the next one with the key; QUANTITY_NONE: the last */
	bool first;           /* none with the key before it */
};

struct quantities {
	struct quantity *items; /* sorted by place */
	uint32_t count;
};

/* All quantities of an article, in the scratch arena; fewer than 10 things or persons only in the headline and the first paragraph. Linear; figures
 * of other kinds cost a look. */
struct quantities quantities_of(const struct article *article, const struct data *data, struct arena *scratch);

/* Is one the other, or rounded from it? 1.2万 and 12345, 3.2亿 and 3.18亿, 1998年 and 1998年5月. */
bool quantity_agrees(const struct quantity *a, const struct quantity *b);

/* How much two values look like one that was mistyped. */
enum quantity_slip {
	SLIP_NONE,
	SLIP_WEAK,   /* 7 and 8: but any two small numbers are so near */
	SLIP_FAIR,   /* 35 and 36 */
	SLIP_STRONG, /* 2800 and 2700, 12.5 and 15.2, 3.18亿 and 31.8亿 */
};
enum quantity_slip quantity_slip(const struct quantity *a, const struct quantity *b);

/* 3:2 and 2:3 */
bool quantity_turned(const struct quantity *a, const struct quantity *b);

/* Do words of its clause or sentence limit it: 其中, 新增, 计划, 每, 去年, 截至, 据…称, 比…多? Such a value stands for itself. */
bool quantity_is_limited(const struct article *article, const struct quantity *quantity);

/* Are two quantities of one key about the same thing, as far as the text says? Constant time. */
enum quantity_sameness {
	SAMENESS_NONE,    /* the text names different ones, or they stand in one sentence */
	SAMENESS_UNKNOWN, /* nothing is said */
	SAMENESS_LIKELY,
	SAMENESS_SURE, /* one name for both */
};
enum quantity_sameness quantity_same(const struct article *article, const struct quantity *a, const struct quantity *b);

#endif
