/* reign: names that were used by one ruler only; 至元 and 太和, which several had, are left out. */
#include <uchar.h>

#include "pair.h"
#include "reign.h"

enum { STEMS = 10, BRANCHES = 12, CYCLE = 60, FIRST_OF_CYCLE = 4 };

static const char32_t stems[] = U"甲乙丙丁戊己庚辛壬癸", branches[] = U"子丑寅卯辰巳午未申酉戌亥";

static const struct reign reigns[] = {
	{"民国", "民國", 1912, 9999, true}, {"令和", "令和", 2019, 9999, true}, {"平成", "平成", 1989, 2019, true},
	{"昭和", "昭和", 1926, 1989, true}, {"大正", "大正", 1912, 1926, true}, {"明治", "明治", 1868, 1912, false},
	{"宣统", "宣統", 1909, 1911, false}, {"光绪", "光緒", 1875, 1908, false}, {"同治", "同治", 1862, 1874, false},
	{"咸丰", "咸豐", 1851, 1861, false}, {"道光", "道光", 1821, 1850, false}, {"嘉庆", "嘉慶", 1796, 1820, false},
	{"乾隆", "乾隆", 1736, 1795, false}, {"雍正", "雍正", 1723, 1735, false}, {"康熙", "康熙", 1662, 1722, false},
	{"顺治", "順治", 1644, 1661, false}, {"崇祯", "崇禎", 1628, 1644, false}, {"天启", "天啟", 1621, 1627, false},
	{"万历", "萬曆", 1573, 1620, false}, {"隆庆", "隆慶", 1567, 1572, false}, {"嘉靖", "嘉靖", 1522, 1566, false},
	{"正德", "正德", 1506, 1521, false}, {"弘治", "弘治", 1488, 1505, false}, {"成化", "成化", 1465, 1487, false},
	{"景泰", "景泰", 1450, 1457, false}, {"宣德", "宣德", 1426, 1435, false}, {"永乐", "永樂", 1403, 1424, false},
	{"洪武", "洪武", 1368, 1398, false}, {"建文", "建文", 1399, 1402, false}, {"贞观", "貞觀", 627, 649, false},
	{"开元", "開元", 713, 741, false},
};

const struct reign *reign_before(const struct article *article, uint32_t at)
{
	for (size_t i = 0; i < sizeof reigns / sizeof *reigns; i++)
		if (article_ends(article, at, reigns[i].name) || article_ends(article, at, reigns[i].traditional))
			return &reigns[i];
	return NULL;
}

int64_t reign_year(const struct reign *reign, int64_t nth)
{
	return reign->first + nth - 1;
}

bool reign_is_republic(const struct reign *reign)
{
	return reign == reigns;
}

static int place_of(const char32_t *characters, uint32_t code_point)
{
	for (int i = 0; characters[i]; i++)
		if (characters[i] == code_point)
			return i;
	return -1;
}

int sexagenary_at(const struct article *article, uint32_t at)
{
	int stem = place_of(stems, article->cp[at]), branch = stem < 0 ? -1 : place_of(branches, article->cp[at + 1]);
	if (branch < 0 || (stem - branch) % 2 != 0)
		return -1;
	/* The one number below 60 with these two remainders. */
	return (6 * stem - 5 * branch + CYCLE) % CYCLE;
}

int sexagenary_of_year(int64_t year)
{
	return (int)((year % CYCLE - FIRST_OF_CYCLE + CYCLE) % CYCLE);
}

void sexagenary_name(int place, uint32_t name[2])
{
	name[0] = stems[place % STEMS];
	name[1] = branches[place % BRANCHES];
}

static bool take_cycle(const struct article *article, uint32_t at, struct reign_name *name)
{
	int place = sexagenary_at(article, at);
	if (place < 0)
		return false;
	uint32_t end = at + 2 + (article->cp[at + 2] == U'年');
	*name = (struct reign_name){{at, end}, NULL, 0, place};
	return true;
}

/* 民國100年 as a date or as a number of years. */
static bool take_reign(const struct article *article, const struct figure *figure, struct reign_name *name)
{
	const struct reign *reign = reign_before(article, figure->number.begin);
	int64_t nth;
	bool counts = figure->kind == FIGURE_CARDINAL && span_length(figure->unit) == 1 && article->cp[figure->unit.begin] == U'年' &&
		      figure->unit.end == figure->span.end && figure_integer(figure, &nth);
	if (!reign || (!counts && figure->kind != FIGURE_DATE))
		return false;
	if (!counts)
		nth = figure_year(figure);
	if (nth < 1 || reign_year(reign, nth) > reign->last)
		return false;
	*name = (struct reign_name){{figure->number.begin - 2, figure->span.end}, reign, reign_year(reign, nth), -1};
	return true;
}

static uint32_t before_christ_word(const struct article *article, uint32_t at)
{
	return article_ends(article, at, "公元") || article_ends(article, at, "西元") ? at - 2 : at;
}

static bool name_before(const struct article *article, const struct figure *date, struct reign_name *name)
{
	uint32_t open = before_christ_word(article, date->span.begin) - 1;
	const struct pair *pair = article_is(article, open, CLASSES_OPENING) ? pair_opening(article, open) : NULL;
	const struct figure *last = date - 1;
	if (!pair || (pair->close != date->span.end && article->cls[date->span.end] != CLASS_DASH))
		return false;
	if (article->cp[open - 1] == U'年' && take_cycle(article, open - 3, name))
		return true;
	return date > article->figures && last->span.end == open && take_reign(article, last, name);
}

static bool name_after(const struct article *article, const struct figure *date, struct reign_name *name)
{
	uint32_t open = date->span.end;
	const struct figure *next = date + 1;
	if (!article_is(article, open, CLASSES_OPENING))
		return false;
	if (take_cycle(article, open + 1, name))
		return article_is(article, name->span.end, CLASSES_CLOSING | CLASSES_PAUSE);
	const struct pair *pair = pair_opening(article, open);
	bool fills = next < article->figures + article->figure_count && pair && next->number.begin == open + 3 && next->span.end == pair->close;
	return fills && take_reign(article, next, name);
}

bool reign_name_of(const struct article *article, const struct figure *date, struct reign_name *name)
{
	if (date->kind != FIGURE_DATE || (date->flags & (FIGURE_OTHER_CALENDAR | FIGURE_MINUS)) || figure_year(date) < 600)
		return false;
	return name_before(article, date, name) || name_after(article, date, name);
}
