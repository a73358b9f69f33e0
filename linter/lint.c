/* lint: one article through its layers and checks. */
#include "lint_p.h"

#include "layer_p.h"
#include "locate_p.h"
#include "policy_p.h"
#include "record_p.h"
#include "rule_set_p.h"

/*
 * What one article may take: many times what its arrays and layers do, so that a check that runs wild is stopped and said.
 */
enum { MEMORY_BASE = 256 << 20, MEMORY_PER_BYTE = 32 };

/* An arena that has taken more than this is given back after its input. */
enum { MEMORY_KEPT = 32 << 20 };

/* How many checks run by themselves: rules come after them. */
static size_t check_count(const struct policy *policy)
{
	return check_list_rules(policy->list);
}

static unsigned needs_of(const struct policy *policy)
{
	unsigned needs = 0;
	for (size_t i = 0; i < check_count(policy); i++)
		if (policy->checks[i].on)
			needs |= policy->list->checks[i]->needs;
	if (policy->rules)
		needs |= check_house_rule.needs;
	if (needs & (NEED_FIGURES | NEED_NAMES))
		needs |= NEED_SENTENCES | NEED_PAIRS;
	return needs;
}

/* A bit for each message of a check that is off. */
static uint64_t hidden_messages(const struct check *check, const struct check_policy *policy)
{
	uint64_t hidden = 0;
	for (size_t i = 0; check->messages[i].text; i++)
		hidden |= (uint64_t)!policy->messages[i].on << i;
	return hidden;
}

/* What is the same for all articles that are linted together. */
struct linting {
	const struct policy *policy;
	const struct data *data;
	unsigned needs;
	struct lint_unit **units;
	size_t count;
	struct lint_memory *memory;
};

/* Layer after layer for all articles, so that what each is looked up in stays near. */
static void build_layers(struct linting *linting)
{
	struct arena *scratch = &linting->memory->scratch;
	unsigned needs = linting->needs;
	for (size_t i = 0; i < linting->count; i++) {
		struct article *article = linting->units[i]->article;
		article_build_paragraphs(article);
		if (needs & NEED_SENTENCES)
			article_build_sentences(article);
		if (needs & NEED_PAIRS)
			article_build_pairs(article);
	}
	for (size_t i = 0; needs & NEED_FIGURES && i < linting->count; i++)
		article_build_figures(linting->units[i]->article, linting->data);
	for (size_t i = 0; needs & (NEED_LEXICON | NEED_WORDS | NEED_NAMES) && i < linting->count; i++)
		article_build_bigrams(linting->units[i]->article, linting->data);
	for (size_t i = 0; needs & NEED_LEXICON && i < linting->count; i++)
		article_build_lexicon(linting->units[i]->article, linting->data, scratch);
	for (size_t i = 0; needs & NEED_NAMES && i < linting->count; i++)
		article_build_names(linting->units[i]->article, linting->data);
}

/* The rules of the user's own, after the checks. */
static void run_rules(struct linting *linting, struct lint_unit *unit)
{
	size_t *found = &unit->found[check_count(linting->policy)];
	arena_clear(&linting->memory->scratch);
	report_enter(&unit->report, &check_house_rule, 0);
	unit->report.check_count = *found;
	struct rule_run rule_run = {linting->policy, linting->data, unit->article, &linting->memory->scratch, &linting->memory->words, &unit->report,
		&unit->stopped};
	rules_run(&rule_run);
	*found = unit->report.check_count;
}

/* Runs a check for the messages that are not HIDDEN; *FOUND counts through the articles of an input. */
static void run_into(struct linting *linting, struct lint_unit *unit, size_t index, uint64_t hidden, struct report *report, size_t *found)
{
	const struct check *check = linting->policy->list->checks[index];
	arena_clear(&linting->memory->scratch);
	report_enter(report, check, hidden);
	report->check_count = *found;
	struct check_context context = {unit->article, linting->policy->checks[index].settings, linting->data, &linting->memory->scratch, report};
	check->run(&context);
	*found = report->check_count;
}

/* Messages that are off are looked for in a second run: in the first they might stand in the way of others. */
static void run_check(struct linting *linting, size_t index)
{
	uint64_t hidden = hidden_messages(linting->policy->list->checks[index], &linting->policy->checks[index]);
	for (size_t i = 0; i < linting->count; i++) {
		struct lint_unit *unit = linting->units[i];
		size_t ignored = 0;
		run_into(linting, unit, index, hidden, &unit->report, &unit->found[index]);
		if (linting->policy->keeps_hidden && hidden)
			run_into(linting, unit, index, ~hidden, &unit->hidden_report, &ignored);
	}
}

static void run_checks(struct linting *linting)
{
	for (size_t i = 0; i < check_count(linting->policy); i++)
		if (linting->policy->checks[i].on)
			run_check(linting, i);
	for (size_t i = 0; i < linting->count; i++) {
		struct lint_unit *unit = linting->units[i];
		if (linting->policy->rules)
			run_rules(linting, unit);
		arena_clear(&linting->memory->scratch);
		allowed_words_apply(linting->policy->allowed, &unit->report, unit->article, &linting->memory->scratch);
		allowed_words_apply(linting->policy->allowed, &unit->hidden_report, unit->article, &linting->memory->scratch);
	}
}

static size_t check_index(const struct check_list *list, const struct check *check)
{
	size_t index = 0;
	while (list->checks[index] != check)
		index++;
	return index;
}

/* What the policy says. A rule's own word on its severity holds where the user said nothing else. */
static enum severity severity_of(const struct diagnostic *diagnostic, const struct policy *policy)
{
	if (diagnostic->rule) {
		const struct message_policy *message = &policy->rule_messages[diagnostic->rule->name];
		return message->said ? message->severity : diagnostic->rule->message.severity;
	}
	return policy->checks[check_index(policy->list, diagnostic->check)].messages[diagnostic->message - diagnostic->check->messages].severity;
}

static void hide(struct linting *linting, struct lint_unit *unit, const struct diagnostic *diagnostic)
{
	if (linting->policy->keeps_hidden)
		ARENA_PUSH(unit->arena, unit->hidden_list.items, unit->hidden_list.count, unit->hidden_list.capacity, *diagnostic);
}

/* Keeps what the policy is sure enough of, with the severity that it says and what the file has round its text. */
static size_t settle(struct linting *linting, struct lint_unit *unit, struct diagnostic *diagnostics, size_t count)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		struct diagnostic *diagnostic = &diagnostics[i];
		if (diagnostic->confidence < linting->policy->confidence) {
			hide(linting, unit, diagnostic);
			continue;
		}
		diagnostic->severity = severity_of(diagnostic, linting->policy);
		diagnostic->skipped = unit->input.skipped;
		diagnostic->converted = unit->input.converted;
		diagnostics[kept++] = *diagnostic;
	}
	return kept;
}

static void begin_unit(struct linting *linting, struct lint_unit *unit)
{
	unit->at = 0;
	unit->list = unit->hidden_list = (struct diagnostics){0};
	unit->found = ARENA_ARRAY(&linting->memory->units, size_t, check_count(linting->policy) + 1);
	unit->stopped = (struct rule_stops){.arena = unit->arena};
	unit->input.variant = linting->policy->variant;
	report_init(&unit->report, NULL, unit->arena);
	report_init(&unit->hidden_report, NULL, unit->arena);
}

static void finish_unit(struct linting *linting, struct lint_unit *unit)
{
	struct diagnostics *list = &unit->list;
	diagnostics_sort(list->items, list->count);
	diagnostics_locate(list->items, list->count, unit->arena);
	diagnostics_locate(unit->hidden_list.items, unit->hidden_list.count, unit->arena);
	unit->diagnostics = list->items;
	unit->count = settle(linting, unit, list->items, list->count);
	unit->hidden = unit->hidden_list.items;
	unit->hidden_count = unit->hidden_list.count;
	if (unit->input.record)
		record_locate(unit->input.record, unit->diagnostics, unit->count, unit->arena);
	unit->capped = unit->report.capped;
	unit->capped_count = unit->report.capped_count;
}

/* The next article of each unit; those that have none left are taken out. */
static void next_articles(struct linting *linting)
{
	size_t left = 0;
	arena_clear(&linting->memory->article);
	for (size_t i = 0; i < linting->count; i++) {
		struct lint_unit *unit = linting->units[i];
		unit->article = reader_next(&unit->input, &unit->at, &linting->memory->article);
		if (unit->article)
			linting->units[left++] = unit;
	}
	linting->count = left;
}

static void begin_reports(struct lint_unit *unit)
{
	report_next(&unit->report, unit->article);
	report_next(&unit->hidden_report, unit->article);
}

static void end_reports(struct lint_unit *unit)
{
	report_diagnose(&unit->report, &unit->list, unit->arena);
	report_diagnose(&unit->hidden_report, &unit->hidden_list, unit->arena);
}

static void lint(struct linting *linting, struct lint_unit *const *units, size_t count)
{
	linting->units = ARENA_ARRAY(&linting->memory->units, struct lint_unit *, count);
	linting->count = count;
	for (size_t i = 0; i < count; i++) {
		linting->units[i] = units[i];
		begin_unit(linting, units[i]);
	}
	for (next_articles(linting); linting->count > 0; next_articles(linting)) {
		build_layers(linting);
		for (size_t i = 0; i < linting->count; i++)
			begin_reports(linting->units[i]);
		run_checks(linting);
		for (size_t i = 0; i < linting->count; i++)
			end_reports(linting->units[i]);
	}
	for (size_t i = 0; i < count; i++)
		finish_unit(linting, units[i]);
}

void lint_memory_release(struct lint_memory *memory)
{
	arena_release(&memory->units);
	arena_release(&memory->article);
	arena_release(&memory->scratch);
	arena_release(&memory->words);
}

/* For the next input, unless this one was large. */
static void keep_or_release(struct arena *arena)
{
	arena->limit = 0;
	arena->overflow = NULL;
	if (arena->used > MEMORY_KEPT)
		arena_release(arena);
	else
		arena_clear(arena);
}

static size_t memory_limit(struct lint_unit *const *units, size_t count)
{
	size_t limit = MEMORY_BASE;
	for (size_t i = 0; i < count; i++)
		limit += MEMORY_PER_BYTE * units[i]->input.text.size;
	return limit;
}

/* False: an arena has passed its limit. */
static bool lint_within(struct linting *linting, struct lint_unit *const *units, size_t count, jmp_buf *overflow)
{
	if (setjmp(*overflow) != 0)
		return false;
	lint(linting, units, count);
	return true;
}

/* Limits an arena to what it holds and LIMIT bytes more. */
static void limit_arena(struct arena *arena, size_t limit, jmp_buf *overflow)
{
	arena->limit = arena->used + limit;
	arena->overflow = overflow;
}

bool lint_units(struct lint_memory *memory, struct lint_unit *const *units, size_t count, const struct policy *policy, const struct data *data,
	struct error *error)
{
	size_t limit = memory_limit(units, count);
	struct linting linting = {.policy = policy, .data = data, .needs = needs_of(policy), .memory = memory};
	struct arena *arenas[] = {&memory->units, &memory->article, &memory->scratch, &memory->words};
	jmp_buf overflow;
	for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++)
		limit_arena(arenas[i], limit, &overflow);
	for (size_t i = 0; i < count; i++)
		limit_arena(units[i]->arena, limit, &overflow);
	bool done = lint_within(&linting, units, count, &overflow);
	for (size_t i = 0; i < count; i++) {
		units[i]->arena->limit = 0;
		units[i]->arena->overflow = NULL;
	}
	for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++)
		keep_or_release(arenas[i]);
	return done || error_set(error, "needs more than the %zu MiB of memory that an article of its size may take", limit >> 20);
}

void result_take(struct result *result, const struct lint_unit *unit)
{
	result->input = unit->input;
	result->diagnostics = unit->diagnostics;
	result->count = unit->count;
	result->hidden = unit->hidden;
	result->hidden_count = unit->hidden_count;
	result->capped = unit->capped;
	result->capped_count = unit->capped_count;
	result->stopped = unit->stopped;
}

void lint_inputs(struct lint_memory *memory, struct result *const *results, size_t count, const struct data *data)
{
	struct lint_unit units[LINT_TOGETHER], *together[LINT_TOGETHER];
	struct error error;
	for (size_t i = 0; i < count; i++) {
		units[i] = (struct lint_unit){.input = results[i]->input, .arena = &results[i]->arena};
		together[i] = &units[i];
	}
	if (count == 0 || lint_units(memory, together, count, results[0]->policy, data, &error)) {
		for (size_t i = 0; i < count; i++)
			result_take(results[i], &units[i]);
	} else if (count == 1) {
		results[0]->failed = true;
		results[0]->error = error;
	} else {
		/* The one that needs too much is looked for. */
		for (size_t i = 0; i < count; i++)
			lint_inputs(memory, &results[i], 1, data);
	}
}

void lint_input(struct result *result, const struct data *data)
{
	struct lint_memory memory = {0};
	lint_inputs(&memory, &result, 1, data);
	lint_memory_release(&memory);
}
