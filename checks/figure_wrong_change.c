/*
 * figure_wrong_change: what a text says of a change does not follow from its two ends.
 *
 * 由200家增至300家，增长40% (50%), 由300家增至200家 (that is a fall), 占比由5%提高到8%，提高3% (3个百分点), 翻一番 from 100 to 300; 减少了两倍, since
 * nothing falls by more than all of itself; 增长3倍，达到原来的3倍. One of the numbers is wrong, and the arithmetic is shown.
 *
 * Passes on purpose: all that the rounding of any of the numbers allows (2.8万, 约, 多); growth of another base or subject: 同比 beside ends
 * that are not a year apart, 年均, 可比口径, 扣除价格因素, several series (分别); rates of temperatures and of values below zero; records, ranks and
 * exchange rates, which rise with smaller numbers. Ages and durations: figure_wrong_age.
 * Misses: ends and sizes in different sentences, or with another noun between them.
 */
#include "check.h"

enum { MESSAGE_SIZE, MESSAGE_POINTS, MESSAGE_NO_RISE, MESSAGE_NO_FALL, MESSAGE_MULTIPLE, MESSAGE_RESTATED };

enum { NUMBER = 48, DOUBLINGS_LIMIT = 20, CLAUSE = 30, PLACES = 4 };

/* A change with the values that its figures may stand for. */
struct sum {
	struct check_context *context;
	const struct change_stated *change;
	struct rounding from, to;
};

/* 2^n, as people say it: within a tenth. */
static bool doubled(const struct article *article, const struct figure *figure, struct rounding *factor)
{
	int64_t count = 1;
	if (figure && (!figure_integer(figure, &count) || count < 1 || count > DOUBLINGS_LIMIT))
		return false;
	struct decimal power = decimal_make(INT64_C(1) << count, 0);
	bool rough = figure && (figure->flags & FIGURE_APPROXIMATE);
	factor->low = decimal_multiply(power, decimal_make(rough ? 8 : 9, -1));
	factor->high = decimal_multiply(power, decimal_make(rough ? 20 : 11, -1));
	factor->endless = figure && (figure->flags & FIGURE_AT_LEAST);
	(void)article;
	return true;
}

/* The multiples of the old value that a size may mean, over its divisor. False: nobody can say. */
static bool factor_of(const struct article *article, const struct change_size *size, int direction, struct rounding *factor)
{
	struct rounding stated;
	if (size->measure == CHANGE_DOUBLINGS)
		return doubled(article, size->figure, factor);
	if (!rounding_of(article, size->figure, &stated))
		return false;
	struct rounding whole = rounding_exactly(size->measure == CHANGE_RATE ? size->figure->divisor : 1);
	if (size->measure == CHANGE_RATIO)
		*factor = stated;
	else if (size->measure == CHANGE_FOLD)
		*factor = (struct rounding){stated.low, decimal_add(stated.high, decimal_make(5, 0)), true};
	else
		*factor = direction > 0 ? rounding_add(&whole, &stated) : rounding_subtract(&whole, &stated);
	return rounding_is_known(factor) && factor->low.mantissa >= 0;
}

static bool fits_factor(const struct sum *sum, const struct change_size *size, int direction)
{
	struct rounding factor, divisor = rounding_exactly(size->figure && size->measure != CHANGE_DOUBLINGS ? size->figure->divisor : 1);
	if (!factor_of(sum->context->article, size, direction, &factor))
		return true;
	struct rounding right = rounding_multiply(&sum->from, &factor), stated = rounding_multiply(&sum->to, &divisor);
	return !rounding_is_known(&right) || !rounding_is_known(&stated) || rounding_meets(&right, &stated);
}

static bool fits_difference(const struct sum *sum, const struct change_size *size, int direction)
{
	struct rounding stated, difference = direction > 0 ? rounding_subtract(&sum->to, &sum->from) : rounding_subtract(&sum->from, &sum->to);
	return !rounding_of(sum->context->article, size->figure, &stated) || !rounding_is_known(&difference) || rounding_meets(&difference, &stated);
}

/* 5% to 8% may be 4 points before they are rounded, but seldom. */
static bool is_exact_difference(const struct sum *sum, const struct change_size *size)
{
	struct decimal difference = decimal_subtract(sum->change->to->value, sum->change->from->value);
	unsigned rough = sum->change->from->flags | sum->change->to->flags | size->figure->flags;
	if (difference.mantissa < 0)
		difference.mantissa = -difference.mantissa;
	return rough || !difference.known || decimal_compare(difference, size->figure->value) == 0;
}

static bool is_difference(enum change_measure measure)
{
	return measure == CHANGE_POINTS || measure == CHANGE_AMOUNT;
}

/* +100家, +0.6亿元, in the words of the stated difference; +3个百分点. */
static struct str write_difference(const struct sum *sum, const struct change_size *size, bool points)
{
	const struct check_context *context = sum->context;
	const struct article *article = context->article;
	const struct figure *figure = size->figure;
	struct decimal difference = decimal_subtract(sum->change->to->value, sum->change->from->value);
	struct str unit = points ? STR("个百分点") : article_text(article, figure->unit, context->scratch);
	if (points && variant_is_hant(article->variant))
		unit = STR("個百分點");
	char number[NUMBER], magnitude[8] = "";
	int64_t multiplier = points ? 1 : character_numeral(article->cp[figure->number.end - 1]);
	if (multiplier >= 10000) {
		difference = rounding_quotient(difference, decimal_make(multiplier, 0), PLACES);
		magnitude[character_encode(article->cp[figure->number.end - 1], magnitude)] = 0;
	}
	rounding_write(difference, number, sizeof number);
	return arena_format(context->scratch, "%s%s%s%.*s", *number == '-' ? "" : "+", number, magnitude, (int)unit.size, unit.data);
}

/* +50%, +2倍, ×3. */
static struct str write_factor(const struct sum *sum, const struct change_size *size)
{
	struct decimal from = sum->change->from->value, to = sum->change->to->value, rise = decimal_subtract(to, from);
	bool rate = size->measure == CHANGE_RATE, times = size->measure == CHANGE_TIMES;
	int places = size->figure && size->figure->value.exponent < -1 ? -size->figure->value.exponent : 1;
	char number[NUMBER];
	struct decimal value = rate ? rounding_quotient(decimal_multiply(rise, decimal_make(100, 0)), from, places < PLACES ? places : PLACES)
				    : rounding_quotient(times ? rise : to, from, 2);
	rounding_write(value, number, sizeof number);
	const char *sign = !rate && !times ? "×" : *number == '-' ? "" : "+";
	return arena_format(sum->context->scratch, "%s%s%s", sign, number, rate ? "%" : times ? "倍" : "");
}

static struct finding *report(const struct sum *sum, unsigned message, struct span span)
{
	const struct change_stated *change = sum->change;
	struct finding *finding = report_add(sum->context->report, message, span);
	finding_text(finding, change->from->span);
	finding_text(finding, change->to->span);
	finding_note(finding, N_("the old value"), change->from->span);
	finding_note(finding, N_("the new value"), change->to->span);
	return finding;
}

/* Records, ranks and rates of exchange rise with smaller numbers. */
static bool counts_backwards(const struct article *article, const struct change_stated *change)
{
	static const char *const words[] = {"纪录", "紀錄", "记录", "記錄", "成绩", "成績", "名次", "排名", "汇率", "匯率", "兑", "兌", "评级", "評級", "精度", "位次",
		"升值", "贬值", "貶值", "提速", "排位", "效率", "配速", "用时", "用時", "时间", "時間", "分辨率", "工艺", "製程", "制程", "杆", "桿", NULL};
	const uint32_t begin = change->from->span.begin;
	return article_holds_any(article, (struct span){article_back(article, begin, CLAUSE), change->to->span.end}, words);
}

/* True if it says up where the numbers go down, or the other way round. */
static bool check_direction(const struct sum *sum, int direction, struct span span)
{
	bool rises = rounding_is_below(&sum->from, &sum->to), falls = rounding_is_below(&sum->to, &sum->from);
	if (!(direction > 0 && falls) && !(direction < 0 && rises))
		return false;
	if (!counts_backwards(sum->context->article, sum->change)) {
		struct finding *finding = report(sum, direction > 0 ? MESSAGE_NO_RISE : MESSAGE_NO_FALL, span);
		finding_text(finding, span);
	}
	return true;
}

static void check_size(const struct sum *sum, const struct change_size *size)
{
	const struct article *article = sum->context->article;
	int direction = size->direction != 0 ? size->direction : rounding_is_below(&sum->to, &sum->from) ? -1 : 1;
	bool shares = sum->change->to->divisor == 100 && size->measure == CHANGE_RATE && size->figure->divisor == 100;
	bool relative = !is_difference(size->measure);
	if (check_direction(sum, size->direction, size->span) || (relative && sum->change->to->measure == UNIT_TEMPERATURE))
		return;
	if (size->measure == CHANGE_TIMES && direction < 0)
		return;
	bool rounded = relative ? fits_factor(sum, size, direction) : fits_difference(sum, size, direction);
	if (rounded && (relative || is_exact_difference(sum, size)))
		return;
	bool points = shares && fits_difference(sum, size, direction);
	struct finding *finding = report(sum, points ? MESSAGE_POINTS : MESSAGE_SIZE, size->span);
	struct str right = relative && !shares ? write_factor(sum, size) : write_difference(sum, size, shares || size->measure == CHANGE_POINTS);
	finding_string(finding, right.data);
	finding_text(finding, size->span);
	if (rounded)
		finding_confidence(finding, CONFIDENCE_MEDIUM);
	if (points && span_length(size->figure->unit) == 1)
		finding_fix(finding, FIX_UNSAFE, size->figure->unit, variant_is_hant(article->variant) ? "個百分點" : "个百分点");
}

static void check_change(struct check_context *context, const struct change_stated *change)
{
	struct sum sum = {.context = context, .change = change};
	if (!rounding_of(context->article, change->from, &sum.from) || !rounding_of(context->article, change->to, &sum.to))
		return;
	if (span_length(change->verb) > 0 && check_direction(&sum, change->direction, change->verb))
		return;
	for (uint32_t i = 0; i < change->size_count; i++)
		check_size(&sum, &change->sizes[i]);
}

/* 减少了两倍; 增长3倍，达到原来的3倍. */
static void check_multiple(struct check_context *context, const struct figure *figure)
{
	struct span verb;
	const struct figure *again = change_restated(context->article, figure);
	struct rounding times, ratio, one = rounding_exactly(1);
	if (change_falls_by_multiples(context->article, figure, &verb)) {
		struct span span = {verb.begin, figure->span.end};
		finding_text(report_add(context->report, MESSAGE_MULTIPLE, span), span);
	} else if (again && rounding_of(context->article, figure, &times) && rounding_of(context->article, again, &ratio)) {
		times = rounding_add(&times, &one);
		if (!rounding_is_known(&times) || rounding_meets(&times, &ratio))
			return;
		struct finding *finding = report_add(context->report, MESSAGE_RESTATED, again->span);
		char number[NUMBER];
		finding_text(finding, figure->span);
		finding_string(finding, rounding_write(decimal_add(figure->value, one.low), number, sizeof number));
		finding_text(finding, again->span);
		finding_note(finding, N_("it grows by this"), figure->span);
	}
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	struct change_stated change = {0};
	while (change_next(article, &change))
		check_change(context, &change);
	for (uint32_t i = 0; i < article->figure_count; i++)
		if (article->figures[i].measure == UNIT_SHARE && article->figures[i].divisor == 1)
			check_multiple(context, &article->figures[i]);
}

static const struct check_message messages[] = {
	[MESSAGE_SIZE] = {"size", N_("{0} → {1} is {2}, not {3}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_POINTS] = {"points", N_("{0} → {1} is {2}: “{3}” would be relative"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_NO_RISE] = {"no_rise", N_("{0} → {1} is a fall, not “{2}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_NO_FALL] = {"no_fall", N_("{0} → {1} is a rise, not “{2}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_MULTIPLE] = {"multiple", N_("nothing falls by a multiple of itself: “{0}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_RESTATED] = {"restated", N_("growth by {0} makes {1} times as much, not {2}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_figure_wrong_change = {
	.struct_size = sizeof(struct check),
	.name = "figure_wrong_change",
	.summary = N_("a change that does not follow from its two ends"),
	.needs = NEED_SENTENCES | NEED_PAIRS | NEED_FIGURES,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
