/* markdown_p: what the readers of Markdown share. Offsets count in the source; those that are looked for lie after AT. */
#ifndef KANLINT_MARKDOWN_P_H
#define KANLINT_MARKDOWN_P_H

#include <md4c.h>

#include "reader_p.h"

/* Runs md4c over TEXT from FROM on. Without memory it leaves by the arena's overflow. */
void markdown_parse(struct str text, size_t from, const MD_PARSER *parser, void *user, struct arena *arena);

/* Size of the YAML between --- and ---, or the TOML between +++ and +++, at the start of a file; 0: none. */
size_t markdown_front_matter(struct str source);

/* Bytes that stand in a copy and not in the source. */
struct markdown_gap {
	size_t at;               /* in the copy */
	size_t size;
};

/* The text that md4c is given: the source itself, or a copy where it holds what md4c would misread. */
struct markdown_copy {
	struct str text;
	struct markdown_gap *gaps;
	size_t gap_count, gap_capacity;
	size_t passed, added;    /* gaps before the offset that was asked for last, and their bytes */
};

struct markdown_copy markdown_copy(struct str source, size_t from, struct arena *arena);

/* The offset in the source for one in the copy. Quick where the offsets asked for go up. */
size_t markdown_original(struct markdown_copy *copy, size_t offset);

/* Does the source hold TEXT at AT, before END? */
bool str_starts(struct str source, size_t at, size_t end, const char *text);

/* The end of the first CLOSE from AT on that ends before END; 0: there is none. */
size_t str_closed_by(struct str source, size_t at, size_t end, const char *close);

/* The end of the tag or comment that begins at AT; of the code span whose backticks begin at AT. */
size_t markdown_tag_end(struct str source, size_t at);
size_t markdown_code_end(struct str source, size_t at);

/* The end of the image whose text ends at AT, before its ]: ](…), ][…] or ]. */
size_t markdown_image_end(struct str source, size_t at);

/*
 * A mark at AT that md4c does not know: [^1] [!NOTE] ~~ are left out, formulas, {{ }} and {% %} are objects. Returns its end; 0: none.
 * The second gives the next character that could begin one, or END.
 */
size_t markdown_foreign_mark(struct str source, size_t at, size_t end, bool *object);
size_t markdown_next_foreign(struct str source, size_t at, size_t end);

/*
 * The end of the formula that begins at AT; 0: none. $…$ is one as pandoc takes it, on one line, without blanks at its ends and
 * without a digit or letter behind; with characters that are not ASCII it must hold a command (\text), else it is two
 * prices. md4c's own rules would take all between “HK$5” and the next dollar for a formula.
 */
size_t markdown_formula_end(struct str source, size_t at);

/* The colon after the “[^label]” that begins at AT, before END; 0: none. */
size_t markdown_footnote_colon(struct str source, size_t at, size_t end);

/* The end of the “[^label]: ” of a footnote that begins at AT; 0: none begins there. */
size_t markdown_footnote_label(struct str source, size_t at, size_t end);

#endif
