/*
 * json_scan: one pass, and most of it in one loop, over the inside of the longest string. Objects on the way to a wanted member know
 * which part of each path is left; all others are only checked.
 */
#include "json_scan_p.h"

#include "../vector_p.h"

struct scan {
	const char *text;
	size_t at, end;
	const char *const *names;
	struct json_value *values;
	struct arena *arena;
	struct json_fault *fault;
};

/* What is left of each path in the object that is read; NULL: nothing of it can stand here. */
struct paths {
	const char *left[JSON_WANTED];
	bool any;
};

static bool fail_at(struct scan *scan, size_t byte, const char *sentence)
{
	scan->fault->byte = byte;
	return error_set(&scan->fault->error, "%s", sentence);
}

/* What stands where something else should: named for a person. */
static bool fail_expected(struct scan *scan, const char *expected)
{
	scan->fault->byte = scan->at;
	if (scan->at == scan->end)
		return error_set(&scan->fault->error, "is no JSON: it ends where %s should stand", expected);
	unsigned char byte = (unsigned char)scan->text[scan->at];
	if (byte <= 0x20 || byte >= 0x7F)
		return error_set(&scan->fault->error, "is no JSON: %s should stand here", expected);
	return error_set(&scan->fault->error, "is no JSON: %s should stand here, not “%c”", expected, byte);
}

static void skip_blanks(struct scan *scan)
{
	while (scan->at < scan->end && (scan->text[scan->at] == ' ' || scan->text[scan->at] == '\t' || scan->text[scan->at] == '\r' || scan->text[scan->at] == '\n'))
		scan->at++;
}

static bool is_at(const struct scan *scan, char byte)
{
	return scan->at < scan->end && scan->text[scan->at] == byte;
}

static bool is_digit(const struct scan *scan)
{
	return scan->at < scan->end && scan->text[scan->at] >= '0' && scan->text[scan->at] <= '9';
}

/* The next quote, backslash or control character at or after AT; END if there is none. */
CLONES static size_t next_special(const char *text, size_t at, size_t end)
{
	for (; end - at >= sizeof(wide_bytes); at += sizeof(wide_bytes)) {
		wide_bytes bytes;
		wide_bytes_load(&bytes, text + at);
		wide_bytes found = (wide_bytes)(bytes == '"') | (wide_bytes)(bytes == '\\') | (wide_bytes)(bytes < 0x20);
		if (wide_bytes_any(&found))
			break;
	}
	while (at < end && text[at] != '"' && text[at] != '\\' && (unsigned char)text[at] >= 0x20)
		at++;
	return at;
}

static int hex_digit(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	int letter = (byte | 0x20) - 'a';
	return letter >= 0 && letter < 6 ? letter + 10 : -1;
}

/* The four digits after \u; -1: there are none. */
static int32_t read_hex(const char *at, size_t left)
{
	int32_t value = 0;
	if (left < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		int digit = hex_digit(at[i]);
		if (digit < 0)
			return -1;
		value = value << 4 | digit;
	}
	return value;
}

static bool skip_escape(struct scan *scan)
{
	size_t begin = scan->at++;
	if (scan->at == scan->end)
		return fail_expected(scan, "the rest of an escape");
	if (scan->text[scan->at] == 'u') {
		if (read_hex(scan->text + scan->at + 1, scan->end - scan->at - 1) < 0)
			return fail_at(scan, begin, "is no JSON: \\u needs four hexadecimal digits");
		scan->at += 5;
		return true;
	}
	if (!memchr("\"\\/bfnrt", scan->text[scan->at], 8))
		return fail_at(scan, begin, "is no JSON: there is no such escape; a backslash in a text is written \\\\");
	scan->at++;
	return true;
}

/* From the opening quote past the closing one. */
static bool scan_string(struct scan *scan, struct json_value *value)
{
	size_t quote = scan->at, begin = ++scan->at;
	value->kind = JSON_STRING;
	value->escaped = false;
	for (;;) {
		scan->at = next_special(scan->text, scan->at, scan->end);
		if (scan->at == scan->end)
			return fail_at(scan, quote, "is no JSON: this string has no end");
		if (scan->text[scan->at] == '"')
			break;
		if (scan->text[scan->at] != '\\')
			return fail_at(scan, scan->at, "is no JSON: a control character in a string has to be written as an escape, such as \\n or \\t");
		value->escaped = true;
		if (!skip_escape(scan))
			return false;
	}
	value->raw = (struct str){scan->text + begin, scan->at - begin};
	scan->at++;
	return true;
}

static bool skip_digits(struct scan *scan)
{
	if (!is_digit(scan))
		return fail_expected(scan, "a digit");
	while (is_digit(scan))
		scan->at++;
	return true;
}

static bool scan_number(struct scan *scan)
{
	if (is_at(scan, '-'))
		scan->at++;
	if (is_at(scan, '0'))
		scan->at++;
	else if (!skip_digits(scan))
		return false;
	if (is_at(scan, '.') && (scan->at++, !skip_digits(scan)))
		return false;
	if (is_at(scan, 'e') || is_at(scan, 'E')) {
		scan->at++;
		if (is_at(scan, '+') || is_at(scan, '-'))
			scan->at++;
		return skip_digits(scan);
	}
	return true;
}

static bool scan_word(struct scan *scan, struct json_value *value)
{
	static const struct {
		struct str word;
		enum json_kind kind;
	} words[] = {{{"true", 4}, JSON_TRUE}, {{"false", 5}, JSON_FALSE}, {{"null", 4}, JSON_NULL}};
	struct str rest = {scan->text + scan->at, scan->end - scan->at};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_begins(rest, words[i].word.data)) {
			value->kind = words[i].kind;
			scan->at += words[i].word.size;
			return true;
		}
	return fail_expected(scan, "a value");
}

/* After a member or element: past the comma, or past the closing bracket with *MORE false. */
static bool go_on(struct scan *scan, bool in_object, bool *more)
{
	skip_blanks(scan);
	*more = is_at(scan, ',');
	if (!*more && !is_at(scan, in_object ? '}' : ']'))
		return fail_expected(scan, in_object ? "a comma or }" : "a comma or ]");
	scan->at++;
	skip_blanks(scan);
	return true;
}

/* A key and its colon. */
static bool scan_key(struct scan *scan, struct json_value *key)
{
	if (!is_at(scan, '"'))
		return fail_expected(scan, "a key in quotes");
	if (!scan_string(scan, key))
		return false;
	skip_blanks(scan);
	if (!is_at(scan, ':'))
		return fail_expected(scan, "a colon");
	scan->at++;
	skip_blanks(scan);
	return true;
}

/* Past an opening bracket; *MORE: something stands inside. */
static void enter(struct scan *scan, bool *more)
{
	bool in_object = scan->text[scan->at++] == '{';
	skip_blanks(scan);
	*more = !is_at(scan, in_object ? '}' : ']');
	scan->at += !*more;
}

static bool scan_scalar(struct scan *scan, struct json_value *value)
{
	if (is_at(scan, '"'))
		return scan_string(scan, value);
	size_t begin = scan->at;
	value->kind = JSON_NUMBER;
	bool done = is_at(scan, '-') || is_digit(scan) ? scan_number(scan) : scan_word(scan, value);
	value->raw = (struct str){scan->text + begin, scan->at - begin};
	return done;
}

static bool is_nested(const struct scan *scan)
{
	return is_at(scan, '{') || is_at(scan, '[');
}

/* An array or object in which nothing is wanted, however deep: the stack is a bit for each bracket that is open. */
static bool skip_nested(struct scan *scan)
{
	uint64_t objects[JSON_DEPTH / 64] = {0};
	struct json_value unused;
	unsigned depth = 0;
	bool more = true, in_object = false;
	do {
		if (more && depth > 0 && in_object && !scan_key(scan, &unused))
			return false;
		if (is_nested(scan) && more) {
			if (depth == JSON_DEPTH)
				return fail_at(scan, scan->at, "is nested too deep");
			in_object = is_at(scan, '{');
			objects[depth / 64] = (objects[depth / 64] & ~(UINT64_C(1) << depth % 64)) | (uint64_t)in_object << depth % 64;
			depth++;
			enter(scan, &more);
			if (more)
				continue;
		} else if (!scan_scalar(scan, &unused) || !go_on(scan, in_object, &more)) {
			return false;
		}
		while (!more && --depth > 0) {
			in_object = objects[(depth - 1) / 64] >> (depth - 1) % 64 & 1;
			if (!go_on(scan, in_object, &more))
				return false;
		}
	} while (depth > 0);
	return true;
}

/* What is left of the paths inside the member of a key, and a bit for each path that ends with it. */
static unsigned follow(const struct paths *paths, struct str key, struct paths *inner)
{
	unsigned ends = 0;
	inner->any = false;
	for (unsigned i = 0; i < JSON_WANTED; i++) {
		const char *left = paths->left[i];
		inner->left[i] = NULL;
		if (!left || strncmp(left, key.data, key.size) != 0)
			continue;
		if (left[key.size] == 0)
			ends |= 1u << i;
		else if (left[key.size] == '.') {
			inner->left[i] = left + key.size + 1;
			inner->any = true;
		}
	}
	return ends;
}

static bool take(struct scan *scan, unsigned ends, const struct json_value *value, size_t byte)
{
	for (unsigned i = 0; ends >> i; i++) {
		if (!(ends >> i & 1))
			continue;
		scan->fault->byte = byte;
		if (scan->values[i].kind != JSON_MISSING)
			return error_set(&scan->fault->error, "has the field “%s” twice", scan->names[i]);
		scan->values[i] = *value;
	}
	return true;
}

static unsigned follow_key(struct scan *scan, const struct paths *paths, const struct json_value *key, struct paths *inner)
{
	struct str name;
	struct json_fault unused;
	inner->any = false;
	return json_decode(key, &name, scan->arena, &unused) ? follow(paths, name, inner) : 0;
}

/* An object in which something is wanted. Goes as deep as the paths do. */
static bool scan_object(struct scan *scan, const struct paths *paths)
{
	bool more;
	enter(scan, &more);
	while (more) {
		struct json_value key, value;
		struct paths inner;
		size_t begin = scan->at;
		if (!scan_key(scan, &key))
			return false;
		unsigned ends = follow_key(scan, paths, &key, &inner);
		size_t at = scan->at;
		if (!is_nested(scan)) {
			if (!scan_scalar(scan, &value))
				return false;
		} else {
			value = (struct json_value){.kind = is_at(scan, '{') ? JSON_OBJECT : JSON_ARRAY};
			if (!(value.kind == JSON_OBJECT && inner.any ? scan_object(scan, &inner) : skip_nested(scan)))
				return false;
			value.raw = (struct str){scan->text + at, scan->at - at};
		}
		if (!take(scan, ends, &value, begin) || !go_on(scan, true, &more))
			return false;
	}
	return true;
}

bool json_scan(struct str text, const char *const paths[JSON_WANTED], struct json_value values[JSON_WANTED], struct arena *arena,
	struct json_fault *fault)
{
	struct scan scan = {text.data, 0, text.size, paths, values, arena, fault};
	struct paths left = {.any = true};
	for (unsigned i = 0; i < JSON_WANTED; i++) {
		left.left[i] = paths[i];
		values[i] = (struct json_value){0};
	}
	skip_blanks(&scan);
	if (is_at(&scan, '['))
		return fail_at(&scan, scan.at, "is an array: JSON Lines have one object on each line; jq -c '.[]' makes them of an array");
	if (!is_at(&scan, '{'))
		return fail_expected(&scan, "{, an object,");
	if (!scan_object(&scan, &left))
		return false;
	skip_blanks(&scan);
	if (scan.at < scan.end)
		return fail_at(&scan, scan.at, "is no JSON: the object has ended, and more stands after it; one line is one object");
	return true;
}

bool json_next_string(struct str array, size_t *at, struct json_value *value)
{
	struct json_fault unused;
	struct scan scan = {array.data, *at ? *at : 1, array.size, NULL, NULL, NULL, &unused};
	skip_blanks(&scan);
	if (is_at(&scan, ','))
		scan.at++;
	skip_blanks(&scan);
	if (!is_at(&scan, '"') || !scan_string(&scan, value))
		return false;
	*at = scan.at;
	return true;
}

bool json_is_strings(struct str array)
{
	struct json_value value;
	size_t at = 1;
	while (json_next_string(array, &at, &value))
		;
	while (at < array.size && memchr(" \t\r\n", array.data[at], 4))
		at++;
	return at + 1 == array.size;
}
