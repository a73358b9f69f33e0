/* numbered: the series of labels, one family of numerals and marks beside the other. */
#include "numbered.h"

enum {
	NUMBER_LONGEST = 3,
	NUMBER_MOST = 60,
	HEADING = 40, /* characters of a heading, at most */
};

enum mark { MARK_PAUSE, MARK_POINT, MARK_CLOSE, MARK_COUNT, MARK_NONE };

/* The number at the beginning of a paragraph. */
struct label {
	uint32_t paragraph;
	struct span number;
	uint32_t value;
	bool han;
	enum mark mark; /* MARK_NONE: text follows the number at once */
};

/* The series of one family, as far as it is read. */
struct series_state {
	bool open;
	struct label last;
	struct label bare, one; /* numbers without a mark since LAST: the next one of the series, a first one */
	uint32_t bares, ones;
	uint32_t count;
	struct label width[2]; /* the last label with a full-width (half-width) bracket */
	uint32_t widths[2];
};

struct walk {
	const struct article *article;
	struct series_state series[2][MARK_COUNT];
	void (*found)(void *user, const struct numbered_fault *fault);
	void *user;
};

static uint32_t value_of(const struct article *article, struct span span, bool han)
{
	uint32_t value = 0, unit = 0;
	for (uint32_t at = span.begin; at < span.end; at++) {
		int64_t digit = han ? character_numeral(article->cp[at]) : (int64_t)(article->cp[at] - '0');
		if (digit < 0 || digit > 10)
			return 0;
		if (!han)
			value = value * 10 + (uint32_t)digit;
		else if (digit == 10)
			value = (unit ? unit : 1) * 10, unit = 0;
		else if (unit)
			return 0;
		else
			unit = (uint32_t)digit;
	}
	return value + unit;
}

static enum mark mark_of(uint32_t cp)
{
	return cp == U'、' ? MARK_PAUSE : cp == U'．' || cp == '.' ? MARK_POINT : cp == U'）' || cp == ')' ? MARK_CLOSE : MARK_NONE;
}

/* Does text follow a number, perhaps after spaces? 二2024年重点工作 */
static bool is_text(const struct article *article, const struct label *label, uint32_t end)
{
	uint32_t at = article_skip(article, label->number.end, end, CLASSES_SPACE);
	uint64_t text = (CLASSES_HAN & ~CLASS_BIT(CLASS_HAN_NUMERAL)) | CLASS_BIT(CLASS_OPEN);
	return at < end && (article_is(article, at, label->han ? text | CLASS_BIT(CLASS_DIGIT) : text) ||
				   (article->cls[at] == CLASS_HAN_NUMERAL && character_numeral(article->cp[at]) < 1)) /* 几句 */;
}

/* False if the paragraph begins with no number. */
static bool read_label(const struct article *article, uint32_t paragraph, struct label *label)
{
	struct span text = article_trim(article, article->paragraphs[paragraph].span);
	bool han = article->cls[text.begin] == CLASS_HAN_NUMERAL;
	uint64_t numerals = CLASS_BIT(han ? CLASS_HAN_NUMERAL : CLASS_DIGIT);
	uint32_t end = text.begin;
	while (end < text.begin + NUMBER_LONGEST + 1 && article_is(article, end, numerals) && (!han || character_numeral(article->cp[end]) >= 1))
		end++;
	*label = (struct label){paragraph, {text.begin, end}, 0, han, mark_of(article->cp[end])};
	if (end == text.begin || end - text.begin > NUMBER_LONGEST || article->paragraphs[paragraph].role == ROLE_TABLE)
		return false;
	label->value = value_of(article, label->number, han);
	if (label->mark != MARK_NONE && (han ? character_numeral(article->cp[end + 1]) >= 1 : article_is(article, end + 1, numerals)))
		return false;
	return label->value >= 1 && label->value <= NUMBER_MOST && (label->mark != MARK_NONE || is_text(article, label, text.end));
}

/* A heading, short and without a mark at its end, and not an item. */
static bool is_heading(const struct article *article, uint32_t paragraph)
{
	struct span text = article_trim(article, article->paragraphs[paragraph].span);
	return span_length(text) <= HEADING && !article->paragraphs[paragraph].ends_sentence && !article_is(article, text.end - 1, CLASSES_STOP);
}

/* 三天后, 2个: what stands after the number is counted by it. */
static bool is_counted(const struct article *article, const struct label *label)
{
	return character_is_one_of(
		article->cp[label->number.end], U"个個名位天年月日号號时時点點分秒次种種条條项項件级級届屆层層岁歲人家户戶口只隻支枝张張座元角斤米里台"
						U"臺部本场場批組组队隊路期周週代声聲面边邊方者是要大多余餘成倍");
}

static void report(const struct walk *walk, enum numbered_fault_kind kind, const struct label *label, const struct label *sister)
{
	struct numbered_fault fault = {kind, label->number, {sister->number.begin, sister->number.end + 1}, walk->article->cp[sister->number.end]};
	walk->found(walk->user, &fault);
}

/* A number without a mark that stands where one of the series is missing, and looks like the others. */
static void check_bare(const struct walk *walk, const struct label *bare, const struct label *sister, bool at_end)
{
	const struct article *article = walk->article;
	bool heading = is_heading(article, sister->paragraph);
	uint32_t apart = bare->paragraph > sister->paragraph ? bare->paragraph - sister->paragraph : sister->paragraph - bare->paragraph;
	if (heading != is_heading(article, bare->paragraph) || (!heading && apart > 1))
		return;
	if (at_end && is_counted(article, bare))
		return;
	report(walk, NUMBERED_LOST, bare, sister);
}

/* What the whole series says, when no label of it comes any more. */
static void finish(const struct walk *walk, struct series_state *series)
{
	if (series->open && series->count >= 2 && series->bares == 1)
		check_bare(walk, &series->bare, &series->last, true);
	for (unsigned half = 0; half < 2; half++)
		if (series->widths[half] == 1 && series->widths[1 - half] >= 2)
			report(walk, NUMBERED_WIDTH, &series->width[half], &series->width[1 - half]);
	*series = (struct series_state){.one = series->one, .ones = series->ones};
}

static void add_label(const struct walk *walk, struct series_state *series, const struct label *label)
{
	bool next = series->open && label->value == series->last.value + 1, skips = series->open && label->value == series->last.value + 2;
	if (skips && series->bares == 1)
		check_bare(walk, &series->bare, &series->last, false);
	if (!next && !skips)
		finish(walk, series);
	if (!series->open && label->value == 2 && series->ones == 1)
		check_bare(walk, &series->one, label, false);
	series->open = true;
	series->last = *label;
	series->bares = series->ones = 0;
	series->count++;
	if (label->mark == MARK_CLOSE) {
		bool half = walk->article->cp[label->number.end] == ')';
		series->width[half] = *label;
		series->widths[half]++;
	}
}

static void add_bare(struct series_state *series, const struct label *label)
{
	if (series->open && label->value == series->last.value + 1) {
		series->bare = *label;
		series->bares++;
	} else if (label->value == 1) {
		series->one = *label;
		series->ones++;
	}
}

void numbered_each_fault(const struct article *article, void (*found)(void *user, const struct numbered_fault *fault), void *user)
{
	struct walk walk = {.article = article, .found = found, .user = user};
	struct label label;
	for (uint32_t p = 0; p < article->paragraph_count; p++) {
		if (!read_label(article, p, &label))
			continue;
		if (label.mark != MARK_NONE)
			add_label(&walk, &walk.series[label.han][label.mark], &label);
		for (unsigned mark = 0; label.mark == MARK_NONE && mark < MARK_COUNT; mark++)
			add_bare(&walk.series[label.han][mark], &label);
	}
	for (unsigned han = 0; han < 2; han++)
		for (unsigned mark = 0; mark < MARK_COUNT; mark++)
			finish(&walk, &walk.series[han][mark]);
}
