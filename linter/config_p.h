/*
 * config: what the user set, resolved to a policy for each file.
 *
 * .kanlint.yaml is found by walking up from the file; the nearest one holds, nothing is merged but what `extends` names.
 * Unknown keys, checks, options and values are errors with file, line, column and the nearest right name.
 */
#ifndef KANLINT_CONFIG_P_H
#define KANLINT_CONFIG_P_H

#include "check.h"

/* The table of checks, made from the file names in checks/; ends in NULL. Sorted by name. */
extern const struct check *const checks_table[];

/*
 * The engine's own checks: can be named like any other, but are not in the table. unused_silencing is of the filter; house_rule stands
 * for all rules of the user's own, and where a policy has rules, its list has one in its place with a message for each name of a rule.
 */
extern const struct check check_house_rule, check_unused_silencing;

/* fail_on: the severity from which a finding makes the exit status 1. */
enum fail_on { FAIL_ON_NOTE = SEVERITY_NOTE, FAIL_ON_WARNING = SEVERITY_WARNING, FAIL_ON_ERROR = SEVERITY_ERROR, FAIL_ON_NEVER };

/* The words that config files and the command line share, in the order of the enums; they end in NULL. */
extern const char *const variant_words[], *const fail_on_words[], *const confidence_words[];

struct message_policy {
	bool on;
	bool said;                         /* the severity is one that the user set */
	enum severity severity;
};

struct check_policy {
	bool on;                           /* any of its messages */
	bool named;                        /* the user's own file or --select names it, and does not put it off */
	struct message_policy *messages;   /* as many as the check has */
	void *settings;                    /* filled and prepared */
};

/* What holds for one file. Immutable; shared by all files with the same config and overrides. */
struct policy {
	enum variant variant;              /* VARIANT_NONE: auto */
	enum fail_on fail_on;
	enum confidence confidence;        /* the lowest that is shown */
	struct check_policy *checks;       /* in the order of checks_table; house_rule and unused_silencing come after the last */
	const struct check_list *list;     /* the checks that can be named here, in the same order */
	const struct rule_set *rules;         /* of the user's own, rule_set_p.h; NULL: none */
	const bool *rule_scopes;           /* which of their sets of files hold */
	const struct message_policy *rule_messages; /* by name of a rule: a part of checks */
	const struct allowed_words *const *allowed; /* what typo_ checks let pass, ends in NULL */
	bool keeps_hidden;                 /* what checks that are on find, but are not to show, is kept apart */
};

/* What the command line says; it wins over every file. Unset fields are NULL or negative. */
struct config_options {
	const struct check *const *checks; /* the table with those of plug-ins, as plugins_load makes it; NULL: checks_table */
	bool no_config;                    /* --no-config */
	const char *config;                /* --config FILE */
	const char *profile;               /* --profile */
	const char *select;                /* --select, comma-separated names, families, globs; "+NAME" adds */
	const char *ignore;                /* --ignore */
	int variant;                       /* enum variant; -1 */
	int fail_on;                       /* enum fail_on; -1 */
	int confidence;                    /* enum confidence; -1 */
	bool keeps_hidden;                 /* for --prune-baseline: see struct policy */
};

struct config;
struct check_list;
struct rule_set;
struct allowed_words;

/*
 * Made once for a run, used by one thread at a time. NULL with a sentence (for files "FILE:LINE:COLUMN: ..."); PATH "-" is
 * a file in the current folder.
 */
struct config *config_new(const struct config_options *options, const struct data *data, struct arena *arena, struct error *error);

/* The same for another table of checks: for tests, and for a table that holds plug-ins. */
struct config *config_new_for(const struct check *const *checks, const struct config_options *options, const struct data *data, struct arena *arena,
	struct error *error);

/* The policy for a file; NULL with a sentence if the config that holds for it is wrong (said once for each config file, *SAID tells that it was said before). */
const struct policy *config_policy(struct config *config, const char *path, struct error *error, bool *said);

/* Does `exclude` of the config that holds for a path (file or folder) name it, or a folder it is in? */
bool config_excludes(struct config *config, const char *path, bool is_folder);

/* Prints the policy of a path as YAML that can be read again: --print-config. */
bool config_print(struct config *config, const char *path, struct error *error);

/*
 * What was wrong in files of rules and words up to now, one sentence for each call; NULL: no more. It hides nothing else: what is right in
 * such a file holds.
 */
const char *config_problem(struct config *config);

/* After the last file: a name of a rule in --select or --ignore that no configuration has. NULL: none. */
const char *config_unknown_rule(struct config *config);

/* Gives back what is not in the arena: patterns. No policy of the configuration is used after that. NULL: does nothing. */
void config_release(struct config *config);

/* Did --select, --ignore or --profile make the set of checks another than the files say? */
bool config_narrowed(const struct config *config);

/* The one of NAMES (ends in NULL) nearest to WORD by edit distance, or NULL if none is near. */
const char *nearest_name(const char *word, const char *const *names);

/* Shell pattern match of a path with ** (any folders), *, ?, [..]; a pattern without / matches in every folder, like .gitignore. */
bool glob_match(const char *pattern, const char *path);

/* Does a pattern match a path or a folder it is in? A pattern with a slash at its end means folders only. */
bool glob_covers(const char *pattern, const char *path, bool is_folder);

#endif
