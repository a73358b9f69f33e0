/* document: text, table of lines, positions. */
#include "document_p.h"

#include <stdlib.h>

#include "../path_p.h"

static int hex_value(char digit)
{
	return digit >= '0' && digit <= '9'   ? digit - '0'
	       : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
	       : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
					      : -1;
}

static const char *decode(const char *text, struct arena *arena)
{
	char *decoded = arena_alloc(arena, strlen(text) + 1), *at = decoded;
	for (; *text; text++) {
		int high = *text == '%' ? hex_value(text[1]) : -1, low = high >= 0 ? hex_value(text[2]) : -1;
		bool is_byte = low >= 0 && (high || low); /* no path holds a NUL */
		*at++ = is_byte ? (char)(high * 16 + low) : *text;
		text += is_byte ? 2 : 0;
	}
	return decoded;
}

const char *document_path(const char *uri, const char *language, const char *folder, struct arena *arena)
{
	static const char file[] = "file://";
	if (strncmp(uri, file, strlen(file)) == 0) {
		const char *path = strchr(uri + strlen(file), '/'); /* behind the name of a host */
		return decode(path ? path : "/", arena);
	}
	const char *name = path_base(decode(uri, arena)), *ending = language && strcmp(language, "markdown") == 0 ? ".md" : ".txt";
	return path_join(folder, arena_format(arena, "%s%s", name, ending).data, arena);
}

const char *document_uri(const char *path, struct arena *arena)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
	char *uri = arena_alloc(arena, 3 * strlen(path) + sizeof "file://");
	size_t size = (size_t)snprintf(uri, sizeof "file://", "file://");
	for (; *path; path++)
		size += (size_t)snprintf(uri + size, 4, strchr(plain, *path) ? "%c" : "%%%02X", (unsigned char)*path);
	return uri;
}

struct document *document_new(const char *uri, const char *path, struct str text)
{
	struct document *document = calloc(1, sizeof *document);
	if (!document)
		BUG("no more memory for a document");
	document->uri = strdup(uri);
	document->path = strdup(path);
	if (!document->uri || !document->path)
		BUG("no more memory for a document");
	arena_init(&document->arena);
	document_set_text(document, text);
	return document;
}

void document_free(struct document *document)
{
	if (document->result)
		arena_release(&document->result->arena);
	free(document->result);
	arena_release(&document->arena);
	free((char *)document->uri);
	free((char *)document->path);
	free(document);
}

static void find_lines(struct document *document)
{
	size_t capacity = 0;
	struct str text = document->text;
	document->lines = NULL;
	document->line_count = 0;
	document->has_lone_returns = false;
	ARENA_PUSH(&document->arena, document->lines, document->line_count, capacity, 0);
	for (size_t i = 0; i < text.size; i++) {
		bool lone_return = text.data[i] == '\r' && text.data[i + 1] != '\n';
		document->has_lone_returns |= lone_return;
		if (text.data[i] == '\n' || lone_return)
			ARENA_PUSH(&document->arena, document->lines, document->line_count, capacity, i + 1);
	}
}

/* The old text may be a part of the new one. */
static void take_text(struct document *document, struct arena *arena, struct str text)
{
	arena_release(&document->arena);
	document->arena = *arena;
	document->text = text;
	document->dirty = document->unpublished = true;
	find_lines(document);
}

void document_set_text(struct document *document, struct str text)
{
	struct arena arena;
	arena_init(&arena);
	text = arena_copy(&arena, text);
	take_text(document, &arena, text);
}

void document_change(struct document *document, enum position_encoding encoding, struct position begin, struct position end, struct str text)
{
	size_t from = document_byte(document, encoding, begin), to = document_byte(document, encoding, end);
	if (to < from) {
		size_t other = from;
		from = to;
		to = other;
	}
	struct arena arena;
	struct str old = document->text;
	arena_init(&arena);
	char *data = arena_alloc_raw(&arena, old.size - (to - from) + text.size + 1);
	memcpy(data, old.data, from);
	memcpy(data + from, text.data, text.size);
	memcpy(data + from + text.size, old.data + to, old.size - to);
	size_t size = old.size - (to - from) + text.size;
	data[size] = 0;
	take_text(document, &arena, (struct str){data, size});
}

/* Units of a character, by its code point and its bytes. */
static uint64_t units(enum position_encoding encoding, uint32_t code_point, size_t bytes)
{
	switch (encoding) {
	case POSITION_UTF8: return bytes;
	case POSITION_UTF16: return code_point > 0xFFFF ? 2 : 1;
	case POSITION_UTF32: break;
	}
	return 1;
}

size_t document_byte(const struct document *document, enum position_encoding encoding, struct position position)
{
	struct str text = document->text;
	if (position.line >= document->line_count)
		return text.size;
	size_t at = document->lines[position.line], end = position.line + 1 < document->line_count ? document->lines[position.line + 1] : text.size;
	for (uint64_t left = position.character; left > 0 && at < end && text.data[at] != '\n' && text.data[at] != '\r';) {
		uint32_t cp;
		size_t bytes = character_read(text.data + at, text.size - at, &cp);
		uint64_t count = units(encoding, cp, bytes);
		if (count > left)
			break; /* inside a character: before it */
		left -= count;
		at += bytes;
	}
	return at;
}

static uint32_t column_of(const struct place *place, enum position_encoding encoding)
{
	return encoding == POSITION_UTF8 ? place->byte_column : encoding == POSITION_UTF16 ? place->utf16_column : place->column;
}

struct position document_position_at(const struct document *document, enum position_encoding encoding, size_t byte)
{
	size_t low = 0, high = document->line_count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (document->lines[middle] <= byte)
			low = middle;
		else
			high = middle;
	}
	struct position position = {.line = low};
	for (size_t at = document->lines[low]; at < byte && at < document->text.size;) {
		uint32_t cp;
		size_t bytes = character_read(document->text.data + at, document->text.size - at, &cp);
		position.character += units(encoding, cp, bytes);
		at += bytes;
	}
	return position;
}

struct position document_position(const struct document *document, enum position_encoding encoding, const struct place *place)
{
	if (document->has_lone_returns)
		return document_position_at(document, encoding, place->byte);
	return (struct position){place->line - 1, column_of(place, encoding) - 1};
}
