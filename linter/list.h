/*
 * list: what an article lists: enumerations joined by 、, and series of list markers (needs pairs and figures).
 *
 * Nothing here says that a text is wrong: it says where items begin and end, and how sure that is.
 */
#ifndef KANLINT_LIST_H
#define KANLINT_LIST_H

#include "figure.h"
#include "pair.h"

enum { LIST_ITEMS = 48, LIST_LENGTH = 600 };

/*
 * An enumeration: items between 、, or quotations and titles side by side (“甲”“乙”, 《甲》《乙》). Brackets, quotations and
 * titles are atoms: a 、 inside belongs to the item. At most LIST_ITEMS items and LIST_LENGTH characters are looked at.
 */
struct list {
	struct span span;                /* from the first item to the last */
	struct span items[LIST_ITEMS];
	uint32_t count;
	uint32_t joints;                 /* 和 与 及 或 并 outside the atoms: each may join two items, or stand in one */
	bool open;                       /* 等 or …… after the last item: it names only some */
	bool cut;                        /* longer than the limits: do not count it */
};

/* The enumeration that begins at a position. It ends before the first other stop, line or unpaired closing mark, or at END. */
void list_after(const struct article *article, uint32_t begin, uint32_t end, struct list *list);

/*
 * The enumeration that ends at a position, going back to a stop, line or opening mark, or to BEGIN. The first item begins
 * there too: it holds whatever stands before the list (下辖东湖).
 */
void list_before(const struct article *article, uint32_t end, uint32_t begin, struct list *list);

/* The lengths of the shortest and the longest item from index FROM on; UINT32_MAX and 0 if there is none. */
void list_lengths(const struct list *list, uint32_t from, uint32_t *shortest, uint32_t *longest);

/*
 * What the items are. The first item of list_before begins anywhere, so only its end is looked at: all items are personal
 * names (a common surname and one to three characters, or 甲 乙 丙), all are in quotes or title marks, all end alike.
 */
bool list_is_persons(const struct article *article, const struct list *list);
bool list_is_marked(const struct article *article, const struct list *list);
bool list_shares_ending(const struct article *article, const struct list *list);

/* The markers of one form that count 1, 2, 3 … from a marker on. */
struct series {
	struct span span;       /* from the first marker to the end of the last */
	uint32_t count;
	uint32_t last;          /* index of the last figure */
	uint32_t stop;          /* index of the marker of this form that ends it, because it begins anew or does not go on; figure_count: none */
	enum figure_form form;
	bool broken;            /* another marker of this form follows that does not go on: skipped or repeated */
};

/*
 * The series that begins with the marker article->figures[first]. Figures before END are looked at, and none past the next
 * marker 1 of the form: so all series of an article together take linear time.
 */
struct series series_from(const struct article *article, uint32_t first, uint32_t end);

#endif
