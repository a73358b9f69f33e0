/*
 * report: findings as data. A check adds findings; what becomes of them (shown, silenced, written) is not its business.
 *
 * A message is a fixed text with places {0} {1} … for arguments, as in SARIF; notes and fixes hang on the finding.
 *
 *	struct finding *finding = report_add(context->report, MESSAGE_COUNT, announced);
 *	finding_text(finding, announced);
 *	finding_number(finding, 4);
 *	finding_note(finding, N_("the list starts here"), list);
 *	finding_fix(finding, FIX_SAFE, mark, "……");
 */
#ifndef KANLINT_REPORT_H
#define KANLINT_REPORT_H

#include "article.h"

/* Marks a text for translation without translating it. */
#define N_(text) text

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };
enum confidence { CONFIDENCE_LOW, CONFIDENCE_MEDIUM, CONFIDENCE_HIGH };
enum fix_kind { FIX_SAFE, FIX_UNSAFE };

struct finding;
struct report;

/*
 * Adds a finding of messages[MESSAGE] of the running check; the span may be empty (a place where something is missing).
 * Past the cap of findings for one check and article it goes into a finding that is thrown away; never NULL.
 */
struct finding *report_add(struct report *report, unsigned message, struct span span);

/* Is messages[MESSAGE] of the running check on? What is off need not be looked for. */
bool report_shows(const struct report *report, unsigned message);

/* Arguments, in the order {0} {1} … of the message. */
void finding_text(struct finding *finding, struct span span);            /* a piece of the article, shortened in the middle when long */
void finding_string(struct finding *finding, const char *text);          /* copied */
void finding_character(struct finding *finding, uint32_t code_point);    /* invisible ones as U+200B ZERO WIDTH SPACE */
void finding_number(struct finding *finding, int64_t number);
void finding_code_point(struct finding *finding, uint32_t code_point);   /* U+2F08 */
void finding_characters(struct finding *finding, const uint32_t *cp, uint32_t count);

/* Lowers what the message says. */
void finding_confidence(struct finding *finding, enum confidence confidence);

/* A related place, with a fixed text (N_) that takes the one argument {0}: the text there. */
void finding_note(struct finding *finding, const char *text, struct span span);

/*
 * One edit of the finding's fix: the span becomes REPLACEMENT (UTF-8, copied; "" deletes; an empty span inserts).
 * Several calls make one fix that is applied whole; it is safe only if all its edits are.
 */
void finding_fix(struct finding *finding, enum fix_kind kind, struct span span, const char *replacement);

/* The same with one code point, for cures that are a character. */
void finding_fix_character(struct finding *finding, enum fix_kind kind, struct span span, uint32_t replacement);

/* The same with COUNT code points. */
void finding_fix_characters(struct finding *finding, enum fix_kind kind, struct span span, const uint32_t *cp, uint32_t count);

#endif
