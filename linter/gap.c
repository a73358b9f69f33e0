/* gap: what stands on both sides of a space says what it is for. */
#include "gap.h"

#include "pair.h"
#include "word.h"

enum {
	CLAUSE_REACH = 60,
	LABEL_LONGEST = 8, /* 第三十二条 and other labels at the head of a paragraph */
	NAME_LONGEST = 4,  /* 欧阳 小明 */
	PROSE_LEAST = 8,   /* Han characters that a sentence has */
	WORD_REACH = 8,
};

#define BORDERS                                                                                                                                      \
	(CLASSES_PAUSE | CLASSES_OPENING | CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_HALF_CLOSE) | CLASS_BIT(CLASS_NEWLINE) | CLASS_BIT(CLASS_DASH))
#define LATIN (CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT) | CLASS_BIT(CLASS_OBJECT) | CLASS_BIT(CLASS_HALF_STOP))
#define RESUMING U"都也就才却卻便则則仍" /* no text and no half of a headline begins with them */
#define DANGLING U"是在以把被从從向与與及或" /* a clause cannot end with them */

/* Words that stand before a name or a text with a space: 记者 李明, 新华社4月16日电 在济南… */
static const char *const leaders[] = {"记者", "記者", "通讯员", "通訊員", "编辑", "編輯", "责编", "責編", "摄影", "攝影", "作者", "撰文", "译者",
	"譯者", "编译", "編譯", "特约", "特約", "主持人", "讯", "訊", "电", "電", "文", "图", "圖", "摄", "攝", "校", "绘", "繪", "编", "編", "注",
	"註", "答", "问", "問", NULL};

/* Respect asks for a space before these, or after those that address (Taiwan's official style, 挪抬). */
static const char *const honoured[] = {"國父", "國母", "總統", "蔣公", "先總統", "先總理", "總理", "主席", "先", "孫中山", "孫", "蔣", "上帝", "天主",
	"基督", "耶穌", "主", "神", "佛", "聖", "御", "皇", "鈞", "貴", "尊", "台端", "臺端", "惠", "賜", "鑒", "查照", "核", "您", "祢", "祂",
	"閣下", "大人", "老師", "師父", "師", "母", "父", "公", "媽", "觀", NULL};
static const char *const honouring[] = {
	"國父", "總統", "恭請", "敬請", "敬祝", "恭祝", "敬頌", "順頌", "敬候", "謹呈", "感謝", "蒙", "奉", "恭迎", "敬陳", "此致", "謹致", NULL};

struct gap gap_at(const struct article *article, struct span span)
{
	uint32_t low = article_back(article, span.begin, CLAUSE_REACH), high = article_ahead(article, span.end, CLAUSE_REACH);
	return (struct gap){
		.span = span,
		.paragraph = &article->paragraphs[article_paragraph_at(article, span.begin)],
		.begin = article_skip_back(article, span.begin, low, ~BORDERS),
		.end = article_find(article, span.end, high, BORDERS),
	};
}

bool gap_is_in_prose(const struct article *article, const struct gap *gap)
{
	const struct paragraph *paragraph = gap->paragraph;
	struct span near = paragraph->span;
	if (paragraph->role != ROLE_BODY && paragraph->role != ROLE_LIST_ITEM && paragraph->role != ROLE_CAPTION)
		return false;
	if (gap->span.begin - near.begin > CLAUSE_REACH)
		near.begin = gap->span.begin - CLAUSE_REACH;
	if (near.end > gap->span.end + CLAUSE_REACH)
		near.end = gap->span.end + CLAUSE_REACH;
	uint32_t han = article_count(article, near, CLASSES_HAN);
	if (paragraph->ends_sentence)
		return han >= PROSE_LEAST;
	return han >= 2 * PROSE_LEAST && article_count(article, near, CLASSES_WIDE_STOP) >= 2;
}

bool gap_tears_word(const struct article *article, const struct data *data, const struct gap *gap)
{
	uint32_t cp[2 * WORD_REACH] = {0}, left = 0, count = 0;
	uint32_t least = gap->span.begin - gap->begin > WORD_REACH ? gap->span.begin - WORD_REACH : gap->begin;
	uint32_t limit = gap->end - gap->span.end > WORD_REACH ? gap->span.end + WORD_REACH : gap->end;
	for (uint32_t i = article_skip_back(article, gap->span.begin, least, CLASSES_HAN); i < gap->span.begin; i++)
		cp[count++] = article->cp[i];
	left = count;
	for (uint32_t i = gap->span.end; i < limit && article_is_han(article, i); i++)
		cp[count++] = article->cp[i];
	if ((left >= 2 && word_find(data, cp + left - 2, 2, NULL)) || (count - left >= 2 && word_find(data, cp + left, 2, NULL)))
		return false;
	float apart = word_cost(data, cp, left) + word_cost(data, cp + left, count - left);
	if (word_cost(data, cp, count) > apart - 0.01F)
		return false;
	for (uint32_t before = 1; before <= 3 && before <= left; before++)
		for (uint32_t after = 1; after <= 3 && left + after <= count; after++) {
			struct word word;
			if (word_find(data, cp + left - before, before + after, &word) && word.tag != WORD_PERSON && word.tag != WORD_PLACE)
				return true;
		}
	return false;
}

bool gap_is_in_name(const struct article *article, const struct data *data, const struct gap *gap)
{
	const uint32_t *cp = article->cp;
	uint32_t left = gap->span.begin - gap->begin, right = gap->end - gap->span.end;
	struct word words[2];
	if (right <= 2 && character_is_surname(cp[gap->span.begin - 1]))
		return true;
	if (left + right > NAME_LONGEST)
		return false;
	if (left == 1)
		return character_is_surname(cp[gap->begin]);
	return left != 2 || right != 2 || !word_find(data, cp + gap->begin, 2, &words[0]) || !word_find(data, cp + gap->span.end, 2, &words[1]) ||
	       words[0].tag == WORD_PERSON || words[1].tag == WORD_PERSON;
}

bool gap_repeats(const struct article *article, const struct gap *gap)
{
	for (uint32_t length = 2; length <= WORD_REACH && gap->span.begin - length >= article->begin; length++)
		if (article_same(
			    article, (struct span){gap->span.begin - length, gap->span.begin}, (struct span){gap->span.end, gap->span.end + length}))
			return true;
	return false;
}

bool gap_parts_halves(const struct article *article, const struct gap *gap)
{
	uint32_t left = gap->span.begin - gap->begin, right = gap->end - gap->span.end;
	return left >= 3 && left <= 12 && (left > right ? left - right : right - left) <= 1 &&
	       !character_is_one_of(article->cp[gap->begin - 1], U"，；,;");
}

bool gap_follows_label(const struct article *article, const struct gap *gap)
{
	uint32_t head = article_skip(article, gap->paragraph->span.begin, gap->paragraph->span.end, CLASSES_SPACE);
	bool sentence = false; /* 老师说，这 道题: no label has a comma */
	for (uint32_t at = head; at < gap->span.begin && !sentence; at++)
		sentence = character_is_one_of(article->cp[at], U"，；。？！") || at - head > LABEL_LONGEST;
	return (!sentence && gap->span.begin - head <= LABEL_LONGEST) || character_is_one_of(article->cp[gap->span.begin - 1], U"年月日") ||
	       article_is(article, gap->span.begin - 1, CLASSES_FIGURE);
}

bool gap_follows_byline(const struct article *article, const struct gap *gap)
{
	return article_ends_any(article, gap->span.begin, leaders);
}

bool gap_shows_respect(const struct article *article, const struct gap *gap)
{
	return !variant_is_hans(article->variant) &&
	       (article_starts_any(article, gap->span.end, honoured) || article_ends_any(article, gap->span.begin, honouring));
}

bool gap_cuts_phrase(const struct article *article, const struct data *data, const struct gap *gap)
{
	const uint32_t *cp = article->cp;
	bool torn = character_is_one_of(cp[gap->span.end], RESUMING) && word_longest(data, cp + gap->span.end, NAME_LONGEST) <= 1;
	if (torn && gap->span.begin - gap->begin > 2 && gap->end - gap->span.end > 2)
		return true;
	return gap->span.begin - gap->begin > 2 && character_is_one_of(cp[gap->span.begin - 1], DANGLING) &&
	       !word_find(data, cp + gap->span.begin - 2, 2, NULL) && !word_find(data, cp + gap->span.begin - 3, 3, NULL) &&
	       !character_is_one_of(cp[gap->span.begin - 2], U"不自所");
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
	return character_is_one_of(article->cp[end - 1], U"节節章条條页頁") &&
	       article_is(article, article_skip_back(article, end - 1, article->begin, CLASSES_SPACE) - 1, CLASSES_FIGURE);
}

/* 文件 “README” 中: the space is that of Han and Latin. */
static bool is_latin_quote(const struct article *article, const struct pair *pair, uint32_t inner)
{
	return (PAIR_BIT(pair->kind) & PAIRS_QUOTE) != 0 && article_is(article, inner, LATIN);
}

/* 椅子（イス） 行灯（アンドン） 馅（アン）: a list, not “东门” 和 “西门”. */
static bool is_beside_bracket(const struct article *article, const struct pair *pair, uint32_t other, uint64_t class)
{
	return (PAIR_BIT(pair->kind) & PAIRS_QUOTE) == 0 && article_is(article, other, class);
}

static bool parts_closing(const struct article *article, const struct gap *gap, const struct pair *pair)
{
	uint32_t head = article_skip(article, gap->paragraph->span.begin, gap->paragraph->span.end, CLASSES_SPACE);
	return article_is_han(article, gap->span.end) && pair->open != head &&
	       !is_beside_bracket(article, pair, gap->end, CLASS_BIT(CLASS_OPEN)) &&
	       !is_latin_quote(article, pair, pair->close - 1) && !is_dateline(article, pair->open);
}

/* The space after a pair is a slip: then the one before it is the other half. */
static bool is_parted_after(const struct article *article, const struct pair *pair)
{
	struct span spaces = {pair->close + 1, article_skip(article, pair->close + 1, article->end, CLASSES_SPACE)};
	if (spaces.begin == spaces.end)
		return false;
	struct gap gap = gap_at(article, spaces);
	return parts_closing(article, &gap, pair);
}

bool gap_parts_pair(const struct article *article, const struct gap *gap)
{
	uint32_t before = gap->span.begin - 1, after = gap->span.end;
	const struct pair *pair = pair_closing(article, before);
	if (pair && article_is(article, before, CLASS_BIT(CLASS_CLOSE)))
		return parts_closing(article, gap, pair);
	pair = pair_opening(article, after);
	if (!article_is_han(article, before) || !pair || !article_is(article, after, CLASS_BIT(CLASS_OPEN)) ||
		is_latin_quote(article, pair, after + 1) || is_numbered(article, gap->span.begin))
		return false;
	bool stands_apart = gap_follows_label(article, gap) ||
			    is_beside_bracket(article, pair, gap->begin - 1, CLASS_BIT(CLASS_CLOSE)) ||
			    is_dateline(article, gap->span.begin);
	return !stands_apart || is_parted_after(article, pair);
}

/* A figure of an order or a date. */
static bool is_ordered(const struct article *article, uint32_t at)
{
	uint64_t digits = CLASS_BIT(CLASS_DIGIT);
	uint32_t begin = article_skip_back(article, at, article->begin, digits), end = article_skip(article, at, article->end, digits);
	return article->cp[begin - 1] == 0x7B2C || character_is_one_of(article->cp[end], U"年月日号號时時分秒点點级級岁歲"); /* 第 */
}

bool border_at(const struct article *article, uint32_t at, struct border *border)
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
	bool single = !article_is(article, inner - 1, latin) && !article_is(article, inner + 1, latin) &&
		      article_is(article, inner, CLASS_BIT(CLASS_LATIN)); /* T恤 */
	*border = (struct border){{at + 1, next}, article_is(article, inner, CLASS_BIT(CLASS_DIGIT)), single};
	if (border->figures)
		border->unit = is_ordered(article, inner) || (before && character_is_one_of(article->cp[at], U"年月日号號"));
	return true;
}
