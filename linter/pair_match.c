/*
 * pair_match: which marks belong together.
 *
 * Each paragraph is matched by itself, brackets and quotes apart. A closing mark takes the nearest open one of its kind;
 * what was opened inside it and not closed is left loose, and so is a closing mark that nothing opened. Then the loose
 * marks of earlier paragraphs may close here, and last the loose marks of the paragraph are held against each other: two
 * that stand next to each other may be one pair with a wrong mark. So one forgotten mark leaves one loose mark.
 */
#include "pair_p.h"

enum {
	WRONG_REACH = 40,       /* how far a wrong mark may stand from its partner */
	PASSAGE_REACH = 300,    /* the same, where both look like what they should be */
	INTERVAL_REACH = 24,    /* [0, 1) */
	MARK_ALONE = 4,         /* （？！） */
	ROW_REACH = 16,         /* 首页》新闻》正文 */
	TAG_LONGEST = 4,        /* 他小声问 */
	PARAGRAPH_REACH = 12,   /* how many paragraphs a pair may reach over */
	PENDING_MAXIMUM = 4,
};

#define STOPS (CLASSES_STOP | CLASS_BIT(CLASS_ELLIPSIS))

struct pending {
	uint32_t mark;
	uint32_t paragraph;
	bool near;           /* no blank line since */
};

/* The openers of one group that were loose at the end of their paragraphs. */
struct pendings {
	struct pending items[PENDING_MAXIMUM];
	uint32_t count;
};

/* The marks of one paragraph, [first, last). */
struct range {
	uint32_t first;
	uint32_t last;
	uint32_t paragraph;
};

static bool in_group(const struct mark *mark, unsigned group)
{
	return (PAIR_BIT(mark->kind) & group) != 0;
}

static void pair_up(struct matcher *matcher, uint32_t open, uint32_t close)
{
	struct mark *marks = matcher->marks;
	marks[open].partner = close;
	marks[close].partner = open;
	marks[open].state = marks[close].state = MARK_PAIRED;
}

/* All openers of a quotation over several paragraphs get its closing mark. */
static void close_chain(struct matcher *matcher, uint32_t open, uint32_t close)
{
	struct mark *marks = matcher->marks;
	while (open != MARK_NONE) {
		uint32_t before = marks[open].partner;
		marks[open].partner = close;
		marks[open].state = MARK_PAIRED;
		marks[close].partner = open;
		marks[close].state = MARK_PAIRED;
		open = before;
	}
}

/* [0, 1): no Han, and a comma. */
static bool is_interval(const struct article *article, const struct mark *open, const struct mark *close)
{
	unsigned kinds = PAIR_BIT(PAIR_PARENTHESIS) | PAIR_BIT(PAIR_SQUARE);
	uint64_t commas = CLASS_BIT(CLASS_HALF_STOP) | CLASS_BIT(CLASS_INNER_STOP);
	return in_group(open, kinds) && in_group(close, kinds) && close->at - open->at <= INTERVAL_REACH &&
		article_find(article, open->at, close->at, CLASSES_HAN) == close->at &&
		article_find(article, open->at, close->at, commas) < close->at;
}

/* The state of a walk over the marks of one group in a paragraph. */
struct walk {
	uint32_t depth;                      /* of matcher->stack */
	uint32_t open[PAIR_KIND_COUNT];      /* how many of a kind are on the stack */
	uint32_t doubtful[PAIR_KIND_COUNT];  /* the last closing mark that may have been a label's, or inches */
	uint32_t possible;                   /* a bracket that is such a mark if another label follows */
};

static void note_doubt(struct matcher *matcher, struct walk *walk, uint32_t index)
{
	const struct article *article = matcher->article;
	const struct mark *mark = &matcher->marks[index];
	if (mark->kind == PAIR_DOUBLE_QUOTE && mark_is_prime(article, mark->at) && article_is_han(article, mark->at + 1))
		walk->doubtful[mark->kind] = index;
	if (mark->kind != PAIR_PARENTHESIS)
		return;
	enum mark_doubt doubt = mark_label(article, mark->at);
	if (doubt == MARK_LIKELY)
		walk->doubtful[mark->kind] = index;
	else if (doubt == MARK_POSSIBLE)
		walk->possible = index;
}

/* A closing mark without an open one of its kind: a label's, or that of a bracket which a label seemed to close before. */
static void close_stray(struct matcher *matcher, struct walk *walk, uint32_t index)
{
	struct mark *mark = &matcher->marks[index];
	uint32_t *doubtful = &walk->doubtful[mark->kind];
	bool in_row = index > 0 && mark[-1].state == MARK_IGNORED && mark[-1].kind == mark->kind && in_group(mark, PAIRS_TITLE) &&
		mark->at - mark[-1].at < ROW_REACH;
	if (in_row || mark_is_other(matcher->article, mark)) {
		mark->state = MARK_IGNORED;
		if (mark->kind == PAIR_PARENTHESIS && *doubtful == MARK_NONE)
			*doubtful = walk->possible;
	} else if (*doubtful != MARK_NONE) {
		struct mark *label = &matcher->marks[*doubtful];
		pair_up(matcher, label->partner, index);
		label->state = MARK_IGNORED;
		*doubtful = walk->possible = MARK_NONE;
	}
}

static void close_mark(struct matcher *matcher, struct walk *walk, uint32_t index)
{
	struct mark *marks = matcher->marks;
	const uint32_t *top = walk->depth > 0 ? &matcher->stack[walk->depth - 1] : NULL;
	uint8_t kind = marks[index].kind;
	if (top && marks[*top].kind != kind && is_interval(matcher->article, &marks[*top], &marks[index]))
		kind = marks[*top].kind;
	if (walk->open[kind] == 0) {
		close_stray(matcher, walk, index);
		return;
	}
	for (;;) {
		struct mark *opener = &marks[matcher->stack[--walk->depth]];
		walk->open[opener->kind]--;
		if (opener->kind == kind)
			break;
		if (mark_is_other(matcher->article, opener))
			opener->state = MARK_IGNORED;
	}
	pair_up(matcher, matcher->stack[walk->depth], index);
	note_doubt(matcher, walk, index);
}

/* （！）: a mark alone in its pair. */
static bool holds_mark(const struct matcher *matcher, struct range range, uint32_t index)
{
	const struct mark *mark = &matcher->marks[index];
	return index + 1 < range.last && mark[1].kind == mark->kind && mark[1].side == MARK_CLOSES && mark[1].at - mark->at <= MARK_ALONE &&
		article_skip(matcher->article, mark->at + 1, mark[1].at, STOPS) == mark[1].at;
}

/* “祝姐“，: a second opener of the kind, before a stop: no quotation begins so. */
static bool close_by_opener(struct matcher *matcher, struct walk *walk, struct range range, uint32_t index)
{
	struct mark *mark = &matcher->marks[index];
	uint32_t top = walk->depth > 0 ? matcher->stack[walk->depth - 1] : MARK_NONE;
	if (top == MARK_NONE || matcher->marks[top].kind != mark->kind || mark->at - matcher->marks[top].at < 2 ||
		!class_in(matcher->article->cls[mark->at + 1], STOPS) || holds_mark(matcher, range, index))
		return false;
	walk->depth--;
	walk->open[mark->kind]--;
	mark->wrong = true;
	mark->reason = UNPAIRED_WRONG_CLOSE;
	pair_up(matcher, top, index);
	return true;
}

static void match_group(struct matcher *matcher, struct range range, unsigned group)
{
	struct mark *marks = matcher->marks;
	struct walk walk = {.possible = MARK_NONE};
	for (unsigned i = 0; i < PAIR_KIND_COUNT; i++)
		walk.doubtful[i] = MARK_NONE;
	for (uint32_t i = range.first; i < range.last; i++) {
		if (!in_group(&marks[i], group) || marks[i].side == MARK_STRAIGHT || marks[i].state != MARK_LOOSE)
			continue;
		if (marks[i].side == MARK_CLOSES) {
			close_mark(matcher, &walk, i);
		} else if (!close_by_opener(matcher, &walk, range, i)) {
			matcher->stack[walk.depth++] = i;
			walk.open[marks[i].kind]++;
		}
	}
	for (uint32_t i = 0; i < walk.depth; i++)
		if (mark_is_other(matcher->article, &marks[matcher->stack[i]]))
			marks[matcher->stack[i]].state = MARK_IGNORED;
}

/* 5' 6", and 27" before a stop: nothing can open there. Returns how many quotes of the kind are left. */
static uint32_t drop_primes(struct matcher *matcher, struct range range, unsigned kind)
{
	uint32_t count = 0;
	for (uint32_t i = range.first; i < range.last; i++) {
		struct mark *mark = &matcher->marks[i];
		if (mark->kind != kind)
			continue;
		if (count % 2 == 0 && mark_is_prime(matcher->article, mark->at) && mark_looks_closing(matcher->article, mark->at))
			mark->state = MARK_IGNORED;
		else
			count++;
	}
	return count;
}

/* Of an odd number: the one that may be a sign for inches, or an apostrophe. */
static bool drop_odd_prime(struct matcher *matcher, struct range range, unsigned kind)
{
	struct mark *found = NULL;
	bool inside = false;
	for (uint32_t i = range.first; i < range.last && (!found || inside); i++) {
		struct mark *mark = &matcher->marks[i];
		if (mark->kind != kind || mark->state != MARK_LOOSE)
			continue;
		if (mark_is_prime(matcher->article, mark->at))
			found = mark;
		else
			inside = !inside;
	}
	if (found)
		found->state = MARK_IGNORED;
	return found;
}

/* Straight quotes of one kind are paired in turn; of an odd number, what stands beside them tells which one is alone. */
static void match_straight(struct matcher *matcher, struct range range, unsigned kind)
{
	const struct article *article = matcher->article;
	uint32_t count = drop_primes(matcher, range, kind), open = MARK_NONE;
	bool judge = count % 2 != 0 && !drop_odd_prime(matcher, range, kind);
	for (uint32_t i = range.first; count > 0 && i < range.last; i++) {
		struct mark *mark = &matcher->marks[i];
		if (mark->kind != kind || mark->state != MARK_LOOSE)
			continue;
		bool opening = mark_looks_opening(article, mark->at), closing = mark_looks_closing(article, mark->at);
		if (open == MARK_NONE && judge && closing && !opening) {
			mark->side = MARK_CLOSES;
			judge = false;
		} else if (open == MARK_NONE || (judge && opening && !closing)) {
			judge &= open == MARK_NONE;
			open = i;
		} else {
			pair_up(matcher, open, i);
			open = MARK_NONE;
		}
	}
	for (uint32_t i = range.first; count > 0 && i < range.last; i++) {
		struct mark *mark = &matcher->marks[i];
		if (mark->kind == kind && mark->state == MARK_LOOSE && mark_is_other(article, mark))
			mark->state = MARK_IGNORED;
	}
}

/* The first mark in [from, last) that is one of these kinds. */
static uint32_t next_mark(const struct matcher *matcher, uint32_t from, uint32_t last, unsigned kinds)
{
	while (from < last && (!in_group(&matcher->marks[from], kinds) || matcher->marks[from].state == MARK_IGNORED))
		from++;
	return from;
}

static bool ends_in_stop(const struct article *article, const struct paragraph *paragraph)
{
	uint64_t passed = CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE) | CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE) |
		CLASS_BIT(CLASS_HALF_QUOTE);
	uint32_t end = article_skip_back(article, paragraph->span.end, paragraph->span.begin, passed);
	return end > paragraph->span.begin && class_in(article->cls[end - 1], STOPS);
}

/* “你怎么才来？他问。 The words that say who spoke stand outside, so the quotation ended before them. */
static bool ends_in_tag(const struct article *article, const struct paragraph *paragraph)
{
	static const char *const verbs[] = {"说", "說", "道", "问", "問", "答", "喊", NULL};
	uint32_t end = article_trim(article, paragraph->span).end - 1;
	if (article->cp[end] != U'。' || !article_ends_any(article, end, verbs))
		return false;
	uint32_t begin = article_skip_back(article, end, paragraph->span.begin, CLASSES_HAN), length = end - begin;
	bool asked = character_is_one_of(article->cp[begin - 1], U"？！"), pronoun = character_is_one_of(article->cp[begin], U"他她它我");
	return length >= 2 && length <= TAG_LONGEST && (asked || (pronoun && character_is_one_of(article->cp[begin - 1], U"，。…")));
}

/* Does this mark open the next paragraph's part of a quotation (GB/T 15834 4.8.3.5)? Not “双11” at the head of a new paragraph. */
static bool reopens(const struct matcher *matcher, const struct pending *pending, uint32_t index, uint32_t paragraph)
{
	const struct article *article = matcher->article;
	const struct paragraph *before = &article->paragraphs[pending->paragraph], *here = &article->paragraphs[paragraph];
	const struct mark *mark = &matcher->marks[index];
	if (mark->kind != matcher->marks[pending->mark].kind || mark->side != MARK_OPENS || pending->paragraph + 1 != paragraph)
		return false;
	if (!mark_begins(article, here, mark->at) || !ends_in_stop(article, before) || ends_in_tag(article, before))
		return false;
	if (mark->state == MARK_LOOSE)
		return true;
	uint32_t close = matcher->marks[mark->partner].at;
	return class_in(article->cls[close - 1], STOPS | CLASS_BIT(CLASS_CLOSE)) || mark_ends(article, here, close);
}

/* May an opener of an earlier paragraph be closed by a loose mark of this one? */
static bool reaches(const struct matcher *matcher, const struct pending *pending, uint32_t close, uint32_t paragraph)
{
	const struct article *article = matcher->article;
	const struct paragraph *from = &article->paragraphs[pending->paragraph], *to = &article->paragraphs[paragraph];
	bool begins = mark_begins(article, from, matcher->marks[pending->mark].at);
	if (paragraph == pending->paragraph + 1 && mark_begins(article, to, matcher->marks[close].at))
		return true; /* the end of a line cut it off */
	if (!begins && (from->ends_sentence || !(pending->near || paragraph - pending->paragraph <= 2)))
		return false;
	return paragraph == pending->paragraph + 1 || mark_ends(article, to, matcher->marks[close].at);
}

/* Openers of earlier paragraphs, held against the marks of this one: they go on, close, wait or are given up. */
static void match_pending(struct matcher *matcher, struct pendings *pendings, struct range range, unsigned group)
{
	struct mark *marks = matcher->marks;
	uint32_t kept = 0, head = next_mark(matcher, range.first, range.last, group);
	bool near = matcher->article->paragraphs[range.paragraph].blanks == 0;
	for (uint32_t k = 0; k < pendings->count; k++) {
		struct pending *item = &pendings->items[k];
		item->near &= near;
		if (group == PAIRS_QUOTE && head < range.last && reopens(matcher, item, head, range.paragraph)) {
			marks[head].continued = true;
			marks[item->mark].state = MARK_CHAINED;
			if (marks[head].state == MARK_PAIRED)
				close_chain(matcher, item->mark, marks[head].partner);
			else
				marks[head].partner = item->mark;
			head = next_mark(matcher, head + 1, range.last, group);
			continue;
		}
		uint32_t same = next_mark(matcher, range.first, range.last, PAIR_BIT(marks[item->mark].kind));
		while (group != PAIRS_QUOTE && same < range.last && marks[same].state == MARK_PAIRED)
			same = next_mark(matcher, same + 1, range.last, PAIR_BIT(marks[item->mark].kind));
		if (same == range.last) {
			if (range.paragraph - item->paragraph < PARAGRAPH_REACH)
				pendings->items[kept++] = *item;
		} else if (marks[same].side == MARK_CLOSES && marks[same].state == MARK_LOOSE && reaches(matcher, item, same, range.paragraph)) {
			close_chain(matcher, item->mark, same);
		}
	}
	pendings->count = kept;
}

static void add_pending(const struct matcher *matcher, struct pendings *pendings, struct range range, unsigned group)
{
	for (uint32_t i = range.first; i < range.last; i++) {
		const struct mark *mark = &matcher->marks[i];
		if (!in_group(mark, group) || mark->state != MARK_LOOSE || mark->side != MARK_OPENS)
			continue;
		if (pendings->count == PENDING_MAXIMUM) {
			memmove(pendings->items, pendings->items + 1, (PENDING_MAXIMUM - 1) * sizeof *pendings->items);
			pendings->count--;
		}
		pendings->items[pendings->count++] = (struct pending){i, range.paragraph, true};
	}
}

/* No sentence ends between two marks, and they are near; or what stands beside them shows that one opens and one closes. */
static bool is_near(const struct article *article, uint32_t open, uint32_t close)
{
	if (close - open > PASSAGE_REACH || close - open < 2)
		return false;
	if (mark_looks_opening(article, open) && mark_looks_closing(article, close))
		return true;
	if (close - open > WRONG_REACH)
		return false;
	return article_find(article, open + 1, close - 1, CLASS_BIT(CLASS_END_STOP)) >= close - 1;
}

static bool is_double(const struct mark *mark)
{
	return mark->kind == PAIR_DOUBLE_QUOTE || mark->kind == PAIR_STRAIGHT_DOUBLE;
}

/* ”…“ and ”…“…”…“: the marks of the kind between the two are pairs that follow each other, and nothing shows that they are right. */
static bool mend_reversed(struct matcher *matcher, uint32_t first, uint32_t last)
{
	struct mark *marks = matcher->marks;
	unsigned kinds = PAIR_BIT(marks[first].kind);
	for (uint32_t pass = 0; pass < 2; pass++) {
		for (uint32_t i = first; i < last;) {
			uint32_t next = next_mark(matcher, i + 1, last, kinds);
			bool wanted = marks[i].side == MARK_CLOSES;
			if (pass == 0 && (marks[next].side != (wanted ? MARK_OPENS : MARK_CLOSES) ||
				(wanted ? mark_looks_closing(matcher->article, marks[i].at) || mark_looks_opening(matcher->article, marks[next].at)
					: marks[i].partner != next)))
				return false;
			if (pass == 1 && wanted) {
				pair_up(matcher, i, next);
				marks[i].reversed = true;
			}
			i = next;
		}
	}
	return true;
}

/* Two loose marks that stand next to each other among the loose ones. */
static bool mend(struct matcher *matcher, uint32_t first, uint32_t last)
{
	const struct article *article = matcher->article;
	struct mark *a = &matcher->marks[first], *b = &matcher->marks[last];
	bool same = a->kind == b->kind, quotes = in_group(a, PAIRS_QUOTE), titles = in_group(a, PAIRS_TITLE);
	if (is_double(a) && is_double(b) && !same && a->side != MARK_CLOSES && b->side != MARK_OPENS) {
		pair_up(matcher, first, last);
		return true;
	}
	if (a->side == MARK_OPENS && b->side == MARK_CLOSES) {
		if (!same && !is_near(article, a->at, b->at))
			return false;
		b->wrong = !same;
		b->reason = UNPAIRED_WRONG_CLOSE;
	} else if (a->side == MARK_OPENS && b->side == MARK_OPENS && same && is_near(article, a->at, b->at)) {
		b->wrong = true;
		b->reason = UNPAIRED_WRONG_CLOSE;
	} else if (a->side == MARK_CLOSES && b->side == MARK_CLOSES && same && (quotes || titles) && is_near(article, a->at, b->at)) {
		a->wrong = true;
		a->reason = UNPAIRED_WRONG_OPEN;
	} else {
		return a->side == MARK_CLOSES && b->side == MARK_OPENS && same && quotes && mend_reversed(matcher, first, last);
	}
	pair_up(matcher, first, last);
	return true;
}

static void mend_group(struct matcher *matcher, struct range range, unsigned group)
{
	uint32_t before = MARK_NONE;
	for (uint32_t i = range.first; i < range.last; i++) {
		if (!in_group(&matcher->marks[i], group) || matcher->marks[i].state != MARK_LOOSE)
			continue;
		before = before != MARK_NONE && mend(matcher, before, i) ? MARK_NONE : i;
	}
}

void pair_match(struct matcher *matcher)
{
	static const unsigned groups[] = {PAIRS_BRACKET | PAIRS_TITLE, PAIRS_QUOTE};
	static const unsigned straight[] = {PAIR_STRAIGHT_DOUBLE, PAIR_STRAIGHT_SINGLE};
	const struct article *article = matcher->article;
	struct pendings pendings[2] = {0};
	struct range range = {0};
	for (uint32_t p = 0; p < article->paragraph_count; p++) {
		range.paragraph = p;
		range.first = range.last;
		while (range.last < matcher->count && matcher->marks[range.last].at < article->paragraphs[p].span.end)
			range.last++;
		for (unsigned k = 0; k < 2 && range.last > range.first; k++)
			match_straight(matcher, range, straight[k]);
		for (unsigned g = 0; g < 2; g++) {
			if (range.last > range.first)
				match_group(matcher, range, groups[g]);
			if (pendings[g].count)
				match_pending(matcher, &pendings[g], range, groups[g]);
			if (range.last > range.first) {
				mend_group(matcher, range, groups[g]);
				add_pending(matcher, &pendings[g], range, groups[g]);
			}
		}
	}
}
