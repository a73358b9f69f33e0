/* A plug-in with one check that finds every ！; what is wrong with it is said by -D when it is built. */
#include <kanlint/plugin.h>

#ifndef ABI
#define ABI KANLINT_PLUGIN_ABI
#endif
#ifndef SIZE
#define SIZE sizeof(struct check)
#endif
#ifndef NAME
#define NAME "test_shout"
#endif
#ifndef SUMMARY
#define SUMMARY "an exclamation mark"
#endif
#ifndef MESSAGES
#define MESSAGES {NULL, "an exclamation mark", SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
#endif
#ifndef OPTIONS
#define OPTIONS {"limit", OPTION_NUMBER, offsetof(struct settings, limit), 0, 0, 9, NULL, "how many may stand"},
#endif
#ifndef NEEDS
#define NEEDS 0
#endif
#ifndef RUN
#define RUN run
#endif
#ifndef CHECKS
#define CHECKS {&check, NULL}
#endif

struct settings {
	int64_t limit;
	bool loud;
	int level;
};

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct settings *settings = context->settings;
	int64_t count = 0;
	for (uint32_t at = article->begin; at < article->end; at++)
		if (article->cp[at] == 0xFF01 && count++ >= settings->limit)
			report_add(context->report, 0, (struct span){at, at + 1});
}

static const struct check_message messages[] = {MESSAGES{0}};
static const struct check_option options[] = {OPTIONS{0}};
static const struct check check = {SIZE, NAME, SUMMARY, NEEDS, SCOPE_ARTICLE, messages, options, sizeof(struct settings), NULL, RUN};
static const struct check *const checks[] = CHECKS;

#ifndef NO_SYMBOL
const struct plugin kanlint_plugin = {ABI, checks};
#endif
#ifdef EXTRA
EXTRA
#endif

/* Nothing of the template is unused, whatever is said. */
const void *const test_used[] = {(const void *)&run, messages, options, &check, checks};
