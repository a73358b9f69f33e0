/*
 * punct_bad_space: a space that tears a Chinese sentence: between two Han characters, before a stop or a closing mark, after
 * an opening mark or a stop; no space after the comma of a Latin passage; spaces at the ends of lines.
 *
 * Chinese is written without spaces, and its marks bring their own room. A space inside a sentence is a slip of the hand or
 * the trace of a broken line.
 *
 * Passes: headlines of two halves, slogans in quotes, bylines and lists of names, names drawn apart (张 三), labels before
 * their text, datelines, dates of a chronicle, verse, tables, indents and other ideographic spaces, the space of respect
 * before a name in Traditional text, blanks to fill in, quotations of Latin text, markup beside the space. Spaces between Han and Latin are house
 * style: option han_latin.
 * Misses: a space inside a headline or a name.
 */
#include "check.h"

enum {
	MESSAGE_INSIDE,
	MESSAGE_MARK,
	MESSAGE_AFTER_STOPS,
	MESSAGE_BESIDE_PAIRS,
	MESSAGE_LATIN_COMMA,
	MESSAGE_TRAILING,
	MESSAGE_HAN_LATIN_EXTRA,
	MESSAGE_HAN_LATIN_MISSING
};

enum { HAN_LATIN_IGNORE, HAN_LATIN_REQUIRE, HAN_LATIN_FORBID, HAN_LATIN_CONSISTENT };

struct settings {
	int han_latin;
};

enum {
	LATIN_REACH = 40, /* how far a Latin word is read */
	HABIT_LEAST = 5,
};

#define FUNCTION_CHARACTERS U"的了是他她我也都不" /* no list of names has them */
#define WIDE_MARKS (CLASSES_WIDE_STOP | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE))

static void add(struct check_context *context, unsigned message, struct span gap, struct span shown)
{
	struct finding *finding = report_add(context->report, message, gap);
	finding_text(finding, shown);
	finding_fix(finding, FIX_SAFE, gap, "");
}

/* In the clause there is this one space between Han characters, or it stands beside the like of 的; nothing says that it is meant. */
static bool is_slip(const struct check_context *context, const struct gap *gap)
{
	const struct article *article = context->article;
	bool function = character_is_one_of(article->cp[gap->span.begin - 1], FUNCTION_CHARACTERS) ||
			character_is_one_of(article->cp[gap->span.end], FUNCTION_CHARACTERS);
	uint32_t others = article_count(article, (struct span){gap->begin, gap->span.begin}, CLASSES_SPACE) +
		article_count(article, (struct span){gap->span.end, gap->end}, CLASSES_SPACE);
	if (others > (function ? 1 : 0))
		return false;
	if (gap->span.begin - article_skip(article, gap->paragraph->span.begin, gap->span.begin, CLASSES_SPACE) <= 1)
		return false;
	if (gap_repeats(article, gap))
		return false;
	const struct pair *around = pair_around(article, gap->span.begin, PAIRS_ANY);
	if (around && (PAIR_BIT(around->kind) & PAIRS_TITLE))
		return false;
	bool quoted = around && gap->begin == around->open + 1 && gap->end == around->close;
	if (gap_shows_respect(article, gap) || quoted || gap_follows_byline(article, gap))
		return gap_tears_word(article, context->data, gap);
	if (gap_parts_halves(article, gap) || gap_follows_label(article, gap) || gap_is_in_name(article, context->data, gap))
		return gap_cuts_phrase(article, context->data, gap) || gap_tears_word(article, context->data, gap);
	return true;
}

/* **注意：** 请: beside some emphasis CommonMark needs a space, and many write one beside all. */
static bool stands_at_markup(const struct article *article, struct span gap)
{
	return article_byte(article, gap.begin) != article_byte_end(article, gap.begin) ||
	       article_byte(article, gap.end) != article_byte_end(article, gap.end);
}

static void look_inside(struct check_context *context, struct span spaces)
{
	const struct article *article = context->article;
	struct gap gap = gap_at(article, spaces);
	if (spaces.end - spaces.begin <= 2 && gap_is_in_prose(article, &gap) && !stands_at_markup(article, spaces) && is_slip(context, &gap))
		add(context, MESSAGE_INSIDE, spaces, (struct span){spaces.begin - 1, spaces.end + 1});
}

/* Spaces after stops and beside pairs: slips if they are few, a habit if most marks have one; so they wait for the end of the article. */
struct gaps {
	struct span *items;
	size_t count, capacity;
};

static void look_at_mark(struct check_context *context, struct span spaces, struct gaps *after_stops, struct gaps *beside_pairs)
{
	const struct article *article = context->article;
	struct gap gap = gap_at(article, spaces);
	uint32_t before = spaces.begin - 1, after = spaces.end;
	bool blank = article_is(article, before, CLASS_BIT(CLASS_OPEN)) && article_is(article, after, CLASS_BIT(CLASS_CLOSE));
	bool open_range = article_is(article, before, CLASS_BIT(CLASS_DASH)); /* （1976年— ） */
	if (blank || open_range || !gap_is_in_prose(article, &gap) || stands_at_markup(article, spaces))
		return;
	if (article_is(article, after, CLASSES_WIDE_STOP) || (article_is(article, after, CLASS_BIT(CLASS_CLOSE)) && pair_closing(article, after)))
		add(context, MESSAGE_MARK, spaces, (struct span){after, after + 1});
	else if (article_is(article, before, CLASS_BIT(CLASS_OPEN)) && pair_opening(article, before))
		add(context, MESSAGE_MARK, spaces, (struct span){before, before + 1});
	else if (gap_parts_pair(article, &gap))
		ARENA_PUSH(context->scratch, beside_pairs->items, beside_pairs->count, beside_pairs->capacity, spaces);
	else if (article_is(article, before, CLASSES_WIDE_STOP) &&
		 article_is(article, after, CLASSES_HAN | CLASSES_FIGURE | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_LATIN)))
		ARENA_PUSH(context->scratch, after_stops->items, after_stops->count, after_stops->capacity, spaces);
}

/* One finding each, or one for all if more than half of the MARKS have a space. */
static void report_gaps(struct check_context *context, const struct gaps *gaps, uint32_t marks, unsigned habit_message)
{
	const struct article *article = context->article;
	bool habit = gaps->count >= HABIT_LEAST && gaps->count * 2 > marks;
	struct finding *finding = NULL;
	for (size_t i = 0; i < gaps->count; i++) {
		struct span gap = gaps->items[i];
		if (!habit) {
			uint32_t mark = article_is_han(article, gap.begin - 1) ? gap.end : gap.begin - 1;
			add(context, MESSAGE_MARK, gap, (struct span){mark, mark + 1});
			continue;
		}
		if (!finding) {
			finding = report_add(context->report, habit_message, gap);
			finding_number(finding, (int64_t)gaps->count);
		}
		finding_fix(finding, FIX_SAFE, gap, "");
	}
}

/* International Corporation,All Rights Reserved: two words of one Latin passage. */
static void look_at_comma(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint64_t latin = CLASS_BIT(CLASS_LATIN);
	if (!article_is(article, at - 1, latin) || !article_is(article, at + 1, latin) || !article_is(article, at - 2, latin) ||
		!article_is(article, at + 2, latin))
		return;
	uint32_t begin = article_skip_back(article, at, article_back(article, at, LATIN_REACH), latin);
	uint32_t end = article_skip(article, at + 1, article_ahead(article, at, LATIN_REACH), latin);
	bool before = article->cp[begin - 1] == ' ' && article_is(article, begin - 2, latin);
	bool after = article->cp[end] == ' ' && article_is(article, end + 1, latin);
	if (!before && !after)
		return;
	struct span gap = {at + 1, at + 1};
	struct finding *finding = report_add(context->report, MESSAGE_LATIN_COMMA, (struct span){at, at + 1});
	finding_text(finding, (struct span){begin, end});
	finding_fix(finding, FIX_SAFE, gap, " ");
}

/* One note for the article, at the first place. */
static void add_trailing(struct check_context *context, struct finding **finding, struct span gap)
{
	if (!*finding)
		*finding = report_add(context->report, MESSAGE_TRAILING, gap);
	finding_fix(*finding, FIX_SAFE, gap, "");
}

static void look_at_spaces(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *spaces = &article->index[CLASS_SPACE];
	struct finding *trailing = NULL;
	struct gaps after_stops = {0}, beside_pairs = {0};
	int64_t trailing_count = 0;
	for (uint32_t i = 0; i < spaces->count;) {
		struct span gap = {spaces->at[i], spaces->at[i] + 1};
		bool ideographic = article->cp[gap.begin] == 0x3000;
		for (i++; i < spaces->count && spaces->at[i] == gap.end; i++, gap.end++)
			ideographic |= article->cp[gap.end] == 0x3000;
		if (article_is(article, gap.begin - 1, CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_ODD_SPACE)) ||
			article_is(article, gap.end, CLASS_BIT(CLASS_ODD_SPACE)))
			continue;
		if (article_is(article, gap.end, CLASS_BIT(CLASS_NEWLINE))) {
			add_trailing(context, &trailing, gap);
			trailing_count++;
		} else if (!ideographic && article_is_han(article, gap.begin - 1) && article_is_han(article, gap.end)) {
			look_inside(context, gap);
		} else if (!ideographic && (article_is(article, gap.begin - 1, WIDE_MARKS) || article_is(article, gap.end, WIDE_MARKS))) {
			look_at_mark(context, gap, &after_stops, &beside_pairs);
		}
	}
	report_gaps(context, &after_stops, article->class_count[CLASS_END_STOP] + article->class_count[CLASS_INNER_STOP], MESSAGE_AFTER_STOPS);
	report_gaps(context, &beside_pairs, article->class_count[CLASS_OPEN], MESSAGE_BESIDE_PAIRS);
	if (trailing)
		finding_number(trailing, trailing_count);
}

/* House style for the space between Han and Latin: its own or, if asked, what most of the article does. */
static void look_at_borders(struct check_context *context, int mode)
{
	const struct article *article = context->article;
	uint32_t counts[2][2] = {{0}};
	struct border border;
	for (uint32_t at = article->begin; mode == HAN_LATIN_CONSISTENT && at < article->end; at++)
		if (border_at(article, at, &border) && !border.unit)
			counts[border.figures][border.gap.end > border.gap.begin]++;
	for (uint32_t at = article->begin; at < article->end; at++) {
		if (!border_at(article, at, &border) || border.unit)
			continue;
		const uint32_t *count = counts[border.figures];
		bool spaced = border.gap.end > border.gap.begin, wanted = mode == HAN_LATIN_REQUIRE;
		if (mode == HAN_LATIN_CONSISTENT)
			wanted = count[1] > count[0];
		if (spaced == wanted || (mode == HAN_LATIN_CONSISTENT && count[0] == count[1]))
			continue;
		struct finding *finding = report_add(context->report, wanted ? MESSAGE_HAN_LATIN_MISSING : MESSAGE_HAN_LATIN_EXTRA, border.gap);
		finding_text(finding, (struct span){border.gap.begin - 1, border.gap.end + 1});
		finding_fix(finding, FIX_SAFE, border.gap, wanted ? " " : "");
	}
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct settings *settings = context->settings;
	const struct positions *stops = &article->index[CLASS_HALF_STOP];
	look_at_spaces(context);
	for (uint32_t i = 0; i < stops->count; i++)
		if (article->cp[stops->at[i]] == ',')
			look_at_comma(context, stops->at[i]);
	if (settings->han_latin != HAN_LATIN_IGNORE)
		look_at_borders(context, settings->han_latin);
}

static const struct check_message messages[] = {
	[MESSAGE_INSIDE] = {"inside", N_("space inside a sentence: {0}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_MARK] = {"mark", N_("space beside a full-width mark: {0}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_AFTER_STOPS] = {"after_stops", N_("spaces after most full-width stops (in all: {0})"), SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_BESIDE_PAIRS] = {"beside_pairs", N_("spaces round most full-width quotes and brackets (in all: {0})"), SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_LATIN_COMMA] = {"latin_comma", N_("no space after the comma of a Latin passage: {0}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_TRAILING] = {"trailing", N_("trailing spaces (lines with them: {0})"), SEVERITY_NOTE,
		PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_HAN_LATIN_EXTRA] = {"han_latin_extra", N_("space between Han and Latin text, against the style: {0}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_HAN_LATIN_MISSING] = {"han_latin_missing", N_("no space between Han and Latin text, against the style: {0}"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	{0},
};

static const char *const han_latin_choices[] = {"ignore", "require", "forbid", "consistent", NULL};

static const struct check_option options[] = {
	{.key = "han_latin",
		.type = OPTION_CHOICE,
		.offset = offsetof(struct settings, han_latin),
		.initial = HAN_LATIN_IGNORE,
		.choices = han_latin_choices,
		.help = N_("space between Han and Latin letters or figures")},
	{0},
};

const struct check check_punct_bad_space = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_space",
	.summary = N_("a space that tears a Chinese sentence"),
	.needs = NEED_PAIRS | NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};
