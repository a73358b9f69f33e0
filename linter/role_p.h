/* role: tells what each line of a plain text is, from its shape and place. */
#ifndef KANLINT_ROLE_P_H
#define KANLINT_ROLE_P_H

#include "article.h"

/* What stands before a list item or a numbered heading. */
enum marker {
	MARKER_NONE,
	MARKER_FORMAL,        /* 壹、 甲、 */
	MARKER_HAN,           /* 一、 */
	MARKER_HAN_BRACKET,   /* （一） */
	MARKER_DIGIT,         /* 1. 1． 1、 */
	MARKER_DIGIT_BRACKET, /* （1） */
	MARKER_HALF_BRACKET,  /* 1） 1) a) */
	MARKER_CIRCLED,       /* ① ⑴ */
	MARKER_BULLET,        /* • ● ■ - * */
	MARKER_ARTICLE,       /* 第三条 第二章 */
	MARKER_ORDINAL,       /* 一是 二是 */
};

/* A beginning of a line, and what it says of the line (OPENS_... in role.c). */
struct role_opening {
	const char *text;
	uint8_t opens;
};

extern const struct role_opening role_openings[];
extern const uint32_t role_opening_count;

/* The marker with which a line begins after its indent; END (may be NULL) is set to the position after it. */
enum marker role_marker(const struct article *article, struct span span, uint32_t *end);

/* Fills role and level of paragraphs that no reader has described; span, blanks and ends_sentence are set. */
void article_tell_roles(const struct article *article, struct paragraph *paragraphs, uint32_t count);

#endif
