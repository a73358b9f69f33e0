/* numeral_rough: approximate numbers of two neighbours (GB/T 15834 4.5.3.4, GB/T 15835 4.2.2). */
#include <uchar.h>

#include "numeral.h"

static const char32_t han_digits[] = U"〇一二三四五六七八九";

/* Measure words after which two neighbours can only be a guess; 项, 条, 层, 月 and their like may name two. */
static bool counts(const struct article *article, const struct figure *figure, int64_t first)
{
	static const char *const things[] = {"个", "個", "家", "只", "隻", "件", "张", "張", "辆", "輛", "棵", "头", "頭", "块", "塊", "句", "杯",
		"碗", "支", "封", "双", "雙", "户", "戶", "株", "匹", "台", "间", "間", "桌", "桶", "瓶", "袋", "筐", "斤", "里", NULL};
	static const char *const times[] = {"年", "天", "个月", "個月", "小时", "小時", "个小时", "個小時", "分钟", "分鐘", "秒", "秒钟", "秒鐘",
		"个星期", "個星期", "个钟头", "個鐘頭", "个世纪", "個世紀", "岁", "歲", "周岁", "周歲", NULL};
	uint32_t after = article->cp[figure->span.end];
	switch (figure->measure) {
	case UNIT_PERSON: return article->cp[figure->unit.begin] == U'人' || span_length(figure->noun) >= 2;
	case UNIT_COUNT: return article_is_any(article, figure->unit, things);
	case UNIT_DURATION:
	case UNIT_AGE: return article_is_any(article, figure->unit, times) && !character_is_one_of(after, U"生级級代");
	case UNIT_MONEY:
	case UNIT_LENGTH:
	case UNIT_AREA:
	case UNIT_VOLUME:
	case UNIT_MASS: return true;
	case UNIT_OCCASION: return first >= 2 && after != U'世' && after != U'大';
	default: return false;
	}
}

/* One digit, Arabic or Chinese: its value; -1: none. */
static int64_t one_digit(const struct article *article, uint32_t at)
{
	uint32_t cp = article->cp[at];
	if (article->cls[at] == CLASS_DIGIT)
		return cp - '0';
	int64_t value = article->cls[at] == CLASS_HAN_NUMERAL ? character_numeral(cp) : -1;
	return value < 10 ? value : -1;
}

/* What stands before the first number: 第三、四个 and 一、二、三个 name, at the start of a paragraph it is a marker. */
static bool begins_guess(const struct article *article, uint32_t at, bool digits)
{
	uint32_t before = article->cp[at - 1];
	if (article_is(article, at - 1,
		    CLASSES_DIGIT | CLASSES_LATIN | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_END_STOP) | CLASSES_OPENING | CLASSES_CLOSING))
		return false;
	if (article->cls[at - 1] == CLASS_HAN_NUMERAL) {
		/* 十七、八岁 */
		uint32_t tens = article_skip_back(article, at, article_back(article, at, 4), CLASS_BIT(CLASS_HAN_NUMERAL));
		return !digits && before == U'十' && article->cp[tens - 1] != U'第' && article->cp[tens - 1] != U'、';
	}
	return before != ' ' && before != '.' && before != '-' && !character_is_one_of(before, U"第、；：—～·图表圖各");
}

/* The rest of the number after its digit: 十, 百, 千, 万 or nothing. */
static bool is_round(const struct article *article, const struct figure *figure)
{
	uint32_t at = figure->number.begin + 1;
	while (at < figure->number.end && article->cls[at] == CLASS_HAN_NUMERAL && character_numeral(article->cp[at]) >= 10)
		at++;
	return at == figure->number.end;
}

/* 3-4十人: a range of 3 to 40 is not meant. */
static bool is_dash(const struct article *article, const struct figure *figure, uint32_t mark)
{
	return article->cls[mark] == CLASS_DASH && figure->style == FIGURE_MIXED && article->cp[figure->number.begin + 1] == U'十';
}

bool numeral_rough(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	uint32_t begin = figure->number.begin, mark = begin - 1;
	bool dash = is_dash(article, figure, mark);
	if ((article->cp[mark] != U'、' && !dash) || figure->kind != FIGURE_CARDINAL || begin < article->begin + 2)
		return false;
	int64_t first = one_digit(article, mark - 1), second = one_digit(article, begin);
	bool digits = article->cls[begin] == CLASS_DIGIT;
	if (first < 1 || (second != first + 1 && !(first == 3 && second == 5 && !digits)) || (article->cls[mark - 1] == CLASS_DIGIT) != digits)
		return false;
	if (!is_round(article, figure) || !begins_guess(article, mark - 1, digits) || figure->flags & FIGURE_EACH)
		return false;
	if (article->cp[mark - 2] == U'前' && figure->measure == UNIT_PERSON)
		return false;
	bool teen = article->cls[mark - 2] == CLASS_HAN_NUMERAL;
	if (!counts(article, figure, first) || (teen && span_length(figure->number) > 1))
		return false;
	slip->span = (struct span){mark - 1, figure->number.end};
	numeral_write(slip, digits ? han_digits[first] : article->cp[mark - 1]);
	if (digits && first == 2 && span_length(figure->number) == 1)
		slip->right[0] = variant_is_hant(article->variant) ? U'兩' : U'两';
	numeral_write(slip, digits ? han_digits[second] : article->cp[begin]);
	numeral_copy(article, (struct span){begin + 1, figure->number.end}, slip);
	return true;
}
