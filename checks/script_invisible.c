/*
 * script_invisible: characters that nobody sees and that do not belong into Chinese prose.
 *
 * Web pages, word processors and chat programs leave zero-width characters, soft hyphens, byte order marks, control
 * characters and no-break spaces in text. They break words for search, word counts and line breaks; bidirectional controls
 * can even show the text in another order than it is stored (Unicode TR 36 and TR 55). A run of one character is one finding.
 *
 * Passes: joiners and selectors in emoji; variation selectors after ideographs, and after marks that have standardised variants;
 * joiners inside the scripts that spell with them; bidirectional marks beside right-to-left letters; odd spaces between
 * Latin, digits and signs. Where a plain space could stand as well (bylines, breadcrumbs, indents, between Han
 * and Latin) there is one note for the article. Misses: signs with a glyph that is empty in one font only.
 */
#include "check.h"

enum { MESSAGE_HIDDEN, MESSAGE_BIDI, MESSAGE_CONTROL, MESSAGE_SELECTOR, MESSAGE_SPACE, MESSAGE_LAYOUT, MESSAGE_PRIVATE };

enum {
	PASSAGE_MAXIMUM = 64, /* how far a right-to-left letter may be from its controls */
	NAME_MAXIMUM = 4,     /* Han characters of a name in a list */
	NEAR = 16,            /* how far spaces are looked through */
};

struct range {
	uint32_t first, last;
};

/* Unicode: property Bidi_Control. */
static const struct range bidi_controls[] = {{0x061C, 0x061C}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}};
static const struct range bidi_overrides[] = {{0x202D, 0x202E}};
static const struct range right_to_left[] = {{0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};
static const struct range selectors[] = {{0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}};
static const struct range controls[] = {{0, 0x1F}, {0x7F, 0x9F}, {0x2028, 0x2029}};
static const struct range tags[] = {{0xE0020, 0xE007F}};

/* Arabic, Syriac, the scripts of India and South East Asia, Mongolian: joiners are part of their spelling. */
static const struct range joining_scripts[] = {
	{0x0600, 0x109F}, {0x1780, 0x1CFF}, {0xA800, 0xAADF}, {0xABC0, 0xABFF}, {0xFB50, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10A00, 0x11FFF}};

/* Outside the symbols: characters with an emoji form (emoji-variation-sequences.txt). */
static const struct range emoji_bases[] = {
	{'#', '#'}, {'*', '*'}, {'0', '9'}, {0x203C, 0x203C}, {0x2049, 0x2049}, {0x2139, 0x2139}, {0x3030, 0x3030}, {0x303D, 0x303D}};

/* Marks and digits with a standardised variant under U+FE00 or U+FE01 (StandardizedVariants.txt). */
static const struct range variant_bases[] = {{'0', '0'}, {0x2018, 0x2019}, {0x201C, 0x201D}, {0x1000, 0x109F}, {0x3001, 0x3002}, {0xA840, 0xA877},
	{0xFF01, 0xFF01}, {0xFF0C, 0xFF0C}, {0xFF0E, 0xFF0E}, {0xFF1A, 0xFF1B}, {0xFF1F, 0xFF1F}, {0xFF10, 0xFF10}};

#define IN(ranges, code_point) in_ranges(ranges, sizeof(ranges) / sizeof *(ranges), code_point)

static bool in_ranges(const struct range *ranges, size_t count, uint32_t code_point)
{
	for (size_t i = 0; i < count; i++)
		if (code_point >= ranges[i].first && code_point <= ranges[i].last)
			return true;
	return false;
}

static bool is_pictograph(const struct article *article, uint32_t at)
{
	return article->cls[at] == CLASS_EMOJI || article->cls[at] == CLASS_SYMBOL;
}

/* The position before AT that is no selector and no tag. */
static uint32_t base_before(const struct article *article, uint32_t at)
{
	uint32_t base = at - 1;
	while (base > article->begin && at - base < NEAR && (IN(selectors, article->cp[base]) || IN(tags, article->cp[base])))
		base--;
	return base;
}

static bool selector_is_right(const struct article *article, uint32_t at)
{
	uint32_t selector = article->cp[at], base = article->cp[at - 1];
	uint8_t class = article->cls[at - 1];
	if (selector >= 0xE0100)
		return class_is_han(class) || class == CLASS_COMPATIBILITY;
	if (selector >= 0xFE0E)
		return is_pictograph(article, at - 1) || IN(emoji_bases, base);
	return selector <= 0xFE02 && (class_is_han(class) || class == CLASS_SYMBOL || IN(variant_bases, base));
}

/* Right-to-left letters on one of the two sides, with no Han between. */
static bool is_right_to_left_passage(const struct article *article, uint32_t begin, uint32_t end)
{
	for (uint32_t i = begin; i > article->begin && begin - i < PASSAGE_MAXIMUM && !article_is_han(article, i - 1); i--)
		if (IN(right_to_left, article->cp[i - 1]))
			return true;
	for (uint32_t i = end; i < article->end && i - end < PASSAGE_MAXIMUM && !article_is_han(article, i); i++)
		if (IN(right_to_left, article->cp[i]))
			return true;
	return false;
}

static bool hidden_is_right(const struct article *article, struct span run)
{
	uint32_t code_point = article->cp[run.begin], before = base_before(article, run.begin);
	bool joins = IN(joining_scripts, article->cp[before]) || IN(joining_scripts, article->cp[run.end]);
	if (IN(tags, code_point))
		return article->cp[before] == 0x1F3F4; /* flags of England, Scotland and Wales */
	if (code_point == 0x200D && run.end == run.begin + 1 && is_pictograph(article, before) && is_pictograph(article, run.end))
		return true;
	if (code_point >= 0x0600 && code_point <= 0x08FF)
		return true; /* signs of Arabic that stand over a number */
	return joins && (code_point == 0x180E || (code_point >= 0x200B && code_point <= 0x200D) || code_point == 0x2060);
}

static struct finding *add(struct check_context *context, unsigned message, struct span run)
{
	struct finding *finding = report_add(context->report, message, run);
	finding_character(finding, context->article->cp[run.begin]);
	return finding;
}

static void check_control(struct check_context *context, struct span run)
{
	const uint32_t *cp = context->article->cp;
	struct finding *finding = add(context, MESSAGE_CONTROL, run);
	uint32_t code_point = cp[run.begin];
	bool breaks = code_point == '\r' || code_point == 0x0B || code_point == 0x85 || code_point == 0x2028 || code_point == 0x2029;
	if (breaks && cp[run.begin - 1] != '\n' && cp[run.end] != '\n')
		finding_fix(finding, FIX_UNSAFE, run, "\n");
	else
		finding_fix(finding, FIX_SAFE, run, "");
}

static void check_invisible(struct check_context *context, struct span run)
{
	const struct article *article = context->article;
	uint32_t code_point = article->cp[run.begin];
	unsigned message = MESSAGE_HIDDEN;
	if (IN(controls, code_point)) {
		check_control(context, run);
		return;
	}
	if (IN(selectors, code_point)) {
		if (selector_is_right(article, run.begin) && ++run.begin == run.end)
			return;
		message = MESSAGE_SELECTOR;
	} else if (IN(bidi_controls, code_point)) {
		if (!IN(bidi_overrides, code_point) && is_right_to_left_passage(article, run.begin, run.end))
			return;
		message = MESSAGE_BIDI;
	} else if (hidden_is_right(article, run)) {
		return;
	}
	finding_fix(add(context, message, run), FIX_SAFE, run, "");
}

static void check_private(struct check_context *context, struct span run)
{
	add(context, MESSAGE_PRIVATE, run);
}

/* Is there a word of the dictionary across the gap, so that it cuts that word? */
static bool cuts_word(const struct check_context *context, struct span gap)
{
	const struct article *article = context->article;
	uint32_t text[4];
	for (uint32_t left = 1; left <= 2; left++)
		for (uint32_t right = 1; right <= 2; right++) {
			if (!article_is_han(article, gap.begin - left) || !article_is_han(article, gap.end + right - 1))
				continue;
			memcpy(text, &article->cp[gap.begin - left], left * sizeof *text);
			memcpy(text + left, article->cp + gap.end, right * sizeof *text);
			if (word_find(context->data, text, left + right, NULL))
				return true;
		}
	return false;
}

/* 张三 李四: short Han on both sides, as names in a byline stand. */
static bool stands_between_names(const struct article *article, struct span gap)
{
	uint32_t begin = article_back(article, gap.begin, NEAR);
	uint32_t end = article_ahead(article, gap.end, NEAR);
	uint32_t left = gap.begin - article_skip_back(article, gap.begin, begin, CLASSES_HAN);
	uint32_t right = article_skip(article, gap.end, end, CLASSES_HAN) - gap.end;
	return left <= NAME_MAXIMUM && right <= NAME_MAXIMUM;
}

static bool is_label(const struct article *article, uint32_t at)
{
	enum role role = article->paragraphs[article_paragraph_at(article, at)].role;
	return role != ROLE_BODY && role != ROLE_LIST_ITEM;
}

enum place { PLACE_RIGHT, PLACE_LAYOUT, PLACE_WRONG };

/* What an odd space is where it stands; a plain space beside it says that it is there for its width. */
static enum place judge_space(const struct check_context *context, struct span run)
{
	const struct article *article = context->article;
	const uint64_t spaces = CLASSES_SPACE;
	const uint64_t marks = CLASSES_WIDE_STOP | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE);
	uint32_t begin = article_back(article, run.begin, NEAR);
	uint32_t end = article_ahead(article, run.end, NEAR);
	struct span gap = {article_skip_back(article, run.begin, begin, spaces), article_skip(article, run.end, end, spaces)};
	uint8_t left = article->cls[gap.begin - 1], right = article->cls[gap.end];
	if (right == CLASS_NEWLINE)
		return left == CLASS_NEWLINE ? PLACE_RIGHT : PLACE_WRONG;
	if (left == CLASS_NEWLINE)
		return PLACE_LAYOUT;
	if (!class_in(left, CLASSES_HAN | marks) && !class_in(right, CLASSES_HAN | marks))
		return gap.end - gap.begin == 1 ? PLACE_RIGHT : PLACE_LAYOUT;
	if (class_is_han(left) && class_is_han(right) && gap.end - gap.begin == 1 && cuts_word(context, gap))
		return PLACE_WRONG;
	if (gap.end - gap.begin > 1 || is_label(article, run.begin))
		return PLACE_LAYOUT;
	if (!class_in(left, CLASSES_HAN | marks) || !class_in(right, CLASSES_HAN | marks))
		return PLACE_LAYOUT;
	return class_is_han(left) && class_is_han(right) && stands_between_names(article, gap) ? PLACE_LAYOUT : PLACE_WRONG;
}

/* The end of the run of one character that begins at positions[I]; moves I to its last. */
static struct span next_run(const struct article *article, const struct positions *positions, uint32_t *i)
{
	struct span run = {positions->at[*i], positions->at[*i] + 1};
	while (*i + 1 < positions->count && positions->at[*i + 1] == run.end && article->cp[run.end] == article->cp[run.begin]) {
		run.end++;
		++*i;
	}
	return run;
}

static void check_spaces(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *spaces = &article->index[CLASS_ODD_SPACE];
	struct finding *layout = NULL;
	int64_t count = 0;
	for (uint32_t i = 0; i < spaces->count; i++) {
		struct span run = next_run(article, spaces, &i);
		enum place place = judge_space(context, run);
		if (place == PLACE_WRONG) {
			finding_fix(add(context, MESSAGE_SPACE, run), FIX_SAFE, run, "");
		} else if (place == PLACE_LAYOUT) {
			if (count++ == 0)
				layout = add(context, MESSAGE_LAYOUT, run);
			for (uint32_t at = run.begin; at < run.end; at++)
				finding_fix(layout, FIX_SAFE, (struct span){at, at + 1}, " ");
		}
	}
	if (layout)
		finding_number(layout, count);
}

static void check_index(struct check_context *context, enum character_class class, void (*check)(struct check_context *, struct span))
{
	const struct positions *positions = &context->article->index[class];
	for (uint32_t i = 0; i < positions->count; i++)
		check(context, next_run(context->article, positions, &i));
}

static void run(struct check_context *context)
{
	check_index(context, CLASS_INVISIBLE, check_invisible);
	check_index(context, CLASS_PRIVATE, check_private);
	check_spaces(context);
}

static const struct check_message messages[] = {
	[MESSAGE_HIDDEN] = {"hidden", N_("{0} inside the text cannot be seen, delete it"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_BIDI] = {"bidi", N_("{0} can show the text in another order than it is stored, delete it"), SEVERITY_ERROR, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_CONTROL] = {"control", N_("{0} is a control character, which has no place in text"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_SELECTOR] = {"selector", N_("{0} follows a character that has no variants, delete it"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_SPACE] = {"space", N_("{0} has no place here, delete it"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_LAYOUT] = {"layout", N_("{0} in place of a plain space (in all: {1})"), SEVERITY_NOTE, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_PRIVATE] = {"private", N_("{0} is a private-use character, which other systems show as something else or not at all"),
		SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_script_invisible = {
	.struct_size = sizeof(struct check),
	.name = "script_invisible",
	.summary = N_("invisible characters, bidi controls, odd spaces and private-use characters"),
	.needs = NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
