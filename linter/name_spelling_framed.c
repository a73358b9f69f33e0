/* name_spelling_framed: works, places and organisations, each under the hashes of its text with one character left out. */
#include "name_spelling_p.h"

#include "word.h"

enum { WORK_LEAST = 3, WORK_MOST = 40, WORK_LONG = 5, STEM_PAIR = 2 };

#define FACTOR UINT64_C(0x9E3779B97F4A7C15)

struct blanks {
	struct search *search;
	struct spellings spellings;
};

static uint64_t mixed(uint64_t hash)
{
	hash ^= hash >> 29;
	hash *= UINT64_C(0xBF58476D1CE4E5B9);
	return hash ^ hash >> 32;
}

/* A text and where one character of it is left out: WHOLE is the sum of its characters by powers of FACTOR. */
static void add(struct blanks *blanks, const struct name *name, struct span text, uint32_t at, uint64_t whole, uint64_t power)
{
	struct search *search = blanks->search;
	uint32_t character = search->article->cp[text.begin + at];
	uint64_t frame = span_length(text) * 64 + at + (uint64_t)name->kind * 4096;
	struct spelling *spelling = spellings_add(&blanks->spellings, search->scratch, mixed(whole - character * power + frame), character);
	if (!spelling)
		return;
	if (spelling->first.end == 0) {
		spelling->first = text;
		spelling->at = at;
		spelling->kind = name->kind;
	}
	search_add_place(search, spelling, text);
	if (name->kind == NAME_PERSON)
		search_add_title(search, spelling, name->title);
}

static uint64_t whole_of(const struct article *article, struct span text)
{
	uint64_t whole = 0, power = 1;
	for (uint32_t at = text.begin; at < text.end; at++, power *= FACTOR)
		whole += article->cp[at] * power;
	return whole;
}

static void add_work(struct blanks *blanks, const struct name *name)
{
	const struct article *article = blanks->search->article;
	uint64_t whole = whole_of(article, name->span), power = 1;
	if (span_length(name->span) < WORK_LEAST || span_length(name->span) > WORK_MOST)
		return;
	for (uint32_t at = name->span.begin; at < name->span.end; at++, power *= FACTOR)
		if (article_is_han(article, at))
			add(blanks, name, name->span, at - name->span.begin, whole, power);
}

/* The last two characters before the suffix, and of longer stems the first one. */
static void add_stem(struct blanks *blanks, const struct name *name)
{
	const struct article *article = blanks->search->article;
	uint32_t stem = span_length(name->span) - name->suffix;
	if (stem < STEM_PAIR)
		return;
	struct span text = {name->span.end - name->suffix - STEM_PAIR, name->span.end};
	uint64_t whole = whole_of(article, text);
	add(blanks, name, text, 0, whole, 1);
	add(blanks, name, text, 1, whole, FACTOR);
	while (text.begin > name->span.begin) {
		text.begin--;
		whole = whole * FACTOR + article->cp[text.begin];
		add(blanks, name, text, 0, whole, 1);
	}
}

/* 王丽 and 王莉 of one title. */
static void add_person(struct blanks *blanks, const struct name *name)
{
	const struct article *article = blanks->search->article;
	if (span_length(name->span) != 2 || name->title.begin == name->title.end)
		return;
	uint64_t whole = whole_of(article, name->span) + mixed(article->cp[name->title.end - 1]);
	add(blanks, name, name->span, 1, whole, FACTOR);
}

/*
 * How the character that differs stands among the words: in one that is no name, 实验|小学, in one that is or alone. Cut off from the
 * rest, 任|香港大学, it is no part of the name.
 */
enum standing { STANDING_FREE, STANDING_WORD, STANDING_CUT };

static enum standing standing_of(const struct search *search, const struct spelling *spelling)
{
	enum { BEFORE = 3 };
	static const float rare = 14;
	struct word *words;
	struct span text = spelling->first, seen = text;
	if (spelling->kind != NAME_WORK)
		seen.begin = article_skip_back(search->article, text.begin, article_back(search->article, text.begin, BEFORE), CLASSES_HAN);
	uint32_t count = word_segment(search->data, search->article, seen, search->scratch, &words), at = text.begin + spelling->at, i = 0;
	while (i < count && words[i].span.end <= at)
		i++;
	if (i == count)
		return STANDING_FREE;
	if (spelling->kind != NAME_WORK && words[i].span.begin < text.begin && words[i].span.end < text.end)
		return STANDING_CUT;
	bool is_name = words[i].tag >= WORD_PERSON && words[i].tag <= WORD_ORGANISATION;
	if (span_length(words[i].span) > 1)
		return is_name || words[i].cost > rare ? STANDING_FREE : STANDING_WORD;
	bool is_edge = spelling->kind != NAME_WORK && i + 1 < count && spelling->at == 0;
	return is_edge && span_length(words[i + 1].span) > 1 ? STANDING_CUT : STANDING_FREE;
}

static void compare(struct blanks *blanks, struct spelling *a, struct spelling *b)
{
	struct search *search = blanks->search;
	uint32_t length = span_length(a->first);
	bool is_strict = length <= WORK_LEAST || a->kind == NAME_PLACE || a->kind == NAME_PERSON;
	if (!search_alike(a->character, b->character, is_strict) || (a->kind == NAME_PLACE && !character_sounds_like(a->character, b->character)))
		return;
	if (a->kind != NAME_PERSON) {
		enum standing left = standing_of(search, a), right = standing_of(search, b);
		/* 东|锋|机械公司: what goes before is the same too */
		bool is_preceded = article_is_han(search->article, a->first.begin - 1) &&
				   search->article->cp[a->first.begin - 1] == search->article->cp[b->first.begin - 1];
		if ((left == STANDING_CUT || right == STANDING_CUT) && !is_preceded)
			return;
		bool is_long = a->kind == NAME_WORK && length >= WORK_LONG;
		a->is_known = left == STANDING_WORD && !(is_long && right == STANDING_WORD);
		b->is_known = right == STANDING_WORD && !(is_long && left == STANDING_WORD);
	}
	search_judge(search, a, b);
}

void search_framed(struct search *search)
{
	const struct article *article = search->article;
	struct blanks blanks = {.search = search};
	size_t texts = 0;
	for (uint32_t i = 0; i < article->name_count; i++)
		texts += article->names[i].kind == NAME_WORK ? span_length(article->names[i].span) : article->names[i].suffix ? NAME_STEM : 1;
	spellings_init(&blanks.spellings, search->scratch, texts);
	for (uint32_t i = 0; i < article->name_count; i++) {
		if (article->names[i].kind == NAME_WORK)
			add_work(&blanks, &article->names[i]);
		else if (article->names[i].suffix)
			add_stem(&blanks, &article->names[i]);
		else if (article->names[i].kind == NAME_PERSON)
			add_person(&blanks, &article->names[i]);
	}
	struct spelling *items = blanks.spellings.items;
	for (size_t i = 0; i < blanks.spellings.count; i++)
		for (uint32_t other = items[i].next; other; other = items[other - 1].next)
			if (items[other - 1].key == items[i].key)
				compare(&blanks, &items[i], &items[other - 1]);
}
