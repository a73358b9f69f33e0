/* figure_marker: numbers that mark the items of a list (GB/T 15834 A.3, 15835). */
#include "figure_p.h"

#define SPACES (CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE))
#define BULLETS (CLASS_BIT(CLASS_SYMBOL) | CLASS_BIT(CLASS_INTERPUNCT) | CLASS_BIT(CLASS_DASH))
#define STOPS (CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_INNER_STOP) | CLASS_BIT(CLASS_HALF_STOP))
#define OPENERS (CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_QUOTE))

enum { BACK_LIMIT = 8, MARKER_LIMIT = 99 };

static uint32_t back_over(const struct article *article, uint32_t at, uint64_t classes)
{
	uint32_t limit = at > article->begin + BACK_LIMIT ? at - BACK_LIMIT : article->begin;
	return article_skip_back(article, at, limit, classes);
}

enum figure_place figure_place(const struct article *article, uint32_t at)
{
	uint32_t before = back_over(article, at, SPACES);
	uint8_t class = article->cls[before - 1];
	if (class == CLASS_NEWLINE || article->cls[back_over(article, before, SPACES | BULLETS) - 1] == CLASS_NEWLINE)
		return FIGURE_PARAGRAPH;
	if (article->cp[before - 1] == U'、')
		return FIGURE_INSIDE;
	return class_in(class, STOPS | OPENERS) ? FIGURE_CLAUSE : FIGURE_INSIDE;
}

/* After a mark that closes an item or announces a list, rather than after a comma. */
static bool after_strong_stop(const struct article *article, uint32_t at)
{
	switch (article->cp[back_over(article, at, SPACES) - 1]) {
	case U'。':
	case U'；':
	case U'：':
	case U'？':
	case U'！':
	case ';':
	case ':':
	case '.': return true;
	default: return false;
	}
}

static bool is_han_style(const struct number *number)
{
	return number->style == FIGURE_HAN || number->style == FIGURE_FORMAL;
}

static bool is_open(uint32_t code_point)
{
	return code_point == U'（' || code_point == '(';
}

static bool is_close(uint32_t code_point)
{
	return code_point == U'）' || code_point == ')';
}

static enum figure_form bracket_form(const struct article *article, const struct number *number, struct span *span)
{
	if (!is_close(article->cp[number->end]))
		return FORM_NONE;
	bool opened = is_open(article->cp[number->begin - 1]);
	enum figure_place place = figure_place(article, number->begin - opened);
	if (place == FIGURE_INSIDE)
		return FORM_NONE;
	if (!opened && place != FIGURE_PARAGRAPH && !after_strong_stop(article, number->begin))
		return FORM_NONE;
	*span = (struct span){number->begin - opened, number->end + 1};
	return is_han_style(number) ? FORM_HAN_BRACKET : FORM_ARABIC_BRACKET;
}

/* 一、二年级 and 1、2号楼 are no markers. */
static bool goes_on(const struct article *article, const struct number *number, uint32_t at)
{
	int64_t value, next_value;
	struct number next = number_at(article, at);
	return next.well_formed && decimal_integer(number->value, &value) && decimal_integer(next.value, &next_value) && next_value == value + 1;
}

static enum figure_form stop_form(const struct article *article, const struct number *number, struct span *span)
{
	uint32_t stop = article->cp[number->end];
	bool han = is_han_style(number);
	if (stop != U'、' && stop != U'．' && stop != '.')
		return FORM_NONE;
	if (figure_place(article, number->begin) != FIGURE_PARAGRAPH && !after_strong_stop(article, number->begin))
		return FORM_NONE;
	if ((han && stop != U'、') || goes_on(article, number, number->end + 1) || (stop == '.' && digit_value(article->cp[number->end + 1]) >= 0))
		return FORM_NONE;
	*span = (struct span){number->begin, number->end + 1};
	return han ? FORM_HAN : FORM_ARABIC;
}

/* 一是, 二要, 三则, 三就是; 一来 and 二来, but not 十来个. */
static uint32_t verb_length(const struct article *article, uint32_t at, int64_t value)
{
	switch (article->cp[at]) {
	case U'是':
	case U'要':
	case U'为':
	case U'為': return 1;
	case U'则':
	case U'則': return 1u + (article->cp[at + 1] == U'是');
	case U'就': return article->cp[at + 1] == U'是' ? 2 : 0;
	case U'来':
	case U'來': return value <= 3;
	default: return 0;
	}
}

static bool is_pause(uint32_t code_point)
{
	return code_point == U'，' || code_point == U'、' || code_point == U'：' || code_point == ',' || code_point == ':' || code_point == U'是';
}

static enum figure_form word_form(const struct article *article, const struct number *number, int64_t value, struct span *span)
{
	uint32_t before = article->cp[number->begin - 1], after = article->cp[number->end];
	bool several = after == U'、' && (is_among(article->cp[number->end + 1], U"第其") || goes_on(article, number, number->end + 1));
	if ((before == U'第' || before == U'其') && is_pause(after) && !several && figure_place(article, number->begin - 1) != FIGURE_INSIDE) {
		*span = (struct span){number->begin - 1, number->end};
		return before == U'第' ? FORM_NTH : FORM_QI;
	}
	uint32_t verb = is_han_style(number) && number->end == number->begin + 1 ? verb_length(article, number->end, value) : 0;
	if (verb == 0 || figure_place(article, number->begin) == FIGURE_INSIDE)
		return FORM_NONE;
	*span = (struct span){number->begin, number->end + verb};
	return FORM_IS;
}

bool figure_marker(const struct article *article, const struct number *number, struct figure *figure)
{
	int64_t value;
	bool plain =
		decimal_integer(number->value, &value) && value >= 1 && value <= MARKER_LIMIT && !number->fraction && !number->flags && !number->bare;
	if (!plain || number->leads_zero || number->style == FIGURE_HAN_DIGITS || number->style == FIGURE_MIXED)
		return false;
	struct span span = {0, 0};
	enum figure_form form = bracket_form(article, number, &span);
	form = form ? form : stop_form(article, number, &span);
	form = form ? form : word_form(article, number, value, &span);
	if (form == FORM_NONE)
		return false;
	figure->kind = FIGURE_MARKER;
	figure->form = form;
	figure->span = span;
	return true;
}

/* The number in a circle, brackets or with a stop; 0 for other characters. */
static int circled_value(uint32_t code_point)
{
	static const struct {
		uint32_t first, last;
		int value;
	} rows[] = {
		{0x2460, 0x2473, 1},
		{0x2474, 0x2487, 1},
		{0x2488, 0x249B, 1},
		{0x24F5, 0x24FE, 1},
		{0x2776, 0x277F, 1},
		{0x2780, 0x2789, 1},
		{0x278A, 0x2793, 1},
		{0x3220, 0x3229, 1},
		{0x3251, 0x325F, 21},
		{0x3280, 0x3289, 1},
	};
	if (code_point < rows[0].first) /* %, + and ° are most symbols */
		return 0;
	for (uint32_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (code_point >= rows[i].first && code_point <= rows[i].last)
			return rows[i].value + (int)(code_point - rows[i].first);
	return 0;
}

bool figure_any_circled(const struct article *article)
{
	const struct positions *symbols = &article->index[CLASS_SYMBOL];
	uint32_t i = 0;
	while (i < symbols->count && circled_value(article->cp[symbols->at[i]]) == 0)
		i++;
	return i < symbols->count;
}

bool figure_circled(const struct article *article, uint32_t at, struct figure *figure)
{
	int value = circled_value(article->cp[at]);
	if (value == 0)
		return false;
	struct span span = {at, at + 1};
	*figure = (struct figure){
		.span = span,
		.number = span,
		.unit = {at + 1, at + 1},
		.noun = {at + 1, at + 1},
		.value = decimal_make(value, 0),
		.divisor = 1,
		.kind = FIGURE_MARKER,
		.form = FORM_CIRCLED,
	};
	return true;
}
