/* punct_bad_ellipsis: a first form. */
#include "check.h"

enum { MESSAGE_FORM };

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *dots = &article->index[CLASS_HALF_STOP];
	for (uint32_t i = 0; i < dots->count; i++) {
		uint32_t begin = dots->at[i], end = begin;
		while (article->cp[end] == '.')
			end++;
		if (end - begin >= 3 && article_is_han(article, begin - 1)) {
			struct finding *finding = report_add(context->report, MESSAGE_FORM, (struct span){begin, end});
			finding_text(finding, (struct span){begin, end});
			finding_fix(finding, FIX_SAFE, (struct span){begin, end}, "……");
		}
		if (end > begin)
			i += end - begin - 1;
	}
}

static const struct check_message messages[] = {
	[MESSAGE_FORM] = {NULL, N_("“{0}” is no ellipsis in Chinese text, write ……"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_bad_ellipsis = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_ellipsis",
	.summary = N_("an ellipsis that is not six dots"),
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
