/* figure_around: the words round a number: its unit, the noun that it counts, its precision. */
#include "figure_p.h"

enum { LOOK_BACK = 6 };

/* What may not follow a unit of one character: 十分之, 三名字, 五行动. */
static const char32_t *word_endings(uint32_t unit)
{
	/* clang-format off */
	switch (unit) {
	case U'分': return U"别別之为為析配布类類成数數公支局队隊行店校院裂割享子歧离離界辨散";
	case U'成': return U"立员員為为长長功果就本熟品都型色因绩績分效交因";
	case U'行': return U"动動业業为為政驶駛程星军軍李使銷销";
	case U'部': return U"分份门門队隊署属屬长長落件首委";
	case U'节': return U"日目约約能气氣";
	case U'節': return U"日目約能氣";
	case U'场': return U"地所景面馆館合";
	case U'場': return U"地所景面館合";
	case U'组': return U"织織成合长長装裝";
	case U'組': return U"織成合長";
	case U'队': return U"员員长長";
	case U'隊': return U"員長";
	case U'口': return U"号號径徑味罩岸感";
	case U'道': return U"路德教理";
	case U'种': case U'種': return U"植族";
	case U'条': case U'條': return U"例";
	case U'批': return U"评評判准發发";
	case U'国': return U"内內际際道";
	case U'國': return U"內際道";
	case U'方': return U"法式针針向案便";
	case U'地': return U"方址位";
	case U'校': return U"园園长長友";
	case U'市': return U"场場民长長";
	case U'区': return U"别別域间";
	case U'區': return U"別域間";
	case U'村': return U"民";
	case U'院': return U"长長士";
	case U'人': return U"员員类類才口民生们們事";
	case U'元': return U"旦首老帅帥";
	case U'名': return U"字称稱义義义词詞额額";
	case U'面': return U"对對向临臨积積";
	case U'点': return U"击擊评評燃";
	case U'點': return U"擊評燃";
	case U'代': return U"表替码碼号號称稱码理";
	case U'度': return U"过過";
	case U'天': return U"空气氣地";
	case U'回': return U"答复復应應";
	case U'号': case U'號': return U"召";
	case U'层': case U'層': return U"次面";
	case U'党': return U"员員";
	case U'黨': return U"員";
	case U'社': return U"会會交";
	case U'车': return U"站辆輛间間";
	case U'站': return U"点點";
	case U'团': return U"体體结結";
	case U'團': return U"體結";
	case U'角': return U"色度落";
	case U'重': return U"要点點视視大";
	case U'周': return U"围圍边邊";
	case U'级': return U"别別";
	case U'等': return U"待候";
	case U'期': return U"间間待望";
	case U'关': return U"于於键鍵系係注";
	case U'關': return U"於鍵係注";
	case U'例': return U"如";
	case U'章': return U"程";
	case U'集': return U"体體中团團合";
	case U'起': return U"来來义義初";
	case U'把': return U"握";
	case U'发': return U"现現展生表";
	case U'發': return U"現展生";
	case U'单': return U"位位";
	case U'單': return U"位";
	case U'出': return U"头頭口生版现現场場台發发路色局任席来來去";
	case U'首': return U"次";
	case U'位': return U"于於置";
	case U'世': return U"界纪紀代间間";
	case U'圆': case U'圓': return U"形孔桌锥";
	case U'副': return U"总總主院校部局";
	case U'卡': return U"通车車";
	case U'路': return U"军軍段过過";
	case U'轮': case U'輪': return U"车車胎毂转轉";
	case U'军': case U'軍': return U"队隊人官民事校";
	case U'折': return U"叠疊页頁屏扇腰";
	case U'圈': return U"子套";
	case U'步': return U"兵行枪槍";
	case U'局': return U"长長部势勢";
	case U'家': return U"长長务務族谱譜";
	case U'班': return U"主长長级級车車组組";
	case U'声': case U'聲': return U"音波称稱明";
	case U'丝': case U'絲': return U"绸綢毫";
	case U'品': return U"种種牌质質味";
	case U'味': return U"道精";
	case U'股': return U"东東份票市";
	case U'票': return U"房价價";
	case U'户': case U'戶': return U"籍口";
	case U'晚': return U"会會报報宴";
	case U'岛': case U'島': return U"屿嶼国國";
	default: return U"";
	}
	/* clang-format on */
}

static bool is_other_word(const struct article *article, uint32_t at)
{
	return is_among(article->cp[at + 1], word_endings(article->cp[at]));
}

/* 四大主题区, 三大类: 大 before a noun or a measure word that goes with it; not 十九大. */
static enum figure_unit_kind big_unit(const struct article *article, uint32_t at, uint32_t *end)
{
	uint32_t next_end;
	if (article->cp[at] != U'大' || article->cls[at + 1] != CLASS_HAN)
		return UNIT_NONE;
	*end = at + 1;
	if (is_among(article->cp[at + 1], U"步批件块塊") && figure_unit_at(article, at + 1, &next_end) != UNIT_NONE)
		*end = at + 2;
	return UNIT_COUNT;
}

/* 元/吨, 微克/立方米: a unit for each of another is a unit of its own. In 第12位/成绩 the line divides two columns. */
static bool read_per(const struct article *article, uint32_t *end)
{
	uint32_t at = *end + 1, next_end;
	if ((article->cp[*end] != '/' && article->cp[*end] != 0xFF0F) || figure_unit_at(article, at, &next_end) == UNIT_NONE)
		return false;
	if (next_end == at + 1 && article_is_han(article, at) &&
		!is_among(article->cp[at], U"年月日天时時分秒吨噸斤升米人次户戶亩畝克个個台件股瓶株只套张張"))
		return false;
	*end = next_end;
	return true;
}

enum figure_unit_kind figure_read_unit(const struct article *article, uint32_t at, uint32_t *end)
{
	enum figure_unit_kind kind = figure_unit_at(article, at, end);
	if (kind != UNIT_NONE && *end == at + 1 && is_other_word(article, at))
		kind = UNIT_NONE;
	if (kind == UNIT_NONE)
		return big_unit(article, at, end);
	return read_per(article, end) ? UNIT_OTHER : kind;
}

/* Function words, at which a noun ends. */
#define BORDERS(X, i)                                                                                                                                \
	X(i, U'的')                                                                                                                                  \
	X(i, U'了') X(i, U'在') X(i, U'是') X(i, U'和') X(i, U'与') X(i, U'與') X(i, U'及') X(i, U'或') X(i, U'对') X(i, U'對') X(i, U'为')          \
		X(i, U'為') X(i, U'从') X(i, U'從') X(i, U'被') X(i, U'把') X(i, U'将') X(i, U'將') X(i, U'都') X(i, U'也') X(i, U'就') X(i, U'已')  \
			X(i, U'并') X(i, U'並') X(i, U'由') X(i, U'以') X(i, U'等') X(i, U'而') X(i, U'则') X(i, U'則') X(i, U'让') X(i, U'讓')      \
				X(i, U'使') X(i, U'于') X(i, U'於') X(i, U'至') X(i, U'到') X(i, U'均') X(i, U'每') X(i, U'各')

#define BORDER_CASE(i, character) case character:
#define BORDER_BIT(i, character) | (((character) >> 6 & 3) == (i) ? UINT64_C(1) << ((character)&63) : 0)

/* Every character of every noun is asked: four of five are told by one bit. */
static bool is_border(uint32_t code_point)
{
	static const uint64_t filter[] = {0 BORDERS(BORDER_BIT, 0), 0 BORDERS(BORDER_BIT, 1), 0 BORDERS(BORDER_BIT, 2), 0 BORDERS(BORDER_BIT, 3)};
	if ((filter[code_point >> 6 & 3] >> (code_point & 63) & 1) == 0)
		return false;
	switch (code_point) {
		BORDERS(BORDER_CASE, 0)
		return true;
	default: return false;
	}
}

/* 理由 and 行为 end in a function word and are nouns: what stands before it there. */
static const char32_t *noun_beginnings(uint32_t border)
{
	/* clang-format off */
	switch (border) {
	case U'由': return U"理自事缘緣案";
	case U'为': case U'為': return U"行作";
	case U'使': return U"大天公特";
	case U'与': case U'與': return U"参參";
	case U'和': return U"共总總";
	case U'在': return U"存";
	case U'将': case U'將': return U"大上中少主名";
	case U'等': return U"高中初";
	case U'均': return U"平";
	default: return U"";
	}
	/* clang-format on */
}

static bool ends_noun(const struct article *article, uint32_t at)
{
	return is_border(article->cp[at]) && !is_among(article->cp[at - 1], noun_beginnings(article->cp[at]));
}

void figure_read_noun(const struct article *article, struct figure *figure)
{
	uint32_t at = figure->span.end, end = at;
	while (end < at + FIGURE_NOUN &&
		(article->cls[end] == CLASS_LATIN || (article_is_han(article, end) && article->cls[end] != CLASS_HAN_NUMERAL))) {
		if (ends_noun(article, end) && (end > at || is_among(article->cp[end], U"的了和与與及或以至到之整左")))
			break;
		end++;
	}
	figure->noun = (struct span){at, end};
}

/* What the word before a figure says of its precision. */
static unsigned precision_before(const struct article *article, const struct figure *figure)
{
	uint32_t at = figure->span.begin, earlier = article->cp[at - 2];
	bool negated = article->cp[at - 3] == U'不';
	switch (article->cp[at - 1]) {
	case U'近': return is_among(earlier, U"附最邻鄰临臨靠") ? 0 : FIGURE_APPROXIMATE;
	case U'约':
	case U'約': return FIGURE_APPROXIMATE;
	case U'莫': return earlier == U'约' || earlier == U'約' ? FIGURE_APPROXIMATE : 0;
	case U'概': return earlier == U'大' ? FIGURE_APPROXIMATE : 0;
	/* 上百, 上万; 路上三个 is another word. */
	case U'上': return is_among(article->cp[figure->number.begin], U"百千万萬") ? FIGURE_APPROXIMATE : 0;
	case U'逾':
	case U'超': return FIGURE_AT_LEAST;
	case U'过':
	case U'過': return earlier != U'超' ? 0 : negated ? FIGURE_AT_MOST : FIGURE_AT_LEAST;
	case U'少': return earlier == U'至' ? FIGURE_AT_LEAST : 0;
	case U'多': return earlier == U'最' || earlier == U'至' ? FIGURE_AT_MOST : 0;
	case U'足':
	case U'到': return earlier == U'不' ? FIGURE_AT_MOST : 0;
	case U'于':
	case U'於':
		if (is_among(earlier, U"高多大"))
			return negated ? FIGURE_AT_MOST : FIGURE_AT_LEAST;
		if (is_among(earlier, U"低少小"))
			return negated ? FIGURE_AT_LEAST : FIGURE_AT_MOST;
		return 0;
	default: return 0;
	}
}

static unsigned precision_after(const struct article *article, uint32_t at)
{
	uint32_t next = article->cp[at + 1];
	switch (article->cp[at]) {
	case U'左': return next == U'右' ? FIGURE_APPROXIMATE : 0;
	case U'上': return next == U'下' ? FIGURE_APPROXIMATE : 0;
	case U'出': return next == U'头' || next == U'頭' ? FIGURE_APPROXIMATE : 0;
	case U'多':
	case U'余':
	case U'餘':
	case U'许':
	case U'許': return FIGURE_APPROXIMATE;
	case U'以': return next == U'上' ? FIGURE_AT_LEAST : is_among(next, U"下内內") ? FIGURE_AT_MOST : 0;
	default: return 0;
	}
}

static bool is_each(const struct article *article, uint32_t at)
{
	for (uint32_t limit = at - LOOK_BACK; at > limit && article_is_han(article, at - 1); at--) {
		uint32_t before = article->cp[at - 1];
		if (before == U'每' || before == U'各' || before == U'均')
			return true;
	}
	return false;
}

void figure_read_precision(const struct article *article, struct figure *figure)
{
	figure->flags |= precision_before(article, figure) | precision_after(article, figure->span.end);
	if (is_each(article, figure->span.begin))
		figure->flags |= FIGURE_EACH;
}
