/*
 * rule: what a file of rules says. The lists of the project (config/lexicon) and those of a user are such files:
 *
 *	rules:
 *	- {replace: 按装, with: 安装, unless: [按装机], wrong: 师傅明天上门按装空调。, right: 计划按装机容量分配指标。}
 *
 * docs/rules.md tells what the keys mean. The project's lists hold rules of the kind replace only.
 */
#ifndef KANLINT_RULE_P_H
#define KANLINT_RULE_P_H

#include "arena.h"
#include "article.h"
#include "error.h"

struct node;

struct texts {
	const char **items;
	size_t count, capacity;
	const struct node *node;   /* where they stand: one text, or a list of as many */
};

/* A rule is of the kind whose key it has. */
enum rule_kind { RULE_REPLACE, RULE_AVOID, RULE_CONSISTENT, RULE_REQUIRE, RULE_LIMIT, RULE_PATTERN, RULE_KIND_COUNT };

enum rule_limit { LIMIT_TITLE, LIMIT_SENTENCE, LIMIT_PARAGRAPH, LIMIT_TIMES };

/* In the texts of replace and with … is a gap inside one clause. */
struct rule {
	const char *path;          /* where it stands */
	uint32_t line, column;
	enum rule_kind kind;
	struct texts replace;      /* the texts of its kind: what is wrong, to be avoided, one of two forms, or required; the one pattern */
	struct texts with;         /* what should stand there; several: one of them */
	struct texts unless;       /* longer texts that hold a wrong one and are right */
	struct texts near;         /* one of these must stand in the same clause; none: it holds everywhere */
	struct texts unless_near;  /* one of these in the same sentence makes it right */
	struct texts when;         /* of require: only articles that hold one of these */
	struct texts of;           /* of limit: times: what is counted */
	enum rule_limit limit;
	int64_t to;                /* of limit: so many at most */
	enum variant variant;      /* where it holds: VARIANT_NONE everywhere; VARIANT_HANT in all Traditional text */
	bool anywhere;             /* also where a word of the text crosses its border */
	const char *name;          /* NULL: that of the file */
	const char *message;       /* NULL: that of its kind */
	int severity;              /* enum severity; -1: unsaid */
	struct texts files;        /* patterns; none: all files */
	struct texts wrong, right; /* examples: it is found in each of the first, in none of the second */
	const char *reason;        /* or NULL */
};

struct rules {
	struct rule *items;
	size_t count, capacity;
};

/* What becomes of a sentence "PATH:LINE:COLUMN: …" about a rule that is wrong. */
struct rule_errors {
	void (*add)(void *state, const char *sentence);
	void *state;
};

/* Appends the rules of a file. False with "PATH:LINE:COLUMN: sentence" at the first that is wrong. Rules live in the arena. */
bool rules_read(struct rules *rules, const char *path, struct str bytes, struct arena *arena, struct error *error);

/* The same, but a rule that is wrong is left out, and said; all others are taken. */
void rules_read_all(struct rules *rules, const char *path, struct str bytes, struct arena *arena, const struct rule_errors *errors);

/* One rule that stands in another file: a map. False with a sentence. */
bool rule_read_node(struct rule *rule, const char *path, const struct node *node, struct arena *arena, struct error *error);

/* Where a text of a rule stands. */
const struct node *texts_node(const struct texts *texts, size_t index);

/* May a character stand in the name of a rule? Latin letters, digits, _, - and Han. */
static inline bool rule_name_takes(uint32_t cp)
{
	bool letter = (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || (cp >= '0' && cp <= '9') || cp == '_' || cp == '-';
	return letter || (cp >= 0x3400 && cp <= 0x9FFF) || cp >= 0x20000;
}

/* May this be the name of a rule? It does not begin with -. */
bool rule_name_is_good(const char *name);

#endif
