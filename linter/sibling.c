/* sibling: the ends of paragraphs, counted. */
#include "sibling.h"

enum {
	ITEMS = 4,       /* looked at on each side */
	STEPS = 12,      /* paragraphs to find them in: deeper levels stand between */
	LABEL = 6,       /* characters of a label, at most */
	BODY_LEAST = 10, /* characters of a body paragraph that is no label */
	BODIES_LEAST = 3,
	BODIES_MANY = 3, /* one in so many may end otherwise */
};

static void count_item(const struct article *article, uint32_t index, struct siblings *siblings)
{
	const struct paragraph *item = &article->paragraphs[index];
	struct span span = article_trim(article, item->span);
	if (item->ends_sentence)
		siblings->ended++;
	else if (character_is_one_of(article->cp[span.end - 1], U"；;"))
		siblings->half++;
	else
		siblings->others++;
	if (siblings->nearest == UINT32_MAX && siblings->others == 0)
		siblings->nearest = index;
}

/* Going up or down (STEP is 1 or -1) through items of this level and deeper ones. */
static uint32_t count_items(const struct article *article, uint32_t paragraph, int step, struct siblings *siblings)
{
	const struct paragraph *own = &article->paragraphs[paragraph];
	uint32_t count = 0, index = paragraph;
	for (uint32_t steps = 0; steps < STEPS && count < ITEMS; steps++) {
		if (step < 0 ? index == 0 : index + 1 == article->paragraph_count)
			break;
		index = step < 0 ? index - 1 : index + 1;
		const struct paragraph *other = &article->paragraphs[index];
		if (other->role != ROLE_LIST_ITEM || other->level < own->level)
			break;
		if (other->level > own->level)
			continue;
		count_item(article, index, siblings);
		count++;
	}
	return count;
}

/* 问：, 記者：: the label with which a paragraph begins, its colon included; empty: none. */
static struct span label_of(const struct article *article, uint32_t paragraph)
{
	struct span text = article_trim(article, article->paragraphs[paragraph].span);
	uint32_t end = article_skip(article, text.begin, article_ahead(article, text.begin, LABEL), CLASSES_HAN);
	bool label = end > text.begin && end < text.end && character_is_one_of(article->cp[end], U"：:");
	return (struct span){text.begin, label ? end + 1 : text.begin};
}

/* Paragraphs near that begin with the same label, as the questions of an interview do. */
static void count_labelled(const struct article *article, uint32_t paragraph, struct siblings *siblings)
{
	struct span label = label_of(article, paragraph);
	uint32_t from = paragraph > STEPS ? paragraph - STEPS : 0, to = paragraph + STEPS;
	for (uint32_t i = from; span_length(label) > 0 && i <= to && i < article->paragraph_count; i++)
		if (i != paragraph && article_same(article, label, label_of(article, i)))
			count_item(article, i, siblings);
}

struct siblings sibling_items(const struct article *article, uint32_t paragraph)
{
	struct siblings siblings = {.nearest = UINT32_MAX};
	if (article->paragraphs[paragraph].role != ROLE_LIST_ITEM) {
		count_labelled(article, paragraph, &siblings);
		return siblings;
	}
	count_items(article, paragraph, -1, &siblings);
	siblings.last = count_items(article, paragraph, 1, &siblings) == 0;
	return siblings;
}

bool sibling_bodies_end(const struct article *article)
{
	uint32_t count = 0, ended = 0;
	for (uint32_t p = 0; p < article->paragraph_count; p++) {
		const struct paragraph *paragraph = &article->paragraphs[p];
		struct span text = article_trim(article, paragraph->span);
		if (paragraph->role != ROLE_BODY || span_length(text) < BODY_LEAST || article->cp[text.end - 1] == U'，') /* a slip of its own */
			continue;
		count++;
		ended += paragraph->ends_sentence;
	}
	return ended >= BODIES_LEAST && (count - ended) * BODIES_MANY <= count;
}
