/*
 * rule: what a file of rules says. The lists of the project (config/lexicon) and those of a user are such files:
 *
 *	rules:
 *	- {replace: 按装, with: 安装, unless: [按装机], wrong: 师傅明天上门按装空调。, right: 计划按装机容量分配指标。}
 */
#ifndef KANLINT_RULE_P_H
#define KANLINT_RULE_P_H

#include "arena.h"
#include "article.h"
#include "error.h"

struct texts {
	const char **items;
	size_t count, capacity;
};

/* In the texts of replace and with … is a gap inside one clause. */
struct rule {
	const char *path;          /* where it stands */
	uint32_t line, column;
	struct texts replace;      /* what is wrong: each of these */
	struct texts with;         /* what should stand there; several: one of them */
	struct texts unless;       /* longer texts that hold a wrong one and are right */
	struct texts near;         /* one of these must stand in the same clause; none: it holds everywhere */
	struct texts unless_near;  /* one of these in the same sentence makes it right */
	enum variant variant;      /* where it holds: VARIANT_NONE everywhere, VARIANT_HANS, VARIANT_HANT */
	struct texts wrong, right; /* examples: it is found in each of the first, in none of the second */
	const char *reason;        /* or NULL */
};

struct rules {
	struct rule *items;
	size_t count, capacity;
};

/* Appends the rules of a file. False with "PATH:LINE:COLUMN: sentence". Rules live in the arena. */
bool rules_read(struct rules *rules, const char *path, struct str bytes, struct arena *arena, struct error *error);

#endif
