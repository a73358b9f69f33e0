/* json: a finding as our own JSON, docs/json.md. */
#ifndef KANLINT_JSON_P_H
#define KANLINT_JSON_P_H

#include "fingerprint_p.h"
#include "writer_p.h"

enum { JSON_VERSION = 1 };

/* What could not be done, kept until the findings are written. */
struct failure {
	const char *path;       /* NULL: of no file of its own */
	const char *message;
	struct failure *next;
};

struct failures {
	struct arena *arena;
	struct failure *first, *last;
};

/* Copies both texts. */
void failures_add(struct failures *failures, const char *path, const char *message);

/* What the object of a run begins with: {"version":…,"tool":…, and a newline. */
void json_write_head(FILE *out);

/* The member "failures":[…], and a newline. */
void json_write_failures(FILE *out, const struct failures *failures);

/* The member "summary":{…}, on one line. */
void json_write_summary(FILE *out, const struct writer_summary *summary);

/* Both write one object on one line, without a newline. */
void json_write_finding(FILE *out, const struct diagnostic *diagnostic, struct fingerprints *fingerprints, struct arena *scratch);
void json_write_failure(FILE *out, const char *path, const char *message);

/* A fix that may be shown: there is one, and its text holds no personal number, which could not be masked in it. */
bool fix_is_shown(const struct diagnostic *diagnostic, struct arena *scratch);

#endif
