/*
 * json_scan: finds the members of one JSON object that are wanted, and checks the rest (RFC 8259). Nothing is copied or built but what
 * is asked for, and every byte of a decoded string can be found again in the file, which no packaged library lets one do.
 */
#ifndef KANLINT_JSON_SCAN_P_H
#define KANLINT_JSON_SCAN_P_H

#include "../arena.h"
#include "../error.h"

enum json_kind { JSON_MISSING, JSON_STRING, JSON_NUMBER, JSON_TRUE, JSON_FALSE, JSON_NULL, JSON_ARRAY, JSON_OBJECT };

/* A value as it stands in the text. */
struct json_value {
	enum json_kind kind;
	struct str raw;          /* of a string without its quotes */
	bool escaped;            /* a string with a backslash in it */
};

/* What is wrong in a text, and its byte offset there. */
struct json_fault {
	size_t byte;
	struct error error;
};

enum { JSON_WANTED = 5, JSON_DEPTH = 1024 };

/*
 * Reads TEXT, one object with blanks round it, and fills VALUES[i] with the member that PATHS[i] names; NULL: none. A path is a
 * key, or keys with dots between for objects in objects; a key with dots in it is named as it is. The arena is for keys with escapes.
 * False with a fault: what is no JSON, is no object, is nested deeper than JSON_DEPTH, or has a wanted member twice.
 */
bool json_scan(struct str text, const char *const paths[JSON_WANTED], struct json_value values[JSON_WANTED], struct arena *arena,
	struct json_fault *fault);

/* Is an array, as json_scan found it, one of strings only? */
bool json_is_strings(struct str array);

/* The values of such an array; *AT is 0 at first. False at its end. */
bool json_next_string(struct str array, size_t *at, struct json_value *value);

/*
 * The text of a string value; without escapes it is a part of the value's own. False with a fault, whose byte is an offset in value->raw:
 * half of a surrogate pair, or a NUL.
 */
bool json_decode(const struct json_value *value, struct str *text, struct arena *arena, struct json_fault *fault);

/* A walk over a string value from decoded bytes to those of the file. */
struct json_walk {
	struct str raw;
	size_t at;               /* in raw */
	size_t decoded;          /* bytes that stand before AT when decoded */
	size_t escape;           /* the next backslash, if it is not before AT */
};

/* The offset in the raw string of a byte of the decoded text; no call may ask for an earlier byte than the last one did. */
size_t json_walk_to(struct json_walk *walk, size_t decoded);

/* The same text as it is written inside a JSON string. */
struct str json_encode(struct str text, struct arena *arena);

#endif
