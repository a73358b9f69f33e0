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

static inline bool str_begins(struct str text, const char *prefix)
{
	size_t size = strlen(prefix);
	return text.size >= size && memcmp(text.data, prefix, size) == 0;
}

/* What follows its first bytes. */
static inline struct str str_after(struct str text, size_t bytes)
{
	return (struct str){text.data + bytes, text.size - bytes};
}

/* Without the spaces and carriage returns at its ends. */
static inline struct str str_trimmed(struct str text)
{
	while (text.size && (text.data[text.size - 1] == ' ' || text.data[text.size - 1] == '\r'))
		text.size--;
	while (text.size && (*text.data == ' ' || *text.data == '\r'))
		text.data++, text.size--;
	return text;
}

/* Takes the first line, without its newline, from the front of *REST. False: there is none left. */
static inline bool str_take_line(struct str *rest, struct str *line)
{
	if (rest->size == 0)
		return false;
	const char *newline = (const char *)memchr(rest->data, '\n', rest->size);
	*line = (struct str){rest->data, newline ? (size_t)(newline - rest->data) : rest->size};
	size_t taken = line->size + (newline != NULL);
	*rest = (struct str){rest->data + taken, rest->size - taken};
	return true;
}

#endif
