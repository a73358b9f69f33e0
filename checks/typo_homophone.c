/*
 * typo_homophone: a character that the text round it makes very unlikely, while one that sounds or looks like it makes a word there.
 *
 * 在次 for 再次, 法完 for 法院: the wrong word is no fixed form that a list could hold, but a language model tells that nobody writes
 * so. The model is that of Debian's package sunpinyin-data (language_model.h), which belongs to Simplified text; misfit.h weighs what the
 * text gains by a cure.
 *
 * Passes: names, what the article writes so again nearby, what a list of the lexicon or typo_wrong_idiom looks at, forms between
 * which a house chooses (部份 部分), figures, characters outside 通用规范汉字表 (script_unlisted has them). Traditional text, but for
 * a passage in it that is written in Simplified characters.
 * Misses: a word that is right elsewhere (权力 权利) unless the difference is large, slips of two characters side by side, short words.
 */
#include "check.h"

struct settings {
	const struct language_model *model;
};

/* What typo_wrong_idiom looks at, in the order of the text. */
struct idioms {
	struct arena *arena;
	struct span *spans;
	size_t count, capacity;
};

struct state {
	struct check_context *context;
	struct idioms idioms;
};

static bool prepare(void *settings, const struct data *data, struct arena *arena, struct error *error)
{
	(void)data;
	((struct settings *)settings)->model = language_model_open(arena, error);
	return ((struct settings *)settings)->model != NULL;
}

/* Does the article say the same again, or has it said it before? A name or a term of its own, then. */
static bool is_said_again(const struct article *article, struct span word)
{
	enum { REACH = 2000 };
	uint32_t begin = article_back(article, word.begin, REACH), end = article_ahead(article, word.end, REACH);
	for (uint32_t at = begin; at + span_length(word) <= end; at++)
		if (article->cp[at] == article->cp[word.begin] && at != word.begin &&
			article_same(article, (struct span){at, at + span_length(word)}, word))
			return true;
	return false;
}

static void add_idiom(void *user, const struct idiom_slip *slip)
{
	struct idioms *idioms = user;
	ARENA_PUSH(idioms->arena, idioms->spans, idioms->count, idioms->capacity, slip->span);
}

/* Binary search: the last one that begins before the end of the span. */
static bool is_near_idiom(const struct idioms *idioms, struct span span)
{
	size_t low = 0, high = idioms->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (idioms->spans[middle].begin < span.end)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && idioms->spans[low - 1].end > span.begin;
}

static void report(void *user, const struct misfit *misfit)
{
	const struct state *state = user;
	struct check_context *context = state->context;
	const struct article *article = context->article;
	uint32_t word[ARTICLE_GUARD], length = span_length(misfit->word);
	if (length > ARTICLE_GUARD || lexicon_covers(article, misfit->word, ~0U) || is_near_idiom(&state->idioms, misfit->word) ||
		name_covers(article, context->data, (struct span){misfit->at, misfit->at + 1}) || is_said_again(article, misfit->word))
		return;
	memcpy(word, article->cp + misfit->word.begin, length * sizeof *word);
	word[misfit->at - misfit->word.begin] = misfit->cure;
	struct finding *finding = report_add(context->report, 0, misfit->word);
	finding_text(finding, misfit->word);
	finding_characters(finding, word, length);
	finding_fix_character(finding, FIX_UNSAFE, (struct span){misfit->at, misfit->at + 1}, misfit->cure);
}

/* Is a paragraph written in Simplified characters? In a Traditional article one has to hold some. */
static bool is_simplified(const struct article *article, struct span span)
{
	enum { STRAY = 8 }; /* for so many Simplified characters one Traditional */
	uint32_t simplified = article_count(article, span, CLASS_BIT(CLASS_HAN_SIMPLIFIED));
	uint32_t traditional = article_count(article, span, CLASS_BIT(CLASS_HAN_TRADITIONAL));
	bool is_sure = variant_is_hans(article->variant) || article->variant == VARIANT_NONE;
	return (is_sure || simplified > 0) && traditional * STRAY <= simplified;
}

static void run(struct check_context *context)
{
	const struct settings *settings = context->settings;
	const struct article *article = context->article;
	struct state state = {.context = context, .idioms.arena = context->scratch};
	idiom_each(context->data, article, add_idiom, &state.idioms);
	for (uint32_t i = 0; i < article->paragraph_count; i++) {
		struct span span = article->paragraphs[i].span;
		if (article->paragraphs[i].role != ROLE_VERSE && is_simplified(article, span))
			misfit_each(article, context->data, settings->model, span, report, &state);
	}
}

static const struct check_message messages[] = {
	{NULL, N_("“{0}” is unlikely here, perhaps it should be “{1}”"), SEVERITY_NOTE, PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_typo_homophone = {
	.struct_size = sizeof(struct check),
	.name = "typo_homophone",
	.summary = N_("a character that sounds or looks like the right one"),
	.needs = NEED_WORDS | NEED_LEXICON | NEED_NAMES,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.settings_size = sizeof(struct settings),
	.prepare = prepare,
	.run = run,
};
