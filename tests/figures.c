/* figures: the figures of an article as text, in test_arena. */
#include "figures.h"

#include "../linter/figure.h"

static struct str value_text(const struct figure *figure)
{
	int64_t integer;
	struct str value = STR("?");
	if (figure->value.known && decimal_integer(figure->value, &integer))
		value = arena_format(&test_arena, "%lld", (long long)integer);
	else if (figure->value.known)
		value = arena_format(&test_arena, "%llde%d", (long long)figure->value.mantissa, figure->value.exponent);
	return figure->divisor == 1 ? value : arena_format(&test_arena, "%.*s/%u", (int)value.size, value.data, figure->divisor);
}

static struct str flags_text(unsigned flags)
{
	static const char *const names[] = {" ~", " >", " <", " minus", " each", " other", " from", " to"};
	static const unsigned bits[] = {
		FIGURE_APPROXIMATE, FIGURE_AT_LEAST, FIGURE_AT_MOST, FIGURE_MINUS, FIGURE_EACH, FIGURE_OTHER_CALENDAR,
		FIGURE_RANGE_BEGIN, FIGURE_RANGE_END};
	struct str out = STR("");
	for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
		if (flags & bits[i])
			out = arena_format(&test_arena, "%.*s%s", (int)out.size, out.data, names[i]);
	return out;
}

static const char *const kinds[] = {"cardinal", "ordinal", "date", "time", "marker", "code", "score", "slogan"};
static const char *const forms[] = {"", " han", " han-bracket", " arabic", " arabic-bracket", " circled", " is", " nth", " qi"};
static const char *const measures[] = {"", "count", "person", "noun", "occasion", "order", "money", "length", "area", "volume", "mass", "duration",
	"age", "temperature", "share", "point", "other"};

static struct str append(struct str out, const char *before, struct str text)
{
	return arena_format(&test_arena, "%.*s%s%.*s", (int)out.size, out.data, before, (int)text.size, text.data);
}

static struct str append_word(struct str out, const char *before, const char *word)
{
	return append(out, before, str_from(word));
}

const char *figures_text(const struct article *article)
{
	struct str out = STR("");
	for (uint32_t i = 0; i < article->figure_count; i++) {
		const struct figure *figure = &article->figures[i];
		struct str unit = article_text(article, figure->unit, &test_arena), noun = article_text(article, figure->noun, &test_arena);
		out = append_word(out, i ? "; " : "", kinds[figure->kind]);
		out = append(out, " ", value_text(figure));
		out = append_word(out, "", forms[figure->form]);
		out = append(out, unit.size ? " unit=" : "", unit);
		out = append(out, noun.size ? " noun=" : "", noun);
		out = append(out, "", flags_text(figure->flags));
	}
	return out.data;
}

const char *figures_spans(const struct article *article)
{
	struct str out = STR("");
	for (uint32_t i = 0; i < article->figure_count; i++) {
		const struct figure *figure = &article->figures[i];
		struct str unit = article_text(article, figure->unit, &test_arena);
		out = append(out, i ? "; " : "", article_text(article, figure->span, &test_arena));
		out = append_word(out, " = ", kinds[figure->kind]);
		out = append(out, " ", value_text(figure));
		out = append_word(out, "", forms[figure->form]);
		out = append(out, unit.size ? " " : "", unit);
		out = append_word(out, figure->measure ? " " : "", measures[figure->measure]);
		out = append(out, "", flags_text(figure->flags));
	}
	return out.data;
}
