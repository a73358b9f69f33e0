/*
 * punct_mixed_quotes: quotes of two styles for the same job in one article: “” and 「」, or one of them and the straight " of
 * typewriters; ‘’ outside, where the others have “”; a pair of which one mark is straight. The style of the fewer ones is reported, and straight ones
 * always.
 *
 * Simplified text of the mainland has “” (GB/T 15834 4.8.2), Traditional text 「」; which one an article has is its own affair, but
 * a reader takes a second style for a second meaning. Where all quotes are straight the newsroom alone reports them, and where
 * all are of the other region: 「」 in Simplified text, “” in text that the configuration says is of Taiwan or Hong Kong.
 *
 * Passes: quotes inside quotes and in titles, quotations from the other region (text in the other variant), Japanese, Latin
 * quotations, code and JSON, feet and inches.
 * Misses: articles where no style is three times as frequent as the other, but for what people say and for
 * quotations side by side in a list.
 */
#include "check.h"

enum { MESSAGE_MIXED, MESSAGE_HALVES, MESSAGE_STRAIGHT, MESSAGE_REGION };

enum style { STYLE_CURLY, STYLE_CORNER, STYLE_STRAIGHT, STYLE_COUNT };

enum {
	LOOK = 40, /* how far Han text and kana are looked for */
	CLEAR = 3, /* one style so many times as often as the other: that one is a slip */
	HABIT = 3, /* straight quotes so many times as often as others: a habit, for the newsroom to report */
};

/* The marks of a style: outside and inside. */
static const uint16_t marks[STYLE_COUNT][2][2] = {
	[STYLE_CURLY] = {{0x201C, 0x201D}, {0x2018, 0x2019}},
	[STYLE_CORNER] = {{0x300C, 0x300D}, {0x300E, 0x300F}},
	[STYLE_STRAIGHT] = {{'"', '"'}, {'\'', '\''}},
};

#define DOUBLES (PAIR_BIT(PAIR_DOUBLE_QUOTE) | PAIR_BIT(PAIR_CORNER) | PAIR_BIT(PAIR_STRAIGHT_DOUBLE))
#define SINGLES (PAIR_BIT(PAIR_SINGLE_QUOTE) | PAIR_BIT(PAIR_WHITE_CORNER) | PAIR_BIT(PAIR_STRAIGHT_SINGLE))
#define LATIN (CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT))

/* What the quotes of an article are like. */
struct usage {
	uint32_t count[STYLE_COUNT];
	uint32_t speech[STYLE_COUNT]; /* how many of them hold what somebody says */
	uint32_t first[STYLE_COUNT];  /* index of the first pair */
	uint32_t single;              /* ‘’ outside of other quotes */
	enum style main;              /* the style that the others should have */
};

static enum style style_of(const struct pair *pair)
{
	switch (pair->kind) {
	case PAIR_DOUBLE_QUOTE: return STYLE_CURLY;
	case PAIR_CORNER:
	case PAIR_WHITE_CORNER: return STYLE_CORNER;
	case PAIR_STRAIGHT_DOUBLE:
	case PAIR_STRAIGHT_SINGLE: return STYLE_STRAIGHT;
	default: return STYLE_COUNT;
	}
}

/* The innermost pair of these kinds round another one; NULL: none. */
static const struct pair *around(const struct article *article, const struct pair *pair, unsigned kinds)
{
	for (uint32_t parent = pair->parent; parent != UINT32_MAX; parent = article->pairs[parent].parent)
		if (article->pairs[parent].close > pair->close && (PAIR_BIT(article->pairs[parent].kind) & kinds))
			return &article->pairs[parent];
	return NULL;
}

/* "key": "值", print("你好"), <b class="红">, ["甲", "乙"] */
static bool is_code(const struct article *article, const struct pair *pair)
{
	uint32_t before = article_skip_back(article, pair->open, article_back(article, pair->open, 2), CLASS_BIT(CLASS_SPACE));
	uint32_t mark = article->cp[before - 1], after = article->cp[pair->close + 1];
	if (mark == '=' || mark == '[' || mark == '{' || mark == '\\' || after == ']' || after == '}' || after == '>')
		return true;
	if (mark == '(' || mark == ',' || mark == ':' || mark == '+')
		return article_is(article, before - 2, LATIN | CLASS_BIT(CLASS_HALF_QUOTE));
	return pair_around(article, pair->open, PAIR_BIT(PAIR_BRACE)) != NULL;
}

/* Two characters or more of the other variant in its paragraph: the text is from elsewhere. */
static bool is_from_elsewhere(const struct article *article, const struct pair *pair)
{
	enum character_class other = variant_is_hant(article->variant) ? CLASS_HAN_SIMPLIFIED : CLASS_HAN_TRADITIONAL;
	struct span span = article->paragraphs[article_paragraph_at(article, pair->open)].span;
	const struct positions *positions = &article->index[other];
	return positions_from(positions, span.end) - positions_from(positions, span.begin) >= 2;
}

static bool holds_han(const struct article *article, const struct pair *pair)
{
	uint32_t end = pair->close - pair->open < LOOK ? pair->close : pair->open + LOOK;
	return article_find(article, pair->open, end, CLASSES_HAN) < end;
}

/* A quotation that is no part of another one, with the marks that it should have. */
static bool is_plain(const struct article *article, const struct pair *pair)
{
	enum pair_kind kind;
	bool opens, closes;
	return pair_mark(article->cp[pair->open], &kind, &opens, &closes) && kind == pair->kind && opens &&
	       pair_mark(article->cp[pair->close], &kind, &opens, &closes) && kind == pair->kind && closes && !pair->continued &&
	       !around(article, pair, PAIRS_QUOTE | PAIRS_TITLE);
}

static bool is_japanese(const struct article *article, const struct pair *pair)
{
	uint32_t low = article_back(article, pair->open, LOOK), high = article_ahead(article, pair->open, LOOK);
	return style_of(pair) == STYLE_CORNER && article_find(article, low, high, CLASS_BIT(CLASS_KANA)) < high;
}

/* 「さくら」, 「桜の花」: what is quoted is Japanese. */
static bool holds_kana(const struct article *article, const struct pair *pair)
{
	return article_has(article, CLASS_KANA, (struct span){pair->open, pair->close});
}

static bool is_speech(const struct article *article, const struct pair *pair)
{
	return article->cp[pair->open - 1] == 0xFF1A || article_ends_saying(article, pair->open); /* ： */
}

/* “甲”、「乙」, “甲”和「乙」 */
static bool is_listed(const struct article *article, uint32_t index, enum style main)
{
	static const char *const joints[] = {"、", "，", "和", "与", "與", "及", "或", "「", "“", NULL};
	const struct pair *pair = &article->pairs[index], *before = index > 0 ? pair - 1 : NULL, *after = pair + 1;
	if (before && style_of(before) == main && before->close < pair->open && pair->open - before->close <= 2 &&
		article_starts_any(article, before->close + 1, joints))
		return true;
	return index + 1 < article->pair_count && style_of(after) == main && after->open > pair->close && after->open - pair->close <= 2 &&
	       article_starts_any(article, pair->close + 1, joints);
}

static struct usage count_quotes(const struct article *article)
{
	struct usage usage = {0};
	for (uint32_t i = 0; i < article->pair_count; i++) {
		const struct pair *pair = &article->pairs[i];
		enum style style = style_of(pair);
		usage.single += pair->kind == PAIR_SINGLE_QUOTE && holds_han(article, pair) && is_plain(article, pair);
		if (style == STYLE_COUNT || pair->kind == PAIR_STRAIGHT_SINGLE || !holds_han(article, pair) || !is_plain(article, pair) ||
			(style == STYLE_STRAIGHT && is_code(article, pair)) || holds_kana(article, pair) || is_from_elsewhere(article, pair))
			continue;
		if (usage.count[style]++ == 0)
			usage.first[style] = i;
		usage.speech[style] += is_speech(article, pair);
	}
	usage.main = variant_is_hant(article->variant) ? STYLE_CORNER : STYLE_CURLY;
	if (usage.count[STYLE_CURLY] != usage.count[STYLE_CORNER])
		usage.main = usage.count[STYLE_CURLY] > usage.count[STYLE_CORNER] ? STYLE_CURLY : STYLE_CORNER;
	return usage;
}

static void set_marks(struct finding *finding, const struct pair *pair, const uint16_t right[2], bool opener_only)
{
	finding_fix_character(finding, FIX_SAFE, (struct span){pair->open, pair->open + 1}, right[0]);
	if (!opener_only)
		finding_fix_character(finding, FIX_SAFE, (struct span){pair->close, pair->close + 1}, right[1]);
}

/* The pair, the openers of its further paragraphs, and what stands inside. */
static void add_fix(const struct article *article, struct finding *finding, uint32_t index, const uint16_t right[2][2])
{
	const struct pair *pair = &article->pairs[index];
	set_marks(finding, pair, right[0], false);
	for (uint32_t i = index + 1; i < article->pair_count && article->pairs[i].open < pair->close; i++) {
		const struct pair *inner = &article->pairs[i], *round = around(article, inner, PAIRS_QUOTE | PAIRS_TITLE);
		if (inner->continued && inner->close == pair->close)
			set_marks(finding, inner, right[0], true);
		else if ((PAIR_BIT(inner->kind) & (DOUBLES | SINGLES)) && round && round->close == pair->close)
			set_marks(finding, inner, right[1], false);
	}
}

static struct finding *add(struct check_context *context, unsigned message, const struct pair *pair, const uint16_t right[2])
{
	const struct article *article = context->article;
	struct finding *finding = report_add(context->report, message, (struct span){pair->open, pair->close + 1});
	if (message != MESSAGE_STRAIGHT) {
		finding_character(finding, article->cp[pair->open]);
		finding_character(finding, article->cp[pair->close]);
	}
	finding_character(finding, right[0]);
	finding_character(finding, right[1]);
	return finding;
}

/* “好" */
static bool check_halves(struct check_context *context, const struct pair *pair)
{
	const struct article *article = context->article;
	uint32_t open = article->cp[pair->open], close = article->cp[pair->close];
	bool beside = article_is(article, pair->open - 1, CLASSES_HAN | CLASSES_WIDE_STOP);
	if ((open == '"') == (close == '"') || !(PAIR_BIT(pair->kind) & DOUBLES) || !(beside || holds_han(article, pair)))
		return false;
	bool corner = open == marks[STYLE_CORNER][0][0] || close == marks[STYLE_CORNER][0][1];
	const uint16_t *right = marks[corner ? STYLE_CORNER : STYLE_CURLY][0];
	set_marks(add(context, MESSAGE_HALVES, pair, right), pair, right, false);
	return true;
}

static void note_style(const struct check_context *context, struct finding *finding, const struct usage *usage)
{
	const struct pair *first = &context->article->pairs[usage->first[usage->main]];
	finding_note(finding, N_("the other style, first here: {0}"), (struct span){first->open, first->close + 1});
}

/* Round Latin text they are no slip, where the Chinese quotations have marks of their own. */
static void check_straight(struct check_context *context, const struct usage *usage, uint32_t index)
{
	const struct article *article = context->article;
	const struct pair *pair = &article->pairs[index];
	bool han = holds_han(article, pair);
	bool loose = article_is(article, pair->open - 1, CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_HALF_QUOTE)) ||
		     article_is(article, pair->open + 1, CLASSES_BLANK) || article_is(article, pair->close - 1, CLASSES_BLANK);
	uint32_t others = usage->count[STYLE_CURLY] + usage->count[STYLE_CORNER];
	bool mixed = han && pair->kind == PAIR_STRAIGHT_DOUBLE && others > 0 && usage->count[STYLE_STRAIGHT] <= HABIT * others;
	bool inner = around(article, pair, PAIRS_QUOTE & ~PAIR_BIT(PAIR_STRAIGHT_DOUBLE)) != NULL;
	bool within = around(article, pair, PAIR_BIT(PAIR_STRAIGHT_DOUBLE)) != NULL;
	if (loose || within || is_code(article, pair) ||
		!(han || (article_is_han(article, pair->open - 1) && article_is_han(article, pair->close + 1))))
		return;
	const uint16_t *right = marks[usage->main][inner];
	struct finding *finding = add(context, mixed ? MESSAGE_MIXED : MESSAGE_STRAIGHT, pair, right);
	if (mixed)
		note_style(context, finding, usage);
	if (inner)
		set_marks(finding, pair, right, false);
	else
		add_fix(article, finding, index, marks[usage->main]);
}

static void check_style(struct check_context *context, const struct usage *usage, uint32_t index)
{
	const struct article *article = context->article;
	const struct pair *pair = &article->pairs[index];
	enum style style = style_of(pair);
	if (style == usage->main || !holds_han(article, pair) || !is_plain(article, pair) || usage->count[usage->main] == 0 ||
		is_japanese(article, pair) || is_from_elsewhere(article, pair))
		return;
	struct finding *finding = add(context, MESSAGE_MIXED, pair, marks[usage->main][0]);
	note_style(context, finding, usage);
	add_fix(article, finding, index, marks[usage->main]);
	bool clear = usage->count[usage->main] >= CLEAR * usage->count[style];
	bool speech = usage->speech[usage->main] > 0 && is_speech(article, pair);
	if (!clear && !speech && !is_listed(article, index, usage->main))
		finding_confidence(finding, CONFIDENCE_MEDIUM);
}

/* Quotes of the other region; Traditional text that nobody has said the region of may have either style. */
static enum style style_of_elsewhere(enum variant variant)
{
	switch (variant) {
	case VARIANT_HANS: return STYLE_CORNER;
	case VARIANT_HANT_TW:
	case VARIANT_HANT_HK: return STYLE_CURLY;
	default: return STYLE_COUNT;
	}
}

/* A mark without a partner: the fix would leave one mark of the old style. */
static bool is_whole(const struct article *article)
{
	for (uint32_t i = 0; i < article->unpaired_count; i++)
		if (PAIR_BIT(article->unpaired[i].kind) & (DOUBLES | SINGLES))
			return false;
	return true;
}

/* One finding for an article all of whose quotations have the marks of the other region (GB/T 15834 4.8.2). */
static void check_region(struct check_context *context, const struct usage *usage)
{
	const struct article *article = context->article;
	enum style elsewhere = style_of_elsewhere(article->variant), own = elsewhere == STYLE_CORNER ? STYLE_CURLY : STYLE_CORNER;
	struct finding *finding = NULL;
	if (elsewhere == STYLE_COUNT || usage->count[elsewhere] == 0 || usage->count[own] > 0 || usage->count[STYLE_STRAIGHT] > 0)
		return;
	bool whole = is_whole(article);
	for (uint32_t i = 0; i < article->pair_count; i++) {
		const struct pair *pair = &article->pairs[i];
		bool latin = elsewhere == STYLE_CURLY && !holds_han(article, pair); /* “Edelweiss” has its own marks */
		if (style_of(pair) != elsewhere || latin || !is_plain(article, pair) || holds_kana(article, pair) || is_from_elsewhere(article, pair))
			continue;
		finding = finding ? finding : add(context, MESSAGE_REGION, pair, marks[own][0]);
		if (whole)
			add_fix(article, finding, i, marks[own]);
	}
}

/* ‘好’ where the article has “好”; with a quotation inside its order is wrong, and punct_bad_nesting says so. */
static void check_single(struct check_context *context, const struct usage *usage, uint32_t index)
{
	const struct article *article = context->article;
	const struct pair *pair = &article->pairs[index];
	bool inside = index + 1 < article->pair_count && pair[1].open < pair->close && (PAIR_BIT(pair[1].kind) & PAIRS_QUOTE);
	if (pair->reversed || inside || usage->main != STYLE_CURLY || usage->count[STYLE_CURLY] < CLEAR * usage->single ||
		!holds_han(article, pair) || !is_plain(article, pair) || is_from_elsewhere(article, pair))
		return;
	struct finding *finding = add(context, MESSAGE_MIXED, pair, marks[STYLE_CURLY][0]);
	note_style(context, finding, usage);
	set_marks(finding, pair, marks[STYLE_CURLY][0], false);
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	struct usage usage = count_quotes(article);
	for (uint32_t i = 0; i < article->pair_count; i++) {
		const struct pair *pair = &article->pairs[i];
		enum style style = style_of(pair);
		if (pair->kind == PAIR_SINGLE_QUOTE)
			check_single(context, &usage, i);
		if (style == STYLE_COUNT || check_halves(context, pair))
			continue;
		if (style == STYLE_STRAIGHT)
			check_straight(context, &usage, i);
		else
			check_style(context, &usage, i);
	}
	check_region(context, &usage);
}

static const struct check_message messages[] = {
	[MESSAGE_MIXED] = {"mixed", N_("mixed quotes: {0}{1} here, {2}{3} in the article"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_HALVES] = {"halves", N_("{0} closed by {1}, write {2}{3}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_STRAIGHT] = {"straight", N_("straight quotes in Chinese text, write {0}{1}"), SEVERITY_WARNING, PROFILE_NEWSROOM | PROFILE_STRICT,
		CONFIDENCE_HIGH},
	[MESSAGE_REGION] = {"region", N_("quotations are in {0}{1} throughout, in this variant of Chinese they are in {2}{3}"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_mixed_quotes = {
	.struct_size = sizeof(struct check),
	.name = "punct_mixed_quotes",
	.summary = N_("different quotes for the same job in one article"),
	.needs = NEED_PAIRS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
