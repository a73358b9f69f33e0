/*
 * name: the names in an article (NEED_NAMES): of persons beside a title or a verb of saying, foreign ones in the characters of sounds,
 * of places and organisations by what they end in, of works between 《》.
 *
 *   县委书记刘昱弛说         a person, after a title, who speaks
 *   本报记者 王建国 李卫东   two persons of one title
 *   弗拉基米尔·泽连斯基      a foreign person
 *   中洲花园                 an organisation or estate, by its suffix
 *
 * Only what stands in such a frame is a name here: no guess at every three characters. The walk looks at each character once, in a
 * table; the dictionary is asked where a name of two characters could as well have three.
 */
#ifndef KANLINT_NAME_H
#define KANLINT_NAME_H

#include "arena.h"
#include "article.h"

struct data;

enum name_kind {
	NAME_PERSON,       /* surname, and one or two characters */
	NAME_FOREIGN,      /* in characters of sounds, its parts joined by · */
	NAME_PLACE,        /* with its suffix; up to NAME_STEM characters before that, which may be less than the name or more */
	NAME_ORGANISATION, /* the same */
	NAME_WORK,         /* between 《》, without them */
};

enum { NAME_STEM = 4 };

struct name {
	struct span span;
	struct span title; /* what the person is, before or after the name: 书记; empty: nothing, or not said here */
	enum name_kind kind;
	uint8_t suffix; /* characters of the suffix of a place or organisation */
	bool speaks;    /* a verb of saying follows */
};

/* The first of article->names that begins at AT; NULL: none. Logarithmic. */
const struct name *name_at(const struct article *article, uint32_t at);

/*
 * Does a span belong to a name of the article, or to a row of characters of sounds that cannot be read as words? Then what sounds odd
 * there says nothing. Logarithmic.
 */
bool name_covers(const struct article *article, const struct data *data, struct span span);

/* One name in two spellings, one character apart. */
struct name_spelling {
	struct span rare;    /* a place of the rarer spelling; of the later one, where both are as frequent */
	struct span usual;   /* the first place of the other */
	uint32_t rare_count; /* places of each that were found */
	uint32_t usual_count;
	enum name_kind kind;
};

/*
 * Calls FOUND for each place of the rarer spelling of a name that the article spells in two ways: the characters in which they differ
 * are alike in sound or shape, and nothing says that two are meant (two titles, both in one sentence, 弟弟, 又名). Needs sentences,
 * pairs and names. Linear.
 */
void name_spellings(const struct article *article, const struct data *data, struct arena *scratch,
	void (*found)(void *user, const struct name_spelling *spelling), void *user);

#endif
