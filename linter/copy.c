/* copy: clauses are hashed, and what follows and precedes an equal clause is compared. */
#include "copy.h"

enum {
	CLAUSE = 4, /* characters: shorter clauses are not hashed, nor kept at the ends of a passage */
	LINE = 40,  /* a line without a comma or an end mark is prose from here */
	AHEAD = 8,  /* clauses between the hashing of one and the look at its slot */
	SIDE = 4,   /* characters beside a clause: see may_go_on */
	ALIKE = 4,  /* clauses alike that are compared with one; more are no prose */
};

/* A clause that was seen. */
struct slot {
	uint32_t at;  /* where it begins; 0: free */
	uint32_t tag; /* of its hash */
};

/* A clause whose slot is on its way into the cache. */
struct pending {
	struct span clause;
	uint64_t hash;
};

struct search {
	const struct article *article;
	struct slot *slots;
	uint32_t mask;
	struct pending pending[AHEAD];
	uint32_t taken; /* clauses put into pending; the oldest leaves when the next comes */
	uint32_t done;  /* nothing before this position is looked at again as a copy; not 0, where an empty clause begins */
	uint32_t length;
	void (*found)(void *user, struct span first, struct span copy);
	void *user;
};

/* Prose: body text and list items that are more than a line of words. */
static bool is_eligible(const struct article *article, const struct paragraph *paragraph)
{
	if (paragraph->role != ROLE_BODY && paragraph->role != ROLE_LIST_ITEM)
		return false;
	return paragraph->ends_sentence || paragraph->span.end - paragraph->span.begin >= LINE ||
	       article_has(article, CLASS_INNER_STOP, paragraph->span);
}

/* Takes loose ends off a passage: marks and spaces, and less than a clause before its first or after its last mark or line. */
static struct span cleaned(const struct article *article, struct span span, uint32_t clause_begin)
{
	uint64_t marks = CLASSES_PAUSE | CLASS_BIT(CLASS_NEWLINE);
	if (!class_in(article->cls[span.begin - 1], marks | CLASSES_BLANK | CLASSES_OPENING | CLASSES_CLOSING)) {
		uint32_t mark = article_find(article, span.begin, clause_begin, marks);
		span.begin = mark - span.begin < CLAUSE ? mark : span.begin;
	}
	span.begin = article_skip(article, span.begin, clause_begin, CLASSES_BLANK | CLASSES_PAUSE | CLASSES_CLOSING);
	uint32_t end = article_skip_back(article, span.end, clause_begin, CLASSES_BLANK | CLASSES_PAUSE | CLASSES_CLOSING);
	uint32_t mark = article_skip_back(article, end, clause_begin, ~marks);
	bool loose = !class_in(article->cls[span.end], marks | CLASSES_BLANK | CLASSES_CLOSING) || article->cls[mark - 1] == CLASS_NEWLINE;
	if (loose && mark > clause_begin && end - mark < CLAUSE)
		span.end = mark;
	return (struct span){
		span.begin, article_skip_back(article, span.end, span.begin, CLASSES_BLANK | CLASSES_OPENING | CLASS_BIT(CLASS_INNER_STOP))};
}

/* An equal clause at FIRST and COPY: how far the texts are the same, to both sides. The copy does not overlap the first. */
static void try_copy(struct search *search, uint32_t first, uint32_t copy, uint32_t length)
{
	const struct article *article = search->article;
	const uint32_t *cp = article->cp;
	uint32_t left = 0, right = length;
	while (first + right < copy - left && copy + right < article->end && cp[first + right] == cp[copy + right])
		right++;
	while (first - left > article->begin && copy - left > search->done && copy - left > first + right &&
		cp[first - left - 1] == cp[copy - left - 1])
		left++;
	struct span span = cleaned(article, (struct span){copy - left, copy + right}, copy);
	if (span_length(span) < search->length)
		return;
	search->done = copy + right;
	uint32_t shift = copy - first;
	search->found(search->user, (struct span){span.begin - shift, span.end - shift}, span);
}

static uint32_t tag_of(uint64_t hash)
{
	return (uint32_t)(hash >> 32);
}

/* A passage that is longer goes on past a clause at FIRST and COPY: on one side at least by SIDE characters. */
static bool may_go_on(const struct article *article, uint32_t first, struct span copy)
{
	const size_t side = SIDE * sizeof *article->cp;
	const uint32_t *seen = article->cp + first, *here = article->cp + copy.begin;
	uint32_t length = span_length(copy);
	return memcmp(seen - SIDE, here - SIDE, side) == 0 || memcmp(seen + length, here + length, side) == 0;
}

/* A clause whose tag stands at AT: true if it need not be kept, as a copy of an earlier one or as one of many alike. */
static __attribute__((noinline)) bool compare(struct search *search, const struct pending *pending, uint32_t *at)
{
	const struct article *article = search->article;
	struct span clause = pending->clause;
	uint32_t length = span_length(clause), alike = 0;
	for (; search->slots[*at].at; *at = (*at + 1) & search->mask) {
		if (search->slots[*at].tag != tag_of(pending->hash))
			continue;
		uint32_t first = search->slots[*at].at;
		bool may_copy = search->length < length + 2 * SIDE || may_go_on(article, first, clause);
		if (may_copy && article_same(article, (struct span){first, first + length}, clause)) {
			try_copy(search, first, clause.begin, length);
			return true;
		}
		if (++alike == ALIKE)
			return true;
	}
	return false;
}

/* Nearly all clauses are new: nothing is called for them. */
static inline void look_up(struct search *search, const struct pending *pending)
{
	uint32_t at = (uint32_t)pending->hash & search->mask;
	if (pending->clause.begin < search->done)
		return;
	for (; search->slots[at].at; at = (at + 1) & search->mask)
		if (search->slots[at].tag == tag_of(pending->hash)) {
			if (compare(search, pending, &at))
				return;
			break;
		}
	search->slots[at] = (struct slot){pending->clause.begin, tag_of(pending->hash)};
}

/* In a long article every slot is a walk to memory: a clause is looked up some clauses after its slot was asked for. */
static void add_clause(struct search *search, struct span clause)
{
	struct pending *pending = &search->pending[search->taken++ % AHEAD];
	look_up(search, pending);
	*pending = (struct pending){clause, article_hash(search->article, clause)};
	__builtin_prefetch(&search->slots[(uint32_t)pending->hash & search->mask]);
}

static uint32_t first_stop(const struct article *article, uint32_t from, uint32_t end)
{
	do
		from = article_next_listed(article, from, end);
	while (from < end && !class_in(article->cls[from], CLASSES_STOP) && ++from);
	return from;
}

/* The clauses of a paragraph: between stops of every kind. */
static void add_clauses(struct search *search, struct span span)
{
	const struct article *article = search->article;
	for (uint32_t begin = span.begin, stop; begin < span.end; begin = stop + 1) {
		stop = first_stop(article, begin, span.end);
		begin = article_skip(article, begin, stop, CLASSES_BLANK | CLASSES_CLOSING | CLASSES_OPENING);
		struct span clause = {begin, article_skip_back(article, stop, begin, CLASSES_BLANK | CLASSES_CLOSING)};
		if (span_length(clause) >= CLAUSE)
			add_clause(search, clause);
	}
}

void copy_each(const struct article *article, struct arena *scratch, uint32_t length, void (*found)(void *user, struct span first, struct span copy),
	void *user)
{
	struct search search = {.article = article, .done = article->begin, .length = length, .found = found, .user = user};
	uint64_t clauses = (uint64_t)article->class_count[CLASS_END_STOP] + article->class_count[CLASS_INNER_STOP] +
			   article->class_count[CLASS_HALF_STOP] + article->paragraph_count;
	uint32_t size = 64;
	while (size < 2 * clauses)
		size *= 2;
	search.mask = size - 1;
	search.slots = ARENA_ARRAY(scratch, struct slot, size);
	for (uint32_t p = 0; p < article->paragraph_count; p++)
		if (is_eligible(article, &article->paragraphs[p]))
			add_clauses(&search, article->paragraphs[p].span);
	for (uint32_t i = 0; i < AHEAD; i++)
		look_up(&search, &search.pending[search.taken++ % AHEAD]);
}
