/* unit: how units are written. */
#include "unit.h"

enum { LETTERS = 8, FIGURES = 8, NEAR = 30, LAST_OLD_YEAR = 1990 };

/* Units whose case is often wrong. A unit that differs from all of these in case only is the first such; WORDS are others for it. */
static const char *const units[] = {"kg", "mg", "km", "cm", "mm", "km/h", "m/s", "kW", "kV", "kVA", "kN", "kJ", "kPa", "MPa", "hPa", "kHz", "MHz",
	"GHz", "THz", "Hz", "V", "dB", "mL", "mmHg", "kcal", "lx", NULL};

/* Rightly written, though they differ from one of the above in case only. */
static const char *const right_units[] = {"ml", "mPa", "mM", NULL};

static const struct {
	const char *wrong, *right;
} words[] = {{"sec", "s"}, {"secs", "s"}, {"hr", "h"}, {"hrs", "h"}, {"mins", "min"}, {"kgs", "kg"}, {"KGS", "kg"}, {"um", "μm"}, {"ug", "μg"},
	{"mAH", "mA·h"}, {"MAH", "mA·h"}, {"mah", "mA·h"}, {"KWH", "kW·h"}, {"Kwh", "kW·h"}, {"kwh", "kW·h"}, {"KWh", "kW·h"}, {"°c", "°C"},
	{"°f", "°F"}, {"ºC", "°C"}, {"˚C", "°C"}, {"℃c", "℃"}};

/* Units of old or of other markets, and what news copy writes; an empty one needs arithmetic. */
static const struct {
	const char *old, *right;
} old_units[] = {{"公分", "厘米"}, {"平方公分", "平方厘米"}, {"公尺", "米"}, {"平方公尺", "平方米"}, {"立方公尺", "立方米"}, {"公厘", "毫米"},
	{"公吨", "吨"}, {"公升", "升"}, {"平米", "平方米"}, {"英吋", "英寸"}, {"吋", "英寸"}, {"英呎", "英尺"}, {"呎", "英尺"}, {"英哩", "英里"},
	{"哩", "英里"}, {"浬", "海里"}, {"市斤", ""}, {"市里", ""}, {"市尺", ""}, {"市亩", "亩"}};

static uint32_t lower(uint32_t cp)
{
	return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
}

/* Are the characters of a span this text? Without regard to the case of letters if FOLDED. */
static bool spells(const struct article *article, struct span span, const char *text, bool folded)
{
	uint32_t at = span.begin;
	while (at < span.end && *text) {
		uint32_t cp = character_decode(&text);
		if (folded ? lower(article->cp[at]) != lower(cp) : article->cp[at] != cp)
			return false;
		at++;
	}
	return at == span.end && !*text;
}

const char *unit_letters(const struct article *article, struct span span)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (spells(article, span, words[i].wrong, false))
			return words[i].right;
	for (const char *const *unit = right_units; *unit; unit++)
		if (spells(article, span, *unit, false))
			return NULL;
	for (const char *const *unit = units; *unit; unit++) {
		if (!spells(article, span, *unit, true))
			continue;
		if (spells(article, span, *unit, false))
			return NULL;
		return *unit;
	}
	return NULL;
}

uint32_t unit_times_end(const struct article *article, uint32_t at, uint32_t *signs, uint32_t *first)
{
	uint64_t number = CLASS_BIT(CLASS_DIGIT);
	*signs = 0;
	for (;;) {
		at = article_skip(article, at, article_ahead(article, at, LETTERS), number);
		if (article->cp[at] == '.' && article_is(article, at + 1, number))
			at = article_skip(article, at + 1, article_ahead(article, at, LETTERS), number);
		uint32_t sign = article->cp[at] == ' ' ? at + 1 : at, next = sign + 1 + (sign > at && article->cp[sign + 1] == ' ');
		if (!character_is_one_of(article->cp[sign], U"xX*＊") || !article_is(article, next, number) || *signs > 2)
			return at;
		*first = *signs ? *first : sign;
		++*signs;
		at = next;
	}
}

bool unit_is_history(const struct article *article, uint32_t index)
{
	static const char *const old_times[] = {
		"解放前", "民国", "旧制", "旧社会", "清代", "明代", "古", "旧时", "当年", "年代", "生产队", "粮票", NULL};
	struct span sentence = article->sentences[article_sentence_at(article, article->figures[index].span.begin)].span;
	uint32_t from = index > FIGURES ? index - FIGURES : 0, to = index + FIGURES < article->figure_count ? index + FIGURES : article->figure_count;
	for (uint32_t i = from; i < to; i++) {
		const struct figure *other = &article->figures[i];
		int64_t year = other->kind == FIGURE_DATE && other->value.known ? figure_year(other) : 0;
		if (year != 0 && year < LAST_OLD_YEAR && other->span.begin >= sentence.begin && other->span.end <= sentence.end)
			return true;
	}
	uint32_t at = article->figures[index].span.begin, begin = article_back(article, at, NEAR), end = article_ahead(article, at, NEAR);
	struct span near = {begin > sentence.begin ? begin : sentence.begin, end < sentence.end ? end : sentence.end};
	return article_holds_any(article, near, old_times);
}

/* 公分母; in 3市里有2市 the 里 says where. */
static bool is_other_word(const struct article *article, uint32_t at)
{
	return article_starts(article, at, "公分母") ||
	       (article_starts(article, at, "市里") && !character_is_one_of(article->cp[at + 2], U"路外地长远的，。、"));
}

const char *unit_old(const struct article *article, uint32_t at, uint32_t *end)
{
	for (size_t i = 0; i < sizeof old_units / sizeof *old_units; i++) {
		if (!article_starts(article, at, old_units[i].old) || is_other_word(article, at))
			continue;
		*end = at;
		for (const char *text = old_units[i].old; *text; ++*end)
			character_decode(&text);
		return old_units[i].right;
	}
	return NULL;
}
