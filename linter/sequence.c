/* sequence: reads the marks of an article and ties those together that may count on. */
#include "sequence.h"

#include "figure_p.h"

/* The ways of writing; the first ones are the forms of markers. */
enum {
	WAY_FORMAL = FORM_QI + 1, /* 壹、 */
	WAY_HAN_CLOSED,           /* 一） */
	WAY_ARABIC_CLOSED,        /* 1） */
	WAY_CIRCLED,              /* ① ⑴ ㈠ … */
	WAY_UNIT = 64,   /* 第一章 */
	WAY_NOUN = 128,  /* 步骤一 */
	WAY_COUNT = 256,
	LEVELS = 16,     /* open sequences at one time */
	LABEL_HEAD = 8,  /* characters at the beginning of a paragraph in which the number must stand */
	HEADING = 30,    /* characters of 第三章总则, without a space */
	NUMBER_MOST = 999,
	ADOPTION = 3,    /* paragraphs between 一是 in a paragraph and 二是 at the beginning of one */
};

#define NONE UINT32_MAX

/* What is numbered by 第. The first ones are headings only: no comma follows them. */
static const char *const units[] = {"章", "节", "節", "编", "編", "篇", "部分", "条", "條", "步", "款", "课", "課", "讲", "講", "单元", "單元", "回",
	"关", "關", "招", "阶段", "階段", "环节", "環節", "题", "題", "点", "點", "方面", "类", "類", "种", "種", NULL};

enum { UNIT_HEADINGS = 7, UNIT_ARTICLE = 7, UNIT_ARTICLES = 9 };

/* What has its number after it. The first ones are captions. */
static const char *const nouns[] = {"图", "圖", "表", "附图", "附圖", "附表", "照片", "步骤", "步驟", "附件", "附录", "附錄", "例", "示例", "案例", "问题",
	"問題", "任务", "任務", "方法", "误区", "誤區", "建议", "建議", "原则", "原則", "要点", "要點", "阶段", "階段", "环节", "環節", "技巧", "措施",
	"经验", "經驗", "特点", "特點", "亮点", "亮點", "习题", "習題", "专题", "專題", "单元", "單元", "模块", "模組", "议题", "議題", "提案", "活动",
	"活動", "话题", "話題", "场景", "場景", "练习", "練習", "课题", "項目", "项目", "提示", "要求", "关键", "關鍵", "路线", "路線", NULL};

enum { NOUN_CAPTIONS = 7, NOUN_LONGEST = 2 };

struct open {
	uint32_t way, tail, paragraph;
};

struct reader {
	const struct article *article;
	struct arena *arena;
	struct sequence *sequence;
	struct open levels[LEVELS]; /* at the beginning of paragraphs, the outer ones first */
	uint32_t depth;
	struct open inner[LEVELS];  /* inside paragraphs: the last one of each way */
	uint32_t inners;
	uint32_t kept[WAY_COUNT];   /* tails of those that nothing ends: articles, captions; 0: none, else index + 1 */
	uint32_t paragraph;
};

bool sequence_is_caption(const struct sequence_mark *mark)
{
	return mark->way >= WAY_NOUN && mark->way < WAY_NOUN + NOUN_CAPTIONS;
}

bool sequence_is_word(const struct sequence_mark *mark)
{
	return mark->way == FORM_IS || mark->way == FORM_NTH || mark->way == FORM_QI;
}

static bool is_article(uint32_t way)
{
	return way >= WAY_UNIT + UNIT_ARTICLE && way < WAY_UNIT + UNIT_ARTICLES;
}

/* The index of the longest text of a list with which a position begins, and its length in LENGTH; NONE if there is none. */
static uint32_t starting(const struct article *article, uint32_t at, const char *const *texts, uint32_t *length)
{
	*length = article_longest_at(article, at, texts);
	for (uint32_t i = 0; *length > 0; i++)
		if (strlen(texts[i]) == *length * 3 && article_starts(article, at, texts[i]))
			return i;
	return NONE;
}

static bool read_value(const struct number *number, uint32_t *value)
{
	int64_t integer;
	if (!number->well_formed || number->fraction || number->flags || number->bare || number->leads_zero || number->style == FIGURE_MIXED ||
		!decimal_integer(number->value, &integer) || integer < 1 || integer > NUMBER_MOST)
		return false;
	*value = (uint32_t)integer;
	return true;
}

static bool ends_label(const struct article *article, uint32_t at)
{
	return article_is(article, at, CLASSES_SPACE | CLASS_BIT(CLASS_NEWLINE)) || character_is_one_of(article->cp[at], U"：:【（(") || at >= article->end;
}

/* 第三章　总则, 第 3 條, 第二步： */
static bool read_unit(const struct article *article, struct span text, struct sequence_mark *mark)
{
	uint32_t at = article_skip(article, text.begin + 1, text.begin + 3, CLASSES_SPACE), length;
	struct number number = number_at(article, at);
	if (!read_value(&number, &mark->value))
		return false;
	uint32_t unit_at = article_skip(article, number.end, number.end + 2, CLASSES_SPACE);
	uint32_t unit = starting(article, unit_at, units, &length), end = unit_at + length;
	if (unit == NONE)
		return false;
	bool heading = unit < UNIT_HEADINGS;
	bool joined = heading && article_is_han(article, end) && span_length(text) <= HEADING && !article_is(article, text.end - 1, CLASSES_STOP);
	bool paused = !heading && character_is_one_of(article->cp[end], U"，,");
	if (!ends_label(article, end) && !joined && !paused)
		return false;
	mark->span = (struct span){text.begin, end};
	mark->number = (struct span){number.begin, number.end};
	mark->way = WAY_UNIT + unit;
	return true;
}

/* 步骤一：, 图1　厂房外景 */
static bool read_noun(const struct article *article, struct span text, struct sequence_mark *mark)
{
	uint32_t length, nearest = article_find(article, text.begin + 1, text.begin + NOUN_LONGEST + 2, CLASSES_FIGURE);
	if (nearest == text.begin + NOUN_LONGEST + 2)
		return false;
	uint32_t noun = starting(article, text.begin, nouns, &length);
	if (noun == NONE)
		return false;
	uint32_t at = article_skip(article, text.begin + length, text.begin + length + 1, CLASSES_SPACE);
	struct number number = number_at(article, at);
	if (!read_value(&number, &mark->value))
		return false;
	bool pointed = character_is_one_of(article->cp[number.end], U"、．.") && !article_is(article, number.end + 1, CLASSES_FIGURE);
	if (!ends_label(article, number.end) && !pointed)
		return false;
	mark->span = mark->number = (struct span){number.begin, number.end};
	mark->span.begin = text.begin;
	mark->way = WAY_NOUN + noun;
	return true;
}

/* A label that the figures do not know as a marker. */
static bool read_label(const struct article *article, uint32_t paragraph, struct sequence_mark *mark)
{
	struct span text = article_trim(article, article->paragraphs[paragraph].span);
	uint32_t head = text.end < text.begin + LABEL_HEAD ? text.end : text.begin + LABEL_HEAD;
	if (!article_is_han(article, text.begin) || article_find(article, text.begin + 1, head, CLASSES_FIGURE) == head)
		return false;
	*mark = (struct sequence_mark){.next = NONE, .begins = true, .first = true};
	return article->cp[text.begin] == U'第' ? read_unit(article, text, mark) : read_noun(article, text, mark);
}

/* Circled numbers, those in brackets and those with a stop are characters of several rows. */
static uint32_t circled_row(uint32_t cp)
{
	return cp >= 0x3220 && cp <= 0x3229 ? 1 : cp >= 0x3280 && cp <= 0x3289 ? 2 : cp >= 0x2776 && cp <= 0x2793 ? 3 : cp >= 0x2488 && cp <= 0x249B ? 4 :
	       cp >= 0x2474 && cp <= 0x2487 ? 5 : cp >= 0x24F5 && cp <= 0x24FE ? 6 : 0;
}

static bool read_marker(const struct article *article, const struct figure *figure, struct sequence_mark *mark)
{
	int64_t value;
	if (figure->kind != FIGURE_MARKER || !figure_integer(figure, &value) || value < 1 || value > NUMBER_MOST)
		return false;
	/* 一是一，二是二 is a proverb. */
	if (figure->form == FORM_IS && article->cp[figure->span.end] == article->cp[figure->number.begin])
		return false;
	enum figure_place place = figure_place(article, figure->span.begin);
	*mark = (struct sequence_mark){figure->span, figure->number, (uint32_t)value, figure->form, NONE, place == FIGURE_PARAGRAPH, true};
	if (figure->form == FORM_CIRCLED)
		mark->way = WAY_CIRCLED + circled_row(article->cp[figure->span.begin]);
	else if (figure->form == FORM_HAN && figure->style == FIGURE_FORMAL)
		mark->way = WAY_FORMAL;
	else if (figure->form == FORM_ARABIC_BRACKET && figure->span.begin == figure->number.begin)
		mark->way = WAY_ARABIC_CLOSED;
	else if (figure->form == FORM_HAN_BRACKET && figure->span.begin == figure->number.begin)
		mark->way = WAY_HAN_CLOSED;
	/* 包括①登记；②审核: only the first one may follow a word. */
	return place != FIGURE_INSIDE || (figure->form == FORM_CIRCLED && value == 1);
}

/* Ties the mark INDEX to the sequence whose last one is TAIL. */
static void tie(struct reader *reader, uint32_t tail, uint32_t index)
{
	reader->sequence->marks[tail].next = index;
	reader->sequence->marks[index].first = false;
}

static struct open *find_open(struct open *open, uint32_t count, uint32_t way)
{
	for (uint32_t i = count; i-- > 0;)
		if (open[i].way == way)
			return &open[i];
	return NULL;
}

static uint32_t value_of(const struct reader *reader, const struct open *open)
{
	return reader->sequence->marks[open->tail].value;
}

/* A mark at the beginning of a paragraph: it ends all levels below its own. */
static void add_outer(struct reader *reader, uint32_t index)
{
	struct sequence_mark *mark = &reader->sequence->marks[index];
	uint32_t *kept = &reader->kept[mark->way];
	struct open *level = find_open(reader->levels, reader->depth, mark->way);
	struct open *inner = find_open(reader->inner, reader->inners, mark->way);
	bool keeps = is_article(mark->way) || sequence_is_caption(mark);
	if (level)
		tie(reader, level->tail, index);
	else if (keeps && *kept)
		tie(reader, *kept - 1, index);
	else if (inner && value_of(reader, inner) + 1 == mark->value && reader->paragraph <= inner->paragraph + ADOPTION)
		tie(reader, inner->tail, index);
	*kept = index + 1;
	if (sequence_is_caption(mark))
		return;
	if (!level && reader->depth == LEVELS)
		reader->depth--;
	level = level ? level : &reader->levels[reader->depth];
	*level = (struct open){mark->way, index, reader->paragraph};
	reader->depth = (uint32_t)(level - reader->levels) + 1;
}

static bool begins_sentence(const struct article *article, uint32_t at)
{
	uint32_t before = article_skip_back(article, at, article_back(article, at, LABEL_HEAD), CLASSES_SPACE);
	return article_is(article, before - 1, CLASS_BIT(CLASS_END_STOP)) || character_is_one_of(article->cp[before - 1], U"；;");
}

/* Does a mark inside a paragraph go on with a sequence that began with a paragraph? */
static bool continues(const struct reader *reader, const struct open *level, const struct sequence_mark *mark)
{
	const struct sequence_mark *tail = &reader->sequence->marks[level->tail];
	bool same = level->paragraph == reader->paragraph && (!tail->begins || sequence_is_word(mark));
	return same ? mark->value > 1 : tail->value + 1 == mark->value && begins_sentence(reader->article, mark->span.begin);
}

static void add_inner(struct reader *reader, uint32_t index)
{
	struct sequence_mark *mark = &reader->sequence->marks[index];
	struct open *inner = find_open(reader->inner, reader->inners, mark->way);
	struct open *level = find_open(reader->levels, reader->depth, mark->way);
	if (inner && inner->paragraph == reader->paragraph) {
		tie(reader, inner->tail, index);
		inner->tail = index;
		return;
	}
	if (level && continues(reader, level, mark)) {
		tie(reader, level->tail, index);
		*level = (struct open){mark->way, index, reader->paragraph};
		return;
	}
	if (!inner && reader->inners < LEVELS)
		inner = &reader->inner[reader->inners++];
	if (inner)
		*inner = (struct open){mark->way, index, reader->paragraph};
}

static void add(struct reader *reader, struct sequence_mark mark)
{
	struct sequence *sequence = reader->sequence;
	uint32_t index = (uint32_t)sequence->count;
	ARENA_PUSH(reader->arena, sequence->marks, sequence->count, sequence->capacity, mark);
	if (mark.begins)
		add_outer(reader, index);
	else
		add_inner(reader, index);
}

struct sequence sequence_read(const struct article *article, struct arena *arena)
{
	struct sequence sequence = {0};
	struct reader reader = {.article = article, .arena = arena, .sequence = &sequence};
	struct sequence_mark mark;
	uint32_t figure = 0;
	for (uint32_t p = 0; p < article->paragraph_count; p++) {
		const struct paragraph *paragraph = &article->paragraphs[p];
		bool passed = paragraph->role == ROLE_TABLE || paragraph->role == ROLE_NAVIGATION || paragraph->role == ROLE_VERSE;
		reader.paragraph = p;
		if (!passed && read_label(article, p, &mark))
			add(&reader, mark);
		for (; figure < article->figure_count && article->figures[figure].span.begin < paragraph->span.end; figure++)
			if (!passed && read_marker(article, &article->figures[figure], &mark))
				add(&reader, mark);
	}
	return sequence;
}
