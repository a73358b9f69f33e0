/*
 * name_spelling_person: persons and foreign names. Each that has a frame is sought in all of the text, with one character changed: two of
 * its first three are the same there.
 */
#include "name_spelling_p.h"
#include "vector_p.h"
#include "word.h"

enum { LEAST = 3, MOST = 8, FILTER_LEAST = 1 << 11, FILTER_MOST = 1 << 14, WINDOW = 4, BLOCK = 64 };

/* Places of a character in a name, bits of the filter; two of them that stand in the text: side by side, but for PAIR_APART. */
enum { FIRST = 1 << 0, SECOND = 1 << 1, THIRD = 1 << 2, PAIR_FIRST = FIRST, PAIR_LAST = SECOND, PAIR_APART = THIRD };

struct key {
	uint64_t pair;
	uint32_t form; /* index of a spelling */
	uint32_t next; /* index + 1 */
};

struct persons {
	struct search *search;
	struct spellings forms;    /* names with a frame */
	struct spellings variants; /* what resembles one of them, by form and character */
	struct key *keys;
	size_t key_count, key_capacity;
	uint32_t *heads;
	uint32_t mask;
	uint8_t *filter; /* by characters: a bit for each of the first three places in a name */
	uint32_t filter_mask;
};

static void add_form(struct persons *persons, const struct name *name, struct span part)
{
	const struct article *article = persons->search->article;
	uint32_t length = span_length(part);
	if (length > MOST || length < (name->kind == NAME_FOREIGN ? LEAST : 2))
		return;
	struct spelling *form = spellings_add(&persons->forms, persons->search->scratch, article_hash(article, part), 0);
	if (!form)
		return;
	if (form->first.end == 0) {
		form->first = part;
		form->kind = name->kind;
	}
	search_add_title(persons->search, form, name->title);
	form->is_framed |= name->speaks || name->title.begin < name->title.end || span_length(part) < span_length(name->span);
}

/* The parts of a foreign name are names. */
static void add_forms(struct persons *persons)
{
	const struct article *article = persons->search->article;
	for (uint32_t i = 0; i < article->name_count; i++) {
		const struct name *name = &article->names[i];
		if (name->kind > NAME_FOREIGN)
			continue;
		for (uint32_t begin = name->span.begin; begin < name->span.end;) {
			uint32_t end = article_find(article, begin, name->span.end, CLASS_BIT(CLASS_INTERPUNCT));
			add_form(persons, name, (struct span){begin, end});
			begin = end + 1;
		}
	}
}

static uint32_t *head_of(struct persons *persons, uint64_t pair)
{
	return &persons->heads[(uint32_t)(pair * UINT64_C(0x9E3779B97F4A7C15) >> 32) & persons->mask];
}

static uint64_t pair_of(uint32_t first, uint32_t second, uint32_t gap)
{
	return (uint64_t)first << 32 | second | (uint64_t)gap << 60;
}

static void add_key(struct persons *persons, uint32_t form, uint64_t pair)
{
	uint32_t *head = head_of(persons, pair);
	ARENA_PUSH(persons->search->scratch, persons->keys, persons->key_count, persons->key_capacity, (struct key){pair, form, *head});
	*head = (uint32_t)persons->key_count;
}

/* The first and second character, the first and third, the second and third: one of these pairs stands in every spelling. */
static void add_keys(struct persons *persons)
{
	uint32_t size = 64, filter = FILTER_LEAST;
	while (size < 6 * persons->forms.count)
		size *= 2;
	while (filter < 64 * persons->forms.count && filter < FILTER_MOST)
		filter *= 2;
	persons->heads = ARENA_ARRAY(persons->search->scratch, uint32_t, size);
	persons->mask = size - 1;
	persons->filter = ARENA_ARRAY(persons->search->scratch, uint8_t, filter);
	persons->filter_mask = filter - 1;
	for (uint32_t i = 0; i < persons->forms.count; i++) {
		const uint32_t *cp = persons->search->article->cp + persons->forms.items[i].first.begin;
		if (span_length(persons->forms.items[i].first) < LEAST)
			continue;
		add_key(persons, i, pair_of(cp[0], cp[1], 0));
		add_key(persons, i, pair_of(cp[0], cp[2], 1));
		add_key(persons, i, pair_of(cp[1], cp[2], 2));
		for (unsigned place = 0; place < LEAST; place++)
			persons->filter[cp[place] & persons->filter_mask] |= (uint8_t)(1 << place);
	}
}

/* Is the text at a position the form with one character changed, or the form itself (then AT is its length)? */
static bool resembles(const struct persons *persons, const struct spelling *form, uint32_t begin, uint32_t *at)
{
	const struct article *article = persons->search->article;
	uint32_t length = span_length(form->first), different = 0;
	*at = length;
	for (uint32_t i = 0; i < length; i++) {
		if (article->cp[begin + i] == article->cp[form->first.begin + i])
			continue;
		if (++different > 1 || !article_is_han(article, begin + i))
			return false;
		*at = i;
	}
	return true;
}

/* Does no common word go over the ends of a span? */
static bool stands_alone(const struct persons *persons, struct span span, enum name_kind kind)
{
	const struct article *article = persons->search->article;
	const struct name *name = name_at(article, span.begin);
	if (name && name->span.end == span.end)
		return true;
	const uint32_t *before = article->cp + span.begin, *after = article->cp + span.end;
	if (kind == NAME_FOREIGN)
		return (!name_is(before[-1], NAME_ROLE_SOUND) || word_find(persons->search->data, before - 2, 2, NULL)) &&
		       (!name_is(after[0], NAME_ROLE_SOUND) || word_find(persons->search->data, after, 2, NULL));
	struct span window = {article_skip_back(article, span.begin, article_back(article, span.begin, WINDOW), CLASSES_HAN),
		article_skip(article, span.end, article_ahead(article, span.end, WINDOW), CLASSES_HAN)};
	static const float common = 13;
	struct word *words;
	uint32_t count = word_segment(persons->search->data, article, window, persons->search->scratch, &words);
	for (uint32_t i = 0; i < count; i++) {
		bool is_across = (words[i].span.begin < span.begin && words[i].span.end > span.begin) ||
				 (words[i].span.begin < span.end && words[i].span.end > span.end);
		if (is_across && words[i].cost < common)
			return false;
	}
	return true;
}

/*
 * Two sounds of a foreign name: 连 and 伦; the last one with another vowel ends another name, 安东尼奥 and 安东尼娅. Or a character that
 * renders none and was typed for one: 托尔思泰, 爱因斯担.
 */
static bool sounds_alike(uint32_t wrong, uint32_t right, uint32_t at, uint32_t length)
{
	if (!name_is(right, NAME_ROLE_SOUND))
		return false;
	if (!name_is(wrong, NAME_ROLE_SOUND))
		return at > 0 && !name_is(wrong, NAME_ROLE_NEVER) && search_alike(wrong, right, true);
	if (at + 1 == length && length > LEAST)
		return search_ends_alike(wrong, right);
	return length > LEAST ? search_renders_alike(wrong, right) : character_sounds_like(wrong, right) && search_renders_alike(wrong, right);
}

static uint64_t mixed_key(uint32_t form, uint32_t at)
{
	return ((uint64_t)form * MOST + at + 1) * UINT64_C(0x9E3779B97F4A7C15);
}

static void see(struct persons *persons, uint32_t form_index, uint32_t begin)
{
	const struct article *article = persons->search->article;
	struct spelling *form = &persons->forms.items[form_index];
	struct arena *scratch = persons->search->scratch;
	struct span span = {begin, begin + span_length(form->first)};
	uint32_t at;
	if (!resembles(persons, form, begin, &at))
		return;
	if (at == span_length(span)) {
		search_add_place(persons->search, form, span);
		return;
	}
	uint32_t wrong = article->cp[begin + at], right = article->cp[form->first.begin + at];
	if (form->kind == NAME_FOREIGN ? !sounds_alike(wrong, right, at, span_length(span)) : !search_alike(wrong, right, at == 0))
		return;
	if (!stands_alone(persons, span, form->kind))
		return;
	struct spelling *variant = spellings_add(&persons->variants, scratch, mixed_key(form_index, at), wrong);
	if (!variant)
		return;
	if (variant->first.end == 0) {
		variant->first = span;
		variant->at = at;
		variant->kind = form->kind;
		variant->form = form_index;
	}
	search_add_place(persons->search, variant, span);
	const struct name *name = name_at(article, begin);
	if (name && (name->title.end <= begin || name->title.begin >= span.end))
		search_add_title(persons->search, variant, name->title);
}

static inline void look_up(struct persons *persons, uint64_t pair, uint32_t begin)
{
	uint32_t length = 0;
	for (uint32_t i = *head_of(persons, pair); __builtin_expect(i != 0, 0) && length < CHAIN; i = persons->keys[i - 1].next, length++)
		if (persons->keys[i - 1].pair == pair)
			see(persons, persons->keys[i - 1].form, begin);
}

/* Which two of the first three characters of a name may begin at each of BLOCK characters: PAIR_... bits; returns where there are any. */
CLONES static uint64_t pairs_of(const struct persons *persons, const uint32_t *cp, uint8_t pairs[BLOCK])
{
	const uint8_t *filter = persons->filter;
	const uint32_t mask = persons->filter_mask;
	uint8_t places[BLOCK + 2];
#pragma GCC unroll 11
	for (int i = 0; i < BLOCK + 2; i++)
		places[i] = filter[cp[i] & mask];
	for (int i = 0; i < BLOCK; i += 32) {
		bytes32 here, next, last;
		bytes32_load(&here, places + i);
		bytes32_load(&next, places + i + 1);
		bytes32_load(&last, places + i + 2);
		here = (here & next / SECOND & (PAIR_FIRST | PAIR_LAST)) | (here * PAIR_APART & last & PAIR_APART);
		memcpy(pairs + i, &here, sizeof here);
	}
	return bytes64_with(pairs, 0xFF);
}

/*
 * A form with another first character is one name with it only if that is a name with a title somewhere, or foreign: then the
 * character is a surname or renders a sound.
 */
static bool may_begin(uint32_t character)
{
	return name_role_of(character) & (NAME_ROLE_SURNAME | NAME_ROLE_DOUBLE | NAME_ROLE_SOUND);
}

static void look_at(struct persons *persons, uint32_t at, unsigned pairs)
{
	const uint32_t *cp = persons->search->article->cp + at;
	if (pairs & PAIR_FIRST)
		look_up(persons, pair_of(cp[0], cp[1], 0), at);
	if (pairs & PAIR_APART)
		look_up(persons, pair_of(cp[0], cp[2], 1), at);
	if (pairs & PAIR_LAST && at > persons->search->article->begin && may_begin(cp[-1]))
		look_up(persons, pair_of(cp[0], cp[1], 2), at - 1);
}

static void walk(struct persons *persons)
{
	const struct article *article = persons->search->article;
	uint32_t last[BLOCK + 2] = {0};
	for (uint32_t block = article->begin; block < article->end; block += BLOCK) {
		const uint32_t *cp = article->cp + block;
		uint32_t left = article->end - block;
		uint8_t pairs[BLOCK];
		if (left < BLOCK)
			cp = memcpy(last, cp, (left + 2) * sizeof *cp);
		for (uint64_t places = pairs_of(persons, cp, pairs); places; places &= places - 1) {
			uint32_t i = (uint32_t)__builtin_ctzll(places);
			if (i < left)
				look_at(persons, block + i, pairs[i]);
		}
	}
}

/* The part of a foreign name before (after) a span, with the mark; empty: none. */
static struct span part_before(const struct article *article, struct span span)
{
	uint32_t begin = span.begin;
	if (article->cls[begin - 1] == CLASS_INTERPUNCT)
		for (begin--; span.begin - begin <= MOST && name_is(article->cp[begin - 1], NAME_ROLE_SOUND);)
			begin--;
	return (struct span){begin, span.begin};
}

static struct span part_after(const struct article *article, struct span span)
{
	uint32_t end = span.end;
	if (article->cls[end] == CLASS_INTERPUNCT)
		for (end++; end - span.end <= MOST && name_is(article->cp[end], NAME_ROLE_SOUND);)
			end++;
	return (struct span){span.end, end};
}

/* 约翰·亚当斯 and 玛丽·亚当姆: other parts of the names are others, or one is a given name. */
static bool are_namesakes(const struct article *article, struct span a, struct span b)
{
	struct span before_a = part_before(article, a), before_b = part_before(article, b), after_a = part_after(article, a),
		    after_b = part_after(article, b);
	uint32_t left_a = span_length(before_a), left_b = span_length(before_b), right_a = span_length(after_a), right_b = span_length(after_b);
	if ((left_a && left_b && !article_same(article, before_a, before_b)) || (right_a && right_b && !article_same(article, after_a, after_b)))
		return true;
	return (right_a && !right_b && left_b) || (right_b && !right_a && left_a);
}

static bool is_of_another(const struct search *search, const struct spelling *form, const struct spelling *variant)
{
	uint32_t seen = 0;
	for (uint32_t i = form->places; i && seen < CHAIN; i = search->places[i - 1].next, seen++)
		if (are_namesakes(search->article, search->places[i - 1].span, variant->first))
			return true;
	return false;
}

/* Where no title or mark shows a name: ordinary words of such characters, or one that stands before or behind a word, 東羅馬|史. */
static bool is_readable(const struct search *search, const struct spelling *spelling, const struct spelling *variant)
{
	static const float word = 5.5F, common = 12.5F;     /* what a character of words costs, nearly always; a name that many know */
	static const char32_t beginning[] = U"得多因加那東东大"; /* 得|東羅馬 */
	struct span span = spelling->first;
	const uint32_t *cp = search->article->cp + span.begin;
	uint32_t length = span_length(span);
	struct word rest;
	bool is_edge = (spelling->at == 0 && word_find(search->data, cp + 1, length - 1, &rest)) ||
		       (spelling->at == length - 1 && word_find(search->data, cp, length - 1, &rest));
	if (is_edge && (!spelling->is_framed || rest.cost < common))
		return true;
	if (spelling->is_framed || word_find(search->data, cp, length, NULL))
		return false;
	if (spelling->at == 0 && (character_is_one_of(cp[0], beginning) || character_is_one_of(variant->character, beginning)))
		return true;
	if (spelling->at == length - 1 && !name_is(variant->character, NAME_ROLE_SOUND))
		return true;
	struct word *words;
	uint32_t count = word_segment(search->data, search->article, span, search->scratch, &words);
	if ((spelling->at == 0 && span_length(words[0].span) == 1 && span_length(words[1].span) > 1) ||
		(spelling->at == length - 1 && span_length(words[count - 1].span) == 1 && span_length(words[count - 2].span) > 1))
		return true;
	return word_cost(search->data, cp, length) < word * (float)length;
}

/* A name that the dictionary has; of a person also a surname and a word: 和|债券. */
static bool is_known(const struct search *search, const struct spelling *spelling)
{
	const uint32_t *cp = search->article->cp + spelling->first.begin;
	uint32_t length = span_length(spelling->first);
	struct word given;
	if (word_find(search->data, cp, length, NULL))
		return true;
	return spelling->kind == NAME_PERSON && length > 2 && word_find(search->data, cp + 1, length - 1, &given) && given.tag != WORD_PERSON;
}

static void judge(struct persons *persons, struct spelling *variant)
{
	struct search *search = persons->search;
	const struct article *article = search->article;
	struct spelling form = persons->forms.items[variant->form];
	const struct spelling *framed = spellings_find(&persons->forms, article_hash(article, variant->first), 0);
	/* Two names with a frame resemble each other: once is enough. */
	if (framed && framed < &persons->forms.items[variant->form])
		return;
	form.at = variant->at;
	form.character = article->cp[form.first.begin + form.at];
	form.is_known = is_known(search, &form);
	variant->is_known = is_known(search, variant);
	if (form.kind == NAME_FOREIGN && (is_readable(search, &form, variant) || is_of_another(search, &form, variant)))
		return;
	search_judge(search, &form, variant);
}

void search_persons(struct search *search)
{
	struct persons persons = {.search = search};
	spellings_init(&persons.forms, search->scratch, search->article->name_count);
	add_forms(&persons);
	if (!persons.forms.count)
		return;
	spellings_init(&persons.variants, search->scratch, persons.forms.count);
	add_keys(&persons);
	if (persons.key_count)
		walk(&persons);
	for (uint32_t i = 0; i < persons.variants.count; i++)
		judge(&persons, &persons.variants.items[i]);
}
