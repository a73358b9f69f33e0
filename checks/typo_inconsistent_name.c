/*
 * typo_inconsistent_name: one name in two spellings: 党支部书记刘昱弛 … 刘昱驰, 中洲花园 … 中州花园, 总统泽连斯基 … 泽伦斯基, 《红楼梦》 …
 * 《红搂梦》.
 *
 * One of the two is wrong, and the reader cannot tell which. A name is what stands in a frame: a person beside a title or a verb of
 * saying, a foreign name with · or beside a title, a place or organisation before its suffix, a work between 《》 (name.h). Two spellings
 * are one name if they differ in one character, the two characters are alike in sound or shape, and the titles, if both have some, are the
 * same. The rarer one is reported at each place.
 *
 * Passes: two persons in one sentence, with two titles, of one family (弟弟, 之子), names that are said to be others of the same (又名,
 * 误作), words that are both in the dictionary (实验小学, 试验小学), numerals, the forms of the two scripts, short names without a title.
 * Misses: names without any frame, two characters that differ, a character that is lost or added.
 */
#include "check.h"

enum { OFTEN = 3 };

static void report(void *user, const struct name_spelling *spelling)
{
	struct check_context *context = user;
	const struct article *article = context->article;
	struct span rare = spelling->rare, usual = spelling->usual;
	struct finding *finding = report_add(context->report, 0, rare);
	finding_text(finding, rare);
	finding_text(finding, usual);
	finding_note(finding, N_("the other spelling, first here: {0}"), usual);
	if (spelling->usual_count < OFTEN * spelling->rare_count)
		return;
	for (uint32_t i = 0; i < span_length(rare); i++)
		if (article->cp[rare.begin + i] != article->cp[usual.begin + i])
			finding_fix_character(finding, FIX_UNSAFE, (struct span){rare.begin + i, rare.begin + i + 1}, article->cp[usual.begin + i]);
}

static void run(struct check_context *context)
{
	name_spellings(context->article, context->data, context->scratch, report, context);
}

static const struct check_message messages[] = {
	{NULL, N_("one name in two spellings: “{0}” here, “{1}” elsewhere"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_typo_inconsistent_name = {
	.struct_size = sizeof(struct check),
	.name = "typo_inconsistent_name",
	.summary = N_("one name in two spellings in one article"),
	.needs = NEED_SENTENCES | NEED_PAIRS | NEED_WORDS | NEED_NAMES,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
