/*
 * list: what an article lists: enumerations joined by 、, and series of list markers (needs pairs and figures).
 *
 * Nothing here says that a text is wrong: it says where items begin and end, and how sure that is.
 */
#ifndef KANLINT_LIST_H
#define KANLINT_LIST_H

#include "arena.h"
#include "figure.h"
#include "pair.h"

struct data;

enum { LIST_ITEMS = 48, LIST_LENGTH = 600 };

/*
 * An enumeration: items between 、, or quotations and titles side by side (“甲”“乙”, 《甲》《乙》). Brackets, quotations and
 * titles are atoms: a 、 inside belongs to the item. At most LIST_ITEMS items and LIST_LENGTH characters are looked at.
 */
struct list {
	struct span span; /* from the first item to the last */
	struct span items[LIST_ITEMS];
	uint32_t count;
	uint32_t joints; /* 和 与 及 或 并 outside the atoms: each may join two items, or stand in one */
	bool open;       /* 等 or …… after the last item: it names only some */
	bool cut;        /* longer than the limits: do not count it */
};

/* The enumeration that begins at a position. It ends before the first other stop, line or unpaired closing mark, or at END. */
void list_after(const struct article *article, uint32_t begin, uint32_t end, struct list *list);

/*
 * The enumeration that ends at a position, going back to a stop, line or opening mark, or to BEGIN. The first item begins
 * there too: it holds whatever stands before the list (下辖东湖).
 */
void list_before(const struct article *article, uint32_t end, uint32_t begin, struct list *list);

/* May it have two items? Not if the first mark before the position ends it: one walk over plain text says no of most. */
bool list_may_end(const struct article *article, uint32_t end);

/* The lengths of the shortest and the longest item from index FROM on; UINT32_MAX and 0 if there is none. */
void list_lengths(const struct list *list, uint32_t from, uint32_t *shortest, uint32_t *longest);

/*
 * What the items are. The first item of list_before begins anywhere, so only its end is looked at: all items are personal
 * names (a common surname and one to three characters, or 甲 乙 丙), all are in quotes or title marks, all end alike.
 */
bool list_is_persons(const struct article *article, const struct list *list);
bool list_is_marked(const struct article *article, const struct list *list);
bool list_shares_ending(const struct article *article, const struct list *list);

/*
 * The items after the first of list_before look like names, and not like parts of a sentence; the last one is no name with a verb
 * (围绕教育、医疗推出五项举措). Asks the dictionary.
 */
bool list_is_plain(const struct article *article, const struct data *data, const struct list *list);

/*
 * The items of a list by ， or ； instead of 、, in a region: how many parts MARK divides it into, brackets skipped, to the first ； after ，.
 * 0 for other marks.
 */
uint32_t list_parts(const struct article *article, struct span region, uint32_t mark);

/* 准备不足，经验不够，配合不好。 Clauses of one length, three or more, to the end of a sentence: how many, 0 if they are not even. */
uint32_t list_even_clauses(const struct article *article, uint32_t at, uint32_t end, struct span *span);

/* 教师2名、校医1名: is anything counted within the items, but by the figure EXCEPT? 一面旗帜、一支队伍 counts nothing. */
bool list_holds_counts(const struct article *article, struct span span, const struct figure *except);

/*
 * How many 、 may stand inside an item: a short item before a long one (学习、宣传政策, in a list of long ones), or one before an item
 * with 的 (张三、李四创办的学校), and the last if it is much longer than all others: a predicate may follow it.
 */
uint32_t list_doubtful_joins(const struct article *article, const struct list *list);

/* In 车站或北京、上海两地 the list may begin after the 或: the index of the last item but one that holds such a word; 0: none. */
uint32_t list_last_joint(const struct article *article, const struct list *list);

/*
 * 三位专家李明、王刚、赵强出席: the names that begin the text which follows a count and its noun. Each must be a surname with one or two
 * characters; the text after the last one is not looked at. 0 if that might be a title, or if the list may go on. *JOINED tells that 和
 * and another name follow, which may be one of them or not; it is not in the number.
 */
uint32_t list_names(const struct article *article, struct span text, struct span *span, bool *joined);

/*
 * 苹果、梨、等： and 北京、和上海： where the 等 or 等等, the 和, 及 or 或 after the 、 at AT ends. 0 if it is none, or might be something else
 * than the end of the list or what joins its last item: 排队、等车; 报价、和客户沟通; 和平; 甲和乙、丙和丁. Clears the scratch arena.
 */
uint32_t list_etc(const struct article *article, const struct data *data, struct arena *scratch, uint32_t at);
uint32_t list_joint(const struct article *article, const struct data *data, struct arena *scratch, uint32_t at);

/* Is this a surname with one or two characters, and no common word? */
bool list_is_name(const struct article *article, const struct data *data, struct span span);

/* All but the distance of list_lost_pause: the next figure is no further than a noun is long. */
enum { LIST_NOUN = 8 };
bool list_loses_pause(const struct article *article, uint32_t first);

/*
 * 语文教师2名、数学教师2名校医1名: does the item with the figure FIRST follow its neighbour without 、, where others of the list, counted in
 * the same unit, have it, or where 其中 opens the list? The mark is lost at the end of the figure.
 */
static inline bool list_lost_pause(const struct article *article, uint32_t first)
{
	const struct figure *figure = &article->figures[first];
	return first + 1 < article->figure_count && figure[1].span.begin - figure->span.end <= LIST_NOUN && list_loses_pause(article, first);
}

/* Does a sentence end here, or its paragraph? */
bool list_ends_sentence(const struct article *article, uint32_t at);

/* The markers of one form that count 1, 2, 3 … from a marker on. */
struct series {
	struct span span; /* from the first marker to the end of the last */
	uint32_t count;
	uint32_t last; /* index of the last figure */
	uint32_t stop; /* index of the marker of this form that ends it, because it begins anew or does not go on; figure_count: none */
	enum figure_form form;
	bool broken; /* another marker of this form follows that does not go on: skipped or repeated */
};

/*
 * The series that begins with the marker article->figures[first]. Figures before END are looked at, and none past the next
 * marker 1 of the form: so all series of an article together take linear time.
 */
struct series series_from(const struct article *article, uint32_t first, uint32_t end);

/* Does it stand inside an item of another one of the same form, or is it interrupted so? Where each goes on nobody can say. */
bool series_is_nested(const struct article *article, uint32_t first, const struct series *series);

/*
 * 首先 …；其次 …；最后 …: how many such words there are from the position of 首先 to the end of its sentence. 0 if there is no 首先, if
 * there are fewer than three, if different characters follow them (是, 要, ，), or if any part between the marks begins otherwise.
 */
uint32_t series_of_words(const struct article *article, uint32_t at, uint32_t end, struct span *span);

/*
 * 首先，…。其次，…。最后，…。: the same where the words begin sentences, from 首先 at AT to END. 最后 may be one of the items or the end of the
 * text: 0 if the number with it or without it is EXPECTED, if a sentence begins with a word like 此外, or without 最后.
 */
uint32_t series_of_sentences(const struct article *article, uint32_t at, uint32_t end, uint32_t expected, struct span *span);

#endif
