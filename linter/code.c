/* code: labels, and the digits after them. */
#include "code.h"

enum {
	SHORTEST = 7,
	LETTERS = 2,       /* before the digits */
	GROUP_LONGEST = 8, /* of a number in groups each is short: 13800138000-801 ends before its hyphen */
	NAME_LONGEST = 4,  /* 联系人：王师傅 138… */
	CONTEXT = 16,      /* 遗失居民身份证一张，号码… */
};

static const struct label {
	const char *text;
	enum code_kind kind;
} labels[] = {
	{"身份证号码", CODE_IDENTITY},
	{"身份证号", CODE_IDENTITY},
	{"身份证编号", CODE_IDENTITY},
	{"身份证", CODE_IDENTITY},
	{"身份號碼", CODE_IDENTITY},
	{"身份证字号", CODE_IDENTITY},
	{"身份證號碼", CODE_IDENTITY},
	{"身份證號", CODE_IDENTITY},
	{"身份證字號", CODE_IDENTITY},
	{"身份證", CODE_IDENTITY},
	{"身分證號碼", CODE_IDENTITY},
	{"身分證號", CODE_IDENTITY},
	{"身分證字號", CODE_IDENTITY},
	{"身分證統一編號", CODE_IDENTITY},
	{"國民身分證統一編號", CODE_IDENTITY},
	{"身分證", CODE_IDENTITY},
	{"公民身份号码", CODE_IDENTITY},
	{"公民身份號碼", CODE_IDENTITY},
	{"身份号码", CODE_IDENTITY},
	{"公民身份证号", CODE_IDENTITY},
	{"信用代码", CODE_CREDIT},
	{"信用代碼", CODE_CREDIT},
	{"ISBN", CODE_ISBN},
	{"isbn", CODE_ISBN},
	{"ISBN-13", CODE_ISBN},
	{"ISBN-10", CODE_ISBN},
	{"ISBN13", CODE_ISBN},
	{"ISBN10", CODE_ISBN},
	{"书号", CODE_BOOK},
	{"書號", CODE_BOOK},
	{"ISSN", CODE_ISSN},
	{"issn", CODE_ISSN},
	{"标准刊号", CODE_ISSN},
	{"標準期刊號", CODE_ISSN},
	{"连续出版物号", CODE_ISSN},
	{"統一編號", CODE_BUSINESS},
	{"統編", CODE_BUSINESS},
	{"手机号码", CODE_MOBILE},
	{"手机号", CODE_MOBILE},
	{"手机", CODE_MOBILE},
	{"电话号码", CODE_MOBILE},
	{"电话", CODE_MOBILE},
	{"联系方式", CODE_MOBILE},
	{"微信同号", CODE_MOBILE},
	{"致电", CODE_MOBILE},
	{"拨打", CODE_MOBILE},
	{"联系人", CODE_MOBILE},
	{"卡号", CODE_CARD},
	{"卡號", CODE_CARD},
	{"银行账号", CODE_CARD},
	{"银行帐号", CODE_CARD},
	{"銀行帳號", CODE_CARD},
	{"账号", CODE_CARD},
	{"帐号", CODE_CARD},
	{"帳號", CODE_CARD},
};

#define DIGITS CLASSES_DIGIT

static char ascii_of(uint32_t code_point)
{
	if (code_point >= 0xFF01 && code_point <= 0xFF5E)
		code_point -= 0xFF01 - '!';
	if (code_point >= 'a' && code_point <= 'z')
		code_point -= 'a' - 'A';
	bool fits = (code_point >= '0' && code_point <= '9') || (code_point >= 'A' && code_point <= 'Z');
	return fits ? (char)code_point : 0;
}

static bool is_digit_at(const struct article *article, uint32_t at)
{
	return article_is(article, at, DIGITS);
}

/* A hyphen or space inside a number: a digit follows, or the X that ends it. */
static bool is_joint(const struct article *article, uint32_t at)
{
	if (!article_is(article, at, CLASS_BIT(CLASS_DASH) | CLASSES_SPACE) || character_is_one_of(article->cp[at], U"～~—"))
		return false;
	return is_digit_at(article, at + 1) || (ascii_of(article->cp[at + 1]) == 'X' && !ascii_of(article->cp[at + 2]));
}

/* One or two letters before the digits are part of the code; ISBN is not, nor is Thầ. */
static uint32_t letters_begin(const struct article *article, uint32_t at)
{
	uint32_t begin = article_skip_back(article, at, article_back(article, at, 3), CLASSES_LATIN);
	for (uint32_t i = begin; i < at; i++)
		if (!ascii_of(article->cp[i]))
			return at;
	return at - begin <= LETTERS ? begin : at;
}

/* Reads from a digit on; returns where the digits end, also of what is too long for a code. */
static uint32_t read_code(const struct article *article, uint32_t at, struct code *code)
{
	uint32_t begin = letters_begin(article, at), joint = 0;
	char character;
	code->count = code->first_group = 0;
	code->letters = at - begin;
	for (at = begin;;) {
		if ((character = ascii_of(article->cp[at])) != 0) {
			if (code->count < CODE_LONGEST)
				code->characters[code->count] = character;
			code->count++;
			at++;
			continue;
		}
		bool first = joint == 0 && code->count < GROUP_LONGEST;
		if (!is_joint(article, at) || code->count >= CODE_LONGEST || !(first || article->cls[at] == joint))
			break;
		code->first_group = joint ? code->first_group : code->count;
		joint = article->cls[at++];
	}
	code->first_group = code->first_group ? code->first_group : code->count;
	code->span = (struct span){begin, at};
	code->characters[code->count < CODE_LONGEST ? code->count : CODE_LONGEST] = 0;
	return at;
}

static bool is_mask(const struct article *article, uint32_t at)
{
	return character_is_one_of(article->cp[at], U"*＊×●•…_+＋%") || (article->cp[at] == '.' && is_digit_at(article, at + 1));
}

/* 00000000, 1234567890, also after a letter: they stand for a number. */
static bool is_pattern(const struct code *code)
{
	const char *digits = code->characters + code->letters;
	unsigned same = 1, up = 1;
	for (; digits[same] && digits[same] == digits[0];)
		same++;
	for (; digits[up] && (digits[up] == digits[up - 1] + 1 || (digits[up] == '0' && digits[up - 1] == '9'));)
		up++;
	unsigned rest = code->count - code->letters;
	return same + 2 >= rest || up + 2 >= rest || same >= 10 || up >= 10;
}

/* Colons, brackets, spaces and 为 between a label and its number. */
static uint32_t skip_joints(const struct article *article, uint32_t at)
{
	for (uint32_t lowest = article_back(article, at, 4); at > lowest; at--)
		if (!article_is(article, at - 1, CLASSES_SPACE) && !character_is_one_of(article->cp[at - 1], U"：:（(「“\"为為是如)）#＃"))
			break;
	return at;
}

static enum code_kind label_before(const struct article *article, uint32_t at)
{
	if (!article_is_han(article, at - 1) && !is_digit_at(article, at - 1) && !article_is(article, at - 1, CLASSES_LATIN))
		return CODE_NONE;
	for (uint32_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (article_ends(article, at, labels[i].text))
			return labels[i].kind;
	return CODE_NONE;
}

/* 遗失居民身份证一张，号码…; not after another certificate. */
static bool is_lost_card(const struct article *article, uint32_t at)
{
	static const char *const words[] = {"证号", "号码", "编号", "證號", "號碼", "編號", "号", "證件號碼", "证件号码", NULL};
	static const char *const cards[] = {"身份证", "身份證", "身分證", NULL};
	static const char *const others[] = {"驾驶", "駕駛", "残疾", "殘", "学生", "學生", "军", "軍", "许可", "許可", "执照", "執照", "户口", "资格",
		"資格", "房", "行驶", "行駛", "护照", "護照", "出生", "车", "車", "手机", "手機", "电话", "電話", "发票", "發票", NULL};
	uint32_t begin = article_skip_back(article, at, article_back(article, at, CONTEXT), ~CLASS_BIT(CLASS_NEWLINE));
	struct span context = {begin, at};
	return article_ends_any(article, at, words) && article_holds_any(article, context, cards) && !article_holds_any(article, context, others);
}

/* 联系人：王师傅 138…: a name stands between. */
static uint32_t skip_name(const struct article *article, uint32_t at)
{
	uint32_t begin = article_skip_back(article, at, article_back(article, at, NAME_LONGEST), CLASSES_HAN);
	return begin < at ? skip_joints(article, begin) : at;
}

static enum code_kind kind_of(const struct article *article, const struct code *code, const struct code *before)
{
	static const char *const written[] = {"写成", "寫成", "写作", "寫作", "填成", "误写", "誤寫", "误填", "誤填", NULL};
	uint32_t at = skip_joints(article, code->span.begin);
	if (article_ends_any(article, at, written))
		at = skip_joints(article, at - 2 - character_is_one_of(article->cp[at - 3], U"误誤"));
	enum code_kind kind = label_before(article, at);
	if (kind != CODE_NONE)
		return kind;
	if (is_lost_card(article, at))
		return CODE_IDENTITY;
	uint32_t gap = code->span.begin - before->span.end;
	if (before->kind != CODE_NONE && gap > 0 && gap <= 2 && character_is_one_of(article->cp[before->span.end], U"、，,；;/和及与與或"))
		return before->kind;
	uint32_t name = skip_name(article, at);
	return name < at && label_before(article, name) == CODE_MOBILE ? CODE_MOBILE : CODE_NONE;
}

/* The next digit of the article at or after a position; the end if there is none. */
static uint32_t next_digit(const struct article *article, struct code *code, uint32_t at)
{
	static const enum character_class classes[2] = {CLASS_DIGIT, CLASS_FULL_DIGIT};
	uint32_t first = article->end;
	for (uint32_t i = 0; i < 2; i++) {
		const struct positions *positions = &article->index[classes[i]];
		uint32_t next = code->next[i];
		while (next < positions->count && positions->at[next] < at)
			next++;
		if (next < positions->count && positions->at[next] < first)
			first = positions->at[next];
		code->next[i] = next;
	}
	return first;
}

/* ISBN-13 978-7-…: the 13 is part of the label. */
static bool is_of_label(const struct article *article, uint32_t at)
{
	static const char *const ends[] = {"ISBN-", "ISBN", NULL};
	return article->cp[at] == '1' && character_is_one_of(article->cp[at + 1], U"03") && !is_digit_at(article, at + 2) &&
	       article_ends_any(article, at, ends);
}

/* Do the digits at a position end, before they are enough for a code, in something that ends it? *END is where. Most are short. */
static bool is_short(const struct article *article, uint32_t at, uint32_t *end)
{
	*end = article_skip(article, at, at + SHORTEST - LETTERS, DIGITS);
	if (*end == at + SHORTEST - LETTERS)
		return false;
	return !article_is(article, *end, CLASSES_LATIN | CLASS_BIT(CLASS_DASH) | CLASSES_SPACE) ||
	       (!ascii_of(article->cp[*end]) && !is_joint(article, *end));
}

bool code_next(const struct article *article, struct code *code)
{
	struct code before = *code;
	uint32_t at = before.span.end;
	while ((at = next_digit(article, code, at)) < article->end) {
		if (is_of_label(article, at)) {
			at += 2;
			continue;
		}
		uint32_t end;
		if (is_short(article, at, &end)) {
			at = end;
			continue;
		}
		at = read_code(article, at, code);
		code->kind = CODE_NONE;
		if (code->count < SHORTEST || code->count > CODE_LONGEST || is_mask(article, code->span.begin - 1) ||
			is_mask(article, code->span.end) || is_pattern(code))
			continue;
		code->kind = kind_of(article, code, &before);
		if (code->kind != CODE_NONE)
			return true;
	}
	return false;
}

bool code_is_digits(const struct code *code, unsigned from)
{
	for (unsigned i = from; i < code->count; i++)
		if (code->characters[i] < '0' || code->characters[i] > '9')
			return false;
	return from <= code->count;
}
