/*
 * punct_bad_interpunct: another mark in the place of the interpunct, 列夫•托尔斯泰 and 列夫.托尔斯泰, and month and day of an event
 * without it or with one too many: 9.11事件, 911事件, 五·四运动.
 *
 * The interpunct is U+00B7 (GB/T 15834 4.14; in Hong Kong too, in Taiwan ‧), between the parts of a foreign name, between
 * a book and its chapter, and between month and day of an event: in Arabic digits always, “9·11”, in Han numerals only after
 * 一, 十一 and 十二, “一·二八” and “五四”. The name of the event is in quotes. A mark that an article has throughout is one finding,
 * and so is the mark of another region where the configuration says Taiwan or Hong Kong.
 *
 * Passes: bullets and separators (at the beginning of a line, with spaces, in navigation and tables, between common words), ・ beside kana, · ‧ ・ in
 * Traditional text whose region nobody has said, ． in Traditional names, decimals and versions, magnitudes, numbers of headings, initials (J.K.罗琳).
 * Misses: a full stop between names that are not made of the characters that render foreign sounds, events it has no word for.
 */
#include "check.h"

enum { MESSAGE_MARK, MESSAGE_DATE, MESSAGE_EXTRA, MESSAGE_HABIT, MESSAGE_REGION };

enum {
	NAME_LONGEST = 5,
	KANA_REACH = 12,
	HABIT = 8, /* from so many of one mark on it is a habit, where the right one is not a third as frequent */
	MARKS = 12,
	EVENT_DAY = 10, /* 7.8地震 is a magnitude, 5.12地震 is not */
};

static const char *const events[] = {"事件", "事变", "运动", "惨案", "血案", "恐怖袭击", "恐袭", "起义", "晚会", "空难", "暴动", "政变", "案件",
	"专案", "大案", "特大", "爆炸", "火灾", "矿难", "事故", "消费者权益日", "国际消费者", "讲话", "枪击案", "绑架案", "反革命政变", "打砸抢",
	"南昌起义", "国庆节", "劳动节", "妇女节", "建军节", "青年节", "儿童节", NULL};
static const char *const quakes[] = {"地震", "大地震", "汶川", "特大地震", "抗震", "洪灾", "洪水", NULL};

/* Dates that everybody knows without a point; the same digits before other words are something else. */
static const struct {
	const char *text, *right;
	const char *words[6];
} known[] = {
	{"911", "9·11", {"事件", "恐怖袭击", "恐袭", "袭击"}},
	{"315", "3·15", {"晚会", "消费者权益日", "国际消费者", "打假"}},
	{"512", "5·12", {"地震", "大地震", "汶川", "特大地震"}},
	{"918", "9·18", {"事变"}},
	{"一二八", "一·二八", {"事变", "抗战", "淞沪"}},
	{"一二九", "一二·九", {"运动", "学生运动"}},
	{"一二一", "一二·一", {"运动", "惨案"}},
};

#define DIGIT (CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_FULL_DIGIT))
#define NUMERAL CLASS_BIT(CLASS_HAN_NUMERAL)
#define QUOTE (CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_QUOTE))

/* A common word of two characters: no name, and no two sounds that happen to be a noun (居里, 雨果). */
static bool is_common(const struct check_context *context, uint32_t begin)
{
	const struct article *article = context->article;
	struct word word;
	if (!word_find(context->data, article->cp + begin, 2, &word) || word.tag == WORD_PERSON || word.tag == WORD_PLACE || word.tag == WORD_OTHER)
		return false;
	return !foreign_is_sound(article, begin) || !foreign_is_sound(article, begin + 1) || (word.tag != WORD_NOUN && word.tag != WORD_MEASURE);
}

/* Does a name of the dictionary with such a character in it end (begin) at a position? */
static bool is_known_name(const struct check_context *context, uint32_t at, bool before)
{
	const struct article *article = context->article;
	struct word word;
	bool sound = foreign_is_sound(article, at);
	for (uint32_t length = 2; length <= NAME_LONGEST; length++) {
		sound |= foreign_is_sound(article, before ? at + 1 - length : at + length - 1);
		if (word_find(context->data, article->cp + (before ? at + 1 - length : at), length, &word) && word.tag == WORD_PERSON)
			return sound;
	}
	return false;
}

enum side { SIDE_NONE, SIDE_DOUBTFUL, SIDE_NAME };

/* What the text beside a mark is; a place, a noun or one sound may be part of a name or not. */
static enum side side_of(const struct check_context *context, uint32_t mark, bool before)
{
	const struct article *article = context->article;
	uint32_t begin = before ? mark - 2 : mark + 1;
	if (is_known_name(context, before ? mark - 1 : mark + 1, before))
		return SIDE_NAME;
	bool first = foreign_is_sound(article, begin), second = foreign_is_sound(article, begin + 1);
	if ((!first && !second) || is_common(context, begin) || !article_is_han(article, begin) || !article_is_han(article, begin + 1))
		return SIDE_NONE;
	return !first || !second || word_find(context->data, article->cp + begin, 2, NULL) ? SIDE_DOUBTFUL : SIDE_NAME;
}

/* 列夫.托尔斯泰: a foreign name on both sides. */
static bool between_names(const struct check_context *context, uint32_t at)
{
	enum side left = side_of(context, at, true), right = side_of(context, at, false);
	return left && right && (left == SIDE_NAME || right == SIDE_NAME);
}

/* A Han character, or the initial in 乔治•W•布什 and J•K•罗琳. */
static bool is_part(const struct article *article, uint32_t at, bool before)
{
	uint32_t next = before ? at - 1 : at + 1;
	return article_is_han(article, at) ||
	       (article->cls[at] == CLASS_LATIN && article->cls[next] != CLASS_LATIN && article->cls[next] != CLASS_DIGIT);
}

static bool near_kana(const struct article *article, uint32_t at)
{
	struct span around = {article_back(article, at, KANA_REACH), article_ahead(article, at, KANA_REACH)};
	return article_has(article, CLASS_KANA, around);
}

/* What an article should have; Traditional text of no known region has either, and ‧ if it has none. */
static uint32_t right_mark(const struct article *article)
{
	const struct positions *list = &article->index[CLASS_INTERPUNCT];
	int64_t more = 0;
	for (uint32_t i = 0; i < list->count && article->variant == VARIANT_HANT; i++)
		more += (article->cp[list->at[i]] == U'·') - (article->cp[list->at[i]] == U'‧');
	return article->variant == VARIANT_HANT_TW || (article->variant == VARIANT_HANT && more <= 0) ? U'‧' : U'·';
}

/* Interpuncts, but not of the mainland: they differ by region. */
static bool is_regional(uint32_t code_point)
{
	return code_point == U'·' || code_point == U'‧' || code_point == U'・' || code_point == U'･';
}

/* Is the mark at a position one that stands in the place of the interpunct? */
static bool is_misused(const struct check_context *context, uint32_t at, uint32_t right)
{
	const struct article *article = context->article;
	uint32_t cp = article->cp[at];
	if (cp == right || !is_part(article, at - 1, true) || !is_part(article, at + 1, false))
		return false;
	enum role role = article->paragraphs[article_paragraph_at(article, at)].role;
	if (role == ROLE_NAVIGATION || role == ROLE_TABLE)
		return false;
	bool initials = cp != '.' && article->cp[at + 2] == cp && article_is_han(article, at + 3);
	if (!article_is_han(article, at - 1) && !article_is_han(article, at + 1) && !initials)
		return false;
	if (cp == '.' || cp == U'．') {
		bool han = article_is_han(article, at - 1) && article_is_han(article, at + 1);
		if (cp == U'．' && variant_is_hant(article->variant))
			return false; /* 列夫．托爾斯泰: in Taiwan as usual as ‧ */
		return han && (between_names(context, at) || (variant_is_hans(article->variant) && pair_around(article, at, PAIRS_TITLE)));
	}
	bool date = article_is(article, at - 1, NUMERAL) && article_is(article, at + 1, NUMERAL);
	if (!date && is_common(context, at - 2) && is_common(context, at + 1) && !pair_around(article, at, PAIRS_TITLE))
		return false; /* 脚本・监督: a list */
	bool is_said = variant_is_hans(article->variant) || article->variant == VARIANT_HANT_TW || article->variant == VARIANT_HANT_HK;
	return !is_regional(cp) || (is_said && !near_kana(article, at));
}

/* A mark of which an article has several. */
struct habit {
	uint32_t code_point, count;
	struct finding *finding;
};

struct marks {
	uint32_t *at;
	size_t count, capacity;
	struct habit habits[MARKS];
	uint32_t right, right_count;
};

static struct habit *habit_of(struct marks *marks, uint32_t code_point)
{
	size_t i = 0;
	while (i < MARKS - 1 && marks->habits[i].count && marks->habits[i].code_point != code_point)
		i++;
	marks->habits[i].code_point = code_point;
	return &marks->habits[i];
}

static void add_mark(struct check_context *context, struct marks *marks, uint32_t at)
{
	ARENA_PUSH(context->scratch, marks->at, marks->count, marks->capacity, at);
	habit_of(marks, context->article->cp[at])->count++;
}

/* One finding for a mark, or for all of its kind. */
static void report_mark(struct check_context *context, struct marks *marks, uint32_t at)
{
	const struct article *article = context->article;
	struct habit *habit = habit_of(marks, article->cp[at]);
	struct span span = {at, at + 1};
	bool regional = is_regional(article->cp[at]) && variant_is_hant(article->variant);
	bool is_habit = habit->count >= HABIT && habit->count >= 3 * marks->right_count;
	struct finding *finding = habit->finding;
	if (!finding) {
		finding = report_add(context->report, regional ? MESSAGE_REGION : is_habit ? MESSAGE_HABIT : MESSAGE_MARK, span);
		finding_character(finding, article->cp[at]);
		finding_character(finding, marks->right);
		finding_number(finding, habit->count);
	}
	if (regional || is_habit)
		habit->finding = finding;
	bool sure = article->cls[at] == CLASS_INTERPUNCT || between_names(context, at);
	finding_fix_character(finding, sure ? FIX_SAFE : FIX_UNSAFE, span, marks->right);
}

/* Writes a date as the name of an event, in quotes if it has none. */
static void report_date(struct check_context *context, unsigned message, struct span date, const char *right)
{
	const struct article *article = context->article;
	struct finding *finding = report_add(context->report, message, date);
	bool quoted = article_is(article, date.begin - 1, QUOTE);
	bool inside = pair_around(article, date.begin, PAIR_BIT(PAIR_DOUBLE_QUOTE)) != NULL;
	const char *form = quoted || pair_around(article, date.begin, PAIRS_TITLE) ? "%s" : inside ? "‘%s’" : "“%s”";
	char text[64];
	snprintf(text, sizeof text, form, right);
	finding_text(finding, date);
	finding_string(finding, text);
	finding_fix(finding, FIX_SAFE, date, text);
}

static uint32_t value_of(const struct article *article, struct span span)
{
	uint32_t value = 0;
	for (uint32_t i = span.begin; i < span.end; i++)
		value = value * 10 + (article->cp[i] & 15); /* half and full width */
	return value;
}

/* What may stand before a date that names an event: no letter, no number, no heading, no 第 图 表 版. */
static bool begins_date(const struct article *article, uint32_t at)
{
	uint64_t others = CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_HALF_STOP) | CLASS_BIT(CLASS_DASH) | CLASS_BIT(CLASS_SYMBOL) | NUMERAL;
	uint32_t before = article_skip_back(article, at, article_back(article, at, 2), CLASSES_SPACE);
	if (article_is(article, before - 1, others | DIGIT) || character_is_one_of(article->cp[before - 1], U"第图表版本式章节条氏级为达义理例则题注"))
		return false;
	const struct paragraph *paragraph = &article->paragraphs[article_paragraph_at(article, at)];
	return before > paragraph->span.begin ? article->cls[before - 1] != CLASS_NEWLINE : paragraph->role == ROLE_BODY && paragraph->ends_sentence;
}

/* 9.11事件, “9.11”事件, 5．12地震, 9•11事件 */
static void check_digits(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	struct span month = {article_skip_back(article, at, article_back(article, at, 3), DIGIT), at};
	struct span day = {at + 1, article_skip(article, at + 1, article_ahead(article, at, 4), DIGIT)};
	uint32_t m = value_of(article, month), d = value_of(article, day), event = day.end;
	bool plain = span_length(month) <= 2 && span_length(day) <= 2 && m >= 1 && m <= 12 && d >= 1 && d <= 31 && article->cp[day.begin] != '0';
	event += article_is(article, event, QUOTE);
	if (!plain || !begins_date(article, month.begin))
		return;
	if (!article_starts_any(article, event, events) && (d < EVENT_DAY || !article_starts_any(article, event, quakes)))
		return;
	char right[16];
	snprintf(right, sizeof right, "%u·%u", m, d);
	report_date(context, MESSAGE_DATE, (struct span){month.begin, day.end}, right);
}

/* 911事件, 一二八事变 */
static void check_known(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (!article_starts(article, at, known[i].text))
			continue;
		uint32_t end = at + 3, event = end + article_is(article, end, QUOTE);
		for (size_t w = 0; w < sizeof known[i].words / sizeof *known[i].words && known[i].words[w]; w++)
			if (article_starts(article, event, known[i].words[w])) {
				report_date(context, MESSAGE_DATE, (struct span){at, end}, known[i].right);
				return;
			}
	}
}

/* GB/T 15834 4.14.3: 五·四 → 五四; 一·二八 and 一二·九 are right. */
static void check_numerals(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	struct span date = {at - 1, article_skip(article, at + 1, article_ahead(article, at, 5), NUMERAL)};
	uint32_t event = date.end + article_is(article, date.end, QUOTE);
	if (span_length(date) > 4 || !character_is_one_of(article->cp[at - 1], U"二三四五六七八九十") || article_is(article, at - 2, NUMERAL) ||
		character_numeral(article->cp[at + 1]) < 1 || !article_starts_any(article, event, events))
		return;
	char right[32];
	struct span month = {at - 1, at}, day = {at + 1, date.end};
	struct str first = article_text(article, month, context->scratch), second = article_text(article, day, context->scratch);
	snprintf(right, sizeof right, "%.*s%.*s", (int)first.size, first.data, (int)second.size, second.data);
	report_date(context, MESSAGE_EXTRA, date, right);
}

static void check_point(struct check_context *context, struct marks *marks, uint32_t at)
{
	const struct article *article = context->article;
	bool hans = variant_is_hans(article->variant), interpunct = article->cp[at] == U'·';
	if (hans && !interpunct && article_is(article, at - 1, DIGIT) && article_is(article, at + 1, DIGIT))
		check_digits(context, at);
	else if (is_misused(context, at, marks->right))
		add_mark(context, marks, at);
	else if (hans && interpunct && article_is(article, at - 1, NUMERAL) && article_is(article, at + 1, NUMERAL))
		check_numerals(context, at);
}

static void run(struct check_context *context)
{
	static const uint8_t points[] = {CLASS_HALF_STOP, CLASS_END_STOP, CLASS_INTERPUNCT}, numbers[] = {CLASS_DIGIT, CLASS_HAN_NUMERAL};
	const struct article *article = context->article;
	struct marks marks = {.right = right_mark(article)};
	for (size_t c = 0; c < sizeof points; c++) {
		const struct positions *list = &article->index[points[c]];
		for (uint32_t i = 0; i < list->count; i++)
			if (points[c] == CLASS_INTERPUNCT || article->cp[list->at[i]] == '.' || article->cp[list->at[i]] == U'．')
				check_point(context, &marks, list->at[i]);
		for (uint32_t i = 0; i < list->count && points[c] == CLASS_INTERPUNCT; i++)
			marks.right_count += article->cp[list->at[i]] == marks.right && article_is_han(article, list->at[i] - 1);
	}
	for (size_t i = 0; i < marks.count; i++)
		report_mark(context, &marks, marks.at[i]);
	for (size_t c = 0; c < sizeof numbers && variant_is_hans(article->variant); c++) {
		const struct positions *list = &article->index[numbers[c]];
		for (uint32_t i = 0; i < list->count; i++)
			if (!article_is(article, list->at[i] - 1, CLASS_BIT(numbers[c]) | CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_HALF_STOP)))
				check_known(context, list->at[i]);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_MARK] = {"mark", N_("“{0}” stands in the place of the interpunct, write “{1}”"), SEVERITY_WARNING, PROFILE_NEWSROOM | PROFILE_STRICT,
		CONFIDENCE_HIGH},
	[MESSAGE_DATE] = {"date", N_("the date “{0}” names an event, write {1}"), SEVERITY_WARNING, PROFILE_NEWSROOM | PROFILE_STRICT,
		CONFIDENCE_HIGH},
	[MESSAGE_EXTRA] = {"extra", N_("no interpunct between month and day in “{0}”, write {1}"), SEVERITY_WARNING,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_HABIT] = {"habit", N_("“{0}” stands in the place of the interpunct {2} times, write “{1}”"), SEVERITY_WARNING,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_REGION] = {"region", N_("“{0}” for the interpunct, in this variant of Chinese it is “{1}”"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_bad_interpunct = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_interpunct",
	.summary = N_("another mark for the interpunct, dates of events without it"),
	.needs = NEED_PAIRS | NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
