/*
 * figure_wrong_sum: parts that do not add up to the whole that the text gives.
 *
 * 共接种300人，其中男性120人、女性150人: one of the three numbers is wrong, and the reader cannot tell which. Also a part that is greater
 * than its whole, shares of one question that do not make 100%, 收入 less 支出 that is not 结余, a row or column 合计 of a table, and an
 * equation in the text. The finding is at the whole and says the arithmetic, a note shows the parts.
 *
 * Passes on purpose: whatever is right for some rounding of the numbers (2.8万 is 2.75万 to 2.85万, 约300人 some more or less);
 * 其中 that names only some of the parts, parts that may overlap (女性30人、大专以上60人), parts in other units, lists with 等, changes
 * (增长5人) and remarks in brackets among the parts, shares of different wholes, several answers to a question, 1+1=3.
 * Misses: parts in several sentences, wholes in another paragraph, ranges, and whatever the sentence does not bind.
 */
#include "check.h"

enum { MESSAGE_SUM, MESSAGE_PART, MESSAGE_SHARES, MESSAGE_EQUATION, MESSAGE_TABLE };

enum { TERMS_SHOWN = 8, HUNDRED = 100, LACKING = 2 };

/* “120 + 150 = 270”, and then the stated whole. */
static void report(struct check_context *context, unsigned message, const struct figure *const *items, const uint32_t *operators, uint32_t count,
	struct amount result, const struct figure *whole, struct span parts, bool certain)
{
	const struct article *article = context->article;
	struct arena *scratch = context->scratch;
	struct str text = STR("");
	for (uint32_t i = 0; i < count; i++) {
		struct str term = article_text(article, items[i]->number, scratch), sign = str_from(operators && operators[i] == '-' ? " - " : " + ");
		if (operators && operators[i] == U'×')
			sign = str_from(" × ");
		if (i >= TERMS_SHOWN - 1 && i + 1 < count)
			text = i == TERMS_SHOWN - 1 ? arena_format(scratch, "%s + …", text.data) : text;
		else
			text = arena_format(scratch, "%s%s%s%s", text.data, i ? sign.data : "", term.data, message == MESSAGE_SHARES ? "%" : "");
	}
	struct span span = whole ? whole->span : parts;
	struct finding *finding = report_add(context->report, message, span);
	struct str sum = amount_text(article, result, whole, scratch);
	finding_string(finding, arena_format(scratch, "%s = %s%s", text.data, sum.data, message == MESSAGE_SHARES ? "%" : "").data);
	if (whole)
		finding_text(finding, whole->number);
	finding_note(finding, N_("the parts stand here"), parts);
	if (!certain)
		finding_confidence(finding, CONFIDENCE_MEDIUM);
}

static struct amount sum_of(const struct article *article, const struct figure *const *items, uint32_t count)
{
	struct amount sum = amount_exact(0);
	for (uint32_t i = 0; i < count; i++)
		sum = amount_add(sum, amount_of(article, items[i]));
	return sum;
}

/* The amount is none of the figures that may be the whole, nor all of them together; or, GREATER, it is more than those. */
static bool differs(const struct article *article, const struct parts *parts, struct amount amount, bool greater)
{
	struct amount all = amount_of(article, parts->whole);
	int order = amount_compare(amount, all);
	bool found = greater ? order > 0 : order != 0;
	for (uint32_t i = 0; i < parts->other_count; i++) {
		struct amount other = amount_of(article, parts->others[i]);
		order = amount_compare(amount, other);
		found &= greater ? order > 0 : order != 0;
		all = amount_add(all, other);
	}
	order = amount_compare(amount, all);
	return found && (greater ? order > 0 : order != 0);
}

static void check_shares(struct check_context *context, const struct parts *parts)
{
	struct amount sum = sum_of(context->article, parts->items, parts->count);
	struct amount whole = amount_exact(parts->items[0]->divisor);
	/* Of three 产业 a little may be taxes: what lacks less than two points is no slip. */
	int order = amount_compare(sum, whole);
	if (order < 0 && amount_compare(amount_add(sum, amount_exact(LACKING)), whole) >= 0)
		return;
	if (parts->items[0]->divisor == HUNDRED && (order > 0 || (order < 0 && parts->complete)))
		report(context, MESSAGE_SHARES, parts->items, NULL, parts->count, sum, NULL, parts->span, parts->certain);
}

/* 家 of 3个国家 is not counted by 120个城市. */
static bool counts_other(const struct article *article, const struct figure *part, const struct figure *whole)
{
	if (span_length(part->unit) == 0 || span_length(whole->unit) == 0)
		return true;
	return whole->measure == UNIT_COUNT && span_length(part->noun) && span_length(whole->noun) &&
	       article->cp[part->noun.end - 1] != article->cp[whole->noun.end - 1];
}

static bool check_greatest(struct check_context *context, const struct parts *parts)
{
	const struct article *article = context->article;
	for (uint32_t i = 0; i < parts->count && parts->within; i++) {
		const struct figure *part = parts->items[i];
		if (!differs(article, parts, amount_of(article, part), true) || counts_other(article, part, parts->whole))
			continue;
		struct finding *finding = report_add(context->report, MESSAGE_PART, part->span);
		finding_text(finding, part->span);
		finding_text(finding, parts->whole->span);
		finding_note(finding, N_("the whole stands here"), parts->whole->span);
		return true;
	}
	return false;
}

/* 10人，20人、30人，共50人: some of them make the whole. */
static bool some_make_whole(const struct article *article, const struct parts *parts)
{
	for (uint32_t i = 1; i + 1 < parts->count; i++)
		if (amount_compare(sum_of(article, parts->items + i, parts->count - i), amount_of(article, parts->whole)) == 0)
			return true;
	return false;
}

static void check_parts(struct check_context *context, const struct parts *parts)
{
	const struct article *article = context->article;
	if (!parts->whole) {
		check_shares(context, parts);
		return;
	}
	if (parts->balance) {
		static const uint32_t minus[] = {0, '-'};
		struct amount rest = amount_subtract(amount_of(article, parts->items[0]), amount_of(article, parts->items[1]));
		if (amount_compare(rest, amount_of(article, parts->whole)) != 0 && rest.value.mantissa >= 0)
			report(context, MESSAGE_SUM, parts->items, minus, parts->count, rest, parts->whole, parts->span, parts->certain);
		return;
	}
	if (check_greatest(context, parts) || parts->count < 2)
		return;
	struct amount sum = sum_of(article, parts->items, parts->count);
	bool wrong = parts->complete ? differs(article, parts, sum, false) : parts->disjoint && differs(article, parts, sum, true);
	if (wrong && !some_make_whole(article, parts))
		report(context, MESSAGE_SUM, parts->items, NULL, parts->count, sum, parts->whole, parts->span, parts->certain);
}

/* 1+1=3 and 100-1=0 are sayings, and so is what stands in quotes. */
static bool is_saying(const struct article *article, const struct equation *equation)
{
	int64_t first = 0, second = 0, result = 0;
	bool whole = figure_integer(equation->items[0], &first) && figure_integer(equation->items[1], &second) &&
		     figure_integer(equation->result, &result);
	return (whole && (first == 1 || second == 1 || result == 0)) || pair_around(article, equation->result->span.begin, PAIRS_QUOTE) != NULL;
}

/*
 * An equation has a sign of equality, which few articles have: the next figure, from INDEX on, that may begin the one with such a sign; figure_count:
 * none does. *SYMBOL only moves forward.
 */
static uint32_t next_start(const struct article *article, uint32_t *symbol, uint32_t index)
{
	const struct positions *symbols = &article->index[CLASS_SYMBOL];
	for (; *symbol < symbols->count; ++*symbol) {
		uint32_t at = symbols->at[*symbol];
		if (article->cp[at] != '=' && article->cp[at] != U'＝')
			continue;
		uint32_t result = figure_from(article, at), first = result > PARTS_LIMIT ? result - PARTS_LIMIT : 0;
		if (result > index)
			return first > index ? first : index;
	}
	return article->figure_count;
}

static void check_equations(struct check_context *context)
{
	const struct article *article = context->article;
	struct equation equation;
	uint32_t symbol = 0;
	for (uint32_t i = next_start(article, &symbol, 0), next; i + 2 < article->figure_count; i = next_start(article, &symbol, next)) {
		next = i + 1;
		if (!parts_equation(article, i, &equation, &next))
			continue;
		struct amount left = amount_of(article, equation.items[0]);
		bool times = false, others = false;
		for (uint32_t k = 1; k < equation.count; k++) {
			struct figure plain = *equation.items[k];
			plain.value.mantissa = plain.value.mantissa < 0 ? -plain.value.mantissa : plain.value.mantissa;
			struct amount term = amount_of(article, &plain);
			times |= equation.operators[k] == U'×';
			others |= equation.operators[k] != U'×';
			left = equation.operators[k] == '+'   ? amount_add(left, term)
			       : equation.operators[k] == '-' ? amount_subtract(left, term)
							      : amount_multiply(left, term);
		}
		if (amount_compare(left, amount_of(article, equation.result)) == 0 || (times && others) || is_saying(article, &equation))
			continue;
		struct span span = {equation.items[0]->span.begin, equation.items[equation.count - 1]->span.end};
		report(context, MESSAGE_EQUATION, equation.items, equation.operators, equation.count, left, equation.result, span, true);
	}
}

/* Adds a column, or a row, up to a total. False: it holds something that is no number. */
struct line_of_cells {
	const struct figure *items[PARTS_LIMIT];
	uint32_t count;
	bool numbers;
};

static void take_cell(const struct article *article, struct span cell, struct line_of_cells *line)
{
	const struct figure *figure = table_number(article, cell);
	if (figure && line->count < PARTS_LIMIT && (line->count == 0 || figure->divisor == line->items[0]->divisor))
		line->items[line->count++] = figure;
	else if (figure || !table_is_blank(article, cell))
		line->numbers = false;
}

static bool is_additive(const struct article *article, struct span head)
{
	static const char *const others[] = {
		"率", "比", "均", "价", "價", "年份", "序", "号", "號", "名次", "编", "編", "%", "最", "得分", "龄", "齡", NULL};
	return !article_holds_any(article, head, others);
}

/* 0: it adds up or nothing is known; 1: it does not. */
static int judge(const struct article *article, const struct line_of_cells *line, const struct figure *total)
{
	if (!line->numbers || line->count < 2 || !total || total->measure == UNIT_SHARE || total->divisor != line->items[0]->divisor)
		return -1;
	return amount_compare(sum_of(article, line->items, line->count), amount_of(article, total)) != 0;
}

static void check_column(struct check_context *context, const struct table *table, uint32_t total, uint32_t column)
{
	const struct article *article = context->article;
	struct line_of_cells all = {.numbers = true}, subtotals = all;
	bool last = total + 1 == table->rows;
	uint32_t begin = last ? 1 : total + 1, end = last ? total : table->rows;
	for (uint32_t row = begin; row < end; row++)
		if (table_is_subtotal(article, table_cell(table, row, 0)) || table_is_total(article, table_cell(table, row, 0)))
			take_cell(article, table_cell(table, row, column), &subtotals);
		else
			take_cell(article, table_cell(table, row, column), &all);
	const struct figure *whole = table_number(article, table_cell(table, total, column));
	if (!is_additive(article, table_cell(table, 0, column)) || judge(article, &all, whole) != 1 || judge(article, &subtotals, whole) == 0)
		return;
	report(context, MESSAGE_TABLE, all.items, NULL, all.count, sum_of(article, all.items, all.count), whole,
		(struct span){all.items[0]->span.begin, all.items[all.count - 1]->span.end}, true);
}

static void check_row(struct check_context *context, const struct table *table, uint32_t row, bool tell, uint32_t *right, uint32_t *wrong)
{
	const struct article *article = context->article;
	uint32_t last = table->columns - 1;
	struct line_of_cells line = {.numbers = true};
	for (uint32_t column = 1; column < last; column++) {
		take_cell(article, table_cell(table, row, column), &line);
		line.numbers &= is_additive(article, table_cell(table, 0, column));
	}
	const struct figure *whole = table_number(article, table_cell(table, row, last));
	int verdict = judge(article, &line, whole);
	*right += verdict == 0;
	*wrong += verdict == 1;
	if (tell && verdict == 1)
		report(context, MESSAGE_TABLE, line.items, NULL, line.count, sum_of(article, line.items, line.count), whole,
			(struct span){line.items[0]->span.begin, line.items[line.count - 1]->span.end}, true);
}

static void check_table(struct check_context *context, const struct table *table)
{
	const struct article *article = context->article;
	for (uint32_t row = 1; row < table->rows; row++)
		for (uint32_t column = 1;
			column < table->columns && table_is_total(article, table_cell(table, row, 0)) && (row == 1 || row + 1 == table->rows);
			column++)
			check_column(context, table, row, column);
	struct span head = table_cell(table, 0, table->columns - 1);
	if (!table_is_total(article, head) && !table_is_subtotal(article, head))
		return;
	uint32_t right = 0, wrong = 0;
	for (uint32_t row = 1; row < table->rows; row++)
		check_row(context, table, row, false, &right, &wrong);
	for (uint32_t row = 1; row < table->rows && right > wrong; row++)
		check_row(context, table, row, true, &right, &wrong);
}

static void run(struct check_context *context)
{
	struct parts_walk walk = {0};
	struct parts parts;
	struct table table = {0};
	while (parts_next(context->article, &walk, &parts))
		check_parts(context, &parts);
	check_equations(context);
	while (context->article->figure_count > 2 && table_next(context->article, context->scratch, &table))
		check_table(context, &table);
}

static const struct check_message messages[] = {
	[MESSAGE_SUM] = {"sum", N_("the parts do not add up: {0}, not {1}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_PART] = {"part", N_("the part “{0}” is greater than its whole “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_SHARES] = {"shares", N_("the shares do not make 100%: {0}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_EQUATION] = {"equation", N_("the equation is wrong: {0}, not {1}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_TABLE] = {"table", N_("the total of the table is wrong: {0}, not {1}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_figure_wrong_sum = {
	.struct_size = sizeof(struct check),
	.name = "figure_wrong_sum",
	.summary = N_("parts that do not add up to the stated whole"),
	.needs = NEED_SENTENCES | NEED_PAIRS | NEED_FIGURES,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
