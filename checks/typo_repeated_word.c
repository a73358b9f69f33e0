/*
 * typo_repeated_word: a word, a name or a phrase that was typed or pasted twice.
 *
 * 防汛防汛工作, 他是是一名教师, 组委会委会, 装修公司 装修公司, 垃圾分类、垃圾分类. Places where the text repeats itself are told by their
 * characters (repeat.h); only there the dictionary is asked whether that is a slip (doubling.h).
 *
 * Passes: every reduplication (看看, 高高兴兴, 讨论讨论, 一步一步, 雪白雪白的, 好久好久, 哗啦哗啦, 说着说着; the table in doubling_usage.c), words that
 * meet (目的|的, 天主教|主教, 的|的士), chains of nouns (模块的模块名), names and transliterations, what stands alone between quotation or title
 * marks, exclamations, verse and tables. Misses: a character before or after its word where it may be a word as well (学学习, 学生生), a noun before a
 * compound that begins with it (世界世界纪录), verbs that are said twice for a try (动员动员大会), a doubled place before a noun.
 */
#include "check.h"

enum { MESSAGE_WORD, MESSAGE_PART, MESSAGE_APART };

/* “委会” stands twice in “组委会”: the word is shown without the second copy. */
static void report_part(struct check_context *context, const struct doubling *doubling)
{
	struct arena *scratch = context->scratch;
	struct span unit = doubling->unit, word = doubling->word;
	struct str head = article_text(context->article, (struct span){word.begin, unit.end}, scratch);
	struct str tail = article_text(context->article, (struct span){doubling->whole.end, word.end}, scratch);
	struct finding *finding = report_add(context->report, MESSAGE_PART, doubling->whole);
	finding_text(finding, unit);
	finding_string(finding, arena_format(scratch, "%.*s%.*s", (int)head.size, head.data, (int)tail.size, tail.data).data);
	finding_fix(finding, FIX_UNSAFE, (struct span){unit.end, doubling->whole.end}, "");
}

static void report_twice(struct check_context *context, unsigned message, struct span unit, struct span whole, bool is_sure)
{
	struct finding *finding = report_add(context->report, message, whole);
	finding_text(finding, unit);
	finding_fix(finding, is_sure ? FIX_SAFE : FIX_UNSAFE, (struct span){unit.end, whole.end}, "");
}

/* At once: 防汛防汛. */
static void check_adjacent(void *user, struct span whole, uint32_t period)
{
	struct check_context *context = user;
	struct doubling doubling;
	if (!doubling_at(context->data, context->article, context->scratch, whole, period, &doubling))
		return;
	if (doubling.word.begin < doubling.word.end)
		report_part(context, &doubling);
	else
		report_twice(context, MESSAGE_WORD, doubling.unit, doubling.whole, doubling.is_sure);
}

/* A line of LEAST characters with stops in it: running prose, no headline and no label. */
static bool is_prose(const struct article *article, uint32_t at, uint32_t least)
{
	enum { SEEN = 200 };
	const struct paragraph *paragraph = &article->paragraphs[article_paragraph_at(article, at)];
	struct span line = paragraph->span;
	uint32_t seen = line.end - line.begin < SEEN ? line.end : line.begin + SEEN;
	return paragraph->role != ROLE_VERSE && paragraph->role != ROLE_TABLE && line.end - line.begin >= least &&
	       article_find(article, line.begin, seen, CLASSES_STOP) < seen;
}

/* A word of running prose before a gap and after it. */
static void check_break(void *user, struct span gap)
{
	enum { LINE_LEAST = 25, REST_LEAST = 10 };
	struct check_context *context = user;
	struct doubling doubling;
	if (!article_is_han(context->article, gap.begin - 1) || !article_is_han(context->article, gap.end))
		return;
	if (doubling_across(context->data, context->article, context->scratch, gap, &doubling) &&
		is_prose(context->article, gap.begin - 1, LINE_LEAST) && is_prose(context->article, gap.end, REST_LEAST))
		report_twice(context, MESSAGE_APART, doubling.unit, doubling.whole, false);
}

/* 装修公司 装修公司 */
static void check_space(void *user, struct span gap)
{
	struct check_context *context = user;
	struct repeat repeat;
	if (repeat_in_line(context->article, gap, &repeat))
		report_twice(context, MESSAGE_APART, repeat.first, (struct span){repeat.first.begin, repeat.second.end}, true);
	else
		check_break(user, gap);
}

/* The marks of one class that are still to come; NEXT moves on through them. */
struct ahead {
	const uint32_t *first, *next, *end;
};

static struct ahead ahead_of(const struct positions *positions)
{
	return (struct ahead){positions->at, positions->at, positions->at + positions->count};
}

/* The last of them before AT; OTHERWISE, if that is later. */
static uint32_t last_before(struct ahead *ahead, uint32_t at, uint32_t otherwise)
{
	const uint32_t *next = ahead->next;
	while (next < ahead->end && *next < at)
		next++;
	ahead->next = next;
	return next > ahead->first && next[-1] > otherwise ? next[-1] : otherwise;
}

/* 垃圾分类、垃圾分类, and a clause twice across ，. */
static void check_marks(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions marks = article->index[CLASS_INNER_STOP];
	struct ahead stops = ahead_of(&article->index[CLASS_END_STOP]), newlines = ahead_of(&article->index[CLASS_NEWLINE]);
	for (uint32_t i = 0; i < marks.count; i++) {
		uint32_t at = marks.at[i];
		struct repeat repeat;
		if (!repeat_may_be_at_mark(article, at))
			continue;
		uint32_t before = last_before(&newlines, at, last_before(&stops, at, i ? marks.at[i - 1] : article->begin - 1));
		if (repeat_may_be_between(article, before, at) && repeat_at_mark(article, at, &repeat))
			report_twice(context, MESSAGE_APART, repeat.first, (struct span){repeat.first.begin, repeat.second.end},
				article->cp[at] == 0x3001);
	}
}

static void run(struct check_context *context)
{
	repeat_each(context->article, check_adjacent, context);
	check_marks(context);
	repeat_gaps(context->article, false, check_space, context);
	repeat_gaps(context->article, true, check_break, context);
}

static const struct check_message messages[] = {
	[MESSAGE_WORD] = {"word", N_("“{0}” stands twice"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_PART] = {"part", N_("the “{0}” of “{1}” stands twice"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_APART] = {"apart", N_("“{0}” stands twice"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_typo_repeated_word = {
	.struct_size = sizeof(struct check),
	.name = "typo_repeated_word",
	.summary = N_("a word or phrase that was typed twice"),
	.needs = NEED_WORDS | NEED_PAIRS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
