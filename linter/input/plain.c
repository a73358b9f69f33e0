/*
 * plain: a text file is prose from its first byte to its last, but for URLs and e-mail addresses.
 *
 * They are found by the three characters that none of them is without: “://”, “@” and “www.”. A URL ends at the first
 * character that is not ASCII, so that 见https://example.org/a。 needs no spaces round it, and without the marks of the
 * sentence that stand at its end.
 */
#include "../vector_p.h"
#include "reader_p.h"

enum { SCHEME_MAXIMUM = 32, LOCAL_MAXIMUM = 64, DOMAIN_MAXIMUM = 255 };

static bool is_letter(char byte)
{
	return (unsigned)((unsigned char)byte | 0x20) - 'a' < 26;
}

static bool is_alphanumeric(char byte)
{
	return is_letter(byte) || (byte >= '0' && byte <= '9');
}

static bool is_one_of(char byte, const char *set)
{
	return byte && strchr(set, byte);
}

static bool is_url(char byte)
{
	return byte > ' ' && byte < 0x7F && !is_one_of(byte, "\"<>\\^`{|}");
}

/* What may stand before the @ of an address. */
static bool is_local(char byte)
{
	return is_alphanumeric(byte) || is_one_of(byte, "._%+-");
}

/* Where a URL ends whose first characters, up to AT, are known. A closing bracket is its own only if it opened it. */
static size_t url_end(const char *text, size_t begin, size_t at, size_t end)
{
	size_t opened = 0, closed = 0;
	for (; at < end && is_url(text[at]); at++) {
		opened += text[at] == '(' || text[at] == '[';
		closed += text[at] == ')' || text[at] == ']';
	}
	for (; at > begin; at--) {
		char last = text[at - 1];
		if (last == ')' || last == ']') {
			if (closed <= opened)
				break;
			closed--;
		} else if (!is_one_of(last, ".,;:!?*'([")) {
			break;
		} else {
			opened -= last == '(' || last == '[';
		}
	}
	return at;
}

struct bytes {
	size_t begin, end;
};

/* Round the colon of “://”. */
static bool find_url(const char *text, size_t from, size_t colon, size_t end, struct bytes *mask)
{
	size_t begin = colon, after = colon + 3;
	if (end - colon < 4 || text[colon + 1] != '/' || text[colon + 2] != '/' || !is_alphanumeric(text[after])) {
		if (end - colon < 5 || memcmp(text + colon, ":///", 4) != 0 || !is_letter(text[after + 1]))
			return false;
	}
	while (begin > from && colon - begin < SCHEME_MAXIMUM && (is_alphanumeric(text[begin - 1]) || is_one_of(text[begin - 1], "+-")))
		begin--;
	while (begin < colon && !is_letter(text[begin]))
		begin++;
	*mask = (struct bytes){begin, url_end(text, after, after, end)};
	return colon - begin >= 2;
}

/* From the first w of “www.”. */
static bool find_www(const char *text, size_t from, size_t at, size_t end, struct bytes *mask)
{
	if (end - at < 7 || text[at + 3] != '.' || (text[at + 1] | 0x20) != 'w' || (text[at + 2] | 0x20) != 'w' || !is_alphanumeric(text[at + 4]))
		return false;
	if (at > from && is_local(text[at - 1]))
		return false;
	*mask = (struct bytes){at, url_end(text, at, at, end)};
	return memchr(text + at + 4, '.', mask->end - (at + 4)) != NULL;
}

/* Round the @. The last label of the domain is letters, two at least. */
static bool find_mail(const char *text, size_t from, size_t sign, size_t end, struct bytes *mask)
{
	size_t begin = sign, label = sign + 1, good = 0;
	while (begin > from && sign - begin < LOCAL_MAXIMUM && is_local(text[begin - 1]))
		begin--;
	while (begin < sign && !is_alphanumeric(text[begin]))
		begin++;
	size_t stop = end - label < DOMAIN_MAXIMUM ? end : label + DOMAIN_MAXIMUM;
	bool dotted = false, letters = true;
	for (size_t at = label; at <= stop; at++) {
		bool inside = at < stop && (is_alphanumeric(text[at]) || text[at] == '-');
		if (inside) {
			letters = letters && is_letter(text[at]);
			continue;
		}
		if (at == label)
			break;
		if (dotted && letters && at - label >= 2)
			good = at;
		if (at == stop || text[at] != '.')
			break;
		dotted = letters = true;
		label = at + 1;
	}
	*mask = (struct bytes){begin, good};
	return begin < sign && good;
}

static bool find_mask(const char *text, size_t from, size_t at, size_t end, struct bytes *mask)
{
	switch (text[at]) {
	case ':': return find_url(text, from, at, end, mask);
	case '@': return find_mail(text, from, at, end, mask);
	default: return find_www(text, from, at, end, mask);
	}
}

/* The next of : @ w W at or after AT; END if there is none. */
CLONES static size_t next_hook(const char *text, size_t at, size_t end)
{
	for (; end - at >= sizeof(wide_bytes); at += sizeof(wide_bytes)) {
		wide_bytes bytes;
		wide_bytes_load(&bytes, text + at);
		wide_bytes found = (wide_bytes)(bytes == ':') | (wide_bytes)(bytes == '@') | (wide_bytes)((bytes | 0x20) == 'w');
		if (wide_bytes_any(&found))
			break;
	}
	while (at < end && text[at] != ':' && text[at] != '@' && (text[at] | 0x20) != 'w')
		at++;
	return at;
}

void read_prose(struct article_builder *builder, struct str text, size_t begin, size_t end)
{
	size_t from = begin, at = begin;
	while ((at = next_hook(text.data, at, end)) < end) {
		struct bytes mask;
		if (!find_mask(text.data, from, at, end, &mask)) {
			at++;
			continue;
		}
		article_builder_text(builder, from, mask.begin);
		article_builder_character(builder, CHARACTER_OBJECT, mask.begin, mask.end);
		from = at = mask.end;
	}
	article_builder_text(builder, from, end);
}
