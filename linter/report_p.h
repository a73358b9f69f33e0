/* report_p: what the engine sees of a report. */
#ifndef KANLINT_REPORT_P_H
#define KANLINT_REPORT_P_H

#include "check.h"

enum { FINDING_ARGUMENTS = 6, REPORT_CAP = 10000 };

struct finding_note {
	const char *text;      /* untranslated, with {0} */
	struct str argument;
	struct span span;
	struct finding_note *next;
};

struct finding_edit {
	struct span span;
	struct str replacement;
	struct finding_edit *next;
};

struct finding {
	struct report *report;
	const struct check *check;
	unsigned message;                        /* index in check->messages */
	const struct rule_label *rule;           /* whose message stands for that one; NULL but for house_rule */
	struct span span;
	enum confidence confidence;
	struct str arguments[FINDING_ARGUMENTS]; /* in the report's arena */
	unsigned argument_count;
	struct finding_note *notes, **last_note;
	struct finding_edit *edits, **last_edit;
	enum fix_kind fix_kind;
	struct finding *next;
};

struct report {
	const struct article *article;
	struct arena *arena;         /* outlives the article */
	const struct check *check;   /* that runs now */
	uint64_t hidden;             /* a bit for each of its messages that nobody is shown */
	struct finding *findings, **last;
	struct finding spare;        /* stands for every finding that is thrown away; holds nothing */
	size_t count;                /* all findings of the article that are kept */
	size_t check_count;          /* of the running check, without the hidden ones */
	const struct check **capped; /* checks that passed REPORT_CAP, CAPPED_COUNT of them */
	size_t capped_count, capped_capacity;
};

/* A finding of a rule: report_add, with the rule's own message. The check that runs is house_rule. */
struct finding *report_add_rule(struct report *report, const struct rule_label *rule, struct span span);

void report_init(struct report *report, const struct article *article, struct arena *arena);

/* Goes on with the next article of the same input, without findings; what is capped stays. */
void report_next(struct report *report, const struct article *article);

/*
 * The findings that follow are of this check; those of HIDDEN messages are thrown away and do not count. What is thrown away,
 * arguments, notes and edits too, takes no memory.
 */
void report_enter(struct report *report, const struct check *check, uint64_t hidden);

#endif
