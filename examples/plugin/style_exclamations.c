/*
 * style_exclamations: more exclamation marks in an article than the house allows (option limit), the last ones first to go.
 *
 * An example of a plug-in: kanlint --plugin ./style.so --select +style_exclamations ARTICLE. It has what a check may have: an option,
 * a layer (pairs), a related place and a fix.
 *
 * Passes: quotations, where it is not the author who shouts. Misses: marks that are half-width among Han characters.
 */
#include <kanlint/plugin.h>

struct settings {
	int64_t limit;
};

static const struct check_option options[] = {
	{.key = "limit", .type = OPTION_NUMBER, .offset = offsetof(struct settings, limit), .initial = 2, .minimum = 0, .maximum = 1000,
		.help = "how many exclamation marks an article may have"},
	{.key = NULL},
};

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct settings *settings = context->settings;
	const struct positions *stops = &article->index[CLASS_END_STOP];
	struct span first = {0, 0};
	int64_t count = 0;
	for (uint32_t i = 0; i < stops->count; i++) {
		struct span mark = {stops->at[i], stops->at[i] + 1};
		if (article->cp[mark.begin] != 0xFF01 || pair_around(article, mark.begin, PAIRS_QUOTE))
			continue;
		if (count++ == 0)
			first = mark;
		if (count <= settings->limit)
			continue;
		struct finding *finding = report_add(context->report, 0, mark);
		finding_number(finding, count);
		finding_number(finding, settings->limit);
		finding_note(finding, "the first one is here", first);
		finding_fix(finding, FIX_UNSAFE, mark, "。");
	}
}

static const struct check_message messages[] = {
	{NULL, "exclamation mark {0} of an article that may have {1}", SEVERITY_WARNING, PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{.text = NULL},
};

static const struct check style_exclamations = {
	.struct_size = sizeof(struct check),
	.name = "style_exclamations",
	.summary = "more exclamation marks than an article may have",
	.needs = NEED_PAIRS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};

KANLINT_PLUGIN(&style_exclamations);
