/*
 * typo_variant_word: a word in another form than 第一批异形词整理表 (GF 1001-2001) recommends, 案语 for 按语; and one word in two forms
 * in one article.
 *
 * The words are config/lexicon/variant_word. gf1001.yaml holds for mainland text, in the profiles newsroom and strict; where the
 * recommended form stands in the article as well that is a fault in every house. both-*.yaml holds words with two forms that are both in use
 * (身分 and 身份, 瞭解 and 了解): alone neither is reported. 其它 beside 其他 is an option: many writers tell them apart.
 *
 * Passes on purpose the forms of Traditional text, proper names that the lists except (磁器口, 零丁洋), and groups whose other form is a
 * common word by itself. Misses a form inside quotation marks that the text speaks about.
 */
#include "check.h"

enum { MESSAGE_FORM, MESSAGE_MIXED };

enum { GROUPS_MOST = 512 };

struct settings {
	bool others;
};

/* An entry that was found, and where its right form stands first. */
struct group {
	const struct lexicon_match *match;
	struct span other;
	uint32_t next; /* in the chain of its slot; index from 1 */
};

struct groups {
	struct group *items; /* from 1 */
	uint32_t count;
	uint32_t mask;      /* of the slots, which are more than the groups */
	uint32_t *by_entry; /* slots; an entry has one of its own or the next free one */
	uint32_t *by_text;  /* slots by the first two characters of the right form */
};

static uint32_t slot_of(const struct groups *groups, uint32_t first, uint32_t second)
{
	return (first * UINT32_C(0x9E3779B1) ^ second * UINT32_C(0x85EBCA77)) >> 16 & groups->mask;
}

static uint32_t text_length(const uint16_t *text)
{
	uint32_t length = 0;
	while (text[length])
		length++;
	return length;
}

static bool stands_at(const struct article *article, uint32_t at, const uint16_t *text)
{
	for (; *text; text++, at++)
		if (article->cp[at] != *text)
			return false;
	return true;
}

/* Are both forms in use? Then the last cure is the text itself. */
static bool is_pair(const struct article *article, const struct lexicon_match *match)
{
	const uint16_t *second = match->rights + text_length(match->rights) + 1;
	return match->right_count == 2 && stands_at(article, match->span.begin, second);
}

/* The group of an entry: a slot is found again by the entry; 0: there is none yet, and SLOT is free. */
static uint32_t find_group(const struct groups *groups, uint32_t entry, uint32_t *slot)
{
	for (*slot = slot_of(groups, entry, 1); groups->by_entry[*slot]; *slot = (*slot + 1) & groups->mask)
		if (groups->items[groups->by_entry[*slot]].match->entry == entry)
			return groups->by_entry[*slot];
	return 0;
}

static void add_group(struct groups *groups, const struct lexicon_match *match)
{
	uint32_t slot;
	if (groups->count == GROUPS_MOST || find_group(groups, match->entry, &slot))
		return;
	uint32_t *chain = &groups->by_text[slot_of(groups, match->rights[0], match->rights[1])];
	groups->items[++groups->count] = (struct group){.match = match, .next = *chain};
	groups->by_entry[slot] = groups->count;
	*chain = groups->count;
}

static void find_at(const struct article *article, struct groups *groups, uint32_t at)
{
	uint32_t i = groups->by_text[slot_of(groups, article->cp[at], article->cp[at + 1])];
	for (; i; i = groups->items[i].next) {
		struct group *group = &groups->items[i];
		if (group->other.end == 0 && stands_at(article, at, group->match->rights))
			group->other = (struct span){at, at + text_length(group->match->rights)};
	}
}

/* One pass over the text for all right forms. */
static void find_others(const struct article *article, struct groups *groups)
{
	for (uint32_t block = article->begin; block < article->end; block += ARTICLE_BLOCK)
		for (uint64_t places = lexicon_places(article, block); places; places &= places - 1)
			find_at(article, groups, block + (uint32_t)__builtin_ctzll(places));
}

static void report(struct check_context *context, const struct groups *groups, const struct lexicon_match *match)
{
	uint32_t slot, i = find_group(groups, match->entry, &slot);
	const struct group *group = i ? &groups->items[i] : NULL;
	bool pair = is_pair(context->article, match), mixed = group && group->other.end > 0;
	if (pair ? !mixed || match != group->match : !mixed) {
		if (!pair)
			lexicon_report(context->report, MESSAGE_FORM, context->article, match);
		return;
	}
	struct finding *finding;
	if (pair) {
		finding = report_add(context->report, MESSAGE_MIXED, match->span);
		finding_text(finding, match->span);
		finding_text(finding, group->other);
	} else {
		finding = lexicon_report(context->report, MESSAGE_MIXED, context->article, match);
	}
	finding_note(finding, N_("the other form stands here"), group->other);
}

/* 其它 beside 其他 */
static void check_others(struct check_context *context)
{
	const struct article *article = context->article;
	struct span found[2] = {{0, 0}, {0, 0}};
	for (uint32_t at = article->begin; at + 1 < article->end; at++) {
		uint32_t second = article->cp[at] == 0x5176 ? article->cp[at + 1] : 0; /* 其 */
		if (second != 0x4ED6 && second != 0x5B83)                              /* 他它 */
			continue;
		struct span *place = &found[second == 0x5B83];
		if (place->end == 0)
			*place = (struct span){at, at + 2};
	}
	if (found[0].end == 0 || found[1].end == 0)
		return;
	struct finding *finding = report_add(context->report, MESSAGE_MIXED, found[1]);
	finding_text(finding, found[1]);
	finding_text(finding, found[0]);
	finding_note(finding, N_("the other form stands here"), found[0]);
}

/* Room for as many groups as there are matches of the list, at most. */
static struct groups groups_of(struct arena *scratch, const struct article *article)
{
	uint32_t count = 0, slots = 16;
	for (uint32_t i = 0; i < article->match_count; i++)
		count += article->matches[i].list == LEXICON_VARIANT_WORD;
	if (count == 0)
		return (struct groups){0};
	count = count < GROUPS_MOST ? count : GROUPS_MOST;
	while (slots < 2 * count)
		slots *= 2;
	struct groups groups = {.items = ARENA_ARRAY(scratch, struct group, count + 1), .mask = slots - 1};
	groups.by_entry = ARENA_ARRAY(scratch, uint32_t, slots);
	groups.by_text = ARENA_ARRAY(scratch, uint32_t, slots);
	for (uint32_t i = 0; i < article->match_count; i++)
		if (article->matches[i].list == LEXICON_VARIANT_WORD)
			add_group(&groups, &article->matches[i]);
	return groups;
}

static void run(struct check_context *context)
{
	const struct settings *settings = context->settings;
	const struct article *article = context->article;
	struct groups groups = groups_of(context->scratch, article);
	if (groups.count > 0)
		find_others(article, &groups);
	for (uint32_t i = 0; groups.count > 0 && i < article->match_count; i++)
		if (article->matches[i].list == LEXICON_VARIANT_WORD)
			report(context, &groups, &article->matches[i]);
	if (settings->others)
		check_others(context);
}

static const struct check_message messages[] = {
	[MESSAGE_FORM] = {"form", N_("“{0}” is a variant form, “{1}” is recommended"), SEVERITY_NOTE, PROFILE_NEWSROOM | PROFILE_STRICT,
		CONFIDENCE_HIGH},
	[MESSAGE_MIXED] = {"mixed", N_("“{0}” here and “{1}” elsewhere in the article: one word in two forms"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	{0},
};

static const struct check_option options[] = {
	{"others", OPTION_BOOL, offsetof(struct settings, others), 0, 0, 1, NULL, N_("whether 其它 beside 其他 is reported")},
	{0},
};

const struct check check_typo_variant_word = {
	.struct_size = sizeof(struct check),
	.name = "typo_variant_word",
	.summary = N_("a word in a variant form, or in two forms in one article"),
	.needs = NEED_WORDS | NEED_LEXICON,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};
