/* escape: entities by the reader's own table, the others by their digits. */
#include "escape.h"

#include "entity_p.h"

enum { ENTITY_LONGEST = 10 };

uint32_t escape_entity(const struct article *article, uint32_t at, uint32_t *length)
{
	char text[ENTITY_LONGEST];
	size_t size = 0;
	if (article->cp[at] != '&')
		return 0;
	do
		text[size] = (char)article->cp[at + size];
	while (article->cp[at + size++] != ';' && size < ENTITY_LONGEST && article->cp[at + size] > ' ' && article->cp[at + size] < 0x7F);
	uint32_t code_point = entity_decode((struct str){text, size});
	/* browsers take it without its end */
	if (!code_point && article_starts(article, at, "&nbsp") && article->cls[at + 5] != CLASS_LATIN) {
		size = 5;
		code_point = 0xA0;
	}
	*length = (uint32_t)size;
	return code_point == CHARACTER_BAD ? 0 : code_point;
}

bool escape_ends_entity(const struct article *article, uint32_t at)
{
	uint32_t length;
	for (uint32_t begin = at - 1; begin >= article->begin && at - begin < ENTITY_LONGEST; begin--)
		if (article->cp[begin] == '&')
			return escape_entity(article, begin, &length) != 0 && begin + length == at + 1;
	return false;
}

static int hex_value(uint32_t cp)
{
	if (cp >= '0' && cp <= '9')
		return (int)cp - '0';
	return (cp | 32) >= 'a' && (cp | 32) <= 'f' ? (int)(cp | 32) - 'a' + 10 : -1;
}

/* The number of COUNT hexadecimal digits; -1: they are none. */
static int32_t hex_number(const struct article *article, uint32_t at, uint32_t count)
{
	int32_t number = 0;
	for (uint32_t i = at; i < at + count; i++) {
		int digit = hex_value(article->cp[i]);
		if (digit < 0)
			return -1;
		number = number << 4 | digit;
	}
	return number;
}

static int32_t unicode_unit(const struct article *article, uint32_t at)
{
	return article_starts(article, at, "\\u") ? hex_number(article, at + 2, 4) : -1;
}

uint32_t escape_unicode(const struct article *article, uint32_t at, uint32_t *length)
{
	enum { UNIT = 6 };
	int32_t high = unicode_unit(article, at), low = high >= 0xD800 && high < 0xDC00 ? unicode_unit(article, at + UNIT) : -1;
	*length = UNIT;
	if (low >= 0xDC00 && low < 0xE000) {
		*length = 2 * UNIT;
		return 0x10000 + ((uint32_t)(high - 0xD800) << 10 | (uint32_t)(low - 0xDC00));
	}
	return high < 0x20 || (high >= 0xD800 && high < 0xE000) ? 0 : (uint32_t)high;
}

static int32_t percent_byte(const struct article *article, uint32_t at)
{
	return article->cp[at] == '%' ? hex_number(article, at + 1, 2) : -1;
}

uint32_t escape_percent(const struct article *article, uint32_t at, uint32_t *length)
{
	int32_t lead = percent_byte(article, at);
	uint32_t count = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : 0, cp = (uint32_t)lead & (0xFFu >> (count + 1));
	*length = 3 * count;
	for (uint32_t i = 1; i < count; i++) {
		int32_t trail = percent_byte(article, at + 3 * i);
		if (trail < 0x80 || trail > 0xBF)
			return 0;
		cp = cp << 6 | ((uint32_t)trail & 0x3F);
	}
	bool is_whole = count == 4 ? cp >= 0x10000 && cp <= 0x10FFFF : count == 3 && cp >= 0x800 && (cp & 0xF800) != 0xD800;
	return is_whole ? cp : 0;
}
