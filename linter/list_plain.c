/* list_plain: what the items of an enumeration are, by their words. */
#include "list.h"
#include "word.h"

enum { ITEM_LONG = 12 };

/* Verbs that stand between a list and a count that is not its own: 围绕教育、医疗推出五项举措. */
static const char *const verbs[] = {"推出", "开展", "開展", "举办", "舉辦", "举行", "舉行", "实施", "實施", "完成", "提出", "采取", "採取", "制定",
	"制订", "制訂", "新增", "增加", "设立", "設立", "建立", "成立", "建成", "组织", "組織", "召开", "召開", "发布", "發布", "获得", "獲得",
	"取得", "获", "獲", "形成", "打造", "落实", "落實", "解决", "解決", "发现", "發現", "查处", "查處", "签订", "簽訂", "签署", "簽署", "收到",
	"收集", "征集", "徵集", "投入", "安排", "派出", "抽调", "抽調", "配备", "配備", "购买", "購買", "捐赠", "捐贈", "赠送", "贈送", "分为",
	"分為", "分成", "列出", "设置", "設置", "设", "設", "建", "出台", "出臺", "带领", "帶領", "带", "帶", "率领", "率領", "有", "共", "各", "每",
	"均", "达", "達", "为", "為", "是", "等", "的", "了", "在", "和", "及", "与", "與", "以", "近", "约", "約", "超", "前", "后", "後", "这",
	"這", "那", "其", "另", "又", "还", "還", "分", "下", "上", "中", "内", "內", "至", "到", "从", "從", "对", "對", "给", "給", "把", "将",
	"將", "被", "于", "於", "出", "任", "选出", "選出", "评出", "評出", "包括", "包含", NULL};

/* Is the last item a name like the others, and not the name with a verb before the count? */
static bool last_is_plain(const struct article *article, const struct data *data, const struct list *list)
{
	struct span last = list->items[list->count - 1];
	struct list between = *list;
	uint32_t shortest, longest;
	if (article_ends_any(article, last.end, verbs))
		return false;
	if (list->count < 3)
		return span_length(last) <= 4;
	between.count--;
	list_lengths(&between, 1, &shortest, &longest);
	if (span_length(last) <= longest)
		return true;
	struct word word;
	bool one_word = word_find(data, article->cp + last.begin, span_length(last), &word) && word.tag != WORD_VERB;
	return one_word || article->cp[last.end - 1] == article->cp[list->items[1].end - 1];
}

bool list_is_plain(const struct article *article, const struct data *data, const struct list *list)
{
	for (uint32_t i = 1; i < list->count; i++) {
		if (span_length(list->items[i]) > ITEM_LONG)
			return false;
		for (uint32_t at = list->items[i].begin; at < list->items[i].end; at++)
			if (character_is_one_of(article->cp[at], U"的了是把被将將"))
				return false;
	}
	return last_is_plain(article, data, list);
}
