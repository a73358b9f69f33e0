/* rule_whole: rules that look at an article as a whole: forms that must agree, what it must hold, how long and how often. */
#include <stdlib.h>

#include "rule_set_p.h"

/* ------------------------------------------------------------------------------------------------ consistent, limit: times */

/* By rule, then by place, of the texts at one place the longest first. */
static int compare_uses(const void *a, const void *b)
{
	const struct rule_use *x = a, *y = b;
	const struct ready_rule *left = x->text->rule, *right = y->text->rule;
	if (left->kind != right->kind)
		return left->kind < right->kind ? -1 : 1;
	if (left->index != right->index)
		return left->index < right->index ? -1 : 1;
	if (x->span.begin != y->span.begin)
		return x->span.begin < y->span.begin ? -1 : 1;
	return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

/* Drops what stands inside another use of the same rule: 网络 in 网络安全, if both are forms. */
static size_t drop_inner(struct rule_use *uses, size_t count)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		bool same = kept > 0 && uses[kept - 1].text->rule == uses[i].text->rule;
		if (!same || uses[i].span.end > uses[kept - 1].span.end)
			uses[kept++] = uses[i];
	}
	return kept;
}

/* The form that an article should keep: the commonest; of several the one that comes first. */
static const struct rule_use *commonest(const struct rule_use *uses, size_t count, struct arena *scratch)
{
	size_t *counts = ARENA_ARRAY(scratch, size_t, uses->text->rule->rule->replace.count);
	const struct rule_use *best = uses;
	for (size_t i = 0; i < count; i++)
		counts[uses[i].text->form]++;
	for (size_t i = 0; i < count; i++)
		if (counts[uses[i].text->form] > counts[best->text->form])
			best = &uses[i];
	return best;
}

static void report_forms(struct rule_run *run, const struct rule_use *uses, size_t count)
{
	const struct rule_use *right = commonest(uses, count, run->scratch);
	const uint32_t *cp = run->article->cp + right->span.begin;
	for (size_t i = 0; i < count; i++) {
		if (uses[i].text->form == right->text->form)
			continue;
		struct finding *finding = report_add_rule(run->report, uses[i].text->rule->label, uses[i].span);
		finding_text(finding, uses[i].span);
		finding_text(finding, right->span);
		finding_note(finding, N_("the other form, first here: {0}"), right->span);
		finding_fix_characters(finding, FIX_UNSAFE, uses[i].span, cp, span_length(right->span));
	}
}

static void report_times(struct rule_run *run, const struct rule_use *uses, size_t count)
{
	const struct rule *rule = uses->text->rule->rule;
	for (size_t i = (size_t)rule->to; i < count; i++) {
		struct finding *finding = report_add_rule(run->report, uses[i].text->rule->label, uses[i].span);
		finding_text(finding, uses[i].span);
		finding_number(finding, rule->to);
		finding_note(finding, N_("first here: {0}"), uses->span);
	}
}

static void report_uses(struct rule_run *run, struct rule_uses *uses)
{
	if (uses->count > 1)
		qsort(uses->items, uses->count, sizeof *uses->items, compare_uses);
	uses->count = drop_inner(uses->items, uses->count);
	for (size_t begin = 0, end; begin < uses->count; begin = end) {
		const struct ready_rule *rule = uses->items[begin].text->rule;
		for (end = begin + 1; end < uses->count && uses->items[end].text->rule == rule;)
			end++;
		if (rule->kind == RULE_CONSISTENT)
			report_forms(run, uses->items + begin, end - begin);
		else
			report_times(run, uses->items + begin, end - begin);
	}
}

/* ------------------------------------------------------------------------------------------------ require */

/* Where the article begins: its first character that is no blank. */
static struct span beginning(const struct article *article)
{
	uint32_t at = article->paragraph_count ? article_trim(article, article->paragraphs[0].span).begin : article->begin;
	return (struct span){at, at < article->end ? at + 1 : at};
}

static void report_lacks(struct rule_run *run, const uint8_t *seen)
{
	const struct rule_set *set = run->policy->rules;
	if (run->article->is_continued || run->article->goes_on) /* a piece of a long file */
		return;
	for (size_t i = 0; i < set->rule_counts[RULE_REQUIRE]; i++) {
		const struct ready_rule *ready = set->rules[RULE_REQUIRE][i];
		bool asked = !ready->rule->when.count || (seen[i] & 1 << USE_WHEN);
		if ((seen[i] & 1 << USE_FOUND) || !asked || !rule_holds(run, ready))
			continue;
		struct finding *finding = report_add_rule(run->report, ready->label, beginning(run->article));
		finding_string(finding, ready->shown);
		if (ready->rule->when.count)
			finding_string(finding, ready->rule->when.items[0]);
	}
}

/* ------------------------------------------------------------------------------------------------ limit: title, sentence, paragraph */

/* As word processors count: a Han character or a mark is one, a run of Latin letters and digits too, blanks none. */
static int64_t count_characters(const struct article *article, struct span span)
{
	uint64_t runs = CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT);
	int64_t count = 0;
	for (uint32_t at = span.begin; at < span.end; at++)
		if (!article_is(article, at, CLASSES_BLANK))
			count += !(at > span.begin && article_is(article, at, runs) && article_is(article, at - 1, runs));
	return count;
}

static void limit_span(struct rule_run *run, const struct ready_rule *ready, struct span span)
{
	const struct rule *rule = ready->rule;
	span = article_trim(run->article, span);
	if (span_length(span) <= rule->to)
		return;
	int64_t count = count_characters(run->article, span);
	if (count <= rule->to)
		return;
	struct finding *finding = report_add_rule(run->report, ready->label, span);
	finding_number(finding, count);
	finding_number(finding, rule->to);
}

static void limit_lengths(struct rule_run *run, const struct ready_rule *ready)
{
	const struct article *article = run->article;
	for (uint32_t i = 0; i < article->sentence_count && ready->rule->limit == LIMIT_SENTENCE; i++)
		if (article->paragraphs[article->sentences[i].paragraph].role == ROLE_BODY)
			limit_span(run, ready, article->sentences[i].span);
	for (uint32_t i = 0; i < article->paragraph_count && ready->rule->limit != LIMIT_SENTENCE; i++)
		if (article->paragraphs[i].role == (ready->rule->limit == LIMIT_TITLE ? ROLE_TITLE : ROLE_BODY))
			limit_span(run, ready, article->paragraphs[i].span);
}

void rules_run_whole(struct rule_run *run, struct rule_uses *uses, const uint8_t *seen)
{
	const struct rule_set *set = run->policy->rules;
	report_uses(run, uses);
	report_lacks(run, seen);
	for (size_t i = 0; i < set->rule_counts[RULE_LIMIT]; i++)
		if (set->rules[RULE_LIMIT][i]->rule->limit != LIMIT_TIMES && rule_holds(run, set->rules[RULE_LIMIT][i]))
			limit_lengths(run, set->rules[RULE_LIMIT][i]);
}
