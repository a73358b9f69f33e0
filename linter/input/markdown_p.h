/* markdown_p: what the readers of Markdown share. Offsets count in the source; those that are looked for lie after AT. */
#ifndef KANLINT_MARKDOWN_P_H
#define KANLINT_MARKDOWN_P_H

#include <md4c.h>

#include "reader_p.h"

/* Runs md4c over SOURCE behind its front matter. BASE is SOURCE or a copy of it. Without memory it leaves by the arena's overflow. */
void markdown_parse(struct str source, const char *base, const MD_PARSER *parser, void *user, struct arena *arena);

/* Size of the YAML between --- and ---, or the TOML between +++ and +++, at the start of a file; 0: none. */
size_t markdown_front_matter(struct str source);

/*
 * What to give md4c to read: SOURCE, or a copy of it, of the same size, where it holds what md4c would misread. “[^1]: 见下。” is
 * to it the definition of a link, which would swallow the text; inside formulas it would find emphasis.
 */
const char *markdown_hide(struct str source, struct arena *arena);

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

/* The end of the “[^label]: ” of a footnote that begins at AT; 0: none begins there. */
size_t markdown_footnote_label(struct str source, size_t at, size_t end);

#endif
