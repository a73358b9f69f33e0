/*
 * figure_bad_unit: a unit of measurement after a number that is misspelt, stands in the wrong place or is not a legal one (GB 3100, GB/T 15835
 * 4.1.1); a note for the newsroom.
 *
 * The letters of a unit say by their case what they are: kg, km/h, kW, mA·h, MPa. 摄氏5度 is 5摄氏度, 3x4米 is 3×4米, m2 is m². In
 * Simplified text 公分, 市斤 and 英吋 are no units of news copy.
 *
 * Passes on purpose: what follows no number; units inside Latin text and models; KB and MB, KT, 5K, 4x4, 1024x768, x86; ml beside mL, 5°C beside
 * 5℃; 公分 and 攝氏5度 in Traditional text, where they are right; old units in quotations, in titles and beside a year before 1990.
 * Misses: W and w (100w is also 100万), M and G, units that are wrong by their meaning.
 */
#include "check.h"

enum { MESSAGE_LETTERS, MESSAGE_DEGREES, MESSAGE_TIMES, MESSAGE_POWER, MESSAGE_OLD, MESSAGE_OLD_WORD };

enum { LETTERS = 8, NEAR = 2 };

static struct finding *add(struct check_context *context, unsigned message, struct span span, const char *right)
{
	struct finding *finding = report_add(context->report, message, span);
	finding_text(finding, span);
	if (*right)
		finding_string(finding, right);
	return finding;
}

/* Does the number stand among Chinese text? */
static bool is_chinese(const struct article *article, const struct figure *figure, uint32_t end)
{
	uint64_t chinese = CLASSES_HAN | CLASSES_WIDE_STOP | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE);
	uint32_t before = article_skip_back(article, figure->number.begin, figure->number.begin - NEAR, CLASSES_SPACE);
	uint32_t after = article_skip(article, end, end + NEAR, CLASSES_SPACE);
	bool latin = article_is(article, before - 1, CLASSES_LATIN) || article_is(article, after, CLASSES_LATIN);
	return !latin && (article_is(article, before - 1, chinese) || article_is(article, after, chinese));
}

/* Where the digits of a number end. 100Km/h is a code for the figures layer: its letters are no unit that it knows. */
static uint32_t digits_end(const struct article *article, const struct figure *figure)
{
	if (figure->kind != FIGURE_CODE)
		return figure->number.end;
	uint32_t end = article_skip(article, figure->number.begin, figure->number.end, CLASS_BIT(CLASS_DIGIT));
	return article->cp[end] == '.' ? article_skip(article, end + 1, figure->number.end, CLASS_BIT(CLASS_DIGIT)) : end;
}

static void check_letters(struct check_context *context, const struct figure *figure)
{
	const struct article *article = context->article;
	uint32_t number_end = digits_end(article, figure), at = number_end + (article->cp[number_end] == ' '), end = at;
	while (end < at + LETTERS && (article->cls[end] == CLASS_LATIN || character_is_one_of(article->cp[end], U"/°º˚")))
		end++;
	struct span span = {at, end};
	/* 第3KM处, 名叫5KG */
	if (character_is_one_of(article->cp[figure->number.begin - 1], U"第叫名称稱") || number_end == figure->number.begin || end == at ||
		end == at + LETTERS || article_is(article, end, CLASS_BIT(CLASS_DIGIT)) || !is_chinese(article, figure, end))
		return;
	const char *right = unit_letters(article, span);
	if (!right)
		return;
	finding_fix(add(context, MESSAGE_LETTERS, span, right), FIX_SAFE, span, right);
}

/* 50m2, 30 cm3 */
static void check_power(struct check_context *context, const struct figure *figure)
{
	static const char *const lengths[] = {"m", "cm", "km", "mm", "dm", NULL};
	const struct article *article = context->article;
	uint32_t at = figure->number.end + (article->cp[figure->number.end] == ' ');
	uint32_t end = article_skip(article, at, at + 3, CLASS_BIT(CLASS_LATIN)), digit = article->cp[end];
	if (end == at || (digit != '2' && digit != '3') || !article_is_any(article, (struct span){at, end}, lengths) ||
		article_is(article, end + 1, CLASSES_FIGURE | CLASS_BIT(CLASS_LATIN)) || !is_chinese(article, figure, end + 1))
		return;
	struct span span = {at, end + 1};
	uint32_t right[4] = {0}, length = 0;
	for (; at < end; at++)
		right[length++] = article->cp[at];
	right[length++] = digit == '2' ? 0xB2 : 0xB3;
	struct finding *finding = report_add(context->report, MESSAGE_POWER, span);
	finding_text(finding, span);
	finding_characters(finding, right, length);
	finding_fix_characters(finding, FIX_SAFE, span, right, length);
}

/* 摄氏5度, 摄氏零下5度 */
static void check_degrees(struct check_context *context, const struct figure *figure)
{
	static const char *const scales[] = {"摄氏", "华氏", NULL};
	const struct article *article = context->article;
	uint32_t begin = figure->span.begin;
	if (!variant_is_hans(article->variant) || span_length(figure->unit) != 1 || article->cp[figure->unit.begin] != U'度' ||
		figure->kind != FIGURE_CARDINAL)
		return;
	begin -= article_ends(article, begin, "零下") ? 2 : 0;
	if (!article_ends_any(article, begin, scales) || (figure->flags & (FIGURE_RANGE_BEGIN | FIGURE_RANGE_END)))
		return;
	struct span scale = {begin - 2, begin}, span = {begin - 2, figure->unit.end};
	uint32_t words_of_scale[2] = {article->cp[scale.begin], article->cp[scale.begin + 1]};
	struct finding *finding = report_add(context->report, MESSAGE_DEGREES, span);
	finding_text(finding, span);
	finding_characters(finding, words_of_scale, 2);
	finding_fix(finding, FIX_SAFE, scale, "");
	finding_fix_characters(finding, FIX_SAFE, (struct span){figure->unit.begin, figure->unit.begin}, words_of_scale, 2);
}

static void check_times(struct check_context *context, const struct figure *figure)
{
	const struct article *article = context->article;
	uint32_t signs, first = 0, unit_end, begin = figure->number.begin;
	uint32_t mark = article_skip(article, begin, begin + LETTERS, CLASS_BIT(CLASS_DIGIT));
	if (!character_is_one_of(article->cp[mark], U"xX*＊. ") || !article_is(article, begin, CLASS_BIT(CLASS_DIGIT)) ||
		article_is(article, begin - 1, CLASSES_LATIN | CLASS_BIT(CLASS_DIGIT)) || character_is_one_of(article->cp[begin - 1], U".*-_/"))
		return;
	uint32_t end = unit_times_end(article, begin, &signs, &first), unit = end + (article->cp[end] == ' ');
	enum figure_unit_kind kind = signs ? figure_unit_at(article, unit, &unit_end) : UNIT_NONE;
	if (kind != UNIT_LENGTH || article->cp[begin] == '0')
		return;
	struct span span = {begin, end};
	struct finding *finding = report_add(context->report, MESSAGE_TIMES, span);
	finding_text(finding, span);
	for (uint32_t at = first; at < end; at++)
		if (character_is_one_of(article->cp[at], U"xX*＊"))
			finding_fix_character(finding, FIX_SAFE, (struct span){at, at + 1}, 0xD7);
}

static void check_old(struct check_context *context, uint32_t index)
{
	const struct article *article = context->article;
	const struct figure *figure = &article->figures[index];
	uint32_t at = figure->number.end;
	if (!variant_is_hans(article->variant) || figure->kind != FIGURE_CARDINAL || !character_is_one_of(article->cp[at], U"公平立英吋呎哩浬市"))
		return;
	struct span span = {at, at};
	const char *right = unit_old(article, at, &span.end);
	if (!right || pair_around(article, at, PAIRS_QUOTE | PAIRS_TITLE) || unit_is_history(article, index))
		return;
	struct finding *finding = add(context, *right ? MESSAGE_OLD : MESSAGE_OLD_WORD, span, right);
	if (*right)
		finding_fix(finding, FIX_SAFE, span, right);
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	for (uint32_t i = 0; i < article->figure_count; i++) {
		const struct figure *figure = &article->figures[i];
		if (!article_is(article, figure->number.end - 1, CLASSES_FIGURE | CLASSES_LATIN))
			continue;
		if (figure->kind != FIGURE_DATE && figure->kind != FIGURE_TIME && figure->kind != FIGURE_MARKER) {
			check_letters(context, figure);
			check_power(context, figure);
			check_times(context, figure);
		}
		check_degrees(context, figure);
		check_old(context, i);
	}
}

#define HOUSE (PROFILE_NEWSROOM | PROFILE_STRICT)

static const struct check_message messages[] = {
	[MESSAGE_LETTERS] = {"letters", N_("the unit “{0}” is written “{1}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_DEGREES] = {"degrees", N_("“{1}” stands before 度, not before the number: “{0}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_TIMES] = {"times", N_("the sign between the sizes in “{0}” is ×"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_POWER] = {"power", N_("the unit “{0}” is a power, write “{1}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_OLD] = {"old", N_("“{0}” is no legal unit, write “{1}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_OLD_WORD] = {"old_word", N_("“{0}” is no legal unit, convert it"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	{0},
};

const struct check check_figure_bad_unit = {
	.struct_size = sizeof(struct check),
	.name = "figure_bad_unit",
	.summary = N_("a unit of measurement that is misspelt, misplaced or not a legal one"),
	.needs = NEED_SENTENCES | NEED_PAIRS | NEED_FIGURES,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
