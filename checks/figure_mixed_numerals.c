/*
 * figure_mixed_numerals: one number in two styles, or in the style that its sense does not allow (GB/T 15835-2011).
 *
 * 10几天, 几10人, 3百5十, 二十3, 百分之30 and 2022年四月16日 are half in digits and half in Chinese numerals; 3、4十人 and 三、四十岁 are
 * approximate numbers with a mark inside; 3。5% and 7，000人 have a Chinese stop inside a number, 1 234,567 two separators; 星期5,
 * 4书5经 and 正月初5 are words. Notes: 零 in a year (二零二二年), and in the house style of a newsroom 3百名, 98年5月, lunar days and reign years in
 * digits, 一百二十三公里, numbers grouped by threes only here and there, one measure word with both styles in a sentence.
 *
 * Passes on purpose: 10多天, 20余, 几百, 3亿4500万, 5千克, 980百帕, 一中1班, 十三五, 第二〇二二号, 二、三产业, 三、四年级, 第三、四个,
 * 1898年四月二十三日 (lunar), times and scores, titles of works, verse. 零 in a year, years and lunar dates only in Simplified text: usage differs.
 * Misses: 二O二二 (script_lookalike), 2023、9、1 (punct_bad_enumeration), 9.18事变 (punct_bad_interpunct), 周5 without a time of day.
 */
#include "check.h"

enum {
	MESSAGE_MIXED,
	MESSAGE_ROUGH,
	MESSAGE_STOP,
	MESSAGE_SEPARATORS,
	MESSAGE_WORD,
	MESSAGE_ZERO,
	MESSAGE_HUNDRED,
	MESSAGE_YEAR,
	MESSAGE_LUNAR,
	MESSAGE_MEASURE,
	MESSAGE_GROUPING,
	MESSAGE_STYLES,
};

enum { STYLES_REACH = 8 };

#define KIND(kind) (1u << FIGURE_##kind)
#define STYLE(style) (1u << FIGURE_##style)
#define ANY (~0u)
#define WITH_DIGITS (STYLE(ARABIC) | STYLE(MIXED))

/* In the order in which they are asked. */
enum {
	ASK_SEVERAL,
	ASK_SHARE,
	ASK_ROUGH,
	ASK_PLACES,
	ASK_HUNDRED,
	ASK_DATE,
	ASK_ZERO,
	ASK_SHORT_YEAR,
	ASK_LUNAR,
	ASK_FESTIVAL,
	ASK_WEEKDAY,
	ASK_STOP,
	ASK_SEPARATORS,
	ASK_MEASURE,
	QUESTIONS,
	ASKED = 1 << QUESTIONS
};

/* Each of the figures that it can be about. */
static const struct {
	numeral_question *question;
	unsigned message;
	enum fix_kind fix;
	unsigned kinds, styles;
} questions[QUESTIONS] = {
	[ASK_SEVERAL] = {numeral_several, MESSAGE_MIXED, FIX_SAFE, KIND(CARDINAL), WITH_DIGITS},
	[ASK_SHARE] = {numeral_share, MESSAGE_MIXED, FIX_SAFE, ANY, STYLE(MIXED)},
	[ASK_ROUGH] = {numeral_rough, MESSAGE_ROUGH, FIX_SAFE, KIND(CARDINAL), ANY},
	[ASK_PLACES] = {numeral_places, MESSAGE_MIXED, FIX_SAFE, ~(KIND(CODE) | KIND(TIME)), WITH_DIGITS},
	[ASK_HUNDRED] = {numeral_hundred, MESSAGE_HUNDRED, FIX_SAFE, ~(KIND(CODE) | KIND(TIME)), STYLE(MIXED)},
	[ASK_DATE] = {numeral_date, MESSAGE_MIXED, FIX_SAFE, KIND(DATE) | KIND(TIME), ANY},
	[ASK_ZERO] = {numeral_zero, MESSAGE_ZERO, FIX_SAFE, KIND(DATE), STYLE(HAN_DIGITS)},
	[ASK_SHORT_YEAR] = {numeral_short_year, MESSAGE_YEAR, FIX_UNSAFE, KIND(DATE), STYLE(ARABIC)},
	[ASK_LUNAR] = {numeral_lunar, MESSAGE_LUNAR, FIX_SAFE, ANY, STYLE(ARABIC)},
	[ASK_FESTIVAL] = {numeral_festival, MESSAGE_WORD, FIX_SAFE, KIND(CARDINAL), STYLE(ARABIC)},
	[ASK_WEEKDAY] = {numeral_weekday, MESSAGE_WORD, FIX_SAFE, KIND(CARDINAL), STYLE(ARABIC)},
	[ASK_STOP] = {numeral_stop, MESSAGE_STOP, FIX_UNSAFE, KIND(CARDINAL), STYLE(ARABIC)},
	[ASK_SEPARATORS] = {numeral_separators, MESSAGE_SEPARATORS, FIX_UNSAFE, KIND(CARDINAL), WITH_DIGITS},
	[ASK_MEASURE] = {numeral_measure, MESSAGE_MEASURE, FIX_SAFE, KIND(CARDINAL), STYLE(HAN)},
};

/* For each kind and style the questions that are asked, a bit each, and the bit ASKED: known. What nobody is shown is not asked. */
struct asked {
	uint16_t of[FIGURE_SLOGAN + 1][FIGURE_MIXED + 1];
};

/* Titles of works and verse are as their authors wrote them. */
static bool is_work(const struct article *article, uint32_t at)
{
	return article->paragraphs[article_paragraph_at(article, at)].role == ROLE_VERSE || pair_around(article, at, PAIRS_TITLE) != NULL;
}

static void report(struct check_context *context, unsigned message, enum fix_kind fix, const struct numeral_slip *slip)
{
	if (is_work(context->article, slip->span.begin))
		return;
	struct finding *finding = report_add(context->report, message, slip->span);
	finding_text(finding, slip->span);
	if (slip->length == 0)
		return;
	finding_characters(finding, slip->right, slip->length);
	finding_fix_characters(finding, fix, slip->span, slip->right, slip->length);
}

static unsigned questions_for(const struct report *shown, const struct figure *figure, struct asked *asked)
{
	uint16_t *known = &asked->of[figure->kind][figure->style];
	if (*known & ASKED)
		return *known - ASKED;
	for (unsigned i = 0; i < QUESTIONS; i++)
		if ((questions[i].kinds >> figure->kind & 1) && (questions[i].styles >> figure->style & 1) &&
			report_shows(shown, questions[i].message))
			*known |= (uint16_t)(1u << i);
	*known |= ASKED;
	return *known - ASKED;
}

/* The questions to which the character before a number may answer yes. */
static unsigned questions_after(uint32_t before)
{
	/* clang-format off */
	switch (before) {
	case U'几': case U'幾': case U'数': case U'數': return 1u << ASK_SEVERAL;
	case U'初': case U'月': case U'年': return 1u << ASK_FESTIVAL;
	case U'周': case U'週': case U'期': case U'拜': return 1u << ASK_WEEKDAY;
	case U'、': return 1u << ASK_ROUGH;
	default: return 0;
	}
	/* clang-format on */
}

/* Those that what stands beside a number does not answer with no: half a dozen are of every number, and hardly any has such neighbours. */
static unsigned questions_beside(const struct article *article, const struct figure *figure)
{
	enum { GROUPED = 5 };
	const unsigned elsewhere = 1u << ASK_SEVERAL | 1u << ASK_FESTIVAL | 1u << ASK_WEEKDAY | 1u << ASK_ROUGH | 1u << ASK_PLACES | 1u << ASK_STOP |
				   1u << ASK_SEPARATORS;
	uint32_t begin = figure->number.begin, before = article->cp[begin - 1];
	if (!(WITH_DIGITS >> figure->style & 1))
		return before == U'、' ? ~0u : ~elsewhere;
	uint32_t some = article->cp[begin + 2], after = article->cp[figure->span.end];
	unsigned left = ~elsewhere | questions_after(before);
	if (some == U'几' || some == U'幾')
		left |= 1u << ASK_SEVERAL;
	if (figure->style == FIGURE_MIXED)
		left |= 1u << ASK_PLACES | 1u << ASK_ROUGH;
	else if (article->cls[begin - 1] == CLASS_HAN_NUMERAL)
		left |= 1u << ASK_PLACES;
	if (after == U'。' || after == U'，')
		left |= 1u << ASK_STOP;
	if (span_length(figure->number) >= GROUPED)
		left |= 1u << ASK_SEPARATORS;
	return left;
}

static void ask(struct check_context *context, const struct figure *figure, struct asked *asked)
{
	struct numeral_slip slip;
	unsigned left = questions_for(context->report, figure, asked) & questions_beside(context->article, figure);
	for (; left; left &= left - 1) {
		unsigned i = (unsigned)__builtin_ctz(left);
		slip.length = 0;
		if (questions[i].question(context->article, figure, &slip)) {
			report(context, questions[i].message, questions[i].fix, &slip);
			return;
		}
	}
	slip.length = 0;
	if (figure->style == FIGURE_ARABIC && numeral_word(context->data, context->article, figure, &slip))
		report(context, MESSAGE_WORD, FIX_SAFE, &slip);
}

/* 三、五成群 and 九八年 make no figures. */
static void check_numerals(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *numerals = &article->index[CLASS_HAN_NUMERAL];
	for (uint32_t i = 0; i < numerals->count; i++) {
		uint32_t at = numerals->at[i];
		struct numeral_slip slip;
		slip.length = 0;
		if (article->cp[at - 1] == U'、' && numeral_word_broken(context->data, article, at, &slip))
			report(context, MESSAGE_ROUGH, FIX_SAFE, &slip);
		else if (article->cp[at + 2] == U'年' && numeral_han_short_year(article, at, &slip))
			report(context, MESSAGE_YEAR, FIX_UNSAFE, &slip);
	}
}

/* GB/T 15835 5.1.4: one way in one text. */
static void check_grouping(struct check_context *context)
{
	const struct figure *figures = context->article->figures, *first[2] = {NULL, NULL};
	uint32_t count[2] = {0, 0};
	for (uint32_t i = 0; i < context->article->figure_count; i++) {
		int way = numeral_grouping(context->article, &figures[i]);
		if (way >= 0 && count[way]++ == 0)
			first[way] = &figures[i];
	}
	if (count[0] == 0 || count[1] == 0)
		return;
	unsigned odd = count[0] < count[1] ? 0 : count[1] < count[0] ? 1 : first[0] > first[1] ? 0 : 1;
	struct finding *finding = report_add(context->report, MESSAGE_GROUPING, first[odd]->number);
	finding_text(finding, first[odd]->number);
	finding_text(finding, first[1 - odd]->number);
	finding_note(finding, N_("“{0}” is written the other way"), first[1 - odd]->number);
}

static bool is_small(const struct article *article, const struct figure *figure, enum figure_style style)
{
	int64_t value;
	return figure->style == style && figure->kind == FIGURE_CARDINAL && !(figure->flags & (FIGURE_APPROXIMATE | FIGURE_EACH)) &&
	       (figure->measure == UNIT_COUNT || figure->measure == UNIT_PERSON) && figure_integer(figure, &value) && value <= 9 &&
	       value >= (style == FIGURE_HAN ? 3 : 1) && span_length(figure->number) == 1 && span_length(figure->noun) > 0 &&
	       !pair_around(article, figure->number.begin, PAIRS_QUOTE | PAIRS_TITLE);
}

/* 3个苹果和四个梨: a Chinese numeral with the same measure word in one sentence. */
static void check_styles(struct check_context *context, uint32_t index)
{
	const struct article *article = context->article;
	const struct figure *han = &article->figures[index];
	if (han->style != FIGURE_HAN || !is_small(article, han, FIGURE_HAN))
		return;
	const struct sentence *sentence = &article->sentences[article_sentence_at(article, han->span.begin)];
	uint32_t from = index > STYLES_REACH ? index - STYLES_REACH : 0;
	for (uint32_t i = from; i < article->figure_count && i <= index + STYLES_REACH; i++) {
		const struct figure *other = &article->figures[i];
		if (other->span.begin < sentence->span.begin || other->span.end > sentence->span.end || !is_small(article, other, FIGURE_ARABIC) ||
			!article_same(article, other->unit, han->unit) || !numeral_beside(article, han, other))
			continue;
		struct finding *finding = report_add(context->report, MESSAGE_STYLES, han->span);
		finding_text(finding, han->span);
		finding_text(finding, other->span);
		finding_note(finding, N_("“{0}” is written the other way"), other->span);
		return;
	}
}

static void run(struct check_context *context)
{
	const uint32_t count = context->article->figure_count;
	struct asked asked = {0};
	bool styles = report_shows(context->report, MESSAGE_STYLES);
	for (uint32_t i = 0; i < count; i++) {
		ask(context, &context->article->figures[i], &asked);
		if (styles)
			check_styles(context, i);
	}
	check_numerals(context);
	if (report_shows(context->report, MESSAGE_GROUPING))
		check_grouping(context);
}

#define HOUSE (PROFILE_NEWSROOM | PROFILE_STRICT)

static const struct check_message messages[] = {
	[MESSAGE_MIXED] = {"mixed", N_("“{0}” mixes digits and Chinese numerals, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_ROUGH] = {"rough", N_("“{0}” is an approximate number, which takes no mark inside, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_STOP] = {"stop", N_("“{0}” has a Chinese stop inside a number, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_SEPARATORS] = {"separators", N_("the digits of “{0}” are grouped in two ways"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_WORD] = {"word", N_("the number in this word takes Chinese numerals: “{0}”, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_ZERO] = {"zero", N_("the zero of a year in Chinese numerals is 〇: “{0}”, write “{1}”"), SEVERITY_NOTE, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_HUNDRED] = {"hundred", N_("百 and 千 do not follow digits: “{0}”, write “{1}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_YEAR] = {"year", N_("the year “{0}” is shortened, write “{1}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_LUNAR] = {"lunar", N_("lunar days and reign years take Chinese numerals: “{0}”, write “{1}”"), SEVERITY_NOTE, HOUSE,
		CONFIDENCE_HIGH},
	[MESSAGE_MEASURE] = {"measure", N_("with a unit of measurement a number takes digits: “{0}”, write “{1}”"), SEVERITY_NOTE, HOUSE,
		CONFIDENCE_HIGH},
	[MESSAGE_GROUPING] = {"grouping", N_("“{0}” and “{1}” group their digits in different ways in one article"), SEVERITY_NOTE, HOUSE,
		CONFIDENCE_HIGH},
	[MESSAGE_STYLES] = {"styles", N_("“{0}” and “{1}” stand in one sentence in different numerals"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	{0},
};

const struct check check_figure_mixed_numerals = {
	.struct_size = sizeof(struct check),
	.name = "figure_mixed_numerals",
	.summary = N_("a number half in digits and half in Chinese numerals, or in the wrong ones"),
	.needs = NEED_SENTENCES | NEED_PAIRS | NEED_FIGURES | NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
