/*
 * figure_bad_range: the two ends of a range that cannot belong together.
 *
 * 30～20岁 runs backwards; 0376676—00376700 has ends of seven and eight digits where the zeros say that the length is fixed, so
 * one digit was lost or added; 3-5万元 may mean 3 or 30,000 (GB/T 15835 5.1.4: the 万 is repeated; a note, newsroom); so is the % of 63～68%
 * (in Simplified text). A range by words (45岁至18岁) is reported where it is one of ages or 之间 follows: else it may be a change.
 *
 * Passes on purpose: times and dates (22:00—6:00, 11月—3月), scores, numbers without unit, shortened ends (1998—99,
 * 101—10页), telephone numbers, house numbers, years before now (6000—5000年前) and before Christ, temperatures below
 * zero, changes with 由 从 降 and the like (由5%至3%), discounts and ranks (三—一品), which count downwards, arithmetic (5-3=2),
 * the time before an event (赛前30～20分钟), blood pressure, several descending ranges in one sentence, 满300—50元, 10-6米 (10⁻⁶).
 * Misses: other ranges by words, reversed dates (figure_impossible_date), codes of one length without zeros.
 */
#include "check.h"

enum { MESSAGE_REVERSED, MESSAGE_LENGTHS, MESSAGE_MAGNITUDE, MESSAGE_PERCENT };

enum { CODE_DIGITS = 5, PHONE_AREA = 4 };

/* Only the digits of a code. */
static uint32_t digits_of(const struct article *article, struct span span, struct span *digits)
{
	uint64_t classes = CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_FULL_DIGIT);
	digits->end = span.end;
	digits->begin = article_skip_back(article, span.end, span.begin, classes);
	return span_length(*digits);
}

static bool leads_zero(const struct article *article, struct span digits)
{
	return article->cp[digits.begin] == '0' || article->cp[digits.begin] == 0xFF10;
}

static struct span whole(const struct figure *first, const struct figure *second)
{
	return (struct span){first->span.begin, second->span.end};
}

/* 0376676—00376700: with leading zeros all numbers of a series have one length. A short end stands for its last digits. */
static void check_codes(struct check_context *context, const struct figure *first, const struct figure *second)
{
	const struct article *article = context->article;
	struct span a, b;
	uint32_t a_count = digits_of(article, first->span, &a), b_count = digits_of(article, second->span, &b);
	struct span a_letters = {first->span.begin, a.begin}, b_letters = {second->span.begin, b.begin};
	bool same_letters = article_same(article, a_letters, b_letters) && article_count(article, a_letters, CLASS_BIT(CLASS_DIGIT)) == 0;
	bool short_end = b_count + 2 <= a_count && !leads_zero(article, b);
	bool telephone = leads_zero(article, a) && a_count <= PHONE_AREA && b_count >= 7;
	uint32_t difference = a_count > b_count ? a_count - b_count : b_count - a_count;
	bool both_zero = leads_zero(article, a) && leads_zero(article, b);
	uint32_t shorter = a_count < b_count ? a_count : b_count;
	if (!same_letters || (!leads_zero(article, a) && !leads_zero(article, b)) || shorter < (both_zero ? CODE_DIGITS - 1 : CODE_DIGITS) ||
		telephone || short_end)
		return;
	if (difference == 0 || difference > 2 || shorter + difference < CODE_DIGITS)
		return;
	struct finding *finding = report_add(context->report, MESSAGE_LENGTHS, whole(first, second));
	finding_text(finding, whole(first, second));
	finding_number(finding, a_count);
	finding_number(finding, b_count);
}

/* Units whose ranges are written backwards, shortened, or are no ranges. */
static bool is_free_unit(const struct article *article, const struct figure *figure)
{
	static const char *const words[] = {"年", "折", "等", "名", "号", "號", "室", "单元", "單元", "栋", "棟", "幢", "弄", "巷", "楼", "樓", "座",
		"门", "門", "班", "路", "线", "線", "品", "段", "级别", "号线", "號線", "世", "代", "届", "屆", "亿年", "万年", "比", "分", "层",
		"層", "局", "场", "場", "版", "K", "度", "°", "毫米汞柱", "mmHg", NULL};
	return article_is_any(article, figure->unit, words);
}

static bool same_unit(const struct article *article, const struct figure *first, const struct figure *second)
{
	return span_length(first->unit) == 0 ? first->divisor == 1
					     : first->divisor == second->divisor && article_same(article, first->unit, second->unit);
}

/* 第48—42頁, 8099—8090之間: what has no unit needs words that make it a range. */
static bool is_named_range(const struct article *article, const struct figure *second)
{
	uint32_t at = second->span.end;
	at += article->cp[at] == ' ';
	return article_starts(article, at, "之间") || article_starts(article, at, "之間");
}

/* 45岁至18岁, 500元到300元之间: 5%至3% without such words is a change. */
static bool is_range_by_word(const struct article *article, const struct figure *second)
{
	static const char *const ages[] = {"岁", "歲", "周岁", "周歲", NULL};
	return article_is_any(article, second->unit, ages) || is_named_range(article, second) || article_starts(article, second->span.end, "不等");
}

static bool is_reversible(const struct article *article, const struct figure *first, const struct figure *second)
{
	bool has_unit = span_length(second->unit) > 0;
	bool by_word = character_is_one_of(article->cp[first->span.end], U"至到");
	if ((first->flags | second->flags) & FIGURE_MINUS || range_is_arithmetic(article, first, second) ||
		range_follows_change(article, first->span.begin))
		return false;
	if (!same_unit(article, first, second) || (by_word && span_length(first->unit) > 0 && !is_range_by_word(article, second)))
		return false;
	if (!has_unit)
		return is_named_range(article, second) && first->kind == FIGURE_CARDINAL;
	if (second->measure == UNIT_DURATION && (article->cp[second->span.end] == U'前' || range_counts_down(article, first->span.begin)))
		return false;
	if (range_is_power_of_ten(article, first, second) || character_is_one_of(article->cp[first->span.begin - 1], U"满滿"))
		return false;
	if (first->kind == FIGURE_ORDINAL)
		return range_unit_is_place(article, second->unit);
	return !is_free_unit(article, second);
}

/* 2024—2020年. Years without 前 may still be years before Christ where the text has such years at all. */
static void check_years(struct check_context *context, const struct figure *first, const struct figure *second)
{
	const struct article *article = context->article;
	int64_t from = 0, to = figure_year(second);
	bool years = first->kind == FIGURE_DATE ? (from = figure_year(first)) != 0 && figure_month(first) == 0 : figure_integer(first, &from);
	if (!years || figure_month(second) != 0 || first->style != second->style || span_length(first->number) != 4 ||
		span_length(second->number) != 4)
		return;
	if (from < 1000 || from > 2999 || from <= to || to < 1000 || range_follows_change(article, first->span.begin) ||
		article->cp[second->span.end] == U'前')
		return;
	struct finding *finding = report_add(context->report, MESSAGE_REVERSED, whole(first, second));
	finding_text(finding, whole(first, second));
}

static void check_order(struct check_context *context, const struct figure *first, const struct figure *second)
{
	const struct article *article = context->article;
	if (!range_runs_backwards(article, first, second) || !is_reversible(article, first, second) || range_has_company(article, first))
		return;
	struct finding *finding = report_add(context->report, MESSAGE_REVERSED, whole(first, second));
	finding_text(finding, whole(first, second));
}

/* GB/T 15835 5.1.4: 3万～5万元 */
static void check_magnitude(struct check_context *context, const struct figure *first, const struct figure *second)
{
	const struct article *article = context->article;
	bool bare = span_length(first->unit) == 0 && first->style == FIGURE_ARABIC && first->value.exponent >= 0 && second->style == FIGURE_MIXED;
	uint32_t last = article->cp[second->number.end - 1];
	if (!bare || span_length(second->unit) == 0 || first->kind != FIGURE_CARDINAL || !character_is_one_of(last, U"万萬亿億") ||
		character_is_one_of(article->cp[first->span.end], U"至到"))
		return;
	if (!first->value.known || !second->value.known ||
		decimal_compare(decimal_multiply(first->value, decimal_make(character_numeral(last), 0)), second->value) >= 0)
		return;
	char magnitude[8] = "";
	magnitude[character_encode(last, magnitude)] = 0;
	struct finding *finding = report_add(context->report, MESSAGE_MAGNITUDE, whole(first, second));
	finding_text(finding, whole(first, second));
	finding_character(finding, last);
	finding_fix(finding, FIX_UNSAFE, (struct span){first->span.end, first->span.end}, magnitude);
}

/* GB/T 15835 5.1.4: 63%～68% */
static void check_percent(struct check_context *context, const struct figure *first, const struct figure *second)
{
	static const char *const signs[] = {"%", "％", "‰", NULL};
	const struct article *article = context->article;
	if (span_length(first->unit) > 0 || first->style != FIGURE_ARABIC || first->kind != FIGURE_CARDINAL || second->kind != FIGURE_CARDINAL ||
		!article_is_any(article, second->unit, signs) || !variant_is_hans(article->variant) || range_is_arithmetic(article, first, second) ||
		article->cls[first->span.end] != CLASS_DASH || (first->flags | second->flags) & FIGURE_MINUS || !first->value.known ||
		!second->value.known || decimal_compare(first->value, second->value) >= 0)
		return;
	struct finding *finding = report_add(context->report, MESSAGE_PERCENT, whole(first, second));
	finding_text(finding, whole(first, second));
	finding_character(finding, article->cp[second->unit.begin]);
	finding_fix_character(finding, FIX_SAFE, (struct span){first->span.end, first->span.end}, article->cp[second->unit.begin]);
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	for (uint32_t i = 0; i + 1 < article->figure_count; i++) {
		const struct figure *first = &article->figures[i], *second = first + 1;
		if (!(first->flags & FIGURE_RANGE_BEGIN))
			continue;
		if (first->kind == FIGURE_CODE && second->kind == FIGURE_CODE) {
			check_codes(context, first, second);
		} else if (range_is_quantity(first) && range_is_quantity(second)) {
			check_order(context, first, second);
			check_magnitude(context, first, second);
			check_percent(context, first, second);
		} else if (second->kind == FIGURE_DATE && (first->kind == FIGURE_CARDINAL || first->kind == FIGURE_DATE)) {
			check_years(context, first, second);
		}
	}
}

static const struct check_message messages[] = {
	[MESSAGE_REVERSED] = {"reversed", N_("the range “{0}” runs backwards"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_LENGTHS] = {"lengths", N_("the ends of “{0}” have {1} and {2} digits"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_MAGNITUDE] = {"magnitude", N_("it is not clear whether {1} is also meant at the first end of “{0}”, write it at both"),
		SEVERITY_NOTE, PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_PERCENT] = {"percent", N_("{1} is also meant at the first end of “{0}”, write it at both"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_figure_bad_range = {
	.struct_size = sizeof(struct check),
	.name = "figure_bad_range",
	.summary = N_("a range whose ends cannot belong together"),
	.needs = NEED_FIGURES,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
