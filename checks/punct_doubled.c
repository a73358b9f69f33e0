/*
 * punct_doubled: two stops in one place: ，， 。。 ，。 ；。 ：， ！。 and 。”。 on both sides of a closing quote; more than three ？！.
 *
 * A stop ends a clause or a sentence once (GB/T 15834 4.1 to 4.7), and a quotation has its end mark inside or outside, never on both
 * sides. Only ？ and ！ may stand together, at most three (4.2.3.3, 4.3.3.3). Where a converter lost the words between, two are left too.
 *
 * Passes: ？！ ！！！ ？？, stops beside …… and ——, ！、 and ？、 in lists, names with a mark (Yahoo！，), an unknown value (：？ 1820年？，), text
 * about marks, stops at the head of a bracket (；；) or a quotation, quoted marks (“。”。), ，”， and a title or a remark in brackets that ends in a
 * stop of its own. Leaves alone: 、， (punct_bad_enumeration), 。。。 (punct_bad_ellipsis), stops that are all half-width (punct_halfwidth). Misses:
 * stops with a space between.
 */
#include "check.h"

enum { MESSAGE_STOPS, MESSAGE_QUOTE, MESSAGE_MANY, MESSAGE_COMMA, MESSAGE_OWN };

enum {
	MARKS_MOST = 3,   /* GB/T 15834 4.2.3.3, 4.3.3.3 */
	ELLIPSIS = 3,     /* so many 。 stand for …… */
	KINDS_LISTED = 3, /* so many different stops in a row are named, not used */
	NEAR = 24,        /* how far a word for a mark may be from it */
	CLOSES_MOST = 3,  /* closing quotes that are looked through */
};

enum stop { STOP_NONE, STOP_COMMA, STOP_FULL, STOP_LIST, STOP_SEMICOLON, STOP_COLON, STOP_QUESTION, STOP_CRY, STOP_KINDS };

#define CRIES (1u << STOP_QUESTION | 1u << STOP_CRY)
#define ENDS (CRIES | 1u << STOP_FULL)
#define QUOTES U"”’」』\""

static const char *const stop_texts[] = {[STOP_COMMA] = "，",
	[STOP_FULL] = "。",
	[STOP_LIST] = "、",
	[STOP_SEMICOLON] = "；",
	[STOP_COLON] = "：",
	[STOP_QUESTION] = "？",
	[STOP_CRY] = "！"};

static const char *const mark_names[] = {"标点", "標點", "逗号", "逗號", "句号", "句號", "顿号", "頓號", "冒号", "冒號", "分号", "分號", "问号",
	"問號", "叹号", "嘆號", "点号", "點號", NULL};

static enum stop stop_of(uint32_t code_point)
{
	switch (code_point) {
	case 0xFF0C:
	case ',': return STOP_COMMA;
	case 0x3002:
	case 0xFF61:
	case '.': return STOP_FULL;
	case 0x3001:
	case 0xFF64: return STOP_LIST;
	case 0xFF1B:
	case ';': return STOP_SEMICOLON;
	case 0xFF1A: return STOP_COLON;
	case 0xFF1F:
	case '?': return STOP_QUESTION;
	case 0xFF01:
	case '!': return STOP_CRY;
	default: return STOP_NONE;
	}
}

/* The stop at a position; a full stop . only as the slip that it is after a wide stop, not in .NET and .45 */
static enum stop stop_at(const struct article *article, uint32_t at)
{
	uint64_t words = CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_HALF_STOP) | CLASS_BIT(CLASS_SYMBOL);
	if (article->cp[at] == '.' && (!article_is(article, at - 1, CLASSES_WIDE_STOP) || article_is(article, at + 1, words)))
		return STOP_NONE;
	return at < article->end ? stop_of(article->cp[at]) : STOP_NONE;
}

struct marks {
	struct span span;
	unsigned kinds; /* bits by enum stop */
	unsigned kind_count;
	enum stop first, last;
	uint32_t halves; /* half-width ones */
};

static struct marks marks_from(const struct article *article, uint32_t at)
{
	struct marks marks = {.span = {at, at}, .first = stop_at(article, at)};
	for (enum stop stop; (stop = stop_at(article, marks.span.end)) != STOP_NONE; marks.span.end++) {
		marks.kind_count += !(marks.kinds & 1u << stop);
		marks.kinds |= 1u << stop;
		marks.last = stop;
		marks.halves += article->cls[marks.span.end] == CLASS_HALF_STOP;
	}
	return marks;
}

/* 演唱：：梅若兰: the same wide mark twice between words, in the row of a table too. */
static bool is_between_words(const struct article *article, uint32_t at)
{
	return article->cls[at] == CLASS_INNER_STOP && article->cp[at + 1] == article->cp[at] && article_is_han(article, at - 1) &&
	       article_is_han(article, at + 2);
}

/* ，，in prose that has half-width marks all through; not the empty fields of a table */
static bool is_half_comma(const struct article *article, const struct marks *marks)
{
	const struct paragraph *paragraph = &article->paragraphs[article_paragraph_at(article, marks->span.begin)];
	return marks->kinds == 1u << STOP_COMMA && span_length(marks->span) == 2 && article_is_han(article, marks->span.begin - 1) &&
	       article_is_han(article, marks->span.end) && paragraph->role == ROLE_BODY && paragraph->ends_sentence;
}

/* Right with half-width marks among them, or, if all are, the business of punct_halfwidth? */
static bool is_half_right(const struct article *article, const struct marks *marks)
{
	uint64_t texts = CLASSES_HAN | CLASS_BIT(CLASS_CLOSE);
	if (marks->halves == span_length(marks->span))
		return !is_half_comma(article, marks);
	if (article->cls[marks->span.begin] != CLASS_HALF_STOP)
		return false;
	return !article_is(article, marks->span.begin - 1, texts) && (1u << marks->first & CRIES); /* Yahoo!，他 */
}

/* 。。。 and ：。。。 */
static bool ends_in_dots(const struct article *article, struct span span)
{
	uint32_t at = span.end;
	while (at > span.begin && stop_of(article->cp[at - 1]) == STOP_FULL)
		at--;
	return span.end - at >= ELLIPSIS;
}

/* Names and values that have a mark of their own, marks that are named, and what other checks report. */
static bool is_passed(const struct article *article, const struct marks *marks)
{
	uint32_t begin = marks->span.begin, length = span_length(marks->span);
	uint64_t figures = CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_FULL_DIGIT);
	bool cries = (1u << marks->first & CRIES) != 0;
	if (ends_in_dots(article, marks->span) || article_is(article, begin - 1, CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_OPEN)))
		return true;
	if (length == 2 && marks->first == STOP_LIST && marks->last == STOP_COMMA)
		return true;
	if (marks->kind_count > 1 && article_is(article, begin - 1, CLASSES_SPACE))
		return true; /* after ，, or ： */
	if (marks->kind_count >= KINDS_LISTED && !(marks->kinds & CRIES))
		return true;
	if (cries && (marks->last == STOP_LIST || article_is(article, begin - 1, CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_FULL_LATIN))))
		return true;
	if (marks->kinds == 1u << STOP_COLON && article_is(article, begin - 1, CLASS_BIT(CLASS_LATIN)))
		return true; /* std：：string */
	if (marks->first == STOP_QUESTION &&
		(article_is(article, begin - 1, figures) || character_is_one_of(article->cp[begin - 1], U"年月日紀纪代（(")))
		return true;
	return marks->kinds & 1u << STOP_QUESTION && (marks->first == STOP_COLON || marks->first == STOP_LIST);
}

static bool is_about_marks(const struct article *article, struct span span)
{
	struct span line = article->paragraphs[article_paragraph_at(article, span.begin)].span;
	uint32_t begin = span.begin - line.begin > NEAR ? span.begin - NEAR : line.begin,
		 end = line.end - span.end > NEAR ? span.end + NEAR : line.end;
	return article_holds_any(article, (struct span){begin, end}, mark_names);
}

/*
 * One mark is kept: a ？ or ！, ， of ，、, else the last one, which the writer put there in the end. Sure where both are the same, and
 * where the end mark of a paragraph is kept.
 */
static void fix_stops(const struct article *article, struct finding *finding, const struct marks *marks)
{
	bool cries = (1u << marks->first & CRIES) && !(1u << marks->last & CRIES);
	bool comma = marks->kinds == (1u << STOP_COMMA | 1u << STOP_LIST);
	enum stop kept = comma ? STOP_COMMA : cries ? marks->first : marks->last;
	uint32_t next = article_skip(article, marks->span.end, article->end, CLASSES_SPACE | CLASS_BIT(CLASS_INVISIBLE));
	bool same = marks->kind_count == 1 && span_length(marks->span) == 2 && marks->first != STOP_LIST; /* an item may be lost */
	bool ends = (1u << kept & ENDS) && article->cls[next] == CLASS_NEWLINE;
	if (marks->first == STOP_COLON)
		return; /* words are lost */
	if (marks->halves == span_length(marks->span))
		finding_fix(finding, FIX_SAFE, marks->span, ",");
	else
		finding_fix(finding, same || ends ? FIX_SAFE : FIX_UNSAFE, marks->span, stop_texts[kept]);
}

static void look_at_stops(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	struct marks marks = marks_from(article, at);
	struct span span = marks.span;
	if (article->paragraphs[article_paragraph_at(article, at)].role == ROLE_TABLE && !is_between_words(article, at))
		return;
	if (!(marks.kinds & ~CRIES)) {
		bool text = article_is(article, at - 1, CLASSES_HAN | CLASS_BIT(CLASS_KANA) | CLASS_BIT(CLASS_CLOSE));
		if (span_length(span) <= MARKS_MOST || !text || pair_around(article, at, PAIRS_TITLE))
			return;
		struct finding *many = report_add(context->report, MESSAGE_MANY, span);
		finding_text(many, span);
		finding_fix(many, FIX_UNSAFE, (struct span){at + MARKS_MOST, span.end}, "");
		return;
	}
	if (is_half_right(article, &marks) || is_passed(article, &marks) || is_about_marks(article, span))
		return;
	struct finding *finding = report_add(context->report, MESSAGE_STOPS, span);
	finding_text(finding, span);
	fix_stops(article, finding, &marks);
}

/* After 他说： the stop inside belongs to the quotation; else the one outside ends the sentence. */
static void fix_quote(const struct article *article, struct finding *finding, uint32_t inner, uint32_t outer)
{
	const struct pair *pair = pair_closing(article, outer - 1);
	if (!pair || pair->reversed)
		return;
	if (character_is_one_of(article->cp[pair->open - 1], U"：:"))
		finding_fix(finding, FIX_SAFE, (struct span){outer, outer + 1}, "");
	else if (article->cp[inner] == 0x3002)
		finding_fix(finding, FIX_UNSAFE, (struct span){inner, inner + 1}, "");
}

/* 。”。 and 。』」， at the last of the closing quotes. */
static void look_at_quote(struct check_context *context, uint32_t close)
{
	const struct article *article = context->article;
	uint32_t outer = close + 1, inner = close - 1;
	if (!character_is_one_of(article->cp[close], QUOTES) || !character_is_one_of(article->cp[outer], U"。，"))
		return;
	while (close - inner < CLOSES_MOST && character_is_one_of(article->cp[inner], QUOTES))
		inner--;
	enum stop stop = article_is(article, inner, CLASS_BIT(CLASS_END_STOP)) ? stop_of(article->cp[inner]) : STOP_NONE;
	if (!(1u << stop & ENDS) || article_is(article, inner - 1, CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_HALF_QUOTE)))
		return;
	bool comma = article->cp[outer] == 0xFF0C; /* ， */
	if ((comma && stop != STOP_FULL) || stop_at(article, outer + 1) != STOP_NONE)
		return;
	struct span span = {inner, outer + 1};
	struct finding *finding = report_add(context->report, comma ? MESSAGE_COMMA : stop == STOP_FULL ? MESSAGE_QUOTE : MESSAGE_OWN, span);
	finding_text(finding, span);
	if (!comma)
		fix_quote(article, finding, inner, outer);
}

static void run(struct check_context *context)
{
	static const uint8_t stops[] = {CLASS_END_STOP, CLASS_INNER_STOP, CLASS_HALF_STOP}, quotes[] = {CLASS_CLOSE, CLASS_HALF_QUOTE};
	const struct article *article = context->article;
	for (size_t c = 0; c < sizeof stops; c++)
		for (uint32_t i = 0; i < article->index[stops[c]].count; i++) {
			uint32_t at = article->index[stops[c]].at[i];
			if (stop_of(article->cp[at + 1]) == STOP_NONE || stop_at(article, at - 1) != STOP_NONE)
				continue;
			if (stop_at(article, at) != STOP_NONE && stop_at(article, at + 1) != STOP_NONE)
				look_at_stops(context, at);
		}
	for (size_t c = 0; c < sizeof quotes; c++)
		for (uint32_t i = 0; i < article->index[quotes[c]].count; i++)
			look_at_quote(context, article->index[quotes[c]].at[i]);
}

static const struct check_message messages[] = {
	[MESSAGE_STOPS] = {"stops", N_("stops on top of each other: “{0}”, only one belongs here"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_QUOTE] = {"quote", N_("a full stop on both sides of the closing quote: “{0}”, leave one out"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_MANY] = {"many", N_("more than three ？ and ！ in a row: “{0}”"), SEVERITY_NOTE, PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT,
		CONFIDENCE_HIGH},
	[MESSAGE_COMMA] = {"comma", N_("a full stop before the closing quote and a comma after it: “{0}”, leave one out"), SEVERITY_NOTE,
		PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_OWN] = {"own", N_("the quotation has its own end mark, a full stop follows: “{0}”"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_doubled = {
	.struct_size = sizeof(struct check),
	.name = "punct_doubled",
	.summary = N_("two stops in one place, or on both sides of a closing quote"),
	.needs = NEED_PAIRS,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
