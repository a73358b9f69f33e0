/*
 * code: numbers that a label says the kind of: 身份证号：…, ISBN …, 统一社会信用代码…, 手机…
 *
 * They are read from the digits themselves: as figures they may be cut into pieces at hyphens and spaces. Nothing here says that one is
 * wrong (check_digit.h has the arithmetic). Numbers without a label, parts of masked ones (1101****1234) and patterns that stand for
 * a number (000000, 123456789) are no codes. Linear in the digits of the article.
 */
#ifndef KANLINT_CODE_H
#define KANLINT_CODE_H

#include "article.h"

enum code_kind {
	CODE_NONE,
	CODE_IDENTITY, /* of a person: resident identity number, Taiwan's, Hong Kong's */
	CODE_CREDIT,   /* unified social credit code */
	CODE_ISBN,
	CODE_BOOK, /* 书号: an ISBN, or an older number */
	CODE_ISSN,
	CODE_BUSINESS, /* 統一編號 */
	CODE_MOBILE,   /* 手机, 联系电话 */
	CODE_CARD,     /* 卡号, 银行账号 */
};

enum { CODE_LONGEST = 24 };

struct code {
	enum code_kind kind;
	struct span span;                  /* in the article, with hyphens and spaces */
	char characters[CODE_LONGEST + 1]; /* digits and capital letters alone, ASCII */
	unsigned count;
	unsigned letters;     /* how many letters it begins with */
	unsigned first_group; /* how many characters before the first hyphen or space; COUNT if there is none */
	uint32_t next[2];     /* private: where code_next goes on in the lists of digits */
};

/* The next code of the article; false if there is none. Begin with a zeroed struct. */
bool code_next(const struct article *article, struct code *code);

/* Are these characters, from FROM on, all digits? */
bool code_is_digits(const struct code *code, unsigned from);

#endif
