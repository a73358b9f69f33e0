/* mention: words in the sentence, and quotation marks. */
#include "mention.h"
#include "pair.h"

enum { REACH = 40, QUOTE_SLACK = 6 };

static const char *const words[] = {"不存在", "不可能", "没有2月", "沒有2月", "没有二月", "沒有二月", "没有这", "沒有這", "没有这", "并无", "並無", "写成",
	"寫成", "写作", "寫作", "误作", "誤作", "误写", "誤寫", "错写", "錯寫", "写错", "寫錯", "印成", "印错", "印錯", "误印", "誤印", "误为", "誤為",
	"错为", "錯為", "笔误", "筆誤", "误把", "誤把", "错把", "錯把", "错误", "錯誤", "有误", "有誤", "更正", "勘误", "勘誤", "虚构", "虛構",
	"架空", "小说", "小說", "故事", "童话", "童話", "传说", "傳說", "所谓", "所謂", "愚人", "玩笑", "永远不会", "永遠不會", "哪有", "哪来", "哪來",
	"无效", "無效", "非法", "荒唐", "荒诞", "荒誕", "说成", "說成", "当成", "當成", "填成", "输成", "輸成", "标成", "標成", "打成", "记成",
	"記成", "看成", "登成", "应为", "應為", "改为", "改為", "儒略", "格里", "闰", "閏", "历法", "曆法", "瑞典", "苏联", "蘇聯", "测试", "測試", "谣言",
	"謠言", "乌龙", "烏龍", "甲骨", "卜辞", "卜辭", "殷商", NULL};

bool mention_is_quoted(const struct article *article, struct span span)
{
	const struct pair *quotes = pair_around(article, span.begin, PAIRS_QUOTE | PAIRS_TITLE);
	if (quotes && quotes->close >= span.end && quotes->close - quotes->open <= span_length(span) + QUOTE_SLACK)
		return true;
	struct span sentence = article->sentences[article_sentence_at(article, span.begin)].span;
	struct span near = {article_back(article, span.begin, REACH), article_ahead(article, span.end, REACH)};
	near.begin = near.begin > sentence.begin ? near.begin : sentence.begin;
	near.end = near.end < sentence.end ? near.end : sentence.end;
	return article_holds_any(article, near, words);
}
