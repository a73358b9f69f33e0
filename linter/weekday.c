/* weekday: 星期, 礼拜 and 周 with a day; what follows tells them from counts of weeks and from other words. */
#include "weekday.h"

#include "figure_p.h"

/* 一 to 六, 日 and 天. */
static int day_of(uint32_t code_point)
{
	switch (code_point) {
	case U'一': return 1;
	case U'二': return 2;
	case U'三': return 3;
	case U'四': return 4;
	case U'五': return 5;
	case U'六': return 6;
	case U'日':
	case U'天': return 7;
	default: return 0;
	}
}

/* What begins another word with the 一 of 周一, the 日 of 周日, the 天 of 星期天. */
static bool is_other_word(const struct article *article, uint32_t at)
{
	static const char32_t of_one[] = U"样樣共直定些旦般致带帶向切系再度下边邊家名位同齐齊";
	static const char32_t of_sun[] = U"本均常元圆圓程期军軍方企产產股经經线線益韩韓美照子渐漸趋趨语語媒销銷活化志记記用光落";
	uint32_t next = article->cp[at + 1];
	switch (article->cp[at]) {
	case U'一':
		/* 下周一起去; but 下周一起，停水. */
		if (next == U'起')
			return is_among(article->cp[at + 2], U"去来來到做看吃玩走参參聚学學努过過为為组組合出跑唱跳");
		return is_among(next, of_one);
	case U'日': return is_among(next, of_sun);
	case U'天': return is_among(next, U"气氣空");
	default: return false;
	}
}

/* 每周三次, 一周五天, 每周三四次: the numeral counts something else. 周三夜, 周五晚 and 周六日 name a time. */
static bool is_counted(const struct article *article, uint32_t at)
{
	uint32_t end, next = article->cp[at + 1];
	if (article->cls[at + 1] == CLASS_HAN_NUMERAL) {
		struct number clock = number_at(article, at + 1);
		bool early = next == U'一' && is_among(article->cp[at + 2], U"早大整");
		return !early && !is_among(article->cp[clock.end], U"点點时時");
	}
	if (is_among(next, U"夜晚起") || (next == U'日' && article->cp[at] == U'六'))
		return false;
	return figure_read_unit(article, at + 1, &end) != UNIT_NONE && !(end == at + 2 && is_among(next, U"点點面"));
}

static bool is_digit_or_numeral(const struct article *article, uint32_t at)
{
	return class_in(article->cls[at], CLASSES_DIGIT) || article->cls[at] == CLASS_HAN_NUMERAL;
}

/* 一周三天, 四周一片, 两个星期一次, 西周一件: the week is counted, or is none. */
static bool is_other_week(const struct article *article, uint32_t at, bool short_form)
{
	uint32_t before = article->cp[at - 1];
	if (is_among(before, U"个個"))
		return is_digit_or_numeral(article, at - 2) || is_among(article->cp[at - 2], U"几幾半整多");
	return short_form ? is_digit_or_numeral(article, at - 1) || is_among(before, U"几幾西东東北后後武商庄莊围圍圆圓半")
			  : article->cls[at - 1] == CLASS_HAN_NUMERAL;
}

int weekday_at(const struct article *article, uint32_t at, uint32_t *end)
{
	uint32_t day_at = at + 2;
	bool short_form = false;
	switch (article->cp[at]) {
	case U'周':
	case U'週':
		day_at = at + 1;
		short_form = true;
		break;
	case U'星':
		if (article->cp[at + 1] != U'期')
			return 0;
		break;
	case U'礼':
	case U'禮':
		if (article->cp[at + 1] != U'拜')
			return 0;
		break;
	default: return 0;
	}
	int day = day_of(article->cp[day_at]);
	if (day == 0 || (short_form && article->cp[day_at] == U'天') || is_other_week(article, at, short_form) || is_other_word(article, day_at))
		return 0;
	if (article->cls[day_at] == CLASS_HAN_NUMERAL && is_counted(article, day_at))
		return 0;
	*end = day_at + 1;
	return day;
}

int weekday_in_brackets(const struct article *article, uint32_t at, uint32_t *end)
{
	if (article->cp[at] != U'（' && article->cp[at] != '(')
		return 0;
	int day = article->cp[at + 1] == U'天' ? 0 : day_of(article->cp[at + 1]);
	if (day != 0 && (article->cp[at + 2] == U'）' || article->cp[at + 2] == ')')) {
		*end = at + 2;
		return day;
	}
	return weekday_at(article, at + 1, end);
}
