/*
 * typo_wrong_word: a word written with a wrong character, 按装 for 安装.
 *
 * The words are config/lexicon/wrong_word: forms that are always wrong, each with its cure, where it is right all the same, and
 * examples. lexicon.h says when an entry matches; most of it is that no other word crosses its border (来自|已故, 海参|于).
 *
 * Misses what is not in the lists; words that are wrong in their context only are in there with the words that go with them (反应…心声).
 */
#include "check.h"

enum { MESSAGE_WORD, MESSAGE_CHOICE };

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	for (uint32_t i = 0; i < article->match_count; i++) {
		const struct lexicon_match *match = &article->matches[i];
		if (match->list == LEXICON_WRONG_WORD)
			lexicon_report(context->report, match->right_count == 1 ? MESSAGE_WORD : MESSAGE_CHOICE, article, match);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_WORD] = {NULL, N_("“{0}” is written wrongly, it should be “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_CHOICE] = {NULL, N_("“{0}” is written wrongly, it should be one of {1}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_typo_wrong_word = {
	.struct_size = sizeof(struct check),
	.name = "typo_wrong_word",
	.summary = N_("a word written with a wrong character"),
	.needs = NEED_WORDS | NEED_LEXICON,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
