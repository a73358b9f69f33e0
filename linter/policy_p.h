/*
 * policy: from what config files and the command line say to what holds for a file. Private to config: config_file.c
 * reads, select.c knows names, policy.c applies, config_print.c writes.
 */
#ifndef KANLINT_POLICY_P_H
#define KANLINT_POLICY_P_H

#include "config_p.h"
#include "map_p.h"

/* The checks that can be named: those of checks_table and of plug-ins, then the engine's own, unused_silencing last. Ends in NULL. */
struct check_list {
	const struct check *const *checks;
	size_t count;
	const char *const *names;     /* of the checks, ends in NULL */
	const char *const *selectors; /* the same and the families */
};

struct check_list check_list_make(const struct check *const *table, struct arena *arena);

/* The same list with another check in the place of house_rule: one that has a message for each name of a rule. */
const struct check_list *check_list_with_rules(const struct check_list *list, const struct check *rules, struct arena *arena);

/* Where house_rule stands in a list. */
static inline size_t check_list_rules(const struct check_list *list)
{
	return list->count - 2;
}

/* Is this “house_rule.NAME” in a list that does not know the names of rules yet? */
bool name_waits(const struct check_list *list, const char *name);

/* The index of a check by its name; list->count: none. */
size_t check_list_find(const struct check_list *list, const char *name);

/* A built-in profile, compiled in from config/NAME.yaml. */
struct profile {
	const char *name;
	unsigned bit;
	const unsigned char *text;
	size_t size;
};
extern const struct profile profiles[];   /* ends in a NULL name; the first is the default */
extern const char *const profile_names[]; /* ends in NULL */

/* NULL: no such profile. */
const struct profile *profile_find(const char *name);

/* The index of a word in a list that ends in NULL; -1: none. */
int word_index(const char *word, const char *const *words);

struct setting_value {
	const struct check_option *option;
	int64_t value;
};

enum setting_state { STATE_UNSAID, STATE_OFF, STATE_ON };

/* What one entry of `checks:` says. */
struct setting {
	size_t check;    /* index in the list of checks */
	const char *key; /* of the messages it is for; NULL: all */
	enum setting_state state;
	int severity; /* enum severity; -1: unsaid */
	struct setting_value *values;
	size_t value_count, value_capacity;
	uint32_t line, column; /* of its name */
};

struct settings {
	struct setting *items; /* those for whole checks come before those for single messages */
	size_t count, capacity;
};

struct override {
	const char **files;
	size_t file_count, file_capacity;
	struct settings checks;
};

struct node;

struct cached_policy {
	const char *key; /* a byte '0' or '1' for each override of the chain */
	struct policy *policy;
	struct cached_policy *next;
};

/* One config file, or a built-in profile, or (path NULL) no file at all. */
struct config_file {
	const char *path;                 /* as messages show it */
	const char *folder;               /* absolute: what its patterns are relative to */
	const struct config_file *parent; /* what it extends; NULL for a profile */
	const struct profile *profile;    /* of a built-in profile */
	int variant, fail_on, confidence; /* -1: unsaid */
	const char **exclude;
	size_t exclude_count, exclude_capacity;
	struct settings checks;
	struct override *overrides;
	size_t override_count, override_capacity;
	struct rule_source *rule_sources; /* rules: and words: {lists}, in the order in which they stand */
	size_t rule_source_count, rule_source_capacity;
	struct allowed_words *allowed;    /* words: {allow}; NULL: none */
	const char **allow;               /* its files */
	size_t allow_count, allow_capacity;
	struct rule_set *rules;              /* made when first needed, of the whole chain; NULL: none */
	bool rules_made;

	struct cached_policy *policies;
	bool broken, said; /* broken: the error was found reading it */
	struct error error;
};

/* A file of rules, or rules that stand in the configuration itself. */
struct rule_source {
	const char *path;         /* as messages show it */
	const struct node *node;  /* of rules in the configuration; NULL: the file is to be read */
};

/* A name of a rule that the command line has: it is known when a configuration has been read that has such a rule. */
struct waiting_name {
	const char *name;
	const char *prefix;       /* "--select: " */
	bool known;
	const char *sentence;     /* what a configuration with other rules says of it */
	struct waiting_name *next;
};

/* Settings blocks that are alike are prepared once. */
struct prepared {
	const char *raw; /* the block before prepare */
	void *settings;
	struct prepared *next;
};

struct config {
	struct arena *arena;
	const struct data *data;
	struct config_options options;
	struct check_list list;
	bool other_table;                     /* of config_new_for */
	struct config_file *profile_files[8]; /* as profiles[], read when first needed */
	struct config_file *bare;             /* what holds where there is no file: the profile alone */
	struct config_file *given;            /* --config or --no-config: holds everywhere */
	struct map files;                     /* absolute folder -> struct config_file */
	struct map folders;                   /* folder as named in a path -> struct folder */
	struct prepared **prepared;           /* a list for each check */
	const char **problems;                /* of files of rules and words */
	size_t problem_count, problem_capacity, problems_said;
	struct map problems_seen;
	struct waiting_name *waiting;
	struct rule_set **rule_sets;          /* all that were made, for config_release */
	size_t rule_set_count, rule_set_capacity;
};

/* Reads a config file and all that it extends. NULL with a sentence. */
struct config_file *config_file_read(struct config *config, const char *path, const char *folder, struct error *error);

/* The file of a built-in profile. NULL with a sentence (which is a fault of the program). */
struct config_file *config_file_profile(struct config *config, const struct profile *profile, struct error *error);

/* The absolute name of a path, without asking the system again for a folder that was seen before. */
const char *config_absolute(struct config *config, const char *path, struct arena *arena);

/* The checks that can be named where no rules are. */
const struct check_list *config_checks(const struct config *config);

/* Keeps a sentence for config_problem, once. */
void config_add_problem(struct config *config, const char *sentence);

/* config_rules.c: the keys rules and words of a file. False with a sentence. */
bool config_read_rules(struct config *config, struct config_file *file, const struct node *node, struct error *error);
bool config_read_words(struct config *config, struct config_file *file, const struct node *node, struct error *error);

/* The rules of a file and of all that it extends, parents' first; NULL: none. */
const struct rule_set *config_rules(struct config *config, struct config_file *file);

/* Are the names of rules that a chain sets known? False with a sentence. */
bool config_check_rule_names(struct config *config, const struct config_file *file, const struct check_list *list, struct error *error);

/* Makes the policy of the overrides, and then the sets of files of the rules, that KEY says. NULL with a sentence. */
struct policy *policy_make(struct config *config, struct config_file *file, const char *key, struct error *error);

/* The profile at the root of a file's chain. */
const struct profile *policy_profile(const struct config_file *file);

/* The file that holds for a path; one without a path if there is none. */
const struct config_file *config_file_for(struct config *config, const char *path);

/* Calls VISIT for each part of a list "a, b c": separated by commas, spaces too if SPACES. */
bool names_each(const char *text, bool spaces, bool (*visit)(struct str name, void *state), void *state);

/* Does a name (NAME, NAME.KEY, a family, a glob) mean this message? */
bool name_means(const struct check_list *list, const char *name, const struct check *check, const struct check_message *message);

/* Does a name mean anything? False with "PREFIXunknown check ..."; PREFIX says where it stands. */
bool name_known(const struct check_list *list, const char *name, const char *prefix, struct arena *arena, struct error *error);

/*
 * Applies --select and --ignore to a policy by its list; they were checked by selection_check, which puts the names of rules, that are not
 * known yet, into config->waiting.
 */
void selection_apply(struct config *config, struct policy *policy);
bool selection_check(struct config *config, struct error *error);

#endif
