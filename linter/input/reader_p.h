/*
 * reader: from the bytes of a file to an article. One file a format.
 */
#ifndef KANLINT_READER_P_H
#define KANLINT_READER_P_H

#include "../article_p.h"
#include "../error.h"

struct record;

/* What the text is, where the path's ending does not tell. */
enum input_format { FORMAT_BY_NAME, FORMAT_PLAIN, FORMAT_MARKDOWN, FORMAT_RECORDS };

/* The bytes of a file as the user has it, and as UTF-8. All memory is in the arena given to input_read. */
struct input {
	const char *path;        /* as messages name it and the configuration knows it; its ending tells the format */
	enum input_format format;
	bool is_standard;        /* it came by standard input, whatever its name: --fix must refuse */
	struct str bytes;        /* the file */
	struct str text;         /* UTF-8: bytes without their BOM, or converted */
	bool converted;          /* text is not part of bytes: --fix must refuse */
	size_t skipped;          /* bytes before text in bytes: a BOM */
	size_t title_size;       /* bytes of the text that are its title; 0: the text tells */
	const struct record *record; /* of a stream: what the text was taken from, record_p.h. NULL: a file of its own */
	enum variant variant;    /* as the user configured it; VARIANT_NONE: the text tells */
};

/*
 * Reads a file (a FIFO and "-", standard input, to their end) and decodes it; NAME becomes its path. ENCODING NULL: UTF-8, or UTF-16 by its BOM; else an iconv name.
 * False with a sentence if it cannot be opened, is a folder, is too large, has a NUL byte, or is not text in the encoding
 * (more than 0.1% of bytes in broken sequences), with a hint when it looks like GB18030 or Big5.
 */
bool input_read(struct input *input, const char *path, const char *name, const char *encoding, struct arena *arena, struct error *error);

/* Opens a file, or "-", for reading; not a folder or a device. -1 with a sentence. */
int input_open(const char *path, struct error *error);

/* Has a name this ending, in letters of either case, and something before it? */
bool reader_name_ends(struct str name, const char *ending);

/* Is a file of this name read when it is found in a folder? */
bool reader_takes(const char *name);

/* Is a file of this name a stream of records, JSON Lines, packed or not? */
bool reader_is_stream(const char *name);

/* Makes the article of an input, by its format or what its name's ending says (.md .markdown: Markdown; else plain text). */
struct article *reader_article(const struct input *input, struct arena *arena);

/*
 * The articles of an input in turn: *AT is 0 at first, and where the next one begins after that; NULL when there is none. An input is
 * one article; but plain text of more than INPUT_WHOLE bytes, longer than any book, is cut between paragraphs into pieces of about
 * INPUT_PIECE bytes, so that neither memory nor the way to it grows with the file. What an article says of itself as a whole holds for
 * a piece.
 */
enum { INPUT_WHOLE = 4 << 20, INPUT_PIECE = 1 << 20 };
struct article *reader_next(const struct input *input, size_t *at, struct arena *arena);

/* Plain text from BEGIN to END: prose but for its URLs and e-mail addresses, each of which becomes one CHARACTER_OBJECT. */
void read_prose(struct article_builder *builder, struct str text, size_t begin, size_t end);

void read_markdown(struct article_builder *builder, struct str text, struct arena *arena);

/* What silences in the text itself: in Markdown a comment, <!-- kanlint-disable NAME -->; in a record its “_kanlint”, which stands for a comment at byte 0. */
enum directive_kind { DIRECTIVE_DISABLE, DIRECTIVE_ENABLE, DIRECTIVE_DISABLE_NEXT_LINE };
struct directive {
	enum directive_kind kind;
	size_t byte;             /* offset in text of the comment */
	struct str names;        /* what stands after the word, as “NAME FAMILY_*”; empty: all */
	struct directive *next;
};
struct directive *reader_directives(const struct input *input, struct arena *arena);
struct directive *markdown_directives(struct str text, struct arena *arena);

#endif
