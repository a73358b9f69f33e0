/* residue: phrases are found by their first character; those that begin with it are tried one by one, the longest decides. */
#include "residue.h"

#define ITEMS (RESIDUE_NAVIGATION | RESIDUE_SHARE | RESIDUE_RELATED | RESIDUE_CREDIT | RESIDUE_FILLER)
#define LETTERS (CLASSES_HAN | CLASSES_LATIN | CLASS_BIT(CLASS_KANA) | CLASS_BIT(CLASS_HANGUL) | CLASS_BIT(CLASS_BOPOMOFO) | CLASS_BIT(CLASS_LETTER))

enum { NUMBER = 5 }; /* more digits are a telephone number, a code */

/* The first phrase whose first character is CODE_POINT or a later one. */
static uint32_t first_of(uint32_t code_point)
{
	uint32_t low = 0, high = residue_phrase_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		const char *text = residue_phrases[middle].text;
		if (character_decode(&text) < code_point)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The length of a phrase that stands at a position and ends at END or before; 0: it does not. */
static uint32_t length_at(const struct article *article, uint32_t at, uint32_t end, const char *text)
{
	uint32_t length = 0;
	for (; *text; length++)
		if (at + length >= end || article->cp[at + length] != character_decode(&text))
			return 0;
	return length;
}

uint32_t residue_at(const struct article *article, uint32_t at, uint32_t end, unsigned wanted, unsigned *kinds)
{
	uint32_t longest = 0, code_point = article->cp[at];
	for (uint32_t i = first_of(code_point); i < residue_phrase_count; i++) {
		const struct residue_phrase *phrase = &residue_phrases[i];
		const char *text = phrase->text;
		if (character_decode(&text) != code_point)
			break;
		uint32_t length = phrase->kinds & wanted ? length_at(article, at, end, phrase->text) : 0;
		if (length > longest) {
			longest = length;
			*kinds = phrase->kinds;
		}
	}
	return longest;
}

uint32_t residue_count(const struct article *article, struct span span, unsigned wanted)
{
	uint32_t count = 0;
	unsigned kinds;
	for (uint32_t at = span.begin; at < span.end;) {
		uint32_t length = residue_at(article, at, span.end, wanted, &kinds);
		count += length > 0;
		at += length ? length : 1;
	}
	return count;
}

static bool is_colon(uint32_t code_point)
{
	return code_point == ':' || code_point == 0xFF1A; /* ： */
}

/* The colon behind a phrase; 0: there is none. */
static uint32_t colon_after(const struct article *article, uint32_t at, uint32_t end)
{
	at = article_skip(article, at, end, CLASSES_SPACE);
	at += at < end && article->cp[at] == 0x662F; /* 是 */
	return at < end && is_colon(article->cp[at]) ? at : 0;
}

/* Does a phrase that ends here stand by itself? */
static bool is_apart(const struct article *article, uint32_t at, uint32_t end)
{
	unsigned kinds;
	return at >= end || !article_is(article, at, LETTERS) || residue_at(article, at, end, ITEMS, &kinds) > 0;
}

/* Between two words: marks, signs, and numbers that count something. */
static uint32_t skip_separator(struct residue_line *line, const struct article *article, uint32_t at)
{
	uint32_t cp = article->cp[at], digits = article_skip(article, at, line->span.end, CLASSES_DIGIT);
	if (digits > at) {
		bool is_long = digits - at > NUMBER;
		line->numbers += !is_long;
		line->others += is_long;
		return digits;
	}
	bool inside = line->phrases + line->fillers + line->others > 0;
	line->arrows += inside && character_is_one_of(cp, U">»›＞→");
	line->bars += inside && character_is_one_of(cp, U"|｜│┃");
	line->stops += article->cls[at] == CLASS_END_STOP || character_is_one_of(cp, U"，；");
	return at + 1;
}

/* A phrase of the lists: 0 where none stands, or where it is the beginning of another word or the label of a value. */
static uint32_t take_phrase(struct residue_line *line, const struct article *article, uint32_t at)
{
	unsigned kinds;
	uint32_t end = line->span.end, length = residue_at(article, at, end, ITEMS, &kinds);
	if (length == 0)
		return 0;
	bool begins = line->phrases + line->fillers + line->others == 0;
	if (begins && !(kinds & RESIDUE_FILLER))
		line->first_end = at + length;
	if (!is_apart(article, at + length, end) && !colon_after(article, at + length, end))
		return 0;
	uint32_t colon = colon_after(article, at + length, end);
	if (colon && !(kinds & (RESIDUE_CREDIT | RESIDUE_SHARE | RESIDUE_STRONG)))
		return 0;
	line->labelled = line->labelled || (begins && colon && kinds & (RESIDUE_CREDIT | RESIDUE_STRONG));
	line->labels += colon && kinds & RESIDUE_CREDIT;
	line->fillers += (kinds & RESIDUE_FILLER) != 0;
	line->phrases += !(kinds & RESIDUE_FILLER);
	line->kinds |= kinds & RESIDUE_FILLER ? 0 : kinds;
	line->first = begins ? kinds : line->first;
	line->last = kinds;
	return length;
}

struct residue_line residue_line_read(const struct article *article, struct span span)
{
	struct residue_line line = {.span = article_trim(article, span)};
	for (uint32_t at = line.span.begin; at < line.span.end;) {
		uint32_t length = take_phrase(&line, article, at);
		if (length > 0) {
			at += length;
		} else if (!article_is(article, at, LETTERS)) {
			at = skip_separator(&line, article, at);
		} else {
			uint32_t end = article_skip(article, at, line.span.end, LETTERS);
			line.others++;
			line.longest = end - at > line.longest ? end - at : line.longest;
			line.last = 0;
			at = end;
		}
	}
	return line;
}
