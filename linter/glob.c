/*
 * glob: shell patterns over paths. A mismatch goes back to the last * of this segment or else to the last **, never
 * further, so that no pattern takes more than pattern × path steps for each folder.
 */
#include "config_p.h"

/* Bytes of the character at a text; 1 for a broken one and for the final NUL. */
static size_t step(const char *text)
{
	unsigned char lead = (unsigned char)*text;
	size_t bytes = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
	for (size_t i = 1; i < bytes; i++)
		if (((unsigned char)text[i] & 0xC0) != 0x80)
			return 1;
	return bytes;
}

static uint32_t decode(const char *text)
{
	size_t bytes = step(text);
	uint32_t code_point = (unsigned char)*text;
	if (bytes == 1)
		return code_point;
	code_point &= 0x7Fu >> bytes;
	for (size_t i = 1; i < bytes; i++)
		code_point = code_point << 6 | ((unsigned char)text[i] & 0x3F);
	return code_point;
}

/* Does [...] at PATTERN take this character? *END is what follows the bracket; NULL: it never closes, so [ means itself. */
static bool class_takes(const char *pattern, uint32_t code_point, const char **end)
{
	const char *at = pattern + 1;
	bool negated = *at == '!' || *at == '^', taken = false;
	at += negated;
	for (bool first = true; first || *at != ']'; first = false) {
		if (*at == '\\' && at[1])
			at++;
		if (!*at) {
			*end = NULL;
			return false;
		}
		uint32_t low = decode(at), high = low;
		at += step(at);
		if (at[0] == '-' && at[1] && at[1] != ']') {
			at += at[1] == '\\' && at[2] ? 2 : 1;
			high = decode(at);
			at += step(at);
		}
		taken |= low <= code_point && code_point <= high;
	}
	*end = at + 1;
	return taken != negated;
}

/* One character of the path against one element of the pattern that is no star. Returns what follows the element; NULL: no. */
static const char *match_one(const char *pattern, const char *path)
{
	if (*pattern == '?')
		return *path == '/' ? NULL : pattern + 1;
	if (*pattern == '[') {
		const char *end;
		bool taken = class_takes(pattern, decode(path), &end);
		if (end)
			return taken && *path != '/' ? end : NULL;
	}
	if (*pattern == '\\' && pattern[1])
		pattern++;
	size_t bytes = step(path);
	return memcmp(pattern, path, 1) == 0 && strncmp(pattern, path, bytes) == 0 ? pattern + bytes : NULL;
}

/* Is this ** a whole segment, that is, any number of folders? */
static bool is_deep(const char *pattern, const char *begin)
{
	return pattern[0] == '*' && pattern[1] == '*' && (pattern == begin || pattern[-1] == '/') && (pattern[2] == '/' || !pattern[2]);
}

static bool match(const char *pattern, const char *path)
{
	const char *begin = pattern, *star = NULL, *star_path = NULL, *deep = NULL, *deep_path = NULL;
	while (*path) {
		if (is_deep(pattern, begin)) {
			if (!pattern[2])
				return true;
			deep = pattern += 3;
			deep_path = path;
			star = NULL;
			continue;
		}
		if (*pattern == '*') {
			while (*pattern == '*')
				pattern++;
			star = pattern;
			star_path = path;
			continue;
		}
		const char *next = *pattern ? match_one(pattern, path) : NULL;
		if (next) {
			pattern = next;
			path += step(path);
		} else if (star && *star_path != '/') {
			star_path += step(star_path);
			path = star_path;
			pattern = star;
		} else if (deep && (deep_path = strchr(deep_path, '/')) != NULL) {
			path = ++deep_path;
			pattern = deep;
			star = NULL;
		} else {
			return false;
		}
	}
	while (*pattern == '*' && !is_deep(pattern, begin))
		pattern++;
	return !*pattern;
}

bool glob_match(const char *pattern, const char *path)
{
	while (path[0] == '.' && path[1] == '/')
		path += 2;
	while (pattern[0] == '.' && pattern[1] == '/')
		pattern += 2;
	if (strchr(pattern, '/'))
		return match(pattern + (*pattern == '/'), path);
	const char *slash = strrchr(path, '/');
	return match(pattern, slash ? slash + 1 : path);
}

/* The pattern without what says "a folder": a slash at its end, or the ** that names all inside. */
static const char *folder_pattern(const char *pattern, char *room, size_t size)
{
	size_t length = strlen(pattern);
	if (length >= size)
		return NULL;
	if (length > 3 && !strcmp(pattern + length - 3, "/**"))
		length -= 2;
	if (length < 2 || pattern[length - 1] != '/')
		return pattern;
	/* The slash goes; with it the pattern must not begin to match in every folder, unless it did so before. */
	bool anchored = pattern[length] == '*' && !memchr(pattern, '/', length - 1);
	room[0] = '/';
	memcpy(room + anchored, pattern, length - 1);
	room[length - 1 + anchored] = 0;
	return room;
}

bool glob_covers(const char *pattern, const char *path, bool is_folder)
{
	char room[4096], folder[4096];
	const char *of_folder = folder_pattern(pattern, room, sizeof room - 1);
	size_t length = strlen(path);
	if (!of_folder || length >= sizeof folder)
		return glob_match(pattern, path);
	if (glob_match(is_folder ? of_folder : pattern, path))
		return true;
	memcpy(folder, path, length + 1);
	for (char *slash = strrchr(folder, '/'); slash && slash != folder; slash = strrchr(folder, '/')) {
		*slash = 0;
		if (glob_match(of_folder, folder))
			return true;
	}
	return false;
}
