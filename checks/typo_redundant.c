/*
 * typo_redundant: the same said twice (凯旋归来, 目的是为了), and a negation too many that says the reverse (防止…不再发生).
 *
 * The phrases are config/lexicon/redundant; lexicon.h says when an entry matches. 截止目前 is among them: 截止 is the end of a term, up to
 * a day is 截至.
 *
 * Passes on purpose what careful writers use all the same: 涉及到, 来自于, 可谓是, 差距悬殊, 国际间, 再次重逢 (the second time). Two marks of
 * approximation (大约…左右) are figure_double_approximation. Misses what is not in the list.
 */
#include "check.h"

enum { MESSAGE_TWICE, MESSAGE_REVERSED, MESSAGE_UNTIL };

static unsigned message_of(const struct article *article, const struct lexicon_match *match)
{
	static const char *const reversing[] = {"防止", "避免", "杜绝", "杜絕", "难免", "難免", NULL};
	if (article_starts_any(article, match->span.begin, reversing))
		return MESSAGE_REVERSED;
	return article_starts(article, match->span.begin, "截止") ? MESSAGE_UNTIL : MESSAGE_TWICE;
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	for (uint32_t i = 0; i < article->match_count; i++) {
		const struct lexicon_match *match = &article->matches[i];
		if (match->list == LEXICON_REDUNDANT)
			lexicon_report(context->report, message_of(article, match), article, match);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_TWICE] = {"twice", N_("“{0}” says the same twice, “{1}” is enough"), SEVERITY_NOTE,
		PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_REVERSED] = {"reversed", N_("“{0}” says the reverse of what is meant, write “{1}”"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_UNTIL] = {"until", N_("“{0}”: 截止 is the end of a term, write “{1}”"), SEVERITY_NOTE,
		PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_typo_redundant = {
	.struct_size = sizeof(struct check),
	.name = "typo_redundant",
	.summary = N_("a phrase that says the same twice, or the reverse of what is meant"),
	.needs = NEED_WORDS | NEED_LEXICON,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
