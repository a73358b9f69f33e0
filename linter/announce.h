/*
 * announce: counts that announce a list, “三项措施：”, and the way from them to it (needs sentences, pairs and figures).
 *
 * Nothing here says that a text is wrong: that is for a check which compares the count with a list (list.h).
 */
#ifndef KANLINT_ANNOUNCE_H
#define KANLINT_ANNOUNCE_H

#include "figure.h"
#include "pair.h"

struct data;

/* A count that may announce a list: 2 to 30 things or persons, exact and of the whole, or a catchword (“五个一”). */
struct announcement {
	const struct figure *figure;
	uint32_t index;     /* of the figure */
	uint32_t announced; /* what it says */
	uint32_t paragraph; /* the index of the one that it stands in */
	uint32_t sentence_index;
	struct span sentence;
	uint32_t next; /* where announcement_next goes on */
};

/* The next one of the article; false if there is none. Begin with a zeroed struct. All together take linear time. */
bool announcement_next(const struct article *article, struct announcement *announcement);

/* How a count leads on: to a colon, an opening bracket, a stop or the end of the line, or to a word like 即 or 分别是. */
struct opening {
	uint32_t at;                /* where the list begins */
	struct span tail;           /* what stands between the number and the mark */
	uint32_t mark;              /* ： （ ， 。 or a newline; ： for a word that takes its place */
	const struct pair *bracket; /* of （ */
};

bool announcement_opening(const struct article *article, const struct announcement *announcement, struct opening *opening);

/* The count with its noun, as far as the dictionary knows where that ends: 三项措施. */
struct span announcement_with_noun(const struct article *article, const struct data *data, const struct figure *figure);

/* Where the noun ends that a count of persons and a first name follow, 专家 in 三位专家李明、; 0: there is none. Asks the dictionary. */
uint32_t announcement_noun_end(const struct article *article, const struct data *data, const struct figure *figure);

/*
 * Where a list may begin that stands before the count: with the sentence, but in 张伟、李娜两名同学和王芳、赵磊两名老师 the second one
 * begins after the 和 that follows the first count.
 */
uint32_t announcement_list_begin(const struct article *article, const struct announcement *count);

/* Where the list ends that 共, 一共 or 合计 sums up before a count: 苹果、梨，共两种; the begin of the count if there is no such word. */
uint32_t announcement_before_total(const struct article *article, const struct announcement *count);

/* How far a list may go under a heading that announces it: to the next heading without a number. Else to the end of the article. */
uint32_t announcement_section_end(const struct article *article, const struct announcement *announcement);

/* A colon, a bracket or a word that can only introduce what was counted. */
bool opening_is_direct(const struct opening *opening);

/* 三个村的苹果： and 五名队员说： lead to something else than what is counted. */
bool opening_leads_elsewhere(const struct article *article, const struct opening *opening);

/* Another number of the sentence, before END, that fits what was found: then that one may be the count of the list. */
bool announcement_has_rival(const struct article *article, const struct announcement *announcement, uint32_t end, uint32_t found);

/*
 * A heading 守牢“三道关口” over a text that says 守牢 and then names four 关, or 四关: how many, and in *PLACE where. 0 if the
 * count stands in no heading, if no text names any, or if one names as many as announced. Persons are not named so: 造成8人遇难.
 */
uint32_t announcement_echo(const struct article *article, const struct announcement *announcement, struct span *place);

#endif
