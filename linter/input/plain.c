/* plain: a text file is prose from its first byte to its last. */
#include "reader_p.h"

void read_plain(struct article_builder *builder, struct str text)
{
	article_builder_text(builder, 0, text.size);
}
