/* lint: one article through its layers and checks. */
#include "lint_p.h"

#include "layer_p.h"
#include "locate_p.h"
#include "policy_p.h"
#include "rule_set_p.h"

/*
 * What one article may take: many times what its arrays and layers do, so that a check that runs wild is stopped and said.
 */
enum { MEMORY_BASE = 256 << 20, MEMORY_PER_BYTE = 32 };

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

static void build_layers(struct article *article, unsigned needs, const struct data *data, struct arena *scratch)
{
	article_build_paragraphs(article);
	if (needs & NEED_SENTENCES)
		article_build_sentences(article);
	if (needs & NEED_PAIRS)
		article_build_pairs(article);
	if (needs & NEED_FIGURES)
		article_build_figures(article, data);
	if (needs & (NEED_LEXICON | NEED_WORDS))
		article_build_bigrams(article, data);
	if (needs & NEED_LEXICON)
		article_build_lexicon(article, data, scratch);
	if (needs & NEED_NAMES)
		article_build_names(article, data);
}

/* A bit for each message of a check that is off. */
static uint64_t hidden_messages(const struct check *check, const struct check_policy *policy)
{
	uint64_t hidden = 0;
	for (size_t i = 0; check->messages[i].text; i++)
		hidden |= (uint64_t)!policy->messages[i].on << i;
	return hidden;
}

/* What is the same for all articles of an input. */
struct linting {
	const struct policy *policy;
	const struct data *data;
	unsigned needs;
	struct report report;
	size_t *found; /* by each check up to now, and by all rules */
	struct rule_stops *stopped;
	struct diagnostics diagnostics;
	struct arena article, scratch; /* what lives as long as an article, and as a check runs */
	struct arena words;            /* of a segmentation */
};

/* The rules of the user's own, after the checks. */
static void run_rules(struct linting *linting, const struct article *article)
{
	size_t *found = &linting->found[check_count(linting->policy)];
	arena_clear(&linting->scratch);
	report_enter(&linting->report, &check_house_rule, 0);
	linting->report.check_count = *found;
	struct rule_run rule_run = {linting->policy, linting->data, article, &linting->scratch, &linting->words, &linting->report, linting->stopped};
	rules_run(&rule_run);
	*found = linting->report.check_count;
}

static void run_checks(struct linting *linting, const struct article *article)
{
	const struct policy *policy = linting->policy;
	struct report *report = &linting->report;
	for (size_t i = 0; i < check_count(policy); i++) {
		const struct check *check = policy->list->checks[i];
		if (!policy->checks[i].on)
			continue;
		arena_clear(&linting->scratch);
		report_enter(report, check, hidden_messages(check, &policy->checks[i]));
		report->check_count = linting->found[i];
		struct check_context context = {article, policy->checks[i].settings, linting->data, &linting->scratch, report};
		check->run(&context);
		linting->found[i] = report->check_count;
	}
	if (policy->rules)
		run_rules(linting, article);
	arena_clear(&linting->scratch);
	allowed_words_apply(policy->allowed, report, article, &linting->scratch);
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

/* Keeps what the policy is sure enough of, with the severity that it says and what the file has round its text. */
static size_t settle(struct diagnostic *diagnostics, size_t count, const struct policy *policy, const struct input *input)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		struct diagnostic *diagnostic = &diagnostics[i];
		if (diagnostic->confidence < policy->confidence)
			continue;
		diagnostic->severity = severity_of(diagnostic, policy);
		diagnostic->skipped = input->skipped;
		diagnostic->converted = input->converted;
		diagnostics[kept++] = *diagnostic;
	}
	return kept;
}

static void lint_articles(struct linting *linting, struct result *result)
{
	struct article *article;
	size_t at = 0;
	while ((article = reader_next(&result->input, &at, &linting->article))) {
		build_layers(article, linting->needs, linting->data, &linting->scratch);
		report_next(&linting->report, article);
		run_checks(linting, article);
		report_diagnose(&linting->report, &linting->diagnostics, &result->arena);
		arena_clear(&linting->article);
	}
}

static void lint(struct linting *linting, struct result *result)
{
	result->input.variant = result->policy->variant;
	linting->found = ARENA_ARRAY(&result->arena, size_t, check_count(result->policy) + 1);
	linting->stopped = &result->stopped;
	result->stopped = (struct rule_stops){.arena = &result->arena};
	report_init(&linting->report, NULL, &result->arena);
	lint_articles(linting, result);
	struct diagnostics *diagnostics = &linting->diagnostics;
	diagnostics_sort(diagnostics->items, diagnostics->count);
	diagnostics_locate(diagnostics->items, diagnostics->count, &result->arena);
	result->diagnostics = diagnostics->items;
	result->count = settle(diagnostics->items, diagnostics->count, result->policy, &result->input);
	result->capped = linting->report.capped;
	result->capped_count = linting->report.capped_count;
}

void lint_input(struct result *result, const struct data *data)
{
	size_t limit = MEMORY_BASE + MEMORY_PER_BYTE * result->input.text.size;
	struct linting linting = {.policy = result->policy, .data = data, .needs = needs_of(result->policy)};
	struct arena *arenas[] = {&result->arena, &linting.article, &linting.scratch, &linting.words};
	jmp_buf overflow;
	arena_init(&linting.article);
	arena_init(&linting.scratch);
	arena_init(&linting.words);
	for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++) {
		arenas[i]->limit = limit;
		arenas[i]->overflow = &overflow;
	}
	if (setjmp(overflow) == 0) {
		lint(&linting, result);
	} else {
		result->failed = true;
		result->count = 0;
		error_set(&result->error, "needs more than the %zu MiB of memory that an article of its size may take", limit >> 20);
	}
	result->arena.limit = 0;
	result->arena.overflow = NULL;
	arena_release(&linting.article);
	arena_release(&linting.scratch);
	arena_release(&linting.words);
}
