/* figure_number: digits and Han numerals to exact decimals (GB/T 15835 4, 5). */
#include "figure_p.h"

enum { DIGITS_FIT = 18 };

static const struct decimal unknown = {0, 0, false};

/* A whole number as a decimal in normal form. */
static inline struct decimal whole(int64_t mantissa)
{
	int32_t exponent = 0;
	for (; (mantissa & 1) == 0 && mantissa != 0 && mantissa % 10 == 0; exponent++)
		mantissa /= 10;
	return (struct decimal){mantissa, exponent, true};
}

int digit_value(uint32_t code_point)
{
	if (code_point >= '0' && code_point <= '9')
		return (int)(code_point - '0');
	if (code_point >= 0xFF10 && code_point <= 0xFF19)
		return (int)(code_point - 0xFF10);
	return -1;
}

static bool is_more(uint32_t code_point)
{
	return code_point == U'多' || code_point == U'余' || code_point == U'餘' || code_point == U'几' || code_point == U'幾';
}

/* The value of a run of digits that may be too long for it. */
APART struct decimal long_value(const struct article *article, uint32_t begin, uint32_t end)
{
	int64_t mantissa = 0;
	for (uint32_t at = begin; at < end; at++)
		if (__builtin_mul_overflow(mantissa, 10, &mantissa) || __builtin_add_overflow(mantissa, digit_value(article->cp[at]), &mantissa))
			return unknown;
	return whole(mantissa);
}

/* A run of digits as a number: how many there are. */
static inline uint32_t read_digits(const struct article *article, uint32_t begin, struct decimal *value)
{
	uint32_t at = begin;
	uint64_t mantissa = 0;
	for (; article_is(article, at, CLASSES_DIGIT); at++)
		mantissa = mantissa * 10 + (article->cp[at] & 0xF); /* of 0030 to 0039, FF10 to FF19 */
	*value = at - begin <= DIGITS_FIT ? whole((int64_t)mantissa) : long_value(article, begin, at);
	return at - begin;
}

static bool is_separator(uint32_t code_point)
{
	return code_point == ',' || code_point == 0xFF0C || code_point == 0xA0 || code_point == 0x2009 || code_point == 0x202F;
}

static bool is_group(const struct article *article, uint32_t at)
{
	for (uint32_t i = 1; i <= 3; i++)
		if (digit_value(article->cp[at + i]) < 0)
			return false;
	return digit_value(article->cp[at + 4]) < 0;
}

/* The groups of three that follow one to three digits, all with the same separator. A full-width comma is no separator. */
static uint32_t read_groups(const struct article *article, uint32_t at, struct decimal *value)
{
	uint32_t separator = article->cp[at];
	if (separator == 0xFF0C || !is_separator(separator))
		return at;
	while (at < article->end && article->cp[at] == separator && is_group(article, at)) {
		struct decimal group;
		read_digits(article, at + 1, &group);
		*value = decimal_add(decimal_multiply(*value, decimal_make(1000, 0)), group);
		at += 4;
	}
	return at;
}

static uint32_t read_fraction(const struct article *article, uint32_t at, struct number *number)
{
	uint32_t point = article->cp[at];
	if ((point != '.' && point != 0xFF0E) || digit_value(article->cp[at + 1]) < 0)
		return at;
	struct decimal part;
	uint32_t digits = read_digits(article, at + 1, &part);
	part = part.known ? decimal_make(part.mantissa, part.exponent - (int32_t)digits) : part;
	number->value = decimal_add(number->value, part);
	number->fraction = true;
	number->digits = 0;
	return at + 1 + digits;
}

/* 千 of 千米 and 百 of 百帕 belong to the unit, and so do 千瓦 and 兆瓦; 万 and 亿 never do. */
static bool begins_unit(const struct article *article, uint32_t at)
{
	uint32_t end;
	return figure_unit_at(article, at, &end) != UNIT_NONE && end > at + 1;
}

/* 十, 百, 万, 廿 …; NULL for other characters. */
static const struct character_numeral *multiplier_at(const struct article *article, uint32_t at)
{
	const struct character_numeral *numeral = character_numeral_find(article->cp[at]);
	return numeral && numeral->zeros > 0 ? numeral : NULL;
}

/*
 * 万, 亿, 千 … after Arabic digits, with what follows: 2.8万, 3万亿, 3亿4500万, 20余万. A lower part is added only while the
 * multipliers go down.
 */
static void read_magnitudes(const struct article *article, struct number *number)
{
	struct decimal total = {0, 0, true}, part = number->value;
	int64_t last = INT64_MAX;
	uint32_t at = number->end;
	for (;;) {
		bool more = is_more(article->cp[at]);
		const struct character_numeral *multiplier = multiplier_at(article, at + more);
		if (!multiplier || (multiplier->value < 10000 && begins_unit(article, at + more)) || multiplier->value >= last)
			break;
		number->flags |= more ? FIGURE_APPROXIMATE : 0;
		for (at += more; (multiplier = multiplier_at(article, at)) && !begins_unit(article, at); at++) {
			part = decimal_multiply(part, (struct decimal){multiplier->digit, multiplier->zeros, true});
			last = multiplier->value;
		}
		total = decimal_add(total, part);
		number->end = at;
		number->magnitude = true;
		number->style = FIGURE_MIXED;
		if (!article_is(article, at, CLASSES_DIGIT))
			break;
		at += read_digits(article, at, &part);
	}
	if (number->magnitude) {
		number->value = total;
		number->digits = 0;
	}
}

/* What follows the first digits of a number: 2,800, 2.8, 3亿4500万. */
APART void read_on(const struct article *article, struct number *number)
{
	uint32_t at = number->end;
	if (number->digits <= 3 && !number->leads_zero) {
		uint32_t end = read_groups(article, at, &number->value);
		number->digits = end > at ? 0 : number->digits;
		at = end;
	}
	number->digits_end = number->end = read_fraction(article, at, number);
	read_magnitudes(article, number);
}

APART void read_arabic(const struct article *article, struct number *number)
{
	uint32_t at = number->begin;
	number->well_formed = true;
	number->digits = read_digits(article, at, &number->value);
	number->leads_zero = number->digits > 1 && (article->cp[at] == '0' || article->cp[at] == U'０');
	at = number->digits_end = number->end = at + number->digits;
	number->after = figure_hints(article->cp[at]);
	if (article->cls[at] != CLASS_HAN_NUMERAL && !(number->after & HINT_GOES_ON))
		return;
	read_on(article, number);
	number->after = figure_hints(article->cp[number->end]);
}

static bool is_formal(uint32_t code_point)
{
	const struct character_numeral *numeral = character_numeral_find(code_point);
	return numeral && numeral->formal;
}

static bool is_some(uint32_t code_point)
{
	return code_point == U'几' || code_point == U'幾';
}

/* ○, ◯ and the letter O are typed for 〇: 二○二二年. */
static bool is_circle(uint32_t code_point)
{
	return code_point == 0x25CB || code_point == 0x25EF || code_point == 'O' || code_point == 0xFF2F;
}

/* A circle after a Han digit, before others or what a year or a room number ends in; 甲三O型 has none. */
static bool is_circle_digit(const struct article *article, uint32_t at)
{
	int64_t before = character_numeral(article->cp[at - 1]);
	if (!is_circle(article->cp[at]) || before >= 10 || (before < 0 && !is_circle(article->cp[at - 1])))
		return false;
	at += is_circle(article->cp[at + 1]);
	int64_t after = character_numeral(article->cp[at + 1]);
	return (after >= 0 && after < 10) || is_among(article->cp[at + 1], U"年号號室");
}

/* The value of a character of a run; 0 for a circle in it. */
static int64_t run_value(uint32_t code_point)
{
	return is_circle(code_point) ? 0 : character_numeral(code_point);
}

/* Is this character one of a run of Han numerals? 伍, 陆 and 参 are names and verbs too: only beside another formal one. */
static bool is_run(const struct article *article, uint32_t at, bool formal)
{
	uint32_t code_point = article->cp[at];
	if (code_point == U'半' || (!formal && is_formal(code_point) && article->cls[at] != CLASS_HAN_NUMERAL))
		return false;
	return character_numeral(code_point) >= 0 || is_some(code_point);
}

/* The state of reading a Han number by multipliers: 两万三千四百零五. */
struct reading {
	struct decimal total; /* of the parts that 万 and 亿 closed */
	int64_t section;      /* below the next 万 or 亿 */
	int64_t digit;        /* waits for its multiplier; -1: none */
	int64_t small;        /* the last multiplier of the section */
	int64_t big;          /* the last 万 or 亿 */
	int64_t before;       /* the token before this one; -1: none */
	bool zero;            /* 零 stands before what follows */
	bool rough;           /* 三四十, 几百 */
	bool broken;
};

static bool is_neighbour(int64_t first, int64_t second)
{
	return first > 0 && (second == first + 1 || (first == 3 && second == 5));
}

static void take_digit(struct reading *reading, int64_t digit, int64_t next)
{
	if (digit == 0) {
		reading->broken |= reading->digit >= 0 || reading->before == 0;
		reading->zero = true;
		return;
	}
	if (reading->digit >= 0) {
		reading->broken |= !is_neighbour(reading->digit, digit) || next == 0;
		reading->rough = true;
	}
	reading->digit = digit;
}

static void take_small(struct reading *reading, int64_t multiplier)
{
	if (multiplier > 10 && multiplier < 100) { /* 廿 卅 卌 */
		reading->broken |= reading->digit >= 0 || reading->small <= 10;
		reading->section += multiplier;
		reading->small = 10;
		return;
	}
	if (reading->digit < 0) {
		reading->broken |= reading->before >= 0 && !(multiplier == 10 && (reading->zero || reading->before >= 100));
		reading->digit = 1;
	}
	reading->broken |= multiplier >= reading->small;
	reading->section += reading->digit * multiplier;
	reading->small = multiplier;
	reading->digit = -1;
	reading->zero = false;
}

static void take_big(struct reading *reading, int64_t multiplier)
{
	int64_t part = reading->section + (reading->digit >= 0 ? reading->digit : 0);
	struct decimal factor = decimal_make(multiplier, 0);
	if (part == 0 && reading->before >= 10000) {
		reading->total = decimal_multiply(reading->total, factor); /* 万亿 */
	} else if (part == 0 && reading->before >= 0) {
		reading->broken = true;
	} else {
		struct decimal value = decimal_make(part == 0 ? 1 : part, 0);
		if (reading->big != 0 && multiplier > reading->big)
			reading->total = decimal_multiply(decimal_add(reading->total, value), factor);
		else
			reading->total = decimal_add(reading->total, decimal_multiply(value, factor));
		reading->broken |= multiplier == reading->big;
	}
	reading->big = multiplier;
	reading->section = 0;
	reading->digit = -1;
	reading->small = INT64_MAX;
	reading->zero = false;
}

/* A digit at the end counts the next lower place (一百二 = 120, 三万五 = 35000), unless 零 says that it does not. */
static struct decimal finish(const struct reading *reading, int64_t last)
{
	int64_t rest = reading->section;
	if (reading->digit >= 0 && last >= 100 && !reading->zero)
		return decimal_add(reading->total,
			decimal_add(decimal_make(rest, 0), decimal_multiply(decimal_make(reading->digit, 0), decimal_make(last / 10, 0))));
	return decimal_add(reading->total, decimal_make(rest + (reading->digit >= 0 ? reading->digit : 0), 0));
}

static void read_by_multipliers(const struct article *article, struct number *number)
{
	struct reading reading = {.total = {0, 0, true}, .digit = -1, .small = INT64_MAX, .before = -1};
	int64_t last = -1; /* the token before the last one */
	for (uint32_t i = number->begin; i < number->end && !reading.broken; i++) {
		int64_t token = run_value(article->cp[i]);
		int64_t next = i + 1 < number->end ? run_value(article->cp[i + 1]) : 0;
		if (is_some(article->cp[i])) {
			reading.broken |= reading.digit >= 0;
			reading.rough = true;
			token = reading.digit = 1;
		} else if (token < 10) {
			take_digit(&reading, token, next);
		} else if (token < 10000) {
			take_small(&reading, token);
		} else {
			take_big(&reading, token);
		}
		last = reading.before;
		reading.before = token;
	}
	/* 万一 is a word. */
	number->well_formed = !reading.broken && !(reading.zero && reading.digit < 0) && !(number->bare && reading.digit >= 0);
	number->value = reading.rough ? unknown : finish(&reading, last);
	number->flags |= reading.rough ? FIGURE_APPROXIMATE : 0;
}

static bool is_hundredths(const struct article *article, uint32_t at)
{
	return article->cp[at] == U'折' || (article->cp[at] == U'成' && article->cp[at + 1] == U'新');
}

/*
 * Digits one by one: 二〇二二, 三六〇. Two neighbours are an estimate (三四, 三五), others of two mean nothing (五四), but before 折 and 成新
 * they are hundredths (八五折).
 */
static void read_digit_by_digit(const struct article *article, struct number *number)
{
	uint32_t length = number->end - number->begin;
	int64_t first = run_value(article->cp[number->begin]), second = run_value(article->cp[number->begin + 1]);
	number->digits = length;
	if (length == 2 && first > 0 && second > 0 && !is_neighbour(first, second) && is_hundredths(article, number->end)) {
		number->well_formed = true;
		number->value = decimal_make(first * 10 + second, 0);
		return;
	}
	if (length == 2 && first != 0 && second != 0) {
		number->well_formed = is_neighbour(first, second);
		number->flags |= FIGURE_APPROXIMATE;
		number->value = unknown;
		number->digits = 0;
		return;
	}
	int64_t mantissa = 0;
	bool fits = true;
	for (uint32_t i = number->begin; i < number->end; i++)
		fits = fits && !__builtin_mul_overflow(mantissa, 10, &mantissa) &&
		       !__builtin_add_overflow(mantissa, run_value(article->cp[i]), &mantissa);
	number->value = fits ? decimal_make(mantissa, 0) : unknown;
	number->style = FIGURE_HAN_DIGITS;
	number->leads_zero = first == 0;
	number->well_formed = true;
}

/* 三点五; in 三点五十分 and 八点五分 it is a time. */
static void read_han_fraction(const struct article *article, struct number *number)
{
	uint32_t at = number->end;
	bool zero = number->end == number->begin + 1 && number->value.mantissa == 0 && article->cp[number->begin] == U'零';
	if ((article->cp[at] != U'点' && article->cp[at] != U'點') || !(number->well_formed || zero))
		return;
	struct decimal part = {0, 0, true};
	int32_t places = 0;
	int64_t digit;
	for (at++; at < article->end && article->cls[at] == CLASS_HAN_NUMERAL && (digit = character_numeral(article->cp[at])) >= 0 && digit < 10;
		at++) {
		part = decimal_add(decimal_multiply(part, decimal_make(10, 0)), decimal_make(digit, 0));
		places++;
	}
	uint32_t after = article->cp[at];
	bool is_time = after == U'分' && article->cp[at + 1] != U'之';
	if (places == 0 || is_time || character_numeral(after) == 10 || after == U'刻')
		return;
	part = part.known ? decimal_make(part.mantissa, part.exponent - places) : part;
	number->value = decimal_add(number->value, part);
	number->fraction = true;
	number->well_formed = true;
	number->end = at;
}

/* 三千多万, 二十余万: what makes it rough stands inside. 三点五万: the multiplier follows the fraction. */
static void read_han_tail(const struct article *article, struct number *number)
{
	bool more = is_more(article->cp[number->end]) && !is_some(article->cp[number->end]);
	uint32_t at = number->end + more;
	int64_t multiplier;
	if ((!more && !number->fraction) || !number->well_formed)
		return;
	while ((multiplier = character_numeral(article->cp[at])) >= 10000) {
		number->value = decimal_multiply(number->value, decimal_make(multiplier, 0));
		number->flags |= more ? FIGURE_APPROXIMATE : 0;
		number->end = ++at;
		number->magnitude = true;
	}
}

/* 三, 百, 十: most Han numbers are one character. False if more may belong to it, and for what is no number by itself (零, 几) or a name (伍). */
static bool read_single(const struct article *article, struct number *number)
{
	uint32_t at = number->begin;
	const struct character_numeral *numeral = character_numeral_find(article->cp[at]);
	bool plain = numeral && numeral->digit > 0 && !numeral->formal;
	number->after = figure_hints(article->cp[at + 1]);
	if (!plain || article->cls[at + 1] == CLASS_HAN_NUMERAL || number->after & HINT_GOES_ON)
		return false;
	number->end = at + 1;
	number->magnitude = numeral->zeros >= 1;
	number->bare = numeral->zeros >= 2;
	number->well_formed = true;
	number->value = (struct decimal){numeral->digit, numeral->zeros, true};
	return true;
}

/* 零时, 零点三十分 */
static bool is_midnight(const struct article *article, const struct number *number)
{
	return number->end == number->begin + 1 && article->cp[number->begin] == U'零' && is_among(article->cp[number->end], U"时時点點");
}

/* The run of Han numerals at a position; well_formed tells whether it is a number. */
APART void read_han(const struct article *article, struct number *number)
{
	uint32_t at = number->begin;
	bool digits_only = true, formal = is_formal(article->cp[at]);
	/* 伍, 陆 and 參 are not in the index of numerals. */
	while (formal && is_formal(article->cp[at - 1]))
		at--;
	number->begin = number->end = at;
	while (number->end < article->end && (is_run(article, number->end, formal) || (number->end > at && is_circle_digit(article, number->end)))) {
		int64_t value = run_value(article->cp[number->end]);
		digits_only &= value >= 0 && value < 10;
		number->magnitude |= value >= 10;
		number->end++;
	}
	if (number->end == at)
		return;
	number->bare = character_numeral(article->cp[at]) >= 100;
	if (formal)
		number->style = FIGURE_FORMAL;
	if (digits_only && number->end - at >= 2)
		read_digit_by_digit(article, number);
	else
		read_by_multipliers(article, number);
	read_han_fraction(article, number);
	read_han_tail(article, number);
	if (is_midnight(article, number))
		number->well_formed = true;
	number->before = figure_hints(article->cp[number->begin - 1]);
	number->after = figure_hints(article->cp[number->end]);
}

void number_read(const struct article *article, uint32_t at, struct number *number)
{
	*number = (struct number){.begin = at, .end = at, .before = figure_hints(article->cp[at - 1])};
	if (article_is(article, at, CLASSES_DIGIT)) {
		read_arabic(article, number);
	} else if (article->cls[at] == CLASS_HAN_NUMERAL) {
		number->style = FIGURE_HAN;
		number->value.known = true;
		if (!read_single(article, number))
			read_han(article, number);
	}
}
