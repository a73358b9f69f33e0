/* elapsed_year: ages and anniversaries, which count years. */
#include "calendar.h"
#include "elapsed_p.h"

enum { BIRTH_GAP = 14, DEATH_GAP = 40, LIFE = 130, CONTEXT = 30, NEAR = 8, FAR = 240, FIGURES = 24 };

static const char *const deaths[] = {"去世", "逝世", "病逝", "辞世", "辭世", "离世", "離世", "逝", "牺牲", "犧牲", "遇难", "遇難", "遇害", "过世",
	"過世", "身亡", "病故", "驾崩", "駕崩", "谢世", "謝世", "安息", "圆寂", "圓寂", "往生", "长眠", "長眠", "与世长辞", "與世長辭", "病卒", "殉",
	"安详离开", "走完", NULL};
static const char *const kin[] = {"父", "母", "妻", "兄", "弟", "姐", "妹", "爷", "爺", "祖", "夫", "叔", "伯", "女儿", "女兒", "儿子", "兒子",
	"长子", "長子", "次子", "师", "老师", "友", "同伴", "战友", "戰友", "搭档", "搭檔", "其子", "其女", NULL};

static struct span sentence_of(const struct article *article, const struct figure *figure)
{
	return article->sentences[article_sentence_at(article, figure->span.begin)].span;
}

bool elapsed_is_birth(const struct article *article, uint32_t index)
{
	static const char *const before[] = {"生于", "生於", "诞生于", "誕生於", "出生日期：", "生卒年：", NULL};
	static const char *const after[] = {"出生", "诞生", "誕生", "生人", "生，", "生。", "生（", "生于", "生於", "降生", "生在", NULL};
	const struct figure *date = &article->figures[index];
	static const char *const eras[] = {"民國", "民国", "公元", "西元", NULL};
	uint32_t at = date->span.end, begin = date->span.begin;
	if (article_ends_any(article, begin, eras))
		begin -= 2;
	if (article_ends_any(article, begin, before))
		return true;
	for (uint32_t end = at + BIRTH_GAP; at < end; at++) {
		if (article_is(article, at, CLASSES_PAUSE | CLASSES_OPENING | CLASS_BIT(CLASS_DASH) | CLASS_BIT(CLASS_NEWLINE) | CLASSES_FIGURE))
			return false;
		if (article->cp[at] == U'生' && article_starts_any(article, at, after) &&
			!character_is_one_of(article->cp[at - 1], U"学學医醫先发發产產卫衛新"))
			return true;
		if (article_starts(article, at, "出生") || article_starts(article, at, "诞生") || article_starts(article, at, "誕生"))
			return !article_starts(article, at + 2, "率") && !article_starts(article, at + 2, "人口");
	}
	return false;
}

/* The last date with a year before the stated figure, in its sentence; *COUNT of them, each date once. NULL: none. */
static const struct figure *last_year(const struct elapsed_walk *walk, uint32_t index, const struct figure *except, uint32_t *count)
{
	const struct article *article = walk->article;
	uint32_t begin = sentence_of(article, &article->figures[index]).begin;
	const struct figure *found = NULL;
	*count = 0;
	for (uint32_t i = index; i > 0 && i + FIGURES > index && article->figures[i - 1].span.begin >= begin && *count < 3; i--) {
		const struct figure *date = &article->figures[i - 1];
		if (date == except || elapsed_year(article, date) == 0)
			continue;
		found = found ? found : date;
		++*count;
	}
	return found;
}

/* Full years between two dates, as far as the text says the days: *LOW to *HIGH. */
static void full_years(const struct article *article, const struct figure *from, const struct figure *to, int64_t year, int64_t *low, int64_t *high)
{
	int64_t years = year - elapsed_year(article, from);
	int born = figure_month(from) * 100 + figure_day(from), now = figure_month(to) * 100 + figure_day(to);
	bool months = figure_month(from) > 0 && figure_month(to) > 0 && !((from->flags | to->flags) & FIGURE_OTHER_CALENDAR);
	bool days = figure_day(from) > 0 && figure_day(to) > 0;
	*low = years - 1;
	*high = years;
	if (!months || (!days && figure_month(from) == figure_month(to)))
		return;
	*low = *high = now < born ? years - 1 : years;
}

static bool set_age(struct elapsed *elapsed, const struct article *article, const struct figure *from, const struct figure *to, int64_t year)
{
	int64_t low, high, stated;
	full_years(article, from, to, year, &low, &high);
	if (low < 0 || high > LIFE || !decimal_integer(elapsed->stated->value, &stated))
		return false;
	elapsed->begin = from->span;
	elapsed->end = to->span;
	elapsed_set(elapsed, low, high + 1 + (variant_is_hant(article->variant) || article->cp[elapsed->stated->unit.begin] == U'歲'), high);
	return true;
}

/* 2020年去世，享年75岁. */
static bool at_death(struct elapsed_walk *walk, uint32_t index, struct elapsed *elapsed)
{
	const struct article *article = walk->article;
	const struct figure *stated = &article->figures[index], *death = index > 0 ? stated - 1 : NULL;
	if (!death || death->kind != FIGURE_DATE || stated->span.begin > death->span.end + DEATH_GAP ||
		!article_holds_any(article, (struct span){death->span.end, stated->span.begin}, deaths))
		return false;
	elapsed_remember(walk, index);
	if (!walk->birth || walk->birth == death)
		return false;
	struct span sentence = sentence_of(article, stated);
	struct dateline_year carried = {.year = elapsed_year(article, death), .certain = true};
	if (carried.year == 0 && !(death->flags & FIGURE_OTHER_CALENDAR) && figure_month(death) > 0)
		dateline_year(elapsed_datelines(walk), death, &carried);
	bool near = article_paragraph_at(article, walk->birth->span.begin) == article_paragraph_at(article, stated->span.begin);
	if (carried.year == 0 || !carried.certain || (walk->births > 1 && walk->birth->span.begin < sentence.begin) || (!near && walk->births > 1))
		return false;
	uint32_t begin = sentence.begin > walk->birth->span.begin ? sentence.begin : walk->birth->span.end,
		 near_begin = article_back(article, stated->span.begin, FAR);
	begin = begin > near_begin ? begin : near_begin;
	struct span before_birth = {article_back(article, walk->birth->span.begin, NEAR), walk->birth->span.begin};
	return !article_holds_any(article, before_birth, kin) && !article_holds_any(article, (struct span){begin, stated->span.begin}, kin) &&
	       set_age(elapsed, article, walk->birth, death, carried.year);
}

/* The last birth before a figure, in its sentence and not far away; NULL: there is none. */
static const struct figure *birth_before(const struct article *article, uint32_t index)
{
	const struct figure *stated = &article->figures[index];
	uint32_t begin = sentence_of(article, stated).begin;
	for (uint32_t i = index; i > 0 && article->figures[i - 1].span.begin >= begin; i--) {
		const struct figure *date = &article->figures[i - 1];
		if (date->span.end + FAR < stated->span.begin)
			return NULL;
		if (date->kind == FIGURE_DATE && elapsed_year(article, date) != 0 && elapsed_is_birth(article, i - 1))
			return date;
	}
	return NULL;
}

/* 1990年出生的他今年30岁, 2020年，1990年出生的他年仅30岁. */
static bool of_today(struct elapsed_walk *walk, uint32_t index, struct elapsed *elapsed)
{
	static const char *const now[] = {"今年", "现年", "現年", "今年已", "今年刚满", "今年剛滿", "今年才", "今年已经", "今年已經", NULL};
	static const char *const then[] = {
		"年仅", "年僅", "时年", "時年", "刚满", "剛滿", "当时", "當時", "那年", "这年", "這年", "当年", "當年", "才", NULL};
	const struct article *article = walk->article;
	const struct figure *stated = &article->figures[index];
	bool is_then = article_ends_any(article, stated->span.begin, then), is_now = article_ends_any(article, stated->span.begin, now);
	const struct figure *birth = is_then || is_now ? birth_before(article, index) : NULL;
	uint32_t count;
	if (!birth || article_holds_any(article, (struct span){birth->span.end, stated->span.begin}, kin))
		return false;
	const struct figure *date = last_year(walk, index, birth, &count);
	if (date && count == 1 && is_then)
		return set_age(elapsed, article, birth, date, elapsed_year(article, date));
	const struct dateline *line = is_now ? dateline_at(elapsed_datelines(walk), stated->span.begin) : NULL;
	if (!line || line->year == 0 || !set_age(elapsed, article, birth, birth, line->year))
		return false;
	int64_t years = line->year - elapsed_year(article, birth);
	elapsed_set(elapsed, years - 1, years + 1 + variant_is_hant(article->variant), years);
	elapsed->end = line->span;
	return true;
}

bool elapsed_age(struct elapsed_walk *walk, uint32_t index, struct elapsed *elapsed)
{
	static const char *const words[] = {"享年", "享壽", "享寿", "终年", "終年", "得年", "存年", "享龄", "享齡", "享耆壽", "享嵩壽", "卒年", NULL};
	uint32_t at = elapsed->stated->span.begin;
	if (walk->article->cp[at - 1] == ' ')
		at--;
	return article_ends_any(walk->article, at, words) ? at_death(walk, index, elapsed) : of_today(walk, index, elapsed);
}

/* Words of beginnings; an anniversary that names another one is of something else. */
static const char *const founded[] = {"成立", "创立", "創立", "创办", "創辦", "创建", "創建", "建校", "建院", "建厂", "建廠", "建馆", "建館", "建站",
	"建所", "创刊", "創刊", "开业", "開業", "建成", "落成", "通车", "通車", "开馆", "開館", "设立", "設立", "建立", "开园", "開園", "投产",
	"投產", "开通", "開通", "创社", "創社", "首演", "结婚", "結婚", "组建", "組建", "建社", "建团", "建團", "创院", "創院", "创校", "創校",
	"创会", "創會", "成军", "成軍", "启用", "啟用", "挂牌", "掛牌", "竣工", "上市", "入行", "出道", "兴建", "興建", NULL};
static const char *const ceremonies[] = {"校庆", "校慶", "院庆", "院慶", "社庆", "社慶", "厂庆", "廠慶", "馆庆", "館慶", "台庆", "台慶", "店庆",
	"店慶", "团庆", "團慶", "庆典", "慶典", "纪念", "紀念", "庆祝", "慶祝", "华诞", "華誕", "生日", "大庆", "大慶", "的", "，", "。", "！", NULL};

static const char *const greetings[] = {"迎来", "迎來", "庆祝", "慶祝", "纪念", "紀念", "举行", "舉行", "举办", "舉辦", "满", "滿", "的", "是", "为",
	"為", "第", "，", "正值", "恰逢", "逢", "适逢", "適逢", "欢度", "歡度", "喜迎", "迎接", "度过", "度過", "年", "了", "已", "到", NULL};

bool elapsed_is_founding(const struct article *article, uint32_t index, struct span *word)
{
	uint32_t begin = article->figures[index].span.begin, at = article->figures[index].span.end;
	if (character_is_one_of(article->cp[begin - 1], U"于於")) {
		*word = (struct span){begin - 3, begin - 1};
		if (article_ends_any(article, begin - 1, founded) || article_ends(article, begin - 1, "始建"))
			return true;
	}
	/* 1952年，三家铺子合起来成立了 */
	at += article->cp[at] == U'，';
	for (uint32_t end = at + BIRTH_GAP; at < end; at++) {
		if (article_is(article, at, CLASSES_PAUSE | CLASS_BIT(CLASS_NEWLINE) | CLASSES_DIGIT))
			return false;
		*word = (struct span){at, at + 2};
		if (article_starts_any(article, at, founded)) /* 2023年举行成立25周年庆典 */
			return !article_is(article, at + 2, CLASSES_FIGURE) && article->cp[at + 2] != ' ' && article->cp[at + 2] != U'周';
	}
	return false;
}

/* What stands round an anniversary: a word for a beginning, or a ceremony, or nothing? */
static bool is_occasion(const struct article *article, const struct figure *stated)
{
	uint32_t at = stated->span.begin;
	return article_ends_any(article, at, founded) ||
	       (article_ends_any(article, at, greetings) &&
		       (article_starts_any(article, stated->span.end, ceremonies) || article->cp[stated->span.end] == '\n'));
}

/* Is a word for a beginning one of the same kind as that of the founding? */
static bool same_occasion(const struct elapsed_walk *walk, const struct figure *stated)
{
	const struct article *article = walk->article;
	uint32_t at = stated->span.begin;
	if (!article_ends_any(article, at, founded))
		return true;
	struct span word = {at - 2, at};
	bool general = article->cp[at - 2] == U'建' || article_starts(article, at - 2, "成立") || article->cp[at - 2] == U'创' ||
		       article->cp[at - 2] == U'創';
	bool founding = character_is_one_of(article->cp[walk->founded.begin], U"成创創建組组设設");
	return article_same(article, word, walk->founded) || (general && founding);
}

static bool since_founding(struct elapsed_walk *walk, uint32_t index, struct elapsed *elapsed)
{
	static const char *const doubts[] = {"前身", "追溯", "原名", "合并", "合併", "改名", "更名", "重建", "复校", "復校", "迁", "遷", "恢复",
		"恢復", "筹", "籌", "届", "屆", NULL};
	static const char *const early[] = {
		"即将", "即將", "将", "將", "前夕", "迎接", "明年", "来年", "來年", "后年", "後年", "倒计时", "倒數", NULL};
	static const char *const this_years[] = {"今年", NULL};
	static const char *const others[] = {"逝世", "诞辰", "誕辰", "去世", "胜利", "勝利", "冥诞", "冥誕", "结婚", "結婚", NULL};
	const struct article *article = walk->article;
	const struct figure *stated = elapsed->stated, *founding = walk->founding;
	if (!founding || walk->foundings != 1 || founding->span.end + FAR < stated->span.begin)
		return false;
	uint32_t count, begin = article_back(article, founding->span.begin, CONTEXT);
	struct span round = {article_back(article, stated->span.begin, CONTEXT), article_ahead(article, stated->span.end, NEAR)};
	if (article_paragraph_at(article, founding->span.begin) != article_paragraph_at(article, stated->span.begin) ||
		article_holds_any(article, (struct span){begin, stated->span.end}, doubts) || article_ends_any(article, stated->span.begin, others) ||
		!same_occasion(walk, stated))
		return false;
	const struct figure *now = last_year(walk, index, founding, &count);
	const struct dateline *line = dateline_at(elapsed_datelines(walk), stated->span.begin);
	int64_t year = now ? elapsed_year(article, now) : 0;
	bool this_year = !now && line && line->year && article_holds_any(article, (struct span){founding->span.end, stated->span.begin}, this_years);
	if (this_year)
		year = line->year;
	if ((!this_year && count != 1) || year <= elapsed_year(article, founding))
		return false;
	int64_t years = year - elapsed_year(article, founding);
	elapsed->begin = founding->span;
	elapsed->end = now ? now->span : line->span;
	elapsed_set(elapsed, years, years + article_holds_any(article, round, early), years);
	return true;
}

bool elapsed_anniversary(struct elapsed_walk *walk, uint32_t index, struct elapsed *elapsed)
{
	const struct article *article = walk->article;
	const uint32_t *unit = article->cp + elapsed->stated->unit.begin;
	if ((unit[0] != U'周' && unit[0] != U'週') || unit[1] != U'年' || !is_occasion(article, elapsed->stated))
		return false;
	elapsed_remember(walk, index);
	return since_founding(walk, index, elapsed);
}

bool elapsed_ago(struct elapsed_walk *walk, uint32_t index, struct elapsed *elapsed)
{
	const struct article *article = walk->article;
	const struct figure *stated = elapsed->stated, *date = stated + 1;
	uint32_t at = stated->span.end;
	if (article->cp[at] != U'前' || index + 1 == article->figure_count || article->cp[stated->unit.begin] != U'年')
		return false;
	at += character_is_one_of(article->cp[at + 1], U"的，") ? 2 : 1;
	int64_t year = date->span.begin == at ? elapsed_year(article, date) : 0;
	const struct dateline *line = year ? dateline_at(elapsed_datelines(walk), stated->span.begin) : NULL;
	if (!line || line->year <= year)
		return false;
	elapsed->begin = date->span;
	elapsed->end = line->span;
	elapsed_set(elapsed, line->year - year - 1, line->year - year + 1, line->year - year);
	return true;
}
