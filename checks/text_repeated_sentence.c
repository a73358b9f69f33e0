/*
 * text_repeated_sentence: a passage that stands twice in one article, as copy and paste leaves it.
 *
 * Reported is a passage of 20 characters or more that is the same, mark for mark, as one before it, and that is a whole sentence or
 * at least half of one on either side; at its second place, with a note at the first. A passage may run over several
 * sentences and paragraphs: it is one finding.
 *
 * Passes on purpose: slogans and names in quotes, titles in 《》, headings, captions, verse, tables and link lists, enumerations of the
 * same names, the formulas of notices (遗失…声明作废, 特此公告) and of statutes (第三条 …), steps that recur in several
 * lists, the same said of two items (甲：… 乙：…), a short quotation by itself, headings that ask, paragraphs that lead in (…如下：), forms.
 *
 * Misses a passage with one character changed, one that shares no clause between two marks with its copy, and in hard-wrapped text
 * one whose lines break elsewhere.
 *
 * Clauses are hashed, and what follows and precedes an equal clause is compared: every character is read a bounded number of times.
 */
#include "check.h"

#define SPACES (CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE) | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_INVISIBLE))
#define STOPS (CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_INNER_STOP) | CLASS_BIT(CLASS_HALF_STOP) | CLASS_BIT(CLASS_ELLIPSIS))
#define CLOSERS (CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE) | CLASS_BIT(CLASS_HALF_QUOTE))
#define OPENERS (CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_OPEN))

enum { MESSAGE_PASSAGE };

enum {
	CLAUSE = 4,       /* characters: shorter clauses are not hashed, nor kept at the ends of a passage */
	LINE = 40,        /* a line without a comma or an end mark is prose from here */
	ENUMERATION = 3,  /* 、 of a sentence that is a list of names */
	QUOTATION = 60,   /* characters of a quotation that may stand twice */
	UNDER_HEADING = 60,
	NUMBER = 8,       /* of the number before a heading */
	PASSAGES = 1000,  /* findings after which an article is no prose */
	AROUND = 400,     /* characters of a sentence that are looked through on either side of a passage */
	AHEAD = 8,        /* clauses between the hashing of one and the look at its slot */
	SIDE = 4,         /* characters beside a clause */
	ALIKE = 4,        /* clauses alike that are compared with one; more are no prose */
};

struct settings {
	int64_t length;
};

/* A clause that was seen: what is needed to tell without a look at its text that another cannot be its copy. */
struct slot {
	uint32_t at;            /* where it begins; 0: free */
	uint16_t tag;           /* the highest bits of its hash */
	uint8_t before, after;  /* hashes of the SIDE characters on either side */
};

/* A clause whose slot is on its way into the cache. */
struct pending {
	struct span clause;
	uint64_t hash;
	uint8_t before, after;
};

struct search {
	struct check_context *context;
	const struct article *article;
	struct slot *slots;
	uint32_t mask;
	struct pending pending[AHEAD];
	uint32_t taken;   /* clauses put into pending; the oldest leaves when the next comes */
	uint32_t done;    /* nothing before this position is looked at again as a copy */
	uint32_t found;
	int64_t length;
};

/* The formulas of notices and of business: their sentences are alike by rights. */
static const char *const formulas[] = {"声明作废", "聲明作廢", "特此公告", "特此通知", "特此声明", "特此聲明", "特此证明", "特此證明", "申报债权", "申報債權", "遗失", "遺失", "挂失", "掛失", "作废",
	"作廢", "版权所有", "版權所有", "未经授权", "未經授權", "不得转载", "不得轉載", "免责声明", "免責聲明", "投资有风险", "投資有風險", "基金經理", "依法追究", NULL};

/* Two code points a step; the tail by itself. */
static uint64_t hash_of(const uint32_t *cp, uint32_t length)
{
	uint64_t hash = length * UINT64_C(0x9E3779B97F4A7C15), pair;
	for (; length >= 2; length -= 2, cp += 2) {
		memcpy(&pair, cp, sizeof pair);
		hash = (hash ^ pair) * UINT64_C(0xFF51AFD7ED558CCD);
		hash ^= hash >> 32;
	}
	if (length)
		hash = (hash ^ *cp) * UINT64_C(0xFF51AFD7ED558CCD);
	return hash;
}

static bool has_mark(const struct article *article, enum character_class cls, struct span span)
{
	const struct positions *positions = &article->index[cls];
	uint32_t first = positions_from(positions, span.begin);
	return first < positions->count && positions->at[first] < span.end;
}

/* Prose: body text and list items that are more than a line of words. */
static bool is_eligible(const struct article *article, const struct paragraph *paragraph)
{
	if (paragraph->role != ROLE_BODY && paragraph->role != ROLE_LIST_ITEM)
		return false;
	return paragraph->ends_sentence || paragraph->span.end - paragraph->span.begin >= LINE ||
	       has_mark(article, CLASS_INNER_STOP, paragraph->span);
}

static bool contains_any(const struct article *article, struct span span, const char *const *texts)
{
	for (uint32_t i = span.begin; i < span.end; i++)
		for (const char *const *text = texts; article_is_han(article, i) && *text; text++)
			if (article_starts(article, i, *text))
				return true;
	return false;
}

/* The sentences that a passage touches, as one span. */
static struct span sentences_of(const struct article *article, struct span span)
{
	const struct sentence *first = &article->sentences[article_sentence_at(article, span.begin)];
	const struct sentence *last = &article->sentences[article_sentence_at(article, span.end - 1)];
	return (struct span){first->span.begin, last->span.end};
}

/* The same, but not more of it than AROUND on either side. */
static struct span neighbourhood(const struct article *article, struct span span)
{
	struct span around = sentences_of(article, span);
	around.begin = span.begin - around.begin > AROUND ? span.begin - AROUND : around.begin;
	around.end = around.end > span.end && around.end - span.end > AROUND ? span.end + AROUND : around.end;
	return around;
}

/* The end of a quotation or title without an end mark that opens at AT: a slogan or a name; AT if there is none. */
static uint32_t name_end(const struct article *article, uint32_t at, uint32_t end)
{
	uint32_t close = article_find(article, at + 1, end, CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_NEWLINE));
	return close < end && article->cls[close] == CLASS_CLOSE ? close : at;
}

/* Is the beginning of a passage inside a quotation or title that opened before it and has no end mark? */
static bool is_quoted(const struct article *article, struct span span)
{
	uint32_t begin = neighbourhood(article, span).begin, at = span.begin;
	while (at > begin && !class_in(article->cls[at - 1], CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE)))
		at--;
	if (at == begin || article->cls[at - 1] != CLASS_OPEN)
		return false;
	uint32_t close = article_find(article, at, span.end + 1, CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_NEWLINE));
	return close + 1 >= span.end && !has_mark(article, CLASS_END_STOP, (struct span){at, close});
}

/* （记者 李明）, and what stands in quotes and 《》 without an end mark, do not make a passage. */
static bool is_name(const struct article *article, uint32_t at)
{
	if (article->cp[at] != 0xFF08) /* （ */
		return article->cls[at] == CLASS_OPEN;
	return article_starts(article, at + 1, "记者") || article_starts(article, at + 1, "記者") || article_starts(article, at + 1, "通讯员") ||
		article_starts(article, at + 1, "通訊員");
}

/* Does a passage have enough characters that count, four fifths of them Han? */
static bool is_long(const struct article *article, struct span span, int64_t length)
{
	int64_t weight = 0, han = 0;
	for (uint32_t i = span.begin; i < span.end; i++) {
		if (is_name(article, i))
			i = name_end(article, i, span.end);
		weight += !class_in(article->cls[i], SPACES);
		han += article_is_han(article, i);
	}
	return weight >= length && 5 * han >= 4 * length && 2 * han >= weight;
}

/* Stops inside a passage (not at its end), and 、 by themselves. */
static uint32_t count_stops(const struct article *article, struct span span, uint32_t *marks)
{
	uint32_t stops = 0;
	*marks = 0;
	for (uint32_t i = span.begin; i + 1 < span.end; i++) {
		bool comma = article->cp[i] == 0x3001; /* 、 */
		*marks += comma;
		stops += !comma && class_in(article->cls[i], STOPS) && !class_in(article->cls[i + 1], CLASS_BIT(CLASS_DIGIT) | CLOSERS);
	}
	return stops;
}

static bool is_half(struct span part, struct span whole)
{
	return 2 * (part.end - part.begin) >= whole.end - whole.begin;
}

static bool is_statute(const struct article *article, uint32_t at)
{
	struct span span = article->paragraphs[article_paragraph_at(article, at)].span;
	uint32_t begin = article_skip(article, span.begin, span.end, SPACES);
	uint32_t end = article_skip(article, begin + 1, span.end, CLASS_BIT(CLASS_HAN_NUMERAL) | CLASS_BIT(CLASS_DIGIT));
	return article->cp[begin] == 0x7B2C && end > begin + 1 && (article->cp[end] == 0x6761 || article->cp[end] == 0x689D); /* 第…条條 */
}

/* Steps of two lists: what stands between is no item, or another article of a law. */
static bool is_other_list(const struct article *article, uint32_t first, uint32_t copy)
{
	uint32_t from = article_paragraph_at(article, first), to = article_paragraph_at(article, copy);
	if (from == to || article->paragraphs[from].role != ROLE_LIST_ITEM || article->paragraphs[to].role != ROLE_LIST_ITEM)
		return false;
	for (uint32_t p = to; p > from; p--)
		if (article->paragraphs[p].role != ROLE_LIST_ITEM || is_statute(article, article->paragraphs[p].span.begin))
			return true;
	return false;
}

/* Header：自带默认样式，…  Footer：自带默认样式，…: the same is said of two things. */
static bool is_of_another(const struct article *article, uint32_t first, uint32_t copy)
{
	uint32_t from = article_paragraph_at(article, first), to = article_paragraph_at(article, copy);
	uint32_t before = article->cp[article_skip_back(article, copy, article->paragraphs[to].span.begin, SPACES) - 1];
	return from != to && article->paragraphs[from].role == ROLE_LIST_ITEM && article->paragraphs[to].role == ROLE_LIST_ITEM &&
		(before == 0xFF1A || before == ':'); /* ： */
}

/* “……。” and nothing else: what is quoted twice to be explained. */
static bool is_one_quotation(const struct article *article, struct span span)
{
	return span.end - span.begin <= QUOTATION && article->cls[span.begin] == CLASS_OPEN &&
		article_find(article, span.begin, span.end, CLASS_BIT(CLASS_CLOSE)) + 1 == span.end;
}

/* A paragraph by itself that asks (it stands in the table of contents too) or leads in: …，然后执行下面的命令： */
static bool is_heading(const struct article *article, struct span span)
{
	struct span whole = article->paragraphs[article_paragraph_at(article, span.begin)].span;
	uint32_t begin = article_skip(article, whole.begin, whole.end, SPACES), end = article_skip_back(article, whole.end, whole.begin, SPACES);
	uint32_t last = article->cp[end - 1];
	bool alone = span.begin <= begin + NUMBER && span.end + 1 >= end && span.end <= whole.end;
	return alone && (last == 0xFF1F || last == '?' || last == 0xFF1A || last == ':'); /* ？： */
}

/* All of a short paragraph under a heading: the same holds for what two headings name. */
static bool is_under_heading(const struct article *article, struct span span)
{
	uint32_t paragraph = article_paragraph_at(article, span.begin);
	struct span whole = article->paragraphs[paragraph].span;
	return article->blocks && paragraph > 0 && article->paragraphs[paragraph - 1].role == ROLE_HEADING &&
	       whole.end - whole.begin <= UNDER_HEADING && span.begin == whole.begin && span.end >= whole.end;
}

/* A form to fill in: 第[X]章：[标题] */
static bool is_form(const struct article *article, struct span span)
{
	uint32_t brackets = 0;
	for (uint32_t i = span.begin; i < span.end; i++)
		brackets += article->cp[i] == '[';
	return brackets >= 2;
}

static bool is_exempt(const struct article *article, struct span first, struct span copy)
{
	if (is_quoted(article, copy) || is_quoted(article, first) || is_one_quotation(article, copy) || is_form(article, copy))
		return true;
	if (is_other_list(article, first.begin, copy.begin) || is_of_another(article, first.begin, copy.begin))
		return true;
	if (is_statute(article, first.begin) && is_statute(article, copy.begin))
		return true;
	if (is_under_heading(article, first) && is_under_heading(article, copy))
		return true;
	return is_heading(article, first) && is_heading(article, copy);
}

/*
 * Enough of a sentence: half of one on either side. A passage without a comma has to be half of both, and no list: the long name
 * of an office and 省委、省政府、省人大、省政协 stand where they are needed.
 */
static bool is_share(const struct article *article, struct span first, struct span copy)
{
	struct span around = sentences_of(article, copy), before = sentences_of(article, first);
	uint32_t marks, stops = count_stops(article, copy, &marks);
	bool whole = copy.begin <= around.begin && copy.end >= around.end;
	if (stops > 0)
		return is_half(copy, around) || is_half(first, before);
	return marks < (whole ? ENUMERATION : 1) && is_half(copy, around) && is_half(first, before);
}

static bool is_reported(const struct search *search, struct span first, struct span copy)
{
	const struct article *article = search->article;
	if (!is_long(article, copy, search->length) || !is_share(article, first, copy))
		return false;
	return !is_exempt(article, first, copy) && !contains_any(article, neighbourhood(article, copy), formulas);
}

/* Takes loose ends off a passage: marks and spaces, and less than a clause before its first or after its last mark or line. */
static struct span cleaned(const struct article *article, struct span span, uint32_t clause_begin)
{
	uint64_t marks = STOPS | CLASS_BIT(CLASS_NEWLINE);
	if (!class_in(article->cls[span.begin - 1], marks | SPACES | OPENERS | CLOSERS)) {
		uint32_t mark = article_find(article, span.begin, clause_begin, marks);
		span.begin = mark - span.begin < CLAUSE ? mark : span.begin;
	}
	span.begin = article_skip(article, span.begin, clause_begin, SPACES | STOPS | CLOSERS);
	uint32_t end = article_skip_back(article, span.end, clause_begin, SPACES | STOPS | CLOSERS);
	uint32_t mark = article_skip_back(article, end, clause_begin, ~marks);
	bool loose = !class_in(article->cls[span.end], marks | SPACES | CLOSERS) || article->cls[mark - 1] == CLASS_NEWLINE;
	if (loose && mark > clause_begin && end - mark < CLAUSE)
		span.end = mark;
	return (struct span){span.begin, article_skip_back(article, span.end, span.begin, SPACES | OPENERS | CLASS_BIT(CLASS_INNER_STOP))};
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
	if (span.end - span.begin < (uint32_t)search->length)
		return;
	search->done = copy + right;
	uint32_t shift = copy - first;
	struct span original = {span.begin - shift, span.end - shift};
	if (search->found == PASSAGES || !is_reported(search, original, span))
		return;
	search->found++;
	struct finding *finding = report_add(search->context->report, MESSAGE_PASSAGE, span);
	finding_text(finding, span);
	finding_note(finding, N_("the first time here"), original);
}

static void look_up(struct search *search, const struct pending *pending)
{
	const struct article *article = search->article;
	struct span clause = pending->clause;
	uint32_t length = clause.end - clause.begin;
	if (length == 0 || clause.begin < search->done)
		return;
	/* A passage goes on past a short clause: on one side at least by SIDE characters. */
	bool goes_on = (uint32_t)search->length >= length + 2 * SIDE;
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

/* In a long article every slot is a walk to memory: a clause is looked up some clauses after its slot was asked for. */
static void add_clause(struct search *search, struct span clause)
{
	uint32_t length = clause.end - clause.begin;
	if (length < CLAUSE)
		return;
	struct pending *pending = &search->pending[search->taken++ % AHEAD];
	look_up(search, pending);
	const uint32_t *cp = search->article->cp;
	*pending = (struct pending){
		.clause = clause,
		.hash = hash_of(cp + clause.begin, length),
		.before = (uint8_t)(hash_of(cp + clause.begin - SIDE, SIDE) >> 56),
		.after = (uint8_t)(hash_of(cp + clause.end, SIDE) >> 56),
	};
	__builtin_prefetch(&search->slots[(uint32_t)(pending->hash >> 16) & search->mask]);
}

/* The clauses of a paragraph: between stops of every kind, through the index. */
static void add_clauses(struct search *search, struct span span, uint32_t cursors[3])
{
	static const uint8_t classes[3] = {CLASS_END_STOP, CLASS_INNER_STOP, CLASS_HALF_STOP};
	const struct article *article = search->article;
	uint32_t begin = span.begin;
	while (begin < span.end) {
		uint32_t end = span.end;
		for (int i = 0; i < 3; i++) {
			const struct positions *positions = &article->index[classes[i]];
			while (cursors[i] < positions->count && positions->at[cursors[i]] < begin)
				cursors[i]++;
			if (cursors[i] < positions->count && positions->at[cursors[i]] < end)
				end = positions->at[cursors[i]];
		}
		begin = article_skip(article, begin, end, SPACES | CLOSERS | OPENERS);
		add_clause(search, (struct span){begin, article_skip_back(article, end, begin, SPACES | CLOSERS)});
		begin = end + 1;
	}
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct settings *settings = context->settings;
	struct search search = {.context = context, .article = article, .done = article->begin, .length = settings->length};
	uint64_t clauses = (uint64_t)article->class_count[CLASS_END_STOP] + article->class_count[CLASS_INNER_STOP] +
			   article->class_count[CLASS_HALF_STOP] + article->paragraph_count;
	uint32_t size = 64, cursors[3] = {0};
	while (size < 2 * clauses)
		size *= 2;
	search.mask = size - 1;
	search.slots = ARENA_ARRAY(context->scratch, struct slot, size);
	for (uint32_t p = 0; p < article->paragraph_count; p++)
		if (is_eligible(article, &article->paragraphs[p]))
			add_clauses(&search, article->paragraphs[p].span, cursors);
	for (uint32_t i = 0; i < AHEAD; i++)
		look_up(&search, &search.pending[search.taken++ % AHEAD]);
}

static const struct check_message messages[] = {
	[MESSAGE_PASSAGE] = {NULL, N_("the passage “{0}” stands twice in the article"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

static const struct check_option options[] = {
	{"length", OPTION_NUMBER, offsetof(struct settings, length), 20, 8, 1000, NULL, N_("characters from which a repeated passage is reported")},
	{0},
};

const struct check check_text_repeated_sentence = {
	.struct_size = sizeof(struct check),
	.name = "text_repeated_sentence",
	.summary = N_("a passage that stands twice in one article"),
	.needs = NEED_SENTENCES,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};
