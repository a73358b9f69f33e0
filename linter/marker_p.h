/* marker: what stands before a list item or a numbered heading of a plain text. */
#ifndef KANLINT_MARKER_P_H
#define KANLINT_MARKER_P_H

#include "article.h"

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

/* The marker with which a line begins after its indent; END (may be NULL) is set to the position after it. */
enum marker marker_at(const struct article *article, struct span line, uint32_t *end);

#endif
