/* copy: clauses are hashed, and what follows and precedes an equal clause is compared. */
#include "copy.h"

enum {
	CLAUSE = 4, /* characters: shorter clauses are not hashed, nor kept at the ends of a passage */
	LINE = 40,  /* a line without a comma or an end mark is prose from here */
	AHEAD = 8,  /* clauses between the hashing of one and the look at its slot */
	SIDE = 4,   /* characters beside a clause: see side_of */
	STOPS = 3,  /* classes of stops between clauses */
	ALIKE = 4,  /* clauses alike that are compared with one; more are no prose */
};

/* A clause that was seen: what is needed to tell without a look at its text that another cannot be its copy. */
struct slot {
	uint32_t at;           /* where it begins; 0: free */
	uint16_t tag;          /* the highest bits of its hash */
	uint8_t before, after; /* hashes of the SIDE characters on either side */
};

/* A clause whose slot is on its way into the cache. */
struct pending {
	struct span clause;
	uint64_t hash;
	uint8_t before, after;
};

struct search {
	const struct article *article;
	struct slot *slots;
	uint32_t mask;
	struct pending pending[AHEAD];
	uint32_t taken; /* clauses put into pending; the oldest leaves when the next comes */
	uint32_t done;  /* nothing before this position is looked at again as a copy */
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

static void look_up(struct search *search, const struct pending *pending)
{
	const struct article *article = search->article;
	struct span clause = pending->clause;
	uint32_t length = clause.end - clause.begin;
	if (length == 0 || clause.begin < search->done)
		return;
	/* A passage goes on past a short clause: on one side at least by SIDE characters. */
	bool goes_on = search->length >= length + 2 * SIDE;
	uint16_t tag = (uint16_t)(pending->hash >> 48);
	uint32_t slot = (uint32_t)(pending->hash >> 16) & search->mask, alike = 0;
	for (; search->slots[slot].at; slot = (slot + 1) & search->mask) {
		const struct slot *seen = &search->slots[slot];
		if (seen->tag != tag)
			continue;
		bool may_copy = !goes_on || seen->before == pending->before || seen->after == pending->after;
		if (may_copy && article_same(article, (struct span){seen->at, seen->at + length}, clause)) {
			try_copy(search, seen->at, clause.begin, length);
			return;
		}
		if (++alike == ALIKE)
			return;
	}
	search->slots[slot] = (struct slot){clause.begin, tag, pending->before, pending->after};
}

static uint8_t side_of(const uint32_t cp[SIDE])
{
	return (uint8_t)(cp[0] + 3 * cp[1] + 5 * cp[2] + 7 * cp[3]);
}

/* In a long article every slot is a walk to memory: a clause is looked up some clauses after its slot was asked for. */
static void add_clause(struct search *search, struct span clause)
{
	uint32_t length = clause.end - clause.begin;
	if (length < CLAUSE)
		return;
	struct pending *pending = &search->pending[search->taken++ % AHEAD];
	look_up(search, pending);
	const struct article *article = search->article;
	*pending = (struct pending){
		.clause = clause,
		.hash = article_hash(article, clause),
		.before = side_of(article->cp + clause.begin - SIDE),
		.after = side_of(article->cp + clause.end),
	};
	__builtin_prefetch(&search->slots[(uint32_t)(pending->hash >> 16) & search->mask]);
}

/* The stops of one class, and where the next of them stands; the greatest number: there is none. */
struct stops {
	const struct positions *positions;
	uint32_t index, next;
};

static uint32_t position_of(const struct stops *stops)
{
	return stops->index < stops->positions->count ? stops->positions->at[stops->index] : UINT32_MAX;
}

/* The first stop of any kind in a span; its end if there is none. */
static uint32_t first_stop(struct stops stops[STOPS], struct span span)
{
	uint32_t first = span.end;
	for (int i = 0; i < STOPS; i++) {
		for (; stops[i].next < span.begin; stops[i].next = position_of(&stops[i]))
			stops[i].index++;
		first = stops[i].next < first ? stops[i].next : first;
	}
	return first;
}

/* The clauses of a paragraph: between stops of every kind, through the index. */
static void add_clauses(struct search *search, struct span span, struct stops stops[STOPS])
{
	const struct article *article = search->article;
	uint32_t begin = span.begin;
	while (begin < span.end) {
		uint32_t end = first_stop(stops, (struct span){begin, span.end});
		begin = article_skip(article, begin, end, CLASSES_BLANK | CLASSES_CLOSING | CLASSES_OPENING);
		add_clause(search, (struct span){begin, article_skip_back(article, end, begin, CLASSES_BLANK | CLASSES_CLOSING)});
		begin = end + 1;
	}
}

void copy_each(const struct article *article, struct arena *scratch, uint32_t length, void (*found)(void *user, struct span first, struct span copy),
	void *user)
{
	struct search search = {.article = article, .done = article->begin, .length = length, .found = found, .user = user};
	uint64_t clauses = (uint64_t)article->class_count[CLASS_END_STOP] + article->class_count[CLASS_INNER_STOP] +
			   article->class_count[CLASS_HALF_STOP] + article->paragraph_count;
	static const uint8_t classes[STOPS] = {CLASS_END_STOP, CLASS_INNER_STOP, CLASS_HALF_STOP};
	struct stops stops[STOPS];
	uint32_t size = 64;
	while (size < 2 * clauses)
		size *= 2;
	search.mask = size - 1;
	search.slots = ARENA_ARRAY(scratch, struct slot, size);
	for (int i = 0; i < STOPS; i++) {
		stops[i] = (struct stops){.positions = &article->index[classes[i]]};
		stops[i].next = position_of(&stops[i]);
	}
	for (uint32_t p = 0; p < article->paragraph_count; p++)
		if (is_eligible(article, &article->paragraphs[p]))
			add_clauses(&search, article->paragraphs[p].span, stops);
	for (uint32_t i = 0; i < AHEAD; i++)
		look_up(&search, &search.pending[search.taken++ % AHEAD]);
}
