/* name_spelling: spellings on chains, and what tells that two are meant. */
#include "name_spelling_p.h"

#include "pair.h"
#include "word.h"

enum { NEAR = 40, OFTEN = 3 };

void spellings_init(struct spellings *spellings, struct arena *scratch, size_t count)
{
	uint32_t size = 64;
	while (size < 2 * count)
		size *= 2;
	*spellings = (struct spellings){.heads = ARENA_ARRAY(scratch, uint32_t, size), .mask = size - 1, .capacity = count};
	spellings->items = count ? arena_alloc_raw(scratch, count * sizeof *spellings->items) : NULL;
}

void search_add_place(struct search *search, struct spelling *spelling, struct span span)
{
	if (spelling->last && search->places[spelling->last - 1].span.begin == span.begin)
		return;
	ARENA_PUSH(search->scratch, search->places, search->place_count, search->place_capacity, (struct place){.span = span});
	uint32_t index = (uint32_t)search->place_count;
	if (spelling->last)
		search->places[spelling->last - 1].next = index;
	else
		spelling->places = index;
	spelling->last = index;
	spelling->count++;
}

void search_add_title(struct search *search, struct spelling *spelling, struct span title)
{
	if (title.begin == title.end)
		return;
	for (uint32_t i = 0; i < spelling->title_count; i++)
		if (article_same(search->article, spelling->titles[i], title))
			return;
	if (spelling->title_count < sizeof spelling->titles / sizeof *spelling->titles)
		spelling->titles[spelling->title_count++] = title;
}

static uint32_t *head_of(const struct spellings *spellings, uint64_t key)
{
	return &spellings->heads[(uint32_t)(key >> 20) & spellings->mask];
}

struct spelling *spellings_find(const struct spellings *spellings, uint64_t key, uint32_t character)
{
	for (uint32_t i = *head_of(spellings, key); i; i = spellings->items[i - 1].next)
		if (spellings->items[i - 1].key == key && spellings->items[i - 1].character == character)
			return &spellings->items[i - 1];
	return NULL;
}

struct spelling *spellings_add(struct spellings *spellings, struct arena *scratch, uint64_t key, uint32_t character)
{
	uint32_t *head = head_of(spellings, key), length = 0;
	for (uint32_t i = *head; i; i = spellings->items[i - 1].next, length++)
		if (spellings->items[i - 1].key == key && spellings->items[i - 1].character == character)
			return &spellings->items[i - 1];
	if (length >= CHAIN)
		return NULL;
	ARENA_PUSH(scratch, spellings->items, spellings->count, spellings->capacity,
		(struct spelling){.key = key, .character = character, .next = *head});
	*head = (uint32_t)spellings->count;
	return &spellings->items[spellings->count - 1];
}

static uint32_t simple(uint32_t code_point)
{
	uint32_t simplified = character_to_simplified(code_point);
	return simplified ? simplified : code_point;
}

/* 石垣|是: written for nothing. */
static bool is_grammar(uint32_t code_point)
{
	return character_is_one_of(code_point, U"的了是在不有之");
}

bool search_alike(uint32_t a, uint32_t b, bool is_strict)
{
	uint16_t reading = is_strict ? character_reading(a) : 0;
	bool sounds = is_strict ? reading != 0 && reading == character_reading(b) : character_sounds_like(a, b);
	if ((!sounds && !character_looks_like(a, b)) || is_grammar(a) || is_grammar(b))
		return false;
	return simple(a) != simple(b) && character_numeral(a) < 0 && character_numeral(b) < 0;
}

bool search_renders_alike(uint32_t a, uint32_t b)
{
	return character_sound(a) >> 8 == character_sound(b) >> 8 && simple(a) != simple(b);
}

bool search_ends_alike(uint32_t a, uint32_t b)
{
	return ((character_sound(a) ^ character_sound(b)) & 0xFF) == 0 && simple(a) != simple(b);
}

/* The sentence round a place, not more of it than is near. */
static struct span near_of(const struct article *article, struct span span, uint32_t reach)
{
	struct span sentence = article->sentences[article_sentence_at(article, span.begin)].span;
	struct span near = {article_back(article, span.begin, reach), article_ahead(article, span.end, reach)};
	return (struct span){near.begin > sentence.begin ? near.begin : sentence.begin, near.end < sentence.end ? near.end : sentence.end};
}

static bool holds(const struct article *article, struct span span, struct span text)
{
	uint32_t length = span_length(text);
	for (uint32_t at = span.begin; at + length <= span.end; at++)
		if (article_same(article, (struct span){at, at + length}, text))
			return true;
	return false;
}

/* Words that tell of another person with nearly that name, or of another name of the same. */
static bool tells_two(const struct article *article, struct span span)
{
	static const char *const words[] = {"弟弟", "哥哥", "妹妹", "姐姐", "姊姊", "兄弟", "兄长", "兄長", "胞弟", "胞兄", "之弟", "之兄", "之妹",
		"之姐", "之子", "之女", "姐妹", "姊妹", "双胞胎", "雙胞胎", "孪生", "孿生", "长子", "長子", "次子", "三子", "四子", "长女", "長女",
		"次女", "儿子", "兒子", "女儿", "女兒", "孙子", "孫子", "堂弟", "堂兄", "表弟", "表兄", "又名", "又作", "亦作", "一作", "或作",
		"也作", "原名", "本名", "曾用名", "改名", "更名", "化名", "笔名", "筆名", "艺名", "藝名", "别名", "別名", "又称", "又稱", "也称",
		"也稱", "亦称", "亦稱", "又译", "又譯", "也译", "也譯", "亦译", "亦譯", "译作", "譯作", "译为", "譯為", "同音", "谐音", "諧音",
		"音近", "字形", "一字之差", "之误", "之誤", "误作", "誤作", "讹", "訛", "通假", "异体", "異體", "旧称", "舊稱", "旧名", "舊名",
		"古称", "古稱", "别于", "別於", "区别", "區別", "混淆", "不是", "并非", "並非", "山寨", "冒牌", "假冒", "误写", "誤寫", "写成",
		"寫成", "写作", "寫作", "写错", "寫錯", "错写", "錯寫", "笔误", "筆誤", "误为", "誤為", "误把", "誤把", "错把", "錯把", "印成",
		"印错", "印錯", "打成", "看成", "记成", "記成", "念成", "唸成", "读成", "讀成", "说成", "說成", "叫成", "登成", "错字", "錯字",
		"别字", "別字", "更正", "勘误", "勘誤", "应为", "應為", "有误", "有誤", NULL};
	return article_holds_any(article, near_of(article, span, NEAR), words);
}

/* “刘昱驰”: the word itself is meant, or what somebody wrote. */
static bool is_quoted(const struct article *article, struct span span)
{
	const struct pair *quotes = pair_around(article, span.begin, PAIRS_QUOTE);
	return quotes && quotes->open + 1 == span.begin && quotes->close == span.end;
}

/* Both stand near each other in one sentence: two persons. */
static bool stand_together(const struct article *article, struct span place, struct span other)
{
	enum { SENTENCE = 160, BESIDE = 6, JOINED = 2, LONG = 4 };
	uint32_t length = span_length(place);
	return holds(article, near_of(article, place, length < LONG ? SENTENCE : length + (length == LONG ? BESIDE : JOINED)), other);
}

/* 书记 and 副书记 are one title, 书记 and 镇长 two. */
static bool same_title(const struct article *article, struct span a, struct span b)
{
	uint32_t length = span_length(a) < span_length(b) ? span_length(a) : span_length(b);
	length = length > 2 ? 2 : length;
	return article_same(article, (struct span){a.end - length, a.end}, (struct span){b.end - length, b.end});
}

static bool share_title(const struct article *article, const struct spelling *a, const struct spelling *b)
{
	for (uint32_t i = 0; i < a->title_count; i++)
		for (uint32_t j = 0; j < b->title_count; j++)
			if (same_title(article, a->titles[i], b->titles[j]))
				return true;
	return false;
}

/* A person of two characters has too many namesakes, another surname is another person, and likeness in shape alone says little. */
static bool needs_title(const struct spelling *a, const struct spelling *b)
{
	if (a->kind != NAME_PERSON)
		return false;
	return a->at == 0 || span_length(a->first) == 2 || (a->count + b->count < OFTEN && !character_sounds_like(a->character, b->character));
}

/* How often a text stands behind a place: no more than a few pages are read, and no more than a few are counted. */
static uint32_t count_behind(const struct article *article, struct span text)
{
	enum { PAGES = 4096, ENOUGH = 3 };
	uint32_t length = span_length(text), end = article_ahead(article, text.begin, PAGES) - length, count = 0;
	for (uint32_t at = text.begin; at <= end && count < ENOUGH; at++)
		count += article->cp[at] == article->cp[text.begin] && article_same(article, (struct span){at, at + length}, text);
	return count;
}

static bool is_one(const struct search *search, const struct spelling *rare, const struct spelling *usual)
{
	const struct article *article = search->article;
	if (rare->count > 2 && usual->count < OFTEN * rare->count)
		return false;
	if (rare->is_known && usual->is_known)
		return false;
	if (span_length(rare->first) == 2 && (count_behind(article, usual->first) < 2 || count_behind(article, rare->first) > 1))
		return false;
	bool shares = share_title(article, rare, usual);
	if (!shares && ((rare->title_count && usual->title_count) || needs_title(rare, usual)))
		return false;
	return true;
}

/* Of a place or organisation with what goes before it, where that is the same: 东锋机械公司, not 锋机械公司. */
static void report(struct search *search, const struct spelling *rare, const struct spelling *usual, struct span place)
{
	const struct article *article = search->article;
	struct name_spelling found = {
		.rare = place, .usual = usual->first, .rare_count = rare->count, .usual_count = usual->count, .kind = rare->kind};
	bool is_stem = found.kind == NAME_PLACE || found.kind == NAME_ORGANISATION;
	for (int i = 0; i < NAME_STEM && is_stem; i++) {
		uint32_t before = article->cp[found.rare.begin - 1];
		if (before != article->cp[found.usual.begin - 1] || !article_is_han(article, found.rare.begin - 1) ||
			name_is(before, NAME_ROLE_NEVER))
			break;
		found.rare.begin--;
		found.usual.begin--;
	}
	search->found(search->user, &found);
}

void search_judge(struct search *search, const struct spelling *a, const struct spelling *b)
{
	const struct article *article = search->article;
	bool a_is_rare =
		a->count < b->count || (a->count == b->count && (a->is_known != b->is_known ? b->is_known : a->first.begin > b->first.begin));
	const struct spelling *rare = a_is_rare ? a : b, *usual = a_is_rare ? b : a;
	if (!is_one(search, rare, usual))
		return;
	for (uint32_t i = rare->places; i; i = search->places[i - 1].next) {
		struct span span = search->places[i - 1].span;
		if (is_quoted(article, span) || stand_together(article, span, usual->first) || tells_two(article, span))
			return;
	}
	if (stand_together(article, usual->first, rare->first) || tells_two(article, usual->first))
		return;
	for (uint32_t i = rare->places; i; i = search->places[i - 1].next)
		report(search, rare, usual, search->places[i - 1].span);
}

void name_spellings(const struct article *article, const struct data *data, struct arena *scratch,
	void (*found)(void *user, const struct name_spelling *spelling), void *user)
{
	struct search search = {.article = article, .data = data, .scratch = scratch, .found = found, .user = user};
	if (article->name_count == 0)
		return;
	search_framed(&search);
	search_persons(&search);
}
