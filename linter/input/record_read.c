/*
 * record_read: the title and the text of a record become one article, as a newspaper prints them. A record that cannot be read is an
 * error of its own: what is missing or of another kind is never taken for an empty text.
 */
#include "record_read_p.h"

#include "encoding_p.h"

enum { WANT_TEXT, WANT_TITLE, WANT_ID, WANT_OWN, WANT_IGNORED };

#define OWN "_kanlint"
#define IGNORED OWN ".ignore"

static const char *kind_name(enum json_kind kind)
{
	static const char *const names[] = {
		[JSON_MISSING] = "missing",
		[JSON_STRING] = "a string",
		[JSON_NUMBER] = "a number",
		[JSON_TRUE] = "true",
		[JSON_FALSE] = "false",
		[JSON_NULL] = "null",
		[JSON_ARRAY] = "an array",
		[JSON_OBJECT] = "an object",
	};
	return names[kind];
}

static size_t offset_in(const struct record *record, const struct json_value *value)
{
	return (size_t)(value->raw.data - record->raw.data) - (value->kind == JSON_STRING);
}

/* The text of a member that is a string. */
static bool read_member(const struct record *record, const struct json_value *value, const char *name, struct str *text, struct arena *arena,
	struct json_fault *fault)
{
	struct json_walk walk = {.raw = value->raw};
	struct error why = {""};
	size_t first;
	if (!json_decode(value, text, arena, fault))
		why = fault->error;
	else if (!encoding_check(*text, &first, arena, &why))
		fault->byte = json_walk_to(&walk, first);
	else
		return true;
	fault->byte += (size_t)(value->raw.data - record->raw.data);
	return error_set(&fault->error, "“%s” %s", name, why.text);
}

/* A field that may be the text in place of the one that is asked for; NULL: none. */
static const char *other_member(const struct record *record, struct arena *arena)
{
	static const char *const usual[] = {"text", "content", "body", "article", "passage", "raw_content", "contents", "document", NULL};
	for (size_t i = 0; usual[i]; i++) {
		const char *const paths[JSON_WANTED] = {usual[i]};
		struct json_value values[JSON_WANTED];
		struct json_fault unused;
		if (json_scan(record->raw, paths, values, arena, &unused) && values[0].kind == JSON_STRING)
			return usual[i];
	}
	return NULL;
}

static bool check_text(const struct record *record, const struct json_value *text, struct arena *arena, struct json_fault *fault)
{
	if (text->kind == JSON_STRING)
		return true;
	const char *other = other_member(record, arena), *name = record->names->text;
	const char *hint = other ? arena_format(arena, "; try --json-text=%s", other).data : "; --json-text names the field that is the text";
	fault->byte = text->kind == JSON_MISSING ? 0 : offset_in(record, text);
	if (text->kind == JSON_MISSING)
		return error_set(&fault->error, "has no field “%s”%s", name, hint);
	return error_set(&fault->error, "“%s” is %s, not a string%s", name, kind_name(text->kind), hint);
}

static bool is_blank(struct str text)
{
	for (size_t i = 0; i < text.size; i++)
		if ((unsigned char)text.data[i] > 0x20)
			return false;
	return true;
}

/* Many a text begins with its title already. */
static bool begins_with(struct str text, struct str title)
{
	return text.size >= title.size && memcmp(text.data, title.data, title.size) == 0 &&
	       (text.size == title.size || text.data[title.size] == '\n' || text.data[title.size] == '\r');
}

static void join(struct record *record, struct input *input, struct str title, struct str text, struct arena *arena)
{
	record->text_begin = title.size + strlen("\n\n");
	record->text_line = 2;
	for (size_t i = 0; i < title.size; i++)
		record->text_line += title.data[i] == '\n';
	char *joined = arena_alloc_raw(arena, record->text_begin + text.size);
	memcpy(joined, title.data, title.size);
	memcpy(joined + title.size, "\n\n", 2);
	if (text.size)
		memcpy(joined + record->text_begin, text.data, text.size);
	input->text = (struct str){joined, record->text_begin + text.size};
	input->title_size = title.size;
}

static bool read_title(struct record *record, struct input *input, struct arena *arena, struct json_fault *fault)
{
	const struct json_value *value = &record->title;
	struct str title;
	if (value->kind == JSON_MISSING || value->kind == JSON_NULL)
		return true;
	if (value->kind != JSON_STRING) {
		fault->byte = offset_in(record, value);
		return error_set(&fault->error, "“%s” is %s, not a string; --json-title names the field that is the title, --json-title= says there is none",
			record->names->title, kind_name(value->kind));
	}
	if (!read_member(record, value, record->names->title, &title, arena, fault))
		return false;
	if (begins_with(input->text, title))
		input->title_size = title.size;
	else if (!is_blank(title))
		join(record, input, title, input->text, arena);
	return true;
}

/* An id is for people: one that is no string or number, or no text, is none. */
static void read_id(struct record *record, const struct json_value *value, struct arena *arena)
{
	struct str id = value->raw;
	struct json_fault unused;
	if (value->kind == JSON_NUMBER || (value->kind == JSON_STRING && json_decode(value, &id, arena, &unused) && id.size > 0))
		record->id = arena_copy(arena, id).data;
}

static bool is_empty_object(const struct json_value *value)
{
	return value->kind == JSON_OBJECT && is_blank((struct str){value->raw.data + 1, value->raw.size - 2});
}

/* A comment without a name silences everything, and -- begins its reason: in a record neither can be meant. */
static bool is_name(const struct json_value *value)
{
	return !is_blank(value->raw) && !str_begins(str_trimmed(value->raw), "--");
}

static bool is_names(const struct json_value *array)
{
	struct json_value value;
	if (array->kind != JSON_ARRAY || !json_is_strings(array->raw))
		return false;
	for (size_t at = 0; json_next_string(array->raw, &at, &value);)
		if (!is_name(&value))
			return false;
	return true;
}

/* What is meant to silence and cannot is an error: nobody would see it. */
static bool check_ignored(const struct record *record, const struct json_value *own, struct json_fault *fault)
{
	const struct json_value *value = &record->ignored;
	bool is_none = own->kind == JSON_MISSING || own->kind == JSON_NULL || is_empty_object(own);
	if (value->kind == JSON_MISSING && !is_none) {
		fault->byte = offset_in(record, own);
		return error_set(&fault->error, "“" OWN "” must be an object with “ignore”, an array of names of checks");
	}
	if (value->kind == JSON_MISSING || is_names(value))
		return true;
	fault->byte = offset_in(record, value);
	return error_set(&fault->error, "“" IGNORED "” must be an array of names of checks");
}

/* An empty name is none. */
static const char *wanted(const char *name)
{
	return *name ? name : NULL;
}

bool record_read(struct record *record, struct input *input, struct arena *arena, struct json_fault *fault)
{
	const char *const paths[JSON_WANTED] = {
		[WANT_TEXT] = record->names->text,
		[WANT_TITLE] = wanted(record->names->title),
		[WANT_ID] = wanted(record->names->id),
		[WANT_OWN] = OWN,
		[WANT_IGNORED] = IGNORED,
	};
	struct json_value values[JSON_WANTED];
	if (!json_scan(record->raw, paths, values, arena, fault) || !check_text(record, &values[WANT_TEXT], arena, fault))
		return false;
	record->text = values[WANT_TEXT];
	record->title = values[WANT_TITLE];
	record->ignored = values[WANT_IGNORED];
	record->text_begin = record->text_line = 0;
	record->id = NULL;
	read_id(record, &values[WANT_ID], arena);
	input->format = FORMAT_PLAIN;
	input->record = record;
	input->title_size = 0;
	if (!read_member(record, &record->text, record->names->text, &input->text, arena, fault) || !read_title(record, input, arena, fault) ||
		!check_ignored(record, &values[WANT_OWN], fault))
		return false;
	return true;
}

struct directive *record_directives(const struct record *record, struct arena *arena)
{
	struct json_value value;
	struct json_fault unused;
	struct str name;
	if (record->ignored.kind != JSON_ARRAY)
		return NULL;
	char *names = arena_alloc(arena, record->ignored.raw.size + 1), *end = names;
	for (size_t at = 0; json_next_string(record->ignored.raw, &at, &value);) {
		if (!json_decode(&value, &name, arena, &unused))
			continue;
		memcpy(end, name.data, name.size);
		end += name.size;
		*end++ = ' ';
	}
	if (end == names)
		return NULL;
	struct directive *directive = ARENA_NEW(arena, struct directive);
	*directive = (struct directive){DIRECTIVE_DISABLE, 0, {names, (size_t)(end - names)}, NULL};
	return directive;
}
