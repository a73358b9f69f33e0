/*
 * copy: clauses are listed, and those that begin and end as another one are hashed; what follows and precedes an equal clause is
 * compared.
 */
#include "copy.h"

enum {
	CLAUSE = 4,    /* characters: shorter clauses are not looked at, nor kept at the ends of a passage */
	LINE = 40,     /* a line without a comma or an end mark is prose from here */
	KEYS_EACH = 8, /* keys for a clause: two that are unlike seldom have the same one */
	SIDE = 4,      /* characters beside a clause: see may_go_on */
	ALIKE = 4,     /* clauses alike that are compared with one; more are no prose */
};

struct clause {
	struct span span;
	uint32_t key; /* by its length, its first and its last characters */
};

/* A clause that was seen. */
struct slot {
	uint32_t at;  /* where it begins; 0: free */
	uint32_t tag; /* of its hash */
};

struct search {
	const struct article *article;
	struct clause *clauses;
	uint32_t count;
	uint64_t *seen; /* two bits for each key: it was seen, it was seen again */
	uint32_t key_mask;
	struct slot *slots;
	uint32_t mask;
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

/*
 * An equal clause at FIRST and COPY: how far the texts are the same, to both sides. The copy does not overlap the first. False: that is
 * no passage.
 */
static bool try_copy(struct search *search, uint32_t first, uint32_t copy, uint32_t length)
{
	const struct article *article = search->article;
	const uint32_t *cp = article->cp;
	uint32_t left = 0, right = length;
	while (first + right < copy - left && copy + right < article->end && cp[first + right] == cp[copy + right])
		right++;
	while (first - left > article->begin && copy - left > search->done && copy - left > first + right &&
		cp[first - left - 1] == cp[copy - left - 1])
		left++;
	if (left + right < search->length)
		return false;
	struct span span = cleaned(article, (struct span){copy - left, copy + right}, copy);
	if (span_length(span) < search->length)
		return false;
	search->done = copy + right;
	uint32_t shift = copy - first;
	search->found(search->user, (struct span){span.begin - shift, span.end - shift}, span);
	return true;
}

/* A passage that is longer goes on past a clause at FIRST and COPY: on one side at least by SIDE characters. */
static bool may_go_on(const struct article *article, uint32_t first, struct span copy)
{
	const size_t side = SIDE * sizeof *article->cp;
	const uint32_t *seen = article->cp + first, *here = article->cp + copy.begin;
	uint32_t length = span_length(copy);
	return memcmp(seen - SIDE, here - SIDE, side) == 0 || memcmp(seen + length, here + length, side) == 0;
}

/* Looks for a copy of a clause among those before it, and keeps it unless it is one, or one of many alike. */
static void look_up(struct search *search, struct span clause)
{
	const struct article *article = search->article;
	uint64_t hash = article_hash(article, clause);
	uint32_t length = span_length(clause), alike = 0, tag = (uint32_t)(hash >> 32), at = (uint32_t)hash & search->mask;
	for (; search->slots[at].at; at = (at + 1) & search->mask) {
		if (search->slots[at].tag != tag)
			continue;
		uint32_t first = search->slots[at].at;
		bool may_copy = search->length < length + 2 * SIDE || may_go_on(article, first, clause);
		bool is_copy = may_copy && article_same(article, (struct span){first, first + length}, clause) &&
			       try_copy(search, first, clause.begin, length);
		if (is_copy || ++alike == ALIKE)
			return;
	}
	search->slots[at] = (struct slot){clause.begin, tag};
}

static uint32_t first_stop(const struct article *article, uint32_t from, uint32_t end)
{
	do
		from = article_next_listed(article, from, end);
	while (from < end && !class_in(article->cls[from], CLASSES_STOP) && ++from);
	return from;
}

static void add_clause(struct search *search, struct span span)
{
	_Static_assert(CLAUSE >= 4, "a clause has four characters");
	uint64_t first[2], last[2];
	memcpy(first, search->article->cp + span.begin, sizeof first);
	memcpy(last, search->article->cp + span.end - 4, sizeof last);
	uint64_t hash = (first[0] ^ span_length(span)) * UINT64_C(0xFF51AFD7ED558CCD) ^ first[1] * UINT64_C(0xC4CEB9FE1A85EC53);
	hash ^= (last[0] ^ hash >> 32) * UINT64_C(0x9E3779B97F4A7C15) ^ last[1] * UINT64_C(0xD6E8FEB86659FD93);
	uint32_t key = (uint32_t)(hash >> 32) & search->key_mask;
	uint64_t *seen = &search->seen[key / 32], bit = UINT64_C(1) << key % 32 * 2;
	*seen |= bit | (*seen & bit) << 1;
	search->clauses[search->count++] = (struct clause){span, key};
}

static bool is_seen_again(const struct search *search, uint32_t key)
{
	return search->seen[key / 32] >> key % 32 * 2 & 2;
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

static uint32_t power_from(uint64_t least)
{
	uint32_t size = 64;
	while (size < least)
		size *= 2;
	return size;
}

static void list_clauses(struct search *search, struct arena *scratch)
{
	const struct article *article = search->article;
	uint64_t most = (uint64_t)article->class_count[CLASS_END_STOP] + article->class_count[CLASS_INNER_STOP] +
			article->class_count[CLASS_HALF_STOP] + article->paragraph_count;
	if (most > (article->end - article->begin) / CLAUSE)
		most = (article->end - article->begin) / CLAUSE;
	uint32_t keys = power_from(KEYS_EACH * most);
	search->clauses = arena_alloc_raw(scratch, most * sizeof *search->clauses);
	search->seen = ARENA_ARRAY(scratch, uint64_t, keys / 32);
	search->key_mask = keys - 1;
	for (uint32_t p = 0; p < article->paragraph_count; p++)
		if (is_eligible(article, &article->paragraphs[p]))
			add_clauses(search, article->paragraphs[p].span);
}

void copy_each(const struct article *article, struct arena *scratch, uint32_t length, void (*found)(void *user, struct span first, struct span copy),
	void *user)
{
	struct search search = {.article = article, .done = article->begin, .length = length, .found = found, .user = user};
	list_clauses(&search, scratch);
	uint32_t kept = 0;
	for (uint32_t i = 0; i < search.count; i++)
		if (is_seen_again(&search, search.clauses[i].key))
			search.clauses[kept++] = search.clauses[i];
	if (kept == 0)
		return;
	uint32_t size = power_from(2 * (uint64_t)kept);
	search.slots = ARENA_ARRAY(scratch, struct slot, size);
	search.mask = size - 1;
	for (uint32_t i = 0; i < kept; i++)
		if (search.clauses[i].span.begin >= search.done)
			look_up(&search, search.clauses[i].span);
}
