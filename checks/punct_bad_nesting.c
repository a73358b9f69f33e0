/*
 * punct_bad_nesting: quotes, brackets and book-title marks that are inside each other in a wrong way: a pair turned round
 * (”好“), a pair inside a pair of the same form (“…“…”…”, 《读《红楼梦》》), two pairs that cross (“甲（乙”丙）).
 *
 * A quotation inside a quotation has ‘’, or in Traditional text 『』 inside 「」 (GB/T 15834 4.8.3.4); a title inside a title has
 * 〈〉 (4.15.3.2); brackets of one form should not stand inside each other (4.9.3): a note, in the newsroom.
 *
 * Passes: “…《“甲”乙》…”, where a title or a bracket comes between; straight quotes, which have one form; 〈〉 outside 《》, as
 * Traditional text has it for a chapter; 『「』, where kana stand inside; list labels in brackets （见（1）项）, formulas, names of
 * companies; quotations over several paragraphs. What never closes belongs to punct_unpaired.
 * Misses: pairs in different paragraphs.
 */
#include "check.h"

enum { MESSAGE_REVERSED, MESSAGE_SAME, MESSAGE_ORDER, MESSAGE_DOUBLED, MESSAGE_BRACKETS, MESSAGE_CROSSED };

enum {
	LABEL_LONGEST = 4,
	LOOK = 40, /* how far Han text and kana are looked for */
};

/* Two kinds that take turns; the first one stands outside. */
struct shape {
	uint16_t open, close;
	uint8_t other; /* enum pair_kind */
	bool outer;
};

static const struct shape forms[PAIR_KIND_COUNT] = {
	[PAIR_DOUBLE_QUOTE] = {0x201C, 0x201D, PAIR_SINGLE_QUOTE, true},
	[PAIR_SINGLE_QUOTE] = {0x2018, 0x2019, PAIR_DOUBLE_QUOTE, false},
	[PAIR_CORNER] = {0x300C, 0x300D, PAIR_WHITE_CORNER, true},
	[PAIR_WHITE_CORNER] = {0x300E, 0x300F, PAIR_CORNER, false},
	[PAIR_TITLE] = {0x300A, 0x300B, PAIR_ANGLE, true},
	[PAIR_ANGLE] = {0x3008, 0x3009, PAIR_TITLE, false},
};

/* What became of a pair: the kind that it should have, and the finding that says so. */
struct place {
	enum pair_kind kind;
	struct finding *finding;
};

struct walk {
	struct check_context *context;
	struct place *places; /* one for each pair */
	uint32_t paragraph;   /* index of the paragraph of the last pair */
};

static struct span mark_span(uint32_t at)
{
	return (struct span){at, at + 1};
}

static struct span pair_span(const struct pair *pair)
{
	return (struct span){pair->open, pair->close + 1};
}

/* The paragraph in which a pair opens; the pairs come in their order. */
static struct span paragraph_of(struct walk *walk, const struct pair *pair)
{
	const struct article *article = walk->context->article;
	while (walk->paragraph + 1 < article->paragraph_count && article->paragraphs[walk->paragraph + 1].span.begin <= pair->open)
		walk->paragraph++;
	return article->paragraphs[walk->paragraph].span;
}

static void set_kind(struct walk *walk, uint32_t index, enum pair_kind kind, enum fix_kind fix, struct finding *finding)
{
	const struct pair *pair = &walk->context->article->pairs[index];
	finding_fix_character(finding, fix, mark_span(pair->open), forms[kind].open);
	finding_fix_character(finding, fix, mark_span(pair->close), forms[kind].close);
	walk->places[index] = (struct place){kind, finding};
}

/* The pair at INDEX has the form of the pair round it, or will have it: it takes the other one. */
static void change(struct walk *walk, uint32_t index, uint32_t outer)
{
	const struct pair *pair = &walk->context->article->pairs[index];
	enum pair_kind kind = walk->places[outer].kind, right = forms[kind].other;
	struct finding *finding = walk->places[outer].finding;
	if (!finding) {
		finding = report_add(walk->context->report, MESSAGE_SAME, pair_span(pair));
		finding_character(finding, forms[pair->kind].open);
		finding_character(finding, forms[pair->kind].close);
		finding_character(finding, forms[right].open);
		finding_character(finding, forms[right].close);
		finding_note(finding, N_("the pair round it opens here"), mark_span(walk->context->article->pairs[outer].open));
	}
	set_kind(walk, index, right, FIX_SAFE, finding);
}

/* ““好””, 《《红楼梦》》; two ‘ or 〈 stand for one “ or 《. */
static void add_doubled(struct walk *walk, uint32_t index, uint32_t outer)
{
	const struct pair *pair = &walk->context->article->pairs[index];
	struct finding *finding = walk->places[outer].finding;
	if (!finding) {
		finding = report_add(walk->context->report, MESSAGE_DOUBLED, (struct span){pair->open - 1, pair->close + 2});
		finding_character(finding, forms[pair->kind].open);
		finding_character(finding, forms[pair->kind].close);
	}
	finding_fix(finding, FIX_UNSAFE, mark_span(pair->open), "");
	finding_fix(finding, FIX_UNSAFE, mark_span(pair->close), "");
	if (!forms[pair->kind].outer && !walk->places[outer].finding)
		set_kind(walk, outer, forms[pair->kind].other, FIX_UNSAFE, finding);
	walk->places[index].finding = finding;
}

/* ”好“; “甲“、”乙”, where the middle was taken for a pair. */
static void add_reversed(struct walk *walk, const struct pair *pair, struct span span, enum fix_kind fix)
{
	const struct article *article = walk->context->article;
	struct finding *finding = report_add(walk->context->report, MESSAGE_REVERSED, span);
	uint32_t open = article->cp[pair->open], close = article->cp[pair->close];
	finding_character(finding, open);
	finding_character(finding, close);
	finding_fix_character(finding, fix, mark_span(pair->open), close);
	finding_fix_character(finding, fix, mark_span(pair->close), open);
}

/* “甲“、”乙”: nobody quotes a mark or a 和 between two other words. */
static bool holds_joint(const struct article *article, const struct pair *pair)
{
	static const char *const joints[] = {"、", "，", "和", "与", "與", "及", "或", "以及", "；", NULL};
	struct span inner = {pair->open + 1, pair->close};
	return article_is_any(article, inner, joints);
}

/* Kana within: Japanese titles have 『』 outside. */
static bool holds_kana(const struct article *article, const struct pair *pair)
{
	uint32_t end = pair->close - pair->open < LOOK ? pair->close : pair->open + LOOK;
	return article_find(article, pair->open, end, CLASS_BIT(CLASS_KANA)) < end;
}

/* ‘…“…”…’: the first quotation inside tells that the outer one has the inner form. */
static bool is_wrong_order(const struct walk *walk, const struct pair *pair, uint32_t outer)
{
	const struct article *article = walk->context->article;
	const struct pair *round = &article->pairs[outer];
	if (walk->places[outer].finding || forms[round->kind].outer || forms[round->kind].other != pair->kind || round->kind == PAIR_ANGLE)
		return false;
	uint32_t above = round->parent;
	if (above != UINT32_MAX && article->pairs[above].close > round->close && forms[article->pairs[above].kind].other == round->kind)
		return false;
	return round->kind == PAIR_SINGLE_QUOTE || (variant_is_hant(article->variant) && !holds_kana(article, round));
}

static void add_order(struct walk *walk, uint32_t index, uint32_t outer)
{
	const struct pair *round = &walk->context->article->pairs[outer];
	enum pair_kind right = forms[round->kind].other;
	struct finding *finding = report_add(walk->context->report, MESSAGE_ORDER, pair_span(round));
	finding_character(finding, forms[right].open);
	finding_character(finding, forms[right].close);
	finding_character(finding, forms[round->kind].open);
	finding_character(finding, forms[round->kind].close);
	set_kind(walk, outer, right, FIX_SAFE, finding);
	change(walk, index, outer);
}

static void check_nested(struct walk *walk, uint32_t index, uint32_t outer)
{
	const struct article *article = walk->context->article;
	const struct pair *pair = &article->pairs[index], *round = &article->pairs[outer];
	if (is_wrong_order(walk, pair, outer))
		add_order(walk, index, outer);
	else if (pair->kind != walk->places[outer].kind)
		return;
	else if (pair->open == round->open + 1 && pair->close + 1 == round->close && pair->kind == round->kind)
		add_doubled(walk, index, outer);
	else if (holds_joint(article, pair) && pair->kind != PAIR_TITLE)
		add_reversed(walk, pair, pair_span(pair), FIX_UNSAFE);
	else
		change(walk, index, outer);
}

/* 1, 一, a, in brackets: a label. */
static bool is_label(const struct article *article, const struct pair *pair)
{
	struct span inner = {pair->open + 1, pair->close};
	inner.begin += article_starts(article, inner.begin, "第");
	uint32_t length = span_length(inner);
	if (length == 1 && !article_is_han(article, inner.begin))
		return true;
	return length <= LABEL_LONGEST && article_skip(article, inner.begin, inner.end, CLASSES_FIGURE) == inner.end;
}

/* （中国）有限公司, （特殊普通合伙）, （集团）: the brackets are part of a name. */
static bool is_name(const struct article *article, const struct pair *pair)
{
	static const char *const after[] = {"有限", "股份", "公司", "集团", "集團", "大学", "大學", "学院", "學院", "中心", NULL};
	static const char *const inside[] = {"特殊普通合伙", "有限合伙", "普通合伙", "集团", "集團", NULL};
	return article_starts_any(article, pair->close + 1, after) || article_is_any(article, (struct span){pair->open + 1, pair->close}, inside);
}

/* Chinese text right before the bracket inside, or in it: not f(g(x)). */
static bool is_remark(const struct article *article, const struct pair *pair, const struct pair *outer)
{
	uint32_t low = pair->open - outer->open < LOOK ? outer->open : pair->open - LOOK;
	uint32_t high = pair->close - pair->open < LOOK ? pair->close : pair->open + LOOK;
	bool han_before = article_find(article, low, pair->open, CLASSES_HAN) < pair->open;
	bool calls = article->cp[pair->open] == '(' && article_is(article, pair->open - 1, CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT));
	return !calls && (han_before || article_find(article, pair->open, high, CLASSES_HAN) < high);
}

static void check_brackets(struct walk *walk, uint32_t index, uint32_t outer)
{
	const struct article *article = walk->context->article;
	const struct pair *pair = &article->pairs[index], *round = &article->pairs[outer];
	if (round->kind != PAIR_PARENTHESIS || walk->places[outer].finding || is_label(article, pair) || is_name(article, pair) ||
		!is_remark(article, pair, round))
		return;
	struct finding *finding = report_add(walk->context->report, MESSAGE_BRACKETS, pair_span(pair));
	finding_note(finding, N_("the pair round it opens here"), mark_span(round->open));
	finding_fix(finding, FIX_SAFE, mark_span(pair->open), "[");
	finding_fix(finding, FIX_SAFE, mark_span(pair->close), "]");
	walk->places[index].finding = finding;
}

/* Has a mark of the paragraph no partner? Then punct_unpaired says so, and which ones cross is a guess. */
static bool has_unpaired(const struct article *article, struct span paragraph)
{
	uint32_t low = 0, high = article->unpaired_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (article->unpaired[middle].at < paragraph.begin)
			low = middle + 1;
		else
			high = middle;
	}
	return low < article->unpaired_count && article->unpaired[low].at < paragraph.end;
}

static bool is_straight(const struct pair *pair)
{
	return (PAIR_BIT(pair->kind) & (PAIR_BIT(PAIR_STRAIGHT_DOUBLE) | PAIR_BIT(PAIR_STRAIGHT_SINGLE))) != 0;
}

/* “「”和“」”: what stands alone between two marks is spoken of, and pairs with nothing. */
static bool is_spoken_of(const struct pair *first, const struct pair *pair)
{
	return (pair->open == first->open + 1 && first->close == pair->open + 1) ||
	       (first->close == pair->open + 1 && pair->close == first->close + 1);
}

/* “甲（乙”） */
static void check_crossed(struct walk *walk, const struct pair *first, const struct pair *pair, struct span paragraph)
{
	const struct article *article = walk->context->article;
	if (first->close >= pair->close || pair->close >= paragraph.end || is_straight(first) || is_straight(pair) || first->reversed ||
		pair->reversed || is_spoken_of(first, pair) || has_unpaired(article, paragraph))
		return;
	struct finding *finding = report_add(walk->context->report, MESSAGE_CROSSED, pair_span(pair));
	finding_text(finding, mark_span(pair->open));
	finding_text(finding, mark_span(pair->close));
	finding_text(finding, mark_span(first->open));
	finding_text(finding, mark_span(first->close));
	finding_note(finding, N_("the other one opens here"), mark_span(first->open));
	bool opens_side_by_side = first->open + 1 == pair->open, closes_side_by_side = first->close + 1 == pair->close;
	uint32_t left = closes_side_by_side ? first->close : first->open;
	if (!opens_side_by_side && !closes_side_by_side)
		return;
	enum fix_kind fix = opens_side_by_side && closes_side_by_side ? FIX_UNSAFE : FIX_SAFE;
	finding_fix_character(finding, fix, mark_span(left), article->cp[left + 1]);
	finding_fix_character(finding, fix, mark_span(left + 1), article->cp[left]);
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	struct walk walk = {.context = context};
	walk.places = arena_alloc_raw(context->scratch, ((size_t)article->pair_count + 1) * sizeof *walk.places);
	for (uint32_t i = 0; i < article->pair_count; i++) {
		const struct pair *pair = &article->pairs[i];
		walk.places[i] = (struct place){pair->kind, NULL};
		struct span paragraph = paragraph_of(&walk, pair);
		const struct pair *parent = pair->parent != UINT32_MAX ? &article->pairs[pair->parent] : NULL;
		if (pair->reversed)
			add_reversed(&walk, pair, pair_span(pair), FIX_SAFE);
		else if (!parent || parent->open < paragraph.begin)
			continue;
		else if (parent->close <= pair->close)
			check_crossed(&walk, parent, pair, paragraph);
		else if (forms[pair->kind].open)
			check_nested(&walk, i, pair->parent);
		else if (pair->kind == PAIR_PARENTHESIS)
			check_brackets(&walk, i, pair->parent);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_REVERSED] = {"reversed", N_("turned round: {0} and {1} have changed places"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_SAME] = {"same", N_("{0}{1} inside a pair of the same form, write {2}{3}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_ORDER] = {"order", N_("wrong order of quotes: {0}{1} stand outside, {2}{3} inside"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_DOUBLED] = {"doubled", N_("{0}{1} written twice"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_BRACKETS] = {"brackets", N_("brackets inside brackets of the same form, write [ ]"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_CROSSED] = {"crossed", N_("crossed pairs: {0}{1} begins inside {2}{3} and ends outside"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_bad_nesting = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_nesting",
	.summary = N_("pairs of marks turned round, crossed, or of the same form inside each other"),
	.needs = NEED_PAIRS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
