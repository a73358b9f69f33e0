/*
 * gap: the spaces inside a line of Chinese text, and what they are for, told by what stands on their two sides.
 *
 * Chinese is written without spaces, but for names drawn apart, headlines of two halves, bylines, labels and respect. Questions
 * about a gap take constant time; those with DATA ask the dictionary (NEED_WORDS).
 */
#ifndef KANLINT_GAP_H
#define KANLINT_GAP_H

#include "article.h"

struct data;

struct gap {
	struct span span;                  /* the spaces */
	const struct paragraph *paragraph; /* that holds them */
	uint32_t begin, end;               /* of the clause round them, between two marks, as far as it is looked at */
};

struct gap gap_at(const struct article *article, struct span span);

/* A sentence stands here, and not a title, a label or a list of names. */
bool gap_is_in_prose(const struct article *article, const struct gap *gap);

/* Is there a word over the gap, no name, in the likeliest reading of the text without it, and none that ends or begins there? */
bool gap_tears_word(const struct article *article, const struct data *data, const struct gap *gap);

/* 作者是 著名作家, but not 无处不在 and 所以: the clause cannot end with the last word. */
bool gap_cuts_phrase(const struct article *article, const struct data *data, const struct gap *gap);

/* 张 三, 欧阳 小明; but not ，当面 酬谢。 and not 、对 着查， */
bool gap_is_in_name(const struct article *article, const struct data *data, const struct gap *gap);

/* The same words on both sides. */
bool gap_repeats(const struct article *article, const struct gap *gap);

/* Headlines and slogans of two halves, which begin a sentence: 加强领导 提高认识. */
bool gap_parts_halves(const struct article *article, const struct gap *gap);

/* 第三十二条 …, 2004年 …: a short head of the paragraph, a date or a number. */
bool gap_follows_label(const struct article *article, const struct gap *gap);

/* 记者 李明, 新华社4月16日电 在济南… */
bool gap_follows_byline(const struct article *article, const struct gap *gap);

/* 國父 孫中山, 敬請 貴校, in Traditional text. */
bool gap_shows_respect(const struct article *article, const struct gap *gap);

/* 《山海经》 是…, 一本 《山海经》: a pair and its sentence. Not after 【公告】, a dateline or a number, not round Latin text. Needs the pairs. */
bool gap_parts_pair(const struct article *article, const struct gap *gap);

/* A border between Han text and Latin letters or figures, with the spaces that stand there. */
struct border {
	struct span gap;
	bool figures;
	bool unit;       /* 5月, 第3名, T恤: no space by any style */
};

/* Does the text on one side of a border end at a position? Fills BORDER. */
bool border_at(const struct article *article, uint32_t at, struct border *border);

#endif
