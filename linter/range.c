/* range: what stands in and round a range says how it is meant. */
#include "range.h"

enum { LOOK_BACK = 24, NEIGHBOURS = 6 };

bool range_follows_change(const struct article *article, uint32_t at)
{
	static const char *const words[] = {"由", "从", "從", "自", "下降", "降至", "降到", "降低", "降幅", "减", "減", "跌", "缩", "縮", "后退",
		"後退", "退至", "倒数", "倒數", "倒计时", "倒計時", "变", "變", "下调", "下調", "调至", "調至", "调整", "調整", "递减", "遞減",
		"距今", "海拔", "纬", "緯", "东经", "東經", "西经", "西經", "依次", NULL};
	static const char *const others[] = {
		"从事", "從事", "从业", "從業", "自己", "自治", "自动", "自動", "自由", "由于", "由於", "自然", "理由", "压缩", "壓縮", NULL};
	for (uint32_t i = at; i > article->begin && i + LOOK_BACK > at; i--) {
		uint8_t class = article->cls[i - 1];
		if (class == CLASS_END_STOP || class == CLASS_INNER_STOP || class == CLASS_NEWLINE)
			return false;
		bool other = false;
		for (const char *const *word = others; *word; word++)
			other |= article_starts(article, i - 1, *word) || article_starts(article, i - 2, *word);
		for (const char *const *word = words; *word && !other; word++)
			if (article_starts(article, i - 1, *word))
				return true;
	}
	return false;
}

bool range_unit_is_place(const struct article *article, struct span unit)
{
	return span_length(unit) == 1 && character_is_one_of(article->cp[unit.begin], U"页頁章条條节節回集卷期行题題款项項");
}

/*
 * In 3.6—3.2亿元 the 亿 is for both ends, but 3000—5万元 means what it says: the first end is then the longer one.
 */
static struct decimal value_of(const struct article *article, const struct figure *figure, const struct figure *second)
{
	int64_t magnitude = character_numeral(article->cp[second->number.end - 1]);
	bool bare = span_length(figure->unit) == 0 && figure->style == FIGURE_ARABIC && second->style == FIGURE_MIXED && magnitude >= 1000;
	bool shared = bare && span_length(figure->number) < span_length(second->number);
	return shared ? decimal_multiply(figure->value, decimal_make(magnitude, 0)) : figure->value;
}

bool range_is_arithmetic(const struct article *article, const struct figure *first, const struct figure *second)
{
	uint32_t after = article->cp[second->span.end], before = article->cp[first->span.begin - 1];
	return after == '=' || after == U'＝' || before == '=' || before == U'＝' || character_is_one_of(before, U"+-×÷*/＋－±") ||
	       character_is_one_of(after, U"+-×÷*/＋－±");
}

bool range_counts_down(const struct article *article, uint32_t at)
{
	uint32_t before = article->cp[at - 1], earlier = article->cp[at - 2];
	return before == U'前' || (earlier == U'前' && character_is_one_of(before, U"的约約")) || article_ends(article, at, "提前") ||
	       article_ends(article, at, "还有") || article_ends(article, at, "還有") || article_ends(article, at, "剩");
}

bool range_is_power_of_ten(const struct article *article, const struct figure *first, const struct figure *second)
{
	int64_t ten;
	uint32_t joint = article->cp[first->span.end];
	bool science = second->measure == UNIT_OTHER || (second->measure >= UNIT_LENGTH && second->measure <= UNIT_MASS) ||
		       article->cp[second->unit.begin] == U'秒';
	return science && joint != U'～' && joint != '~' && joint != U'至' && figure_integer(first, &ten) && ten == 10;
}

static bool is_year_unit(const struct article *article, struct span unit)
{
	return span_length(unit) > 0 && character_is_one_of(article->cp[unit.begin], U"年学學");
}

/* 101—10页, 1998—99年 and 2000—01年度 leave out what both ends share. */
static bool is_shortened(const struct article *article, const struct figure *first, const struct figure *second)
{
	bool may = span_length(second->unit) == 0 || range_unit_is_place(article, second->unit) || is_year_unit(article, second->unit);
	return may && span_length(second->number) < span_length(first->number);
}

bool range_is_quantity(const struct figure *figure)
{
	return figure->kind == FIGURE_CARDINAL || figure->kind == FIGURE_ORDINAL;
}

bool range_runs_backwards(const struct article *article, const struct figure *first, const struct figure *second)
{
	return first->value.known && second->value.known && !is_shortened(article, first, second) &&
	       decimal_compare(value_of(article, first, second), second->value) > 0;
}

bool range_has_company(const struct article *article, const struct figure *first)
{
	const struct figure *figures = article->figures;
	uint32_t index = (uint32_t)(first - figures), begin = index > NEIGHBOURS ? index - NEIGHBOURS : 0;
	for (uint32_t i = begin; i + 1 < article->figure_count && i < index + NEIGHBOURS; i++) {
		const struct figure *other = &figures[i];
		struct span between = {other->span.end, first->span.begin};
		if (i > index)
			between = (struct span){first->span.end, other->span.begin};
		if (i == index || !(other->flags & FIGURE_RANGE_BEGIN) || !range_is_quantity(other) || !range_is_quantity(other + 1) ||
			article_count(article, between, CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_NEWLINE)) > 0)
			continue;
		if (article_same(article, other[1].unit, first[1].unit) && range_runs_backwards(article, other, other + 1))
			return true;
	}
	return false;
}
