/* list: enumerations and series. */
#include "list.h"

#define LIST_STOPS                                                                                                                                   \
	(CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_INNER_STOP) | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE) | \
		CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_OPEN) | CLASS_BIT(CLASS_ELLIPSIS))

static bool is_digit(const struct article *article, uint32_t at)
{
	return article->cls[at] == CLASS_DIGIT || article->cls[at] == CLASS_FULL_DIGIT;
}

/* Does the enumeration end at this character, which is no 、 and opens no pair? */
static bool is_stop(const struct article *article, uint32_t at)
{
	uint8_t class = article->cls[at];
	if (class == CLASS_HALF_STOP) {
		uint32_t mark = article->cp[at];
		bool in_number = is_digit(article, at + 1) && (is_digit(article, at - 1) || mark == '.');
		bool in_word = mark == '.' && article->cls[at - 1] == CLASS_LATIN && article->cls[at + 1] == CLASS_LATIN;
		return !in_number && !in_word;
	}
	if (class == CLASS_DASH)
		return article->cls[at + 1] == CLASS_DASH || article->cls[at - 1] == CLASS_DASH;
	return class_in(class, LIST_STOPS);
}

static bool is_joint(const struct article *article, uint32_t at)
{
	switch (article->cp[at]) {
	case U'和':
	case U'与':
	case U'與':
	case U'及':
	case U'或':
	case U'并':
	case U'並':
	case U'暨':
	case U'跟': return true;
	default: return false;
	}
}

static bool is_atom(const struct pair *pair)
{
	return pair && (PAIR_BIT(pair->kind) & (PAIRS_QUOTE | PAIRS_TITLE));
}

static void add(struct list *list, uint32_t begin, uint32_t end)
{
	if (list->count == LIST_ITEMS || end - begin > LIST_LENGTH)
		list->cut = true;
	else
		list->items[list->count++] = (struct span){begin, end};
}

static bool opens(uint8_t class)
{
	return class == CLASS_OPEN || class == CLASS_HALF_OPEN || class == CLASS_HALF_QUOTE;
}

static bool closes(uint8_t class)
{
	return class == CLASS_CLOSE || class == CLASS_HALF_CLOSE || class == CLASS_HALF_QUOTE;
}

/* 等 as the word for “and others”, not in 三等奖, 高等, 等级. */
static bool is_and_others(const struct article *article, uint32_t at)
{
	static const uint32_t before[] = {U'高', U'初', U'中', U'上', U'同', U'优', U'優', U'平', U'对', U'對', U'相'},
			      after[] = {U'级', U'級', U'候', U'待', U'次', U'于', U'於'};
	if (article->cp[at] != U'等' || article->cls[at - 1] == CLASS_HAN_NUMERAL || is_digit(article, at - 1))
		return false;
	for (uint32_t i = 0; i < sizeof before / sizeof *before; i++)
		if (article->cp[at - 1] == before[i])
			return false;
	for (uint32_t i = 0; i < sizeof after / sizeof *after; i++)
		if (article->cp[at + 1] == after[i])
			return false;
	return true;
}

/* A list that ends in 等, 等等 or …… names only some. */
static void find_end(const struct article *article, struct list *list)
{
	if (list->count == 0)
		return;
	struct span *last = &list->items[list->count - 1];
	list->open = article->cls[last->end] == CLASS_ELLIPSIS;
	for (uint32_t i = last->begin; i < last->end; i++)
		list->open |= is_and_others(article, i) && (i > last->begin || list->count > 1);
}

void list_after(const struct article *article, uint32_t begin, uint32_t end, struct list *list)
{
	uint32_t item = begin, at = begin, limit = end - begin > LIST_LENGTH ? begin + LIST_LENGTH : end;
	list->count = list->joints = 0;
	list->open = list->cut = false;
	while (at < limit && !list->cut) {
		const struct pair *pair = opens(article->cls[at]) ? pair_opening(article, at) : NULL;
		if (pair) {
			at = pair->close + 1;
			const struct pair *next = at < limit && opens(article->cls[at]) ? pair_opening(article, at) : NULL;
			if (is_atom(pair) && is_atom(next)) {
				add(list, item, at);
				item = at;
			}
			continue;
		}
		if (article->cp[at] == U'、') {
			add(list, item, at);
			item = at + 1;
		} else if (is_stop(article, at)) {
			break;
		}
		list->joints += is_joint(article, at);
		at++;
	}
	list->cut |= at >= limit && limit < end;
	if (!list->cut)
		add(list, item, at);
	list->span = (struct span){begin, at};
	find_end(article, list);
}

static void reverse(struct list *list)
{
	for (uint32_t i = 0; i < list->count / 2; i++) {
		struct span item = list->items[i];
		list->items[i] = list->items[list->count - 1 - i];
		list->items[list->count - 1 - i] = item;
	}
}

bool list_may_end(const struct article *article, uint32_t end)
{
	const uint64_t marks = LIST_STOPS | CLASS_BIT(CLASS_HALF_STOP) | CLASS_BIT(CLASS_DASH) | CLASS_BIT(CLASS_HALF_QUOTE);
	uint32_t limit = article_back(article, end, LIST_LENGTH), at = article_skip_back(article, end, limit, ~marks);
	uint8_t class = article->cls[at - 1];
	return at > limit && (article->cp[at - 1] == U'、' || closes(class) || !class_in(class, LIST_STOPS));
}

void list_before(const struct article *article, uint32_t end, uint32_t begin, struct list *list)
{
	uint32_t item = end, at = end, limit = end - begin > LIST_LENGTH ? end - LIST_LENGTH : begin;
	list->count = list->joints = 0;
	list->open = list->cut = false;
	while (at > limit && !list->cut) {
		const struct pair *pair = closes(article->cls[at - 1]) ? pair_closing(article, at - 1) : NULL;
		if (pair && pair->open >= limit) {
			at = pair->open;
			const struct pair *next = at > limit && closes(article->cls[at - 1]) ? pair_closing(article, at - 1) : NULL;
			if (is_atom(pair) && is_atom(next)) {
				add(list, at, item);
				item = at;
			}
			continue;
		}
		if (article->cp[at - 1] == U'、') {
			add(list, at, item);
			item = at - 1;
		} else if (is_stop(article, at - 1)) {
			break;
		}
		list->joints += is_joint(article, at - 1);
		at--;
	}
	list->cut |= at <= limit && limit > begin;
	if (!list->cut)
		add(list, at, item);
	reverse(list);
	list->span = (struct span){at, end};
	find_end(article, list);
}
