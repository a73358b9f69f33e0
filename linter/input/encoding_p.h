/* encoding: from the bytes of a file to UTF-8. */
#ifndef KANLINT_ENCODING_P_H
#define KANLINT_ENCODING_P_H

#include "reader_p.h"

/*
 * Sets text, skipped and converted of an input from its bytes. ENCODING as for input_read. False with a sentence if the
 * bytes are no text in that encoding.
 */
bool encoding_decode(struct input *input, const char *encoding, struct arena *arena, struct error *error);

/*
 * Is a text of a record UTF-8, but for the few broken sequences that are let pass? False with a sentence, to stand with the place of the
 * first one, whose offset in the text is *FIRST.
 */
bool encoding_check(struct str text, size_t *first, struct arena *arena, struct error *error);

/* Is what --encoding names UTF-8? NULL, nothing, is. */
bool encoding_is_utf8(const char *encoding);

#endif
