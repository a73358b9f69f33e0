/* article_p: how readers make an article. */
#ifndef KANLINT_ARTICLE_P_H
#define KANLINT_ARTICLE_P_H

#include "article.h"

/* What a reader says of the text that begins at a position. Blocks cover the whole article, ascending. */
struct article_block {
	uint32_t begin;
	enum role role;
	uint32_t level;
};

/* A character whose length in source does not follow from its code point. */
struct article_piece {
	uint32_t at;
	uint32_t bytes;
};

/*
 * A position whose byte offset is kept. The characters after it stand one behind the other up to the next such position, at
 * most ARTICLE_STRIDE further on: an offset for each character would be half of an article's memory, for a few findings.
 */
struct article_place {
	uint32_t at;
	uint32_t byte;
};

enum { ARTICLE_STRIDE = 64 };

struct article_builder;

/* Starts an article over SOURCE, which must outlive it; at most ARTICLE_MAXIMUM bytes. */
#define ARTICLE_MAXIMUM ((size_t)1 << 30)
struct article_builder *article_builder_new(struct arena *arena, const char *path, struct str source);

/* The same for a part of SOURCE that has so many bytes. */
struct article_builder *article_builder_new_part(struct arena *arena, const char *path, struct str source, size_t bytes);

/* Decodes source[begin, end): text of the article. CR before LF is left out; broken bytes become CHARACTER_BAD. */
void article_builder_text(struct article_builder *builder, size_t begin, size_t end);

/* One character whose meaning is not its bytes: an entity, an object. It stands for source[begin, end). */
void article_builder_character(struct article_builder *builder, uint32_t code_point, size_t begin, size_t end);

/* From here on the text belongs to a new paragraph of this role: a newline is put between, at byte offset AT. */
void article_builder_block(struct article_builder *builder, enum role role, uint32_t level, size_t at);

/* What was decoded up to now is the title. */
void article_builder_title(struct article_builder *builder);

/* Closes the arrays, makes classes and index. VARIANT_NONE: the text tells its variant. The builder is gone after. */
struct article *article_builder_finish(struct article_builder *builder, enum variant variant);

#endif
