/*
 * edit: a finding spans characters, its edit the bytes from the first to the last, and there may be more in those bytes than
 * the characters: “.**.**.” is three dots to a check. And what stands beside markup decides whether it is markup.
 */
#include "edit_p.h"

#include <utf8proc.h>

/*
 * Do the characters of a span stand one behind the other in the source? Markup between them would go with them; an object, an entity
 * and a broken byte stand for something else; and behind a newline may stand the > or the indent of the next line.
 */
static bool is_plain(const struct article *article, struct span span)
{
	uint32_t byte = article_byte(article, span.begin), last = 0;
	for (uint32_t at = span.begin; at < span.end; at++) {
		last = article->cp[at];
		if (last == '\n' && article->source.data[byte] == '\r')
			byte++;
		if (last == CHARACTER_OBJECT || last == CHARACTER_BAD || (last == '\n' && article->source.data[byte] != '\n'))
			return false;
		byte += character_bytes(last);
	}
	return span.begin == span.end || byte == (last == '\n' ? article_byte(article, span.end) : article_byte_end(article, span.end));
}

static bool begins_line(const struct article *article, uint32_t at)
{
	return at == article->begin || article->cp[at - 1] == '\n';
}

/* Does something stand between the characters before and at a position? Not the CR of a CRLF. */
static bool is_gap(const struct article *article, uint32_t at)
{
	uint32_t byte = article_byte(article, at), before = article_byte_end(article, at);
	bool is_crlf = at < article->end && article->cp[at] == '\n' && byte > before && article->source.data[byte - 1] == '\r';
	return byte - is_crlf != before;
}

/* Signs that are no markup where they stand, and may be with another neighbour. */
static bool is_emphasis_sign(const struct article *article, uint32_t at)
{
	return at >= article->begin && at < article->end && (article->cp[at] == '*' || article->cp[at] == '_');
}

static bool is_beside_markup(const struct article *article, struct span span)
{
	return begins_line(article, span.begin) || is_gap(article, span.begin) || is_gap(article, span.end) ||
	       is_emphasis_sign(article, span.begin - 1) || is_emphasis_sign(article, span.end);
}

/* The kinds of characters that CommonMark tells apart beside * and _ (0.31, 6.2). */
static int flank_kind(uint32_t code_point)
{
	enum { OTHER, BLANK, PUNCTUATION };
	uint8_t class = character_class(code_point);
	if (class == CLASS_SPACE || class == CLASS_ODD_SPACE || class == CLASS_NEWLINE)
		return BLANK;
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
	bool is_ascii_sign = code_point < 0x7F && class != CLASS_LATIN && class != CLASS_DIGIT;
	return is_ascii_sign || (category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO) ? PUNCTUATION : OTHER;
}

/*
 * “**注意：** 请” needs its space, “#” after an invisible character that is deleted makes a heading, “****” is no emphasis; and a
 * line may begin a list or a block of code with what is ASCII.
 */
static bool keeps_flanks(const struct article *article, struct span span, struct str replacement)
{
	if (span.begin == span.end || replacement.size == 0)
		return false;
	uint32_t first, last;
	size_t tail = replacement.size - 1;
	while (tail > 0 && ((unsigned char)replacement.data[tail] & 0xC0) == 0x80)
		tail--;
	character_read(replacement.data, replacement.size, &first);
	character_read(replacement.data + tail, replacement.size - tail, &last);
	if (first < 0x80 && begins_line(article, span.begin))
		return false;
	return flank_kind(article->cp[span.begin]) == flank_kind(first) && flank_kind(article->cp[span.end - 1]) == flank_kind(last);
}

bool edit_keeps_markup(const struct article *article, struct span span, struct str replacement)
{
	if (!is_plain(article, span))
		return false;
	return !article->blocks || !is_beside_markup(article, span) || keeps_flanks(article, span, replacement);
}
