/* line_words: words at the beginnings and ends of lines. */
#include "line_p.h"

#include <pthread.h>

const struct line_opening line_openings[] = {
	{"(作者", OPENS_SIGNATURE}, {"(完)", OPENS_SIGNATURE}, {"(記者", OPENS_SIGNATURE}, {"(记者", OPENS_SIGNATURE}, {"Copyright", OPENS_NAVIGATION},
	{"copyright", OPENS_NAVIGATION}, {"©", OPENS_NAVIGATION}, {"——", OPENS_SIGNATURE}, {"↑", OPENS_CAPTION}, {"↓", OPENS_CAPTION},
	{"▲", OPENS_CAPTION}, {"△", OPENS_CAPTION}, {"▼", OPENS_CAPTION}, {"【完】", OPENS_SIGNATURE}, {"上一篇", OPENS_NAVIGATION},
	{"上一頁", OPENS_NAVIGATION}, {"上一页", OPENS_NAVIGATION}, {"上图", OPENS_CAPTION}, {"上圖", OPENS_CAPTION}, {"下一篇", OPENS_NAVIGATION},
	{"下一頁", OPENS_NAVIGATION}, {"下一页", OPENS_NAVIGATION}, {"下图", OPENS_CAPTION}, {"下圖", OPENS_CAPTION},
	{"为你推荐", OPENS_NAVIGATION | OPENS_LINKS}, {"今日热点", OPENS_NAVIGATION}, {"今日熱點", OPENS_NAVIGATION}, {"作者", OPENS_BYLINE},
	{"來源:", OPENS_DATE}, {"來源：", OPENS_DATE}, {"來稿", OPENS_BYLINE}, {"供稿", OPENS_SIGNATURE}, {"关键词：", OPENS_NAVIGATION},
	{"分享到", OPENS_NAVIGATION}, {"分享至", OPENS_NAVIGATION}, {"发布日期", OPENS_DATE}, {"发布时间", OPENS_DATE}, {"右图", OPENS_CAPTION},
	{"右圖", OPENS_CAPTION}, {"图/", OPENS_CAPTION}, {"图/文", OPENS_BYLINE}, {"图:", OPENS_CAPTION}, {"图为", OPENS_CAPTION}, {"图文", OPENS_BYLINE},
	{"图片", OPENS_CAPTION}, {"图说", OPENS_CAPTION}, {"图／", OPENS_CAPTION}, {"图／文", OPENS_BYLINE}, {"图：", OPENS_CAPTION},
	{"圖/", OPENS_CAPTION}, {"圖/文", OPENS_BYLINE}, {"圖:", OPENS_CAPTION}, {"圖文", OPENS_BYLINE}, {"圖為", OPENS_CAPTION}, {"圖片", OPENS_CAPTION},
	{"圖說", OPENS_CAPTION}, {"圖／", OPENS_CAPTION}, {"圖／文", OPENS_BYLINE}, {"圖：", OPENS_CAPTION}, {"声明：本网", OPENS_NAVIGATION},
	{"实习生", OPENS_BYLINE}, {"实习记者", OPENS_BYLINE}, {"审核:", OPENS_SIGNATURE}, {"审核：", OPENS_SIGNATURE}, {"實習生", OPENS_BYLINE},
	{"實習記者", OPENS_BYLINE}, {"審核：", OPENS_SIGNATURE}, {"左图", OPENS_CAPTION}, {"左圖", OPENS_CAPTION},
	{"延伸閱讀", OPENS_NAVIGATION | OPENS_LINKS}, {"延伸阅读", OPENS_NAVIGATION | OPENS_LINKS}, {"当前位置", OPENS_NAVIGATION},
	{"您现在的位置", OPENS_NAVIGATION}, {"您現在的位置", OPENS_NAVIGATION}, {"您的位置", OPENS_NAVIGATION}, {"您目前的位置", OPENS_NAVIGATION},
	{"扫一扫", OPENS_NAVIGATION}, {"扫码关注", OPENS_NAVIGATION}, {"掃一掃", OPENS_NAVIGATION}, {"採寫", OPENS_BYLINE}, {"採訪", OPENS_BYLINE},
	{"推荐阅读", OPENS_NAVIGATION | OPENS_LINKS}, {"推薦閱讀", OPENS_NAVIGATION | OPENS_LINKS}, {"摄影", OPENS_BYLINE}, {"撰文", OPENS_BYLINE},
	{"撰稿", OPENS_SIGNATURE}, {"攝影", OPENS_BYLINE}, {"文 ", OPENS_BYLINE}, {"文/", OPENS_BYLINE}, {"文图", OPENS_BYLINE}, {"文圖", OPENS_BYLINE},
	{"文字/", OPENS_BYLINE}, {"文字／", OPENS_BYLINE}, {"文字：", OPENS_BYLINE}, {"文章來源", OPENS_DATE}, {"文章关键词", OPENS_NAVIGATION},
	{"文章来源", OPENS_DATE}, {"文章關鍵字", OPENS_NAVIGATION}, {"文／", OPENS_BYLINE}, {"文：", OPENS_BYLINE}, {"日期:", OPENS_DATE}, {"日期：", OPENS_DATE},
	{"时间：20", OPENS_DATE}, {"時間：20", OPENS_DATE}, {"更多>", OPENS_NAVIGATION}, {"更新时间", OPENS_DATE}, {"更新時間", OPENS_DATE},
	{"最新文章", OPENS_NAVIGATION | OPENS_LINKS}, {"本刊記者", OPENS_BYLINE}, {"本刊记者", OPENS_BYLINE}, {"本台記者", OPENS_BYLINE},
	{"本台记者", OPENS_BYLINE}, {"本報記者", OPENS_BYLINE}, {"本报记者", OPENS_BYLINE}, {"来源:", OPENS_DATE}, {"来源：", OPENS_DATE},
	{"查看更多", OPENS_NAVIGATION}, {"标签:", OPENS_NAVIGATION}, {"标签：", OPENS_NAVIGATION}, {"校对", OPENS_SIGNATURE}, {"校對", OPENS_SIGNATURE},
	{"標籤:", OPENS_NAVIGATION}, {"標籤：", OPENS_NAVIGATION}, {"為你推薦", OPENS_NAVIGATION | OPENS_LINKS},
	{"热门推荐", OPENS_NAVIGATION | OPENS_LINKS}, {"热门文章", OPENS_NAVIGATION | OPENS_LINKS}, {"熱門推薦", OPENS_NAVIGATION | OPENS_LINKS},
	{"熱門文章", OPENS_NAVIGATION | OPENS_LINKS}, {"版权所有", OPENS_NAVIGATION}, {"版權所有", OPENS_NAVIGATION}, {"特派员", OPENS_BYLINE},
	{"特派員", OPENS_BYLINE}, {"特約記者", OPENS_BYLINE}, {"特约记者", OPENS_BYLINE}, {"猜你喜欢", OPENS_NAVIGATION | OPENS_LINKS},
	{"猜你喜歡", OPENS_NAVIGATION | OPENS_LINKS}, {"發佈日期", OPENS_DATE}, {"發佈時間", OPENS_DATE}, {"發布日期", OPENS_DATE}, {"發布時間", OPENS_DATE},
	{"监制", OPENS_SIGNATURE}, {"監製", OPENS_SIGNATURE}, {"目前位置", OPENS_NAVIGATION}, {"相关文章", OPENS_NAVIGATION | OPENS_LINKS},
	{"相关新闻", OPENS_NAVIGATION | OPENS_LINKS}, {"相关链接", OPENS_NAVIGATION | OPENS_LINKS}, {"相关阅读", OPENS_NAVIGATION | OPENS_LINKS},
	{"相關文章", OPENS_NAVIGATION | OPENS_LINKS}, {"相關新聞", OPENS_NAVIGATION | OPENS_LINKS}, {"相關連結", OPENS_NAVIGATION | OPENS_LINKS},
	{"相關閱讀", OPENS_NAVIGATION | OPENS_LINKS}, {"示意图", OPENS_CAPTION}, {"示意圖", OPENS_CAPTION}, {"稿源", OPENS_DATE},
	{"網站地圖", OPENS_NAVIGATION}, {"編譯", OPENS_BYLINE}, {"編輯:", OPENS_SIGNATURE}, {"編輯：", OPENS_SIGNATURE}, {"编剧", OPENS_BYLINE},
	{"编审", OPENS_SIGNATURE}, {"编译", OPENS_BYLINE}, {"编辑/", OPENS_SIGNATURE}, {"编辑:", OPENS_SIGNATURE}, {"编辑：", OPENS_SIGNATURE},
	{"网站地图", OPENS_NAVIGATION}, {"见习记者", OPENS_BYLINE}, {"記者", OPENS_BYLINE}, {"记者", OPENS_BYLINE}, {"責任編輯", OPENS_SIGNATURE},
	{"責編", OPENS_SIGNATURE}, {"資料圖", OPENS_CAPTION}, {"資料照片", OPENS_CAPTION}, {"责任编辑", OPENS_SIGNATURE}, {"责编", OPENS_SIGNATURE},
	{"资料图", OPENS_CAPTION}, {"资料照片", OPENS_CAPTION}, {"返回頂部", OPENS_NAVIGATION}, {"返回顶部", OPENS_NAVIGATION}, {"返回首頁", OPENS_NAVIGATION},
	{"返回首页", OPENS_NAVIGATION}, {"通訊員", OPENS_BYLINE}, {"通讯员", OPENS_BYLINE}, {"采写", OPENS_BYLINE}, {"采访", OPENS_BYLINE},
	{"關鍵字：", OPENS_NAVIGATION}, {"首頁", OPENS_NAVIGATION}, {"首页", OPENS_NAVIGATION}, {"（作者", OPENS_SIGNATURE}, {"（供稿", OPENS_SIGNATURE},
	{"（完）", OPENS_SIGNATURE}, {"（本報", OPENS_SIGNATURE}, {"（本报", OPENS_SIGNATURE}, {"（本文", OPENS_SIGNATURE}, {"（記者", OPENS_SIGNATURE},
	{"（记者", OPENS_SIGNATURE},
};
const uint32_t line_opening_count = sizeof line_openings / sizeof *line_openings;

static const char *const caption_ends[] = {"摄", "攝", "摄）", "攝）", "摄)", "攝)", "供图", "供圖", "供图）", "供圖）", "提供）", "示意图", "示意圖", "现场图片",
	"现场照片", "現場照片", "點擊放大", "点击放大", NULL};

/* By character, the index of the first opening with it + 1: made once. */
static uint8_t first_openings[0x10000];
_Static_assert(sizeof line_openings / sizeof *line_openings < UINT8_MAX, "the index of an opening is a byte");

static void make_index(void)
{
	for (uint32_t i = line_opening_count; i-- > 0;) {
		const char *text = line_openings[i].text;
		first_openings[(uint16_t)character_decode(&text)] = (uint8_t)(i + 1);
	}
}

uint8_t line_openings_at(const struct article *article, uint32_t at)
{
	static pthread_once_t made = PTHREAD_ONCE_INIT;
	uint32_t cp = article->cp[at];
	uint8_t found = 0;
	pthread_once(&made, make_index);
	for (uint32_t i = first_openings[(uint16_t)cp]; i > 0 && i <= line_opening_count; i++) {
		const char *text = line_openings[i - 1].text;
		if (character_decode(&text) != cp)
			break;
		if (article_goes_on(article, at + 1, text))
			found |= line_openings[i - 1].opens;
	}
	return found;
}

bool line_ends_caption(const struct article *article, const struct line *line)
{
	return article_ends_any(article, line->end, caption_ends);
}
