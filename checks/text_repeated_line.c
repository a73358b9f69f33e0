/*
 * text_repeated_line: the same line again and again in one article.
 *
 * Reported once for each such line, at its first place and with the number of its copies: a caption, the text of a link or
 * the title that a converter or a crawler has left between the paragraphs. It stands three times or more, has six Han
 * characters at least, and no end mark.
 *
 * Passes on purpose: verse and its refrains, tables, short labels, lists, headings (numbered ones, those that a marked-up
 * format calls so, those over lists and code, and pairs that come by turns: the structure of the text), bylines, lines that end in a
 * stop (as 具体要求如下：), notices signed by one office (the date follows).
 *
 * Misses a line that differs in a number (图1 …, 图2 …), and sentences: see text_repeated_sentence.
 */
#include "check.h"

enum { MESSAGE_LINE };

enum {
	HAN = 6,        /* a shorter line is a label */
	LONGEST = 100,  /* a longer one is a paragraph */
	NOTES = 50,     /* copies that are shown */
};

struct settings {
	int64_t count;
};

/* A line and its copies, chained in the order of the text; NEXT are indexes from 1, 0 ends. */
struct line {
	struct span span;
	uint64_t hash;
	uint32_t copies;   /* with itself; 0: a copy of another */
	uint32_t headings; /* copies over a list, a table or code */
	uint32_t next, last;
	bool heading;
};

struct lines {
	const struct article *article;
	struct line *lines;    /* from 1 */
	uint32_t count;
	uint32_t *slots;       /* hash table: index of the first line of its text; a power of two */
	uint32_t mask;
};

/* 一、报名条件  （二）… 1. …: a heading of the text's own. */
static bool is_numbered(const struct article *article, struct span span)
{
	uint64_t numbers = CLASS_BIT(CLASS_HAN_NUMERAL) | CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_FULL_DIGIT);
	uint32_t begin = span.begin + class_in(article->cls[span.begin], CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_OPEN));
	uint32_t end = article_skip(article, begin, span.end, numbers);
	uint32_t cp = article->cp[end];
	return end > begin && end - begin <= 3 && (cp == 0x3001 || cp == '.' || cp == 0xFF0E || cp == ')' || cp == 0xFF09); /* 、．） */
}

/* The signer of a notice: the date stands right under it. */
static bool is_signer(const struct article *article, uint32_t paragraph)
{
	if (paragraph + 1 == article->paragraph_count)
		return false;
	const struct paragraph *next = &article->paragraphs[paragraph + 1];
	return next->blanks == 0 && (next->role == ROLE_DATE_LINE || next->role == ROLE_SIGNATURE);
}

static bool is_eligible(const struct article *article, uint32_t paragraph, struct span span)
{
	const struct paragraph *p = &article->paragraphs[paragraph];
	if (span.end - span.begin > LONGEST || p->ends_sentence || class_in(article->cls[span.end - 1], CLASSES_STOP))
		return false;
	if (p->role == ROLE_VERSE || p->role == ROLE_TABLE || p->role == ROLE_LIST_ITEM || (p->role == ROLE_HEADING && article->blocks))
		return false;
	if (p->role == ROLE_BYLINE || p->role == ROLE_DATE_LINE || is_numbered(article, span))
		return false;
	return !is_signer(article, paragraph) && article_count(article, span, CLASSES_HAN) >= HAN;
}

static bool heads_list(const struct article *article, uint32_t paragraph)
{
	bool over_item = paragraph + 1 < article->paragraph_count && article->paragraphs[paragraph + 1].role == ROLE_LIST_ITEM;
	return over_item || article_leads_in(article, paragraph);
}

static void add_line(struct lines *table, uint32_t paragraph, struct span span)
{
	struct line *line = &table->lines[++table->count];
	uint32_t headings = heads_list(table->article, paragraph);
	*line = (struct line){.span = span, .hash = article_hash(table->article, span), .copies = 1, .headings = headings, .last = table->count,
		.heading = table->article->paragraphs[paragraph].role == ROLE_HEADING};
	for (uint64_t slot = line->hash & table->mask;; slot = (slot + 1) & table->mask) {
		uint32_t first = table->slots[slot];
		if (first == 0) {
			table->slots[slot] = table->count;
			return;
		}
		struct line *found = &table->lines[first];
		if (found->hash != line->hash || !article_same(table->article, found->span, span))
			continue;
		found->copies++;
		found->headings += headings;
		line->copies = 0;
		table->lines[found->last].next = table->count;
		found->last = table->count;
		return;
	}
}

static void report_line(struct check_context *context, const struct lines *table, const struct line *line)
{
	struct finding *finding = report_add(context->report, MESSAGE_LINE, line->span);
	finding_text(finding, line->span);
	finding_number(finding, line->copies);
	uint32_t notes = 0;
	for (uint32_t copy = line->next; copy && notes < NOTES; copy = table->lines[copy].next, notes++)
		finding_note(finding, N_("again here"), table->lines[copy].span);
}

/* Do the copies of two lines alternate: the headings of parallel sections? */
static bool alternate(const struct lines *table, const struct line *a, const struct line *b)
{
	if (!a->heading || !b->heading || a->copies != b->copies)
		return false;
	const struct line *from = a, *to = b;
	while (from->span.begin < to->span.begin) {
		const struct line *next = from->next ? &table->lines[from->next] : NULL;
		if (!next)
			return !to->next;
		from = to;
		to = next;
	}
	return false;
}

/* Lines in the order of their first places; headings of parallel sections stand next to each other. */
static void report_lines(struct check_context *context, const struct lines *table, int64_t least)
{
	const struct line *before = NULL, *line = NULL;
	bool parallel = false;
	for (uint32_t i = 1; i <= table->count + 1; i++) {
		bool end = i > table->count;
		if (!end && (table->lines[i].copies < least || 2 * table->lines[i].headings >= table->lines[i].copies))
			continue;
		before = line;
		line = end ? NULL : &table->lines[i];
		bool joined = before && line && alternate(table, before, line);
		if (before && !parallel && !joined)
			report_line(context, table, before);
		parallel = joined;
	}
}

static void run(struct check_context *context)
{
	const struct settings *settings = context->settings;
	const struct article *article = context->article;
	uint32_t size = 16;
	while (size < 2 * (uint64_t)article->paragraph_count)
		size *= 2;
	struct lines table = {.article = article, .mask = size - 1};
	table.lines = ARENA_ARRAY(context->scratch, struct line, (size_t)article->paragraph_count + 1);
	table.slots = ARENA_ARRAY(context->scratch, uint32_t, size);
	for (uint32_t p = 0; p < article->paragraph_count; p++) {
		struct span span = article_trim(article, article->paragraphs[p].span);
		if (is_eligible(article, p, span))
			add_line(&table, p, span);
	}
	report_lines(context, &table, settings->count);
}

static const struct check_message messages[] = {
	[MESSAGE_LINE] = {NULL, N_("the line “{0}” stands {1} times in the article"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

static const struct check_option options[] = {
	{"count", OPTION_NUMBER, offsetof(struct settings, count), 3, 2, 1000, NULL, N_("how often a line has to stand in the article")},
	{0},
};

const struct check check_text_repeated_line = {
	.struct_size = sizeof(struct check),
	.name = "text_repeated_line",
	.summary = N_("the same line again and again in one article"),
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};
