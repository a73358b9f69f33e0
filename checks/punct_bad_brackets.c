/*
 * punct_bad_brackets: says here in one sentence what it reports.
 *
 * Why that is wrong, with the clause or the source. What passes on purpose. What it misses.
 */
#include "check.h"

enum { MESSAGE_FOUND };

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *marks = &article->index[CLASS_SYMBOL];
	for (uint32_t i = 0; i < marks->count; i++) {
		struct span span = {marks->at[i], marks->at[i] + 1};
		if (article->cp[span.begin] != 0x203B) /* ※ */
			continue;
		struct finding *finding = report_add(context->report, MESSAGE_FOUND, span);
		finding_text(finding, span);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_FOUND] = {NULL, N_("“{0}” is what this template looks for"), SEVERITY_WARNING, PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_bad_brackets = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_brackets",
	.summary = N_("one line for --list-checks"),
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
