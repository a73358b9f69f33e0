/* document: the text of an open file, and its positions in the client's units. */
#ifndef KANLINT_LSP_DOCUMENT_P_H
#define KANLINT_LSP_DOCUMENT_P_H

#include "../result_p.h"

/* What a position's character counts in its line, as negotiated. Lines end in \n, \r\n or \r. */
enum position_encoding { POSITION_UTF16, POSITION_UTF8, POSITION_UTF32 };

/* Both from 0. */
struct position {
	uint64_t line, character;
};

struct document {
	struct arena arena; /* holds the text; renewed with it */
	const char *uri;
	const char *path; /* as the configuration knows it; its ending tells the format */
	int64_t version;
	struct str text; /* a NUL follows */
	size_t *lines;   /* where each begins */
	size_t line_count;
	bool has_lone_returns; /* a \r alone ends a line: our own lines are others */
	uint64_t stamp;        /* of the configuration files above it, where the client watches none; 0: not looked yet */
	bool open;             /* false: its text is that of the file */
	bool dirty;            /* changed since it was linted */
	bool unpublished;      /* changed since its diagnostics were pushed; an answer may have linted it meanwhile */
	struct result *result; /* NULL: not linted yet */
	struct document *next;
};

/* URI becomes a path: file:///a%20b → /a b; another scheme a name in FOLDER, with the ending that the language asks for. */
const char *document_path(const char *uri, const char *language, const char *folder, struct arena *arena);

/* The URI of an absolute path. */
const char *document_uri(const char *path, struct arena *arena);

/* Memory from malloc, as documents come and go; TEXT is copied. */
struct document *document_new(const char *uri, const char *path, struct str text);
void document_free(struct document *document);

void document_set_text(struct document *document, struct str text);

/* Puts TEXT in the place of [begin, end); positions past a line's or the text's end are its end. */
void document_change(struct document *document, enum position_encoding encoding, struct position begin, struct position end, struct str text);

size_t document_byte(const struct document *document, enum position_encoding encoding, struct position position);
struct position document_position_at(const struct document *document, enum position_encoding encoding, size_t byte);

/* Where a place of the document's result stands. */
struct position document_position(const struct document *document, enum position_encoding encoding, const struct place *place);

#endif
