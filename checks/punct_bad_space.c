/*
 * punct_bad_space: a space that tears a Chinese sentence: between two Han characters, before a stop or a closing mark, after
 * an opening mark or a stop; no space after the comma of a Latin passage; spaces at the ends of lines.
 *
 * Chinese is written without spaces, and its marks bring their own room. A space inside a sentence is a slip of the hand or
 * the trace of a broken line.
 *
 * Passes: headlines of two halves, slogans in quotes, bylines and lists of names, names drawn apart (张 三), labels before
 * their text, datelines, dates of a chronicle, verse, tables, indents and other ideographic spaces, the space of respect
 * before a name in Traditional text, blanks to fill in, quotations of Latin text. Spaces between Han and Latin are house
 * style: option han_latin.
 * Misses: a space inside a headline or a name.
 */
#include "check.h"

enum {
	MESSAGE_INSIDE,
	MESSAGE_MARK,
	MESSAGE_AFTER_STOPS,
	MESSAGE_BESIDE_PAIRS,
	MESSAGE_LATIN_COMMA,
	MESSAGE_TRAILING,
	MESSAGE_HAN_LATIN_EXTRA,
	MESSAGE_HAN_LATIN_MISSING
};

enum { HAN_LATIN_IGNORE, HAN_LATIN_REQUIRE, HAN_LATIN_FORBID, HAN_LATIN_CONSISTENT };

struct settings {
	int han_latin;
};

enum {
	CLAUSE_REACH = 60,
	LABEL_LONGEST = 8,       /* 第三十二条 and other labels at the head of a paragraph */
	NAME_LONGEST = 4,        /* 欧阳 小明 */
	PROSE_LEAST = 8,        /* Han characters that a sentence has */
	WORD_REACH = 8,
	LATIN_REACH = 40,
	HABIT_LEAST = 5,
};

#define BRACKETS (CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_OPEN) | CLASS_BIT(CLASS_HALF_CLOSE))
#define FUNCTION_CHARACTERS "的了是他她我也都不" /* no list of names has them */
#define DANGLING "是在以把被从從向与與及或" /* a clause cannot end with them */
#define BORDERS (CLASSES_PAUSE | BRACKETS | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_DASH))
#define WIDE_MARKS (CLASSES_WIDE_STOP | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE))
#define LATIN (CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_OBJECT) | CLASS_BIT(CLASS_HALF_STOP))

/* Words that stand before a name or a text with a space: 记者 李明, 新华社4月16日电 在济南… */
static const char *const leaders[] = {"记者", "記者", "通讯员", "通訊員", "编辑", "編輯", "责编", "責編", "摄影", "攝影", "作者", "撰文", "译者", "譯者",
	"编译", "編譯", "特约", "特約", "主持人", "讯", "訊", "电", "電", "文", "图", "圖", "摄", "攝", "校", "绘", "繪", "编", "編", "注", "註", "答", "问", "問", NULL};

/* Respect asks for a space before these, or after those that address (Taiwan's official style, 挪抬). */
static const char *const honoured[] = {"國父", "國母", "總統", "蔣公", "先總統", "先總理", "總理", "主席", "先", "孫中山", "孫", "蔣", "上帝", "天主", "基督", "耶穌",
	"主", "神", "佛", "聖", "御", "皇", "鈞", "貴", "尊", "台端", "臺端", "惠", "賜", "鑒", "查照", "核", "您", "祢", "祂", "閣下", "大人", "老師", "師父", "師", "母", "父", "公", "媽", "觀", NULL};
static const char *const honouring[] = {"國父", "總統", "恭請", "敬請", "敬祝", "恭祝", "敬頌", "順頌", "敬候", "謹呈", "感謝", "蒙", "奉", "恭迎", "敬陳", "此致", "謹致", NULL};

/* What lies round a space: its paragraph and the clause, as far as it is looked at. */
struct place {
	struct span gap;
	const struct paragraph *paragraph;
	uint32_t begin, end;
};

static struct place place_of(const struct article *article, struct span gap)
{
	struct place place = {.gap = gap, .paragraph = &article->paragraphs[article_paragraph_at(article, gap.begin)]};
	uint32_t low = article_back(article, gap.begin, CLAUSE_REACH);
	uint32_t high = article_ahead(article, gap.end, CLAUSE_REACH);
	place.begin = article_skip_back(article, gap.begin, low, ~BORDERS);
	place.end = article_find(article, gap.end, high, BORDERS);
	return place;
}

/* A sentence stands here, and not a title, a label or a list of names. */
static bool is_prose(const struct article *article, const struct place *place)
{
	const struct paragraph *paragraph = place->paragraph;
	struct span near = paragraph->span;
	if (paragraph->role != ROLE_BODY && paragraph->role != ROLE_LIST_ITEM && paragraph->role != ROLE_CAPTION)
		return false;
	if (place->gap.begin - near.begin > CLAUSE_REACH)
		near.begin = place->gap.begin - CLAUSE_REACH;
	if (near.end > place->gap.end + CLAUSE_REACH)
		near.end = place->gap.end + CLAUSE_REACH;
	uint32_t han = article_count(article, near, CLASSES_HAN);
	if (paragraph->ends_sentence)
		return han >= PROSE_LEAST;
	return han >= 2 * PROSE_LEAST && article_count(article, near, CLASSES_WIDE_STOP) >= 2;
}

static void add(struct check_context *context, unsigned message, struct span gap, struct span shown)
{
	struct finding *finding = report_add(context->report, message, gap);
	finding_text(finding, shown);
	finding_fix(finding, FIX_SAFE, gap, "");
}

/* Is there a word over the gap, no name, in the likeliest reading of the text without it, and none that ends or begins there? */
static bool tears_word(const struct check_context *context, const struct place *place)
{
	const struct article *article = context->article;
	uint32_t cp[2 * WORD_REACH] = {0}, left = 0, count = 0;
	uint32_t least = place->gap.begin - place->begin > WORD_REACH ? place->gap.begin - WORD_REACH : place->begin;
	uint32_t limit = place->end - place->gap.end > WORD_REACH ? place->gap.end + WORD_REACH : place->end;
	for (uint32_t i = article_skip_back(article, place->gap.begin, least, CLASSES_HAN); i < place->gap.begin; i++)
		cp[count++] = article->cp[i];
	left = count;
	for (uint32_t i = place->gap.end; i < limit && article_is_han(article, i); i++)
		cp[count++] = article->cp[i];
	if ((left >= 2 && word_find(context->data, cp + left - 2, 2, NULL)) || (count - left >= 2 && word_find(context->data, cp + left, 2, NULL)))
		return false;
	float apart = word_cost(context->data, cp, left) + word_cost(context->data, cp + left, count - left);
	if (word_cost(context->data, cp, count) > apart - 0.01F)
		return false;
	for (uint32_t before = 1; before <= 3 && before <= left; before++)
		for (uint32_t after = 1; after <= 3 && left + after <= count; after++) {
			struct word word;
			if (word_find(context->data, cp + left - before, before + after, &word) && word.tag != WORD_PERSON && word.tag != WORD_PLACE)
				return true;
		}
	return false;
}

/* 张 三, 欧阳 小明; but not ，当面 酬谢。 and not 、对 着查， */
static bool is_name(const struct check_context *context, const struct place *place)
{
	const uint32_t *cp = context->article->cp;
	uint32_t left = place->gap.begin - place->begin, right = place->end - place->gap.end;
	struct word words[2];
	if (right <= 2 && character_is_surname(cp[place->gap.begin - 1]))
		return true;
	if (left + right > NAME_LONGEST)
		return false;
	if (left == 1)
		return character_is_surname(cp[place->begin]);
	return left != 2 || right != 2 || !word_find(context->data, cp + place->begin, 2, &words[0]) ||
		!word_find(context->data, cp + place->gap.end, 2, &words[1]) || words[0].tag == WORD_PERSON || words[1].tag == WORD_PERSON;
}

/* The same words on both sides: typo_repeated_word's. */
static bool is_repeated(const struct article *article, struct span gap)
{
	for (uint32_t length = 2; length <= WORD_REACH && gap.begin - length >= article->begin; length++)
		if (article_same(article, (struct span){gap.begin - length, gap.begin}, (struct span){gap.end, gap.end + length}))
			return true;
	return false;
}

/* Headlines and slogans of two halves, which begin a sentence: 加强领导 提高认识. */
static bool has_halves(const struct article *article, const struct place *place)
{
	uint32_t left = place->gap.begin - place->begin, right = place->end - place->gap.end;
	return left >= 3 && left <= 12 && (left > right ? left - right : right - left) <= 1 &&
	       !character_is_one_of(article->cp[place->begin - 1], "，；,;");
}

static bool is_label(const struct article *article, const struct place *place)
{
	uint32_t head = article_skip(article, place->paragraph->span.begin, place->paragraph->span.end, CLASSES_SPACE);
	return place->gap.begin - head <= LABEL_LONGEST || character_is_one_of(article->cp[place->gap.begin - 1], "年月日") ||
	       article_is(article, place->gap.begin - 1, CLASSES_FIGURE);
}

static bool is_respect(const struct article *article, const struct place *place)
{
	return !variant_is_hans(article->variant) &&
	       (article_starts_any(article, place->gap.end, honoured) || article_ends_any(article, place->gap.begin, honouring));
}

/* 作者是 著名作家, but not 无处不在 and 所以 */
static bool is_dangling(const struct check_context *context, const struct place *place)
{
	const uint32_t *cp = context->article->cp;
	return place->gap.begin - place->begin > 2 && character_is_one_of(cp[place->gap.begin - 1], DANGLING) &&
	       !word_find(context->data, cp + place->gap.begin - 2, 2, NULL) && !word_find(context->data, cp + place->gap.begin - 3, 3, NULL) &&
	       !character_is_one_of(cp[place->gap.begin - 2], "不自所");
}

/* In the clause there is this one space between Han characters, or it stands beside the like of 的; nothing says that it is meant. */
static bool is_slip(const struct check_context *context, const struct place *place)
{
	const struct article *article = context->article;
	bool function = character_is_one_of(article->cp[place->gap.begin - 1], FUNCTION_CHARACTERS) ||
			character_is_one_of(article->cp[place->gap.end], FUNCTION_CHARACTERS);
	uint32_t others = article_count(article, (struct span){place->begin, place->gap.begin}, CLASSES_SPACE) +
		article_count(article, (struct span){place->gap.end, place->end}, CLASSES_SPACE);
	if (others > (function ? 1 : 0))
		return false;
	if (place->gap.begin - article_skip(article, place->paragraph->span.begin, place->gap.begin, CLASSES_SPACE) <= 1)
		return false;
	if (is_repeated(article, place->gap))
		return false;
	const struct pair *around = pair_around(article, place->gap.begin, PAIRS_ANY);
	if (around && (PAIR_BIT(around->kind) & PAIRS_TITLE))
		return false;
	bool quoted = around && place->begin == around->open + 1 && place->end == around->close;
	if (is_respect(article, place) || quoted || article_ends_any(article, place->gap.begin, leaders))
		return tears_word(context, place);
	if (has_halves(article, place) || is_label(article, place) || is_name(context, place))
		return is_dangling(context, place) || tears_word(context, place);
	return true;
}

static void look_inside(struct check_context *context, struct span gap)
{
	const struct article *article = context->article;
	struct place place = place_of(article, gap);
	if (gap.end - gap.begin <= 2 && is_prose(article, &place) && is_slip(context, &place))
		add(context, MESSAGE_INSIDE, gap, (struct span){gap.begin - 1, gap.end + 1});
}

/* 新华社北京4月16日电 （记者李明） 昨天 */
static bool is_dateline(const struct article *article, uint32_t end)
{
	static const char *const words[] = {"电", "電", "讯", "訊", NULL};
	return article_ends_any(article, article_skip_back(article, end, article->begin, CLASSES_SPACE), words);
}

/* 第 1.4 节 “分页” */
static bool is_numbered(const struct article *article, uint32_t end)
{
	return character_is_one_of(article->cp[end - 1], "节節章条條页頁") &&
	       article_is(article, article_skip_back(article, end - 1, article->begin, CLASSES_SPACE) - 1, CLASSES_FIGURE);
}

/* 文件 “README” 中: the space is that of Han and Latin. */
static bool is_latin_quote(const struct article *article, const struct pair *pair, uint32_t inner)
{
	return (PAIR_BIT(pair->kind) & PAIRS_QUOTE) != 0 && article_is(article, inner, LATIN);
}

/* 《山海经》 是…, 一本 《山海经》; not 【公告】 …, not 椅子（…） 桌子（…） */
static bool is_beside_pair(const struct article *article, const struct place *place)
{
	uint32_t before = place->gap.begin - 1, after = place->gap.end;
	uint32_t head = article_skip(article, place->paragraph->span.begin, place->paragraph->span.end, CLASSES_SPACE);
	const struct pair *pair = pair_closing(article, before);
	if (pair && article_is(article, before, CLASS_BIT(CLASS_CLOSE)))
		return article_is_han(article, after) && pair->open != head && !article_is(article, place->end, CLASS_BIT(CLASS_OPEN)) &&
			!is_latin_quote(article, pair, before - 1) && !is_dateline(article, pair->open);
	pair = pair_opening(article, after);
	return article_is_han(article, before) && pair && article_is(article, after, CLASS_BIT(CLASS_OPEN)) &&
	       !is_latin_quote(article, pair, after + 1) && !is_label(article, place) &&
	       !article_is(article, place->begin - 1, CLASS_BIT(CLASS_CLOSE)) && !is_dateline(article, place->gap.begin) &&
	       !is_numbered(article, place->gap.begin);
}

/* Spaces after stops and beside pairs: slips if they are few, a habit if most marks have one; so they wait for the end of the article. */
struct gaps {
	struct span *items;
	size_t count, capacity;
};

static void look_at_mark(struct check_context *context, struct span gap, struct gaps *after_stops, struct gaps *beside_pairs)
{
	const struct article *article = context->article;
	struct place place = place_of(article, gap);
	uint32_t before = gap.begin - 1, after = gap.end;
	bool blank = article_is(article, before, CLASS_BIT(CLASS_OPEN)) && article_is(article, after, CLASS_BIT(CLASS_CLOSE));
	bool open_range = article_is(article, before, CLASS_BIT(CLASS_DASH)); /* （1976年— ） */
	if (blank || open_range || !is_prose(article, &place))
		return;
	if (article_is(article, after, CLASSES_WIDE_STOP) || (article_is(article, after, CLASS_BIT(CLASS_CLOSE)) && pair_closing(article, after)))
		add(context, MESSAGE_MARK, gap, (struct span){after, after + 1});
	else if (article_is(article, before, CLASS_BIT(CLASS_OPEN)) && pair_opening(article, before))
		add(context, MESSAGE_MARK, gap, (struct span){before, before + 1});
	else if (is_beside_pair(article, &place))
		ARENA_PUSH(context->scratch, beside_pairs->items, beside_pairs->count, beside_pairs->capacity, gap);
	else if (article_is(article, before, CLASSES_WIDE_STOP) &&
		 article_is(article, after, CLASSES_HAN | CLASSES_FIGURE | CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_LATIN)))
		ARENA_PUSH(context->scratch, after_stops->items, after_stops->count, after_stops->capacity, gap);
}

/* One finding each, or one for all if more than half of the MARKS have a space. */
static void report_gaps(struct check_context *context, const struct gaps *gaps, uint32_t marks, unsigned habit_message)
{
	const struct article *article = context->article;
	bool habit = gaps->count >= HABIT_LEAST && gaps->count * 2 > marks;
	struct finding *finding = NULL;
	for (size_t i = 0; i < gaps->count; i++) {
		struct span gap = gaps->items[i];
		if (!habit) {
			uint32_t mark = article_is_han(article, gap.begin - 1) ? gap.end : gap.begin - 1;
			add(context, MESSAGE_MARK, gap, (struct span){mark, mark + 1});
			continue;
		}
		if (!finding) {
			finding = report_add(context->report, habit_message, gap);
			finding_number(finding, (int64_t)gaps->count);
		}
		finding_fix(finding, FIX_SAFE, gap, "");
	}
}

/* International Corporation,All Rights Reserved: two words of one Latin passage. */
static void look_at_comma(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint64_t latin = CLASS_BIT(CLASS_LATIN);
	if (!article_is(article, at - 1, latin) || !article_is(article, at + 1, latin) || !article_is(article, at - 2, latin) ||
		!article_is(article, at + 2, latin))
		return;
	uint32_t begin = article_skip_back(article, at, article_back(article, at, LATIN_REACH), latin);
	uint32_t end = article_skip(article, at + 1, article_ahead(article, at, LATIN_REACH), latin);
	bool before = article->cp[begin - 1] == ' ' && article_is(article, begin - 2, latin);
	bool after = article->cp[end] == ' ' && article_is(article, end + 1, latin);
	if (!before && !after)
		return;
	struct span gap = {at + 1, at + 1};
	struct finding *finding = report_add(context->report, MESSAGE_LATIN_COMMA, (struct span){at, at + 1});
	finding_text(finding, (struct span){begin, end});
	finding_fix(finding, FIX_SAFE, gap, " ");
}

/* One note for the article, at the first place. */
static void add_trailing(struct check_context *context, struct finding **finding, struct span gap)
{
	if (!*finding)
		*finding = report_add(context->report, MESSAGE_TRAILING, gap);
	finding_fix(*finding, FIX_SAFE, gap, "");
}

static void look_at_spaces(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *spaces = &article->index[CLASS_SPACE];
	struct finding *trailing = NULL;
	struct gaps after_stops = {0}, beside_pairs = {0};
	int64_t trailing_count = 0;
	for (uint32_t i = 0; i < spaces->count;) {
		struct span gap = {spaces->at[i], spaces->at[i] + 1};
		bool ideographic = article->cp[gap.begin] == 0x3000;
		for (i++; i < spaces->count && spaces->at[i] == gap.end; i++, gap.end++)
			ideographic |= article->cp[gap.end] == 0x3000;
		if (article_is(article, gap.begin - 1, CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_ODD_SPACE)) ||
			article_is(article, gap.end, CLASS_BIT(CLASS_ODD_SPACE)))
			continue;
		if (article_is(article, gap.end, CLASS_BIT(CLASS_NEWLINE))) {
			add_trailing(context, &trailing, gap);
			trailing_count++;
		} else if (!ideographic && article_is_han(article, gap.begin - 1) && article_is_han(article, gap.end)) {
			look_inside(context, gap);
		} else if (!ideographic && (article_is(article, gap.begin - 1, WIDE_MARKS) || article_is(article, gap.end, WIDE_MARKS))) {
			look_at_mark(context, gap, &after_stops, &beside_pairs);
		}
	}
	report_gaps(context, &after_stops, article->class_count[CLASS_END_STOP] + article->class_count[CLASS_INNER_STOP], MESSAGE_AFTER_STOPS);
	report_gaps(context, &beside_pairs, article->class_count[CLASS_OPEN], MESSAGE_BESIDE_PAIRS);
	if (trailing)
		finding_number(trailing, trailing_count);
}

/* A border between Han text and Latin letters or figures, with the spaces that stand there. */
struct border {
	struct span gap;
	bool figures;
	bool unit;       /* 5月, 第3名: no space by any style */
};

/* A figure of an order or a date. */
static bool is_ordered(const struct article *article, uint32_t at)
{
	uint64_t digits = CLASS_BIT(CLASS_DIGIT);
	uint32_t begin = article_skip_back(article, at, article->begin, digits), end = article_skip(article, at, article->end, digits);
	return article->cp[begin - 1] == 0x7B2C || character_is_one_of(article->cp[end], "年月日号號时時分秒点點级級岁歲"); /* 第 */
}

static bool border_at(const struct article *article, uint32_t at, struct border *border)
{
	uint64_t latin = CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT);
	uint32_t next = at + 1;
	if (article->cp[at] == ' ')
		return false;
	while (article->cp[next] == ' ')
		next++;
	bool before = article_is_han(article, at) && article_is(article, next, latin),
	     after = article_is(article, at, latin) && article_is_han(article, next);
	if (!before && !after)
		return false;
	uint32_t inner = before ? next : at;
	bool single = !article_is(article, inner - 1, latin) && !article_is(article, inner + 1, latin) && article_is(article, inner, CLASS_BIT(CLASS_LATIN)); /* T恤 */
	*border = (struct border){{at + 1, next}, article_is(article, inner, CLASS_BIT(CLASS_DIGIT)), single};
	if (border->figures)
		border->unit = is_ordered(article, inner) || (before && character_is_one_of(article->cp[at], "年月日号號"));
	return true;
}

/* House style for the space between Han and Latin: its own or, if asked, what most of the article does. */
static void look_at_borders(struct check_context *context, int mode)
{
	const struct article *article = context->article;
	uint32_t counts[2][2] = {{0}};
	struct border border;
	for (uint32_t at = article->begin; mode == HAN_LATIN_CONSISTENT && at < article->end; at++)
		if (border_at(article, at, &border) && !border.unit)
			counts[border.figures][border.gap.end > border.gap.begin]++;
	for (uint32_t at = article->begin; at < article->end; at++) {
		if (!border_at(article, at, &border) || border.unit)
			continue;
		const uint32_t *count = counts[border.figures];
		bool spaced = border.gap.end > border.gap.begin, wanted = mode == HAN_LATIN_REQUIRE;
		if (mode == HAN_LATIN_CONSISTENT)
			wanted = count[1] > count[0];
		if (spaced == wanted || (mode == HAN_LATIN_CONSISTENT && count[0] == count[1]))
			continue;
		struct finding *finding = report_add(context->report, wanted ? MESSAGE_HAN_LATIN_MISSING : MESSAGE_HAN_LATIN_EXTRA, border.gap);
		finding_text(finding, (struct span){border.gap.begin - 1, border.gap.end + 1});
		finding_fix(finding, FIX_SAFE, border.gap, wanted ? " " : "");
	}
}

static void run(struct check_context *context)
{
	const struct article *article = context->article;
	const struct settings *settings = context->settings;
	const struct positions *stops = &article->index[CLASS_HALF_STOP];
	look_at_spaces(context);
	for (uint32_t i = 0; i < stops->count; i++)
		if (article->cp[stops->at[i]] == ',')
			look_at_comma(context, stops->at[i]);
	if (settings->han_latin != HAN_LATIN_IGNORE)
		look_at_borders(context, settings->han_latin);
}

static const struct check_message messages[] = {
	[MESSAGE_INSIDE] = {"inside", N_("space inside a sentence: {0}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_MARK] = {"mark", N_("space beside a full-width mark: {0}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_AFTER_STOPS] = {"after_stops", N_("spaces after most full-width stops (in all: {0})"), SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_BESIDE_PAIRS] = {"beside_pairs", N_("spaces round most full-width quotes and brackets (in all: {0})"), SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_LATIN_COMMA] = {"latin_comma", N_("no space after the comma of a Latin passage: {0}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_TRAILING] = {"trailing", N_("trailing spaces (lines with them: {0})"), SEVERITY_NOTE,
		PROFILE_DEFAULT | PROFILE_NEWSROOM | PROFILE_STRICT, CONFIDENCE_HIGH},
	[MESSAGE_HAN_LATIN_EXTRA] = {"han_latin_extra", N_("space between Han and Latin text, against the style: {0}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_HAN_LATIN_MISSING] = {"han_latin_missing", N_("no space between Han and Latin text, against the style: {0}"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	{0},
};

static const char *const han_latin_choices[] = {"ignore", "require", "forbid", "consistent", NULL};

static const struct check_option options[] = {
	{.key = "han_latin",
		.type = OPTION_CHOICE,
		.offset = offsetof(struct settings, han_latin),
		.initial = HAN_LATIN_IGNORE,
		.choices = han_latin_choices,
		.help = N_("space between Han and Latin letters or figures")},
	{0},
};

const struct check check_punct_bad_space = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_space",
	.summary = N_("a space that tears a Chinese sentence"),
	.needs = NEED_PAIRS | NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};
