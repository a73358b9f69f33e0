/*
 * rule_set: the rules of the user's own that hold where a configuration does, made once and read by all threads; and what they find in
 * an article. rule_set.c makes it, rule_match.c holds one text against its conditions, rule_pattern.c runs PCRE2, rule_run.c and
 * rule_whole.c report.
 */
#ifndef KANLINT_RULE_SET_P_H
#define KANLINT_RULE_SET_P_H

#include "automaton_p.h"
#include "config_p.h"
#include "diagnostic_p.h"
#include "map_p.h"
#include "report_p.h"
#include "rule_p.h"

#define RULE_NO_SCOPE UINT32_MAX
enum {
	RULE_TEXT_LONGEST = 200,         /* characters of one piece of a text */
	RULE_GAP = 20,                   /* of a gap */
	RULE_CLAUSE = 40,                /* how far `near` and `unless_near` are looked for */
	RULE_FILE_MAXIMUM = 256 << 20,   /* bytes */
};

/* Code points of a text. */
struct points {
	const uint32_t *cp;
	uint32_t length;
};

struct points_list {
	const struct points *items;
	uint32_t count;
};

/* The files that some rules are for: patterns from a folder. */
struct rule_scope {
	const char *folder; /* absolute */
	const char **files;
	size_t count;
};

struct rule_pattern;

/* A rule, or a whole plain list, made ready. */
struct ready_rule {
	const struct rule *rule;            /* NULL: a plain list, of replace or avoid */
	enum rule_kind kind;
	uint32_t index;                     /* among the rules of its kind */
	uint32_t scope;                     /* of the set's; RULE_NO_SCOPE: all files */
	enum variant variant;
	bool anywhere;
	const struct rule_label *label;
	struct points_list unless, near, unless_near;
	const struct rule_pattern *pattern; /* of RULE_PATTERN */
	const char *shown;                  /* its texts with “ / ” between; of require those that it asks for */
};

enum text_use { USE_FOUND, USE_WHEN };

/* A text that the automaton finds; value of the automaton's text. */
struct rule_text {
	const struct ready_rule *rule;
	struct points_list rest;            /* pieces behind gaps */
	struct points_list rights;          /* the cures; of a cure with gaps its pieces are one text, with … between */
	uint32_t form;                      /* of consistent: which of the forms */
	uint8_t use;                        /* enum text_use */
	bool again;                         /* in the order of the automaton's texts: the next one is the same text */
};

struct rule_set {
	struct arena *arena;
	const struct check *check;          /* house_rule with a message for each name */
	const struct check_list *list;      /* the checks, with that one */
	struct rule_scope *scopes;
	size_t scope_count, scope_capacity;
	struct automaton automaton;
	struct automaton_text *found;       /* sorted */
	struct rule_text *texts;
	size_t text_count, text_capacity;
	struct ready_rule **rules[RULE_KIND_COUNT]; /* by kind, in the order in which they stand */
	size_t rule_counts[RULE_KIND_COUNT], rule_capacities[RULE_KIND_COUNT];

	/* Needed only while it is made. */
	struct automaton_text *unsorted;
	size_t unsorted_capacity;
	struct map names, labels;
	struct check_message *messages;
	size_t message_count, message_capacity;
	size_t code_memory;                 /* of all patterns */
	const struct rule *last_rule;
	const struct rule_label *last_label;
};

/* ------------------------------------------------------------------------------------------------ making one */

struct rule_set *rule_set_new(struct arena *arena);

/* Adds a rule, which must live as long as the set; FOLDER is what its files are relative to. False with "PATH:LINE:COLUMN: sentence". */
bool rule_set_add(struct rule_set *set, const struct rule *rule, const char *folder, struct error *error);

/* Adds the lines of a plain list: a wrong text, a tab, the right one. All that is wrong in it is said. */
void rule_set_add_plain(struct rule_set *set, const char *path, struct str bytes, const struct rule_errors *errors);

/* Are the bytes of a list UTF-8? Takes a byte order mark away; false after saying where they are not. */
bool rule_check_utf8(const char *path, struct str *bytes, const struct rule_errors *errors);

/* The name that rules of a file have if they have none of their own: that of the file, without its ending. */
const char *rule_file_name(const char *path, struct arena *arena);

/* Reads a file of rules or words, which must be a regular one. False with "PATH: why". */
bool rule_file_read(const char *path, struct str *bytes, struct arena *arena, struct error *error);

/* Is a file a plain list by its ending: neither .yaml nor .yml? */
bool rule_file_is_plain(const char *path);

/* Adds a file by its ending. */
void rule_set_add_file(struct rule_set *set, const char *path, const char *folder, const struct rule_errors *errors);

/* Closes it; CHECKS is the list without rules. */
void rule_set_finish(struct rule_set *set, const struct check_list *checks);

const struct check_list *rule_set_list(const struct rule_set *set);

/* A policy under which nothing runs but these rules, on all files: for their examples, and for tests. */
const struct policy *rule_set_policy(const struct rule_set *set, enum variant variant);

/* Gives back what the patterns hold outside of arenas. */
void rule_set_release(struct rule_set *set);

/* Parts of rule_set.c that rule_plain.c needs too. */
struct points points_from(struct str text, struct arena *arena);
const struct rule_label *rule_set_label(struct rule_set *set, const struct rule_label *wanted, const char *path);
struct ready_rule *rule_set_ready(struct rule_set *set, enum rule_kind kind);
void rule_set_add_text(struct rule_set *set, struct points points, const struct rule_text *text);

/* The message that rules of a kind have where they say none. */
const char *rule_default_message(enum rule_kind kind, enum rule_limit limit, bool has_when);

/* ------------------------------------------------------------------------------------------------ running it */

/* A pattern that was stopped in an article. */
struct rule_stop {
	const struct rule *rule;
	const char *place;         /* "PATH:LINE:COLUMN" */
};

struct rule_stops {
	struct arena *arena;
	struct rule_stop *items;
	size_t count, capacity;
};

struct rule_run {
	const struct policy *policy;
	const struct data *data;
	const struct article *article;
	struct arena *scratch;
	struct arena *words;       /* cleared for each segmentation */
	struct report *report;
	struct rule_stops *stops;
};

/* Reports what the rules of the policy find in an article. The report has been entered for house_rule. */
void rules_run(struct rule_run *run);

/* "PATH:LINE:COLUMN: this pattern was stopped in FILE: …" */
const char *rule_stop_sentence(const struct rule_stop *stop, const char *path, struct arena *arena);

/* Is a rule on, and are this file and this article among those it is for? */
bool rule_holds(const struct rule_run *run, const struct ready_rule *rule);

enum { RULE_PIECES = 4 };

/* A text of a rule where it stands. */
struct rule_match {
	const struct rule_text *text;
	struct span span;          /* from the first piece to the last */
	struct span pieces[RULE_PIECES];
	uint32_t piece_count;
};

/* Does a text of LENGTH characters that stands at a position match by the conditions of its rule, which holds here? */
bool rule_match_at(const struct rule_run *run, const struct rule_text *text, uint32_t at, uint32_t length, struct rule_match *match);

/*
 * The conditions that patterns have too: no longer text that is right stands round the span, one of `near`, if there are any, stands
 * in the same clause, and none of `unless_near` in the same sentence.
 */
bool rule_is_wrong_here(const struct article *article, struct span span, const struct ready_rule *rule);

/* A match of one of the rules that look at the whole article. */
struct rule_use {
	const struct rule_text *text;
	struct span span;
};

struct rule_uses {
	struct rule_use *items;
	size_t count, capacity;
};

/* Reports forms that do not agree, what lacks and what is too much. SEEN: what require found, two bits a rule. */
void rules_run_whole(struct rule_run *run, struct rule_uses *uses, const uint8_t *seen);

/* ------------------------------------------------------------------------------------------------ patterns */

/* Compiles the pattern of a rule, and its replacement. NULL with a sentence. */
const struct rule_pattern *rule_pattern_new(struct rule_set *set, const struct rule *rule, struct error *error);
void rule_pattern_release(const struct rule_pattern *pattern);

/* Reports the matches of all patterns. */
void rules_run_patterns(struct rule_run *run);

/* ------------------------------------------------------------------------------------------------ words that are allowed */

/* Words that typo_ checks let pass. */
struct allowed_words;
struct allowed_words *allowed_words_new(struct arena *arena);
void allowed_words_add_file(struct allowed_words *words, const char *path, const struct rule_errors *errors);
void allowed_words_finish(struct allowed_words *words);

/*
 * Takes findings of typo_ checks out of a report that lie inside an allowed word, or inside a finding of a rule that says what should
 * stand there. The list ends in NULL.
 */
void allowed_words_apply(const struct allowed_words *const *words, struct report *report, const struct article *article, struct arena *scratch);

#endif
