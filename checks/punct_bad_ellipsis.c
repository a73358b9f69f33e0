/*
 * punct_bad_ellipsis: an ellipsis in Chinese text that is not …… : dots of another kind (... 。。。 ・・・), a lone …, more than
 * two of them; 等…… after a list; …… and ⋯⋯ in one article.
 *
 * The ellipsis has six dots in two places; twelve stand only alone on a line, for paragraphs that are left out
 * (GB/T 15834 4.11). 等 and …… say the same.
 *
 * Passes: ⋯⋯ throughout, dots in Latin text and between figures, […] and (...) for what a quotation leaves out, leaders of a
 * table of contents, 1、2、…、n and 1, 2, ..., …… beside another mark, the labels of a program (“另存为...”).
 * Misses: dots after a figure or a Latin word outside a list, dots with spaces between.
 */
#include "check.h"

enum { MESSAGE_FORM, MESSAGE_AFTER_ETC, MESSAGE_MIXED };

enum {
	LEADER_LEAST = 4,     /* of … */
	LEADER_DOTS = 9,      /* of . : more are a line to write on, */
	LINE_DOTS = 24,       /* but between Han in a sentence not before so many */
	NAME_LONGEST = 12,
	LABEL_REACH = 16,     /* how far before a label it may be said that it is one */
	LIST_REACH = 30,      /* how far before 等 the 、 of its list may be */
};

/* What a run of dots is made of; 0: not a dot. Half-width dots and … may stand in one run. */
enum dots { DOTS_NONE, DOTS_ELLIPSIS, DOTS_STOP, DOTS_MIDDLE };

static enum dots dots_of(uint32_t code_point)
{
	switch (code_point) {
	case '.': case 0x2026: case 0x22EF: case 0x2025: return DOTS_ELLIPSIS; /* … ⋯ ‥ */
	case 0x3002: case 0xFF0E: case 0xFF61: return DOTS_STOP;               /* 。．｡ */
	case 0xB7: case 0x30FB: case 0xFF65: case 0x2027: return DOTS_MIDDLE;  /* ·・･‧ */
	default: return DOTS_NONE;
	}
}

static struct span run_at(const struct article *article, uint32_t at)
{
	enum dots dots = dots_of(article->cp[at]);
	struct span run = {at, at + 1};
	while (dots_of(article->cp[run.end]) == dots)
		run.end++;
	/* ……. is an ellipsis and a stop */
	uint32_t last = article->cp[run.end - 1];
	if (run.end - at > 1 && last == '.' && article->cp[run.end - 2] != '.')
		run.end--;
	return run;
}

static uint32_t count_of(const struct article *article, struct span run, uint32_t code_point)
{
	uint32_t count = 0;
	for (uint32_t i = run.begin; i < run.end; i++)
		count += article->cp[i] == code_point;
	return count;
}

/* 小米、OPPO...等: a Latin word of a Chinese list. */
static bool is_after_name(const struct article *article, struct span run)
{
	uint32_t low = article_back(article, run.begin, NAME_LONGEST);
	uint32_t name = article_skip_back(article, run.begin, low, CLASS_BIT(CLASS_LATIN));
	return name < run.begin && article_is_han(article, run.end) && class_in(article->cls[name - 1], CLASS_BIT(CLASS_INNER_STOP));
}

/* Chinese text goes before it, or nothing does and it comes after. */
static bool beside_han(const struct article *article, struct span run)
{
	uint32_t before = run.begin - 1, after = run.end;
	if (article_is_han(article, before) || is_after_name(article, run))
		return true;
	if (class_in(article->cls[before], CLASSES_WIDE_STOP | CLASS_BIT(CLASS_CLOSE)))
		return !class_in(article->cls[before - 1], CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_SYMBOL));
	return article_is_han(article, after) &&
		class_in(article->cls[before], CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_OPEN) | CLASSES_SPACE | CLASS_BIT(CLASS_HALF_STOP));
}

/* 1, 2, 3, ...的通项: a series that is no Chinese list. */
static bool ends_series(const struct article *article, struct span run)
{
	uint32_t comma = article_skip_back(article, run.begin, article_back(article, run.begin, 2), CLASSES_SPACE);
	return article->cp[comma - 1] == ',' && article_is(article, comma - 2, CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_LATIN));
}

/* 点击“另存为...”, “浏览...”按钮, 选择 文件 > 导出...: the program itself writes so. */
static bool is_label(const struct article *article, struct span run)
{
	static const char *const nouns[] = {"按钮", "按鈕", "按键", "按鍵", "菜单", "選單", "功能表", "选项", "選項", "命令", "指令", "链接", "連結", "对话框", "對話框", "對話方塊", NULL};
	static const char *const verbs[] = {"点击", "點擊", "单击", "單擊", "双击", "雙擊", "点选", "點選", "选择", "選擇", "选取", "選取", "按下", "按一下", "点按", "點按", "轻点", "輕點",
		"菜单", "選單", "按钮", "按鈕", NULL};
	uint64_t marks = CLASSES_OPENING | CLASSES_CLOSING;
	uint32_t after = article_skip(article, run.end, article_ahead(article, run.end, 2), marks | CLASSES_SPACE);
	if (article_starts_any(article, after, nouns))
		return true;
	uint32_t begin = article_skip_back(article, run.begin, article_back(article, run.begin, NAME_LONGEST), CLASSES_HAN | CLASS_BIT(CLASS_LATIN) | CLASSES_SPACE);
	if (article->cp[begin - 1] == '>' || character_is_one_of(article->cp[begin - 1], U"→＞»›"))
		return true;
	bool quoted = article_is(article, begin - 1, marks) && article_is(article, run.end, marks);
	begin -= quoted ? 1 : 0;
	uint32_t clause = article_skip_back(article, begin, article_back(article, begin, LABEL_REACH), ~(CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE)));
	return quoted && (character_is_one_of(article->cp[begin - 1], U"点點按") || article_holds_any(article, (struct span){clause, begin}, verbs));
}

static bool is_bracketed(const struct article *article, struct span run)
{
	uint32_t open = article->cp[run.begin - 1], close = article->cp[run.end];
	return (open == '(' || open == '[' || open == 0xFF08 || open == 0xFF3B || open == 0x3014) &&
		(close == ')' || close == ']' || close == 0xFF09 || close == 0xFF3D || close == 0x3015);
}

/* 一路笑.........直到太阳落山。 */
static bool in_prose(const struct article *article, struct span run)
{
	const struct paragraph *paragraph = &article->paragraphs[article_paragraph_at(article, run.begin)];
	return paragraph->role == ROLE_BODY && class_in(article->cls[paragraph->span.end - 1], CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_CLOSE)) &&
		article_is_han(article, run.begin - 1) && article_is_han(article, run.end);
}

/* 第一章…………3, and lines to write on. */
static bool is_leader(const struct article *article, struct span run, uint32_t points)
{
	if (points >= LEADER_DOTS)
		return points >= LINE_DOTS || !in_prose(article, run);
	uint32_t page = article_skip(article, run.end, article->end, CLASSES_SPACE);
	uint32_t rest = article_skip(article, page, article->end, CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_FULL_DIGIT));
	return run.end - run.begin >= LEADER_LEAST && rest > page && article->cls[rest] == CLASS_NEWLINE;
}

/* GB/T 15834 4.11.3.1 and 4.11.3.3 */
static bool is_wrong(const struct article *article, struct span run)
{
	uint32_t length = run.end - run.begin, points = count_of(article, run, '.');
	if (dots_of(article->cp[run.begin]) != DOTS_ELLIPSIS)
		return length >= 3 && beside_han(article, run);
	if (length == 1 && points == 1)
		return false;
	if (is_bracketed(article, run) || is_leader(article, run, points) || !beside_han(article, run) || ends_series(article, run) || is_label(article, run))
		return false;
	if (points > 0)
		return article->cls[run.end] != CLASS_DIGIT && article->cp[run.end] != '/' && article->cp[run.end] != '\\';
	return length != 2 || count_of(article, run, 0x2025) > 0;
}

static bool is_line(const struct article *article, struct span run)
{
	uint32_t before = article_skip_back(article, run.begin, article->begin, CLASSES_SPACE | CLASS_BIT(CLASS_OPEN));
	uint32_t after = article_skip(article, run.end, article->end, CLASSES_SPACE | CLASS_BIT(CLASS_CLOSE));
	return article->cls[before - 1] == CLASS_NEWLINE && article->cls[after] == CLASS_NEWLINE;
}

/* 甲、乙等……: only where a list goes before, because 等 is also “wait”. */
static bool is_after_etc(const struct article *article, struct span run)
{
	if (article->cp[run.begin - 1] != 0x7B49 || run.end - run.begin != 2)
		return false;
	uint32_t limit = article_back(article, run.begin, LIST_REACH);
	for (uint32_t i = run.begin; i > limit && !class_in(article->cls[i - 1], CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_NEWLINE)); i--)
		if (article->cp[i - 1] == 0x3001)
			return true;
	return false;
}

/* One half of … … */
static bool is_half(const struct article *article, uint32_t at)
{
	return article->cp[at] == 0x2026 && dots_of(article->cp[at - 1]) == DOTS_NONE && dots_of(article->cp[at + 1]) == DOTS_NONE;
}

static void look(struct check_context *context, struct span run, const char *right)
{
	const struct article *article = context->article;
	if (is_half(article, run.begin) && article->cp[run.end] == ' ' && is_half(article, run.end + 1))
		run.end += 2;
	else if (is_half(article, run.begin) && article->cp[run.begin - 1] == ' ' && is_half(article, run.begin - 2))
		return;
	if (run.end - run.begin == 4 && is_line(article, run))
		return;
	if (is_wrong(article, run)) {
		struct finding *finding = report_add(context->report, MESSAGE_FORM, run);
		finding_text(finding, run);
		finding_string(finding, right);
		finding_fix(finding, FIX_SAFE, run, right);
	} else if (article->cls[run.begin] == CLASS_ELLIPSIS && is_after_etc(article, run)) {
		report_add(context->report, MESSAGE_AFTER_ETC, (struct span){run.begin - 1, run.end});
	}
}

static bool is_shape(const struct article *article, struct span run)
{
	return beside_han(article, run) && !is_bracketed(article, run);
}

static const struct shapes shapes = {CLASS_ELLIPSIS, 2, {{0x2026, 2, "……"}, {0x22EF, 2, "⋯⋯"}}, is_shape};

/* Reports both shapes in one article; returns the one that it should have. */
static const char *check_shapes(struct check_context *context)
{
	struct shape_use use = shape_count(context->article, &shapes);
	if (use.count[use.right] > 0 && use.others > 0) {
		struct finding *finding = shape_report(context->report, MESSAGE_MIXED, context->article, &shapes, &use);
		finding_note(finding, N_("the other shape, first here: {0}"), use.first[use.right]);
	}
	return shapes.shapes[use.right].text;
}

static void run(struct check_context *context)
{
	static const uint8_t classes[] = {CLASS_HALF_STOP, CLASS_ELLIPSIS, CLASS_END_STOP, CLASS_INTERPUNCT};
	const struct article *article = context->article;
	const char *right = check_shapes(context);
	for (size_t c = 0; c < sizeof classes; c++) {
		const struct positions *list = &article->index[classes[c]];
		for (uint32_t i = 0; i < list->count; i++) {
			uint32_t at = list->at[i];
			enum dots dots = dots_of(article->cp[at]);
			/* Only where a run begins. */
			if (dots != DOTS_NONE && dots_of(article->cp[at - 1]) != dots &&
				(article->cls[at] == CLASS_ELLIPSIS || dots_of(article->cp[at + 1]) == dots))
				look(context, run_at(article, at), right);
		}
	}
}

static const struct check_message messages[] = {
	[MESSAGE_FORM] = {"form", N_("wrong form of the ellipsis: “{0}”, write {1}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_AFTER_ETC] = {"after_etc", N_("ellipsis after 等, which says the same: leave one out"), SEVERITY_NOTE,
		PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_MIXED] = {"mixed", N_("two shapes of the ellipsis in one article: “{0}” here, “{1}” elsewhere"), SEVERITY_NOTE,
		PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_bad_ellipsis = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_ellipsis",
	.summary = N_("an ellipsis that is not written ……"),
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
