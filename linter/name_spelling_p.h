/* name_spelling: what its files share. */
#ifndef KANLINT_NAME_SPELLING_P_H
#define KANLINT_NAME_SPELLING_P_H

#include "name_p.h"

enum { CHAIN = 8 }; /* texts that are looked at for one key: more are no names */

struct place {
	struct span span;
	uint32_t next; /* index + 1; 0: the last */
};

/* One spelling of a name and its places. */
struct spelling {
	uint64_t key; /* hash of what is the same in the other spellings; for a person or foreign name of all */
	struct span first;
	uint32_t character; /* where it may differ: the character there, */
	uint32_t at;        /* and its index in the name */
	uint32_t count;
	uint32_t places, last; /* indexes of places + 1 */
	uint32_t next;         /* on its chain, index + 1 */
	uint32_t form;         /* of a variant: the index of the spelling that it resembles */
	enum name_kind kind;
	struct span titles[3]; /* of a person, different ones */
	uint32_t title_count;
	bool is_known;  /* the dictionary has it */
	bool is_framed; /* a foreign name beside a title, a verb or ·: not only a row of sounds */
};

struct spellings {
	struct spelling *items;
	size_t count, capacity;
	uint32_t *heads; /* by key, index of a spelling + 1 */
	uint32_t mask;
};

struct search {
	const struct article *article;
	const struct data *data;
	struct arena *scratch;
	void (*found)(void *user, const struct name_spelling *spelling);
	void *user;
	struct place *places;
	size_t place_count, place_capacity;
};

/* Room for COUNT spellings on short chains. */
void spellings_init(struct spellings *spellings, struct arena *scratch, size_t count);

/* The spelling with this key and character; NULL: there is none. */
struct spelling *spellings_find(const struct spellings *spellings, uint64_t key, uint32_t character);

/* The same, or a new one, which has no place yet, and of which FIRST is empty; NULL where its chain is full. */
struct spelling *spellings_add(struct spellings *spellings, struct arena *scratch, uint64_t key, uint32_t character);

/* One more place of it, and one more title, if it is another. */
void search_add_place(struct search *search, struct spelling *spelling, struct span span);
void search_add_title(struct search *search, struct spelling *spelling, struct span title);

/* Works, places, organisations, and persons of two characters: all that is found by its frame only. */
void search_framed(struct search *search);

/* Persons and foreign names: what stands somewhere beside a title, and the rest of the text. */
void search_persons(struct search *search);

/*
 * Are two spellings one name? Whether the characters are alike is known; A and B differ at index AT. If so calls FOUND for each place of
 * the rarer one.
 */
void search_judge(struct search *search, const struct spelling *a, const struct spelling *b);

/* Two characters of which one may be written for the other by mistake, not as its form in the other script. Strict: of quite one sound. */
bool search_alike(uint32_t a, uint32_t b, bool is_strict);

/* Two characters of sounds that may render the same one: 连 and 伦. */
bool search_renders_alike(uint32_t a, uint32_t b);

/* The same at the end of a name, where the vowel tells more: 斯 and 茲. */
bool search_ends_alike(uint32_t a, uint32_t b);

#endif
