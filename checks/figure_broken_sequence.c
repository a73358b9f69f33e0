/*
 * figure_broken_sequence: marks that count on and skip a number, repeat one or leave their order.
 *
 * 一、二、四、 at the beginning of paragraphs, 一是…；二是…；四是…, （一）（二）（二）, 1. 2. 4., ①②④, 第一章 第二章 第四章, 步骤一 步骤三:
 * an item is lost, or a number is wrong, and whoever refers to “the third point” is led astray. The finding is at the first mark
 * that is not the next one, a note at the last right one.
 *
 * Passes on purpose: a sequence of which fewer than two members are right (one, where 一是 and 三是 stand in one sentence);
 * sequences that begin anew, under a heading or inside an item; excerpts; what counts down; quoted and single numbers; a number
 * that stands between the two in another form, or lost its mark (punct_bad_numbering); rankings with two in one place; several
 * gaps in one list. Figures and tables are asked about only in the profiles newsroom and strict.
 * Misses: lists that lost their first or last item, Markdown's own numbers (they are counted when the page is made), letters.
 */
#include "check.h"

enum { MESSAGE_CAPTION = SEQUENCE_KINDS };

static void report(void *user, const struct sequence_fault *fault)
{
	struct check_context *context = user;
	uint32_t label[SEQUENCE_LABEL];
	bool late = fault->kind != SEQUENCE_SKIPPED;
	struct finding *finding = report_add(context->report, fault->caption ? (unsigned)MESSAGE_CAPTION : (unsigned)fault->kind, fault->mark->span);
	finding_text(finding, fault->mark->span);
	if (!late || fault->caption)
		finding_text(finding, fault->right->span);
	finding_characters(finding, label, sequence_label(context->article, fault->mark, fault->due, label));
	finding_note(finding, late ? N_("“{0}” stands here") : N_("the last right one is here"), fault->right->span);
	if (!fault->sure)
		finding_confidence(finding, CONFIDENCE_MEDIUM);
}

static void run(struct check_context *context)
{
	struct sequence sequence = sequence_read(context->article, context->scratch);
	sequence_each_fault(context->article, &sequence, report, context);
}

static const struct check_message messages[] = {
	[SEQUENCE_SKIPPED] = {"skipped", N_("“{0}” follows “{1}”, “{2}” is missing"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[SEQUENCE_REPEATED] = {"repeated", N_("“{0}” comes twice, “{1}” is due here"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[SEQUENCE_MISPLACED] = {"misplaced", N_("“{0}” stands where “{1}” is due"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_CAPTION] = {"caption", N_("“{0}” follows “{1}”, “{2}” is due here"), SEVERITY_NOTE, PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_figure_broken_sequence = {
	.struct_size = sizeof(struct check),
	.name = "figure_broken_sequence",
	.summary = N_("list marks and ordinals that skip, repeat or go back"),
	.needs = NEED_SENTENCES | NEED_PAIRS | NEED_FIGURES,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
