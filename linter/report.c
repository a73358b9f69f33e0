/* report: findings in an arena, in the order in which they were added. */
#include "report.h"

#include "report_p.h"

enum { SHOWN_MAXIMUM = 30 }; /* code points of the article that a message quotes */

void report_init(struct report *report, const struct article *article, struct arena *arena)
{
	*report = (struct report){.article = article, .arena = arena};
	report->last = &report->findings;
	report->spare.report = report;
}

void report_next(struct report *report, const struct article *article)
{
	report->article = article;
	report->findings = NULL;
	report->last = &report->findings;
	report->count = 0;
}

void report_enter(struct report *report, const struct check *check, uint64_t hidden)
{
	report->check = check;
	report->hidden = hidden;
	report->check_count = 0;
}

bool report_shows(const struct report *report, unsigned message)
{
	return !(report->hidden >> message & 1);
}

/* Counts a finding. Is there room for it? */
static bool is_within_cap(struct report *report)
{
	report->check_count++;
	if (report->check_count == REPORT_CAP + 1)
		ARENA_PUSH(report->arena, report->capped, report->capped_count, report->capped_capacity, report->check);
	return report->check_count <= REPORT_CAP;
}

struct finding *report_add(struct report *report, unsigned message, struct span span)
{
	if (!report_shows(report, message) || !is_within_cap(report))
		return &report->spare;
	struct finding *finding = ARENA_NEW(report->arena, struct finding);
	finding->report = report;
	finding->check = report->check;
	finding->message = message;
	finding->span = span;
	finding->confidence = report->check->messages[message].confidence;
	finding->last_note = &finding->notes;
	finding->last_edit = &finding->edits;
	*report->last = finding;
	report->last = &finding->next;
	report->count++;
	return finding;
}

struct finding *report_add_rule(struct report *report, const struct rule_label *rule, struct span span)
{
	struct finding *finding = report_add(report, 0, span);
	if (finding != &report->spare)
		finding->rule = rule;
	return finding;
}

static bool is_thrown_away(const struct finding *finding)
{
	return finding == &finding->report->spare;
}

/* Has the finding room for one more argument? */
static bool takes_argument(const struct finding *finding)
{
	return !is_thrown_away(finding) && finding->argument_count < FINDING_ARGUMENTS;
}

static void add_argument(struct finding *finding, struct str text)
{
	finding->arguments[finding->argument_count++] = text;
}

/* A span as a message shows it: on one line, the middle of a long one left out. */
static struct str shown_text(struct finding *finding, struct span span)
{
	const struct article *article = finding->report->article;
	struct arena *arena = finding->report->arena;
	uint32_t length = span.end - span.begin;
	struct str text;
	if (length <= SHOWN_MAXIMUM) {
		text = article_text(article, span, arena);
	} else {
		struct str head = article_text(article, (struct span){span.begin, span.begin + SHOWN_MAXIMUM / 2}, arena);
		struct str tail = article_text(article, (struct span){span.end - SHOWN_MAXIMUM / 2, span.end}, arena);
		text = arena_format(arena, "%.*s…%.*s", (int)head.size, head.data, (int)tail.size, tail.data);
	}
	return text;
}

void finding_text(struct finding *finding, struct span span)
{
	if (takes_argument(finding))
		add_argument(finding, shown_text(finding, span));
}

void finding_string(struct finding *finding, const char *text)
{
	if (takes_argument(finding))
		add_argument(finding, arena_copy(finding->report->arena, str_from(text)));
}

void finding_number(struct finding *finding, int64_t number)
{
	if (takes_argument(finding))
		add_argument(finding, arena_format(finding->report->arena, "%lld", (long long)number));
}

void finding_code_point(struct finding *finding, uint32_t code_point)
{
	if (takes_argument(finding))
		add_argument(finding, arena_format(finding->report->arena, "U+%04X", (unsigned)code_point));
}

static struct str encode(struct arena *arena, const uint32_t *cp, uint32_t count)
{
	char *text = arena_alloc(arena, 4 * (size_t)count + 1), *end = text;
	for (uint32_t i = 0; i < count; i++)
		end += character_encode(cp[i], end);
	return (struct str){text, (size_t)(end - text)};
}

void finding_characters(struct finding *finding, const uint32_t *cp, uint32_t count)
{
	if (takes_argument(finding))
		add_argument(finding, encode(finding->report->arena, cp, count));
}

/* Names of the characters that show nothing (Unicode, NamesList); others of their kind have only their number. */
static const struct {
	uint32_t code_point;
	const char *name;
} invisible_names[] = {
	{0x00A0, "NO-BREAK SPACE"},
	{0x00AD, "SOFT HYPHEN"},
	{0x061C, "ARABIC LETTER MARK"},
	{0x180E, "MONGOLIAN VOWEL SEPARATOR"},
	{0x2002, "EN SPACE"},
	{0x2003, "EM SPACE"},
	{0x2009, "THIN SPACE"},
	{0x200A, "HAIR SPACE"},
	{0x200B, "ZERO WIDTH SPACE"},
	{0x200C, "ZERO WIDTH NON-JOINER"},
	{0x200D, "ZERO WIDTH JOINER"},
	{0x200E, "LEFT-TO-RIGHT MARK"},
	{0x200F, "RIGHT-TO-LEFT MARK"},
	{0x2028, "LINE SEPARATOR"},
	{0x2029, "PARAGRAPH SEPARATOR"},
	{0x202A, "LEFT-TO-RIGHT EMBEDDING"},
	{0x202B, "RIGHT-TO-LEFT EMBEDDING"},
	{0x202C, "POP DIRECTIONAL FORMATTING"},
	{0x202D, "LEFT-TO-RIGHT OVERRIDE"},
	{0x202E, "RIGHT-TO-LEFT OVERRIDE"},
	{0x202F, "NARROW NO-BREAK SPACE"},
	{0x2060, "WORD JOINER"},
	{0x2066, "LEFT-TO-RIGHT ISOLATE"},
	{0x2067, "RIGHT-TO-LEFT ISOLATE"},
	{0x2068, "FIRST STRONG ISOLATE"},
	{0x2069, "POP DIRECTIONAL ISOLATE"},
	{0x3000, "IDEOGRAPHIC SPACE"},
	{0xFEFF, "ZERO WIDTH NO-BREAK SPACE"},
	{0xFE0E, "VARIATION SELECTOR-15"},
	{0xFE0F, "VARIATION SELECTOR-16"},
};

void finding_character(struct finding *finding, uint32_t code_point)
{
	struct arena *arena = finding->report->arena;
	char bytes[4];
	if (!takes_argument(finding))
		return;
	for (size_t i = 0; i < sizeof invisible_names / sizeof *invisible_names; i++)
		if (invisible_names[i].code_point == code_point) {
			add_argument(finding, arena_format(arena, "U+%04X %s", (unsigned)code_point, invisible_names[i].name));
			return;
		}
	uint64_t unseen = CLASS_BIT(CLASS_INVISIBLE) | CLASS_BIT(CLASS_ODD_SPACE) | CLASS_BIT(CLASS_PRIVATE) | CLASS_BIT(CLASS_SPACE) |
		CLASS_BIT(CLASS_NEWLINE);
	if (class_in(character_class(code_point), unseen))
		add_argument(finding, arena_format(arena, "U+%04X", (unsigned)code_point));
	else
		add_argument(finding, arena_format(arena, "%.*s", (int)character_encode(code_point, bytes), bytes));
}

void finding_confidence(struct finding *finding, enum confidence confidence)
{
	finding->confidence = confidence;
}

void finding_note(struct finding *finding, const char *text, struct span span)
{
	if (is_thrown_away(finding))
		return;
	struct finding_note *note = ARENA_NEW(finding->report->arena, struct finding_note);
	note->text = text;
	note->span = span;
	note->argument = shown_text(finding, span);
	*finding->last_note = note;
	finding->last_note = &note->next;
}

static void add_edit(struct finding *finding, enum fix_kind kind, struct span span, struct str replacement)
{
	struct finding_edit *edit = ARENA_NEW(finding->report->arena, struct finding_edit);
	edit->span = span;
	edit->replacement = replacement;
	if (kind == FIX_UNSAFE)
		finding->fix_kind = FIX_UNSAFE;
	*finding->last_edit = edit;
	finding->last_edit = &edit->next;
}

void finding_fix(struct finding *finding, enum fix_kind kind, struct span span, const char *replacement)
{
	if (!is_thrown_away(finding))
		add_edit(finding, kind, span, arena_copy(finding->report->arena, str_from(replacement)));
}

void finding_fix_character(struct finding *finding, enum fix_kind kind, struct span span, uint32_t replacement)
{
	finding_fix_characters(finding, kind, span, &replacement, 1);
}

void finding_fix_characters(struct finding *finding, enum fix_kind kind, struct span span, const uint32_t *cp, uint32_t count)
{
	if (!is_thrown_away(finding))
		add_edit(finding, kind, span, encode(finding->report->arena, cp, count));
}
