/*
 * role: what each line of a plain text is, from the lines round it.
 *
 * Prose decides: the lines before the first paragraph of prose are the head (title, byline, date), those after the last
 * one the tail (signature, links); between them a short line without an end mark is a heading or a caption. Only lines of
 * at most LINE_READ characters are read; a longer one is body text, or a list item by its marker.
 */
#include "line_p.h"
#include "role_p.h"

#define SPACES (CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE) | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_INVISIBLE))
#define STOPS (CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_INNER_STOP) | CLASS_BIT(CLASS_HALF_STOP))

enum {
	VERSE_LINES = 3,
	VERSE_HEAD = 7,         /* lines of verse over the first prose */
	LABEL_LONGEST = 5,      /* 遗失声明: never a caption */
	LIST_DEPTH = 6,
};

struct teller {
	const struct article *article;
	struct paragraph *paragraphs;
	struct line *lines;
	uint32_t count;
	uint32_t first, last;   /* the first and the last line of prose; first == count: there is none */
	uint32_t blanks;        /* blank lines between most lines */
	bool stops;             /* the article has full stops: that one is missing says something */
};

static bool has_role(const struct teller *teller, uint32_t index)
{
	return teller->paragraphs[index].role != ROLE_BODY;
}

static void give(struct teller *teller, uint32_t index, enum role role, uint32_t level)
{
	teller->paragraphs[index].role = role;
	teller->paragraphs[index].level = level;
}

static uint32_t columns(const struct line *line)
{
	return line->tabs ? line->tabs : line->pipes >= 2 ? line->pipes : line->gaps;
}

/* Rows of a table: neighbouring lines with as many columns, three at least (two where the columns are three). */
static void tell_tables(struct teller *teller)
{
	for (uint32_t i = 0; i < teller->count;) {
		uint32_t wanted = columns(&teller->lines[i]), end = i + 1;
		while (end < teller->count && wanted > 0 && teller->paragraphs[end].blanks == 0 && columns(&teller->lines[end]) == wanted)
			end++;
		if (end - i >= 3 || (end - i == 2 && wanted >= 2))
			for (uint32_t row = i; row < end; row++)
				give(teller, row, ROLE_TABLE, 0);
		i = end;
	}
}

static bool is_label(const struct line *line)
{
	return line->colon > line->begin && line->colon - line->begin <= 8 && line->ends == 0;
}

static bool may_be_verse(const struct teller *teller, uint32_t index)
{
	const struct line *line = &teller->lines[index];
	return !has_role(teller, index) && line->length <= LINE_VERSE && line->length >= 2 && line->marker == MARKER_NONE &&
	       line->colon == 0 && columns(line) == 0 && line->arrows == 0 &&
	       !class_in(teller->article->cls[line->begin], CLASS_BIT(CLASS_DIGIT));
}

/*
 * Do these lines look like verse? Lines without blank lines between are a stanza when three or more stand together; lines that
 * are set apart as widely as the paragraphs of the text have to be alike in length and carry marks.
 */
static bool is_verse(const struct teller *teller, uint32_t begin, uint32_t end)
{
	uint32_t shortest = LINE_VERSE, longest = 0, close = 1, closest = 1, marked = 0;
	for (uint32_t i = begin; i < end; i++) {
		const struct line *line = &teller->lines[i];
		shortest = line->length < shortest ? line->length : shortest;
		longest = line->length > longest ? line->length : longest;
		close = i > begin && teller->paragraphs[i].blanks == 0 ? close + 1 : 1;
		closest = close > closest ? close : closest;
		marked += class_in(teller->article->cls[line->end - 1], STOPS);
	}
	return closest >= VERSE_LINES || (end - begin > VERSE_LINES && longest - shortest <= 4 && marked * 2 >= end - begin);
}

/* A line set apart at either end of stanzas is the title of the poem, or the heading of what follows. */
static void give_verse(struct teller *teller, uint32_t begin, uint32_t end)
{
	bool close = false;
	for (uint32_t i = begin + 1; i < end; i++)
		close = close || teller->paragraphs[i].blanks == 0;
	if (close && teller->paragraphs[begin + 1].blanks > 0)
		begin++;
	if (close && teller->paragraphs[end - 1].blanks > 0)
		end--;
	for (uint32_t i = begin; i < end; i++)
		give(teller, i, ROLE_VERSE, 0);
}

static void tell_verse(struct teller *teller)
{
	for (uint32_t i = 0; i < teller->count;) {
		uint32_t end = i;
		while (end < teller->count && may_be_verse(teller, end) && (end == i || teller->paragraphs[end].blanks <= 1))
			end++;
		/* Over the first prose a few short lines are title, byline and date. */
		uint32_t least = i < teller->first ? VERSE_HEAD : VERSE_LINES;
		if (end - i >= least && is_verse(teller, i, end))
			give_verse(teller, i, end);
		i = end > i ? end : i + 1;
	}
}

/* Lines of the tail: who wrote it, when, and that it is the end. */
static bool is_signature(const struct teller *teller, uint32_t index)
{
	const struct line *line = &teller->lines[index];
	if (line->length > LINE_HEADING || (line->ends > 0 && line->length > LINE_VERSE))
		return false;
	if ((line->opens & OPENS_SIGNATURE) || line_is_date(teller->article, line))
		return true;
	/* The line over the date is the signer. */
	return index + 1 < teller->count && teller->paragraphs[index + 1].blanks == 0 && line_is_date(teller->article, &teller->lines[index + 1]) &&
	       line->length <= LINE_VERSE + 10 && !teller->paragraphs[index].ends_sentence;
}

/* A marker begins a heading where the line is short, has no stop at its end, and its neighbours are no items of its kind. */
static bool is_numbered_heading(const struct teller *teller, uint32_t index)
{
	const struct line *line = &teller->lines[index];
	if (line->length > LINE_HEADING || line->marker == MARKER_HALF_BRACKET || line->marker == MARKER_ORDINAL || line->ends > 0 ||
		class_in(teller->article->cls[line->end - 1], STOPS))
		return false;
	bool before = index > 0 && teller->lines[index - 1].marker == line->marker;
	bool after = index + 1 < teller->count && teller->lines[index + 1].marker == line->marker;
	return !before && !after && index + 1 < teller->count;
}

static uint32_t heading_level(enum marker marker)
{
	switch (marker) {
	case MARKER_HAN_BRACKET: return 2;
	case MARKER_DIGIT: return 3;
	case MARKER_DIGIT_BRACKET: return 4;
	case MARKER_CIRCLED: return 5;
	default: return 1;
	}
}

/* Is the prose before a line, captions stepped over, broken off without a mark that may end a paragraph? */
static bool text_runs_on(const struct teller *teller, uint32_t index)
{
	uint32_t before = index;
	while (before > 0 && index - before < 4 && teller->paragraphs[before - 1].role == ROLE_CAPTION)
		before--;
	if (before == 0 || !teller->stops || teller->paragraphs[before - 1].role != ROLE_BODY || teller->paragraphs[before - 1].ends_sentence)
		return false;
	if (!teller->lines[before - 1].prose && (teller->lines[before - 1].length < LINE_HEADING / 2 || teller->lines[before - 1].inner == 0))
		return false;
	return !character_is_one_of(teller->article->cp[teller->lines[before - 1].end - 1], U"：:");
}

/* A line without an end mark among prose: a caption where the text round it runs on or a picture has left a hole, else by its shape. */
static enum role tell_unmarked(const struct teller *teller, uint32_t index)
{
	const struct article *article = teller->article;
	const struct line *line = &teller->lines[index];
	const struct paragraph *paragraph = &teller->paragraphs[index];
	uint32_t last = article->cp[line->end - 1];
	if (character_is_one_of(last, U"，,；;、：:") || line->full_stop)
		return ROLE_BODY;
	if (line_is_caption(teller->article, line))
		return ROLE_CAPTION;
	if (article_starts(article, line->begin, "——"))
		return ROLE_HEADING;
	if (paragraph->blanks > teller->blanks + 1 && line->length > LABEL_LONGEST)
		return ROLE_CAPTION;
	bool runs_on = text_runs_on(teller, index);
	if (line->length > LINE_HEADING || (line->inner > 0 && line->length > LINE_HEADING / 2 && !runs_on))
		return index < teller->first && line->inner <= 1 && line->length <= LINE_PROSE ? ROLE_HEADING : ROLE_BODY;
	bool spaced = article_find(article, line->begin, line->end, SPACES) < line->end;
	bool quoted = class_in(article->cls[line->begin], CLASS_BIT(CLASS_OPEN));
	if (spaced || quoted)
		return ROLE_HEADING;
	return runs_on || (line->length >= LINE_CAPTION && line->inner == 0) ? ROLE_CAPTION : ROLE_HEADING;
}

/* A first line that may be prose by its length and its commas is a title only over a byline, a date or a subtitle. */
static bool may_be_title(const struct teller *teller, uint32_t index)
{
	const struct line *line = &teller->lines[index];
	if (line->length > LINE_READ || line->ends > 0 || teller->paragraphs[index].ends_sentence)
		return false;
	if (line->length <= LINE_HEADING || line->inner < 2)
		return line->length <= LINE_PROSE;
	return index + 1 < teller->count &&
	       (line_is_byline(teller->article, &teller->lines[index + 1]) || line_is_date(teller->article, &teller->lines[index + 1]) ||
		       article_starts(teller->article, teller->lines[index + 1].begin, "——"));
}

static enum role tell_head(const struct teller *teller, uint32_t index, bool *titled)
{
	const struct line *line = &teller->lines[index];
	if (line_is_navigation(line))
		return ROLE_NAVIGATION;
	if (line_is_date(teller->article, line))
		return ROLE_DATE_LINE;
	if (*titled && line_is_caption(teller->article, line))
		return ROLE_CAPTION;
	if (line_is_byline(teller->article, line) || (*titled && line_is_names(teller->article, line)))
		return ROLE_BYLINE;
	uint32_t last = teller->article->cp[line->end - 1];
	if (character_is_one_of(last, U"。：:；;，,、")) {
		*titled = true;
		return ROLE_BODY;
	}
	if (!*titled) {
		*titled = true;
		return teller->paragraphs[index].ends_sentence || may_be_title(teller, index) ? ROLE_TITLE : ROLE_BODY;
	}
	return teller->paragraphs[index].ends_sentence ? ROLE_BODY : tell_unmarked(teller, index);
}

static enum role tell_tail(const struct teller *teller, uint32_t index)
{
	const struct line *line = &teller->lines[index];
	if (line_is_navigation(line))
		return ROLE_NAVIGATION;
	if (is_signature(teller, index) || (line_is_byline(teller->article, line) && !line_is_caption(teller->article, line)))
		return ROLE_SIGNATURE;
	if (teller->paragraphs[index].ends_sentence || character_is_one_of(teller->article->cp[line->end - 1], U"，,；;、：:"))
		return ROLE_BODY;
	if (line_is_caption(teller->article, line))
		return ROLE_CAPTION;
	if (line_is_names(teller->article, line))
		return ROLE_SIGNATURE;
	enum role role = tell_unmarked(teller, index);
	return role == ROLE_HEADING && index + 1 == teller->count ? ROLE_SIGNATURE : role;
}

/* A sentence of some length that begins as no caption does: most lines of an article, told without more questions. */
static bool is_plain_prose(const struct teller *teller, uint32_t index)
{
	const struct line *line = &teller->lines[index];
	return line->prose && line->length > LINE_PROSE && line->opens == 0 && line->gaps == 0 && teller->paragraphs[index].ends_sentence;
}

static enum role tell_middle(const struct teller *teller, uint32_t index)
{
	const struct line *line = &teller->lines[index];
	if (is_plain_prose(teller, index))
		return ROLE_BODY;
	if (line_is_navigation(line))
		return ROLE_NAVIGATION;
	if (line_is_date(teller->article, line))
		return ROLE_DATE_LINE;
	if (line_is_caption(teller->article, line))
		return ROLE_CAPTION;
	if (line_is_byline(teller->article, line))
		return ROLE_BYLINE;
	if (is_signature(teller, index))
		return ROLE_SIGNATURE;
	return teller->paragraphs[index].ends_sentence ? ROLE_BODY : tell_unmarked(teller, index);
}

/* Depth of a list item: a marker that is new to the list opens a level, a known one goes back to its own. */
static uint32_t list_level(uint8_t stack[LIST_DEPTH], uint32_t *depth, uint8_t marker)
{
	for (uint32_t level = 0; level < *depth; level++)
		if (stack[level] == marker) {
			*depth = level + 1;
			return level + 1;
		}
	if (*depth < LIST_DEPTH)
		stack[(*depth)++] = marker;
	return *depth;
}

static bool is_label_item(const struct teller *teller, uint32_t index)
{
	const struct line *line = &teller->lines[index];
	if (!is_label(line) || line_is_date(teller->article, line))
		return false;
	bool before = index > 0 && teller->paragraphs[index].blanks == 0 && is_label(&teller->lines[index - 1]);
	bool after = index + 1 < teller->count && teller->paragraphs[index + 1].blanks == 0 && is_label(&teller->lines[index + 1]);
	return before || after;
}

static void tell_lines(struct teller *teller)
{
	uint8_t stack[LIST_DEPTH] = {MARKER_NONE};
	uint32_t depth = 0;
	bool titled = teller->article->title_end > 0, links = false;
	for (uint32_t i = 0; i < teller->count; i++) {
		const struct line *line = &teller->lines[i];
		if (has_role(teller, i))
			continue;
		bool tail = teller->first < teller->count && i > teller->last;
		links = links || (tail && (line->opens & OPENS_LINKS));
		if (links) {
			give(teller, i, ROLE_NAVIGATION, 0);
		} else if (line->marker != MARKER_NONE && (i > 0 || line->prose)) {
			bool heading = is_numbered_heading(teller, i);
			give(teller, i, heading ? ROLE_HEADING : ROLE_LIST_ITEM,
				heading ? heading_level((enum marker)line->marker) : list_level(stack, &depth, line->marker));
			depth = heading ? 0 : depth;
			continue;
		} else if (is_label_item(teller, i)) {
			give(teller, i, ROLE_LIST_ITEM, 1);
		} else if (line->prose && line->length > LINE_READ) {
			give(teller, i, ROLE_BODY, 0);
		} else if (i < teller->first) {
			give(teller, i, tell_head(teller, i, &titled), 0);
		} else {
			give(teller, i, tail ? tell_tail(teller, i) : tell_middle(teller, i), 0);
		}
		if (teller->paragraphs[i].role == ROLE_HEADING)
			teller->paragraphs[i].level = 1;
		depth = 0;
	}
}

/* The title that the reader knows. */
static void tell_title(struct teller *teller)
{
	for (uint32_t i = 0; i < teller->count && teller->paragraphs[i].span.begin < teller->article->title_end; i++) {
		give(teller, i, ROLE_TITLE, 0);
		teller->lines[i].prose = false;
	}
}

/* Where the head of the article ends and its tail begins; the middle of a long file has neither. */
static void find_prose(struct teller *teller)
{
	uint32_t seen[4] = {0};
	teller->first = teller->count;
	if (teller->count > 1 && teller->article->title_end == 0 && may_be_title(teller, 0))
		teller->lines[0].prose = false;
	for (uint32_t i = 0; i < teller->count; i++) {
		uint32_t blanks = teller->paragraphs[i].blanks;
		seen[blanks < 3 ? blanks : 3]++;
		if (!teller->lines[i].prose)
			continue;
		teller->first = teller->first == teller->count ? i : teller->first;
		teller->last = i;
	}
	if (teller->article->is_continued)
		teller->first = 0;
	if (teller->article->goes_on)
		teller->last = teller->count;
	for (uint32_t i = 1; i < 4; i++)
		if (seen[i] > seen[teller->blanks])
			teller->blanks = i;
}

void article_tell_roles(const struct article *article, struct paragraph *paragraphs, uint32_t count)
{
	struct teller teller = {.article = article, .paragraphs = paragraphs, .count = count};
	teller.stops = article->class_count[CLASS_END_STOP] > 0;
	teller.lines = ARENA_ARRAY(article->arena, struct line, (size_t)count + 1);
	for (uint32_t i = 0; i < count; i++)
		teller.lines[i] = line_read(article, &paragraphs[i]);
	tell_title(&teller);
	find_prose(&teller);
	tell_tables(&teller);
	tell_verse(&teller);
	tell_lines(&teller);
}
