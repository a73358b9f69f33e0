/* name: what its files share, and the index that tools/gen_names.c makes of the words of config/names. */
#ifndef KANLINT_NAME_P_H
#define KANLINT_NAME_P_H

#include "character_set.h"
#include "name.h"

/* What a word is that a name stands beside, or is made of. */
enum name_word_kind {
	NAME_WORD_NONE,
	NAME_WORD_TITLE,        /* 书记: before a name, or after it */
	NAME_WORD_PLACE,        /* 村: the end of the name of a place */
	NAME_WORD_ORGANISATION, /* 花园 */
	NAME_WORD_SAYING,       /* 表示: after a name */
	NAME_WORD_SURNAME,      /* 欧阳 */
};

struct name_word {
	const char *text;
	uint16_t pair[2]; /* the characters by which it is on its chain; of a word of one, 0 and that */
	uint16_t third;   /* the next character on the way to its other end; 0: it has two at most */
	uint8_t length;   /* in characters */
	uint8_t kind;     /* enum name_word_kind */
};

/* What a character may be; a byte of name_roles. */
enum name_role {
	NAME_ROLE_END = 1 << 0,    /* the last one of a title or a suffix */
	NAME_ROLE_SAYING = 1 << 1, /* the first one of a verb of saying */
	NAME_ROLE_SURNAME = 1 << 2,
	NAME_ROLE_DOUBLE = 1 << 3,  /* the first one of a surname of two characters */
	NAME_ROLE_NEVER = 1 << 4,   /* in no given name */
	NAME_ROLE_SOUND = 1 << 5,   /* renders foreign sounds, */
	NAME_ROLE_FOREIGN = 1 << 6, /* and is met seldom elsewhere */
	NAME_ROLE_ALONE = 1 << 7,   /* is a title, suffix or verb of one character */
};

enum { NAME_CHAINS = 4096 };

/* The chain of a word: by its last two characters, of a verb of saying and a surname by the first two; 0 and the character for one of one. */
static inline uint32_t name_chain_of(uint32_t first, uint32_t second)
{
	return (first * UINT32_C(0x9E3779B1) ^ second * UINT32_C(0x85EBCA77)) >> 20;
}

/* Made by tools/gen_names.c. On a chain the longest word comes first. */
extern const struct name_word name_words[];
extern const uint16_t name_chain[NAME_CHAINS]; /* index of a word + 1; 0: the end */
extern const uint16_t name_next[];
extern const uint8_t name_roles[0x10000];

static inline uint8_t name_role_of(uint32_t code_point)
{
	return code_point < 0x10000 ? name_roles[code_point] : 0;
}

static inline bool name_is(uint32_t code_point, enum name_role role)
{
	return (name_role_of(code_point) & role) != 0;
}

/* The longest title or suffix that ends at END, and its kind; NAME_WORD_NONE: there is none. */
enum name_word_kind name_word_before(const struct article *article, uint32_t end, struct span *word);

/* The longest verb of saying or surname of two characters that begins at BEGIN: where it ends; BEGIN: there is none. */
uint32_t name_word_after(const struct article *article, uint32_t begin, enum name_word_kind kind);

/* Where a name of a person ends that begins at BEGIN, beside a title; BEGIN: there is none. Asks the dictionary where it must. */
uint32_t name_person_end(const struct article *article, const struct data *data, uint32_t begin);

/* Where a name of a person begins that ends at END; END: there is none. Nothing of a word may go before it. */
uint32_t name_person_begin(const struct article *article, const struct data *data, uint32_t end);

#endif
