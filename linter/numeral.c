/* numeral: numbers of two styles. */
#include <uchar.h>

#include "numeral.h"

static const char32_t han_digits[] = U"零一二三四五六七八九";

enum { RUN = 16, PLAIN_BELOW = 100000 };

void numeral_write(struct numeral_slip *slip, uint32_t code_point)
{
	if (slip->length < NUMERAL_RIGHT)
		slip->right[slip->length++] = code_point;
}

void numeral_copy(const struct article *article, struct span span, struct numeral_slip *slip)
{
	for (; span.begin < span.end; span.begin++)
		numeral_write(slip, article->cp[span.begin]);
}

void numeral_write_arabic(struct numeral_slip *slip, int64_t value)
{
	int64_t unit = 1;
	while (value / unit >= 10)
		unit *= 10;
	for (; unit > 0; unit /= 10)
		numeral_write(slip, (uint32_t)('0' + value / unit % 10));
}

static int64_t digit_at(const struct article *article, uint32_t at)
{
	uint32_t cp = article->cp[at];
	return article->cls[at] == CLASS_DIGIT ? (int64_t)cp - '0' : article->cls[at] == CLASS_FULL_DIGIT ? (int64_t)cp - 0xFF10 : -1;
}

/* The value of the digits at a position, at most four; *END is where they end. */
static int64_t digits_at(const struct article *article, uint32_t at, uint32_t *end)
{
	int64_t value = 0;
	for (*end = at; *end < at + 5 && digit_at(article, *end) >= 0; ++*end)
		value = value * 10 + digit_at(article, *end);
	return *end > at && *end <= at + 4 ? value : -1;
}

/* ---- 10几天, 几10 ---- */

static bool some_before(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	uint32_t begin = figure->number.begin, end, before = article->cp[begin - 1];
	int64_t value = digits_at(article, begin, &end);
	bool number = character_is_one_of(before, U"数數");
	bool goes_on = span_length(figure->unit) > 0 || (article->cls[end] == CLASS_HAN_NUMERAL && character_numeral(article->cp[end]) >= 10000);
	if ((value != 10 && value != 100 && value != 1000) || !goes_on || article->cp[begin - 2] == U'第')
		return false;
	/* 人数10人 is another 数. */
	if (number && (!(article_is(article, begin - 2, CLASSES_STOP) || character_is_one_of(article->cp[begin - 2], U"有了近达達\n")) ||
			      figure->measure == UNIT_OCCASION))
		return false;
	slip->span = (struct span){begin - 1, end};
	numeral_write(slip, before);
	numeral_write(slip, value == 10 ? U'十' : value == 100 ? U'百' : U'千');
	return true;
}

bool numeral_several(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	uint32_t begin = figure->number.begin, end = begin + 2;
	if (digit_at(article, begin) < 0 || figure->kind != FIGURE_CARDINAL)
		return false;
	switch (article->cp[begin - 1]) {
	case U'几':
	case U'幾':
	case U'数':
	case U'數': return some_before(article, figure, slip);
	default: break;
	}
	if (article->cp[end] != U'几' && article->cp[end] != U'幾')
		return false;
	int64_t value = digits_at(article, begin, &end);
	if (end != begin + 2 || value < 10 || value % 10 != 0)
		return false;
	bool large = article->cls[end + 1] == CLASS_HAN_NUMERAL && character_numeral(article->cp[end + 1]) >= 10000;
	if (!large && (span_length(figure->unit) == 0 || figure->unit.begin != end + 1))
		return false;
	slip->span = (struct span){begin, end + 1};
	if (value > 10)
		numeral_write(slip, han_digits[value / 10]);
	numeral_write(slip, U'十');
	numeral_write(slip, article->cp[end]);
	return true;
}

/* ---- 3百5十, 二十3 ---- */

struct places {
	int64_t total, section, waiting; /* waiting: the number before a multiplier; -1: none */
	int64_t small, big;              /* the last multipliers */
	bool zero, broken;
	bool digits_first; /* digits right before 十, 百, 千 */
	bool han_after;    /* a Chinese digit after 万 or 亿, or after 百 or 千 that follow digits */
	bool ten;          /* 十 right after digits */
};

static void take_multiplier(struct places *places, int64_t multiplier, bool after_digits)
{
	int64_t count = places->waiting < 0 ? 1 : places->waiting;
	if (multiplier >= 10000) {
		places->broken |= multiplier >= places->big || (places->waiting < 0 && places->section == 0);
		places->total += (places->section + (places->waiting < 0 ? 0 : places->waiting)) * multiplier;
		places->big = multiplier;
		places->section = 0;
		places->small = INT64_MAX;
	} else {
		places->broken |= multiplier >= places->small || count > 9 || count == 0 || (places->waiting < 0 && multiplier != 10);
		places->section += count * multiplier;
		places->small = multiplier;
		places->digits_first |= after_digits;
		places->ten |= after_digits && multiplier == 10;
	}
	places->waiting = -1;
	places->zero = false;
}

static void read_places(const struct article *article, struct span run, struct places *places)
{
	bool after_digits = false, any_digits = false;
	for (uint32_t at = run.begin; at < run.end && !places->broken;) {
		uint32_t end = at + 1;
		int64_t value = digit_at(article, at) >= 0 ? digits_at(article, at, &end) : character_numeral(article->cp[at]);
		bool digits = digit_at(article, at) >= 0;
		places->broken |= value < 0 || (value < 10 && places->waiting >= 0) || (digits && places->waiting >= 0);
		if (!digits && value == 0) {
			places->zero = true;
		} else if (!digits && value >= 10) {
			places->broken |= value == 20 || value == 30 || value > 100000000;
			take_multiplier(places, value, after_digits);
		} else {
			places->han_after |= !digits && any_digits;
			places->waiting = value;
		}
		after_digits = digits;
		any_digits |= digits;
		at = end;
	}
	/* 3百5 may be 350 or 305. */
	if (places->waiting >= 0)
		places->broken |= places->waiting >= 10 || (places->small != 10 && !places->zero);
}

/* All characters of the number a figure stands in, if digits are beside Chinese numerals there. */
static bool places_run(const struct article *article, const struct figure *figure, struct span *run)
{
	uint64_t classes = CLASSES_FIGURE;
	uint32_t at = figure->number.begin;
	run->begin = article_skip_back(article, at, article_back(article, at, RUN), classes);
	run->end = article_skip(article, at, article_ahead(article, at, RUN), classes);
	return span_length(*run) < RUN;
}

/* 十3 without a number before it: only where nothing can end in 十. */
static bool begins_clearly(const struct article *article, struct span run)
{
	if (article->cp[run.begin] != U'十' || digit_at(article, run.begin + 1) < 0)
		return true;
	return article_is(article, run.begin - 1, CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_OPEN)) ||
	       character_is_one_of(article->cp[run.begin - 1], U"第月");
}

/* 350, 5.4万, 1.35万, 3亿5000万: no number long enough to be grouped. */
static void write_number(struct numeral_slip *slip, const struct article *article, int64_t value)
{
	enum { TEN_THOUSAND = 10000, HUNDRED_MILLION = 100000000 };
	bool hant = variant_is_hant(article->variant);
	if (value < TEN_THOUSAND) {
		numeral_write_arabic(slip, value);
		return;
	}
	if (value >= HUNDRED_MILLION) {
		numeral_write_arabic(slip, value / HUNDRED_MILLION);
		numeral_write(slip, hant ? U'億' : U'亿');
		value %= HUNDRED_MILLION;
	}
	if (value == 0)
		return;
	numeral_write_arabic(slip, value / TEN_THOUSAND);
	int64_t rest = value % TEN_THOUSAND;
	if (rest)
		numeral_write(slip, '.');
	for (int64_t unit = TEN_THOUSAND / 10; rest > 0; rest %= unit, unit /= 10)
		numeral_write(slip, (uint32_t)('0' + rest / unit));
	numeral_write(slip, hant ? U'萬' : U'万');
}

/* Do numerals stand before the digits of a figure, or in it? */
static bool is_joined(const struct article *article, const struct figure *figure)
{
	return article->cls[figure->number.begin - 1] == CLASS_HAN_NUMERAL || figure->style == FIGURE_MIXED;
}

/* The number round a figure that is joined, from its first digit; false if it is of one style or no number. */
static bool read_mixed(const struct article *article, const struct figure *figure, struct span *run, struct places *places)
{
	uint32_t begin = figure->number.begin;
	if (digit_at(article, begin) < 0 || figure->kind == FIGURE_CODE || figure->kind == FIGURE_TIME || !places_run(article, figure, run))
		return false;
	/* The unit of 5千克 is no part of the number. */
	if (span_length(figure->unit) > 0 && figure->unit.begin < run->end)
		run->end = figure->unit.begin;
	if (begin != article_find(article, run->begin, run->end, CLASSES_DIGIT))
		return false;
	/* 2800万: nothing is mixed but what is meant to be. */
	uint32_t han = article_find(article, run->begin, run->end, CLASS_BIT(CLASS_HAN_NUMERAL));
	if (han == run->end || (han > run->begin && han + 1 == run->end && character_is_one_of(article->cp[han], U"万亿萬億")))
		return false;
	*places = (struct places){.waiting = -1, .small = INT64_MAX, .big = INT64_MAX};
	read_places(article, *run, places);
	/* 3亿5千 may be 3亿5千万. */
	places->broken |= places->big == 100000000 && (places->section > 0 || places->waiting >= 0);
	/* 14百万位元组 and 27千兆瓦 name units. */
	return !places->broken && !character_is_one_of(article->cp[run->end], U".:%/％位字兆") && article->cls[run->end] != CLASS_LATIN;
}

static int64_t places_value(const struct places *places)
{
	return places->total + places->section + (places->waiting < 0 ? 0 : places->waiting);
}

bool numeral_places(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	struct span run;
	struct places places;
	if (!is_joined(article, figure) || !read_mixed(article, figure, &run, &places) || !begins_clearly(article, run))
		return false;
	bool han_first = digit_at(article, run.begin) < 0;
	if (!places.ten && !places.han_after && !(han_first && (places.small != INT64_MAX || places.big != INT64_MAX)))
		return false;
	slip->span = run;
	if (!han_first)
		write_number(slip, article, places_value(&places));
	for (uint32_t at = run.begin; han_first && at < run.end; at++)
		numeral_write(slip, digit_at(article, at) >= 0 ? han_digits[digit_at(article, at)] : article->cp[at]);
	return true;
}

/* ---- 3百名, 3千5百人, 5万4千人 ---- */

bool numeral_hundred(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	struct span run;
	struct places places;
	if (figure->style != FIGURE_MIXED || !read_mixed(article, figure, &run, &places) || !places.digits_first || places.ten || places.han_after ||
		digit_at(article, run.begin) < 0)
		return false;
	/* 公元前5千年 is a thousand years long. */
	if (article->cp[run.begin - 1] == U'前' || character_is_one_of(article->cp[run.end], U"纪紀"))
		return false;
	slip->span = run;
	write_number(slip, article, places_value(&places));
	return true;
}

/* ---- 百分之30 ---- */

bool numeral_share(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	uint32_t begin = figure->number.begin, end = figure->number.end, below_end;
	if (figure->measure != UNIT_SHARE || figure->style != FIGURE_MIXED ||
		!(article->cls[begin] == CLASS_HAN_NUMERAL || digit_at(article, begin) >= 0))
		return false;
	int64_t below = digits_at(article, begin, &below_end);
	uint32_t above = article_find(article, begin, end, CLASS_BIT(CLASS_HAN)) + 2, sign = figure->divisor == 100 ? '%' : 0x2030;
	if (above >= end || article->cp[above - 1] != U'之' || digit_at(article, above) < 0 || character_is_one_of(article->cp[end], U"几幾"))
		return false;
	slip->span = (struct span){begin, end};
	if (below < 0 && (figure->divisor == 100 || figure->divisor == 1000)) {
		numeral_copy(article, (struct span){above, end}, slip);
		numeral_write(slip, sign);
		if (figure->flags & FIGURE_RANGE_BEGIN && span_length(figure[1].unit) == 0 && figure[1].style == FIGURE_ARABIC) {
			slip->span.end = figure[1].span.end;
			numeral_copy(article, (struct span){figure->span.end, figure[1].span.end}, slip);
			numeral_write(slip, sign);
		}
		return true;
	}
	if (above + 1 != end || below >= 10 || digit_at(article, above) == 0)
		return false;
	numeral_copy(article, (struct span){begin, above}, slip);
	if (below >= 0)
		slip->right[0] = han_digits[below];
	numeral_write(slip, han_digits[digit_at(article, above)]);
	return true;
}

/* ---- 一百二十三公里 ---- */

bool numeral_measure(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	const unsigned measures = 1u << UNIT_LENGTH | 1u << UNIT_AREA | 1u << UNIT_VOLUME | 1u << UNIT_MASS | 1u << UNIT_TEMPERATURE;
	int64_t value;
	if (!variant_is_hans(article->variant) || figure->style != FIGURE_HAN || !(measures >> figure->measure & 1) ||
		figure->kind != FIGURE_CARDINAL || span_length(figure->number) < 4)
		return false;
	if (span_length(figure->unit) < 2 || !figure_integer(figure, &value) || value < 100 || value >= PLAIN_BELOW || value % 10 == 0)
		return false;
	slip->span = figure->number;
	numeral_write_arabic(slip, value);
	return true;
}
