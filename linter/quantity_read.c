/* quantity_read: what a figure is the quantity of, from the words round it. Word lists are Simplified and match both variants. */
#include <uchar.h>

#include "quantity_p.h"
#include "word.h"

enum { VERB_REACH = 20, SUBJECT_MOST = 16, LINKS = 3, PREDICATE_REACH = 6, AGE_NAME = 3, HEAD_LEAST = 2, HEAD_ENOUGH = 3, WORD_LONG = 6 };

/* One line is one property; the first spelling names it. Longer ones stand before those that they end with. */
struct property {
	char32_t text[8];
	uint32_t length;
	int id;
	uint32_t measures; /* bits of enum figure_unit_kind */
};

#define PROPERTY(text, id, measures) {text, sizeof text / sizeof(char32_t) - 1, id, measures}

#define MEASURE(kind) (1u << (kind))
#define LENGTH MEASURE(UNIT_LENGTH)
#define AREA MEASURE(UNIT_AREA)
#define MONEY MEASURE(UNIT_MONEY)
#define PERSON MEASURE(UNIT_PERSON)
#define ANY (~0u)

static const struct property properties[] = {PROPERTY(U"总建筑面积", 1, AREA), PROPERTY(U"建筑总面积", 1, AREA), PROPERTY(U"建筑面积", 2, AREA), PROPERTY(U"占地总面积", 3, AREA),
	PROPERTY(U"总占地面积", 3, AREA), PROPERTY(U"占地面积", 3, AREA), PROPERTY(U"占地", 3, AREA), PROPERTY(U"总用地面积", 4, AREA), PROPERTY(U"用地面积", 5, AREA),
	PROPERTY(U"展览面积", 6, AREA), PROPERTY(U"展厅面积", 6, AREA), PROPERTY(U"使用面积", 7, AREA), PROPERTY(U"营业面积", 8, AREA), PROPERTY(U"种植面积", 9, AREA),
	PROPERTY(U"水域面积", 10, AREA), PROPERTY(U"流域面积", 11, AREA), PROPERTY(U"辖区面积", 12, AREA), PROPERTY(U"区域面积", 12, AREA), PROPERTY(U"总面积", 13, AREA),
	PROPERTY(U"面积", 14, AREA), PROPERTY(U"总投资额", 15, MONEY), PROPERTY(U"投资总额", 15, MONEY), PROPERTY(U"总投资", 15, MONEY), PROPERTY(U"总造价", 16, MONEY),
	PROPERTY(U"工程造价", 16, MONEY), PROPERTY(U"造价", 16, MONEY), PROPERTY(U"注册资本", 17, MONEY), PROPERTY(U"注册资金", 17, MONEY), PROPERTY(U"合同总额", 18, MONEY),
	PROPERTY(U"合同金额", 18, MONEY), PROPERTY(U"中标价", 19, MONEY), PROPERTY(U"中标金额", 19, MONEY), PROPERTY(U"起拍价", 20, MONEY), PROPERTY(U"成交价", 21, MONEY),
	PROPERTY(U"票价", 22, MONEY), PROPERTY(U"门票", 22, MONEY), PROPERTY(U"总奖金", 23, MONEY), PROPERTY(U"酬金", 24, MONEY), PROPERTY(U"定价", 25, MONEY), PROPERTY(U"售价", 25, MONEY),
	PROPERTY(U"全长", 26, LENGTH), PROPERTY(U"总长度", 26, LENGTH), PROPERTY(U"总长", 26, LENGTH), PROPERTY(U"全程", 27, LENGTH), PROPERTY(U"总里程", 27, LENGTH), PROPERTY(U"桥长", 28, LENGTH),
	PROPERTY(U"主跨", 29, LENGTH), PROPERTY(U"海拔高度", 30, LENGTH), PROPERTY(U"海拔", 30, LENGTH), PROPERTY(U"建筑高度", 31, LENGTH), PROPERTY(U"总高度", 31, LENGTH),
	PROPERTY(U"总高", 31, LENGTH), PROPERTY(U"净高", 32, LENGTH), PROPERTY(U"总人口", 33, PERSON), PROPERTY(U"常住人口", 34, PERSON), PROPERTY(U"户籍人口", 35, PERSON),
	PROPERTY(U"总库容", 36, ANY), PROPERTY(U"装机容量", 37, ANY), PROPERTY(U"设计时速", 38, ANY), PROPERTY(U"总工期", 39, ANY), PROPERTY(U"建设工期", 39, ANY), PROPERTY(U"馆藏文物", 54, ANY),
	PROPERTY(U"藏书", 40, ANY), PROPERTY(U"馆藏", 40, ANY), PROPERTY(U"片长", 41, ANY), PROPERTY(U"总时长", 41, ANY), PROPERTY(U"总重量", 42, MEASURE(UNIT_MASS)),
	PROPERTY(U"总重", 42, MEASURE(UNIT_MASS)), PROPERTY(U"身高", 43, LENGTH), PROPERTY(U"体重", 44, MEASURE(UNIT_MASS)), PROPERTY(U"报名费", 45, MONEY), PROPERTY(U"总产值", 46, MONEY),
	PROPERTY(U"总金额", 47, MONEY), PROPERTY(U"涉案金额", 48, MONEY), PROPERTY(U"直接经济损失", 49, MONEY), PROPERTY(U"善款总额", 50, MONEY), PROPERTY(U"设计年产能", 51, ANY),
	PROPERTY(U"起步价", 52, MONEY), PROPERTY(U"总价款", 53, MONEY), PROPERTY(U"总价", 53, MONEY)};

/* Does a property end in this, in either variant? */
static bool ends_property(uint32_t code_point)
{
	/* clang-format off */
	switch (code_point) {
	case U'积': case U'地': case U'额': case U'资': case U'价': case U'本': case U'金': case U'票': case U'长': case U'度': case U'程': case U'跨': case U'拔': case U'高':
	case U'口': case U'容': case U'量': case U'速': case U'期': case U'物': case U'书': case U'藏': case U'重': case U'费': case U'值': case U'失': case U'能': case U'款':
	case U'積': case U'額': case U'資': case U'價': case U'長': case U'書': case U'費':
		return true;
	default:
		return false;
	}
	/* clang-format on */
}

static bool is_one_of(uint32_t code_point, uint32_t first, uint32_t second)
{
	return code_point == first || code_point == second;
}

/* What may stand between a property and its value ends before a position: 达到, 共有, 为, a colon. Its length; 0: nothing. Asked before every figure.
 */
static uint32_t link_length(const struct article *article, uint32_t at)
{
	switch (quantity_simplified(article, at - 1)) {
	case U'到': return quantity_simplified(article, at - 2) == U'达' ? 2 : 0;
	case U'计': return is_one_of(quantity_simplified(article, at - 2), U'共', U'合') ? 2 : 0;
	case U'为': return is_one_of(quantity_simplified(article, at - 2), U'约', U'仅') ? 2 : 1;
	case U'有': return quantity_simplified(article, at - 2) == U'共' ? 2 : 1;
	case U'达':
	case U'是':
	case U'共':
	case U'仅':
	case U'了':
	case U'：':
	case U':': return 1;
	default: return 0;
	}
}

static uint32_t before_links(const struct article *article, uint32_t at)
{
	uint32_t length;
	for (int i = 0; i < LINKS && (length = link_length(article, at)) > 0; i++)
		at -= length;
	return at;
}

/* Does the text before a position, whose last character is this one of the property, end with it? */
static bool has_property(const struct article *article, uint32_t at, const struct property *property)
{
	uint32_t length = property->length;
	for (uint32_t i = 2; i <= length; i++)
		if (property->text[length - i] != quantity_simplified(article, at - i))
			return false;
	return true;
}

static const struct property *property_before(const struct article *article, uint32_t at, uint32_t measure)
{
	uint32_t last = quantity_simplified(article, at - 1);
	for (uint32_t i = 0; i < sizeof properties / sizeof *properties; i++) {
		const struct property *property = &properties[i];
		if ((property->measures & measure) && property->text[property->length - 1] == last && has_property(article, at, property))
			return property;
	}
	return NULL;
}

/* A subject after 的 or a verb: where it ends, only the sense tells. */
static struct span object_at(const struct article *article, uint32_t at)
{
	return (struct span){at, article_skip(article, at, article_ahead(article, at, SUBJECT_MOST), CLASSES_HAN | CLASSES_LATIN)};
}

bool quantity_read_measure(const struct article *article, struct quantity *quantity)
{
	const struct figure *figure = quantity->figure;
	uint32_t at = before_links(article, figure->span.begin), after = figure->span.end;
	const struct property *property = ends_property(article->cp[at - 1]) ? property_before(article, at, MEASURE(figure->measure)) : NULL;
	if (!property)
		return false;
	uint32_t length = property->length;
	quantity->kind = QUANTITY_MEASURE;
	quantity->key = (uint64_t)property->id << 8;
	quantity->head = (struct span){at - length, at};
	quantity->subject = quantity_name(article, (struct span){quantity_clause_begin(article, at - length), at - length});
	/* 总投资3.2亿元的文化中心 */
	if (span_length(quantity->subject) == 0 && article->cp[after] == U'的')
		quantity->subject = object_at(article, after + 1);
	return true;
}

struct verb {
	char32_t text[3];
	int id;
	bool yearly; /* a year alone tells when; else the month and day are asked for */
};

static const struct verb verbs[] = {{U"成立", 1, true}, {U"创办", 1, true}, {U"创立", 1, true}, {U"创建", 1, true}, {U"始建", 2, true},
	{U"建校", 3, true}, {U"建馆", 3, true}, {U"建厂", 3, true}, {U"建成", 4, true}, {U"竣工", 4, true}, {U"落成", 4, true}, {U"通车", 5, true},
	{U"开馆", 6, true}, {U"开园", 6, true}, {U"开业", 6, true}, {U"出生", 7, true}, {U"生", 7, true}, {U"逝世", 8, true}, {U"去世", 8, true},
	{U"病逝", 8, true}, {U"开工", 9, true}, {U"动工", 9, true}, {U"上市", 10, true}, {U"投产", 11, true}, {U"入党", 12, true},
	{U"入职", 13, true}, {U"首播", 14, true}, {U"上映", 15, true}, {U"入伍", 17, true}, {U"举行", 20, false}, {U"召开", 20, false},
	{U"举办", 20, false}, {U"开幕", 21, false}, {U"闭幕", 22, false}, {U"启动", 23, false}, {U"揭牌", 24, false}, {U"开赛", 25, false},
	{U"开拍", 26, false}, {U"发射", 27, false}, {U"首演", 28, false}, {U"揭晓", 29, false}, {U"签约", 30, false}, {U"截止", 31, false},
	{U"走失", 32, false}, {U"遗失", 33, false}, {U"丢失", 33, false}, {U"开学", 34, false}, {U"报到", 35, false}, {U"奠基", 36, false},
	{U"落幕", 22, false}, {U"发车", 37, false}, {U"", 0, false}};

/* Does one of them begin with this, in either variant? Most characters of a text that are looked at do not. */
static bool begins_verb(uint32_t code_point)
{
	/* clang-format off */
	switch (code_point) {
	case U'成': case U'创': case U'始': case U'建': case U'竣': case U'落': case U'通': case U'开': case U'出': case U'生': case U'逝': case U'去': case U'病': case U'动':
	case U'上': case U'投': case U'入': case U'首': case U'举': case U'召': case U'闭': case U'启': case U'揭': case U'发': case U'签': case U'截': case U'走': case U'遗':
	case U'丢': case U'报': case U'奠': case U'創': case U'開': case U'動': case U'舉': case U'閉': case U'啓': case U'發': case U'籤': case U'遺': case U'丟': case U'報':
	case U'啟':
		return true;
	default:
		return false;
	}
	/* clang-format on */
}

static const struct verb *verb_at(const struct article *article, uint32_t at, uint32_t *length)
{
	const uint32_t first = quantity_simplified(article, at), second = quantity_simplified(article, at + 1);
	for (const struct verb *verb = verbs; verb->text[0]; verb++)
		if (verb->text[0] == first && (verb->text[1] == second || verb->text[1] == 0)) {
			*length = verb->text[1] ? 2 : 1;
			return verb;
		}
	return NULL;
}

static bool date_suits(const struct figure *date, const struct verb *verb)
{
	return verb->yearly ? figure_year(date) > 0 : figure_month(date) > 0 && figure_day(date) > 0;
}

static void set_event(struct quantity *quantity, const struct verb *verb, uint32_t begin, uint32_t length)
{
	quantity->kind = QUANTITY_EVENT;
	quantity->key = (uint64_t)verb->id << 8;
	quantity->head = (struct span){begin, begin + length};
}

/* 成立于1998年 */
static bool read_event_before(const struct article *article, struct quantity *quantity)
{
	uint32_t at = quantity->figure->span.begin, length;
	if (!character_is_one_of(article->cp[at - 1], U"于於"))
		return false;
	const struct verb *verb = verb_at(article, at - 3, &length);
	if (!verb || length == 1)
		verb = verb_at(article, at - 2, &length);
	if (!verb || !date_suits(quantity->figure, verb))
		return false;
	uint32_t begin = at - 1 - length;
	set_event(quantity, verb, begin, length);
	at = quantity->figure->span.end;
	if (article->cp[at] == U'的')
		quantity->subject = object_at(article, at + 1);
	else
		quantity->subject = quantity_name(article, (struct span){quantity_clause_begin(article, begin), begin});
	return true;
}

/* Where the words begin that may stand between a subject and its verb: 在东湖广场隆重举行. */
static uint32_t subject_end(const struct article *article, uint32_t begin, uint32_t end)
{
	static const char *const words[] = {"在", "于", "由", "将", "已", "正式", "隆重", "成功", "如期", "顺利", "全面", "全线", "同时", "首次",
		"胜利", "建设", "分别", "联合", NULL};
	uint32_t length;
	for (uint32_t at = begin; at < end; at++)
		if (quantity_starts_any(article, at, words, &length) >= 0)
			return at;
	return end;
}

/* 1998年创办东湖公司, but not 开工建设 and 建成通车. */
static bool has_object(const struct article *article, uint32_t at)
{
	static const char *const others[] = {
		"建设", "通车", "运营", "投产", "开通", "投入", "交付", "使用", "以来", "以后", "之后", "时", "后", "在", "于", NULL};
	uint32_t length;
	return article_skip(article, at, at + 3, CLASSES_HAN) == at + 3 && quantity_starts_any(article, at, others, &length) < 0;
}

/* 1998年成立, 5月3日，龙舟赛在东湖举行, 1998年成立的东湖公司 */
static bool read_event_after(const struct article *article, struct quantity *quantity)
{
	const struct figure *date = quantity->figure;
	uint32_t begin = date->span.end, at, length = 0;
	if (character_is_one_of(article->cp[begin], U"前后後起以之底初末"))
		return false;
	begin += character_is_one_of(article->cp[begin], U"，,");
	const struct verb *verb = NULL;
	const uint64_t ends = CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE) | CLASSES_FIGURE;
	for (at = begin; at < begin + VERB_REACH && (!article_is(article, at, ends) || article->cp[at - 1] == U'第'); at++)
		if (begins_verb(article->cp[at]) && (verb = verb_at(article, at, &length)) != NULL)
			break;
	if (!verb || !date_suits(date, verb) || (verb->id == 7 && length == 1 && at > begin))
		return false;
	set_event(quantity, verb, at, length);
	struct span between = {begin, subject_end(article, begin, at)};
	/* 1998年成立的东湖公司, 1998年创办东湖公司 */
	bool attribute = article->cp[at + length] == U'的';
	if (attribute || has_object(article, at + length)) {
		quantity->subject = object_at(article, at + length + attribute);
	} else if (span_length(between) >= 2) {
		quantity->subject = quantity_name(article, between);
	} else {
		quantity->subject = quantity_name(article, (struct span){quantity_clause_begin(article, date->span.begin), date->span.begin});
	}
	return true;
}

/* Can a date tell when something happened? A month alone does not, and a year before Christ is no news. */
static bool tells_when(const struct figure *date)
{
	return figure_year(date) > 0 || (figure_month(date) > 0 && figure_day(date) > 0);
}

bool quantity_read_event(const struct article *article, struct quantity *quantity)
{
	return tells_when(quantity->figure) && (read_event_before(article, quantity) || read_event_after(article, quantity));
}

/* Where a personal name begins that ends at a position; 0: none does. */
static uint32_t name_begin(const struct article *article, const struct data *data, uint32_t end)
{
	for (uint32_t length = AGE_NAME; length >= 2; length--) {
		struct span span = {end - length, end};
		bool han = article_count(article, span, CLASSES_HAN) == length;
		if (han && character_is_surname(article->cp[span.begin]) && !word_find(data, article->cp + span.begin, 2, NULL))
			return span.begin;
	}
	return 0;
}

/* 张伟（男，35岁）, 张伟，35岁, 张伟今年35岁; 35岁的张伟. A name is known by its first two characters. */
bool quantity_read_age(const struct article *article, const struct data *data, struct quantity *quantity)
{
	static const char *const befores[] = {"今年", "现年", "年龄", NULL};
	const struct figure *figure = quantity->figure;
	uint32_t at = figure->span.begin, after = figure->span.end, length, begin;
	at -= quantity_ends_any(article, at, befores, &length) >= 0 ? length : 0;
	at -= at > article->begin + 2 && character_is_one_of(article->cp[at - 1], U"，,") && character_is_one_of(article->cp[at - 2], U"男女") ? 2 : 0;
	bool apart = character_is_one_of(article->cp[at - 1], U"（(，,");
	if ((apart || at < figure->span.begin) && (begin = name_begin(article, data, at - apart)) > 0) {
		quantity->subject = (struct span){begin, at - apart};
	} else if (article->cp[after] == U'的' && character_is_surname(article->cp[after + 1]) && article_is_han(article, after + 2) &&
		   !word_find(data, article->cp + after + 1, 2, NULL)) {
		quantity->subject = (struct span){after + 1, after + 3};
	} else {
		return false;
	}
	if (!apart && article->cp[after] != U'的' && at == figure->span.begin)
		return false;
	quantity->kind = QUANTITY_AGE;
	quantity->head = (struct span){quantity->subject.begin, quantity->subject.begin + 2};
	quantity->head.end = quantity->subject.end > quantity->head.end ? quantity->head.end : quantity->subject.end;
	return true;
}

static const char *const fates[] = {"遇难", "死亡", "丧生", "身亡", "罹难", "失踪", "失联", "受伤", "重伤", "轻伤", "被困", "获救", "脱险", "落网",
	"被捕", "被抓", "获奖", "参赛", "参加", "入选", "入围", "报名", "确诊", "毕业", "出席", "住院", "送医", "到场", "献血", "完赛", "中毒",
	"溺水", "落水", "就业", "上岗", "受训", "结业", "受助", "获评", "当选", "竞拍", "被拘", "坠亡", "遇害", "入学", NULL};

/* 遇难 to 罹难 tell one thing. */
static uint64_t fate_id(int index)
{
	return index < 5 ? 1 : index < 7 ? 2 : (uint64_t)index;
}

/* 8人不幸遇难, 死亡8人, 遇难者8人 */
static bool read_fate(const struct article *article, struct quantity *quantity, uint32_t noun_end)
{
	static const char *const people[] = {"人员", "人数", "者", NULL};
	const struct figure *figure = quantity->figure;
	uint32_t length, at = before_links(article, figure->span.begin);
	int index = -1;
	for (uint32_t begin = noun_end; index < 0 && begin < noun_end + PREDICATE_REACH && article_is_han(article, begin); begin++)
		if ((index = quantity_starts_any(article, begin, fates, &length)) >= 0)
			quantity->head = (struct span){begin, begin + length};
	if (index >= 0 && article->cp[quantity->head.end] == U'的')
		return false;
	if (index < 0 && article_is_han(article, at - 1)) {
		at -= quantity_ends_any(article, at, people, &length) >= 0 ? length : 0;
		if ((index = quantity_ends_any(article, at, fates, &length)) >= 0)
			quantity->head = (struct span){at - length, at};
	}
	if (index < 0)
		return false;
	quantity->kind = QUANTITY_FATE;
	quantity->key = (fate_id(index) + 1) << 8;
	return true;
}

/* The first words of a noun phrase, three characters if it has them: 干部职工 of 干部职工下沉社区, 志愿者 of 志愿者合影留念. */
static uint32_t noun_end(const struct article *article, const struct data *data, struct span noun)
{
	static const char *const all[] = {"全部", "全体", "全数", "本人", "自己", "大多", NULL};
	uint32_t at = noun.begin, end = at, length;
	while (at < noun.end && end < noun.begin + HEAD_ENOUGH) {
		struct word word = {.tag = WORD_UNKNOWN};
		if (at > noun.begin && (quantity_starts_any(article, at, fates, &length) >= 0 || quantity_starts_any(article, at, all, &length) >= 0))
			break;
		uint32_t rest = noun.end - at;
		length = word_longest(data, article->cp + at, rest < WORD_LONG ? rest : WORD_LONG);
		if (length == 0 || !word_find(data, article->cp + at, length, &word))
			break;
		bool named = word.tag == WORD_NOUN || word.tag == WORD_PERSON || word.tag == WORD_PLACE || word.tag == WORD_ORGANISATION;
		if (!named && word.tag != WORD_ADJECTIVE)
			break;
		at += length;
		end = named ? at : end;
	}
	return end;
}

static bool is_one(const struct figure *figure)
{
	return figure->style == FIGURE_HAN && figure->value.exponent == 0 && figure->value.mantissa == 1;
}

bool quantity_read_fate(const struct article *article, const struct data *data, struct quantity *quantity)
{
	const struct figure *figure = quantity->figure;
	if (figure->measure != UNIT_PERSON || is_one(figure))
		return false;
	uint32_t end = noun_end(article, data, figure->noun);
	return read_fate(article, quantity, end > figure->noun.begin ? end : figure->span.end);
}

bool quantity_read_things(const struct article *article, const struct data *data, struct quantity *quantity)
{
	const struct figure *figure = quantity->figure;
	if (figure->measure < UNIT_COUNT || figure->measure > UNIT_NOUN || is_one(figure))
		return false;
	uint32_t end = noun_end(article, data, figure->noun);
	if (end < figure->noun.begin + HEAD_LEAST)
		return false;
	quantity->kind = QUANTITY_THINGS;
	quantity->head = (struct span){figure->noun.begin, end};
	return true;
}
