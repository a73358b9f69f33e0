/* lint: one article through its layers and checks. */
#include "lint_p.h"

#include "layer_p.h"
#include "locate_p.h"

/*
 * What one article may take: many times what its arrays and layers do, so that a check that runs wild is stopped and said.
 */
enum { MEMORY_BASE = 256 << 20, MEMORY_PER_BYTE = 32 };

static unsigned needs_of(const struct policy *policy)
{
	unsigned needs = 0;
	for (size_t i = 0; checks_table[i]; i++)
		if (policy->checks[i].on)
			needs |= checks_table[i]->needs;
	if (needs & NEED_FIGURES)
		needs |= NEED_SENTENCES | NEED_PAIRS;
	return needs;
}

static void build_layers(struct article *article, unsigned needs, const struct data *data)
{
	article_build_paragraphs(article);
	if (needs & NEED_SENTENCES)
		article_build_sentences(article);
	if (needs & NEED_PAIRS)
		article_build_pairs(article);
	if (needs & NEED_FIGURES)
		article_build_figures(article, data);
}

/* A bit for each message of a check that is off. */
static uint64_t hidden_messages(const struct check *check, const struct check_policy *policy)
{
	uint64_t hidden = 0;
	for (size_t i = 0; check->messages[i].text; i++)
		hidden |= (uint64_t)!policy->messages[i].on << i;
	return hidden;
}

static void run_checks(
	const struct article *article, const struct policy *policy, const struct data *data, struct arena *scratch, struct report *report)
{
	for (size_t i = 0; checks_table[i]; i++) {
		if (!policy->checks[i].on)
			continue;
		arena_clear(scratch);
		report_enter(report, checks_table[i], hidden_messages(checks_table[i], &policy->checks[i]));
		struct check_context context = {article, policy->checks[i].settings, data, scratch, report};
		checks_table[i]->run(&context);
	}
}

static size_t check_index(const struct check *check)
{
	size_t index = 0;
	while (checks_table[index] != check)
		index++;
	return index;
}

/* Keeps what the policy is sure enough of, with the severity that it says and what the file has round its text. */
static size_t settle(struct diagnostic *diagnostics, size_t count, const struct policy *policy, const struct input *input)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		struct diagnostic *diagnostic = &diagnostics[i];
		const struct message_policy *message =
			&policy->checks[check_index(diagnostic->check)].messages[diagnostic->message - diagnostic->check->messages];
		if (diagnostic->confidence < policy->confidence)
			continue;
		diagnostic->severity = message->severity;
		diagnostic->skipped = input->skipped;
		diagnostic->converted = input->converted;
		diagnostics[kept++] = *diagnostic;
	}
	return kept;
}

static void lint_article(struct result *result, const struct data *data, struct arena *scratch)
{
	const struct policy *policy = result->policy;
	struct report report;
	result->input.variant = policy->variant;
	struct article *article = reader_article(&result->input, &result->arena);
	build_layers(article, needs_of(policy), data);
	report_init(&report, article, &result->arena);
	run_checks(article, policy, data, scratch, &report);
	result->diagnostics = report_locate(&report, &result->count, &result->arena);
	result->count = settle(result->diagnostics, result->count, policy, &result->input);
	result->capped = report.capped;
	result->capped_count = report.capped_count;
}

void lint_input(struct result *result, const struct data *data)
{
	size_t limit = MEMORY_BASE + MEMORY_PER_BYTE * result->input.text.size;
	struct arena scratch;
	jmp_buf overflow;
	arena_init(&scratch);
	result->arena.limit = scratch.limit = limit;
	result->arena.overflow = scratch.overflow = &overflow;
	if (setjmp(overflow) == 0) {
		lint_article(result, data, &scratch);
	} else {
		result->failed = true;
		result->count = 0;
		error_set(&result->error, "needs more than the %zu MiB of memory that an article of its size may take", limit >> 20);
	}
	result->arena.limit = 0;
	result->arena.overflow = NULL;
	arena_release(&scratch);
}
