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

enum { MESSAGE_SIZE, MESSAGE_POINTS, MESSAGE_NO_RISE, MESSAGE_NO_FALL, MESSAGE_MULTIPLE, MESSAGE_RESTATED, MESSAGE_ELAPSED };

enum { NUMBER = 48, CLAUSE = 30, PLACES = 4 };

/* +100家, +0.6亿元, in the words of the stated difference; +3个百分点. */
static struct str write_difference(
	const struct check_context *context, const struct change_stated *change, const struct change_size *size, bool points)
{
	const struct article *article = context->article;
	const struct figure *figure = size->figure;
	struct decimal difference = decimal_subtract(change->to->value, change->from->value);
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
static struct str write_factor(const struct check_context *context, const struct change_stated *change, const struct change_size *size)
{
	struct decimal from = change->from->value, to = change->to->value, rise = decimal_subtract(to, from);
	bool rate = size->measure == CHANGE_RATE, times = size->measure == CHANGE_TIMES;
	int places = size->figure && size->figure->value.exponent < -1 ? -size->figure->value.exponent : 1;
	char number[NUMBER];
	struct decimal value = rate ? rounding_quotient(decimal_multiply(rise, decimal_make(100, 0)), from, places < PLACES ? places : PLACES)
				    : rounding_quotient(times ? rise : to, from, 2);
	rounding_write(value, number, sizeof number);
	const char *sign = !rate && !times ? "×" : *number == '-' ? "" : "+";
	return arena_format(context->scratch, "%s%s%s", sign, number, rate ? "%" : times ? "倍" : "");
}

static struct finding *report(const struct check_context *context, const struct change_stated *change, unsigned message, struct span span)
{
	struct finding *finding = report_add(context->report, message, span);
	finding_text(finding, change->from->span);
	finding_text(finding, change->to->span);
	finding_note(finding, N_("the old value"), change->from->span);
	finding_note(finding, N_("the new value"), change->to->span);
	return finding;
}

/* Records, ranks and rates of exchange rise with smaller numbers. */
static bool counts_backwards(const struct article *article, const struct change_stated *change)
{
	static const char *const words[] = {"纪录", "紀錄", "记录", "記錄", "成绩", "成績", "名次", "排名", "汇率", "匯率", "兑", "兌", "评级",
		"評級", "精度", "位次", "升值", "贬值", "貶值", "提速", "排位", "效率", "配速", "用时", "用時", "时间", "時間", "分辨率", "工艺",
		"製程", "制程", "杆", "桿", NULL};
	const uint32_t begin = change->from->span.begin;
	return article_holds_any(article, (struct span){article_back(article, begin, CLAUSE), change->to->span.end}, words);
}

/* True if it says up where the numbers go down, or the other way round. */
static bool check_direction(const struct check_context *context, const struct change_stated *change, int direction, struct span span)
{
	int course = change_course(context->article, change);
	if (direction * course >= 0)
		return false;
	if (!counts_backwards(context->article, change))
		finding_text(report(context, change, direction > 0 ? MESSAGE_NO_RISE : MESSAGE_NO_FALL, span), span);
	return true;
}

static void check_size(const struct check_context *context, const struct change_stated *change, const struct change_size *size)
{
	const struct article *article = context->article;
	bool shares = change->to->divisor == 100 && size->measure == CHANGE_RATE && size->figure->divisor == 100;
	bool relative = !change_is_difference(size->measure);
	if (check_direction(context, change, size->direction, size->said) || (relative && change->to->measure == UNIT_TEMPERATURE))
		return;
	enum change_fit fit = change_fits(article, change, size, false);
	if (fit == CHANGE_FITS)
		return;
	bool points = shares && change_fits(article, change, size, true) != CHANGE_WRONG;
	struct finding *finding = report(context, change, points ? MESSAGE_POINTS : MESSAGE_SIZE, size->span);
	struct str right = relative && !shares ? write_factor(context, change, size)
					       : write_difference(context, change, size, shares || size->measure == CHANGE_POINTS);
	finding_string(finding, right.data);
	finding_text(finding, size->span);
	if (fit == CHANGE_ROUNDED)
		finding_confidence(finding, CONFIDENCE_MEDIUM);
	if (points && span_length(size->figure->unit) == 1)
		finding_fix(finding, FIX_UNSAFE, size->figure->unit, variant_is_hant(article->variant) ? "個百分點" : "个百分点");
}

static void check_change(const struct check_context *context, const struct change_stated *change)
{
	if (span_length(change->verb) > 0 && check_direction(context, change, change->direction, change->verb))
		return;
	for (uint32_t i = 0; i < change->size_count; i++)
		check_size(context, change, &change->sizes[i]);
}

/* 减少了两倍; 增长3倍，达到原来的3倍. */
static void check_multiple(const struct check_context *context, const struct figure *figure)
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

/* 70年, 9–10天 and the unit of what is stated. */
static struct str write_elapsed(const struct check_context *context, const struct elapsed *elapsed)
{
	char low[NUMBER], high[NUMBER];
	struct str unit = article_text(context->article, elapsed->stated->unit, context->scratch);
	rounding_write(elapsed->low, low, sizeof low);
	rounding_write(elapsed->high, high, sizeof high);
	if (strcmp(low, high) == 0)
		return arena_format(context->scratch, "%s%.*s", low, (int)unit.size, unit.data);
	return arena_format(context->scratch, "%s–%s%.*s", low, high, (int)unit.size, unit.data);
}

/* 2020年去世，享年75岁; 成立20周年; 3月1日至3月10日，历时8天. */
static void check_elapsed(const struct check_context *context, const struct elapsed *elapsed)
{
	struct rounding stated, right = {elapsed->low, elapsed->high, false};
	if (!rounding_of(context->article, elapsed->stated, &stated) || !rounding_is_known(&right) || rounding_meets(&stated, &right))
		return;
	struct finding *finding = report_add(context->report, MESSAGE_ELAPSED, elapsed->stated->span);
	finding_text(finding, elapsed->begin);
	finding_text(finding, elapsed->end);
	finding_string(finding, write_elapsed(context, elapsed).data);
	finding_text(finding, elapsed->stated->span);
	finding_note(finding, N_("it begins here"), elapsed->begin);
	finding_note(finding, N_("it ends here"), elapsed->end);
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
	struct elapsed_walk walk = {.article = article, .arena = context->scratch};
	struct elapsed elapsed;
	while (elapsed_next(&walk, &elapsed))
		check_elapsed(context, &elapsed);
}

static const struct check_message messages[] = {
	[MESSAGE_SIZE] = {"size", N_("{0} → {1} is {2}, not {3}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_POINTS] = {"points", N_("{0} → {1} is {2}: “{3}” would be relative"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_NO_RISE] = {"no_rise", N_("{0} → {1} is a fall, not “{2}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_NO_FALL] = {"no_fall", N_("{0} → {1} is a rise, not “{2}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_MULTIPLE] = {"multiple", N_("nothing falls by a multiple of itself: “{0}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_RESTATED] = {"restated", N_("growth by {0} makes {1} times as much, not {2}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_ELAPSED] = {"elapsed", N_("{0} to {1} is {2}, not {3}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_figure_wrong_change = {
	.struct_size = sizeof(struct check),
	.name = "figure_wrong_change",
	.summary = N_("a change that does not follow from its two ends"),
	.needs = NEED_SENTENCES | NEED_PAIRS | NEED_FIGURES,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
