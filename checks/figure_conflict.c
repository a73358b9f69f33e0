/*
 * figure_conflict: the same thing with two values in one article.
 *
 * 2800名干部职工 and later 2700名干部职工, “8人遇难” in the headline and 7 in the text, 成立于1998年 and 1997年成立, 全长12.5公里 and
 * 12.8公里, 张伟（35岁） and 36岁的张伟, 第八届 and 第九届 of one event, 3:2 and 2:3 of one match: one of the two is wrong, and nobody but
 * the author knows which. The finding is at the later place, a note at the earlier one.
 *
 * Passes on purpose: values that agree by rounding, and rough ones (约 近 余 多); ranges; whatever words limit (其中, 新增, 计划, 每, 去年,
 * 截至, 据…称, 比…多); other subjects, places, days; two values in one sentence; a property or count with three values or more in an
 * article: it lists things. Of two small numbers nobody can say that one was meant for the other: they count in the headline only.
 * Misses: nouns in other words (职工 and 员工), subjects that only the sense shows to be one.
 */
#include "check.h"

enum { MESSAGE_TWO };

enum { MEMBERS = 24, REPORTED = 4, BODY_LOOK = 4000, SUM_LOOK = 16 };

/* Quantities of one key, without those that words limit. */
struct group {
	const struct quantity *members[MEMBERS];
	uint32_t count;
};

struct conflict {
	struct check_context *context;
	bool *said; /* for each figure: a finding stands there */
};

/* What the message names: of an age the longer name of the two. */
static struct span head_of(const struct quantity *first, const struct quantity *second)
{
	if (second->kind != QUANTITY_AGE)
		return second->head;
	return span_length(first->subject) > span_length(second->subject) ? first->subject : second->subject;
}

static void report_two(struct conflict *conflict, const struct quantity *first, const struct quantity *second, enum confidence confidence)
{
	struct check_context *context = conflict->context;
	bool *said = &conflict->said[second->figure - context->article->figures];
	if (*said)
		return;
	*said = true;
	struct finding *finding = report_add(context->report, MESSAGE_TWO, second->figure->span);
	finding_text(finding, second->figure->span);
	finding_text(finding, first->figure->span);
	finding_text(finding, head_of(first, second));
	finding_note(finding, N_("“{0}” stands here"), first->figure->span);
	finding_confidence(finding, confidence);
}

/* Is a value in the text after the headline, whatever it counts but shares? Then the headline has it from there. */
static bool stands_in_body(const struct article *article, const struct quantity *title)
{
	uint32_t begin = (uint32_t)(title->figure - article->figures) + 1;
	for (uint32_t i = begin; i < article->figure_count && i < begin + BODY_LOOK; i++)
		if (article->figures[i].value.known && title->figure->value.known && article->figures[i].divisor == title->figure->divisor &&
			decimal_compare(article->figures[i].value, title->figure->value) == 0)
			return true;
	return false;
}

/* 3人当场死亡 and 5人不治 make the 8 of the headline. */
static bool is_sum(const struct article *article, const struct quantity *title)
{
	const struct figure *figures = article->figures;
	uint32_t begin = (uint32_t)(title->figure - figures) + 1, end = begin + SUM_LOOK;
	end = end < article->figure_count ? end : article->figure_count;
	for (uint32_t i = begin; i < end; i++)
		for (uint32_t j = i + 1; j < end; j++) {
			bool count = figures[i].measure == title->figure->measure && figures[j].measure == title->figure->measure;
			struct decimal sum = decimal_add(figures[i].value, figures[j].value);
			if (count && figures[i].value.known && figures[j].value.known && sum.known && decimal_compare(sum, title->figure->value) == 0)
				return true;
		}
	return false;
}

/* How sure it is that a headline and the text after it mean the same. */
static enum confidence title_confidence(const struct article *article, const struct quantity *title, const struct quantity *body)
{
	enum quantity_slip slip = quantity_slip(title, body);
	enum quantity_sameness same = quantity_same(article, title, body);
	if (same == SAMENESS_NONE)
		return CONFIDENCE_LOW;
	if (title->kind == QUANTITY_FATE)
		return body->leading || slip >= SLIP_FAIR ? CONFIDENCE_HIGH : CONFIDENCE_MEDIUM;
	if (title->kind == QUANTITY_THINGS)
		return slip >= SLIP_FAIR || (slip == SLIP_WEAK && body->leading) ? CONFIDENCE_HIGH : CONFIDENCE_LOW;
	if (title->kind == QUANTITY_MEASURE)
		return body->leading || slip == SLIP_STRONG || same >= SAMENESS_LIKELY ? CONFIDENCE_HIGH : CONFIDENCE_MEDIUM;
	return same >= SAMENESS_LIKELY ? CONFIDENCE_HIGH : CONFIDENCE_MEDIUM;
}

/* The headline against the text: reported where the text never has its value, and names one other. */
static bool check_title(struct conflict *conflict, const struct group *group)
{
	const struct quantity *title = NULL, *body = NULL;
	for (uint32_t i = 0; i < group->count; i++) {
		const struct quantity *member = group->members[i];
		if (member->titled && !title)
			title = member;
		if (member->titled || !title)
			continue;
		if (quantity_agrees(title, member) || (body && !quantity_agrees(body, member)))
			return false;
		body = body ? body : member;
	}
	if (!title || !body)
		return false;
	enum confidence confidence = title_confidence(conflict->context->article, title, body);
	if (confidence == CONFIDENCE_LOW || is_sum(conflict->context->article, title) ||
		(title->kind != QUANTITY_EVENT && stands_in_body(conflict->context->article, title)))
		return false;
	report_two(conflict, title, body, confidence);
	return true;
}

static enum confidence body_confidence(const struct article *article, const struct quantity *first, const struct quantity *second)
{
	enum quantity_slip slip = quantity_slip(first, second);
	if ((first->kind == QUANTITY_THINGS || first->kind == QUANTITY_FATE) && slip < SLIP_FAIR)
		return CONFIDENCE_LOW;
	enum quantity_sameness same = quantity_same(article, first, second);
	switch (first->kind) {
	case QUANTITY_AGE: return same != SAMENESS_NONE && slip != SLIP_NONE ? CONFIDENCE_HIGH : CONFIDENCE_LOW;
	case QUANTITY_EVENT: return same == SAMENESS_SURE ? CONFIDENCE_HIGH : CONFIDENCE_LOW;
	case QUANTITY_MEASURE:
		if (same == SAMENESS_SURE)
			return CONFIDENCE_HIGH;
		if (same == SAMENESS_LIKELY)
			return slip != SLIP_NONE ? CONFIDENCE_HIGH : CONFIDENCE_MEDIUM;
		return same == SAMENESS_UNKNOWN && slip == SLIP_STRONG ? CONFIDENCE_MEDIUM : CONFIDENCE_LOW;
	case QUANTITY_THINGS:
	case QUANTITY_FATE:
		if (same == SAMENESS_NONE)
			return CONFIDENCE_LOW;
		return slip == SLIP_STRONG || same >= SAMENESS_LIKELY || first->kind == QUANTITY_FATE ? CONFIDENCE_HIGH : CONFIDENCE_MEDIUM;
	default: return CONFIDENCE_LOW;
	}
}

/* How many values a group has: 3 for more. */
static uint32_t values_of(const struct group *group)
{
	const struct quantity *other = NULL;
	for (uint32_t i = 1; i < group->count; i++) {
		const struct quantity *member = group->members[i];
		if (quantity_agrees(group->members[0], member))
			continue;
		if (other && !quantity_agrees(other, member))
			return 3;
		other = other ? other : member;
	}
	return other ? 2 : 1;
}

static void check_body(struct conflict *conflict, const struct group *group)
{
	uint32_t reported = 0, values = values_of(group);
	if (values == 1)
		return;
	for (uint32_t j = 1; j < group->count && reported < REPORTED; j++)
		for (uint32_t i = 0; i < j; i++) {
			const struct quantity *first = group->members[i], *second = group->members[j];
			if (quantity_agrees(first, second))
				continue;
			enum confidence confidence = body_confidence(conflict->context->article, first, second);
			if (confidence == CONFIDENCE_LOW || (values > 2 && quantity_same(conflict->context->article, first, second) != SAMENESS_SURE))
				continue;
			report_two(conflict, first, second, confidence);
			reported++;
			break;
		}
}

/* 3:2 and 2:3 in a text are one match seen from two sides, but who wins by 2:3 does not win. */
static bool wins(const struct article *article, const struct quantity *score)
{
	static const char *const words[] = {"险胜", "險勝", "战胜", "戰勝", "击败", "擊敗", "力克", "大胜", "大勝", "完胜", "完勝", "获胜", "獲勝",
		"取胜", "取勝", "逆转", "逆轉", "淘汰", "胜", "勝", NULL};
	return article_starts_any(article, score->figure->span.end, words);
}

static void check_scores(struct conflict *conflict, const struct group *group)
{
	const struct article *article = conflict->context->article;
	const struct quantity *title = group->members[0], *other = NULL;
	for (uint32_t i = 1; i < group->count && title->titled; i++) {
		const struct quantity *member = group->members[i];
		if (quantity_agrees(title, member))
			return;
		if (!member->titled && quantity_turned(title, member) && wins(article, title) && wins(article, member)) {
			report_two(conflict, title, member, CONFIDENCE_HIGH);
			return;
		}
		bool told = wins(article, member) || article->cp[member->figure->span.begin - 1] == U'以';
		other = !other && member->leading && told && !quantity_turned(title, member) ? member : other;
	}
	if (title->titled && other && (quantity_slip(title, other) != SLIP_NONE))
		report_two(conflict, title, other, CONFIDENCE_HIGH);
}

/* Has a group two values at all? Most have one. */
static bool differs(const struct quantities *all, uint32_t index)
{
	const struct decimal first = all->items[index].value;
	while ((index = all->items[index].next) != QUANTITY_NONE)
		if (decimal_compare(first, all->items[index].value) != 0)
			return true;
	return false;
}

static void check_group(struct conflict *conflict, const struct quantities *all, uint32_t index)
{
	struct group group = {.count = 0};
	for (; index != QUANTITY_NONE; index = all->items[index].next) {
		if (quantity_is_limited(conflict->context->article, &all->items[index]))
			continue;
		if (group.count == MEMBERS)
			return;
		group.members[group.count++] = &all->items[index];
	}
	if (group.count >= 2 && group.members[0]->kind == QUANTITY_SCORE)
		check_scores(conflict, &group);
	else if (group.count >= 2 && !check_title(conflict, &group))
		check_body(conflict, &group);
}

static void run(struct check_context *context)
{
	struct quantities all = quantities_of(context->article, context->data, context->scratch);
	struct conflict conflict = {.context = context};
	if (all.count == 0)
		return;
	conflict.said = ARENA_ARRAY(context->scratch, bool, context->article->figure_count);
	for (uint32_t i = 0; i < all.count; i++)
		if (all.items[i].first && differs(&all, i))
			check_group(&conflict, &all, i);
}

static const struct check_message messages[] = {
	[MESSAGE_TWO] = {NULL, N_("“{0}” here, but “{1}” before ({2})"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_figure_conflict = {
	.struct_size = sizeof(struct check),
	.name = "figure_conflict",
	.summary = N_("the same thing with two values in one article"),
	.needs = NEED_FIGURES | NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
