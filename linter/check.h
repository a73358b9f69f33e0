/*
 * check: the one header that a check includes.
 *
 * A check is one file checks/NAME.c that exports one symbol, `const struct check check_NAME`; the table of checks is made
 * from the file names. It sees what this header includes, reads an article, and adds findings to a report; it keeps
 * no state, prints nothing and takes no decision about severity, profiles or silence.
 */
#ifndef KANLINT_CHECK_H
#define KANLINT_CHECK_H

#include "amount.h"
#include "announce.h"
#include "approximation.h"
#include "arena.h"
#include "article.h"
#include "calendar.h"
#include "change.h"
#include "character_set.h"
#include "check_digit.h"
#include "civil.h"
#include "clause.h"
#include "clock.h"
#include "code.h"
#include "copy.h"
#include "dateline.h"
#include "doubling.h"
#include "elapsed.h"
#include "ending.h"
#include "error.h"
#include "escape.h"
#include "figure.h"
#include "foreign.h"
#include "form.h"
#include "gap.h"
#include "idiom.h"
#include "join.h"
#include "label.h"
#include "language_model.h"
#include "lexicon.h"
#include "likeness.h"
#include "list.h"
#include "manner.h"
#include "mention.h"
#include "misfit.h"
#include "name.h"
#include "numbered.h"
#include "numeral.h"
#include "pair.h"
#include "parts.h"
#include "quantity.h"
#include "range.h"
#include "reign.h"
#include "repeat.h"
#include "report.h"
#include "residue.h"
#include "rounding.h"
#include "sequence.h"
#include "shape.h"
#include "sibling.h"
#include "statement.h"
#include "str.h"
#include "table.h"
#include "unit.h"
#include "weekday.h"
#include "width.h"
#include "word.h"

struct data; /* dictionaries and tables: asked through word.h */

enum {
	PROFILE_DEFAULT = 1 << 0,
	PROFILE_NEWSROOM = 1 << 1,
	PROFILE_STRICT = 1 << 2,
	PROFILE_CRAWL = 1 << 3,
	PROFILES_ALL = PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT | PROFILE_CRAWL,
};

enum {
	NEED_SENTENCES = 1 << 0,
	NEED_PAIRS = 1 << 1,
	NEED_FIGURES = 1 << 2,   /* brings sentences and pairs */
	NEED_WORDS = 1 << 3,
	NEED_LEXICON = 1 << 4,
	NEED_NAMES = 1 << 5,     /* brings sentences and pairs */
};

/* At what a huge file may be cut without changing what the check finds. */
enum check_scope { SCOPE_ARTICLE, SCOPE_PARAGRAPH };

/* One kind of finding. A check has one or several; the user addresses them as NAME or NAME.KEY, the line prints [NAME]. */
struct check_message {
	const char *key;             /* "skipped" in NAME.skipped; NULL where there is only one */
	const char *text;            /* N_(fixed words with {0} {1} …) */
	enum severity severity;      /* what config may change */
	unsigned profiles;           /* where it is on: PROFILE_DEFAULT | PROFILE_NEWSROOM | ... */
	enum confidence confidence;  /* CONFIDENCE_HIGH unless the finding says less: say it, 0 is CONFIDENCE_LOW */
};

enum option_type {
	OPTION_BOOL,    /* bool */
	OPTION_NUMBER,  /* int64_t */
	OPTION_CHOICE,  /* int: the index in choices */
};

/* A key that the user may set under the check's name. Lists end in a null key. */
struct check_option {
	const char *key;
	enum option_type type;
	size_t offset;                 /* of the field in the settings struct */
	int64_t initial;               /* default value; for a choice its index */
	int64_t minimum, maximum;      /* of a number, both inclusive */
	const char *const *choices;    /* of a choice; ends in NULL */
	const char *help;              /* one line */
};

/* What a check is given. Nothing here is its own to change or free, but for the scratch arena and the report. */
struct check_context {
	const struct article *article;  /* with the layers it asked for already built */
	const void *settings;           /* its own settings struct, filled and prepared */
	const struct data *data;        /* dictionaries and tables, read-only, shared by all threads */
	struct arena *scratch;          /* empty when the check starts */
	struct report *report;
};

/* One check. Everything it needs comes in through its arguments. */
struct check {
	size_t struct_size;                   /* sizeof(struct check): first: a plug-in with another one is refused */
	const char *name;                     /* as the file */
	const char *summary;                  /* one line, for --list-checks: N_(...) */
	unsigned needs;                       /* NEED_... */
	enum check_scope scope;
	const struct check_message *messages; /* ends in a null text */
	const struct check_option *options;   /* ends in a null key; may be NULL */
	size_t settings_size;
	/*
	 * Once for each settings block; may be NULL. Where it fails, with a sentence that says what is missing, the check is off; if the
	 * user named it, that is an error.
	 */
	bool (*prepare)(void *settings, const struct data *data, struct arena *arena, struct error *error);
	void (*run)(struct check_context *context);
};

#endif
