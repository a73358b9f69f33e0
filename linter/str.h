/* str: a piece of UTF-8 text that somebody else owns; never NUL-terminated. */
#ifndef KANLINT_STR_H
#define KANLINT_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *data;
	size_t size; /* bytes */
};

/* A string literal as a str: STR("abc"). */
#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})

static inline struct str str_from(const char *text)
{
	return (struct str){text, text ? strlen(text) : 0};
}

static inline bool str_equal(struct str a, struct str b)
{
	return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

#endif
