/* numeral_date: dates and times of two styles. */
#include <uchar.h>

#include "numeral.h"

/* 半 and 刻 are right beside digits, and so is 零时: 3点半, 3点一刻, 零时9分. */
static bool is_numeral(const struct article *article, uint32_t at)
{
	return article->cls[at] == CLASS_HAN_NUMERAL && !character_is_one_of(article->cp[at], U"半零") && article->cp[at + 1] != U'刻';
}

struct parts {
	uint32_t digits, han; /* how many parts */
	bool first_digits;
	bool day_digits, month_han; /* of the last two parts */
};

static struct parts count_parts(const struct article *article, struct span span)
{
	struct parts parts = {0};
	for (uint32_t at = span.begin; at < span.end;) {
		uint64_t classes = article_is(article, at, CLASSES_DIGIT) ? CLASSES_DIGIT : CLASS_BIT(CLASS_HAN_NUMERAL);
		if (!article_is(article, at, CLASSES_DIGIT) && !is_numeral(article, at)) {
			at++;
			continue;
		}
		bool digits = classes == CLASSES_DIGIT;
		parts.first_digits |= parts.digits + parts.han == 0 && digits;
		parts.month_han = parts.digits + parts.han > 0 && !parts.day_digits;
		parts.day_digits = digits;
		parts.digits += digits;
		parts.han += !digits;
		at = article_skip(article, at, span.end, classes);
	}
	return parts;
}

static int64_t part_value(const struct article *article, const struct figure *figure, uint32_t end)
{
	switch (article->cp[end]) {
	case U'年': return figure_year(figure);
	case U'月': return figure_month(figure);
	case U'点':
	case U'點':
	case U'时':
	case U'時': return figure_hour(figure);
	case U'分': return figure_minute(figure);
	default: return figure->kind == FIGURE_DATE ? figure_day(figure) : -1;
	}
}

/* All parts in digits. */
static void write_digits(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	for (uint32_t at = slip->span.begin; at < slip->span.end;) {
		if (!is_numeral(article, at)) {
			numeral_write(slip, article->cp[at++]);
			continue;
		}
		at = article_skip(article, at, slip->span.end, CLASS_BIT(CLASS_HAN_NUMERAL));
		int64_t value = part_value(article, figure, at);
		if (value < 0) {
			slip->length = 0;
			return;
		}
		numeral_write_arabic(slip, value);
	}
}

bool numeral_date(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	if ((figure->kind != FIGURE_DATE && figure->kind != FIGURE_TIME) || !figure->value.known || figure->flags & FIGURE_MINUS ||
		span_length(figure->span) < 4 || span_length(figure->span) >= NUMERAL_RIGHT)
		return false;
	struct span span = {figure->number.begin, figure->span.end};
	struct parts parts = count_parts(article, span);
	if (parts.digits == 0 || parts.han == 0)
		return false;
	/* 1898年四月二十三日, and 2023年八月 of a lunar date; 1950年七、八月. A year in Chinese numerals may be one of a reign. */
	if (figure->kind == FIGURE_DATE && figure_year(figure) && parts.first_digits && !parts.day_digits && !(parts.digits == 2 && parts.han == 1))
		return false;
	if (figure->kind == FIGURE_DATE && !parts.first_digits && article->cls[figure->number.begin] == CLASS_HAN_NUMERAL && figure_year(figure) &&
		figure_year(figure) < 1000)
		return false;
	slip->span = span;
	write_digits(article, figure, slip);
	return true;
}

bool numeral_zero(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	enum { YEAR = 4 };
	bool zero = false;
	if (figure->kind != FIGURE_DATE || figure->style != FIGURE_HAN_DIGITS || !variant_is_hans(article->variant) ||
		article->cp[figure->number.begin + YEAR] != U'年')
		return false;
	slip->span = (struct span){figure->number.begin, figure->number.begin + YEAR};
	for (uint32_t at = slip->span.begin; at < slip->span.end; at++) {
		zero |= article->cp[at] == U'零';
		numeral_write(slip, article->cp[at] == U'零' ? U'〇' : article->cp[at]);
	}
	return zero;
}

/* 98年5月 and 98年毕业 after a word of time. */
bool numeral_short_year(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	enum { EARLIEST = 50 };
	if (figure->kind != FIGURE_DATE || figure->style != FIGURE_ARABIC || span_length(figure->number) != 2 || !figure->value.known)
		return false;
	int64_t year = figure_year(figure);
	uint32_t before = article->cp[figure->number.begin - 1];
	bool clear = article_is(article, figure->number.begin - 1, CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE) | CLASSES_OPENING) ||
		     character_is_one_of(before, U"于在从自至到和");
	if (year < EARLIEST || year > 99 || figure_month(figure) == 0 || !clear || !variant_is_hans(article->variant))
		return false;
	slip->span = figure->number;
	numeral_write(slip, '1');
	numeral_write(slip, '9');
	numeral_copy(article, figure->number, slip);
	return true;
}

bool numeral_han_short_year(const struct article *article, uint32_t at, struct numeral_slip *slip)
{
	static const char *const spans[] = {"来", "间", "内", "的", "前", "后", "之", NULL};
	int64_t tens = character_numeral(article->cp[at]), ones = character_numeral(article->cp[at + 1]);
	if (article->cp[at + 2] != U'年' || tens < 5 || tens > 9 || ones < 0 || ones > 9 || ones == tens + 1)
		return false;
	if (article_is(article, at - 1, CLASSES_FIGURE) || character_is_one_of(article->cp[at - 1], U"第〇○零·、") ||
		!variant_is_hans(article->variant) || article_starts_any(article, at + 3, spans))
		return false;
	slip->span = (struct span){at, at + 2};
	numeral_write(slip, U'一');
	numeral_write(slip, U'九');
	numeral_copy(article, slip->span, slip);
	return true;
}

static void write_han_below_hundred(struct numeral_slip *slip, int64_t value)
{
	static const char32_t digits[] = U"〇一二三四五六七八九";
	if (value >= 20)
		numeral_write(slip, digits[value / 10]);
	if (value >= 10)
		numeral_write(slip, U'十');
	if (value % 10)
		numeral_write(slip, digits[value % 10]);
}

bool numeral_lunar(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	static const char *const calendars[] = {"农历", "阴历", "旧历", "夏历", NULL};
	static const char *const reigns[] = {"康熙", "雍正", "乾隆", "嘉庆", "道光", "咸丰", "同治", "光绪", "宣统", "洪武", "永乐", "宣德", "正统",
		"成化", "弘治", "正德", "嘉靖", "隆庆", "万历", "天启", "崇祯", "顺治", "贞观", "开元", "天宝", "建安", NULL};
	uint32_t begin = figure->number.begin;
	int64_t year;
	if (figure->style != FIGURE_ARABIC || !variant_is_hans(article->variant))
		return false;
	if (figure->kind == FIGURE_DATE && article_ends_any(article, begin, calendars) && figure_year(figure) == 0 && figure_month(figure) &&
		figure_day(figure)) {
		slip->span = figure->span;
		write_han_below_hundred(slip, figure_month(figure));
		numeral_write(slip, U'月');
		if (figure_day(figure) <= 10)
			numeral_write(slip, U'初');
		write_han_below_hundred(slip, figure_day(figure));
		return true;
	}
	if (article->cp[figure->number.end] != U'年' || !article_ends_any(article, begin, reigns))
		return false;
	if (figure->kind == FIGURE_DATE ? (year = figure_year(figure)) <= 0 : !figure_integer(figure, &year))
		return false;
	if (year < 1 || year > 61 || figure_month(figure))
		return false;
	slip->span = figure->number;
	write_han_below_hundred(slip, year);
	return true;
}

bool numeral_festival(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	static const char *const months[] = {"正月", "腊月", "臘月", "大年", "年", "冬月", NULL};
	uint32_t begin = figure->number.begin, before = article->cp[begin - 1], end = figure->number.end;
	int64_t day;
	bool early = before == U'初';
	if (!early && before != U'月' && before != U'年')
		return false;
	/* 正月初5出门: 出 is no unit here. */
	if (figure->kind != FIGURE_CARDINAL || figure->style != FIGURE_ARABIC || figure->measure == UNIT_DURATION || !figure_integer(figure, &day) ||
		day < 1 || day > 30 || (early && day > 10) || article_is(article, end, CLASS_BIT(CLASS_DASH) | CLASS_BIT(CLASS_LATIN)))
		return false;
	uint32_t month = begin - early;
	bool han_month = early && article->cp[month - 1] == U'月' && (article->cls[month - 2] == CLASS_HAN_NUMERAL);
	bool named = article_ends_any(article, month, months) && !(article->cp[month - 1] == U'年' && article->cp[month - 2] != U'大');
	if (!named && !han_month)
		return false;
	slip->span = (struct span){begin, end};
	write_han_below_hundred(slip, day);
	return true;
}

bool numeral_weekday(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	static const char *const days[] = {"星期", "礼拜", "禮拜", NULL};
	static const char *const parts[] = {"上午", "下午", "晚", "早", "中午", "凌晨", "傍晚", "、周", "至周", "到周", "、週", "至週", "到週", NULL};
	uint32_t begin = figure->number.begin, end = figure->number.end, before = article->cp[begin - 1];
	int64_t day;
	bool week = before == U'周' || before == U'週';
	if ((!week && before != U'期' && before != U'拜') || figure->style != FIGURE_ARABIC || figure->kind != FIGURE_CARDINAL ||
		(span_length(figure->unit) > 0 && !character_is_one_of(article->cp[end], U"出回打对對面发發")) || !figure_integer(figure, &day) ||
		day < 1 || day > 6 || span_length(figure->number) != 1)
		return false;
	uint32_t earlier = article->cp[begin - (week ? 2 : 3)];
	if (character_is_one_of(earlier, U"每个個几幾一两兩数") || article_is(article, begin - (week ? 2 : 3), CLASSES_FIGURE) ||
		article_is(article, end, CLASS_BIT(CLASS_DASH) | CLASS_BIT(CLASS_LATIN)))
		return false;
	if (week ? !article_starts_any(article, end, parts) : !article_ends_any(article, begin, days))
		return false;
	slip->span = (struct span){begin - (week ? 1 : 2), end};
	numeral_copy(article, (struct span){slip->span.begin, begin}, slip);
	write_han_below_hundred(slip, day);
	return true;
}
