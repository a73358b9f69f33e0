/*
 * figure_bad_unit: a unit of measurement after a number that is misspelt, stands in the wrong place or is not a legal one (GB 3100, GB/T 15835
 * 4.1.1); a note for the newsroom.
 *
 * The letters of a unit say by their case what they are: kg, km/h, kW, mA·h, MPa. 摄氏5度 is 5摄氏度, 3x4米 is 3×4米, m2 is m². In
 * Simplified text 公分, 市斤 and 英吋 are no units of news copy.
 *
 * Passes on purpose: what follows no number; units inside Latin text and models; KB and MB, KT, 5K, 4x4, 1024x768, x86; ml beside mL, 5°C beside
 * 5℃; 公分 and 攝氏5度 in Traditional text, where they are right; old units in quotations, in titles and beside a year before 1990.
 * Misses: W and w (100w is also 100万), M and G, units that are wrong by their meaning.
 */
#include "check.h"

enum { MESSAGE_LETTERS, MESSAGE_DEGREES, MESSAGE_TIMES, MESSAGE_POWER, MESSAGE_OLD, MESSAGE_OLD_WORD };

enum { LETTERS = 8, LAST_OLD_YEAR = 1990, NEAR = 2 };

/* Units whose case is often wrong. A unit that differs from all of these in case only is the first such; WORDS are others for it. */
static const char *const units[] = {"kg", "mg", "km", "cm", "mm", "km/h", "m/s", "kW", "kV", "kVA", "kN", "kJ", "kPa", "MPa", "hPa",
	"kHz", "MHz", "GHz", "THz", "Hz", "V", "dB", "mL", "mmHg", "kcal", "lx", NULL};

/* Rightly written, though they differ from one of the above in case only. */
static const char *const right_units[] = {"ml", "mPa", "mM", NULL};

static const struct {
	const char *wrong, *right;
} words[] = {{"sec", "s"}, {"secs", "s"}, {"hr", "h"}, {"hrs", "h"}, {"mins", "min"}, {"kgs", "kg"}, {"KGS", "kg"}, {"um", "μm"}, {"ug", "μg"},
	{"mAH", "mA·h"}, {"MAH", "mA·h"}, {"mah", "mA·h"}, {"KWH", "kW·h"}, {"Kwh", "kW·h"}, {"kwh", "kW·h"}, {"KWh", "kW·h"},
	{"°c", "°C"}, {"°f", "°F"}, {"ºC", "°C"}, {"˚C", "°C"}, {"℃c", "℃"}};

/* Units of old or of other markets, and what news copy writes; an empty one needs arithmetic. */
static const struct {
	const char *old, *right;
} old_units[] = {{"公分", "厘米"}, {"平方公分", "平方厘米"}, {"公尺", "米"}, {"平方公尺", "平方米"}, {"立方公尺", "立方米"}, {"公厘", "毫米"}, {"公吨", "吨"},
	{"公升", "升"}, {"平米", "平方米"}, {"英吋", "英寸"}, {"吋", "英寸"}, {"英呎", "英尺"}, {"呎", "英尺"}, {"英哩", "英里"}, {"哩", "英里"}, {"浬", "海里"},
	{"市斤", ""}, {"市里", ""}, {"市尺", ""}, {"市亩", "亩"}};

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

static struct finding *add(struct check_context *context, unsigned message, struct span span, const char *right)
{
	struct finding *finding = report_add(context->report, message, span);
	finding_text(finding, span);
	if (*right)
		finding_string(finding, right);
	return finding;
}

/* Does the number stand among Chinese text? */
static bool is_chinese(const struct article *article, const struct figure *figure, uint32_t end)
{
	uint64_t chinese = CLASSES_HAN | CLASSES_WIDE_STOP | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE);
	uint32_t before = article_skip_back(article, figure->number.begin, figure->number.begin - NEAR, CLASSES_SPACE);
	uint32_t after = article_skip(article, end, end + NEAR, CLASSES_SPACE);
	bool latin = article_is(article, before - 1, CLASSES_LATIN) || article_is(article, after, CLASSES_LATIN);
	return !latin && (article_is(article, before - 1, chinese) || article_is(article, after, chinese));
}

/* What the letters should be; NULL: they are right, or no unit of the list. */
static const char *right_letters(const struct article *article, struct span span)
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

/* Where the digits of a number end. 100Km/h is a code for the figures layer: its letters are no unit that it knows. */
static uint32_t digits_end(const struct article *article, const struct figure *figure)
{
	if (figure->kind != FIGURE_CODE)
		return figure->number.end;
	uint32_t end = article_skip(article, figure->number.begin, figure->number.end, CLASS_BIT(CLASS_DIGIT));
	return article->cp[end] == '.' ? article_skip(article, end + 1, figure->number.end, CLASS_BIT(CLASS_DIGIT)) : end;
}

static void check_letters(struct check_context *context, const struct figure *figure)
{
	const struct article *article = context->article;
	uint32_t number_end = digits_end(article, figure), at = number_end + (article->cp[number_end] == ' '), end = at;
	while (end < at + LETTERS && (article->cls[end] == CLASS_LATIN || character_is_one_of(article->cp[end], "/°º˚")))
		end++;
	struct span span = {at, end};
	/* 第3KM处, 名叫5KG */
	bool is_name = character_is_one_of(article->cp[figure->number.begin - 1], "第叫名称稱");
	if (is_name || number_end == figure->number.begin || end == at || end == at + LETTERS || article_is(article, end, CLASS_BIT(CLASS_DIGIT)) ||
		!is_chinese(article, figure, end))
		return;
	const char *right = right_letters(article, span);
	if (!right)
		return;
	finding_fix(add(context, MESSAGE_LETTERS, span, right), FIX_SAFE, span, right);
}

/* 50m2, 30 cm3 */
static void check_power(struct check_context *context, const struct figure *figure)
{
	static const char *const lengths[] = {"m", "cm", "km", "mm", "dm", NULL};
	const struct article *article = context->article;
	uint32_t at = figure->number.end + (article->cp[figure->number.end] == ' ');
	uint32_t end = article_skip(article, at, at + 3, CLASS_BIT(CLASS_LATIN)), digit = article->cp[end];
	if (end == at || (digit != '2' && digit != '3') || !article_is_any(article, (struct span){at, end}, lengths) ||
		article_is(article, end + 1, CLASSES_FIGURE | CLASS_BIT(CLASS_LATIN)) || !is_chinese(article, figure, end + 1))
		return;
	struct span span = {at, end + 1};
	uint32_t right[4] = {0}, length = 0;
	for (; at < end; at++)
		right[length++] = article->cp[at];
	right[length++] = digit == '2' ? 0xB2 : 0xB3;
	struct finding *finding = report_add(context->report, MESSAGE_POWER, span);
	finding_text(finding, span);
	finding_characters(finding, right, length);
	finding_fix_characters(finding, FIX_SAFE, span, right, length);
}

/* 摄氏5度, 摄氏零下5度 */
static void check_degrees(struct check_context *context, const struct figure *figure)
{
	static const char *const scales[] = {"摄氏", "华氏", NULL};
	const struct article *article = context->article;
	uint32_t begin = figure->span.begin;
	if (!variant_is_hans(article->variant) || span_length(figure->unit) != 1 || article->cp[figure->unit.begin] != U'度' || figure->kind != FIGURE_CARDINAL)
		return;
	begin -= article_ends(article, begin, "零下") ? 2 : 0;
	if (!article_ends_any(article, begin, scales) || (figure->flags & (FIGURE_RANGE_BEGIN | FIGURE_RANGE_END)))
		return;
	struct span scale = {begin - 2, begin}, span = {begin - 2, figure->unit.end};
	uint32_t words_of_scale[2] = {article->cp[scale.begin], article->cp[scale.begin + 1]};
	struct finding *finding = report_add(context->report, MESSAGE_DEGREES, span);
	finding_text(finding, span);
	finding_characters(finding, words_of_scale, 2);
	finding_fix(finding, FIX_SAFE, scale, "");
	finding_fix_characters(finding, FIX_SAFE, (struct span){figure->unit.begin, figure->unit.begin}, words_of_scale, 2);
}

/* x, X or * between two digits: the position after the last number, or 0; the signs are counted. */
static uint32_t times_end(const struct article *article, uint32_t at, uint32_t *signs, uint32_t *first)
{
	uint64_t number = CLASS_BIT(CLASS_DIGIT);
	*signs = 0;
	for (;;) {
		at = article_skip(article, at, article_ahead(article, at, LETTERS), number);
		if (article->cp[at] == '.' && article_is(article, at + 1, number))
			at = article_skip(article, at + 1, article_ahead(article, at, LETTERS), number);
		uint32_t sign = article->cp[at] == ' ' ? at + 1 : at, next = sign + 1 + (sign > at && article->cp[sign + 1] == ' ');
		if (!character_is_one_of(article->cp[sign], "xX*＊") || !article_is(article, next, number) || *signs > 2)
			return at;
		*first = *signs ? *first : sign;
		++*signs;
		at = next;
	}
}

static void check_times(struct check_context *context, const struct figure *figure)
{
	const struct article *article = context->article;
	uint32_t signs, first = 0, unit_end, begin = figure->number.begin;
	uint32_t mark = article_skip(article, begin, begin + LETTERS, CLASS_BIT(CLASS_DIGIT));
	if (!character_is_one_of(article->cp[mark], "xX*＊. ") || !article_is(article, begin, CLASS_BIT(CLASS_DIGIT)) ||
		article_is(article, begin - 1, CLASSES_LATIN | CLASS_BIT(CLASS_DIGIT)) || character_is_one_of(article->cp[begin - 1], ".*-_/"))
		return;
	uint32_t end = times_end(article, begin, &signs, &first), unit = end + (article->cp[end] == ' ');
	enum figure_unit_kind kind = signs ? figure_unit_at(article, unit, &unit_end) : UNIT_NONE;
	if (kind != UNIT_LENGTH || article->cp[begin] == '0')
		return;
	struct span span = {begin, end};
	struct finding *finding = report_add(context->report, MESSAGE_TIMES, span);
	finding_text(finding, span);
	for (uint32_t at = first; at < end; at++)
		if (character_is_one_of(article->cp[at], "xX*＊"))
			finding_fix_character(finding, FIX_SAFE, (struct span){at, at + 1}, 0xD7);
}

/* A year before 1990 in the sentence, or words of history: the units are those of the time. */
static bool is_history(const struct article *article, uint32_t index)
{
	static const char *const old_times[] = {"解放前", "民国", "旧制", "旧社会", "清代", "明代", "古", "旧时", "当年", "年代", "生产队", "粮票", NULL};
	struct span sentence = article->sentences[article_sentence_at(article, article->figures[index].span.begin)].span;
	uint32_t from = index > LETTERS ? index - LETTERS : 0, to = index + LETTERS < article->figure_count ? index + LETTERS : article->figure_count;
	for (uint32_t i = from; i < to; i++) {
		const struct figure *other = &article->figures[i];
		int64_t year = other->kind == FIGURE_DATE && other->value.known ? figure_year(other) : 0;
		if (year != 0 && year < LAST_OLD_YEAR && other->span.begin >= sentence.begin && other->span.end <= sentence.end)
			return true;
	}
	return article_holds_any(article, sentence, old_times);
}

/* 公分母; in 3市里有2市 the 里 says where. */
static bool is_other_word(const struct article *article, uint32_t at)
{
	return article_starts(article, at, "公分母") ||
	       (article_starts(article, at, "市里") && !character_is_one_of(article->cp[at + 2], "路外地长远的，。、"));
}

static void check_old(struct check_context *context, uint32_t index)
{
	const struct article *article = context->article;
	const struct figure *figure = &article->figures[index];
	uint32_t at = figure->number.end;
	if (!variant_is_hans(article->variant) || figure->kind != FIGURE_CARDINAL || !character_is_one_of(article->cp[at], "公平立英吋呎哩浬市"))
		return;
	for (size_t i = 0; i < sizeof old_units / sizeof *old_units; i++) {
		const char *right = old_units[i].right;
		if (!article_starts(article, at, old_units[i].old) || is_other_word(article, at))
			continue;
		const char *text = old_units[i].old;
		struct span span = {at, at};
		for (; *text; span.end++)
			character_decode(&text);
		if (pair_around(article, at, PAIRS_QUOTE | PAIRS_TITLE) || is_history(article, index))
			return;
		struct finding *finding = add(context, *right ? MESSAGE_OLD : MESSAGE_OLD_WORD, span, right);
		if (*right)
			finding_fix(finding, FIX_SAFE, span, right);
		return;
	}
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	for (uint32_t i = 0; i < article->figure_count; i++) {
		const struct figure *figure = &article->figures[i];
		if (!article_is(article, figure->number.end - 1, CLASSES_FIGURE | CLASSES_LATIN))
			continue;
		if (figure->kind != FIGURE_DATE && figure->kind != FIGURE_TIME && figure->kind != FIGURE_MARKER) {
			check_letters(context, figure);
			check_power(context, figure);
			check_times(context, figure);
		}
		check_degrees(context, figure);
		check_old(context, i);
	}
}

#define HOUSE (PROFILE_NEWSROOM | PROFILE_STRICT)

static const struct check_message messages[] = {
	[MESSAGE_LETTERS] = {"letters", N_("the unit “{0}” is written “{1}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_DEGREES] = {"degrees", N_("“{1}” stands before 度, not before the number: “{0}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_TIMES] = {"times", N_("the sign between the sizes in “{0}” is ×"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_POWER] = {"power", N_("the unit “{0}” is a power, write “{1}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_OLD] = {"old", N_("“{0}” is no legal unit, write “{1}”"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	[MESSAGE_OLD_WORD] = {"old_word", N_("“{0}” is no legal unit, convert it"), SEVERITY_NOTE, HOUSE, CONFIDENCE_HIGH},
	{0},
};

const struct check check_figure_bad_unit = {
	.struct_size = sizeof(struct check),
	.name = "figure_bad_unit",
	.summary = N_("a unit of measurement that is misspelt, misplaced or not a legal one"),
	.needs = NEED_SENTENCES | NEED_PAIRS | NEED_FIGURES,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
