/* join: the evidence for a sentence that was broken by a paragraph. */
#include "join.h"

#include "word.h"

enum {
	PROSE = 20,            /* characters of the first part, at least */
	SHORT_PROSE = 10,      /* the same with a comma and a word across the break that leaves no doubt */
	LONG = 30,             /* a second part without an end mark is prose from here */
	LIST_PROSE = 6,        /* of the shorter part where the first ends in 、 */
	COMMA_PROSE = 15,      /* of the first part where it ends in ， and has no other mark */
	SALUTATION = 30,
	LONG_SALUTATION = 80,  /* one that begins and ends as they do */
	LABEL = 8,
	CAPTIONS = 4,          /* paragraphs that may stand between the parts */
	CAPTION_LONGEST = 40,
	WINDOW = 8,            /* Han characters read on each side */
	WORD_SIDE = 4,         /* of one word */
	PAIR_REACH = 40,       /* characters of a title or quotation on each side */
	YEAR_DIGITS = 4,
	FRAGMENT_SENTENCE = 7, /* characters of a first sentence that is a remainder */
	FRAGMENT_CLAUSE = 2,
	WRAP_NARROWEST = 40,   /* cells of a line that may be wrapped by hand */
	WRAP_WIDEST = 100,
	WRAP_RAGGED = 8,       /* by which it may be shorter than others */
};

/* Nats by which the word across the break has to beat the reading with a break. */
static const float WORD_GAIN = 2.5f;
static const float WORD_GAIN_CAPTION = 5.0f;   /* where the first part is short enough for a caption or a heading */
static const float WORD_GAIN_HEADING = 7.0f;   /* where it was taken for one */
static const float WORD_GAIN_NO_STOPS = 10.0f; /* where the whole article has no full stop its lack says nothing */

struct sides {
	const struct article *article;
	const struct data *data;
	struct span before, after;  /* without the spaces at their ends */
	bool full_stops;            /* the article has some */
	bool heading;               /* the first part is too short to be told from a heading */
};

static const char *const salutations[] = {"亲爱", "親愛", "尊敬", "敬爱", "敬愛", "各位", "敬启", "敬啟", "Dear", NULL};

/* No sentence ends in one of these words. */
static const char *const openings[] = {"和", "与", "與", "及", "以及", "或", "或者", "把", "将", "將", "被", "从", "從", "向", "于", "於", "由", "因为", "因為", "让", "讓", "使", "使得",
	"并", "並", "而", "但", "且", "但是", "而且", "并且", "並且", "很", "更", "最", "也", "又", "再", "还", "還", "才", "已", "已经", "已經", "正在", "这", "這", "该", "該", "各", "每",
	"其", "为", "為", "比", "按照", "根据", "根據", "关于", "關於", "对于", "對於", "为了", "為了", "所", "在", "对", "對", "以", "是", "至", "一", "进一步",
	"進一步", "仍", "亦", "则", "則", "仅", "僅", "较", "較", "稍", "曾", "皆", "均", "便", "却", "卻", "尚", "若", "某", "另", "颇", "頗", "虽", "雖",
	"不", "逐渐", "逐漸", "渐渐", "漸漸", "往往", "曾经", "曾經", "尚未", "从未", "從未", "并未", "並未", "未能", "能够", "能夠", "必须", "必須", "应该", "應該", "应当", "應當",
	"不仅", "不僅", "不但", "甚至", "尤其", "特别是", "特別是", "成为", "成為", "称为", "稱為", "视为", "視為", "列为", "列為", "改为", "改為", "分为", "分為", "位于", "位於", "属于", "屬於",
	"处于", "處於", "源于", "源於", "基于", "基於", "至于", "至於", "由于", "由於", "低于", "低於", "高于", "高於", "大于", "大於", "小于", "小於", "用于", "用於", "来自", "來自", "出自",
	"包括", "例如", "譬如", "如果", "假如", "虽然", "雖然", "尽管", "儘管", "即使", "无论", "無論", "不论", "不論", "因此", "于是", "於是", "然而", "而是", "就是", "只是", "还是", "還是",
	"也是", "都是", "便是", "或是", "以便", "以免", "从而", "從而", "进而", "進而", "随着", "隨著", "隨着", "除了", "自从", "自從", "依照", "凭借", "憑藉", "沿着", "沿著", "朝着", "朝著",
	"这个", "這個", "这种", "這種", "这些", "這些", "那些", "某些", "某个", "某個", "任何", "各种", "各種", "各类", "各類", "各项", "各項", "每个", "每個", "每一", "另一", "更为", "更為", "极为", "極為", "较为",
	"較為", "最为", "最為", "更加", "越来越", "越來越", "日益", "具有", "含有", "带有", "帶有", "设有", "設有", "加以", "受到", "遭到", "直到", "认为", "認為", "致使", "促使", NULL};

/* No paragraph begins with one of these words. */
static const char *const closings[] = {"以及", "之一", "之中", "之内", "之內", "之外", "以南", "以北", "以东", "以東", "以西", "起来", "起來", "下来", "下來", "下去", "出来", "出來",
	"等等", NULL};

/* A paragraph may well begin with one of these and a comma. */
static const char *const beginnings[] = {"近日", "日前", "目前", "如今", "今天", "昨天", "昨日", "今日", "当天", "當天", "此外", "另外", "同时", "同時", "其中", "首先", "其次", "再次", "最后",
	"最後", "然而", "但是", "不过", "不過", "因此", "所以", "于是", "於是", "随后", "隨後", "据悉", "據悉", "后来", "後來", "接着", "接著", "现在", "現在", "当时", "當時", "此前", "此后",
	"此後", "会上", "會上", "会后", "會後", "会前", "會前", "途中", "期间", "期間", "现场", "現場", "赛后", "賽後", "赛前", "賽前", "那么", "那麼", "总之", "總之", "例如", "比如", "对此",
	"對此", "为此", "為此", "可是", "只是", "其实", "其實", "果然", "终于", "終於", "下午", "上午", "晚上", "早上", "中午", "清晨", "傍晚", "深夜", "凌晨", "春天", "夏天", "秋天", "冬天",
	"去年", "今年", "明年", "当年", "當年", "当晚", "當晚", "其间", "其間", "事后", "事後", "课后", "課後", "课上", "課上", "课间", "室内", "室外", "门外", "門外", "窗外", "村里", "村裡",
	"诚然", "当然", "當然", "显然", "顯然", "据了解", "是的", "對了", "对了", NULL};

static bool has_inner_stop(const struct article *article, struct span span)
{
	return article_has(article, CLASS_INNER_STOP, span) || article_has(article, CLASS_END_STOP, span) || article_has(article, CLASS_HALF_STOP, span);
}

/* A caption, or what looks like one in marked-up text, where the reader calls it body text. */
static bool is_stepped_over(const struct article *article, uint32_t paragraph)
{
	const struct paragraph *between = &article->paragraphs[paragraph];
	if (between->role == ROLE_CAPTION)
		return true;
	struct span span = article_trim(article, between->span);
	return article->blocks && between->role == ROLE_BODY && !between->ends_sentence && span_length(span) <= CAPTION_LONGEST &&
		!has_inner_stop(article, span);
}

/* The paragraph after this one and the captions that follow; the count of paragraphs if it is no prose. */
static uint32_t next_prose(const struct article *article, uint32_t paragraph)
{
	uint32_t next = paragraph + 1;
	while (next < article->paragraph_count && next - paragraph <= CAPTIONS && is_stepped_over(article, next))
		next++;
	if (next >= article->paragraph_count || article->paragraphs[next].role != ROLE_BODY)
		return article->paragraph_count;
	const struct paragraph *prose = &article->paragraphs[next];
	bool is_text = prose->ends_sentence || span_length(prose->span) >= LONG || article_has(article, CLASS_END_STOP, prose->span);
	return is_text ? next : article->paragraph_count;
}

bool join_ends_in_comma(const struct article *article, uint32_t paragraph)
{
	struct span span = article_trim(article, article->paragraphs[paragraph].span);
	return character_is_one_of(article->cp[span.end - 1], U"，,、；;");
}

/* 地点：…，: a short name and a colon */
static bool is_label(const struct article *article, struct span span)
{
	uint32_t most = span_length(span) > LABEL ? span.begin + LABEL : span.end;
	uint32_t end = article_skip(article, span.begin, most, CLASSES_HAN | CLASS_BIT(CLASS_DIGIT));
	return end > span.begin && character_is_one_of(article->cp[end], U"：:");
}

/* 尊敬的各位来宾，  女士们、先生们，亲爱的同学们， */
bool join_is_salutation(const struct article *article, struct span span)
{
	uint32_t length = span_length(span);
	bool starts = article_starts_any(article, span.begin, salutations), ends = character_is_one_of(article->cp[span.end - 2], U"们們");
	return (length < SALUTATION && (starts || ends)) || (length < LONG_SALUTATION && starts && ends);
}

/* ， or 、 at the end: not in lists and verse, whose lines all end so, nor after a salutation or before a set-off quotation. */
static bool joins_at_comma(const struct sides *sides, uint32_t paragraph, uint32_t next)
{
	const struct article *article = sides->article;
	uint32_t last = article->cp[sides->before.end - 1];
	struct span inside = {sides->before.begin, sides->before.end - 1};
	uint32_t before = span_length(sides->before), after = span_length(sides->after);
	if (!article_is_han(article, sides->before.end - 2) &&
		!class_in(article->cls[sides->before.end - 2], CLASS_BIT(CLASS_CLOSE) | CLASS_BIT(CLASS_DIGIT)))
		return false;
	if (is_label(article, sides->before) && is_label(article, sides->after))
		return false;
	if ((paragraph > 0 && join_ends_in_comma(article, paragraph - 1)) || join_ends_in_comma(article, next))
		return false;
	bool prose = article->paragraphs[next].ends_sentence || article_has(article, CLASS_END_STOP, sides->after);
	if (!prose || (before < PROSE && after < PROSE))
		return false;
	if (join_is_salutation(article, sides->before))
		return false;
	if (character_is_one_of(article->cp[sides->after.begin], U"“‘「『"))
		return false;
	if (class_in(article->cls[sides->after.begin], CLASS_BIT(CLASS_OPEN)) && article_ends_saying(article, sides->before.end - 1))
		return false;
	if (last == 0x3001) /* 、 */
		return before >= LIST_PROSE && after >= LIST_PROSE;
	return before >= COMMA_PROSE || has_inner_stop(article, inside);
}

static bool joins_at_mark(const struct sides *sides, uint32_t paragraph, uint32_t next)
{
	uint32_t last = sides->article->cp[sides->before.end - 1];
	if (character_is_one_of(last, U"“‘「『（《〈〔"))
		return span_length(sides->before) >= PROSE;
	return character_is_one_of(last, U"，,、") && joins_at_comma(sides, paragraph, next);
}

/* The Han text round the break, WINDOW characters on each side at most; how many stand before it. */
static uint32_t fill_window(const struct sides *sides, uint32_t *window, uint32_t *count)
{
	const struct article *article = sides->article;
	uint32_t least = sides->before.end - sides->before.begin > WINDOW ? sides->before.end - WINDOW : sides->before.begin;
	uint32_t most = sides->after.end - sides->after.begin > WINDOW ? sides->after.begin + WINDOW : sides->after.end;
	uint32_t from = article_skip_back(article, sides->before.end, least, CLASSES_HAN);
	uint32_t to = article_skip(article, sides->after.begin, most, CLASSES_HAN);
	uint32_t before = sides->before.end - from, after = to - sides->after.begin;
	memcpy(window, article->cp + from, before * sizeof *window);
	memcpy(window + before, article->cp + sides->after.begin, after * sizeof *window);
	*count = before + after;
	return before;
}

/* Nats that the best word across the break gains over reading both sides by themselves; its parts on both sides. */
static float word_gain(const struct sides *sides, uint32_t *tail, uint32_t *head)
{
	enum variant variant = sides->article->variant;
	uint32_t window[2 * WINDOW], count;
	uint32_t before = fill_window(sides, window, &count), after = count - before;
	if (before == 0 || after == 0)
		return 0;
	float apart = word_cost_in(sides->data, variant, window, before) + word_cost_in(sides->data, variant, window + before, after), best = apart;
	for (uint32_t i = 1; i <= WORD_SIDE && i <= before; i++)
		for (uint32_t j = 1; j <= WORD_SIDE && j <= after; j++) {
			struct word word;
			if (!word_find(sides->data, window + before - i, i + j, &word))
				continue;
			float cost = word.cost + (before > i ? word_cost_in(sides->data, variant, window, before - i) : 0) +
				(after > j ? word_cost_in(sides->data, variant, window + before + j, after - j) : 0);
			if (cost < best) {
				best = cost;
				*tail = i;
				*head = j;
			}
		}
	return apart - best;
}

/* The last word before the break; false if no Han text stands there, or one character alone. */
static bool last_word(const struct sides *sides, struct arena *scratch, struct word *word)
{
	struct word *words;
	uint32_t least = span_length(sides->before) > 2 * WINDOW ? sides->before.end - 2 * WINDOW : sides->before.begin;
	struct span span = {article_skip_back(sides->article, sides->before.end, least, CLASSES_HAN), sides->before.end};
	uint32_t count = span.begin < span.end ? word_segment(sides->data, sides->article, span, scratch, &words) : 0;
	if (count > 0)
		*word = words[count - 1];
	return span_length(span) > 1 && count > 0;
}

/* …的 without a 是 in the same sentence: 这是他自己的 may end one. */
static bool ends_in_attribute(const struct sides *sides)
{
	const struct article *article = sides->article;
	uint32_t at = sides->before.end - 1;
	if (article->cp[at] != 0x7684) /* 的 */
		return false;
	while (at > sides->before.begin && !class_in(article->cls[at - 1], CLASS_BIT(CLASS_END_STOP)))
		if (article->cp[--at] == 0x662F) /* 是 */
			return false;
	return true;
}

/* The last word before the break is one that needs another after it. */
static bool ends_open(const struct sides *sides, const struct word *last)
{
	if (article_ends(sides->article, last->span.end, "之和")) /* a sum */
		return false;
	uint64_t before = CLASS_BIT(sides->article->cls[last->span.begin - 1]);
	if ((before & CLASSES_STOP) && (last->tag == WORD_ADVERB || last->tag == WORD_FUNCTION))
		return true;
	if ((before & CLASS_BIT(CLASS_END_STOP)) && (last->tag == WORD_TIME || last->tag == WORD_PRONOUN))
		return true;
	return article_is_any(sides->article, last->span, openings) || (span_length(last->span) == 1 && ends_in_attribute(sides));
}

/* The same of a caption, which may end in a name: fewer single characters prove it. */
static bool ends_firmly_open(const struct sides *sides, const struct word *last)
{
	if (span_length(last->span) == 1)
		return character_is_one_of(sides->article->cp[last->span.begin], U"把被从從并並對对與与及仍亦则則仅僅曾却卻尚虽雖");
	return article_is_any(sides->article, last->span, openings);
}

/* 等酷刑 after a list with 、; 和荷兰殖民政府 after a noun, but not 和他一起: a sentence may begin so. */
static bool continues_list(const struct sides *sides, const struct word *last)
{
	static const char *const together[] = {
		"一起", "一同", "一道", "一样", "一樣", "同样", "同樣", "相比", "相较", "相較", "不同", "相同", "相反", "相关", "相關", "有关", "有關", "其他", "其它", NULL};
	const struct article *article = sides->article;
	uint32_t begin = sides->after.begin, end = article_find(article, begin, sides->after.end, CLASSES_STOP);
	if (character_is_one_of(article->cp[begin], U"等")) {
		uint32_t stop = article_skip_back(article, sides->before.end, sides->before.begin, ~CLASSES_STOP);
		return stop > sides->before.begin && article->cp[stop - 1] == U'、' && !character_is_one_of(article->cp[begin + 1], U"他她它我你您到了着著待");
	}
	bool name = last->tag == WORD_NOUN || last->tag == WORD_PLACE || last->tag == WORD_ORGANISATION || last->tag == WORD_PERSON;
	struct word next;
	return name && article->cp[begin] == U'和' && article_is_han(article, begin + 1) &&
	       !(word_prefixes(sides->data, article->cp + begin + 1, 1, &next, 1) && next.tag == WORD_PRONOUN) &&
	       !article_holds_any(article, (struct span){begin + 1, end}, together);
}

/*
 * What stands after the break is the rest of something: 的…, 了…; a clause of one or two characters; after an adjective
 * also a short noun phrase: 没有发生严重|伤病事故。 发挥积极|作用，…
 */
static bool begins_torn(const struct sides *sides, const struct word *last)
{
	const struct article *article = sides->article;
	uint32_t begin = sides->after.begin, end = article_find(article, begin, sides->after.end, CLASSES_STOP);
	struct span clause = {begin, end};
	struct word words[WORD_SIDE];
	uint32_t longest = word_longest(sides->data, article->cp + begin, WORD_SIDE);
	struct span first = {begin, begin + (longest > 0 ? longest : 1)};
	if (longest <= 1 ? character_is_one_of(article->cp[begin], U"的了们們吗嗎呢吧者则則才") : article_is_any(article, first, closings))
		return true;
	if (longest <= 1 && continues_list(sides, last))
		return true;
	if (article->cp[begin] == U'及' && longest <= 1 && !character_is_one_of(article->cp[begin + 1], U"后後至其此长長"))
		return true;
	if (article->cp[begin] == U'是' && longest <= 1 && last->tag == WORD_NOUN && !character_is_one_of(article->cp[begin + 1], U"的谁誰夜年日次否非以因为為什時时月故"))
		return true;
	if (end == begin || end == sides->after.end || article_skip(article, begin, end, CLASSES_HAN) < end ||
		article_is_any(article, clause, beginnings))
		return false;
	bool full = class_in(article->cls[end], CLASS_BIT(CLASS_END_STOP)) || article->cp[end] == '.';
	if (span_length(clause) == 1 || (full && span_length(clause) <= FRAGMENT_CLAUSE))
		return true;
	uint32_t count = word_prefixes(sides->data, article->cp + begin, longest, words, WORD_SIDE);
	bool noun = longest > 1 && count > 0 && (words[count - 1].tag == WORD_NOUN || words[count - 1].tag == WORD_VERB);
	return (last->tag == WORD_ADJECTIVE || last->tag == WORD_ADVERB) && noun && span_length(clause) <= (full ? FRAGMENT_SENTENCE : FRAGMENT_CLAUSE);
}

/* 截至2|月20日, 3|00人, 三|亿元, 2023|年底 */
static bool splits_number(const struct sides *sides)
{
	const struct article *article = sides->article;
	uint32_t first = sides->after.begin, end = sides->before.end;
	uint64_t digits = CLASS_BIT(CLASS_DIGIT);
	bool alone = word_longest(sides->data, article->cp + first, WORD_SIDE) <= 1;
	if (article->cls[end - 1] == CLASS_HAN_NUMERAL)
		return (character_is_one_of(article->cp[first], U"亿億") || (alone && character_is_one_of(article->cp[first], U"万萬"))) &&
		       article_is_han(article, first + 1);
	if (article->cls[end - 1] != CLASS_DIGIT)
		return false;
	bool year = article->cp[first] == U'年' && end - article_skip_back(article, end, sides->before.begin, digits) == YEAR_DIGITS;
	return year || character_is_one_of(article->cp[first], U"%％℃") || (alone && character_is_one_of(article->cp[first], U"年月日")) ||
	       (character_is_one_of(article->cp[first], U"万萬亿億") && article_is_han(article, first + 1));
}

/* The mark that closes what an opening one begins, of the kinds that a sentence has inside; else 0. */
static uint32_t closing_of(uint32_t opening)
{
	switch (opening) {
	case U'《': return U'》';
	case U'〈': return U'〉';
	case U'（': return U'）';
	case U'“': return U'”';
	case U'「': return U'」';
	default: return 0;
	}
}

/* 《国际动物|命名规约》: a pair that opens in the last sentence before the break closes in the first one after it. */
static bool splits_pair(const struct sides *sides)
{
	const struct article *article = sides->article;
	uint64_t borders = CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_NEWLINE);
	uint64_t marks = CLASS_BIT(CLASS_OPEN) | CLASS_BIT(CLASS_CLOSE) | borders;
	uint32_t least = article_back(article, sides->before.end, PAIR_REACH), most = article_ahead(article, sides->after.begin, PAIR_REACH);
	least = least > sides->before.begin ? least : sides->before.begin;
	most = most < sides->after.end ? most : sides->after.end;
	uint32_t open = article_skip_back(article, sides->before.end, least, ~marks), close = article_find(article, sides->after.begin, most, marks);
	return open > least && open < sides->before.end && close > sides->after.begin && close < most &&
	       closing_of(article->cp[open - 1]) == article->cp[close];
}

static enum join_kind join_prose(const struct sides *sides, uint32_t *tail, uint32_t *head, struct arena *scratch)
{
	uint32_t i = 0, j = 0;
	float gain = word_gain(sides, &i, &j);
	bool caption = span_length(sides->before) < CAPTION_LONGEST && !article_has(sides->article, CLASS_END_STOP, sides->before);
	float wanted = sides->heading ? WORD_GAIN_HEADING : caption ? WORD_GAIN_CAPTION : WORD_GAIN;
	if (gain >= (sides->full_stops ? wanted : WORD_GAIN_NO_STOPS)) {
		*tail = i;
		*head = j;
		return JOIN_WORD;
	}
	if (splits_number(sides))
		return JOIN_WORD;
	if (splits_pair(sides))
		return JOIN_PHRASE;
	struct word last = {.tag = WORD_UNKNOWN};
	if (!sides->full_stops || !last_word(sides, scratch, &last))
		return JOIN_NONE;
	if (caption) /* nor does a caption or a heading end in one of these */
		return !sides->heading && ends_firmly_open(sides, &last) ? JOIN_PHRASE : JOIN_NONE;
	return begins_torn(sides, &last) || ends_open(sides, &last) ? JOIN_PHRASE : JOIN_NONE;
}

static bool is_prose(const struct article *article, const struct paragraph *paragraph, struct span span)
{
	bool eligible = paragraph->role == ROLE_BODY || (paragraph->role == ROLE_LIST_ITEM && article_has(article, CLASS_END_STOP, span));
	return eligible && !paragraph->ends_sentence && span_length(span) >= LIST_PROSE;
}

/* A short line of plain text with a comma: a heading if it is none, but 陆续复|工复产 is none. */
static bool is_short_prose(const struct article *article, const struct paragraph *paragraph, struct span span)
{
	if (article->blocks || paragraph->ends_sentence || span_length(span) < SHORT_PROSE || !article_has(article, CLASS_INNER_STOP, span))
		return false;
	bool eligible = paragraph->role == ROLE_BODY || paragraph->role == ROLE_HEADING || paragraph->role == ROLE_TITLE;
	return eligible && article_find(article, span.begin, span.end, CLASSES_BLANK | CLASS_BIT(CLASS_SYMBOL)) == span.end;
}

/* A line as long as the longest one of a text with short lines may have been wrapped by hand, where no blank line follows. */
static bool may_be_wrapped(const struct article *article, uint32_t paragraph, struct span before)
{
	if (article->widest_line == 0 || article->widest_line > WRAP_WIDEST || article->paragraphs[paragraph + 1].blanks > 0)
		return false;
	uint32_t width = 0;
	for (uint32_t i = before.begin; i < before.end; i++) {
		int cells = character_width(article->cp[i], 2);
		width += cells > 0 ? (uint32_t)cells : 0;
	}
	return width >= WRAP_NARROWEST && width + WRAP_RAGGED >= article->widest_line;
}

struct join article_join(const struct article *article, const struct data *data, uint32_t paragraph, struct arena *scratch)
{
	struct join join = {.kind = JOIN_NONE};
	struct sides sides = {.article = article, .data = data, .before = article_trim(article, article->paragraphs[paragraph].span)};
	bool prose = is_prose(article, &article->paragraphs[paragraph], sides.before);
	sides.heading = (!prose || span_length(sides.before) < PROSE) && is_short_prose(article, &article->paragraphs[paragraph], sides.before);
	if (article->hard_wrapped || (!prose && !sides.heading))
		return join;
	join.next = next_prose(article, paragraph);
	if (join.next == article->paragraph_count || may_be_wrapped(article, paragraph, sides.before))
		return join;
	sides.after = article_trim(article, article->paragraphs[join.next].span);
	sides.full_stops = article->class_count[CLASS_END_STOP] > 0 || article->paragraphs[join.next].ends_sentence;
	uint32_t tail = 2, head = 2;
	if (prose && joins_at_mark(&sides, paragraph, join.next)) {
		join.kind = JOIN_MARK;
		tail = 1;
	} else if (sides.heading || (span_length(sides.before) >= PROSE && has_inner_stop(article, sides.before))) {
		join.kind = join_prose(&sides, &tail, &head, scratch);
	}
	join.tail = (struct span){sides.before.end - (tail < 2 ? tail : 2), sides.before.end};
	join.head = (struct span){sides.after.begin, sides.after.begin + head < sides.after.end ? sides.after.begin + head : sides.after.end};
	return join;
}

bool article_leads_in(const struct article *article, uint32_t paragraph)
{
	struct str source = article->source;
	size_t byte = article_byte_end(article, article->paragraphs[paragraph].span.end);
	while (byte < source.size && memchr(" \t\r\n", source.data[byte], 4))
		byte++;
	if (source.size - byte >= 3 && (!memcmp(source.data + byte, "```", 3) || !memcmp(source.data + byte, "~~~", 3)))
		return true;
	if (paragraph + 1 == article->paragraph_count)
		return false;
	const struct paragraph *next = &article->paragraphs[paragraph + 1];
	return next->role == ROLE_TABLE || article_find(article, next->span.begin, next->span.end, CLASSES_HAN) == next->span.end;
}
