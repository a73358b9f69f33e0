/*
 * punct_unpaired: quotes, brackets and book-title marks without a partner: opened and never closed, closed and never opened,
 * or closed by a mark of another kind.
 *
 * They come in pairs (GB/T 15834 4.8, 4.9, 4.15); where one is lost the reader cannot tell what is quoted.
 *
 * Passes: a quotation over several paragraphs, each of which opens with the mark (GB/T 15834 4.8.3.5); list labels 1） a),
 * apostrophes, feet and inches, emoticons, arrows; marks in passages without Han text. pair.h says how they are told.
 * Misses: two forgotten marks that look like one pair; a lost closing mark when the next paragraph opens with the same mark.
 */
#include "check.h"

enum { MESSAGE_NEVER_CLOSED, MESSAGE_NEVER_OPENED, MESSAGE_WRONG_CLOSE, MESSAGE_WRONG_OPEN, MESSAGE_REOPEN };

enum {
	PARAGRAPHS = 6, /* of one quotation */
	PROSE = 15,     /* characters of a paragraph that is no line of verse */
	HAN_REACH = 40, /* how far the nearest Han character of the same line may be */
};

static struct span mark_span(uint32_t at)
{
	return (struct span){at, at + 1};
}

/* The closing mark that belongs to this opening one, the opening one that belongs to this closing one: they are of one pair of forms. */
static uint32_t other_form(uint32_t code_point)
{
	static const uint16_t forms[][2] = {{0x201C, 0x201D}, {0x2018, 0x2019}, {0x300C, 0x300D}, {0x300E, 0x300F}, {0xFF08, 0xFF09}, {'(', ')'},
		{'[', ']'}, {'{', '}'}, {0xFF3B, 0xFF3D}, {0xFF5B, 0xFF5D}, {0x3014, 0x3015}, {0x3010, 0x3011}, {0x3016, 0x3017}, {0x300A, 0x300B},
		{0x3008, 0x3009}};
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		for (unsigned side = 0; side < 2; side++)
			if (forms[i][side] == code_point)
				return forms[i][1 - side];
	return 0;
}

static void add_wrong(struct check_context *context, const struct unpaired *unpaired)
{
	bool closes = unpaired->reason == UNPAIRED_WRONG_CLOSE;
	const struct article *article = context->article;
	struct finding *finding = report_add(context->report, closes ? MESSAGE_WRONG_CLOSE : MESSAGE_WRONG_OPEN, mark_span(unpaired->at));
	finding_text(finding, mark_span(unpaired->at));
	finding_text(finding, mark_span(unpaired->partner));
	finding_note(finding, closes ? N_("opened here") : N_("closed here"), mark_span(unpaired->partner));
	uint32_t right = other_form(article->cp[unpaired->partner]);
	if (right)
		finding_fix_character(finding, FIX_UNSAFE, mark_span(unpaired->at), right);
}

static bool is_prose(const struct article *article, uint32_t paragraph)
{
	const struct paragraph *p = &article->paragraphs[paragraph];
	return p->role == ROLE_BODY && p->ends_sentence && span_length(p->span) >= PROSE;
}

/* GB/T 15834 4.8.3.5: a quotation of several paragraphs opens anew in each. */
static void check_paragraphs(struct check_context *context, const struct pair *pair)
{
	const struct article *article = context->article;
	uint32_t first = article_paragraph_at(article, pair->open), last = article_paragraph_at(article, pair->close);
	if (last == first || last - first > PARAGRAPHS || pair->continued || article->hard_wrapped || !is_prose(article, first))
		return;
	for (uint32_t p = first + 1; p <= last; p++) {
		uint32_t begin = article_trim(article, article->paragraphs[p].span).begin;
		const struct pair *again = pair_opening(article, begin);
		if (!is_prose(article, p) || begin >= pair->close || article_is(article, begin, CLASS_BIT(CLASS_OPEN)) || (again && again->continued))
			continue;
		struct finding *finding = report_add(context->report, MESSAGE_REOPEN, mark_span(begin));
		finding_character(finding, article->cp[pair->open]);
		finding_note(finding, N_("opened here"), mark_span(pair->open));
		finding_fix_character(finding, FIX_UNSAFE, (struct span){begin, begin}, article->cp[pair->open]);
	}
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	for (uint32_t i = 0; i < article->pair_count; i++)
		if (PAIR_BIT(article->pairs[i].kind) & (PAIR_BIT(PAIR_DOUBLE_QUOTE) | PAIR_BIT(PAIR_CORNER)))
			check_paragraphs(context, &article->pairs[i]);
	for (uint32_t i = 0; i < article->unpaired_count; i++) {
		const struct unpaired *unpaired = &article->unpaired[i];
		/* GB/T 15834 is for Chinese text: code and Latin passages have marks of their own kind. */
		if (!article_near_han(article, mark_span(unpaired->at), HAN_REACH))
			continue;
		if (unpaired->partner != UINT32_MAX) {
			add_wrong(context, unpaired);
			continue;
		}
		bool closes = unpaired->reason == UNPAIRED_NEVER_OPENED;
		finding_text(report_add(context->report, closes ? MESSAGE_NEVER_OPENED : MESSAGE_NEVER_CLOSED, mark_span(unpaired->at)),
			mark_span(unpaired->at));
	}
}

static const struct check_message messages[] = {
	[MESSAGE_NEVER_CLOSED] = {"never_closed", N_("opened but never closed: {0}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_NEVER_OPENED] = {"never_opened", N_("closed but never opened: {0}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_WRONG_CLOSE] = {"wrong_close", N_("wrong closing mark: {0} cannot close {1}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_WRONG_OPEN] = {"wrong_open", N_("wrong opening mark: {0} cannot open what {1} closes"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_REOPEN] = {"reopen", N_("the quotation goes on in this paragraph, open it with {0}"), SEVERITY_NOTE, PROFILE_NEWSROOM | PROFILE_STRICT,
		CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_unpaired = {
	.struct_size = sizeof(struct check),
	.name = "punct_unpaired",
	.summary = N_("a quote, bracket or book-title mark without its partner"),
	.needs = NEED_PAIRS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
