/* numeral_word: words whose numerals are part of the word (GB/T 15835 4.2.3). */
#include <uchar.h>

#include "numeral.h"
#include "word.h"

enum { WORD = 4 };

struct reading {
	uint32_t cp[WORD];
	uint32_t at[WORD + 1]; /* where each character begins, and where the word ends */
	uint32_t digits;       /* how many of them stand as digits */
};

/* Four characters from a position on, digits as the numerals for which they stand: 10 is 十, 100 is 百. False if they are others. */
static bool read_word(const struct article *article, uint32_t at, struct reading *reading)
{
	static const char32_t digits[] = U"〇一二三四五六七八九", tens[] = U"十百千";
	reading->digits = 0;
	for (uint32_t i = 0; i < WORD; i++) {
		uint32_t end = article_skip(article, at, at + WORD + 1, CLASS_BIT(CLASS_DIGIT)), zeros = 1;
		reading->at[i] = at;
		if (end == at) {
			if (!article_is_han(article, at))
				return false;
			reading->cp[i] = article->cp[at++];
			continue;
		}
		while (article->cp[at + zeros] == '0' && at + zeros < end)
			zeros++;
		if (end - at > WORD || at + zeros != end || (zeros > 1 && article->cp[at] != '1') || article->cp[at] == '0')
			return false;
		reading->cp[i] = zeros > 1 ? tens[zeros - 2] : digits[article->cp[at] - '0'];
		reading->digits++;
		at = end;
	}
	reading->at[WORD] = at;
	return true;
}

/* 三天两夜 and 五局三胜 are counted: digits are right in them. */
static bool is_counted_by(uint32_t code_point, uint32_t digits)
{
	/* clang-format off */
	switch (code_point) {
	case U'局': case U'天': case U'日': case U'晚': case U'室': case U'盘': case U'盤': case U'对': case U'對': case U'人':
		return true;
	case U'夜': case U'个': case U'個': case U'年': case U'月': case U'周': case U'岁': case U'歲': case U'米': case U'分': case U'秒': case U'次': case U'元': case U'小':
	case U'大': case U'国': case U'國': case U'级': case U'級':
		return digits < 2;
	default:
		return false;
	}
	/* clang-format on */
}

static bool is_fixed(const struct data *data, const struct reading *reading)
{
	struct word word;
	if (is_counted_by(reading->cp[1], reading->digits) || !word_find(data, reading->cp, WORD, &word))
		return false;
	return reading->digits >= 2 || word.tag == WORD_IDIOM;
}

/* 第3心室, 图3, 5万1千: what stands before makes it a number. */
static bool is_joined_before(const struct article *article, uint32_t at)
{
	switch (article->cp[at - 1]) {
	case U'第':
	case U'图':
	case U'圖':
	case U'表':
	case U'前':
	case U'后':
	case U'後': return true;
	default: return article_is(article, at - 1, CLASSES_FIGURE | CLASSES_LATIN | CLASS_BIT(CLASS_HALF_STOP) | CLASS_BIT(CLASS_DASH));
	}
}

static bool fixed_word(const struct data *data, const struct article *article, uint32_t at, struct numeral_slip *slip)
{
	struct reading reading;
	if (article_skip(article, at, at + WORD, CLASSES_HAN | CLASS_BIT(CLASS_DIGIT)) < at + WORD)
		return false;
	if (is_joined_before(article, at) || !read_word(article, at, &reading) || !is_fixed(data, &reading))
		return false;
	slip->span = (struct span){reading.at[0], reading.at[WORD]};
	for (uint32_t i = 0; i < WORD; i++)
		numeral_write(slip, reading.cp[i]);
	return true;
}

/* 以防万1, 万1下雨; 5万1千 is a number. */
static bool in_case(const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	static const char *const before[] = {"以防", "怕", "为防", "防备", "防備", "不怕", "只怕", NULL};
	uint32_t at = figure->number.begin;
	if (article->cp[at] != '1' || !character_is_one_of(article->cp[at - 1], U"万萬") || figure->kind != FIGURE_CARDINAL ||
		span_length(figure->number) != 1)
		return false;
	bool clear = article_is(article, at - 2, CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_OPEN)) ||
		     article_ends_any(article, at - 1, before);
	if (!clear || article_is(article, at + 1, CLASS_BIT(CLASS_DASH) | CLASSES_LATIN | CLASS_BIT(CLASS_HALF_STOP) | CLASS_BIT(CLASS_HAN_NUMERAL)))
		return false;
	slip->span = (struct span){at - 1, at + 1};
	numeral_write(slip, article->cp[at - 1]);
	numeral_write(slip, U'一');
	return true;
}

bool numeral_word(const struct data *data, const struct article *article, const struct figure *figure, struct numeral_slip *slip)
{
	uint32_t at = figure->number.begin;
	if (figure->style != FIGURE_ARABIC || figure->kind == FIGURE_DATE || figure->kind == FIGURE_CODE || article->cls[at] != CLASS_DIGIT ||
		span_length(figure->number) > WORD ||
		(article->cls[at + 1] == CLASS_DIGIT && article->cp[at + 1] != '0') || /* 15 is no numeral of a word */
		(!article_is_han(article, at + 1) && article->cp[at + 1] != '0' && !article_is_han(article, at - 1)))
		return false;
	if (in_case(article, figure, slip))
		return true;
	if (fixed_word(data, article, at, slip))
		return true;
	/* 三心2意: the digit is the third character. */
	return article->cls[at - 2] == CLASS_HAN_NUMERAL && article_is_han(article, at - 1) && fixed_word(data, article, at - 2, slip);
}

/* 三、四个月 is a figure with its unit; 五成 of 三、五成群 is none. */
static bool is_counted(const struct article *article, uint32_t at)
{
	uint32_t index = figure_from(article, at);
	return article->cls[at + 1] == CLASS_HAN_NUMERAL ||
	       (index < article->figure_count && article->figures[index].span.begin == at && article->figures[index].measure != UNIT_SHARE);
}

bool numeral_word_broken(const struct data *data, const struct article *article, uint32_t at, struct numeral_slip *slip)
{
	struct word word;
	int64_t first = character_numeral(article->cp[at - 2]), second = character_numeral(article->cp[at]);
	uint32_t cp[WORD] = {article->cp[at - 2], article->cp[at], article->cp[at + 1], article->cp[at + 2]};
	if (article->cp[at - 1] != U'、' || first < 1 || first > 9 || second <= first || second > 9 || article_is(article, at - 3, CLASSES_FIGURE) ||
		article->cp[at - 3] == U'、' || is_counted(article, at) || !article_is_han(article, at + 1) || !article_is_han(article, at + 2) ||
		!word_find(data, cp, WORD, &word))
		return false;
	slip->span = (struct span){at - 2, at + 3};
	for (uint32_t i = 0; i < WORD; i++)
		numeral_write(slip, cp[i]);
	return true;
}
