/*
 * punct_bad_dash: a dash in Chinese text that is not —— : hyphens, half a dash, a dash with a space inside, too long a
 * dash, or 一一 (the numeral) in its place; hyphens between the ends of a range; a dash that the end of a line cut off; dashes of two
 * shapes in one article, and in Simplified text ── of box-drawing characters.
 *
 * The dash is one line two characters wide (GB/T 15834 4.10, 5.1.8); — alone joins the ends of a range and parts of a name (4.13).
 * In Traditional text —— and ── are both customary, but not in one article.
 *
 * Passes: 1—5月份, 北京—上海, 2020—2024年, ―― throughout (the same line in another font), drawings of lines, options and code, rules
 * of hyphens, e-mail signatures, lists, 一一介绍 and 唯一一个. So — alone and 一一 are reported only where the words show that
 * something is explained: 只做一件事—修钟, 是最好的题材—雨后的老街.
 * Misses: half a dash between words that could as well be joined.
 */
#include "check.h"

enum { MESSAGE_FORM, MESSAGE_HALF, MESSAGE_HAN_ONE, MESSAGE_SPLIT, MESSAGE_RANGE, MESSAGE_LONG, MESSAGE_LINE_START, MESSAGE_BOX, MESSAGE_MIXED };

enum {
	RULE_LEAST = 7,        /* so many hyphens are a rule, */
	RULE_LONG = 24,        /* but between Han in a sentence not before so many */
	HAN_REACH = 40,        /* how far Han text may be from a range */
	FIGURE_LONGEST = 12,
	LINE_LONG = 20,        /* Han characters of a line that the next one can go on from */
};

#define RANGE_UNITS U"年月日号號时時％%℃" /* after the first end of a range */

enum line { LINE_NONE, LINE_HYPHEN, LINE_EM };

static enum line line_of(uint32_t code_point)
{
	switch (code_point) {
	case '-': case 0x2010: case 0x2011: case 0x2013: case 0xFF0D: return LINE_HYPHEN; /* - ‐ ‑ – － */
	case 0x2014: case 0x2015: return LINE_EM;                                         /* — ― */
	default: return LINE_NONE;
	}
}

/* What the functions below look with: the check's own context, and the dash that the article should have. */
struct look {
	struct check_context *context;
	const char *dash;
};

static struct span wide_span(const struct article *article, struct span run)
{
	struct span span = {article_skip_back(article, run.begin, article->begin, CLASSES_SPACE), article_skip(article, run.end, article->end, CLASSES_SPACE)};
	return span;
}

static void add(const struct look *look, unsigned message, struct span span, const char *right)
{
	struct finding *finding = report_add(look->context->report, message, span);
	finding_text(finding, span);
	if (right) {
		finding_string(finding, right);
		finding_fix(finding, FIX_SAFE, span, right);
	}
}

static bool in_prose(const struct article *article, uint32_t at)
{
	const struct paragraph *paragraph = &article->paragraphs[article_paragraph_at(article, at)];
	return paragraph->role == ROLE_BODY || paragraph->role == ROLE_LIST_ITEM ? paragraph->ends_sentence : false;
}

/* The end of a range: but not 一个, 一位, which begin an explanation. */
static bool is_range_end(const struct article *article, uint32_t at)
{
	bool one = article->cp[at] == 0x4E00 && character_is_one_of(article->cp[at + 1], U"个個位种種名座件条條项項场場");
	return article_is(article, at, CLASSES_FIGURE) && !one;
}

/* GB/T 15834 5.1.8: — alone is no dash. */
static void look_at_half(const struct look *look, struct span run)
{
	const struct article *article = look->context->article;
	struct span wide = wide_span(article, run);
	bool spaced = wide.begin < run.begin && wide.end > run.end;
	if (!article_is_han(article, wide.begin - 1) || article_is(article, wide.begin - 1, CLASSES_FIGURE) || is_range_end(article, wide.end))
		return;
	if (wide.begin == run.begin && character_is_one_of(article->cp[run.end], U"”’」』") && run.end - clause_begin(article, run.begin) > 2)
		add(look, MESSAGE_HALF, run, look->dash);
	else if (wide.begin == run.begin && character_is_one_of(article->cp[run.end], U"，。？！"))
		add(look, MESSAGE_HALF, run, look->dash);
	else if (article_is_han(article, wide.end) &&
		 ((spaced && in_prose(article, run.begin)) ||
			 (wide.begin == run.begin && clause_explains(article, look->context->data, look->context->scratch, wide.begin, wide.end))))
		add(look, MESSAGE_HALF, wide, look->dash);
}

/* A subtitle —记…, not a list of them. */
static bool is_subtitle(const struct article *article, struct span run)
{
	uint32_t index = article_paragraph_at(article, run.begin);
	if (!article_is_han(article, run.end) || article->paragraphs[index].role == ROLE_LIST_ITEM)
		return false;
	for (uint32_t i = index > 0 ? index - 1 : 0; i <= index + 1 && i < article->paragraph_count; i++) {
		const struct span *span = &article->paragraphs[i].span;
		if (i != index && line_of(article->cp[article_skip(article, span->begin, span->end, CLASSES_SPACE)]) == LINE_EM)
			return false;
	}
	return true;
}

/* GB/T 15834 5.1.8 and the layout of lines: what a line of its own begins with belongs there. */
static void look_at_line_start(const struct look *look, struct span run)
{
	const struct article *article = look->context->article;
	uint32_t index = article_paragraph_at(article, run.begin);
	const struct paragraph *here = &article->paragraphs[index];
	if (index == 0 || here->blanks > 0 || !here->ends_sentence || here[-1].ends_sentence || !article_is_han(article, run.end))
		return;
	uint32_t end = article_skip_back(article, here[-1].span.end, here[-1].span.begin, CLASSES_SPACE);
	if (here[-1].role == ROLE_BODY && article_is_han(article, end - 1) && article_count(article, here[-1].span, CLASSES_HAN) >= LINE_LONG &&
		article_count(article, here->span, CLASSES_HAN) >= LINE_LONG)
		add(look, MESSAGE_LINE_START, run, NULL);
}

/* A line begins with hyphens or a long dash: ---完--- and the line before an e-mail's signature are no dash. */
static bool is_dash_at_first(const struct article *article, struct span run)
{
	uint32_t end = article_find(article, run.end, article->end, CLASS_BIT(CLASS_NEWLINE));
	return article_is(article, run.end, CLASSES_HAN | CLASS_BIT(CLASS_OPEN)) &&
	       line_of(article->cp[article_skip_back(article, end, run.end, CLASSES_SPACE) - 1]) == LINE_NONE;
}

/* 8:30——12:00, 8——10家, 8月2日——3日，: figures of one kind on both sides, and no words that explain the first. */
static bool joins_figures(const struct article *article, struct span run)
{
	uint32_t left = run.begin - 1, right = article_skip(article, run.end, article_ahead(article, run.end, FIGURE_LONGEST), CLASSES_DIGIT);
	if (right == run.end || !article_near_han(article, run, HAN_REACH))
		return false;
	if (article_is(article, left, CLASSES_DIGIT))
		return true;
	return character_is_one_of(article->cp[left], RANGE_UNITS) && article->cp[right] == article->cp[left] && article_is(article, left - 1, CLASSES_DIGIT) &&
	       !article_is_han(article, right + 1);
}

static void look_at_em(const struct look *look, struct span run)
{
	const struct article *article = look->context->article;
	struct span wide = wide_span(article, run);
	bool first = article_is(article, wide.begin - 1, CLASS_BIT(CLASS_NEWLINE)), last = article_is(article, wide.end, CLASS_BIT(CLASS_NEWLINE));
	uint32_t length = span_length(run);
	bool split = length == 1 && wide.end > run.end && line_of(article->cp[wide.end]) == LINE_EM && line_of(article->cp[wide.end + 1]) != LINE_EM;
	if (split)
		add(look, MESSAGE_SPLIT, (struct span){run.begin, wide.end + 1}, look->dash);
	else if (length == 1 && wide.begin < run.begin && line_of(article->cp[wide.begin - 1]) == LINE_EM)
		return;
	else if (length == 1 && first && wide.begin + 1 >= run.begin && is_subtitle(article, run))
		add(look, MESSAGE_HALF, run, look->dash);
	else if (length == 1 && !first)
		look_at_half(look, run);
	else if (length == 2 && first)
		look_at_line_start(look, run);
	else if (length == 2 && joins_figures(article, run))
		add(look, MESSAGE_LONG, run, "—");
	else if (length > 2 && length < RULE_LEAST && (first ? is_dash_at_first(article, run) : !last && article_is_han(article, wide.begin - 1)))
		add(look, MESSAGE_FORM, run, look->dash);
}

/* 5日-8日, 20-25℃: figures, one hyphen, a figure with its unit (GB/T 15834 4.13.3.2, 4.13.3.3). */
static void look_at_range(const struct look *look, struct span run)
{
	const struct article *article = look->context->article;
	uint64_t digits = CLASS_BIT(CLASS_DIGIT);
	uint32_t begin = run.begin - (character_is_one_of(article->cp[run.begin - 1], RANGE_UNITS) ? 1 : 0);
	uint32_t left = article_skip_back(article, begin, article->begin, digits), right = article_skip(article, run.end, article->end, digits);
	if (left == begin || right == run.end || begin - left > 4 || right - run.end > 4 || line_of(article->cp[left - 1]) != LINE_NONE ||
		article_is(article, left - 1, CLASS_BIT(CLASS_LATIN)) || article->cp[left] == '0' || article->cp[run.end] == '0')
		return;
	if (character_is_one_of(article->cp[right], U"年月日时時点點岁歲人元米℃％%倍天周週名件个個") && article_near_han(article, run, HAN_REACH))
		add(look, MESSAGE_RANGE, run, NULL);
}

/* One hyphen: a range, or with spaces a dash where an explanation follows. */
static void look_at_hyphen(const struct look *look, struct span run, struct span wide)
{
	const struct article *article = look->context->article;
	bool spaced = wide.begin < run.begin && wide.end > run.end;
	if (spaced && article_is_han(article, wide.begin - 1) && article_is_han(article, wide.end) && in_prose(article, run.begin) &&
		clause_explains(article, look->context->data, look->context->scratch, wide.begin, wide.end))
		add(look, MESSAGE_FORM, wide, look->dash);
	else
		look_at_range(look, run);
}

/* A rule of hyphens, and not a dash in a sentence: 一路走-------------回家了。 */
static bool is_rule(const struct article *article, struct span run)
{
	uint32_t length = span_length(run);
	bool torn = length < RULE_LONG && article_is_han(article, run.begin - 1) && article_is_han(article, run.end) && in_prose(article, run.begin);
	return length >= RULE_LEAST && !torn;
}

/* Hyphens that Chinese text stands beside, on both sides or, without a space, on one. */
static bool is_dash(const struct article *article, struct span run, struct span wide)
{
	bool spaced = wide.begin < run.begin || wide.end > run.end;
	bool before = article_is(article, wide.begin - 1, CLASSES_HAN | CLASS_BIT(CLASS_CLOSE) | CLASSES_WIDE_STOP);
	bool after = article_is(article, wide.end, CLASSES_HAN | CLASS_BIT(CLASS_OPEN));
	uint64_t ends = CLASS_BIT(CLASS_CLOSE) | CLASSES_WIDE_STOP | CLASS_BIT(CLASS_DIGIT);
	bool ends_text = before && !spaced && article_is(article, run.end, ends);
	bool follows_word = after && !spaced && article_is(article, run.begin - 1, CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT));
	return (before && after) || ends_text || follows_word;
}

static void look_at_hyphens(const struct look *look, struct span run)
{
	const struct article *article = look->context->article;
	struct span wide = wide_span(article, run);
	if (span_length(run) == 1) {
		look_at_hyphen(look, run, wide);
		return;
	}
	if (article->paragraphs[article_paragraph_at(article, run.begin)].role == ROLE_TABLE || is_rule(article, run))
		return;
	bool unit = character_is_one_of(article->cp[run.begin - 1], RANGE_UNITS) && article_is(article, run.begin - 2, CLASSES_FIGURE);
	bool first = article_is(article, wide.begin - 1, CLASS_BIT(CLASS_NEWLINE));
	if ((unit || article_is(article, run.begin - 1, CLASS_BIT(CLASS_DIGIT))) && article_is(article, run.end, CLASS_BIT(CLASS_DIGIT))) {
		if (article_near_han(article, run, HAN_REACH))
			add(look, MESSAGE_FORM, run, "—");
	} else if (first ? is_dash_at_first(article, run) : is_dash(article, run, wide)) {
		add(look, MESSAGE_FORM, first ? run : wide, look->dash);
	}
}

/* 开放一一所以叫夜来香: 一一 stands before a verb, no clause begins there. */
static bool begins_clause(const struct article *article, uint32_t at)
{
	static const char *const words[] = {"所以", "因为", "因為", "但是", "可是", "不过", "不過", "而且", "也就是", "就是", "如果", "虽然", "雖然", "例如", "比如", NULL};
	return article_starts_any(article, at, words);
}

/* The second of a pair of dashes, whose first one ends at BEFORE: no verb follows that 一一 could belong to. */
static bool closes_ones(const struct article *article, uint32_t before, uint32_t at, const struct word *right)
{
	return before > 0 && clause_begin(article, at) <= before && (right->tag == WORD_TIME || right->tag == WORD_ADVERB);
}

/* 一一 where only a dash makes sense; as an adverb it stands before what is done to each of several things. */
static void look_at_ones(const struct look *look)
{
	const struct article *article = look->context->article;
	const struct positions *numerals = &article->index[CLASS_HAN_NUMERAL];
	uint32_t last = 0;
	for (uint32_t i = 0; i < numerals->count; i++) {
		uint32_t at = numerals->at[i];
		if (article->cp[at] != 0x4E00 || article->cp[at + 1] != 0x4E00)
			continue;
		if (article->cp[at + 2] == 0x4E00 || article_is(article, at - 1, CLASSES_FIGURE) || !article_is_han(article, at - 1) ||
			character_is_one_of(article->cp[at - 1], U"唯惟统統逐单單专專"))
			continue;
		uint32_t begin = clause_begin(article, at), end = clause_end(article, at + 2);
		struct word *left, *right;
		arena_clear(look->context->scratch);
		uint32_t count = word_segment(look->context->data, article, (struct span){begin, at}, look->context->scratch, &left);
		if (count == 0 || word_segment(look->context->data, article, (struct span){at + 2, end}, look->context->scratch, &right) == 0)
			continue;
		if (!closes_ones(article, last, at, right) && !begins_clause(article, at + 2) &&
			!(right->tag == WORD_PRONOUN ? at - begin >= 4 : clause_names_one(article, begin, &left[count - 1])))
			continue;
		add(look, MESSAGE_HAN_ONE, (struct span){at, at + 2}, look->dash);
		last = at + 2;
	}
}

/* What begins and ends with such lines, ──完──, or stands in a table. */
static bool is_drawn(const struct article *article, struct span run)
{
	const struct paragraph *paragraph = &article->paragraphs[article_paragraph_at(article, run.begin)];
	struct span text = article_trim(article, paragraph->span);
	return paragraph->role == ROLE_TABLE || (article->cls[text.begin] == CLASS_DASH && article->cls[text.end - 1] == CLASS_DASH);
}

/* Text on a side, and no other lines of a drawing (├──). */
static bool is_shape(const struct article *article, struct span run)
{
	uint64_t line = CLASS_BIT(CLASS_SYMBOL) | CLASS_BIT(CLASS_DASH);
	return !article_is(article, run.begin - 1, line) && !article_is(article, run.end, line) &&
	       (article_is(article, run.begin - 1, CLASSES_HAN | CLASS_BIT(CLASS_CLOSE) | CLASSES_WIDE_STOP) ||
		       article_is(article, run.end, CLASSES_HAN | CLASS_BIT(CLASS_OPEN))) &&
	       !is_drawn(article, run);
}

static const struct shapes all_shapes = {CLASS_DASH, 4, {{0x2014, 2, "——"}, {0x2500, 2, "──"}, {0x2015, 2, "――"}, {0x2E3A, 1, "⸺"}}, is_shape};
static const struct shapes simplified_shapes = {CLASS_DASH, 3, {{0x2014, 2, "——"}, {0x2015, 2, "――"}, {0x2E3A, 1, "⸺"}}, is_shape};
static const struct shapes box_shapes = {CLASS_DASH, 2, {{0x2014, 2, "——"}, {0x2500, 2, "──"}}, is_shape};

/* Reports shapes of the dash; returns the one that the article should have. */
static const char *check_shapes(struct check_context *context)
{
	const struct article *article = context->article;
	bool hans = variant_is_hans(article->variant);
	const struct shapes *shapes = hans ? &simplified_shapes : &all_shapes;
	struct shape_use use = shape_count(article, shapes), box = shape_count(article, &box_shapes);
	if (hans && box.others > 0)
		shape_report(context->report, MESSAGE_BOX, article, &box_shapes, &box);
	if (use.count[use.right] > 0 && use.others > 0) {
		struct finding *finding = shape_report(context->report, MESSAGE_MIXED, article, shapes, &use);
		finding_note(finding, N_("the other shape, first here: {0}"), use.first[use.right]);
	}
	return shapes->shapes[use.right].text;
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *dashes = &article->index[CLASS_DASH];
	struct look look = {context, check_shapes(context)};
	for (uint32_t i = 0; i < dashes->count; i++) {
		uint32_t at = dashes->at[i];
		enum line line = line_of(article->cp[at]);
		if (line == LINE_NONE || line_of(article->cp[at - 1]) != LINE_NONE)
			continue;
		struct span run = {at, at + 1};
		while (line_of(article->cp[run.end]) == line)
			run.end++;
		if (line_of(article->cp[run.end]) != LINE_NONE)
			continue;
		if (line == LINE_EM)
			look_at_em(&look, run);
		else
			look_at_hyphens(&look, run);
	}
	look_at_ones(&look);
}

static const struct check_message messages[] = {
	[MESSAGE_FORM] = {"form", N_("wrong form of the dash: “{0}”, write {1}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_HALF] = {"half", N_("half a dash: “{0}”, write {1}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_HAN_ONE] = {"han_one", N_("the numeral “{0}” in place of a dash, write {1}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_SPLIT] = {"split", N_("dash with a space inside: “{0}”, write {1}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_RANGE] = {"range", N_("hyphen in a range: “{0}”, write — or ～"), SEVERITY_NOTE, PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_LONG] = {"long", N_("a dash between the ends of a range: “{0}”, write {1}"), SEVERITY_NOTE, PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_LINE_START] = {"line_start", N_("the dash that begins this line belongs to the sentence before"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_BOX] = {"box", N_("the dash is drawn with box-drawing characters: “{0}”, write {1}"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_MIXED] = {"mixed", N_("two shapes of the dash in one article: “{0}” here, “{1}” elsewhere"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_bad_dash = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_dash",
	.summary = N_("a dash that is not written ——"),
	.needs = NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
