/*
 * figure: every number of an article. The scan goes from one digit or Han numeral to the next, reads the number there, and
 * asks in turn whether it is a marker, a date, a time, a score or a quantity; a Han numeral that is none of these is part
 * of a word.
 */
#include "figure.h"

#include "figure_p.h"
#include "layer_p.h"

enum { QUOTE_LIMIT = 10, CODE_DIGITS = 8 };

struct scan {
	const struct article *article;
	struct figure *figures;
	size_t count, capacity;
	uint32_t floor; /* where the last figure or refused word ends */
};

/* 零下 and a minus sign. Between a Han character and a number the hyphen joins (东风-41) unless it is a temperature. */
static void read_sign(const struct scan *scan, struct number *number, enum figure_unit_kind unit, struct figure *figure)
{
	const struct article *article = scan->article;
	uint32_t at = number->begin, before = article->cp[at - 1];
	if ((before == U'下' && article_ends(article, at, "零下")) || (unit == UNIT_NONE && figure_before_christ(article, at))) {
		figure->flags |= FIGURE_MINUS;
		figure->value.mantissa = -figure->value.mantissa;
		return;
	}
	if (at <= scan->floor + 1 || !is_among(before, U"-−－") || article->cp[at - 2] == before || number_is_han(number))
		return;
	uint8_t class = article->cls[at - 2];
	bool measured = unit == UNIT_TEMPERATURE || unit == UNIT_SHARE || is_among(article->cp[at - 2], U"至到");
	if (article_is_han(article, at - 2) && !measured) {
		bool range_of_colder = article->cp[number->end] == U'～' || article->cp[number->end] == U'至';
		if (!range_of_colder) {
			figure->kind = FIGURE_CODE;
			figure->value.known = false;
			return;
		}
	} else if (class == CLASS_CLOSE || class == CLASS_HALF_CLOSE || class == CLASS_LATIN || digit_value(article->cp[at - 2]) >= 0) {
		return;
	}
	figure->flags |= FIGURE_MINUS;
	figure->span.begin = at - 1;
	figure->value.mantissa = -figure->value.mantissa;
}

/* 多 余 来 (HINT_MORE) after a number or unit, 把 after 百 and 千. 来 and 把 only where a unit follows: 三年来 is another word. */
static bool is_more(const struct article *article, uint32_t at)
{
	uint32_t end;
	switch (article->cp[at]) {
	case U'把': return is_among(article->cp[at - 1], U"百千万萬") && is_among(article->cp[at + 1], U"人个個块塊元斤年里只隻条條户戶");
	case U'来':
	case U'來':
	case U'几':
	case U'幾': return figure_read_unit(article, at + 1, &end) != UNIT_NONE;
	default: return true;
	}
}

/* Characters (HINT_WORD) that make a word with the numeral after them: 统一, 星期三, 初二. 每周三次 is no Wednesday. */
static bool is_part_of_word(const struct article *article, const struct number *number, enum figure_unit_kind unit)
{
	uint32_t before = article->cp[number->begin - 1], earlier = article->cp[number->begin - 2];
	if (!(number->before & HINT_WORD))
		return false;
	/* clang-format off */
	switch (before) {
	case U'双': case U'雙':
		return character_numeral(article->cp[number->begin]) == 10;
	case U'统': case U'統': case U'唯': case U'同': case U'专': case U'專': case U'单': case U'單': case U'归': case U'歸': case U'逐': case U'划':
	case U'劃': case U'之': case U'进': case U'進': case U'合':
		return number_is_single(number) && article->cp[number->begin] == U'一';
	case U'周': case U'週':
		return number_is_single(number) && !(unit == UNIT_OCCASION || earlier == U'每' || character_numeral(earlier) >= 0);
	case U'期': /* 星期三, but 为期三天 */
		return number_is_single(number) && earlier == U'星';
	case U'拜': case U'初': case U'接': case U'不': case U'再':
		return number_is_single(number);
	default:
		return false;
	}
	/* clang-format on */
}

/* The closing quote of a catchword that begins with the number: “三查”; 0 if it is none. */
static uint32_t catchword_end(const struct article *article, const struct number *number)
{
	static const char32_t openers[] = U"“‘「『\"", closers[] = U"”’」』\"";
	uint32_t kind = 0, at = number->end;
	if (!article_is(article, number->begin - 1, CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_QUOTE)))
		return 0;
	while (openers[kind] && openers[kind] != article->cp[number->begin - 1])
		kind++;
	if (!openers[kind])
		return 0;
	while (at < number->end + QUOTE_LIMIT && article_is_han(article, at))
		at++;
	return at > number->end && article->cp[at] == closers[kind] ? at : 0;
}

/* “三查”, “五个一”, “三包”: the quote holds no noun after the measure word. */
static bool read_slogan(
	const struct article *article, const struct number *number, enum figure_unit_kind unit, uint32_t unit_end, struct figure *figure)
{
	uint32_t close = catchword_end(article, number);
	int64_t value;
	bool noun = unit != UNIT_NONE && unit_end < close && !(article->cp[unit_end] == U'一' && unit_end + 1 == close);
	if (close == 0 || noun || number->flags || number->bare || !decimal_integer(number->value, &value) || value < 2 || value > 20)
		return false;
	figure->kind = FIGURE_SLOGAN;
	figure->noun = (struct span){number->end, close};
	return true;
}

/* Another number follows after 至, 到 or a dash, and that one has a unit: the unit is for both. */
static bool shares_unit(const struct article *article, const struct number *number)
{
	uint32_t at = number->end, end;
	if (article->cls[at] != CLASS_DASH && article->cp[at] != U'至' && article->cp[at] != U'到')
		return false;
	struct number other = number_at(article, at + 1);
	if (!other.well_formed || other.end == at + 1)
		return false;
	return figure_read_unit(article, other.end, &end) != UNIT_NONE || is_among(article->cp[other.end], U"月日年时時") ||
	       article_starts(article, other.end, "分之");
}

/* Does a Han number without unit count at all? 二十五 does; 五 alone, 百 in 百姓 and 三四 do not. */
static bool stands_alone(const struct article *article, const struct number *number)
{
	if (shares_unit(article, number))
		return true;
	return number->end - number->begin >= 2 && !number->bare &&
	       (number->style != FIGURE_HAN_DIGITS || number->leads_zero || number->digits >= 3) && !number->flags;
}

/* 12345热线, 110报警, 电话95598, 编号3021: numbers that count nothing. Only numbers without unit are asked. */
static bool is_named_code(const struct article *article, const struct number *number)
{
	static const char *const before[] = {"电话", "電話", "热线", "熱線", "拨打", "撥打", "致电", "致電", "编号", "編號", "邮编", "郵編", "尾号",
		"尾號", "房号", "学号", "學號", "工号", "工號", "账号", "帐号", "帳號", "卡号", "卡號", "车牌", "車牌", "证号", "證號", NULL};
	static const char *const after[] = {
		"热线", "熱線", "专线", "專線", "报警", "報警", "电话", "電話", "国道", "國道", "省道", "县道", "縣道", NULL};
	uint32_t at = number->begin;
	if (number->style != FIGURE_ARABIC || number->fraction || number->digits < 3)
		return false;
	at -= is_among(article->cp[at - 1], U"：: ") ? 1 : 0;
	return article_starts_any(article, number->end, after) || article_ends_any(article, at, before) ||
	       (article->cls[at - 1] == CLASS_INTERPUNCT && article->cls[at - 2] == CLASS_LATIN);
}

/* 千克 and 百帕 are units, 拾级 and 收拾一下 other words; 零 counts where it has a unit of measurement. */
static bool is_no_single(const struct article *article, const struct number *number, enum figure_unit_kind unit)
{
	uint32_t end;
	switch (article->cp[number->begin]) {
	case U'百':
	case U'千':
	case U'兆': return figure_unit_at(article, number->begin, &end) != UNIT_NONE && end > number->end;
	case U'拾': return unit != UNIT_MONEY && unit != UNIT_PERSON;
	case U'零': return unit != UNIT_TEMPERATURE && unit != UNIT_DURATION && unit != UNIT_POINT;
	default: return false;
	}
}

/* 九二一大地震; ○八年 is not eight years. */
static bool is_no_quantity(const struct article *article, const struct number *number, enum figure_unit_kind unit)
{
	if (number->end == number->begin + 1 && is_no_single(article, number, unit))
		return true;
	if (number->style == FIGURE_HAN_DIGITS && article->cp[number->end] == U'大')
		return true;
	return number->before & HINT_GOES_ON && is_among(article->cp[number->begin - 1], U"○◯");
}

/* Is a Han numeral before this unit part of a word? *END is then where that ends, if it ends behind the number. */
static bool is_word(const struct scan *scan, const struct number *number, enum figure_unit_kind unit, uint32_t unit_end, uint32_t *end)
{
	const struct article *article = scan->article;
	uint32_t refused = figure_refusal_end(article, number->begin);
	/* 三元五角 is no polygon. */
	if (unit == UNIT_MONEY && scan->count && scan->figures[scan->count - 1].measure == UNIT_MONEY && scan->floor == number->begin)
		refused = 0;
	if (unit == UNIT_NONE ? refused >= number->end : refused > number->end && refused >= unit_end) {
		*end = refused;
		return true;
	}
	return is_part_of_word(article, number, unit) || is_no_quantity(article, number, unit);
}

/* Behind most units stands nothing that belongs to the quantity. */
static bool may_have_tail(const struct article *article, const struct figure *figure)
{
	uint32_t at = figure->span.end;
	return class_in(article->cls[at], CLASSES_FIGURE) || figure_hints(article->cp[at]) & HINT_MORE || figure->measure == UNIT_POINT;
}

/* Does the number name one of a row? 五号, 一季度, 二层 (两层 counts), 八月十五. 前三季度 counts. */
static bool names(const struct article *article, const struct number *number, const struct figure *figure)
{
	uint32_t unit = article->cp[figure->unit.begin], before = article->cp[number->begin - 1];
	switch (figure->measure) {
	case UNIT_NONE: return before == U'月' && number_is_han(number);
	case UNIT_ORDER: return unit != U'季' || !is_among(before, U"前近后後");
	default:
		return article->cp[number->begin] == U'二' && number_is_single(number) && is_among(unit, U"层層期环環线線组組") &&
		       !is_among(before, U"各共有分计計成");
	}
}

/* Numbers without unit that count nothing, and 4K television; a temperature has more digits. */
static bool is_code(const struct article *article, const struct number *number, const struct figure *figure)
{
	if (figure->measure == UNIT_TEMPERATURE)
		return number->digits == 1 && article->cp[figure->unit.begin] == 'K';
	return (number->leads_zero && !number->fraction) || number->digits >= CODE_DIGITS || number->style == FIGURE_HAN_DIGITS ||
	       is_named_code(article, number);
}

/* Numbers that do not count: most units say that they do. */
static void set_kind(const struct article *article, const struct number *number, struct figure *figure)
{
	bool bare = figure->measure == UNIT_NONE;
	if ((bare || figure->measure == UNIT_ORDER || figure->measure == UNIT_COUNT) && names(article, number, figure))
		figure->kind = FIGURE_ORDINAL;
	if ((bare || figure->measure == UNIT_TEMPERATURE) && is_code(article, number, figure))
		figure->kind = FIGURE_CODE;
	if (figure->kind == FIGURE_CODE)
		figure->value.known = false;
}

/* A quantity. False if a Han numeral turns out to be part of a word; *END is then where that ends. */
static bool read_quantity(const struct scan *scan, struct number *number, struct figure *figure, uint32_t *end)
{
	const struct article *article = scan->article;
	bool han = number_is_han(number), more = number->after & HINT_MORE && is_more(article, number->end);
	uint32_t at = number->end + more, unit_end = at;
	bool space = number->style == FIGURE_ARABIC && article->cp[at] == ' ' && article->cp[at + 1] != ' ';
	enum figure_unit_kind unit = figure_read_unit(article, at + space, &unit_end);
	if (space && unit == UNIT_NOUN)
		unit = UNIT_NONE;
	if (han && is_word(scan, number, unit, unit_end, end))
		return false;
	if (more || number->bare)
		figure->flags |= FIGURE_APPROXIMATE;
	if (read_slogan(article, number, unit, unit_end, figure))
		return true;
	if (unit != UNIT_NONE)
		figure_use_unit(article, figure, unit, at + space, unit_end);
	else if (han && !stands_alone(article, number))
		return false;
	if (may_have_tail(article, figure))
		figure_read_tail(article, figure, scan->count ? &scan->figures[scan->count - 1] : NULL);
	if (number->before & HINT_SIGN)
		read_sign(scan, number, unit, figure);
	set_kind(article, number, figure);
	figure_read_noun(article, figure);
	return true;
}

/* 数百, 數十 and 成百上千: the numeral only gives the size. */
static void read_several(const struct article *article, struct number *number)
{
	bool several = is_among(article->cp[number->begin - 1], U"数數"), hundreds = article_ends(article, number->begin, "成百上");
	if (!(several || hundreds) || !is_among(article->cp[number->begin], U"十百千万萬亿億"))
		return;
	if (several)
		number->before = figure_hints(article->cp[--number->begin - 1]);
	number->bare = false;
	number->flags |= FIGURE_APPROXIMATE;
	number->value.known = false;
	number->well_formed = true;
}

/* The figure is read where it will stand: at the end of those that are taken. */
static inline struct figure *start(struct scan *scan, const struct number *number)
{
	struct span empty = {number->end, number->end};
	if (scan->count == scan->capacity)
		scan->figures = arena_grow(scan->article->arena, scan->figures, sizeof *scan->figures, scan->count, &scan->capacity);
	struct figure *figure = &scan->figures[scan->count];
	*figure = (struct figure){.span = {number->begin, number->end},
		.number = {number->begin, number->end},
		.unit = empty,
		.noun = empty,
		.value = number->value,
		.divisor = 1,
		.style = number->style,
		.flags = number->flags};
	return figure;
}

/* The figure that was started is one; returns where the scan goes on. */
static uint32_t take(struct scan *scan)
{
	struct figure *figure = &scan->figures[scan->count++];
	if (figure->kind != FIGURE_MARKER)
		figure_read_precision(scan->article, figure);
	scan->floor = figure->span.end;
	return scan->floor;
}

/* 半小时, 一半. */
static bool read_half_alone(struct scan *scan, uint32_t at)
{
	const struct article *article = scan->article;
	uint32_t taken = scan->count ? scan->figures[scan->count - 1].span.end : 0;
	struct number number = {.begin = at, .end = at + 1, .value = decimal_make(1, 0), .style = FIGURE_HAN};
	uint32_t end = at + 1;
	bool one = article->cp[at - 1] == U'一' && at > taken && !(article_is_han(article, at + 1) && article->cls[at + 1] == CLASS_HAN_NUMERAL);
	enum figure_unit_kind unit = one ? UNIT_NONE : figure_read_unit(article, at + 1, &end);
	if (figure_refusal_end(article, at) > at ||
		(!one && (unit == UNIT_NONE || is_among(article->cp[at - 1], U"上下前后後大多各另过過夜东東西南北"))))
		return false;
	number.begin -= one;
	struct figure *figure = start(scan, &number);
	figure->divisor = 2;
	figure->measure = one ? UNIT_SHARE : UNIT_NONE;
	if (unit != UNIT_NONE)
		figure_use_unit(article, figure, unit, at + 1, end);
	figure_read_noun(article, figure);
	return true;
}

/* 十月革命, and 一时 unless it stands behind 下午. */
static bool is_refused_date(const struct article *article, const struct figure *figure)
{
	if (figure->style == FIGURE_ARABIC)
		return false;
	bool hour = figure->kind == FIGURE_TIME && !is_among(article->cp[figure->span.begin - 1], U"午晨晚夜早间間日");
	return figure_refusal_end(article, figure->number.begin) > figure->span.end - hour;
}

/* Is the number written as what its neighbours say: a marker, share, ordinal? */
static bool read_marked(const struct article *article, struct number *number, struct figure *figure)
{
	if ((number->after & HINT_MARKER && figure_marker(article, number, figure)) ||
		(number->after & HINT_RATIO && figure_fraction(article, number, figure)))
		return true;
	if (number->before & HINT_NTH)
		figure_ordinal(article, number, figure);
	return number->before & HINT_NTH;
}

/* A date, time or score? */
static bool read_joined(const struct article *article, const struct number *number, struct figure *figure)
{
	return (number->after & HINT_DATE && (figure_date(article, number, figure) || figure_time(article, number, figure))) ||
	       (number->after & HINT_RATIO && figure_score(article, number, figure));
}

/* Fills the figure; false if the number is none. *END is where the scan goes on then. */
static bool read_figure(const struct scan *scan, struct number *number, struct figure *figure, uint32_t *end)
{
	const struct article *article = scan->article;
	if (number->after & (HINT_MARKER | HINT_RATIO | HINT_DATE) || number->before & HINT_NTH) {
		if (number->before & HINT_NTH && figure_is_ordinal_word(article, number))
			return false;
		if (read_marked(article, number, figure))
			return true;
		if (read_joined(article, number, figure))
			return !is_part_of_word(article, number, UNIT_NONE) && !is_refused_date(article, figure);
	}
	return read_quantity(scan, number, figure, end);
}

/* A number becomes a figure or is refused; returns where the scan goes on. */
static uint32_t scan_number(struct scan *scan, struct number *number)
{
	uint32_t end = number->end;
	if (number->before & HINT_SEVERAL && number_is_han(number))
		read_several(scan->article, number);
	if (!number->well_formed || number->begin < scan->floor || !read_figure(scan, number, start(scan, number), &end))
		return end;
	return take(scan);
}

/* Digits that are joined to others or to letters become one figure: an empty number begins behind it. */
static bool read_group(struct scan *scan, uint32_t at)
{
	struct figure group = {.divisor = 1};
	if (!figure_group(scan->article, at, scan->floor, &group))
		return false;
	struct number nothing = {.begin = group.span.end, .end = group.span.end};
	group.unit = group.noun = (struct span){group.span.end, group.span.end};
	*start(scan, &nothing) = group;
	return true;
}

static bool read_circled(struct scan *scan, uint32_t at)
{
	struct number nothing = {.begin = at};
	return figure_circled(scan->article, at, start(scan, &nothing));
}

static uint32_t scan_at(struct scan *scan, uint32_t at)
{
	const struct article *article = scan->article;
	struct number number;
	if (article->cls[at] == CLASS_SYMBOL)
		return read_circled(scan, at) ? take(scan) : at + 1;
	if (article->cp[at] == U'半')
		return read_half_alone(scan, at) ? take(scan) : at + 1;
	number_read(article, at, &number);
	if (number.digits_end && figure_may_join(article, &number) && read_group(scan, at))
		return take(scan);
	return scan_number(scan, &number);
}

/* The positions that are not yet passed of one class in which numbers begin. */
struct places {
	const uint32_t *at, *end;
	uint32_t next; /* the first of them; the end of the article where there is none */
};

static void places_pass(struct places *places, uint32_t at, uint32_t end)
{
	const uint32_t *place = places->at;
	while (place < places->end && *place < at)
		place++;
	places->at = place;
	places->next = place < places->end ? *place : end;
}

/* The lists of an article in which there are numbers: nearly no symbols are. */
static uint32_t list_places(const struct article *article, struct places *lists)
{
	static const enum character_class classes[] = {CLASS_HAN_NUMERAL, CLASS_DIGIT, CLASS_FULL_DIGIT, CLASS_SYMBOL};
	uint32_t count = 0;
	for (uint32_t i = 0; i < sizeof classes / sizeof *classes; i++) {
		const struct positions *positions = &article->index[classes[i]];
		if (positions->count && (classes[i] != CLASS_SYMBOL || figure_any_circled(article)))
			lists[count++] = (struct places){positions->at, positions->at + positions->count, *positions->at};
	}
	return count;
}

static void scan_article(struct scan *scan)
{
	const struct article *article = scan->article;
	struct places lists[4];
	uint32_t count = list_places(article, lists), at = article->begin;
	for (;;) {
		uint32_t first = article->end;
		for (struct places *list = lists; list < lists + count; list++) {
			if (list->next < at)
				places_pass(list, at, article->end);
			first = list->next < first ? list->next : first;
		}
		if (first >= article->end)
			return;
		at = scan_at(scan, first);
		if (scan->floor < at && article->cls[at - 1] == CLASS_HAN_NUMERAL)
			scan->floor = at;
	}
}

void article_build_figures(struct article *article, const struct data *data)
{
	const uint32_t *count = article->class_count;
	struct scan scan = {.article = article};
	(void)data;
	/* About three characters a figure in ordinary text; more are made room for as they come. */
	scan.capacity = (count[CLASS_DIGIT] + count[CLASS_FULL_DIGIT] + count[CLASS_HAN_NUMERAL]) / 3 + 16;
	scan.figures = arena_alloc_raw(article->arena, scan.capacity * sizeof *scan.figures);
	scan_article(&scan);
	figure_link_ranges(article, scan.figures, scan.count);
	article->figures = scan.figures;
	article->figure_count = (uint32_t)scan.count;
}

uint32_t figure_from(const struct article *article, uint32_t at)
{
	uint32_t low = 0, high = article->figure_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (article->figures[middle].span.begin < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
