/* name: a walk to the words beside names. */
#include "name_p.h"

#include <stdlib.h>

#include "bigram_p.h"
#include "layer_p.h"
#include "pair.h"
#include "word.h"

enum { FOREIGN_LEAST = 3, FOREIGN_MOST = 12, LIST_MOST = 60, COVER = 12 };

struct building {
	const struct article *article;
	const struct data *data;
	struct arena *arena;
	struct name *names;
	size_t count, capacity;
};

static void add(struct building *building, struct name name)
{
	ARENA_PUSH(building->arena, building->names, building->count, building->capacity, name);
}

static uint32_t sound_end(const struct article *article, uint32_t begin)
{
	uint32_t end = begin;
	while (end - begin < FOREIGN_MOST && name_is(article->cp[end], NAME_ROLE_SOUND))
		end++;
	return end;
}

static uint32_t sound_begin(const struct article *article, uint32_t end)
{
	uint32_t begin = end;
	while (end - begin < FOREIGN_MOST && name_is(article->cp[begin - 1], NAME_ROLE_SOUND))
		begin--;
	return begin;
}

/* 特朗普|连任: the last sound begins a word with what comes after. */
static uint32_t foreign_end(const struct building *building, uint32_t begin)
{
	uint32_t end = sound_end(building->article, begin);
	while (end - begin > FOREIGN_LEAST && article_is_han(building->article, end) &&
		word_find(building->data, building->article->cp + end - 1, 2, NULL))
		end--;
	return end;
}

static bool is_interpunct(const struct article *article, uint32_t at)
{
	return article->cls[at] == CLASS_INTERPUNCT;
}

/* A name beside a title, in front of which nothing else stands; where it ends. BEGIN: none. */
static uint32_t add_person(struct building *building, uint32_t begin, struct span title)
{
	const struct article *article = building->article;
	uint32_t sounds = sound_end(article, begin), person = name_person_end(article, building->data, begin);
	if (is_interpunct(article, sounds))
		return begin; /* found by the mark */
	bool is_foreign = sounds - begin > FOREIGN_LEAST || (sounds - begin == FOREIGN_LEAST && person == begin);
	uint32_t end = is_foreign ? foreign_end(building, begin) : person;
	if (end == begin)
		return begin;
	add(building, (struct name){
			      .span = {begin, end},
			      .title = title,
			      .kind = is_foreign ? NAME_FOREIGN : NAME_PERSON,
			      .speaks = name_word_after(article, end, NAME_WORD_SAYING) > end,
		      });
	return end;
}

/* 记者 王建国 李卫东, 委员张红、李明和王强 */
static uint32_t list_next(const struct article *article, uint32_t end)
{
	if (article->cp[end] == 0x3001 || character_is_one_of(article->cp[end], U"和与及與"))
		return end + 1;
	uint32_t next = article_skip(article, end, article_ahead(article, end, 3), CLASSES_SPACE);
	return next > end ? next : end;
}

static void add_after_title(struct building *building, struct span title)
{
	const struct article *article = building->article;
	uint32_t begin = article_skip(article, title.end, article_ahead(article, title.end, 2), CLASSES_SPACE);
	if (begin == title.end && (article->cp[begin] == 0xFF1A || article->cp[begin] == ':'))
		begin = article_skip(article, begin + 1, article_ahead(article, begin + 1, 2), CLASSES_SPACE);
	for (unsigned i = 0; i < LIST_MOST; i++) {
		uint32_t end = add_person(building, begin, title);
		if (end == begin)
			return;
		begin = list_next(article, end);
		if (begin == end)
			return;
	}
}

/* A name right before a title or a verb of saying. */
static void add_before(struct building *building, uint32_t end, struct span title, bool speaks)
{
	const struct article *article = building->article;
	struct name *last = building->count ? &building->names[building->count - 1] : NULL;
	if (last && last->span.end > end - 1 && last->kind <= NAME_FOREIGN) {
		last->speaks |= speaks && last->span.end == end;
		return;
	}
	uint32_t begin = sound_begin(article, end);
	bool is_foreign = end - begin >= FOREIGN_LEAST && !is_interpunct(article, begin - 1) &&
			  (!article_is_han(article, begin - 1) || name_is(article->cp[begin - 1], NAME_ROLE_NEVER));
	uint32_t person = name_person_begin(article, building->data, end);
	if (person < end && (!is_foreign || begin == person))
		add(building, (struct name){.span = {person, end}, .title = title, .kind = NAME_PERSON, .speaks = speaks});
	else if (is_foreign)
		add(building, (struct name){.span = {begin, end}, .title = title, .kind = NAME_FOREIGN, .speaks = speaks});
}

static void add_with_suffix(struct building *building, struct span suffix, enum name_kind kind)
{
	const struct article *article = building->article;
	uint32_t begin = suffix.begin;
	while (suffix.begin - begin < NAME_STEM && article_is_han(article, begin - 1) && !name_is(article->cp[begin - 1], NAME_ROLE_NEVER))
		begin--;
	if (begin < suffix.begin)
		add(building, (struct name){.span = {begin, suffix.end}, .kind = kind, .suffix = (uint8_t)span_length(suffix)});
}

/* 布宜诺斯艾利斯: a long row of sounds, where no title stands. */
static void add_row(struct building *building, uint32_t at)
{
	const struct article *article = building->article;
	struct name *last = building->count ? &building->names[building->count - 1] : NULL;
	uint32_t begin = sound_begin(article, at), end = sound_end(article, at);
	if (end - begin <= FOREIGN_LEAST || end - begin > FOREIGN_MOST || is_interpunct(article, begin - 1) || is_interpunct(article, end))
		return;
	if (!last || last->span.end <= at || last->kind != NAME_FOREIGN)
		add(building, (struct name){.span = {begin, end}, .kind = NAME_FOREIGN});
}

/* A word may begin here, or end: so says the pair of neighbours, or it has one character. */
static void look(struct building *building, uint32_t at, bool begins, bool ends)
{
	const struct article *article = building->article;
	uint8_t role = name_role_of(article->cp[at]);
	struct span word;
	if (role & NAME_ROLE_FOREIGN)
		add_row(building, at);
	if (begins && role & NAME_ROLE_SAYING && name_word_after(article, at, NAME_WORD_SAYING) > at)
		add_before(building, at, (struct span){at, at}, true);
	if (!ends || !(role & NAME_ROLE_END))
		return;
	switch (name_word_before(article, at + 1, &word)) {
	case NAME_WORD_TITLE:
		add_before(building, word.begin, word, false);
		add_after_title(building, word);
		break;
	case NAME_WORD_PLACE: add_with_suffix(building, word, NAME_PLACE); break;
	case NAME_WORD_ORGANISATION: add_with_suffix(building, word, NAME_ORGANISATION); break;
	default: break;
	}
}

/* 弗拉基米尔·泽连斯基: from mark to mark. */
static void add_joined(struct building *building)
{
	const struct article *article = building->article;
	const struct positions *marks = &article->index[CLASS_INTERPUNCT];
	for (uint32_t i = 0; i < marks->count; i++) {
		uint32_t begin = sound_begin(article, marks->at[i]), end = sound_end(article, marks->at[i] + 1);
		if (begin == marks->at[i] || end == marks->at[i] + 1)
			continue;
		while (i + 1 < marks->count && marks->at[i + 1] == end) {
			uint32_t next = sound_end(article, end + 1);
			if (next == end + 1)
				break;
			end = next;
			i++;
		}
		struct name name = {.span = {begin, end}, .kind = NAME_FOREIGN, .speaks = name_word_after(article, end, NAME_WORD_SAYING) > end};
		if (name_word_before(article, begin, &name.title) != NAME_WORD_TITLE)
			name.title = (struct span){begin, begin};
		add(building, name);
	}
}

static void add_works(struct building *building)
{
	const struct article *article = building->article;
	for (uint32_t i = 0; i < article->pair_count; i++)
		if (article->pairs[i].kind == PAIR_TITLE && article->pairs[i].open + 1 < article->pairs[i].close)
			add(building, (struct name){.span = {article->pairs[i].open + 1, article->pairs[i].close}, .kind = NAME_WORK});
}

static int compare(const void *a, const void *b)
{
	const struct name *left = a, *right = b;
	if (left->span.begin != right->span.begin)
		return left->span.begin < right->span.begin ? -1 : 1;
	return left->kind < right->kind ? -1 : left->kind > right->kind;
}

/*
 * The names from BEGIN on, put in order: nearly all are, so each is moved to its place, unless that is far. Returns how many names there
 * are in all.
 */
static size_t sort_run(struct building *building, size_t begin)
{
	enum { FAR = 8 };
	struct name *names = building->names;
	for (size_t i = begin + 1; i < building->count; i++) {
		struct name name = names[i];
		size_t to = i;
		while (to > begin && i - to < FAR && compare(&names[to - 1], &name) > 0) {
			names[to] = names[to - 1];
			to--;
		}
		names[to] = name;
		if (to > begin && compare(&names[to - 1], &name) > 0) {
			qsort(names + begin, building->count - begin, sizeof *names, compare);
			break;
		}
	}
	return building->count;
}

/* Two runs that are in order, [0, MIDDLE) and [MIDDLE, END), to one: from the end, the second out of the way. Returns END. */
static size_t merge(struct building *building, size_t middle, size_t end)
{
	size_t count = end - middle;
	if (count == 0 || middle == 0)
		return end;
	struct name *names = building->names, *second = arena_alloc_raw(building->arena, count * sizeof *second);
	memcpy(second, names + middle, count * sizeof *second);
	while (count > 0) {
		bool is_second = middle == 0 || compare(&names[middle - 1], &second[count - 1]) <= 0;
		names[middle + count - 1] = is_second ? second[count - 1] : names[middle - 1];
		if (is_second)
			count--;
		else
			middle--;
	}
	return end;
}

/* Looks at both characters of the pairs of words, at words of one character, and at those that foreign names are told by. */
static void look_at_block(struct building *building, uint32_t block)
{
	const struct article *article = building->article;
	uint32_t left = article->end - block, count = left < CHARACTER_BLOCK ? left : CHARACTER_BLOCK;
	/* A character beyond the Basic Multilingual Plane is taken for another here, and told in look. */
	uint64_t singles = character_places(name_roles, NAME_ROLE_ALONE | NAME_ROLE_FOREIGN, article->cp + block, count);
	uint64_t firsts = bigram_places(article, block, BIGRAM_NAME);
	uint64_t seconds = firsts << 1 | (uint64_t)((article->bigrams[block - 1] & BIGRAM_NAME) != 0);
	for (uint64_t rest = singles | firsts | seconds; rest; rest &= rest - 1) {
		uint32_t i = (uint32_t)__builtin_ctzll(rest);
		if (i < count)
			look(building, block + i, (singles | firsts) >> i & 1, (singles | seconds) >> i & 1);
	}
}

void article_build_names(struct article *article, const struct data *data)
{
	struct building building = {.article = article, .data = data, .arena = article->arena};
	for (uint32_t block = article->begin; block < article->end; block += CHARACTER_BLOCK)
		look_at_block(&building, block);
	size_t found = sort_run(&building, 0);
	add_joined(&building);
	found = merge(&building, found, sort_run(&building, found));
	add_works(&building);
	merge(&building, found, sort_run(&building, found));
	article->names = building.names;
	article->name_count = (uint32_t)building.count;
}

/* The index of the first name that begins at or after a position. */
static uint32_t names_from(const struct article *article, uint32_t at)
{
	uint32_t low = 0, high = article->name_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (article->names[middle].span.begin < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct name *name_at(const struct article *article, uint32_t at)
{
	uint32_t index = names_from(article, at);
	return index < article->name_count && article->names[index].span.begin == at ? &article->names[index] : NULL;
}

/* 布宜诺斯艾利斯: sounds that are dear to read as words. */
static bool is_transliterated(const struct article *article, const struct data *data, struct span span)
{
	static const float word = 6.5F; /* what a character of words costs at most, nearly always */
	uint32_t begin = sound_begin(article, span.end), end = sound_end(article, span.begin);
	if (begin > span.begin || end < span.end || end - begin < FOREIGN_LEAST)
		return false;
	if (is_interpunct(article, begin - 1) || is_interpunct(article, end))
		return true;
	return end - begin > FOREIGN_LEAST && word_cost(data, article->cp + begin, end - begin) > word * (float)(end - begin);
}

bool name_covers(const struct article *article, const struct data *data, struct span span)
{
	uint32_t index = names_from(article, span.begin + 1);
	for (uint32_t i = 0; i < COVER && i < index; i++) {
		const struct name *name = &article->names[index - 1 - i];
		if (name->span.begin <= span.begin && span.end <= name->span.end)
			return true;
	}
	return is_transliterated(article, data, span);
}
