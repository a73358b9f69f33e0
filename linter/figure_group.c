/* figure_group: digits that are joined to other digits or to letters: codes, dates, times, scores, fractions. */
#include "figure_p.h"

enum { GROUPS = 4, LONG_CODE = 5, WRONG_MONTH = 31 };

struct group {
	uint32_t begin, end;
	uint32_t separator; /* before it */
};

/* The first groups of a chain of digits with one separator between each two, and where the whole chain ends. */
struct chain {
	struct group groups[GROUPS];
	uint32_t count; /* of all */
	uint32_t end;
	bool mixed; /* another separator follows */
};

static uint32_t digits_end(const struct article *article, uint32_t at)
{
	return article_skip(article, at, article->end, CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_FULL_DIGIT));
}

/* The full-width colon of a list is none: 方案3：2人负责. */
static bool is_wide_joint(const struct article *article, uint32_t at)
{
	uint32_t end = at + 1, unit_end;
	while (end < at + 4 && digit_value(article->cp[end]) >= 0)
		end++;
	return end <= at + 3 && figure_unit_at(article, end, &unit_end) == UNIT_NONE;
}

static bool is_joint(const struct article *article, uint32_t at)
{
	switch (article->cp[at]) {
	case '-':
	case '.':
	case ':':
	case '/':
	case 0x2236: return true;
	case U'：': return is_wide_joint(article, at);
	default: return false;
	}
}

/* Ends where the separator changes: 3.5-4.2 is two numbers. */
static struct chain read_chain(const struct article *article, uint32_t at)
{
	struct chain chain = {.count = 0};
	uint32_t separator = 0;
	for (;;) {
		uint32_t end = digits_end(article, at);
		if (chain.count < GROUPS)
			chain.groups[chain.count] = (struct group){at, end, separator};
		chain.count++;
		chain.end = end;
		if (!is_joint(article, end) || digit_value(article->cp[end + 1]) < 0)
			return chain;
		if (separator != 0 && article->cp[end] != separator) {
			chain.mixed = true;
			return chain;
		}
		separator = article->cp[end];
		at = end + 1;
	}
}

static uint32_t size(const struct group *group)
{
	return group->end - group->begin;
}

static int64_t value_of(const struct article *article, const struct group *group)
{
	int64_t value = 0;
	for (uint32_t i = group->begin; i < group->end && i < group->begin + 15; i++)
		value = value * 10 + digit_value(article->cp[i]);
	return value;
}

static void set(struct figure *figure, enum figure_kind kind, uint32_t begin, uint32_t end)
{
	figure->kind = kind;
	figure->span = figure->number = (struct span){begin, end};
	figure->value.known = false;
}

static bool leads_zero(const struct article *article, const struct group *group)
{
	return size(group) > 1 && digit_value(article->cp[group->begin]) == 0;
}

/*
 * 2024-05-01, 2024/5/1, 2024.5.1; with two groups only 2024-05. 2024-13-01 and 2024/13/01 are dates, too, which are wrong; of points
 * that makes a version.
 */
static bool chain_date(const struct article *article, const struct chain *chain, struct figure *figure)
{
	const struct group *groups = chain->groups;
	int64_t year = value_of(article, &groups[0]), month = value_of(article, &groups[1]);
	bool three = chain->count == 3 && size(&groups[2]) <= 2;
	bool two = chain->count == 2 && groups[1].separator == '-' && leads_zero(article, &groups[1]);
	bool wrong_month = three && month <= WRONG_MONTH && groups[1].separator != '.' && size(&groups[2]) == size(&groups[1]);
	if (size(&groups[0]) != 4 || size(&groups[1]) > 2 || year < 1000 || year > 2999 || (month > 12 && !wrong_month) || (!three && !two))
		return false;
	set(figure, FIGURE_DATE, groups[0].begin, groups[three ? 2 : 1].end);
	figure->value = decimal_make(year * 10000 + month * 100 + (three ? value_of(article, &groups[2]) : 0), 0);
	return true;
}

static bool is_score(const struct article *article, const struct chain *chain)
{
	static const char *const before[] = {"比分", "以", "战成", "戰成", "打成", "比数", "比數", "比例", "按"};
	static const char *const after[] = {
		"胜", "勝", "击败", "擊敗", "战胜", "戰勝", "负", "負", "领先", "領先", "险胜", "險勝", "大胜", "的比", "落后", "落後"};
	for (uint32_t i = 0; i < sizeof before / sizeof *before; i++)
		if (article_ends(article, chain->groups[0].begin, before[i]))
			return true;
	for (uint32_t i = 0; i < sizeof after / sizeof *after; i++)
		if (article_starts(article, chain->end, after[i]))
			return true;
	return false;
}

/* 12:30 and 12:30:45 are times, 3:2 and 25:23 scores; 21:15 is a score where the words say so. */
static void chain_colon(const struct article *article, const struct chain *chain, struct figure *figure)
{
	const struct group *groups = chain->groups;
	int64_t hour = value_of(article, &groups[0]), second = chain->count == 3 ? value_of(article, &groups[2]) : 0;
	bool shaped = size(&groups[0]) <= 2 && size(&groups[1]) == 2 && chain->count <= 3 && hour <= 24 && groups[1].separator != 0x2236;
	bool time = shaped && !is_score(article, chain);
	set(figure, time ? FIGURE_TIME : FIGURE_SCORE, groups[0].begin, chain->end);
	if (time)
		figure->value = decimal_make(hour * 10000 + value_of(article, &groups[1]) * 100 + second, 0);
}

/* 3/4 is a fraction; 5/1, 2025/26 and 9/11 are not numbers. */
static void chain_slash(const struct article *article, const struct chain *chain, struct figure *figure)
{
	const struct group *groups = chain->groups;
	int64_t above = value_of(article, &groups[0]), below = value_of(article, &groups[1]);
	bool fraction = chain->count == 2 && above < below && below >= 2 && below <= 10 && !leads_zero(article, &groups[0]);
	set(figure, fraction ? FIGURE_CARDINAL : FIGURE_CODE, groups[0].begin, chain->end);
	if (fraction) {
		figure->value = decimal_make(above, 0);
		figure->divisor = (uint32_t)below;
	}
}

/* Two groups with a hyphen: a telephone number, or two numbers of which each is read for itself (20-25℃, 2-1)? */
static bool hyphen_is_code(const struct article *article, const struct chain *chain)
{
	const struct group *first = &chain->groups[0], *second = &chain->groups[1];
	uint32_t unit_end;
	bool years = size(first) == 4 && size(second) == 4 && value_of(article, first) >= 1000 && value_of(article, first) <= 2999;
	bool area = leads_zero(article, first) && size(first) <= 4 && size(second) >= 7;
	if (size(first) >= LONG_CODE && size(second) >= LONG_CODE)
		return false;
	if (leads_zero(article, first) || leads_zero(article, second) || area)
		return true;
	return size(first) >= 3 && size(second) >= 3 && !years && figure_unit_at(article, second->end, &unit_end) == UNIT_NONE;
}

static bool read_joined(const struct article *article, const struct chain *chain, struct figure *figure)
{
	uint32_t separator = chain->groups[1].separator;
	if (chain_date(article, chain, figure))
		return true;
	if (separator == ':' || separator == 0x2236 || separator == U'：') {
		chain_colon(article, chain, figure);
		return true;
	}
	if (separator == '/') {
		chain_slash(article, chain, figure);
		return true;
	}
	bool code = chain->count > 3 || (chain->count == 3 && !(chain->mixed && separator == '-')) ||
		    (chain->count == 2 && separator == '-' && !chain->mixed && hyphen_is_code(article, chain));
	if (code)
		set(figure, FIGURE_CODE, chain->groups[0].begin, chain->end);
	return code;
}

/* Letters with digits: MC00001, T-34, 5G, 341125102204170002J. A long dash ends a code, so does a hyphen between long ones. */
static uint32_t code_end(const struct article *article, uint32_t at)
{
	uint64_t word = CLASSES_DIGIT | CLASSES_LATIN;
	uint32_t begin = at;
	for (;;) {
		uint32_t end = article_skip(article, at, article->end, word);
		bool joint = article->cp[end] == '-' || article->cp[end] == '.' || article->cp[end] == '/' || article->cp[end] == '_';
		bool goes_on = joint && class_in(article->cls[end + 1], word) && end - begin < LONG_CODE;
		if (!goes_on)
			return end;
		at = end + 1;
	}
}

/* Do the letters after the digits make a unit (900kg), or a code with them (3D)? */
static bool letters_follow(const struct article *article, uint32_t at)
{
	uint32_t end = digits_end(article, at), unit_end;
	if (article->cp[end] == '.' && digit_value(article->cp[end + 1]) >= 0)
		end = digits_end(article, end + 1);
	return class_in(article->cls[end], CLASSES_LATIN) && figure_unit_at(article, end, &unit_end) == UNIT_NONE;
}

bool figure_group(const struct article *article, uint32_t at, uint32_t floor, struct figure *figure)
{
	bool hyphen = article->cp[at - 1] == '-' && at - 1 > floor && (class_in(article->cls[at - 2], CLASSES_LATIN) || article_is_han(article, at - 2));
	bool han_model = hyphen && article_is_han(article, at - 2);
	bool letters = at > floor && (class_in(article->cls[at - 1], CLASSES_LATIN) || (hyphen && !han_model));
	if (letters || letters_follow(article, at)) {
		uint64_t word = CLASSES_LATIN;
		uint32_t begin = letters ? article_skip_back(article, at - hyphen, floor, word) : at;
		set(figure, FIGURE_CODE, begin, code_end(article, at));
		return true;
	}
	struct chain chain = read_chain(article, at);
	return chain.count > 1 && read_joined(article, &chain, figure);
}
