/*
 * figure_double_approximation: a number that is made rough twice: 约100人左右, 大约50多, 超过30%以上, 大约近百人, 数百余人.
 *
 * One mark says all; two either repeat each other or contradict: 近 is a little less and 余 a little more, 至少 sets a limit
 * that 左右 takes away. Of two marks the later goes: the fix deletes it, safely where they say the same.
 *
 * Passes on purpose: marks of different numbers (约100名30岁左右的青年) and of different clauses; words that hold such a character
 * (条约, 附近, 看不到, 余震, 多功能, 左右两侧); 近十余年来 and 近3年左右, which are recent years; 多达50余人, 长达十多年;
 * 超过去年100倍以上, which says by how much; 至少有1亿元以上项目3个, where 以上 makes a class; 三五人, 几十人 alone.
 * At medium confidence: 大概20多岁, 高达80%以上, 至少100多人, 最多50人左右, 几十元左右; at low confidence: 约几百人.
 * Misses: marks far apart (约请了好些老朋友，三十人左右), 估计, 可能, adverbs that no list holds.
 */
#include "check.h"

enum { MESSAGE_DOUBLED, MESSAGE_CONTRADICTS };

enum { NEXT_FIGURE = 8 };

/* What two marks are to each other. */
struct verdict {
	enum { NOTHING, DOUBLED, CONTRADICTS } fault;
	enum confidence confidence;
};

#define SAME(level)                                                                                                                                  \
	{                                                                                                                                            \
		DOUBLED, CONFIDENCE_##level                                                                                                          \
	}
#define CONTRARY(level)                                                                                                                              \
	{                                                                                                                                            \
		CONTRADICTS, CONFIDENCE_##level                                                                                                      \
	}

static const struct verdict verdicts[APPROXIMATION_COUNT][APPROXIMATION_COUNT] = {
	[APPROXIMATION_ABOUT] = {[APPROXIMATION_ODD] = SAME(HIGH),
		[APPROXIMATION_ROUND] = SAME(HIGH),
		[APPROXIMATION_ABOVE] = CONTRARY(HIGH),
		[APPROXIMATION_BELOW] = CONTRARY(LOW),
		[APPROXIMATION_NEAR] = SAME(HIGH)},
	[APPROXIMATION_NEAR] = {[APPROXIMATION_ODD] = CONTRARY(HIGH),
		[APPROXIMATION_ROUND] = SAME(HIGH),
		[APPROXIMATION_ABOVE] = CONTRARY(HIGH),
		[APPROXIMATION_BELOW] = CONTRARY(LOW)},
	[APPROXIMATION_PERHAPS] = {[APPROXIMATION_ODD] = SAME(MEDIUM),
		[APPROXIMATION_ROUND] = SAME(HIGH),
		[APPROXIMATION_ABOVE] = CONTRARY(MEDIUM),
		[APPROXIMATION_BELOW] = CONTRARY(LOW),
		[APPROXIMATION_NEAR] = SAME(MEDIUM),
		[APPROXIMATION_ABOUT] = SAME(HIGH)},
	[APPROXIMATION_OVER] = {[APPROXIMATION_ODD] = SAME(HIGH), [APPROXIMATION_ROUND] = CONTRARY(HIGH), [APPROXIMATION_ABOVE] = SAME(HIGH)},
	[APPROXIMATION_LEAST] = {[APPROXIMATION_ODD] = SAME(MEDIUM),
		[APPROXIMATION_ROUND] = CONTRARY(HIGH),
		[APPROXIMATION_ABOVE] = SAME(HIGH),
		[APPROXIMATION_FROM] = SAME(HIGH)},
	[APPROXIMATION_UNDER] = {[APPROXIMATION_ODD] = CONTRARY(HIGH),
		[APPROXIMATION_ROUND] = CONTRARY(HIGH),
		[APPROXIMATION_ABOVE] = CONTRARY(HIGH),
		[APPROXIMATION_BELOW] = SAME(HIGH)},
	[APPROXIMATION_LESS] = {[APPROXIMATION_ODD] = CONTRARY(MEDIUM),
		[APPROXIMATION_ROUND] = CONTRARY(MEDIUM),
		[APPROXIMATION_ABOVE] = CONTRARY(LOW),
		[APPROXIMATION_BELOW] = SAME(HIGH)},
	[APPROXIMATION_MOST] = {[APPROXIMATION_ODD] = CONTRARY(LOW),
		[APPROXIMATION_ROUND] = CONTRARY(MEDIUM),
		[APPROXIMATION_BELOW] = SAME(HIGH),
		[APPROXIMATION_ABOVE] = CONTRARY(LOW)},
	[APPROXIMATION_WITHIN] = {[APPROXIMATION_ODD] = CONTRARY(HIGH), [APPROXIMATION_ROUND] = CONTRARY(HIGH), [APPROXIMATION_BELOW] = SAME(HIGH)},
	[APPROXIMATION_AS_MUCH] = {[APPROXIMATION_ABOVE] = CONTRARY(MEDIUM)},
	[APPROXIMATION_ODD] = {[APPROXIMATION_ROUND] = SAME(HIGH), [APPROXIMATION_ABOVE] = CONTRARY(MEDIUM)},
};

static enum confidence lower(enum confidence a, enum confidence b)
{
	return a < b ? a : b;
}

/* Deletes a mark; 大约50多的 would read badly without its 多. */
static void delete_mark(const struct article *article, struct finding *finding, const struct approximation_mark *mark, bool safe)
{
	bool hangs = mark->kind == APPROXIMATION_ODD && article->cp[mark->span.end] == 0x7684;
	finding_fix(finding, safe && !hangs ? FIX_SAFE : FIX_UNSAFE, mark->span, "");
}

static struct finding *report(
	struct check_context *context, const struct approximation_mark *first, const struct approximation_mark *second, enum confidence confidence)
{
	struct verdict verdict = verdicts[first->kind][second->kind];
	bool doubled = verdict.fault == DOUBLED;
	struct finding *finding =
		report_add(context->report, doubled ? MESSAGE_DOUBLED : MESSAGE_CONTRADICTS, (struct span){first->span.begin, second->span.end});
	finding_text(finding, first->span);
	finding_text(finding, second->span);
	finding_confidence(finding, lower(verdict.confidence, confidence));
	finding_note(finding, N_("“{0}” stands here, too"), second->span);
	delete_mark(context->article, finding, second, doubled && second->kind != APPROXIMATION_NEAR);
	return finding;
}

/* 至少有1亿元以上项目3个: another number follows what 以上 makes a class of. */
static bool is_class(const struct article *article, const struct approximation_number *number, const struct approximation_mark *first)
{
	const struct figure *figure = &article->figures[number->last], *next = figure + 1;
	const struct approximation_mark *after = &number->after;
	if ((after->kind != APPROXIMATION_ABOVE && after->kind != APPROXIMATION_BELOW) || !first->apart || after->closes)
		return false;
	if (first->far || figure->measure == UNIT_AGE || figure->kind == FIGURE_ORDINAL)
		return true;
	return number->last + 1 < article->figure_count && next->span.begin < after->span.end + NEXT_FIGURE &&
	       article_find(article, after->span.end, next->span.begin, CLASSES_PAUSE | CLASS_BIT(CLASS_NEWLINE)) == next->span.begin;
}

static enum confidence confidence_of(const struct article *article, const struct approximation_number *number, const struct approximation_mark *first,
	const struct approximation_mark *second)
{
	const struct figure *figure = &article->figures[number->last];
	if (first->kind == APPROXIMATION_NEAR && approximation_is_recent(article, first, figure))
		return CONFIDENCE_LOW;
	/* 近100米以上的高空: near by */
	if (first->kind == APPROXIMATION_NEAR && second->kind == APPROXIMATION_ABOVE && figure->measure == UNIT_LENGTH)
		return CONFIDENCE_LOW;
	if (second == &number->after && is_class(article, number, first))
		return CONFIDENCE_LOW;
	/* 睡眠不足10多年; 在不到一年之内 is a time, not a limit */
	if ((first->kind == APPROXIMATION_UNDER || first->kind == APPROXIMATION_WITHIN) && figure->measure == UNIT_DURATION &&
		(second->kind == APPROXIMATION_ODD || (second->kind == APPROXIMATION_BELOW && article->cp[second->span.end - 1] != 0x4E0B)))
		return CONFIDENCE_LOW;
	/* 接近100多年的老屋: to go near it */
	if (first->kind == APPROXIMATION_NEAR && second->kind == APPROXIMATION_ODD && article->cp[first->span.begin] == 0x63A5)
		return CONFIDENCE_LOW;
	return CONFIDENCE_HIGH;
}

/* 大约近百人, 大概约30人. */
static bool check_fronts(struct check_context *context, const struct approximation_number *number, const struct approximation_mark *near)
{
	struct approximation_mark first;
	if (near->apart || (near->kind != APPROXIMATION_NEAR && near->kind != APPROXIMATION_ABOUT))
		return false;
	if (!approximation_before(context->article, context->data, context->scratch, number->first, near->span.begin, &first) || first.far)
		return false;
	if (verdicts[first.kind][near->kind].fault == NOTHING)
		return false;
	report(context, &first, near, confidence_of(context->article, number, &first, near));
	return true;
}

static bool check_front(struct check_context *context, const struct approximation_number *number)
{
	const struct article *article = context->article;
	const struct approximation_mark *inner = &number->inner, *after = &number->after;
	struct approximation_mark first;
	if (!approximation_before(article, context->data, context->scratch, number->first, article->figures[number->first].span.begin, &first))
		return false;
	bool outer = verdicts[first.kind][after->kind].fault != NOTHING;
	const struct approximation_mark *second = outer ? after : inner;
	if (verdicts[first.kind][second->kind].fault == NOTHING)
		return check_fronts(context, number, &first);
	struct finding *finding = report(context, &first, second, confidence_of(article, number, &first, second));
	if (outer && verdicts[first.kind][inner->kind].fault != NOTHING)
		delete_mark(article, finding, inner, true);
	return true;
}

/* 约几百人 */
static void check_front_of_rough(struct check_context *context, const struct approximation_number *number, const struct approximation_mark *mark)
{
	const struct figure *figure = &context->article->figures[number->first];
	if (mark->kind != APPROXIMATION_ABOUT || !character_is_one_of(context->article->cp[figure->number.begin], U"几幾数數"))
		return;
	struct finding *finding = report_add(context->report, MESSAGE_DOUBLED, (struct span){mark->span.begin, figure->number.end});
	finding_text(finding, mark->span);
	finding_text(finding, figure->number);
	finding_confidence(finding, CONFIDENCE_LOW);
	finding_fix(finding, FIX_UNSAFE, mark->span, "");
}

/* 数百余人, 几十多人: the number is rough already. */
static void check_rough(struct check_context *context, const struct approximation_number *number)
{
	const struct article *article = context->article;
	const struct figure *figure = &article->figures[number->first];
	const struct approximation_mark *second = number->inner.kind ? &number->inner : &number->after;
	uint32_t begin = figure->number.begin;
	bool some = character_is_one_of(article->cp[begin], U"数數几幾") || character_is_one_of(article->cp[begin + 1], U"几幾");
	if (character_is_one_of(article->cp[begin], U"数數") && !approximation_is_several(article, context->data, context->scratch, figure))
		return;
	if (number->first != number->last || second->kind == APPROXIMATION_ABOVE || second->kind == APPROXIMATION_BELOW ||
		second->kind == APPROXIMATION_FROM)
		return;
	struct span head = {begin, number->inner.kind ? second->span.begin : figure->number.end};
	struct finding *finding = report_add(context->report, MESSAGE_DOUBLED, (struct span){begin, second->span.end});
	finding_text(finding, head);
	finding_text(finding, second->span);
	finding_confidence(finding, some && second == &number->inner ? CONFIDENCE_HIGH : CONFIDENCE_MEDIUM);
	finding_note(finding, N_("“{0}” stands here, too"), second->span);
	delete_mark(article, finding, second, true);
}

/* 超过半数以上, 过半数以上; 经过半数以上代表同意 is right. */
static void check_half(struct check_context *context, uint32_t at)
{
	static const char *const over[] = {"超过", "超過", "不到", "不足", "将近", "將近", "大约", "大約", "至少", NULL};
	static const char *const above[] = {"以上", "左右", NULL};
	const struct article *article = context->article;
	uint32_t before = article->cp[at - 1], earlier = article->cp[at - 2];
	if (!character_is_one_of(article->cp[at + 1], U"数數") || !article_starts_any(article, at + 2, above) ||
		character_is_one_of(article->cp[at + 4], U"两兩"))
		return;
	bool two = article_ends_any(article, at, over);
	bool one = character_is_one_of(before, U"过過超")
			   ? !character_is_one_of(earlier, U"经經通中英反赶趕不没沒")
			   : character_is_one_of(before, U"近约約") && !character_is_one_of(earlier, U"附最邻鄰临臨靠接预預签簽合条條");
	if (!two && !one)
		return;
	struct span first = {at - (two ? 2 : 1), at}, second = {at + 2, at + 4};
	struct finding *finding = report_add(context->report, MESSAGE_DOUBLED, (struct span){first.begin, second.end});
	finding_text(finding, first);
	finding_text(finding, second);
	finding_note(finding, N_("“{0}” stands here, too"), second);
	finding_fix(finding, FIX_UNSAFE, second, "");
}

/* Can check_fronts or check_front_of_rough say anything of a mark? The dictionary is not asked yet: nearly all marks stand alone. */
static bool may_be_doubled(const struct article *article, const struct approximation_number *number, const struct approximation_mark *near)
{
	struct approximation_mark first;
	return character_is_one_of(article->cp[article->figures[number->first].number.begin], U"几幾数數") ||
	       (approximation_seems_before(article, number->first, near->span.begin, &first) && verdicts[first.kind][near->kind].fault != NOTHING);
}

/* Nothing makes the number rough but what stands before it. */
static void check_plain(struct check_context *context, const struct approximation_number *number)
{
	const struct article *article = context->article;
	const struct figure *figure = &article->figures[number->first];
	struct approximation_mark mark;
	if (!(figure->flags & FIGURE_APPROXIMATE) || !character_is_one_of(article->cp[figure->span.begin - 1], U"近约約"))
		return;
	if (approximation_seems_before(article, number->first, figure->span.begin, &mark) && may_be_doubled(article, number, &mark) &&
		approximation_before(article, context->data, context->scratch, number->first, figure->span.begin, &mark) &&
		!check_fronts(context, number, &mark))
		check_front_of_rough(context, number, &mark);
}

static void check_marked(struct check_context *context, const struct approximation_number *number)
{
	const struct figure *figure = &context->article->figures[number->first];
	if (check_front(context, number))
		return;
	if (approximation_is_rough(figure) || character_is_one_of(context->article->cp[figure->number.begin], U"数數"))
		check_rough(context, number);
	else if (verdicts[number->inner.kind][number->after.kind].fault != NOTHING)
		report(context, &number->inner, &number->after, CONFIDENCE_HIGH);
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *numerals = &article->index[CLASS_HAN_NUMERAL];
	struct approximation_number number;
	for (uint32_t i = 0; i < article->figure_count; i = number.last + 1) {
		if (approximation_read(article, context->data, i, &number))
			check_marked(context, &number);
		else
			check_plain(context, &number);
	}
	for (uint32_t i = 0; i < numerals->count; i++)
		if (article->cp[numerals->at[i]] == 0x534A)
			check_half(context, numerals->at[i]);
}

static const struct check_message messages[] = {
	[MESSAGE_DOUBLED] = {"doubled", N_("“{0}” and “{1}” both make the number approximate, one of them is enough"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_CONTRADICTS] = {"contradicts", N_("“{0}” and “{1}” contradict each other at one number, keep one"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	{0},
};

const struct check check_figure_double_approximation = {
	.struct_size = sizeof(struct check),
	.name = "figure_double_approximation",
	.summary = N_("a number that is made approximate twice"),
	.needs = NEED_FIGURES | NEED_WORDS,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
