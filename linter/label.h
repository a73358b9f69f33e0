/*
 * label: lines that name what stands under or over them, a title, a heading or a caption, also where such a line ends like a
 * sentence (needs pairs). In Markdown the reader knows the headings; in plain text the lines round a line have to say it.
 */
#ifndef KANLINT_LABEL_H
#define KANLINT_LABEL_H

#include "article.h"

enum label { LABEL_NONE, LABEL_HEADING, LABEL_CAPTION };

/*
 * What the paragraph of this index labels; LABEL_NONE if that is not sure: for more than one sentence, a whole quotation, lines of
 * verse, a line that is long for a heading or caption. Constant time: long paragraphs are not read.
 */
enum label label_of(const struct article *article, uint32_t paragraph);

#endif
