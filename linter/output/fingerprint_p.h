/* fingerprint: what names a finding from one run to the next, whatever changes on other lines. */
#ifndef KANLINT_FINGERPRINT_P_H
#define KANLINT_FINGERPRINT_P_H

#include "../diagnostic_p.h"

struct fingerprints;

struct fingerprints *fingerprints_new(struct arena *arena);

/*
 * The hash of check, key and the text of the line, of a record its id or text too, and a count for those that are the same in one file:
 * "3f…:1". Findings must come file by file; the hashes of one file are kept until the next begins. The text is in the scratch arena.
 */
struct str fingerprint(struct fingerprints *fingerprints, const struct diagnostic *diagnostic, struct arena *scratch);

#endif
