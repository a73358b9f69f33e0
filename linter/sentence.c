/*
 * sentence: where sentences end (GB/T 15834 4.1 to 4.3, 4.11).
 *
 * 。？！ end a sentence wherever they stand but inside a title 《》 or a short remark in brackets; …… does where the text goes on as
 * a new one; . ! ? do in text that uses them so. Closing marks after the end belong to the sentence, and a quotation goes
 * on in the words that say who spoke. ， 、 ； ： never end one.
 *
 * Only marks are looked at, through the index by class: the work is proportional to their number.
 */
#include "layer_p.h"

#define ENDS (CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_ELLIPSIS))

enum {
	REMARK_LONGEST = 100, /* characters of a remark in brackets that is part of a sentence */
	TITLE_LONGEST = 60,
	QUOTATION_LONGEST = 500,
	TAG_LONGEST = 12,     /* characters between a quotation and its verb of saying: 市气象台首席预报员李明说 */
};

/* A walk along the marks of an article, only forward. */
struct splitter {
	struct article *article;
	uint32_t at;           /* all before it was looked at */
	uint32_t open, close;  /* the last of CLASS_OPEN and CLASS_CLOSE before it; 0: none */
	bool half_width;       /* . is this article's full stop */
	uint32_t text;         /* where the words of the present sentence begin: after spaces and opening marks */
	struct sentence *sentences;
	size_t count, capacity;
};

static bool is_han_or_close(const struct article *article, uint32_t at)
{
	return article_is_han(article, at) || class_in(article->cls[at], CLASS_BIT(CLASS_CLOSE));
}

/* More sentences end in "." after Han than in 。 */
static bool is_half_width(const struct article *article)
{
	const struct positions *half = &article->index[CLASS_HALF_STOP];
	uint32_t dots = 0;
	for (uint32_t i = 0; i < half->count; i++)
		dots += article->cp[half->at[i]] == '.' && is_han_or_close(article, half->at[i] - 1);
	return dots > article->class_count[CLASS_END_STOP];
}

/* The first mark at or after FROM that may end a sentence; the end of the article if there is none. */
static uint32_t next_mark(struct splitter *splitter, uint32_t from)
{
	const struct article *article = splitter->article;
	uint32_t at = article_next_listed(article, splitter->at, article->end);
	for (; at < article->end; at = article_next_listed(article, at + 1, article->end)) {
		uint8_t class = article->cls[at];
		if (class == CLASS_OPEN)
			splitter->open = at;
		else if (class == CLASS_CLOSE)
			splitter->close = at;
		else if (at >= from && class_in(class, ENDS | CLASS_BIT(CLASS_HALF_STOP)))
			break;
	}
	return splitter->at = at;
}

/* Does AT, the mark that was found last, stand in a title, or in a remark that is part of a sentence: 《去哪儿？》 他笑了（真的！）。 */
static bool is_enclosed(const struct splitter *splitter, uint32_t begin, uint32_t at, uint32_t end)
{
	const struct article *article = splitter->article;
	uint32_t open = splitter->open;
	if (open < begin || splitter->close > open)
		return false;
	bool is_title = character_is_one_of(article->cp[open], U"《〈");
	if (!is_title && (splitter->text >= open || !character_is_one_of(article->cp[open], U"（〔［") || class_in(article->cls[open - 1], ENDS)))
		return false;
	uint32_t last = open + (is_title ? TITLE_LONGEST : REMARK_LONGEST) + 1;
	last = last < end ? last : end;
	uint32_t next = article_find(article, at, last, CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE));
	return next < last && article->cls[next] == CLASS_CLOSE;
}

static const char *const abbreviations[] = {"Mr", "Mrs", "Ms", "Dr", "St", "Co", "Ltd", "Inc", "Jr", "Sr", "vs", "etc", "No", "no", "Vol", "vol", "Fig", "fig", "Prof",
	"Gen", "Col", "Sgt", "Rev", "al", "pp", "ed", "eds", "cf", "ca", "approx", "Corp", "Mt", "Ave", "Blvd", "feat", NULL};

/* Is the word before a dot one that is always written with it, or a single letter? */
static bool is_abbreviation(const struct article *article, uint32_t begin, uint32_t dot)
{
	uint32_t from = article_skip_back(article, dot, begin, CLASS_BIT(CLASS_LATIN));
	if (dot - from == 1)
		return true;
	for (const char *const *word = abbreviations; *word; word++)
		if (dot - from == strlen(*word) && article_starts(article, from, *word))
			return true;
	return false;
}

static bool dot_ends(const struct splitter *splitter, uint32_t begin, uint32_t at, uint32_t end)
{
	const struct article *article = splitter->article;
	uint64_t latin = CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_HALF_CLOSE) | CLASS_BIT(CLASS_HALF_QUOTE);
	uint64_t numbers = CLASSES_DIGIT;
	uint64_t closers = CLASSES_BLANK | CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_QUOTE);
	uint32_t next = article_skip(article, at + 1, end, closers), cp = article->cp[next];
	bool han_next = next == end || article_is_han(article, next) || class_in(article->cls[next], CLASS_BIT(CLASS_OPEN));
	if (class_in(article->cls[at - 1], numbers)) /* 3.5, and the number of a list item: 1. */
		return splitter->half_width && han_next && article_skip_back(article, at, begin, numbers | CLASSES_BLANK) > begin;
	if (!class_in(article->cls[at - 1], latin))
		return splitter->half_width && cp != '.' && (han_next || next > at + 1 || class_in(article->cls[next], numbers));
	if (splitter->half_width && article->cls[at - 1] == CLASS_HALF_CLOSE && han_next)
		return true;
	if (next == at + 1 || is_abbreviation(article, begin, at))
		return false;
	return han_next || (cp >= 'A' && cp <= 'Z') || cp == '"';
}

static bool half_ends(const struct splitter *splitter, uint32_t begin, uint32_t at, uint32_t end)
{
	const struct article *article = splitter->article;
	uint32_t cp = article->cp[at];
	if (cp == '.')
		return dot_ends(splitter, begin, at, end);
	if (cp != '!' && cp != '?')
		return false;
	/* Yahoo!的 http://a/?b */
	return is_han_or_close(article, at - 1) || class_in(article->cls[at + 1], CLASSES_BLANK | CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_QUOTE));
}

/* …… between two sentences; not before a mark or a word that goes on, and not at the beginning. */
static bool ellipsis_ends(const struct splitter *splitter, uint32_t at, uint32_t end)
{
	const struct article *article = splitter->article;
	if (at > splitter->text && article->cls[at - 1] == CLASS_ELLIPSIS) /* what held for the first of them holds for all */
		return false;
	uint32_t after = article_skip(article, at, end, CLASS_BIT(CLASS_ELLIPSIS));
	if (article_skip_back(article, at, splitter->text, CLASS_BIT(CLASS_ELLIPSIS)) <= splitter->text)
		return false;
	return !class_in(article->cls[after], CLASS_BIT(CLASS_INNER_STOP) | CLASS_BIT(CLASS_HALF_STOP) | CLASS_BIT(CLASS_DASH)) &&
		!character_is_one_of(article->cp[after], U"的地得等之");
}

static bool mark_ends(const struct splitter *splitter, uint32_t begin, uint32_t at, uint32_t end)
{
	const struct article *article = splitter->article;
	if (is_enclosed(splitter, begin, at, end))
		return false;
	switch (article->cls[at]) {
	case CLASS_END_STOP: return true;
	case CLASS_ELLIPSIS: return ellipsis_ends(splitter, at, end);
	default: return half_ends(splitter, begin, at, end);
	}
}

/* A straight quote closes if an odd number of them stands before it in the sentence. */
static bool straight_closes(const struct article *article, uint32_t begin, uint32_t at)
{
	bool open = false;
	for (uint32_t i = at - begin > QUOTATION_LONGEST ? at - QUOTATION_LONGEST : begin; i < at; i++)
		open ^= article->cp[i] == article->cp[at];
	return open;
}

/* Over further end marks and the closing marks after them. */
static uint32_t skip_closers(const struct article *article, uint32_t begin, uint32_t at, uint32_t end)
{
	for (;; at++) {
		uint32_t cp = article->cp[at];
		bool ends = class_in(article->cls[at], ENDS) || cp == '!' || cp == '?' || cp == '.';
		bool closes = class_in(article->cls[at], CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE));
		if (at >= end || (!ends && !closes && !(cp == '"' && straight_closes(article, begin, at))))
			return at;
	}
}

/* After “……。” the sentence goes on: a stop, a particle, or who said it and how. */
static bool quotation_goes_on(const struct article *article, uint32_t at, uint32_t end)
{
	uint32_t last = article->cp[at - 1];
	if (!character_is_one_of(last, U"”’」』\"") || at >= end)
		return false;
	if (class_in(article->cls[at], CLASS_BIT(CLASS_INNER_STOP) | CLASS_BIT(CLASS_HALF_STOP) | CLASS_BIT(CLASS_DASH)) ||
		character_is_one_of(article->cp[at], U"的地之等是为為"))
		return true;
	uint32_t limit = end - at > TAG_LONGEST ? at + TAG_LONGEST : end;
	uint32_t tag = article_skip(article, at, limit, CLASSES_HAN | CLASS_BIT(CLASS_INTERPUNCT) | CLASS_BIT(CLASS_LATIN));
	if (tag == limit && limit < end)
		return false;
	return article_ends_saying(article, tag);
}

static void add_sentence(struct splitter *splitter, uint32_t begin, uint32_t end, uint32_t paragraph)
{
	begin = article_skip(splitter->article, begin, end, CLASSES_BLANK);
	end = article_skip_back(splitter->article, end, begin, CLASSES_BLANK);
	if (begin < end)
		ARENA_PUSH(splitter->article->arena, splitter->sentences, splitter->count, splitter->capacity,
			(struct sentence){{begin, end}, paragraph});
}

static uint32_t begin_sentence(struct splitter *splitter, uint32_t begin, uint32_t end)
{
	splitter->text = article_skip(splitter->article, begin, end, CLASSES_BLANK | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_QUOTE));
	return begin;
}

static void split_paragraph(struct splitter *splitter, uint32_t paragraph)
{
	const struct article *article = splitter->article;
	struct span span = article->paragraphs[paragraph].span;
	uint32_t begin = begin_sentence(splitter, span.begin, span.end), at = begin;
	while ((at = next_mark(splitter, at)) < span.end) {
		uint32_t mark = at++;
		if (!mark_ends(splitter, begin, mark, span.end))
			continue;
		at = skip_closers(article, begin, at, span.end);
		if (quotation_goes_on(article, at, span.end))
			continue;
		add_sentence(splitter, begin, at, paragraph);
		begin = begin_sentence(splitter, at, span.end);
	}
	add_sentence(splitter, begin, span.end, paragraph);
}

void article_build_sentences(struct article *article)
{
	struct splitter splitter = {.article = article, .at = article->begin, .half_width = is_half_width(article)};
	for (uint32_t p = 0; p < article->paragraph_count; p++)
		split_paragraph(&splitter, p);
	article->sentences = splitter.sentences;
	article->sentence_count = (uint32_t)splitter.count;
}
