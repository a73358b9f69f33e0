/* xml: escapes. */
#include "xml_p.h"

/* XML 1.0 2.2: the characters that there are; others cannot even be written as a reference. */
static bool is_allowed(uint32_t code_point)
{
	return code_point == '\t' || code_point == '\n' || code_point == '\r' ||
	       (code_point >= 0x20 && code_point != CHARACTER_BAD && code_point != 0xFFFE && code_point != 0xFFFF);
}

static const char *replacement(uint32_t code_point)
{
	switch (code_point) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\t': return "&#9;";
	case '\n': return "&#10;";
	case '\r': return "&#13;";
	default: return is_allowed(code_point) ? NULL : "\xEF\xBF\xBD";
	}
}

void xml_write(FILE *out, struct str text)
{
	for (size_t i = 0; i < text.size;) {
		uint32_t cp;
		size_t bytes = character_read(text.data + i, text.size - i, &cp);
		const char *other = replacement(cp);
		if (other)
			fputs(other, out);
		else
			fwrite(text.data + i, 1, bytes, out);
		i += bytes;
	}
}

bool xml_enter(char **path, size_t *capacity, const char *next, struct arena *arena)
{
	if (*path && strcmp(*path, next) == 0)
		return false;
	size_t size = strlen(next) + 1;
	if (size > *capacity) {
		*capacity = size * 2;
		*path = arena_alloc(arena, *capacity);
	}
	memcpy(*path, next, size);
	return true;
}
