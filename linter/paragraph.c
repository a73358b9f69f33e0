/*
 * paragraph: the lines of an article, put together where the text was wrapped by hand.
 *
 * A reader of a marked-up format has said where each paragraph begins and what it is. In plain text every line is a
 * paragraph, unless all lines are filled to one width: then a line that is full goes on in the next.
 */
#include "layer_p.h"

#include "article_p.h"
#include "marker_p.h"
#include "role_p.h"

enum {
	BLANKS_COUNTED = 3,    /* more blank lines than this are as rare as this */
	WRAP_NARROWEST = 40,   /* cells: shorter lines of like width are verse or labels */
	WRAP_WIDEST = 200,
	WRAP_RAGGED = 8,       /* cells by which a full line may be short: a word or a mark that moved to the next */
	WRAP_SAMPLE = 400,     /* lines looked at */
	WRAP_LINES = 5,        /* full lines that go on, at least */
	WRAP_LINES_AMONG = 8,  /* the same where much else stands between them */
	WRAP_RUNS = 3,         /* paragraphs of such lines */
	WRAP_OUTLIERS = 50,    /* one line in so many may be wider than the text */
	REMARK_LONGEST = 80,   /* characters in a bracket that may follow the last mark of a paragraph */
};

struct builder {
	struct article *article;
	struct paragraph *paragraphs;
	size_t count, capacity;
	uint32_t *widths;      /* of the first LINES lines, in cells */
	uint32_t lines, widest;
};

/* What is_wrapped asks. */
struct filling {
	uint32_t lines, full, going_on, short_inside, runs, ended;
};

static bool is_end_mark(const struct article *article, uint32_t at)
{
	if (class_in(article->cls[at], CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_ELLIPSIS)))
		return true;
	uint32_t cp = article->cp[at];
	return cp == '.' || cp == '!' || cp == '?';
}

/* The opening bracket of a remark that ends at CLOSE, or BEGIN if there is none near. */
static uint32_t remark_open(const struct article *article, uint32_t begin, uint32_t close)
{
	if (article->cp[close] != 0xFF09 && article->cp[close] != ')') /* ） */
		return begin;
	uint32_t least = close - begin > REMARK_LONGEST ? close - REMARK_LONGEST : begin;
	for (uint32_t at = close; at > least; at--)
		if (article->cp[at - 1] == 0xFF08 || article->cp[at - 1] == '(') /* （ */
			return at - 1;
	return begin;
}

static bool ends_sentence(const struct article *article, struct span span)
{
	uint32_t end = article_skip_back(article, span.end, span.begin, CLASSES_BLANK);
	uint32_t mark = article_skip_back(article, end, span.begin, CLASSES_CLOSING | CLASSES_BLANK);
	if (mark > span.begin && is_end_mark(article, mark - 1))
		return true;
	/* …面对困难。（记者 李明）: the remark stands after the sentence */
	uint32_t open = end > span.begin ? remark_open(article, span.begin, end - 1) : span.begin;
	mark = article_skip_back(article, open, span.begin, CLASSES_CLOSING | CLASSES_BLANK);
	return mark > span.begin && is_end_mark(article, mark - 1);
}

static void add_paragraph(struct builder *builder, struct span span, enum role role, uint32_t level, uint32_t blanks)
{
	ARENA_PUSH(builder->article->arena, builder->paragraphs, builder->count, builder->capacity,
		(struct paragraph){.span = span, .role = role, .level = level, .blanks = blanks});
}

static bool is_blank(const struct article *article, uint32_t begin, uint32_t end)
{
	return article_skip(article, begin, end, CLASSES_BLANK) == end;
}

static void add_lines(struct builder *builder)
{
	const struct article *article = builder->article;
	const struct positions *newlines = &article->index[CLASS_NEWLINE];
	uint32_t begin = article->begin, blanks = 0;
	for (uint32_t i = 0; i <= newlines->count; i++) {
		uint32_t end = i < newlines->count ? newlines->at[i] : article->end;
		if (is_blank(article, begin, end)) {
			blanks++;
		} else {
			add_paragraph(builder, (struct span){begin, end}, ROLE_BODY, 0, blanks);
			blanks = 0;
		}
		begin = end + 1;
	}
}

/* Blank lines in the source between two positions: newlines but one, as long as only white space stands there. */
static uint32_t blanks_between(const struct article *article, uint32_t from, uint32_t to)
{
	uint32_t newlines = 0;
	for (uint32_t byte = from; byte < to; byte++)
		newlines += article->source.data[byte] == '\n';
	return newlines > 0 ? newlines - 1 : 0;
}

static void add_blocks(struct builder *builder)
{
	const struct article *article = builder->article;
	uint32_t last = article_byte(article, article->begin);
	for (uint32_t i = 0; i < article->block_count; i++) {
		const struct article_block *block = &article->blocks[i];
		uint32_t end = i + 1 < article->block_count ? block[1].begin : article->end;
		end = article_skip_back(article, end, block->begin, CLASS_BIT(CLASS_NEWLINE));
		if (is_blank(article, block->begin, end))
			continue;
		uint32_t blanks = blanks_between(article, last, article_byte(article, block->begin));
		add_paragraph(builder, (struct span){block->begin, end}, block->role, block->level, blanks);
		last = article_byte_end(article, end);
	}
}

/* Display cells of a character; of what is masked, an address or code, as many as its bytes. */
static uint32_t cells_of(const struct article *article, uint32_t at)
{
	if (article_is_han(article, at))
		return 2;
	if (article->cp[at] == CHARACTER_OBJECT)
		return article_byte_end(article, at + 1) - article_byte(article, at);
	int cells = character_width(article->cp[at], 2);
	return cells > 0 ? (uint32_t)cells : 0;
}

/* Display cells of a line without its indent; past WRAP_WIDEST it does not matter how many. */
static uint32_t line_width(const struct article *article, struct span span)
{
	uint32_t width = 0;
	uint32_t end = article_skip_back(article, span.end, span.begin, CLASSES_BLANK);
	for (uint32_t i = span.begin; i < end && width <= WRAP_WIDEST; i++)
		width += cells_of(article, i);
	return width;
}

static bool is_indented(const struct article *article, const struct paragraph *line)
{
	return class_in(article->cls[line->span.begin], CLASSES_SPACE);
}

/* How many blank lines stand between most lines. */
static uint32_t common_blanks(const struct builder *builder)
{
	uint32_t seen[BLANKS_COUNTED + 1] = {0}, common = 0;
	for (size_t i = 1; i < builder->count; i++) {
		uint32_t blanks = builder->paragraphs[i].blanks;
		seen[blanks < BLANKS_COUNTED ? blanks : BLANKS_COUNTED]++;
	}
	for (uint32_t i = 1; i <= BLANKS_COUNTED; i++)
		if (seen[i] > seen[common])
			common = i;
	return common;
}

/* Widths of the first lines with Han text, 0 for others; the widest but for a few that nobody could wrap. False: too wide. */
static bool measure_lines(struct builder *builder)
{
	const struct article *article = builder->article;
	uint32_t seen[WRAP_WIDEST + 1] = {0}, wider = 0;
	builder->lines = builder->count < WRAP_SAMPLE ? (uint32_t)builder->count : WRAP_SAMPLE;
	builder->widths = ARENA_ARRAY(article->arena, uint32_t, builder->lines + 1);
	for (uint32_t i = 0; i < builder->lines; i++) {
		struct span span = builder->paragraphs[i].span;
		if (article_find(article, span.begin, span.end, CLASSES_HAN) == span.end)
			continue;
		builder->widths[i] = line_width(article, span);
		if (builder->widths[i] > WRAP_WIDEST)
			return false;
		seen[builder->widths[i]]++;
	}
	builder->widest = WRAP_WIDEST;
	while (builder->widest > 0 && (wider += seen[builder->widest]) * WRAP_OUTLIERS <= builder->lines)
		builder->widest--;
	return true;
}

/* How many lines are full, go on in the next, are short inside a paragraph; runs of lines that go on, and those with an end. */
static struct filling count_lines(const struct builder *builder, uint32_t blanks)
{
	struct filling filling = {0};
	bool in_run = false;
	for (uint32_t i = 0; i + 1 < builder->lines; i++) {
		const struct paragraph *line = &builder->paragraphs[i];
		if (builder->widths[i] == 0)
			continue;
		bool last = line[1].blanks > blanks || is_indented(builder->article, &line[1]) > is_indented(builder->article, line);
		bool filled = builder->widths[i] + WRAP_RAGGED >= builder->widest;
		bool goes_on = filled && !line->ends_sentence && !last;
		filling.lines++;
		filling.full += filled;
		filling.going_on += goes_on;
		filling.short_inside += !filled && !line->ends_sentence && !last;
		filling.runs += goes_on && !in_run;
		filling.ended += in_run && !goes_on && line->ends_sentence;
		in_run = goes_on;
	}
	return filling;
}

/*
 * Are the lines filled to one width? Full lines must be the rule, most of them must end inside a sentence, and shorter ones
 * must be last lines: end a sentence, or stand alone as a heading does. Where lists, tables and code stand between there have to be
 * more of them, and the paragraphs that they make must end as sentences do: a list of headlines of like length does not.
 */
static bool is_wrapped(const struct builder *builder, uint32_t blanks)
{
	struct filling filling = count_lines(builder, blanks);
	if (builder->widest < WRAP_NARROWEST || filling.going_on < WRAP_LINES || filling.going_on * 3 < filling.full * 2)
		return false;
	bool everywhere = filling.full * 2 >= filling.lines && filling.short_inside * 8 <= filling.lines;
	return everywhere || (filling.going_on >= WRAP_LINES_AMONG && filling.runs >= WRAP_RUNS && filling.ended * 2 >= filling.runs);
}

/* A line is full if the first word of the next, which may be a long name in Latin letters, would not have had room in it. */
static bool is_full(uint32_t cells, uint32_t word, uint32_t width)
{
	return cells + word + WRAP_RAGGED >= width && cells <= width + WRAP_RAGGED;
}

/* Cells of the letters with which a line begins, as far as no line can be broken in them. */
static uint32_t first_word(const struct article *article, struct span span)
{
	uint32_t cells = 0, at = article_skip(article, span.begin, span.end, CLASSES_BLANK);
	for (; at < span.end && !class_in(article->cls[at], CLASSES_BLANK | CLASSES_HAN) && cells <= WRAP_WIDEST; at++)
		cells += cells_of(article, at);
	return cells;
}

/* 3.1.2. …: not a marker of a list, but a line of its own. */
static bool begins_section(const struct article *article, struct span span)
{
	uint64_t digits = CLASS_BIT(CLASS_DIGIT);
	uint32_t begin = article_skip(article, span.begin, span.end, CLASSES_BLANK), end = begin, dots = 0;
	for (uint32_t at = begin; (end = article_skip(article, at, span.end, digits)) > at && article->cp[end] == '.'; at = end + 1)
		dots++;
	return dots > 0 && end > begin && class_in(article->cls[end], CLASSES_BLANK);
}

static bool begins_item(const struct article *article, struct span span)
{
	return marker_at(article, span, NULL) != MARKER_NONE || begins_section(article, span);
}

/* Puts the lines of hard-wrapped text together to paragraphs, in place. */
static void join_lines(struct builder *builder, uint32_t width, uint32_t blanks)
{
	const struct article *article = builder->article;
	size_t kept = 0;
	bool indented = false;
	uint32_t cells = 0;
	for (size_t i = 0; i < builder->count; i++) {
		struct paragraph line = builder->paragraphs[i];
		bool now_indented = is_indented(article, &line);
		bool begins = (now_indented && !indented) || begins_item(article, line.span);
		if (i > 0 && line.blanks == blanks && !begins && is_full(cells, first_word(article, line.span), width))
			builder->paragraphs[kept - 1].span.end = line.span.end;
		else
			builder->paragraphs[kept++] = line;
		cells = line_width(article, line.span);
		indented = now_indented;
	}
	builder->count = kept;
}

static void mark_ends(struct builder *builder)
{
	for (size_t i = 0; i < builder->count; i++)
		builder->paragraphs[i].ends_sentence = ends_sentence(builder->article, builder->paragraphs[i].span);
}

/* In text that is set with a blank line after every line, as many blank lines as most lines have part nothing. */
static void unwrap(struct builder *builder)
{
	uint32_t common = common_blanks(builder);
	if (!measure_lines(builder))
		return;
	builder->article->widest_line = builder->widest;
	bool close = is_wrapped(builder, 0);
	if (!close && (common == 0 || !is_wrapped(builder, common)))
		return;
	builder->article->hard_wrapped = true;
	join_lines(builder, builder->widest, close ? 0 : common);
	mark_ends(builder);
}

void article_build_paragraphs(struct article *article)
{
	struct builder builder = {.article = article};
	if (article->blocks) {
		add_blocks(&builder);
		mark_ends(&builder);
	} else {
		add_lines(&builder);
		mark_ends(&builder);
		unwrap(&builder);
		article_tell_roles(article, builder.paragraphs, (uint32_t)builder.count);
	}
	article->paragraphs = builder.paragraphs;
	article->paragraph_count = (uint32_t)builder.count;
}
