/*
 * iconv: takes the place of the C library's in the statically linked program. That one loads its encodings as shared objects of
 * the machine that it runs on, which a static program can do only beside the very same library, and else may end in a crash.
 * Converts to UTF-8, from the encodings of Chinese text and from UTF-16 and UTF-32.
 */
#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "charset.h"

enum { WIDE_LITTLE = 1, WIDE_FOUR = 2, WIDE_MARKED = 4 /* a mark of the order may stand in front; else as this machine has it */ };

/* The names that the C library has for them too. */
static const struct alias {
	const char *name;
	const char *charset; /* NULL: UTF-16 or UTF-32, as wide says */
	int wide;
} aliases[] = {
	{"GB18030", "GB18030", 0},
	{"GBK", "GBK", 0},
	{"CP936", "GBK", 0},
	{"MS936", "GBK", 0},
	{"WINDOWS-936", "GBK", 0},
	{"EUC-CN", "EUC-CN", 0},
	{"GB2312", "EUC-CN", 0},
	{"BIG5", "BIG5", 0},
	{"BIG-5", "BIG5", 0},
	{"BIG-FIVE", "BIG5", 0},
	{"BIGFIVE", "BIG5", 0},
	{"BIG5-HKSCS", "BIG5-HKSCS", 0},
	{"BIG5HKSCS", "BIG5-HKSCS", 0},
	{"CP950", "CP950", 0},
	{"UTF-16LE", NULL, WIDE_LITTLE},
	{"UTF-16BE", NULL, 0},
	{"UTF-16", NULL, WIDE_MARKED | WIDE_LITTLE},
	{"UTF-32", NULL, WIDE_MARKED | WIDE_FOUR | WIDE_LITTLE},
	{"UTF-32LE", NULL, WIDE_FOUR | WIDE_LITTLE},
	{"UTF-32BE", NULL, WIDE_FOUR},
};

struct converter {
	const struct charset *charset;
	int wide;
	int initial; /* what wide is at the start of a text */
};

/* Fewer bytes than a sequence needs. */
static int wait_for_more(void)
{
	errno = EINVAL;
	return 0;
}

static int refuse(void)
{
	errno = EILSEQ;
	return 0;
}

static uint32_t unit_at(const unsigned char *at, int wide)
{
	uint32_t unit = 0;
	int size = wide & WIDE_FOUR ? 4 : 2;
	for (int i = 0; i < size; i++)
		unit = unit << 8 | at[wide & WIDE_LITTLE ? size - 1 - i : i];
	return unit;
}

/* How many bytes the first character takes; 0 with errno. */
static int decode_wide(int wide, const unsigned char *at, size_t size, uint32_t *element)
{
	size_t width = wide & WIDE_FOUR ? 4 : 2;
	if (size < width)
		return wait_for_more();
	*element = unit_at(at, wide);
	if (*element >= 0xD800 && *element < 0xDC00 && width == 2) {
		if (size < 4)
			return wait_for_more();
		uint32_t low = unit_at(at + 2, wide);
		if (low < 0xDC00 || low > 0xDFFF)
			return refuse();
		*element = 0x10000 + ((*element - 0xD800) << 10) + (low - 0xDC00);
		return 4;
	}
	return *element > 0x10FFFF || (*element >= 0xD800 && *element <= 0xDFFF) ? refuse() : (int)width;
}

/* Four bytes of GB18030. */
static int decode_quad(const struct charset *charset, const unsigned char *at, size_t size, uint32_t *element)
{
	enum { SUPPLEMENTARY = 15 * 12600 };
	if (size < 4)
		return wait_for_more();
	if (at[2] < 0x81 || at[2] > 0xFE || at[3] < '0' || at[3] > '9')
		return refuse();
	uint32_t index = (at[0] - 0x81u) * 12600 + (at[1] - 0x30u) * 1260 + (at[2] - 0x81u) * 10 + (at[3] - 0x30u);
	if (index < CHARSET_QUADS)
		*element = charset->quads[index];
	else
		*element = index >= SUPPLEMENTARY && index - SUPPLEMENTARY < 0x100000 ? index - SUPPLEMENTARY + 0x10000 : 0;
	return *element ? 4 : refuse();
}

/* One or two bytes, or more in GB18030. */
static int decode_narrow(const struct charset *charset, const unsigned char *at, size_t size, uint32_t *element)
{
	*element = at[0];
	if (at[0] < CHARSET_FIRST_LEAD)
		return 1;
	size_t lead = at[0] - CHARSET_FIRST_LEAD;
	*element = charset->singles[lead];
	if (*element)
		return 1;
	const uint32_t *doubles = &charset->doubles[lead * CHARSET_TRAILS];
	if (size < 2) {
		for (size_t i = 0; i < CHARSET_TRAILS; i++)
			if (doubles[i])
				return wait_for_more();
		return charset->quads && at[0] >= 0x81 && at[0] != 0xFF ? wait_for_more() : refuse();
	}
	if (charset->quads && at[0] >= 0x81 && at[0] != 0xFF && at[1] >= '0' && at[1] <= '9')
		return decode_quad(charset, at, size, element);
	*element = at[1] >= CHARSET_FIRST_TRAIL ? doubles[at[1] - CHARSET_FIRST_TRAIL] : 0;
	return *element ? 2 : refuse();
}

static const struct charset *charset_find(const char *name)
{
	const struct charset *charset = charsets;
	while (strcmp(charset->name, name) != 0)
		charset++;
	return charset;
}

/* Bytes written. OUT has room for 4. */
static size_t encode(uint32_t point, unsigned char *out)
{
	if (point < 0x80) {
		out[0] = (unsigned char)point;
		return 1;
	}
	size_t size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
	for (size_t i = size - 1; i > 0; i--, point >>= 6)
		out[i] = (unsigned char)(0x80 | (point & 0x3F));
	out[0] = (unsigned char)((0xF00 >> size & 0xFF) | point);
	return size;
}

/* The mark of the order, if there is one, is no character of the text. */
static void take_mark(struct converter *converter, char **in, size_t *in_left)
{
	size_t width = converter->wide & WIDE_FOUR ? 4 : 2;
	if (*in_left < width)
		return;
	const unsigned char *at = (const unsigned char *)*in;
	int four = converter->wide & WIDE_FOUR;
	bool is_little = unit_at(at, four | WIDE_LITTLE) == 0xFEFF, is_big = unit_at(at, four) == 0xFEFF;
	converter->wide = four | (is_big ? 0 : WIDE_LITTLE);
	if (is_little || is_big) {
		*in += width;
		*in_left -= width;
	}
}

iconv_t iconv_open(const char *to, const char *from)
{
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (strcasecmp(to, "UTF-8") == 0 && strcasecmp(from, aliases[i].name) == 0) {
			struct converter *converter = malloc(sizeof *converter);
			if (!converter)
				return (iconv_t)-1;
			*converter =
				(struct converter){aliases[i].charset ? charset_find(aliases[i].charset) : NULL, aliases[i].wide, aliases[i].wide};
			return (iconv_t)converter;
		}
	errno = EINVAL;
	return (iconv_t)-1;
}

size_t iconv(iconv_t handle, char **in, size_t *in_left, char **out, size_t *out_left)
{
	struct converter *converter = (struct converter *)handle;
	if (!in || !*in)
		converter->wide = converter->initial;
	else if (converter->wide & WIDE_MARKED)
		take_mark(converter, in, in_left);
	while (in && *in && *in_left > 0) {
		uint32_t element;
		unsigned char bytes[8];
		const unsigned char *at = (const unsigned char *)*in;
		int used = converter->charset ? decode_narrow(converter->charset, at, *in_left, &element)
					      : decode_wide(converter->wide, at, *in_left, &element);
		if (used == 0)
			return (size_t)-1;
		uint32_t second = element >> CHARSET_SECOND_SHIFT;
		size_t size = encode(element & ((1u << CHARSET_SECOND_SHIFT) - 1), bytes);
		if (second)
			size += encode(second, bytes + size);
		if (size > *out_left) {
			errno = E2BIG;
			return (size_t)-1;
		}
		memcpy(*out, bytes, size);
		*out += size;
		*out_left -= size;
		*in += used;
		*in_left -= (size_t)used;
	}
	return 0;
}

int iconv_close(iconv_t converter)
{
	free(converter);
	return 0;
}
