/* line: the shape of a line, and the kinds that it tells by itself. */
#include "line_p.h"

#define SPACES (CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE) | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_INVISIBLE))
#define STOPS (CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_INNER_STOP) | CLASS_BIT(CLASS_HALF_STOP))

static bool is_gap(const struct article *article, uint32_t at)
{
	return article->cp[at] == 0x3000 ||
		(class_in(article->cls[at], SPACES) && class_in(article->cls[at + 1], SPACES) && !class_in(article->cls[at - 1], SPACES));
}

/* Counts a mark, a space or a sign of a line. */
static void count_character(struct line *line, const struct article *article, uint32_t at)
{
	uint32_t cp = article->cp[at];
	switch (cp) {
	case '\t': line->tabs++; break;
	case '|': case 0xFF5C: case 0x2502: line->pipes++; break;                       /* ｜ │ */
	case '>': case 0xBB: case 0x203A: case 0xFF1E: line->arrows++; break;           /* » › ＞ */
	case ',': case ';': case 0xFF0C: case 0x3001: case 0xFF1B: line->inner++; break; /* ，、； */
	case ':': case 0xFF1A: line->colon = line->colon ? line->colon : at; break;   /* ： */
	case 0x3002: line->full_stop = true; break;                                     /* 。 */
	default: break;
	}
	line->ends = (uint8_t)(line->ends + (article->cls[at] == CLASS_END_STOP));
	line->gaps = (uint8_t)(line->gaps + (cp != '\t' && is_gap(article, at)));
}

struct line line_read(const struct article *article, const struct paragraph *paragraph)
{
	struct span span = paragraph->span;
	struct line line = {.ends_sentence = paragraph->ends_sentence};
	line.begin = article_skip(article, span.begin, span.end, SPACES);
	line.end = article_skip_back(article, span.end, line.begin, SPACES);
	line.length = line.end - line.begin;
	line.marker = (uint8_t)marker_at(article, span, NULL);
	if (line.length <= LINE_READ && line.length > 0) {
		for (uint32_t i = article_next_listed(article, line.begin, line.end); i < line.end; i = article_next_listed(article, i + 1, line.end))
			if (!class_in(article->cls[i], CLASSES_HAN | CLASSES_DIGIT))
				count_character(&line, article, i);
		line.opens = line_openings_at(article, line.begin);
	}
	bool ends = line.ends_sentence || line.ends > 0;
	line.prose = line.length >= LINE_PROSE ? line.pipes + line.tabs < 2 : ends && line.length >= LINE_SENTENCE;
	return line;
}

/* A run of digits at AT, at most MOST long: how many; 0 for a longer one. */
static uint32_t digits_at(const struct article *article, uint32_t at, uint32_t most)
{
	uint32_t length = 0;
	while (length <= most && article_is(article, at + length, CLASSES_DIGIT))
		length++;
	return length <= most ? length : 0;
}

/* 2025年3月1日 2025-03-01 二〇二五年三月一日 begins at a position. */
static bool starts_date(const struct article *article, uint32_t at)
{
	uint32_t digits = digits_at(article, at, 4), han = 0;
	while (han < 5 && (character_numeral(article->cp[at + han]) >= 0 || article->cp[at + han] == 0x25CB)) /* ○ */
		han++;
	uint32_t after = at + (digits ? digits : han);
	if (digits != 4 && han != 4)
		return false;
	return article->cp[after] == 0x5E74 || (character_is_one_of(article->cp[after], U"-/.") && article_is(article, after + 1, CLASSES_DIGIT)); /* 年 */
}

bool line_is_date(const struct article *article, const struct line *line)
{
	if (line->length > LINE_HEADING + 10 || line->prose || line->ends > 0)
		return false;
	if (line->opens & OPENS_DATE)
		return true;
	return starts_date(article, line->begin) && line->length <= LINE_HEADING &&
		class_in(article->cls[line->end - 1], ~STOPS) && line->inner <= 2 &&
		!article_count(article, (struct span){line->begin, line->end}, CLASS_BIT(CLASS_OPEN));
}

bool line_is_byline(const struct article *article, const struct line *line)
{
	uint32_t at = line->begin + character_is_one_of(article->cp[line->begin], U"（(【〔[");
	if (line->length > LINE_HEADING || line->ends > 0 || line->ends_sentence)
		return false;
	if (line_openings_at(article, at) & OPENS_BYLINE)
		return true;
	bool reports =
		article_ends(article, line->end, "报道") || article_ends(article, line->end, "報導") || article_ends(article, line->end, "報道");
	for (uint32_t i = at; reports && i < at + 10 && i < line->end; i++)
		if (article_starts(article, i, "记者") || article_starts(article, i, "記者"))
			return true;
	return false;
}

/* 吴胜 程静文: two or more names of two or three characters with spaces between. */
bool line_is_names(const struct article *article, const struct line *line)
{
	uint32_t names = 0;
	for (uint32_t at = line->begin; at < line->end; names++) {
		uint32_t end = article_skip(article, at, line->end, CLASSES_HAN);
		if (end - at < 2 || end - at > 3)
			return false;
		at = article_skip(article, end, line->end, SPACES);
		if (at == end && end < line->end)
			return false;
	}
	return names >= 2 && line->length <= LINE_VERSE;
}

bool line_is_navigation(const struct line *line)
{
	if (line->prose || line->length > LINE_PROSE)
		return false;
	return line->pipes >= 2 || (line->arrows > 0 && line->ends == 0 && line->inner <= 1 && line->length <= LINE_HEADING) ||
		((line->opens & OPENS_NAVIGATION) && line->length <= LINE_HEADING);
}

bool line_is_caption(const struct article *article, const struct line *line)
{
	if (line->length > LINE_READ || (line->ends > 0 && line->ends_sentence && line->length > LINE_PROSE))
		return false;
	if (line->opens & OPENS_CAPTION)
		return true;
	if (line->ends_sentence)
		return false;
	return line_ends_caption(article, line) || (line->gaps == 1 && line->length > LINE_CAPTION);
}
