/*
 * parts: a whole and its parts. A sentence with two numbers that count alike, and a word or mark that may bind them, is read into
 * an array of its numbers; the lists of parts are then looked for from each place where one may begin or end.
 */
#include "parts.h"

#include "pair.h"
#include "parts_p.h"

enum { COUNTS_GAP = 10, NEIGHBOURS = 8 };

/* Parts of one list as they stand. */
struct row {
	struct part items[PARTS_LIMIT];
	uint32_t count;
	uint32_t last;  /* index of the last one */
	uint32_t joint; /* 、 ， ； between them; 0: there is none yet */
	bool whole;     /* nothing of the list was left out */
};

static bool is_like(const struct parts_reading *reading, const struct part *a, const struct part *b)
{
	return part_is_share(a) == part_is_share(b) && amount_is_like(reading->article, a->figure, b->figure);
}

/* What stands behind a part: its noun, and a remark in brackets. */
static uint32_t end_of(const struct article *article, const struct part *part)
{
	uint32_t at = part->tail.end;
	const struct pair *pair = character_is_one_of(article->cp[at], U"（(") ? pair_opening(article, at) : NULL;
	if (pair)
		at = pair->close + 1;
	return at;
}

/* The joint of two parts: 、 ， ； or 和 (also for none at all); 0: they are not neighbours. */
static uint32_t joint_of(const struct article *article, const struct part *left, const struct part *right)
{
	uint32_t at = end_of(article, left);
	if (right->lead == left->figure->span.end)
		return U'和';
	uint32_t mark = article->cp[at] == ',' ? U'，' : article->cp[at] == ';' ? U'；' : article->cp[at];
	if (at >= right->lead || !character_is_one_of(mark, U"、，；"))
		return 0;
	at = article_skip(article, at + 1, right->lead, CLASSES_SPACE);
	return at == right->lead ? mark : 0;
}

static bool is_passenger(const struct part *part, const struct part *list)
{
	return part->cues & CUE_CHANGE || (part_is_share(part) && !part_is_share(list)) || (part_is_share(list) && !part_is_share(part));
}

static bool ends_list(const struct part *part)
{
	return (part->cues & (CUE_TOTAL | CUE_BESIDE | CUE_OUT)) != 0;
}

/* 120名男性和150名女性: the label belongs to the part before, but for what follows 和. */
static struct part joined(const struct article *article, struct part part, const struct part *first)
{
	uint32_t at = part.label.end;
	while (at > part.label.begin && !character_is_one_of(article->cp[at - 1], U"和与與及、"))
		at--;
	if (at > part.label.begin)
		part.label.begin = at;
	else if (span_length(first->label) == 0 || (span_length(first->figure->unit) == 0 && span_length(first->label) != 1))
		part.label.begin = part.label.end;
	return part;
}

static struct part trimmed(const struct article *article, struct part part)
{
	uint32_t at = part.tail.begin;
	while (at < part.tail.end && !character_is_one_of(article->cp[at], U"和与與及"))
		at++;
	part.tail.end = at;
	return part;
}

/* The list that begins with the number at an index. */
static void collect(const struct parts_reading *reading, uint32_t first, uint32_t limit, struct row *row)
{
	const struct article *article = reading->article;
	const struct part *last = &reading->parts[first];
	row->items[0] = trimmed(article, *last);
	row->count = 1;
	row->last = first;
	row->joint = 0;
	row->whole = true;
	for (uint32_t i = first + 1; i < reading->count && row->count < PARTS_LIMIT; i++) {
		const struct part *part = &reading->parts[i];
		if (part->figure->span.begin >= limit)
			break;
		if (part->figure->span.begin < end_of(article, last))
			continue; /* in the brackets behind the last one */
		uint32_t joint = joint_of(article, last, part);
		bool mixed = joint != U'和' && row->joint && joint != row->joint && !(part->cues & CUE_OTHER);
		if (joint == 0 || mixed || ends_list(part) || part->cues & (CUE_OF | CUE_SOME | CUE_LISTED)) {
			row->whole = joint != 0 && !mixed && part->cues & CUE_TOTAL;
			break;
		}
		if (is_passenger(part, &reading->parts[first])) {
			last = part;
			continue;
		}
		if (!is_like(reading, &reading->parts[first], part)) {
			row->whole = false;
			break;
		}
		row->joint = joint == U'和' || part->cues & CUE_OTHER ? row->joint : joint;
		row->items[row->count++] = trimmed(article, joint == U'和' ? joined(article, *part, &row->items[0]) : *part);
		row->last = i;
		last = part;
	}
}

/* 等 behind the last part. */
static bool is_open(const struct article *article, const struct row *row)
{
	uint32_t at = row->items[row->count - 1].figure->span.end;
	struct span tail = {at, at + NEIGHBOURS};
	for (; tail.begin < tail.end && article_is_han(article, tail.begin); tail.begin++)
		if (article->cp[tail.begin] == U'等' && !character_is_one_of(article->cp[tail.begin + 1], U"奖獎级級"))
			return true;
	return article->cls[tail.begin] == CLASS_ELLIPSIS;
}

static bool ends_in_other(const struct article *article, const struct row *row)
{
	const struct part *last = &row->items[row->count - 1];
	bool rest = character_is_one_of(article->cp[last->label.begin + 1], U"余餘") || article->cp[last->label.begin] == U'剩';
	return row->count >= 2 && last->cues & CUE_OTHER && span_length(last->label) > 1 && (rest || span_length(last->label) <= 3);
}

static void push(struct parts_reading *reading, const struct row *row, const struct part *whole, struct parts *parts)
{
	struct parts_walk *walk = reading->walk;
	if (walk->count == sizeof walk->found / sizeof *walk->found)
		return;
	for (uint32_t i = 0; i < row->count; i++)
		parts->items[i] = row->items[i].figure;
	parts->count = row->count;
	parts->whole = whole ? whole->figure : NULL;
	parts->span = (struct span){row->items[0].figure->span.begin, row->items[row->count - 1].figure->span.end};
	if (span_length(row->items[0].label))
		parts->span.begin = row->items[0].label.begin;
	walk->found[walk->count++] = *parts;
}

/* The figures before the list that it may belong to: the last one with 共 or else the nearest, and the others. */
static const struct part *find_whole(struct parts_reading *reading, uint32_t first, struct parts *parts)
{
	const struct part *whole = NULL, *candidates[NEIGHBOURS];
	uint32_t count = 0;
	const struct part *part = &reading->parts[first];
	for (uint32_t i = first; i > 0 && count < NEIGHBOURS; i--)
		if (is_like(reading, &reading->parts[i - 1], part) && !part_is_share(&reading->parts[i - 1]))
			candidates[count++] = &reading->parts[i - 1];
	bool before = count == 0;
	for (uint32_t i = 0; before && i < reading->previous_count; i++)
		if (is_like(reading, &reading->previous[i], part) && !part_is_share(&reading->previous[i]))
			candidates[count++] = parts_previous(reading, i);
	for (uint32_t i = 0; i < count; i++) {
		bool change = candidates[i]->cues & CUE_CHANGE;
		if (!whole || (whole->cues & CUE_CHANGE && !change))
			whole = candidates[i];
	}
	for (uint32_t i = 0; i < count; i++)
		if (candidates[i] != whole) {
			if (parts->other_count == sizeof parts->others / sizeof *parts->others)
				return NULL;
			parts->others[parts->other_count++] = candidates[i]->figure;
		}
	return whole;
}

/* 三个班分别为…: as many as are listed. */
static bool is_counted(const struct parts_reading *reading, uint32_t first, const struct row *row)
{
	int64_t value;
	uint32_t index = figure_from(reading->article, reading->parts[first].figure->span.begin);
	const struct figure *before = index ? &reading->article->figures[index - 1] : NULL;
	return before && before->kind == FIGURE_CARDINAL && before->span.end <= reading->parts[first].figure->span.begin &&
	       reading->parts[first].figure->span.begin - before->span.end <= NEIGHBOURS && figure_integer(before, &value) && value == row->count;
}

static bool in_brackets(const struct parts_reading *reading, uint32_t first)
{
	const struct part *part = &reading->parts[first];
	return first > 0 && character_is_one_of(reading->article->cp[part->lead - 1], U"（(") && reading->parts[first - 1].tail.end == part->lead - 1;
}

static bool after_colon(const struct parts_reading *reading, uint32_t first)
{
	const struct part *part = &reading->parts[first];
	return first > 0 && character_is_one_of(reading->article->cp[part->lead - 1], U"：:") &&
	       end_of(reading->article, &reading->parts[first - 1]) == part->lead - 1;
}

/* 面值分别为30、60和90雷依斯: numbers without a unit that is known, before another word. */
static bool are_bare(const struct article *article, const struct row *row)
{
	for (uint32_t i = 0; i < row->count; i++) {
		const struct figure *figure = row->items[i].figure;
		if (span_length(figure->unit) == 0 && article_is(article, figure->span.end, CLASSES_HAN | CLASSES_LATIN))
			return true;
	}
	return false;
}

/* Does a part stand after a comma behind another one, or first behind those of the sentence before? */
static bool follows(const struct parts_reading *reading, uint32_t first)
{
	if (first == 0)
		return reading->previous_count > 0;
	return joint_of(reading->article, &reading->parts[first - 1], &reading->parts[first]) == U'，';
}

/* Lists behind their whole. */
static void look_after(struct parts_reading *reading, uint32_t first)
{
	const struct article *article = reading->article;
	const struct part *part = &reading->parts[first], *whole;
	unsigned cue = part->cues & (CUE_OF | CUE_SOME | CUE_LISTED);
	if (part->cues & (CUE_CHANGE | CUE_TOTAL | CUE_OUT | CUE_BESIDE | CUE_AMONG) || part_is_share(part))
		return;
	/* One part alone can only be greater than what it is of. */
	if (!(cue & CUE_OF) && first + 1 == reading->count)
		return;
	bool bracket = in_brackets(reading, first), colon = after_colon(reading, first), set_complete;
	if (!cue && !bracket && !colon && !follows(reading, first))
		return;
	const struct pair *pair = bracket ? pair_opening(article, part->lead - 1) : NULL;
	struct parts parts = {0};
	struct row row;
	if (bracket || colon) {
		whole = &reading->parts[first - 1];
		if (!is_like(reading, whole, part))
			return;
	} else {
		whole = find_whole(reading, first, &parts);
	}
	if (!whole || whole->cues & (CUE_OUT | CUE_CHANGE))
		return;
	collect(reading, first, pair ? pair->close : reading->sentence.end, &row);
	bool total = whole->cues & CUE_TOTAL;
	/* Nothing else can make the list complete. */
	if (!(cue & CUE_OF) && (row.count < 2 || (!cue && !bracket && !colon && !row.whole && !total)))
		return;
	bool open = is_open(article, &row) || cue & CUE_SOME;
	bool set = parts_are_set(article, row.items, row.count, whole, &set_complete);
	if (!set && are_bare(article, &row) && span_length(whole->figure->unit))
		return;
	bool to_end = !pair || end_of(article, &row.items[row.count - 1]) == pair->close;
	parts.within = cue & CUE_OF;
	parts.disjoint = set || parts_end_alike(article, row.items, row.count) || ends_in_other(article, &row);
	parts.certain = true;
	if (set && set_complete)
		parts.complete = cue || bracket || colon || row.whole;
	else if (ends_in_other(article, &row) && (cue || bracket || colon || total))
		parts.complete = !open;
	else if (!(cue & (CUE_OF | CUE_SOME)) && row.count >= 2 && row.whole && to_end && !open &&
		 (bracket || (colon && total) || cue & CUE_LISTED)) {
		parts.complete = true;
		parts.certain =
			(bracket && parts.disjoint) || (cue & CUE_LISTED && total && is_counted(reading, first, &row)) || (colon && parts.disjoint);
	}
	if (!parts.complete && !parts.within)
		return;
	push(reading, &row, whole, &parts);
}

/* Parts before their whole: 32人、30人、31人，共93人. */
static void look_before(struct parts_reading *reading, uint32_t index)
{
	const struct article *article = reading->article;
	const struct part *whole = &reading->parts[index];
	bool bare = whole->cues & CUE_BARE, set_complete;
	if (!(whole->cues & CUE_TOTAL) || index < 2 || part_is_share(whole) || whole->cues & (CUE_OUT | CUE_CHANGE))
		return;
	struct row row;
	/* 三个班合计145人: the figure between says how many parts there are. */
	bool counted = !is_like(reading, whole - 1, whole) && !part_is_share(whole - 1) && whole->lead == whole[-1].figure->span.end;
	uint32_t end = index - counted, first = end;
	while (first > 0) {
		const struct part *part = &reading->parts[first - 1];
		if (!is_passenger(part, whole) && (!is_like(reading, part, whole) || ends_list(part)))
			break;
		first--;
		if (part->cues & (CUE_OF | CUE_SOME | CUE_LISTED))
			break;
	}
	while (first < end && is_passenger(&reading->parts[first], whole))
		first++;
	if (end - first < 2 || end - first > PARTS_LIMIT)
		return;
	collect(reading, first, reading->parts[end].figure->span.begin, &row);
	uint32_t joint = joint_of(article, &reading->parts[end - 1], &reading->parts[end]);
	if (row.last + 1 != end && !is_passenger(&reading->parts[end - 1], whole))
		return;
	if (counted && !is_counted(reading, index, &row))
		return;
	bare |= counted;
	if (joint == 0 || row.count < 2 || is_open(article, &row) || reading->parts[first].cues & (CUE_CHANGE | CUE_OUT | CUE_BESIDE))
		return;
	bool set = parts_are_set(article, row.items, row.count, whole, &set_complete);
	bool bare_whole = span_length(whole->figure->unit) == 0 && span_length(row.items[0].figure->unit) > 0;
	if (!set && (are_bare(article, &row) || bare_whole))
		return;
	struct parts parts = {.complete = true, .disjoint = true};
	bool alike = set || parts_end_alike(article, row.items, row.count) || reading->parts[first].cues & CUE_LISTED;
	bool plain = whole->figure->measure == UNIT_PERSON || span_length(whole->tail) == 0 || joint == U'和';
	parts.certain = (bare || joint == U'和') ? plain || alike : set && set_complete;
	push(reading, &row, whole, &parts);
}

/* 收入120万元，支出90万元，结余30万元。 */
static void look_for_balance(struct parts_reading *reading, uint32_t index)
{
	static const char *const in[] = {"收入", NULL}, *const out[] = {"支出", NULL};
	static const char *const left[] = {"结余", "結餘", "盈余", "盈餘", NULL};
	static const char *const more[] = {"结转", "結轉", "上年", "期初", "累计", "累計", "年初", "滚存", "滾存", "补助", "補助", "调", "調", NULL};
	const struct article *article = reading->article;
	const struct part *a = &reading->parts[index], *b = a + 1, *c = a + 2;
	if (index + 2 >= reading->count || a->figure->measure != UNIT_MONEY || !is_like(reading, a, b) || !is_like(reading, b, c) ||
		(a->cues | b->cues | c->cues) & (CUE_CHANGE | CUE_OUT | CUE_OF | CUE_BESIDE))
		return;
	if (!article_holds_any(article, c->label, left) || !article_ends_any(article, a->label.end, in) ||
		!article_ends_any(article, b->label.end, out) || !joint_of(article, a, b) || !joint_of(article, b, c) ||
		article_holds_any(article, reading->sentence, more))
		return;
	struct row row = {.items = {*a, *b}, .count = 2};
	struct parts parts = {.complete = true, .balance = true, .certain = true};
	push(reading, &row, c, &parts);
}

/* What the share is of: 占总数的60%. */
static struct span share_of(const struct article *article, const struct part *part)
{
	struct span span = {part->label.end, part->figure->span.begin};
	while (span.begin < span.end && !character_is_one_of(article->cp[span.begin], U"占佔"))
		span.begin++;
	span.begin += span.begin < span.end;
	if (span.begin < span.end && character_is_one_of(article->cp[span.begin], U"比了"))
		span.begin = span.end;
	return span;
}

/* 男性120人，占40%: the share is of what was counted. */
static void inherit_label(const struct parts_reading *reading, uint32_t index, struct part *part)
{
	const struct part *before = index ? &reading->parts[index - 1] : NULL;
	if (span_length(part->label) || !before || part_is_share(before) || joint_of(reading->article, before, part) == 0)
		return;
	part->label = before->label;
	if (span_length(part->label) == 0)
		part->label = before->tail;
}

/* 甲720台、乙630台、丙450台，分别占40%、35%、25%: as many things of one unit stand before the shares, and nothing is in two of them. */
static bool are_of_counts(const struct parts_reading *reading, uint32_t first, uint32_t count)
{
	static const char *const words[] = {
		"分别占", "分別占", "分別佔", "分别占比", "分別占比", "各占", "各佔", "分别约占", "分別約占", "分別約佔", NULL};
	const struct article *article = reading->article;
	if (first < count || !article_ends_any(article, reading->parts[first].figure->span.begin, words))
		return false;
	const struct figure *last = reading->parts[first - 1].figure;
	if (last->measure == UNIT_SHARE || last->span.end + COUNTS_GAP < reading->parts[first].figure->span.begin)
		return false;
	for (uint32_t i = first - count; i + 1 < first; i++)
		if (!amount_is_like(article, reading->parts[i].figure, last))
			return false;
	return true;
}

static void look_for_shares(struct parts_reading *reading, uint32_t first, uint32_t *next)
{
	static const char *const several[] = {"多选", "多選", "可选", "可選", "多项", "多項", "複選", "复选", NULL};
	const struct article *article = reading->article;
	struct row row;
	bool set_complete;
	*next = first + 1;
	if (!part_is_share(&reading->parts[first]) || *next == reading->count)
		return;
	collect(reading, first, reading->sentence.end, &row);
	uint32_t count = 0;
	struct span of = share_of(article, &row.items[0]);
	for (uint32_t i = first; count < row.count && i <= row.last; i++) {
		const struct part *part = &reading->parts[i];
		if (part->figure != row.items[count].figure)
			continue;
		struct span mine = share_of(article, part);
		if (span_length(mine) && !article_same(article, of, mine))
			break;
		inherit_label(reading, i, &row.items[count++]);
	}
	*next = row.last + 1;
	row.whole &= count == row.count;
	row.count = count;
	if (count < 2)
		return;
	bool shares = row.items[0].cues & CUE_SHARE, opinions = parts_are_opinions(article, row.items, count);
	bool counts = are_of_counts(reading, first, count);
	for (uint32_t i = 0; i < count && !counts; i++)
		shares &= (row.items[i].cues & CUE_SHARE || row.joint == U'、' || row.items[i].cues & CUE_OTHER) &&
			  !(row.items[i].cues & (CUE_OUT | CUE_CHANGE));
	shares |= counts;
	if ((!shares && !opinions) || article_holds_any(article, reading->sentence, several))
		return;
	bool set = parts_are_set(article, row.items, count, NULL, &set_complete);
	struct parts parts = {.certain = true};
	parts.complete = shares && ((set && set_complete) || (ends_in_other(article, &row) && !is_open(article, &row)));
	parts.disjoint = opinions || set || counts || (shares && parts_end_alike(article, row.items, count)) || parts.complete;
	if (parts.disjoint)
		push(reading, &row, NULL, &parts);
}

bool parts_next(const struct article *article, struct parts_walk *walk, struct parts *parts)
{
	struct parts_reading reading; /* large, and nothing of it is read before it is filled */
	reading.article = article;
	reading.walk = walk;
	while (walk->next == walk->count) {
		walk->next = walk->count = 0;
		if (walk->figure >= article->figure_count)
			return false;
		if (!parts_read_sentence(&reading, walk->figure, &walk->figure))
			continue;
		for (uint32_t i = 0; i < reading.count; i++) {
			look_after(&reading, i);
			look_before(&reading, i);
			look_for_balance(&reading, i);
		}
		for (uint32_t i = 0; i < reading.count;)
			look_for_shares(&reading, i, &i);
	}
	*parts = walk->found[walk->next++];
	return true;
}
