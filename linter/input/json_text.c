/* json_text: the text of a string, and the way back from it into the file. */
#include "json_scan_p.h"

#include "../utf8.h"

/* What an escape stands for. */
struct escape {
	uint32_t code_point;
	size_t bytes;            /* of the escape */
};

static const char simple_escapes[] = "\"\"\\\\//b\bf\fn\nr\rt\t";

static uint32_t hex_value(const char *digits)
{
	uint32_t value = 0;
	for (int i = 0; i < 4; i++)
		value = value << 4 | (((uint32_t)digits[i] & 0xF) + (digits[i] > '9' ? 9u : 0u));
	return value;
}

/* The escape at AT, which json_scan found right. Half of a pair stands for itself. */
static struct escape read_escape(struct str raw, size_t at)
{
	const char *text = raw.data + at;
	if (text[1] != 'u') {
		const char *found = simple_escapes;
		while (*found != text[1])
			found += 2;
		return (struct escape){(unsigned char)found[1], 2};
	}
	uint32_t value = hex_value(text + 2);
	if (value < 0xD800 || value > 0xDBFF || raw.size - at < 12 || text[6] != '\\' || text[7] != 'u')
		return (struct escape){value, 6};
	uint32_t low = hex_value(text + 8);
	if (low < 0xDC00 || low > 0xDFFF)
		return (struct escape){value, 6};
	return (struct escape){0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00), 12};
}

static size_t next_escape(struct str raw, size_t at)
{
	const char *found = at < raw.size ? memchr(raw.data + at, '\\', raw.size - at) : NULL;
	return found ? (size_t)(found - raw.data) : raw.size;
}

static bool is_text(struct escape escape, size_t byte, struct json_fault *fault)
{
	fault->byte = byte;
	if (escape.code_point == 0)
		return error_set(&fault->error, "is not text: it has the escape of a NUL, \\u0000");
	if (escape.code_point >= 0xD800 && escape.code_point <= 0xDFFF)
		return error_set(&fault->error, "is not text: \\u%04x is half of a surrogate pair, without the other half", (unsigned)escape.code_point);
	return true;
}

bool json_decode(const struct json_value *value, struct str *text, struct arena *arena, struct json_fault *fault)
{
	struct str raw = value->raw;
	*text = raw;
	if (!value->escaped)
		return true;
	char *out = arena_alloc_raw(arena, raw.size); /* no escape is shorter than what it stands for */
	size_t size = 0;
	for (size_t at = 0; at < raw.size;) {
		if (raw.data[at] == '\\') {
			struct escape escape = read_escape(raw, at);
			if (!is_text(escape, at, fault))
				return false;
			size += character_encode(escape.code_point, out + size);
			at += escape.bytes;
			continue;
		}
		size_t end = next_escape(raw, at);
		memcpy(out + size, raw.data + at, end - at);
		size += end - at;
		at = end;
	}
	*text = (struct str){out, size};
	return true;
}

size_t json_walk_to(struct json_walk *walk, size_t decoded)
{
	while (walk->decoded < decoded && walk->at < walk->raw.size) {
		if (walk->raw.data[walk->at] != '\\') {
			if (walk->escape <= walk->at)
				walk->escape = next_escape(walk->raw, walk->at);
			size_t plain = walk->escape - walk->at, wanted = decoded - walk->decoded;
			size_t step = plain < wanted ? plain : wanted;
			walk->at += step;
			walk->decoded += step;
			continue;
		}
		struct escape escape = read_escape(walk->raw, walk->at);
		if (walk->decoded + character_bytes(escape.code_point) > decoded)
			break;
		walk->at += escape.bytes;
		walk->decoded += character_bytes(escape.code_point);
	}
	return walk->at;
}

static char letter_of(char byte)
{
	static const char escaped[] = "\"\"\\\\\bb\ff\nn\rr\tt";
	for (const char *at = escaped; *at; at += 2)
		if (*at == byte)
			return at[1];
	return 0;
}

struct str json_encode(struct str text, struct arena *arena)
{
	char *out = arena_alloc_raw(arena, 6 * text.size + 1);
	size_t size = 0;
	for (size_t i = 0; i < text.size; i++) {
		char letter = letter_of(text.data[i]);
		if (letter) {
			out[size++] = '\\';
			out[size++] = letter;
		} else if ((unsigned char)text.data[i] < 0x20) {
			size += (size_t)snprintf(out + size, 7, "\\u%04x", (unsigned char)text.data[i]);
		} else {
			out[size++] = text.data[i];
		}
	}
	return (struct str){out, size};
}
